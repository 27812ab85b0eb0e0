/* SPDX-License-Identifier: MPL-2.0 */
/* Decides whether an image is still that of the files. A file that has the size, the place and the
 * times that it had is believed to be the same, unless it had been written to just before it was
 * read; any other is read and hashed again. What was hashed is what was read, so that an image
 * never stands for a file that changed meanwhile. */
#include "engine/cache.h"

#include "base/array.h"
#include "base/file.h"
#include "base/hash.h"
#include "termbase/store.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { WORTH_KEEPING = 16 * 1024, LONGEST_FOLDER = 4096 }; /* bytes of all files */

typedef struct tl_cache_source {
    tl_file_look look;
    uint64_t hash;              /* of its bytes */
    uint32_t path_at, path_end; /* of `paths`, NUL-terminated */
    uint32_t is_settled;
    uint32_t unused;
} source;

static const tl_image_part parts[] = {
    TL_IMAGE_ARRAY("src.file", tl_cache, sources, source_count),
    TL_IMAGE_ARRAY("src.path", tl_cache, paths.ptr, paths.len),
    TL_IMAGE_ARRAY("src.key", tl_cache, key.ptr, key.len),
};

enum { PARTS = sizeof parts / sizeof *parts };

/* Hashes what goes through to another sink. */
typedef struct hashing {
    const tl_sink *sink; /* NULL: nowhere */
    uint64_t hash;
} hashing;

static bool
hash_piece(void *context, tl_str piece)
{
    hashing *h = context;
    h->hash = tl_hash_pair(h->hash, tl_hash_bytes(piece));
    return h->sink == NULL || h->sink->take(h->sink->context, piece);
}

static bool
is_relative(const tl_str *paths, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (!tl_str_starts_with(paths[i], TL_STR("/"))) {
            return true;
        }
    }
    return false;
}

/* The name of the image, by what it is of; false if there is no telling. */
static bool
set_key(tl_cache *cache, const tl_cache_request *request)
{
    char folder[LONGEST_FOLDER] = "";
    tl_buf key = {0};
    if (cache->folder == NULL || tl_build_id().len == 0 ||
        (is_relative(request->paths, request->count) && getcwd(folder, sizeof folder) == NULL)) {
        return false;
    }
    tl_buf_add_cstr(&key, folder);
    tl_buf_add_byte(&key, '\0');
    tl_buf_add(&key, request->options);
    for (size_t i = 0; i < request->count; i++) {
        tl_buf_add_byte(&key, '\0');
        tl_buf_add(&key, request->paths[i]);
    }
    cache->key = tl_arena_copy(&cache->arena, tl_buf_str(&key));
    tl_buf_clear(&key);
    return true;
}

static const char *
name_of_image(tl_cache *cache)
{
    uint64_t hash = tl_hash_bytes(cache->key);
    return tl_arena_format(&cache->arena, "%016llx%016llx.index", (unsigned long long)hash,
                           (unsigned long long)tl_hash_pair(hash, cache->key.len))
        .ptr;
}

static bool
is_unchanged(const source *known, const char *path)
{
    tl_file_look look;
    hashing h = {.hash = 0};
    const tl_sink sink = {hash_piece, &h};
    if (!tl_file_look_at(path, &look) || look.size != known->look.size) {
        return false;
    }
    bool is_same = memcmp(&look, &known->look, sizeof look) == 0;
    return (is_same && known->is_settled) ||
           (tl_file_read_pieces(path, &sink, NULL) && h.hash == known->hash);
}

/* True if the image is of this key, and its files are as they were. */
static bool
is_current(const tl_cache *cache, const tl_image *image)
{
    tl_cache kept = {.folder = NULL};
    if (!tl_image_find_parts(image, parts, PARTS, &kept) || !tl_str_equal(kept.key, cache->key)) {
        return false;
    }
    for (size_t i = 0; i < kept.source_count; i++) {
        const source *known = &kept.sources[i];
        if (known->path_end >= kept.paths.len || known->path_at > known->path_end ||
            kept.paths.ptr[known->path_end] != '\0' ||
            !is_unchanged(known, kept.paths.ptr + known->path_at)) {
            return false;
        }
    }
    return kept.source_count > 0;
}

bool
tl_cache_open(tl_cache *cache, const tl_cache_request *request, tl_termbase *termbase,
              tl_index **index)
{
    tl_image image;
    if (request->count == 0 || !set_key(cache, request) ||
        !tl_cache_map(cache->folder, name_of_image(cache), &cache->map)) {
        return false;
    }
    if (tl_image_open(&image, cache->map, tl_build_id()) && is_current(cache, &image) &&
        tl_termbase_open(termbase, &image)) {
        *index = tl_index_open(termbase, &image);
        if (*index) {
            return true;
        }
        tl_termbase_clear(termbase);
    }
    tl_cache_unmap(cache->map);
    cache->map = (tl_str){NULL, 0};
    return false;
}

bool
tl_cache_read(tl_cache *cache, const char *path, const tl_sink *sink, tl_error *error)
{
    hashing h = {.sink = sink};
    const tl_sink through = {hash_piece, &h};
    source read = {.path_at = (uint32_t)cache->paths.len};
    if (cache->key.len == 0 || !tl_file_look_at(path, &read.look)) {
        cache->key = (tl_str){NULL, 0}; /* an image without this file would be believed for ever */
        return tl_file_read_pieces(path, sink, error);
    }
    read.is_settled = tl_file_is_settled(&read.look);
    bool ok = tl_file_read_pieces(path, &through, error);
    read.hash = h.hash;
    read.path_end = read.path_at + (uint32_t)strlen(path);
    tl_buf_add(&cache->paths, (tl_str){path, strlen(path) + 1});
    cache->sources = tl_array_reserve(cache->sources, &cache->source_capacity,
                                      cache->source_count + 1, sizeof *cache->sources);
    cache->sources[cache->source_count++] = read;
    return ok;
}

static bool
write_image(void *context, const tl_sink *sink)
{
    return tl_image_write(context, tl_build_id(), sink);
}

void
tl_cache_save(tl_cache *cache, const tl_index *index)
{
    uint64_t together = 0;
    for (size_t i = 0; i < cache->source_count; i++) {
        together += cache->sources[i].look.size;
    }
    if (cache->key.len == 0 || cache->map.len > 0 || together < WORTH_KEEPING) {
        return;
    }
    tl_image_writer writer = {0};
    tl_image_add_parts(&writer, parts, PARTS, cache);
    if (tl_index_save(index, &writer)) {
        tl_cache_write(cache->folder, name_of_image(cache), write_image, &writer);
    }
    tl_image_writer_clear(&writer);
}

void
tl_cache_clear(tl_cache *cache)
{
    tl_cache_unmap(cache->map);
    tl_buf_clear(&cache->paths);
    free(cache->sources);
    tl_arena_clear(&cache->arena);
    *cache = (tl_cache){0};
}
