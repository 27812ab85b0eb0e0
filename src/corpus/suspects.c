/* SPDX-License-Identifier: MPL-2.0 */
/* Finds the words that may be one name, by their letters and by what they stand beside. What costs
 * much is asked last and of few: whether a Cyrillic word may be written as either of two, once they
 * stand beside what may be one thing, and what dictionaries know. The places themselves are read
 * afterwards, in the few documents that have a suspect.
 * Invariant: the result depends on the words and the order of the documents only. */
#include "corpus/suspects.h"

#include "base/alloc.h"
#include "morph/base_name.h"
#include "scan/lists.h"
#include "text/key.h"

#include <stdlib.h>

enum {
    ODD_COST = 31, /* Alexander and Aleksandr, in which the last unit is odd */
    SHORTEST_FAMILY = 6,
};

void
tl_suspects_clear(tl_suspects *suspects)
{
    tl_arena_clear(&suspects->arena);
    free(suspects->items);
    free(suspects->pairs);
    free(suspects->ids);
    free(suspects->id_begin);
    tl_neighbours_clear(&suspects->neighbours);
    *suspects = (tl_suspects){0};
}

/* -- pairs ------------------------------------------------------------------------------------ */

/* Tells of each suspect whether it has a pair. */
static void
mark_paired(tl_suspects *suspects)
{
    for (size_t i = 0; i < suspects->count; i++) {
        suspects->items[i].is_paired = false;
    }
    for (size_t i = 0; i < suspects->pair_count; i++) {
        suspects->items[suspects->pairs[i].a].is_paired = true;
        suspects->items[suspects->pairs[i].b].is_paired = true;
    }
}

static void
unite(tl_suspects *suspects, const tl_cluster_pair *pair)
{
    tl_disjoint_unite(&suspects->one, pair->a, pair->b);
}

static bool
are_cyrillic(const tl_suspects *suspects, const tl_cluster_pair *pair)
{
    return suspects->items[pair->a].is_cyrillic;
}

static bool
are_family_names(const tl_suspects *suspects, const tl_cluster_pair *pair)
{
    return suspects->items[pair->a].is_family && suspects->items[pair->b].is_family;
}

/* -- company ---------------------------------------------------------------------------------- */

static void
find_neighbours(tl_suspects *suspects, const tl_tally *tally)
{
    bool *wanted = tl_alloc_zero(suspects->count + 1, sizeof *wanted);
    const tl_neighbours_request request = {.tally = tally,
                                           .ids = suspects->ids,
                                           .id_begin = suspects->id_begin,
                                           .one = &suspects->one,
                                           .wanted = wanted};
    for (size_t i = 0; i < suspects->count; i++) {
        wanted[i] = suspects->items[i].is_paired;
    }
    tl_neighbours_clear(&suspects->neighbours);
    tl_neighbours_find(&suspects->neighbours, &request);
    free(wanted);
}

/* True for words that stand beside anybody. */
static bool
is_anybodys(const tl_suspects *suspects, uint32_t suspect)
{
    tl_key key;
    tl_str word = tl_key_of(suspects->items[suspect].text, &key);
    return tl_list_has(TL_LIST_ROLES, word) || tl_list_has(TL_LIST_FUNCTIONS, word);
}

/* Marks what both of a pair stand beside; false if there is no such thing. */
static bool
have_company(tl_suspects *suspects, const tl_cluster_pair *pair)
{
    bool found = false;
    tl_neighbours *n = &suspects->neighbours;
    tl_common at = {0};
    while (tl_neighbours_next_common(n, pair->a, pair->b, &at)) {
        if (!is_anybodys(suspects, n->beside[at.of_a - 1])) {
            n->is_common[at.of_a - 1] = n->is_common[at.of_b - 1] = true;
            found = true;
        }
    }
    return found;
}

/* Whether the two may have company, as long as it is not known which words are one; `telling`
 * takes the leaders of those that will have to be known. */
static bool
may_have_company(const tl_suspects *suspects, const tl_cluster_pair *pair, bool *telling)
{
    bool found = false;
    const tl_neighbours *n = &suspects->neighbours;
    tl_common at = {0};
    while (tl_neighbours_next_common(n, pair->a, pair->b, &at)) {
        uint32_t leader = n->beside[at.of_a - 1];
        bool is_alone = !suspects->items[leader].is_paired;
        if (!is_alone || !is_anybodys(suspects, leader)) {
            found = telling[leader] = true;
        }
    }
    return found;
}

/* -- family names ----------------------------------------------------------------------------- */

/* True if the word ends as romanized family names do, and other words, too. */
static bool
ends_as_family(const tl_suspect *suspect)
{
    return !suspect->is_cyrillic && suspect->text.len >= SHORTEST_FAMILY &&
           tl_latin_family_mark(suspect->text);
}

static bool
is_surely_family(const tl_suspect *suspect)
{
    return !suspect->is_cyrillic && tl_sure_family_mark(suspect->text);
}

static bool
may_be_family(const tl_suspect *suspect)
{
    return is_surely_family(suspect) || ends_as_family(suspect);
}

/* A word that ends so and is nothing that a dictionary knows is a family name (Shchukin, and
 * Berlin). */
static bool
is_family(const tl_suspect *suspect, const tl_speller *speller)
{
    return is_surely_family(suspect) ||
           (ends_as_family(suspect) &&
            speller->ask(speller->context, TL_STR("en"), suspect->text, false) == TL_KNOWN_NO);
}

/* Tells the family names among words that have a pair. */
static void
tell_families(tl_suspects *suspects, const tl_speller *speller)
{
    for (size_t i = 0; i < suspects->count; i++) {
        tl_suspect *suspect = &suspects->items[i];
        suspect->is_family = suspect->is_paired && is_family(suspect, speller);
    }
}

