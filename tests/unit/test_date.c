/* SPDX-License-Identifier: MPL-2.0 */
/* Tables for text/date: what is a date in a text and what only looks like one. */
#include "text/date.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* All dates of a text as "range=yyyy-mm-dd", with "?" behind what may be none, separated by "|". */
static void
describe(tl_str text, char *out, size_t size)
{
    tl_named_date date;
    size_t at = 0, used = 0;
    out[0] = '\0';
    while (tl_dates_next(text, &at, &date)) {
        tl_str range = tl_str_at(text, date.range);
        used += (size_t)snprintf(out + used, size - used, "%s%.*s=%04u-%02u-%02u%s",
                                 used ? "|" : "", TL_STR_ARGS(range), date.year, date.month,
                                 date.day, date.sure ? "" : "?");
        assert_true(used < size);
    }
}

typedef struct row {
    const char *text, *dates;
} row;

static void
assert_dates(const row *rows, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        char found[512];
        describe(tl_str_from(rows[i].text), found, sizeof found);
        if (strcmp(found, rows[i].dates) != 0) {
            fail_msg("%s\n  want %s\n  have %s", rows[i].text, rows[i].dates, found);
        }
    }
}

static void
days_are_found_in_every_notation(void **state)
{
    (void)state;
    static const row rows[] = {
        {"Pskov, 12.04.2024", "12.04.2024=2024-04-12"},
        {"on 2.4.2024.", "2.4.2024=2024-04-02"},
        {"2024-04-12T10:00", "2024-04-12=2024-04-12"},
        {"Date: 2024-04-12", "2024-04-12=2024-04-12"},
        {"2024.04.12", "2024.04.12=2024-04-12"},
        {"due 25/04/2024", "25/04/2024=2024-04-25"},
        {"due 04/25/2024", "04/25/2024=2024-04-25"},
        {"due 04/05/2024", "04/05/2024=2024-00-00"},
        {"due 5/5/2024", "5/5/2024=2024-05-05"},
        {"12 April 2024", "12 April 2024=2024-04-12"},
        {"the 1st of May, 2024", "1st of May, 2024=2024-05-01"},
        {"On April 12th, 2024, we met", "April 12th, 2024=2024-04-12"},
        {"Apr. 12, 2024", "Apr. 12, 2024=2024-04-12"},
        {"On APRIL 12 2024", "APRIL 12 2024=2024-04-12"},
        {"12 апреля 2024 года", "12 апреля 2024 года=2024-04-12"},
        {"«12» апреля 2024 г.", "апреля 2024 г.=2024-04-00"},
        {"1-го мая 2024 г. в Пскове", "1-го мая 2024 г.=2024-05-01"},
        {"12\u00a0апреля\u00a02024\u00a0г.", "12\u00a0апреля\u00a02024\u00a0г.=2024-04-12"},
        {"12 квітня 2024 року", "12 квітня 2024 року=2024-04-12"},
        {"the 15–16 May 2024 talks", "16 May 2024=2024-05-16"},
        {"12\nApril\n2024", "12\nApril\n2024=2024-04-12"},
        {"28 February and March 3, 2023", "28 February=0000-02-28|March 3, 2023=2023-03-03"},
        {"28 февраля", "28 февраля=0000-02-28"},
        {"am 5. März 2024", "5. März 2024=2024-03-05"},
        {"1. und 2. Mai", "2. Mai=0000-05-02"},
        {"до 12.04.24 г.", "12.04.24 г.=2024-04-12"},
        {"born 31.12.85", "31.12.85=1985-12-31"},
        {"July 16, this year", "July 16=0000-07-16"},
    };
    assert_dates(rows, COUNT(rows));
}

static void
months_and_years_are_found(void **state)
{
    (void)state;
    static const row rows[] = {
        {"in April 2024", "April 2024=2024-04-00"},
        {"в апреле 2024 года", "апреле 2024 года=2024-04-00"},
        {"04.2024", "04.2024=2024-04-00"},
        {"04/2024", "04/2024=2024-04-00"},
        {"In 2012, we met", "2012=2012-00-00"},
        {"a session (2012)", "2012=2012-00-00"},
        {"в 2012 году", "2012 году=2012-00-00"},
        {"2012 г.", "2012 г.=2012-00-00"},
        {"1998–2012", "1998=1998-00-00|2012=2012-00-00"},
        {"for 2002-2012. and", "2002=2002-00-00|2012=2012-00-00"},
        {"the year 1861", "1861=1861-00-00"},
        {"the 2012 session", "2012=2012-00-00?"},
        {"some 2000 sailors", "2000=2000-00-00?"},
        {"2012", "2012=2012-00-00?"},
    };
    assert_dates(rows, COUNT(rows));
}

static void
other_numbers_are_no_dates(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "",           "13.30",           "9,000",      "2,024 tons",  "1.2024",
        "№ 2012",     "#2012",           "$2000",      "2000%",       "the 2010s",
        "FAIR-2023",  "«ВЫСТАВКА-2023»", "A2012",      "2012th",      "+7 495-2012",
        "20120412",   "606-90-00",       "45 April",   "99.99.2024x", "2024,5",
        "3 mayors",   "12 людей",        "on 12.04",   "1325 (1600)", "2012.pdf",
        "item 3.1.2", "10.12.14.2024",   "31.02.2024", "may 3 times", "10.12.14.16",
        "31.02.24",   "1.12.24",         "12-04-24",
    };
    for (size_t i = 0; i < COUNT(texts); i++) {
        char found[256];
        describe(tl_str_from(texts[i]), found, sizeof found);
        if (found[0]) {
            fail_msg("%s\n  want nothing\n  have %s", texts[i], found);
        }
    }
}

static void
periods_have_their_first_and_last_day(void **state)
{
    (void)state;
    static const struct {
        unsigned year, month, day;
        tl_date first, last;
    } rows[] = {
        {2024, 4, 12, 20240412, 20240412},
        {2024, 2, 0, 20240201, 20240229},
        {2023, 2, 0, 20230201, 20230228},
        {2023, 0, 0, 20230101, 20231231},
        {2023, 2, 29, 0, 0},
        {2023, 13, 0, 0, 0},
        {2023, 0, 5, 0, 0},
        {0, 4, 12, 0, 0},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        tl_period period = tl_period_of(rows[i].year, rows[i].month, rows[i].day);
        assert_int_equal(period.first, rows[i].first);
        assert_int_equal(period.last, rows[i].last);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(days_are_found_in_every_notation),
        cmocka_unit_test(months_and_years_are_found),
        cmocka_unit_test(other_numbers_are_no_dates),
        cmocka_unit_test(periods_have_their_first_and_last_day),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
