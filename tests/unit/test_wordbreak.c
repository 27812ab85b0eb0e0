/* SPDX-License-Identifier: MPL-2.0 */
/* text/words against the test data of UAX #29. Where the two differ, one clause of the tailoring
 * that text/words.h documents has to say why; what is a letter, a mark and so on is asked of the
 * Unicode database, not of the code under test. */
#include "base/utf8.h"
#include "text/words.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <utf8proc.h>

static const char test_file[] = "/usr/share/unicode/auxiliary/WordBreakTest.txt";

enum { CODE_POINTS_MAX = 64, LINE_BYTES_MAX = 2000 };

/* One line of the file; breaks[i] tells whether a boundary is before code point i. */
typedef struct break_sample {
    uint32_t code_points[CODE_POINTS_MAX];
    bool breaks[CODE_POINTS_MAX + 1];
    size_t count;
} break_sample;

typedef enum tailoring {
    UNEXPLAINED,
    INVISIBLE_IN_GAP, /* what is invisible and within no word is part of the gap */
    NO_WORD,          /* boundaries between characters that are in no word are not ours */
    SEPARATOR,        /* punctuation but apostrophes and middle dots between letters separates */
    LETTERS_OF_ALL_SCRIPTS, /* join and touch, Katakana too */
    CLAUSE_COUNT
} tailoring;

static bool
is_letter(uint32_t code_point)
{
    utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)code_point);
    return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO;
}

static bool
is_letter_or_digit(uint32_t code_point)
{
    return is_letter(code_point) ||
           utf8proc_category((utf8proc_int32_t)code_point) == UTF8PROC_CATEGORY_ND;
}

static bool
is_mark(uint32_t code_point)
{
    utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)code_point);
    return category >= UTF8PROC_CATEGORY_MN && category <= UTF8PROC_CATEGORY_ME;
}

static bool
is_ignorable(uint32_t code_point)
{
    return utf8proc_category((utf8proc_int32_t)code_point) == UTF8PROC_CATEGORY_CF;
}

static bool
is_invisible(uint32_t code_point)
{
    return is_mark(code_point) || is_ignorable(code_point);
}

static bool
is_joiner(uint32_t code_point)
{
    return code_point == '\'' || code_point == 0x2019 || code_point == 0xB7;
}

/* The visible code point that is `steps` visible ones before place `at`, 1 being the nearest, or
 * behind it if negative; 0 beyond the ends. */
static uint32_t
visible(const break_sample *sample, size_t at, int steps)
{
    while (steps > 0 && at > 0) {
        steps -= !is_invisible(sample->code_points[--at]);
        if (steps == 0) {
            return sample->code_points[at];
        }
    }
    for (; steps < 0 && at < sample->count; at++) {
        steps += !is_invisible(sample->code_points[at]);
        if (steps == 0) {
            return sample->code_points[at];
        }
    }
    return 0;
}

/* True if only ignorables follow up to the next visible code point. */
static bool
ignorables_end_word(const break_sample *sample, size_t at)
{
    while (at < sample->count && is_ignorable(sample->code_points[at])) {
        at++;
    }
    return (at == sample->count || !is_mark(sample->code_points[at])) &&
           !is_letter_or_digit(visible(sample, at, -1));
}

/* Why there is a boundary for us before code point `at` where UAX #29 has none. */
static tailoring
explain_separated(const break_sample *sample, size_t at)
{
    uint32_t before = visible(sample, at, 1), after = visible(sample, at, -1);
    bool in_word = is_letter_or_digit(before);
    if (is_invisible(sample->code_points[at]) && (!in_word || ignorables_end_word(sample, at))) {
        return INVISIBLE_IN_GAP;
    }
    if (!in_word && !is_letter_or_digit(after)) {
        return NO_WORD;
    }
    if (in_word && is_letter_or_digit(after)) {
        return UNEXPLAINED;
    }
    bool joins = (is_joiner(before) && is_letter(visible(sample, at, 2)) && is_letter(after)) ||
                 (is_joiner(after) && is_letter(before) && is_letter(visible(sample, at, -2)));
    return joins ? UNEXPLAINED : SEPARATOR;
}

/* Why there is none for us where UAX #29 has one. */
static tailoring
explain_joined(const break_sample *sample, size_t at)
{
    uint32_t before = visible(sample, at, 1), after = visible(sample, at, -1);
    uint32_t left = is_joiner(before) ? visible(sample, at, 2) : before;
    uint32_t right = is_joiner(after) ? visible(sample, at, -2) : after;
    bool letters = is_letter_or_digit(left) && is_letter_or_digit(right);
    return letters ? LETTERS_OF_ALL_SCRIPTS : UNEXPLAINED;
}

static bool
read_sample(char *line, break_sample *sample)
{
    char *rest = line;
    *sample = (break_sample){0};
    for (char *item; (item = strtok_r(rest, " \t\n", &rest)) != NULL && item[0] != '#';) {
        if (strcmp(item, "÷") == 0) {
            sample->breaks[sample->count] = true;
        } else if (strcmp(item, "×") != 0) {
            assert_true(sample->count < CODE_POINTS_MAX);
            sample->code_points[sample->count++] = (uint32_t)strtoul(item, NULL, 16);
        }
    }
    return sample->count > 0;
}

static bool
is_inside(const tl_words *words, size_t offset)
{
    for (size_t i = 0; i < words->count; i++) {
        if (words->items[i].range.begin < offset && offset < words->items[i].range.end) {
            return true;
        }
    }
    return false;
}

static void
check_sample(const break_sample *sample, tl_words *words, const char *line, size_t *explained)
{
    char bytes[CODE_POINTS_MAX * TL_UTF8_MAX];
    size_t offsets[CODE_POINTS_MAX], length = 0;
    for (size_t i = 0; i < sample->count; i++) {
        offsets[i] = length;
        length += tl_utf8_encode(sample->code_points[i], bytes + length);
    }
    tl_words_find(words, (tl_str){bytes, length});
    for (size_t i = 1; i < sample->count; i++) {
        bool separated = !is_inside(words, offsets[i]);
        if (separated == sample->breaks[i]) {
            continue;
        }
        tailoring clause = separated ? explain_separated(sample, i) : explain_joined(sample, i);
        if (clause == UNEXPLAINED) {
            fail_msg("code point %zu of %s", i, line);
        }
        explained[clause]++;
    }
}

static void
boundaries_are_those_of_uax_29_but_for_the_tailoring(void **state)
{
    (void)state;
    FILE *file = fopen(test_file, "r");
    if (file == NULL) {
        print_message("%s is not installed\n", test_file);
        skip();
    }
    char line[LINE_BYTES_MAX], copy[LINE_BYTES_MAX];
    size_t samples = 0, explained[CLAUSE_COUNT] = {0};
    tl_words words = {0};
    break_sample sample;
    while (fgets(line, sizeof line, file) != NULL) {
        memcpy(copy, line, sizeof line);
        if (read_sample(copy, &sample)) {
            check_sample(&sample, &words, line, explained);
            samples++;
        }
    }
    fclose(file);
    tl_words_clear(&words);
    assert_true(samples > 1800);
    print_message("%zu samples; differences: %zu invisible, %zu in no word, %zu at separators, "
                  "%zu at Katakana\n",
                  samples, explained[INVISIBLE_IN_GAP], explained[NO_WORD], explained[SEPARATOR],
                  explained[LETTERS_OF_ALL_SCRIPTS]);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(boundaries_are_those_of_uax_29_but_for_the_tailoring),
    };
    return cmocka_run_group_tests_name("wordbreak", tests, NULL, NULL);
}
