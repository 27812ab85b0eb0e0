/* SPDX-License-Identifier: MPL-2.0 */
/* One finding for one span: the rules of a document report independently of each other, and here
 * the one that is told is chosen. */
#include "engine/checker.h"

#include <stdlib.h>

static int
compare(const void *left, const void *right)
{
    const tl_finding *a = left, *b = right;
    if (a->segment != b->segment) {
        return a->segment < b->segment ? -1 : 1;
    }
    if (a->range.begin != b->range.begin) {
        return a->range.begin < b->range.begin ? -1 : 1;
    }
    if (a->range.end != b->range.end) {
        return a->range.end > b->range.end ? -1 : 1;
    }
    size_t first = tl_rule_number(a->rule), second = tl_rule_number(b->rule);
    return (first > second) - (first < second);
}

static bool
overlap(const tl_finding *kept, const tl_finding *next)
{
    return kept->segment == next->segment && next->range.begin < kept->range.end;
}

static bool
cover_one_span(const tl_finding *a, const tl_finding *b)
{
    return a->range.begin == b->range.begin && a->range.end == b->range.end;
}

/* The kept finding speaks for both: it takes the rule of a mixed-script finding within it, or,
 * being that itself, the suggestion that mends the other fault too. */
/* Declared by the X() list of rules.c only, since no other rule has a part of its own here. */
extern const tl_rule tl_rule_mixed_script;

static void
absorb(tl_finding *kept, const tl_finding *dropped)
{
    if (dropped->rule == &tl_rule_mixed_script && kept->rule != dropped->rule) {
        kept->rule = dropped->rule;
        kept->explanation = dropped->explanation;
    } else if (kept->rule == &tl_rule_mixed_script && dropped->rule != kept->rule &&
               cover_one_span(kept, dropped) && dropped->suggestion_count) {
        tl_finding mended = *dropped;
        mended.rule = kept->rule;
        mended.explanation = kept->explanation;
        *kept = mended;
    }
}

size_t
tl_findings_choose(tl_finding *findings, size_t count)
{
    if (count > 1) {
        qsort(findings, count, sizeof *findings, compare);
    }
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        if (kept && overlap(&findings[kept - 1], &findings[i])) {
            absorb(&findings[kept - 1], &findings[i]);
        } else {
            findings[kept++] = findings[i];
        }
    }
    return kept;
}