/* -- sifting ---------------------------------------------------------------------------------- */

/* Judges the Latin pairs as far as anybody will ask: those that may have company or be family
 * names, and those of words that are such company. Which words are one is then known. */
static void
judge_pairs(tl_suspects *suspects, tl_cluster *cluster, const bool *kept, const bool *telling)
{
    const tl_disjoint before = suspects->one;
    size_t left = 0;
    suspects->one = tl_disjoint_new(suspects->count, &suspects->arena);
    for (size_t i = 0; i < suspects->pair_count; i++) {
        tl_cluster_pair pair = suspects->pairs[i];
        tl_str a = suspects->items[pair.a].text, b = suspects->items[pair.b].text;
        bool is_asked = kept[i] || telling[tl_disjoint_leader(&before, pair.a)];
        if (is_asked && !are_cyrillic(suspects, &pair)) {
            pair.cyrillic = tl_cluster_shared(cluster, a, b, &suspects->arena, &pair.cost);
        }
        if (is_asked && pair.cost <= TL_COST_LIKELY) {
            unite(suspects, &pair);
            if (kept[i]) {
                suspects->pairs[left++] = pair;
            }
        }
    }
    suspects->pair_count = left;
}

/* Drops the pairs that are not one name, or cannot be told to be. */
static void
drop_unlike(tl_suspects *suspects, const tl_tally *tally, tl_cluster *cluster)
{
    bool *kept = tl_alloc_zero(suspects->pair_count + 1, sizeof *kept);
    bool *telling = tl_alloc_zero(suspects->count + 1, sizeof *telling);
    suspects->one = tl_disjoint_new(suspects->count, &suspects->arena);
    for (size_t i = 0; i < suspects->pair_count; i++) {
        unite(suspects, &suspects->pairs[i]);
    }
    mark_paired(suspects);
    find_neighbours(suspects, tally);
    for (size_t i = 0; i < suspects->pair_count; i++) {
        const tl_cluster_pair *pair = &suspects->pairs[i];
        kept[i] =
            may_have_company(suspects, pair, telling) ||
            (may_be_family(&suspects->items[pair->a]) && may_be_family(&suspects->items[pair->b]));
    }
    judge_pairs(suspects, cluster, kept, telling);
    free(kept);
    free(telling);
}

/* Drops the pairs that have nobody in common to stand beside. */
static void
drop_strangers(tl_suspects *suspects, const tl_tally *tally)
{
    size_t left = 0;
    find_neighbours(suspects, tally);
    for (size_t i = 0; i < suspects->pair_count; i++) {
        const tl_cluster_pair *pair = &suspects->pairs[i];
        if (have_company(suspects, pair) || are_family_names(suspects, pair)) {
            suspects->pairs[left++] = *pair;
        }
    }
    suspects->pair_count = left;
}

/* True if a dictionary has the word in small letters. */
static bool
is_ordinary(const tl_suspect *suspect, const tl_speller *speller)
{
    tl_key key;
    tl_str word = tl_key_of(suspect->text, &key);
    return !suspect->is_family &&
           speller->ask(speller->context, suspect->is_cyrillic ? TL_STR("ru") : TL_STR("en"), word,
                        true) == TL_KNOWN_YES;
}

/* True for two words that no scheme tells apart but for its choice of letters. Odd spellings are
 * believed of Russian family names only, since other names are odd by themselves. */
static bool
is_worth_reading(const tl_suspects *suspects, const tl_cluster_pair *pair)
{
    return are_family_names(suspects, pair) || are_cyrillic(suspects, pair) ||
           pair->cost <= ODD_COST;
}

/* Drops the pairs of which one word is an ordinary one. */
static void
drop_ordinary(tl_suspects *suspects, const tl_speller *speller)
{
    size_t left = 0;
    for (size_t i = 0; i < suspects->pair_count; i++) {
        const tl_cluster_pair *pair = &suspects->pairs[i];
        if (is_worth_reading(suspects, pair) && !is_ordinary(&suspects->items[pair->a], speller) &&
            !is_ordinary(&suspects->items[pair->b], speller)) {
            suspects->pairs[left++] = *pair;
        }
    }
    suspects->pair_count = left;
}

void
tl_suspects_find(tl_suspects *suspects, const tl_tally *tally, tl_cluster *cluster,
                 const tl_speller *speller)
{
    tl_suspects_collect(suspects, tally);
    tl_suspects_pair(suspects);
    drop_unlike(suspects, tally, cluster);
    mark_paired(suspects);
    tell_families(suspects, speller);
    drop_strangers(suspects, tally);
    drop_ordinary(suspects, speller);
    mark_paired(suspects);
}

/* -- documents -------------------------------------------------------------------------------- */

/* True if that place may tell something of the first of the two. */
static bool
is_wanted(const tl_suspects *suspects, uint32_t suspect, uint32_t beside)
{
    return suspects->items[suspect].is_paired &&
           tl_neighbours_are_common(&suspects->neighbours, suspect,
                                    tl_disjoint_leader(&suspects->one, beside));
}

bool
tl_suspects_in(const tl_suspects *suspects, const tl_tally *tally, size_t number)
{
    const tl_tally_document *document = &tally->documents[number];
    const uint32_t *ids = suspects->ids + suspects->id_begin[number];
    for (size_t i = 0; i < document->count; i++) {
        const tl_suspect *suspect = &suspects->items[ids[i]];
        if (suspect->is_paired && suspect->is_family) {
            return true;
        }
    }
    for (size_t i = 0; i < document->link_count; i++) {
        uint32_t a = ids[document->links[i].first], b = ids[document->links[i].second];
        if (is_wanted(suspects, a, b) || is_wanted(suspects, b, a)) {
            return true;
        }
    }
    return false;
}
