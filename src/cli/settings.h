/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_CLI_SETTINGS_H
#define TL_CLI_SETTINGS_H

#include "cli/options.h"
#include "termlint.h"

/* The options that configure a checker and name its inputs; check and fix share them. */
typedef struct tl_settings {
    tl_string_list termbases, rules;
    const char *language, *encoding, *date;
    const char *fail_on;
    const char *pair, *sides, *source, *target;
    const char *config; /* the configuration file for all documents */
    bool no_config, no_cache;
    bool takes_cache; /* the command has the option --no-cache */
    const char *stdin_path;
    const char *files_from;
    const char *shard; /* "K/N" */
    bool nul_separated, force_exclude, quiet;
    bool wants_no_termbase; /* it is nothing to be told of that there is none */
    const char *progress;
    unsigned jobs; /* 0: as many as there are processors */
} tl_settings;

/* The row of --shard, for the table of a command. */
#define TL_SHARD_OPTION(s) \
    TL_STRING("shard", "K/N", "only the K-th of N parts, by a hash of the path", &(s)->shard)

/* The rows of --config and --no-config, for the table of a command that takes no documents. */
#define TL_CONFIG_OPTIONS(s)                                                                    \
    TL_STRING("config", "FILE",                                                                 \
              "configuration for all documents, instead of the .termlint.yaml files near them", \
              &(s)->config),                                                                    \
        TL_FLAG("no-config", "read no configuration file", &(s)->no_config)

/* The rows of what configures a checker, for the table of a command. */
#define TL_CHECKER_OPTIONS(s)                                                                     \
    TL_LIST("termbase", "FILE", "a termbase: YAML, TBX, UTX, CSV …; may be repeated",             \
            &(s)->termbases),                                                                     \
        TL_LIST("rule", "NAME=SEVERITY",                                                          \
                "severity of a rule: error, warning, suggestion, off; may be repeated",           \
                &(s)->rules),                                                                     \
        TL_STRING("lang", "LANGUAGE",                                                             \
                  "language of the documents (BCP 47); else their script tells", &(s)->language), \
        TL_STRING("encoding", "NAME",                                                             \
                  "encoding of documents without a byte order mark; else told by each",           \
                  &(s)->encoding),                                                                \
        TL_STRING("date", "YYYY-MM-DD", "date of the documents (default: told by each)",          \
                  &(s)->date),                                                                    \
        TL_STRING("pair", "SOURCE:TARGET",                                                        \
                  "languages of bilingual files that have more, and of files side by side",       \
                  &(s)->pair),                                                                    \
        TL_CHOICE("sides", "SIDES",                                                               \
                  "on which sides of bilingual documents to tell findings; default: both",        \
                  "source|target|both", &(s)->sides),                                             \
        TL_CHOICE("fail-on", "SEVERITY", "findings that make the exit status 1",                  \
                  "error|warning|suggestion|never", &(s)->fail_on),                               \
        TL_CONFIG_OPTIONS(s)

/* The rows of all options above. */
#define TL_SETTINGS_OPTIONS(s)                                                                   \
    TL_CHECKER_OPTIONS(s),                                                                       \
        TL_STRING("stdin-path", "NAME", "name and format of standard input", &(s)->stdin_path),  \
        TL_STRING("files-from", "FILE", "paths to check, a line each; - for standard input",     \
                  &(s)->files_from),                                                             \
        TL_FLAG("0", "the paths of --files-from end with a NUL byte", &(s)->nul_separated),      \
        TL_FLAG("force-exclude",                                                                 \
                "leave out what .gitignore or ignore: excludes even if it is named",             \
                &(s)->force_exclude),                                                            \
        TL_FLAG("no-cache", "take nothing from earlier runs, and keep nothing", &(s)->no_cache), \
        TL_NUMBER("jobs", "N", "threads; default: one for each processor", &(s)->jobs),          \
        TL_CHOICE("progress", "WHEN", "how far it is, on standard error; default: auto",         \
                  "auto|always|never", &(s)->progress),                                          \
        TL_FLAG("quiet", "no summary", &(s)->quiet)

void tl_settings_clear(tl_settings *settings);

/* The configuration with these options above all files; NULL after a message on standard error. */
termlint_config *tl_settings_config(const tl_settings *settings);

/* The same, but mistakes in files are told to `problem`. */
termlint_config *tl_settings_config_telling(const tl_settings *settings,
                                            termlint_problem_fn problem, void *context);

/* Keeps in the cache what is worth it of a configuration with which the process ends, and frees the
 * configuration, but only where somebody looks for leaks:
 * what Hunspell has allocated word by word takes longer to free than a document to check. */
void tl_settings_leave(termlint_config *config);

#endif
