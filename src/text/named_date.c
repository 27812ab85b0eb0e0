/* SPDX-License-Identifier: MPL-2.0 */
/* Dates as texts have them. Every date has a number, so the search goes from number to number and
 * looks at what stands beside each: another number, a word for a month or for a year. Nothing is
 * believed that could be no date; whether four digits alone are a year is left open unless a word
 * or a bracket beside them says so. */
#include "text/date.h"

#include "base/utf8.h"
#include "text/trait.h"
#include "text/words.h"

#include <string.h>

enum { FIRST_YEAR = 1700, LAST_YEAR = 2199, YEAR_DIGITS = 4, LONGEST_WORD = 40 };

typedef struct month_name {
    tl_str key;
    uint8_t month;
} month_name;

static const month_name months[] = {
/* in order of bytes */
#include "months.inc"
};

/* A run of digits. */
typedef struct number {
    size_t begin, end;
    unsigned value;
} number;

/* The number at `at`; an empty one if there is none. */
static number
number_at(tl_str text, size_t at)
{
    number found = {.begin = at, .end = at};
    while (tl_str_has_digit(text, found.end) && found.end - at <= YEAR_DIGITS) {
        found.value = found.value * 10 + (unsigned)(text.ptr[found.end++] - '0');
    }
    return found;
}

static size_t
digits_of(number n)
{
    return n.end - n.begin;
}

static bool
is_letter_at(tl_str text, size_t at)
{
    return at < text.len && (tl_trait_next(text, &at) & TL_TRAIT_WORD);
}

static bool
is_letter_before(tl_str text, size_t at)
{
    return at > 0 && (tl_trait_of(tl_utf8_previous(text, &at)) & TL_TRAIT_WORD);
}

static bool
is_year(tl_str text, number n)
{
    return digits_of(n) == YEAR_DIGITS && n.value >= FIRST_YEAR && n.value <= LAST_YEAR &&
           !is_letter_at(text, n.end);
}

static bool
is_short(number n)
{
    return digits_of(n) == 1 || digits_of(n) == 2;
}

static size_t
skip_space(tl_str text, size_t at)
{
    for (size_t next = at; next < text.len; at = next) {
        tl_trait_class class = tl_trait_class_of(tl_trait_next(text, &next));
        if (class != TL_CLASS_SPACE && class != TL_CLASS_LINE_BREAK) {
            break;
        }
    }
    return at;
}

static size_t
skip_space_back(tl_str text, size_t at)
{
    for (size_t before = at; before > 0; at = before) {
        tl_trait_class class = tl_trait_class_of(tl_trait_of(tl_utf8_previous(text, &before)));
        if (class != TL_CLASS_SPACE && class != TL_CLASS_LINE_BREAK) {
            break;
        }
    }
    return at;
}

static size_t
skip_byte(tl_str text, size_t at, char byte)
{
    return at < text.len && text.ptr[at] == byte ? at + 1 : at;
}

/* The letters from `at` on, none if there is something else. */
static tl_str
word_at(tl_str text, size_t at)
{
    size_t end = at;
    while (end < text.len) {
        size_t next = end;
        if (!(tl_trait_next(text, &next) & TL_TRAIT_LETTER)) {
            break;
        }
        end = next;
    }
    return tl_str_slice(text, at, end);
}

/* The letters up to `end`. */
static tl_str
word_before(tl_str text, size_t end)
{
    size_t begin = end;
    while (begin > 0) {
        size_t before = begin;
        if (!(tl_trait_of(tl_utf8_previous(text, &before)) & TL_TRAIT_LETTER)) {
            break;
        }
        begin = before;
    }
    return tl_str_slice(text, begin, end);
}

static size_t
offset_of(tl_str text, tl_str part)
{
    return (size_t)(part.ptr - text.ptr);
}

uint8_t
tl_month_named(tl_str word)
{
    char key[LONGEST_WORD * 3];
    if (word.len == 0 || word.len > LONGEST_WORD) {
        return 0;
    }
    tl_str folded = {key, tl_words_key(word, key)};
    size_t low = 0, high = sizeof months / sizeof months[0];
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = tl_str_compare(folded, months[middle].key);
        if (order == 0) {
            return months[middle].month;
        }
        if (order < 0) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    return 0;
}

static bool
is_one_of(tl_str word, const tl_str *list, size_t count)
{
    char key[LONGEST_WORD * 3];
    if (word.len == 0 || word.len > LONGEST_WORD) {
        return false;
    }
    tl_str folded = {key, tl_words_key(word, key)};
    for (size_t i = 0; i < count; i++) {
        if (tl_str_equal(folded, list[i])) {
            return true;
        }
    }
    return false;
}

