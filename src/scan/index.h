/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_SCAN_INDEX_H
#define TL_SCAN_INDEX_H

#include "romanize/romanize.h"
#include "scan/acronyms.h"
#include "scan/near.h"
#include "scan/pattern.h"
#include "scan/respelled.h"
#include "scan/shuffle.h"

/* A person of the termbase by one of his Cyrillic names. */
typedef struct tl_person {
    const tl_concept *concept;
    const tl_entry *entry;            /* the Cyrillic one */
    tl_str family, given, patronymic; /* of the entry, Cyrillic */
} tl_person;

/* A termbase made ready for scanning: immutable, shared between threads. */
typedef struct tl_index {
    const tl_termbase *termbase; /* borrowed; may be empty */
    tl_arena arena;
    const tl_scheme *house;
    tl_str latin_language, cyrillic_language; /* of texts that do not say theirs */
    tl_pattern_set patterns;
    tl_shuffle_set *shuffles;
    tl_person *people;
    size_t person_count, person_capacity;
    uint32_t *person_of_concept; /* by number of the concept: 1 + index of its first; 0: none */
    tl_name_index *families;     /* Cyrillic family names; ids are indexes into people */
    tl_respelled_names respelled;
    tl_acronyms acronyms;
    tl_near_forms *near_forms; /* filed when a scanner seeks typos for the first time */
} tl_index;

tl_index *tl_index_new(const tl_termbase *termbase);
void tl_index_free(tl_index *index);

/* The person that a concept is, by the first of its Cyrillic names; NULL if it has none. */
const tl_person *tl_index_person(const tl_index *index, const tl_concept *concept);

/* The scheme by which the house writes this person's name. */
const tl_scheme *tl_index_scheme(const tl_index *index, const tl_person *person);

/* The Latin forms of a person's names for a text in `language`: those of the entry in that language
 * or, of what it does not give, the house romanization (in `arena`). Parts that are not known are
 * empty. */
typedef struct tl_latin_name {
    tl_str family, given, patronymic;
    const tl_entry *entry; /* whose forms they are; NULL: romanized */
} tl_latin_name;

tl_latin_name tl_index_latin_name(const tl_index *index, const tl_person *person, tl_str language,
                                  tl_arena *arena);

#endif
