/* SPDX-License-Identifier: MPL-2.0 */
/* Lines of a text. The next \n and the next \r are each looked for only when the last one found
 * has been passed, so that a file without any \r is searched for it once and not at every line. */
#include "source/lines.h"

tl_lines
tl_lines_from(tl_str text, size_t from)
{
    return (tl_lines){
        .text = text,
        .next = from,
        .feed = tl_str_find_byte(text, '\n', from),
        .carriage_return = tl_str_find_byte(text, '\r', from),
    };
}

static bool
is_followed_by_feed(const tl_lines *lines, size_t at)
{
    return at == lines->carriage_return && lines->feed == at + 1 && at + 1 < lines->text.len;
}

bool
tl_lines_next(tl_lines *lines, tl_range *line)
{
    size_t begin = lines->next;
    if (begin > lines->text.len) {
        return false;
    }
    if (lines->feed < begin) {
        lines->feed = tl_str_find_byte(lines->text, '\n', begin);
    }
    if (lines->carriage_return < begin) {
        lines->carriage_return = tl_str_find_byte(lines->text, '\r', begin);
    }
    size_t end = lines->feed < lines->carriage_return ? lines->feed : lines->carriage_return;
    *line = (tl_range){(uint32_t)begin, (uint32_t)end};
    lines->next = end + (is_followed_by_feed(lines, end) ? 2 : 1);
    return true;
}
