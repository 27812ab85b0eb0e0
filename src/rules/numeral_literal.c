/* SPDX-License-Identifier: MPL-2.0 */
/* Numbers in digits, read from the bytes of the text, since the signs inside of them separate
 * words: groups and fractions, clock times, ratios, versions, telephone numbers. Where the notation
 * leaves open what is meant (12.04, 9/11) the number has several readings, and the parts that the
 * other language may give apart. Knows no words. */
#include "rules/numeral_parts.h"

#include "base/utf8.h"

#include <string.h>

enum {
    MINUTES = TL_NUMERAL_MINUTES,
    HOURS = 24,
    GROUP = 3,
    LARGEST_DENOMINATOR = 100,
    FIRST_LONG = 1000,
    PHONE_SHORTEST = 9,
    PHONE_LONGEST = 15,
};

/* A run of digits. */
typedef struct run {
    size_t begin, end;
    double value;
} run;

static run
run_at(tl_str text, size_t at)
{
    run r = {.begin = at, .end = at};
    while (tl_str_has_digit(text, r.end)) {
        r.value = r.value * 10 + (text.ptr[r.end++] - '0');
    }
    return r;
}

static size_t
digits_of(run r)
{
    return r.end - r.begin;
}

static char
byte_at(tl_str text, size_t at)
{
    return at < text.len ? text.ptr[at] : '\0';
}

static bool
is_point_at(tl_str text, size_t at)
{
    return (byte_at(text, at) == '.' || byte_at(text, at) == ',') && tl_str_has_digit(text, at + 1);
}

static double
power_of_ten(size_t exponent)
{
    double power = 1;
    for (size_t i = 0; i < exponent; i++) {
        power *= 10;
    }
    return power;
}

static double
fraction_of(run behind)
{
    return behind.value / power_of_ten(digits_of(behind));
}

/* Takes in one of the signs at `at`; returns where it ends, or `at`. */
static size_t
skip_one_of(tl_str text, size_t at, const tl_str *signs, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (tl_str_starts_with(tl_str_slice(text, at, text.len), signs[i])) {
            return at + signs[i].len;
        }
    }
    return at;
}

/* The space or apostrophe that groups digits; an ordinary space among them. */
static size_t
skip_group_sign(tl_str text, size_t at)
{
    static const tl_str signs[] = {
        TL_STR_INIT(" "),      TL_STR_INIT("\u00a0"), TL_STR_INIT("\u202f"), TL_STR_INIT("\u2009"),
        TL_STR_INIT("\u2007"), TL_STR_INIT("'"),      TL_STR_INIT("\u2019"),
    };
    return skip_one_of(text, at, signs, sizeof signs / sizeof *signs);
}

/* Groups behind spaces or apostrophes: 1 250 000. */
static run
take_spaced_groups(tl_str text, run first)
{
    run whole = first;
    while (digits_of(first) <= GROUP) {
        run next = run_at(text, skip_group_sign(text, whole.end));
        if (next.begin == whole.end || digits_of(next) != GROUP) {
            break;
        }
        whole.value = whole.value * 1000 + next.value;
        whole.end = next.end;
    }
    return whole;
}

static size_t
skip_colon(tl_str text, size_t at)
{
    static const tl_str signs[] = {TL_STR_INIT(":"), TL_STR_INIT("\u2236"), TL_STR_INIT(" : ")};
    return skip_one_of(text, at, signs, sizeof signs / sizeof *signs);
}

static void
add_parts(tl_quantity *quantity, double first, double second)
{
    enum { LARGE_PRIME = 1000003 };
    tl_quantity_add(quantity, TL_QUANTITY_CODE, first * LARGE_PRIME + second);
    quantity->parts[0] = first;
    quantity->parts[1] = second;
    quantity->part_count = 2;
}

/* Adds the day of that month, if there is one. */
static void
add_date_reading(tl_quantity *quantity, double day, double month)
{
    if (day >= 1 && day <= 31 && month >= 1 && month <= 12) {
        tl_quantity_add(quantity, TL_QUANTITY_DATE, month * 100 + day);
    }
}

