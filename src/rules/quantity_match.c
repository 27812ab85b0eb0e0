/* SPDX-License-Identifier: MPL-2.0 */
/* Compares quantities, and those of one text with those of another: by any of their readings, by
 * their parts, and leniently where notations leave something out (the half of the day, the century,
 * a percent sign that stands behind another number). */
#include "rules/quantities.h"
#include "text/number_word.h"

#include "text/key.h"

enum { HOURS = 24, MINUTES = 60, DAY = HOURS * MINUTES, HALF_DAY = DAY / 2 };

static bool
is_about(double a, double b)
{
    double difference = a > b ? a - b : b - a;
    return difference <= 1e-9 * (a + b);
}

/* True if the two, which an int has room for, are whole and fall together on a circle. */
static bool
is_same_on_circle(double a, double b, int circle)
{
    return (a == (double)(int)a) && (b == (double)(int)b) && (int)a % circle == (int)b % circle;
}

static bool
is_of_day(tl_quantity_kind kind)
{
    return kind == TL_QUANTITY_TIME || kind == TL_QUANTITY_CLOCK;
}

static bool
is_same_reading(tl_quantity_reading a, tl_quantity_reading b)
{
    if (is_of_day(a.kind) && is_of_day(b.kind)) {
        bool is_whole = a.kind == TL_QUANTITY_TIME && b.kind == TL_QUANTITY_TIME;
        return is_same_on_circle(a.value, b.value, is_whole ? DAY : HALF_DAY);
    }
    bool is_exact = a.kind == TL_QUANTITY_CODE;
    return a.kind == b.kind && (is_exact ? a.value == b.value : is_about(a.value, b.value));
}

/* 3 for 15:00, half a day aside; 90 for 1990; 5 for 5 % where the sign stands behind another number
 * of the same text ("from 5 to 10 %"); three quarters for 75 %. */
static bool
is_lax_reading(tl_quantity_reading a, tl_quantity_reading b)
{
    if (a.kind != TL_QUANTITY_NUMBER) {
        return false;
    }
    bool is_hour = is_of_day(b.kind) && a.value <= HOURS &&
                   is_same_on_circle(a.value * MINUTES, b.value, HALF_DAY);
    bool is_decade = b.kind == TL_QUANTITY_NUMBER && a.value < 100 &&
                     (a.value + 1900 == b.value || a.value + 2000 == b.value);
    bool is_percent = b.kind == TL_QUANTITY_PERCENT &&
                      (a.value == b.value || (a.value < 1 && is_about(a.value * 100, b.value)));
    return is_hour || is_decade || is_percent;
}

static bool
is_lax_pair(tl_quantity_reading a, tl_quantity_reading b)
{
    return is_lax_reading(a, b) || is_lax_reading(b, a);
}

typedef bool same_reading(tl_quantity_reading a, tl_quantity_reading b);

static bool
share_reading(const tl_quantity *a, const tl_quantity *b, same_reading *is_same)
{
    for (size_t i = 0; i < a->reading_count; i++) {
        for (size_t k = 0; k < b->reading_count; k++) {
            if (is_same(a->readings[i], b->readings[k])) {
                return true;
            }
        }
    }
    return false;
}

bool
tl_quantities_equal(const tl_quantity *a, const tl_quantity *b)
{
    return share_reading(a, b, is_same_reading);
}

/* True if the text says that something gets less or is below zero. */
static bool
tells_decline(const tl_scan *scan)
{
    enum { SHORTEST = 3 };
    for (uint32_t at = 0; at < scan->words.count; at++) {
        tl_key key;
        tl_str folded = tl_key_of(tl_scan_text(scan, at, 1), &key);
        if (tl_number_stem_find(scan->language, folded, TL_NUMBER_DOWN, SHORTEST)) {
            return true;
        }
    }
    return false;
}

/* True if one is below zero and the other is not, and no word of that one's text makes up for it.
 */
static bool
differ_in_sign(const tl_quantity_side *a, size_t i, const tl_quantity_side *b, size_t k)
{
    tl_quantity_sign first = a->items[i].sign, second = b->items[k].sign;
    if (first == TL_SIGN_OPEN || second == TL_SIGN_OPEN ||
        (first == TL_SIGN_MINUS) == (second == TL_SIGN_MINUS)) {
        return false;
    }
    bool is_told = first == TL_SIGN_PLUS || second == TL_SIGN_PLUS;
    return is_told || !tells_decline(first == TL_SIGN_MINUS ? b->scan : a->scan);
}

