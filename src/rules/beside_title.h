/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_RULES_BESIDE_TITLE_H
#define TL_RULES_BESIDE_TITLE_H

#include "rules/named_person.h"

/* A place where a title stands. */
typedef struct tl_title_place {
    const tl_hit *hit;
    uint32_t first, end; /* words; with those that say of what body it is */
} tl_title_place;

/* Who stands beside the title: named right behind it ("the Press Secretary Ivan Petrov", with a
 * rank between or not), or set off from it by commas or brackets on either side, or in the line
 * above or below, as in a signature. Of an enumeration nothing is believed. In Russian both stand
 * in the same case; person->cells are the cells of both. Words before `free_from` belong to another
 * title. */
bool tl_beside_title(tl_pass *pass, const tl_title_place *title, uint32_t free_from,
                     tl_named_person *person);

#endif
