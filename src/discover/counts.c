/* SPDX-License-Identifier: MPL-2.0 */
/* Counts and their file. Knows nothing of what is counted. Invariant: whatever the order in which
 * documents and files are added, the same places are kept and the same bytes are written. */
#include "discover/counts.h"

#include "base/alloc.h"
#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>

#define MOST_PLACES (UINT64_C(1) << 48) /* in one line of a file */

static const char *const kind_names[TL_COUNTED_KINDS] = {
    [TL_COUNTED_PHRASE] = "phrase",         [TL_COUNTED_OPENING] = "opening",
    [TL_COUNTED_APPOSITION] = "apposition", [TL_COUNTED_ACRONYM] = "acronym",
    [TL_COUNTED_EXPANSION] = "expansion",
};

void
tl_counts_clear(tl_counts *counts)
{
    tl_map_clear(&counts->map);
    tl_arena_clear(&counts->arena);
    *counts = (tl_counts){0};
}

void
tl_counts_begin(tl_counts *counts, tl_str path)
{
    counts->document = ++counts->documents;
    counts->path = path;
    counts->keeps_path = false;
}

/* -- counting --------------------------------------------------------------------------------- */

static tl_count *
count_of(tl_counts *counts, tl_counted kind, tl_str text)
{
    char small[256];
    char *bytes = text.len < sizeof small ? small : tl_alloc(text.len + 1);
    bytes[0] = (char)('0' + kind);
    memcpy(bytes + 1, text.ptr, text.len);
    tl_str key = {bytes, text.len + 1};
    tl_count *count = tl_map_get(&counts->map, key);
    if (count == NULL) {
        key = tl_arena_copy(&counts->arena, key);
        count = tl_arena_alloc(&counts->arena, 1, sizeof *count);
        count->kind = kind;
        count->text = tl_str_slice(key, 1, key.len);
        tl_map_add(&counts->map, key, count);
    }
    if (bytes != small) {
        free(bytes);
    }
    return count;
}

static int
compare_places(const tl_count_place *a, const tl_count_place *b)
{
    int order = tl_str_compare(a->path, b->path);
    order = order ? order : (a->line > b->line) - (a->line < b->line);
    return order ? order : (a->column > b->column) - (a->column < b->column);
}

/* Keeps the place if it is among the first. */
static void
keep_example(tl_count *count, tl_count_place place)
{
    size_t at = count->example_count;
    while (at > 0 && compare_places(&place, &count->examples[at - 1]) < 0) {
        at--;
    }
    if (at == TL_COUNT_PLACES) {
        return;
    }
    count->example_count += count->example_count < TL_COUNT_PLACES;
    for (size_t i = count->example_count - 1; i > at; i--) {
        count->examples[i] = count->examples[i - 1];
    }
    count->examples[at] = place;
}

static bool
is_full(const tl_count *count)
{
    return count->example_count == TL_COUNT_PLACES;
}

void
tl_counts_add(tl_counts *counts, tl_counted kind, tl_str text, tl_source *source, uint32_t offset)
{
    tl_count *count = count_of(counts, kind, text);
    const tl_count_place *last = &count->examples[TL_COUNT_PLACES - 1];
    count->places++;
    count->files += count->last_file != counts->document;
    if (!is_full(count) || tl_str_compare(counts->path, last->path) <= 0) {
        if (!counts->keeps_path) {
            counts->path = tl_arena_copy(&counts->arena, counts->path);
            counts->keeps_path = true;
        }
        tl_position position = tl_source_position(source, offset, TL_COLUMNS_CODE_POINTS);
        keep_example(count, (tl_count_place){counts->path, position.line, position.column});
    }
    count->last_file = counts->document;
}

static void
add_count(tl_counts *into, const tl_count *from)
{
    tl_count *count = count_of(into, from->kind, from->text);
    count->places += from->places;
    count->files += from->files;
    for (size_t i = 0; i < from->example_count; i++) {
        tl_count_place place = from->examples[i];
        if (!is_full(count) || compare_places(&place, &count->examples[TL_COUNT_PLACES - 1]) < 0) {
            place.path = tl_arena_copy(&into->arena, place.path);
            keep_example(count, place);
        }
    }
}

void
tl_counts_merge(tl_counts *into, const tl_counts *from)
{
    for (size_t i = 0; i < from->map.count; i++) {
        add_count(into, from->map.entries[i].value);
    }
    into->documents += from->documents;
}

static int
compare_counts(const void *left, const void *right)
{
    const tl_count *a = *(const tl_count *const *)left, *b = *(const tl_count *const *)right;
    int order = (a->kind > b->kind) - (a->kind < b->kind);
    return order ? order : tl_str_compare(a->text, b->text);
}

const tl_count **
tl_counts_sorted(const tl_counts *counts)
{
    const tl_count **all = tl_alloc_zero(counts->map.count + 1, sizeof *all);
    for (size_t i = 0; i < counts->map.count; i++) {
        all[i] = counts->map.entries[i].value;
    }
    if (counts->map.count) {
        qsort(all, counts->map.count, sizeof *all, compare_counts);
    }
    return all;
}

/* -- the file --------------------------------------------------------------------------------- */

static const char escaped[] = "\t\n\r\\", escapes[] = "tnr\\";

