/* SPDX-License-Identifier: MPL-2.0 */
/* Numbers in words. Knows how such numbers are put together in general (what is added fills an
 * empty place of the number so far, a scale multiplies it, a fraction is of what it stands beside),
 * and of a language what dict/numbers.tsv says.
 */
#include "rules/numeral_parts.h"

#include "text/key.h"

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

bool
tl_numeral_sum_add(tl_numeral_sum *sum, double value)
{
    if (sum->is_begun && (value >= 1000 || !has_room(sum->group, value) || sum->group < value)) {
        bool is_fresh = sum->group == 0 && sum->least_scale > value;
        if (!is_fresh) {
            return false;
        }
    }
    sum->group += value;
    sum->is_begun = true;
    return true;
}

bool
tl_numeral_sum_multiply(tl_numeral_sum *sum, double scale)
{
    double group = sum->group > 0 ? sum->group : 1;
    if (scale < 1000) {
        if (group >= 10 && scale >= 100) {
            return false;
        }
        sum->group = group * scale;
    } else if (sum->least_scale > 0 && (scale >= sum->least_scale || sum->group == 0)) {
        return false;
    } else {
        sum->done += group * scale;
        sum->group = 0;
        sum->least_scale = scale;
    }
    sum->is_begun = true;
    return true;
}

/* Takes a word such as "einundzwanzig" or «стотысячный» into the number. */
static bool
take_compound(tl_numeral_sum *sum, const tl_scan *scan, uint32_t at)
{
    tl_key key;
    tl_compound compound =
        tl_numeral_compound(scan->language, tl_key_of(tl_scan_text(scan, at, 1), &key));
    if (compound.kind != TL_COMPOUND_CARDINAL && compound.kind != TL_COMPOUND_ORDINAL) {
        return false;
    }
    sum->is_ended = compound.kind == TL_COMPOUND_ORDINAL;
    return tl_numeral_sum_add(sum, compound.value);
}

/* Takes word `at` into the number; false if it is no part of it. */
static bool
take(tl_numeral_sum *sum, const tl_scan *scan, uint32_t at)
{
    const tl_number_word *word = tl_numeral_word(scan, at, TL_NUMBER_CARDINAL);
    if (word) {
        return tl_numeral_sum_add(sum, word->value);
    }
    word = tl_numeral_word(scan, at, TL_NUMBER_SCALE);
    if (word) {
        return tl_numeral_sum_multiply(sum, word->value);
    }
    word = tl_numeral_word(scan, at, TL_NUMBER_ORDINAL);
    if (word == NULL) {
        return take_compound(sum, scan, at);
    }
    bool multiplies = word->value >= 1000 && sum->is_begun; /* ten millionth */
    sum->is_ended = multiplies ? tl_numeral_sum_multiply(sum, word->value)
                               : tl_numeral_sum_add(sum, word->value);
    return sum->is_ended;
}

static bool
is_joined(const tl_scan *scan, uint32_t at)
{
    uint8_t gap = scan->words.items[at].gap;
    return gap == TL_GAP_SPACE || gap == TL_GAP_HYPHEN;
}

tl_numeral_phrase
tl_numeral_sum_words(const tl_scan *scan, uint32_t first)
{
    tl_numeral_sum sum = {0};
    uint32_t end = first, at = first;
    while (at < scan->words.count && !sum.is_ended && (at == first || is_joined(scan, at))) {
        bool is_link = at > first && tl_numeral_word(scan, at, TL_NUMBER_LINK);
        if (!is_link && !take(&sum, scan, at)) {
            break;
        }
        at++;
        end = is_link ? end : at;
        if (is_link && sum.group < 100 && sum.least_scale == 0) {
            break; /* "five and six" are two */
        }
    }
    return (tl_numeral_phrase){end, sum.done + sum.group, sum.is_ended};
}

/* Behind words that may stand there, two at most, of which the first joins if `is_joint`. */
static uint32_t
skip_fillers(const tl_scan *scan, uint32_t at, bool is_joint)
{
    enum { MOST = 2 };
    const tl_number_word *filler = tl_numeral_word(scan, at, TL_NUMBER_FILLER);
    if (is_joint && (!filler || filler->value == 0)) {
        return at;
    }
    uint32_t end = at;
    while (end < at + MOST && end < scan->words.count && is_joined(scan, end) &&
           tl_numeral_word(scan, end, TL_NUMBER_FILLER)) {
        end++;
    }
    return end;
}

