/* SPDX-License-Identifier: MPL-2.0 */
/* missing-translation: a concept of the source that the target has in no form. What is compared is
 * told by carried.c, what a plain word is rendered by by rendered_otherwise.c; here only where to
 * report and what to suggest is decided. */
#include "rules/carried.h"
#include "rules/name_pairs.h"
#include "rules/plain_word.h"
#include "rules/rendered_otherwise.h"
#include "rules/replacement.h"
#include "rules/rules.h"
#include "rules/whole_document.h"

#include "text/capitals.h"

enum { MOST_NAMED = 5 }; /* of the words of a remark */

/* What is kept of a document. */
typedef struct state {
    tl_whole whole;
    tl_habit habit;
    tl_otherwise_list otherwise;
    tl_str remark; /* on words that the document never has as the termbase does */
    size_t remarked;
} state;

static state *
state_of(tl_pass *pass)
{
    if (*pass->state == NULL) {
        *pass->state = tl_arena_alloc(pass->arena, 1, sizeof(state));
    }
    return *pass->state;
}

/* The form to use: of the same kind as that in the source, an acronym for an acronym. */
static const tl_term *
wanted_form(const tl_concept *concept, const tl_hit *hit, tl_str language)
{
    const tl_entry *entry = tl_concept_entry(concept, language);
    bool is_acronym = hit && hit->pattern->count == 1 && tl_capitals_only(hit->pattern->text);
    if (is_acronym && entry->acronym) {
        return entry->acronym;
    }
    return entry->preferred ? entry->preferred : entry->terms[0];
}

/* A finding in a target that has no form of the concept; `place` is what stands in its stead, or
 * NULL. */
static tl_finding
finding_in(tl_pass *pass, const tl_segment *target, const tl_range *place, tl_str source,
           const tl_term *form)
{
    tl_finding finding = {.rule = pass->rule,
                          .segment = target,
                          .range = {0, (uint32_t)target->text.len},
                          .of_segment = place == NULL,
                          .concept = form->concept,
                          .term = form->text,
                          .severity = form->concept->severity};
    tl_str quoted = tl_pass_quote(pass, source);
    if (place) {
        finding.range = *place;
        tl_str text = tl_pass_quote(pass, tl_str_at(target->text, *place));
        finding.message =
            tl_arena_format(pass->arena, "“%.*s” stands for “%.*s” of the source, “%.*s” is wanted",
                            TL_STR_ARGS(text), TL_STR_ARGS(quoted), TL_STR_ARGS(form->text));
        tl_finding_suggest(&finding, form->text);
    } else {
        finding.message = tl_arena_format(
            pass->arena, "nothing stands for “%.*s” of the source, “%.*s” is wanted",
            TL_STR_ARGS(quoted), TL_STR_ARGS(form->text));
    }
    return finding;
}

/* The form in the case, the number and the capitals of what stands in its stead. */
static tl_str
fit_form(tl_pass *pass, const tl_unit_text *target, const tl_concept_place *instead,
         const tl_term *form)
{
    if (instead == NULL || instead->hit == NULL) {
        return form->text;
    }
    const tl_scan *before = pass->scan;
    pass->scan = target->scan;
    tl_replacement replacement = tl_replacement_for_hit(pass, instead->hit, form);
    pass->scan = before;
    return replacement.text;
}

static void
report(tl_pass *pass, const tl_unit_text *target, const tl_missing_concept *missing)
{
    const tl_scan *source = pass->unit->source.texts[0].scan;
    const tl_term *form =
        wanted_form(missing->source->concept, missing->source->hit, target->scan->language);
    tl_finding finding =
        finding_in(pass, target->scan->segment, missing->instead ? &missing->instead->range : NULL,
                   tl_str_at(source->segment->text, missing->source->range), form);
    if (missing->instead) {
        finding.suggestions[0] = fit_form(pass, target, missing->instead, form);
    }
    finding.language = target->scan->language;
    tl_pass_push(pass, &finding);
}

