/* SPDX-License-Identifier: MPL-2.0 */
/* Reads one number: digits with the signs that group them, Roman numerals, words; then what stands
 * behind and belongs to it: a scale, a percent sign, the hour. Where a notation leaves open what is
 * meant (1.250, 15.00) the number has several readings. */
#include "rules/numeral.h"

#include "base/utf8.h"
#include "text/compare.h"
#include "text/key.h"

#include <string.h>

enum {
    MINUTES = 60,
    HALF_DAY = 12 * MINUTES,
    HOURS = 24,
    GROUP = 3,
    LONGEST_ROMAN = 12,
    LONGEST_PERCENT = 16
};

void
tl_quantity_add(tl_quantity *quantity, tl_quantity_kind kind, double value)
{
    if (quantity->reading_count < TL_QUANTITY_READINGS) {
        quantity->readings[quantity->reading_count++] = (tl_quantity_reading){kind, value};
    }
}

static const tl_word *
word_at(const tl_scan *scan, uint32_t at)
{
    return &scan->words.items[at];
}

static bool
is_digits(const tl_scan *scan, uint32_t at)
{
    return at < scan->words.count && (word_at(scan, at)->flags & TL_WORD_HAS_DIGIT) &&
           !(word_at(scan, at)->flags & TL_WORD_HAS_LETTER);
}

/* What stands before word `at`. */
static tl_str
gap_before(const tl_scan *scan, uint32_t at)
{
    uint32_t begin = word_at(scan, at - 1)->range.end + word_at(scan, at - 1)->tail;
    return tl_str_slice(scan->segment->text, begin, word_at(scan, at)->range.begin);
}

static size_t
length_of(const tl_scan *scan, uint32_t at)
{
    return word_at(scan, at)->length;
}

static double
digits_value(tl_str digits)
{
    double value = 0;
    for (size_t i = 0; i < digits.len && digits.ptr[i] >= '0' && digits.ptr[i] <= '9'; i++) {
        value = value * 10 + (digits.ptr[i] - '0');
    }
    return value;
}

static double
value_at(const tl_scan *scan, uint32_t at)
{
    return digits_value(tl_scan_text(scan, at, 1));
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
    bool is_time;
} literal;

static bool
next_is_group(const literal *l)
{
    return is_digits(l->scan, l->next) && length_of(l->scan, l->next) == GROUP &&
           length_of(l->scan, l->first) <= GROUP;
}

static void
take_group(literal *l)
{
    l->whole = l->whole * 1000 + value_at(l->scan, l->next);
    l->next++;
}

