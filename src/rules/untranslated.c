/* SPDX-License-Identifier: MPL-2.0 */
/* untranslated: a form of the other language of the unit in a text. The scan finds it by itself
 * where the two languages have different scripts; else the text was scanned in the other language
 * too, and a form counts where the text's own language has nothing. */
#include "rules/keyed.h"
#include "rules/literal.h"
#include "rules/replacement.h"
#include "rules/rules.h"

#include "text/capitals.h"
#include "text/key.h"
#include "text/script.h"

static bool
is_in_language(const tl_term *term, tl_str language)
{
    return tl_str_equal_ascii_nocase(tl_language_primary(term->entry->language), language);
}

/* True if the form is one of the text's own language too: API, NATO. */
static bool
is_shared(const tl_hit *hit, const tl_entry *own)
{
    for (size_t i = 0; i < own->term_count; i++) {
        if (tl_keys_equal(own->terms[i]->text, hit->pattern->text)) {
            return true;
        }
    }
    return false;
}

static bool
overlaps_own_hit(const tl_scan *scan, const tl_hit *hit)
{
    for (uint32_t i = 0; i < hit->count; i++) {
        int32_t at = tl_scan_hit_at(scan, hit->first + i);
        if (at >= 0 && is_in_language(scan->hits[at].pattern->term, scan->language)) {
            return true;
        }
    }
    return false;
}

static bool
stands_in_own_language(const tl_scan *scan, const tl_concept *concept)
{
    for (size_t i = 0; i < scan->hit_count; i++) {
        const tl_term *term = scan->hits[i].pattern->term;
        if (term->concept == concept && is_in_language(term, scan->language)) {
            return true;
        }
    }
    return false;
}

/* «Организация … (англ. CSTO)»: the form of the other language is told beside the own one. */
static bool
is_gloss(const tl_scan *scan, const tl_hit *hit)
{
    tl_str text = scan->segment->text;
    size_t open = hit->range.begin;
    while (open > 0 && text.ptr[open - 1] != '(' && text.ptr[open - 1] != ')' &&
           text.ptr[open - 1] != '[') {
        open--;
    }
    bool is_in_brackets = open > 0 && text.ptr[open - 1] != ')';
    return is_in_brackets && stands_in_own_language(scan, hit->pattern->term->concept);
}

/* The own form: of the same kind, an acronym for an acronym. */
static const tl_term *
own_form(const tl_hit *hit, const tl_entry *own)
{
    bool is_acronym = hit->pattern->count == 1 && tl_capitals_only(hit->pattern->text);
    return is_acronym && own->acronym ? own->acronym : own->preferred;
}

static tl_str
own_text(const tl_hit *hit, const tl_term *form)
{
    const tl_person_name *name = form->entry->name;
    return hit->pattern->kind == TL_PATTERN_FAMILY && name ? name->family : form->text;
}

/* A plain word that a document leaves as it is; kept until it is known how often. */
typedef struct doubtful {
    struct doubtful *next;
    tl_finding finding;
} doubtful;

typedef struct usage {
    uint32_t left, translated; /* texts that have the word of the other language, the own one */
} usage;

typedef struct state {
    tl_keyed of[TL_SIDE_TARGET + 1]; /* by concept: usage */
    doubtful *head, **tail;
} state;

static state *
state_of(tl_pass *pass)
{
    if (*pass->state == NULL) {
        state *made = tl_arena_alloc(pass->arena, 1, sizeof *made);
        made->tail = &made->head;
        *pass->state = made;
    }
    return *pass->state;
}

static usage *
usage_of(tl_pass *pass, tl_side side, const tl_concept *concept)
{
    return tl_keyed_get(&state_of(pass)->of[side], pass, concept, sizeof(usage));
}

static tl_finding
finding_at(tl_pass *pass, const tl_scan *scan, const tl_hit *hit, const tl_term *form)
{
    pass->scan = scan;
    tl_finding finding = tl_pass_finding(pass, hit->range);
    tl_str text = tl_pass_quote(pass, tl_pass_text(pass, hit->range));
    pass->scan = NULL;
    finding.concept = form->concept;
    finding.severity = form->concept->severity;
    finding.term = form->text;
    tl_finding_suggest(&finding, own_text(hit, form));
    finding.message = tl_arena_format(pass->arena, "“%.*s” is not translated, use “%.*s”",
                                      TL_STR_ARGS(text), TL_STR_ARGS(finding.suggestions[0]));
    return finding;
}

/* Names of organisations and people are told at once. */
static void
report(tl_pass *pass, const tl_scan *scan, const tl_hit *hit, const tl_term *form)
{
    tl_finding finding = finding_at(pass, scan, hit, form);
    state *known = state_of(pass);
    if (form->concept->type != TL_TYPE_TERM || hit->pattern->count > 1) {
        tl_pass_push(pass, &finding);
        return;
    }
    usage_of(pass, finding.segment->side, finding.concept)->left++;
    doubtful *item = tl_arena_alloc(pass->arena, 1, sizeof *item);
    item->finding = finding;
    *known->tail = item;
    known->tail = &item->next;
}

