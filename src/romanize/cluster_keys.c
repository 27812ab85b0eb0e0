/* SPDX-License-Identifier: MPL-2.0 */
/* Keys by which spellings of one name find each other without being compared: what is left of a
 * word when each sound is written in one way only. i, y and j, which stand for each other and for
 * nothing, are left out, hissing sounds are one, doubled sounds count once; where letters may be
 * one sound or another, a word has several keys. */
#include "romanize/cluster.h"

#include "base/alloc.h"
#include "base/array.h"
#include "base/hash.h"
#include "romanize/letters.h"

#include <stdlib.h>
#include <string.h>

enum { FEWEST_SOUNDS = 2, LONGEST_SOUNDS = 2 * TL_NAME_MAX };

/* How some letters sound, in each way; the longest row that fits counts. */
typedef struct sound_row {
    tl_str letters; /* "$" is the end of the word */
    tl_str ways[3]; /* empty: no further one; "-": it is silent */
} sound_row;

#define ROW(letters, ...)     \
    {                         \
        TL_STR_INIT(letters), \
        {                     \
            __VA_ARGS__       \
        }                     \
    }
#define WAY(sounds) TL_STR_INIT(sounds)

static const sound_row rows[] = {
    ROW("shcho", WAY("SO"), WAY("SE")),
    ROW("shch", WAY("S")),
    ROW("tsch", WAY("S")),
    ROW("cho", WAY("SO"), WAY("SE"), WAY("HO")),
    ROW("der$", WAY("DER"), WAY("DR")),
    ROW("dzh", WAY("S")),
    ROW("sch", WAY("S")),
    ROW("sho", WAY("SO"), WAY("SE")),
    ROW("tch", WAY("S")),
    ROW("zho", WAY("SO"), WAY("SE")),
    ROW("ch", WAY("S"), WAY("H")),
    ROW("ck", WAY("K")),
    ROW("cz", WAY("S")),
    ROW("dj", WAY("S")),
    ROW("gh", WAY("G")),
    ROW("io", WAY("O"), WAY("E")),
    ROW("jo", WAY("O"), WAY("E"), WAY("SO")),
    ROW("kh", WAY("H")),
    ROW("oo", WAY("O"), WAY("U")),
    ROW("ou", WAY("OU"), WAY("U")),
    ROW("ph", WAY("V")),
    ROW("sh", WAY("S")),
    ROW("tc", WAY("S"), WAY("TK")),
    ROW("th", WAY("T")),
    ROW("ts", WAY("S")),
    ROW("tz", WAY("S")),
    ROW("yo", WAY("O"), WAY("E")),
    ROW("zh", WAY("S")),
    ROW("a", WAY("A")),
    ROW("b", WAY("B")),
    ROW("c", WAY("S"), WAY("K")),
    ROW("d", WAY("D")),
    ROW("e", WAY("E")),
    ROW("f", WAY("V")),
    ROW("g", WAY("G")),
    ROW("h", WAY("H")),
    ROW("i", WAY("-")),
    ROW("j", WAY("-"), WAY("S")),
    ROW("k", WAY("K")),
    ROW("l", WAY("L")),
    ROW("m", WAY("M")),
    ROW("n", WAY("N")),
    ROW("o", WAY("O")),
    ROW("p", WAY("P")),
    ROW("q", WAY("K")),
    ROW("r", WAY("R")),
    ROW("s", WAY("S")),
    ROW("t", WAY("T")),
    ROW("u", WAY("U")),
    ROW("v", WAY("V")),
    ROW("w", WAY("V")),
    ROW("x", WAY("KS"), WAY("H")),
    ROW("y", WAY("-")),
    ROW("z", WAY("S")),
};

/* One way to read a word so far. */
typedef struct sounds {
    char letters[LONGEST_SOUNDS];
    size_t count;
} sounds;

typedef struct ways {
    sounds items[TL_CLUSTER_KEYS_MAX];
    size_t count;
} ways;

static void
append(sounds *to, tl_str way)
{
    for (size_t i = 0; i < way.len && way.ptr[i] != '-'; i++) {
        bool doubled = to->count && to->letters[to->count - 1] == way.ptr[i];
        if (!doubled && to->count < LONGEST_SOUNDS) {
            to->letters[to->count++] = way.ptr[i];
        }
    }
}

/* Goes on with a row: each way so far becomes as many as the row has, while there is room. */
static void
take_row(ways *all, const sound_row *row)
{
    size_t before = all->count;
    for (size_t w = 1; w < 3 && row->ways[w].len; w++) {
        for (size_t i = 0; i < before && all->count < TL_CLUSTER_KEYS_MAX; i++) {
            all->items[all->count] = all->items[i];
            append(&all->items[all->count++], row->ways[w]);
        }
    }
    for (size_t i = 0; i < before; i++) {
        append(&all->items[i], row->ways[0]);
    }
}