/* "2,500" is "2,500" even where the other language would read it otherwise. */
static bool
is_same_text(const tl_quantity_side *a, size_t i, const tl_quantity_side *b, size_t k)
{
    return tl_str_equal(tl_str_at(a->scan->segment->text, a->items[i].range),
                        tl_str_at(b->scan->segment->text, b->items[k].range));
}

static void
match_equal(tl_quantity_side *a, tl_quantity_side *b)
{
    for (size_t i = 0; i < a->count; i++) {
        for (size_t k = 0; k < b->count; k++) {
            bool is_same =
                tl_quantities_equal(&a->items[i], &b->items[k]) || is_same_text(a, i, b, k);
            if (is_same && !differ_in_sign(a, i, b, k)) {
                a->is_matched[i] = b->is_matched[k] = true;
            }
        }
    }
}

/* True if something of the side is that; it has found its like then. */
static bool
take_reading(tl_quantity_side *side, tl_quantity_kind kind, double value)
{
    tl_quantity wanted = {.readings = {{kind, value}}, .reading_count = 1};
    bool is_found = false;
    for (size_t i = 0; i < side->count; i++) {
        const tl_quantity *item = &side->items[i];
        bool is_part = kind == TL_QUANTITY_NUMBER && item->part_count &&
                       (item->parts[0] == value || item->parts[1] == value);
        if (tl_quantities_equal(&wanted, item)) {
            side->is_matched[i] = is_found = true;
        }
        is_found = is_found || is_part;
    }
    return is_found;
}

static bool
take_parts(tl_quantity_side *side, const tl_quantity *quantity)
{
    bool is_found = quantity->part_count > 0;
    for (size_t i = 0; i < quantity->part_count; i++) {
        is_found = take_reading(side, TL_QUANTITY_NUMBER, quantity->parts[i]) && is_found;
    }
    return is_found;
}

static bool
has_first_reading(const tl_quantity_side *side, tl_quantity_kind kind, int value)
{
    for (size_t i = 0; i < side->count; i++) {
        const tl_quantity *item = &side->items[i];
        if (item->reading_count && item->readings[0].kind == kind &&
            item->readings[0].value == value) {
            return true;
        }
    }
    return false;
}

/* True if the side names the day, in its parts. */
static bool
take_date(tl_quantity_side *side, const tl_quantity *quantity)
{
    for (size_t i = 0; i < quantity->reading_count; i++) {
        if (quantity->readings[i].kind != TL_QUANTITY_DATE) {
            continue;
        }
        int date = (int)quantity->readings[i].value, day = date % 100, month = date / 100;
        if (has_first_reading(side, TL_QUANTITY_NUMBER, day) &&
            has_first_reading(side, TL_QUANTITY_MONTH, month)) {
            take_reading(side, TL_QUANTITY_NUMBER, day);
            take_reading(side, TL_QUANTITY_MONTH, month);
            return true;
        }
    }
    return false;
}

/* Numbers and days that the other side has apart: 3:1 and 3-1, 12.04 and April 12. */
static void
match_parts(tl_quantity_side *a, tl_quantity_side *b)
{
    for (size_t i = 0; i < a->count; i++) {
        if (!a->is_matched[i]) {
            a->is_matched[i] = take_date(b, &a->items[i]) || take_parts(b, &a->items[i]);
        }
    }
}

static bool
has_percent(const tl_quantity_side *side)
{
    for (size_t i = 0; i < side->count; i++) {
        if (side->items[i].readings[0].kind == TL_QUANTITY_PERCENT) {
            return true;
        }
    }
    return false;
}

/* A percentage and another number, of texts that both have percentages. */
static bool
is_percent_by_mistake(const tl_quantity_side *a, size_t i, const tl_quantity_side *b, size_t k)
{
    const tl_quantity_reading first = a->items[i].readings[0], second = b->items[k].readings[0];
    bool is_mixed = (first.kind == TL_QUANTITY_PERCENT) != (second.kind == TL_QUANTITY_PERCENT);
    return is_mixed && first.value == second.value && !(has_percent(a) && has_percent(b));
}

static void
match_lax(tl_quantity_side *a, tl_quantity_side *b)
{
    for (size_t i = 0; i < a->count; i++) {
        for (size_t k = 0; k < b->count; k++) {
            if (!a->is_matched[i] && !b->is_matched[k] &&
                share_reading(&a->items[i], &b->items[k], is_lax_pair) &&
                !is_percent_by_mistake(a, i, b, k) && !differ_in_sign(a, i, b, k)) {
                a->is_matched[i] = b->is_matched[k] = true;
            }
        }
    }
}

void
tl_quantities_match(tl_quantity_side *a, tl_quantity_side *b)
{
    match_equal(a, b);
    match_lax(a, b);
    match_parts(a, b);
    match_parts(b, a);
}
