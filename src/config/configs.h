/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_CONFIG_CONFIGS_H
#define TL_CONFIG_CONFIGS_H

#include "base/map.h"
#include "config/config.h"

/* Internal to config/: all that is known of the files and the options of a run. */

/* What holds for the documents of a folder. */
typedef struct tl_config_folder {
    const tl_config *nearest; /* NULL: no file on the way up */
    bool is_broken;           /* it or one outside it has mistakes */
} tl_config_folder;

struct termlint_config {
    termlint_problem_fn problem;
    void *context;
    tl_unsaved unsaved;
    const char *cache; /* the folder of it; NULL: none */
    tl_arena arena;
    tl_arena scratch; /* during one question */
    tl_str current;   /* absolute path of the current folder; empty: it cannot be told */
    tl_config options;
    tl_date date;
    tl_language_pair pair;
    tl_side side;
    bool has_mistakes;
    const tl_config *settings; /* outside of all files, or NULL */
    bool is_chosen;            /* no search: `chosen` is what holds for all documents */
    tl_config_folder chosen;
    tl_map folders;                /* absolute path → tl_config_folder */
    tl_map checkers;               /* bytes of a profile → made_checker */
    tl_map terms;                  /* root, romanization and paths, a line each → made_terms */
    tl_dictionaries *dictionaries; /* of all checkers */
};

/* Tells the problems, which are cleared. */
void tl_configs_tell(termlint_config *config, tl_problem_list *problems);

/* The path from "/" on, by its letters alone; NULL: that of a document without a name. It lasts
 * until the next question. */
tl_str tl_configs_absolute(termlint_config *config, const char *path);

/* Reads the file with that absolute path, shown as `shown`, into *found. */
tl_config *tl_configs_read(termlint_config *config, tl_str path, tl_str shown,
                           tl_config_folder *found);

/* What holds for the document with that absolute path. */
const tl_config_folder *tl_configs_find(termlint_config *config, tl_str path);

/* The checker for the settings of a document whose nearest file is `nearest` (or NULL); NULL if its
 * termbases have mistakes. The same one for the same settings. */
const termlint_checker *tl_configs_checker(termlint_config *config, const tl_profile *profile,
                                           const tl_config *nearest);

/* Keeps what was made of the termbases for later runs. */
void tl_configs_keep_indexes(const termlint_config *config);

void tl_configs_clear_checkers(termlint_config *config);

#endif
