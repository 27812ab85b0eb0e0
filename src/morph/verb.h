/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_MORPH_VERB_H
#define TL_MORPH_VERB_H

#include "morph/inflect.h"

/* True if a Russian word looks like an infinitive (dict/morph/verbs.tsv) and is no known noun. */
bool tl_is_russian_verb(tl_str word);

/* The forms of an infinitive: the finite ones of its own aspect, the imperatives and the gerunds;
 * no participles, which decline. All of them are matched and none is generated. */
tl_inflected_word tl_inflect_russian_verb(tl_str word, tl_arena *arena);

#endif
