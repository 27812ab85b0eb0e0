/* SPDX-License-Identifier: MPL-2.0 */
/* A text as YAML. It is quoted wherever some reader of YAML could take it for anything but a text,
 * and inside a flow list or mapping for more than one. Knows nothing of what it is the text of. */
#include "termbase/yaml_text.h"

#include "base/utf8.h"

/* A word that readers of YAML 1.1 take for a boolean or for nothing. */
static bool
is_reserved(tl_str text)
{
    static const tl_str words[] = {TL_STR_INIT("y"),   TL_STR_INIT("n"),       TL_STR_INIT("yes"),
                                   TL_STR_INIT("no"),  TL_STR_INIT("true"),    TL_STR_INIT("false"),
                                   TL_STR_INIT("on"),  TL_STR_INIT("off"),     TL_STR_INIT("null"),
                                   TL_STR_INIT("nan"), TL_STR_INIT("infinity")};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (tl_str_equal_ascii_nocase(words[i], text)) {
            return true;
        }
    }
    return false;
}

static bool
is_ascii_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* Letters of the scripts that are read as they stand; anything rarer is quoted. */
static bool
is_common_letter(uint32_t c)
{
    return (c >= 0xC0 && c < 0x300) || (c >= 0x400 && c < 0x530);
}

/* True for what stands for itself without quotes, inside a flow list too. */
static bool
is_plain(tl_str text)
{
    size_t at = 0;
    if (text.len == 0 || is_reserved(text) || text.ptr[text.len - 1] == ' ') {
        return false;
    }
    bool begins_well = is_ascii_letter(text.ptr[0]) || (unsigned char)text.ptr[0] >= 0x80;
    while (begins_well && at < text.len) {
        uint32_t c = tl_utf8_next(text, &at);
        bool in_word = c < 0x80 && (is_ascii_letter((char)c) || (c >= '0' && c <= '9'));
        bool is_mark = c == ' ' || c == '-' || c == '.' || c == '/' || c == '(' || c == ')' ||
                       c == '\'' || c == '+' || c == ';' || c == 0xAB || c == 0xBB ||
                       (c >= 0x2010 && c <= 0x201F);
        begins_well = in_word || is_mark || is_common_letter(c);
    }
    return begins_well;
}

static void
add_escaped(tl_buf *out, tl_str text)
{
    for (size_t at = 0; at < text.len;) {
        size_t begin = at;
        uint32_t c = tl_utf8_next(text, &at);
        bool is_raw = c >= 0x20 && c != 0x7F && !(c >= 0x200B && c <= 0x200F) && c != 0xFEFF &&
                      c != 0xAD && (c & 0xFFFE) != 0xFFFE;
        if (c == '"' || c == '\\') {
            tl_buf_add_format(out, "\\%c", (char)c);
        } else if (c == '\n' || c == '\t') {
            tl_buf_add_cstr(out, c == '\n' ? "\\n" : "\\t");
        } else if (is_raw) {
            tl_buf_add(out, tl_str_slice(text, begin, at));
        } else {
            tl_buf_add_format(out, c > 0xFFFF ? "\\U%08X" : "\\u%04X", (unsigned)c);
        }
    }
}

void
tl_yaml_add_text(tl_buf *out, tl_str text)
{
    if (is_plain(text)) {
        tl_buf_add(out, text);
        return;
    }
    tl_buf_add_byte(out, '"');
    add_escaped(out, text);
    tl_buf_add_byte(out, '"');
}
