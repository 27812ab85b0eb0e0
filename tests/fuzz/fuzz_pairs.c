/* SPDX-License-Identifier: MPL-2.0 */
/* Any bytes as a table of pairs. The reader refuses them with a message, or the pieces of its
 * segments cover their text, lie in order in the source, and are the same bytes there where they
 * say so. */
#include "fix_check.h"

#include "base/utf8.h"
#include "readers/readers.h"

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size);

static void
check_segment(const tl_source *source, const tl_segment *segment)
{
    uint32_t at = 0, source_at = 0;
    for (size_t i = 0; i < segment->piece_count; i++) {
        const tl_piece *piece = &segment->pieces[i];
        require(piece->text.begin == at && piece->text.end > at);
        require(piece->source.begin >= source_at && piece->source.end > piece->source.begin);
        require(piece->source.end <= source->bytes.len);
        require(!piece->verbatim || tl_str_equal(tl_str_at(segment->text, piece->text),
                                                 tl_str_at(source->bytes, piece->source)));
        at = piece->text.end;
        source_at = piece->source.end;
    }
    require(at == segment->text.len && at > 0);
    require(segment->side == TL_SIDE_NONE || (segment->language.len && segment->unit_id.len));
}

static void
check_as(const char *reader, tl_str bytes, tl_language_pair wanted)
{
    tl_source source;
    tl_document document;
    tl_error error = {0};
    require(tl_source_init(&source, TL_STR("fuzz"), bytes, &error));
    tl_document_init(&document, &source);
    document.wanted = wanted;
    if (tl_reader_run(tl_reader_find(tl_str_from(reader)), &document, NULL, &error)) {
        require(error.message == NULL);
        for (size_t i = 0; i < document.count; i++) {
            check_segment(&source, &document.segments[i]);
        }
    } else {
        require(error.message != NULL);
    }
    tl_error_clear(&error);
    tl_document_clear(&document);
    tl_source_clear(&source);
}

int
LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    tl_str bytes = {(const char *)data, size};
    check_as("tsv", bytes, (tl_language_pair){{NULL, 0}, {NULL, 0}});
    check_as("csv", bytes, (tl_language_pair){TL_STR("ru"), TL_STR("en")});
    require_fixable("fuzz.tsv", bytes, true);
    require_fixable("fuzz.csv", bytes, true);
    return 0;
}
