/* SPDX-License-Identifier: MPL-2.0 */
/* A table with a term a row as a termbase: its rows become the nodes that a YAML file would have
 * given, with the places of their cells, and are read by the same code. Tables with a concept a row
 * are told by their first row and handed on to glossary.c. */
#include "termbase/table.h"

#include "base/alloc.h"
#include "termbase/branch.h"
#include "termbase/bytes.h"
#include "termbase/glossary.h"
#include "text/language_tag.h"

#include <stdlib.h>

enum { MAX_HEADER = 256, MAX_LANGUAGES = 256 };

typedef struct table_reader {
    tl_load *load;
    tl_termbase_file *file;
    tl_table table;
    tl_column_id *headings; /* owned array: what stands in each column */
    size_t heading_count;
    tl_row_groups concepts; /* the rows of each */
} table_reader;

static tl_arena *
arena_of(const table_reader *r)
{
    return &r->load->scratch;
}

static tl_spot
spot_of(const tl_cell *cell)
{
    return (tl_spot){cell->line, cell->column};
}

/* Adds `key: text`; several rows may say it, but not differ. */
static void
add_text(table_reader *r, tl_branch *mapping, tl_str key, const tl_cell *cell)
{
    const tl_branch *known = tl_branch_find(mapping, key);
    if (known == NULL) {
        tl_branch_add(arena_of(r), mapping, key,
                      tl_branch_text(arena_of(r), cell->text, spot_of(cell), key));
    } else if (!tl_str_equal(known->node.text, cell->text)) {
        TL_LOAD_PROBLEM(r->load, cell, "“%.*s” is “%.*s” here but “%.*s” on line %u, want one",
                        TL_STR_ARGS(key), TL_STR_ARGS(tl_clip(cell->text)),
                        TL_STR_ARGS(tl_clip(known->node.text)), known->node.line);
    }
}

/* The cell of the row at hand in some column, or NULL if it is empty. */
static const tl_cell *
cell_of(const table_reader *r, tl_column_id column)
{
    for (size_t i = 0; i < r->heading_count && i < r->table.count; i++) {
        if (r->headings[i] == column && r->table.cells[i].text.len) {
            return &r->table.cells[i];
        }
    }
    return NULL;
}

/* Adds to a mapping what the row has in the columns of a level. */
static void
add_level(table_reader *r, tl_branch *mapping, tl_column_level level)
{
    for (size_t i = 0; i < r->heading_count && i < r->table.count; i++) {
        const tl_column *column = &tl_columns[r->headings[i]];
        if (column->level == level && r->table.cells[i].text.len) {
            add_text(r, mapping, column->key, &r->table.cells[i]);
        }
    }
}

static bool
is_status(table_reader *r, const tl_cell *cell)
{
    static const tl_str statuses[] = {TL_STR_INIT("preferred"),  TL_STR_INIT("acronym"),
                                      TL_STR_INIT("admitted"),   TL_STR_INIT("superseded"),
                                      TL_STR_INIT("deprecated"), TL_STR_INIT("forbidden")};
    enum { COUNT = sizeof statuses / sizeof statuses[0] };
    const tl_branch *value =
        tl_branch_text(arena_of(r), cell->text, spot_of(cell), TL_STR("status"));
    return tl_load_choice(r->load, &value->node, statuses, COUNT) < COUNT;
}

static void
add_term(table_reader *r, tl_branch *entry, const tl_cell *text, tl_str status)
{
    bool is_single =
        tl_str_equal(status, TL_STR("preferred")) || tl_str_equal(status, TL_STR("acronym"));
    tl_branch *term = tl_branch_new(arena_of(r), TL_NODE_MAPPING, spot_of(text), status);
    add_level(r, term, TL_COLUMN_TERM);
    if (!is_single) {
        tl_branch_append(tl_branch_under(arena_of(r), entry, status, TL_NODE_LIST, spot_of(text)),
                         term);
        return;
    }
    const tl_branch *first = tl_branch_find(entry, status);
    if (first) {
        TL_LOAD_PROBLEM(r->load, text, "“%.*s” is %.*s, but so is a term on line %u, want one",
                        TL_STR_ARGS(tl_clip(text->text)), TL_STR_ARGS(status), first->node.line);
        return;
    }
    tl_branch_add(arena_of(r), entry, status, term);
}

/* The language of the row, or NULL if it has none that is usable. */
static tl_tag *
read_language(table_reader *r, const tl_cell *cell)
{
    if (!tl_language_is_tag(cell->text) || tl_str_equal(cell->text, TL_STR("id"))) {
        TL_LOAD_PROBLEM(r->load, cell, "“%.*s” is no language tag, want one like en or sr-Latn",
                        TL_STR_ARGS(tl_clip(cell->text)));
        return NULL;
    }
    tl_tag *tag = tl_load_tag(r->load, cell->text);
    if (tag->listed_in == NULL && r->load->language_count >= MAX_LANGUAGES) {
        TL_LOAD_PROBLEM(r->load, cell, "more than %d languages, want fewer", MAX_LANGUAGES);
        return NULL;
    }
    tl_load_list_language(r->load, tag, r->file);
    return tag;
}

