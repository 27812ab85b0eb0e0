/* SPDX-License-Identifier: MPL-2.0 */
/* acronym-first-use: an acronym that a document uses before it has given the full form, and a full
 * form that is given with its acronym twice. Off by default: a press service need not explain its
 * own name. */
#include "rules/keyed.h"
#include "rules/rules.h"
#include "text/capitals.h"

/* What the document has shown of one concept in one language. Two findings are kept until it is
 * known what stands before: they may be right in a part of the document only. */
typedef struct usage {
    bool has_full, has_acronym, is_introduced;
    const tl_finding *early; /* of the first acronym if no full form is before it, or NULL */
    const tl_finding *again; /* of the first introduction, were there one before it, or NULL */
} usage;

/* True if hit number `at` and the next are "one (other)", forms of one concept. */
static bool
is_introduction(const tl_pass *pass, size_t at)
{
    const tl_scan *scan = pass->scan;
    if (at + 1 >= scan->hit_count) {
        return false;
    }
    const tl_hit *hit = &scan->hits[at], *next = hit + 1;
    tl_range between = {hit->range.end, next->range.begin};
    tl_str gap = tl_str_trim(tl_pass_text(pass, between));
    return hit->pattern->term->entry == next->pattern->term->entry &&
           hit->pattern->term->acronym != next->pattern->term->acronym &&
           tl_str_equal(gap, TL_STR("("));
}

/* The full form with the capitals that it has there. */
static tl_str
full_form_at(const tl_pass *pass, const tl_hit *hit)
{
    const tl_term *full = hit->pattern->term->entry->preferred;
    tl_str text = full->is_headword ? tl_capitals_lower_words(pass->arena, full->text) : full->text;
    return tl_scan_begins_anew(pass->scan, hit->first) ? tl_capitals_raise_first(pass->arena, text)
                                                       : text;
}

static tl_finding
early_finding(tl_pass *pass, const tl_hit *hit)
{
    const tl_entry *entry = hit->pattern->term->entry;
    tl_finding finding = tl_pass_finding(pass, hit->range);
    tl_str text = tl_pass_text(pass, hit->range);
    finding.concept = hit->pattern->term->concept;
    finding.term = entry->preferred->text;
    finding.message = tl_arena_format(pass->arena, "“%.*s” stands before its full form “%.*s”",
                                      TL_STR_ARGS(text), TL_STR_ARGS(entry->preferred->text));
    tl_finding_suggest(&finding,
                       tl_arena_format(pass->arena, "%.*s (%.*s)",
                                       TL_STR_ARGS(full_form_at(pass, hit)), TL_STR_ARGS(text)));
    return finding;
}

static tl_finding
repeated_finding(tl_pass *pass, const tl_hit *hit)
{
    tl_range both = {hit->range.begin, hit[1].range.end};
    const tl_hit *acronym = hit->pattern->term->acronym ? hit : hit + 1;
    tl_str short_form = tl_pass_text(pass, acronym->range);
    tl_str text = pass->scan->segment->text;
    both.end += both.end < text.len && text.ptr[both.end] == ')';
    tl_finding finding = tl_pass_finding(pass, both);
    finding.concept = hit->pattern->term->concept;
    finding.term = short_form;
    finding.message =
        tl_arena_format(pass->arena, "“%.*s” has been introduced before", TL_STR_ARGS(short_form));
    tl_finding_suggest(&finding, short_form);
    return finding;
}

static const tl_finding *
keep(const tl_pass *pass, const tl_finding *finding)
{
    tl_finding *kept = tl_arena_alloc(pass->arena, 1, sizeof *kept);
    *kept = *finding;
    return kept;
}

static void
introduce(tl_pass *pass, usage *used, const tl_hit *hit)
{
    tl_finding finding = repeated_finding(pass, hit);
    if (used->is_introduced) {
        tl_pass_push(pass, &finding);
    } else {
        used->again = keep(pass, &finding);
    }
    used->is_introduced = used->has_full = used->has_acronym = true;
}

static void
use_acronym(tl_pass *pass, usage *used, const tl_hit *hit)
{
    if (!used->has_full && !used->has_acronym) {
        tl_finding finding = early_finding(pass, hit);
        used->early = keep(pass, &finding);
    }
    used->has_acronym = true;
}

static void
check(tl_pass *pass)
{
    for (size_t i = 0; i < pass->scan->hit_count; i++) {
        const tl_hit *hit = &pass->scan->hits[i];
        const tl_term *term = hit->pattern->term;
        if (!tl_term_is_good(term) || !term->entry->acronym || !term->entry->preferred) {
            continue;
        }
        usage *used = tl_keyed_get(tl_keyed_of(pass), pass, term->entry, sizeof *used);
        if (is_introduction(pass, i)) {
            introduce(pass, used, hit);
            i++;
        } else if (term->acronym) {
            use_acronym(pass, used, hit);
        } else {
            used->has_full = true;
        }
    }
}

static void
join(tl_pass *pass, void *later)
{
    const void *entry;
    const usage *from;
    for (size_t i = 0; (from = tl_keyed_at(later, i, &entry)) != NULL; i++) {
        usage *into = tl_keyed_get(tl_keyed_of(pass), pass, entry, sizeof *into);
        if (into->is_introduced && from->again) {
            tl_pass_push(pass, from->again);
        }
        into->early = into->has_full || into->has_acronym ? into->early : from->early;
        into->again = into->is_introduced ? into->again : from->again;
        into->has_full = into->has_full || from->has_full;
        into->has_acronym = into->has_acronym || from->has_acronym;
        into->is_introduced = into->is_introduced || from->is_introduced;
    }
}

static void
finish(tl_pass *pass)
{
    const usage *used;
    for (size_t i = 0; (used = tl_keyed_at(tl_keyed_of(pass), i, NULL)) != NULL; i++) {
        if (used->early) {
            tl_pass_push(pass, used->early);
        }
    }
}

const tl_rule tl_rule_acronym_first_use = {
    .id = "acronym-first-use",
    .summary = "an acronym used before its full form in a document",
    .help = "Finds the first use of an acronym of the termbase where the full form has not been "
            "given before it, and a full form that is given together with its acronym a second "
            "time. “Full Name (FN)” and “FN (Full Name)” introduce an acronym alike.\n\n"
            "Off by default.",
    .bad = "The CDM met in Minsk. The Council of Defense Ministers elected its chairman.",
    .good = "The Council of Defense Ministers (CDM) met in Minsk. The CDM elected its chairman.",
    .severity = TL_SEVERITY_OFF,
    .needs_termbase = true,
    .check = check,
    .join = join,
    .finish = finish,
};
