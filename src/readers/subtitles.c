/* SPDX-License-Identifier: MPL-2.0 */
/* Subtitles: SubRip (SRT) and WebVTT. Both are blocks of lines between blank ones: a cue has a line
 * with its times, then text with a few tags. A sentence often goes on in the next cue, and then so
 * does the segment. Times, identifiers, styles and tags are no text. */
#include "base/utf8.h"
#include "readers/readers.h"
#include "readers/reference.h"
#include "source/builder.h"
#include "source/lines.h"
#include "text/script.h"

typedef struct subtitles {
    tl_builder builder;
    tl_str bytes;
    tl_lines lines;
    bool is_vtt;
    tl_script script; /* of the last line with letters */
    bool lacks_end;   /* no tag ends in the rest of the line */
} subtitles;

static tl_str
line_at(const subtitles *s, tl_range line)
{
    return tl_str_trim(tl_str_at(s->bytes, line));
}

static bool
is_times(tl_str line)
{
    return tl_str_find(line, TL_STR("-->"), 0) < line.len;
}

static bool
is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* The end of the tag or override {\an8} that begins at `at`; `at` if there is none. */
static size_t
tag_end(subtitles *s, tl_str text, size_t at)
{
    char first = text.ptr[at], next = '\0';
    if (at + 1 < text.len) {
        next = text.ptr[at + 1];
    }
    bool is_tag = first == '<' && (is_letter(next) || next == '/' || s->is_vtt);
    bool is_override = first == '{' && next == '\\' && !s->is_vtt;
    if (s->lacks_end || (!is_tag && !is_override)) {
        return at;
    }
    size_t end = tl_str_find_byte(text, is_tag ? '>' : '}', at);
    s->lacks_end = end == text.len;
    return s->lacks_end ? at : end + 1;
}

/* <v Name> says who speaks. */
static void
add_speaker(subtitles *s, tl_range tag)
{
    tl_str text = tl_str_at(s->bytes, tag);
    size_t name = tl_str_find_byte(text, ' ', 0);
    if (!s->is_vtt || text.ptr[1] != 'v' || name + 1 >= text.len) {
        return;
    }
    tl_builder speaker;
    tl_builder_init(&speaker, s->builder.document);
    speaker.role = TL_ROLE_NOTE;
    tl_builder_add(&speaker, (tl_range){tag.begin + (uint32_t)name + 1, tag.end - 1});
    tl_builder_end(&speaker);
    tl_builder_clear(&speaker);
}

/* Adds a tag or a character reference at `at`; returns where the text goes on, or `at`. */
static size_t
take_markup(subtitles *s, tl_range line, size_t at)
{
    tl_str text = tl_str_at(s->bytes, line);
    uint32_t begin = line.begin + (uint32_t)at;
    if (text.ptr[at] == '&') {
        tl_reference reference = tl_reference_at(text, at, false);
        tl_builder_add_as(&s->builder, (tl_str){reference.text, reference.text_length},
                          (tl_range){begin, begin + (uint32_t)reference.length});
        return at + reference.length;
    }
    size_t end = tag_end(s, text, at);
    if (end > at) {
        add_speaker(s, (tl_range){begin, line.begin + (uint32_t)end});
    }
    return end;
}

static void
add_line(subtitles *s, tl_range line)
{
    tl_str text = tl_str_at(s->bytes, line);
    size_t begin = 0;
    s->lacks_end = false;
    for (size_t at = 0; at < text.len;) {
        bool may_be = text.ptr[at] == '<' || text.ptr[at] == '{' || text.ptr[at] == '&';
        size_t next = at + 1;
        if (may_be) {
            tl_builder_add(&s->builder,
                           (tl_range){line.begin + (uint32_t)begin, line.begin + (uint32_t)at});
            begin = take_markup(s, line, at);
            next = begin > at ? begin : at + 1;
        }
        at = next;
    }
    tl_builder_add(&s->builder, (tl_range){line.begin + (uint32_t)begin, line.end});
}

static bool
ends_sentence(tl_str text)
{
    static const tl_str ends[] = {TL_STR_INIT("."), TL_STR_INIT("!"), TL_STR_INIT("?"),
                                  TL_STR_INIT("…"), TL_STR_INIT(":"), TL_STR_INIT("\""),
                                  TL_STR_INIT("»"), TL_STR_INIT("”"), TL_STR_INIT("]"),
                                  TL_STR_INIT(")"), TL_STR_INIT(">"), TL_STR_INIT("♪")};
    for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++) {
        if (tl_str_ends_with(text, ends[i])) {
            return true;
        }
    }
    return false;
}

/* Another speaker, a song, a sound. */
static bool
starts_anew(tl_str text)
{
    static const tl_str starts[] = {TL_STR_INIT("-"), TL_STR_INIT("–"), TL_STR_INIT("—"),
                                    TL_STR_INIT("♪"), TL_STR_INIT("["), TL_STR_INIT("<v")};
    for (size_t i = 0; i < sizeof starts / sizeof starts[0]; i++) {
        if (tl_str_starts_with(text, starts[i])) {
            return true;
        }
    }
    return false;
}

