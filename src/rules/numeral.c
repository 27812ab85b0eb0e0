/* SPDX-License-Identifier: MPL-2.0 */
/* Reads one number, whichever notation it is in: tells digits, Roman numerals and words apart, and
 * puts what stands around them (a sign, a scale, a half of the day) to what they are. */
#include "rules/numeral_parts.h"

#include "base/utf8.h"
#include "text/compare.h"
#include "text/key.h"

enum { MINUTES = TL_NUMERAL_MINUTES };

/* What letters right behind digits multiply them by, or 1. */
static double
attached_scale(const tl_scan *scan, tl_str letters)
{
    tl_key key;
    tl_str folded = tl_key_of(letters, &key);
    const tl_number_word *scale = tl_number_word_find(scan->language, folded, TL_NUMBER_ATTACHED);
    scale = scale ? scale : tl_number_word_find(scan->language, folded, TL_NUMBER_SCALE);
    return scale ? scale->value : 1;
}

/* The letters right behind digits: "11th", "3pm", "5bn", "3D". */
static void
read_tail(const tl_scan *scan, tl_str tail, tl_quantity *quantity)
{
    tl_key key;
    tl_str folded = tl_key_of(tail, &key);
    bool is_pm = tl_number_word_find(scan->language, folded, TL_NUMBER_PM) != NULL;
    bool is_am = tl_number_word_find(scan->language, folded, TL_NUMBER_AM) != NULL;
    double minutes, scale = attached_scale(scan, tail);
    bool is_time, may_be_time = tl_numeral_minutes_of(quantity, &minutes, &is_time);
    if (may_be_time && (is_pm || is_am)) {
        quantity->reading_count = quantity->part_count = 0;
        tl_quantity_add(quantity, TL_QUANTITY_TIME, tl_minutes_on_half(minutes, is_pm));
    } else if (scale > 1 && quantity->readings[0].kind == TL_QUANTITY_NUMBER) {
        tl_quantity_add(quantity, TL_QUANTITY_NUMBER, quantity->readings[0].value * scale);
    }
    quantity->is_soft = quantity->is_soft || tl_str_equal_ascii_nocase(tail, TL_STR("d"));
}

/* "Q3", "MILEX2023": what begins with letters is a name, which may be rendered without its
 * number. */
static uint32_t
read_digits_of_name(const tl_scan *scan, uint32_t first, tl_quantity *quantity)
{
    tl_str text = tl_scan_text(scan, first, 1);
    size_t begin = tl_str_find_digit(text, 0);
    quantity->is_soft = true;
    tl_quantity_add(quantity, TL_QUANTITY_NUMBER,
                    tl_numeral_value_of(tl_str_slice(text, begin, text.len)));
    return first + 1;
}

/* "per second", as "a second" and "a third", is no ordinal. */
static bool
stands_behind_per(const tl_scan *scan, uint32_t at)
{
    return at > 0 && tl_str_equal_ascii_nocase(tl_scan_text(scan, at - 1, 1), TL_STR("per"));
}

static void
add_hints(const tl_scan *scan, tl_str key, tl_quantity *quantity)
{
    const tl_number_word *unit = tl_number_word_find(scan->language, key, TL_NUMBER_UNIT);
    const tl_number_word *hint = tl_number_word_find(scan->language, key, TL_NUMBER_HINT);
    for (; hint; hint = tl_number_word_next(hint)) {
        tl_quantity_add(quantity, TL_QUANTITY_NUMBER, hint->value);
    }
    if (unit) {
        tl_quantity_add(quantity, TL_QUANTITY_DURATION, unit->value);
    }
}

/* A number that is part of a word, or its meaning: «пятидневный», "doubled", "bilateral". */
static uint32_t
read_meaning(const tl_scan *scan, uint32_t first, tl_quantity *quantity)
{
    enum { SHORTEST_STEM = 4 };
    tl_key key;
    tl_str folded = tl_key_of(tl_scan_text(scan, first, 1), &key);
    tl_compound compound = tl_numeral_compound(scan->language, folded);
    const tl_number_word *stem =
        tl_number_stem_find(scan->language, folded, TL_NUMBER_STEM, SHORTEST_STEM);
    if (compound.kind == TL_COMPOUND_CLOCK) {
        tl_quantity_add(quantity, TL_QUANTITY_CLOCK, compound.value);
        return tl_numeral_read_time(scan, first + 1, quantity);
    }
    bool is_ordinary = tl_number_word_find(scan->language, folded, TL_NUMBER_HINT);
    if (!is_ordinary && (stem || compound.kind == TL_COMPOUND_COUNTED)) {
        quantity->is_meant = true;
        tl_quantity_add(quantity, TL_QUANTITY_NUMBER, stem ? stem->value : compound.value);
        return first + 1;
    }
    quantity->is_hint = true;
    add_hints(scan, folded, quantity);
    if (compound.kind != TL_COMPOUND_NONE) {
        tl_quantity_add(quantity, TL_QUANTITY_NUMBER, compound.value);
    }
    return first + (quantity->reading_count > 0);
}

