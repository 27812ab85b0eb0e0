/* SPDX-License-Identifier: MPL-2.0 */
/* deprecated-term: a form that the termbase lists as not to be used. The scanner has already put
 * good forms first, so what arrives here stands in no longer good form and in no `except` context.
 * What may be somebody's name waits until the document has been seen. */
#include "rules/keyed.h"
#include "rules/lowered_name.h"
#include "rules/raised_name.h"
#include "rules/replacement.h"
#include "rules/rules.h"

#include "text/capitals.h"

static tl_level
level_of(const tl_term *term)
{
    if (term->severity != TL_LEVEL_DEFAULT) {
        return term->severity;
    }
    if (term->concept->severity != TL_LEVEL_DEFAULT) {
        return term->concept->severity;
    }
    return term->status == TL_STATUS_SUPERSEDED ? TL_LEVEL_WARNING : TL_LEVEL_DEFAULT;
}

static void
suggest_form(tl_pass *pass, const tl_hit *hit, const tl_term *form, tl_finding *finding)
{
    if (form == NULL) {
        return;
    }
    tl_replacement replacement = tl_replacement_for_hit(pass, hit, form);
    if (finding->suggestion_count == 0) {
        finding->term = form->text;
        finding->fixable = replacement.certain;
    }
    tl_finding_suggest(finding, replacement.text);
}

/* `use:` names a form that need not be a term of its own; it is put in place like one. */
static void
suggest_use(tl_pass *pass, const tl_hit *hit, const tl_term *term, tl_finding *finding)
{
    tl_term use = *term;
    use.text = use.use;
    suggest_form(pass, hit, &use, finding);
}

/* What is good for a bad term: the form of the same kind first, an acronym for an acronym. */
static void
suggest_good_forms(tl_pass *pass, const tl_hit *hit, const tl_term *term, tl_finding *finding)
{
    if (term->use.len) {
        suggest_use(pass, hit, term, finding);
        return;
    }
    if (tl_capitals_only(hit->pattern->text) && hit->pattern->count == 1) {
        suggest_form(pass, hit, term->entry->acronym, finding);
    }
    suggest_form(pass, hit, term->entry->preferred, finding);
}

static tl_str
word_message(tl_pass *pass, const tl_hit *hit, const tl_finding *finding)
{
    tl_str text = tl_pass_quote(pass, tl_pass_text(pass, hit->range));
    const char *status = tl_status_name(hit->pattern->term->status);
    if (finding->suggestion_count == 0) {
        return tl_arena_format(pass->arena, "“%.*s” is %s", TL_STR_ARGS(text), status);
    }
    return tl_arena_format(pass->arena, "“%.*s” is %s, use “%.*s”", TL_STR_ARGS(text), status,
                           TL_STR_ARGS(tl_pass_quote(pass, finding->suggestions[0])));
}

/* An acronym stands in a compound as well as any other: a CUF-led fleet is a CFU-led one. */
static bool
is_acronym_for_acronym(const tl_hit *hit, const tl_finding *finding)
{
    return hit->count == 1 && tl_capitals_only(hit->pattern->text) &&
           finding->suggestion_count > 0 && tl_capitals_only(finding->suggestions[0]) &&
           tl_str_find_byte(finding->suggestions[0], ' ', 0) == finding->suggestions[0].len;
}

/* "tour-operator", "a tour-de-force": a part of a compound, which a longer form would break. */
static bool
is_in_compound(const tl_pass *pass, const tl_hit *hit)
{
    const tl_words *words = &pass->scan->words;
    uint32_t end = hit->first + hit->count;
    return (hit->first > 0 && words->items[hit->first].gap == TL_GAP_HYPHEN) ||
           (end < words->count && words->items[end].gap == TL_GAP_HYPHEN);
}

/* A good form of the concept may look just so in another case: «подвижным составом» is of both
 * «подвижной состав» and «подвижный состав». */
static bool
is_good_as_it_stands(const tl_pass *pass, const tl_finding *finding)
{
    tl_str text = tl_pass_text(pass, finding->range);
    for (size_t i = 0; i < finding->suggestion_count; i++) {
        if (tl_str_equal(finding->suggestions[i], text)) {
            return true;
        }
    }
    return false;
}

/* A word that is somebody's name if he is named in full elsewhere. */
typedef struct waiting {
    struct waiting *next;
    tl_finding finding;
} waiting;

/* A bad form that may be the name of a person, in this document. */
typedef struct namesake {
    bool is_person; /* somebody bears it */
    waiting *head, **tail;
} namesake;

