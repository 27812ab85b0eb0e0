/* SPDX-License-Identifier: MPL-2.0 */
/* Text of XML. Whatever bytes come in, what goes out is well-formed: a file name or a line of a
 * document can neither end its attribute nor hide a control in it. */
#include "writers/xml_text.h"

#include "base/shown.h"
#include "writers/display.h"

static const char *
entity_of(uint32_t c)
{
    switch (c) {
    case '&': return "&amp;";
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '"': return "&quot;";
    case '\'': return "&#39;";
    default: return NULL;
    }
}

/* A character that XML 1.0 has no way to write (2.2, Char), or that is none. */
static bool
has_no_place(const tl_cell *cell)
{
    uint32_t c = cell->code_point;
    bool is_control =
        (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0xFFFE || c == 0xFFFF;
    return cell->is_ill_formed || is_control;
}

void
tl_xml_add_text(tl_buf *out, tl_str str)
{
    size_t at = 0;
    while (at < str.len) {
        tl_cell cell = tl_display_next(str, &at);
        const char *entity = entity_of(cell.code_point);
        if (has_no_place(&cell)) {
            tl_buf_add(out, TL_STR("\xEF\xBF\xBD"));
        } else if (entity) {
            tl_buf_add_cstr(out, entity);
        } else if (tl_shown_is_unsafe(cell.code_point)) {
            tl_buf_add_format(out, "&#x%X;", (unsigned)cell.code_point);
        } else {
            tl_buf_add(out, cell.bytes);
        }
    }
}

void
tl_xml_add_attribute(tl_buf *out, const char *name, tl_str value)
{
    tl_buf_add_format(out, " %s=\"", name);
    tl_xml_add_text(out, value);
    tl_buf_add_byte(out, '"');
}
