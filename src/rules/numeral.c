/* SPDX-License-Identifier: MPL-2.0 */
/* Reads one number: digits with the signs that group them, Roman numerals, words. Where a notation
 * leaves open what is meant (1.250, 15.00) the number has several readings. */
#include "rules/numeral_parts.h"

#include "base/utf8.h"
#include "text/compare.h"
#include "text/key.h"

#include <string.h>

enum { MINUTES = TL_NUMERAL_MINUTES, HOURS = 24, GROUP = 3, LONGEST_ROMAN = 12 };

static double
power_of_ten(size_t exponent)
{
    double power = 1;
    for (size_t i = 0; i < exponent; i++) {
        power *= 10;
    }
    return power;
}

/* The space or apostrophe that groups digits; an ordinary space among them. */
static bool
is_group_sign(tl_str gap)
{
    static const tl_str signs[] = {
        TL_STR_INIT(" "),      TL_STR_INIT("\u00a0"), TL_STR_INIT("\u202f"), TL_STR_INIT("\u2009"),
        TL_STR_INIT("\u2007"), TL_STR_INIT("'"),      TL_STR_INIT("\u2019"),
    };
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        if (tl_str_equal(gap, signs[i])) {
            return true;
        }
    }
    return false;
}

static char
point_of(tl_str gap)
{
    return gap.len == 1 && (gap.ptr[0] == '.' || gap.ptr[0] == ',') ? gap.ptr[0] : 0;
}

/* A literal that is being read. */
typedef struct literal {
    const tl_scan *scan;
    uint32_t first, next;
    double whole;
} literal;

static bool
next_is_group(const literal *l)
{
    return tl_numeral_is_digits(l->scan, l->next) &&
           tl_numeral_length_of(l->scan, l->next) == GROUP &&
           tl_numeral_length_of(l->scan, l->first) <= GROUP;
}

static void
take_group(literal *l)
{
    l->whole = l->whole * 1000 + tl_numeral_value_at(l->scan, l->next);
    l->next++;
}

static bool
is_clock_sign(tl_str gap)
{
    return tl_str_equal(gap, TL_STR(":")) || tl_str_equal(gap, TL_STR("\u2236"));
}

/* "12:30", with seconds perhaps. */
static bool
read_clock(literal *l, tl_quantity *quantity)
{
    const tl_scan *scan = l->scan;
    bool has_minutes = tl_numeral_is_digits(scan, l->next) &&
                       tl_numeral_length_of(scan, l->next) == 2 &&
                       is_clock_sign(tl_numeral_gap_before(scan, l->next)) &&
                       l->whole < HOURS + 1 && tl_numeral_value_at(scan, l->next) < MINUTES;
    if (has_minutes) {
        tl_quantity_add(quantity, TL_QUANTITY_TIME,
                        l->whole * MINUTES + tl_numeral_value_at(scan, l->next));
        l->next++;
    }
    return has_minutes;
}

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

/* The digits that a word begins with. */
static tl_str
leading_digits(tl_str text)
{
    size_t end = 0;
    while (end < text.len && text.ptr[end] >= '0' && text.ptr[end] <= '9') {
        end++;
    }
    return tl_str_slice(text, 0, end);
}

/* "2.5m", "0.25EV": a fraction with its scale or unit written together. */
static bool
read_attached(literal *l, tl_quantity *quantity)
{
    if (l->next >= l->scan->words.count || !point_of(tl_numeral_gap_before(l->scan, l->next))) {
        return false;
    }
    tl_str text = tl_scan_text(l->scan, l->next, 1), digits = leading_digits(text);
    double scale = attached_scale(l->scan, tl_str_slice(text, digits.len, text.len));
    if (digits.len == 0 || digits.len == text.len) {
        return false;
    }
    double value = l->whole + tl_numeral_value_of(digits) / power_of_ten(digits.len);
    tl_quantity_add(quantity, TL_QUANTITY_NUMBER, value * scale);
    l->next++;
    return true;
}

/* How many groups of digits follow, each behind the same sign; *all_threes: of three digits each.
 */
static size_t
count_groups(const literal *l, char point, bool *all_threes)
{
    size_t count = 0;
    *all_threes = tl_numeral_length_of(l->scan, l->first) <= GROUP;
    for (uint32_t at = l->next;
         tl_numeral_is_digits(l->scan, at) && point_of(tl_numeral_gap_before(l->scan, at)) == point;
         at++) {
        *all_threes = *all_threes && tl_numeral_length_of(l->scan, at) == GROUP;
        count++;
    }
    return count;
}

