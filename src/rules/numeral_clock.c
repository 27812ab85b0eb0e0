/* SPDX-License-Identifier: MPL-2.0 */
/* Clock times in words: half past three, quarter to six, ten minutes past six; без пяти восемь,
 * десять минут шестого; halb vier; чверть на п'яту. Which words stand between minutes and hour is
 * told by dict/numbers.tsv; what they mean is known here. Half of the day is read by who calls. */
#include "rules/numeral_parts.h"

#include "text/key.h"

enum { MINUTES = TL_NUMERAL_MINUTES, HALF_DAY = TL_NUMERAL_HALF_DAY };

/* The minutes of such a time. */
typedef struct minutes_phrase {
    uint32_t end; /* one behind the last word; where it begins: there are none */
    double value;
    bool is_bare; /* a number without a word for minutes */
} minutes_phrase;

static bool
is_behind_space(const tl_scan *scan, uint32_t at)
{
    return at < scan->words.count && scan->words.items[at].gap == TL_GAP_SPACE;
}

static minutes_phrase
read_minutes(const tl_scan *scan, uint32_t first)
{
    const tl_number_word *fraction = tl_numeral_word(scan, first, TL_NUMBER_FRACTION);
    if (fraction && (fraction->value == 0.5 || fraction->value == 0.25)) {
        return (minutes_phrase){first + 1, fraction->value * MINUTES, false};
    }
    tl_numeral_phrase number = {first + 1, tl_numeral_value_at(scan, first), false};
    if (!tl_numeral_is_digits(scan, first)) {
        number = tl_numeral_sum_words(scan, first);
    }
    if (number.end == first || number.value < 1 || number.value >= MINUTES || number.is_ordinal) {
        return (minutes_phrase){.end = first};
    }
    bool has_word =
        is_behind_space(scan, number.end) && tl_numeral_word(scan, number.end, TL_NUMBER_MINUTE);
    return (minutes_phrase){number.end + has_word, number.value, !has_word};
}

/* The hour at `at`, in digits or words; 0: there is none. */
static double
read_hour(const tl_scan *scan, uint32_t at, uint32_t *end)
{
    *end = at + 1;
    if (!is_behind_space(scan, at)) {
        return 0;
    }
    tl_numeral_phrase hour = {at + 1, tl_numeral_value_at(scan, at), false};
    if (!tl_numeral_is_digits(scan, at)) {
        hour = tl_numeral_sum_words(scan, at);
    }
    *end = hour.end;
    bool is_hour = hour.end > at && hour.value >= 1 && tl_is_hour(hour.value);
    return is_hour ? hour.value : 0;
}

static uint32_t
add_clock(tl_quantity *quantity, double minutes, uint32_t end)
{
    double on_face = minutes < 0 ? minutes + HALF_DAY : minutes;
    tl_quantity_add(quantity, TL_QUANTITY_CLOCK, on_face);
    return end;
}

static bool
joins(const tl_scan *scan, uint32_t at, tl_number_kind kind, bool is_bare)
{
    const tl_number_word *word = is_behind_space(scan, at) ? tl_numeral_word(scan, at, kind) : NULL;
    return word && (!is_bare || word->value == 1);
}

/* What follows minutes: "past six", "to six", «шестого», «на шосту». */
static uint32_t
read_hour_behind(const tl_scan *scan, uint32_t first, minutes_phrase minutes, tl_quantity *quantity)
{
    bool is_past = joins(scan, minutes.end, TL_NUMBER_PAST, minutes.is_bare);
    bool is_to = joins(scan, minutes.end, TL_NUMBER_TO, minutes.is_bare);
    bool is_toward = joins(scan, minutes.end, TL_NUMBER_TOWARD, minutes.is_bare);
    uint32_t end, at = minutes.end + (is_past || is_to || is_toward);
    if (at == minutes.end) {
        const tl_number_word *hour = is_behind_space(scan, at) && !minutes.is_bare
                                         ? tl_numeral_word(scan, at, TL_NUMBER_HOUR_OF)
                                         : NULL;
        if (hour == NULL) {
            return first;
        }
        add_clock(quantity, (hour->value - 1) * MINUTES + minutes.value, at + 1);
        tl_quantity_add(quantity, TL_QUANTITY_NUMBER, hour->value); /* of some other half */
        return at + 1;
    }
    double hour = read_hour(scan, at, &end);
    if (hour == 0) {
        return first;
    }
    double of_hour = is_past ? minutes.value : is_to ? -minutes.value : minutes.value - MINUTES;
    return add_clock(quantity, hour * MINUTES + of_hour, end);
}

/* «без двадцати семь»: minutes and hour, which would be one number by themselves. */
static minutes_phrase
split_off_hour(const tl_scan *scan, uint32_t first, minutes_phrase minutes)
{
    const tl_number_word *tens = tl_numeral_word(scan, first, TL_NUMBER_CARDINAL);
    return minutes.end == first + 2 && tens ? (minutes_phrase){first + 1, tens->value, true}
                                            : minutes;
}

/* «без десяти шесть»; the other side may have it as a range: ten to six. */
static uint32_t
read_without(const tl_scan *scan, uint32_t first, tl_quantity *quantity)
{
    const tl_number_word *without = tl_numeral_word(scan, first, TL_NUMBER_WITHOUT);
    if (without == NULL || !is_behind_space(scan, first + 1)) {
        return first;
    }
    uint32_t end;
    minutes_phrase minutes = read_minutes(scan, first + 1);
    double hour = minutes.end > first + 1 ? read_hour(scan, minutes.end, &end) : 0;
    if (hour == 0 && minutes.is_bare) {
        minutes = split_off_hour(scan, first + 1, minutes);
        hour = read_hour(scan, minutes.end, &end);
    }
    if (hour == 0 || minutes.end == first + 1 || (without->value == 0 && minutes.is_bare)) {
        return first;
    }
    quantity->parts[0] = minutes.value;
    quantity->parts[1] = hour;
    quantity->part_count = 2;
    return add_clock(quantity, hour * MINUTES - minutes.value, end);
}

uint32_t
tl_numeral_read_clock(const tl_scan *scan, uint32_t first, tl_quantity *quantity)
{
    uint32_t end = read_without(scan, first, quantity);
    if (end > first) {
        return end;
    }
    if (tl_numeral_word(scan, first, TL_NUMBER_HALF_TO)) {
        double hour = read_hour(scan, first + 1, &end);
        return hour > 0 ? add_clock(quantity, (hour - 0.5) * MINUTES, end) : first;
    }
    minutes_phrase minutes = read_minutes(scan, first);
    return minutes.end > first ? read_hour_behind(scan, first, minutes, quantity) : first;
}
