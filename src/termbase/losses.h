/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_TERMBASE_LOSSES_H
#define TL_TERMBASE_LOSSES_H

#include "termbase/termbase.h"

/* What tables have no columns for, counted key by key; for the writers of tables. */

/* name, romanization, yo, and languages without a term. */
void tl_losses_of_settings(const tl_termbase *termbase, tl_dropped *dropped);

/* What is said of how a person's name declines. */
void tl_losses_of_declension(const tl_termbase *termbase, tl_dropped *dropped);

/* All that is said of the parts of a person's name. */
void tl_losses_of_names(const tl_termbase *termbase, tl_dropped *dropped);

/* distinct, holders, examples, except. */
void tl_losses_of_relations(const tl_termbase *termbase, tl_dropped *dropped);

#endif
