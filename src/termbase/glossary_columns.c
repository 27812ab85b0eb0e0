/* SPDX-License-Identifier: MPL-2.0 */
/* The columns of glossaries, as the programs and the people who write such tables name them: by
 * language tags, by names of languages, by source and target, or not at all. */
#include "termbase/glossary_columns.h"

#include "base/alloc.h"
#include "base/buf.h"
#include "text/language_tag.h"

#include <stdlib.h>

enum { MAX_COLUMNS = 256 };

typedef struct reading {
    tl_load *load;
    const tl_table *table;
    tl_glossary_columns *columns;
} reading;

/* Takes the last part, up to a mark between parts, off the end of *rest. */
static tl_str
take_last(tl_str *rest)
{
    size_t begin = rest->len;
    while (begin > 0 && rest->ptr[begin - 1] != '-' && rest->ptr[begin - 1] != '_' &&
           rest->ptr[begin - 1] != '.' && rest->ptr[begin - 1] != '/') {
        begin--;
    }
    tl_str part = tl_str_slice(*rest, begin, rest->len);
    bool is_end = begin == 0 || rest->ptr[begin - 1] == '/';
    *rest = tl_str_slice(*rest, 0, is_end ? 0 : begin - 1);
    return part;
}

static bool
is_capital(char c)
{
    return c >= 'A' && c <= 'Z';
}

/* Takes a tag, "ru" or "ru-RU", off the end of *rest; an empty string if there is none. */
static tl_str
take_tag(tl_str *rest)
{
    tl_str part = take_last(rest);
    size_t end = (size_t)(part.ptr - rest->ptr) + part.len;
    if (part.len == 2 && is_capital(part.ptr[0]) && is_capital(part.ptr[1])) {
        part = take_last(rest);
    }
    bool is_language = (part.len == 2 || part.len == 3) && !is_capital(part.ptr[0]);
    tl_str tag = {part.ptr, end - (size_t)(part.ptr - rest->ptr)};
    return is_language && tl_language_is_tag(part) ? tag : TL_STR("");
}

bool
tl_glossary_name_languages(tl_str path, tl_str languages[2])
{
    tl_str rest = path;
    take_last(&rest);
    languages[1] = take_tag(&rest);
    languages[0] = languages[1].len ? take_tag(&rest) : TL_STR("");
    return languages[0].len > 0;
}

static tl_glossary_column *
add(reading *r, tl_glossary_kind kind, tl_str name)
{
    tl_glossary_column *column = &r->columns->items[r->columns->count++];
    *column = (tl_glossary_column){.kind = kind, .name = tl_arena_copy(&r->load->run, name)};
    return column;
}

static void
add_key(reading *r, tl_str name, const char *key)
{
    add(r, TL_GLOSSARY_KEY, name)->key = key;
}

static void
add_term_column(reading *r, tl_str name, tl_str language)
{
    tl_glossary_column *column = add(r, TL_GLOSSARY_TERM, name);
    column->language = tl_arena_copy(&r->load->run, language);
}

/* Columns of other programs, and those of ours that mean another thing in a row for a concept. */
static const struct {
    tl_str name;
    const char *key; /* NULL: an id */
} known_columns[] = {
    {TL_STR_INIT("id"), NULL},
    {TL_STR_INIT("concept"), NULL},
    {TL_STR_INIT("concept_id"), NULL},
    {TL_STR_INIT("type"), "type"},
    {TL_STR_INIT("part_of"), "part_of"},
    {TL_STR_INIT("subject"), "subject"},
    {TL_STR_INIT("domain"), "subject"},
    {TL_STR_INIT("definition"), "definition"},
    {TL_STR_INIT("description"), "definition"},
    {TL_STR_INIT("severity"), "severity"},
    {TL_STR_INIT("concept_severity"), "severity"},
    {TL_STR_INIT("note"), "note"},
    {TL_STR_INIT("notes"), "note"},
    {TL_STR_INIT("comment"), "note"},
    {TL_STR_INIT("comments"), "note"},
    {TL_STR_INIT("concept_note"), "note"},
    {TL_STR_INIT("translator_comments"), "note"},
    {TL_STR_INIT("developer_comments"), "note"},
    {TL_STR_INIT("source"), "source"},
    {TL_STR_INIT("concept_source"), "source"},
};

/* Columns of other programs that a termbase has no place for, near as they may be to one of ours.
 */
