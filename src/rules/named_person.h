/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_RULES_NAMED_PERSON_H
#define TL_RULES_NAMED_PERSON_H

#include "rules/pass.h"

/* A person named at a place of the segment, with all words of the name: given name, initials,
 * patronymic, family name. */
typedef struct tl_named_person {
    uint32_t first, count;     /* words of the scan */
    const tl_concept *concept; /* NULL: somebody whom the termbase does not know */
    bool has_given;            /* written out */
    bool has_initials;
    bool family_first; /* given names or initials stand behind the family name */
    uint16_t cells;    /* grammatical cells it may stand in; all of them where that is not known */
} tl_named_person;

/* Reads the name that begins with word `first`. A name that the termbase does not know is a known
 * given name (dict/names), a family name that stands first, or initials, with capitalised words; a
 * known family name with somebody else's given name is such a one. */
bool tl_named_person_from(tl_pass *pass, uint32_t first, tl_named_person *person);

/* The bytes that the name covers, with the stop of an initial at its end. */
tl_range tl_named_person_range(const tl_pass *pass, const tl_named_person *person);

/* Reads the name that ends before word `end`; the longest, where several end there. */
bool tl_named_person_until(tl_pass *pass, uint32_t end, tl_named_person *person);

#endif
