/* SPDX-License-Identifier: MPL-2.0 */
/* Tables for engine/dating: by which date each segment of a document is judged. */
#include "engine/dating.h"

#include "readers/readers.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

enum { TODAY = 20250607 };

/* The dates of all segments of a plain text, each "first" or "first-last", "-" for none. */
static void
describe(const char *text, const char *given, tl_date asked, char *out, size_t size)
{
    tl_source source;
    tl_document document;
    size_t used = 0;
    assert_true(tl_source_init(&source, TL_STR("a.txt"), tl_str_from(text), NULL));
    tl_document_init(&document, &source);
    assert_true(tl_reader_run(tl_reader_find(TL_STR("plain")), &document, NULL, NULL));
    document.date = tl_str_from(given);
    const tl_period *dates = tl_document_dates(&document, asked, TODAY);
    for (size_t i = 0; i < document.count; i++) {
        used += (size_t)snprintf(out + used, size - used, "%s", i ? " " : "");
        used += dates[i].first == 0
                    ? (size_t)snprintf(out + used, size - used, "-")
                    : (size_t)snprintf(out + used, size - used, "%u", dates[i].first);
        if (dates[i].first != dates[i].last) {
            used += (size_t)snprintf(out + used, size - used, "-%u", dates[i].last);
        }
        assert_true(used < size);
    }
    tl_document_clear(&document);
    tl_source_clear(&source);
}

typedef struct row {
    const char *text, *dates;
} row;

static void
assert_dates(const row *rows, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        char found[256] = "";
        describe(rows[i].text, "", 0, found, sizeof found);
        if (strcmp(found, rows[i].dates) != 0) {
            fail_msg("%s\n  want %s\n  have %s", rows[i].text, rows[i].dates, found);
        }
    }
}

static void
a_dateline_may_be_the_first_sentence(void **state)
{
    (void)state;
    static const row rows[] = {
        {"Pskov, 12 April 2024. The ice holds.\n\nNobody fell in.", "20240412 20240412"},
        {"Ice on the lake\n\nPSKOV. April 12, 2024. The ice holds.", "20240412 20240412"},
        {"ПСКОВ, 12 апреля 2024 года. /Лёд/. Лёд держит.", "20240412"},
        {"12 April 2024. The ice holds.", "20240412"},
        {"The ice holds.\n\nPskov, 12 April 2024. It held.", "20250607 20250607"},
        {"The ice broke on 12 April 2024. It held before.", "20250607"},
        {"Broken 12 April 2024. It held before.", "20250607"},
        {"PSKOV, April 12 (Ice News) – The ice holds.", "20250412"},
        {"PSKOV, December 12 (Ice News) – The ice holds.", "20241212"},
        {"PSKOV, December 12 (Ice News) – The ice of 2019 holds.", "20250607"},
        {"PSKOV, February 29 (Ice News) – The ice holds.", "20240229"},
    };
    assert_dates(rows, sizeof rows / sizeof rows[0]);
}

static void
a_dateline_holds_for_what_follows(void **state)
{
    (void)state;
    static const row rows[] = {
        {"Ice on the lake\n\n12.04.2024\n\nThe ice holds.", "20240412 20240412 20240412"},
        {"The ice holds.\n\nPskov, 12 April 2024\n\nNobody fell in.", "20240412 20240412 20240412"},
        {"Ice on the lake 12.04.2024\n\nThe ice of 2023 was thinner.", "20240412 20240412"},
        {"12 April 2024 Ice on the lake\n\nThe ice holds.", "20240412 20240412"},
        {"Лёд на озере\n\n12 апреля 2024 г.\n\nЛёд держит.", "20240412 20240412 20240412"},
        {"PSKOV, April 12, 2024 (Ice News) – The ice holds.\n\nNobody fell in.",
         "20240412 20240412"},
        {"Published: 2024-04-12 10:30\nBy our own correspondent\n\nThe ice holds.",
         "20240412 20240412"},
        {"Ice on the lake\n\n12.04.2024\n\nOn 1 May 2019 it broke.\n\nIn 2018, too.",
         "20240412 20240412 20240412 20240412"},
        {"One\n\n12.04.2024\n\nIt holds.\n\nTwo\n\n13.04.2024\n\nIt broke.",
         "20240412 20240412 20240412 20240413 20240413 20240413"},
    };
    assert_dates(rows, COUNT(rows));
}

static void
what_another_text_left_above_is_not_dated(void **state)
{
    (void)state;
    static const row rows[] = {
        {"On 25 July 2022, skaters met.\n\nIce on the lake\n\nIce on the lake 12.04.2024\n\nIt "
         "holds.",
         "- 20240412 20240412 20240412"},
        {"Dear skaters,\n\nIn 2023 the ice broke.\n\nPskov, 12 April 2024\n\nA. Petrov",
         "20240412 20240412 20240412 20240412"},
    };
    assert_dates(rows, COUNT(rows));
}

static void
brackets_date_a_heading(void **state)
{
    (void)state;
    static const row rows[] = {
        {"Session of the skaters (2012)\n\nIt was cold in 1998 and 2002.",
         "20120101-20121231 20120101-20121231"},
        {"Session of the skaters (May 2012)\n\nIt was cold.",
         "20120501-20120531 20120501-20120531"},
        {"On 1 May 2019 they met.\n\nSession (2012)\n\nIt was cold.",
         "- 20120101-20121231 20120101-20121231"},
        {"Session (2012)\n\n12.04.2013\n\nIt was cold.", "20130412 20130412 20130412"},
    };
    assert_dates(rows, COUNT(rows));
}

static void
dates_in_sentences_tell_nothing(void **state)
{
    (void)state;
    static const row rows[] = {
        {"The ice holds.", "20250607"},
        {"On 25 July 2022, skaters met.\n\nIt was warm.", "20250607 20250607"},
        {"On 25 July 2022, skaters met.\n\nIn 2023 they did not.", "20250607 20250607"},
        {"Some 2000 skaters met.", "20250607"},
        {"The lake opens on 12 April 2024\n\nBring skates.", "20250607 20250607"},
        {"We met on Friday,\n12 April 2024\nand in May 2023.", "20250607"},
    };
    assert_dates(rows, COUNT(rows));
}

static void
what_is_asked_for_or_given_holds_for_all(void **state)
{
    (void)state;
    char found[256];
    describe("Session (2012)\n\n12.04.2013\n\nCold.", "2014-05-06", 0, found, sizeof found);
    assert_string_equal(found, "20140506 20140506 20140506");
    describe("Session (2012)\n\n12.04.2013\n\nCold.", "2014-05-06T10:00:00Z", 0, found,
             sizeof found);
    assert_string_equal(found, "20140506 20140506 20140506");
    describe("Session (2012)\n\n12.04.2013\n\nCold.", "2014-05-06", 20150607, found, sizeof found);
    assert_string_equal(found, "20150607 20150607 20150607");
    describe("12.04.2013\n\nCold.", "yesterday", 0, found, sizeof found);
    assert_string_equal(found, "20130412 20130412");
    describe("", "", 0, found, sizeof found);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_dateline_may_be_the_first_sentence),
        cmocka_unit_test(a_dateline_holds_for_what_follows),
        cmocka_unit_test(what_another_text_left_above_is_not_dated),
        cmocka_unit_test(brackets_date_a_heading),
        cmocka_unit_test(dates_in_sentences_tell_nothing),
        cmocka_unit_test(what_is_asked_for_or_given_holds_for_all),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
