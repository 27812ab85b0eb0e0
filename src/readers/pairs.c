/* SPDX-License-Identifier: MPL-2.0 */
/* Tables of pairs, comma- or tab-separated after RFC 4180: a header of languages, then a bilingual
 * unit a row. A table whose header names no two languages has no pairs: its cells are plain text,
 * unless they look like pairs, which must not pass as checked. Knows rows and cells, of languages
 * the look of their codes and their names. */
#include "base/array.h"
#include "base/utf8.h"
#include "readers/readers.h"
#include "readers/unit.h"
#include "text/language_tag.h"
#include "text/script.h"

#include <stdlib.h>

/* A cell as it stands in the file, without the quotes around it. */
typedef struct cell {
    tl_range range;
    bool has_quotes; /* and some of them stand twice */
} cell;

typedef struct table {
    tl_document *document;
    tl_str bytes;
    char delimiter;
    uint32_t at;
    cell *cells; /* owned array: the row that was read last */
    size_t count, capacity;
    tl_unit_builder pair;
    tl_builder cell; /* of a table without pairs */
} table;

/* Which columns are what, from 0; SIZE_MAX: there is none such. */
typedef struct columns {
    size_t source, target, id;
    tl_str source_language, target_language;
} columns;

static bool
fail_at(const table *t, uint32_t at, tl_error *error, const char *message)
{
    tl_position place = tl_source_position(t->document->source, at, TL_COLUMNS_CODE_POINTS);
    return tl_error_set(error, "%.*s: line %u, column %u: %s",
                        TL_STR_ARGS(t->document->source->name), place.line, place.column, message);
}

static bool
is_at(const table *t, uint32_t at, char byte)
{
    return at < t->bytes.len && t->bytes.ptr[at] == byte;
}

static bool
is_line_end(const table *t, uint32_t at)
{
    return at >= t->bytes.len || is_at(t, at, '\n') ||
           (is_at(t, at, '\r') && (at + 1 == t->bytes.len || is_at(t, at + 1, '\n')));
}

static bool
is_cell_end(const table *t, uint32_t at)
{
    return is_at(t, at, t->delimiter) || is_line_end(t, at);
}

static cell
read_bare(table *t)
{
    cell read = {.range = {t->at, t->at}};
    while (!is_cell_end(t, t->at)) {
        t->at++;
    }
    read.range.end = t->at;
    return read;
}

/* Where the quotation that begins at `at` is closed, or the end of the file. */
static uint32_t
find_close(const table *t, uint32_t at, bool *has_quotes)
{
    for (at++; at < t->bytes.len; at++) {
        if (!is_at(t, at, '"')) {
            continue;
        }
        if (!is_at(t, at + 1, '"')) {
            return at;
        }
        *has_quotes = true;
        at++;
    }
    return at;
}

/* Where tabs separate, many programs write no quotes around a cell, so one that only begins with a
 * quotation mark is taken as it is. */
static bool
read_cell(table *t, cell *read, tl_error *error)
{
    *read = (cell){.range = {t->at + 1, t->at + 1}};
    if (!is_at(t, t->at, '"')) {
        *read = read_bare(t);
        return true;
    }
    read->range.end = find_close(t, t->at, &read->has_quotes);
    bool is_closed = read->range.end < t->bytes.len;
    if (is_closed && is_cell_end(t, read->range.end + 1)) {
        t->at = read->range.end + 1;
        return true;
    }
    if (t->delimiter == '\t') {
        *read = read_bare(t);
        return true;
    }
    return is_closed
               ? fail_at(t, read->range.end + 1, error,
                         "text behind a closing quotation mark, the end of the cell is wanted")
               : fail_at(t, t->at, error,
                         "a quotation mark that is never closed, a second one is wanted");
}

static void
skip_line_end(table *t)
{
    t->at += is_at(t, t->at, '\r');
    t->at += is_at(t, t->at, '\n');
}

