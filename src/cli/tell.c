/* SPDX-License-Identifier: MPL-2.0 */
/* Messages go to standard error and begin with the name of the program or of the file that they are
 * about. */
#include "cli/tell.h"

#include "base/buf.h"
#include "base/shown.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static void __attribute__((format(printf, 2, 0)))
tell_behind(const char *prefix, const char *format, va_list args)
{
    tl_buf given = {0}, shown = {0};
    tl_buf_add_cstr(&given, prefix);
    tl_buf_add_format_args(&given, format, args);
    tl_shown_add(&shown, tl_buf_str(&given));
    tl_buf_add_byte(&shown, '\n');
    fwrite(shown.ptr, 1, shown.len, stderr);
    tl_buf_clear(&given);
    tl_buf_clear(&shown);
}

void
tl_tell(const char *format, ...)
{
    va_list args;
    va_start(args, format);
    tell_behind("", format, args);
    va_end(args);
}

int
tl_fail(const char *format, ...)
{
    va_list args;
    va_start(args, format);
    tell_behind("termlint: ", format, args);
    va_end(args);
    return TL_EXIT_FAILURE;
}

void
tl_print_problem(void *context, const char *path, uint32_t line, uint32_t column,
                 const char *message)
{
    (void)context;
    if (line) {
        tl_tell("%s:%u:%u: error: %s", path, line, column, message);
    } else {
        bool names_it = strstr(message, path) != NULL;
        tl_fail("%s%s%s", names_it ? "" : path, names_it ? "" : ": ", message);
    }
}

void
tl_print_remark(void *context, const char *path, uint32_t line, uint32_t column,
                const char *message)
{
    (void)context;
    if (line) {
        tl_tell("%s:%u:%u: warning: %s", path, line, column, message);
    } else {
        tl_tell("%s: %s", path, message);
    }
}
