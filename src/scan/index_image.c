/* SPDX-License-Identifier: MPL-2.0 */
/* An index in an image. Its parts know how they lie there; here they are put together, and the
 * people, who are made when they are first asked for, from rows that are checked then. */
#include "scan/index.h"

#include "base/alloc.h"
#include "termbase/store.h"
#include "text/script.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>

typedef struct person_row {
    uint32_t concept, entry; /* their numbers, the latter within the concept */
} person_row;

struct tl_people_store {
    person_row *rows;
    uint32_t *of_concept;
    size_t row_count, concept_count;
    pthread_mutex_t lock;
    atomic_uchar *is_made; /* by number */
};

static const tl_image_part parts[] = {
    TL_IMAGE_ARRAY("peo.pers", struct tl_people_store, rows, row_count),
    TL_IMAGE_ARRAY("peo.conc", struct tl_people_store, of_concept, concept_count),
};

enum { PARTS = sizeof parts / sizeof *parts };

static void
save_people(const tl_index *index, tl_image_writer *writer)
{
    person_row *rows = tl_arena_alloc(&writer->arena, index->person_count, sizeof *rows);
    for (size_t i = 0; i < index->person_count; i++) {
        const tl_person *person = &index->people[i];
        rows[i] = (person_row){.concept = person->concept->number,
                               .entry = (uint32_t)(person->entry - person->concept->entries)};
    }
    const struct tl_people_store store = {.rows = rows,
                                          .of_concept = index->person_of_concept,
                                          .row_count = index->person_count,
                                          .concept_count = index->termbase->concept_count};
    tl_image_add_parts(writer, parts, PARTS, &store);
}

bool
tl_index_save(const tl_index *index, tl_image_writer *writer)
{
    tl_near_forms_prepare(index->near_forms);
    save_people(index, writer);
    tl_pattern_set_save(&index->patterns, writer);
    tl_shuffle_set_save(index->shuffles, writer);
    tl_name_index_save(index->families, writer);
    tl_respelled_names_save(&index->respelled, writer);
    tl_acronyms_save(&index->acronyms, writer);
    tl_near_forms_save(index->near_forms, writer);
    return tl_termbase_save(index->termbase, writer);
}

static bool
open_people(tl_index *index, const tl_image *image)
{
    struct tl_people_store *store = tl_alloc_zero(1, sizeof *store);
    index->people_store = store;
    pthread_mutex_init(&store->lock, NULL);
    if (!tl_image_find_parts(image, parts, PARTS, store) ||
        store->concept_count != index->termbase->concept_count) {
        return false;
    }
    index->person_of_concept = store->of_concept;
    index->person_count = store->row_count;
    index->people = tl_alloc_zero(store->row_count, sizeof *index->people);
    store->is_made = tl_alloc_zero(store->row_count, sizeof *store->is_made);
    return true;
}

tl_index *
tl_index_open(const tl_termbase *termbase, const tl_image *image)
{
    tl_index *index = tl_alloc_zero(1, sizeof *index);
    index->termbase = termbase;
    tl_index_set_languages(index);
    bool ok = tl_pattern_set_open(&index->patterns, termbase, image) && open_people(index, image) &&
              (index->shuffles = tl_shuffle_set_open(image)) &&
              (index->families = tl_name_index_open(image)) &&
              tl_respelled_names_open(&index->respelled, image) &&
              tl_acronyms_open(&index->acronyms, termbase, image) &&
              (index->near_forms = tl_near_forms_open(index, image));
    if (!ok) {
        tl_index_free(index);
        return NULL;
    }
    return index;
}

void
tl_people_store_free(tl_index *index)
{
    pthread_mutex_destroy(&index->people_store->lock);
    free(index->people_store->is_made);
    free(index->people_store);
}

static bool
make(const tl_index *index, size_t number, tl_person *person)
{
    const person_row *row = &index->people_store->rows[number];
    const tl_concept *concept = row->concept < index->termbase->concept_count
                                    ? tl_termbase_concept(index->termbase, row->concept)
                                    : NULL;
    if (concept == NULL || row->entry >= concept->entry_count) {
        return false;
    }
    const tl_entry *entry = &concept->entries[row->entry];
    if (entry->name == NULL || entry->name->family.len == 0 ||
        !tl_language_is_cyrillic(entry->language)) {
        return false;
    }
    *person = tl_person_of_entry(concept, entry, (uint32_t)number);
    return true;
}

/* People are written under the lock only, and read only when their flag says that they are. */
const tl_person *
tl_people_store_at(const tl_index *index, size_t number)
{
    if (number >= index->person_count) {
        return NULL;
    }
    atomic_uchar *is_made = &index->people_store->is_made[number];
    if (atomic_load_explicit(is_made, memory_order_acquire)) {
        return &index->people[number];
    }
    tl_person made;
    pthread_mutex_lock(&index->people_store->lock);
    bool ok = make(index, number, &made);
    if (ok && !atomic_load_explicit(is_made, memory_order_relaxed)) {
        index->people[number] = made;
        atomic_store_explicit(is_made, 1, memory_order_release);
    }
    pthread_mutex_unlock(&index->people_store->lock);
    return ok ? &index->people[number] : NULL;
}
