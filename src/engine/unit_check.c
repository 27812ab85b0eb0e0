/* SPDX-License-Identifier: MPL-2.0 */
/* Puts the scans of the texts of a unit together for the rules that compare them. Scans
 * live in the scratch arena, as long as the unit. */
#include "engine/unit_check.h"

#include "engine/rule_steps.h"
#include "text/script.h"

/* The text read as one in another language: what the scan of a language in another script has
 * found already. */
static const tl_scan *
read_as(tl_passage *passage, const tl_scan *scan, tl_str language)
{
    if (language.len == 0 || tl_script_of_language(language) != scan->script ||
        tl_str_equal(language, scan->language)) {
        return scan;
    }
    tl_segment *segment = tl_arena_alloc(&passage->scratch, 1, sizeof *segment);
    *segment = *scan->segment;
    segment->language = language;
    return tl_scan_copy(tl_scanner_run(passage->worker->scanner, segment, language),
                        &passage->scratch);
}

static void
add_text(tl_unit_side *side, tl_unit_text *texts, const tl_scan *scan)
{
    texts[side->count++].scan = scan;
    side->language = scan->language;
}

/* A text of so many words is no unit of translation, and to compare it word by word would take too
 * long. */
static bool
is_short_enough(const tl_unit_side *side)
{
    enum { MOST_WORDS = 8192 };
    size_t words = 0;
    for (size_t i = 0; i < side->count; i++) {
        words += side->texts[i].scan->words.count;
    }
    return words <= MOST_WORDS;
}

void
tl_check_unit(tl_passage *passage, const tl_visit *visits, size_t count)
{
    const tl_checking *c = passage->whole;
    tl_unit_text *sources = tl_arena_alloc(&passage->scratch, count, sizeof *sources);
    tl_unit_text *targets = tl_arena_alloc(&passage->scratch, count, sizeof *targets);
    tl_unit unit = {.source.texts = sources, .target.texts = targets, .is_aligned = c->count > 1};
    for (size_t i = 0; i < count; i++) {
        bool is_source = visits[i].segment->side == TL_SIDE_SOURCE;
        const tl_scan *scan = tl_scan_copy(tl_passage_text(passage, &visits[i]), &passage->scratch);
        add_text(is_source ? &unit.source : &unit.target, is_source ? sources : targets, scan);
    }
    unit.source.language = unit.source.count ? unit.source.language : c->languages[0];
    unit.target.language = unit.target.count ? unit.target.language : c->languages[1];
    for (size_t i = 0; i < unit.source.count; i++) {
        sources[i].foreign = read_as(passage, sources[i].scan, unit.target.language);
    }
    for (size_t i = 0; i < unit.target.count; i++) {
        targets[i].foreign = read_as(passage, targets[i].scan, unit.source.language);
    }
    bool is_whole = unit.source.count && unit.target.count && is_short_enough(&unit.source) &&
                    is_short_enough(&unit.target);
    if (is_whole || unit.is_aligned) {
        passage->pass.scan = NULL;
        passage->pass.unit = &unit;
        passage->pass.memo = NULL;
        tl_passage_step(passage, is_whole ? TL_STEP_UNIT : TL_STEP_ALONE);
        passage->pass.unit = NULL;
    }
}
