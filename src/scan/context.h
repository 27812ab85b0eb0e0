/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_SCAN_CONTEXT_H
#define TL_SCAN_CONTEXT_H

#include "scan/scanner.h"

/* What stands beside a family name, and whether it is the person's own: a given name, initials, a
 * patronymic, before the name or behind it. A misspelling counts as the person's own, and so
 * does any case form. */

typedef struct tl_name_context {
    tl_beside verdict;
    tl_name_part given, patronymic; /* that are written out */
    int32_t opener;                 /* as of a tl_mention */
    int32_t other;                  /* a word that is somebody else's name, else -1 */
    bool is_known;                  /* that is a known name or an initial */
} tl_name_context;

/* Reads the words around text words [first, first + count), the family name of `person`, whose
 * names are written as `name` in this text, Cyrillic ones in a Cyrillic text. */
tl_name_context tl_scanner_read_context(tl_scanner *scanner, const tl_person *person,
                                        const tl_latin_name *name, uint32_t first, uint32_t count);

/* True if a title or an office stands before the word. */
bool tl_scanner_follows_title(const tl_scanner *scanner, uint32_t word);

#endif
