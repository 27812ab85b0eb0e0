/* SPDX-License-Identifier: MPL-2.0 */
/* Goes through a text from number to number. Dates are taken apart, since the other language may
 * have them in another order or share a month between two days; all else is read by numeral.c. */
#include "rules/quantities.h"

#include "base/array.h"
#include "rules/numeral_parts.h"
#include "text/date.h"

#include <stdlib.h>

void
tl_quantities_clear(tl_quantities *quantities)
{
    free(quantities->items);
    *quantities = (tl_quantities){0};
}

static tl_quantity *
append(tl_quantities *quantities, tl_range range)
{
    quantities->items = tl_array_reserve(quantities->items, &quantities->capacity,
                                         quantities->count + 1, sizeof *quantities->items);
    tl_quantity *added = &quantities->items[quantities->count++];
    *added = (tl_quantity){.range = range};
    return added;
}

static void
add_part(tl_quantities *quantities, const tl_named_date *date, tl_quantity_kind kind, double value)
{
    tl_quantity *part = append(quantities, date->range);
    part->day = date->day;
    part->month = date->month;
    tl_quantity_add(part, kind, value);
}

static double
leading_number(tl_str text, size_t *at)
{
    double value = 0;
    *at = tl_str_find_digit(text, *at);
    for (; *at < text.len && text.ptr[*at] >= '0' && text.ptr[*at] <= '9'; ++*at) {
        value = value * 10 + (text.ptr[*at] - '0');
    }
    return value;
}

/* Of 04/12/2024 each of the first two may be the day. */
static void
add_open_date(tl_quantities *quantities, const tl_named_date *date, tl_str text)
{
    size_t at = date->range.begin;
    double first = leading_number(text, &at), second = leading_number(text, &at);
    if (at >= date->range.end || first > 31 || second > 31) {
        return;
    }
    tl_quantity *day = append(quantities, date->range);
    tl_quantity_add(day, TL_QUANTITY_NUMBER, first);
    tl_quantity_add(day, TL_QUANTITY_NUMBER, second);
    tl_quantity *month = append(quantities, date->range);
    tl_quantity_add(month, TL_QUANTITY_MONTH, first);
    tl_quantity_add(month, TL_QUANTITY_MONTH, second);
}

static void
add_date(tl_quantities *quantities, const tl_named_date *date, tl_str text)
{
    if (date->day) {
        add_part(quantities, date, TL_QUANTITY_NUMBER, date->day);
    }
    if (date->month) {
        add_part(quantities, date, TL_QUANTITY_MONTH, date->month);
    } else {
        add_open_date(quantities, date, text);
    }
    if (date->year) {
        add_part(quantities, date, TL_QUANTITY_NUMBER, date->year);
        tl_quantity *year = &quantities->items[quantities->count - 1];
        year->is_year = true;
        if (date->is_short) {
            tl_quantity_add(year, TL_QUANTITY_NUMBER,
                            date->year < 2000 ? date->year + 100 : date->year - 100);
        }
    }
}

/* A month without a number; in small letters only where the language writes it so. */
static void
add_month(tl_quantities *quantities, const tl_scan *scan, uint32_t at)
{
    uint8_t month = tl_month_named(tl_scan_text(scan, at, 1));
    bool is_name = scan->script != TL_SCRIPT_LATIN ||
                   ((scan->words.items[at].flags & TL_WORD_CAPITALISED) &&
                    !(scan->words.items[at].flags & TL_WORD_SENTENCE_START));
    if (month && is_name) {
        tl_quantity *added = append(quantities, tl_scan_range(scan, at, 1));
        tl_quantity_add(added, TL_QUANTITY_MONTH, month);
        added->is_soft = true;
    }
}

/* How many numbers a word is that consists of them and "x" between; 0: it is something else. */
static size_t
count_dimensions(tl_str text)
{
    size_t count = 0, at = 0;
    while (at < text.len && tl_str_find_digit(text, at) == at) {
        leading_number(text, &at);
        count++;
        if (at == text.len) {
            return count;
        }
        at += text.ptr[at] == 'x' || text.ptr[at] == 'X';
    }
    return 0;
}

/* "24x26": two numbers in one word. */
static bool
add_dimensions(tl_quantities *quantities, const tl_scan *scan, uint32_t at)
{
    tl_str text = tl_scan_text(scan, at, 1);
    if (count_dimensions(text) < 2) {
        return false;
    }
    for (size_t next = 0; next < text.len;) {
        double value = leading_number(text, &next);
        tl_quantity_add(append(quantities, scan->words.items[at].range), TL_QUANTITY_NUMBER, value);
    }
    return true;
}

