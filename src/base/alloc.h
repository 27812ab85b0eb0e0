/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_BASE_ALLOC_H
#define TL_BASE_ALLOC_H

#include <stddef.h>

/* Allocation that does not fail: out of memory, or a size that overflows, prints one line on
 * standard error and ends the process with status 2. This is the only place that does. */

/* Uninitialised memory for `size` bytes; free with free(). Never NULL, even for 0. */
void *tl_alloc(size_t size);

/* Zeroed memory for `count` elements of `size` bytes; free with free(). */
void *tl_alloc_zero(size_t count, size_t size);

/* As realloc(3), for `count` elements of `size` bytes. */
void *tl_realloc(void *ptr, size_t count, size_t size);

/* A copy of a string; free with free(). */
char *tl_alloc_string(const char *string);

/* Ends the process as out of memory. */
_Noreturn void tl_out_of_memory(void);

#endif
