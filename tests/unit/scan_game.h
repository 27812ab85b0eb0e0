/* SPDX-License-Identifier: MPL-2.0 */
#ifndef SCAN_GAME_H
#define SCAN_GAME_H

/* A termbase and a text over a few short words, so that forms overlap, contain and join each other
 * all the time, with what a matcher finds that simply tries everything. */

#include "base/buf.h"

typedef struct scan_game {
    /* A number below the limit: from this all else follows. */
    size_t (*pick)(void *context, size_t limit);
    void *context;

    tl_buf termbase; /* as YAML, in German, since its words are matched as they are */
    tl_buf text;
    tl_buf hits; /* that are to be found: lines "begin-end id differences", the last in hex */
} scan_game;

/* Fills the three buffers, each ended by a NUL byte. */
void scan_game_deal(scan_game *game);

void scan_game_clear(scan_game *game);

#endif
