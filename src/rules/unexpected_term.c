/* SPDX-License-Identifier: MPL-2.0 */
/* unexpected-term: a concept of the target that no source has and that stands in nothing's stead.
 */
#include "rules/carried.h"
#include "rules/rules.h"

static void
report(tl_pass *pass, const tl_concept_place *place)
{
    tl_finding finding = tl_pass_finding(pass, place->range);
    finding.concept = place->concept;
    finding.severity = place->concept->severity;
    finding.message =
        tl_arena_format(pass->arena, "“%.*s” answers to nothing in the source",
                        TL_STR_ARGS(tl_pass_quote(pass, tl_pass_text(pass, place->range))));
    tl_pass_push(pass, &finding);
}

static void
check_unit(tl_pass *pass)
{
    for (size_t i = 0; i < pass->unit->target.count; i++) {
        const tl_unit_text *target = &pass->unit->target.texts[i];
        tl_carried carried = tl_carried_to(pass, target);
        pass->scan = target->scan;
        for (size_t k = 0; k < carried.added_count; k++) {
            report(pass, carried.added[k]);
        }
        pass->scan = NULL;
    }
}

const tl_rule tl_rule_unexpected_term = {
    .id = "unexpected-term",
    .summary = "a term of the target that the source has not",
    .help = "In a bilingual document, finds a term of the target whose concept no source has: "
            "another organisation, office or person than the source names, or one that was added. "
            "Where it stands in the stead of a term that is missing, missing-translation reports "
            "it.\n\n"
            "A term that makes a pronoun or a short form of the source explicit is left alone.",
    .bad = "The exercise is over. → Учение ОДКБ завершено.",
    .good = "The exercise is over. → Учение завершено.",
    .severity = TL_SEVERITY_WARNING,
    .needs_termbase = true,
    .check_unit = check_unit,
};
