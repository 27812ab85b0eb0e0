/* SPDX-License-Identifier: MPL-2.0 */
/* The keys above a cursor in YAML. Lines are read upwards: a line that is less indented than what
 * has been met has the key of what is met. Within a line, brackets that are open have a key before
 * them. Nothing is parsed, so any text will do. */
#include "tools/yaml_place.h"

static bool
is_word(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '-';
}

static size_t
line_begin(tl_str text, size_t at)
{
    while (at > 0 && text.ptr[at - 1] != '\n') {
        at--;
    }
    return at;
}

/* A line without its indentation, with the columns of its first dash and of what comes behind. */
typedef struct yaml_line {
    tl_str text;
    size_t dash, column;
} yaml_line;

static yaml_line
line_of(tl_str text)
{
    yaml_line line = {.text = text};
    size_t at = 0;
    bool has_dash = false;
    while (at < text.len && (text.ptr[at] == ' ' || (text.ptr[at] == '-' && at + 1 < text.len &&
                                                     text.ptr[at + 1] == ' '))) {
        if (text.ptr[at] == '-' && !has_dash) {
            has_dash = true;
            line.dash = at;
        }
        at++;
    }
    line.column = at;
    line.dash = has_dash ? line.dash : at;
    line.text = tl_str_slice(text, at, text.len);
    return line;
}

/* The key with which the text begins, or an empty one. */
static tl_str
key_of(tl_str text)
{
    size_t end = 0;
    while (end < text.len && is_word(text.ptr[end])) {
        end++;
    }
    bool is_key = end < text.len && text.ptr[end] == ':' &&
                  (end + 1 == text.len || text.ptr[end + 1] == ' ' || text.ptr[end + 1] == '\r');
    return tl_str_slice(text, 0, is_key ? end : 0);
}

static void
add_parent(tl_yaml_place *place, tl_str key)
{
    if (place->count < TL_YAML_PLACE_DEPTH) {
        place->parents[place->count++] = key;
    }
}

/* Adds the keys that the lines above `begin` have for something at a column. */
static void
climb(tl_str before, size_t begin, size_t column, tl_yaml_place *place)
{
    bool may_be_level = false; /* a list may be as far left as its key */
    while (begin > 0 && (column > 0 || may_be_level)) {
        size_t above = line_begin(before, begin - 1);
        yaml_line line = line_of(tl_str_slice(before, above, begin - 1));
        tl_str key = key_of(line.text);
        bool is_parent = line.column < column ||
                         (may_be_level && line.column == column && line.dash == line.column);
        if (key.len && is_parent) {
            add_parent(place, key);
            column = line.dash;
            may_be_level = line.dash < line.column;
        } else if (key.len && line.column == column && line.dash < line.column) {
            column = line.dash; /* the first key of an item */
            may_be_level = true;
        }
        begin = above;
    }
}

/* What the line tells of its end: where the part begins that counts, behind brackets and commas. */
typedef struct line_scan {
    size_t opened[TL_YAML_PLACE_DEPTH]; /* where each open bracket stands */
    size_t depth, part;
    char quote;
    bool is_comment;
} line_scan;

static void
scan_character(line_scan *scan, tl_str line, size_t at)
{
    char c = line.ptr[at];
    bool begins = at == 0 || line.ptr[at - 1] == ' ';
    if (scan->quote) {
        scan->quote = c == scan->quote ? '\0' : scan->quote;
    } else if ((c == '"' || c == '\'') && (begins || line.ptr[at - 1] == '[')) {
        scan->quote = c;
    } else if (c == '#' && begins) {
        scan->is_comment = true;
    } else if ((c == '{' || c == '[') && scan->depth < TL_YAML_PLACE_DEPTH) {
        scan->opened[scan->depth++] = at;
        scan->part = at + 1;
    } else if ((c == '}' || c == ']') && scan->depth) {
        scan->depth--;
    } else if (c == ',' && scan->depth) {
        scan->part = at + 1;
    }
}

/* The last key before a bracket, in the part that the bracket is in. */
static tl_str
key_before(tl_str line, size_t bracket)
{
    size_t begin = bracket;
    while (begin > 0 && line.ptr[begin - 1] != '{' && line.ptr[begin - 1] != '[' &&
           line.ptr[begin - 1] != ',') {
        begin--;
    }
    return key_of(line_of(tl_str_slice(line, begin, bracket)).text);
}

bool
tl_yaml_place_find(tl_str before, tl_yaml_place *place)
{
    size_t begin = line_begin(before, before.len), end = before.len;
    line_scan scan = {.part = 0};
    *place = (tl_yaml_place){.count = 0};
    while (end > begin && is_word(before.ptr[end - 1])) {
        end--;
    }
    tl_str line = tl_str_slice(before, begin, end);
    for (size_t i = 0; i < line.len; i++) {
        scan_character(&scan, line, i);
    }
    if (scan.quote || scan.is_comment) {
        return false;
    }
    place->typed = tl_str_slice(before, end, before.len);
    yaml_line first = line_of(line), part = line_of(tl_str_slice(line, scan.part, line.len));
    place->key = key_of(part.text);
    for (size_t i = scan.depth; i > 0; i--) {
        tl_str key = key_before(line, scan.opened[i - 1]);
        if (key.len) {
            add_parent(place, key);
        }
    }
    climb(before, begin, first.column, place);
    return true;
}