/* Digits behind a comma or a stop: a fraction, which may be hours and minutes too. */
static void
take_fraction(literal *l, tl_quantity *quantity)
{
    double behind = tl_numeral_value_at(l->scan, l->next);
    size_t length = tl_numeral_length_of(l->scan, l->next);
    l->next++;
    tl_quantity_add(quantity, TL_QUANTITY_NUMBER, l->whole + behind / power_of_ten(length));
    if (length == 2 && l->whole < HOURS && behind < MINUTES) {
        tl_quantity_add(quantity, TL_QUANTITY_TIME, l->whole * MINUTES + behind);
    }
    if (length == GROUP && l->whole < 1000) {
        tl_quantity_add(quantity, TL_QUANTITY_NUMBER, l->whole * 1000 + behind);
    }
}

/* A comma or a stop and digits behind it: a fraction or groups, by the language and the number of
 * digits; several groups that are not of three digits are a list of numbers, such as that of a
 * paragraph, of which this is the first. */
static void
read_point(literal *l, tl_quantity *quantity)
{
    char point = point_of(tl_numeral_gap_before(l->scan, l->next));
    bool all_threes, is_decimal = point == tl_number_decimal_sign(l->scan->language);
    size_t groups = count_groups(l, point, &all_threes);
    if (all_threes && (groups > 1 || !is_decimal)) {
        double fraction = l->whole + tl_numeral_value_at(l->scan, l->next) / power_of_ten(GROUP);
        for (size_t i = 0; i < groups; i++) {
            take_group(l);
        }
        tl_quantity_add(quantity, TL_QUANTITY_NUMBER, l->whole);
        if (groups == 1) {
            tl_quantity_add(quantity, TL_QUANTITY_NUMBER, fraction);
        }
    } else if (groups > 1) {
        tl_quantity_add(quantity, TL_QUANTITY_NUMBER, l->whole);
    } else {
        take_fraction(l, quantity);
    }
}

static uint32_t
read_literal(const tl_scan *scan, uint32_t first, tl_quantity *quantity)
{
    literal l = {
        .scan = scan, .first = first, .next = first + 1, .whole = tl_numeral_value_at(scan, first)};
    if (read_clock(&l, quantity) || read_attached(&l, quantity)) {
        return l.next;
    }
    while (tl_numeral_is_digits(scan, l.next) &&
           is_group_sign(tl_numeral_gap_before(scan, l.next)) && next_is_group(&l)) {
        take_group(&l);
    }
    if (tl_numeral_is_digits(scan, l.next) && point_of(tl_numeral_gap_before(scan, l.next))) {
        read_point(&l, quantity);
    } else {
        tl_quantity_add(quantity, TL_QUANTITY_NUMBER, l.whole);
    }
    return l.next;
}

/* "11th", "3pm", "5bn", "2020-х" behind its digits, "Q3", "MILEX2023": the digits of a word. What
 * begins with letters is a name, which may be rendered without its number. */
static uint32_t
read_mixed(const tl_scan *scan, uint32_t first, tl_quantity *quantity)
{
    tl_str text = tl_scan_text(scan, first, 1);
    size_t begin = tl_str_find_digit(text, 0), end = begin;
    while (end < text.len && text.ptr[end] >= '0' && text.ptr[end] <= '9') {
        end++;
    }
    double value = tl_numeral_value_of(tl_str_slice(text, begin, end));
    tl_key key;
    tl_str rest = tl_key_of(tl_str_slice(text, end, text.len), &key);
    bool is_pm = tl_number_word_find(scan->language, rest, TL_NUMBER_PM) != NULL;
    bool is_am = tl_number_word_find(scan->language, rest, TL_NUMBER_AM) != NULL;
    if (begin == 0 && tl_is_hour(value) && (is_pm || is_am)) {
        tl_quantity_add(quantity, TL_QUANTITY_TIME, tl_minutes_on_half(value * MINUTES, is_pm));
    } else {
        quantity->is_soft = begin > 0 || tl_str_equal_ascii_nocase(rest, TL_STR("d")); /* 3D */
        double scale = attached_scale(scan, tl_str_slice(text, end, text.len));
        tl_quantity_add(quantity, TL_QUANTITY_NUMBER, value);
        if (scale > 1) {
            tl_quantity_add(quantity, TL_QUANTITY_NUMBER, value * scale);
        }
    }
    return first + 1;
}

static int
roman_digit(char letter)
{
    static const char letters[] = "IVXLCDM";
    static const int values[] = {1, 5, 10, 50, 100, 500, 1000};
    const char *found = letter ? strchr(letters, letter) : NULL;
    return found ? values[found - letters] : 0;
}

