/* SPDX-License-Identifier: MPL-2.0 */
/* Decides of each term that the target lacks whether a reader of the translation would want to
 * know. Of a plain word there are these kinds of documents:
 *   - it mostly has the termbase's form: told where a word that answers to nothing else stands in
 *     its stead, but not where it was left out;
 *   - it mostly has a rival: told once, with the counts;
 *   - it hardly ever has the termbase's form: a remark, since that may be another sense of it;
 *   - none of these: the word means many things there, and nothing is told. */
#include "rules/rendered_otherwise.h"

enum {
    FEW_WORDS = 4,     /* of a text whose words can be told apart… */
    LABEL_WORDS = 2,   /* …and of one that leaves little to be told apart */
    MOST_WORDS = 8,    /* of a text in which one term surely stands for another */
    ENOUGH_KEPT = 4,   /* units that tell that a document has the termbase's form */
    MOST_KEPT = 256,   /* units whose words are counted */
    ENOUGH_RIVALS = 4, /* units that make a word a rival */
    FAR_MORE = 8,
    FEWEST_TELLING = 3, /* units with a concept that tell whether it is rendered as it should */
    ENOUGH_CONCEPTS = 5,
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
    if (kept->concept->type != TL_TYPE_TERM || kept->count != 1) {
        return;
    }
    tl_root_counts *counts = tl_keyed_get(&list->kept, pass, kept->concept, sizeof *counts);
    if (counts->texts < MOST_KEPT) {
        tl_root_counts_add(counts, &list->words.target, pass->arena);
    }
}

void
tl_otherwise_note(tl_pass *pass, tl_otherwise_list *list, const tl_unit_text *target,
                  const tl_carried *carried)
{
    if (list->tail == NULL) {
        list->language = tl_arena_copy(pass->arena, target->scan->language);
        list->tail = &list->head;
    }
    list->words.source = tl_rooted_words_of(pass->unit->source.texts[0].scan, pass->scratch);
    list->words.target = tl_rooted_words_of(target->scan, pass->scratch);
    if (is_first_target(pass, target)) {
        tl_root_counts_add(&list->all, &list->words.target, pass->arena);
        tl_counterparts_note(&list->counterparts, &list->words, pass->arena);
        for (size_t i = 0; i < carried->kept_count; i++) {
            count_kept(pass, list, carried->kept[i]);
        }
    }
}

tl_otherwise *
tl_otherwise_wait(tl_pass *pass, tl_otherwise_list *list, const tl_missing_concept *missing,
                  const tl_unit_text *target)
{
    const tl_scan *source = pass->unit->source.texts[0].scan;
    tl_otherwise *item = tl_arena_alloc(pass->arena, 1, sizeof *item);
    *item = (tl_otherwise){.concept = missing->source->concept,
                           .segment = target->scan->segment,
                           .language = list->language,
                           .source = tl_str_at(source->segment->text, missing->source->range),
                           .source_range = missing->source->range,
                           .words = {tl_rooted_words_copy(&list->words.source, pass->arena),
                                     tl_rooted_words_copy(&list->words.target, pass->arena)}};
    if (missing->instead && list->words.target.count <= MOST_WORDS) {
        item->instead = missing->instead->concept;
        item->range = missing->instead->range;
    }
    item->is_counted = is_first_target(pass, target);
    *list->tail = item;
    list->tail = &item->next;
    return item;
}

void
tl_otherwise_join(tl_pass *pass, tl_otherwise_list *list, const tl_otherwise_list *later)
{
    const void *concept;
    const tl_root_counts *from;
    for (size_t i = 0; (from = tl_keyed_at(&later->kept, i, &concept)) != NULL; i++) {
        tl_root_counts *into = tl_keyed_get(&list->kept, pass, concept, sizeof *into);
        if (into->texts < MOST_KEPT) {
            tl_root_counts_join(into, from, pass->arena);
        }
    }
    tl_root_counts_join(&list->all, &later->all, pass->arena);
    tl_counterparts_join(&list->counterparts, &later->counterparts, pass->arena);
    if (later->head) {
        list->tail = list->tail ? list->tail : &list->head;
        *list->tail = later->head;
        list->tail = later->tail;
    }
}

