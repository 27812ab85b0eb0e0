/* SPDX-License-Identifier: MPL-2.0 */
/* A worker keeps what one thread needs from document to document: a scanner for each termbase, the
 * language that was asked for. How a document is checked is told by checking.c. */
#include "engine/checker.h"

#include "base/alloc.h"
#include "base/array.h"
#include "engine/give.h"
#include "readers/readers.h"
#include "text/language_tag.h"

#include <stdlib.h>

/* Long enough that what is done once for a passage takes no time beside it, and short enough that
 * threads end together. */
enum { PASSAGE_BYTES = 256 * 1024 };

termlint_worker *
termlint_worker_new(const termlint_checker *checker)
{
    termlint_worker *worker = tl_alloc_zero(1, sizeof *worker);
    worker->passage_bytes = PASSAGE_BYTES;
    termlint_worker_use(worker, checker);
    return worker;
}

termlint_worker *
tl_worker_like(const termlint_worker *worker)
{
    termlint_worker *like = termlint_worker_new(worker->checker);
    like->language = worker->language ? tl_alloc_string(worker->language) : NULL;
    like->counts_usage = worker->counts_usage;
    return like;
}

static void
free_own_threads(termlint_worker *worker)
{
    if (worker->own) {
        tl_threads_clear(worker->own);
        free(worker->own);
        worker->own = NULL;
    }
}

void
termlint_worker_free(termlint_worker *worker)
{
    if (worker == NULL) {
        return;
    }
    for (size_t i = 0; i < worker->scanner_count; i++) {
        tl_scanner_free(worker->scanners[i].scanner);
    }
    free(worker->scanners);
    free(worker->language);
    tl_fitted_forms_clear(&worker->fitted);
    free_own_threads(worker);
    free(worker);
}

static tl_scanner *
scanner_for(termlint_worker *worker, tl_terms *terms)
{
    for (size_t i = 0; i < worker->scanner_count; i++) {
        if (worker->scanners[i].terms == terms) {
            return worker->scanners[i].scanner;
        }
    }
    worker->scanners = tl_array_reserve(worker->scanners, &worker->scanner_capacity,
                                        worker->scanner_count + 1, sizeof *worker->scanners);
    tl_scanner *scanner = tl_scanner_new(tl_terms_index(terms));
    worker->scanners[worker->scanner_count++] =
        (struct tl_worker_scanner){.terms = terms, .scanner = scanner};
    return scanner;
}

/* True if some rule that is on reads near hits, which cost time to find. */
static bool
wants_typos(const termlint_checker *checker)
{
    size_t count;
    const tl_rule *const *rules = tl_rules(&count);
    for (size_t i = 0; i < count; i++) {
        if (rules[i]->seeks_typos && tl_rule_is_on(checker, rules[i], i)) {
            return true;
        }
    }
    return false;
}

void
termlint_worker_use(termlint_worker *worker, const termlint_checker *checker)
{
    if (worker->checker != checker) {
        tl_fitted_forms_clear(&worker->fitted);
    }
    worker->checker = checker;
    worker->scanner = scanner_for(worker, checker->terms);
    tl_scanner_seek_typos(worker->scanner, wants_typos(checker));
}

bool
termlint_worker_set_language(termlint_worker *worker, const char *language, char **error)
{
    if (language && !tl_language_is_known(language, error)) {
        return false;
    }
    free(worker->language);
    worker->language = language ? tl_give_text(tl_str_from(language)) : NULL;
    return true;
}

void
termlint_worker_count_usage(termlint_worker *worker, bool wanted)
{
    worker->counts_usage = wanted;
}

void
termlint_worker_set_threads(termlint_worker *worker, size_t count)
{
    free_own_threads(worker);
    if (count > 1) {
        worker->own = tl_alloc_zero(1, sizeof *worker->own);
        tl_threads_init(worker->own, count - 1);
    }
    worker->threads = worker->own;
}

void
termlint_worker_share_threads(termlint_worker *worker, struct tl_threads *threads)
{
    worker->threads = threads;
}

tl_str
tl_worker_language(const termlint_worker *worker)
{
    return worker->language ? tl_str_from(worker->language) : worker->checker->language;
}

bool
tl_worker_read(const termlint_worker *worker, tl_document *document, const tl_encoding **encoding,
               tl_error *error)
{
    const tl_encoding *asked = *encoding ? *encoding : worker->checker->encoding;
    document->wanted = worker->checker->pair;
    bool ok = tl_reader_run(tl_reader_for(document->source->name), document, asked, error);
    *encoding = document->source->encoding;
    return ok;
}
