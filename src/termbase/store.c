/* SPDX-License-Identifier: MPL-2.0 */
/* Makes concepts of the tables of an image when they are asked for. Nothing there is trusted: a row
 * counts only if all that it names is there and all its texts are UTF-8.
 *
 * A concept is made with everything that it refers to, one batch under a lock; it is shown to other
 * threads when the whole batch is complete. References may form a ring: so the structs of a batch
 * are allocated when they are first named, and filled from a queue. */
#include "termbase/store.h"

#include "base/alloc.h"
#include "base/array.h"
#include "base/utf8.h"
#include "termbase/store_rows.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>

struct tl_store {
    tl_store_tables tables;
    pthread_mutex_t lock; /* of what follows but for what is shown */
    tl_arena arena;
    _Atomic(const tl_concept *) *shown_concepts; /* by number; NULL: not made yet */
    _Atomic(const tl_term *) *shown_terms;
    tl_concept **concepts; /* by number: made, or being made */
    uint32_t *batch;       /* numbers of concepts in the order of allocation */
    size_t batch_count, batch_capacity;
    tl_term **terms; /* of the batch */
    size_t term_count, term_capacity;
};

/* -- rows ------------------------------------------------------------------------------------- */

static bool
is_within(tl_rows rows, size_t count)
{
    return rows.first <= count && rows.count <= count - rows.first;
}

static bool
read_text(const tl_store *store, tl_text_row row, tl_str *text)
{
    size_t count = store->tables.bytes_count;
    *text = (tl_str){"", 0};
    if (row.length == 0) {
        return true;
    }
    if (row.at >= count || row.length >= count - row.at ||
        store->tables.bytes[row.at + row.length] != '\0') {
        return false;
    }
    *text = (tl_str){store->tables.bytes + row.at, row.length};
    return tl_utf8_invalid_at(*text) == text->len;
}

static bool
read_shared(const tl_store *store, uint32_t number, tl_str *text)
{
    return number < store->tables.texts_count &&
           read_text(store, store->tables.texts[number], text);
}

static bool
read_texts(tl_store *store, tl_arena *arena, tl_rows rows, const tl_str **texts, size_t *count)
{
    if (!is_within(rows, store->tables.texts_count)) {
        return false;
    }
    tl_str *made = rows.count ? tl_arena_alloc(arena, rows.count, sizeof *made) : NULL;
    bool ok = true;
    for (uint32_t i = 0; i < rows.count && ok; i++) {
        ok = read_shared(store, rows.first + i, &made[i]);
    }
    *texts = made;
    *count = ok ? rows.count : 0;
    return ok;
}

static bool
read_place(const tl_store *store, tl_place_row row, tl_place *place)
{
    place->line = row.line;
    place->column = row.column;
    return read_shared(store, row.file, &place->path);
}

/* -- concepts --------------------------------------------------------------------------------- */

/* The concept of a number, which may have to be filled yet; NULL for 0 and for what is none. */
static const tl_concept *
refer(tl_store *store, uint32_t one_more)
{
    uint32_t number = one_more - 1;
    if (one_more == 0 || number >= store->tables.concepts_count) {
        return NULL;
    }
    if (store->concepts[number] == NULL) {
        store->concepts[number] = tl_arena_alloc(&store->arena, 1, sizeof(tl_concept));
        store->concepts[number]->number = number;
        store->batch = tl_array_reserve(store->batch, &store->batch_capacity,
                                        store->batch_count + 1, sizeof *store->batch);
        store->batch[store->batch_count++] = number;
    }
    return store->concepts[number];
}

static bool
read_term(tl_store *store, uint32_t number, const tl_concept *concept, tl_term *term)
{
    const tl_term_row *row = &store->tables.terms[number];
    *term = (tl_term){.status = (tl_status)row->status,
                      .case_rule = (tl_case_rule)row->case_rule,
                      .severity = (tl_level)row->severity,
                      .acronym = row->acronym != 0,
                      .case_given = row->case_given != 0,
                      .is_headword = row->is_headword != 0,
                      .from = row->from,
                      .until = row->until,
                      .concept = concept,
                      .number = number};
    return row->status <= TL_STATUS_FORBIDDEN && row->case_rule <= TL_CASE_ANY &&
           row->severity <= TL_LEVEL_ERROR && row->concept == concept->number &&
           read_text(store, row->text, &term->text) && term->text.len > 0 &&
           read_text(store, row->use, &term->use) && read_text(store, row->note, &term->note) &&
           read_text(store, row->source, &term->source) &&
           read_place(store, row->place, &term->place) &&
           read_texts(store, &store->arena, row->except, &term->except, &term->except_count);
}

