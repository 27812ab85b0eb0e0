/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TERMBASE_FILES_H
#define TERMBASE_FILES_H

/* Termbases out of files in memory, for the tests of termbase/. */

#include "termbase/termbase.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

/* Files in memory, instead of a disk. */
typedef struct memory_file {
    tl_str path, bytes;
} memory_file;

typedef struct memory_disk {
    const memory_file *files;
    size_t count, reads;
} memory_disk;

static inline bool
read_memory(void *context, tl_str path, const tl_sink *sink, tl_error *error)
{
    memory_disk *disk = context;
    disk->reads++;
    for (size_t i = 0; i < disk->count; i++) {
        if (tl_str_equal(disk->files[i].path, path)) {
            sink->take(sink->context, disk->files[i].bytes);
            return true;
        }
    }
    return tl_error_set(error, "%.*s: no such file", TL_STR_ARGS(path));
}

static const tl_str schemes[] = {TL_STR_INIT("bgn-pcgn"), TL_STR_INIT("icao-9303")};

static inline bool
load_memory(tl_termbase *termbase, memory_disk *disk, tl_str root, tl_problem_list *problems)
{
    const tl_termbase_loader loader = {
        .read = read_memory, .context = disk, .schemes = schemes, .scheme_count = 2};
    return tl_termbase_load(termbase, &loader, &root, 1, problems);
}

static inline bool
load_text(tl_termbase *termbase, tl_str text, tl_problem_list *problems)
{
    const memory_file file = {TL_STR_INIT("t.yaml"), text};
    memory_disk disk = {.files = &file, .count = 1};
    return load_memory(termbase, &disk, file.path, problems);
}

static inline void
print_problems(const tl_problem_list *problems)
{
    for (size_t i = 0; i < problems->kept; i++) {
        const tl_problem *problem = &problems->items[i];
        print_message("%s:%u:%u: %s\n", problem->path, problem->line, problem->column,
                      problem->message);
    }
}

/* Loads a text that is right; the caller clears. */
static inline void
load_good(tl_termbase *termbase, tl_str text)
{
    tl_problem_list problems = {0};
    bool loaded = load_text(termbase, text, &problems);
    print_problems(&problems);
    assert_true(loaded);
    assert_int_equal(problems.count, 0);
    tl_problem_list_clear(&problems);
}

static inline void
assert_str(tl_str given, const char *wanted)
{
    if (!tl_str_equal(given, tl_str_from(wanted))) {
        fail_msg("\"%.*s\" is not \"%s\"", TL_STR_ARGS(given), wanted);
    }
}

#endif
