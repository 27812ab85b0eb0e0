/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_RULES_CARRIED_H
#define TL_RULES_CARRIED_H

#include "rules/pass.h"

/* Which concepts of the termbase a bilingual unit carries from its sources to a target. Everything
 * lives in the pass's scratch arena. */

/* A concept in a text. */
typedef struct tl_concept_place {
    const tl_concept *concept;
    const tl_hit *hit; /* NULL: a person by another spelling, a term by its stems */
    tl_str form;       /* of the termbase that stands there; empty of a person */
    tl_range range;
    uint32_t first, count; /* words of the scan */
    bool is_sure;          /* false: a typo, another order of words, a form of the other language */
} tl_concept_place;

typedef struct tl_concept_places {
    const tl_concept_place
        *items; /* hits in order of the text, then people, stems, doubtful ones */
    size_t count;
} tl_concept_places;

/* The concepts that stand in a text of the unit at hand. Found once for all rules. */
tl_concept_places tl_concepts_in(tl_pass *pass, const tl_unit_text *text);

bool tl_concepts_have(const tl_concept_places *places, const tl_concept *concept);

/* A concept that all sources have and a target has not. */
typedef struct tl_missing_concept {
    const tl_concept_place *source;  /* its place in the first source */
    const tl_concept_place *instead; /* what stands in its stead, or NULL */
} tl_missing_concept;

/* What one target text leaves out, and what it adds. */
typedef struct tl_carried {
    const tl_concept_place *const *kept; /* of the first source, each concept once: the target has
                                            them, too */
    size_t kept_count;
    const tl_concept_place *const *grounded; /* of the target, likewise: some source has them */
    size_t grounded_count;
    const tl_missing_concept *missing;
    size_t missing_count;
    const tl_concept_place *const *added; /* no source has them, and nothing is missing instead */
    size_t added_count;
} tl_carried;

/* Whether the termbase has a good form of the concept in the language (a primary subtag). */
bool tl_concept_has_good_form(const tl_concept *concept, tl_str language);

/* Found once for all rules. */
tl_carried tl_carried_to(tl_pass *pass, const tl_unit_text *target);

#endif
