/* SPDX-License-Identifier: MPL-2.0 */
/* A unified diff of two versions of one text. Replacements keep the lines of a text in step, so
 * equal numbers of lines between the first and the last change are compared one by one; otherwise
 * that whole stretch is one change: always right, if not always the shortest. */
#include "termlint.h"

#include "base/array.h"
#include "base/buf.h"

#include <stdlib.h>

enum { CONTEXT = 3 };

typedef struct line_list {
    tl_str *lines; /* with their line ends */
    size_t count, capacity;
} line_list;

/* A run of lines that differ: [begin, end) on either side. */
typedef struct change {
    size_t old_begin, old_end, new_begin, new_end;
} change;

typedef struct change_list {
    change *items;
    size_t count, capacity;
} change_list;

static line_list
split_lines(tl_str text)
{
    line_list list = {0};
    for (size_t at = 0; at < text.len;) {
        size_t end = tl_str_find_byte(text, '\n', at);
        end = end < text.len ? end + 1 : end;
        list.lines =
            tl_array_reserve(list.lines, &list.capacity, list.count + 1, sizeof *list.lines);
        list.lines[list.count++] = tl_str_slice(text, at, end);
        at = end;
    }
    return list;
}

static void
add_change(change_list *changes, change item)
{
    changes->items = tl_array_reserve(changes->items, &changes->capacity, changes->count + 1,
                                      sizeof *changes->items);
    changes->items[changes->count++] = item;
}

static change_list
find_changes(const line_list *a, const line_list *b)
{
    change_list changes = {0};
    size_t begin = 0, a_end = a->count, b_end = b->count;
    while (begin < a_end && begin < b_end && tl_str_equal(a->lines[begin], b->lines[begin])) {
        begin++;
    }
    while (a_end > begin && b_end > begin &&
           tl_str_equal(a->lines[a_end - 1], b->lines[b_end - 1])) {
        a_end--;
        b_end--;
    }
    if (a_end != b_end) {
        add_change(&changes, (change){begin, a_end, begin, b_end});
        return changes;
    }
    for (size_t i = begin; i < a_end; i++) {
        change *last = changes.count ? &changes.items[changes.count - 1] : NULL;
        if (tl_str_equal(a->lines[i], b->lines[i])) {
            continue;
        }
        if (last && last->old_end == i) {
            last->old_end = last->new_end = i + 1;
        } else {
            add_change(&changes, (change){i, i + 1, i, i + 1});
        }
    }
    return changes;
}

static void
add_line(tl_buf *out, char mark, tl_str line)
{
    tl_buf_add_byte(out, mark);
    tl_buf_add(out, line);
    if (!tl_str_ends_with(line, TL_STR("\n"))) {
        tl_buf_add_cstr(out, "\n\\ No newline at end of file\n");
    }
}

static void
add_lines(tl_buf *out, char mark, const line_list *list, size_t begin, size_t end)
{
    for (size_t i = begin; i < end; i++) {
        add_line(out, mark, list->lines[i]);
    }
}

/* One hunk: changes [first, last] with the lines around them. */
static void
add_hunk(tl_buf *out, const line_list *a, const line_list *b, const change *first,
         const change *last)
{
    size_t before = first->old_begin < CONTEXT ? first->old_begin : CONTEXT;
    size_t after = a->count - last->old_end < CONTEXT ? a->count - last->old_end : CONTEXT;
    size_t old_begin = first->old_begin - before, new_begin = first->new_begin - before;
    size_t old_count = last->old_end + after - old_begin;
    size_t new_count = last->new_end + after - new_begin;
    tl_buf_add_format(out, "@@ -%zu,%zu +%zu,%zu @@\n", old_begin + (old_count > 0), old_count,
                      new_begin + (new_count > 0), new_count);
    size_t at = old_begin;
    for (const change *item = first; item <= last; item++) {
        add_lines(out, ' ', a, at, item->old_begin);
        add_lines(out, '-', a, item->old_begin, item->old_end);
        add_lines(out, '+', b, item->new_begin, item->new_end);
        at = item->old_end;
    }
    add_lines(out, ' ', a, at, at + after);
}

/* A name that holds a control character, a quote or a backslash is quoted as git quotes it; one
 * with a space is followed by a tab, so that readers see where it ends. */
static void
add_name(tl_buf *out, const char *mark, char side, tl_str name)
{
    bool quoted = false, spaced = false;
    for (size_t i = 0; i < name.len; i++) {
        unsigned char byte = (unsigned char)name.ptr[i];
        quoted = quoted || byte < 0x20 || byte == 0x7F || byte == '"' || byte == '\\';
        spaced = spaced || byte == ' ';
    }
    tl_buf_add_format(out, "%s %s%c/", mark, quoted ? "\"" : "", side);
    for (size_t i = 0; i < name.len; i++) {
        unsigned char byte = (unsigned char)name.ptr[i];
        if (byte < 0x20 || byte == 0x7F) {
            tl_buf_add_format(out, "\\%03o", byte);
            continue;
        }
        if (byte == '"' || byte == '\\') {
            tl_buf_add_byte(out, '\\');
        }
        tl_buf_add_byte(out, (char)byte);
    }
    tl_buf_add_cstr(out, quoted ? "\"\n" : spaced ? "\t\n" : "\n");
}

/* The name as git wants it: no part of it empty or a lone full stop. */
static void
simplify_name(tl_buf *out, tl_str name)
{
    tl_str part;
    while (tl_str_split(&name, '/', &part)) {
        if (part.len && !tl_str_equal(part, TL_STR("."))) {
            tl_buf_add_cstr(out, out->len ? "/" : "");
            tl_buf_add(out, part);
        }
    }
}

static void
add_hunks(tl_buf *out, const line_list *a, const line_list *b, const change_list *changes)
{
    for (size_t first = 0; first < changes->count;) {
        size_t last = first;
        while (last + 1 < changes->count &&
               changes->items[last + 1].old_begin - changes->items[last].old_end <= 2 * CONTEXT) {
            last++;
        }
        add_hunk(out, a, b, &changes->items[first], &changes->items[last]);
        first = last + 1;
    }
}

termlint_bytes
termlint_diff(const char *name, termlint_bytes before, termlint_bytes after)
{
    line_list a = split_lines((tl_str){before.ptr, before.length});
    line_list b = split_lines((tl_str){after.ptr, after.length});
    change_list changes = find_changes(&a, &b);
    tl_buf out = {0}, path = {0};
    simplify_name(&path, tl_str_from(name));
    if (changes.count) {
        add_name(&out, "---", 'a', tl_buf_str(&path));
        add_name(&out, "+++", 'b', tl_buf_str(&path));
        add_hunks(&out, &a, &b, &changes);
    }
    size_t length = out.len;
    tl_buf_clear(&path);
    tl_buf_add_byte(&out, '\0');
    free(a.lines);
    free(b.lines);
    free(changes.items);
    return (termlint_bytes){.ptr = out.ptr, .length = length};
}
