/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_SCAN_INDEX_H
#define TL_SCAN_INDEX_H

#include "romanize/romanize.h"
#include "scan/near.h"
#include "scan/pattern.h"

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
    tl_pattern_set patterns;
    uint8_t *word_flags; /* by vocabulary word: TL_WORD_STARTS */
    tl_person *people;
    size_t person_count, person_capacity;
    tl_name_index *families;    /* Cyrillic family names; ids are indexes into people */
    tl_name_index *given_names; /* known given names of any person; ids index tl_given_names() */
    const tl_term **acronyms;   /* good acronyms and other all-capital forms of one word */
    size_t acronym_count, acronym_capacity;
    tl_near_forms *near_forms; /* filed when a scanner seeks typos for the first time */
} tl_index;

enum { TL_WORD_STARTS = 1 };

tl_index *tl_index_new(const tl_termbase *termbase);
void tl_index_free(tl_index *index);

/* The Latin forms of a person's names for a text in `language`: those of the entry in that language
 * or, if there is none, the house romanization (in `arena`). Parts that are not known are empty. */
typedef struct tl_latin_name {
    tl_str family, given, patronymic;
    bool romanized; /* by the house scheme */
} tl_latin_name;

tl_latin_name tl_index_latin_name(const tl_index *index, const tl_person *person, tl_str language,
                                  tl_arena *arena);

#endif
