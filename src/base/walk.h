/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_BASE_WALK_H
#define TL_BASE_WALK_H

#include "base/error.h"
#include "base/str.h"

/* Walking a folder: its regular files, at any depth, in byte order of their paths.
 *
 * What git ignores is left out: by the .gitignore of every folder from the root of the repository
 * (the nearest folder upwards that has a .git; without one, the walked folder) down to the file's
 * own, and by the repository's .git/info/exclude. If git ignores the folder walked itself, it was
 * asked for by name all the same: then only the ignore files within it count. Also left out: .git,
 * names that start with a dot, symbolic links (so no file is met twice, and none outside the
 * folder), devices, FIFOs and sockets. */
typedef struct tl_walk_options {
    bool hidden; /* names that start with a dot, too; .git never */

    /* Called for each file, and for each folder before it is entered; false leaves it out. NULL
     * takes all. */
    bool (*wanted)(void *context, tl_str path, bool is_folder);

    /* Called for each file; false ends the walk. The path is NUL-terminated and borrowed during
     * the call: the folder as given (nothing for "."), a slash, the path within. */
    bool (*file)(void *context, tl_str path);

    void *context;
} tl_walk_options;

/* Walks `folder`. What cannot be read is added to *problems, and the walk goes on. */
void tl_walk(const char *folder, const tl_walk_options *options, tl_problem_list *problems);

/* True if a walk of the repository that the file `path` is in would leave it out as ignored by
 * git, for files that were asked for by name. False outside a repository. */
bool tl_walk_ignores(const char *path, tl_problem_list *problems);

#endif
