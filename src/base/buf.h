/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_BASE_BUF_H
#define TL_BASE_BUF_H

#include "base/str.h"

#include <stdarg.h>

/* A growable byte buffer. An all-zero one is empty and ready for use; ptr may be NULL while len
 * is 0. tl_buf_clear() frees it and makes it all-zero again. */
typedef struct tl_buf {
    char *ptr;
    size_t len;
    size_t capacity;
} tl_buf;

void tl_buf_clear(tl_buf *buf);

/* Room for `more` further bytes; returns where they go. */
char *tl_buf_reserve(tl_buf *buf, size_t more);

void tl_buf_add(tl_buf *buf, tl_str str);
void tl_buf_add_cstr(tl_buf *buf, const char *cstr);
void tl_buf_add_byte(tl_buf *buf, char byte);
void tl_buf_add_number(tl_buf *buf, uint64_t number); /* in decimal digits */
void tl_buf_add_format(tl_buf *buf, const char *format, ...) __attribute__((format(printf, 2, 3)));
void tl_buf_add_format_args(tl_buf *buf, const char *format, va_list args)
    __attribute__((format(printf, 2, 0)));

/* The contents, borrowed until the buffer next changes. */
tl_str tl_buf_str(const tl_buf *buf);

#endif
