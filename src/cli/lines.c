/* SPDX-License-Identifier: MPL-2.0 */
/* Line-by-line input of the batch modes. Output is flushed after each line of standard input, so
 * that a program at the other end of two pipes gets its answers one by one. */
#include "cli/lines.h"

#include "base/buf.h"
#include "base/error.h"
#include "base/utf8.h"
#include "cli/commands.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool
is_utf8(const char *path, size_t number, tl_str text)
{
    size_t bad = tl_utf8_invalid_at(text);
    if (bad < text.len) {
        tl_fail("%s:%zu: byte %zu of the line is not UTF-8", path, number, bad + 1);
    }
    return bad == text.len;
}

static tl_str
without_ends(char *text, ssize_t length, size_t number)
{
    size_t begin = number == 1 && strncmp(text, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    size_t end = (size_t)length;
    while (end > begin && (text[end - 1] == '\n' || text[end - 1] == '\r')) {
        end--;
    }
    text[end] = '\0';
    return (tl_str){text + begin, end - begin};
}

void
tl_line_complain(const tl_line *line, const char *format, ...)
{
    tl_buf message = {0};
    va_list arguments;
    va_start(arguments, format);
    tl_buf_add_format_args(&message, format, arguments);
    va_end(arguments);
    if (line->path) {
        tl_fail("%s:%zu: %.*s", line->path, line->number, (int)message.len, message.ptr);
    } else {
        tl_fail("%.*s", (int)message.len, message.ptr);
    }
    tl_buf_clear(&message);
}

bool
tl_each_line(const char *path, bool (*line)(void *context, const tl_line *line), void *context)
{
    bool is_stdin = strcmp(path, "-") == 0;
    const char *name = is_stdin ? "standard input" : path;
    FILE *in = is_stdin ? stdin : fopen(path, "r");
    char *text = NULL;
    size_t capacity = 0, number = 0;
    ssize_t length;
    bool ok = in != NULL, more = true;
    if (in == NULL) {
        tl_fail("cannot read %s: %s", path, strerror(errno));
    }
    while (ok && more && (length = getline(&text, &capacity, in)) >= 0) {
        tl_str content = without_ends(text, length, ++number);
        ok = is_utf8(name, number, content);
        const tl_line at = {.text = text + (content.ptr - text), .path = name, .number = number};
        more = ok && line(context, &at);
        if (is_stdin) {
            fflush(stdout);
        }
    }
    if (ok && more && !feof(in)) {
        tl_fail("cannot read %s: %s", path, strerror(errno));
        ok = false;
    }
    free(text);
    if (in && !is_stdin) {
        fclose(in);
    }
    return ok;
}
