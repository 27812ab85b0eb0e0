/* SPDX-License-Identifier: MPL-2.0 */
/* What walk_as_git.py compares with git: prints the files that a walk of FOLDER visits, each with
 * a NUL behind it; or, after --ignored, those of the given paths that git would ignore. */
#include "base/walk.h"

#include <stdio.h>
#include <string.h>

static bool
print_path(void *context, tl_str path)
{
    FILE *out = context;
    fwrite(path.ptr, 1, path.len + 1, out);
    return true;
}

int
main(int argc, char **argv)
{
    tl_problem_list problems = {0};
    tl_walk_options options = {.hidden = true, .file = print_path, .context = stdout};
    bool ignored = argc > 1 && strcmp(argv[1], "--ignored") == 0;
    for (int i = ignored ? 2 : 1; i < argc; i++) {
        if (!ignored) {
            tl_walk(argv[i], &options, &problems);
        } else if (tl_walk_ignores(argv[i], &problems)) {
            print_path(stdout, tl_str_from(argv[i]));
        }
    }
    for (size_t i = 0; i < problems.kept; i++) {
        fprintf(stderr, "%s: %s\n", problems.items[i].path, problems.items[i].message);
    }
    int status = problems.count > 0;
    tl_problem_list_clear(&problems);
    return status;
}
