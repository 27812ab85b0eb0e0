/* SPDX-License-Identifier: MPL-2.0 */
/* Files the places of a spelling under keys of the name beside them, so that a place is compared
 * with those only that may agree with it. */
#include "corpus/circle.h"

#include "base/alloc.h"
#include "base/hash.h"
#include "romanize/cyrillic_stem.h"

#include <stdlib.h>

enum { KEYS_OF_PART_MAX = TL_CLUSTER_KEYS_MAX + 1 };

/* Words that may be one name share one of these keys. */
static size_t
keys_of_part(const tl_trial *t, tl_str part, uint64_t keys[KEYS_OF_PART_MAX])
{
    bool is_cyrillic = t->kinship->suspects->items[t->a].is_cyrillic;
    size_t count = is_cyrillic ? 0 : tl_cluster_keys(part, keys);
    keys[count++] = tl_hash_bytes(is_cyrillic ? tl_cyrillic_stem(part) : part);
    return count;
}

static uint64_t
key_of_rest(const tl_trial *t, const tl_sighting *s)
{
    uint64_t key = tl_hash_pair(tl_trial_initial(t, s), tl_hash_bytes(s->title));
    return tl_hash_pair(key, tl_trial_other_part(t, s).len > 0);
}

static int
compare_filed(const void *left, const void *right)
{
    const tl_filed_place *a = left, *b = right;
    int order = (a->key > b->key) - (a->key < b->key);
    return order ? order : (a->sighting > b->sighting) - (a->sighting < b->sighting);
}

static void
sort_filed(tl_filed_place *items, size_t count)
{
    if (count > 1) {
        qsort(items, count, sizeof *items, compare_filed);
    }
}

/* Keeps the first of each key. */
static size_t
keep_distinct(tl_filed_place *items, size_t count)
{
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        if (kept == 0 || items[kept - 1].key != items[i].key) {
            items[kept++] = items[i];
        }
    }
    return kept;
}

tl_circle
tl_circle_draw(const tl_trial *t, uint32_t suspect)
{
    size_t count = t->kinship->starts[suspect + 1] - t->kinship->starts[suspect];
    tl_circle c = {.named = tl_alloc_zero(count * KEYS_OF_PART_MAX + 1, sizeof *c.named),
                   .unnamed = tl_alloc_zero(count + 1, sizeof *c.unnamed)};
    const tl_sighting *s;
    for (uint32_t i = 0; (s = tl_trial_place(t, suspect, i)) != NULL; i++) {
        uint64_t keys[KEYS_OF_PART_MAX];
        tl_str part = tl_trial_other_part(t, s);
        size_t key_count = part.len ? keys_of_part(t, part, keys) : 0;
        for (size_t k = 0; k < key_count; k++) {
            c.named[c.named_count++] = (tl_filed_place){keys[k], s};
        }
        c.unnamed[c.unnamed_count++] = (tl_filed_place){key_of_rest(t, s), s};
    }
    sort_filed(c.named, c.named_count);
    sort_filed(c.unnamed, c.unnamed_count);
    c.unnamed_count = keep_distinct(c.unnamed, c.unnamed_count);
    return c;
}

void
tl_circle_clear(tl_circle *c)
{
    free(c->named);
    free(c->unnamed);
}

static size_t
first_of_key(const tl_circle *c, uint64_t key)
{
    size_t low = 0, high = c->named_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (c->named[middle].key < key) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

/* The best tl_accord of a place with those of the circle that have such a name beside them. Any
 * other name is a clash. */
tl_accord
tl_circle_accord_by_name(const tl_trial *t, const tl_sighting *place, tl_str part,
                         const tl_circle *c)
{
    tl_accord best = c->named_count ? TL_ACCORD_CLASHES : TL_ACCORD_NONE;
    uint64_t keys[KEYS_OF_PART_MAX];
    size_t count = keys_of_part(t, part, keys);
    for (size_t k = 0; k < count; k++) {
        for (size_t i = first_of_key(c, keys[k]);
             best != TL_ACCORD_FITS && i < c->named_count && c->named[i].key == keys[k]; i++) {
            tl_accord found = tl_accord_of(t, place, c->named[i].sighting);
            best = found > best ? found : best;
        }
    }
    return best;
}

/* The best tl_accord of one place with any place of the other spelling. */
tl_accord
tl_circle_best_accord(const tl_trial *t, const tl_sighting *place, const tl_circle *c)
{
    tl_str part = tl_trial_other_part(t, place);
    tl_accord best = part.len ? tl_circle_accord_by_name(t, place, part, c) : TL_ACCORD_NONE;
    for (size_t i = 0; best != TL_ACCORD_FITS && i < c->unnamed_count; i++) {
        const tl_sighting *other = c->unnamed[i].sighting;
        if (part.len == 0 || tl_trial_other_part(t, other).len == 0) {
            tl_accord found = tl_accord_of(t, place, other);
            best = found > best ? found : best;
        }
    }
    return best;
}
