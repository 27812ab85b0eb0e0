/* SPDX-License-Identifier: MPL-2.0 */
/* What stands behind a number and belongs to it: a scale, the hour and the half of the day, a
 * percent sign. Which words say so is told by dict/numbers.tsv, by language. */
#include "rules/numeral_parts.h"

#include "base/utf8.h"
#include "text/key.h"

#include <string.h>

enum { MINUTES = TL_NUMERAL_MINUTES, HALF_DAY = 12 * MINUTES, HOURS = 24, LONGEST_PERCENT = 16 };

static bool
is_near(const tl_scan *scan, uint32_t at)
{
    return at < scan->words.count && (tl_numeral_token(scan, at)->gap == TL_GAP_SPACE ||
                                      tl_numeral_token(scan, at)->gap == TL_GAP_NONE ||
                                      tl_numeral_token(scan, at)->gap == TL_GAP_HYPHEN ||
                                      tl_numeral_token(scan, at)->gap == TL_GAP_DOT);
}

/* The half of the day that word `at` names, "p.m." too: *words is how many it takes. */
static bool
find_half_of_day(const tl_scan *scan, uint32_t at, bool behind_hour, bool *is_pm, uint32_t *words)
{
    tl_key first, second;
    if (!is_near(scan, at)) {
        return false;
    }
    tl_str key = tl_key_of(tl_scan_text(scan, at, 1), &first);
    *words = 1;
    if (key.len == 1 && at + 1 < scan->words.count && tl_numeral_length_of(scan, at + 1) == 1 &&
        tl_str_starts_with(tl_numeral_gap_before(scan, at + 1), TL_STR("."))) {
        tl_str rest = tl_key_of(tl_scan_text(scan, at + 1, 1), &second);
        memcpy(first.bytes + key.len, rest.ptr, rest.len);
        key.len += rest.len;
        *words = 2;
    }
    *is_pm = tl_number_word_find(scan->language, key, TL_NUMBER_PM) ||
             (behind_hour && tl_number_word_find(scan->language, key, TL_NUMBER_PM_HOUR));
    return *is_pm || tl_number_word_find(scan->language, key, TL_NUMBER_AM) ||
           (behind_hour && tl_number_word_find(scan->language, key, TL_NUMBER_AM_HOUR));
}

bool
tl_is_hour(double value)
{
    return value >= 0 && value <= HOURS && value == (double)(int)value;
}

double
tl_minutes_on_half(double minutes, bool is_pm)
{
    double past = minutes >= HALF_DAY ? minutes - HALF_DAY : minutes;
    return is_pm ? past + HALF_DAY : past;
}

/* "3 p.m.", "15 часов 30 минут", "3 часа дня". */
uint32_t
tl_numeral_read_time(const tl_scan *scan, uint32_t at, tl_quantity *quantity)
{
    bool is_time = quantity->readings[0].kind == TL_QUANTITY_TIME, is_pm;
    double minutes = quantity->readings[0].value * (is_time ? 1 : MINUTES);
    uint32_t next = at, words;
    bool behind_hour = is_time;
    if (!is_time && !tl_is_hour(quantity->readings[0].value)) {
        for (size_t i = 0; i < quantity->reading_count; i++) {
            if (quantity->readings[i].kind == TL_QUANTITY_TIME) {
                minutes = quantity->readings[i].value;
                behind_hour = true;
            }
        }
        if (!behind_hour) {
            return at;
        }
    }
    if (is_near(scan, next) && tl_numeral_word(scan, next, TL_NUMBER_HOUR)) {
        behind_hour = true;
        next++;
        if (tl_numeral_is_digits(scan, next) && tl_numeral_word(scan, next + 1, TL_NUMBER_MINUTE)) {
            minutes += tl_numeral_value_at(scan, next);
            next += 2;
            quantity->reading_count = 0;
        }
        tl_quantity_add(quantity, TL_QUANTITY_TIME, minutes);
    }
    if (find_half_of_day(scan, next, behind_hour, &is_pm, &words)) {
        quantity->reading_count = 0;
        tl_quantity_add(quantity, TL_QUANTITY_TIME, tl_minutes_on_half(minutes, is_pm));
        next += words;
    }
    return next;
}