/* An acronym of a trade, for which the text's own language has words only: URL; or the name of a
 * value that both sides have ("read it from FILE"). */
static bool
is_copied_capitals(const tl_scan *scan, const tl_hit *hit, const tl_entry *own,
                   const tl_unit_side *other)
{
    tl_str text = tl_str_at(scan->segment->text, hit->range);
    if (!tl_capitals_only(text)) {
        return false;
    }
    if (tl_capitals_only(hit->pattern->text)) {
        return own->acronym == NULL;
    }
    tl_str there = other->count ? other->texts[0].scan->segment->text : (tl_str){NULL, 0};
    return tl_str_find(there, text, 0) < there.len && !tl_capitals_only(scan->segment->text);
}

/* The form of the text's own language that is wanted in the place of a hit; NULL: the hit is as it
 * should be. */
static const tl_term *
wanted_form(const tl_scan *scan, const tl_hit *hit, const tl_unit_side *other)
{
    const tl_term *term = hit->pattern->term;
    const tl_entry *own = tl_concept_entry(term->concept, scan->language);
    const tl_term *form = own ? own_form(hit, own) : NULL;
    bool is_good = hit->pattern->kind == TL_PATTERN_EXCEPT ||
                   !is_in_language(term, other->language) || form == NULL || is_shared(hit, own) ||
                   overlaps_own_hit(scan, hit) || is_gloss(scan, hit) ||
                   (term->concept->type == TL_TYPE_TERM &&
                    (tl_is_literal(scan, hit->first, hit->count, other) ||
                     is_copied_capitals(scan, hit, own, other)));
    return is_good ? NULL : form;
}

static void
count_translated(tl_pass *pass, const tl_scan *scan)
{
    for (size_t i = 0; i < scan->hit_count; i++) {
        const tl_term *term = scan->hits[i].pattern->term;
        if (term->concept->type == TL_TYPE_TERM && is_in_language(term, scan->language)) {
            usage_of(pass, scan->segment->side, term->concept)->translated++;
        }
    }
}

static void
check_text(tl_pass *pass, const tl_unit_text *text, const tl_unit_side *other)
{
    count_translated(pass, text->scan);
    for (size_t i = 0; i < text->foreign->hit_count; i++) {
        const tl_hit *hit = &text->foreign->hits[i];
        const tl_term *form = wanted_form(text->scan, hit, other);
        if (form) {
            report(pass, text->scan, hit, form);
        }
    }
}

static void
check_unit(tl_pass *pass)
{
    const tl_unit_side *source = &pass->unit->source, *target = &pass->unit->target;
    for (size_t i = 0; i < source->count; i++) {
        check_text(pass, &source->texts[i], target);
    }
    for (size_t i = 0; i < target->count; i++) {
        check_text(pass, &target->texts[i], source);
    }
}

static void
join(tl_pass *pass, void *later)
{
    state *into = state_of(pass);
    const state *from = later;
    const void *concept;
    const usage *counted;
    for (tl_side side = TL_SIDE_SOURCE; side <= TL_SIDE_TARGET; side++) {
        for (size_t i = 0; (counted = tl_keyed_at(&from->of[side], i, &concept)) != NULL; i++) {
            usage *of = usage_of(pass, side, concept);
            of->left += counted->left;
            of->translated += counted->translated;
        }
    }
    if (from->head) {
        *into->tail = from->head;
        into->tail = from->tail;
    }
}

/* A word that the document mostly leaves as it is is told once. */
static void
finish(tl_pass *pass)
{
    enum { FEW = 2 };
    state *known = *pass->state;
    for (doubtful *item = known ? known->head : NULL; item; item = item->next) {
        usage *of = usage_of(pass, item->finding.segment->side, item->finding.concept);
        if (of->left > FEW && of->left > of->translated) {
            item->finding.explanation = tl_arena_format(
                pass->arena, "so in %u texts of the document, translated in %u: told once",
                of->left, of->translated);
            of->left = 0;
        } else if (of->left == 0) {
            continue;
        }
        tl_pass_push(pass, &item->finding);
    }
}

const tl_rule tl_rule_untranslated = {
    .id = "untranslated",
    .summary = "a term of the other language in a bilingual segment",
    .help =
        "In a bilingual document, finds a form of the other language in a text that has one of "
        "its own for it: “CSTO” in a Russian segment, «ОДКБ» in an English one, on either side.\n\n"
        "A form that both languages share is never reported, nor one in brackets beside the own "
        "form, nor one of a concept that has no form in the language of the text, nor what is no "
        "text: a part of an option, of a command, of a run of words that is copied as it is. A "
        "word that the document mostly leaves as it is is told once.",
    .bad = "The CSTO exercise is over. → Учение CSTO завершено.",
    .good = "The CSTO exercise is over. → Учение ОДКБ завершено.",
    .severity = TL_SEVERITY_WARNING,
    .needs_termbase = true,
    .check_unit = check_unit,
    .join = join,
    .finish = finish,
};
