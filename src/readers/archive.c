/* SPDX-License-Identifier: MPL-2.0 */
/* Zip archives through libzip, from memory to memory. libzip believes what an archive says of its
 * sizes and lets entries overlap, so every byte that comes out is counted here. The library is
 * opened with the first archive: most runs meet none, and it brings a library of ciphers with it.
 * Invariant: no more than MOST_TOGETHER bytes are ever unpacked from one archive. */
#include "readers/archive.h"

#include "base/alloc.h"
#include "base/library.h"

#include <stdlib.h>
#include <string.h>
#include <zip.h>

enum {
    MOST_ENTRIES = 10000,
    MOST_IN_ENTRY = 64 * 1024 * 1024,
    MOST_TOGETHER = 256 * 1024 * 1024,
    FREE_SIZE = 1024 * 1024, /* whatever it was packed in */
    MOST_RATIO = 200,
    CHUNK = 64 * 1024,
};

#define FUNCTIONS(X)            \
    X(zip_close)                \
    X(zip_discard)              \
    X(zip_error_fini)           \
    X(zip_error_init)           \
    X(zip_error_strerror)       \
    X(zip_fclose)               \
    X(zip_file_replace)         \
    X(zip_file_set_mtime)       \
    X(zip_file_strerror)        \
    X(zip_fopen_index)          \
    X(zip_fread)                \
    X(zip_get_name)             \
    X(zip_get_num_entries)      \
    X(zip_open_from_source)     \
    X(zip_set_file_compression) \
    X(zip_source_buffer)        \
    X(zip_source_buffer_create) \
    X(zip_source_close)         \
    X(zip_source_free)          \
    X(zip_source_keep)          \
    X(zip_source_open)          \
    X(zip_source_read)          \
    X(zip_stat_index)           \
    X(zip_strerror)

#define POINTER(name) __typeof__(name) *name;
#define NAME(name) #name,

typedef struct zip_library {
    FUNCTIONS(POINTER)
} zip_library;

struct tl_archive {
    zip_library lib;
    tl_str name, bytes;
    zip_source_t *source;
    zip_t *zip;
    size_t unpacked;
};

static bool
fail(const tl_archive *archive, tl_error *error, zip_error_t *cause)
{
    tl_error_set(error, "%.*s: not a sound zip archive: %s", TL_STR_ARGS(archive->name),
                 archive->lib.zip_error_strerror(cause));
    archive->lib.zip_error_fini(cause);
    return false;
}

/* Word's own container of documents with a password, and of those of Word 97. */
static bool
is_compound_file(tl_str bytes)
{
    return tl_str_starts_with(bytes, TL_STR("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"));
}

static bool
is_encrypted(const tl_archive *archive, zip_uint64_t index)
{
    zip_stat_t status;
    return archive->lib.zip_stat_index(archive->zip, index, 0, &status) == 0 &&
           (status.valid & ZIP_STAT_ENCRYPTION_METHOD) && status.encryption_method != ZIP_EM_NONE;
}

static bool
check_entries(const tl_archive *archive, tl_error *error)
{
    zip_int64_t count = archive->lib.zip_get_num_entries(archive->zip, 0);
    if (count > MOST_ENTRIES) {
        return tl_error_set(error, "%.*s: archive of %lld entries, want %d at most",
                            TL_STR_ARGS(archive->name), (long long)count, MOST_ENTRIES);
    }
    for (zip_int64_t i = 0; i < count; i++) {
        if (is_encrypted(archive, (zip_uint64_t)i)) {
            return tl_error_set(error, "%.*s: encrypted archive, want one without a password",
                                TL_STR_ARGS(archive->name));
        }
    }
    return true;
}

/* Opens the archive in `memory`, which is libzip's to free if `is_owned`. */
static bool
open_zip(tl_archive *archive, const void *memory, bool is_owned, tl_error *error)
{
    zip_error_t cause;
    archive->lib.zip_error_init(&cause);
    archive->source =
        archive->lib.zip_source_buffer_create(memory, archive->bytes.len, is_owned, &cause);
    if (archive->source == NULL) {
        return fail(archive, error, &cause);
    }
    archive->lib.zip_source_keep(archive->source); /* to read from it what is written on closing */
    archive->zip = archive->lib.zip_open_from_source(archive->source, 0, &cause);
    if (archive->zip == NULL) {
        archive->lib.zip_source_free(archive->source); /* which opening would have taken over */
        return fail(archive, error, &cause);
    }
    archive->lib.zip_error_fini(&cause);
    return true;
}

static void
close_zip(tl_archive *archive)
{
    if (archive->zip) {
        archive->lib.zip_discard(archive->zip);
    }
    if (archive->source) {
        archive->lib.zip_source_free(archive->source);
    }
    archive->zip = NULL;
    archive->source = NULL;
}

static bool
open_library(tl_archive *archive, tl_error *error)
{
    static const char *const names[] = {"libzip.so.5", "libzip.so.4", NULL};
    static const char *const symbols[] = {FUNCTIONS(NAME) NULL};
    return tl_library_open(names, symbols, &archive->lib, error);
}

tl_archive *
tl_archive_open(tl_str name, tl_str bytes, tl_error *error)
{
    if (is_compound_file(bytes)) {
        tl_error_set(error,
                     "%.*s: a document with a password or of Word 97, want one without, "
                     "saved as .docx or .odt",
                     TL_STR_ARGS(name));
        return NULL;
    }
    tl_archive *archive = tl_alloc_zero(1, sizeof *archive);
    archive->name = name;
    archive->bytes = bytes;
    if (!open_library(archive, error) || !open_zip(archive, bytes.ptr, false, error) ||
        !check_entries(archive, error)) {
        tl_archive_close(archive);
        return NULL;
    }
    return archive;
}

