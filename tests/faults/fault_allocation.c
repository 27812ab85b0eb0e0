/* SPDX-License-Identifier: MPL-2.0 */
/* Preloaded into termlint by allocations.py: the allocation number FAULT_AT, counted from 1, and
 * with FAULT_ON all behind it, finds no memory. Knows nothing of what is allocated. The number of
 * allocations is left in the file FAULT_COUNT, which is mapped, since the process may end without
 * a farewell. */
#include <errno.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

/* The allocator of glibc under its other names. */
void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *ptr, size_t size);
void *__libc_memalign(size_t alignment, size_t size);

static atomic_ulong own_count;
static atomic_ulong *count = &own_count;
static unsigned long fault_at;
static bool all_behind;

__attribute__((constructor)) static void
set_up(void)
{
    const char *at = getenv("FAULT_AT"), *path = getenv("FAULT_COUNT");
    fault_at = at ? strtoul(at, NULL, 10) : 0;
    all_behind = getenv("FAULT_ON") != NULL;
    int fd = path ? open(path, O_RDWR | O_CLOEXEC) : -1;
    void *map =
        fd < 0 ? MAP_FAILED : mmap(NULL, sizeof *count, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    if (map != MAP_FAILED) {
        count = map;
    }
    if (fd >= 0) {
        close(fd);
    }
}

static bool
is_to_fail(void)
{
    unsigned long number = atomic_fetch_add(count, 1) + 1;
    bool fails = fault_at != 0 && (all_behind ? number >= fault_at : number == fault_at);
    if (fails) {
        errno = ENOMEM;
    }
    return fails;
}

void *
malloc(size_t size)
{
    return is_to_fail() ? NULL : __libc_malloc(size);
}

void *
calloc(size_t number, size_t size)
{
    return is_to_fail() ? NULL : __libc_calloc(number, size);
}

void *
realloc(void *ptr, size_t size)
{
    return is_to_fail() ? NULL : __libc_realloc(ptr, size);
}

void *
aligned_alloc(size_t alignment, size_t size)
{
    return is_to_fail() ? NULL : __libc_memalign(alignment, size);
}

int
posix_memalign(void **ptr, size_t alignment, size_t size)
{
    *ptr = is_to_fail() ? NULL : __libc_memalign(alignment, size);
    return *ptr ? 0 : ENOMEM;
}
