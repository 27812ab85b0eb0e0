/* SPDX-License-Identifier: MPL-2.0 */
/* Numbers in words. Knows how such numbers are put together in general (what is added fills an
 * empty place of the number so far, a scale multiplies it), and of a language what dict/numbers.tsv
 * says.
 */
#include "rules/numeral.h"

#include "text/key.h"

const tl_number_word *
tl_numeral_word(const tl_scan *scan, uint32_t at, tl_number_kind kind)
{
    tl_key key;
    if (at >= scan->words.count) {
        return NULL;
    }
    return tl_number_word_find(scan->language, tl_key_of(tl_scan_text(scan, at, 1), &key), kind);
}

/* A number that is being put together: thousands and more are done, `group` is below. */
typedef struct sum {
    double done, group;
    double least_scale; /* of the scales so far; 0: none */
    bool is_begun, is_ended;
} sum;

/* True if `value` fits below what the group has: six behind twenty, not behind six. */
static bool
has_room(double group, double value)
{
    double place = value < 10 ? 10 : value < 100 ? 100 : 1000;
    double below = group - (double)(long)(group / place) * place;
    return below == 0 &&
           (value < 10 || value >= 20 || group == (double)(long)(group / 100) * 100) &&
           group + value < 1000;
}

static bool
add(sum *s, double value)
{
    if (s->is_begun && (value >= 1000 || !has_room(s->group, value) || s->group < value)) {
        bool is_fresh = s->group == 0 && s->least_scale > value;
        if (!is_fresh) {
            return false;
        }
    }
    s->group += value;
    s->is_begun = true;
    return true;
}

static bool
multiply(sum *s, double scale)
{
    double group = s->group > 0 ? s->group : 1;
    if (scale < 1000) {
        if (group >= 10) {
            return false;
        }
        s->group = group * scale;
    } else if (s->least_scale > 0 && (scale >= s->least_scale || s->group == 0)) {
        return false;
    } else {
        s->done += group * scale;
        s->group = 0;
        s->least_scale = scale;
    }
    s->is_begun = true;
    return true;
}

/* Takes word `at` into the number; false if it is no part of it. */
static bool
take(sum *s, const tl_scan *scan, uint32_t at)
{
    const tl_number_word *word = tl_numeral_word(scan, at, TL_NUMBER_CARDINAL);
    if (word) {
        return add(s, word->value);
    }
    word = tl_numeral_word(scan, at, TL_NUMBER_SCALE);
    if (word) {
        return multiply(s, word->value);
    }
    word = tl_numeral_word(scan, at, TL_NUMBER_ORDINAL);
    if (word && add(s, word->value)) {
        s->is_ended = true;
        return true;
    }
    return false;
}

static bool
is_joined(const tl_scan *scan, uint32_t at)
{
    uint8_t gap = scan->words.items[at].gap;
    return gap == TL_GAP_SPACE || gap == TL_GAP_HYPHEN;
}

/* "half a million": the half counts only before a scale. */
static uint32_t
read_half(const tl_scan *scan, uint32_t first, double *value)
{
    const tl_number_word *half = tl_numeral_word(scan, first, TL_NUMBER_HALF);
    for (uint32_t at = first + 1; half && at < first + 3; at++) {
        const tl_number_word *scale = tl_numeral_word(scan, at, TL_NUMBER_SCALE);
        if (scale) {
            *value = half->value * scale->value;
            return at + 1;
        }
    }
    return first;
}

uint32_t
tl_numeral_read_words(const tl_scan *scan, uint32_t first, double *value)
{
    sum s = {0};
    uint32_t end = first, at = first;
    while (at < scan->words.count && !s.is_ended && (at == first || is_joined(scan, at))) {
        bool is_link = at > first && tl_numeral_word(scan, at, TL_NUMBER_LINK);
        if (!is_link && !take(&s, scan, at)) {
            break;
        }
        at++;
        end = is_link ? end : at;
        if (is_link && s.group < 100 && s.least_scale == 0) {
            break; /* "five and six" are two */
        }
    }
    *value = s.done + s.group;
    return end > first ? end : read_half(scan, first, value);
}
