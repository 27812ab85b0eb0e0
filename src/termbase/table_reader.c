/* SPDX-License-Identifier: MPL-2.0 */
/* A table as a termbase: its rows become the nodes that a YAML file would have given, with the
 * places of their cells, and are read by the same code. Knows the two shapes, a term or a concept
 * a row, and tells them by the header; a glossary of bare pairs gets its ids from the words. */
#include "termbase/table.h"

#include "base/alloc.h"
#include "romanize/romanize.h"
#include "termbase/bytes.h"
#include "text/language_tag.h"
#include "text/words.h"

#include <stdlib.h>

enum { MAX_HEADER = 256, MAX_LANGUAGES = 256, MAX_ID = 60, MAX_WORD = 128 };

/* A node that grows: `node` comes first, so that one is the other. */
typedef struct branch {
    tl_node node;
    const tl_node **tail;
} branch;

/* What stands in a column of this table. */
typedef struct heading {
    tl_column_id column; /* TL_COLUMN_COUNT: a language or, without one, nothing to be read */
    tl_tag *language;
} heading;

typedef struct table_reader {
    tl_load *load;
    tl_termbase_file *file;
    tl_table table;
    heading *headings;
    size_t heading_count;
    bool is_glossary;
    tl_map concepts; /* id → branch */
    tl_map made_ids; /* words → the number of the last id that was made of them */
} table_reader;

static branch *
branch_new(table_reader *r, tl_node_kind kind, const tl_cell *cell, tl_str under)
{
    branch *made = tl_arena_alloc(&r->load->scratch, 1, sizeof *made);
    made->node = (tl_node){.kind = kind,
                           .line = cell->line,
                           .column = cell->column,
                           .text = kind == TL_NODE_TEXT ? cell->text : TL_STR(""),
                           .under = under};
    made->tail = &made->node.first;
    return made;
}

static void
append(branch *parent, branch *child)
{
    *parent->tail = &child->node;
    parent->tail = &child->node.next;
}

/* Adds `key: value` to a mapping; the key has the place of the cell. */
static void
add_pair(table_reader *r, branch *mapping, tl_str key, branch *value, const tl_cell *cell)
{
    branch *name = branch_new(r, TL_NODE_TEXT, cell, mapping->node.under);
    name->node.text = key;
    name->node.value = &value->node;
    append(mapping, name);
}

static branch *
find(const branch *mapping, tl_str key)
{
    const tl_node *found = tl_node_find(&mapping->node, key);
    return found ? (branch *)found->value : NULL;
}

/* The mapping or list under a key, made if it is not there. */
static branch *
find_or_add(table_reader *r, branch *mapping, tl_str key, tl_node_kind kind, const tl_cell *cell)
{
    branch *found = find(mapping, key);
    if (found == NULL) {
        found = branch_new(r, kind, cell, key);
        add_pair(r, mapping, key, found, cell);
    }
    return found;
}

/* Adds `key: text`; several rows may say it, but not differ. */
static void
add_text(table_reader *r, branch *mapping, tl_str key, const tl_cell *cell)
{
    branch *known = find(mapping, key);
    if (known == NULL) {
        add_pair(r, mapping, key, branch_new(r, TL_NODE_TEXT, cell, key), cell);
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
        if (r->headings[i].column == column && r->table.cells[i].text.len) {
            return &r->table.cells[i];
        }
    }
    return NULL;
}

/* Adds to a mapping what the row has in the columns of a level. */
static void
add_level(table_reader *r, branch *mapping, tl_column_level level)
{
    for (size_t i = 0; i < r->heading_count && i < r->table.count; i++) {
        const heading *h = &r->headings[i];
        if (h->column < TL_COLUMN_COUNT && tl_columns[h->column].level == level &&
            r->table.cells[i].text.len) {
            add_text(r, mapping, tl_columns[h->column].key, &r->table.cells[i]);
        }
    }
}

static branch *
concept_at(table_reader *r, const tl_cell *id)
{
    branch *concept = tl_map_get(&r->concepts, id->text);
    if (concept == NULL) {
        concept = branch_new(r, TL_NODE_MAPPING, id, TL_STR("concepts"));
        add_text(r, concept, TL_STR("id"), id);
        tl_map_add(&r->concepts, id->text, concept);
    }
    return concept;
}

/* -- a term a row -- */

static bool
is_status(table_reader *r, const tl_cell *cell)
{
    static const tl_str statuses[] = {TL_STR_INIT("preferred"),  TL_STR_INIT("acronym"),
                                      TL_STR_INIT("admitted"),   TL_STR_INIT("superseded"),
                                      TL_STR_INIT("deprecated"), TL_STR_INIT("forbidden")};
    enum { COUNT = sizeof statuses / sizeof statuses[0] };
    branch *value = branch_new(r, TL_NODE_TEXT, cell, TL_STR("status"));
    return tl_load_choice(r->load, &value->node, statuses, COUNT) < COUNT;
}

