/* SPDX-License-Identifier: MPL-2.0 */
/* A termbase as a table, one term a row. Only columns in which something stands are written; what
 * is said of a concept stands in its first row, what of a name in the first row of its language.
 * Whatever has no column is counted as dropped. */
#include "termbase/table.h"

#include "termbase/losses.h"
#include "termbase/names.h"

/* What a row is about. */
typedef struct row {
    const tl_term *term;
    const tl_entry *entry;
    const tl_concept *concept;
    bool begins_concept, begins_entry;
    tl_person_name parts; /* to be written */
} row;

static tl_str
text_of_date(tl_date date, char *room, size_t size)
{
    if (date == 0) {
        return TL_STR("");
    }
    snprintf(room, size, "%04u-%02u-%02u", date / 10000, date / 100 % 100, date % 100);
    return tl_str_from(room);
}

static tl_str
text_of_gender(tl_gender gender)
{
    return gender == TL_GENDER_MALE     ? TL_STR("m")
           : gender == TL_GENDER_FEMALE ? TL_STR("f")
                                        : TL_STR("");
}

static tl_str
concept_value(const tl_concept *concept, tl_column_id column)
{
    switch (column) {
    case TL_COLUMN_TYPE:
        return concept
        ->type == TL_TYPE_TERM ? TL_STR("") : tl_type_names[concept->type];
    case TL_COLUMN_PART_OF: return concept ->part_of ? concept->part_of->id : TL_STR("");
    case TL_COLUMN_SUBJECT: return concept ->subject;
    case TL_COLUMN_DEFINITION: return concept ->definition;
    case TL_COLUMN_CONCEPT_SEVERITY: return tl_level_names[concept->severity];
    case TL_COLUMN_CONCEPT_NOTE: return concept ->note;
    case TL_COLUMN_CONCEPT_SOURCE: return concept ->source;
    default: return TL_STR("");
    }
}

static tl_str
name_value(const tl_person_name *parts, tl_column_id column)
{
    switch (column) {
    case TL_COLUMN_FAMILY: return parts->family;
    case TL_COLUMN_GIVEN: return parts->given;
    case TL_COLUMN_PATRONYMIC: return parts->patronymic;
    case TL_COLUMN_GENDER: return text_of_gender(parts->gender);
    default: return TL_STR("");
    }
}

enum { DATE_ROOM = 16 };

static tl_str
term_value(const tl_term *term, tl_column_id column, char room[DATE_ROOM])
{
    switch (column) {
    case TL_COLUMN_TEXT: return term->text;
    case TL_COLUMN_USE: return term->use;
    case TL_COLUMN_CASE: return term->case_given ? tl_case_rule_names[term->case_rule] : TL_STR("");
    case TL_COLUMN_SEVERITY: return tl_level_names[term->severity];
    case TL_COLUMN_FROM: return text_of_date(term->from, room, DATE_ROOM);
    case TL_COLUMN_UNTIL: return text_of_date(term->until, room, DATE_ROOM);
    case TL_COLUMN_NOTE: return term->note;
    case TL_COLUMN_SOURCE: return term->source;
    default: return TL_STR("");
    }
}

static tl_str
place_value(const row *r, tl_column_id column)
{
    switch (column) {
    case TL_COLUMN_ID: return r->concept ->id;
    case TL_COLUMN_LANG: return r->entry->language;
    default: return r->term->acronym ? TL_STR("acronym") : tl_status_names[r->term->status];
    }
}

static tl_str
value_of(const row *r, tl_column_id column, char room[DATE_ROOM])
{
    switch (tl_columns[column].level) {
    case TL_COLUMN_PLACE: return place_value(r, column);
    case TL_COLUMN_CONCEPT:
        return r->begins_concept ? concept_value(r->concept, column) : TL_STR("");
    case TL_COLUMN_NAME: return r->begins_entry ? name_value(&r->parts, column) : TL_STR("");
    case TL_COLUMN_TERM: break;
    }
    return term_value(r->term, column, room);
}

/* Calls `take` for every row. */
static void
each_row(const tl_termbase *termbase, void (*take)(void *context, const row *r), void *context)
{
    const tl_concept *concept = NULL;
    const tl_entry *entry = NULL;
    for (size_t i = 0; i < termbase->term_count; i++) {
        const tl_term *term = termbase->terms[i];
        row r = {.term = term, .entry = term->entry, .concept = term->concept};
        r.begins_concept = term->concept != concept;
        r.begins_entry = term->entry != entry;
        if (r.begins_entry && term->entry->name) {
            r.parts = tl_person_name_untold(term->entry);
        }
        take(context, &r);
        concept = term->concept;
        entry = term->entry;
    }
}

typedef struct table_out {
    tl_buf *out;
    char delimiter;
    bool used[TL_COLUMN_COUNT];
} table_out;

static void
note_used(void *context, const row *r)
{
    table_out *table = context;
    char room[DATE_ROOM];
    for (tl_column_id i = 0; i < TL_COLUMN_COUNT; i++) {
        table->used[i] = table->used[i] || value_of(r, i, room).len;
    }
}

static void
add_row(void *context, const row *r)
{
    const table_out *table = context;
    char room[DATE_ROOM], delimiter[2] = {table->delimiter, '\0'};
    const char *before = "";
    for (tl_column_id i = 0; i < TL_COLUMN_COUNT; i++) {
        if (table->used[i]) {
            tl_buf_add_cstr(table->out, before);
            tl_table_add_cell(table->out, value_of(r, i, room), table->delimiter);
            before = delimiter;
        }
    }
    tl_buf_add_byte(table->out, '\n');
}

static void
add_header(const table_out *table)
{
    char delimiter[2] = {table->delimiter, '\0'};
    const char *before = "";
    for (tl_column_id i = 0; i < TL_COLUMN_COUNT; i++) {
        if (table->used[i]) {
            tl_buf_add_cstr(table->out, before);
            tl_buf_add(table->out, tl_columns[i].name);
            before = delimiter;
        }
    }
    tl_buf_add_byte(table->out, '\n');
}

void
tl_table_write(const tl_termbase *termbase, tl_buf *out, tl_dropped *dropped, char delimiter)
{
    table_out table = {.out = out, .delimiter = delimiter};
    for (tl_column_id i = 0; i < TL_COLUMN_COUNT; i++) {
        table.used[i] = tl_columns[i].level == TL_COLUMN_PLACE || i == TL_COLUMN_TEXT;
    }
    each_row(termbase, note_used, &table);
    add_header(&table);
    each_row(termbase, add_row, &table);
    tl_dropped_add(dropped, NULL, TL_STR("name"), termbase->name.len > 0);
    tl_losses_of_settings(termbase, dropped);
    tl_losses_of_relations(termbase, dropped);
    tl_losses_of_declension(termbase, dropped);
}
