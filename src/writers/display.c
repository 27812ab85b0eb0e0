/* SPDX-License-Identifier: MPL-2.0 */
/* How wide text is that was made safe to show. Widths are those of single characters (East Asian
 * width, marks of width 0); sequences that a terminal may draw as one glyph are counted by their
 * parts. */
#include "writers/display.h"

#include "base/shown.h"
#include "base/utf8.h"

#include <utf8proc.h>

enum { REPLACEMENT = 0xFFFD };

static size_t
width_of(const tl_cell *cell)
{
    if (cell->is_ill_formed) {
        return cell->bytes.len * (sizeof "<0xHH>" - 1);
    }
    if (tl_shown_is_unsafe(cell->code_point)) {
        return sizeof "<U+HHHH>" - 1;
    }
    int width = utf8proc_charwidth((utf8proc_int32_t)cell->code_point);
    return width > 0 ? (size_t)width : 0;
}

tl_cell
tl_display_next_other(tl_str str, size_t *at)
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
    tl_shown_add(out, cell->bytes);
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
