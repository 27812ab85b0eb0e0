/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_MORPH_DICTIONARY_H
#define TL_MORPH_DICTIONARY_H

#include "base/arena.h"
#include "base/error.h"

/* A Hunspell dictionary: which words a language has. It is two files, NAME.aff and NAME.dic, that
 * are trusted as programs are: they come from the system or the user, never from what is checked.
 * This is the one place below engine/ that opens files, because Hunspell takes nothing else.
 *
 * One thread at a time. */
typedef struct tl_dictionary tl_dictionary;

typedef enum tl_known {
    TL_KNOWN_UNTOLD, /* there is no telling */
    TL_KNOWN_NO,
    TL_KNOWN_YES,
} tl_known;

/* Loads a dictionary. Hunspell takes files that are missing, empty, cut off or in another encoding
 * than they say, and then calls every word wrong; here they are an error. */
tl_dictionary *tl_dictionary_open(const char *affixes, const char *words, tl_error *error);
void tl_dictionary_free(tl_dictionary *dictionary);

/* Whether the dictionary has the word, in any of its forms: in these capitals or, unless
 * as_written, in any. TL_KNOWN_UNTOLD for what is no plain word (more than 255 bytes, anything but
 * letters, apostrophes and hyphens) and for letters that the dictionary's encoding has not. */
tl_known tl_dictionary_knows(tl_dictionary *dictionary, tl_str word, bool as_written);

enum { TL_STEMS_MAX = 8 };

/* What a word may be a form of, or meant to be. */
typedef struct tl_stems {
    tl_str items[TL_STEMS_MAX];
    size_t count;
} tl_stems;

/* The stems of a word, as keys (text/words.h) in the arena; none of one that the dictionary has not
 * or that is no plain word. */
tl_stems tl_dictionary_stems(tl_dictionary *dictionary, tl_str word, tl_arena *arena);

/* What a word that is not known may have been meant to be, as it is to be written, the likeliest
 * first, in the arena. Takes milliseconds, with a big dictionary many of them. */
tl_stems tl_dictionary_offers(tl_dictionary *dictionary, tl_str word, tl_arena *arena);

#endif
