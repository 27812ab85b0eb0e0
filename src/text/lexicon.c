/* SPDX-License-Identifier: MPL-2.0 */
/* How a lexicon grows: few slots at first, so that a short text touches little memory, then more as
 * they fill, half of them at most, and so many cards at last that looking farther would cost as
 * much as to work a word out again. A slot keeps the hash by which it was found, so that no word is
 * hashed twice. Invariant: every card has one slot. */
#include "text/lexicon.h"

#include "base/alloc.h"
#include "base/array.h"
#include "base/hash.h"

#include <stdlib.h>

enum { FIRST_SLOTS = 1 << 9, GROWTH = 4, MOST_CARDS = 1 << 17 };

void
tl_lexicon_init(tl_lexicon *lexicon)
{
    *lexicon = (tl_lexicon){.count = 1, .mask = FIRST_SLOTS - 1};
    lexicon->slots = tl_alloc_zero(FIRST_SLOTS, sizeof *lexicon->slots);
}

void
tl_lexicon_clear(tl_lexicon *lexicon)
{
    free(lexicon->cards);
    free(lexicon->slots);
    tl_buf_clear(&lexicon->rests);
    *lexicon = (tl_lexicon){0};
}

void
tl_lexicon_limit(tl_lexicon *lexicon)
{
    if (lexicon->count >= MOST_CARDS) {
        memset(lexicon->slots, 0, (lexicon->mask + 1) * sizeof *lexicon->slots);
        lexicon->count = 1;
        lexicon->rests.len = 0;
        lexicon->generation++;
    }
}

uint64_t
tl_card_hash_rest(uint64_t hash, const tl_card_key *key)
{
    for (size_t at = TL_CARD_HEAD; at < key->size; at += sizeof hash) {
        uint64_t bytes = 0;
        size_t left = key->size - at;
        memcpy(&bytes, key->bytes + at, left < sizeof bytes ? left : sizeof bytes);
        hash = tl_hash_mix(hash ^ bytes);
    }
    return hash;
}

/* A slot that is free for a hash. */
static size_t
free_slot(const tl_lexicon *lexicon, uint32_t hash)
{
    size_t at = hash & lexicon->mask;
    while (lexicon->slots[at] != 0) {
        at = (at + 1) & lexicon->mask;
    }
    return at;
}

static void
grow(tl_lexicon *lexicon)
{
    const size_t old_count = lexicon->mask + 1, count = old_count * GROWTH;
    uint64_t *old = lexicon->slots;
    const size_t size = count * sizeof *lexicon->slots;
    lexicon->slots = memset(tl_alloc(size), 0, size); /* pages that are read first cost twice */
    lexicon->mask = count - 1;
    for (size_t i = 0; i < old_count; i++) {
        if (old[i] != 0) {
            lexicon->slots[free_slot(lexicon, (uint32_t)(old[i] >> 32))] = old[i];
        }
    }
    free(old);
}

/* Makes the card of a word that has none. */
static uint32_t
make_card(tl_lexicon *lexicon, const tl_card_key *key, const tl_word *word)
{
    const uint32_t number = (uint32_t)lexicon->count++, hash = tl_card_hash(key);
    tl_card card = {.head = {key->head[0], key->head[1]},
                    .word = *word,
                    .rest = (uint32_t)lexicon->rests.len,
                    .size = (uint16_t)key->size};
    card.word.range = (tl_range){0, 0};
    card.word.flags &= TL_WORD_BY_ITSELF;
    card.word.gap = card.word.tail = 0;
    card.word.card = number;
    if (key->size > TL_CARD_HEAD) {
        tl_buf_add(&lexicon->rests, (tl_str){key->bytes + TL_CARD_HEAD, key->size - TL_CARD_HEAD});
    }
    lexicon->cards = tl_array_reserve(lexicon->cards, &lexicon->capacity, lexicon->count,
                                      sizeof *lexicon->cards);
    lexicon->cards[number] = card;
    lexicon->slots[free_slot(lexicon, hash)] = (uint64_t)hash << 32 | number;
    return number;
}

uint32_t
tl_lexicon_add(tl_lexicon *lexicon, tl_str text, const tl_word *word)
{
    const size_t begin = word->range.begin, size = word->range.end - begin;
    if (size > TL_CARD_LONGEST) {
        return 0;
    }
    const tl_card_key key = tl_card_key_of(text, begin, size);
    const uint32_t number = tl_lexicon_find(lexicon, &key);
    if (number != 0 || lexicon->count >= MOST_CARDS) {
        return number;
    }
    if (lexicon->count * 2 > lexicon->mask) {
        grow(lexicon);
    }
    return make_card(lexicon, &key, word);
}
