/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TESTS_FUZZ_READER_CHECK_H
#define TESTS_FUZZ_READER_CHECK_H

/* What holds for the document that any reader makes of any bytes, for fuzz targets and the program
 * that holds the readers to public suites. */
#include "require.h"

#include "base/utf8.h"
#include "readers/readers.h"

/* The pieces cover the text in order; a verbatim one is the source bytes that it names. */
static inline void
require_pieces(const tl_segment *segment)
{
    const tl_source *source = segment->origin;
    uint32_t at = 0;
    for (size_t i = 0; i < segment->piece_count; i++) {
        const tl_piece *piece = &segment->pieces[i];
        require(piece->text.begin == at && piece->text.end > at);
        require(piece->source.begin <= piece->source.end && piece->source.end <= source->bytes.len);
        require(!piece->verbatim || tl_str_equal(tl_str_at(segment->text, piece->text),
                                                 tl_str_at(source->bytes, piece->source)));
        at = piece->text.end;
    }
    require(at == segment->text.len);
}

static inline void
require_segments(tl_source *source, const tl_document *document)
{
    for (size_t i = 0; i < document->count; i++) {
        const tl_segment *segment = &document->segments[i];
        require(segment->text.len > 0);
        require(tl_utf8_invalid_at(segment->text) == segment->text.len);
        require_pieces(segment);
    }
    for (size_t i = 0; i < document->comment_count; i++) {
        require(document->comments[i].range.end <= source->bytes.len);
    }
}

/* Reads the bytes with the reader of that id: a document that holds together, or a message. */
static inline void
require_readable(const char *reader, const unsigned char *data, size_t size)
{
    tl_source source;
    tl_document document;
    tl_error error = {0};
    require(tl_source_init(&source, TL_STR("fuzz"), (tl_str){(const char *)data, size}, &error));
    tl_document_init(&document, &source);
    if (tl_reader_run(tl_reader_find(tl_str_from(reader)), &document, NULL, &error)) {
        require(error.message == NULL);
        require(document.source == &source);
        require_segments(&source, &document);
    } else {
        require(error.message != NULL);
    }
    tl_error_clear(&error);
    tl_document_clear(&document);
    tl_source_clear(&source);
}

#endif
