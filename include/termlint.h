/* SPDX-License-Identifier: MPL-2.0 */
/* termlint: a bilingual glossary and terminology checker.
 *
 * A checker holds what a run is configured with: termbases, rules, language. It is set up once and
 * then read by any number of threads, each with a worker of its own. A worker checks one document
 * at a time: bytes in, report out. Reports are merged, finished and written in any format.
 *
 * All text is UTF-8. Strings returned as `const char *` are borrowed and live as long as the object
 * that was asked; those returned as `char *` belong to the caller, who frees them with free(). A
 * function that can fail returns false or NULL and, where it takes `char **error`, sets *error to a
 * message (to be freed); `error` may be NULL. */
#ifndef TERMLINT_H
#define TERMLINT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#pragma GCC visibility push(default) /* nothing else is exported */

/* "0.1.0" */
const char *termlint_version(void);

/* Severities, as exit status and counts want them. */
enum {
    TERMLINT_OFF,
    TERMLINT_SUGGESTION,
    TERMLINT_WARNING,
    TERMLINT_ERROR,
};

/* Bytes with their number; borrowed where they are given, to be freed where they are returned. */
typedef struct termlint_bytes {
    char *ptr;
    size_t length;
} termlint_bytes;

/* What could not be done, with its place: line and column from 1, 0 where none is known. */
typedef void (*termlint_problem_fn)(void *context, const char *path, uint32_t line, uint32_t column,
                                    const char *message);

/* What could not be asked or looked up, and is no reason to fail. */
typedef void (*termlint_note_fn)(void *context, const char *message);

/* -- checker ---------------------------------------------------------------------------------- */

typedef struct termlint_checker termlint_checker;

termlint_checker *termlint_checker_new(void);
void termlint_checker_free(termlint_checker *checker);

/* Loads termbases (of any format: TERMLINT_TERMBASE) with all that they include. Each
 * mistake is told to `problem`; false if there was one. Call once, before the first worker. */
bool termlint_checker_load(termlint_checker *checker, const char *const *paths, size_t count,
                           termlint_problem_fn problem, void *context);

/* The same, but concepts of one id in several termbases become one where they agree; where they do
 * not, both places are told and nothing is loaded. */
bool termlint_checker_load_merged(termlint_checker *checker, const char *const *paths, size_t count,
                                  termlint_problem_fn problem, void *context);

/* Whether a termbase has been loaded; without one, only the rules that need none run. */
bool termlint_checker_has_termbase(const termlint_checker *checker);

/* The number of concepts and forms that are loaded. */
size_t termlint_checker_concept_count(const termlint_checker *checker);
size_t termlint_checker_term_count(const termlint_checker *checker);

/* Sets a rule's severity: "error", "warning", "suggestion" or "off". */
bool termlint_checker_set_rule(termlint_checker *checker, const char *rule, const char *severity,
                               char **error);

/* Tells of dictionaries that documents checked so far would have needed and that are missing or
 * cannot be used: once each, in a fixed order. Checkers of one configuration share them. */
void termlint_checker_notes(const termlint_checker *checker, termlint_note_fn note, void *context);

/* -- configuration ----------------------------------------------------------------------------- */

/* The settings of a run: for each document those of the .termlint.yaml files in its folder and the
 * folders above, the nearest winning key by key, and over all of them those of the options. It
 * owns a checker for every combination of settings and reads each termbase once. Not for several
 * threads at once; the checkers it gives are. */
typedef struct termlint_config termlint_config;

/* Every mistake in a file is told to `problem`, once. Paths are seen from the current folder. */
termlint_config *termlint_config_new(termlint_problem_fn problem, void *context);
void termlint_config_free(termlint_config *config);

/* Takes what was made of large termbases, and what dictionaries said of words, from a folder, as
 * long as their files are the same, and keeps it there (made if need be, for the user alone) when
 * it is told to: at the end, since that takes a while. What cannot be taken or kept is made anew.
 */
void termlint_config_set_cache(termlint_config *config, const char *path);
void termlint_config_keep(termlint_config *config);

/* Takes one file for all documents, or none at all if `path` is NULL, instead of a search. */
void termlint_config_use(termlint_config *config, const char *path);

/* Settings where no file says otherwise, as the text of a configuration file (JSON will do); paths
 * in it are relative to `folder`. False, with its mistakes told, if it has any. */