/* The 24 of "1H24": digits behind digits and letters, which the other side may have apart. */
static void
add_later_digits(tl_quantities *quantities, const tl_scan *scan, uint32_t at)
{
    tl_str text = tl_scan_text(scan, at, 1);
    size_t next = 0;
    leading_number(text, &next);
    if (tl_str_find_digit(text, next) < text.len) {
        tl_quantity *added = append(quantities, scan->words.items[at].range);
        tl_quantity_add(added, TL_QUANTITY_NUMBER, leading_number(text, &next));
        added->is_soft = true;
    }
}

/* "from 5 to 9 p.m.": an hour that ends in one whose half of the day is told has it too; "11 to 2
 * p.m." begins in the other. */
static void
share_half_of_day(tl_quantity *from, const tl_quantity *to)
{
    enum { LONGEST_JOINT = 8 }; /* bytes: " until ", " – " */
    bool is_range = to->range.begin > from->range.end &&
                    to->range.begin - from->range.end <= LONGEST_JOINT &&
                    from->reading_count == 1 && from->readings[0].kind == TL_QUANTITY_NUMBER &&
                    to->reading_count && to->readings[0].kind == TL_QUANTITY_TIME;
    double hour = is_range ? from->readings[0].value : 0;
    if (hour < 1 || hour * TL_NUMERAL_MINUTES > TL_NUMERAL_HALF_DAY || !tl_is_hour(hour)) {
        return;
    }
    bool is_pm = to->readings[0].value >= TL_NUMERAL_HALF_DAY;
    double begin = tl_minutes_on_half(hour * TL_NUMERAL_MINUTES, is_pm);
    bool is_before = begin <= to->readings[0].value;
    tl_quantity_add(from, TL_QUANTITY_TIME,
                    is_before ? begin : tl_minutes_on_half(hour * TL_NUMERAL_MINUTES, !is_pm));
}

static uint32_t
add_numeral(tl_quantities *quantities, const tl_scan *scan, uint32_t at)
{
    tl_quantity read;
    if (add_dimensions(quantities, scan, at)) {
        return at + 1;
    }
    uint32_t end = tl_numeral_read(scan, at, &read);
    if (end > at) {
        *append(quantities, read.range) = read;
    }
    if (end > at && quantities->count > 1) {
        share_half_of_day(&quantities->items[quantities->count - 2], &read);
    }
    if (end > at && (scan->words.items[at].flags & TL_WORD_HAS_DIGIT)) {
        add_later_digits(quantities, scan, at);
    }
    return end;
}

/* Signs such as ½ between the last number, or the word before, and word `at`. */
static void
add_vulgar(tl_quantities *quantities, const tl_scan *scan, uint32_t at)
{
    tl_range gap = {0, scan->words.items[at].range.begin};
    tl_quantity read;
    gap.begin = at > 0 ? scan->words.items[at - 1].range.end : 0;
    if (quantities->count && quantities->items[quantities->count - 1].range.end > gap.begin) {
        gap.begin = quantities->items[quantities->count - 1].range.end;
    }
    if (gap.begin < gap.end && tl_numeral_read_vulgar(scan, gap, &read)) {
        *append(quantities, read.range) = read;
    }
}

/* A year alone is read as any other number, with what stands behind it. */
static bool
next_date(tl_str text, size_t *at, tl_named_date *date)
{
    while (tl_dates_next(text, at, date)) {
        if (date->month || date->day || date->sure) {
            return true;
        }
    }
    return false;
}

/* The words from `at` on that a date takes. */
static uint32_t
end_of_date(const tl_scan *scan, uint32_t at, const tl_named_date *date)
{
    while (at < scan->words.count && scan->words.items[at].range.begin < date->range.end) {
        at++;
    }
    return at;
}

void
tl_quantities_find(tl_quantities *quantities, const tl_scan *scan)
{
    tl_str text = scan->segment->text;
    size_t date_at = 0;
    tl_named_date date;
    bool has_date = next_date(text, &date_at, &date);
    for (uint32_t at = 0, end; at < scan->words.count; at = end) {
        uint32_t begin = scan->words.items[at].range.begin;
        add_vulgar(quantities, scan, at);
        while (has_date && begin >= date.range.end) {
            has_date = next_date(text, &date_at, &date);
        }
        if (has_date && begin >= date.range.begin) {
            add_date(quantities, &date, text);
            end = end_of_date(scan, at, &date);
            continue;
        }
        end = add_numeral(quantities, scan, at);
        if (end == at) {
            add_month(quantities, scan, at);
            end = at + 1;
        }
    }
}