/* The script that most letters of a line are in. */
static tl_script
script_of_line(tl_str line)
{
    size_t latin = 0, cyrillic = 0;
    for (size_t at = 0; at < line.len;) {
        tl_script script = tl_script_of(tl_utf8_next(line, &at));
        latin += script == TL_SCRIPT_LATIN;
        cyrillic += script == TL_SCRIPT_CYRILLIC;
    }
    return latin + cyrillic == 0 ? TL_SCRIPT_NONE
           : cyrillic > latin    ? TL_SCRIPT_CYRILLIC
                                 : TL_SCRIPT_LATIN;
}

/* Subtitles in two languages have the one below the other. */
static bool
changes_script(subtitles *s, tl_str line)
{
    tl_script script = script_of_line(line), before = s->script;
    s->script = script == TL_SCRIPT_NONE ? before : script;
    return script != TL_SCRIPT_NONE && before != TL_SCRIPT_NONE && script != before;
}

/* Adds a line of a cue to the sentence that is being built, or begins a new one. */
static void
add_cue_line(subtitles *s, tl_range line)
{
    uint32_t end = tl_builder_source_end(&s->builder);
    if (changes_script(s, line_at(s, line)) || starts_anew(line_at(s, line))) {
        tl_builder_end(&s->builder);
    }
    tl_builder_add_break(&s->builder, (tl_range){end, line.begin});
    add_line(s, line);
    if (ends_sentence(line_at(s, line))) {
        tl_builder_end(&s->builder);
    }
}

/* Reads on to the next blank line; sets *rest to what is left of the block. */
static tl_range
rest_of_block(subtitles *s, tl_range first)
{
    tl_range line = first, rest = first;
    while (line_at(s, line).len > 0) {
        rest.end = line.end;
        if (!tl_lines_next(&s->lines, &line)) {
            break;
        }
    }
    return rest;
}

static void
read_cue(subtitles *s)
{
    tl_range line;
    while (tl_lines_next(&s->lines, &line) && line_at(s, line).len > 0) {
        add_cue_line(s, line);
    }
}

/* A block of WebVTT that is no cue; false if it is none of these. */
static bool
read_other_block(subtitles *s, tl_range first)
{
    tl_str text = line_at(s, first);
    bool is_note = tl_str_equal(text, TL_STR("NOTE")) ||
                   tl_str_starts_with(text, TL_STR("NOTE ")) ||
                   tl_str_starts_with(text, TL_STR("NOTE\t"));
    bool is_other = tl_str_starts_with(text, TL_STR("WEBVTT")) ||
                    tl_str_equal(text, TL_STR("STYLE")) || tl_str_equal(text, TL_STR("REGION"));
    if (!s->is_vtt || (!is_note && !is_other)) {
        return false;
    }
    tl_range block = rest_of_block(s, first);
    if (is_note) {
        uint32_t begin = (uint32_t)(text.ptr - s->bytes.ptr) + 4;
        tl_document_add_comment(s->builder.document, (tl_range){begin, block.end});
    }
    return true;
}

/* Reads the block that begins with this line: an identifier and times, or text that a blank line
 * has cut off from its cue. */
static void
read_block(subtitles *s, tl_range first)
{
    tl_lines behind = s->lines;
    tl_range second;
    if (is_times(line_at(s, first))) {
        read_cue(s);
    } else if (tl_lines_next(&behind, &second) && is_times(line_at(s, second))) {
        s->lines = behind;
        read_cue(s);
    } else if (s->is_vtt) {
        rest_of_block(s, first);
    } else {
        add_cue_line(s, first);
        read_cue(s);
    }
}

static bool
read_subtitles(tl_document *document, bool is_vtt)
{
    tl_source *source = document->source;
    subtitles s = {.bytes = source->bytes, .is_vtt = is_vtt};
    s.lines = tl_lines_from(source->bytes, tl_source_text_begin(source));
    tl_builder_init(&s.builder, document);
    for (tl_range line; tl_lines_next(&s.lines, &line);) {
        if (line_at(&s, line).len > 0 && !read_other_block(&s, line)) {
            read_block(&s, line);
        }
    }
    tl_builder_end(&s.builder);
    tl_builder_clear(&s.builder);
    return true;
}

static bool
read_srt(tl_document *document, tl_error *error)
{
    (void)error;
    return read_subtitles(document, false);
}

static bool
read_vtt(tl_document *document, tl_error *error)
{
    (void)error;
    return read_subtitles(document, true);
}

static void
escape_vtt(tl_str text, tl_buf *out)
{
    for (size_t i = 0; i < text.len; i++) {
        switch (text.ptr[i]) {
        case '&': tl_buf_add_cstr(out, "&amp;"); break;
        case '<': tl_buf_add_cstr(out, "&lt;"); break;
        default: tl_buf_add_byte(out, text.ptr[i]); break;
        }
    }
}

const tl_reader tl_reader_srt = {
    .id = "srt",
    .summary = "SubRip subtitles",
    .extensions = (const char *const[]){"srt", NULL},
    .read = read_srt,
};

const tl_reader tl_reader_vtt = {
    .id = "vtt",
    .summary = "WebVTT subtitles",
    .extensions = (const char *const[]){"vtt", NULL},
    .escape = escape_vtt,
    .read = read_vtt,
};
