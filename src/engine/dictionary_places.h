/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_ENGINE_DICTIONARY_PLACES_H
#define TL_ENGINE_DICTIONARY_PLACES_H

#include "base/arena.h"

/* The files of an installed dictionary; either may be missing. */
typedef struct tl_dictionary_place {
    tl_str name;            /* "en_US" */
    tl_str affixes, words;  /* paths, NUL-terminated */
    uint64_t device, inode; /* of the .dic file; 0: there is none */
    unsigned rank;          /* the lower, the sooner it is asked */
} tl_dictionary_place;

/* The dictionaries of a language (a primary subtag of BCP 47) that are installed, the one to ask
 * first first, at most `capacity`; a file that has several names is one. Returns how many. */
size_t tl_dictionary_places_find(tl_str language, tl_arena *arena, tl_dictionary_place *places,
                                 size_t capacity);

#endif