/* «года», «г.», and what Ukrainian and Belarusian have for it. */
static bool
is_word_for_year(tl_str word)
{
    static const tl_str words[] = {
        TL_STR_INIT("г"),     TL_STR_INIT("год"),   TL_STR_INIT("года"),  TL_STR_INIT("году"),
        TL_STR_INIT("гг"),    TL_STR_INIT("годом"), TL_STR_INIT("годе"),  TL_STR_INIT("годы"),
        TL_STR_INIT("рік"),   TL_STR_INIT("року"),  TL_STR_INIT("роком"), TL_STR_INIT("році"),
        TL_STR_INIT("годзе"),
    };
    return is_one_of(word, words, sizeof words / sizeof *words);
}

/* English words behind which four digits are a year. */
static bool
is_word_before_year(tl_str word)
{
    static const tl_str words[] = {
        TL_STR_INIT("in"),     TL_STR_INIT("of"),     TL_STR_INIT("since"), TL_STR_INIT("until"),
        TL_STR_INIT("till"),   TL_STR_INIT("by"),     TL_STR_INIT("from"),  TL_STR_INIT("during"),
        TL_STR_INIT("before"), TL_STR_INIT("after"),  TL_STR_INIT("year"),  TL_STR_INIT("early"),
        TL_STR_INIT("mid"),    TL_STR_INIT("late"),   TL_STR_INIT("for"),   TL_STR_INIT("spring"),
        TL_STR_INIT("summer"), TL_STR_INIT("autumn"), TL_STR_INIT("fall"),  TL_STR_INIT("winter"),
    };
    return is_one_of(word, words, sizeof words / sizeof *words);
}

/* Behind a year: takes in «года» or «г.». */
static void
take_word_for_year(tl_str text, tl_named_date *date)
{
    size_t at = skip_space(text, date->range.end);
    tl_str word = word_at(text, at);
    if (!is_word_for_year(word)) {
        return;
    }
    bool is_short_form = word.len <= strlen("гг");
    date->range.end = (uint32_t)(at + word.len);
    date->range.end =
        (uint32_t)(is_short_form ? skip_byte(text, date->range.end, '.') : (size_t)date->range.end);
    date->sure = true;
}

static void
set_end(tl_named_date *date, size_t end)
{
    date->range.end = (uint32_t)end;
}

static void
set_year(tl_str text, number year, tl_named_date *date)
{
    date->year = (uint16_t)year.value;
    set_end(date, year.end);
    take_word_for_year(text, date);
}

/* "st" of "1st", «-го» of «1-го». */
static size_t
skip_ordinal(tl_str text, size_t at)
{
    static const tl_str endings[] = {TL_STR_INIT("st"), TL_STR_INIT("nd"),  TL_STR_INIT("rd"),
                                     TL_STR_INIT("th"), TL_STR_INIT("-го"), TL_STR_INIT("-е"),
                                     TL_STR_INIT("-му")};
    tl_str rest = tl_str_slice(text, at, text.len);
    for (size_t i = 0; rest.len && i < sizeof endings / sizeof *endings; i++) {
        if (rest.ptr[0] == endings[i].ptr[0] && tl_str_starts_with(rest, endings[i]) &&
            !is_letter_at(text, at + endings[i].len)) {
            return at + endings[i].len;
        }
    }
    return at;
}

static bool
is_separator(char c)
{
    return c == '.' || c == '-' || c == '/';
}

/* "04.2024", "04/2024", but not the end of "31.04.2024" or "1.04.2024". */
static bool
read_numeric_month(tl_str text, number month, tl_named_date *date)
{
    number year = number_at(text, month.end + 1);
    char sign = month.end < text.len ? text.ptr[month.end] : '\0';
    bool is_tail = month.begin > 0 && text.ptr[month.begin - 1] == sign;
    if (digits_of(month) != 2 || is_tail || (sign != '.' && sign != '/') || !is_year(text, year) ||
        tl_period_of(year.value, month.value, 0).first == 0) {
        return false;
    }
    date->month = (uint8_t)month.value;
    set_year(text, year, date);
    return true;
}

/* The year of "12.04.24", which only a date has whose parts are all of two digits; an empty number
 * if it is none. */
