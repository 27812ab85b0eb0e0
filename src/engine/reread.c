/* SPDX-License-Identifier: MPL-2.0 */
/* Reads a document that has suspects once more, and goes to the places that its tally has of them:
 * those of a name that the termbase has are left to the rules that know better. Knows where a place
 * stands in the file and what the text suppresses there; what it tells is for corpus/ to say. */
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

/* A document may have changed since its words were counted. */
static bool
is_still_there(const tl_reread *request, const tl_scan *scan, uint32_t at, uint32_t suspect)
{
    return at < scan->words.count &&
           tl_suspects_at(request->suspects, scan->words.items[at].hash) == (int64_t)suspect;
}

/* Goes from place to place; the segments between them are not looked at. */
static void
see_places(const tl_reread *request, termlint_worker *worker, reading *r, tl_sightings *sightings)
{
    const tl_suspects *suspects = request->suspects;
    const uint32_t *ids = suspects->ids + suspects->id_begin[request->document];
    tl_onlooker onlooker = {
        .given = tl_scanner_given(worker->scanner), .draft = draft_place, .context = r};
    tl_tally_walk walk = {0};
    sightings->text.segment = NULL; /* its memory may hold a segment of this document by now */
    while (tl_tally_next_place(&request->tally->documents[request->document], &walk)) {
        uint32_t suspect = ids[walk.place.word], number = walk.place.segment;
        if (!suspects->items[suspect].is_paired || number >= r->document->count) {
            continue;
        }
        const tl_segment *segment = &r->document->segments[number];
        if (onlooker.scan == NULL || onlooker.scan->segment != segment) {
            onlooker.scan = tl_scanner_read(worker->scanner, segment, tl_worker_language(worker));
        }
        if (is_still_there(request, onlooker.scan, walk.place.at, suspect)) {
            tl_sightings_add(sightings, &onlooker, walk.place.at, suspect);
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
        see_places(request, worker, &r, sightings);
    }
    tl_suppressions_clear(&r.suppressions);
    tl_problem_list_clear(&told_before);
    tl_error_clear(&unreadable);
    tl_document_clear(&document);
}