static void
add_term(table_reader *r, branch *entry, const tl_cell *text, tl_str status)
{
    bool is_single =
        tl_str_equal(status, TL_STR("preferred")) || tl_str_equal(status, TL_STR("acronym"));
    branch *term = branch_new(r, TL_NODE_MAPPING, text, status);
    add_level(r, term, TL_COLUMN_TERM);
    if (!is_single) {
        append(find_or_add(r, entry, status, TL_NODE_LIST, text), term);
        return;
    }
    const branch *first = find(entry, status);
    if (first) {
        TL_LOAD_PROBLEM(r->load, text, "“%.*s” is %.*s, but so is a term on line %u, want one",
                        TL_STR_ARGS(tl_clip(text->text)), TL_STR_ARGS(status), first->node.line);
        return;
    }
    add_pair(r, entry, status, term, text);
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

static void
read_term_row(table_reader *r)
{
    if (!has_places(r)) {
        return;
    }
    const tl_cell *text = cell_of(r, TL_COLUMN_TEXT), *status = cell_of(r, TL_COLUMN_STATUS);
    const tl_cell *language = cell_of(r, TL_COLUMN_LANG);
    const tl_tag *tag = read_language(r, language);
    if (tag == NULL || (status && !is_status(r, status))) {
        return;
    }
    branch *concept = concept_at(r, cell_of(r, TL_COLUMN_ID));
    add_level(r, concept, TL_COLUMN_CONCEPT);
    branch *entry = find_or_add(r, concept, tag->text, TL_NODE_MAPPING, language);
    add_level(r, entry, TL_COLUMN_NAME);
    add_term(r, entry, text, status ? status->text : TL_STR("preferred"));
}

/* -- a concept a row -- */

/* An id out of the words of a term: its letters and digits in plain Latin, hyphens between words.
 */
static tl_str
id_of_term(table_reader *r, tl_str term)
{
    tl_arena *arena = &r->load->scratch;
    tl_str latin = tl_scheme_romanize(tl_scheme_find(TL_STR("bgn-pcgn")), term, arena);
    tl_words words = {0};
    tl_buf id = {0};
    char key[MAX_WORD * 3];
    tl_words_find(&words, latin);
    for (size_t i = 0; i < words.count && id.len < MAX_ID; i++) {
        tl_str word = tl_str_at(latin, words.items[i].range);
        size_t length = word.len <= MAX_WORD ? tl_words_key(word, key) : 0;
        tl_buf_add_cstr(&id, id.len && length ? "-" : "");
        for (size_t j = 0; j < length && id.len < MAX_ID; j++) {
            bool is_kept = (key[j] >= 'a' && key[j] <= 'z') || (key[j] >= '0' && key[j] <= '9');
            tl_buf_add(&id, tl_str_slice((tl_str){&key[j], 1}, 0, is_kept));
        }
    }
    while (id.len && id.ptr[id.len - 1] == '-') {
        id.len--;
    }
    tl_str made = tl_arena_copy(arena, id.len ? tl_buf_str(&id) : TL_STR("concept"));
    tl_words_clear(&words);
    tl_buf_clear(&id);
    return made;
}

/* The same with a number if another row has it. */
static tl_str
free_id(table_reader *r, tl_str wanted)
{
    unsigned *number = tl_map_get(&r->made_ids, wanted);
    tl_str id = wanted;
    if (number == NULL) {
        number = tl_arena_alloc(&r->load->scratch, 1, sizeof *number);
        *number = 1;
        tl_map_add(&r->made_ids, wanted, number);
    }
    while (tl_map_get(&r->concepts, id)) {
        id = tl_arena_format(&r->load->scratch, "%.*s-%u", TL_STR_ARGS(wanted), ++*number);
    }
    return id;
}

static const tl_cell *
first_term(const table_reader *r)
{
    for (size_t i = 0; i < r->heading_count && i < r->table.count; i++) {
        if (r->headings[i].language && r->table.cells[i].text.len) {
            return &r->table.cells[i];
        }
    }
    return &r->table.cells[0];
}

static void
read_concept_row(table_reader *r)
{
    const tl_cell *given = cell_of(r, TL_COLUMN_ID);
    tl_cell id = given ? *given : *first_term(r);
    if (given == NULL) {
        id.text = free_id(r, id_of_term(r, id.text));
    } else if (tl_map_get(&r->concepts, id.text)) {
        TL_LOAD_PROBLEM(r->load, given, "“%.*s” has a row already, want one for each id",
                        TL_STR_ARGS(tl_clip(id.text)));
        return;
    }
    branch *concept = concept_at(r, &id);
    add_level(r, concept, TL_COLUMN_CONCEPT);
    for (size_t i = 0; i < r->heading_count && i < r->table.count; i++) {
        tl_cell *cell = &r->table.cells[i];
        cell->text = tl_str_trim(cell->text);
        if (r->headings[i].language && cell->text.len) {
            tl_str language = r->headings[i].language->text;
            add_pair(r, concept, language, branch_new(r, TL_NODE_TEXT, cell, language), cell);
        }
    }
}

/* -- the header -- */

static tl_column_id
column_named(tl_str name)
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
    TL_LOAD_PROBLEM(r->load, cell, "unknown column “%.*s”, want %s",
                    TL_STR_ARGS(tl_clip(cell->text)),
                    r->is_glossary ? "a language tag, “id” or “note”" : "one of a termbase's keys");
}

