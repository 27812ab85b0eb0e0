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
    uint32_t number;
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
    tl_person *people; /* ask tl_index_person_at() */
    size_t person_count, person_capacity;
    struct tl_people_store *people_store; /* of people in an image (scan/index_image.c), or NULL */
    uint32_t *person_of_concept; /* by number of the concept: 1 + index of its first; 0: none */
    tl_name_index *families;     /* Cyrillic family names; ids are indexes into people, or… */
    tl_respelled_names respelled;
    tl_acronyms acronyms;
    tl_near_forms *near_forms; /* filed when a scanner seeks typos for the first time */
} tl_index;

tl_index *tl_index_new(const tl_termbase *termbase);
void tl_index_free(tl_index *index);

/* Adds an index and its termbase to an image; what is made when it is first wanted is made now. */
bool tl_index_save(const tl_index *index, tl_image_writer *writer);

/* The index in an image, of the termbase that has been opened there; both outlive it. NULL if it is
 * not there. */
tl_index *tl_index_open(const tl_termbase *termbase, const tl_image *image);

/* … for the name of a place, an organisation or an event this and the number of its term. */
#define TL_ID_OF_TERM (UINT32_C(1) << 31)

/* The term whose Cyrillic name has that id in `families`, or NULL. */
const tl_term *tl_index_named_term(const tl_index *index, uint32_t id);

/* The person of a number, which families and the like give; NULL if there is none. */
const tl_person *tl_index_person_at(const tl_index *index, size_t number);

/* The person of the concept by his name in that entry, else by the first of his Cyrillic names;
 * NULL if he has none. */
const tl_person *tl_index_person_of(const tl_index *index, const tl_concept *concept,
                                    const tl_entry *entry);

/* Inside index*.c: what tl_index_person_at() asks, and what both ways to make an index share. */
const tl_person *tl_people_store_at(const tl_index *index, size_t number);
void tl_people_store_free(tl_index *index);
void tl_index_set_languages(tl_index *index);
tl_person tl_person_of_entry(const tl_concept *concept, const tl_entry *entry, uint32_t number);

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
