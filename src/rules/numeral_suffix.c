/* SPDX-License-Identifier: MPL-2.0 */
/* What stands behind a number and belongs to it: a scale, the hour and the half of the day, a
 * percent sign. Which words say so is told by dict/numbers.tsv, by language. */
#include "rules/numeral_parts.h"

#include "base/utf8.h"
#include "text/key.h"

#include <string.h>

enum {
    MINUTES = TL_NUMERAL_MINUTES,
    HALF_DAY = TL_NUMERAL_HALF_DAY,
    HOURS = 24,
    LONGEST_PERCENT = 16,
};

/* The half of the day that word `at` names, "p.m." too: *words is how many it takes. */
static bool
find_half_of_day(const tl_scan *scan, uint32_t at, bool behind_hour, bool *is_pm, uint32_t *words)
{
    tl_key first, second;
    if (!tl_numeral_is_near(scan, at)) {
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

bool
tl_numeral_minutes_of(const tl_quantity *quantity, double *minutes, bool *is_time)
{
    for (size_t i = 0; i < quantity->reading_count; i++) {
        const tl_quantity_reading *reading = &quantity->readings[i];
        *is_time = reading->kind == TL_QUANTITY_TIME || reading->kind == TL_QUANTITY_CLOCK;
        if (*is_time) {
            *minutes = reading->value;
            return true;
        }
    }
    *minutes = quantity->readings[0].value * MINUTES;
    return quantity->readings[0].kind == TL_QUANTITY_NUMBER &&
           tl_is_hour(quantity->readings[0].value);
}

static void
set_time(tl_quantity *quantity, double minutes)
{
    quantity->reading_count = quantity->part_count = 0;
    tl_quantity_add(quantity, TL_QUANTITY_TIME, minutes);
}

/* "15 часов 30 минут", "10 o'clock": the number may be one of hours too. */
static uint32_t
read_hours(const tl_scan *scan, uint32_t at, double *minutes, tl_quantity *quantity)
{
    if (!tl_numeral_is_near(scan, at) || !tl_numeral_word(scan, at, TL_NUMBER_HOUR)) {
        return at;
    }
    uint32_t next = at + 1;
    if (tl_numeral_is_digits(scan, next) && tl_numeral_word(scan, next + 1, TL_NUMBER_MINUTE)) {
        *minutes += tl_numeral_value_at(scan, next);
        next += 2;
        quantity->reading_count = 0;
    }
    tl_quantity_kind kind = *minutes > HALF_DAY ? TL_QUANTITY_TIME : TL_QUANTITY_CLOCK;
    tl_quantity_add(quantity, kind, *minutes);
    return next;
}

/* "3 p.m.", "15 часов 30 минут", "3 часа дня", "12 noon". */
uint32_t
tl_numeral_read_time(const tl_scan *scan, uint32_t at, tl_quantity *quantity)
{
    double minutes;
    bool is_time, is_pm;
    uint32_t words;
    if (!tl_numeral_minutes_of(quantity, &minutes, &is_time)) {
        return at;
    }
    const tl_number_word *named =
        tl_numeral_is_near(scan, at) ? tl_numeral_word(scan, at, TL_NUMBER_CLOCK) : NULL;
    if (named && minutes == HALF_DAY) {
        set_time(quantity, named->value);
        return at + 1;
    }
    uint32_t next = read_hours(scan, at, &minutes, quantity);
    if (find_half_of_day(scan, next, is_time || next > at, &is_pm, &words)) {
        set_time(quantity, tl_minutes_on_half(minutes, is_pm));
        next += words;
    }
    return next;
}

void
tl_numeral_read_unit(const tl_scan *scan, uint32_t at, tl_quantity *quantity)
{
    const tl_number_word *unit =
        tl_numeral_is_near(scan, at) ? tl_numeral_word(scan, at, TL_NUMBER_UNIT) : NULL;
    if (unit && quantity->reading_count && quantity->readings[0].kind == TL_QUANTITY_NUMBER) {
        tl_quantity_add(quantity, TL_QUANTITY_DURATION, quantity->readings[0].value * unit->value);
    }
}

/* Drops what is neither a number nor a percentage: 12.04 % is no date. */
static void
keep_numbers(tl_quantity *quantity)
{
    uint8_t kept = 0;
    for (size_t i = 0; i < quantity->reading_count; i++) {
        if (quantity->readings[i].kind == TL_QUANTITY_NUMBER) {
            quantity->readings[kept++] = quantity->readings[i];
        }
    }
    quantity->reading_count = kept ? kept : quantity->reading_count;
}

static void
scale_readings(tl_quantity *quantity, double scale)
{
    keep_numbers(quantity);
    for (size_t i = 0; i < quantity->reading_count; i++) {
        quantity->readings[i].value *= scale;
    }
}

/* "EUR 25", "$25": whether a currency stands before word `first`. */
static bool
is_money(const tl_scan *scan, uint32_t first)
{
    enum { CODE = 3 }; /* letters, ISO 4217 */
    static const tl_str signs[] = {TL_STR_INIT("$"), TL_STR_INIT("€"), TL_STR_INIT("£"),
                                   TL_STR_INIT("₽"), TL_STR_INIT("₴")};
    tl_str before =
        tl_str_slice(scan->segment->text, 0, tl_numeral_token(scan, first)->range.begin);
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        if (tl_str_ends_with(before, signs[i])) {
            return true;
        }
    }
    return first > 0 && tl_numeral_length_of(scan, first - 1) == CODE &&
           (tl_numeral_token(scan, first - 1)->flags & TL_WORD_ALL_CAPS);
}

/* "1.5 billion", "10 millionth", "EUR 25 m": the row that multiplies the number before word `at`.
 */
static const tl_number_word *
find_scale(const tl_scan *scan, uint32_t first, uint32_t at)
{
    enum { SMALLEST = 1000 }; /* of ordinals */
    if (!tl_numeral_is_near(scan, at)) {
        return NULL;
    }
    const tl_number_word *scale = tl_numeral_word(scan, at, TL_NUMBER_SCALE);
    if (scale == NULL && is_money(scan, first)) {
        scale = tl_numeral_word(scan, at, TL_NUMBER_ATTACHED);
    }
    if (scale) {
        return scale;
    }
    scale = tl_numeral_word(scan, at, TL_NUMBER_ORDINAL);
    return scale && scale->value >= SMALLEST ? scale : NULL;
}

/* "1 million 200 thousand". */
static uint32_t
read_scales(const tl_scan *scan, uint32_t first, uint32_t at, tl_quantity *quantity)
{
    const tl_number_word *scale = find_scale(scan, first, at);
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

/* The row for the word or the two words from `at` on that say that a number is a percentage:
 * "percent", "per cent"; *words is how many they are. */
static const tl_number_word *
find_percent(const tl_scan *scan, uint32_t at, uint32_t *words)
{
    if (!tl_numeral_is_near(scan, at)) {
        return NULL;
    }
    *words = 1;
    const tl_number_word *found = tl_numeral_word(scan, at, TL_NUMBER_PERCENT);
    if (found || at + 1 >= scan->words.count || tl_numeral_token(scan, at + 1)->gap > TL_GAP_DOT ||
        tl_numeral_length_of(scan, at) + tl_numeral_length_of(scan, at + 1) > LONGEST_PERCENT) {
        return found;
    }
    tl_key first, second;
    tl_str key = tl_key_of(tl_scan_text(scan, at, 1), &first);
    tl_str rest = tl_key_of(tl_scan_text(scan, at + 1, 1), &second);
    memcpy(first.bytes + key.len, rest.ptr, rest.len);
    key.len += rest.len;
    *words = 2;
    return tl_number_word_find(scan->language, key, TL_NUMBER_PERCENT);
}

/* The hundredths that the sign behind byte `at` counts, perhaps behind a space; or 0. */
static double
percent_sign(tl_str text, size_t at)
{
    enum { PERCENT = '%', PER_MILLE = 0x2030 };
    for (size_t place = at, next = at; place < text.len; place = next) {
        uint32_t letter = tl_utf8_next(text, &next);
        if (letter == PERCENT) {
            return is_placeholder(text, place) ? 0 : 1;
        }
        if (letter == PER_MILLE) {
            return 0.1;
        }
        if (letter != ' ' && letter != 0xA0 && letter != 0x202F && letter != 0x2009) {
            break;
        }
    }
    return 0;
}

/* A percent sign or a word for it, perhaps behind a space. */
uint32_t
tl_numeral_read_percent(const tl_scan *scan, uint32_t at, tl_quantity *quantity)
{
    double hundredths =
        percent_sign(scan->segment->text, tl_numeral_token(scan, at - 1)->range.end);
    uint32_t words = 0;
    const tl_number_word *named = hundredths > 0 ? NULL : find_percent(scan, at, &words);
    hundredths = named ? named->value : hundredths;
    if (hundredths > 0) {
        scale_readings(quantity, hundredths);
        for (size_t i = 0; i < quantity->reading_count; i++) {
            quantity->readings[i].kind = TL_QUANTITY_PERCENT;
        }
    }
    return at + (named ? words : 0);
}

uint32_t
tl_numeral_read_suffix(const tl_scan *scan, uint32_t first, uint32_t at, tl_quantity *quantity)
{
    uint32_t scaled = read_scales(scan, first, at, quantity);
    uint32_t timed = scaled == at ? tl_numeral_read_time(scan, at, quantity) : scaled;
    return timed == at       ? tl_numeral_read_percent(scan, at, quantity)
           : scaled == timed ? tl_numeral_read_percent(scan, timed, quantity)
                             : timed;
}
