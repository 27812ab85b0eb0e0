/* SPDX-License-Identifier: MPL-2.0 */
/* Who bears a mistyped name: the person, if a given name, initials or a title of his stand beside
 * it; or, if the document names him rightly elsewhere, whoever is not introduced as somebody else.
 * And which words are none of a term: unknown ones that recur, and known ones that stand in small
 * letters too, or oftener than the term. Knows what the document has shown, and nothing of letters
 * (typo_letters.c). */
#include "rules/near_document.h"

#include "base/map.h"
#include "morph/ending.h"
#include "rules/keyed.h"
#include "rules/typo_letters.h"
#include "text/key.h"

enum {
    OWN_WORD = 3,    /* times that a typo is made in no document */
    MAX_OTHERS = 32, /* where so many have a near name, nobody is told from the others */
};

/* All that is written for one word of a concept with the same letters mistaken. */
typedef struct same_typo {
    size_t times;
    bool is_own;     /* where it is written so again and again, it is a word of its own */
    bool is_lowered; /* it stands in small letters too: no name, but a phrase of the language */
} same_typo;

/* A finding that waits for the end of the document. */
typedef struct waiting {
    struct waiting *next;
    tl_finding finding;
    tl_str key;     /* of the word as it is written */
    tl_str typo;    /* of a term: the key of its same_typo; of a name empty */
    bool if_met;    /* it stands if the right form does */
    bool if_absent; /* and if it does not */
} waiting;

/* One concept in this document. */
typedef struct shown {
    size_t met; /* how often: a person by the right name or one that is to be put right, a term of
                   several words */
    tl_map clashing; /* keys of near names that somebody else bears, as they come; owned */
    tl_str others[MAX_OTHERS]; /* those of them that differ in more than an ending, in the end */
    size_t other_count;
    tl_map typos; /* edits → same_typo; owned */
    waiting *head, **tail;
} shown;

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

