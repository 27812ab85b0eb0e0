/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_TESTS_DICTIONARY_FILES_H
#define TL_TESTS_DICTIONARY_FILES_H

#include "base/buf.h"
#include "base/file.h"

#include <iconv.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* A temporary folder for the dictionaries of a test. */
typedef struct dictionary_folder {
    char path[PATH_MAX]; /* absolute */
} dictionary_folder;

enum { DICTIONARY_PATH = PATH_MAX + 16 };

static inline dictionary_folder
make_dictionary_folder(void)
{
    dictionary_folder folder;
    char name[] = "termlint-test-XXXXXX";
    assert_non_null(mkdtemp(name));
    assert_non_null(realpath(name, folder.path));
    return folder;
}

static inline const char *
dictionary_path(const dictionary_folder *folder, const char *name, char out[DICTIONARY_PATH])
{
    snprintf(out, DICTIONARY_PATH, "%s/%s", folder->path, name);
    return out;
}

static inline void
write_dictionary_file(const dictionary_folder *folder, const char *name, tl_str bytes)
{
    char path[DICTIONARY_PATH];
    tl_error error = {0};
    assert_true(tl_file_write_atomic(dictionary_path(folder, name, path), bytes, NULL, &error));
}

/* Writes a text in an encoding of iconv. */
static inline void
write_encoded_file(const dictionary_folder *folder, const char *name, const char *encoding,
                   const char *text)
{
    char out[4096], *to = out, *from = (char *)(uintptr_t)text;
    size_t left = strlen(text), room = sizeof out;
    iconv_t converter = iconv_open(encoding, "UTF-8");
    assert_int_equal(iconv(converter, &from, &left, &to, &room), 0);
    iconv_close(converter);
    write_dictionary_file(folder, name, (tl_str){out, (size_t)(to - out)});
}

static inline void
remove_dictionary_folder(const dictionary_folder *folder)
{
    static const char *const names[] = {"en_US", "en_GB", "ru_RU", "x"};
    char path[DICTIONARY_PATH];
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        for (const char *const *end = (const char *const[]){".aff", ".dic", NULL}; *end; end++) {
            snprintf(path, sizeof path, "%s/%s%s", folder->path, names[i], *end);
            unlink(path);
        }
    }
    assert_int_equal(rmdir(folder->path), 0);
}

#endif
