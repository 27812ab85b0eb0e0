/* SPDX-License-Identifier: MPL-2.0 */
/* Where and how something is put into a YAML file. In brackets it goes behind the last part, else
 * into a line of its own behind the line in which the part before it ends, with what comments there
 * are. Lines are ended as the file ends that one. */
#include "termbase/yaml_change.h"

#include "termbase/yaml_text.h"

static uint32_t
end_of_line(tl_str bytes, uint32_t at)
{
    while (at < bytes.len && bytes.ptr[at] != '\n' && bytes.ptr[at] != '\r') {
        at++;
    }
    return at;
}

/* How the line ends that ends there; as the first one does if it is the last. */
static tl_str
line_break_at(tl_str bytes, uint32_t end)
{
    uint32_t at = end < bytes.len ? end : end_of_line(bytes, 0);
    tl_str rest = tl_str_slice(bytes, at, bytes.len);
    return tl_str_starts_with(rest, TL_STR("\r\n")) ? TL_STR("\r\n")
           : tl_str_starts_with(rest, TL_STR("\r")) ? TL_STR("\r")
                                                    : TL_STR("\n");
}

/* Begins a line behind the one that has the byte before `at`, at a column. */
static void
begin_line(tl_yaml_change *change, tl_str bytes, uint32_t at, uint32_t column)
{
    uint32_t end = end_of_line(bytes, at);
    change->range = (tl_range){end, end};
    tl_buf_add(&change->text, line_break_at(bytes, end));
    tl_buf_add_format(&change->text, "%*s", (int)column, "");
}

static void
begin_at(tl_yaml_change *change, uint32_t at)
{
    change->range = (tl_range){at, at};
}

static void
add_listed(tl_buf *out, tl_str text)
{
    tl_buf_add_byte(out, '[');
    tl_yaml_add_text(out, text);
    tl_buf_add_byte(out, ']');
}

/* -- lists ------------------------------------------------------------------------------------ */

static void
add_to_flow_list(const tl_yaml_part *list, tl_str text, tl_yaml_change *change)
{
    begin_at(change, list->last ? list->range.end - 1 : list->range.begin + 1);
    if (list->last) {
        begin_at(change, list->last->range.end);
        tl_buf_add_cstr(&change->text, ", ");
    }
    tl_yaml_add_text(&change->text, text);
}

static void
add_to_block_list(tl_str bytes, const tl_yaml_part *list, tl_str text, tl_yaml_change *change)
{
    begin_line(change, bytes, list->range.end, list->column);
    tl_buf_add_cstr(&change->text, "- ");
    tl_yaml_add_text(&change->text, text);
}

/* One text or mapping becomes the first item of a list. What is in brackets or quotes stays as it
 * is; a text without them may have what would end it between brackets. */
static bool
make_list(tl_str bytes, const tl_yaml_part *value, tl_str text, tl_yaml_change *change)
{
    bool is_block = value->kind != TL_PART_TEXT && !value->is_flow;
    if (is_block || value->range.begin == value->range.end) {
        return false;
    }
    char first = bytes.ptr[value->range.begin];
    bool is_bare = value->kind == TL_PART_TEXT && first != '"' && first != '\'';
    change->range = value->range;
    tl_buf_add_byte(&change->text, '[');
    if (is_bare) {
        tl_yaml_add_text(&change->text, value->text);
    } else {
        tl_buf_add(&change->text, tl_str_at(bytes, value->range));
    }
    tl_buf_add_cstr(&change->text, ", ");
    tl_yaml_add_text(&change->text, text);
    tl_buf_add_byte(&change->text, ']');
    return true;
}

/* -- mappings --------------------------------------------------------------------------------- */

/* Where a key and its value end. That of an explicit key without one is said to stand where the
 * next thing does. */
static uint32_t
end_of_pair(const tl_yaml_part *key)
{
    bool is_empty = key->value->range.begin == key->value->range.end;
    return is_empty ? key->range.end : key->value->range.end;
}

/* Begins a new key behind the part; the caller adds key and value. */
static void
begin_key(tl_str bytes, const tl_yaml_part *mapping, const tl_yaml_part *before,
          tl_yaml_change *change)
{
    if (!mapping->is_flow) {
        begin_line(change, bytes, end_of_pair(before), mapping->first->column);
    } else if (before) {
        begin_at(change, before->value->range.end);
        tl_buf_add_cstr(&change->text, ", ");
    } else {
        begin_at(change, mapping->range.begin + 1);
    }
}

bool
tl_yaml_add_to_list(tl_yaml_file file, const tl_yaml_part *mapping, tl_str key, tl_str text,
                    tl_yaml_change *change)
{
    const tl_yaml_part *value = tl_yaml_part_find(mapping, key);
    if (mapping == NULL || mapping->kind != TL_PART_MAPPING) {
        return false;
    }
    if (value == NULL) {
        begin_key(file.bytes, mapping, mapping->last, change);
        tl_buf_add_format(&change->text, "%.*s: ", TL_STR_ARGS(key));
        add_listed(&change->text, text);
    } else if (value->kind != TL_PART_LIST) {
        return make_list(file.bytes, value, text, change);
    } else if (value->is_flow) {
        add_to_flow_list(value, text, change);
    } else {
        add_to_block_list(file.bytes, value, text, change);
    }
    return true;
}

