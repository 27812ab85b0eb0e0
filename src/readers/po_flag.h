/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_READERS_PO_FLAG_H
#define TL_READERS_PO_FLAG_H

#include "readers/placeholder.h"

/* Takes a flag of an entry, such as "c-format" or "no-python-brace-format", for what it says of the
 * entry's placeholders; of two that contradict each other the one that allows some counts. Other
 * flags say nothing. */
void tl_po_take_flag(tl_placeholder_uses *uses, tl_str flag);

#endif
