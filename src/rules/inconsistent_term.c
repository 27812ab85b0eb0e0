/* SPDX-License-Identifier: MPL-2.0 */
/* inconsistent-term: two good forms of one concept in one document. Which of them is to be marked
 * is only known at the end, so each form that is not the preferred one leaves a finding ready, and
 * the last step pushes those that turned out inconsistent. Acronyms stand for their full form and
 * count for nothing here. In a bilingual document a form of the target that answers to something
 * else in the source means something else. */
#include "rules/carried.h"
#include "rules/keyed.h"
#include "rules/replacement.h"
#include "rules/rules.h"
#include "rules/verb_term.h"

#include "text/capitals.h"

/* A form other than the preferred one, met in the text. */
typedef struct ready {
    struct ready *next;
    tl_str form;
    tl_finding finding;
} ready;

/* One concept in one language. */
typedef struct usage {
    const tl_entry *entry;
    tl_str first; /* the form that came first */
    bool has_preferred;
    ready *head, **tail;
} usage;

static bool
is_between_words(tl_str text, size_t at)
{
    return at == 0 || at >= text.len || text.ptr[at] == ' ' || text.ptr[at - 1] == ' ' ||
           text.ptr[at] == '-' || text.ptr[at - 1] == '-';
}

/* Whether one form is part of the other, as "Karimov" of "Islam Karimov": whole words of it. */
static bool
contains(tl_str longer, tl_str shorter)
{
    size_t at = tl_str_find(longer, shorter, 0);
    return tl_str_equal(longer, shorter) || (at < longer.len && is_between_words(longer, at) &&
                                             is_between_words(longer, at + shorter.len));
}

static bool
are_one(tl_str a, tl_str b)
{
    return contains(a, b) || contains(b, a);
}

static bool
counts(const tl_hit *hit)
{
    const tl_term *term = hit->pattern->term;
    return tl_term_is_good(term) && !term->acronym && term->severity != TL_LEVEL_OFF &&
           !tl_capitals_only(term->text) && term->entry->preferred;
}

static usage *
usage_of(tl_pass *pass, const tl_entry *entry)
{
    usage *found = tl_keyed_get(tl_keyed_of(pass), pass, entry, sizeof *found);
    if (found->tail == NULL) {
        found->entry = entry;
        found->tail = &found->head;
    }
    return found;
}

/* The form that takes the place of the hit: the family name for a family name. */
static tl_term
wanted_form(const tl_hit *hit)
{
    const tl_entry *entry = hit->pattern->term->entry;
    tl_term wanted = *entry->preferred;
    if (hit->pattern->kind == TL_PATTERN_FAMILY && entry->name) {
        wanted.text = entry->name->family;
    }
    return wanted;
}

static void
make_ready(tl_pass *pass, const tl_hit *hit, usage *used)
{
    tl_term wanted = wanted_form(hit);
    tl_replacement replacement = tl_replacement_for_hit(pass, hit, &wanted);
    if (tl_str_equal(replacement.text, tl_pass_text(pass, hit->range))) {
        return; /* in capitals they are one */
    }
    ready *item = tl_arena_alloc(pass->arena, 1, sizeof *item);
    item->form = hit->pattern->text;
    item->finding = tl_pass_finding(pass, hit->range);
    item->finding.concept = hit->pattern->term->concept;
    item->finding.term = used->entry->preferred->text;
    item->finding.message = tl_arena_format(
        pass->arena, "“%.*s” and another form of one concept in one document, use “%.*s”",
        TL_STR_ARGS(tl_pass_quote(pass, tl_pass_text(pass, hit->range))),
        TL_STR_ARGS(tl_pass_quote(pass, replacement.text)));
    tl_finding_suggest(&item->finding, replacement.text);
    *used->tail = item;
    used->tail = &item->next;
}

static bool
is_verb(const tl_term *term)
{
    return tl_is_verb_term(tl_language_primary(term->entry->language), term->text);
}

