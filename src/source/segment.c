/* SPDX-License-Identifier: MPL-2.0 */
/* The bridge from segment offsets to source offsets. Pieces are in order and cover the text, so the
 * piece of a character is found by binary search; pieces of no text (markup between two letters)
 * belong to no character but stand in the way of an edit across them. */
#include "source/document.h"

#include "base/array.h"
#include "base/buf.h"

/* The first piece whose text ends behind `offset`; the last piece if there is none. */
static size_t
piece_at(const tl_segment *segment, uint32_t offset)
{
    size_t at = tl_array_first_above(segment->pieces, segment->piece_count, sizeof *segment->pieces,
                                     offsetof(tl_piece, text.end), offset);
    return at < segment->piece_count ? at : segment->piece_count - 1;
}

/* The source offset at which the character at `offset` begins. */
static uint32_t
source_begin(const tl_piece *piece, uint32_t offset)
{
    return piece->verbatim ? piece->source.begin + (offset - piece->text.begin)
                           : piece->source.begin;
}

/* The source offset at which the character that ends at `offset` ends. */
static uint32_t
source_end(const tl_piece *piece, uint32_t offset)
{
    return piece->verbatim ? piece->source.begin + (offset - piece->text.begin) : piece->source.end;
}

static bool
are_editable(const tl_segment *segment, size_t first, size_t last)
{
    for (size_t i = first; i <= last; i++) {
        const tl_piece *piece = &segment->pieces[i];
        if (!piece->verbatim || (i > first && piece->source.begin != piece[-1].source.end)) {
            return false;
        }
    }
    return true;
}

static uint32_t
least_of(uint32_t a, uint32_t b)
{
    return a < b ? a : b;
}

/* Before the character at `offset`, or behind the last one. */
static tl_range
locate_place(const tl_segment *segment, uint32_t offset, bool *editable)
{
    const tl_piece *piece = &segment->pieces[piece_at(segment, offset)];
    uint32_t at =
        offset < piece->text.end ? source_begin(piece, offset) : source_end(piece, offset);
    *editable = piece->verbatim;
    return (tl_range){at, at};
}

tl_range
tl_segment_locate(const tl_segment *segment, tl_range range, bool *editable)
{
    bool ignored;
    editable = editable ? editable : &ignored;
    *editable = false;
    if (segment->piece_count == 0) {
        return (tl_range){0, 0};
    }
    uint32_t length = segment->pieces[segment->piece_count - 1].text.end;
    range = (tl_range){least_of(range.begin, length), least_of(range.end, length)};
    if (range.begin >= range.end) {
        return locate_place(segment, range.begin, editable);
    }
    size_t first = piece_at(segment, range.begin), last = piece_at(segment, range.end - 1);
    *editable = are_editable(segment, first, last);
    return (tl_range){source_begin(&segment->pieces[first], range.begin),
                      source_end(&segment->pieces[last], range.end)};
}

/* True if the piece is the character that stands for an object. */
static bool
is_object(const tl_segment *segment, const tl_piece *piece)
{
    return !piece->verbatim &&
           tl_str_equal(tl_str_at(segment->text, piece->text), TL_STR("\xEF\xBF\xBC"));
}

static bool
has_object(const tl_segment *segment, size_t first, tl_range range)
{
    for (size_t i = first; i < segment->piece_count; i++) {
        if (segment->pieces[i].text.begin >= range.end) {
            break;
        }
        if (is_object(segment, &segment->pieces[i])) {
            return true;
        }
    }
    return false;
}

tl_str
tl_segment_show(const tl_segment *segment, tl_range range, tl_arena *arena)
{
    size_t first = segment->piece_count ? piece_at(segment, range.begin) : 0;
    if (range.begin >= range.end || !has_object(segment, first, range)) {
        return tl_str_at(segment->text, range);
    }
    tl_buf shown = {0};
    for (size_t i = first; i < segment->piece_count; i++) {
        const tl_piece *piece = &segment->pieces[i];
        tl_range part = {piece->text.begin > range.begin ? piece->text.begin : range.begin,
                         least_of(piece->text.end, range.end)};
        if (part.begin < part.end) {
            tl_buf_add(&shown, is_object(segment, piece)
                                   ? tl_str_at(segment->origin->bytes, piece->source)
                                   : tl_str_at(segment->text, part));
        }
    }
    tl_str copy = tl_arena_copy(arena, tl_buf_str(&shown));
    tl_buf_clear(&shown);
    return copy;
}
