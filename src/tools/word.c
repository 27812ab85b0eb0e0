/* SPDX-License-Identifier: MPL-2.0 */
/* What there is to say of a word: the forms of the termbase that it is, the people whose name it
 * spells, what the rules make of it when it stands alone, and the nearest forms where it is none of
 * all that. Every answer comes from the code that checks documents. */
#include "tools/phrase.h"

#include "base/utf8.h"
#include "romanize/identify.h"
#include "scan/alone.h"
#include "termlint_tools.h"
#include "text/compare.h"
#include "text/distance.h"

typedef struct explanation {
    const termlint_checker *checker;
    tl_str word;
    tl_buf *out;
    tl_arena arena;
    bool found;
} explanation;

/* -- forms -- */

static const char *
kind_of(const tl_term *term)
{
    return term->acronym ? "acronym" : tl_status_name(term->status);
}

static void
tell_differences(unsigned differences, tl_buf *out)
{
    static const struct {
        unsigned set;
        const char *name;
    } names[] = {
        {TL_DIFFER_CASE, "letter case"},
        {TL_DIFFER_MARKS, "diacritics"},
        {TL_DIFFER_YO, "ё"},
        {TL_DIFFER_APOSTROPHE, "apostrophe"},
        {TL_DIFFER_SCRIPT, "letters of another script"},
        {TL_HIT_SEPARATOR, "hyphen or space"},
        {TL_HIT_QUOTES, "quotation marks"},
        {TL_HIT_PUNCTUATION, "punctuation"},
    };
    const char *separator = "";
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        if (differences & names[i].set) {
            tl_buf_add_format(out, "%s%s", separator, names[i].name);
            separator = ", ";
        }
    }
}

static void
tell_hit(explanation *e, const tl_scan *scan, const tl_hit *hit)
{
    const tl_term *term = hit->pattern->term;
    tl_str text = tl_str_at(scan->segment->text, hit->range);
    bool is_family = hit->pattern->kind == TL_PATTERN_FAMILY;
    tl_buf_add_format(e->out, "“%.*s” is ", TL_STR_ARGS(text));
    tl_buf_add_cstr(e->out, is_family ? "the family name in " : "");
    if (hit->differences) {
        tl_buf_add_cstr(e->out, "but for ");
        tell_differences(hit->differences, e->out);
        tl_buf_add_cstr(e->out, " ");
    } else if (hit->cells && !tl_str_equal(text, hit->pattern->text)) {
        tl_buf_add_cstr(e->out, "an inflected form of ");
    }
    tl_buf_add_format(e->out, "the %s form “%.*s” of %.*s (%.*s)\n", kind_of(term),
                      TL_STR_ARGS(term->text), TL_STR_ARGS(term->concept->id),
                      TL_STR_ARGS(term->entry->language));
    if (term->use.len) {
        tl_buf_add_format(e->out, "  use “%.*s” instead\n", TL_STR_ARGS(term->use));
    } else if (!tl_term_is_good(term) && term->entry->preferred) {
        tl_buf_add_format(e->out, "  the preferred form is “%.*s”\n",
                          TL_STR_ARGS(term->entry->preferred->text));
    }
    if (term->note.len) {
        tl_buf_add_format(e->out, "  note: %.*s\n", TL_STR_ARGS(term->note));
    }
    e->found = true;
}

static void
tell_hits(void *context, const tl_scan *scan)
{
    explanation *e = context;
    for (size_t i = 0; i < scan->hit_count; i++) {
        tell_hit(e, scan, &scan->hits[i]);
    }
}

/* -- names -- */

static void
tell_identity(explanation *e, const tl_person *person)
{
    const tl_scheme *house = tl_scheme_find(e->checker->terms->termbase.romanization);
    tl_identity identity = tl_identify(
        person->family, e->word, house ? tl_scheme_for(house, person->family) : NULL, &e->arena);
    tl_buf_add_format(e->out, "“%.*s” as a spelling of %.*s (%.*s): %s, cost %u, ",
                      TL_STR_ARGS(e->word), TL_STR_ARGS(person->family),
                      TL_STR_ARGS(person->concept->id), tl_verdict_name(identity.verdict),
                      identity.cost);
    for (size_t i = 0; i < identity.scheme_count; i++) {
        tl_buf_add_format(e->out, "%s%s", i ? "," : "", identity.schemes[i]->id);
    }
    tl_buf_add_cstr(e->out, identity.scheme_count ? "\n" : "no single scheme\n");
    tl_str letters = tl_identity_explain(&identity, &e->arena);
    if (letters.len) {
        tl_buf_add_format(e->out, "  %.*s\n", TL_STR_ARGS(letters));
    }
}

