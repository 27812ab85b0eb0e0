/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_RULES_TEXT_NAMES_H
#define TL_RULES_TEXT_NAMES_H

#include "rules/pass.h"

/* The names in a text, with and without a termbase: whatever is written as one, with what says that
 * it is a person's. */

typedef struct tl_text_name {
    uint32_t family, family_count;    /* words of the scan */
    int32_t given, patronymic;        /* words, -1: none; an initial counts as none */
    uint32_t initials, initial_count; /* words, one behind the other; of a name with a given name
                                         what is short for the patronymic */
    bool is_person;                   /* what stands beside it, or its own form, says so */
    const struct tl_concept *concept; /* of the termbase, or NULL */
} tl_text_name;

typedef struct tl_text_names {
    const tl_text_name *items; /* in order of the text */
    size_t count;
} tl_text_names;

/* The names of the text whose scan is at hand (pass->scan), in the pass's scratch arena. */
tl_text_names tl_text_names_read(tl_pass *pass);

#endif