static bool
read_name(tl_store *store, uint32_t one_more, const tl_person_name **made)
{
    if (one_more == 0) {
        return true;
    }
    if (one_more > store->tables.names_count) {
        return false;
    }
    const tl_name_row *row = &store->tables.names[one_more - 1];
    tl_person_name *name = tl_arena_alloc(&store->arena, 1, sizeof *name);
    name->gender = (tl_gender)row->gender;
    name->decline = row->decline != 0;
    *made = name;
    return row->gender <= TL_GENDER_FEMALE && read_text(store, row->family, &name->family) &&
           read_text(store, row->given, &name->given) &&
           read_text(store, row->patronymic, &name->patronymic) &&
           read_texts(store, &store->arena, row->forms, &name->forms, &name->form_count);
}

/* Makes the terms of an entry; those that it names by number are among them. */
static bool
read_terms(tl_store *store, const tl_entry_row *row, const tl_concept *concept, tl_entry *entry)
{
    const tl_term **terms = tl_arena_alloc(&store->arena, row->terms.count, sizeof *terms);
    bool ok = true;
    for (uint32_t i = 0; i < row->terms.count && ok; i++) {
        uint32_t number = store->tables.order[row->terms.first + i];
        tl_term *term = tl_arena_alloc(&store->arena, 1, sizeof *term);
        ok = number < store->tables.terms_count && read_term(store, number, concept, term);
        term->entry = entry;
        terms[i] = term;
        entry->preferred = row->preferred == number + 1 ? term : entry->preferred;
        entry->acronym = row->acronym == number + 1 ? term : entry->acronym;
        store->terms = tl_array_reserve(store->terms, &store->term_capacity, store->term_count + 1,
                                        sizeof(const tl_term *));
        store->terms[store->term_count++] = term;
    }
    entry->terms = terms;
    entry->term_count = ok ? row->terms.count : 0;
    return ok && (row->preferred != 0) == (entry->preferred != NULL) &&
           (row->acronym != 0) == (entry->acronym != NULL);
}

static bool
read_entries(tl_store *store, tl_rows rows, tl_concept *concept)
{
    if (!is_within(rows, store->tables.entries_count)) {
        return false;
    }
    tl_entry *entries = tl_arena_alloc(&store->arena, rows.count, sizeof *entries);
    bool ok = true;
    for (uint32_t i = 0; i < rows.count && ok; i++) {
        const tl_entry_row *row = &store->tables.entries[rows.first + i];
        ok = is_within(row->terms, store->tables.order_count) && row->terms.count > 0 &&
             read_shared(store, row->language, &entries[i].language) &&
             read_name(store, row->name, &entries[i].name) &&
             read_terms(store, row, concept, &entries[i]);
    }
    concept->entries = entries;
    concept->entry_count = ok ? rows.count : 0;
    return ok;
}

static bool
read_holders(tl_store *store, tl_rows rows, tl_concept *concept)
{
    if (!is_within(rows, store->tables.holders_count)) {
        return false;
    }
    tl_holder *holders = tl_arena_alloc(&store->arena, rows.count, sizeof *holders);
    for (uint32_t i = 0; i < rows.count; i++) {
        const tl_holder_row *row = &store->tables.holders[rows.first + i];
        holders[i] = (tl_holder){
            .person = refer(store, row->person), .from = row->from, .until = row->until};
        if (!read_place(store, row->place, &holders[i].place)) {
            return false;
        }
    }
    concept->holders = holders;
    concept->holder_count = rows.count;
    return true;
}

static bool
read_examples(tl_store *store, tl_rows rows, tl_concept *concept)
{
    if (!is_within(rows, store->tables.examples_count)) {
        return false;
    }
    tl_example *examples = tl_arena_alloc(&store->arena, rows.count, sizeof *examples);
    for (uint32_t i = 0; i < rows.count; i++) {
        const tl_example_row *row = &store->tables.examples[rows.first + i];
        if (!read_text(store, row->text, &examples[i].text) ||
            !read_text(store, row->expect, &examples[i].expect) ||
            !read_place(store, row->place, &examples[i].place)) {
            return false;
        }
    }
    concept->examples = examples;
    concept->example_count = rows.count;
    return true;
}

static bool
read_concept(tl_store *store, const tl_concept_row *row, tl_concept *concept)
{
    concept->type = (tl_concept_type)row->type;
    concept->severity = (tl_level)row->severity;
    concept->is_imported = row->is_imported != 0;
    concept->part_of = refer(store, row->part_of);
    return row->type <= TL_TYPE_DOCUMENT && row->severity <= TL_LEVEL_ERROR &&
           read_text(store, row->id, &concept->id) &&
           read_text(store, row->definition, &concept->definition) &&
           read_text(store, row->note, &concept->note) &&
           read_text(store, row->source, &concept->source) &&
           read_text(store, row->subject, &concept->subject) &&
           read_place(store, row->place, &concept->place) &&
           read_texts(store, &store->arena, row->distinct, &concept->distinct,
                      &concept->distinct_count) &&
           read_holders(store, row->holders, concept) &&
           read_examples(store, row->examples, concept) &&
           read_entries(store, row->entries, concept);
}

