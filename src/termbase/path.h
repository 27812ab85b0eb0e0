/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_TERMBASE_PATH_H
#define TL_TERMBASE_PATH_H

#include "base/arena.h"

/* Paths of included files, by their letters only: no file system is asked. */

/* True for a relative path: neither empty, absolute, on a drive, nor a URL; nor with a line break,
 * which could forge a line of a report. */
bool tl_path_is_relative(tl_str path);

/* `path` without empty and "." parts and with "part/.." taken out; "." if nothing is left. */
tl_str tl_path_normalise(tl_arena *arena, tl_str path);

/* The relative `path` as seen from the folder of the file `from`, normalised. */
tl_str tl_path_join(tl_arena *arena, tl_str from, tl_str path);

#endif
