/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_TERMBASE_LOSSES_H
#define TL_TERMBASE_LOSSES_H

#include "termbase/termbase.h"

/* What tables have no columns for, counted key by key; for the writers of tables. */

/* Formats of pairs take the first two languages of a termbase; a second that is missing is empty.
 */
typedef struct tl_two_languages {
    tl_str first, second;
} tl_two_languages;

tl_two_languages tl_first_languages(const tl_termbase *termbase);

/* True for just these, not for a variety of them. */
bool tl_is_one_of_two(const tl_two_languages *two, tl_str language);

/* Terms in any other language. */
void tl_losses_of_languages(const tl_termbase *termbase, const tl_two_languages *two,
                            tl_dropped *dropped);

/* romanization, yo, and languages without a term. */
void tl_losses_of_settings(const tl_termbase *termbase, tl_dropped *dropped);

/* What is said of how a person's name declines. */
void tl_losses_of_declension(const tl_termbase *termbase, tl_dropped *dropped);

/* All that is said of the parts of a person's name. */
void tl_losses_of_names(const tl_termbase *termbase, tl_dropped *dropped);

/* distinct, holders, examples, except. */
void tl_losses_of_relations(const tl_termbase *termbase, tl_dropped *dropped);

/* Of concepts type, part_of, definition, note, source, severity. */
void tl_losses_of_concepts(const tl_termbase *termbase, tl_dropped *dropped);

/* Of terms acronym, use, case, severity, source, from, until. */
void tl_losses_of_terms(const tl_termbase *termbase, tl_dropped *dropped);

#endif