/* "12:30", with seconds perhaps. */
static bool
read_clock(literal *l, tl_quantity *quantity)
{
    const tl_scan *scan = l->scan;
    bool has_minutes = is_digits(scan, l->next) && length_of(scan, l->next) == 2 &&
                       tl_str_equal(gap_before(scan, l->next), TL_STR(":")) &&
                       l->whole < HOURS + 1 && value_at(scan, l->next) < MINUTES;
    if (has_minutes) {
        tl_quantity_add(quantity, TL_QUANTITY_TIME, l->whole * MINUTES + value_at(scan, l->next));
        l->next++;
        l->is_time = true;
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

/* "2.5m": a fraction whose scale is written together with it. */
static bool
read_attached(literal *l, tl_quantity *quantity)
{
    if (l->next >= l->scan->words.count || !point_of(gap_before(l->scan, l->next))) {
        return false;
    }
    tl_str text = tl_scan_text(l->scan, l->next, 1), digits = leading_digits(text);
    double scale = attached_scale(l->scan, tl_str_slice(text, digits.len, text.len));
    if (digits.len == 0 || scale <= 1) {
        return false;
    }
    double value = l->whole + digits_value(digits) / power_of_ten(digits.len);
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
    *all_threes = length_of(l->scan, l->first) <= GROUP;
    for (uint32_t at = l->next;
         is_digits(l->scan, at) && point_of(gap_before(l->scan, at)) == point; at++) {
        *all_threes = *all_threes && length_of(l->scan, at) == GROUP;
        count++;
    }
    return count;
}

/* Digits behind a comma or a stop: a fraction, which may be hours and minutes too. */
static void
take_fraction(literal *l, tl_quantity *quantity)
{
    double behind = value_at(l->scan, l->next);
    size_t length = length_of(l->scan, l->next);
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
    char point = point_of(gap_before(l->scan, l->next));
    bool all_threes, is_decimal = point == tl_number_decimal_sign(l->scan->language);
    size_t groups = count_groups(l, point, &all_threes);
    if (all_threes && (groups > 1 || !is_decimal)) {
        double fraction = l->whole + value_at(l->scan, l->next) / power_of_ten(GROUP);
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
    literal l = {.scan = scan, .first = first, .next = first + 1, .whole = value_at(scan, first)};
    if (read_clock(&l, quantity) || read_attached(&l, quantity)) {
        return l.next;
    }
    while (is_digits(scan, l.next) && is_group_sign(gap_before(scan, l.next)) &&
           next_is_group(&l)) {
        take_group(&l);
    }
    if (is_digits(scan, l.next) && point_of(gap_before(scan, l.next))) {
        read_point(&l, quantity);
    } else {
        tl_quantity_add(quantity, TL_QUANTITY_NUMBER, l.whole);
    }
    return l.next;
}

/* -- what stands behind a number ------------------------------------------------------------ */

static bool
is_near(const tl_scan *scan, uint32_t at)
{
    return at < scan->words.count &&
           (word_at(scan, at)->gap == TL_GAP_SPACE || word_at(scan, at)->gap == TL_GAP_NONE ||
            word_at(scan, at)->gap == TL_GAP_HYPHEN || word_at(scan, at)->gap == TL_GAP_DOT);
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
    if (key.len == 1 && at + 1 < scan->words.count && length_of(scan, at + 1) == 1 &&
        tl_str_starts_with(gap_before(scan, at + 1), TL_STR("."))) {
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

static bool
is_hour(double value)
{
    return value >= 0 && value <= HOURS && value == (double)(int)value;
}

static double
on_half_of_day(double minutes, bool is_pm)
{
    double past = minutes >= HALF_DAY ? minutes - HALF_DAY : minutes;
    return is_pm ? past + HALF_DAY : past;
}

/* "3 p.m.", "15 часов 30 минут", "3 часа дня". */
static uint32_t
read_time(const tl_scan *scan, uint32_t at, tl_quantity *quantity)
{
    bool is_time = quantity->readings[0].kind == TL_QUANTITY_TIME, is_pm;
    double minutes = quantity->readings[0].value * (is_time ? 1 : MINUTES);
    uint32_t next = at, words;
    bool behind_hour = is_time;
    if (!is_time && !is_hour(quantity->readings[0].value)) {
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
        if (is_digits(scan, next) && tl_numeral_word(scan, next + 1, TL_NUMBER_MINUTE)) {
            minutes += value_at(scan, next);
            next += 2;
            quantity->reading_count = 0;
        }
        tl_quantity_add(quantity, TL_QUANTITY_TIME, minutes);
    }
    if (find_half_of_day(scan, next, behind_hour, &is_pm, &words)) {
        quantity->reading_count = 0;
        tl_quantity_add(quantity, TL_QUANTITY_TIME, on_half_of_day(minutes, is_pm));
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
        is_digits(scan, at) ? tl_numeral_word(scan, at + 1, TL_NUMBER_SCALE) : NULL;
    if (lesser && lesser->value < scale->value && word_at(scan, at)->gap <= TL_GAP_SPACE) {
        quantity->readings[0].value += value_at(scan, at) * lesser->value;
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
    if (at + 1 >= scan->words.count || word_at(scan, at + 1)->gap > TL_GAP_DOT ||
        word_at(scan, at)->length + word_at(scan, at + 1)->length > LONGEST_PERCENT) {
        return 0;
    }
    tl_str rest = tl_key_of(tl_scan_text(scan, at + 1, 1), &second);
    memcpy(first.bytes + key.len, rest.ptr, rest.len);
    key.len += rest.len;
    return tl_number_word_find(scan->language, key, TL_NUMBER_PERCENT) ? 2 : 0;
}

/* A percent sign or a word for it, perhaps behind a space. */
static uint32_t
read_percent(const tl_scan *scan, uint32_t at, tl_quantity *quantity)
{
    tl_str text = scan->segment->text;
    size_t place = word_at(scan, at - 1)->range.end, next = place;
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

static uint32_t
read_what_follows(const tl_scan *scan, uint32_t at, tl_quantity *quantity)
{
    uint32_t scaled = read_scales(scan, at, quantity);
    uint32_t timed = scaled == at ? read_time(scan, at, quantity) : scaled;
    return timed == at       ? read_percent(scan, at, quantity)
           : scaled == timed ? read_percent(scan, timed, quantity)
                             : timed;
}

/* -- other notations ------------------------------------------------------------------------ */

/* "11th", "3pm", "5bn", "2020-х" behind its digits, "Q3", "MILEX2023": the digits of a word. */
static uint32_t
read_mixed(const tl_scan *scan, uint32_t first, tl_quantity *quantity)
{
    tl_str text = tl_scan_text(scan, first, 1);
    size_t begin = tl_str_find_digit(text, 0), end = begin;
    while (end < text.len && text.ptr[end] >= '0' && text.ptr[end] <= '9') {
        end++;
    }
    double value = digits_value(tl_str_slice(text, begin, end));
    tl_key key;
    tl_str rest = tl_key_of(tl_str_slice(text, end, text.len), &key);
    bool is_pm = tl_number_word_find(scan->language, rest, TL_NUMBER_PM) != NULL;
    bool is_am = tl_number_word_find(scan->language, rest, TL_NUMBER_AM) != NULL;
    if (begin == 0 && is_hour(value) && (is_pm || is_am)) {
        tl_quantity_add(quantity, TL_QUANTITY_TIME, on_half_of_day(value * MINUTES, is_pm));
    } else {
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
    const tl_word *word = word_at(scan, first);
    tl_str text = tl_scan_text(scan, first, 1);
    char latin[LONGEST_ROMAN * 4];
    bool is_letter = word->length == 1 && (word->flags & TL_WORD_HAS_UPPER);
    if ((!is_letter && !(word->flags & TL_WORD_ALL_CAPS)) || text.len > LONGEST_ROMAN ||
        !(word->scripts & TL_SCRIPT_LATIN)) {
        return first;
    }
    tl_str numeral = {latin, tl_script_rewrite(text, TL_SCRIPT_LATIN, latin)};
    int value = roman_value(numeral);
    bool is_initial =
        first + 1 < scan->words.count && word_at(scan, first + 1)->gap == TL_GAP_DOT && is_letter;
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
    tl_quantity_add(quantity, TL_QUANTITY_NUMBER, value);
    uint32_t timed = read_time(scan, end, quantity);
    return timed > end ? timed : read_percent(scan, end, quantity);
}

uint32_t
tl_numeral_read(const tl_scan *scan, uint32_t first, tl_quantity *quantity)
{
    const tl_word *word = word_at(scan, first);
    uint32_t end;
    *quantity = (tl_quantity){0};
    tl_str text = scan->segment->text;
    uint32_t begin = word->range.begin;
    if ((word->flags & TL_WORD_NOT_TEXT) || (begin > 0 && text.ptr[begin - 1] == '%')) {
        return first;
    }
    if (is_digits(scan, first)) {
        end = read_what_follows(scan, read_literal(scan, first, quantity), quantity);
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