/* A scale at `at`, to which *value belongs; returns where it ends, or `otherwise`. */
static uint32_t
read_scale(const tl_scan *scan, uint32_t at, uint32_t otherwise, double *value)
{
    const tl_number_word *scale = at < scan->words.count && is_joined(scan, at)
                                      ? tl_numeral_word(scan, at, TL_NUMBER_SCALE)
                                      : NULL;
    if (scale == NULL) {
        return otherwise;
    }
    *value *= scale->value;
    return at + 1;
}

/* "two and a half million": what stands behind the whole. */
static uint32_t
read_half_behind(const tl_scan *scan, uint32_t at, double *value)
{
    uint32_t next = skip_fillers(scan, at, true);
    const tl_number_word *fraction =
        next > at ? tl_numeral_word(scan, next, TL_NUMBER_FRACTION) : NULL;
    if (fraction == NULL || tl_numeral_word(scan, next, TL_NUMBER_ORDINAL)) {
        return at;
    }
    *value += fraction->value;
    return read_scale(scan, next + 1, next + 1, value);
}

/* "two thirds", "one quarter of a million": what the number counts. */
static uint32_t
read_fractions(const tl_scan *scan, uint32_t at, double *value)
{
    const tl_number_word *fraction = at < scan->words.count && is_joined(scan, at)
                                         ? tl_numeral_word(scan, at, TL_NUMBER_FRACTIONS)
                                         : NULL;
    if (fraction == NULL && *value == 1 && at < scan->words.count && is_joined(scan, at)) {
        fraction = tl_numeral_word(scan, at, TL_NUMBER_FRACTION);
    }
    if (fraction == NULL) {
        return at;
    }
    *value *= fraction->value;
    return read_scale(scan, skip_fillers(scan, at + 1, false), at + 1, value);
}

/* "half a million", "a quarter". */
static uint32_t
read_lone_fraction(const tl_scan *scan, uint32_t first, tl_quantity *quantity)
{
    const tl_number_word *fraction = tl_numeral_word(scan, first, TL_NUMBER_FRACTION);
    if (fraction == NULL) {
        return first;
    }
    double value = fraction->value;
    uint32_t end = read_scale(scan, skip_fillers(scan, first + 1, false), first + 1, &value);
    tl_quantity_add(quantity, TL_QUANTITY_NUMBER, value);
    const tl_number_word *period = tl_numeral_word(scan, first, TL_NUMBER_PERIOD);
    quantity->is_hint =
        end == first + 1 && period && period->value == 1 && !tl_scan_has_article(scan, first);
    tl_numeral_read_unit(scan, skip_fillers(scan, end, false), quantity);
    return end;
}

/* "the first quarter of 2024": an ordinal that counts; the period is taken too. */
static uint32_t
read_period(const tl_scan *scan, uint32_t at, tl_quantity *quantity)
{
    const tl_number_word *period = tl_numeral_word(scan, at, TL_NUMBER_PERIOD);
    if (period == NULL) {
        return at;
    }
    quantity->is_soft = quantity->is_soft && period->value == 0;
    quantity->is_meant = true;
    return at + 1;
}

uint32_t
tl_numeral_read_words(const tl_scan *scan, uint32_t first, tl_quantity *quantity)
{
    tl_numeral_phrase whole = tl_numeral_sum_words(scan, first);
    if (whole.end == first) {
        return read_lone_fraction(scan, first, quantity);
    }
    double value = whole.value;
    uint32_t end = whole.is_ordinal ? whole.end : read_half_behind(scan, whole.end, &value);
    if (end == whole.end && !whole.is_ordinal) {
        end = read_fractions(scan, whole.end, &value);
    }
    tl_quantity_add(quantity, TL_QUANTITY_NUMBER, value);
    if (whole.is_ordinal) {
        const tl_number_word *part = tl_numeral_word(scan, first, TL_NUMBER_FRACTION);
        quantity->is_hint = tl_scan_has_article(scan, first);
        if (part && whole.end == first + 1) {
            tl_quantity_add(quantity, TL_QUANTITY_NUMBER, part->value);
        }
        quantity->range = tl_scan_range(scan, first, end - first);
        uint32_t behind = read_period(scan, end, quantity);
        quantity->range = behind > end ? quantity->range : (tl_range){0};
        return behind;
    }
    if (end > whole.end && tl_numeral_word(scan, end - 1, TL_NUMBER_PERIOD)) {
        tl_quantity_add(quantity, TL_QUANTITY_NUMBER, whole.value); /* three quarters of a year */
    }
    quantity->is_meant = value == 1 && tl_numeral_word(scan, end, TL_NUMBER_RATE);
    tl_numeral_read_unit(scan, value < 1 ? skip_fillers(scan, end, false) : end, quantity);
    return end;
}
