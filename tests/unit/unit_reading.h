/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TESTS_UNIT_UNIT_READING_H
#define TESTS_UNIT_UNIT_READING_H

/* What a reader of bilingual files makes of some bytes, as lines of text:
 *
 *   source 0 en menu|[the text of a verbatim piece]{the text of another: its source bytes}
 *
 * Includes cmocka.h for its user. */
#include "base/buf.h"
#include "readers/readers.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static inline void
write_segment(const tl_source *source, const tl_segment *segment, tl_buf *out)
{
    static const char *const sides[] = {"none", "source", "target"};
    tl_buf_add_format(out, "%s %u %.*s %.*s|", sides[segment->side], segment->unit,
                      TL_STR_ARGS(segment->language), TL_STR_ARGS(segment->unit_id));
    uint32_t at = 0;
    for (size_t i = 0; i < segment->piece_count; i++) {
        const tl_piece *piece = &segment->pieces[i];
        tl_str text = tl_str_at(segment->text, piece->text);
        tl_str bytes = tl_str_at(source->bytes, piece->source);
        assert_int_equal(piece->text.begin, at);
        assert_true(!piece->verbatim || tl_str_equal(text, bytes));
        at = piece->text.end;
        tl_buf_add_format(out, piece->verbatim ? "[%.*s]" : "{%.*s: ", TL_STR_ARGS(text));
        if (!piece->verbatim) {
            tl_buf_add_format(out, "%.*s}", TL_STR_ARGS(bytes));
        }
    }
    assert_int_equal(at, segment->text.len);
    tl_buf_add_byte(out, '\n');
}

/* The segments that the reader makes of `bytes`, or its message; NUL-terminated, to be freed. */
static inline char *
read_units(const char *reader, const char *name, tl_str bytes)
{
    tl_source source;
    tl_document document;
    tl_error error = {0};
    tl_buf out = {0};
    assert_true(tl_source_init(&source, tl_str_from(name), bytes, NULL));
    tl_document_init(&document, &source);
    bool ok = tl_reader_run(tl_reader_find(tl_str_from(reader)), &document, NULL, &error);
    assert_true(ok == (error.message == NULL));
    for (size_t i = 0; ok && i < document.count; i++) {
        write_segment(&source, &document.segments[i], &out);
    }
    tl_buf_add_cstr(&out, ok ? "" : error.message);
    tl_buf_add_byte(&out, '\0');
    tl_error_clear(&error);
    tl_document_clear(&document);
    tl_source_clear(&source);
    return out.ptr;
}

static inline void
assert_units(const char *reader, const char *name, const char *bytes, const char *expected)
{
    char *units = read_units(reader, name, tl_str_from(bytes));
    assert_string_equal(units, expected);
    free(units);
}

#endif
