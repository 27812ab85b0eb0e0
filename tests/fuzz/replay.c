/* SPDX-License-Identifier: MPL-2.0 */
/* Gives each file of a corpus folder to a fuzz target, in order of name: what the fuzzer once found
 * stays found. usage: replay_<name> FOLDER */
#include "base/file.h"
#include "base/walk.h"

#include <stdio.h>

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size);

static bool
replay_file(void *context, tl_str path)
{
    size_t *count = context;
    tl_buf bytes = {0};
    tl_error error = {0};
    bool ok = tl_file_read(path.ptr, &bytes, NULL, &error);
    if (ok) {
        LLVMFuzzerTestOneInput((const unsigned char *)bytes.ptr, bytes.len);
        ++*count;
    } else {
        fprintf(stderr, "%s\n", error.message);
    }
    tl_error_clear(&error);
    tl_buf_clear(&bytes);
    return ok;
}

int
main(int argc, char **argv)
{
    size_t count = 0;
    tl_problem_list problems = {0};
    tl_walk_options options = {.file = replay_file, .context = &count};
    if (argc == 2) {
        tl_walk(argv[1], &options, &problems);
    }
    bool ok = count > 0 && problems.count == 0;
    printf("%zu inputs\n", count);
    tl_problem_list_clear(&problems);
    return ok ? 0 : 1;
}