static const tl_str foreign_columns[] = {
    TL_STR_INIT("location"), TL_STR_INIT("fuzzy"), TL_STR_INIT("context"), TL_STR_INIT("pos"),
    TL_STR_INIT("flags"),    TL_STR_INIT("no."),   TL_STR_INIT("nr"),      TL_STR_INIT("nr."),
    TL_STR_INIT("#"),        TL_STR_INIT("№"),     TL_STR_INIT("number"),
};

/* Columns of further forms, with their status. */
static const struct {
    tl_str name;
    const char *status;
} form_columns[] = {
    {TL_STR_INIT("forbidden"), "forbidden"},
    {TL_STR_INIT("forbidden term"), "forbidden"},
    {TL_STR_INIT("forbidden terms"), "forbidden"},
    {TL_STR_INIT("banned"), "forbidden"},
    {TL_STR_INIT("deprecated"), "deprecated"},
    {TL_STR_INIT("deprecated term"), "deprecated"},
    {TL_STR_INIT("deprecated terms"), "deprecated"},
    {TL_STR_INIT("do not use"), "deprecated"},
    {TL_STR_INIT("don't use"), "deprecated"},
    {TL_STR_INIT("not to use"), "deprecated"},
    {TL_STR_INIT("avoid"), "deprecated"},
    {TL_STR_INIT("wrong"), "deprecated"},
    {TL_STR_INIT("incorrect"), "deprecated"},
    {TL_STR_INIT("synonym"), "admitted"},
    {TL_STR_INIT("synonyms"), "admitted"},
    {TL_STR_INIT("variant"), "admitted"},
    {TL_STR_INIT("variants"), "admitted"},
    {TL_STR_INIT("admitted"), "admitted"},
    {TL_STR_INIT("alternative"), "admitted"},
    {TL_STR_INIT("alternatives"), "admitted"},
};

/* Words beside the name of a language that do not change what the column is. */
static const tl_str fillers[] = {
    TL_STR_INIT("term"),        TL_STR_INIT("terms"),  TL_STR_INIT("text"),  TL_STR_INIT("word"),
    TL_STR_INIT("translation"), TL_STR_INIT("source"), TL_STR_INIT("target")};

enum { KNOWN_COUNT = sizeof known_columns / sizeof known_columns[0] };

static bool
is_among(tl_str text, const tl_str *names, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (tl_str_equal_ascii_nocase(names[i], text)) {
            return true;
        }
    }
    return false;
}

/* "Forbidden (ru)": what a column is of, and the rest of its name, in small words. */
typedef struct column_name {
    tl_str language; /* empty: it names none */
    tl_buf rest;
} column_name;

static bool
is_tag(tl_str text)
{
    return tl_language_is_tag(text) && !tl_str_equal_ascii_nocase(text, TL_STR("id"));
}

/* Takes the next word of a name off *rest; false at its end. */
static bool
next_word(tl_str *rest, tl_str *word)
{
    const tl_str marks = TL_STR(" _:/()[]");
    size_t begin = 0, end;
    while (begin < rest->len && tl_str_find_byte(marks, rest->ptr[begin], 0) < marks.len) {
        begin++;
    }
    for (end = begin; end < rest->len && tl_str_find_byte(marks, rest->ptr[end], 0) == marks.len;) {
        end++;
    }
    *word = tl_str_slice(*rest, begin, end);
    *rest = tl_str_slice(*rest, end, rest->len);
    return word->len > 0;
}

/* The language that one word of several names; a tag, which a short word may look like, stands at
 * the end. */
static tl_str
language_in_name(tl_str word, tl_str rest)
{
    tl_str next;
    bool is_last = !next_word(&rest, &next);
    return is_last && word.len == 2 && is_tag(word) ? word : tl_language_named(word);
}

static void
read_name(column_name *name, tl_str text)
{
    tl_str word;
    *name = (column_name){.language = is_tag(text) ? text : tl_language_named(text)};
    tl_str rest = name->language.len ? TL_STR("") : text;
    while (next_word(&rest, &word)) {
        tl_str language = name->language.len ? TL_STR("") : language_in_name(word, rest);
        if (language.len) {
            name->language = language;
        } else {
            tl_buf_add_cstr(&name->rest, name->rest.len ? " " : "");
            tl_buf_add(&name->rest, word);
        }
    }
}

