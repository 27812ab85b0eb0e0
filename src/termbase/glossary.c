/* SPDX-License-Identifier: MPL-2.0 */
/* Glossaries: what a row, or several of one concept, make of it. What the columns are is told by
 * glossary_columns.c. */
#include "termbase/glossary.h"

#include "termbase/draft.h"
#include "termbase/glossary_columns.h"

typedef struct glossary {
    tl_load *load;
    tl_table *table;
    tl_glossary_columns columns;
    tl_row_groups concepts; /* the rows of each */
} glossary;

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
    for (size_t i = 0; i < g->columns.count && i < g->table->count; i++) {
        bool is_key =
            g->columns.items[i].kind == (g->columns.has_ids ? TL_GLOSSARY_ID : TL_GLOSSARY_TERM);
        if (is_key && g->table->cells[i].text.len) {
            return &g->table->cells[i];
        }
    }
    return NULL;
}

static tl_str
language_in_row(const glossary *g, size_t column)
{
    for (size_t i = 0; i < g->columns.count && i < g->table->count; i++) {
        if (g->columns.items[i].kind == TL_GLOSSARY_LANGUAGE && g->columns.items[i].of == column) {
            return g->table->cells[i].text;
        }
    }
    return g->columns.items[column].language;
}

static tl_draft_entry *
entry_for(glossary *g, tl_draft *draft, size_t column)
{
    return tl_draft_entry_in(draft, language_in_row(g, column), spot_of(&g->table->cells[column]));
}

static tl_draft_term *
add_term(tl_draft *draft, tl_draft_entry *entry, tl_str text, tl_spot spot)
{
    tl_draft_term *known = tl_draft_find(draft, entry, text);
    return known ? known : tl_draft_term_in(draft, entry, text, spot);
}

/* Takes the next of several forms in one cell off *rest: "bur; drill", "bur | drill". */
static bool
next_form(tl_str *rest, tl_str *form)
{
    do {
        size_t end = 0;
        while (end < rest->len && rest->ptr[end] != ';' && rest->ptr[end] != '|') {
            end++;
        }
        *form = tl_str_trim(tl_str_slice(*rest, 0, end));
        *rest = tl_str_slice(*rest, end + (end < rest->len), rest->len);
    } while (form->len == 0 && rest->len > 0);
    return form->len > 0;
}

/* Adds the forms of a cell with a status, or, if that is NULL, a term and others that are as good;
 * returns the first. */
static tl_draft_term *
add_forms(glossary *g, tl_draft *draft, size_t of, const tl_cell *cell, const char *status)
{
    tl_draft_entry *entry = entry_for(g, draft, of);
    tl_draft_term *first = NULL;
    tl_str rest = cell->text, form;
    while (entry && next_form(&rest, &form)) {
        tl_draft_term *term = add_term(draft, entry, form, spot_of(cell));
        const char *own = status ? status : first ? "admitted" : NULL;
        if (term && own && !term->has_status) {
            tl_draft_set_status(g->load, term, tl_str_from(own));
        }
        first = first ? first : term;
    }
    return first;
}

/* "yes" or "no" where a column may have forms: it tells of the term in column `of`. */
static bool
take_flag(glossary *g, tl_draft *draft, const tl_glossary_column *column, tl_str text)
{
    static const struct {
        tl_str word;
        bool holds;
    } flags[] = {
        {TL_STR_INIT("yes"), true},  {TL_STR_INIT("true"), true}, {TL_STR_INIT("x"), true},
        {TL_STR_INIT("1"), true},    {TL_STR_INIT("+"), true},    {TL_STR_INIT("да"), true},
        {TL_STR_INIT("Да"), true},   {TL_STR_INIT("no"), false},  {TL_STR_INIT("false"), false},
        {TL_STR_INIT("0"), false},   {TL_STR_INIT("-"), false},   {TL_STR_INIT("нет"), false},
        {TL_STR_INIT("Нет"), false},
    };
    for (size_t i = 0; i < sizeof flags / sizeof flags[0]; i++) {
        if (tl_str_equal_ascii_nocase(flags[i].word, text)) {
            const tl_cell *cell = &g->table->cells[column->of];
            if (flags[i].holds && cell->text.len) {
                add_forms(g, draft, column->of, cell, column->key);
            }
            return true;
        }
    }
    return false;
}

/* Takes what stands in a column; *last is the last term of the row. */
static void
take_cell(glossary *g, tl_draft *draft, size_t at, tl_draft_term **last)
{
    const tl_cell *cell = &g->table->cells[at];
    const tl_glossary_column *column = &g->columns.items[at];
    switch (column->kind) {
    case TL_GLOSSARY_TERM: *last = add_forms(g, draft, at, cell, NULL); break;
    case TL_GLOSSARY_FORMS:
        if (!take_flag(g, draft, column, cell->text)) {
            add_forms(g, draft, column->of, cell, column->key);
        }
        break;
    case TL_GLOSSARY_KEY:
        tl_draft_say(g->load, draft->keys, column->key, cell->text, spot_of(cell));
        break;
    case TL_GLOSSARY_LOST: tl_draft_lose(g->load, column->name); break;
    case TL_GLOSSARY_STATUS:
        if (*last) {
            tl_draft_set_status(g->load, *last, cell->text);
        }
        break;
    case TL_GLOSSARY_ID:
    case TL_GLOSSARY_LANGUAGE: break;
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
        if (g->table->cells[i].text.len && i < g->columns.count) {
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
            draft->wanted_id = key && g->columns.has_ids ? key->text : TL_STR("");
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
    for (size_t i = g->columns.count; g->columns.has_header && i < g->table->count; i++) {
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
    bool is_at_row = !g->columns.has_header;
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
    if (tl_glossary_columns_settle(&g.columns, load, table)) {
        read_rows(&g);
    }
    tl_row_groups_clear(&g.concepts);
    tl_glossary_columns_clear(&g.columns);
}
