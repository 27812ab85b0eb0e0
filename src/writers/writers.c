/* SPDX-License-Identifier: MPL-2.0 */
/* The list of output formats: a new one is a file with a row `tl_writer_<name>`, and its name
 * here. */
#include "writers/writers.h"

#define WRITERS(X) \
    X(text)        \
    X(gnu) X(json) X(jsonl) X(sarif) X(github) X(gitlab) X(junit) X(checkstyle) X(rdjson) X(html)

#define DECLARE(name) extern const tl_writer tl_writer_##name;
WRITERS(DECLARE)

#define POINTER(name) &tl_writer_##name,
static const tl_writer *const writers[] = {WRITERS(POINTER)};

const tl_writer *const *
tl_writers(size_t *count)
{
    *count = sizeof writers / sizeof writers[0];
    return writers;
}

const tl_writer *
tl_writer_find(tl_str id)
{
    for (size_t i = 0; i < sizeof writers / sizeof writers[0]; i++) {
        if (tl_str_equal(tl_str_from(writers[i]->id), id)) {
            return writers[i];
        }
    }
    return NULL;
}