/* What was learned of the document. */
typedef struct learned {
    tl_otherwise_list *list;
    const tl_habit *habit;
    tl_keyed missing;    /* by concept: tl_root_counts of the words of units that lack it */
    tl_root_counts told; /* rivals that are told, hashed with their concepts */
    bool is_followed;    /* the document has nearly all plain words as the termbase has them */
} learned;

/* Such a document is taken at the termbase's word: words of many senses are rendered in many ways
 * only by those who do not follow it. */
static bool
is_followed(const learned *l)
{
    uint32_t followed = 0, known = 0;
    const tl_habit_count *count;
    for (size_t i = 0; (count = tl_keyed_at(&l->habit->of, i, NULL)) != NULL; i++) {
        bool is_telling = count->kept + count->missing >= FEWEST_TELLING;
        known += is_telling;
        followed += is_telling && count->kept >= FAR_MORE * count->missing;
    }
    return known >= ENOUGH_CONCEPTS && followed * 10 >= known * 8;
}

static void
learn(tl_pass *pass, learned *l)
{
    l->is_followed = is_followed(l);
    for (const tl_otherwise *item = l->list->head; item; item = item->next) {
        if (item->is_counted) {
            tl_root_counts *missing =
                tl_keyed_get(&l->missing, pass, item->concept, sizeof *missing);
            tl_root_counts_add(missing, &item->words.target, pass->arena);
        }
        tl_counterparts_want(&l->list->counterparts, &item->words, pass->arena);
    }
    tl_counterparts_count(&l->list->counterparts, pass->arena);
}

/* What `table` has counted of the units of a concept. */
static const tl_root_counts *
counts_of(const tl_keyed *table, const tl_concept *concept)
{
    static const tl_root_counts none;
    const tl_root_counts *found = tl_keyed_find(table, concept);
    return found ? found : &none;
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
    const tl_root_counts *missing = counts_of(&l->missing, item->concept);
    const tl_root_counts *kept = counts_of(&l->list->kept, item->concept);
    uint32_t inside = tl_root_counts_of(missing, root);
    double share = share_of(missing, root);
    if (inside < ENOUGH_RIVALS || share < LEAST_SHARE || share < 4 * share_of(kept, root)) {
        return 0;
    }
    double outside = tl_root_counts_of(&l->list->all, root) - inside + 0.5;
    double lift = share * (l->list->all.texts - missing->texts) / outside;
    return lift < LEAST_LIFT ? 0 : lift;
}

/* The word may stand for the concept: it stands for nothing else. */
static bool
is_free(const learned *l, const tl_otherwise *item, const tl_rooted_word *word)
{
    return word->is_content && !tl_counterparts_has_other(&l->list->counterparts, &item->words,
                                                          item->source_range, word);
}

/* The word of the unit that most of all stands for the concept elsewhere, or NULL. Where another
 * comes as often with it, nobody knows which of them it is. */