/* "3 (three)": what repeats digits is to be as exact as they are. */
static bool
repeats_digits(const tl_scan *scan, uint32_t first, uint32_t end)
{
    size_t behind = tl_numeral_token(scan, end - 1)->range.end;
    tl_str text = scan->segment->text;
    return first > 0 && tl_numeral_is_digits(scan, first - 1) && behind < text.len &&
           text.ptr[behind] == ')' &&
           tl_str_ends_with(tl_numeral_gap_before(scan, first), TL_STR("("));
}

static uint32_t
read_in_words(const tl_scan *scan, uint32_t first, tl_quantity *quantity)
{
    const tl_number_word *clock = tl_numeral_word(scan, first, TL_NUMBER_CLOCK);
    quantity->is_soft = true;
    if (clock) {
        tl_quantity_add(quantity, TL_QUANTITY_TIME, clock->value);
        return first + 1;
    }
    uint32_t end = tl_numeral_read_clock(scan, first, quantity);
    if (end > first) {
        return tl_numeral_read_time(scan, end, quantity);
    }
    end = tl_numeral_read_words(scan, first, quantity);
    if (end == first) {
        return read_meaning(scan, first, quantity);
    }
    quantity->is_hint = quantity->is_hint || stands_behind_per(scan, first);
    if (quantity->range.end) {
        return end;
    }
    quantity->is_soft = !repeats_digits(scan, first, end);
    uint32_t timed = tl_numeral_read_time(scan, end, quantity);
    return timed > end ? timed : tl_numeral_read_percent(scan, end, quantity);
}

/* The 1 of "SHA-1": part of a name, which may be rendered without it. */
static bool
is_part_of_name(const tl_scan *scan, uint32_t at)
{
    return at > 0 && tl_numeral_token(scan, at)->gap == TL_GAP_HYPHEN &&
           (tl_numeral_token(scan, at - 1)->flags & TL_WORD_ALL_CAPS);
}

/* "1) …": the number of an item in a list, which the other side may mark otherwise. */
static bool
is_item_number(const tl_scan *scan, uint32_t at)
{
    tl_range range = tl_numeral_token(scan, at)->range;
    tl_str text = scan->segment->text;
    bool opens =
        range.begin == 0 || text.ptr[range.begin - 1] == ' ' || text.ptr[range.begin - 1] == '\n';
    return opens && range.end < text.len && text.ptr[range.end] == ')';
}

/* Before a sign there is nothing, white space or an opening bracket; before a minus no number,
 * which would make it a range. */
static bool
may_be_sign(tl_str text, size_t at, bool is_plus)
{
    size_t before = at;
    while (before > 0 && (text.ptr[before - 1] == ' ' || text.ptr[before - 1] == '\n')) {
        before--;
    }
    if (before == 0) {
        return true;
    }
    char c = text.ptr[before - 1];
    return c == '(' || c == '[' || (before < at && (is_plus || c < '0' || c > '9'));
}

/* The sign right before byte `at`, perhaps with a currency between; *begin is where it begins. */
static tl_quantity_sign
sign_before(tl_str text, size_t at, size_t *begin)
{
    enum { MINUS = 0x2212, EN_DASH = 0x2013, EURO = 0x20AC, POUND = 0xA3, ROUBLE = 0x20BD };
    size_t place = at;
    uint32_t c = place > 0 ? tl_utf8_previous(text, &place) : ' ';
    if (place > 0 && (c == '$' || c == EURO || c == POUND || c == ROUBLE)) {
        c = tl_utf8_previous(text, &place);
    }
    bool is_dash = c == '-' || c == MINUS || c == EN_DASH;
    if ((c != '+' && !is_dash) || !may_be_sign(text, place, c == '+')) {
        return TL_SIGN_NONE;
    }
    *begin = place;
    return c == '+' ? TL_SIGN_PLUS : c == EN_DASH ? TL_SIGN_OPEN : TL_SIGN_MINUS;
}

