/* SPDX-License-Identifier: MPL-2.0 */
/* missing-translation: a concept of the source that the target has in no form. What is compared is
 * told by carried.c; here only where to report and what to suggest is decided. */
#include "rules/carried.h"
#include "rules/name_pairs.h"
#include "rules/rules.h"
#include "rules/whole_document.h"

#include "text/capitals.h"

/* The form to use: of the same kind as that in the source, an acronym for an acronym. */
static const tl_term *
wanted_form(const tl_missing_concept *missing, tl_str language)
{
    const tl_entry *entry = tl_concept_entry(missing->source->concept, language);
    const tl_hit *hit = missing->source->hit;
    bool is_acronym = hit && hit->pattern->count == 1 && tl_capitals_only(hit->pattern->text);
    if (is_acronym && entry->acronym) {
        return entry->acronym;
    }
    return entry->preferred ? entry->preferred : entry->terms[0];
}

static void
report(tl_pass *pass, const tl_unit_text *target, const tl_missing_concept *missing)
{
    const tl_term *form = wanted_form(missing, target->scan->language);
    const tl_concept_place *instead = missing->instead;
    tl_str source =
        tl_str_at(pass->unit->source.texts[0].scan->segment->text, missing->source->range);
    pass->scan = target->scan;
    tl_range whole = {0, (uint32_t)target->scan->segment->text.len};
    tl_finding finding = tl_pass_finding(pass, instead ? instead->range : whole);
    finding.of_segment = instead == NULL;
    finding.concept = missing->source->concept;
    finding.term = form->text;
    finding.severity = missing->source->concept->severity;
    tl_str quoted = tl_pass_quote(pass, source);
    if (instead) {
        tl_str text = tl_pass_quote(pass, tl_pass_text(pass, instead->range));
        finding.message =
            tl_arena_format(pass->arena, "“%.*s” stands for “%.*s” of the source, “%.*s” is wanted",
                            TL_STR_ARGS(text), TL_STR_ARGS(quoted), TL_STR_ARGS(form->text));
    } else {
        finding.message = tl_arena_format(
            pass->arena, "nothing stands for “%.*s” of the source, “%.*s” is wanted",
            TL_STR_ARGS(quoted), TL_STR_ARGS(form->text));
    }
    if (instead) {
        tl_finding_suggest(&finding, form->text);
    }
    tl_pass_push(pass, &finding);
    pass->scan = NULL;
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
check_unit(tl_pass *pass)
{
    for (size_t i = 0; i < pass->unit->target.count; i++) {
        const tl_unit_text *target = &pass->unit->target.texts[i];
        tl_carried carried = tl_carried_to(pass, target);
        for (size_t k = 0; k < carried.missing_count; k++) {
            if (!is_somebody_else(pass, target, &carried.missing[k])) {
                report(pass, target, &carried.missing[k]);
            }
        }
    }
    if (pass->unit->is_aligned) {
        tl_whole_note(pass, TL_SIDE_TARGET);
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
    tl_whole_wait(pass, TL_SIDE_TARGET, &finding);
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
    tl_whole_note(pass, TL_SIDE_TARGET);
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
        "stand does not matter: a pronoun or a short form may stand for a term.",
    .bad = "A CSTO exercise is over. → Учение СНГ завершено.",
    .good = "A CSTO exercise is over. → Учение ОДКБ завершено.",
    .severity = TL_SEVERITY_ERROR,
    .needs_termbase = true,
    .check_unit = check_unit,
    .check_alone = check_alone,
    .finish = tl_whole_finish,
};