/* Reads a row that is not empty; *more is false at the end of the file. */
static bool
read_row(table *t, bool *more, tl_error *error)
{
    t->count = 0;
    while (t->at < t->bytes.len && is_line_end(t, t->at)) {
        skip_line_end(t);
    }
    *more = t->at < t->bytes.len;
    for (bool is_last = !*more; !is_last;) {
        t->cells = tl_array_reserve(t->cells, &t->capacity, t->count + 1, sizeof *t->cells);
        if (!read_cell(t, &t->cells[t->count++], error)) {
            return false;
        }
        is_last = is_line_end(t, t->at);
        t->at += !is_last;
    }
    skip_line_end(t);
    return true;
}

/* Adds the text of a cell, in which of two quotation marks each stands for one. */
static void
add_text(tl_builder *to, tl_str bytes, cell added)
{
    uint32_t at = added.range.begin, end = added.range.end;
    while (added.has_quotes && at < end) {
        tl_str rest = tl_str_slice(bytes, at, end);
        uint32_t quote = at + (uint32_t)tl_str_find_byte(rest, '"', 0);
        if (quote == end) {
            break;
        }
        tl_builder_add(to, (tl_range){at, quote});
        tl_builder_add_as(to, TL_STR("\""), (tl_range){quote, quote + 2});
        at = quote + 2;
    }
    tl_builder_add(to, (tl_range){at, end});
}

static tl_str
cell_text(const table *t, size_t column)
{
    return column < t->count ? tl_str_trim(tl_str_at(t->bytes, t->cells[column].range))
                             : (tl_str){NULL, 0};
}

/* The language that a header names ("ru", "en_US", "Russian"), or an empty string. Three letters
 * are a word unless they are the code of a known language. */
static tl_str
language_of(const table *t, size_t column)
{
    tl_str name = cell_text(t, column);
    tl_str tag = tl_arena_copy(&t->document->arena, name);
    for (size_t i = 0; i < tag.len; i++) {
        if (tag.ptr[i] == '_') {
            ((char *)(uintptr_t)tag.ptr)[i] = '-';
        }
    }
    bool is_tag =
        tl_language_is_tag(tag) && !tl_str_equal_ascii_nocase(tag, TL_STR("id")) &&
        (tl_language_primary(tag).len == 2 || tl_script_of_language(tag) != TL_SCRIPT_OTHER);
    return is_tag ? tag : tl_language_named(name);
}

/* The column of a language: the one of that name, else the first of the same primary language. */
static size_t
find_language(const table *t, tl_str wanted)
{
    size_t found = SIZE_MAX;
    for (size_t i = 0; i < t->count; i++) {
        tl_str language = language_of(t, i);
        if (tl_str_equal_ascii_nocase(language, wanted)) {
            return i;
        }
        bool is_near = language.len && tl_str_equal_ascii_nocase(tl_language_primary(language),
                                                                 tl_language_primary(wanted));
        found = is_near && found == SIZE_MAX ? i : found;
    }
    return found;
}

/* What a header without languages calls the two sides. */
static bool
names_side(tl_str name, tl_side side)
{
    static const tl_str names[][6] = {
        {TL_STR_INIT("source"), TL_STR_INIT("src"), TL_STR_INIT("source text"),
         TL_STR_INIT("original"), TL_STR_INIT("Оригинал"), TL_STR_INIT("оригинал")},
        {TL_STR_INIT("target"), TL_STR_INIT("trg"), TL_STR_INIT("target text"),
         TL_STR_INIT("translation"), TL_STR_INIT("Перевод"), TL_STR_INIT("перевод")},
    };
    for (size_t i = 0; i < sizeof names[0] / sizeof names[0][0]; i++) {
        if (tl_str_equal_ascii_nocase(name, names[side == TL_SIDE_TARGET][i])) {
            return true;
        }
    }
    return false;
}