/* The language of the terms of a column; empty if they are none. */
static tl_str
language_of(tl_str text)
{
    column_name name;
    read_name(&name, text);
    tl_str rest = tl_buf_str(&name.rest), word, language = name.language;
    while (next_word(&rest, &word)) {
        bool is_filler = is_among(word, fillers, sizeof fillers / sizeof fillers[0]);
        language = is_filler ? language : TL_STR("");
    }
    tl_buf_clear(&name.rest);
    return language;
}

/* Adds a column of further forms of the terms of a language, or of those of the last column; false
 * if it is none. */
static bool
add_forms(reading *r, tl_str text)
{
    column_name name;
    const char *status = NULL;
    size_t of = r->columns->count;
    read_name(&name, text);
    for (size_t i = 0; i < sizeof form_columns / sizeof form_columns[0]; i++) {
        if (tl_str_equal_ascii_nocase(form_columns[i].name, tl_buf_str(&name.rest))) {
            status = form_columns[i].status;
        }
    }
    for (size_t i = 0; i < r->columns->count; i++) {
        const tl_glossary_column *column = &r->columns->items[i];
        bool fits = name.language.len == 0 || tl_str_equal(column->language, name.language);
        of = column->kind == TL_GLOSSARY_TERM && fits ? i : of;
    }
    bool is_one = status && of < r->columns->count;
    if (is_one) {
        tl_glossary_column *column = add(r, TL_GLOSSARY_FORMS, text);
        column->of = of;
        column->key = status;
    }
    tl_buf_clear(&name.rest);
    return is_one;
}

/* A column that is a misspelt known one is a mistake; any other is somebody else's. */
static void
add_other_column(reading *r, const tl_cell *cell)
{
    tl_str names[KNOWN_COUNT];
    for (size_t i = 0; i < KNOWN_COUNT; i++) {
        names[i] = known_columns[i].name;
    }
    tl_str near = tl_nearest(cell->text, names, KNOWN_COUNT);
    if (near.len) {
        TL_LOAD_PROBLEM(r->load, cell, "unknown column “%.*s”, did you mean “%.*s”",
                        TL_STR_ARGS(tl_clip(cell->text)), TL_STR_ARGS(near));
    }
    add(r, TL_GLOSSARY_LOST, tl_clip(cell->text));
}

static void
add_column(reading *r, const tl_cell *cell)
{
    for (size_t i = 0; i < KNOWN_COUNT; i++) {
        if (!tl_str_equal_ascii_nocase(known_columns[i].name, cell->text)) {
            continue;
        }
        if (known_columns[i].key) {
            add_key(r, cell->text, known_columns[i].key);
        } else {
            add(r, TL_GLOSSARY_ID, cell->text);
            r->columns->has_ids = true;
        }
        return;
    }
    if (tl_str_equal_ascii_nocase(cell->text, TL_STR("status"))) {
        add(r, TL_GLOSSARY_STATUS, cell->text);
    } else if (is_among(cell->text, foreign_columns,
                        sizeof foreign_columns / sizeof foreign_columns[0])) {
        add(r, TL_GLOSSARY_LOST, cell->text);
    } else if (language_of(cell->text).len) {
        add_term_column(r, cell->text, language_of(cell->text));
    } else if (!add_forms(r, cell->text)) {
        add_other_column(r, cell);
    }
}

/* Which side a column of a header is of, 0 or 1; else -1. */
static int
side_of(tl_str name)
{
    static const tl_str sources[] = {TL_STR_INIT("source"), TL_STR_INIT("src"),
                                     TL_STR_INIT("source_term"), TL_STR_INIT("source term")};
    static const tl_str targets[] = {TL_STR_INIT("target"), TL_STR_INIT("tgt"),
                                     TL_STR_INIT("target_term"), TL_STR_INIT("target term"),
                                     TL_STR_INIT("translation")};
    return is_among(name, sources, sizeof sources / sizeof sources[0])   ? 0
           : is_among(name, targets, sizeof targets / sizeof targets[0]) ? 1
                                                                         : -1;
}

/* What kind of first row it is. */
typedef struct first_row {
    size_t languages; /* columns of terms in one */
    size_t sides;
    bool has_row_languages; /* two terms, then their language tags */
} first_row;

static bool
is_language(const tl_table *table, size_t column)
{
    return column < table->count && tl_language_is_tag(table->cells[column].text) &&
           !tl_str_equal_ascii_nocase(table->cells[column].text, TL_STR("id"));
}

