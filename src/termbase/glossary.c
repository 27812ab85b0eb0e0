/* SPDX-License-Identifier: MPL-2.0 */
/* Glossaries: what their columns are, and what a row makes of a concept. Knows the headers of the
 * programs that write such tables, and that most write none. */
#include "termbase/glossary.h"

#include "base/alloc.h"
#include "termbase/draft.h"
#include "text/language_tag.h"

#include <stdlib.h>

enum { MAX_COLUMNS = 256 };

typedef enum heading_kind {
    HEADING_LOST, /* has no place in a termbase */
    HEADING_TERM,
    HEADING_LANGUAGE, /* of the terms in column `of` */
    HEADING_ID,
    HEADING_KEY,    /* of the concept */
    HEADING_STATUS, /* of the last term of the row */
} heading_kind;

typedef struct heading {
    heading_kind kind;
    tl_str name;     /* in the header, or a name for it */
    tl_str language; /* of a term, unless each row says it */
    size_t of;
    const char *key;
} heading;

typedef struct glossary {
    tl_load *load;
    tl_table *table;
    heading *headings; /* owned array */
    size_t heading_count;
    bool has_header;
    bool has_ids;
    tl_row_groups concepts; /* the rows of each */
} glossary;

/* -- languages in the name of a file -- */

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

/* -- what the columns are -- */

static heading *
add_heading(glossary *g, heading_kind kind, tl_str name)
{
    heading *h = &g->headings[g->heading_count++];
    *h = (heading){.kind = kind, .name = tl_arena_copy(&g->load->run, name)};
    return h;
}

static void
add_key(glossary *g, tl_str name, const char *key)
{
    add_heading(g, HEADING_KEY, name)->key = key;
}

