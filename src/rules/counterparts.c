/* SPDX-License-Identifier: MPL-2.0 */
/* Counts pairs of words over the units of a document. Only pairs of words that somebody asks for
 * are counted, in one pass over what was noted, so that memory grows with the document's words and
 * not with their pairs. */
#include "rules/counterparts.h"

#include "base/hash.h"

enum {
    MOST_WORDS = 32,  /* of a text */
    ENOUGH_UNITS = 2, /* the unit at hand and another */
    SELDOM = 6,
    LEAST_LIFT = 6,  /* how much oftener than by chance two words come together */
    LEAST_SHARE = 4, /* the rarer of them comes with the other once in so many units at least */
};

/* The roots of a unit: first those of the source. */
typedef struct tl_noted_unit {
    struct tl_noted_unit *next;
    size_t source_count, target_count;
    uint64_t roots[];
} noted_unit;

bool
tl_counterparts_tell(const tl_word_pair_texts *unit)
{
    return unit->source.count <= MOST_WORDS && unit->target.count <= MOST_WORDS;
}

void
tl_counterparts_note(tl_counterparts *counterparts, const tl_word_pair_texts *unit, tl_arena *arena)
{
    size_t count = unit->source.count + unit->target.count;
    if (!tl_counterparts_tell(unit)) {
        return;
    }
    noted_unit *noted = tl_arena_alloc(arena, 1, sizeof *noted + count * sizeof *noted->roots);
    noted->source_count = unit->source.count;
    noted->target_count = unit->target.count;
    for (size_t i = 0; i < unit->source.count; i++) {
        noted->roots[i] = unit->source.items[i].root;
    }
    for (size_t i = 0; i < unit->target.count; i++) {
        noted->roots[unit->source.count + i] = unit->target.items[i].root;
    }
    tl_root_counts_add(&counterparts->source, &unit->source, arena);
    tl_root_counts_add(&counterparts->target, &unit->target, arena);
    counterparts->tail = counterparts->tail ? counterparts->tail : &counterparts->head;
    *counterparts->tail = noted;
    counterparts->tail = &noted->next;
}

void
tl_counterparts_join(tl_counterparts *counterparts, const tl_counterparts *later, tl_arena *arena)
{
    if (later->head) {
        counterparts->tail = counterparts->tail ? counterparts->tail : &counterparts->head;
        *counterparts->tail = later->head;
        counterparts->tail = later->tail;
    }
    tl_root_counts_join(&counterparts->source, &later->source, arena);
    tl_root_counts_join(&counterparts->target, &later->target, arena);
}

void
tl_counterparts_want(tl_counterparts *counterparts, const tl_word_pair_texts *unit, tl_arena *arena)
{
    tl_root_counts_add(&counterparts->wanted, &unit->source, arena);
    tl_root_counts_add(&counterparts->wanted, &unit->target, arena);
}

static uint64_t
pair_of(uint64_t source, uint64_t target)
{
    return tl_hash_mix(source + 3 * target) | 1;
}

/* The wanted ones among `count` roots, in `found`; how many. */
static size_t
pick_wanted(const tl_counterparts *counterparts, const uint64_t *roots, size_t count,
            uint64_t *found)
{
    size_t picked = 0;
    for (size_t i = 0; i < count; i++) {
        if (tl_root_counts_of(&counterparts->wanted, roots[i])) {
            found[picked++] = roots[i];
        }
    }
    return picked;
}

static void
count_pairs(tl_counterparts *counterparts, const noted_unit *unit, tl_arena *arena)
{
    uint64_t source[MOST_WORDS], target[MOST_WORDS];
    tl_rooted_word pairs[MOST_WORDS];
    size_t source_count = pick_wanted(counterparts, unit->roots, unit->source_count, source);
    size_t target_count =
        pick_wanted(counterparts, unit->roots + unit->source_count, unit->target_count, target);
    for (size_t i = 0; i < source_count && target_count; i++) {
        for (size_t k = 0; k < target_count; k++) {
            pairs[k] = (tl_rooted_word){.root = pair_of(source[i], target[k])};
        }
        tl_rooted_words words = {pairs, target_count};
        tl_root_counts_add(&counterparts->together, &words, arena);
    }
}

void
tl_counterparts_count(tl_counterparts *counterparts, tl_arena *arena)
{
    for (const noted_unit *unit = counterparts->head; unit; unit = unit->next) {
        count_pairs(counterparts, unit, arena);
    }
}

static bool
answer(const tl_counterparts *c, uint64_t source, uint64_t target)
{
    uint64_t together = tl_root_counts_of(&c->together, pair_of(source, target));
    uint64_t of_source = tl_root_counts_of(&c->source, source);
    uint64_t of_target = tl_root_counts_of(&c->target, target);
    uint64_t rarer = of_source < of_target ? of_source : of_target;
    bool is_mutual = together * 10 >= (of_source + of_target) * 3;
    bool is_no_chance = together * c->source.texts >= LEAST_LIFT * of_source * of_target;
    return together >= ENOUGH_UNITS &&
           (is_mutual || (is_no_chance && together * LEAST_SHARE >= rarer));
}

static bool
is_within(tl_range outer, const tl_rooted_word *word)
{
    return word->range.begin >= outer.begin && word->range.end <= outer.end;
}

/* How many words of the source, but for those in `range`, no word of the target answers to. */
static size_t
count_unanswered(const tl_counterparts *c, const tl_word_pair_texts *unit, tl_range range)
{
    size_t unanswered = 0;
    for (size_t i = 0; i < unit->source.count; i++) {
        bool has_answer = is_within(range, &unit->source.items[i]) ||
                          !unit->source.items[i].is_content ||
                          tl_root_counts_of(&c->source, unit->source.items[i].root) >= SELDOM;
        for (size_t k = 0; k < unit->target.count && !has_answer; k++) {
            has_answer = answer(c, unit->source.items[i].root, unit->target.items[k].root);
        }
        unanswered += !has_answer;
    }
    return unanswered;
}

bool
tl_counterparts_has_other(const tl_counterparts *c, const tl_word_pair_texts *unit, tl_range range,
                          const tl_rooted_word *word)
{
    for (size_t i = 0; i < unit->source.count; i++) {
        if (!is_within(range, &unit->source.items[i]) &&
            answer(c, unit->source.items[i].root, word->root)) {
            return true;
        }
    }
    return false;
}

const tl_rooted_word *
tl_counterparts_stranger(const tl_counterparts *counterparts, const tl_word_pair_texts *unit,
                         tl_range range, bool *is_only)
{
    const tl_rooted_word *first = NULL;
    size_t strangers = 0;
    for (size_t i = 0; i < unit->target.count; i++) {
        const tl_rooted_word *word = &unit->target.items[i];
        if (word->is_content && !tl_counterparts_has_other(counterparts, unit, range, word)) {
            first = first ? first : word;
            strangers++;
        }
    }
    *is_only = strangers == 1;
    return strangers > count_unanswered(counterparts, unit, range) ? first : NULL;
}