static bool
has_places(table_reader *r)
{
    static const tl_column_id places[] = {TL_COLUMN_ID, TL_COLUMN_LANG, TL_COLUMN_TEXT};
    for (size_t i = 0; i < sizeof places / sizeof places[0]; i++) {
        if (cell_of(r, places[i]) == NULL) {
            TL_LOAD_PROBLEM(r->load, &r->table.cells[0], "a row without “%.*s”, want one",
                            TL_STR_ARGS(tl_columns[places[i]].name));
            return false;
        }
    }
    return true;
}

static tl_branch *
new_concept(table_reader *r)
{
    const tl_cell *id = cell_of(r, TL_COLUMN_ID);
    tl_branch *concept =
        tl_branch_new(arena_of(r), TL_NODE_MAPPING, spot_of(id), TL_STR("concepts"));
    add_text(r, concept, TL_STR("id"), id);
    return concept;
}

/* Adds a row to its concept, which the first good one makes. */
static void
read_term_row(table_reader *r, tl_branch **concept)
{
    const tl_cell *text = cell_of(r, TL_COLUMN_TEXT), *status = cell_of(r, TL_COLUMN_STATUS);
    const tl_cell *language = cell_of(r, TL_COLUMN_LANG);
    const tl_tag *tag = read_language(r, language);
    if (tag == NULL || (status && !is_status(r, status))) {
        return;
    }
    *concept = *concept ? *concept : new_concept(r);
    add_level(r, *concept, TL_COLUMN_CONCEPT);
    tl_branch *entry =
        tl_branch_under(arena_of(r), *concept, tag->text, TL_NODE_MAPPING, spot_of(language));
    add_level(r, entry, TL_COLUMN_NAME);
    add_term(r, entry, text, status ? status->text : TL_STR("preferred"));
}

static void
read_concept(table_reader *r, const tl_row_group *group)
{
    tl_branch *concept = NULL;
    for (size_t row = group->first; row != TL_NO_ROW; row = r->concepts.rows[row].next) {
        tl_table_read_again(&r->table, &r->concepts.rows[row]);
        read_term_row(r, &concept);
    }
    if (concept) {
        tl_load_concept(r->load, &concept->node);
    }
    tl_arena_reset(arena_of(r));
}

/* -- the header -- */

tl_column_id
tl_column_named(tl_str name)
{
    static const struct {
        tl_str name;
        tl_column_id column;
    } aliases[] = {
        {TL_STR_INIT("id"), TL_COLUMN_ID},
        {TL_STR_INIT("language"), TL_COLUMN_LANG},
        {TL_STR_INIT("text"), TL_COLUMN_TEXT},
        {TL_STR_INIT("comment"), TL_COLUMN_NOTE},
    };
    for (size_t i = 0; i < TL_COLUMN_COUNT; i++) {
        if (tl_str_equal_ascii_nocase(tl_columns[i].name, name)) {
            return (tl_column_id)i;
        }
    }
    for (size_t i = 0; i < sizeof aliases / sizeof aliases[0]; i++) {
        if (tl_str_equal_ascii_nocase(aliases[i].name, name)) {
            return aliases[i].column;
        }
    }
    return TL_COLUMN_COUNT;
}

static void
report_unknown_column(table_reader *r, const tl_cell *cell)
{
    tl_str names[TL_COLUMN_COUNT];
    for (size_t i = 0; i < TL_COLUMN_COUNT; i++) {
        names[i] = tl_columns[i].name;
    }
    tl_str near = tl_nearest(cell->text, names, TL_COLUMN_COUNT);
    if (near.len) {
        TL_LOAD_PROBLEM(r->load, cell, "unknown column “%.*s”, did you mean “%.*s”",
                        TL_STR_ARGS(tl_clip(cell->text)), TL_STR_ARGS(near));
        return;
    }
    TL_LOAD_PROBLEM(r->load, cell, "unknown column “%.*s”, want one of a termbase's keys",
                    TL_STR_ARGS(tl_clip(cell->text)));
}

static bool
is_repeated(const table_reader *r, size_t at)
{
    for (size_t i = 0; i < at; i++) {
        if (r->headings[i] == r->headings[at]) {
            return true;
        }
    }
    return false;
}

static bool
read_header(table_reader *r)
{
    size_t before = r->load->problems->count;
    r->heading_count = r->table.count;
    r->headings = tl_alloc_zero(r->heading_count, sizeof *r->headings);
    for (size_t i = 0; i < r->heading_count; i++) {
        const tl_cell *cell = &r->table.cells[i];
        r->headings[i] = tl_column_named(cell->text);
        if (r->headings[i] == TL_COLUMN_COUNT) {
            report_unknown_column(r, cell);
        } else if (is_repeated(r, i)) {
            TL_LOAD_PROBLEM(r->load, cell, "column “%.*s” is given twice, want one",
                            TL_STR_ARGS(tl_clip(cell->text)));
        }
    }
    return r->load->problems->count == before;
}

