/* SPDX-License-Identifier: MPL-2.0 */
/* Prints the diff of two files for diff_as_git.py. usage: diff_driver NAME BEFORE AFTER */
#include "base/file.h"
#include "termlint.h"

#include <stdio.h>
#include <stdlib.h>

static bool
read_file(const char *path, tl_buf *bytes)
{
    tl_error error = {0};
    bool ok = tl_file_read(path, bytes, NULL, &error);
    if (!ok) {
        fprintf(stderr, "%s\n", error.message);
    }
    tl_error_clear(&error);
    return ok;
}

int
main(int argc, char **argv)
{
    tl_buf before = {0}, after = {0};
    if (argc != 4 || !read_file(argv[2], &before) || !read_file(argv[3], &after)) {
        return 2;
    }
    termlint_bytes diff = termlint_diff(argv[1], (termlint_bytes){before.ptr, before.len},
                                        (termlint_bytes){after.ptr, after.len});
    size_t written = fwrite(diff.ptr, 1, diff.length, stdout);
    bool ok = written == diff.length && fflush(stdout) == 0;
    free(diff.ptr);
    tl_buf_clear(&before);
    tl_buf_clear(&after);
    return ok ? 0 : 2;
}