/* "+7 (495) 123-45-67", "123-45-67": what is told apart from other numbers by its brackets,
 * hyphens and plus sign. Returns where it ends, or `at`. */
static size_t
read_phone(tl_str text, size_t at, tl_quantity *quantity)
{
    enum { LAST_DIGITS = 1000000000 };
    static const tl_str signs[] = {TL_STR_INIT(" ("),     TL_STR_INIT(") "), TL_STR_INIT(" "),
                                   TL_STR_INIT("\u00a0"), TL_STR_INIT("-"),  TL_STR_INIT("\u2011"),
                                   TL_STR_INIT("\u2013"), TL_STR_INIT("("),  TL_STR_INIT(")")};
    bool is_marked = at > 0 && text.ptr[at - 1] == '+';
    double value = 0;
    size_t end = at, digits = 0, hyphens = 0;
    for (size_t next = at; tl_str_has_digit(text, next);) {
        run r = run_at(text, next);
        value = value * power_of_ten(digits_of(r)) + r.value;
        digits += digits_of(r);
        end = r.end;
        next = skip_one_of(text, end, signs, sizeof signs / sizeof *signs);
        is_marked = is_marked || (tl_str_has_digit(text, next) && byte_at(text, next - 1) == '(');
        hyphens += tl_str_has_digit(text, next) && byte_at(text, end) == '-';
        if (next == end) {
            break;
        }
    }
    bool is_local = hyphens == 2 && digits == 7 && end == at + digits + hyphens;
    is_marked = is_marked || (hyphens >= 2 && digits > PHONE_SHORTEST);
    bool is_phone = is_marked && digits >= PHONE_SHORTEST && digits <= PHONE_LONGEST;
    if (!is_local && !is_phone) {
        return at;
    }
    double last = value - (double)(uint64_t)(value / LAST_DIGITS) * LAST_DIGITS;
    tl_quantity_add(quantity, TL_QUANTITY_CODE, last);
    return end;
}

/* The seconds of "12:30:45" or "1:52.34", which begin with the sign at `at`; returns where they
 * end, or `at`. */
static size_t
read_seconds(tl_str text, size_t at, double before, bool has_comma, tl_quantity *quantity)
{
    if (byte_at(text, at) == ':' && tl_str_has_digit(text, at + 1)) {
        run seconds = run_at(text, at + 1);
        tl_quantity_add(quantity, TL_QUANTITY_DURATION, before * MINUTES + seconds.value);
        if (seconds.value == 0) {
            tl_quantity_add(quantity, TL_QUANTITY_TIME, before);
        }
        return seconds.end;
    }
    if (is_point_at(text, at) && (byte_at(text, at) == '.' || has_comma)) {
        run behind = run_at(text, at + 1);
        tl_quantity_add(quantity, TL_QUANTITY_DURATION, before + fraction_of(behind));
        return behind.end;
    }
    return at;
}

/* "12:30", "3:1", "1:50,000": a clock time, a score or a ratio, a duration. */
static size_t
read_colon(tl_str text, tl_str language, run first, tl_quantity *quantity)
{
    size_t at = skip_colon(text, first.end);
    run second = run_at(text, at);
    if (at == first.end || digits_of(second) == 0) {
        return first.end;
    }
    bool is_clock = digits_of(second) == 2 && second.value < MINUTES && digits_of(first) <= 2;
    bool has_comma = tl_number_sign(language, TL_NUMBER_GROUP) != ',';
    size_t end = is_clock ? read_seconds(text, second.end, first.value * MINUTES + second.value,
                                         has_comma, quantity)
                          : second.end;
    if (end > second.end) {
        return end;
    }
    tl_quantity rest = {.reading_count = 0};
    if (!is_clock || is_point_at(text, second.end) ||
        take_spaced_groups(text, second).end > second.end) {
        end = tl_numeral_read_digits(text, language, second.begin, &rest);
        second.value = rest.readings[0].value;
    } else if (first.value <= HOURS) {
        tl_quantity_add(quantity, TL_QUANTITY_TIME, first.value * MINUTES + second.value);
    }
    add_parts(quantity, first.value, second.value);
    return end;
}

