/* SPDX-License-Identifier: MPL-2.0 */
/* What the program and the language server ask of the library beyond termlint.h: tools over a
 * termbase, discovery, what editors need. Not installed and not exported: it changes with them. The
 * conventions are those of termlint.h. */
#ifndef TERMLINT_TOOLS_H
#define TERMLINT_TOOLS_H

#include "termlint.h"

/* -- configuration ----------------------------------------------------------------------------- */

/* The text of a file that an editor holds and has not saved, borrowed until the next call; false if
 * there is none. Told to a configuration before anything else, it is asked before each file is
 * read, be it a configuration or a termbase. */
typedef bool (*termlint_unsaved_fn)(void *context, const char *path, termlint_bytes *text);
void termlint_config_set_unsaved(termlint_config *config, termlint_unsaved_fn unsaved,
                                 void *context);

/* Uses the dictionaries that another configuration has loaded, which takes long. */
void termlint_config_share(termlint_config *config, const termlint_config *other);

/* The settings of a document as a configuration file, with comments that say who set each; NULL if
 * its configuration has mistakes. */
char *termlint_config_print(termlint_config *config, const char *path);

/* The rule whose id is nearest to a mistyped one, or NULL. */
const char *termlint_nearest_rule(const char *id);

/* -- reports ----------------------------------------------------------------------------------- */

/* Takes some bytes, borrowed for the call; false: no more, please. */
typedef bool (*termlint_take_fn)(void *context, const char *bytes, size_t length);

/* A report in a format, as termlint_report_write() gives it, handed to `take` piece by piece; false
 * after an error or once `take` wants no more, which is no *error. */
bool termlint_report_write_pieces(const termlint_report *report,
                                  const termlint_write_options *options, termlint_take_fn take,
                                  void *context, char **error);

/* -- checking ---------------------------------------------------------------------------------- */

/* Threads (base/threads.h; borrowed) that may help the worker with a long document, shared with
 * others. */
struct tl_threads;
void termlint_worker_share_threads(termlint_worker *worker, struct tl_threads *threads);

/* -- the termbase itself ----------------------------------------------------------------------- */

/* The path of the termbase file number `index`, those that are included too, as it was opened; NULL
 * behind the last. */
const char *termlint_termbase_file(const termlint_checker *checker, size_t index);

/* Whether a file that begins with these bytes (4096 are enough) is surely a termbase, which no
 * document begins with. */
bool termlint_is_termbase(const char *beginning, size_t length);

/* The termbase in a format. *dropped, to be freed, says what that format cannot hold, with counts;
 * NULL if it holds all. */
char *termlint_termbase_write(const termlint_checker *checker, const char *format, char **dropped,
                              char **error);

/* What the files of the termbase say that a termbase cannot hold, with counts; NULL for nothing. */
char *termlint_termbase_lost(const termlint_checker *checker);

/* Tells what is odd in the termbase although it can be loaded; returns how many things. */
size_t termlint_termbase_warnings(const termlint_checker *checker, termlint_problem_fn problem,
                                  void *context);

/* Runs the examples of all concepts, each as a document; tells those that do not give what they
 * should. Returns how many those are; *run is how many there are. */
size_t termlint_termbase_examples(const termlint_checker *checker, size_t *run,
                                  termlint_problem_fn problem, void *context);

/* The concepts that stand in `words`, in any form, inflection or spelling, in full; NULL if there
 * is none. */
char *termlint_termbase_find(const termlint_checker *checker, const char *words);

typedef struct termlint_list_options {
    const char *type, *status, *language; /* NULL: any; with a term of that status in it */
    const char *format;                   /* "text", "tsv" or "json" */
} termlint_list_options;

/* The concepts, one a line or an element: id, type, preferred forms. */
char *termlint_termbase_list(const termlint_checker *checker, const termlint_list_options *options,
                             char **error);

/* How many concepts and terms there are of each kind, and what is incomplete. */
char *termlint_termbase_stats(const termlint_checker *checker);

/* What the termbase and the romanizations say of a word: which form of which concept it is, whose
 * name it spells and why it would be flagged or not, and the nearest forms if it is none. */
char *termlint_explain_word(const termlint_checker *checker, const char *word);

/* -- for editors ------------------------------------------------------------------------------- */

/* A place where a document has a form of some concept, good or bad; strings last for the call. */
typedef struct termlint_occurrence {
    const char *concept, *term; /* the form of the termbase that it is */
    uint32_t offset, length;    /* bytes of the file */
    bool is_verbatim;           /* the text is that form, letter by letter */
} termlint_occurrence;

typedef void (*termlint_occurrence_fn)(void *context, const termlint_occurrence *occurrence);

/* Tells all occurrences in a document, in order; false if it cannot be read. */
bool termlint_occurrences(termlint_worker *worker, const char *name, termlint_bytes text,
                          termlint_occurrence_fn tell, void *context);

