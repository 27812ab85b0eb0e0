/* SPDX-License-Identifier: MPL-2.0 */
/* The editor's text and its lines. Lines are found anew after every change: that is one pass over
 * memory, which costs less than the check that follows. */
#include "lsp/text.h"

#include "base/alloc.h"
#include "base/array.h"
#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>

void
tl_text_clear(tl_text *text)
{
    tl_buf_clear(&text->bytes);
    free(text->lines);
    *text = (tl_text){0};
}

static void
add_line(tl_text *text, size_t begin)
{
    text->lines =
        tl_array_reserve(text->lines, &text->line_capacity, text->line_count + 1, sizeof(uint32_t));
    text->lines[text->line_count++] = (uint32_t)begin;
}

static void
find_lines(tl_text *text)
{
    const char *bytes = text->bytes.ptr;
    text->line_count = 0;
    add_line(text, 0);
    for (size_t at = 0; at < text->bytes.len; at++) {
        bool is_break = bytes[at] == '\n' || (bytes[at] == '\r' && bytes[at + 1] != '\n');
        if (is_break) {
            add_line(text, at + 1);
        }
    }
}

static void
terminate(tl_text *text)
{
    *tl_buf_reserve(&text->bytes, 1) = '\0';
}

void
tl_text_set(tl_text *text, tl_str bytes)
{
    text->bytes.len = 0;
    tl_buf_add(&text->bytes, bytes);
    terminate(text);
    find_lines(text);
}

bool
tl_text_replace(tl_text *text, tl_range range, tl_str bytes)
{
    if (range.end < range.begin || range.end > text->bytes.len) {
        return false;
    }
    tl_buf changed = {0};
    tl_str old = tl_buf_str(&text->bytes);
    tl_buf_add(&changed, tl_str_slice(old, 0, range.begin));
    tl_buf_add(&changed, bytes);
    tl_buf_add(&changed, tl_str_slice(old, range.end, old.len));
    tl_buf_clear(&text->bytes);
    text->bytes = changed;
    terminate(text);
    find_lines(text);
    return true;
}

static bool
is_line_end(char byte)
{
    return byte == '\n' || byte == '\r';
}

/* Units of a character of `bytes` bytes: only those of four are two of UTF-16. */
static uint32_t
units_of(size_t bytes, tl_unit_of unit)
{
    return unit == TL_UTF8_UNITS ? (uint32_t)bytes : bytes == TL_UTF8_MAX ? 2 : 1;
}

uint32_t
tl_text_offset(const tl_text *text, tl_caret caret, tl_unit_of unit)
{
    tl_str bytes = tl_buf_str(&text->bytes);
    if (caret.line >= text->line_count) {
        return (uint32_t)bytes.len;
    }
    size_t at = text->lines[caret.line];
    for (uint32_t left = caret.character; at < bytes.len && !is_line_end(bytes.ptr[at]);) {
        size_t next = at;
        tl_utf8_next(bytes, &next);
        uint32_t units = units_of(next - at, unit);
        if (units > left) {
            break;
        }
        left -= units;
        at = next;
    }
    return (uint32_t)at;
}

static size_t
line_of(const tl_text *text, uint32_t offset)
{
    size_t low = 0, high = text->line_count;
    while (high - low > 1) {
        size_t middle = (low + high) / 2;
        if (text->lines[middle] <= offset) {
            low = middle;
        } else {
            high = middle;
        }
    }
    return low;
}

tl_caret
tl_text_caret(const tl_text *text, uint32_t offset, tl_unit_of unit)
{
    tl_str bytes = tl_buf_str(&text->bytes);
    size_t line = line_of(text, offset), at = text->lines[line];
    tl_caret caret = {.line = (uint32_t)line};
    while (at < offset && at < bytes.len) {
        size_t next = at;
        tl_utf8_next(bytes, &next);
        caret.character += units_of(next - at, unit);
        at = next;
    }
    return caret;
}
