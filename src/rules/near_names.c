/* SPDX-License-Identifier: MPL-2.0 */
/* Who bears a mistyped name: the person, if a given name, initials or a title of his stand beside
 * it; or, if the document names him rightly elsewhere, whoever is not introduced as somebody else.
 * Knows what the document has shown so far, and nothing of letters (typo_letters.c). */
#include "rules/near_names.h"

#include "morph/ending.h"
#include "rules/keyed.h"
#include "rules/typo_letters.h"
#include "text/key.h"

/* A name that waits for the end of the document. */
typedef struct waiting {
    struct waiting *next;
    tl_finding finding;
    tl_str key;     /* of the name as it is written */
    bool if_met;    /* it stands if the right name does */
    bool if_absent; /* and if it does not */
} waiting;

/* A name that somebody else bears in this document. */
typedef struct other_name {
    const struct other_name *next;
    tl_str key;
} other_name;

/* One person in this document. */
typedef struct named {
    bool is_met; /* the right name */
    const other_name *others;
    waiting *head, **tail;
} named;

bool
tl_near_is_name(const tl_near_hit *near)
{
    return near->person || near->hit.pattern->term->entry->name;
}

const tl_concept *
tl_near_concept(const tl_near_hit *near)
{
    return near->person ? near->person->concept : near->hit.pattern->term->concept;
}

static named *
named_of(tl_pass *pass, const tl_concept *person)
{
    named *found = tl_keyed_get(pass, person, sizeof *found);
    if (found->tail == NULL) {
        found->tail = &found->head;
    }
    return found;
}

static tl_str
key_at(tl_pass *pass, uint32_t word)
{
    tl_key key;
    return tl_arena_copy(pass->arena, tl_key_of(tl_pass_word(pass, word), &key));
}

static void
note_other(tl_pass *pass, const tl_near_hit *near)
{
    named *person = named_of(pass, tl_near_concept(near));
    other_name *other = tl_arena_alloc(pass->arena, 1, sizeof *other);
    *other = (other_name){.next = person->others, .key = key_at(pass, near->word)};
    person->others = other;
}

void
tl_near_names_note(tl_pass *pass)
{
    const tl_scan *scan = pass->scan;
    for (size_t i = 0; i < scan->hit_count; i++) {
        const tl_term *term = scan->hits[i].pattern->term;
        if (term->entry->name && tl_term_is_good(term)) {
            named_of(pass, term->concept)->is_met = true;
        }
    }
    for (size_t i = 0; i < scan->mention_count; i++) {
        if (!scan->mentions[i].family.differs) {
            named_of(pass, scan->mentions[i].person->concept)->is_met = true;
        }
    }
    for (size_t i = 0; i < scan->near_count; i++) {
        if (tl_near_is_name(&scan->near[i]) && scan->near[i].beside == TL_BESIDE_CLASHES) {
            note_other(pass, &scan->near[i]);
        }
    }
}

/* True if what stands before the name is a title that the person has held. */
static bool
follows_own_title(const tl_pass *pass, const tl_near_hit *near)
{
    const tl_scan *scan = pass->scan;
    int32_t at = near->follows_title ? tl_scan_hit_at(scan, near->hit.first - 1) : -1;
    const tl_concept *title = at < 0 ? NULL : scan->hits[at].pattern->term->concept;
    for (size_t i = 0; title && i < title->holder_count; i++) {
        if (title->holders[i].person == tl_near_concept(near)) {
            return true;
        }
    }
    return false;
}

static tl_support
support_beside(const tl_pass *pass, const tl_near_hit *near)
{
    if (near->beside == TL_BESIDE_FITS) {
        return near->has_initials ? TL_SUPPORT_INITIALS : TL_SUPPORT_FULL;
    }
    return follows_own_title(pass, near) ? TL_SUPPORT_FULL
           : near->follows_title         ? TL_SUPPORT_TITLE
                                         : TL_SUPPORT_NONE;
}

static void
wait(tl_pass *pass, const tl_near_hit *near, const waiting *item)
{
    named *person = named_of(pass, tl_near_concept(near));
    waiting *copy = tl_arena_alloc(pass->arena, 1, sizeof *copy);
    *copy = *item;
    copy->key = key_at(pass, near->word);
    *person->tail = copy;
    person->tail = &copy->next;
}

void
tl_near_names_push(tl_pass *pass, const tl_near_hit *near, const tl_verdict *verdict,
                   const tl_finding *finding)
{
    tl_support support = support_beside(pass, near);
    bool is_sure = verdict->doubt == TL_DOUBT_NONE;
    bool is_enough =
        (is_sure || support != TL_SUPPORT_NONE) && tl_typo_may_be_name(&verdict->typo, support);
    if (support != TL_SUPPORT_NONE && is_enough) {
        tl_pass_push(pass, finding);
        return;
    }
    waiting item = {.finding = *finding, .if_absent = is_enough};
    item.if_met = is_enough || tl_typo_may_be_name(&verdict->typo, TL_SUPPORT_MET);
    if (item.if_met) {
        wait(pass, near, &item);
    }
}

/* True if somebody else bears the name, in whatever case. */
static bool
is_others(const named *person, tl_str key)
{
    for (const other_name *other = person->others; other; other = other->next) {
        if (tl_str_equal(other->key, key) || tl_may_share_root(other->key, key)) {
            return true;
        }
    }
    return false;
}

void
tl_near_names_finish(tl_pass *pass)
{
    const named *person;
    for (size_t i = 0; (person = tl_keyed_at(pass, i)) != NULL; i++) {
        for (waiting *item = person->head; item; item = item->next) {
            item->finding.fixable = item->finding.fixable && person->is_met;
            if ((person->is_met ? item->if_met : item->if_absent) &&
                !is_others(person, item->key)) {
                tl_pass_push(pass, &item->finding);
            }
        }
    }
}
