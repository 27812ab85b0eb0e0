/* SPDX-License-Identifier: MPL-2.0 */
/* Anchors are only compared with each other, so hashes will do. That a name is one is not asked:
 * any word with a capital has consonants, and two that begin alike by chance do little harm. */
#include "engine/anchors.h"

#include "base/hash.h"
#include "romanize/romanize.h"
#include "text/key.h"

#include <stdlib.h>
#include <string.h>

enum { SKELETON = 4, SHORTEST_SKELETON = 3 };

typedef enum anchor_kind {
    ANCHOR_NUMBER = 1,
    ANCHOR_ADDRESS,
    ANCHOR_LETTERS,
    ANCHOR_CONCEPT,
    ANCHOR_NAME,
} anchor_kind;

typedef struct gathering {
    const tl_scan *scan;
    tl_arena *arena;
    uint64_t *items;
    size_t count;
} gathering;

static void
add(gathering *g, anchor_kind kind, uint64_t what)
{
    g->items[g->count++] = tl_hash_pair(kind, what);
}

/* The consonants that a word in Latin letters begins with; k, c and q are one, as are s and z. */
static size_t
take_skeleton(tl_str latin, char out[SKELETON])
{
    static const char from[] = "bcdfghjklmnpqrstvwxz", to[] = "bkdfghjklmnpkrstvvks";
    size_t length = 0;
    for (size_t i = 0; i < latin.len && length < SKELETON; i++) {
        const char *letter = strchr(from, latin.ptr[i]);
        bool is_h = latin.ptr[i] == 'h' && i > 0;
        if (latin.ptr[i] && letter && !is_h) {
            out[length++] = to[letter - from];
        }
    }
    return length;
}

static void
add_name(gathering *g, uint32_t at)
{
    tl_key key;
    char skeleton[SKELETON];
    tl_str word = tl_key_of(tl_scan_text(g->scan, at, 1), &key);
    if (g->scan->script == TL_SCRIPT_CYRILLIC) {
        word = tl_scheme_romanize(tl_scheme_for(tl_scheme_find(TL_STR("bgn-pcgn")), word), word,
                                  g->arena);
    }
    size_t length = take_skeleton(word, skeleton);
    if (length >= SHORTEST_SKELETON) {
        add(g, ANCHOR_NAME, tl_hash_bytes((tl_str){skeleton, length}));
    }
}

static void
add_word(gathering *g, uint32_t at)
{
    const tl_word *word = &g->scan->words.items[at];
    if (word->flags & TL_WORD_NOT_TEXT) {
        add(g, ANCHOR_ADDRESS, word->hash);
    } else if (word->flags & TL_WORD_HAS_DIGIT) {
        add(g, ANCHOR_NUMBER, word->hash);
    } else if ((word->flags & TL_WORD_ALL_CAPS) && word->scripts == TL_SCRIPT_LATIN) {
        add(g, ANCHOR_LETTERS, word->hash);
    } else if ((word->flags & TL_WORD_CAPITALISED) && !(word->flags & TL_WORD_SENTENCE_START)) {
        add_name(g, at);
    }
}

static int
compare(const void *left, const void *right)
{
    const uint64_t *a = left, *b = right;
    return (*a > *b) - (*a < *b);
}

tl_anchors
tl_anchors_of(const tl_scan *scan, tl_arena *arena)
{
    gathering g = {
        .scan = scan,
        .arena = arena,
        .items = tl_arena_alloc(arena, scan->words.count + scan->hit_count, sizeof(uint64_t))};
    for (uint32_t at = 0; at < scan->words.count; at++) {
        add_word(&g, at);
    }
    for (size_t i = 0; i < scan->hit_count; i++) {
        add(&g, ANCHOR_CONCEPT, scan->hits[i].pattern->term->concept->number);
    }
    if (g.count > 1) {
        qsort(g.items, g.count, sizeof *g.items, compare);
    }
    size_t kept = 0;
    for (size_t i = 0; i < g.count; i++) {
        if (i == 0 || g.items[i] != g.items[i - 1]) {
            g.items[kept++] = g.items[i];
        }
    }
    return (tl_anchors){g.items, kept};
}

size_t
tl_anchors_shared(const tl_anchors *a, const tl_anchors *b)
{
    size_t shared = 0, i = 0, k = 0;
    while (i < a->count && k < b->count) {
        if (a->items[i] == b->items[k]) {
            shared++;
        }
        uint64_t least = a->items[i] < b->items[k] ? a->items[i] : b->items[k];
        i += a->items[i] == least;
        k += b->items[k] == least;
    }
    return shared;
}
