/* SPDX-License-Identifier: MPL-2.0 */
/* Where a script ends. Behind "<!--" it is escaped, and behind a further "<script" doubly so, in
 * which case its first end tag only ends that; "-->" ends both. */
#include "readers/html_script.h"

typedef enum escape { ESCAPE_NONE, ESCAPE_ONCE, ESCAPE_TWICE } escape;

static bool
ends_name(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r' || c == '/' || c == '>';
}

static bool
has_name(tl_str text, size_t at, tl_str name)
{
    size_t end = at + name.len;
    return name.len > 0 && end < text.len && ends_name(text.ptr[end]) &&
           tl_str_equal_ascii_nocase(tl_str_slice(text, at, end), name);
}

static bool
has(tl_str text, size_t at, tl_str wanted)
{
    return tl_str_equal(tl_str_slice(text, at, at + wanted.len), wanted);
}

bool
tl_html_is_end_tag(tl_str text, size_t at, tl_str name)
{
    return has(text, at, TL_STR("</")) && has_name(text, at + 2, name);
}

/* What "<" at `at` does to the state; not asked for the end of the script itself. */
static escape
after_less_than(tl_str text, size_t at, escape state)
{
    tl_str script = TL_STR("script");
    if (state == ESCAPE_NONE) {
        return has(text, at, TL_STR("<!--")) ? ESCAPE_ONCE : state;
    }
    if (state == ESCAPE_ONCE) {
        return has_name(text, at + 1, script) ? ESCAPE_TWICE : state;
    }
    return tl_html_is_end_tag(text, at, script) ? ESCAPE_ONCE : state;
}

size_t
tl_html_script_end(tl_str text, size_t at, tl_str name)
{
    escape state = ESCAPE_NONE;
    for (; at < text.len; at++) {
        if (text.ptr[at] == '<') {
            if (state != ESCAPE_TWICE && tl_html_is_end_tag(text, at, name)) {
                return at;
            }
            state = after_less_than(text, at, state);
        } else if (text.ptr[at] == '-' && has(text, at, TL_STR("-->"))) {
            state = ESCAPE_NONE;
        }
    }
    return at;
}