static bool
is_known(tl_str name)
{
    for (size_t i = 0; i < KNOWN_COUNT; i++) {
        if (tl_str_equal_ascii_nocase(known_columns[i].name, name)) {
            return true;
        }
    }
    return false;
}

static first_row
look_at(const tl_table *table)
{
    first_row row = {.has_row_languages = is_language(table, 2) && is_language(table, 3)};
    tl_str first = {NULL, 0};
    for (size_t i = 0; i < table->count; i++) {
        tl_str language =
            is_known(table->cells[i].text) ? first : language_of(table->cells[i].text);
        row.languages += language.len > 0 && !tl_str_equal(language, first);
        first = first.len ? first : language;
        row.sides += side_of(table->cells[i].text) >= 0;
    }
    for (size_t i = 0; i < 2 && row.has_row_languages; i++) {
        row.has_row_languages = !is_language(table, i) && !is_known(table->cells[i].text);
    }
    return row;
}

static void
read_language_header(reading *r)
{
    for (size_t i = 0; i < r->table->count; i++) {
        add_column(r, &r->table->cells[i]);
    }
}

static void
read_side_header(reading *r, const tl_str languages[2])
{
    for (size_t i = 0; i < r->table->count; i++) {
        const tl_cell *cell = &r->table->cells[i];
        int side = side_of(cell->text);
        if (side >= 0) {
            add_term_column(r, cell->text, languages[side]);
        } else {
            add_column(r, cell);
        }
    }
}

/* Two terms and a comment, as OmegaT has them, or two terms and their languages. */
static void
assume_columns(reading *r, const tl_str languages[2], bool has_row_languages)
{
    add_term_column(r, TL_STR("source"), languages[0]);
    add_term_column(r, TL_STR("target"), languages[1]);
    if (has_row_languages) {
        add(r, TL_GLOSSARY_LANGUAGE, TL_STR("source language"))->of = 0;
        add(r, TL_GLOSSARY_LANGUAGE, TL_STR("target language"))->of = 1;
    } else {
        add_key(r, TL_STR("comment"), "note");
    }
}

static bool
is_repeated(const reading *r, size_t at)
{
    for (size_t i = 0; i < at; i++) {
        if (r->columns->items[i].kind != TL_GLOSSARY_LOST &&
            r->columns->items[i].kind != TL_GLOSSARY_KEY &&
            tl_str_equal_ascii_nocase(r->columns->items[i].name, r->columns->items[at].name)) {
            return true;
        }
    }
    return false;
}

static bool
settle(reading *r)
{
    tl_str languages[2];
    first_row row = look_at(r->table);
    const tl_cell *first = &r->table->cells[0];
    size_t before = r->load->problems->count;
    bool has_pair = tl_glossary_name_languages(r->load->path, languages);
    r->columns->has_header = row.languages >= 2 && !row.has_row_languages;
    if (r->columns->has_header) {
        read_language_header(r);
    } else if (row.sides == 2 && has_pair) {
        r->columns->has_header = true;
        read_side_header(r, languages);
    } else if (has_pair || row.has_row_languages) {
        assume_columns(r, languages, row.has_row_languages);
    } else {
        TL_LOAD_PROBLEM(r->load, first,
                        "no header, want columns “concept”, “lang” and “term”, or two that are "
                        "languages: en, ru; or a file name that tells them: terms.en-ru.tsv");
    }
    for (size_t i = 0; i < r->columns->count; i++) {
        if (is_repeated(r, i)) {
            TL_LOAD_PROBLEM(r->load, &r->table->cells[i], "column “%.*s” is given twice, want one",
                            TL_STR_ARGS(tl_clip(r->columns->items[i].name)));
        }
    }
    return r->load->problems->count == before;
}

bool
tl_glossary_columns_settle(tl_glossary_columns *columns, tl_load *load, const tl_table *table)
{
    enum { ASSUMED = 4 }; /* columns that a table may lack */
    if (table->count > MAX_COLUMNS) {
        TL_LOAD_PROBLEM(load, &table->cells[MAX_COLUMNS], "more than %d columns, want fewer",
                        MAX_COLUMNS);
        return false;
    }
    *columns = (tl_glossary_columns){
        .items = tl_alloc_zero(table->count + ASSUMED, sizeof *columns->items)};
    return settle(&(reading){.load = load, .table = table, .columns = columns});
}

void
tl_glossary_columns_clear(tl_glossary_columns *columns)
{
    free(columns->items);
    *columns = (tl_glossary_columns){0};
}
