/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_DISCOVER_CYRILLIC_NAMES_H
#define TL_DISCOVER_CYRILLIC_NAMES_H

#include "romanize/cluster.h"
#include "scan/given.h"

/* The Cyrillic names of a corpus, as originals for its Latin ones. */
typedef struct tl_cyrillic_names tl_cyrillic_names;

/* Borrows both. */
tl_cyrillic_names *tl_cyrillic_names_new(tl_cluster *cluster, tl_given *given);
void tl_cyrillic_names_free(tl_cyrillic_names *names);

/* Adds a name as it stands in a text, in whatever case. */
void tl_cyrillic_names_add(tl_cyrillic_names *names, tl_str given, tl_str family);

/* A name to be looked up. */
typedef struct tl_sought_name {
    tl_str given, family;
    tl_str other_family; /* another spelling of the family name; or empty */
} tl_sought_name;

/* The Cyrillic form of a Latin name, in the arena: that of the corpus, else one that is worked out
 * (*is_guess); of a Cyrillic name itself. Empty where the Latin letters leave open what it is.
 * Nothing is added afterwards. */
tl_str tl_cyrillic_names_find(tl_cyrillic_names *names, const tl_sought_name *name, tl_arena *arena,
                              bool *is_guess);

#endif
