/* SPDX-License-Identifier: MPL-2.0 */
/* Front matter, line by line: `key: value` or `key = value`. Of YAML and TOML only what titles and
 * descriptions are written in is known: plain, quoted and block values. Whatever else stands there
 * (lists, anchors, tables) is passed over, as are the values of keys that hold no prose. */
#include "readers/front_matter.h"

#include "base/utf8.h"
#include "source/lines.h"

/* A line of the head, taken apart. */
typedef struct head_line {
    tl_range range;  /* without white space around it */
    uint32_t indent; /* white space before it, in bytes */
    tl_str key;      /* empty if the line has none */
    uint32_t value;  /* offset of what is behind the key, or of the line */
} head_line;

typedef struct head {
    tl_builder *builder;
    tl_str bytes;
    tl_lines lines; /* behind the current line */
    char separator; /* of key and value */
    uint32_t end;   /* of the head's own lines */
} head;

#define IS_ONE_OF(name, names) \
    tl_str_is_one_of_ascii_nocase(name, names, sizeof(names) / sizeof(names)[0])

static bool
is_title(tl_str key)
{
    static const tl_str keys[] = {
        TL_STR_INIT("title"),     TL_STR_INIT("subtitle"), TL_STR_INIT("headline"),
        TL_STR_INIT("linktitle"), TL_STR_INIT("heading"),
    };
    return IS_ONE_OF(key, keys);
}

static bool
is_prose(tl_str key)
{
    static const tl_str keys[] = {
        TL_STR_INIT("description"), TL_STR_INIT("summary"), TL_STR_INIT("abstract"),
        TL_STR_INIT("excerpt"),     TL_STR_INIT("lead"),    TL_STR_INIT("lede"),
        TL_STR_INIT("caption"),     TL_STR_INIT("tagline"), TL_STR_INIT("alt"),
    };
    return IS_ONE_OF(key, keys);
}

static bool
is_date(tl_str key)
{
    static const tl_str keys[] = {
        TL_STR_INIT("date"),
        TL_STR_INIT("pubdate"),
        TL_STR_INIT("published"),
        TL_STR_INIT("publishdate"),
    };
    return IS_ONE_OF(key, keys);
}

static bool
is_language(tl_str key)
{
    static const tl_str keys[] = {
        TL_STR_INIT("lang"),
        TL_STR_INIT("language"),
        TL_STR_INIT("locale"),
    };
    return IS_ONE_OF(key, keys);
}

static tl_range
trimmed(tl_str bytes, tl_range range)
{
    tl_str whole = tl_str_at(bytes, range), inner = tl_str_trim(whole);
    uint32_t begin = inner.len ? (uint32_t)(inner.ptr - bytes.ptr) : range.end;
    return (tl_range){begin, begin + (uint32_t)inner.len};
}

/* Where the value of a line begins that starts with a key and a separator; 0 if there is none. */
static uint32_t
value_begin(const head *h, tl_range line)
{
    tl_str text = tl_str_at(h->bytes, line);
    size_t at = tl_str_find_byte(text, h->separator, 0);
    bool is_separate = h->separator == '=' || at + 1 >= text.len || text.ptr[at + 1] == ' ';
    return at > 0 && at < text.len && is_separate ? line.begin + (uint32_t)at + 1 : 0;
}

static head_line
take_apart(const head *h, tl_range range)
{
    head_line line = {.range = trimmed(h->bytes, range)};
    line.indent = line.range.begin - range.begin;
    line.value = line.range.begin;
    uint32_t value = value_begin(h, line.range);
    if (value > 0) {
        line.key = tl_str_trim(tl_str_slice(h->bytes, line.range.begin, value - 1));
        line.value = trimmed(h->bytes, (tl_range){value, line.range.end}).begin;
    }
    return line;
}

static bool
next_line(head *h, tl_range *line)
{
    return h->lines.next < h->end && tl_lines_next(&h->lines, line);
}

/* A backslash of a double-quoted value, with what it stands for; returns the offset behind it. */
static uint32_t
add_escape(head *h, uint32_t at)
{
    uint32_t next = at + 1 < h->end ? at + 2 : at + 1;
    char c = h->bytes.ptr[next - 1];
    if (c == 'n' || c == 't' || c == 'r') {
        tl_builder_add_as(h->builder, TL_STR(" "), (tl_range){at, next});
    } else if (c == '"' || c == '\\' || c == '/' || c == '\'') {
        tl_builder_add(h->builder, (tl_range){next - 1, next});
    } else {
        tl_builder_add_object(h->builder, (tl_range){at, at + 1});
        next = at + 1;
    }
    return next;
}

/* The inside of a quoted value that begins behind its quotation mark. */
static void
add_quoted(head *h, uint32_t at, char quote)
{
    uint32_t begin = at;
    while (at < h->end) {
        bool is_escape = quote == '"' && h->bytes.ptr[at] == '\\';
        bool is_doubled = quote == '\'' && h->bytes.ptr[at] == quote && at + 1 < h->end &&
                          h->bytes.ptr[at + 1] == quote;
        if (is_escape || is_doubled) {
            tl_builder_add(h->builder, (tl_range){begin, is_escape ? at : at + 1});
            at = begin = is_escape ? add_escape(h, at) : at + 2;
        } else if (h->bytes.ptr[at] == quote) {
            break;
        } else {
            at++;
        }
    }
    tl_builder_add(h->builder, (tl_range){begin, at});
}