/* Two people of one family name are no tie. */
static bool
is_tied(const explanation *e, const tl_name_match *matches, size_t count, size_t at)
{
    const tl_index *index = tl_terms_index(e->checker->terms);
    const tl_person *person = tl_index_person_at(index, matches[at].id);
    for (size_t i = 0; i < count; i++) {
        const tl_person *other = tl_index_person_at(index, matches[i].id);
        if (matches[i].cost == matches[at].cost && !tl_str_equal(other->family, person->family) &&
            tl_person_alone(other, e->word, matches[i].cost) == TL_ALONE_TAKEN) {
            return true;
        }
    }
    return false;
}

static void
tell_alone(explanation *e, const tl_name_match *matches, size_t count, size_t at)
{
    const tl_person *person = tl_index_person_at(tl_terms_index(e->checker->terms), matches[at].id);
    const char *reason = NULL;
    switch (tl_person_alone(person, e->word, matches[at].cost)) {
    case TL_ALONE_DISTINCT: reason = "never, since `distinct` says that it is somebody else"; break;
    case TL_ALONE_SHORT:
        reason = "only beside a given name or initial that fits: the name is too short to be told "
                 "by itself";
        break;
    case TL_ALONE_FAR: reason = "never: the spelling is too far from the name"; break;
    case TL_ALONE_IF_MET: /* said of Cyrillic spellings only */
    case TL_ALONE_NO_CAPITAL: reason = "never without a capital letter"; break;
    case TL_ALONE_TAKEN:
        reason = is_tied(e, matches, count, at)
                     ? "only beside a given name or initial that fits: another name is as near"
                 : at > 0 && matches[0].cost < matches[at].cost
                     ? "only beside a given name or initial that fits: another name is nearer"
                     : "standing alone too";
        break;
    }
    tl_buf_add_format(e->out, "  taken for this person: %s\n", reason);
}

static void
tell_people(explanation *e)
{
    enum { MAX_MATCHES = 16 };
    tl_name_match matches[MAX_MATCHES];
    const tl_index *index = tl_terms_index(e->checker->terms);
    size_t count = index->person_count ? tl_name_index_find(index->families, e->word,
                                                            TL_COST_POSSIBLE, matches, MAX_MATCHES)
                                       : 0;
    size_t people = 0;
    for (size_t i = 0; i < count; i++) {
        matches[people] = matches[i];
        people += tl_index_person_at(index, matches[i].id) != NULL;
    }
    count = people;
    for (size_t i = 0; i < count; i++) {
        tell_identity(e, tl_index_person_at(index, matches[i].id));
        tell_alone(e, matches, count, i);
        e->found = true;
    }
}

static const char *
respelled_reason(tl_alone alone)
{
    switch (alone) {
    case TL_ALONE_TAKEN: return "standing alone too, unless it is a family name of its own";
    case TL_ALONE_IF_MET:
        return "beside a given name, initial or title that fits, or if the right name stands "
               "elsewhere in the document";
    case TL_ALONE_SHORT: return "only beside a given name that fits: the name is too short";
    case TL_ALONE_FAR: return "only beside a given name that fits: the spelling is far off";
    case TL_ALONE_DISTINCT: return "never, since `distinct` says that it is somebody else";
    default: return "never without a capital letter";
    }
}

/* The people whose Cyrillic family name the word is another spelling of, in the language of the
 * scan. */
static void
tell_respelled(void *context, const tl_scan *scan)
{
    explanation *e = context;
    const tl_index *index = tl_terms_index(e->checker->terms);
    tl_declined_names declined = {.items = NULL};
    size_t count = 0;
    const tl_respelled *names =
        scan->words.count == 1
            ? tl_respelled_find(index, scan->language, e->word, &declined, &count)
            : NULL;
    for (size_t i = 0; i < count; i++) {
        const tl_person *person = names[i].person;
        if (names[i].cost > 0) {
            tl_buf_add_format(
                e->out, "“%.*s” as another spelling of %.*s, the %.*s name of %.*s: cost %u\n",
                TL_STR_ARGS(e->word), TL_STR_ARGS(names[i].meant), TL_STR_ARGS(scan->language),
                TL_STR_ARGS(person->concept->id), names[i].cost);
            tl_buf_add_format(
                e->out, "  taken for this person: %s\n",
                respelled_reason(tl_person_respelled_alone(person, e->word, names[i].cost)));
            e->found = true;
        }
    }
    tl_declined_names_clear(&declined);
}

