/* SPDX-License-Identifier: MPL-2.0 */
/* Reads a document that has suspects once more, the segments of the suspects only. Knows where a
 * place stands in the file and what the text suppresses there; what a place tells is for corpus/ to
 * say. */
#include "engine/reread.h"

#include "engine/place.h"
#include "engine/suppress.h"
#include "readers/readers.h"

extern const tl_rule tl_rule_inconsistent_name;

/* One document on its way. */
typedef struct reading {
    const termlint_checker *checker;
    tl_document *document;
    tl_suppression_list suppressions;
} reading;

/* A letter stands in for the replacement that is not known yet: whether a word can be put there,
 * and where, is known only now. */
static bool
draft_place(void *context, const tl_scan *scan, uint32_t word, tl_report *drafts)
{
    reading *r = context;
    tl_finding finding = {.rule = &tl_rule_inconsistent_name,
                          .segment = scan->segment,
                          .language = scan->language,
                          .range = scan->words.items[word].range};
    tl_finding_suggest(&finding, TL_STR("x"));
    tl_diag diag = tl_diag_of(&finding, r->document, &r->document->arena);
    diag.severity = tl_checker_severity(r->checker, tl_rule_number(finding.rule), TL_LEVEL_DEFAULT);
    diag.fails = diag.severity >= r->checker->fail_on;
    tl_str text = scan->segment->text;
    tl_str behind = tl_str_slice(text, finding.range.end, text.len);
    tl_report_add(drafts, &diag);
    return diag.severity == TL_SEVERITY_OFF ||
           tl_suppressions_cover(&r->suppressions, &diag, behind);
}

/* Which segments have a suspect: most have none, and are not scanned. */
static const bool *
find_segments(const tl_reread *request, tl_document *document)
{
    const tl_suspects *suspects = request->suspects;
    const uint32_t *ids = suspects->ids + suspects->id_begin[request->document];
    bool *found = tl_arena_alloc(&document->arena, document->count, sizeof *found);
    tl_tally_place_at place = {0};
    while (tl_tally_next_place(&request->tally->documents[request->document], &place)) {
        if (place.segment < document->count && suspects->items[ids[place.word]].is_paired) {
            found[place.segment] = true;
        }
    }
    return found;
}

static void
read_segments(const tl_reread *request, termlint_worker *worker, reading *r,
              tl_sightings *sightings)
{
    const tl_onlooker onlooker = {
        .given = tl_scanner_given(worker->scanner), .draft = draft_place, .context = r};
    const bool *has_suspect = find_segments(request, r->document);
    for (size_t i = 0; i < r->document->count; i++) {
        if (has_suspect[i]) {
            const tl_scan *scan = tl_scanner_run(worker->scanner, &r->document->segments[i],
                                                 tl_worker_language(worker));
            tl_sightings_add(sightings, request->suspects, scan, &onlooker);
        }
    }
}

void
tl_document_reread(const tl_reread *request, termlint_worker *worker, tl_sightings *sightings)
{
    const tl_encoding *encoding = NULL;
    tl_problem_list told_before = {0};
    tl_error unreadable = {0};
    tl_document document;
    reading r = {.checker = worker->checker, .document = &document};
    tl_document_init(&document, request->source);
    if (tl_worker_read(worker, &document, &encoding, &unreadable)) {
        if (tl_reader_for(request->source->name)->rewrite == NULL) {
            tl_suppressions_read(&r.suppressions, &document, &told_before);
        }
        read_segments(request, worker, &r, sightings);
    }
    tl_suppressions_clear(&r.suppressions);
    tl_problem_list_clear(&told_before);
    tl_error_clear(&unreadable);
    tl_document_clear(&document);
}
