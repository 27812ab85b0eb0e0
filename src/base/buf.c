/* SPDX-License-Identifier: MPL-2.0 */
/* A growable byte buffer: everything that termlint prints or writes is assembled in one. Bytes are
 * only ever added at the end; there is no terminating NUL, and no meaning to the contents. A buffer
 * that never grew has a NULL pointer and needs no freeing. */
#include "base/buf.h"

#include "base/alloc.h"
#include "base/array.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { USUAL_LENGTH = 128 }; /* of what is formatted: less is done at once */

void
tl_buf_clear(tl_buf *buf)
{
    free(buf->ptr);
    *buf = (tl_buf){0};
}

char *
tl_buf_reserve(tl_buf *buf, size_t more)
{
    if (more > SIZE_MAX - buf->len) {
        tl_out_of_memory();
    }
    buf->ptr = tl_array_reserve(buf->ptr, &buf->capacity, buf->len + more, 1);
    return buf->ptr + buf->len;
}

void
tl_buf_add(tl_buf *buf, tl_str str)
{
    if (str.len) {
        memcpy(tl_buf_reserve(buf, str.len), str.ptr, str.len);
        buf->len += str.len;
    }
}

void
tl_buf_add_cstr(tl_buf *buf, const char *cstr)
{
    tl_buf_add(buf, tl_str_from(cstr));
}

void
tl_buf_add_byte(tl_buf *buf, char byte)
{
    *tl_buf_reserve(buf, 1) = byte;
    buf->len++;
}

void
tl_buf_add_number(tl_buf *buf, uint64_t number)
{
    char digits[20];
    size_t first = sizeof digits;
    do {
        digits[--first] = (char)('0' + number % 10);
        number /= 10;
    } while (number);
    tl_buf_add(buf, (tl_str){digits + first, sizeof digits - first});
}

void
tl_buf_add_format_args(tl_buf *buf, const char *format, va_list args)
{
    va_list again;
    va_copy(again, args);
    char *room = tl_buf_reserve(buf, USUAL_LENGTH);
    int length = vsnprintf(room, USUAL_LENGTH, format, args);
    if (length < 0) {
        tl_out_of_memory();
    }
    if (length >= USUAL_LENGTH) {
        vsnprintf(tl_buf_reserve(buf, (size_t)length + 1), (size_t)length + 1, format, again);
    }
    va_end(again);
    buf->len += (size_t)length;
}

void
tl_buf_add_format(tl_buf *buf, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    tl_buf_add_format_args(buf, format, args);
    va_end(args);
}

tl_str
tl_buf_str(const tl_buf *buf)
{
    return (tl_str){buf->ptr, buf->len};
}
