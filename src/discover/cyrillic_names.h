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

/* The Cyrillic form of a Latin name, in the arena: that of the corpus, else one that is worked out
 * (*is_guess); of a Cyrillic name itself. Nothing is added afterwards. */
tl_str tl_cyrillic_names_find(tl_cyrillic_names *names, tl_str given, tl_str family,
                              tl_arena *arena, bool *is_guess);

#endif
