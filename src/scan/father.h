/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_SCAN_FATHER_H
#define TL_SCAN_FATHER_H

#include "scan/given.h"

/* True if `word` is the patronymic of a known given name, and that is another name than the one of
 * `patronymic` (Cyrillic): Antipovich is no misspelling of Антонович. Case endings do not matter.
 */
bool tl_father_is_other(tl_given *given, tl_str word, tl_str patronymic);

#endif