/* In a glossary a row is a concept, so that a note is of the concept. */
static tl_column_id
column_in_glossary(tl_column_id column)
{
    switch (column) {
    case TL_COLUMN_NOTE: return TL_COLUMN_CONCEPT_NOTE;
    case TL_COLUMN_SOURCE: return TL_COLUMN_CONCEPT_SOURCE;
    case TL_COLUMN_SEVERITY: return TL_COLUMN_CONCEPT_SEVERITY;
    default: break;
    }
    bool is_known = column == TL_COLUMN_ID ||
                    (column < TL_COLUMN_COUNT && tl_columns[column].level == TL_COLUMN_CONCEPT);
    return is_known ? column : TL_COLUMN_COUNT;
}

static bool
is_repeated(const table_reader *r, size_t at)
{
    const heading *h = &r->headings[at];
    for (size_t i = 0; i < at; i++) {
        if (r->headings[i].column == h->column && r->headings[i].language == h->language) {
            return h->column < TL_COLUMN_COUNT || h->language;
        }
    }
    return false;
}

static void
read_heading(table_reader *r, size_t at)
{
    const tl_cell *cell = &r->table.cells[at];
    heading *h = &r->headings[at];
    h->column = column_named(cell->text);
    if (r->is_glossary) {
        h->column = column_in_glossary(h->column);
        bool is_language = h->column == TL_COLUMN_COUNT && tl_language_is_tag(cell->text);
        h->language = is_language ? read_language(r, cell) : NULL;
    }
    if (h->column == TL_COLUMN_COUNT && h->language == NULL) {
        report_unknown_column(r, cell);
    } else if (is_repeated(r, at)) {
        TL_LOAD_PROBLEM(r->load, cell, "column “%.*s” is given twice, want one",
                        TL_STR_ARGS(tl_clip(cell->text)));
    }
}

/* A table of terms has a column for them and one for their languages; a glossary has columns that
 * are languages. */
static bool
is_header(table_reader *r)
{
    bool has_term = false, has_lang = false;
    size_t languages = 0;
    for (size_t i = 0; i < r->table.count; i++) {
        tl_cell *cell = &r->table.cells[i];
        cell->text = tl_str_trim(cell->text);
        tl_column_id column = column_named(cell->text);
        has_term = has_term || column == TL_COLUMN_TEXT;
        has_lang = has_lang || column == TL_COLUMN_LANG;
        languages += column == TL_COLUMN_COUNT && tl_language_is_tag(cell->text);
    }
    r->is_glossary = !(has_term && has_lang);
    if (r->is_glossary && languages < 2) {
        TL_LOAD_PROBLEM(r->load, &r->table.cells[0],
                        "no header, want columns “concept”, “lang” and “term”, or two that are "
                        "languages: en, ru");
        return false;
    }
    return r->table.count <= MAX_HEADER;
}

static bool
read_header(table_reader *r)
{
    if (!tl_table_next(&r->table)) {
        const tl_cell start = {.line = 1, .column = 1};
        if (!r->table.failed) {
            TL_LOAD_PROBLEM(r->load, &start, "empty file, want a header");
        }
        return false;
    }
    if (!is_header(r)) {
        return false;
    }
    size_t before = r->load->problems->count;
    r->heading_count = r->table.count;
    r->headings = tl_alloc_zero(r->heading_count, sizeof *r->headings);
    for (size_t i = 0; i < r->heading_count; i++) {
        read_heading(r, i);
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
read_rows(table_reader *r)
{
    size_t before = r->load->problems->count;
    while (tl_table_next(&r->table)) {
        if (is_good_row(r)) {
            (r->is_glossary ? read_concept_row : read_term_row)(r);
        }
    }
    if (r->concepts.count == 0 && r->load->problems->count == before) {
        const tl_cell end = {.line = r->table.line, .column = r->table.column};
        TL_LOAD_PROBLEM(r->load, &end, "no row below the header, want one");
    }
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
    tl_table_open(&r.table, file->path, bytes, delimiter);
    if (read_header(&r)) {
        read_rows(&r);
    }
    for (size_t i = 0; i < r.concepts.count; i++) {
        tl_load_concept(load, r.concepts.entries[i].value);
    }
    tl_map_clear(&r.concepts);
    tl_map_clear(&r.made_ids);
    tl_table_clear(&r.table);
    free(r.headings);
}