bool termlint_config_add_settings(termlint_config *config, const char *folder, const char *text);

/* Sets what an option says: "--termbase" PATH and "--rule" NAME=SEVERITY, which may be repeated,
 * "--lang", "--encoding", "--fail-on", "--date", "--pair" SOURCE:TARGET and "--sides". Call before
 * the first of the questions below. */
bool termlint_config_set(termlint_config *config, const char *option, const char *value,
                         char **error);

/* The checker for a document, which need not exist; NULL for one in the current folder that has no
 * name. Borrowed; the same one for the same settings. NULL if its configuration or a termbase has
 * mistakes. */
const termlint_checker *termlint_config_checker(termlint_config *config, const char *path);

/* Whether some file that was read so far, or a termbase, has a mistake. */
bool termlint_config_has_mistakes(const termlint_config *config);

/* Whether `ignore:` leaves out a file or folder, or a folder that it is in. */
bool termlint_config_ignores(termlint_config *config, const char *path, bool is_folder);

/* -- rules and formats ------------------------------------------------------------------------ */

typedef struct termlint_rule {
    const char *id, *summary, *help, *bad, *good;
    const char *default_severity; /* in words where it depends on the term */
    int severity;                 /* as configured */
    bool needs_termbase;
} termlint_rule;

/* The rule number `index`, in order of precedence; false behind the last. */
bool termlint_checker_rule(const termlint_checker *checker, size_t index, termlint_rule *rule);

typedef struct termlint_format {
    const char *id, *summary;
    const char *extensions; /* of termbases: "yaml|yml" */
    bool writes;            /* of termbases: not only read */
    bool human;             /* for people: may be coloured */
    bool wants_usage;       /* see termlint_worker_count_usage() */
} termlint_format;

enum {
    TERMLINT_OUTPUT,   /* reports */
    TERMLINT_INPUT,    /* documents */
    TERMLINT_TERMBASE, /* all are read, most are written */
};

/* The format number `index` of a kind; false behind the last. */
bool termlint_format_at(int kind, size_t index, termlint_format *format);

/* Whether documents of this name are archives, which can hold tracked changes, and of which there
 * is no diff. */
bool termlint_is_archive(const char *name);

/* Whether some input format claims the extension of this file name. */
bool termlint_reads(const char *name);

/* -- checking --------------------------------------------------------------------------------- */

/* The working memory of one thread. The checker is not changed while it has workers. */
typedef struct termlint_worker termlint_worker;

termlint_worker *termlint_worker_new(const termlint_checker *checker);
void termlint_worker_free(termlint_worker *worker);

/* Goes on with another checker. */
void termlint_worker_use(termlint_worker *worker, const termlint_checker *checker);

/* The language of documents that do not say theirs, instead of the checker's; NULL: that again. */
bool termlint_worker_set_language(termlint_worker *worker, const char *language, char **error);

/* Whether the use of good forms is counted too, for formats that want it; at first it is not. */
void termlint_worker_count_usage(termlint_worker *worker, bool wanted);

/* How many threads may work on one document if it is long; at first one. */
void termlint_worker_set_threads(termlint_worker *worker, size_t count);

/* Findings of one document or of many, and the documents that could not be checked. */
typedef struct tl_report termlint_report;

termlint_report *termlint_report_new(void);
void termlint_report_free(termlint_report *report);

/* Checks `length` bytes, named `name`, whose extension tells the format. What is wrong with the
 * text is a finding, what makes it unreadable a problem of the report. Never NULL. */
termlint_report *termlint_check(termlint_worker *worker, const char *name, const char *bytes,
                                size_t length);

/* A document and the settings that hold for it. */
typedef struct termlint_document {
    const char *name, *bytes;
    size_t length;
    const termlint_checker *checker;
} termlint_document;

/* Checks two documents side by side, the second being the translation of the first: blocks that say
 * the same are found by their order and by what stands in both. The settings are those of the
 * target. Languages: as the pair that the checker was asked for, else as the names tell
 * ("notice.ru.md"), else as configured, else by script. */
termlint_report *termlint_check_pair(termlint_worker *worker, const termlint_document *source,
                                     const termlint_document *target);

/* Moves all that `from` holds into `into`; `from` stays to be freed. */
void termlint_report_merge(termlint_report *into, termlint_report *from);