/* What a document never has as the termbase does is told in one remark on it. */
static void
note_remark(tl_pass *pass, const tl_otherwise_verdict *verdict)
{
    state *known = state_of(pass);
    const tl_otherwise *item = verdict->item;
    if (known->remarked++ < MOST_NAMED) {
        tl_str there = tl_str_at(item->segment->text, verdict->place);
        known->remark = tl_arena_format(pass->arena, "%.*s%s“%.*s” as “%.*s” in %u units",
                                        TL_STR_ARGS(known->remark), known->remark.len ? ", " : "",
                                        TL_STR_ARGS(tl_pass_quote(pass, item->source)),
                                        TL_STR_ARGS(tl_pass_quote(pass, there)), verdict->rendered);
    }
}

static void
tell_remark(const tl_pass *pass, const state *known)
{
    if (known->remarked && pass->remarks) {
        tl_problem_add(pass->remarks, pass->document->source->name, 0, 0,
                       "hardly ever as the termbase has it, and not reported: %.*s%s",
                       TL_STR_ARGS(known->remark),
                       known->remarked > MOST_NAMED ? " and others" : "");
    }
}

/* Of a word that the document nearly always renders otherwise, one place speaks for all. */
static void
report_otherwise(tl_pass *pass, const tl_habit *habit, const tl_otherwise_verdict *verdict)
{
    const tl_otherwise *item = verdict->item;
    if (verdict->telling == TL_OTHERWISE_REMARK) {
        note_remark(pass, verdict);
        return;
    }
    tl_finding finding =
        finding_in(pass, item->segment, verdict->has_place ? &verdict->place : NULL, item->source,
                   item->wanted);
    finding.language = item->language;
    if (verdict->has_place && item->instead && verdict->place.begin == item->range.begin) {
        finding.suggestions[0] = item->fitted;
    }
    if (verdict->rendered) {
        finding.explanation = tl_arena_format(
            pass->arena, "so in %u units of the document, as the termbase has it in %u: told once",
            verdict->rendered, tl_habit_of(habit, item->concept).kept);
    }
    tl_pass_push(pass, &finding);
}

/* A person who has become somebody else is name-transfer's to report. */
static bool
is_somebody_else(tl_pass *pass, const tl_unit_text *target, const tl_missing_concept *missing)
{
    const tl_concept *concept = missing->source->concept;
    if (concept->type != TL_TYPE_PERSON || missing->instead) {
        return concept->type == TL_TYPE_PERSON;
    }
    tl_name_pairs pairs = tl_name_pairs_find(pass, pass->unit->source.texts[0].scan, target->scan);
    for (size_t i = 0; i < pairs.count; i++) {
        if (pairs.items[i].source->concept == concept) {
            return true;
        }
    }
    return false;
}

static void
take(tl_pass *pass, const tl_unit_text *target, const tl_missing_concept *missing)
{
    const tl_scan *source = pass->unit->source.texts[0].scan;
    if (tl_is_another_word(source, missing->source, target->scan)) {
        return;
    }
    if (missing->source->concept->type == TL_TYPE_TERM) {
        tl_otherwise *item = tl_otherwise_wait(pass, &state_of(pass)->otherwise, missing, target);
        item->wanted = wanted_form(missing->source->concept, missing->source->hit, item->language);
        item->fitted = fit_form(pass, target, missing->instead, item->wanted);
        item->is_plain = tl_is_plain_word(pass, missing->source, source->language);
    } else if (!is_somebody_else(pass, target, missing)) {
        report(pass, target, missing);
    }
}

static void
check_target(tl_pass *pass, const tl_unit_text *target)
{
    state *known = state_of(pass);
    tl_carried carried = tl_carried_to(pass, target);
    if (target == pass->unit->target.texts) {
        tl_habit_add(pass, &known->habit, &carried);
    }
    tl_otherwise_note(pass, &known->otherwise, target, &carried);
    for (size_t i = 0; i < carried.missing_count; i++) {
        take(pass, target, &carried.missing[i]);
    }
}