/* Lines that are further in than the key go on with its value. */
static void
add_further_lines(head *h, uint32_t indent)
{
    tl_lines before = h->lines;
    tl_range range;
    while (next_line(h, &range)) {
        head_line line = take_apart(h, range);
        bool is_blank = line.range.begin == line.range.end;
        if (!is_blank && line.indent <= indent) {
            h->lines = before;
            break;
        }
        if (!is_blank) {
            tl_range gap = {tl_builder_source_end(h->builder), line.range.begin};
            tl_builder_add_break(h->builder, gap);
            tl_builder_add(h->builder, line.range);
        }
        before = h->lines;
    }
}

static uint32_t
comment_begin(const head *h, tl_range value)
{
    return value.begin + (uint32_t)tl_str_find(tl_str_at(h->bytes, value), TL_STR(" #"), 0);
}

static void
add_value(head *h, const head_line *line)
{
    tl_range value = {line->value, line->range.end};
    tl_str text = tl_str_at(h->bytes, value);
    char first = '\0';
    if (text.len > 0) {
        first = text.ptr[0];
    }
    if (first == '"' || first == '\'') {
        bool is_triple = text.len >= 3 && text.ptr[1] == first && text.ptr[2] == first;
        add_quoted(h, value.begin + (is_triple ? 3 : 1), first);
    } else if (first == '|' || first == '>') {
        add_further_lines(h, line->indent);
    } else if (first != '\0' && tl_str_find_byte(TL_STR("[{&*!"), first, 0) == 5) {
        tl_builder_add(h->builder, (tl_range){value.begin, comment_begin(h, value)});
        add_further_lines(h, line->indent);
    }
    h->builder->role = is_title(line->key) ? TL_ROLE_HEADING : TL_ROLE_PARAGRAPH;
    tl_builder_end(h->builder);
    h->builder->role = TL_ROLE_PARAGRAPH;
}

/* A short value as it is meant: without quotation marks and a comment. */
static tl_str
short_value(const head *h, const head_line *line)
{
    tl_range value = {line->value, line->range.end};
    value.end = comment_begin(h, value);
    tl_str text = tl_str_trim(tl_str_at(h->bytes, value));
    bool is_quoted = text.len >= 2 && (text.ptr[0] == '"' || text.ptr[0] == '\'') &&
                     tl_str_ends_with(text, tl_str_slice(text, 0, 1));
    return is_quoted ? tl_str_slice(text, 1, text.len - 1) : text;
}

static void
read_settings(head h)
{
    tl_range range;
    tl_document *document = h.builder->document;
    while (next_line(&h, &range)) {
        head_line line = take_apart(&h, range);
        if (is_date(line.key) && document->date.len == 0) {
            document->date = short_value(&h, &line);
        } else if (is_language(line.key)) {
            tl_builder_set_language(h.builder, short_value(&h, &line));
        }
    }
}

static void
read_prose(head h)
{
    tl_range range;
    while (next_line(&h, &range)) {
        head_line line = take_apart(&h, range);
        if (is_title(line.key) || is_prose(line.key)) {
            add_value(&h, &line);
        }
        if (line.range.begin < line.range.end && h.bytes.ptr[line.range.begin] == '#') {
            tl_document_add_comment(h.builder->document, line.range);
        }
    }
}

static bool
closes(tl_str line, tl_str fence)
{
    return tl_str_equal(line, fence) ||
           (tl_str_equal(fence, TL_STR("---")) && tl_str_equal(line, TL_STR("...")));
}

/* Finds the end of the head, whose first line has been read, and sets *behind to the offset behind
 * it; false if it has none, or no key. */
static bool
find_end(head *h, tl_str fence, uint32_t *behind)
{
    tl_range line;
    bool has_key = false;
    for (tl_lines walk = h->lines; tl_lines_next(&walk, &line);) {
        if (closes(tl_str_trim(tl_str_at(h->bytes, line)), fence)) {
            h->end = line.begin;
            *behind = (uint32_t)(walk.next < h->bytes.len ? walk.next : h->bytes.len);
            return has_key;
        }
        has_key = has_key || take_apart(h, line).key.len > 0;
    }
    return false;
}

uint32_t
tl_front_matter_read(tl_builder *builder, uint32_t begin)
{
    tl_str bytes = builder->document->source->bytes;
    head h = {.builder = builder, .bytes = bytes, .lines = tl_lines_from(bytes, begin)};
    tl_range line;
    uint32_t behind = begin;
    tl_lines_next(&h.lines, &line);
    tl_str fence = tl_str_trim(tl_str_at(bytes, line));
    bool is_toml = tl_str_equal(fence, TL_STR("+++"));
    h.separator = is_toml ? '=' : ':';
    if ((!is_toml && !tl_str_equal(fence, TL_STR("---"))) || !find_end(&h, fence, &behind)) {
        return begin;
    }
    read_settings(h);
    read_prose(h);
    return behind;
}
