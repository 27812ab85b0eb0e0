/* SPDX-License-Identifier: MPL-2.0 */
/* MessageFormat's arguments that have branches, after the grammar of ICU. Sees one piece of syntax
 * at a time and keeps the levels, so it is linear however often braces open and never close; what
 * does not look like a branch is left to others. */
#include "readers/branches.h"

#include "readers/message_bytes.h"

static size_t
skip_blanks(tl_str text, size_t at)
{
    while (is_one_of(peek(text, at), " \t\r\n")) {
        at++;
    }
    return at;
}

static size_t
skip_name(tl_str text, size_t at)
{
    while (is_name_byte(peek(text, at)) || peek(text, at) == '-') {
        at++;
    }
    return at;
}

/* Behind "NAME ," and white space around it, or 0. */
static size_t
skip_argument(tl_str text, size_t at)
{
    size_t begin = skip_blanks(text, at), end = skip_name(text, begin);
    size_t comma = skip_blanks(text, end);
    return end > begin && peek(text, comma) == ',' ? skip_blanks(text, comma + 1) : 0;
}

/* Behind "offset: 1" if it is there. */
static size_t
skip_offset(tl_str text, size_t at)
{
    static const tl_str offset = TL_STR_INIT("offset:");
    if (!tl_str_starts_with(tl_str_slice(text, at, text.len), offset)) {
        return at;
    }
    return skip_blanks(text, skip_name(text, skip_blanks(text, at + offset.len)));
}

/* Behind "one {" or "=0 {", or 0. */
static size_t
skip_selector(tl_str text, size_t at)
{
    size_t begin = skip_blanks(text, at);
    size_t end = skip_name(text, begin + (peek(text, begin) == '='));
    size_t open = skip_blanks(text, end);
    return end > begin && peek(text, open) == '{' ? open + 1 : 0;
}

/* "{count, plural, one {" */
static size_t
opening(tl_str text, size_t at, bool *counts)
{
    size_t kind = skip_argument(text, at + 1);
    size_t behind = kind ? skip_argument(text, kind) : 0;
    if (behind == 0) {
        return 0;
    }
    tl_str name = tl_str_slice(text, kind, skip_name(text, kind));
    *counts = tl_str_equal(name, TL_STR("plural")) || tl_str_equal(name, TL_STR("selectordinal"));
    if (!*counts && !tl_str_equal(name, TL_STR("select"))) {
        return 0;
    }
    size_t end = skip_selector(text, skip_offset(text, behind));
    return end ? end - at : 0;
}

/* "} other {" or "}}" */
static size_t
ending(tl_branches *branches, tl_str text, size_t at)
{
    size_t next = skip_selector(text, at + 1);
    if (next) {
        return next - at;
    }
    size_t close = skip_blanks(text, at + 1);
    branches->depth--;
    return peek(text, close) == '}' ? close + 1 - at : 1;
}

size_t
tl_branches_at(tl_branches *branches, tl_str text, size_t at)
{
    bool counts, is_inside = branches->depth > 0;
    size_t length;
    switch (text.ptr[at]) {
    case '{':
        length = branches->depth < TL_BRANCHES_MAX_DEPTH ? opening(text, at, &counts) : 0;
        if (length) {
            uint16_t bit = (uint16_t)(1u << branches->depth++);
            branches->counts =
                (uint16_t)(counts ? branches->counts | bit : branches->counts & ~bit);
        }
        return length;
    case '}': return is_inside ? ending(branches, text, at) : 0;
    case '#': return is_inside && (branches->counts >> (branches->depth - 1) & 1);
    default: return 0;
    }
}
