/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_ROMANIZE_RESPELLING_H
#define TL_ROMANIZE_RESPELLING_H

#include "base/str.h"

/* "Is this Cyrillic word another spelling of that one?" What may stand for what, at what cost in
 * hundredths of a letter, is dict/respelling.tsv. */

enum {
    TL_RESPELLING_SURE = 60,   /* up to here a long name needs nothing beside it */
    TL_RESPELLING_LIMIT = 110, /* above this it is never believed */
    TL_RESPELLING_NONE = INT32_MAX,
};

/* The cost of `written` as a spelling of `meant`: 0 if they are equal but for case and ё;
 * TL_RESPELLING_NONE above the limit or if one of them is no Cyrillic name. */
uint32_t tl_respelling_cost(tl_str written, tl_str meant);

/* The same, but TL_RESPELLING_NONE above a lower limit, too: the lower, the quicker. */
uint32_t tl_respelling_cost_within(tl_str written, tl_str meant, uint32_t limit);

/* True only if `written` is a spelling of no word that begins with `stem`: one comparison for all
 * the forms of a name. */
bool tl_respelling_excludes(tl_str written, tl_str stem);

/* Spellings of one name, in all their cases, are looked up by their consonants: those that may be
 * taken for each other are one, and so are several in a row. A key is a hash of them. */
enum { TL_RESPELLING_NAME_KEYS = 16, TL_RESPELLING_WORD_KEYS = 2 };

/* The keys under which a name is to be filed; returns how many, 0 if it is no Cyrillic name. */
size_t tl_respelling_name_keys(tl_str name, uint64_t keys[TL_RESPELLING_NAME_KEYS]);

/* The keys under which a word of a text is to be looked up: itself, and without the consonant of
 * its ending. Returns how many. */
size_t tl_respelling_word_keys(tl_str word, uint64_t keys[TL_RESPELLING_WORD_KEYS]);

#endif
