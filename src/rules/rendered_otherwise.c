/* SPDX-License-Identifier: MPL-2.0 */
/* Decides of each plain word that the target lacks whether a reader of the translation would want
 * to know. Three kinds of documents of a term:
 *   - it mostly has the termbase's form: where a rival stands instead, that is told at each place;
 *   - it mostly has a rival: told once, with the counts, since it is one decision;
 *   - neither: the word means many things there, and nothing is told. */
#include "rules/rendered_otherwise.h"

enum {
    FEW_WORDS = 3,     /* of a label */
    MOST_WORDS = 8,    /* of a text in which one term surely stands for another */
    ENOUGH_KEPT = 4,   /* units that tell that a document has the termbase's form */
    MOST_KEPT = 256,   /* units whose words are counted */
    ENOUGH_RIVALS = 4, /* units that make a word a rival */
    FAR_MORE = 8,
    SURE_RIVALS = 10, /* units that tell of a document that never has the termbase's form */
};
static const double LEAST_LIFT = 6, LEAST_SHARE = 0.4;

static bool
is_first_target(const tl_pass *pass, const tl_unit_text *target)
{
    return target == pass->unit->target.texts;
}

static void
count_kept(tl_pass *pass, tl_otherwise_list *list, const tl_concept_place *kept)
{
    tl_root_counts *counts = &list->kept[kept->concept->number];
    if (kept->concept->type == TL_TYPE_TERM && kept->count == 1 && counts->texts < MOST_KEPT) {
        tl_root_counts_add(counts, &list->words, pass->arena);
    }
}

void
tl_otherwise_note(tl_pass *pass, tl_otherwise_list *list, const tl_unit_text *target,
                  const tl_carried *carried)
{
    if (list->kept == NULL) {
        size_t count = pass->index->termbase->concept_count;
        list->kept = tl_arena_alloc(pass->arena, count, sizeof *list->kept);
        list->language = tl_arena_copy(pass->arena, target->scan->language);
        list->tail = &list->head;
    }
    list->words = tl_rooted_words_of(target->scan, pass->arena);
    if (is_first_target(pass, target)) {
        tl_root_counts_add(&list->all, &list->words, pass->arena);
        for (size_t i = 0; i < carried->kept_count; i++) {
            count_kept(pass, list, carried->kept[i]);
        }
    }
}

void
tl_otherwise_wait(tl_pass *pass, tl_otherwise_list *list, const tl_missing_concept *missing,
                  const tl_unit_text *target)
{
    const tl_scan *source = pass->unit->source.texts[0].scan;
    tl_otherwise *item = tl_arena_alloc(pass->arena, 1, sizeof *item);
    *item = (tl_otherwise){.concept = missing->source->concept,
                           .segment = target->scan->segment,
                           .language = list->language,
                           .source = tl_str_at(source->segment->text, missing->source->range),
                           .words = list->words};
    if (missing->instead && list->words.count <= MOST_WORDS) {
        item->instead = missing->instead->concept;
        item->range = missing->instead->range;
    }
    item->is_counted = is_first_target(pass, target);
    item->is_label = tl_rooted_words_of(source, pass->scratch).count <= FEW_WORDS;
    *list->tail = item;
    list->tail = &item->next;
}

/* What was learned of the document. */
typedef struct learned {
    const tl_otherwise_list *list;
    const tl_habit *habit;
    tl_root_counts *missing; /* by number of the concept: the words of units that lack it */
    tl_root_counts told;     /* rivals that are told, hashed with their concepts */
} learned;

static void
learn(tl_pass *pass, learned *l)
{
    l->missing =
        tl_arena_alloc(pass->arena, pass->index->termbase->concept_count, sizeof *l->missing);
    for (const tl_otherwise *item = l->list->head; item; item = item->next) {
        if (item->is_counted) {
            tl_root_counts_add(&l->missing[item->concept->number], &item->words, pass->arena);
        }
    }
}

static double
share_of(const tl_root_counts *counts, uint64_t root)
{
    return counts->texts ? (double)tl_root_counts_of(counts, root) / counts->texts : 0;
}

/* How much likelier a unit without the concept has the root than others, those with the concept
 * too; 0: not enough to make it a rival. */
