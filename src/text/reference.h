/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_TEXT_REFERENCE_H
#define TL_TEXT_REFERENCE_H

#include "base/str.h"

/* Words by which a text refers to what it does not name in full (dict/stand-ins.tsv). */
typedef enum tl_reference {
    TL_REFERENCE_PRONOUN,
    TL_REFERENCE_BEFORE,    /* may stand before the head of a name that stands for the whole */
    TL_REFERENCE_BEHIND,    /* may stand behind it */
    TL_REFERENCE_VERB,      /* the ending of a word that may stand behind it */
    TL_REFERENCE_ADJECTIVE, /* the ending of an adjective */
    TL_REFERENCE_AUXILIARY, /* makes the word behind it a verb */
    TL_REFERENCE_OBJECT,    /* makes a word before it that begins a sentence a verb */
} tl_reference;

/* True if the word with this key (text/words.h) is of that kind in the language (a primary subtag),
 * or, if the kind is one of endings, ends so. */
bool tl_is_reference(tl_str language, tl_reference kind, tl_str key);

/* True if anything of the kind is known of the language. */
bool tl_has_references(tl_str language, tl_reference kind);

#endif