bool
tl_yaml_add_term(tl_yaml_file file, const tl_yaml_part *entry, tl_str key, tl_str text,
                 tl_yaml_change *change)
{
    if (entry == NULL || entry->kind != TL_PART_TEXT) {
        return tl_yaml_add_to_list(file, entry, key, text, change);
    }
    if (entry->range.begin == entry->range.end) {
        return false;
    }
    change->range = entry->range;
    tl_buf_add_cstr(&change->text, "{preferred: ");
    tl_yaml_add_text(&change->text, entry->text);
    tl_buf_add_format(&change->text, ", %.*s: ", TL_STR_ARGS(key));
    add_listed(&change->text, text);
    tl_buf_add_byte(&change->text, '}');
    return true;
}

/* -- the root --------------------------------------------------------------------------------- */

/* Appends lines, each ending with a line feed, behind the line that was begun at a column. */
static void
add_lines(tl_yaml_change *change, tl_str lines, uint32_t column, tl_str line_break)
{
    tl_str line;
    for (bool is_first = true; tl_str_split(&lines, '\n', &line) && line.len; is_first = false) {
        if (!is_first) {
            tl_buf_add(&change->text, line_break);
            tl_buf_add_format(&change->text, "%*s", (int)column, "");
        }
        tl_buf_add(&change->text, line);
    }
}

/* Begins a key of the root behind all else in the file. */
static void
begin_root_key(tl_yaml_file file, tl_str key, tl_yaml_change *change)
{
    tl_str bytes = file.bytes, line_break = line_break_at(bytes, (uint32_t)bytes.len);
    bool has_end =
        bytes.len == 0 || bytes.ptr[bytes.len - 1] == '\n' || bytes.ptr[bytes.len - 1] == '\r';
    begin_at(change, (uint32_t)bytes.len);
    tl_buf_add(&change->text, has_end ? TL_STR("") : line_break);
    tl_buf_add_format(&change->text, "%.*s:", TL_STR_ARGS(key));
}

/* Whether a line at the margin is one more key of the root: a tag before it may stand there while
 * its keys do not. */
static bool
is_block_mapping(const tl_yaml_part *root)
{
    return root == NULL || (root->kind == TL_PART_MAPPING && !root->is_flow && root->column == 0 &&
                            (root->first == NULL || root->first->column == 0));
}

bool
tl_yaml_add_item(tl_yaml_file file, tl_str key, tl_str lines, tl_yaml_change *change)
{
    enum { DASH = 2 };
    const tl_yaml_part *list = tl_yaml_part_find(file.root, key);
    uint32_t behind = end_of_line(file.bytes, list ? list->range.end : 0);
    tl_str line_break = line_break_at(file.bytes, behind);
    if (list && (list->kind != TL_PART_LIST || list->is_flow)) {
        return false;
    }
    uint32_t column = list ? list->column : DASH;
    if (list) {
        begin_line(change, file.bytes, list->range.end, column);
    } else if (is_block_mapping(file.root)) {
        begin_root_key(file, key, change);
        tl_buf_add_format(&change->text, "%.*s  ", TL_STR_ARGS(line_break));
    } else {
        return false;
    }
    tl_buf_add_cstr(&change->text, "- ");
    add_lines(change, lines, column + DASH, line_break);
    tl_buf_add(&change->text, list ? TL_STR("") : line_break);
    return true;
}

/* The key with its value, the latter in the arena of nobody: both stand for themselves. */
static void
add_pair(tl_buf *out, tl_str key, tl_str value)
{
    tl_buf_add_format(out, "%.*s: %.*s", TL_STR_ARGS(key), TL_STR_ARGS(value));
}

/* `outer: {inner: value}` as a new key of the root. */
static bool
add_outer(tl_yaml_file file, tl_str outer, tl_str inner, tl_str value, tl_yaml_change *change)
{
    if (is_block_mapping(file.root)) {
        tl_str line_break = line_break_at(file.bytes, (uint32_t)file.bytes.len);
        begin_root_key(file, outer, change);
        tl_buf_add_format(&change->text, "%.*s  ", TL_STR_ARGS(line_break));
        add_pair(&change->text, inner, value);
        tl_buf_add(&change->text, line_break);
        return true;
    }
    if (file.root->kind != TL_PART_MAPPING || !file.root->is_flow) {
        return false;
    }
    begin_key(file.bytes, file.root, file.root->last, change);
    tl_buf_add_format(&change->text, "%.*s: {", TL_STR_ARGS(outer));
    add_pair(&change->text, inner, value);
    tl_buf_add_byte(&change->text, '}');
    return true;
}

bool
tl_yaml_set(tl_yaml_file file, tl_str outer, tl_str inner, tl_str value, tl_yaml_change *change)
{
    const tl_yaml_part *mapping = tl_yaml_part_find(file.root, outer);
    if (mapping == NULL) {
        return add_outer(file, outer, inner, value, change);
    }
    const tl_yaml_part *old = tl_yaml_part_find(mapping, inner);
    if (mapping->kind != TL_PART_MAPPING || (old && old->range.begin == old->range.end)) {
        return false;
    }
    if (old) {
        change->range = old->range;
        tl_buf_add(&change->text, value);
    } else {
        begin_key(file.bytes, mapping, mapping->last, change);
        add_pair(&change->text, inner, value);
    }
    return true;
}
