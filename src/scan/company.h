/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_SCAN_COMPANY_H
#define TL_SCAN_COMPANY_H

#include "scan/scan.h"

/* The company that a word keeps which may be somebody's name, whoever that is: no termbase is
 * asked. Words are those of the scan, -1 where there is none. */
typedef struct tl_company {
    int32_t before;   /* a capitalised word before it: a given name, if it is a family name */
    int32_t behind;   /* a capitalised word behind it: a family name, if it is a given name */
    int32_t title;    /* the nearest title, office or rank before them */
    uint32_t initial; /* the first of the initials beside it, a capital; 0: none */
} tl_company;

tl_company tl_company_of(const tl_scan *scan, uint32_t word);

/* True if the word is capitalised and no title, preposition or the like, so that beside a name it
 * may be one. */
bool tl_may_be_named(const tl_scan *scan, uint32_t word);

#endif
