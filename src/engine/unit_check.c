/* SPDX-License-Identifier: MPL-2.0 */
/* Puts the scans of the texts of a unit together for the rules that compare them. A scan lives as
 * long as its unit. */
#include "engine/unit_check.h"

#include "text/script.h"

/* The text read as one in another language: what the scan of a language in another script has
 * found already. */
static const tl_scan *
read_as(tl_checking *c, const tl_scan *scan, tl_str language)
{
    if (language.len == 0 || tl_script_of_language(language) != scan->script ||
        tl_str_equal(language, scan->language)) {
        return scan;
    }
    tl_segment *segment = tl_arena_alloc(&c->scratch, 1, sizeof *segment);
    *segment = *scan->segment;
    segment->language = language;
    return tl_scan_copy(tl_scanner_run(c->worker->scanner, segment, language), &c->scratch);
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
tl_check_unit(tl_checking *c, const tl_visit *visits, size_t count)
{
    tl_unit_text *sources = tl_arena_alloc(&c->scratch, count, sizeof *sources);
    tl_unit_text *targets = tl_arena_alloc(&c->scratch, count, sizeof *targets);
    tl_unit unit = {.source.texts = sources, .target.texts = targets, .is_aligned = c->count > 1};
    for (size_t i = 0; i < count; i++) {
        bool is_source = visits[i].segment->side == TL_SIDE_SOURCE;
        const tl_scan *scan = tl_scan_copy(tl_checking_text(c, &visits[i]), &c->scratch);
        add_text(is_source ? &unit.source : &unit.target, is_source ? sources : targets, scan);
    }
    unit.source.language = unit.source.count ? unit.source.language : c->languages[0];
    unit.target.language = unit.target.count ? unit.target.language : c->languages[1];
    for (size_t i = 0; i < unit.source.count; i++) {
        sources[i].foreign = read_as(c, sources[i].scan, unit.target.language);
    }
    for (size_t i = 0; i < unit.target.count; i++) {
        targets[i].foreign = read_as(c, targets[i].scan, unit.source.language);
    }
    bool is_whole = unit.source.count && unit.target.count && is_short_enough(&unit.source) &&
                    is_short_enough(&unit.target);
    if (is_whole || unit.is_aligned) {
        c->pass.scan = NULL;
        c->pass.unit = &unit;
        c->pass.memo = NULL;
        tl_checking_step(c, is_whole ? TL_STEP_UNIT : TL_STEP_ALONE);
        c->pass.unit = NULL;
    }
    tl_arena_reset(&c->scratch);
}
