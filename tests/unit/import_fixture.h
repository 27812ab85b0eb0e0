/* SPDX-License-Identifier: MPL-2.0 */
#ifndef IMPORT_FIXTURE_H
#define IMPORT_FIXTURE_H

/* Files of other programs, and what termbase they become. */

#include "termbase/formats.h"
#include "termbase_files.h"

#include <string.h>

/* Loads a text under a name; what cannot be loaded is told in *problems. */
static inline bool
load_as(tl_termbase *termbase, const char *name, const char *text, tl_problem_list *problems)
{
    const memory_file file = {tl_str_from(name), tl_str_from(text)};
    memory_disk disk = {.files = &file, .count = 1};
    return load_memory(termbase, &disk, file.path, problems);
}

/* The termbase that a text is, as YAML, and what got lost. */
static inline void
becomes(const char *name, const char *text, const char *yaml, const char *lost)
{
    tl_termbase termbase = {0};
    tl_problem_list problems = {0};
    tl_dropped dropped = {0};
    tl_buf out = {0}, losses = {0};
    bool ok = load_as(&termbase, name, text, &problems);
    print_problems(&problems);
    assert_true(ok);
    tl_termbase_format_find(TL_STR("yaml"))->write(&termbase, &out, &dropped);
    for (size_t i = 0; i < termbase.lost.count; i++) {
        tl_buf_add_format(&losses, "%s%zu %.*s", i ? ", " : "", termbase.lost.items[i].count,
                          TL_STR_ARGS(termbase.lost.items[i].what));
    }
    tl_buf_add_byte(&out, '\0');
    tl_buf_add_byte(&losses, '\0');
    assert_string_equal(out.ptr, yaml);
    assert_string_equal(losses.ptr, lost);
    tl_buf_clear(&out);
    tl_buf_clear(&losses);
    tl_problem_list_clear(&problems);
    tl_termbase_clear(&termbase);
}

static inline void
is_refused(const char *name, const char *text, const char *message)
{
    tl_termbase termbase = {0};
    tl_problem_list problems = {0};
    tl_buf told = {0};
    assert_false(load_as(&termbase, name, text, &problems));
    tl_buf_add_format(&told, "%u:%u: %s", problems.items[0].line, problems.items[0].column,
                      problems.items[0].message);
    tl_buf_add_byte(&told, '\0');
    assert_string_equal(told.ptr, message);
    assert_int_equal(problems.count, 1);
    tl_buf_clear(&told);
    tl_problem_list_clear(&problems);
    tl_termbase_clear(&termbase);
}

#endif