/* All that the termbase says of a concept, in lines for people; NULL if it has none of that id. */
char *termlint_concept_card(const termlint_checker *checker, const char *concept);

typedef struct termlint_place {
    const char *path;
    uint32_t line, column; /* from 1, in code points */
} termlint_place;

/* Where a concept (`term` NULL), or that form of it, stands in the termbase; false: nowhere. */
bool termlint_concept_place(const termlint_checker *checker, const char *concept, const char *term,
                            termlint_place *place);

/* A change of a termbase or a configuration in YAML, by one replacement that leaves comments and
 * layout as they are; `text` is to be freed. Whether the outcome has mistakes, reading it tells. */
typedef struct termlint_yaml_change {
    uint32_t offset, length; /* bytes of the file */
    char *text;
} termlint_yaml_change;

typedef struct termlint_new_form {
    const char *concept;
    const char *language; /* NULL: `key` is one of the concept itself */
    const char *key;      /* "admitted", "deprecated" …, "distinct" */
    const char *text;
} termlint_new_form;

typedef struct termlint_new_concept {
    const char *type;            /* NULL: a term */
    const char *language, *text; /* its preferred form */
} termlint_new_concept;

/* Each fills *change; false if it cannot be said by such a change. */
bool termlint_yaml_add_form(termlint_bytes yaml, const termlint_new_form *form,
                            termlint_yaml_change *change);
bool termlint_yaml_add_concept(const termlint_checker *checker, termlint_bytes yaml,
                               const termlint_new_concept *concept, termlint_yaml_change *change);
bool termlint_yaml_set_rule(termlint_bytes yaml, const char *rule, const char *severity,
                            termlint_yaml_change *change);

/* How a comment is written in which a suppression may stand: what it begins and ends with. */
typedef struct termlint_comment {
    const char *open, *close; /* may be empty */
    bool before_block;        /* only before a block of lines, never within one */
} termlint_comment;

/* The same for documents of that name; false if their format has no comments. */
bool termlint_comment_of(const char *name, termlint_comment *comment);

/* A good form that begins as what is typed, in either script, or that has a word which does. */
typedef struct termlint_completion {
    const char *text, *concept, *type;
    size_t replaces; /* bytes before the cursor that it stands for */
} termlint_completion;

typedef void (*termlint_completion_fn)(void *context, const termlint_completion *completion);

typedef struct termlint_completing {
    const char *before;   /* the text before the cursor, or the last lines of it */
    const char *language; /* NULL: that of the text */
    size_t limit;
} termlint_completing;

/* Tells what the last words before the cursor may become, the likeliest first. */
void termlint_complete(const termlint_checker *checker, const termlint_completing *completing,
                       termlint_completion_fn tell, void *context);

/* Tells what may be typed at the end of a text that is the beginning of a termbase, or of a
 * configuration: keys of the mapping at hand, or values of the key at hand. The text need not be
 * well formed; NULL for the checker: ids are not known. */
void termlint_complete_yaml(const termlint_checker *checker, const char *before, bool is_config,
                            termlint_completion_fn tell, void *context);

/* -- discovery --------------------------------------------------------------------------------- */

/* What a corpus has that a termbase could hold. It is made of counts that add up, so that parts of
 * a corpus may be counted apart. */
typedef struct termlint_discovery termlint_discovery;

termlint_discovery *termlint_discovery_new(void);
void termlint_discovery_free(termlint_discovery *discovery);

/* Counts what stands in a document. */
bool termlint_discovery_add(termlint_discovery *discovery, const termlint_worker *worker,
                            const char *name, termlint_bytes bytes, char **error);

/* Adds the counts of another one; those that were written as "counts". */
void termlint_discovery_merge(termlint_discovery *into, const termlint_discovery *from);
bool termlint_discovery_read(termlint_discovery *discovery, const char *name, const char *bytes,
                             size_t length, char **error);

/* The candidates as "text", "json", "yaml" (a termbase) or "html", without what the termbase of
 * `known` has; or the "counts". NUL-terminated. */
termlint_bytes termlint_discovery_write(const termlint_discovery *discovery,
                                        const termlint_checker *known, const char *format,
                                        char **error);

/* -- lists of names ---------------------------------------------------------------------------- */

/* A list of Cyrillic names to be found by any of their Latin spellings. */
typedef struct termlint_names termlint_names;

termlint_names *termlint_names_new(void);
void termlint_names_free(termlint_names *names);
void termlint_names_add(termlint_names *names, const char *cyrillic);

/* Makes the list ready; nothing is added afterwards. */
void termlint_names_build(termlint_names *names);

/* The names of which `latin` is the cheapest spelling, comma-separated in order of the list, or
 * "-"; *verdict and *cost as above. */
char *termlint_names_find(const termlint_names *names, const char *latin, const char **verdict,
                          uint32_t *cost);

#endif