static shown *
shown_of(tl_pass *pass, const tl_concept *concept)
{
    shown *found = tl_keyed_get(tl_keyed_of(pass), pass, concept, sizeof *found);
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

/* True if somebody else bears the name, in whatever case. */
static bool
bears(const shown *person, tl_str key)
{
    for (size_t i = 0; i < person->other_count; i++) {
        if (tl_str_equal(person->others[i], key) || tl_may_share_root(person->others[i], key)) {
            return true;
        }
    }
    return person->other_count == MAX_OTHERS;
}

static void
note_other(tl_pass *pass, const tl_near_hit *near)
{
    tl_map *clashing = &shown_of(pass, tl_near_concept(near))->clashing;
    tl_key key;
    if (tl_map_get(clashing, tl_key_of(tl_pass_word(pass, near->word), &key)) == NULL) {
        tl_map_add(clashing, key_at(pass, near->word), clashing);
    }
}

static void
tell_others(shown *person)
{
    for (size_t i = 0; i < person->clashing.count; i++) {
        tl_str key = person->clashing.entries[i].key;
        if (!bears(person, key)) { /* so there is room */
            person->others[person->other_count++] = key;
        }
    }
}

void
tl_near_note_people(tl_pass *pass)
{
    const tl_scan *scan = pass->scan;
    for (size_t i = 0; i < scan->hit_count; i++) {
        const tl_term *term = scan->hits[i].pattern->term;
        bool is_telling = term->entry->name || scan->hits[i].pattern->count > 1;
        if (is_telling && tl_term_is_good(term)) {
            shown_of(pass, term->concept)->met++;
        }
    }
    for (size_t i = 0; i < scan->mention_count; i++) {
        if (!scan->mentions[i].family.differs || !scan->mentions[i].is_weak) {
            shown_of(pass, scan->mentions[i].person->concept)->met++;
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
    shown *concept = shown_of(pass, tl_near_concept(near));
    waiting *copy = tl_arena_alloc(pass->arena, 1, sizeof *copy);
    *copy = *item;
    copy->key = key_at(pass, near->word);
    *concept->tail = copy;
    concept->tail = &copy->next;
}

void
tl_near_push_name(tl_pass *pass, const tl_near_hit *near, const tl_verdict *verdict,
                  const tl_finding *finding)
{
    tl_support support = support_beside(pass, near);
    bool is_sure = verdict->doubt == TL_DOUBT_NONE;
    bool is_enough =
        (is_sure || support != TL_SUPPORT_NONE) && tl_typo_may_be_name(&verdict->typo, support);
    if (support != TL_SUPPORT_NONE && is_enough) {
        shown_of(pass, finding->concept)->met += finding->fixable;
        tl_pass_push(pass, finding);
        return;
    }
    waiting item = {.finding = *finding, .if_absent = is_enough};
    item.if_met = is_enough || tl_typo_may_be_name(&verdict->typo, TL_SUPPORT_MET);
    if (item.if_met) {
        wait(pass, near, &item);
    }
}

/* Of a concept's words in which the same letters are mistaken, whatever their endings: of those
 * that differ in the ending, what stands before it. */
static tl_str
typo_key(tl_pass *pass, const tl_typo *typo, bool is_ending)
{
    if (is_ending) {
        return tl_arena_format(pass->arena, "%u", typo->edits[0].at);
    }
    tl_str letters = tl_typo_describe(typo, pass->arena);
    return tl_arena_format(pass->arena, "%u %.*s", typo->edits[0].at, TL_STR_ARGS(letters));
}

static same_typo *
same_typo_of(tl_pass *pass, shown *concept, tl_str key)
{
    same_typo *same = tl_map_get(&concept->typos, key);
    if (same == NULL) {
        same = tl_arena_alloc(pass->arena, 1, sizeof *same);
        tl_map_add(&concept->typos, key, same);
    }
    return same;
}

void
tl_near_push_term(tl_pass *pass, const tl_near_hit *near, const tl_verdict *verdict,
                  const tl_finding *finding)
{
    bool is_word = near->hit.count == 1 && !verdict->variety;
    bool may_be_own = verdict->is_ending || (is_word && tl_typo_has_odd_letter(&verdict->typo));
    bool is_wrong_word = verdict->doubt == TL_DOUBT_MUCH || verdict->doubt == TL_DOUBT_MOST;
    if (!may_be_own && !is_wrong_word) {
        tl_pass_push(pass, finding);
        return;
    }
    shown *concept = shown_of(pass, tl_near_concept(near));
    tl_str typo = typo_key(pass, &verdict->typo, verdict->is_ending);
    same_typo *same = same_typo_of(pass, concept, typo);
    same->times++;
    same->is_own = same->is_own || may_be_own;
    same->is_lowered = same->is_lowered || near->lowered;
    wait(pass, near,
         &(waiting){.finding = *finding,
                    .typo = typo,
                    .if_met = true,
                    .if_absent = verdict->doubt != TL_DOUBT_MOST});
}

/* A word that is written so time and again is one of its own; a phrase that stands in small letters
 * too, or oftener than the term, is none of the term's. */
static bool
may_be_same_word(const shown *concept, const same_typo *same)
{
    if (same->is_own) {
        return same->times < OWN_WORD;
    }
    return concept->met ? same->times <= concept->met : !same->is_lowered;
}

static bool
stands(const shown *concept, const waiting *item, const same_typo *same)
{
    return (concept->met ? item->if_met : item->if_absent) &&
           (same ? may_be_same_word(concept, same) : !bears(concept, item->key));
}

static void
join_concept(tl_pass *pass, shown *into, shown *from)
{
    into->met += from->met;
    for (size_t i = 0; i < from->clashing.count; i++) {
        tl_map_add(&into->clashing, from->clashing.entries[i].key, into);
    }
    for (size_t i = 0; i < from->typos.count; i++) {
        const same_typo *more = from->typos.entries[i].value;
        same_typo *same = same_typo_of(pass, into, from->typos.entries[i].key);
        same->times += more->times;
        same->is_own = same->is_own || more->is_own;
        same->is_lowered = same->is_lowered || more->is_lowered;
    }
    if (from->head) {
        *into->tail = from->head;
        into->tail = from->tail;
    }
    tl_map_clear(&from->clashing);
    tl_map_clear(&from->typos);
}

void
tl_near_join(tl_pass *pass, void *later)
{
    const void *concept;
    shown *from;
    for (size_t i = 0; (from = tl_keyed_at(later, i, &concept)) != NULL; i++) {
        join_concept(pass, shown_of(pass, concept), from);
    }
}

static void
finish_concept(tl_pass *pass, shown *concept)
{
    tell_others(concept);
    for (waiting *item = concept->head; item; item = item->next) {
        const same_typo *same = tl_map_get(&concept->typos, item->typo);
        bool is_sure = concept->met || (same && same->is_own);
        item->finding.fixable = item->finding.fixable && is_sure;
        if (stands(concept, item, same)) {
            tl_pass_push(pass, &item->finding);
        }
    }
    tl_map_clear(&concept->clashing);
    tl_map_clear(&concept->typos);
}

void
tl_near_finish(tl_pass *pass)
{
    shown *concept;
    for (size_t i = 0; (concept = tl_keyed_at(tl_keyed_of(pass), i, NULL)) != NULL; i++) {
        finish_concept(pass, concept);
    }
}
