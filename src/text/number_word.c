/* SPDX-License-Identifier: MPL-2.0 */
/* Looks words up in the table that the build makes of dict/numbers.tsv: in order of language and
 * key, so that what one key may be stands side by side. What a row means is up to who asks. */
#include "text/number_word.h"

static const tl_number_word words[] = {
#include "numbers.inc"
};

enum { WORD_COUNT = sizeof words / sizeof *words };

static int
compare(const tl_number_word *word, tl_str language, tl_str key)
{
    int order = tl_str_compare(tl_str_from(word->language), language);
    return order ? order : tl_str_compare(word->key, key);
}

/* The first row that is not before the key. */
static size_t
lower_bound(tl_str language, tl_str key)
{
    size_t low = 0, high = WORD_COUNT;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (compare(&words[middle], language, key) < 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

const tl_number_word *
tl_number_word_find(tl_str language, tl_str key, tl_number_kind kind)
{
    for (size_t i = lower_bound(language, key);
         i < WORD_COUNT && compare(&words[i], language, key) == 0; i++) {
        if (words[i].kind == kind) {
            return &words[i];
        }
    }
    return NULL;
}

const tl_number_word *
tl_number_word_next(const tl_number_word *word)
{
    const tl_number_word *next = word + 1;
    bool is_same = next < words + WORD_COUNT && next->kind == word->kind &&
                   compare(next, tl_str_from(word->language), word->key) == 0;
    return is_same ? next : NULL;
}

const tl_number_word *
tl_number_stem_find(tl_str language, tl_str key, tl_number_kind kind, size_t shortest)
{
    for (size_t length = key.len; length >= shortest && length > 0; length--) {
        const tl_number_word *found =
            tl_number_word_find(language, tl_str_slice(key, 0, length), kind);
        if (found) {
            return found;
        }
    }
    return NULL;
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
    for (size_t i = lower_bound(language, TL_STR("")); i < WORD_COUNT; i++) {
        if (!tl_str_equal(tl_str_from(words[i].language), language)) {
            return false;
        }
        if (words[i].kind == TL_NUMBER_CARDINAL && words[i].value == 90) {
            return true;
        }
    }
    return false;
}
