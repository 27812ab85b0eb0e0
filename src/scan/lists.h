/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_SCAN_LISTS_H
#define TL_SCAN_LISTS_H

#include "base/str.h"
#include "romanize/given_names.h"

/* Closed lists of words that tell what stands beside a name or an acronym; compiled in from
 * dict/common and dict/names. Asked by key (text/words.h). */
typedef enum tl_list {
    TL_LIST_TITLES, /* titles, offices, trades: president, mr, генерал … */
    TL_LIST_ROLES,  /* those, and whatever else may precede a family name: the, according, в … */
    TL_LIST_PLACES, /* makes a name beside it a place's: street, square, улица, аэропорт … */
    TL_LIST_FORMER, /* former, acting, deputy, бывший, врио, заместитель … */
    TL_LIST_ACRONYMS,    /* well-known acronyms: never a misspelling of a termbase's */
    TL_LIST_FUNCTIONS,   /* no noun, and no part of one: is, of, which, without … */
    TL_LIST_WORDS,       /* the commonest words of English and Russian */
    TL_LIST_BODIES,      /* heads of the names of organisations: council, ministry … */
    TL_LIST_BEARERS,     /* what has a name of its own: novel, band, family, журнал … */
    TL_LIST_DETERMINERS, /* what follows is one of many: a, every, any, каждый … */
    TL_LIST_NUMBERED,    /* what Roman numerals count: век, съезд, глава … */
    TL_LIST_RANKS,       /* between a title and a name: colonel, prof, генерал … */
    TL_LIST_LATIN_GIVEN, /* given names that are no romanized ones: john, pierre … */
    TL_LIST_LATIN_FAMILY_FIRST, /* family names that stand first: wang, kim, nguyen … */
    TL_LIST_PARTICLES,          /* within names: von, de, bin … */
    TL_LIST_SURNAMES,           /* well-known family names, Cyrillic, of men and of women */
    TL_LIST_FOREIGN, /* given names at home in Latin letters: Чарльз, Рудольф, Томас … */
    TL_LIST_COUNT
} tl_list;

/* True if `key` is in the list, in any of the regular forms that the list gives. */
bool tl_list_has(tl_list list, tl_str key);

#endif
