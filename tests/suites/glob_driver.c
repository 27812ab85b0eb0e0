/* SPDX-License-Identifier: MPL-2.0 */
/* For globs.py: pairs of a pattern and a path, each with a NUL behind it; prints for each pair
 * whether the pattern matches the path of a file, 1 or 0. */
#include "base/file.h"
#include "base/glob.h"

#include <stdio.h>

int
main(void)
{
    tl_buf input = {0};
    tl_error error = {0};
    if (!tl_file_read_stream(0, "standard input", &input, &error)) {
        fprintf(stderr, "%s\n", error.message);
        return 2;
    }
    tl_str rest = tl_buf_str(&input), pattern, path;
    while (tl_str_split(&rest, '\0', &pattern) && tl_str_split(&rest, '\0', &path)) {
        putchar(tl_glob_match(pattern, path, false) ? '1' : '0');
    }
    tl_buf_clear(&input);
    return 0;
}