/* A verb and a noun of one concept do not stand for each other. */
static void
note(tl_pass *pass, const tl_hit *hit)
{
    const tl_term *term = hit->pattern->term, *preferred = term->entry->preferred;
    if (term != preferred && is_verb(term) != is_verb(preferred)) {
        return;
    }
    usage *used = usage_of(pass, hit->pattern->term->entry);
    if (used->first.len == 0) {
        used->first = hit->pattern->text;
    }
    if (are_one(hit->pattern->text, used->entry->preferred->text)) {
        used->has_preferred = true;
    } else {
        make_ready(pass, hit, used);
    }
}

static void
check(tl_pass *pass)
{
    bool waits_for_unit = pass->scan->segment->side == TL_SIDE_TARGET;
    for (size_t i = 0; !waits_for_unit && i < pass->scan->hit_count; i++) {
        if (counts(&pass->scan->hits[i])) {
            note(pass, &pass->scan->hits[i]);
        }
    }
}

static bool
is_grounded(const tl_carried *carried, const tl_concept *concept)
{
    for (size_t i = 0; i < carried->grounded_count; i++) {
        if (carried->grounded[i]->concept == concept) {
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
        pass->scan = target->scan;
        for (size_t k = 0; k < target->scan->hit_count; k++) {
            const tl_hit *hit = &target->scan->hits[k];
            if (counts(hit) && is_grounded(&carried, hit->pattern->term->concept)) {
                note(pass, hit);
            }
        }
        pass->scan = NULL;
    }
}

/* A block of which nobody knows what it answers to. */
static void
check_alone(tl_pass *pass)
{
    for (size_t i = 0; i < pass->unit->target.count; i++) {
        pass->scan = pass->unit->target.texts[i].scan;
        for (size_t k = 0; k < pass->scan->hit_count; k++) {
            if (counts(&pass->scan->hits[k])) {
                note(pass, &pass->scan->hits[k]);
            }
        }
        pass->scan = NULL;
    }
}

static void
join(tl_pass *pass, void *later)
{
    const usage *from;
    for (size_t i = 0; (from = tl_keyed_at(later, i, NULL)) != NULL; i++) {
        usage *into = usage_of(pass, from->entry);
        into->first = into->first.len ? into->first : from->first;
        into->has_preferred = into->has_preferred || from->has_preferred;
        if (from->head) {
            *into->tail = from->head;
            into->tail = from->tail;
        }
    }
}

/* The later form is marked; the preferred one never is, so that where it is the later one the other
 * is marked instead. */
static void
finish(tl_pass *pass)
{
    const usage *used;
    for (size_t i = 0; (used = tl_keyed_at(tl_keyed_of(pass), i, NULL)) != NULL; i++) {
        for (const ready *item = used->head; item; item = item->next) {
            if (used->has_preferred || !are_one(item->form, used->first)) {
                tl_pass_push(pass, &item->finding);
            }
        }
    }
}

const tl_rule tl_rule_inconsistent_term = {
    .id = "inconsistent-term",
    .summary = "two good forms of one concept in one document",
    .help = "Finds a document that calls one thing by two of its good forms, the preferred one and "
            "an admitted one or two admitted ones, and suggests the preferred form in place of the "
            "later one.\n\n"
            "A full form and its acronym are one, and so are a form and a longer one that contains "
            "it. An admitted form with `severity: off` may stand beside any other. In a bilingual "
            "document a form of the target counts only where the source has its concept.",
    .bad = "The depth-gauge station was moved. The water-level post had stood there since 1931.",
    .good = "The depth-gauge station was moved. The station had stood there since 1931.",
    .severity = TL_SEVERITY_SUGGESTION,
    .needs_termbase = true,
    .check = check,
    .check_unit = check_unit,
    .check_alone = check_alone,
    .join = join,
    .finish = finish,
};
