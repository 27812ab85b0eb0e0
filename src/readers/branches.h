/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_READERS_BRANCHES_H
#define TL_READERS_BRANCHES_H

#include "base/str.h"

/* The plurals and selections of MessageFormat (ICU):
 *
 *   {count, plural, offset:1 =0 {no ships} one {# ship} other {# ships}}
 *   {gender, select, female {her {n, plural, …} boats} other {their boats}}
 *
 * The texts between the inner braces are text, and may hold further ones; all else is syntax. */

enum { TL_BRANCHES_MAX_DEPTH = 16 };

/* How deep in branches a walk through a message is; all-zero: outside. */
typedef struct tl_branches {
    uint8_t depth;
    uint16_t counts; /* a bit for each level: set in plurals, where "#" is the number */
} tl_branches;

/* The bytes of the syntax that begins at `at`, which is less than text.len, 0 being none: from the
 * outer brace to that of the first branch, from the end of a branch to the begin of the next one or
 * to the outer brace, or a "#". Called for each place once, from front to back. */
size_t tl_branches_at(tl_branches *branches, tl_str text, size_t at);

#endif
