/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_RULES_NAME_PAIRS_H
#define TL_RULES_NAME_PAIRS_H

#include "rules/text_names.h"

/* Which names of two texts, one in Cyrillic and one in Latin letters, answer to each other. */

typedef enum tl_name_answer {
    TL_NAME_SAME,  /* one romanizes the other */
    TL_NAME_CLOSE, /* another name, or the same one mistyped */
    TL_NAME_OTHER, /* the given name is the same, the family name is another one */
} tl_name_answer;

typedef struct tl_name_pair {
    const tl_text_name *source, *target;
    tl_name_answer answer;
    tl_str base; /* the Cyrillic family name in its base form, as a key; hyphens kept */
} tl_name_pair;

typedef struct tl_name_pairs {
    const tl_scan *source, *target;
    const tl_name_pair *items; /* in order of the target */
    size_t count;
    bool latin_target;
} tl_name_pairs;

/* Pairs the names of two texts; none if they are not in these two scripts, or if there are so many
 * names that the texts are no unit of translation. In the pass's scratch arena. */
tl_name_pairs tl_name_pairs_find(tl_pass *pass, const tl_scan *source, const tl_scan *target);

/* The gender of who is named so: 'm', 'f' or 0, by a Latin given name and by patronymics. */
char tl_name_gender_across(const tl_pass *pass, const tl_name_pairs *pairs,
                           const tl_text_name *source, const tl_text_name *target);

/* The text of a family name, with its hyphen. */
tl_str tl_family_text(const tl_scan *scan, const tl_text_name *name);

/* A Latin name but for what may be the ending of a plural. */
tl_str tl_without_plural(tl_str latin);

/* The lowest cost of `latin` as a spelling of a name of which `cyrillic` is a form, and that name.
 */
uint32_t tl_form_cost(tl_pass *pass, tl_str cyrillic, char gender, tl_str latin, tl_str *base);

/* True if `latin` differs in a few letters from the romanization of a name of which `cyrillic` is a
 * form; *base is the nearest such name. */
bool tl_form_is_close(tl_pass *pass, tl_str cyrillic, char gender, tl_str latin, tl_str *base);

#endif