static double
lift_of(const learned *l, const tl_otherwise *item, uint64_t root)
{
    const tl_root_counts *missing = &l->missing[item->concept->number];
    const tl_root_counts *kept = &l->list->kept[item->concept->number];
    uint32_t inside = tl_root_counts_of(missing, root);
    double share = share_of(missing, root);
    if (inside < ENOUGH_RIVALS || share < LEAST_SHARE || share < 4 * share_of(kept, root)) {
        return 0;
    }
    double outside = tl_root_counts_of(&l->list->all, root) - inside + 0.5;
    double lift = share * (l->list->all.texts - missing->texts) / outside;
    return lift < LEAST_LIFT ? 0 : lift;
}

/* The word of the unit that most of all stands for the concept elsewhere, or NULL. Where another
 * comes as often with it, nobody knows which of them it is. */
static const tl_rooted_word *
find_rival(const learned *l, const tl_otherwise *item)
{
    const tl_rooted_word *best = NULL;
    double best_lift = 0;
    uint32_t most = 0, next = 0;
    for (size_t i = 0; i < item->words.count; i++) {
        const tl_rooted_word *word = &item->words.items[i];
        double lift = lift_of(l, item, word->root);
        uint32_t inside = tl_root_counts_of(&l->missing[item->concept->number], word->root);
        if (lift > best_lift) {
            next = most;
            most = inside;
            best_lift = lift;
            best = word;
        } else if (lift > 0 && inside > next) {
            next = inside;
        }
    }
    return most * 3 > next * 4 ? best : NULL;
}

/* The first of its kind is told for all. */
static bool
is_first(tl_pass *pass, learned *l, const tl_otherwise *item, const tl_rooted_word *rival)
{
    tl_rooted_word both = {.root = (rival->root + item->concept->number * 2) | 1};
    tl_rooted_words words = {&both, 1};
    bool is_new = tl_root_counts_of(&l->told, both.root) == 0;
    tl_root_counts_add(&l->told, &words, pass->arena);
    return is_new;
}

static void
judge_rival(tl_pass *pass, learned *l, const tl_rooted_word *rival, tl_otherwise_verdict *verdict)
{
    const tl_otherwise *item = verdict->item;
    const tl_habit_count *count = &l->habit->of[item->concept->number];
    uint32_t rendered = tl_root_counts_of(&l->missing[item->concept->number], rival->root);
    verdict->has_place = true;
    verdict->place = rival->range;
    verdict->is_told = true;
    if (rendered * FAR_MORE > count->kept) {
        bool is_sure =
            count->kept || (rendered >= SURE_RIVALS && rendered * 10 >= count->missing * 6);
        verdict->rendered = rendered;
        verdict->is_told = is_sure && is_first(pass, l, item, rival);
    }
}

static tl_otherwise_verdict
judge(tl_pass *pass, learned *l, const tl_otherwise *item)
{
    const tl_habit_count *count = &l->habit->of[item->concept->number];
    const tl_rooted_word *rival = find_rival(l, item);
    tl_otherwise_verdict verdict = {.item = item};
    if (rival) {
        judge_rival(pass, l, rival, &verdict);
    } else {
        bool is_usual = count->kept >= ENOUGH_KEPT && count->kept > 3 * count->missing;
        verdict.is_told = item->is_label && is_usual;
        verdict.has_place = item->instead && tl_habit_is_bound(l->habit, item->instead);
        verdict.place = item->range;
    }
    return verdict;
}

void
tl_otherwise_settle(tl_pass *pass, const tl_otherwise_list *list, const tl_habit *habit,
                    void (*tell)(tl_pass *pass, const tl_habit *habit,
                                 const tl_otherwise_verdict *verdict))
{
    learned l = {.list = list, .habit = habit};
    bool tells = tl_habit_tells(habit);
    if (tells) {
        learn(pass, &l);
    }
    for (const tl_otherwise *item = list->head; item; item = item->next) {
        tl_otherwise_verdict verdict = {.item = item,
                                        .is_told = true,
                                        .has_place = item->instead != NULL,
                                        .place = item->range};
        verdict = tells ? judge(pass, &l, item) : verdict;
        if (verdict.is_told) {
            tell(pass, habit, &verdict);
        }
    }
}