/* "1/4", "9/11", "120/80", "24/7"; not "2023/24". */
static size_t
read_slash(tl_str text, run first, tl_quantity *quantity)
{
    run second = run_at(text, first.end + 1);
    bool is_open = byte_at(text, first.end) != '/' || digits_of(second) == 0 ||
                   byte_at(text, second.end) == '/' || first.value >= FIRST_LONG;
    if (is_open) {
        return first.end;
    }
    if (first.value > 0 && first.value < second.value && second.value <= LARGEST_DENOMINATOR) {
        tl_quantity_add(quantity, TL_QUANTITY_NUMBER, first.value / second.value);
    }
    add_parts(quantity, first.value, second.value);
    add_date_reading(quantity, first.value, second.value);
    add_date_reading(quantity, second.value, first.value);
    return second.end;
}

double
tl_numeral_vulgar_fraction(tl_str text, size_t *at)
{
    static const struct {
        uint32_t letter;
        double value;
    } fractions[] = {
        {0xBC, 1.0 / 4},   {0xBD, 1.0 / 2},    {0xBE, 3.0 / 4},   {0x2150, 1.0 / 7},
        {0x2151, 1.0 / 9}, {0x2152, 1.0 / 10}, {0x2153, 1.0 / 3}, {0x2154, 2.0 / 3},
        {0x2155, 1.0 / 5}, {0x2156, 2.0 / 5},  {0x2157, 3.0 / 5}, {0x2158, 4.0 / 5},
        {0x2159, 1.0 / 6}, {0x215A, 5.0 / 6},  {0x215B, 1.0 / 8}, {0x215C, 3.0 / 8},
        {0x215D, 5.0 / 8}, {0x215E, 7.0 / 8},
    };
    size_t next = *at;
    uint32_t letter = *at < text.len ? tl_utf8_next(text, &next) : 0;
    for (size_t i = 0; i < sizeof fractions / sizeof *fractions; i++) {
        if (fractions[i].letter == letter) {
            *at = next;
            return fractions[i].value;
        }
    }
    return 0;
}

/* The half of "2½", "2 ½" and "2 1/2"; returns where it ends, or `at`. */
static size_t
read_mixed_fraction(tl_str text, size_t at, double whole, tl_quantity *quantity)
{
    size_t next = at + (byte_at(text, at) == ' '), end = next;
    double fraction = tl_numeral_vulgar_fraction(text, &end);
    if (fraction == 0 && next > at) {
        run upper = run_at(text, next), lower = run_at(text, upper.end + 1);
        bool is_fraction = digits_of(upper) == 1 && byte_at(text, upper.end) == '/' &&
                           upper.value < lower.value && digits_of(lower) <= 2;
        fraction = is_fraction ? upper.value / lower.value : 0;
        end = lower.end;
    }
    if (fraction == 0) {
        return at;
    }
    tl_quantity_add(quantity, TL_QUANTITY_NUMBER, whole + fraction);
    return end;
}

/* Digits behind a comma or a stop: a fraction, which may be hours and minutes, or a day and a
 * month. */
static size_t
read_fraction(tl_str text, run first, double whole, tl_quantity *quantity)
{
    run behind = run_at(text, first.end + 1);
    bool is_pair = digits_of(behind) == 2 && digits_of(first) <= 2;
    tl_quantity_add(quantity, TL_QUANTITY_NUMBER, whole + fraction_of(behind));
    if (is_pair && whole < HOURS && behind.value < MINUTES) {
        tl_quantity_add(quantity, TL_QUANTITY_TIME, whole * MINUTES + behind.value);
    }
    if (is_pair && text.ptr[first.end] == '.') {
        add_date_reading(quantity, first.value, behind.value);
    }
    return behind.end;
}

