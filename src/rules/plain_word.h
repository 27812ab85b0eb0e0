/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_RULES_PLAIN_WORD_H
#define TL_RULES_PLAIN_WORD_H

#include "rules/carried.h"

/* Terms of one word that the language has anyway: "check", "order". A termbase means one sense of
 * such a word, in one part of speech. */

/* True if the place has such a term: no name, no acronym, no word of a trade. */
bool tl_is_plain_word(const tl_pass *pass, const tl_concept_place *place, tl_str language);

/* True if the place is one word of the source that cannot be the term of the termbase: a verb where
 * the other language's form is none, a part of a compound ("sub-accounts"), a name for a value in
 * the usage of a program ("-o FILE", "<num>"). */
bool tl_is_another_word(const tl_scan *scan, const tl_concept_place *place, const tl_scan *other);

#endif