static number
short_year(tl_str text, number first, number second)
{
    enum { LAST_OF_2000S = 69 };
    number year = number_at(text, second.end + 1), none = {.begin = year.begin, .end = year.begin};
    char separator = text.ptr[first.end];
    bool goes_on = year.end < text.len && text.ptr[year.end] == separator;
    bool is_tail = first.begin > 0 && text.ptr[first.begin - 1] == separator;
    if (separator == '-' || digits_of(first) != 2 || digits_of(second) != 2 ||
        digits_of(year) != 2 || is_tail || is_letter_at(text, year.end) ||
        (goes_on && tl_str_has_digit(text, year.end + 1))) {
        return none;
    }
    year.value += year.value > LAST_OF_2000S ? 1900 : 2000;
    return year;
}

/* "12.04.2024", "12/04/2024", "12.04.24". */
static bool
read_numeric_day(tl_str text, number first, tl_named_date *date)
{
    char separator = first.end < text.len ? text.ptr[first.end] : '\0';
    number second = number_at(text, first.end + 1);
    if (!is_separator(separator)) {
        return false;
    }
    if (!is_short(second) || second.end >= text.len || text.ptr[second.end] != separator) {
        return false;
    }
    number year = number_at(text, second.end + 1);
    date->is_short = !is_year(text, year);
    year = date->is_short ? short_year(text, first, second) : year;
    if (digits_of(year) == 0) {
        return false;
    }
    bool day_first = tl_period_of(year.value, second.value, first.value).first != 0;
    bool month_first =
        separator == '/' && tl_period_of(year.value, first.value, second.value).first != 0;
    if (day_first != month_first || first.value == second.value) {
        date->day = (uint8_t)(day_first ? first.value : second.value);
        date->month = (uint8_t)(day_first ? second.value : first.value);
    }
    if (day_first || month_first) {
        set_year(text, year, date);
    }
    return day_first || month_first;
}

/* Takes in the year behind a month or a day, if there is one. */
static void
read_year_behind(tl_str text, size_t at, tl_named_date *date)
{
    size_t next = skip_space(text, skip_byte(text, skip_space(text, at), ','));
    number year = number_at(text, next);
    if (is_year(text, year) && tl_period_of(year.value, date->month, date->day).first) {
        set_year(text, year, date);
    }
}

/* Whether a month, in small letters as it may be in other languages, is an English verb. */
static bool
is_verb(tl_str word)
{
    return tl_str_equal(word, TL_STR("may")) || tl_str_equal(word, TL_STR("march"));
}

/* "12 April 2024", "12th of April", "12. April", «12 апреля 2024 года». */
static bool
read_month_behind(tl_str text, number day, tl_named_date *date)
{
    size_t stop = skip_byte(text, day.end, '.');
    size_t at = skip_space(text, stop > day.end ? stop : skip_ordinal(text, day.end));
    tl_str word = word_at(text, at);
    if (tl_str_equal_ascii_nocase(word, TL_STR("of"))) {
        at = skip_space(text, at + word.len);
        word = word_at(text, at);
    }
    date->month = at > day.end && !is_verb(word) ? tl_month_named(word) : 0;
    if (date->month == 0) {
        return false;
    }
    date->day = (uint8_t)day.value;
    set_end(date, at + word.len);
    read_year_behind(text, skip_byte(text, date->range.end, '.'), date);
    return true;
}

/* The month before `at`, with where it begins in the range; 0 if there is none. */
static uint8_t
read_month_before(tl_str text, size_t at, tl_named_date *date)
{
    size_t end = skip_space_back(text, at);
    bool has_stop = end < at && end > 0 && text.ptr[end - 1] == '.';
    tl_str word = word_before(text, has_stop ? end - 1 : end);
    uint8_t month = end < at && !is_verb(word) ? tl_month_named(word) : 0;
    if (month) {
        date->range.begin = (uint32_t)offset_of(text, word);
    }
    return month;
}

/* "April 12th, 2024", "April 12". */
static bool
read_day(tl_str text, number day, tl_named_date *date)
{
    size_t end = skip_ordinal(text, day.end);
    date->month = is_letter_at(text, end) ? 0 : read_month_before(text, day.begin, date);
    if (date->month == 0) {
        return false;
    }
    date->day = (uint8_t)day.value;
    set_end(date, end);
    read_year_behind(text, end, date);
    return true;
}

/* The T of ISO 8601, before the time of day, is none. */
static bool
is_other_letter_at(tl_str text, size_t at)
{
    return is_letter_at(text, at) && text.ptr[at] != 'T';
}

