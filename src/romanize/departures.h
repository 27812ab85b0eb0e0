/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_ROMANIZE_DEPARTURES_H
#define TL_ROMANIZE_DEPARTURES_H

#include "romanize/identify.h"

/* Inside romanize/ only. */

typedef struct tl_steps {
    const tl_romanize_step *items;
    size_t count;
} tl_steps;

/* The letters in which two ways to write one word differ, each given by its steps. */
tl_departures tl_departures_of_steps(tl_steps given, tl_steps wanted, tl_arena *arena);

#endif