/* The same, but `from`, which may not be finished, stays as it is. */
void termlint_report_add(termlint_report *into, const termlint_report *from);

/* Reads a document that was checked once more, by its name: its bytes, to be freed, and the checker
 * it was checked with; NULL if it cannot be read. */
typedef const termlint_checker *(*termlint_reread_fn)(void *context, const char *name,
                                                      termlint_bytes *bytes);

/* Adds what only all documents of a report together show (inconsistent-name), when all is merged
 * and before any filter. Few documents are read again, most often none. */
void termlint_report_conclude(termlint_report *report, termlint_worker *worker,
                              termlint_reread_fn reread, void *context);

/* The same for the report of a single document, whose bytes these are: what the worker has checked
 * last. */
void termlint_report_conclude_alone(termlint_report *report, termlint_worker *worker,
                                    termlint_bytes bytes);

/* A document that could not be read: counted, and told with the others. */
void termlint_report_add_problem(termlint_report *report, const char *path, const char *message);

/* Puts the findings in order and drops duplicates. Call once, when all is merged. */
void termlint_report_finish(termlint_report *report);

/* One finding. Strings are borrowed from the report; one that a finding has not is empty. */
typedef struct termlint_finding {
    const char *path, *rule, *message, *explanation, *concept, *language;
    char fingerprint[17]; /* 16 hex digits */
    int severity;
    uint32_t offset, length;                     /* bytes of the file */
    uint32_t line, column, end_line, end_column; /* from 1, in code points; the end is behind it */
    const char *suggestions[4];                  /* the best first */
    size_t suggestion_count;
    bool fixable; /* the first suggestion may be put in place unseen */
} termlint_finding;

/* The finding number `index` of a finished report, in its order; false behind the last. */
bool termlint_report_finding(const termlint_report *report, size_t index,
                             termlint_finding *finding);

/* A replacement of bytes. */
typedef struct termlint_edit {
    uint32_t offset, length; /* bytes of the file */
    const char *text;        /* what is put there, in UTF-8 */
} termlint_edit;

/* The edit number `number`, in order, of those that put the first suggestion of a finding in place;
 * false behind the last: there is none where that cannot be done. Markup within the text makes them
 * several. */
bool termlint_report_edit(const termlint_report *report, size_t index, size_t number,
                          termlint_edit *edit);

/* A finding as the text format shows it. */
char *termlint_report_show(const termlint_report *report, size_t index, bool color);

/* Findings of a severity; files that were checked. */
size_t termlint_report_count(const termlint_report *report, int severity);
size_t termlint_report_files(const termlint_report *report);

/* Whether some finding is at or above the severity that its document's --fail-on wants. */
bool termlint_report_fails(const termlint_report *report);

/* What a report holds beside its findings. Only a problem is a reason to fail. */
enum {
    TERMLINT_PROBLEMS,      /* documents that could not be checked */
    TERMLINT_UNKNOWN_RULES, /* suppressions of a rule that is none */
    TERMLINT_UNUSED,        /* suppressions of a rule that is on, and that suppress nothing */
    TERMLINT_UNWRITABLE,    /* findings with a replacement that their document cannot hold (a letter
                               that its encoding has not) */
};

/* How many there are of a kind; each is told to `problem` unless that is NULL. */
size_t termlint_report_tell(const termlint_report *report, int kind, termlint_problem_fn problem,
                            void *context);

typedef struct termlint_write_options {
    const char *format;  /* id of an output format */
    const char *columns; /* "codepoints" (NULL), "bytes" or "utf16" */
    bool color, quiet;
} termlint_write_options;

/* The report in a format: *length bytes, NUL-terminated. */
char *termlint_report_write(const termlint_report *report, const termlint_write_options *options,
                            size_t *length, char **error);

/* -- filters, to be applied before a report is finished --------------------------------------- */

/* Findings that are known. A baseline only ever shrinks: see termlint_baseline_write(). */
typedef struct termlint_baseline termlint_baseline;

/* Reads a baseline; `name` is for messages. NULL if it is none. */
termlint_baseline *termlint_baseline_read(const char *name, const char *bytes, size_t length,
                                          char **error);

/* A baseline of all findings of a report. */
termlint_baseline *termlint_baseline_of(const termlint_report *report);
void termlint_baseline_free(termlint_baseline *baseline);

