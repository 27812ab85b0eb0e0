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

/* Where two words differ: behind what both begin with and before what both end with. */
typedef struct difference {
    size_t begin;         /* bytes from the start */
    size_t first, second; /* bytes that differ of either word */
} difference;

static difference
difference_of(tl_str first, tl_str second)
{
    size_t begin = 0, end = 0, shorter = first.len < second.len ? first.len : second.len;
    while (begin < shorter && first.ptr[begin] == second.ptr[begin]) {
        begin++;
    }
    while (end < shorter - begin &&
           first.ptr[first.len - 1 - end] == second.ptr[second.len - 1 - end]) {
        end++;
    }
    return (difference){begin, first.len - begin - end, second.len - begin - end};
}

/* True if the first word has `left` where the second has `right`, and they are else the same. Both
 * parts cover the difference. */
static bool
has_parts(tl_str first, tl_str second, tl_str left, tl_str right, const difference *d)
{
    size_t more = left.len - d->first, at = d->begin > more ? d->begin - more : 0;
    for (; at <= d->begin && at + left.len <= first.len; at++) {
        if (tl_str_equal(tl_str_slice(first, at, at + left.len), left) &&
            tl_str_equal(tl_str_slice(second, at, at + right.len), right)) {
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

/* The longest such pair of a set. What differs in two words of a pair is as long as what differs in
 * the pair. */
static fitting_pair
find_pair(const tl_pair_set *pairs, tl_str word, tl_str other, const difference *d)
{
    const difference reverse = {d->begin, d->second, d->first};
    fitting_pair found = {.length = 0};
    for (size_t i = 0; i < pairs->count; i++) {
        const tl_spelling_pair *pair = &pairs->items[i];
        tl_str british = pair->british, american = pair->american;
        size_t length = british.len + american.len;
        bool is_british = pair->british_only == d->first && pair->american_only == d->second &&
                          has_parts(word, other, british, american, d);
        bool is_american = pair->british_only == d->second && pair->american_only == d->first &&
                           has_parts(other, word, british, american, &reverse);
        if (length > found.length && (is_british || is_american)) {
            found.length = length;
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
    const difference d = difference_of(first.text, second.text);
    fitting_pair sure = find_pair(&tl_spelling_pairs, first.text, second.text, &d);
    fitting_pair unsure = find_pair(&tl_unsure_pairs, first.text, second.text, &d);
    return unsure.length > sure.length ? TL_VARIETY_UNSURE : sure.variety;
}
