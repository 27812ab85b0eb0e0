/* SPDX-License-Identifier: MPL-2.0 */
/* Where concepts stand in a document, and where they stand in the termbase: what editors ask for
 * when somebody points at a word. The scanner finds; nothing is judged here. */
#include "engine/checker.h"
#include "engine/give.h"
#include "readers/readers.h"
#include "termlint_tools.h"
#include "tools/phrase.h"

/* What is told of a document, and to whom. */
typedef struct telling {
    const tl_segment *segment;
    termlint_occurrence_fn tell;
    void *context;
} telling;

static void
tell_place(const telling *t, tl_range range, const tl_concept *concept, tl_str term)
{
    tl_range place = tl_segment_locate(t->segment, range, NULL);
    bool is_verbatim = tl_str_equal(tl_str_at(t->segment->text, range), term);
    const termlint_occurrence occurrence = {.concept = concept->id.ptr,
                                            .term = term.ptr,
                                            .offset = place.begin,
                                            .length = place.end - place.begin,
                                            .is_verbatim = is_verbatim};
    t->tell(t->context, &occurrence);
}

static void
tell_hit(const telling *t, const tl_hit *hit)
{
    if (hit->pattern->kind != TL_PATTERN_EXCEPT) {
        tell_place(t, hit->range, hit->pattern->term->concept, hit->pattern->term->text);
    }
}

/* A name that the termbase does not list as it stands: another spelling, a romanization. */
static void
tell_mention(const telling *t, const tl_scan *scan, const tl_mention *mention)
{
    tl_range range = tl_scan_range(scan, mention->family.first, mention->family.count);
    tell_place(t, range, mention->person->concept, mention->person->entry->terms[0]->text);
}

/* Hits and mentions in order of the text; a mention within a hit is that hit. */
static void
tell_scan(const telling *t, const tl_scan *scan)
{
    size_t hit = 0;
    for (size_t i = 0; i < scan->mention_count; i++) {
        const tl_mention *mention = &scan->mentions[i];
        while (hit < scan->hit_count && scan->hits[hit].first < mention->family.first) {
            tell_hit(t, &scan->hits[hit++]);
        }
        if (tl_scan_hit_at(scan, mention->family.first) < 0) {
            tell_mention(t, scan, mention);
        }
    }
    while (hit < scan->hit_count) {
        tell_hit(t, &scan->hits[hit++]);
    }
}

bool
termlint_occurrences(termlint_worker *worker, const char *name, termlint_bytes text,
                     termlint_occurrence_fn tell, void *context)
{
    tl_source source;
    tl_error error = {0};
    bool ok = tl_source_init(&source, tl_str_from(name), (tl_str){text.ptr, text.length}, &error);
    if (ok) {
        tl_document document;
        tl_document_init(&document, &source);
        ok = tl_reader_for(source.name)->read(&document, &error);
        for (size_t i = 0; ok && i < document.count; i++) {
            const telling t = {&document.segments[i], tell, context};
            tell_scan(&t, tl_scanner_run(worker->scanner, t.segment, tl_worker_language(worker)));
        }
        tl_document_clear(&document);
        tl_source_clear(&source);
    }
    tl_error_clear(&error);
    return ok;
}

static const tl_concept *
find_concept(const termlint_checker *checker, const char *id)
{
    return tl_termbase_find(&checker->terms->termbase, tl_str_from(id));
}

char *
termlint_concept_card(const termlint_checker *checker, const char *id)
{
    const tl_concept *concept = find_concept(checker, id);
    tl_buf out = {0};
    if (concept) {
        tl_concept_print(concept, &out);
        tl_buf_add_byte(&out, '\0');
    }
    return out.ptr;
}

static const tl_place *
place_of_term(const tl_concept *concept, tl_str term)
{
    for (size_t i = 0; i < concept->entry_count; i++) {
        const tl_entry *entry = &concept->entries[i];
        for (size_t j = 0; j < entry->term_count; j++) {
            if (tl_str_equal(entry->terms[j]->text, term)) {
                return &entry->terms[j]->place;
            }
        }
    }
    return NULL;
}

bool
termlint_concept_place(const termlint_checker *checker, const char *id, const char *term,
                       termlint_place *place)
{
    const tl_concept *concept = find_concept(checker, id);
    const tl_place *found = concept && term ? place_of_term(concept, tl_str_from(term))
                            : concept       ? &concept->place
                                            : NULL;
    if (found) {
        *place = (termlint_place){found->path.ptr, found->line, found->column};
    }
    return found != NULL;
}
