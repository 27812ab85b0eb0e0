/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_TEXT_LEXICON_H
#define TL_TEXT_LEXICON_H

#include "base/buf.h"
#include "text/words.h"

#include <string.h>

/* The distinct words of the texts that one thread reads, each with what its bytes alone tell of it,
 * so that it is worked out once. Words are the same only if all their bytes are: a lexicon never
 * changes a result. Others may keep what they know of a word under the number of its card. */

enum {
    TL_CARD_HEAD = 16,     /* bytes */
    TL_CARD_LONGEST = 255, /* bytes of a word that has a card */
};

/* Of what is asked of few words, and remembered then. */
typedef enum tl_answer { TL_ANSWER_UNKNOWN, TL_ANSWER_NO, TL_ANSWER_YES } tl_answer;

typedef struct tl_card {
    uint64_t head[2];     /* the first bytes as they lie in memory, then zeros */
    tl_word word;         /* as it is by itself, at no place */
    uint32_t rest;        /* where the bytes behind the head are */
    uint16_t size;        /* bytes of the word */
    uint8_t abbreviation; /* tl_answer: it is a common one (text/abbreviation.h) */
} tl_card;

/* Cards are never moved to another number, only dropped all together. */
typedef struct tl_lexicon {
    tl_card *cards; /* owned; number 0 is none */
    size_t count, capacity;
    uint64_t *slots; /* owned: the upper half of the hash of the bytes, and a number */
    size_t mask;
    tl_buf rests;
    uint32_t generation; /* how often the cards have been dropped */
} tl_lexicon;

void tl_lexicon_init(tl_lexicon *lexicon);
void tl_lexicon_clear(tl_lexicon *lexicon);

/* Drops all cards if there are so many that no more are made; between texts. */
void tl_lexicon_limit(tl_lexicon *lexicon);

/* The number of the card of a word that has been worked out, made if need be; 0 if none is to be
 * had: the word is too long, or the lexicon is full. */
uint32_t tl_lexicon_add(tl_lexicon *lexicon, tl_str text, const tl_word *word);

/* A word as it is looked for. */
typedef struct tl_card_key {
    const char *bytes;
    size_t size;
    uint64_t head[2]; /* as of a card */
} tl_card_key;

/* The key of a word that all of a head can be read of, be it shorter or not. */
static inline tl_card_key
tl_card_key_within(const char *bytes, size_t size)
{
    static const unsigned char masks[2 * TL_CARD_HEAD] = {255, 255, 255, 255, 255, 255, 255, 255,
                                                          255, 255, 255, 255, 255, 255, 255, 255};
    const size_t kept = size < TL_CARD_HEAD ? size : TL_CARD_HEAD;
    tl_card_key key = {.bytes = bytes, .size = size};
    uint64_t mask[2];
    memcpy(key.head, bytes, TL_CARD_HEAD);
    memcpy(mask, masks + TL_CARD_HEAD - kept, sizeof mask);
    key.head[0] &= mask[0];
    key.head[1] &= mask[1];
    return key;
}

/* The key of the word that `size` bytes from `begin` are, one at least. */
static inline tl_card_key
tl_card_key_of(tl_str text, size_t begin, size_t size)
{
    tl_card_key key = {.bytes = text.ptr + begin, .size = size};
    if (text.len - begin >= TL_CARD_HEAD) {
        return tl_card_key_within(key.bytes, size);
    }
    memcpy(key.head, key.bytes, size);
    return key;
}

/* Goes on with the hash of a word behind its head; internal to the lexicon. */
uint64_t tl_card_hash_rest(uint64_t hash, const tl_card_key *key);

static inline uint32_t
tl_card_hash(const tl_card_key *key)
{
    uint64_t hash = (key->head[0] ^ key->size) * UINT64_C(0x9e3779b97f4a7c15);
    hash = (hash ^ hash >> 32 ^ key->head[1]) * UINT64_C(0xd6e8feb86659fd93);
    if (key->size > TL_CARD_HEAD) {
        hash = tl_card_hash_rest(hash, key);
    }
    return (uint32_t)(hash >> 32);
}

static inline bool
tl_card_is_of(const tl_lexicon *lexicon, const tl_card *card, const tl_card_key *key)
{
    uint64_t differing = (card->head[0] ^ key->head[0]) | (card->head[1] ^ key->head[1]);
    return (differing | (card->size ^ key->size)) == 0 &&
           (key->size <= TL_CARD_HEAD ||
            memcmp(lexicon->rests.ptr + card->rest, key->bytes + TL_CARD_HEAD,
                   key->size - TL_CARD_HEAD) == 0);
}

/* The number of the card of a word, 0 if it has none. */
static inline uint32_t
tl_lexicon_find(const tl_lexicon *lexicon, const tl_card_key *key)
{
    const uint32_t hash = tl_card_hash(key);
    for (size_t at = hash;; at++) {
        const uint64_t slot = lexicon->slots[at & lexicon->mask];
        const uint32_t number = (uint32_t)slot;
        if (number == 0 ||
            (slot >> 32 == hash && tl_card_is_of(lexicon, &lexicon->cards[number], key))) {
            return number;
        }
    }
}

#endif
