/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_ENGINE_CACHE_H
#define TL_ENGINE_CACHE_H

#include "base/buf.h"
#include "base/cache.h"
#include "base/image.h"
#include "scan/index.h"

/* Termbases that were read and indexed before, kept as images in the user's cache. An image counts
 * only for the files, the options, the current folder and the build of the program that it is of;
 * else it is as if there were none. */
typedef struct tl_cache {
    const char *folder; /* borrowed; NULL: nothing is kept */
    tl_arena arena;
    tl_str key;                      /* what was asked for: paths, options, the current folder */
    struct tl_cache_source *sources; /* owned: the files, as they were read */
    size_t source_count, source_capacity;
    tl_buf paths; /* of the files */
    tl_str map;   /* the image that is in use */
} tl_cache;

/* What an image is of, beside the files themselves. */
typedef struct tl_cache_request {
    const tl_str *paths; /* of the termbases that are named */
    size_t count;
    tl_str options; /* whatever else the outcome depends on */
} tl_cache_request;

/* Takes the termbase and its index from the cache. False if they are not there; then the files are
 * to be read, each through tl_cache_read(). */
bool tl_cache_open(tl_cache *cache, const tl_cache_request *request, tl_termbase *termbase,
                   tl_index **index);

/* Reads a file piece by piece, and remembers what it was. */
bool tl_cache_read(tl_cache *cache, const char *path, const tl_sink *sink, tl_error *error);

/* Keeps what was made of the files, if that took long enough to be worth it. */
void tl_cache_save(tl_cache *cache, const tl_index *index);

/* Nothing of an image that was taken is in use any more. */
void tl_cache_clear(tl_cache *cache);

#endif
