/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TESTS_UNIT_READER_DUMP_H
#define TESTS_UNIT_READER_DUMP_H

/* A document in one line of text, for tables of tests: the segments, each as
 *
 *   h|heading   p|paragraph   c|cell   n|note   with [lang] before the text where it is known
 *
 * joined by " / ". In a text "·" stands where its pieces are no neighbours in the source, {…}
 * around what stands for other bytes, {} for an object, and "⏎" for a line break. */
#include "base/buf.h"
#include "readers/readers.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static inline void
dump_text(tl_buf *out, tl_str text)
{
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] == '\n') {
            tl_buf_add_cstr(out, "⏎");
        } else if (text.ptr[i] != '\r') {
            tl_buf_add_byte(out, text.ptr[i]);
        }
    }
}

static inline void
dump_piece(tl_buf *out, tl_str text, const tl_piece *piece)
{
    if (piece->verbatim) {
        dump_text(out, text);
        return;
    }
    tl_buf_add_byte(out, '{');
    if (!tl_str_equal(text, TL_STR("\xEF\xBF\xBC"))) {
        dump_text(out, text);
    }
    tl_buf_add_byte(out, '}');
}

static inline void
dump_segment(tl_buf *out, const tl_segment *segment)
{
    tl_buf_add_byte(out, "phcn"[segment->role]);
    tl_buf_add_byte(out, '|');
    if (segment->language.len) {
        tl_buf_add_format(out, "[%.*s]", TL_STR_ARGS(segment->language));
    }
    for (size_t i = 0; i < segment->piece_count; i++) {
        const tl_piece *piece = &segment->pieces[i];
        if (i > 0 && piece->verbatim && piece[-1].verbatim) {
            tl_buf_add_cstr(out, "·");
        }
        dump_piece(out, tl_str_at(segment->text, piece->text), piece);
    }
}

/* Each input gives its document, read by the reader `id`. */
typedef struct reader_row {
    const char *input, *document;
} reader_row;

static inline void
assert_documents(const char *id, const reader_row *rows, size_t count)
{
    bool failed = false;
    for (size_t i = 0; i < count; i++) {
        tl_source source;
        tl_document document;
        tl_buf out = {0};
        assert_true(tl_source_init(&source, TL_STR("test"), tl_str_from(rows[i].input), NULL));
        tl_document_init(&document, &source);
        assert_true(tl_reader_run(tl_reader_find(tl_str_from(id)), &document, NULL, NULL));
        for (size_t s = 0; s < document.count; s++) {
            tl_buf_add_cstr(&out, s ? " / " : "");
            dump_segment(&out, &document.segments[s]);
        }
        tl_buf_add_byte(&out, '\0');
        failed = failed || strcmp(out.ptr, rows[i].document) != 0;
        if (strcmp(out.ptr, rows[i].document) != 0) {
            print_error("%s\n  want %s\n  got  %s\n", rows[i].input, rows[i].document, out.ptr);
        }
        tl_buf_clear(&out);
        tl_document_clear(&document);
        tl_source_clear(&source);
    }
    assert_false(failed);
}

#endif