/* What no text of a termbase may have, and cells behind the last column. */
static bool
is_good_row(table_reader *r)
{
    uint32_t unwanted;
    for (size_t i = 0; i < r->table.count; i++) {
        const tl_cell *cell = &r->table.cells[i];
        const char *fault = NULL;
        if (i >= r->heading_count && tl_str_trim(cell->text).len) {
            fault = "a cell behind the last column, want none there";
        } else if (cell->text.len > TL_YAML_MAX_TEXT) {
            fault = "text of more than 64 KiB, want a shorter one";
        } else if (tl_bytes_have_unwanted(cell->text, &unwanted)) {
            fault = "control character in a cell, want plain text";
        }
        if (fault) {
            TL_LOAD_PROBLEM(r->load, cell, "%s", fault);
            return false;
        }
    }
    return true;
}

static void
read_term_rows(table_reader *r)
{
    size_t before = r->load->problems->count;
    while (tl_table_next(&r->table)) {
        if (is_good_row(r) && has_places(r)) {
            tl_row_groups_add(&r->concepts, cell_of(r, TL_COLUMN_ID)->text, r->table.row);
        }
    }
    tl_row_groups_settle(&r->concepts);
    tl_arena_reset(arena_of(r));
    if (r->concepts.count == 0 && r->load->problems->count == before) {
        const tl_cell end = {.line = r->table.line, .column = r->table.column};
        TL_LOAD_PROBLEM(r->load, &end, "no row below the header, want one");
    }
    for (size_t i = 0; i < r->concepts.count; i++) {
        read_concept(r, &r->concepts.groups[i]);
    }
}

/* A table of terms has a column for them and one for their languages. */
static bool
is_term_header(const tl_table *table)
{
    bool has_term = false, has_lang = false;
    for (size_t i = 0; i < table->count; i++) {
        tl_column_id column = tl_column_named(table->cells[i].text);
        has_term = has_term || column == TL_COLUMN_TEXT;
        has_lang = has_lang || column == TL_COLUMN_LANG;
    }
    return has_term && has_lang && table->count <= MAX_HEADER;
}

/* Steps to the first row that is no comment, without white space around its cells. */
static bool
find_first_row(table_reader *r)
{
    bool found = tl_table_next(&r->table);
    while (found && tl_str_starts_with(r->table.cells[0].text, TL_STR("#"))) {
        found = tl_table_next(&r->table);
    }
    for (size_t i = 0; found && i < r->table.count; i++) {
        r->table.cells[i].text = tl_str_trim(r->table.cells[i].text);
    }
    if (!found && !r->table.failed) {
        const tl_cell start = {.line = 1, .column = 1};
        TL_LOAD_PROBLEM(r->load, &start, "empty file, want a header");
    }
    return found;
}

/* What stands between the cells of the first line, if it is not what the format says: spreadsheets
 * write semicolons or tabs into a .csv where the comma is the decimal point. */
static char
delimiter_of(tl_str bytes, char usual)
{
    tl_str line = tl_str_slice(bytes, 0, tl_str_find_byte(bytes, '\n', 0));
    static const char others[] = {';', '\t'};
    for (size_t i = 0; i < sizeof others && usual == ','; i++) {
        bool has_usual = tl_str_find_byte(line, usual, 0) < line.len;
        if (!has_usual && tl_str_find_byte(line, others[i], 0) < line.len) {
            return others[i];
        }
    }
    return usual;
}

enum { BYTE_ORDER_MARK = 3 }; /* its length */

/* The first line of the glossary that OmegaT makes for a project, between "# " and its encoding. */
static const tl_str omegat = TL_STR_INIT("# Glossary in tab-separated format");

bool
tl_table_begins(tl_str beginning, char delimiter)
{
    tl_problem_list problems = {0};
    tl_arena arena = {0};
    tl_table table = {.problems = &problems, .arena = &arena};
    tl_str line = tl_str_slice(beginning, 0, tl_str_find_byte(beginning, '\n', 0));
    size_t at = tl_str_find(line, omegat, 0);
    bool is_omegat = delimiter == '\t' && at < line.len && at <= BYTE_ORDER_MARK;
    tl_table_open(&table, TL_STR(""), line, delimiter_of(line, delimiter));
    bool is_terms = tl_table_next(&table) && is_term_header(&table);
    tl_table_clear(&table);
    tl_arena_clear(&arena);
    tl_problem_list_clear(&problems);
    return is_omegat || is_terms;
}

void
tl_table_read(tl_load *load, tl_termbase_file *file, tl_str bytes, char delimiter)
{
    table_reader r = {.load = load, .file = file};
    r.table.problems = load->problems;
    r.table.arena = &load->scratch;
    if (!tl_bytes_check(bytes, file->path, load->problems)) {
        return;
    }
    tl_table_open(&r.table, file->path, bytes, delimiter_of(bytes, delimiter));
    if (!find_first_row(&r)) {
        /* reported */
    } else if (!is_term_header(&r.table)) {
        tl_glossary_read(load, &r.table);
    } else if (read_header(&r)) {
        read_term_rows(&r);
    }
    tl_row_groups_clear(&r.concepts);
    tl_table_clear(&r.table);
    free(r.headings);
}
