/* SPDX-License-Identifier: MPL-2.0 */
/* Forms that are claimed twice: by two terms of one entry, or as the preferred form of two concepts
 * in one language, which is a mistake unless another program wrote it. Claims for different times
 * do not conflict. Each kind of claim is an array sorted by a hash of what is claimed, so that the
 * cost is that of sorting, whatever the input. */
#include "termbase/draft.h"

#include "base/alloc.h"
#include "base/hash.h"
#include "base/radix.h"
#include "termbase/letters.h"

#include <stdlib.h>
#include <string.h>

typedef struct claim {
    uint64_t hash;
    const tl_term *term;
} claim;

typedef bool same_claim(const tl_term *a, const tl_term *b);

static int
compare_claims(const void *left, const void *right)
{
    const claim *a = left, *b = right;
    if (a->hash != b->hash) {
        return a->hash < b->hash ? -1 : 1;
    }
    if (a->term->from != b->term->from) {
        return a->term->from < b->term->from ? -1 : 1;
    }
    return a->term->number < b->term->number ? -1 : a->term->number > b->term->number;
}

/* Claims come in order of the terms, and few of them share a hash. */
static void
sort_claims(claim *claims, size_t count)
{
    tl_radix_item *order = tl_alloc_zero(count, sizeof *order);
    claim *sorted = tl_alloc_zero(count, sizeof *sorted);
    for (size_t i = 0; i < count; i++) {
        order[i] = (tl_radix_item){.key = claims[i].hash, .value = (uint32_t)i};
    }
    tl_radix_sort(order, count);
    for (size_t i = 0; i < count; i++) {
        sorted[i] = claims[order[i].value];
    }
    for (size_t begin = 0, end; begin < count; begin = end) {
        for (end = begin + 1; end < count && sorted[end].hash == sorted[begin].hash; end++) {
        }
        if (end - begin > 1) {
            qsort(sorted + begin, end - begin, sizeof *sorted, compare_claims);
        }
    }
    memcpy(claims, sorted, count * sizeof *claims);
    free(sorted);
    free(order);
}

static tl_date
end_of(const tl_term *term)
{
    return term->until ? term->until : UINT32_MAX;
}

/* Makes a preferred form an admitted one, which comes behind the acronym. */
static void
demote(tl_load *load, const tl_term *term)
{
    tl_entry *entry = (tl_entry *)term->entry;
    ((tl_term *)term)->status = TL_STATUS_ADMITTED;
    entry->preferred = NULL;
    if (entry->acronym && entry->acronym->number == term->number + 1) {
        const tl_term **terms = &load->termbase->terms[term->number];
        terms[0] = entry->acronym;
        terms[1] = term;
        ((tl_term *)terms[0])->number--;
        ((tl_term *)terms[1])->number++;
    }
    tl_draft_lose(load, TL_STR("forms preferred in another concept too"));
}

static void
report_preferred(tl_load *load, const tl_term *first, const tl_term *second)
{
    tl_place here = second->place, there = first->place;
    tl_problem_add(load->problems, here.path, here.line, here.column,
                   "“%.*s” is preferred in concept “%.*s” too (%.*s:%u), want one",
                   TL_STR_ARGS(tl_clip(second->text)), TL_STR_ARGS(tl_clip(first->concept->id)),
                   TL_STR_ARGS(there.path), there.line);
}

static void
report_in_entry(tl_load *load, const tl_term *first, const tl_term *second)
{
    tl_place here = second->place, there = first->place;
    tl_str text = tl_clip(second->text);
    if (first->status == second->status && first->acronym == second->acronym) {
        tl_problem_add(load->problems, here.path, here.line, here.column,
                       "“%.*s” is given twice, first on line %u, want one", TL_STR_ARGS(text),
                       there.line);
    } else {
        tl_problem_add(load->problems, here.path, here.line, here.column,
                       "“%.*s” is %s here but %s on line %u, want one of them", TL_STR_ARGS(text),
                       tl_status_name(second->status),
                       first->acronym ? "the acronym" : tl_status_name(first->status), there.line);
    }
}

/* Two terms claim one form. What another program wrote gives way; else it is a mistake. Returns the
 * one with the claim. */
static const tl_term *
decide(tl_load *load, const tl_term *a, const tl_term *b)
{
    const tl_term *first = a->number < b->number ? a : b;
    const tl_term *second = first == a ? b : a;
    if (first->entry == second->entry) {
        report_in_entry(load, first, second);
    } else if (second->concept->is_imported) {
        demote(load, second);
    } else if (first->concept->is_imported) {
        demote(load, first);
        return second;
    } else {
        report_preferred(load, first, second);
    }
    return first;
}

/* Sweeps over the claims of one hash in the order of their beginnings. */
static void
report_conflicts(tl_load *load, claim *claims, size_t count, same_claim *are_same)
{
    sort_claims(claims, count);
    for (size_t begin = 0, i = 1; i < count; i++) {
        const tl_term *longest = claims[begin].term, *term = claims[i].term;
        if (claims[i].hash != claims[begin].hash || !are_same(longest, term)) {
            begin = i;
            continue;
        }
        bool gives_way = term->from <= end_of(longest) && decide(load, longest, term) == term;
        if (gives_way || end_of(term) > end_of(longest)) {
            begin = i;
        }
    }
}

static bool
are_same_in_entry(const tl_term *a, const tl_term *b)
{
    return a->entry == b->entry && tl_str_equal(a->text, b->text);
}

/* An acronym is one only as it is written: "WHO" and "who" are two forms. */
static bool
are_same_in_language(const tl_term *a, const tl_term *b)
{
    if (!tl_str_equal(a->entry->language, b->entry->language)) {
        return false;
    }
    return tl_letters_are_acronym(a->text) ? tl_str_equal(a->text, b->text)
                                           : tl_letters_equal_folded(a->text, b->text);
}

static uint64_t
hash_in_language(const tl_term *term)
{
    uint64_t text = tl_letters_are_acronym(term->text) ? tl_hash_bytes(term->text)
                                                       : tl_letters_hash_folded(term->text);
    return tl_hash_pair(text, tl_hash_bytes(term->entry->language));
}

static size_t
claim_in_entries(const tl_termbase *termbase, claim *claims)
{
    size_t count = 0;
    for (size_t i = 0; i < termbase->term_count; i++) {
        const tl_term *term = termbase->terms[i];
        if (term->entry->term_count > 1) {
            uint64_t entry = term->entry->terms[0]->number;
            claims[count++] = (claim){tl_hash_pair(tl_hash_bytes(term->text), entry), term};
        }
    }
    return count;
}

static size_t
claim_preferred(const tl_termbase *termbase, claim *claims)
{
    size_t count = 0;
    for (size_t i = 0; i < termbase->term_count; i++) {
        const tl_term *term = termbase->terms[i];
        if (term->status == TL_STATUS_PREFERRED) {
            claims[count++] = (claim){hash_in_language(term), term};
        }
    }
    return count;
}

void
tl_load_check_conflicts(tl_load *load)
{
    const tl_termbase *termbase = load->termbase;
    claim *claims = tl_alloc_zero(termbase->term_count, sizeof *claims);
    report_conflicts(load, claims, claim_in_entries(termbase, claims), are_same_in_entry);
    report_conflicts(load, claims, claim_preferred(termbase, claims), are_same_in_language);
    free(claims);
}