/* How many runs of digits follow `first`, each behind the same sign; *all_threes: of three digits
 * each. */
static size_t
count_groups(tl_str text, run first, char sign, bool *all_threes, size_t *end)
{
    size_t count = 0;
    *all_threes = digits_of(first) <= GROUP;
    for (*end = first.end; byte_at(text, *end) == sign && tl_str_has_digit(text, *end + 1);
         count++) {
        run next = run_at(text, *end + 1);
        *all_threes = *all_threes && digits_of(next) == GROUP;
        *end = next.end;
    }
    return count;
}

static double
value_of_groups(tl_str text, run first, size_t end)
{
    double value = first.value;
    for (size_t at = first.end; at < end;) {
        run next = run_at(text, at + 1);
        value = value * 1000 + next.value;
        at = next.end;
    }
    return value;
}

/* "4.4.2": one number to be told as a whole. */
static size_t
read_version(tl_str text, run first, size_t end, tl_quantity *quantity)
{
    enum { SMALL_PRIME = 1009 };
    double value = first.value;
    for (size_t at = first.end; at < end;) {
        run next = run_at(text, at + 1);
        value = value * SMALL_PRIME + next.value;
        at = next.end;
    }
    tl_quantity_add(quantity, TL_QUANTITY_CODE, value);
    return end;
}

/* A comma or a stop and digits behind it: a fraction or groups, by the language and the number of
 * digits. Commas that do not group are a list of numbers, of which this is the first. */
static size_t
read_point(tl_str text, tl_str language, run first, tl_quantity *quantity)
{
    char sign = text.ptr[first.end];
    bool all_threes;
    size_t end, groups = count_groups(text, first, sign, &all_threes, &end);
    bool has_fraction = is_point_at(text, end) && all_threes;
    bool is_group = sign == tl_number_sign(language, TL_NUMBER_GROUP);
    bool is_decimal = sign == tl_number_sign(language, TL_NUMBER_DECIMAL);
    if (groups == 1 && !has_fraction && (!all_threes || first.value == 0 || is_decimal)) {
        return read_fraction(text, first, first.value, quantity);
    }
    if (groups > 1 && !all_threes) {
        tl_quantity_add(quantity, TL_QUANTITY_NUMBER, first.value);
        quantity->reading_count = sign == '.' ? 0 : 1;
        return sign == '.' ? read_version(text, first, end, quantity) : first.end;
    }
    double whole = value_of_groups(text, first, end);
    if (has_fraction) {
        run last = {.begin = first.begin, .end = end, .value = whole};
        return read_fraction(text, last, whole, quantity);
    }
    tl_quantity_add(quantity, TL_QUANTITY_NUMBER, whole);
    if (groups == 1 && !is_group) {
        read_fraction(text, first, first.value, quantity);
    }
    return end;
}

size_t
tl_numeral_read_digits(tl_str text, tl_str language, size_t at, tl_quantity *quantity)
{
    run first = run_at(text, at), whole = take_spaced_groups(text, first);
    if (is_point_at(text, whole.end)) {
        return whole.end > first.end ? read_fraction(text, whole, whole.value, quantity)
                                     : read_point(text, language, first, quantity);
    }
    size_t end = read_mixed_fraction(text, whole.end, whole.value, quantity);
    if (end == whole.end) {
        tl_quantity_add(quantity, TL_QUANTITY_NUMBER, whole.value);
    }
    return end;
}

size_t
tl_numeral_read_literal(tl_str text, tl_str language, size_t at, tl_quantity *quantity)
{
    run first = run_at(text, at);
    size_t end = read_phone(text, at, quantity);
    end = end > at ? end : read_colon(text, language, first, quantity);
    end = end > first.end ? end : read_slash(text, first, quantity);
    return end > first.end ? end : tl_numeral_read_digits(text, language, at, quantity);
}
