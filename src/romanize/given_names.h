/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_ROMANIZE_GIVEN_NAMES_H
#define TL_ROMANIZE_GIVEN_NAMES_H

#include "romanize/romanize.h"

#include <stddef.h>

/* One given name: a Cyrillic form, with the gender ('m', 'f' or 'b' for both). A form stands once
 * for every group that it belongs to (слава: вячеслав, станислав …), with the same gender each
 * time. The rows of a group follow each other, its head first; none mixes 'm' and 'f'. */
typedef struct tl_given_name {
    const char *cyrillic; /* lower case, ё kept, no apostrophes */
    char gender;
    unsigned group; /* names of one group are one name in other languages or short for it */
} tl_given_name;

/* All given names (dict/names/given.tsv), in order of the file. */
const tl_given_name *tl_given_names(size_t *count);

/* Their index, made by the build: its ids are places in that order. */
const tl_name_index *tl_given_name_index(void);

#endif