/* Takes the known findings out of the report. */
void termlint_baseline_apply(termlint_baseline *baseline, termlint_report *report);

/* How many of the known places were not found by termlint_baseline_apply(). */
size_t termlint_baseline_stale(const termlint_baseline *baseline);

/* The baseline as a file; `only_found`: without what was not found. */
termlint_bytes termlint_baseline_write(const termlint_baseline *baseline, bool only_found);

/* The lines that a unified diff adds. */
typedef struct termlint_added_lines termlint_added_lines;

/* Reads a diff as git and diff -u write it; `name` is for messages. NULL if it is none. */
termlint_added_lines *termlint_added_lines_read(const char *name, const char *bytes, size_t length,
                                                char **error);
void termlint_added_lines_free(termlint_added_lines *lines);

/* Takes the findings on all other lines out of the report. */
void termlint_added_lines_apply(const termlint_added_lines *lines, termlint_report *report);

/* -- fixing ----------------------------------------------------------------------------------- */

/* Which replacements are made. All-zero: all that are safe. */
typedef struct termlint_fix_options {
    const char *const *rules; /* only of these rules; none: of all */
    size_t rule_count;

    /* Asked of each finding whose first suggestion can be put in place, safe or not, in order; only
     * what it agrees to is made. NULL: nobody is asked. */
    bool (*ask)(void *context, const termlint_report *report, size_t index);
    void *context;

    /* The date (yyyy-mm-ddThh:mm:ssZ) of changes that are tracked in the document, for an editor to
     * accept or reject, in formats that have such; an error in others. NULL: they are made. */
    const char *tracked;
} termlint_fix_options;

typedef struct termlint_fixed {
    termlint_bytes text;   /* as it is now; ptr is NULL if there was nothing to replace */
    size_t applied;        /* the number of replacements */
    termlint_report *left; /* finished: what remains, or why the document cannot be read */
} termlint_fixed;

/* Makes the safe replacements in a document, until none is left; one that would have to be replaced
 * again without end (a form whose `use` is to be replaced by it) is not made. Bytes outside the
 * replacements are the same, and fixing the result changes nothing. `options` may be NULL. */
termlint_fixed termlint_fix(termlint_worker *worker, const char *name, termlint_bytes text,
                            const termlint_fix_options *options);
void termlint_fixed_clear(termlint_fixed *fixed);

/* A unified diff from one text to the other, as `git apply` takes it, NUL-terminated; empty if they
 * are equal. */
termlint_bytes termlint_diff(const char *name, termlint_bytes before, termlint_bytes after);

/* -- names ------------------------------------------------------------------------------------ */

typedef struct termlint_scheme {
    const char *id, *title, *language;
    unsigned year;
} termlint_scheme;

/* The romanization scheme number `index`, in order of id; false behind the last. */
bool termlint_scheme_at(size_t index, termlint_scheme *scheme);

/* The romanization of a Cyrillic text; letters that the scheme does not know stay. `scheme` NULL is
 * that of BGN/PCGN for the language that the letters of the text tell. NULL if there is no such
 * scheme. */
char *termlint_romanize(const char *scheme, const char *cyrillic, char **error);

/* The Cyrillic letters of the text that the scheme does not know, each once: "ў, қ"; to be freed.
 */
char *termlint_scheme_unknown(const char *scheme, const char *cyrillic);

/* Whether a Latin spelling is one of a Cyrillic name. */
typedef struct termlint_identity {
    const char *verdict; /* "same", "likely", "possible" or "different"; static */
    uint32_t cost;       /* hundredths of a letter; not meaningful for "different" */
    char *schemes;       /* ids that write so, comma-separated, or "-" */
    char *explanation;   /* the telling letters, in words; may be empty */
} termlint_identity;

termlint_identity termlint_identify(const char *cyrillic, const char *latin);
void termlint_identity_clear(termlint_identity *identity);

/* The forms of a Russian name: six lines "CASE<TAB>FORM[|FORM]…" for nom, gen, dat, acc, ins, loc.
 * `gender` is 'm', 'f', or 0: both where the name leaves it open. */
char *termlint_decline(const char *name, char gender);

#pragma GCC visibility pop

#ifdef __cplusplus
}
#endif

#endif
