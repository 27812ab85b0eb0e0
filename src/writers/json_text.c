/* SPDX-License-Identifier: MPL-2.0 */
/* Strings of JSON. Whatever bytes come in, what goes out is well-formed UTF-8 and one line. */
#include "writers/json_text.h"

#include "base/shown.h"
#include "writers/display.h"

/* The letter of a two-character escape, or 0. */
static char
short_escape(uint32_t code_point)
{
    switch (code_point) {
    case '"': return '"';
    case '\\': return '\\';
    case '\b': return 'b';
    case '\f': return 'f';
    case '\n': return 'n';
    case '\r': return 'r';
    case '\t': return 't';
    default: return 0;
    }
}

static void
add_escape(tl_buf *out, const tl_cell *cell)
{
    char letter = short_escape(cell->code_point);
    if (letter != 0) {
        tl_buf_add_byte(out, '\\');
        tl_buf_add_byte(out, letter);
    } else if (cell->is_ill_formed) {
        tl_buf_add(out, TL_STR("\xEF\xBF\xBD"));
    } else {
        tl_buf_add_format(out, "\\u%04x", (unsigned)cell->code_point);
    }
}

/* Most of what is written: ASCII that says what it is. */
static bool
is_plain(char byte)
{
    return byte >= ' ' && byte < 0x7F && byte != '"' && byte != '\\';
}

void
tl_json_add_string(tl_buf *out, tl_str str)
{
    size_t at = 0, added = 0;
    tl_buf_add_byte(out, '"');
    while (at < str.len) {
        size_t before = at;
        if (is_plain(str.ptr[at])) {
            at++;
            continue;
        }
        tl_cell cell = tl_display_next(str, &at);
        if (cell.is_ill_formed || short_escape(cell.code_point) ||
            tl_shown_is_unsafe(cell.code_point)) {
            tl_buf_add(out, tl_str_slice(str, added, before));
            add_escape(out, &cell);
            added = at;
        }
    }
    tl_buf_add(out, tl_str_slice(str, added, str.len));
    tl_buf_add_byte(out, '"');
}

void
tl_json_add_string_or_null(tl_buf *out, tl_str str)
{
    if (str.len > 0) {
        tl_json_add_string(out, str);
    } else {
        tl_buf_add_cstr(out, "null");
    }
}

void
tl_json_add_strings(tl_buf *out, const tl_str *items, size_t count)
{
    tl_buf_add_byte(out, '[');
    for (size_t i = 0; i < count; i++) {
        tl_buf_add_cstr(out, i > 0 ? ", " : "");
        tl_json_add_string(out, items[i]);
    }
    tl_buf_add_byte(out, ']');
}