/* The value of a Roman numeral in its usual form, or 0. */
static int
roman_value(tl_str text)
{
    int value = 0, before = 5000, run = 0;
    for (size_t i = 0; i < text.len; i++) {
        int digit = roman_digit(text.ptr[i]);
        int next = i + 1 < text.len ? roman_digit(text.ptr[i + 1]) : 0;
        bool is_less = next > digit;
        run = digit == before ? run + 1 : 1;
        if (digit == 0 || digit > before || run > 3 ||
            (is_less && next != digit * 5 && next != digit * 10)) {
            return 0;
        }
        value += is_less ? next - digit : digit;
        before = is_less ? digit - 1 : digit;
        i += is_less;
    }
    return value;
}

/* A Roman numeral, in look-alike letters of another script too. One that may as well be an
 * abbreviation or a letter is soft. */
static uint32_t
read_roman(const tl_scan *scan, uint32_t first, tl_quantity *quantity)
{
    const tl_word *word = tl_numeral_token(scan, first);
    tl_str text = tl_scan_text(scan, first, 1);
    char latin[LONGEST_ROMAN * 4];
    bool is_letter = word->length == 1 && (word->flags & TL_WORD_HAS_UPPER);
    if ((!is_letter && !(word->flags & TL_WORD_ALL_CAPS)) || text.len > LONGEST_ROMAN ||
        !(word->scripts & TL_SCRIPT_LATIN)) {
        return first;
    }
    tl_str numeral = {latin, tl_script_rewrite(text, TL_SCRIPT_LATIN, latin)};
    int value = roman_value(numeral);
    bool is_initial = first + 1 < scan->words.count &&
                      tl_numeral_token(scan, first + 1)->gap == TL_GAP_DOT && is_letter;
    if (value == 0 || is_initial || (is_letter && value > 10)) {
        return first;
    }
    quantity->is_soft = is_letter || value > 39;
    tl_quantity_add(quantity, TL_QUANTITY_NUMBER, value);
    return first + 1;
}

/* «пятидневный», "bilateral". */
static uint32_t
read_prefix(const tl_scan *scan, uint32_t first, tl_quantity *quantity)
{
    tl_key key;
    const tl_number_word *prefix =
        tl_number_prefix_find(scan->language, tl_key_of(tl_scan_text(scan, first, 1), &key));
    if (prefix == NULL) {
        return first;
    }
    tl_quantity_add(quantity, TL_QUANTITY_NUMBER, prefix->value);
    quantity->is_hint = true;
    return first + 1;
}

/* "per second", as "a second" and "a third", is no ordinal. */
static bool
stands_behind_per(const tl_scan *scan, uint32_t at)
{
    return at > 0 && tl_str_equal_ascii_nocase(tl_scan_text(scan, at - 1, 1), TL_STR("per"));
}

/* "the first quarter". */
static bool
tells_period(const tl_scan *scan, uint32_t end)
{
    return tl_numeral_word(scan, end - 1, TL_NUMBER_ORDINAL) &&
           tl_numeral_word(scan, end, TL_NUMBER_PERIOD);
}

static uint32_t
read_in_words(const tl_scan *scan, uint32_t first, tl_quantity *quantity)
{
    const tl_number_word *clock = tl_numeral_word(scan, first, TL_NUMBER_CLOCK);
    double value;
    uint32_t end = first + 1;
    quantity->is_soft = true;
    if (clock) {
        tl_quantity_add(quantity, TL_QUANTITY_TIME, clock->value);
        return end;
    }
    end = tl_numeral_read_words(scan, first, &value);
    if (end == first) {
        return read_prefix(scan, first, quantity);
    }
    quantity->is_soft = !tells_period(scan, end);
    quantity->is_hint = tl_scan_has_article(scan, first) || stands_behind_per(scan, first);
    tl_quantity_add(quantity, TL_QUANTITY_NUMBER, value);
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
    if (tl_numeral_is_digits(scan, first)) {
        quantity->is_soft = is_part_of_name(scan, first) || is_item_number(scan, first);
        end = tl_numeral_read_suffix(scan, read_literal(scan, first, quantity), quantity);
    } else if (word->flags & TL_WORD_HAS_DIGIT) {
        end = read_mixed(scan, first, quantity);
    } else {
        end = read_roman(scan, first, quantity);
        end = end > first ? end : read_in_words(scan, first, quantity);
    }
    if (end > first) {
        quantity->range = tl_scan_range(scan, first, end - first);
    }
    return end;
}