static size_t
find_side(const table *t, tl_side side)
{
    size_t i = 0;
    while (i < t->count && !names_side(cell_text(t, i), side)) {
        i++;
    }
    return i < t->count ? i : SIZE_MAX;
}

/* The columns of the pair that is asked for: by their languages, else by their sides. */
static bool
find_wanted(const table *t, columns *found, tl_error *error)
{
    const tl_language_pair *wanted = &t->document->wanted;
    found->source = find_language(t, wanted->source);
    found->target = find_language(t, wanted->target);
    bool is_missing_source = found->source == SIZE_MAX;
    if (!is_missing_source && found->target != SIZE_MAX && found->source != found->target) {
        return true;
    }
    if (is_missing_source && found->target == SIZE_MAX) {
        found->source = find_side(t, TL_SIDE_SOURCE);
        found->target = find_side(t, TL_SIDE_TARGET);
        if (found->source != SIZE_MAX && found->target != SIZE_MAX) {
            return true;
        }
    }
    tl_str missing = is_missing_source ? wanted->source : wanted->target;
    return tl_error_set(
        error,
        "%.*s: line 1: no column “%.*s”, which --pair names; want a header with the "
        "language codes “%.*s” and “%.*s”",
        TL_STR_ARGS(t->document->source->name), TL_STR_ARGS(missing), TL_STR_ARGS(wanted->source),
        TL_STR_ARGS(wanted->target));
}

/* Reads the header; no column is found where it names no two languages. */
static bool
read_header(const table *t, columns *found, tl_error *error)
{
    size_t languages = 0;
    *found = (columns){SIZE_MAX, SIZE_MAX, SIZE_MAX, {NULL, 0}, {NULL, 0}};
    for (size_t i = 0; i < t->count; i++) {
        bool is_language = language_of(t, i).len > 0;
        bool is_id = tl_str_equal_ascii_nocase(cell_text(t, i), TL_STR("id"));
        languages += is_language;
        found->source = is_language && languages == 1 ? i : found->source;
        found->target = is_language && languages == 2 ? i : found->target;
        found->id = is_id && found->id == SIZE_MAX ? i : found->id;
    }
    bool names_pair = t->document->wanted.source.len > 0;
    if (names_pair && !find_wanted(t, found, error)) {
        return false;
    }
    if (languages > 2 && !names_pair) {
        return tl_error_set(error, "%.*s: %zu languages, name two of them with --pair",
                            TL_STR_ARGS(t->document->source->name), languages);
    }
    if (found->target != SIZE_MAX && found->source != SIZE_MAX) {
        const tl_language_pair *wanted = &t->document->wanted;
        tl_str source = language_of(t, found->source), target = language_of(t, found->target);
        found->source_language = source.len ? source : wanted->source;
        found->target_language = target.len ? target : wanted->target;
    }
    return true;
}

/* The script of the first letter of a cell that has one. */
static tl_script
script_of_cell(const table *t, size_t column)
{
    tl_str text = cell_text(t, column);
    tl_script script = TL_SCRIPT_NONE;
    for (size_t at = 0; at < text.len && script == TL_SCRIPT_NONE;) {
        script = tl_script_of(tl_utf8_next(text, &at));
    }
    return script;
}

/* A row of one text in two scripts, or a header that calls its columns source and target. */
static bool
looks_like_pair(const table *t)
{
    enum {
        SENTENCE = 3, /* words at least, so that a list of names in two alphabets is none */
        COLUMNS = 4,  /* at most: an id, the pair, a note */
    };
    bool has_sides =
        find_side(t, TL_SIDE_SOURCE) != SIZE_MAX && find_side(t, TL_SIDE_TARGET) != SIZE_MAX;
    unsigned scripts = 0;
    for (size_t i = 0; i < t->count; i++) {
        tl_str text = cell_text(t, i);
        size_t spaces = 0;
        for (size_t at = 0; at < text.len; at++) {
            spaces += text.ptr[at] == ' ';
        }
        scripts |= spaces + 1 >= SENTENCE ? (unsigned)script_of_cell(t, i) : 0U;
    }
    return has_sides ||
           (t->count <= COLUMNS && (scripts & TL_SCRIPT_LATIN) && (scripts & TL_SCRIPT_CYRILLIC));
}