static void
check_unit(tl_pass *pass)
{
    for (size_t i = 0; i < pass->unit->target.count; i++) {
        check_target(pass, &pass->unit->target.texts[i]);
    }
    if (pass->unit->is_aligned) {
        tl_whole_note(pass, &state_of(pass)->whole, TL_SIDE_TARGET);
    }
}

/* A concept of a block without a counterpart is missing if the whole target has it nowhere; then it
 * is reported where it stands. */
static void
wait_for(tl_pass *pass, const tl_unit_text *source, const tl_concept_place *place)
{
    pass->scan = source->scan;
    tl_finding finding = tl_pass_finding(pass, place->range);
    finding.concept = place->concept;
    finding.severity = place->concept->severity;
    finding.message =
        tl_arena_format(pass->arena, "nothing in the whole target stands for “%.*s”",
                        TL_STR_ARGS(tl_pass_quote(pass, tl_pass_text(pass, place->range))));
    pass->scan = NULL;
    tl_whole_wait(pass, &state_of(pass)->whole, TL_SIDE_TARGET, &finding);
}

static void
check_alone(tl_pass *pass)
{
    for (size_t i = 0; i < pass->unit->source.count; i++) {
        const tl_unit_text *source = &pass->unit->source.texts[i];
        tl_concept_places places = tl_concepts_in(pass, source);
        for (size_t k = 0; k < places.count; k++) {
            if (places.items[k].is_sure &&
                tl_concept_has_good_form(places.items[k].concept, pass->unit->target.language)) {
                wait_for(pass, source, &places.items[k]);
            }
        }
    }
    tl_whole_note(pass, &state_of(pass)->whole, TL_SIDE_TARGET);
}

static void
join(tl_pass *pass, void *later)
{
    state *into = state_of(pass);
    const state *from = later;
    tl_whole_join(pass, &into->whole, &from->whole);
    tl_habit_join(pass, &into->habit, &from->habit);
    tl_otherwise_join(pass, &into->otherwise, &from->otherwise);
}

static void
finish(tl_pass *pass)
{
    state *known = *pass->state;
    if (known) {
        tl_whole_finish(pass, &known->whole);
        tl_otherwise_settle(pass, &known->otherwise, &known->habit, report_otherwise);
        tell_remark(pass, known);
    }
}

const tl_rule tl_rule_missing_translation = {
    .id = "missing-translation",
    .summary = "a term of the source that the target has not",
    .help =
        "In a bilingual document, finds a target that has none of the forms of a concept which "
        "its source has. It marks the term that stands in its stead, where there is one, else the "
        "whole target segment.\n\n"
        "Any form will do, in any grammatical case and number: the preferred one, an admitted one, "
        "an acronym for the full form. A form that other rules report (deprecated, misspelled, "
        "left untranslated) is not reported again, and how often and in which order the terms "
        "stand does not matter: a pronoun or a short form may stand for a term.\n\n"
        "Of a plain word (“check”, “order”) a termbase means one sense. In a document of 200 units "
        "or more the others tell what it is there: where the termbase's form is usual, what stands "
        "instead is marked at each place, and nothing where the word was just left out; where "
        "something else is usual, once for the document; where the document hardly ever has the "
        "termbase's form, that is a remark on standard error; where the word is rendered in many "
        "ways, nothing is told.",
    .bad = "A CSTO exercise is over. → Учение СНГ завершено.",
    .good = "A CSTO exercise is over. → Учение ОДКБ завершено.",
    .severity = TL_SEVERITY_ERROR,
    .needs_termbase = true,
    .check_unit = check_unit,
    .check_alone = check_alone,
    .join = join,
    .finish = finish,
};
