/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_MORPH_BASE_NAME_H
#define TL_MORPH_BASE_NAME_H

#include "base/arena.h"
#include "base/str.h"

/* From forms of Cyrillic names back to the names: what inflect.h does the other way round, for
 * names that nobody has listed. A form leaves open which name it is of, so the answer is all that
 * it may be (dict/names/base-endings.tsv). */

enum { TL_BASE_NAMES_MAX = 16 };

typedef struct tl_base_names {
    tl_str items[TL_BASE_NAMES_MAX]; /* keys (text/words.h) but for й and the like; in the arena */
    size_t count;                    /* one at least: the form itself, as the first */
} tl_base_names;

/* The base forms of one word that are the name of a man ('m'), a woman ('f') or either (0). */
tl_base_names tl_base_names_of(tl_str word, char gender, tl_arena *arena);

/* What the ending of a family name in its base form tells (dict/names/family-marks.tsv): 'm', 'f'
 * or 'b' for a name that is at home in Cyrillic letters, 0 for one that need not be. */
char tl_family_mark(tl_str base);

/* The same for a name in Latin letters: whether it ends as one that is romanized. */
bool tl_latin_family_mark(tl_str latin);

/* True for six letters or more, of either script, that end as family names and hardly any other
 * words do (dict/names/sure-family-marks.tsv). */
bool tl_sure_family_mark(tl_str word);

/* True if the word, of either script and in any case, ends as patronymics do
 * (dict/names/patronymic-marks.tsv). */
bool tl_patronymic_mark(tl_str word);

#endif