static bool
refuse_pairs(const table *t, tl_error *error)
{
    return tl_error_set(error,
                        "%.*s: line 1: the header names no two languages, but there are pairs "
                        "below; want a code or a name above each column, such as “en” and "
                        "“Russian”",
                        TL_STR_ARGS(t->document->source->name));
}

static void
add_pair(table *t, const columns *c, uint32_t row)
{
    const size_t column[] = {c->source, c->target};
    const tl_str languages[] = {c->source_language, c->target_language};
    tl_arena *arena = &t->document->arena;
    tl_str id = cell_text(t, c->id);
    id = id.len ? tl_arena_copy(arena, id) : tl_arena_format(arena, "%u", row + 1);
    for (size_t i = 0; i < 2; i++) {
        if (column[i] < t->count) {
            t->pair.text.language = languages[i];
            add_text(&t->pair.text, t->bytes, t->cells[column[i]]);
            tl_unit_builder_end(&t->pair, i == 0 ? TL_SIDE_SOURCE : TL_SIDE_TARGET, row, id);
        }
    }
}

static void
add_cells(table *t)
{
    for (size_t i = 0; i < t->count; i++) {
        add_text(&t->cell, t->bytes, t->cells[i]);
        tl_builder_end(&t->cell);
    }
}

/* Adds the row that was read, and all others, as plain text; the first two must be no pairs. */
static bool
read_cells(table *t, tl_error *error)
{
    bool more = true;
    for (uint32_t row = 0; more; row++) {
        if (row < 2 && looks_like_pair(t)) {
            return refuse_pairs(t, error);
        }
        add_cells(t);
        if (!read_row(t, &more, error)) {
            return false;
        }
    }
    return true;
}

static bool
read_table(table *t, tl_error *error)
{
    columns found;
    bool more;
    if (!read_row(t, &more, error) || !read_header(t, &found, error)) {
        return false;
    }
    bool has_pairs = found.target != SIZE_MAX;
    if (!has_pairs) {
        return read_cells(t, error);
    }
    for (uint32_t row = 0; more; row++) {
        if (!read_row(t, &more, error)) {
            return false;
        }
        add_pair(t, &found, row);
    }
    return true;
}

static bool
read_with(tl_document *document, char delimiter, tl_error *error)
{
    table t = {.document = document,
               .bytes = document->source->bytes,
               .delimiter = delimiter,
               .at = tl_source_text_begin(document->source)};
    tl_unit_builder_init(&t.pair, document);
    tl_builder_init(&t.cell, document);
    t.cell.role = TL_ROLE_CELL;
    bool ok = read_table(&t, error);
    tl_unit_builder_clear(&t.pair);
    tl_builder_clear(&t.cell);
    free(t.cells);
    return ok;
}

static bool
read_tsv(tl_document *document, tl_error *error)
{
    return read_with(document, '\t', error);
}

static bool
read_csv(tl_document *document, tl_error *error)
{
    return read_with(document, ',', error);
}

static const char *const tsv_extensions[] = {"tsv", "tab", NULL};
static const char *const csv_extensions[] = {"csv", NULL};

const tl_reader tl_reader_tsv = {
    .id = "tsv",
    .summary = "tab-separated pairs, a language a column; other tables cell by cell",
    .extensions = tsv_extensions,
    .read = read_tsv,
};

const tl_reader tl_reader_csv = {
    .id = "csv",
    .summary = "comma-separated pairs, a language a column; other tables cell by cell",
    .extensions = csv_extensions,
    .read = read_csv,
};
