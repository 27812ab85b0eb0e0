/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_RULES_TYPO_LETTERS_H
#define TL_RULES_TYPO_LETTERS_H

#include "text/typo.h"

/* What the letters of a near word tell, wherever it stands. `written` and `meant` are the keys that
 * the typo was found with. */

/* The two may be forms of one word, or derived from each other. */
bool tl_typo_may_be_form(const tl_typo *typo, tl_str written, tl_str meant);

/* The one is the other with something before it: asymmetric, informal. */
bool tl_typo_is_prefix(const tl_typo *typo);

/* The two may be names of a man and a woman, or of one person in two grammatical cases. */
bool tl_typo_may_be_other_name(const tl_typo *typo, tl_str written, tl_str meant);

/* The written word is the meant one with a prefix before it or an ending behind it: a new word may
 * be made so. */
bool tl_typo_extends(const tl_typo *typo, tl_str written, tl_str meant);

/* A word that the language has may have been written for the meant one in a term of so many words:
 * Security Counsel, but neither Eastern for Western nor Foreign Ministry for Minister. */
bool tl_typo_may_be_wrong_word(const tl_typo *typo, uint32_t words);

/* A word that nothing beside it speaks for may be the meant one. */
bool tl_typo_may_stand_alone(const tl_typo *typo, bool is_capitalised);

/* An English word in the other number: an "s" behind it, or none where there should be one. */
bool tl_typo_is_number(const tl_typo *typo);

/* Two letters have changed places, farther apart: conversation for conservation. */
bool tl_typo_is_exchange(const tl_typo *typo);

/* A letter stands for one that is not easily taken for it. */
bool tl_typo_has_odd_letter(const tl_typo *typo);

/* A long word but for two letters in the wrong order or one twice: hardly a word of its own. */
bool tl_typo_is_long_slip(const tl_typo *typo);

/* What speaks for a name being the person's. */
typedef enum tl_support {
    TL_SUPPORT_NONE,
    TL_SUPPORT_TITLE,    /* some title before it */
    TL_SUPPORT_MET,      /* the right name elsewhere in the document */
    TL_SUPPORT_INITIALS, /* of the person's */
    TL_SUPPORT_FULL,     /* the person's given name or title */
} tl_support;

/* A family name may be the meant one. There are many names, and one letter makes another: the less
 * speaks for the person, the likelier the typo has to be, and the longer the name. */
bool tl_typo_may_be_name(const tl_typo *typo, tl_support support);

#endif
