/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TESTS_FUZZ_FEW_WORDS_H
#define TESTS_FUZZ_FEW_WORDS_H

/* Dictionaries of a few words, for all that a fuzz target checks: those that are installed take
 * longer to load than a thousand inputs, and have other words on each machine. */
#include "base/file.h"
#include "engine/dictionaries.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

typedef struct few_words_file {
    const char *name, *text;
} few_words_file;

static const few_words_file few_words_files[] = {
    {"en_US.aff", "SET UTF-8\nTRY esianr\nSFX S Y 2\nSFX S y ies [^aeiou]y\nSFX S 0 s [^y]\n"},
    {"en_US.dic", "14\na\nof\nthe\nred/S\nfox/S\nclub/S\nferry/S\nowner/S\nunion/S\nlock/S\n"
                  "house/S\nchief/S\nstreet/S\nzoo/S\n"},
    {"ru_RU.aff", "SET UTF-8\nSFX M Y 5\nSFX M 0 а .\nSFX M 0 у .\nSFX M 0 ом .\nSFX M 0 е .\n"
                  "SFX M 0 ы .\nSFX A Y 3\nSFX A ый ого ый\nSFX A ый ому ый\nSFX A ый ым ый\n"},
    {"ru_RU.dic", "9\nв\nи\nпаром/M\nсовет/M\nсоюз/M\nлиса\nглавный/A\nпаромный/A\nяз/M\n"},
};
enum { FEW_WORDS_FILES = sizeof few_words_files / sizeof few_words_files[0] };

static char few_words_folder[] = P_tmpdir "/termlint-words-XXXXXX";

static inline const char *
few_words_path(size_t number, char path[PATH_MAX])
{
    snprintf(path, PATH_MAX, "%s/%s", few_words_folder, few_words_files[number].name);
    return path;
}

static inline void
remove_few_words(void)
{
    char path[PATH_MAX];
    for (size_t i = 0; i < FEW_WORDS_FILES; i++) {
        unlink(few_words_path(i, path));
    }
    rmdir(few_words_folder);
}

static inline void
make_few_words(void)
{
    char path[PATH_MAX];
    tl_error error = {0};
    bool ok = mkdtemp(few_words_folder) != NULL;
    for (size_t i = 0; ok && i < FEW_WORDS_FILES; i++) {
        ok = tl_file_write_atomic(few_words_path(i, path), tl_str_from(few_words_files[i].text),
                                  NULL, &error);
    }
    if (!ok) {
        abort();
    }
    setenv("DICPATH", few_words_folder, 1);
    atexit(remove_few_words);
}

/* The dictionaries, loaded once; for one more user. */
static inline tl_dictionaries *
few_words(void)
{
    static tl_dictionaries *loaded;
    if (loaded == NULL) {
        make_few_words();
        loaded = tl_dictionaries_new();
    }
    return tl_dictionaries_share(loaded);
}

/* Makes a checker ask these instead of its own. */
static inline void
give_few_words(tl_dictionaries **dictionaries)
{
    tl_dictionaries_release(*dictionaries);
    *dictionaries = few_words();
}

#endif