void
tl_archive_close(tl_archive *archive)
{
    if (archive == NULL) {
        return;
    }
    close_zip(archive);
    free(archive);
}

const char *
tl_archive_entry(const tl_archive *archive, size_t index)
{
    return archive->lib.zip_get_name(archive->zip, index, ZIP_FL_ENC_RAW);
}

/* The number of the only entry of that name, or -1: none; -2: several. */
static zip_int64_t
locate(const tl_archive *archive, tl_str entry)
{
    zip_int64_t found = -1;
    const char *name;
    for (size_t i = 0; (name = tl_archive_entry(archive, i)); i++) {
        if (tl_str_equal(tl_str_from(name), entry)) {
            found = found == -1 ? (zip_int64_t)i : -2;
        }
    }
    return found;
}

static bool
is_too_much(const tl_archive *archive, size_t length, const zip_stat_t *status)
{
    return length > MOST_IN_ENTRY || archive->unpacked + length > MOST_TOGETHER ||
           (length > FREE_SIZE && length / MOST_RATIO > status->comp_size);
}

static bool
fail_on_entry(const tl_archive *archive, tl_str entry, const char *what, tl_error *error)
{
    return tl_error_set(error, "%.*s!%.*s: %s", TL_STR_ARGS(archive->name), TL_STR_ARGS(entry),
                        what);
}

static bool
unpack(tl_archive *archive, zip_file_t *file, const zip_stat_t *status, tl_buf *out)
{
    zip_int64_t got;
    do {
        got = archive->lib.zip_fread(file, tl_buf_reserve(out, CHUNK), CHUNK);
        out->len += got > 0 ? (size_t)got : 0;
    } while (got > 0 && !is_too_much(archive, out->len, status));
    return got == 0;
}

bool
tl_archive_read(tl_archive *archive, tl_str entry, tl_arena *arena, tl_str *bytes, tl_error *error)
{
    *bytes = (tl_str){NULL, 0};
    zip_int64_t index = locate(archive, entry);
    if (index < 0) {
        return index == -1 || fail_on_entry(archive, entry, "two entries of one name", error);
    }
    zip_stat_t status;
    zip_file_t *file = archive->lib.zip_fopen_index(archive->zip, (zip_uint64_t)index, 0);
    if (file == NULL ||
        archive->lib.zip_stat_index(archive->zip, (zip_uint64_t)index, 0, &status) != 0) {
        return fail_on_entry(archive, entry, archive->lib.zip_strerror(archive->zip), error);
    }
    tl_buf unpacked = {0};
    bool ok = unpack(archive, file, &status, &unpacked);
    if (!ok) {
        bool is_bomb = is_too_much(archive, unpacked.len, &status);
        fail_on_entry(archive, entry,
                      is_bomb ? "unpacks to more than any document has"
                              : archive->lib.zip_file_strerror(file),
                      error);
    } else {
        archive->unpacked += unpacked.len;
        *bytes = tl_arena_copy(arena, tl_buf_str(&unpacked));
    }
    archive->lib.zip_fclose(file);
    tl_buf_clear(&unpacked);
    return ok;
}

/* Puts new contents in place of an entry, packed and dated as the old ones. */
static bool
replace(const tl_archive *archive, const tl_archive_change *change)
{
    zip_stat_t status;
    zip_int64_t index = locate(archive, change->entry);
    if (index < 0 ||
        archive->lib.zip_stat_index(archive->zip, (zip_uint64_t)index, 0, &status) != 0) {
        return false;
    }
    zip_source_t *source =
        archive->lib.zip_source_buffer(archive->zip, change->bytes.ptr, change->bytes.len, 0);
    if (source == NULL) {
        return false;
    }
    if (archive->lib.zip_file_replace(archive->zip, (zip_uint64_t)index, source, 0) != 0) {
        archive->lib.zip_source_free(source);
        return false;
    }
    return archive->lib.zip_set_file_compression(archive->zip, (zip_uint64_t)index,
                                                 status.comp_method, 0) == 0 &&
           archive->lib.zip_file_set_mtime(archive->zip, (zip_uint64_t)index, status.mtime, 0) == 0;
}

static bool
copy_source(const tl_archive *archive, tl_buf *out)
{
    zip_source_t *source = archive->source;
    if (archive->lib.zip_source_open(source) != 0) {
        return false;
    }
    zip_int64_t got;
    do {
        got = archive->lib.zip_source_read(source, tl_buf_reserve(out, CHUNK), CHUNK);
        out->len += got > 0 ? (size_t)got : 0;
    } while (got > 0);
    archive->lib.zip_source_close(source);
    return got == 0;
}

/* On writing, libzip 1.7 frees the memory that it has read from, whatever it was told of it: so it
 * gets some of its own. */
static bool
open_copy(tl_archive *archive, tl_error *error)
{
    void *copy = tl_alloc(archive->bytes.len);
    memcpy(copy, archive->bytes.ptr, archive->bytes.len);
    close_zip(archive);
    return open_zip(archive, copy, true, error);
}

bool
tl_archive_rewrite(tl_archive *archive, const tl_archive_change *changes, size_t count, tl_buf *out,
                   tl_error *error)
{
    if (!open_copy(archive, error)) {
        return false;
    }
    bool ok = true;
    for (size_t i = 0; i < count && ok; i++) {
        ok = replace(archive, &changes[i]);
    }
    if (ok && archive->lib.zip_close(archive->zip) == 0) {
        archive->zip = NULL;
        ok = copy_source(archive, out);
    } else {
        ok = false;
    }
    const char *cause = archive->zip ? archive->lib.zip_strerror(archive->zip) : "no memory";
    return ok || tl_error_set(error, "%.*s: cannot be packed again: %s", TL_STR_ARGS(archive->name),
                              cause);
}