static namesake *
namesake_of(tl_pass *pass, const tl_term *term)
{
    namesake *found = tl_keyed_get(tl_keyed_of(pass), pass, term, sizeof *found);
    found->tail = found->tail ? found->tail : &found->head;
    return found;
}

static void
wait(tl_pass *pass, const tl_term *term, const tl_finding *finding)
{
    namesake *form = namesake_of(pass, term);
    waiting *item = tl_arena_alloc(pass->arena, 1, sizeof *item);
    *item = (waiting){.finding = *finding};
    *form->tail = item;
    form->tail = &item->next;
}

static void
report(tl_pass *pass, const tl_hit *hit, bool is_doubtful)
{
    const tl_term *term = hit->pattern->term;
    tl_finding finding = tl_pass_finding(pass, hit->range);
    finding.language = term->entry->language;
    finding.concept = term->concept;
    finding.severity = level_of(term);
    finding.has_relation = true;
    finding.relation = TL_RELATION_EXACT;
    finding.explanation = term->note;
    suggest_good_forms(pass, hit, term, &finding);
    if (hit->rival) {
        suggest_good_forms(pass, hit, hit->rival->term, &finding);
        finding.fixable = finding.fixable && finding.suggestion_count < 2;
    }
    finding.fixable = finding.fixable && !is_doubtful &&
                      (!is_in_compound(pass, hit) || is_acronym_for_acronym(hit, &finding));
    finding.message = word_message(pass, hit, &finding);
    if (is_good_as_it_stands(pass, &finding)) {
        return;
    }
    if (tl_raised_may_be_person(pass, hit)) {
        wait(pass, term, &finding);
    } else {
        tl_pass_push(pass, &finding);
    }
}

static void
check(tl_pass *pass)
{
    for (size_t i = 0; i < pass->scan->hit_count; i++) {
        const tl_hit *hit = &pass->scan->hits[i];
        const tl_term *term = hit->pattern->term;
        if (tl_term_is_good(term) || hit->is_inside) {
            continue;
        }
        tl_lowered lowered = tl_lowered_of(pass, hit);
        tl_raised raised = tl_raised_of(pass, hit);
        if (raised == TL_RAISED_PERSON) {
            namesake_of(pass, term)->is_person = true;
        }
        if (lowered != TL_LOWERED_WORDS && raised < TL_RAISED_NAME) {
            report(pass, hit, lowered == TL_LOWERED_DOUBTFUL || raised == TL_RAISED_DOUBTFUL);
        }
    }
}

static void
join(tl_pass *pass, void *later)
{
    const void *term;
    const namesake *from;
    for (size_t i = 0; (from = tl_keyed_at(later, i, &term)) != NULL; i++) {
        namesake *into = namesake_of(pass, term);
        into->is_person = into->is_person || from->is_person;
        if (from->head) {
            *into->tail = from->head;
            into->tail = from->tail;
        }
    }
}

static void
finish(tl_pass *pass)
{
    const namesake *form;
    for (size_t i = 0; (form = tl_keyed_at(tl_keyed_of(pass), i, NULL)) != NULL; i++) {
        for (const waiting *item = form->head; item && !form->is_person; item = item->next) {
            tl_pass_push(pass, &item->finding);
        }
    }
}

const tl_rule tl_rule_deprecated_term = {
    .id = "deprecated-term",
    .summary = "a listed form that is not to be used",
    .help =
        "Finds the forms that the termbase lists as deprecated, superseded or forbidden, in the "
        "singular and the plural, in any grammatical case and in any capitals, and suggests the "
        "form to use: the one that `use:` names, else the form of the same kind (an acronym for "
        "an acronym), else the preferred one.\n\n"
        "Where a deprecated name consists of ordinary words, the name of a place is not meant by "
        "them in small letters (“wolf spit”), and that of anything else is not replaced there if "
        "it has but two of them; `case: any` says that it is. And where the text has a deprecated "
        "word of small letters with a capital as a part of a name (“Clyde Barrow”, “Barrow "
        "Island”, “Barrow-in-Furness”), that is no use of the word; once a person of that name has "
        "been met "
        "(“Henry Miller”), “Miller” alone is none either.\n\n"
        "A form inside a longer good form is left alone, and so is one in a context that "
        "`except:` lists, or outside the dates of `from:` and `until:`. A form that is good for "
        "one concept is never flagged for another. forbidden and deprecated are errors, "
        "superseded is a warning, unless the term or its concept has a `severity:`.",
    .bad = "The CSTO spokesman answered questions.",
    .good = "The CSTO Press Secretary answered questions.",
    .severities = "error (forbidden, deprecated), warning (superseded)",
    .severity = TL_SEVERITY_ERROR,
    .needs_termbase = true,
    .check = check,
    .join = join,
    .finish = finish,
};
