/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_RULES_SPLIT_FORM_H
#define TL_RULES_SPLIT_FORM_H

#include "morph/inflect.h"
#include "scan/pattern.h"
#include "text/words.h"

/* A form as its words and what stands between them, for the inflector. Points into itself: it is
 * filled in place and never copied. */
typedef struct tl_split_form {
    tl_str text;
    tl_words words; /* owned */
    tl_str texts[TL_PATTERN_MAX_WORDS], separators[TL_PATTERN_MAX_WORDS];
    tl_phrase phrase;                   /* of no words if the form has none or too many */
    const tl_inflected_word *inflected; /* the words, once somebody asked for them; in his arena */
} tl_split_form;

void tl_split_form_init(tl_split_form *form, tl_str text, tl_str language);
void tl_split_form_clear(tl_split_form *form);

/* From now on the form is inflected with the help of a witness, who lives as long. */
void tl_split_form_ask(tl_split_form *form, const tl_witness *witness);

/* The form in `cell`, or TL_CELL_COUNTED, with the marks before its first word and behind its last
 * one; an empty string if that cannot be told with certainty. */
tl_str tl_split_form_in(tl_split_form *form, tl_cell cell, tl_arena *arena);

/* The same where it is not certain, as it is likeliest; empty if there is none. */
tl_str tl_split_form_guess(tl_split_form *form, tl_cell cell, tl_arena *arena);

/* The cells in which the form looks as it does. */
uint16_t tl_split_form_cells(tl_split_form *form, tl_arena *arena);

#endif