/* "2024-04-12". */
static bool
read_iso(tl_str text, number year, tl_named_date *date)
{
    number month = number_at(text, year.end + 1), day = number_at(text, month.end + 1);
    char separator = year.end < text.len ? text.ptr[year.end] : '\0';
    if ((separator != '-' && separator != '.') || digits_of(month) != 2 || digits_of(day) != 2 ||
        text.ptr[month.end] != separator || is_other_letter_at(text, day.end) ||
        tl_period_of(year.value, month.value, day.value).first == 0) {
        return false;
    }
    *date = (tl_named_date){.range = {(uint32_t)year.begin, (uint32_t)day.end},
                            .year = (uint16_t)year.value,
                            .month = (uint8_t)month.value,
                            .day = (uint8_t)day.value,
                            .sure = true};
    return true;
}

static bool
is_dash_at(tl_str text, size_t at)
{
    if (at >= text.len) {
        return false;
    }
    tl_trait_class class = tl_trait_class_of(tl_trait_next(text, &at));
    return class == TL_CLASS_HYPHEN || class == TL_CLASS_DASH;
}

static size_t
behind_character(tl_str text, size_t at)
{
    tl_utf8_next(text, &at);
    return at;
}

/* One of two years: "2002–2012". */
static bool
is_in_range(tl_str text, number year)
{
    if (is_dash_at(text, year.end) &&
        is_year(text, number_at(text, behind_character(text, year.end)))) {
        return true;
    }
    size_t at = year.begin;
    if (at > 0) {
        tl_utf8_previous(text, &at);
    }
    return at >= YEAR_DIGITS && is_dash_at(text, at) &&
           is_year(text, number_at(text, at - YEAR_DIGITS));
}

static bool
is_in_brackets(tl_str text, number year)
{
    return year.begin > 0 && text.ptr[year.begin - 1] == '(' && year.end < text.len &&
           text.ptr[year.end] == ')';
}

/* Part of a longer number or of a name: "1.2024", "№ 2012", "$2000", "2010-х", "MILEX-2023". */
static bool
is_other_number(tl_str text, number year)
{
    static const char marks[] = "#$+=%@_&*";
    if (year.begin > 0) {
        size_t at = skip_space_back(text, year.begin);
        char before = at ? text.ptr[at - 1] : '\0';
        bool is_number_sign =
            at >= strlen("№") && tl_str_ends_with(tl_str_slice(text, 0, at), TL_STR("№"));
        char joint = text.ptr[year.begin - 1];
        bool is_tail =
            (is_separator(joint) || joint == ',') && is_letter_before(text, year.begin - 1);
        if (is_number_sign || (before && strchr(marks, before)) ||
            (is_tail && !is_in_range(text, year))) {
            return true;
        }
    }
    char after = year.end < text.len ? text.ptr[year.end] : '\0';
    bool goes_on = is_separator(after) || after == ',';
    return (after && strchr(marks, after)) ||
           (goes_on && is_letter_at(text, year.end + 1) && !is_in_range(text, year));
}

static bool
read_bare_year(tl_str text, number year, tl_named_date *date)
{
    uint8_t month = read_month_before(text, year.begin, date);
    if (month == 0 && is_other_number(text, year)) {
        return false;
    }
    tl_str before = word_before(text, skip_space_back(text, year.begin));
    date->month = month;
    date->sure = month || is_word_before_year(before) || is_in_brackets(text, year) ||
                 is_in_range(text, year);
    set_year(text, year, date);
    return true;
}

/* What the number at `at` is, beside what stands around it. */
static bool
read_date(tl_str text, number n, tl_named_date *date)
{
    *date = (tl_named_date){.range = {(uint32_t)n.begin, (uint32_t)n.end}, .sure = true};
    if (is_year(text, n)) {
        return read_iso(text, n, date) || read_bare_year(text, n, date);
    }
    bool is_day = is_short(n) && n.value >= 1 && n.value <= 31;
    return is_day && (read_numeric_month(text, n, date) || read_numeric_day(text, n, date) ||
                      read_month_behind(text, n, date) || read_day(text, n, date));
}

bool
tl_dates_next(tl_str text, size_t *at, tl_named_date *found)
{
    while ((*at = tl_str_find_digit(text, *at)) < text.len) {
        number n = number_at(text, *at);
        if (!is_letter_before(text, *at) && read_date(text, n, found)) {
            *at = found->range.end;
            return true;
        }
        while (tl_str_has_digit(text, *at)) {
            ++*at;
        }
    }
    return false;
}

tl_period
tl_named_date_period(const tl_named_date *date)
{
    return tl_period_of(date->year, date->month, date->day);
}
