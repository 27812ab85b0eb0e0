/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_ENGINE_PLACE_H
#define TL_ENGINE_PLACE_H

#include "report/diag.h"
#include "rules/pass.h"

/* A finding with its place in the file and, if it is fixable there, with the edits that mend it;
 * borrowed from the finding and the document, or in `arena`. Its severity is left to the caller. */
tl_diag tl_diag_of(const tl_finding *finding, const tl_document *document, tl_arena *arena);

#endif
