/* SPDX-License-Identifier: MPL-2.0 */
/* Any bytes as plain text. The reader refuses them with a message, or its segments are in order,
 * are the very bytes of the source, hold all of it but blank lines, and can be located there. */
#include "require.h"

#include "base/utf8.h"
#include "readers/readers.h"

#include <string.h>

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size);

static void
check_segment(const tl_source *source, const tl_segment *segment)
{
    uint32_t at = 0;
    for (size_t i = 0; i < segment->piece_count; i++) {
        const tl_piece *piece = &segment->pieces[i];
        require(piece->text.begin == at && piece->text.end >= at && piece->verbatim);
        require(piece->source.begin <= piece->source.end && piece->source.end <= source->bytes.len);
        require(tl_str_equal(tl_str_at(segment->text, piece->text),
                             tl_str_at(source->bytes, piece->source)));
        at = piece->text.end;
    }
    require(at == segment->text.len);
    bool editable;
    tl_range all = tl_segment_locate(segment, (tl_range){0, at}, &editable);
    require(editable && all.end <= source->bytes.len && all.end - all.begin == at);
}

/* Every letter and digit stands in a segment: what lies between them is white space. */
static void
check_gap(const tl_source *source, size_t begin, size_t end)
{
    for (size_t i = begin; i < end; i++) {
        unsigned char byte = (unsigned char)source->bytes.ptr[i];
        require(byte <= ' ' || byte >= 0x80);
    }
}

static void
check_document(tl_source *source, const tl_document *document)
{
    size_t at = 0;
    for (size_t i = 0; i < document->count; i++) {
        const tl_segment *segment = &document->segments[i];
        require(segment->text.len > 0);
        check_segment(source, segment);
        tl_range range =
            tl_segment_locate(segment, (tl_range){0, (uint32_t)segment->text.len}, NULL);
        require(range.begin >= at);
        check_gap(source, at, range.begin);
        at = range.end;
        tl_position from = tl_source_position(source, range.begin, TL_COLUMNS_CODE_POINTS);
        tl_position to = tl_source_position(source, range.end, TL_COLUMNS_UTF16);
        require(from.line >= 1 && from.line <= to.line && to.line <= source->line_count);
        require(tl_source_line(source, to.line).len + 1 >= to.column);
    }
    check_gap(source, at, source->bytes.len);
}

int
LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    tl_source source;
    tl_document document;
    tl_error error = {0};
    tl_str bytes = {(const char *)data, size};
    require(tl_source_init(&source, TL_STR("fuzz.txt"), bytes, &error));
    tl_document_init(&document, &source);
    if (tl_source_decode(&source, NULL, (tl_str){NULL, 0}, &error)) {
        require(tl_reader_run(tl_reader_find(TL_STR("plain")), &document, NULL, &error));
        require(error.message == NULL && tl_utf8_invalid_at(source.bytes) == source.bytes.len);
        check_document(&source, &document);
    } else {
        require(error.message != NULL);
    }
    tl_error_clear(&error);
    tl_document_clear(&document);
    tl_source_clear(&source);
    return 0;
}
