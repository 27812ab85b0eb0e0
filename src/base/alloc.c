/* SPDX-License-Identifier: MPL-2.0 */
/* Memory from the C library, checked once. Everything else in termlint may assume that an
 * allocation succeeded; a checker that has lost its memory cannot report anything reliable, so it
 * stops here, before any file has been written. */
#include "base/alloc.h"

#include <stdatomic.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

_Noreturn void
tl_out_of_memory(void)
{
    static const char message[] = "termlint: out of memory\n";
    static atomic_flag is_told = ATOMIC_FLAG_INIT; /* by a thread that is about to end us all */
    while (atomic_flag_test_and_set(&is_told)) {
        pause();
    }
    ssize_t ignored = write(STDERR_FILENO, message, sizeof message - 1);
    (void)ignored;
    _exit(2);
}

void *
tl_alloc(size_t size)
{
    void *ptr = malloc(size ? size : 1);
    if (ptr == NULL) {
        tl_out_of_memory();
    }
    return ptr;
}

void *
tl_alloc_zero(size_t count, size_t size)
{
    void *ptr = calloc(count ? count : 1, size ? size : 1);
    if (ptr == NULL) {
        tl_out_of_memory();
    }
    return ptr;
}

void *
tl_realloc(void *ptr, size_t count, size_t size)
{
    if (size != 0 && count > SIZE_MAX / size) {
        tl_out_of_memory();
    }
    size_t bytes = count * size;
    void *grown = realloc(ptr, bytes ? bytes : 1);
    if (grown == NULL) {
        tl_out_of_memory();
    }
    return grown;
}

char *
tl_alloc_string(const char *string)
{
    size_t size = strlen(string) + 1;
    return memcpy(tl_alloc(size), string, size);
}