static void
add_term_column(glossary *g, tl_str name, tl_str language)
{
    heading *h = add_heading(g, HEADING_TERM, name);
    h->language = tl_arena_copy(&g->load->run, language);
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
static const tl_str foreign_columns[] = {TL_STR_INIT("location"), TL_STR_INIT("fuzzy"),
                                         TL_STR_INIT("context"), TL_STR_INIT("pos"),
                                         TL_STR_INIT("flags")};

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

/* A column that is a misspelt known one is a mistake; any other is somebody else's. */
static void
add_other_column(glossary *g, const tl_cell *cell)
{
    tl_str names[KNOWN_COUNT];
    for (size_t i = 0; i < KNOWN_COUNT; i++) {
        names[i] = known_columns[i].name;
    }
    tl_str near = tl_nearest(cell->text, names, KNOWN_COUNT);
    if (near.len) {
        TL_LOAD_PROBLEM(g->load, cell, "unknown column “%.*s”, did you mean “%.*s”",
                        TL_STR_ARGS(tl_clip(cell->text)), TL_STR_ARGS(near));
    }
    add_heading(g, HEADING_LOST, tl_clip(cell->text));
}

static void
add_column(glossary *g, const tl_cell *cell)
{
    for (size_t i = 0; i < KNOWN_COUNT; i++) {
        if (!tl_str_equal_ascii_nocase(known_columns[i].name, cell->text)) {
            continue;
        }
        if (known_columns[i].key) {
            add_key(g, cell->text, known_columns[i].key);
        } else {
            add_heading(g, HEADING_ID, cell->text);
            g->has_ids = true;
        }
        return;
    }
    if (tl_str_equal_ascii_nocase(cell->text, TL_STR("status"))) {
        add_heading(g, HEADING_STATUS, cell->text);
    } else if (is_among(cell->text, foreign_columns,
                        sizeof foreign_columns / sizeof foreign_columns[0])) {
        add_heading(g, HEADING_LOST, cell->text);
    } else if (tl_language_is_tag(cell->text)) {
        add_term_column(g, cell->text, cell->text);
    } else {
        add_other_column(g, cell);
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
    size_t languages, sides;
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
    for (size_t i = 0; i < table->count; i++) {
        row.languages += is_language(table, i);
        row.sides += side_of(table->cells[i].text) >= 0;
    }
    for (size_t i = 0; i < 2 && row.has_row_languages; i++) {
        row.has_row_languages = !is_language(table, i) && !is_known(table->cells[i].text);
    }
    return row;
}

static void
read_language_header(glossary *g)
{
    for (size_t i = 0; i < g->table->count; i++) {
        add_column(g, &g->table->cells[i]);
    }
}

static void
read_side_header(glossary *g, const tl_str languages[2])
{
    for (size_t i = 0; i < g->table->count; i++) {
        const tl_cell *cell = &g->table->cells[i];
        int side = side_of(cell->text);
        if (side >= 0) {
            add_term_column(g, cell->text, languages[side]);
        } else {
            add_column(g, cell);
        }
    }
}

/* Two terms and a comment, as OmegaT has them, or two terms and their languages. */
static void
assume_columns(glossary *g, const tl_str languages[2], bool has_row_languages)
{
    add_term_column(g, TL_STR("source"), languages[0]);
    add_term_column(g, TL_STR("target"), languages[1]);
    if (has_row_languages) {
        add_heading(g, HEADING_LANGUAGE, TL_STR("source language"))->of = 0;
        add_heading(g, HEADING_LANGUAGE, TL_STR("target language"))->of = 1;
    } else {
        add_key(g, TL_STR("comment"), "note");
    }
}

static bool
is_repeated(const glossary *g, size_t at)
{
    for (size_t i = 0; i < at; i++) {
        if (g->headings[i].kind != HEADING_LOST && g->headings[i].kind != HEADING_KEY &&
            tl_str_equal_ascii_nocase(g->headings[i].name, g->headings[at].name)) {
            return true;
        }
    }
    return false;
}

static bool
settle_columns(glossary *g)
{
    tl_str languages[2];
    first_row row = look_at(g->table);
    const tl_cell *first = &g->table->cells[0];
    size_t before = g->load->problems->count;
    bool has_pair = tl_glossary_name_languages(g->load->path, languages);
    g->has_header = row.languages >= 2 && !row.has_row_languages;
    if (g->has_header) {
        read_language_header(g);
    } else if (row.sides == 2 && has_pair) {
        g->has_header = true;
        read_side_header(g, languages);
    } else if (has_pair || row.has_row_languages) {
        assume_columns(g, languages, row.has_row_languages);
    } else {
        TL_LOAD_PROBLEM(g->load, first,
                        "no header, want columns “concept”, “lang” and “term”, or two that are "
                        "languages: en, ru; or a file name that tells them: terms.en-ru.tsv");
    }
    for (size_t i = 0; i < g->heading_count; i++) {
        if (is_repeated(g, i)) {
            TL_LOAD_PROBLEM(g->load, &g->table->cells[i], "column “%.*s” is given twice, want one",
                            TL_STR_ARGS(tl_clip(g->headings[i].name)));
        }
    }
    return g->load->problems->count == before;
}

/* -- rows -- */

static tl_spot
spot_of(const tl_cell *cell)
{
    return (tl_spot){cell->line, cell->column};
}

/* What tells that two rows are one concept: the id or, in a table without ids, the first term,
 * since such tables list the translations of a word in a row each. */
static const tl_cell *
key_cell(const glossary *g)
{
    for (size_t i = 0; i < g->heading_count && i < g->table->count; i++) {
        bool is_key = g->headings[i].kind == (g->has_ids ? HEADING_ID : HEADING_TERM);
        if (is_key && g->table->cells[i].text.len) {
            return &g->table->cells[i];
        }
    }
    return NULL;
}

static tl_str
language_in_row(const glossary *g, size_t column)
{
    for (size_t i = 0; i < g->heading_count && i < g->table->count; i++) {
        if (g->headings[i].kind == HEADING_LANGUAGE && g->headings[i].of == column) {
            return g->table->cells[i].text;
        }
    }
    return g->headings[column].language;
}

static tl_draft_term *
add_term(glossary *g, tl_draft *draft, size_t column)
{
    const tl_cell *cell = &g->table->cells[column];
    tl_draft_entry *entry = tl_draft_entry_in(draft, language_in_row(g, column), spot_of(cell));
    tl_draft_term *known = entry ? tl_draft_find(draft, entry, cell->text) : NULL;
    return known || entry == NULL ? known
                                  : tl_draft_term_in(draft, entry, cell->text, spot_of(cell));
}

/* Takes what stands in a column; *last is the last term of the row. */
static void
take_cell(glossary *g, tl_draft *draft, size_t column, tl_draft_term **last)
{
    const tl_cell *cell = &g->table->cells[column];
    const heading *h = &g->headings[column];
    switch (h->kind) {
    case HEADING_TERM: *last = add_term(g, draft, column); break;
    case HEADING_KEY: tl_draft_say(g->load, draft->keys, h->key, cell->text, spot_of(cell)); break;
    case HEADING_LOST: tl_draft_lose(g->load, h->name); break;
    case HEADING_STATUS:
        if (*last) {
            tl_draft_set_status(g->load, *last, cell->text);
        }
        break;
    case HEADING_ID:
    case HEADING_LANGUAGE: break;
    }
}

static void
trim_cells(glossary *g)
{
    for (size_t i = 0; i < g->table->count; i++) {
        g->table->cells[i].text = tl_str_trim(g->table->cells[i].text);
    }
}

static void
take_row(glossary *g, tl_draft *draft)
{
    tl_draft_term *last = NULL;
    for (size_t i = 0; i < g->table->count; i++) {
        if (g->table->cells[i].text.len && i < g->heading_count) {
            take_cell(g, draft, i, &last);
        } else if (g->table->cells[i].text.len) {
            tl_draft_lose(g->load, TL_STR("cells behind the last column"));
        }
    }
}

static void
read_concept(glossary *g, const tl_row_group *group)
{
    tl_draft *draft = NULL;
    for (size_t row = group->first; row != TL_NO_ROW; row = g->concepts.rows[row].next) {
        tl_table_read_again(g->table, &g->concepts.rows[row]);
        trim_cells(g);
        if (draft == NULL) {
            const tl_cell *key = key_cell(g);
            draft = tl_draft_new(g->load, spot_of(key ? key : &g->table->cells[0]));
            draft->wanted_id = key && g->has_ids ? key->text : TL_STR("");
        }
        take_row(g, draft);
    }
    tl_draft_finish(draft);
    tl_arena_reset(&g->load->scratch);
}

/* A comma too many is the mistake that is made most often in a table with a header. */
static bool
is_good_row(const glossary *g)
{
    for (size_t i = g->heading_count; g->has_header && i < g->table->count; i++) {
        if (tl_str_trim(g->table->cells[i].text).len) {
            TL_LOAD_PROBLEM(g->load, &g->table->cells[i],
                            "a cell behind the last column, want none there");
            return false;
        }
    }
    return !tl_str_starts_with(g->table->cells[0].text, TL_STR("#"));
}

/* Tells which rows are of one concept. */
static void
group_rows(glossary *g)
{
    bool is_at_row = !g->has_header;
    while (is_at_row || tl_table_next(g->table)) {
        is_at_row = false;
        if (is_good_row(g)) {
            trim_cells(g);
            const tl_cell *key = key_cell(g);
            tl_row_groups_add(&g->concepts, key ? key->text : TL_STR(""), g->table->row);
        }
    }
    tl_row_groups_settle(&g->concepts);
    tl_arena_reset(&g->load->scratch);
}

static void
read_rows(glossary *g)
{
    size_t before = g->load->problems->count;
    group_rows(g);
    if (g->concepts.count == 0 && g->load->problems->count == before) {
        const tl_cell end = {.line = g->table->line, .column = g->table->column};
        TL_LOAD_PROBLEM(g->load, &end, "no row below the header, want one");
    }
    for (size_t i = 0; i < g->concepts.count; i++) {
        read_concept(g, &g->concepts.groups[i]);
    }
}

void
tl_glossary_read(tl_load *load, tl_table *table)
{
    glossary g = {.load = load, .table = table};
    if (table->count > MAX_COLUMNS) {
        TL_LOAD_PROBLEM(load, &table->cells[MAX_COLUMNS], "more than %d columns, want fewer",
                        MAX_COLUMNS);
        return;
    }
    g.headings = tl_alloc_zero(table->count + 4, sizeof *g.headings);
    if (settle_columns(&g)) {
        read_rows(&g);
    }
    tl_row_groups_clear(&g.concepts);
    free(g.headings);
}
