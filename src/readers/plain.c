/* SPDX-License-Identifier: MPL-2.0 */
/* Plain text: a segment for each block of lines between blank lines (lines of nothing but white
 * space). No markup is known here. A segment is the bytes of the file from the start of its first
 * line to the end of its last, and at most TL_LONGEST_SEGMENT long, whatever the file is like, so
 * that what is built upon one segment stays bounded. */
#include "base/utf8.h"
#include "readers/readers.h"
#include "source/builder.h"
#include "source/lines.h"

/* A heading is one short line without a final stop, between blank lines or the start of the file,
 * with text below it: one that no paragraph follows (a signature, "Go back") introduces nothing. */
enum { HEADING_CODE_POINTS = 120, HEADING_WORDS = 15 };

/* The lines gathered since the last blank one. */
typedef struct block {
    tl_range range;
    size_t lines;  /* 0: no block is open */
    bool is_split; /* part of a block that was too long */
} block;

static bool
is_white_space(uint32_t c)
{
    return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x85 || c == 0xA0 || c == 0x1680 ||
           (c >= 0x2000 && c <= 0x200B) || c == 0x2028 || c == 0x2029 || c == 0x202F ||
           c == 0x205F || c == 0x3000 || c == 0xFEFF;
}

static bool
is_blank(tl_str line)
{
    size_t at = 0;
    while (at < line.len) {
        if (!is_white_space(tl_utf8_next(line, &at))) {
            return false;
        }
    }
    return true;
}

static bool
is_closing_mark(uint32_t c)
{
    return c == '"' || c == '\'' || c == ')' || c == ']' || c == 0xBB || c == 0x2019 ||
           c == 0x201D || c == 0x201C;
}

static bool
is_stop(uint32_t c)
{
    return c == '.' || c == '!' || c == '?' || c == ':' || c == ';' || c == ',' || c == 0x2026;
}

/* A stop, perhaps followed by closing quotation marks and brackets. */
static bool
ends_with_stop(tl_str line)
{
    size_t at = line.len;
    while (at > 0) {
        uint32_t c = tl_utf8_previous(line, &at);
        if (!is_closing_mark(c) && !is_white_space(c)) {
            return is_stop(c);
        }
    }
    return false;
}

static size_t
count_words(tl_str line)
{
    size_t words = 0, at = 0;
    bool in_word = false;
    while (at < line.len) {
        bool is_space = is_white_space(tl_utf8_next(line, &at));
        words += !is_space && !in_word;
        in_word = !is_space;
    }
    return words;
}

static bool
is_heading(tl_str line)
{
    return line.len <= HEADING_CODE_POINTS * TL_UTF8_MAX && !ends_with_stop(line) &&
           tl_utf8_length(line) <= HEADING_CODE_POINTS && count_words(line) <= HEADING_WORDS;
}

static void
close_block(tl_document *document, block *open)
{
    if (open->lines > 0) {
        bool heading = open->lines == 1 && !open->is_split &&
                       is_heading(tl_str_at(document->source->bytes, open->range));
        tl_document_add_verbatim(document, open->range,
                                 heading ? TL_ROLE_HEADING : TL_ROLE_PARAGRAPH);
    }
    *open = (block){.is_split = open->is_split};
}

/* Adds what exceeds the limit of one line as segments of its own; returns where the rest begins. */
static uint32_t
split_line(tl_document *document, tl_range line)
{
    while (line.end - line.begin > TL_LONGEST_SEGMENT) {
        uint32_t cut = tl_cut_point(document->source->bytes, line, TL_LONGEST_SEGMENT);
        tl_document_add_verbatim(document, (tl_range){line.begin, cut}, TL_ROLE_PARAGRAPH);
        line.begin = cut;
    }
    return line.begin;
}

static void
add_line(tl_document *document, block *open, tl_range line)
{
    if (open->lines > 0 && line.end - open->range.begin > TL_LONGEST_SEGMENT) {
        open->is_split = true;
        close_block(document, open);
    }
    if (open->lines == 0) {
        uint32_t begin = split_line(document, line);
        open->is_split = open->is_split || begin > line.begin;
        open->range.begin = begin;
    }
    open->range.end = line.end;
    open->lines++;
}

/* Headings that no paragraph follows were none. */
static void
demote_last_headings(tl_document *document)
{
    for (size_t i = document->count; i > 0; i--) {
        if (document->segments[i - 1].role != TL_ROLE_HEADING) {
            break;
        }
        document->segments[i - 1].role = TL_ROLE_PARAGRAPH;
    }
}

/* A line of its own may hold a suppression, bare or in what is a comment elsewhere. */
static void
note_suppressions(tl_document *document)
{
    tl_str bytes = document->source->bytes, prefix = TL_STR("termlint-");
    size_t at = tl_str_find(bytes, prefix, 0);
    tl_lines lines = tl_lines_from(bytes, tl_source_text_begin(document->source));
    for (tl_range line; at < bytes.len && tl_lines_next(&lines, &line);) {
        if (at < line.end) {
            tl_document_add_comment(document, line);
            at = tl_str_find(bytes, prefix, line.end);
        }
    }
}

static bool
read_plain(tl_document *document, tl_error *error)
{
    (void)error;
    tl_source *source = document->source;
    block open = {0};
    tl_lines lines = tl_lines_from(source->bytes, tl_source_text_begin(source));
    tl_range line;
    while (tl_lines_next(&lines, &line)) {
        if (is_blank(tl_str_at(source->bytes, line))) {
            close_block(document, &open);
            open.is_split = false;
        } else {
            add_line(document, &open, line);
        }
    }
    close_block(document, &open);
    demote_last_headings(document);
    note_suppressions(document);
    return true;
}

const tl_reader tl_reader_plain = {
    .id = "plain",
    .summary = "plain text: paragraphs between blank lines",
    .extensions = (const char *const[]){"txt", "text", NULL},
    .comment = {.open = "", .close = ""},
    .read = read_plain,
};
