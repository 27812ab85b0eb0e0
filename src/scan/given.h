/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_SCAN_GIVEN_H
#define TL_SCAN_GIVEN_H

#include "romanize/romanize.h"

/* The given names of scan/lists.h, to be found by their Latin spellings and in their Cyrillic
 * forms, which are made when they are first asked for. One belongs to one thread. */
typedef struct tl_given tl_given;

tl_given *tl_given_new(void);
void tl_given_free(tl_given *given);

/* The names of which `latin` is surely a spelling; ids index tl_given_names(). Otherwise as
 * tl_name_index_find(). */
size_t tl_given_find(tl_given *given, tl_str latin, tl_name_match *matches, size_t capacity);

/* What a word, Latin or in any Cyrillic case form, is to the given name `own` (Cyrillic; may be
 * empty): it or a name of one group with it, another known name, or no known name. */
typedef enum tl_given_kind { TL_GIVEN_UNKNOWN, TL_GIVEN_SAME, TL_GIVEN_OTHER } tl_given_kind;

tl_given_kind tl_given_relate(tl_given *given, tl_str word, tl_str own);

/* True if a Latin word spells a known name of one group with the Cyrillic given name `own` that is
 * but another spelling of that (romanize/respelling.h), and no other name: Bakhtiyar for Бахтиёр,
 * but not Sasha for Александр, nor Alyona for Елена. */
bool tl_given_is_respelled(tl_given *given, tl_str latin, tl_str own);

/* True if a Cyrillic word may be a form of a name that is listed by itself, in no group with `own`,
 * whatever else it may be: Алёна beside Елена. */
bool tl_given_may_be_other(tl_given *given, tl_str cyrillic, tl_str own);

/* The cells of the singular (morph/inflect.h) in which a Cyrillic word is one of the names, 0 if it
 * is none of them. */
uint16_t tl_given_cells(tl_given *given, tl_str cyrillic);

#endif
