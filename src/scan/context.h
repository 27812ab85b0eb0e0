/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_SCAN_CONTEXT_H
#define TL_SCAN_CONTEXT_H

#include "scan/scanner.h"

/* What stands beside a family name, and whether it is the person's own: a given name, initials, a
 * patronymic, before the name or behind it. In Latin letters a misspelling counts as the person's
 * own, in Cyrillic ones any case form. */

typedef struct tl_name_context {
    tl_beside verdict;
    int32_t given, patronymic; /* words of the scan that are written out, -1: none */
    bool given_differs, patronymic_differs;
} tl_name_context;

/* Reads the words around text words [first, first + count), the family name of `person`, whose
 * names are written as `latin` in this text, Cyrillic ones in a Cyrillic text. */
tl_name_context tl_scanner_read_context(tl_scanner *scanner, const tl_person *person,
                                        const tl_latin_name *latin, uint32_t first, uint32_t count);

#endif
