/* SPDX-License-Identifier: MPL-2.0 */
/* Text made safe to show, and how wide it is. Widths are those of single characters (East Asian
 * width, marks of width 0); sequences that a terminal may draw as one glyph are counted by their
 * parts. */
#include "writers/display.h"

#include "base/utf8.h"

#include <utf8proc.h>

enum { REPLACEMENT = 0xFFFD };

bool
tl_display_is_unsafe(uint32_t c)
{
    bool is_control = c < 0x20 || (c >= 0x7F && c <= 0x9F);
    bool is_separator = c == 0x2028 || c == 0x2029;
    /* Unicode property Bidi_Control (UAX #9) */
    bool is_bidi = c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
                   (c >= 0x2066 && c <= 0x2069);
    return is_control || is_separator || is_bidi;
}

static size_t
width_of(const tl_cell *cell)
{
    if (cell->code_point >= ' ' && cell->code_point <= '~') {
        return 1;
    }
    if (cell->is_ill_formed) {
        return cell->bytes.len * (sizeof "<0xHH>" - 1);
    }
    if (tl_display_is_unsafe(cell->code_point)) {
        return sizeof "<U+HHHH>" - 1;
    }
    int width = utf8proc_charwidth((utf8proc_int32_t)cell->code_point);
    return width > 0 ? (size_t)width : 0;
}

tl_cell
tl_display_next(tl_str str, size_t *at)
{
    size_t begin = *at;
    tl_cell cell = {.code_point = tl_utf8_next(str, at)};
    cell.bytes = tl_str_slice(str, begin, *at);
    cell.is_ill_formed =
        cell.code_point == REPLACEMENT && !tl_str_equal(cell.bytes, TL_STR("\xEF\xBF\xBD"));
    cell.width = width_of(&cell);
    return cell;
}

void
tl_display_add_cell(tl_buf *out, const tl_cell *cell)
{
    if (cell->is_ill_formed) {
        for (size_t i = 0; i < cell->bytes.len; i++) {
            tl_buf_add_format(out, "<0x%02X>", (unsigned char)cell->bytes.ptr[i]);
        }
    } else if (tl_display_is_unsafe(cell->code_point)) {
        tl_buf_add_format(out, "<U+%04X>", (unsigned)cell->code_point);
    } else {
        tl_buf_add(out, cell->bytes);
    }
}

void
tl_display_add(tl_buf *out, tl_str str)
{
    size_t at = 0;
    while (at < str.len) {
        tl_cell cell = tl_display_next(str, &at);
        tl_display_add_cell(out, &cell);
    }
}

size_t
tl_display_width(tl_str str)
{
    size_t width = 0, at = 0;
    while (at < str.len) {
        width += tl_display_next(str, &at).width;
    }
    return width;
}
