/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_READERS_MESSAGE_H
#define TL_READERS_MESSAGE_H

#include "readers/branches.h"
#include "readers/placeholder.h"

/* Messages of programs: texts in which something stands that is no text, whatever file they are
 * kept in. */

enum { TL_MARK_MAX = 8 };

/* A part of a message that is no text, and what is read in its stead. */
typedef struct tl_mark {
    tl_range range;
    char text[TL_MARK_MAX];
    size_t length; /* of `text`; 0: nothing, what is on both sides joins */
} tl_mark;

/* A walk through the marks of a message, in order:
 *
 *   placeholders   see placeholder.h: U+FFFC
 *   plurals        {n, plural, one {# file} other {# files}}: the texts of the branches, all else
 *                  U+FFFC
 *   tags           <b> </b> of formatting: nothing; <br/> and all others: U+FFFC; {1> <1} of Phrase
 *                  and [1} {1] of memoQ: nothing
 *   accelerators   the mark of &File, Save _As, ~Edit; all of (&F): nothing
 *   references     &nbsp; and all that HTML knows: their characters; others (&app;): U+FFFC
 *
 * "R&D", "100% of", "5 < 6", "cp <source>" and snake_case_names have none. */
typedef struct tl_marks {
    tl_str text; /* borrowed */
    uint32_t at;
    tl_placeholder_uses uses;
    tl_branches branches;
    bool has_underscore, has_tilde; /* just one of it, which may be an accelerator's */
} tl_marks;

/* A message without marks costs one look at each byte. */
tl_marks tl_marks_in(tl_str text, tl_placeholder_uses uses);
bool tl_marks_next(tl_marks *marks, tl_mark *mark);

#endif