/* A concept that is broken is left without anything that could be found in a text. */
static void
fill(tl_store *store, uint32_t number)
{
    tl_concept *concept = store->concepts[number];
    size_t first = store->term_count;
    if (!read_concept(store, &store->tables.concepts[number], concept)) {
        *concept = (tl_concept){.number = number};
        store->term_count = first;
    }
}

static void
show_batch(tl_store *store)
{
    for (size_t i = 0; i < store->term_count; i++) {
        const tl_term *term = store->terms[i];
        atomic_store_explicit(&store->shown_terms[term->number], term, memory_order_release);
    }
    for (size_t i = 0; i < store->batch_count; i++) {
        uint32_t number = store->batch[i];
        atomic_store_explicit(&store->shown_concepts[number], store->concepts[number],
                              memory_order_release);
    }
    store->batch_count = store->term_count = 0;
}

const tl_concept *
tl_store_concept(tl_store *store, size_t number)
{
    const tl_concept *shown =
        atomic_load_explicit(&store->shown_concepts[number], memory_order_acquire);
    if (shown) {
        return shown;
    }
    pthread_mutex_lock(&store->lock);
    refer(store, (uint32_t)number + 1);
    for (size_t i = 0; i < store->batch_count; i++) {
        fill(store, store->batch[i]);
    }
    show_batch(store);
    pthread_mutex_unlock(&store->lock);
    return store->concepts[number];
}

const tl_term *
tl_store_term(tl_store *store, size_t number)
{
    const tl_term *shown = atomic_load_explicit(&store->shown_terms[number], memory_order_acquire);
    uint32_t concept = store->tables.terms[number].concept;
    if (shown == NULL && concept < store->tables.concepts_count) {
        tl_store_concept(store, concept);
        shown = atomic_load_explicit(&store->shown_terms[number], memory_order_acquire);
    }
    return shown;
}

const tl_concept *
tl_store_find(tl_store *store, tl_str id)
{
    for (size_t i = 0; i < store->tables.concepts_count; i++) {
        tl_str other;
        if (read_text(store, store->tables.concepts[i].id, &other) && tl_str_equal(other, id)) {
            return tl_store_concept(store, i);
        }
    }
    return NULL;
}

/* -- termbases -------------------------------------------------------------------------------- */

static bool
open_tables(tl_termbase *termbase, const tl_image *image)
{
    static const tl_image_part parts[] = {TL_STORE_TABLES(TL_STORE_PART)};
    tl_store *store = termbase->store;
    if (!tl_image_find_parts(image, parts, sizeof parts / sizeof *parts, &store->tables) ||
        store->tables.base_count != 1) {
        return false;
    }
    const tl_termbase_row *base = store->tables.base;
    termbase->concept_count = store->tables.concepts_count;
    termbase->term_count = store->tables.terms_count;
    termbase->lists_languages = base->lists_languages != 0;
    termbase->yo_strict = base->yo_strict != 0;
    return termbase->concept_count < UINT32_MAX && termbase->term_count < UINT32_MAX &&
           read_text(store, base->name, &termbase->name) &&
           read_text(store, base->romanization, &termbase->romanization) &&
           read_texts(store, &store->arena, base->languages, &termbase->languages,
                      &termbase->language_count) &&
           read_texts(store, &store->arena, base->files, &termbase->files, &termbase->file_count);
}

bool
tl_termbase_open(tl_termbase *termbase, const tl_image *image)
{
    tl_store *store = tl_alloc_zero(1, sizeof *store);
    pthread_mutex_init(&store->lock, NULL);
    termbase->store = store;
    if (!open_tables(termbase, image)) {
        tl_termbase_clear(termbase);
        return false;
    }
    store->shown_concepts = tl_alloc_zero(termbase->concept_count, sizeof *store->shown_concepts);
    store->shown_terms = tl_alloc_zero(termbase->term_count, sizeof *store->shown_terms);
    store->concepts = tl_alloc_zero(termbase->concept_count, sizeof *store->concepts);
    return true;
}

void
tl_store_free(tl_store *store)
{
    if (store == NULL) {
        return;
    }
    pthread_mutex_destroy(&store->lock);
    tl_arena_clear(&store->arena);
    free(store->shown_concepts);
    free(store->shown_terms);
    free(store->concepts);
    free(store->batch);
    free(store->terms);
    free(store);
}