static void
write_text(tl_buf *out, tl_str text)
{
    for (size_t i = 0; i < text.len; i++) {
        const char *special = text.ptr[i] ? strchr(escaped, text.ptr[i]) : NULL;
        if (special) {
            tl_buf_add_byte(out, '\\');
        }
        tl_buf_add_byte(out, special ? escapes[special - escaped] : text.ptr[i]);
    }
}

static void
write_count(tl_buf *out, const tl_count *count)
{
    tl_buf_add_format(out, "%s\t", kind_names[count->kind]);
    write_text(out, count->text);
    tl_buf_add_format(out, "\t%llu\t%llu", (unsigned long long)count->places,
                      (unsigned long long)count->files);
    for (size_t i = 0; i < count->example_count; i++) {
        tl_buf_add_byte(out, '\t');
        write_text(out, count->examples[i].path);
        tl_buf_add_format(out, ":%u:%u", count->examples[i].line, count->examples[i].column);
    }
    tl_buf_add_byte(out, '\n');
}

void
tl_counts_write(const tl_counts *counts, tl_buf *out)
{
    const tl_count **all = tl_counts_sorted(counts);
    tl_buf_add_format(out, "termlint-counts 1 %llu\n", (unsigned long long)counts->documents);
    for (size_t i = 0; i < counts->map.count; i++) {
        write_count(out, all[i]);
    }
    free(all);
}

/* Without the escapes, in the arena; false if one is none. */
static bool
read_text(tl_arena *arena, tl_str text, tl_str *out)
{
    char *bytes = tl_arena_alloc(arena, text.len + 1, 1);
    size_t length = 0;
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        if (c == '\\') {
            const char *escape =
                ++i < text.len && text.ptr[i] ? strchr(escapes, text.ptr[i]) : NULL;
            if (escape == NULL) {
                return false;
            }
            c = escaped[escape - escapes];
        }
        bytes[length++] = c;
    }
    *out = (tl_str){bytes, length};
    return true;
}

static bool
read_number(tl_str text, uint64_t limit, uint64_t *number)
{
    *number = 0;
    for (size_t i = 0; i < text.len; i++) {
        unsigned digit = (unsigned)(unsigned char)text.ptr[i] - '0';
        if (digit > 9 || *number > (limit - digit) / 10) {
            return false;
        }
        *number = *number * 10 + digit;
    }
    return text.len > 0;
}

/* Takes the number behind the last colon off the end of *text. */
static bool
take_number(tl_str *text, uint32_t *number)
{
    size_t colon = text->len;
    uint64_t value;
    while (colon > 0 && text->ptr[colon - 1] != ':') {
        colon--;
    }
    if (colon == 0 || !read_number(tl_str_slice(*text, colon, text->len), UINT32_MAX, &value)) {
        return false;
    }
    *number = (uint32_t)value;
    text->len = colon - 1;
    return true;
}

static bool
read_place(tl_arena *arena, tl_str text, tl_count_place *place)
{
    return take_number(&text, &place->column) && take_number(&text, &place->line) && place->line &&
           place->column && read_text(arena, text, &place->path);
}

static bool
read_kind(tl_str name, tl_counted *kind)
{
    for (size_t i = 0; i < TL_COUNTED_KINDS; i++) {
        if (tl_str_equal(name, tl_str_from(kind_names[i]))) {
            *kind = (tl_counted)i;
            return true;
        }
    }
    return false;
}

static bool
read_count(tl_arena *arena, tl_str line, tl_count *count)
{
    tl_str part, text;
    if (!tl_str_split(&line, '\t', &part) || !read_kind(part, &count->kind) ||
        !tl_str_split(&line, '\t', &text) || !read_text(arena, text, &count->text) ||
        !tl_str_split(&line, '\t', &part) || !read_number(part, MOST_PLACES, &count->places) ||
        !tl_str_split(&line, '\t', &part) || !read_number(part, MOST_PLACES, &count->files)) {
        return false;
    }
    while (tl_str_split(&line, '\t', &part)) {
        if (count->example_count == TL_COUNT_PLACES ||
            !read_place(arena, part, &count->examples[count->example_count++])) {
            return false;
        }
    }
    return count->text.len && count->files && count->files <= count->places &&
           count->example_count > 0;
}

static bool
read_header(tl_str line, uint64_t *documents)
{
    static const tl_str begin = TL_STR_INIT("termlint-counts 1 ");
    return tl_str_starts_with(line, begin) &&
           read_number(tl_str_slice(line, begin.len, line.len), UINT64_MAX, documents);
}

bool
tl_counts_read(tl_counts *counts, tl_str name, tl_str bytes, tl_error *error)
{
    tl_arena scratch = {0};
    tl_str line;
    uint64_t documents;
    unsigned number = 1;
    bool ok = tl_utf8_invalid_at(bytes) == bytes.len && tl_str_split(&bytes, '\n', &line) &&
              read_header(line, &documents);
    if (!ok) {
        return tl_error_set(error, "%.*s: no counts of `termlint discover --counts`",
                            TL_STR_ARGS(name));
    }
    counts->documents += documents;
    while (ok && bytes.len && tl_str_split(&bytes, '\n', &line)) {
        tl_count count = {0};
        number++;
        ok = read_count(&scratch, line, &count);
        if (ok) {
            add_count(counts, &count);
        }
        tl_arena_reset(&scratch);
    }
    tl_arena_clear(&scratch);
    return ok || tl_error_set(error, "%.*s:%u: no count", TL_STR_ARGS(name), number);
}
