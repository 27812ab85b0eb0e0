/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_RULES_COUNTERPARTS_H
#define TL_RULES_COUNTERPARTS_H

#include "rules/rival_words.h"

/* Which words of a source its document renders by which words of the target. Two words answer to
 * each other if they come together more often than chance would have it; no dictionary is asked.
 * All-zero is empty; everything is in the arena of the document. */

/* The words of the two sides of a unit. */
typedef struct tl_word_pair_texts {
    tl_rooted_words source, target;
} tl_word_pair_texts;

typedef struct tl_counterparts {
    struct tl_noted_unit *head, **tail;
    tl_root_counts source, target; /* units that have each word */
    tl_root_counts wanted;         /* words that will be asked for */
    tl_root_counts together;       /* units that have both of two wanted words */
} tl_counterparts;

/* False of a unit with so many words that everything in it comes with everything. */
bool tl_counterparts_tell(const tl_word_pair_texts *unit);

/* Remembers a unit, unless it tells nothing. Copies the roots. */
void tl_counterparts_note(tl_counterparts *counterparts, const tl_word_pair_texts *unit,
                          tl_arena *arena);

/* Takes over the units of the next part of the document, to which nothing is announced yet. */
void tl_counterparts_join(tl_counterparts *counterparts, const tl_counterparts *later,
                          tl_arena *arena);

/* Announces that the words of a unit will be asked for; then counts what all those announced come
 * together with. */
void tl_counterparts_want(tl_counterparts *counterparts, const tl_word_pair_texts *unit,
                          tl_arena *arena);
void tl_counterparts_count(tl_counterparts *counterparts, tl_arena *arena);

/* True if the word of the target answers to a word of the source that is not in `range`. */
bool tl_counterparts_has_other(const tl_counterparts *counterparts, const tl_word_pair_texts *unit,
                               tl_range range, const tl_rooted_word *word);

/* The first word of the target that answers to no word of the source but perhaps to one in `range`
 * of it; NULL: each answers to some other word, or so many of the source's other words have no
 * counterpart in the target that it may answer to one of those. *is_only tells whether it is the
 * only one. */
const tl_rooted_word *tl_counterparts_stranger(const tl_counterparts *counterparts,
                                               const tl_word_pair_texts *unit, tl_range range,
                                               bool *is_only);

#endif
