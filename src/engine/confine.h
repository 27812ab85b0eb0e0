/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_ENGINE_CONFINE_H
#define TL_ENGINE_CONFINE_H

#include "base/arena.h"

/* What a configuration that was found, not named, may reach: files of its own repository. Else a
 * branch of somebody else could have any file of the machine read, and parts of it told. */

/* The folder of the git repository that the absolute path `folder` is in, symbolic links resolved;
 * empty if it is in none. In `arena`. */
tl_str tl_confine_root(tl_str folder, tl_arena *arena);

/* Whether the file, symbolic links resolved, is below `root`, or there is no such file. */
bool tl_confine_allows(tl_str root, const char *path);

#endif