/* The row for the letters from `at` on; `word` ends with "$". */
static const sound_row *
row_at(tl_str word, size_t at)
{
    tl_str rest = tl_str_slice(word, at, word.len);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (rows[i].letters.ptr[0] == rest.ptr[0] && tl_str_starts_with(rest, rows[i].letters)) {
            return &rows[i];
        }
    }
    return NULL;
}

static int
compare_keys(const void *left, const void *right)
{
    uint64_t a = *(const uint64_t *)left, b = *(const uint64_t *)right;
    return (a > b) - (a < b);
}

size_t
tl_cluster_keys(tl_str latin, uint64_t keys[TL_CLUSTER_KEYS_MAX])
{
    tl_latin word;
    char plain[TL_NAME_MAX + 1];
    ways all = {.count = 1};
    size_t count = 0, kept = 0;
    if (!tl_latin_fold(&word, latin)) {
        return 0;
    }
    for (size_t i = 0; i < word.count; i++) {
        plain[i] = (char)('a' + word.letters[i].base - 1);
    }
    plain[word.count] = '$';
    for (size_t at = 0; at < word.count;) {
        const sound_row *row = row_at((tl_str){plain, word.count + 1u}, at);
        if (row == NULL) {
            return 0;
        }
        take_row(&all, row);
        at += row->letters.len;
    }
    for (size_t i = 0; i < all.count; i++) {
        if (all.items[i].count >= FEWEST_SOUNDS) {
            keys[count++] = tl_hash_bytes((tl_str){all.items[i].letters, all.items[i].count});
        }
    }
    qsort(keys, count, sizeof *keys, compare_keys);
    for (size_t i = 0; i < count; i++) {
        if (kept == 0 || keys[kept - 1] != keys[i]) {
            keys[kept++] = keys[i];
        }
    }
    return kept;
}

/* -- pairs ------------------------------------------------------------------------------------ */

/* A word under one of its keys. */
typedef struct filed {
    uint64_t key;
    uint32_t word;
} filed;

typedef struct file {
    filed *items;
    size_t count, capacity;
} file;

static int
compare_filed(const void *left, const void *right)
{
    const filed *a = left, *b = right;
    int order = (a->key > b->key) - (a->key < b->key);
    return order ? order : (a->word > b->word) - (a->word < b->word);
}

static file
file_words(const tl_str *words, size_t word_count)
{
    file all = {0};
    for (size_t i = 0; i < word_count; i++) {
        uint64_t keys[TL_CLUSTER_KEYS_MAX];
        size_t count = tl_cluster_keys(words[i], keys);
        all.items = tl_array_reserve(all.items, &all.capacity, all.count + count, sizeof(filed));
        for (size_t k = 0; k < count; k++) {
            all.items[all.count++] = (filed){keys[k], (uint32_t)i};
        }
    }
    if (all.count) {
        qsort(all.items, all.count, sizeof(filed), compare_filed);
    }
    return all;
}

typedef struct pairs {
    tl_cluster_pair *items;
    size_t count, capacity;
} pairs;

static int
compare_pairs(const void *left, const void *right)
{
    const tl_cluster_pair *a = left, *b = right;
    int order = (a->a > b->a) - (a->a < b->a);
    return order ? order : (a->b > b->b) - (a->b < b->b);
}

/* All pairs of words under one key. */
static void
add_pairs(pairs *found, const filed *group, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        for (size_t k = i + 1; k < count; k++) {
            found->items = tl_array_reserve(found->items, &found->capacity, found->count + 1,
                                            sizeof *found->items);
            found->items[found->count++] =
                (tl_cluster_pair){.a = group[i].word, .b = group[k].word};
        }
    }
}

static pairs
pairs_of(const file *all)
{
    pairs found = {0};
    size_t end, kept = 0;
    for (size_t begin = 0; begin < all->count; begin = end) {
        end = begin + 1;
        while (end < all->count && all->items[end].key == all->items[begin].key) {
            end++;
        }
        add_pairs(&found, all->items + begin, end - begin);
    }
    if (found.count) {
        qsort(found.items, found.count, sizeof *found.items, compare_pairs);
    }
    for (size_t i = 0; i < found.count; i++) {
        if (kept == 0 || compare_pairs(&found.items[kept - 1], &found.items[i]) != 0) {
            found.items[kept++] = found.items[i];
        }
    }
    found.count = kept;
    return found;
}

tl_cluster_pairs
tl_cluster_find(tl_cluster *cluster, const tl_str *words, size_t count, tl_arena *arena)
{
    file all = file_words(words, count);
    pairs found = pairs_of(&all);
    size_t kept = 0;
    for (size_t i = 0; i < found.count; i++) {
        tl_cluster_pair pair = found.items[i];
        pair.cyrillic = tl_cluster_shared(cluster, words[pair.a], words[pair.b], arena, &pair.cost);
        if (pair.cost <= TL_COST_LIKELY) {
            found.items[kept++] = pair;
        }
    }
    tl_cluster_pair *items = tl_arena_alloc(arena, kept, sizeof *items);
    if (kept) {
        memcpy(items, found.items, kept * sizeof *items);
    }
    free(found.items);
    free(all.items);
    return (tl_cluster_pairs){items, kept};
}
