/* SPDX-License-Identifier: MPL-2.0 */
/* Comments in Markdown. A comment within a sentence ends with its paragraph at the latest, so that
 * no text is looked at twice. */
#include "readers/markdown_comment.h"

static const tl_str opener = TL_STR_INIT("<!--"), closer = TL_STR_INIT("-->");

/* True if nothing but blanks stands between the line end at `at` and the next one. */
static bool
is_blank_line_behind(tl_str text, size_t at)
{
    for (at++; at < text.len && text.ptr[at] != '\n'; at++) {
        if (text.ptr[at] != ' ' && text.ptr[at] != '\t' && text.ptr[at] != '\r') {
            return false;
        }
    }
    return true;
}

/* Where the comment whose inside begins at `at` is closed; else *is_closed is false, and what is
 * returned is the end of the paragraph. */
static size_t
find_close(tl_str text, size_t at, bool *is_closed)
{
    for (; at < text.len; at++) {
        *is_closed = text.ptr[at] == '-' &&
                     tl_str_starts_with(tl_str_slice(text, at, at + closer.len), closer);
        if (*is_closed || (text.ptr[at] == '\n' && is_blank_line_behind(text, at))) {
            return at;
        }
    }
    *is_closed = false;
    return text.len;
}

/* Replaces all hyphens of a range that stand beside others. */
static void
mask(tl_str text, tl_range range, tl_buf *masked)
{
    for (uint32_t at = range.begin; at < range.end; at++) {
        bool has_neighbour = (at > range.begin && text.ptr[at - 1] == '-') ||
                             (at + 1 < range.end && text.ptr[at + 1] == '-');
        if (text.ptr[at] != '-' || !has_neighbour) {
            continue;
        }
        if (masked->len == 0) {
            tl_buf_add(masked, text);
        }
        masked->ptr[at] = 'x';
    }
}

tl_str
tl_markdown_mask_comments(tl_str text, tl_buf *masked)
{
    size_t at = tl_str_find(text, opener, 0);
    while (at < text.len) {
        bool is_closed;
        size_t inside = at + opener.len, end = find_close(text, inside, &is_closed);
        if (is_closed) {
            mask(text, (tl_range){(uint32_t)inside, (uint32_t)end}, masked);
        }
        at = tl_str_find(text, opener, end);
    }
    return masked->len ? tl_buf_str(masked) : text;
}

void
tl_markdown_note_definitions(tl_document *document)
{
    tl_str bytes = document->source->bytes, definition = TL_STR("[//]: # (");
    for (size_t at = tl_str_find(bytes, definition, 0); at < bytes.len;
         at = tl_str_find(bytes, definition, at + definition.len)) {
        size_t end = tl_str_find_byte(bytes, '\n', at);
        if (at == 0 || bytes.ptr[at - 1] == '\n') {
            tl_document_add_comment(document, (tl_range){(uint32_t)at, (uint32_t)end});
        }
    }
}
