/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_TOOLS_PHRASE_H
#define TL_TOOLS_PHRASE_H

#include "base/buf.h"
#include "engine/checker.h"

/* A few words as a text of their own, for commands that are asked about words. */

/* Scans the words as a text in each language of the termbase that is written in their script, and
 * hands each scan to `take`. */
void tl_phrase_scan(const termlint_checker *checker, tl_str words,
                    void (*take)(void *context, const tl_scan *scan), void *context);

/* All that the termbase says of a concept, in several lines. */
void tl_concept_print(const tl_concept *concept, tl_buf *out);

/* The key (text/words.h) of all words of a text, spaces between, in the arena. */
tl_str tl_phrase_key(tl_str text, tl_arena *arena);

#endif
