/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_BASE_GLOB_H
#define TL_BASE_GLOB_H

#include "base/str.h"

/* Patterns for paths, as gitignore(5) has them; bytes, not letters, as in git.
 *
 *   *  any bytes but /        ?  one byte but /        [a-z] [!a-z] [[:alpha:]]  one of a set
 *   a leading or inner **  any number of folders, none too      a final ** behind a /  all below
 *   \x  x itself              a final /  folders only
 *   a / at the start or within  the pattern starts at the top; else it may start in any folder
 *
 * Paths are relative, separated by /, with neither a leading nor a trailing one. */

/* True if the pattern matches the path itself: for a file below a matching folder it is false. A
 * malformed pattern matches nothing. Time is at most proportional to pattern.len * path.len. */
bool tl_glob_match(tl_str pattern, tl_str path, bool is_folder);

/* True if the pattern matches the file `path` or a folder that it is in. */
bool tl_glob_covers(tl_str pattern, tl_str path);

/* A stack of ignore files, the innermost last. All-zero is empty. */
typedef struct tl_ignore {
    struct tl_ignore_list *lists; /* owned array */
    size_t count, capacity;
} tl_ignore;

void tl_ignore_clear(tl_ignore *ignore);

/* Adds an ignore file with the contents `text`, which is copied. Its patterns hold for what is
 * below `folder`, "" being the top: while it is on the stack, only paths below that folder are
 * asked about. */
void tl_ignore_push(tl_ignore *ignore, tl_str folder, tl_str text);
void tl_ignore_pop(tl_ignore *ignore);

/* True if the last pattern that matches `path`, in the innermost ignore file that has one, is not
 * a negated one. Folders above are not asked about: what is below an excluded folder is excluded,
 * whatever any pattern says. */
bool tl_ignore_excludes(const tl_ignore *ignore, tl_str path, bool is_folder);

#endif