/* Where the language tells halves of the day apart, a time without one may be in either. */
static void
open_times(const tl_scan *scan, char first_digit, tl_quantity *quantity)
{
    bool has_halves = tl_number_word_find(scan->language, TL_STR("am"), TL_NUMBER_AM);
    for (size_t i = 0; i < quantity->reading_count && has_halves && first_digit != '0'; i++) {
        tl_quantity_reading *reading = &quantity->readings[i];
        if (reading->kind == TL_QUANTITY_TIME && reading->value <= TL_NUMERAL_HALF_DAY + MINUTES) {
            reading->kind = TL_QUANTITY_CLOCK;
        }
    }
}

static uint32_t
read_in_digits(const tl_scan *scan, uint32_t first, tl_quantity *quantity)
{
    tl_str text = scan->segment->text;
    size_t begin = tl_numeral_token(scan, first)->range.begin;
    quantity->is_soft = is_part_of_name(scan, first) || is_item_number(scan, first);
    size_t end = tl_numeral_read_literal(text, scan->language, begin, quantity);
    uint32_t last = first;
    while (last + 1 < scan->words.count && tl_numeral_token(scan, last + 1)->range.begin < end) {
        last++;
    }
    tl_str tail = tl_str_slice(text, end, tl_numeral_token(scan, last)->range.end);
    open_times(scan, text.ptr[begin], quantity);
    uint32_t next = last + 1;
    if (tail.len > 0) {
        read_tail(scan, tail, quantity);
    } else {
        next = tl_numeral_read_suffix(scan, first, last + 1, quantity);
    }
    size_t word_end = tl_numeral_token(scan, next - 1)->range.end;
    quantity->sign = sign_before(text, begin, &begin);
    quantity->range = (tl_range){(uint32_t)begin, (uint32_t)(word_end > end ? word_end : end)};
    tl_numeral_read_unit(scan, next, quantity);
    return next;
}

/* "minus five": the sign in words. */
static uint32_t
read_signed(const tl_scan *scan, uint32_t first, tl_quantity *quantity)
{
    bool is_minus = tl_numeral_word(scan, first, TL_NUMBER_MINUS);
    bool is_sign = is_minus || tl_numeral_word(scan, first, TL_NUMBER_PLUS);
    if (!is_sign || first + 1 >= scan->words.count ||
        tl_numeral_token(scan, first + 1)->gap != TL_GAP_SPACE ||
        tl_numeral_word(scan, first + 1, TL_NUMBER_PLUS) ||
        tl_numeral_word(scan, first + 1, TL_NUMBER_MINUS)) {
        return first;
    }
    uint32_t end = tl_numeral_read(scan, first + 1, quantity);
    if (end == first + 1) {
        return first;
    }
    quantity->sign = is_minus ? TL_SIGN_MINUS : TL_SIGN_PLUS;
    quantity->range.begin = tl_numeral_token(scan, first)->range.begin;
    return end;
}

uint32_t
tl_numeral_read(const tl_scan *scan, uint32_t first, tl_quantity *quantity)
{
    const tl_word *word = tl_numeral_token(scan, first);
    uint32_t end;
    *quantity = (tl_quantity){0};
    tl_str text = scan->segment->text;
    uint32_t begin = word->range.begin;
    bool is_number_sign =
        begin > 0 && text.ptr[begin - 1] == '#' && tl_numeral_is_digits(scan, first);
    if (((word->flags & TL_WORD_NOT_TEXT) && !is_number_sign) ||
        (begin > 0 && text.ptr[begin - 1] == '%')) {
        return first;
    }
    if (word->flags & TL_WORD_HAS_DIGIT) {
        bool is_number = text.ptr[begin] >= '0' && text.ptr[begin] <= '9';
        end = is_number ? read_in_digits(scan, first, quantity)
                        : read_digits_of_name(scan, first, quantity);
    } else {
        end = tl_numeral_read_roman(scan, first, quantity);
        end = end > first ? end : read_signed(scan, first, quantity);
        end = end > first ? end : read_in_words(scan, first, quantity);
    }
    if (end > first && quantity->range.end == 0) {
        quantity->range = tl_scan_range(scan, first, end - first);
    }
    return end;
}

bool
tl_numeral_read_vulgar(const tl_scan *scan, tl_range range, tl_quantity *quantity)
{
    for (size_t at = range.begin; at < range.end;) {
        size_t begin = at;
        double value = tl_numeral_vulgar_fraction(scan->segment->text, &at);
        if (value > 0) {
            *quantity = (tl_quantity){.range = {(uint32_t)begin, (uint32_t)at}};
            tl_quantity_add(quantity, TL_QUANTITY_NUMBER, value);
            return true;
        }
        tl_utf8_next(scan->segment->text, &at);
    }
    return false;
}
