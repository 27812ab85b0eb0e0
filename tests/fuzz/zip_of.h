/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TESTS_FUZZ_ZIP_OF_H
#define TESTS_FUZZ_ZIP_OF_H

/* Archives made in memory, so that a fuzzer works on what is in them. Entries are stored: CRC-32 is
 * what a fuzzer would never find, and libzip computes it. */
#include "base/buf.h"

#include <stdlib.h>
#include <zip.h>

typedef struct zip_entry {
    const char *name;
    tl_str bytes;
} zip_entry;

/* The archive with these entries; the caller clears it. */
static inline tl_buf
zip_of(const zip_entry *entries, size_t count)
{
    zip_source_t *source = zip_source_buffer_create(NULL, 0, 0, NULL);
    zip_source_keep(source);
    zip_t *zip = zip_open_from_source(source, ZIP_TRUNCATE, NULL);
    for (size_t i = 0; i < count; i++) {
        zip_source_t *bytes = zip_source_buffer(zip, entries[i].bytes.ptr, entries[i].bytes.len, 0);
        zip_int64_t at = zip_file_add(zip, entries[i].name, bytes, ZIP_FL_ENC_UTF_8);
        if (at < 0 || zip_set_file_compression(zip, (zip_uint64_t)at, ZIP_CM_STORE, 0) != 0) {
            abort();
        }
    }
    zip_stat_t status;
    tl_buf out = {0};
    if (zip_close(zip) != 0 || zip_source_stat(source, &status) != 0 ||
        zip_source_open(source) != 0) {
        abort();
    }
    zip_int64_t got = zip_source_read(source, tl_buf_reserve(&out, status.size), status.size);
    out.len = got > 0 ? (size_t)got : 0;
    zip_source_close(source);
    zip_source_free(source);
    return out;
}

#endif
