/* SPDX-License-Identifier: MPL-2.0 */
/* inconsistent-name, the part that needs all documents: what corpus/ makes of the words of the run
 * and of the places where suspects stand. The order of documents is that of the report, so nothing
 * here depends on threads. */
#include "base/buf.h"
#include "corpus/variants.h"
#include "engine/reread.h"

#include <stdlib.h>

typedef struct conclusion {
    termlint_worker *worker;
    tl_report *report;
    tl_suspects suspects;
    tl_sightings sightings;
} conclusion;

static void
read_again(conclusion *c, size_t document, termlint_reread_fn reread, void *context)
{
    const char *name = c->report->tally.documents[document].name;
    termlint_bytes bytes = {NULL, 0};
    tl_error error = {0};
    tl_source source;
    const termlint_checker *checker = reread(context, name, &bytes);
    if (checker == NULL) {
        return;
    }
    termlint_worker_use(c->worker, checker);
    if (tl_source_init(&source, tl_str_from(name), (tl_str){bytes.ptr, bytes.length}, &error)) {
        const tl_reread request = {.suspects = &c->suspects,
                                   .tally = &c->report->tally,
                                   .document = document,
                                   .source = &source};
        tl_document_reread(&request, c->worker, &c->sightings);
        tl_source_clear(&source);
    }
    tl_error_clear(&error);
    free(bytes.ptr);
}

static void
read_documents(conclusion *c, termlint_reread_fn reread, void *context)
{
    const tl_tally *tally = &c->report->tally;
    for (size_t i = 0; i < tally->count; i++) {
        if (tl_suspects_in(&c->suspects, tally, i)) {
            read_again(c, i, reread, context);
        }
    }
}

static void
judge_and_report(conclusion *c, const tl_judges *judges)
{
    tl_arena arena = {0};
    const tl_groups groups = tl_groups_find(&c->suspects, &c->sightings, judges, &arena);
    tl_variants_report(&groups, c->report);
    tl_arena_clear(&arena);
}

void
termlint_report_conclude(termlint_report *report, termlint_worker *worker,
                         termlint_reread_fn reread, void *context)
{
    conclusion c = {.worker = worker, .report = report};
    const termlint_checker *checker = worker->checker;
    const tl_judges judges = {.cluster = tl_cluster_new(),
                              .speller = tl_dictionaries_speller(checker->dictionaries),
                              .house = tl_terms_index(checker->terms)->house};
    tl_suspects_find(&c.suspects, &report->tally, judges.cluster, &judges.speller);
    if (c.suspects.pair_count) {
        read_documents(&c, reread, context);
        termlint_worker_use(worker, checker);
        judge_and_report(&c, &judges);
    }
    tl_cluster_free(judges.cluster);
    tl_sightings_clear(&c.sightings);
    tl_suspects_clear(&c.suspects);
}

/* The one document of a run. */
typedef struct alone {
    const termlint_checker *checker;
    termlint_bytes bytes; /* borrowed */
} alone;

static const termlint_checker *
reread_alone(void *context, const char *name, termlint_bytes *bytes)
{
    const alone *document = context;
    tl_buf copy = {0};
    (void)name;
    tl_buf_add(&copy, (tl_str){document->bytes.ptr, document->bytes.length});
    *bytes = (termlint_bytes){copy.ptr, copy.len};
    return document->checker;
}

void
termlint_report_conclude_alone(termlint_report *report, termlint_worker *worker,
                               termlint_bytes bytes)
{
    alone document = {.checker = worker->checker, .bytes = bytes};
    termlint_report_conclude(report, worker, reread_alone, &document);
}
