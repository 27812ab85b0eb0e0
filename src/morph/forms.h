/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_MORPH_FORMS_H
#define TL_MORPH_FORMS_H

#include "morph/letters.h"
#include "morph/lexicon.h"

enum { TL_FORMS_MAX = 80, TL_FORM_BYTES = TL_WORD_BYTES + 40 }; /* twice what any word has */

/* The forms of one word, gathered from its readings on the stack. What several readings agree on
 * is sure. */
typedef struct tl_forms {
    tl_str base;
    bool all_capitals, first_capital;
    tl_form items[TL_FORMS_MAX];
    size_t count;
    char bytes[TL_FORMS_MAX * 48];
    size_t used;
    bool aside;                    /* what is added now is matched only */
    uint8_t claims[TL_CELL_COUNT]; /* 0: none yet; 1 + the form that all agree on; 0xFF: none is */
} tl_forms;

/* Starts with the base form alone, in no cell. */
void tl_forms_start(tl_forms *forms, tl_str base);

/* Adds the forms of one reading. animacy, unless 0, says what the reading leaves open. */
void tl_forms_add_reading(tl_forms *forms, const tl_reading *reading, char animacy);

/* How well a witness confirms a reading. */
typedef enum tl_evidence {
    TL_EVIDENCE_NONE,   /* it lacks a form */
    TL_EVIDENCE_WEAK,   /* its nominative plural may be known as another form: города */
    TL_EVIDENCE_STRONG, /* it has all forms */
} tl_evidence;

/* Asks the witness for the usual forms of a reading, in the number of the base form. A reading that
 * is confirmed is made sure, and loses the plural if that is not. */
tl_evidence tl_forms_confirm(const tl_forms *forms, tl_reading *reading, const tl_witness *witness);

/* Adds the forms of one reading to be matched, as if it were TL_TRUST_ASIDE. */
void tl_forms_add_aside(tl_forms *forms, const tl_reading *reading, char animacy);

/* Adds `text` as the form of `cells`; where there is another already, neither is sure. */
void tl_forms_add(tl_forms *forms, tl_str text, uint16_t cells);

/* Adds `text` as one more form of `cells`, to be matched; what is sure there stays so. */
void tl_forms_add_matched(tl_forms *forms, tl_str text, uint16_t cells);

/* Adds a form as it is, with what is usual and sure of it. */
void tl_forms_add_form(tl_forms *forms, const tl_form *form);

/* Makes nothing sure in these cells. */
void tl_forms_dispute(tl_forms *forms, uint16_t cells);

/* Copies the forms into the arena. With no form added, the base does not inflect. */
tl_inflected_word tl_forms_finish(const tl_forms *forms, tl_arena *arena);

/* A word that does not inflect: its base form in all cells. */
tl_inflected_word tl_forms_fixed(tl_str word, tl_arena *arena);

#endif
