/* SPDX-License-Identifier: MPL-2.0 */
/* One finding for one span: the rules of a document report independently of each other, and here
 * the one that is told is chosen. The order is total, so that the choice does not depend on how a
 * library sorts. */
#include "engine/checker.h"

#include <stdlib.h>

/* Declared by the X() list of rules.c only, since no other rule has a part of its own here. */
extern const tl_rule tl_rule_mixed_script;

static int
compare_numbers(size_t a, size_t b)
{
    return (a > b) - (a < b);
}

static int
compare(const void *left, const void *right)
{
    const tl_finding *a = left, *b = right;
    int order = (a->segment > b->segment) - (a->segment < b->segment);
    order = order ? order : compare_numbers(a->range.begin, b->range.begin);
    order = order ? order : compare_numbers(b->range.end, a->range.end);
    order = order ? order : compare_numbers(tl_rule_number(a->rule), tl_rule_number(b->rule));
    return order ? order : compare_numbers(a->number, b->number);
}

static bool
overlap(const tl_finding *kept, const tl_finding *next)
{
    return kept->segment == next->segment && next->range.begin < kept->range.end;
}

static bool
is_mixed_script(const tl_finding *finding)
{
    return finding->rule == &tl_rule_mixed_script;
}

/* `told` as a finding of mixed-script: what it says and suggests mends both faults. */
static tl_finding
as_mixed_script(const tl_finding *told, const tl_finding *mixed)
{
    tl_finding both = *told;
    both.rule = mixed->rule;
    both.severity = mixed->severity;
    both.explanation = mixed->explanation;
    both.has_relation = mixed->has_relation;
    both.relation = mixed->relation;
    return both;
}

/* What is told of a span: the first finding in order, and whether a mixed-script finding has been
 * united with another one in it. */
typedef struct choice {
    tl_finding *kept;
    bool united;
} choice;

/* Drops `next`, which overlaps the finding that is kept; but a mixed-script finding is united with
 * the first that holds the whole of it. */
static void
absorb(choice *chosen, const tl_finding *next)
{
    tl_finding *kept = chosen->kept;
    bool within = next->range.end <= kept->range.end;
    bool same =
        within && next->range.begin == kept->range.begin && next->range.end == kept->range.end;
    if (chosen->united || is_mixed_script(kept) == is_mixed_script(next)) {
        return;
    }
    if (is_mixed_script(next) && within) {
        *kept = as_mixed_script(kept, next);
        chosen->united = true;
    } else if (is_mixed_script(kept) && same && next->suggestion_count) {
        *kept = as_mixed_script(next, kept);
        chosen->united = true;
    }
}

size_t
tl_findings_choose(tl_finding *findings, size_t count)
{
    choice chosen = {0};
    size_t kept = 0;
    if (count > 1) {
        qsort(findings, count, sizeof *findings, compare);
    }
    for (size_t i = 0; i < count; i++) {
        if (findings[i].of_segment) {
            findings[kept++] = findings[i];
        } else if (chosen.kept && overlap(chosen.kept, &findings[i])) {
            absorb(&chosen, &findings[i]);
        } else {
            findings[kept] = findings[i];
            chosen = (choice){.kept = &findings[kept++]};
        }
    }
    return kept;
}
