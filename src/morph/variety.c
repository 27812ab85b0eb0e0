/* SPDX-License-Identifier: MPL-2.0 */
/* Spellings of one word, British and American above all: a word is tried with each pair of
 * dict/morph/varieties.tsv, the one in place of the other. Knows letters, not words, so it takes
 * "wize" for a spelling of "wise". */
#include "morph/variety.h"

#include "morph/letters.h"
#include "morph/tables.h"

#include <string.h>

/* A word with its end marked, as the pairs have it. */
typedef struct marked_word {
    char bytes[TL_WORD_BYTES + 1];
    tl_str text;
} marked_word;

static bool
mark(tl_str word, marked_word *marked)
{
    if (word.len > TL_WORD_BYTES) {
        return false;
    }
    memcpy(marked->bytes, word.ptr, word.len);
    marked->bytes[word.len] = '$';
    marked->text = (tl_str){marked->bytes, word.len + 1};
    return true;
}

/* True if `a` becomes `b` when `to` stands in the place of one `from`. */
static bool
becomes(tl_str a, tl_str b, tl_str from, tl_str to)
{
    if (a.len - from.len != b.len - to.len) {
        return false;
    }
    for (size_t at = 0; (at = tl_str_find(a, from, at)) < a.len; at++) {
        tl_str head = tl_str_slice(a, 0, at), tail = tl_str_slice(a, at + from.len, a.len);
        if (tl_str_starts_with(b, head) && tl_str_ends_with(b, tail) &&
            tl_str_equal(tl_str_slice(b, at, at + to.len), to)) {
            return true;
        }
    }
    return false;
}

/* A pair that makes one word of the other. */
typedef struct fitting_pair {
    size_t length; /* bytes, 0: there is none */
    tl_variety variety;
} fitting_pair;

/* The longest such pair of a set. */
static fitting_pair
find_pair(const tl_word_set *pairs, tl_str word, tl_str other)
{
    fitting_pair found = {.length = 0};
    for (size_t i = 0; i < pairs->count; i++) {
        tl_str american = pairs->words[i], british = {NULL, 0};
        tl_str_split(&american, '/', &british);
        bool is_british = becomes(other, word, american, british);
        if (pairs->words[i].len > found.length &&
            (is_british || becomes(other, word, british, american))) {
            found.length = pairs->words[i].len;
            found.variety = is_british ? TL_VARIETY_BRITISH : TL_VARIETY_AMERICAN;
        }
    }
    return found;
}

tl_variety
tl_variety_of(tl_str word, tl_str other)
{
    marked_word first, second;
    if (!mark(word, &first) || !mark(other, &second)) {
        return TL_VARIETY_NONE;
    }
    fitting_pair sure = find_pair(&tl_spelling_pairs, first.text, second.text);
    fitting_pair unsure = find_pair(&tl_unsure_pairs, first.text, second.text);
    return unsure.length > sure.length ? TL_VARIETY_UNSURE : sure.variety;
}
