/* SPDX-License-Identifier: MPL-2.0 */
/* Text made safe to show. Knows which characters do more than stand there; nothing of what shows
 * them. */
#include "base/shown.h"

#include "base/utf8.h"

enum { REPLACEMENT = 0xFFFD };

bool
tl_shown_is_unsafe(uint32_t c)
{
    if (c >= 0x20 && c < 0x7F) {
        return false;
    }
    bool is_control = c < 0x20 || (c >= 0x7F && c <= 0x9F);
    bool is_separator = c == 0x2028 || c == 0x2029;
    /* Unicode property Bidi_Control (UAX #9) */
    bool is_bidi = c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
                   (c >= 0x2066 && c <= 0x2069);
    return is_control || is_separator || is_bidi;
}

static void
add_bytes(tl_buf *out, tl_str bytes)
{
    for (size_t i = 0; i < bytes.len; i++) {
        tl_buf_add_format(out, "<0x%02X>", (unsigned char)bytes.ptr[i]);
    }
}

void
tl_shown_add(tl_buf *out, tl_str str)
{
    size_t added = 0;
    for (size_t at = 0, begin = 0; at < str.len; begin = at) {
        uint32_t c = tl_utf8_next(str, &at);
        tl_str bytes = tl_str_slice(str, begin, at);
        bool is_ill_formed = c == REPLACEMENT && !tl_str_equal(bytes, TL_STR("\xEF\xBF\xBD"));
        if (!is_ill_formed && !tl_shown_is_unsafe(c)) {
            continue;
        }
        tl_buf_add(out, tl_str_slice(str, added, begin));
        if (is_ill_formed) {
            add_bytes(out, bytes);
        } else {
            tl_buf_add_format(out, "<U+%04X>", (unsigned)c);
        }
        added = at;
    }
    tl_buf_add(out, tl_str_slice(str, added, str.len));
}
