/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_TERMBASE_LINT_H
#define TL_TERMBASE_LINT_H

#include "termbase/termbase.h"

/* Adds to `warnings` what is odd in a termbase although it loads: a concept without one of the
 * languages, bad forms that no good one replaces, a person without Cyrillic name, invisible
 * characters and mixed scripts, a `use` that is bad itself, terms too long to be found. */
void tl_termbase_lint(const tl_termbase *termbase, tl_problem_list *warnings);

#endif