/* Whom a word is not, by `distinct`. */
static void
tell_distinct(explanation *e)
{
    const tl_termbase *termbase = &e->checker->terms->termbase;
    tl_str key = tl_phrase_key(e->word, &e->arena);
    for (size_t i = 0; i < termbase->concept_count; i++) {
        const tl_concept *concept = tl_termbase_concept(termbase, i);
        for (size_t j = 0; j < concept->distinct_count; j++) {
            if (tl_str_equal(tl_phrase_key(concept->distinct[j], &e->arena), key)) {
                tl_buf_add_format(e->out, "“%.*s” is `distinct` from %.*s: somebody else\n",
                                  TL_STR_ARGS(e->word), TL_STR_ARGS(concept->id));
                e->found = true;
            }
        }
    }
}

/* -- what the rules say -- */

static void
tell_findings(explanation *e)
{
    termlint_worker *worker = termlint_worker_new(e->checker);
    termlint_report *report = termlint_check(worker, "word.txt", e->word.ptr, e->word.len);
    termlint_report_finish(report);
    for (size_t i = 0; i < report->count; i++) {
        const tl_diag diag = tl_report_at(report, i);
        tl_buf_add_format(e->out, "alone in a text: %s: %.*s [%.*s]\n",
                          tl_severity_name(diag.severity), TL_STR_ARGS(diag.message),
                          TL_STR_ARGS(diag.rule));
    }
    tl_buf_add_cstr(e->out, report->count ? "" : "alone in a text: nothing is found\n");
    termlint_report_free(report);
    termlint_worker_free(worker);
}

/* -- the nearest forms -- */

enum { MAX_NEAREST = 5 };

typedef struct nearest {
    const tl_term *terms[MAX_NEAREST];
    unsigned distances[MAX_NEAREST];
    size_t count;
} nearest;

static void
insert_nearest(nearest *list, const tl_term *term, unsigned distance)
{
    size_t at = list->count;
    while (at > 0 && list->distances[at - 1] > distance) {
        at--;
    }
    if (at == MAX_NEAREST) {
        return;
    }
    list->count += list->count < MAX_NEAREST;
    for (size_t i = list->count - 1; i > at; i--) {
        list->terms[i] = list->terms[i - 1];
        list->distances[i] = list->distances[i - 1];
    }
    list->terms[at] = term;
    list->distances[at] = distance;
}

static void
tell_nearest(explanation *e)
{
    const tl_termbase *termbase = &e->checker->terms->termbase;
    nearest list = {0};
    tl_arena scratch = {0};
    tl_str key = tl_phrase_key(e->word, &e->arena);
    unsigned limit = (unsigned)(tl_utf8_length(key) + 2) / 3;
    for (size_t i = 0; i < termbase->term_count; i++) {
        tl_str other = tl_phrase_key(tl_termbase_term(termbase, i)->text, &scratch);
        unsigned distance = tl_edit_distance(key, other, limit);
        if (distance <= limit) {
            insert_nearest(&list, tl_termbase_term(termbase, i), distance);
        }
        tl_arena_reset(&scratch);
    }
    tl_arena_clear(&scratch);
    if (termbase->term_count) {
        tl_buf_add_format(e->out, "no form of the termbase%s\n",
                          list.count ? "; the nearest are" : ", nor near one");
    }
    for (size_t i = 0; i < list.count; i++) {
        tl_buf_add_format(e->out, "  %.*s (%.*s, %s)\n", TL_STR_ARGS(list.terms[i]->text),
                          TL_STR_ARGS(list.terms[i]->concept->id), kind_of(list.terms[i]));
    }
}

char *
termlint_explain_word(const termlint_checker *checker, const char *word)
{
    tl_buf out = {0};
    explanation e = {.checker = checker, .word = tl_str_from(word), .out = &out};
    tl_phrase_scan(checker, e.word, tell_hits, &e);
    tell_people(&e);
    tl_phrase_scan(checker, e.word, tell_respelled, &e);
    tell_distinct(&e);
    if (!e.found) {
        tell_nearest(&e);
    }
    tell_findings(&e);
    tl_buf_add_byte(&out, '\0');
    tl_arena_clear(&e.arena);
    return out.ptr;
}
