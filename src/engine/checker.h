/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_ENGINE_CHECKER_H
#define TL_ENGINE_CHECKER_H

#include "base/threads.h"
#include "engine/cache.h"
#include "engine/dictionaries.h"
#include "report/report.h"
#include "rules/fitted_form.h"
#include "rules/rules.h"
#include "scan/scan.h"
#include "termlint_tools.h"

#include <pthread.h>

/* Inside the engine: what the public handles hold. */

/* What an editor holds in stead of files; all-zero: nothing. */
typedef struct tl_unsaved {
    termlint_unsaved_fn text;
    void *context;
} tl_unsaved;

/* Termbases with their index: read once, and shared by all checkers that differ in settings only.
 */
typedef struct tl_terms {
    tl_arena arena;
    tl_termbase termbase; /* empty if none was loaded */
    tl_unsaved unsaved;   /* asked before a file is read */
    tl_str root;          /* no file outside of it is read (confine.h); empty: any may be */
    pthread_mutex_t lock; /* of the index */
    tl_index *index;      /* NULL until it is asked for */
    tl_cache cache;       /* where they may be kept, and taken from */
    bool is_loaded;
    unsigned users; /* checkers that hold them */
} tl_terms;

tl_terms *tl_terms_new(void);

/* The index, which is made when it is first asked for: whoever only lists or converts a termbase
 * needs none. For several threads at once. */
const tl_index *tl_terms_index(tl_terms *terms);

/* Lets go of them; the last user frees them. */
void tl_terms_release(tl_terms *terms);

/* Loads files into new terms; `romanization` (may be empty) is the house scheme where they name
 * none. False, and none is loaded, if there was a mistake; each is told. */
bool tl_terms_load(tl_terms *terms, const tl_str *paths, size_t count, tl_str romanization,
                   tl_problem_list *problems);

/* The same for termbases that may have concepts of one id (tl_termbase_load_merged()). */
bool tl_terms_load_merged(tl_terms *terms, const tl_str *paths, size_t count,
                          tl_problem_list *problems);

struct termlint_checker {
    tl_arena arena;
    tl_terms *terms;
    tl_str language;             /* of documents that do not say; empty: told by the script */
    tl_language_pair pair;       /* asked for with --pair, or empty */
    tl_side side;                /* the only one on which findings are told; TL_SIDE_NONE: both */
    tl_date date;                /* asked for; 0: told by each document */
    tl_date today;               /* when the checker was made, UTC */
    const tl_encoding *encoding; /* of documents; NULL: told by each */
    unsigned fail_on;            /* findings of this severity or above make a run fail */
    tl_severity severities[TL_MAX_RULES]; /* by number of the rule */
    bool severity_is_set[TL_MAX_RULES];   /* by the user, so that it outweighs the term's own */
    tl_dictionaries *dictionaries; /* has a lock of its own: loaded while documents are checked */
};

struct termlint_worker {
    const termlint_checker *checker;
    tl_fitted_forms fitted; /* with the checker's dictionaries */
    char *language;         /* owned; NULL: the checker's */
    bool counts_usage;
    tl_threads *threads;  /* that may help with a long document; borrowed, or NULL */
    tl_threads *own;      /* owned, or NULL */
    size_t passage_bytes; /* of the passages that a long document is checked in */
    tl_scanner *scanner;  /* of the checker's terms */
    struct tl_worker_scanner {
        const tl_terms *terms;
        tl_scanner *scanner;
    } * scanners; /* owned array: one for all terms that the worker has met */
    size_t scanner_count, scanner_capacity;
};

/* A worker for another thread that helps this one: with the same settings, and no threads. */
termlint_worker *tl_worker_like(const termlint_worker *worker);

/* As termlint_check(). *encoding is that which the document is known to have; if it is NULL, it is
 * set to the one that the document turns out to have. */
tl_report *tl_worker_check(termlint_worker *worker, const char *name, tl_str bytes,
                           const tl_encoding **encoding);

/* Reads a document whose source is set, as the worker's checker has it. *encoding as above. */
bool tl_worker_read(const termlint_worker *worker, tl_document *document,
                    const tl_encoding **encoding, tl_error *error);

/* Whether texts in a language (BCP 47) can be checked; an error says why not. */
bool tl_language_is_known(const char *language, char **error);

/* The language of documents that do not say theirs; empty: told by their script. */
tl_str tl_worker_language(const termlint_worker *worker);

/* True if the rule of that number runs. */
bool tl_rule_is_on(const termlint_checker *checker, const tl_rule *rule, size_t number);

/* The severity of a finding of rule number `rule` under the checker's configuration. */
tl_severity tl_checker_severity(const termlint_checker *checker, size_t rule, tl_level level);

/* Chooses among the findings of one document: in order, none overlapping another but those about a
 * whole segment; the longest at a
 * place, then the rule that comes first. A mixed-script finding that a longer one covers gives it
 * its rule. Returns how many are left at the front of `findings`. */
size_t tl_findings_choose(tl_finding *findings, size_t count);

#endif
