/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_BASE_SINK_H
#define TL_BASE_SINK_H

#include "base/str.h"

/* What takes bytes piece by piece, so that nobody has to hold all of them. `take` borrows a piece
 * for the time of the call; after it returned false it is not called again. */
typedef struct tl_sink {
    bool (*take)(void *context, tl_str piece);
    void *context;
} tl_sink;

#endif
