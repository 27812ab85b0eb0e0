/* SPDX-License-Identifier: MPL-2.0 */
#ifndef LOAD_TERMBASE_H
#define LOAD_TERMBASE_H

/* A termbase that is not in a file. */

#include "termbase/termbase.h"

static inline bool
give_termbase(void *yaml, tl_str path, const tl_sink *sink, tl_error *error)
{
    if (!tl_str_equal(path, TL_STR("t.yaml"))) {
        return tl_error_set(error, "no such file");
    }
    sink->take(sink->context, *(const tl_str *)yaml);
    return true;
}

/* False if there is something wrong with it. */
static inline bool
load_termbase(tl_termbase *termbase, tl_str yaml)
{
    const tl_str path = TL_STR("t.yaml"), schemes[] = {TL_STR_INIT("bgn-pcgn")};
    const tl_termbase_loader loader = {
        .read = give_termbase, .context = &yaml, .schemes = schemes, .scheme_count = 1};
    tl_problem_list problems = {0};
    bool ok = tl_termbase_load(termbase, &loader, &path, 1, &problems);
    tl_problem_list_clear(&problems);
    return ok;
}

#endif
