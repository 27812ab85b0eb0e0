/* SPDX-License-Identifier: MPL-2.0 */
/* Looks words up in the table that the build makes of dict/numbers.tsv, in which a row stands at
 * the place that the hash of its language and key asks for, or at the next one that is free. What
 * a row means is up to who asks. Every word of a bilingual text is asked for some twenty kinds, so
 * this compares hashes only. */
#include "text/number_word.h"

#include "base/utf8.h"
#include "text/fold.h"
#include "text/words.h"

static const tl_number_word words[] = {
#include "numbers.inc"
};

enum { PLACES = sizeof words / sizeof *words };

/* As generate/data.py has them. */
#define LANGUAGE_MULTIPLIER UINT64_C(0xd6e8feb86659fd93)
#define PLACE_MULTIPLIER UINT64_C(0x9e3779b97f4a7c15)

static uint64_t
hash_of_language(tl_str language)
{
    uint64_t hash = 0;
    for (size_t i = 0; i < language.len; i++) {
        hash = tl_fold_hash(hash, (unsigned char)language.ptr[i]);
    }
    return hash * LANGUAGE_MULTIPLIER;
}

/* The row at that place, or the first behind it, that has the hash and the kind; or NULL. */
static const tl_number_word *
find_from(size_t at, uint64_t hash, unsigned kind)
{
    for (; words[at].hash; at = (at + 1) % PLACES) {
        if (words[at].hash == hash && words[at].kind == kind) {
            return &words[at];
        }
    }
    return NULL;
}

static const tl_number_word *
find(uint64_t mixed, unsigned kind)
{
    uint64_t place = mixed * PLACE_MULTIPLIER;
    return find_from((size_t)(place / (UINT64_MAX / PLACES + 1)), mixed, kind);
}

const tl_number_word *
tl_number_word_at(tl_str language, uint64_t hash, tl_number_kind kind)
{
    return find(hash ^ hash_of_language(language), kind);
}

const tl_number_word *
tl_number_word_find(tl_str language, tl_str key, tl_number_kind kind)
{
    return tl_number_word_at(language, tl_words_hash(key), kind);
}

const tl_number_word *
tl_number_word_next(const tl_number_word *word)
{
    return find_from((size_t)(word - words + 1) % PLACES, word->hash, word->kind);
}

const tl_number_word *
tl_number_stem_find(tl_str language, tl_str key, tl_number_kind kind, size_t shortest)
{
    const tl_number_word *longest = NULL;
    uint64_t hash = 0, of_language = hash_of_language(language);
    for (size_t at = 0; at < key.len;) {
        hash = tl_fold_hash(hash, tl_utf8_next(key, &at));
        const tl_number_word *found = at >= shortest ? find(hash ^ of_language, kind) : NULL;
        longest = found ? found : longest;
    }
    return longest;
}

char
tl_number_sign(tl_str language, tl_number_kind kind)
{
    static const tl_str signs[] = {TL_STR_INIT("."), TL_STR_INIT(",")};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        if (tl_number_word_find(language, signs[i], kind)) {
            return signs[i].ptr[0];
        }
    }
    return 0;
}

bool
tl_number_words_known(tl_str language)
{
    return tl_number_word_find(language, TL_STR(""), TL_NUMBER_KNOWN);
}