static const tl_rooted_word *
find_rival(const learned *l, const tl_otherwise *item)
{
    const tl_rooted_word *best = NULL;
    double best_lift = 0;
    uint32_t most = 0, next = 0;
    for (size_t i = 0; i < item->words.target.count; i++) {
        const tl_rooted_word *word = &item->words.target.items[i];
        double lift = is_free(l, item, word) ? lift_of(l, item, word->root) : 0;
        uint32_t inside = tl_root_counts_of(counts_of(&l->missing, item->concept), word->root);
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
is_first(tl_pass *pass, learned *l, const tl_otherwise *item, uint64_t rival)
{
    tl_rooted_word both = {.root = (rival + item->concept->number * 2) | 1};
    tl_rooted_words words = {&both, 1};
    bool is_new = tl_root_counts_of(&l->told, both.root) == 0;
    tl_root_counts_add(&l->told, &words, pass->arena);
    return is_new;
}

static void
judge_rival(tl_pass *pass, learned *l, const tl_rooted_word *rival, tl_otherwise_verdict *verdict)
{
    const tl_otherwise *item = verdict->item;
    const tl_habit_count count = tl_habit_of(l->habit, item->concept);
    uint32_t rendered = tl_root_counts_of(counts_of(&l->missing, item->concept), rival->root);
    verdict->has_place = true;
    verdict->place = rival->range;
    if (rendered * FAR_MORE <= count.kept) {
        verdict->telling = TL_OTHERWISE_FINDING;
    } else if (is_first(pass, l, item, rival->root)) {
        verdict->rendered = rendered;
        bool is_own = rendered >= FAR_MORE * count.kept; /* the document's own word for it */
        verdict->telling = is_own ? TL_OTHERWISE_REMARK : TL_OTHERWISE_FINDING;
    }
}

static size_t
count_content(const tl_rooted_words *words)
{
    size_t count = 0;
    for (size_t i = 0; i < words->count; i++) {
        count += words->items[i].is_content;
    }
    return count;
}

/* Something stands in its stead, but nowhere else; or it was left out. */
static void
judge_lone(const learned *l, tl_otherwise_verdict *verdict)
{
    const tl_otherwise *item = verdict->item;
    const tl_habit_count count = tl_habit_of(l->habit, item->concept);
    bool is_usual = count.kept > 0 && count.kept >= count.missing;
    bool is_only = false;
    const tl_rooted_word *stranger = tl_counterparts_stranger(&l->list->counterparts, &item->words,
                                                              item->source_range, &is_only);
    bool is_rule = count.kept >= ENOUGH_KEPT && count.kept >= FAR_MORE * count.missing;
    size_t words = count_content(&item->words.source);
    bool is_clear =
        (is_usual && is_only && words <= LABEL_WORDS) || (is_rule && words <= FEW_WORDS);
    if (stranger && (is_clear || l->is_followed)) {
        verdict->has_place = is_only;
        verdict->place = stranger->range;
        verdict->telling = TL_OTHERWISE_FINDING;
    }
}

/* A term that has one sense only is told at each place, unless the document never has it. */
static void
judge_term(tl_pass *pass, learned *l, tl_otherwise_verdict *verdict)
{
    const tl_otherwise *item = verdict->item;
    const tl_habit_count count = tl_habit_of(l->habit, item->concept);
    verdict->has_place = item->instead != NULL;
    verdict->place = item->range;
    verdict->telling = TL_OTHERWISE_FINDING;
    if (count.kept == 0 && count.missing >= ENOUGH_RIVALS) {
        verdict->rendered = count.missing;
        verdict->telling = is_first(pass, l, item, 0) ? TL_OTHERWISE_FINDING : TL_OTHERWISE_SILENT;
    }
}

static tl_otherwise_verdict
judge(tl_pass *pass, learned *l, const tl_otherwise *item)
{
    tl_otherwise_verdict verdict = {.item = item};
    const tl_rooted_word *rival = item->is_plain ? find_rival(l, item) : NULL;
    if (item->is_plain && !tl_counterparts_tell(&item->words)) {
        verdict.telling = l->is_followed ? TL_OTHERWISE_FINDING : TL_OTHERWISE_SILENT;
    } else if (rival) {
        judge_rival(pass, l, rival, &verdict);
    } else if (item->is_plain) {
        judge_lone(l, &verdict);
    } else {
        judge_term(pass, l, &verdict);
    }
    return verdict;
}

void
tl_otherwise_settle(tl_pass *pass, tl_otherwise_list *list, const tl_habit *habit,
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
                                        .telling = TL_OTHERWISE_FINDING,
                                        .has_place = item->instead != NULL,
                                        .place = item->range};
        verdict = tells ? judge(pass, &l, item) : verdict;
        if (verdict.telling != TL_OTHERWISE_SILENT) {
            tell(pass, habit, &verdict);
        }
    }
}
