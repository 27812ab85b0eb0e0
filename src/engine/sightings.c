/* SPDX-License-Identifier: MPL-2.0 */
/* Reads the documents that have suspects once more, the segments of the suspects only, and keeps of
 * each place what the judgement needs. A place of a name that the termbase has, or of a form that
 * it lists, is left to the rules that know better. */
#include "engine/sightings.h"

#include "base/array.h"
#include "base/hash.h"
#include "engine/place.h"
#include "engine/suppress.h"
#include "readers/readers.h"
#include "scan/company.h"
#include "text/compare.h"
#include "text/key.h"

#include <stdlib.h>

extern const tl_rule tl_rule_inconsistent_name;

/* One document on its way. */
typedef struct reading {
    tl_sightings *sightings;
    const tl_suspects *suspects;
    termlint_worker *worker;
    tl_document *document;
    tl_suppression_list suppressions;
    uint64_t paragraph; /* hash of that segment */
} reading;

void
tl_sightings_clear(tl_sightings *sightings)
{
    tl_arena_clear(&sightings->arena);
    tl_report_clear(&sightings->drafts);
    free(sightings->items);
    *sightings = (tl_sightings){0};
}

static tl_str
key_at(tl_arena *arena, const tl_scan *scan, int32_t word)
{
    tl_key key;
    return word < 0 ? TL_STR("")
                    : tl_arena_copy(arena, tl_key_of(tl_scan_text(scan, (uint32_t)word, 1), &key));
}

/* Keeps the place; returns its number among the drafts. A letter stands in for the replacement that
 * is not known yet: whether a word can be put there, and where, is known only now. */
static uint32_t
draft_place(reading *r, const tl_scan *scan, uint32_t word, bool *is_silenced)
{
    const termlint_checker *checker = r->worker->checker;
    tl_finding finding = {.rule = &tl_rule_inconsistent_name,
                          .segment = scan->segment,
                          .language = scan->language,
                          .range = scan->words.items[word].range};
    tl_finding_suggest(&finding, TL_STR("x"));
    tl_diag diag = tl_diag_of(&finding, r->document);
    diag.severity = tl_checker_severity(checker, tl_rule_number(finding.rule), TL_LEVEL_DEFAULT);
    diag.fails = diag.severity >= checker->fail_on;
    tl_str text = scan->segment->text;
    tl_str behind = tl_str_slice(text, finding.range.end, text.len);
    *is_silenced =
        diag.severity == TL_SEVERITY_OFF || tl_suppressions_cover(&r->suppressions, &diag, behind);
    tl_report_add(&r->sightings->drafts, &diag);
    return (uint32_t)r->sightings->drafts.count - 1;
}

static bool
is_given_name(const reading *r, const tl_scan *scan, int32_t word)
{
    tl_given *given = tl_scanner_given(r->worker->scanner);
    tl_name_match match;
    if (word < 0) {
        return false;
    }
    tl_str text = tl_scan_text(scan, (uint32_t)word, 1);
    return scan->words.items[word].scripts == TL_SCRIPT_CYRILLIC
               ? tl_given_cells(given, text) != 0
               : tl_given_find(given, text, &match, 1) > 0;
}

static void
add_sighting(reading *r, const tl_scan *scan, uint32_t word, uint32_t suspect)
{
    tl_sightings *s = r->sightings;
    tl_company company = tl_company_of(scan, word);
    tl_sighting sighting = {
        .suspect = suspect,
        .paragraph = tl_hash_pair(r->paragraph, scan->words.items[word].range.begin),
        .before = key_at(&s->arena, scan, company.before),
        .behind = key_at(&s->arena, scan, company.behind),
        .title = key_at(&s->arena, scan, company.title),
        .initial = company.initial ? tl_letter_lower(company.initial) : 0,
    };
    sighting.is_given = is_given_name(r, scan, (int32_t)word);
    sighting.before_is_given = is_given_name(r, scan, company.before);
    sighting.behind_is_given = is_given_name(r, scan, company.behind);
    sighting.draft = draft_place(r, scan, word, &sighting.is_silenced);
    s->items = tl_array_reserve(s->items, &s->capacity, s->count + 1, sizeof *s->items);
    s->items[s->count++] = sighting;
}

/* The suspect that the word is, or -1. */
static int64_t
suspect_in(const reading *r, const tl_word *word)
{
    bool may_be_name =
        (word->flags & (TL_WORD_CAPITALISED | TL_WORD_NOT_TEXT)) == TL_WORD_CAPITALISED;
    return may_be_name ? tl_suspects_at(r->suspects, word->hash) : -1;
}

static void
read_segment(reading *r, const tl_segment *segment)
{
    const tl_scan *scan =
        tl_scanner_run(r->worker->scanner, segment, tl_worker_language(r->worker));
    r->paragraph = tl_hash_bytes(segment->text);
    for (uint32_t i = 0; i < scan->words.count; i++) {
        int64_t suspect = suspect_in(r, &scan->words.items[i]);
        if (suspect >= 0 && !tl_scan_is_of_termbase(scan, i)) {
            add_sighting(r, scan, i, (uint32_t)suspect);
        }
    }
}

/* Which segments have a suspect: most have none, and are not scanned. */
static const bool *
find_segments(const tl_sightings_request *request, tl_document *document)
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

void
tl_sightings_read(tl_sightings *sightings, const tl_sightings_request *request,
                  termlint_worker *worker)
{
    const tl_encoding *encoding = NULL;
    tl_problem_list told_before = {0};
    tl_error unreadable = {0};
    tl_document document;
    reading r = {.sightings = sightings,
                 .suspects = request->suspects,
                 .worker = worker,
                 .document = &document};
    tl_document_init(&document, request->source);
    if (tl_worker_read(worker, &document, &encoding, &unreadable)) {
        if (tl_reader_for(request->source->name)->rewrite == NULL) {
            tl_suppressions_read(&r.suppressions, &document, &told_before);
        }
        const bool *has_suspect = find_segments(request, &document);
        for (size_t i = 0; i < document.count; i++) {
            if (has_suspect[i]) {
                read_segment(&r, &document.segments[i]);
            }
        }
    }
    tl_suppressions_clear(&r.suppressions);
    tl_problem_list_clear(&told_before);
    tl_error_clear(&unreadable);
    tl_document_clear(&document);
}