static void
scale_readings(tl_quantity *quantity, double scale)
{
    for (size_t i = 0; i < quantity->reading_count; i++) {
        quantity->readings[i].value *= scale;
    }
}

/* "1.5 billion", "1 million 200 thousand". */
static uint32_t
read_scales(const tl_scan *scan, uint32_t at, tl_quantity *quantity)
{
    const tl_number_word *scale =
        is_near(scan, at) ? tl_numeral_word(scan, at, TL_NUMBER_SCALE) : NULL;
    if (scale == NULL) {
        return at;
    }
    scale_readings(quantity, scale->value);
    at++;
    const tl_number_word *lesser =
        tl_numeral_is_digits(scan, at) ? tl_numeral_word(scan, at + 1, TL_NUMBER_SCALE) : NULL;
    if (lesser && lesser->value < scale->value && tl_numeral_token(scan, at)->gap <= TL_GAP_SPACE) {
        quantity->readings[0].value += tl_numeral_value_at(scan, at) * lesser->value;
        quantity->reading_count = 1;
        at += 2;
    }
    return at;
}

/* "%d", "%(name)s": the sign at `at` stands for something that a program puts there. */
static bool
is_placeholder(tl_str text, size_t at)
{
    char next = at + 1 < text.len ? text.ptr[at + 1] : ' ';
    return (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z') ||
           (next >= '0' && next <= '9') || next == '(' || next == '#' || next == '*';
}

/* How many words from `at` on say that a number is a percentage: "percent", "per cent". */
static uint32_t
count_percent_words(const tl_scan *scan, uint32_t at)
{
    if (!is_near(scan, at)) {
        return 0;
    }
    if (tl_numeral_word(scan, at, TL_NUMBER_PERCENT)) {
        return 1;
    }
    tl_key first, second;
    tl_str key = tl_key_of(tl_scan_text(scan, at, 1), &first);
    if (at + 1 >= scan->words.count || tl_numeral_token(scan, at + 1)->gap > TL_GAP_DOT ||
        tl_numeral_token(scan, at)->length + tl_numeral_token(scan, at + 1)->length >
            LONGEST_PERCENT) {
        return 0;
    }
    tl_str rest = tl_key_of(tl_scan_text(scan, at + 1, 1), &second);
    memcpy(first.bytes + key.len, rest.ptr, rest.len);
    key.len += rest.len;
    return tl_number_word_find(scan->language, key, TL_NUMBER_PERCENT) ? 2 : 0;
}

/* A percent sign or a word for it, perhaps behind a space. */
uint32_t
tl_numeral_read_percent(const tl_scan *scan, uint32_t at, tl_quantity *quantity)
{
    tl_str text = scan->segment->text;
    size_t place = tl_numeral_token(scan, at - 1)->range.end, next = place;
    while (place < text.len) {
        next = place;
        uint32_t letter = tl_utf8_next(text, &next);
        if (letter != ' ' && letter != 0xA0 && letter != 0x202F && letter != 0x2009) {
            break;
        }
        place = next;
    }
    bool has_sign = place < text.len && text.ptr[place] == '%' && !is_placeholder(text, place);
    uint32_t percent_words = has_sign ? 0 : count_percent_words(scan, at);
    for (size_t i = 0; (has_sign || percent_words) && i < quantity->reading_count; i++) {
        quantity->readings[i].kind = TL_QUANTITY_PERCENT;
    }
    return at + percent_words;
}

uint32_t
tl_numeral_read_suffix(const tl_scan *scan, uint32_t at, tl_quantity *quantity)
{
    uint32_t scaled = read_scales(scan, at, quantity);
    uint32_t timed = scaled == at ? tl_numeral_read_time(scan, at, quantity) : scaled;
    return timed == at       ? tl_numeral_read_percent(scan, at, quantity)
           : scaled == timed ? tl_numeral_read_percent(scan, timed, quantity)
                             : timed;
}
