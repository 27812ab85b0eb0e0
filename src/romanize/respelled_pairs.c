/* SPDX-License-Identifier: MPL-2.0 */
/* Finds spellings of one name among Cyrillic words that nobody has listed: words are put side by
 * side by their consonants, and then compared letter by letter. Knows nothing of case endings: who
 * asks takes them off. */
#include "romanize/respelled_pairs.h"

#include "base/alloc.h"
#include "base/array.h"
#include "base/utf8.h"
#include "romanize/respelling.h"

#include <stdlib.h>
#include <string.h>

enum { SHORTEST = 6, MOST_COMPARED = 64 };

typedef struct filed {
    uint64_t key;
    uint32_t word;
} filed;

static int
compare_filed(const void *left, const void *right)
{
    const filed *a = left, *b = right;
    int order = (a->key > b->key) - (a->key < b->key);
    return order ? order : (a->word > b->word) - (a->word < b->word);
}

/* The words by their consonants, *count of them; to be freed. */
static filed *
file_words(const tl_str *words, size_t *count)
{
    filed *files = tl_alloc_zero(*count + 1, sizeof *files);
    size_t kept = 0;
    for (size_t i = 0; i < *count; i++) {
        uint64_t keys[TL_RESPELLING_WORD_KEYS];
        if (words[i].len >= 2 * SHORTEST && tl_respelling_word_keys(words[i], keys) > 0) {
            files[kept++] = (filed){.key = keys[0], .word = (uint32_t)i};
        }
    }
    if (kept > 1) {
        qsort(files, kept, sizeof *files, compare_filed);
    }
    *count = kept;
    return files;
}

static int
compare_pairs(const void *left, const void *right)
{
    const tl_cluster_pair *a = left, *b = right;
    int order = (a->a > b->a) - (a->a < b->a);
    return order ? order : (a->b > b->b) - (a->b < b->b);
}

tl_cluster_pairs
tl_respelled_pairs_find(const tl_str *words, size_t count, uint32_t limit, tl_arena *arena)
{
    tl_cluster_pair *found = NULL;
    size_t found_count = 0, capacity = 0;
    filed *files = file_words(words, &count);
    for (size_t i = 0; i < count; i++) {
        for (size_t k = i; k > 0 && files[k - 1].key == files[i].key && i - k < MOST_COMPARED;
             k--) {
            tl_cluster_pair pair = {.a = files[k - 1].word, .b = files[i].word};
            pair.cost = tl_respelling_cost(words[pair.b], words[pair.a]);
            if (pair.cost > 0 && pair.cost <= limit) {
                found = tl_array_reserve(found, &capacity, found_count + 1, sizeof *found);
                found[found_count++] = pair;
            }
        }
    }
    tl_cluster_pair *kept = tl_arena_alloc(arena, found_count, sizeof *kept);
    if (found_count) {
        qsort(found, found_count, sizeof *found, compare_pairs);
        memcpy(kept, found, found_count * sizeof *kept);
    }
    free(found);
    free(files);
    return (tl_cluster_pairs){.items = kept, .count = found_count};
}
