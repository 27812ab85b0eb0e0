/* SPDX-License-Identifier: MPL-2.0 */
#ifndef FORMATS_H
#define FORMATS_H

/* Any bytes as a file of some format of termbases. What loads can be written in every format, and
 * what is written reads back; where nothing was dropped, as what writes the same again. */
#include "require.h"

#include "termbase/formats.h"

static inline bool
read_input(void *context, tl_str path, const tl_sink *sink, tl_error *error)
{
    if (!tl_str_starts_with(path, TL_STR("t."))) {
        return tl_error_set(error, "no such file");
    }
    sink->take(sink->context, *(const tl_str *)context);
    return true;
}

static inline bool
load(tl_termbase *termbase, const char *format, tl_str bytes)
{
    static const tl_str schemes[] = {TL_STR_INIT("bgn-pcgn")};
    const tl_termbase_loader loader = {
        .read = read_input, .context = &bytes, .schemes = schemes, .scheme_count = 1};
    tl_problem_list problems = {0};
    tl_arena arena = {0};
    const tl_str path = tl_arena_format(&arena, "t.%s", format);
    bool ok = tl_termbase_load(termbase, &loader, &path, 1, &problems);
    require(ok == (problems.count == 0));
    tl_problem_list_clear(&problems);
    tl_arena_clear(&arena);
    return ok;
}

/* Whether there is anything that a format for two languages, the first ones, can hold. */
static inline bool
has_pair_languages(const tl_termbase *termbase)
{
    for (size_t i = 0; i < termbase->concept_count; i++) {
        for (size_t k = 0; k < termbase->language_count && k < 2; k++) {
            if (tl_concept_entry(termbase->concepts[i], termbase->languages[k])) {
                return true;
            }
        }
    }
    return false;
}

static inline void
check_format(const tl_termbase *termbase, const tl_termbase_format *format)
{
    tl_buf first = {0}, second = {0};
    tl_dropped dropped = {0};
    tl_termbase again = {0};
    format->write(termbase, &first, &dropped);
    require(load(&again, format->id, tl_buf_str(&first)) || !has_pair_languages(termbase));
    if (dropped.count == 0) {
        require(again.term_count == termbase->term_count);
        format->write(&again, &second, &dropped);
        require(tl_str_equal(tl_buf_str(&first), tl_buf_str(&second)));
    }
    tl_termbase_clear(&again);
    tl_buf_clear(&first);
    tl_buf_clear(&second);
}

/* Tries bytes as a file whose name ends in `extension`. */
static inline void
try_format(const char *extension, const uint8_t *data, size_t size)
{
    tl_termbase termbase = {0};
    if (load(&termbase, extension, (tl_str){(const char *)data, size})) {
        size_t count;
        const tl_termbase_format *const *formats = tl_termbase_formats(&count);
        for (size_t i = 0; i < count && termbase.concept_count; i++) {
            if (formats[i]->write) {
                check_format(&termbase, formats[i]);
            }
        }
    }
    tl_termbase_clear(&termbase);
}

#endif
