/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_ENGINE_ALIGN_H
#define TL_ENGINE_ALIGN_H

#include "scan/scan.h"
#include "source/document.h"

/* Which blocks of two documents side by side say the same. */

/* Gives every segment of the two documents its side and its unit. Two segments share a unit only if
 * that is sure enough by their order, their lengths and what stands in both: numbers, addresses,
 * acronyms, names, concepts of the termbase. All other segments have a unit of their own. Takes
 * time and memory linear in the longer document, for what lies within some hundred blocks of the
 * diagonal. */
void tl_align(tl_document *source, tl_document *target, tl_scanner *scanner);

#endif
