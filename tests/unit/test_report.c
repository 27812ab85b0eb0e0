/* SPDX-License-Identifier: MPL-2.0 */
/* Tables for report/: what is copied, in which order findings stand, when two of them are one, and
 * what a fingerprint outlives. */
#include "base/utf8.h"
#include "report/report.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* A finding of the word that stands between < and > in `marked`, in line `line` of `path`. */
static tl_diag
diag_of(tl_arena *arena, const char *path, uint32_t line, const char *marked)
{
    tl_str all = tl_str_from(marked);
    size_t open = tl_str_find_byte(all, '<', 0), close = tl_str_find_byte(all, '>', 0);
    tl_str text = tl_str_slice(all, open + 1, close);
    tl_str line_text = tl_arena_format(arena, "%.*s%.*s%s", (int)open, marked, TL_STR_ARGS(text),
                                       marked + close + 1);
    uint32_t offset = line * 1000 + (uint32_t)open, column = (uint32_t)open + 1;
    return (tl_diag){
        .path = tl_str_from(path),
        .rule = TL_STR("name-spelling"),
        .severity = TL_SEVERITY_ERROR,
        .range = {offset, offset + (uint32_t)text.len},
        .begin_bytes = {line, column},
        .end_bytes = {line, column + (uint32_t)text.len},
        .text = text,
        .line_text = line_text,
        .in_line = {(uint32_t)open, (uint32_t)close - 1},
        .message = TL_STR("another spelling of a name"),
        .concept = TL_STR("sokolov"),
    };
}

static void
names_read_back_as_they_are_written(void **state)
{
    (void)state;
    for (int i = TL_SEVERITY_OFF; i <= TL_SEVERITY_ERROR; i++) {
        tl_severity severity;
        assert_true(tl_severity_parse(tl_str_from(tl_severity_name((tl_severity)i)), &severity));
        assert_int_equal(severity, i);
    }
    tl_severity severity;
    assert_false(tl_severity_parse(TL_STR("Error"), &severity));
    assert_false(tl_severity_parse(TL_STR("warn"), &severity));
    assert_string_equal(tl_relation_name(TL_RELATION_EXACT), "exact");
    assert_string_equal(tl_relation_name(TL_RELATION_YO), "yo");
    assert_string_equal(tl_relation_name(TL_RELATION_ACRONYM), "acronym");
}

static void
findings_do_not_depend_on_what_they_were_made_of(void **state)
{
    (void)state;
    char path[] = "a.txt", word[] = "Sokolow", scheme[] = "iso-9";
    tl_str suggestions[] = {TL_STR("Sokolov"), TL_STR("Sokolova")};
    tl_str schemes[] = {{scheme, 5}};
    tl_report report = {0};
    tl_report_add(&report, &(tl_diag){
                               .path = {path, 5},
                               .rule = TL_STR("name-spelling"),
                               .text = {word, 7},
                               .line_text = {word, 7},
                               .suggestions = suggestions,
                               .suggestion_count = 2,
                               .schemes = schemes,
                               .scheme_count = 1,
                           });
    memset(path, '?', 5);
    memset(word, '?', 7);
    memset(scheme, '?', 5);
    suggestions[1] = TL_STR("?");
    tl_report_finish(&report);
    const tl_diag found = tl_report_at(&report, 0), *diag = &found;
    assert_true(tl_str_equal(diag->path, TL_STR("a.txt")));
    assert_true(tl_str_equal(diag->text, TL_STR("Sokolow")));
    assert_true(tl_str_equal(diag->line_text, TL_STR("Sokolow")));
    assert_true(tl_str_equal(diag->suggestions[0], TL_STR("Sokolov")));
    assert_true(tl_str_equal(diag->suggestions[1], TL_STR("Sokolova")));
    assert_true(tl_str_equal(diag->schemes[0], TL_STR("iso-9")));
    tl_report_clear(&report);
}

/* In the order they come out. */
static const struct {
    const char *path;
    uint32_t begin, end;
    const char *rule, *message;
} ordered[] = {
    {"a.txt", 5, 9, "near-miss", "m"},     {"a.txt", 5, 9, "word-order", "m"},
    {"a.txt", 5, 9, "word-order", "n"},    {"a.txt", 5, 8, "deprecated-term", "m"},
    {"a.txt", 40, 41, "near-miss", "m"},   {"a.txt", 100, 101, "near-miss", "m"},
    {"a.txt.bak", 1, 2, "near-miss", "m"}, {"b/a.txt", 0, 1, "near-miss", "m"},
    {"я.txt", 0, 1, "mixed-script", "m"},
};

static void
findings_come_in_one_order_and_once(void **state)
{
    (void)state;
    enum { ROWS = COUNT(ordered) };
    /* Steps that are coprime with the number of rows visit all of them, each time in another
     * order; twice around adds everything twice. */
    static const size_t steps[] = {1, 2, 4, 5, 7, 8};
    for (size_t s = 0; s < COUNT(steps); s++) {
        tl_report report = {0};
        for (size_t i = 0; i < 2 * ROWS; i++) {
            size_t row = i * steps[s] % ROWS;
            tl_report_add(&report, &(tl_diag){
                                       .path = tl_str_from(ordered[row].path),
                                       .range = {ordered[row].begin, ordered[row].end},
                                       .rule = tl_str_from(ordered[row].rule),
                                       .message = tl_str_from(ordered[row].message),
                                       .severity = (tl_severity)(row % 4),
                                   });
        }
        tl_report_finish(&report);
        assert_int_equal(report.count, ROWS);
        for (size_t i = 0; i < ROWS; i++) {
            const tl_diag found = tl_report_at(&report, i), *diag = &found;
            assert_string_equal(diag->path.ptr, ordered[i].path);
            assert_int_equal(diag->range.begin, ordered[i].begin);
            assert_int_equal(diag->range.end, ordered[i].end);
            assert_string_equal(diag->rule.ptr, ordered[i].rule);
            assert_string_equal(diag->message.ptr, ordered[i].message);
        }
        assert_int_equal(report.by_severity[TL_SEVERITY_OFF], 3);
        assert_int_equal(report.by_severity[TL_SEVERITY_ERROR], 2);
        tl_report_clear(&report);
    }
}

static void
findings_that_differ_in_anything_are_both_kept(void **state)
{
    (void)state;
    tl_str one = TL_STR("one"), two = TL_STR("two");
    const tl_diag variants[] = {
        {.path = TL_STR("a")},
        {.path = TL_STR("a"), .severity = TL_SEVERITY_ERROR},
        {.path = TL_STR("a"), .concept = one},
        {.path = TL_STR("a"), .term = one},
        {.path = TL_STR("a"), .language = one},
        {.path = TL_STR("a"), .segment = one},
        {.path = TL_STR("a"), .explanation = one},
        {.path = TL_STR("a"), .has_relation = true},
        {.path = TL_STR("a"), .has_relation = true, .relation = TL_RELATION_YO},
        {.path = TL_STR("a"), .fixable = true},
        {.path = TL_STR("a"), .suggestions = &one, .suggestion_count = 1},
        {.path = TL_STR("a"), .suggestions = &two, .suggestion_count = 1},
        {.path = TL_STR("a"), .schemes = &two, .scheme_count = 1},
    };
    tl_report report = {0};
    for (size_t i = 0; i < COUNT(variants); i++) {
        tl_report_add(&report, &variants[i]);
    }
    tl_report_finish(&report);
    assert_int_equal(report.count, COUNT(variants));
    tl_report_clear(&report);
}

static void
long_lines_are_cut_around_the_text(void **state)
{
    (void)state;
    static const char word[] = "жук ";
    enum { WORD = sizeof word - 1, WORDS = 10000 };
    char *line = calloc(WORDS, WORD);
    for (size_t i = 0; i < WORDS; i++) {
        memcpy(line + i * WORD, word, WORD);
    }
    static const uint32_t words[] = {0, 1, 73, 74, 75, 5000, WORDS - 2, WORDS - 1};
    for (size_t i = 0; i < COUNT(words); i++) {
        tl_report report = {0}, merged = {0};
        uint32_t begin = words[i] * WORD;
        tl_diag diag = {
            .range = {begin, begin + WORD - 1},
            .begin_bytes = {1, begin + 1},
            .in_line = {begin, begin + WORD - 1},
            .text = {line + begin, WORD - 1},
            .line_text = {line, WORDS * WORD},
        };
        tl_report_add(&report, &diag);
        tl_report_merge(&merged, &report); /* what was cut once is cut no further */
        const tl_diag found = tl_report_at(&merged, 0), *copy = &found;
        tl_range range = tl_diag_text_in_line(copy);
        assert_in_range(copy->line_text.len, WORD + 512 - 4, WORD + 2 * 512);
        assert_int_equal(tl_utf8_invalid_at(copy->line_text), copy->line_text.len);
        assert_int_equal(copy->is_cut, begin > 512);
        assert_true(tl_str_equal(tl_str_at(copy->line_text, range), diag.text));
        assert_true(tl_diag_key(copy) == tl_diag_key(&diag));
        tl_report_clear(&merged);
    }
    free(line);
}

static void
text_in_line_stays_in_the_line(void **state)
{
    (void)state;
    tl_diag over_two_lines = {
        .begin_bytes = {3, 5},
        .in_line = {4, 18},
        .text = TL_STR("Board\nof Trade"),
        .line_text = TL_STR("the Board"),
    };
    tl_range range = tl_diag_text_in_line(&over_two_lines);
    assert_int_equal(range.begin, 4);
    assert_int_equal(range.end, 9);
    tl_diag behind_its_line = {.in_line = {98, 99}, .text = TL_STR("x")};
    range = tl_diag_text_in_line(&behind_its_line);
    assert_int_equal(range.begin, 0);
    assert_int_equal(range.end, 0);
}

static void
keys_outlive_moves_and_tell_findings_apart(void **state)
{
    (void)state;
    static const char base[] = "On Friday, Dr. Anton <Sokolow> met the new ambassador of Peru.";
    static const struct {
        const char *path;
        uint32_t line;
        const char *marked;
        bool is_same;
    } rows[] = {
        {"a.txt", 70, base, true},
        {"b/c.txt", 1, base, true},
        {"a.txt", 1, "Today, Friday, Dr. Anton <Sokolow> met the new envoy.", true},
        {"a.txt", 1, "Friday «Dr.  Anton» <Sokolow>, — met the (new) ambassador", true},
        {"a.txt", 1, "On Friday, Dr. Anton <Sokolof> met the new ambassador of Peru.", false},
        {"a.txt", 1, "On Friday, Mr. Anton <Sokolow> met the new ambassador of Peru.", false},
        {"a.txt", 1, "On Friday, Dr. Anton <Sokolow> met the old ambassador of Peru.", false},
        {"a.txt", 1, "<Sokolow> met the new", false},
        {"a.txt", 1, "Friday, Dr. Anton <Sokolow>", false},
    };
    tl_arena arena = {0};
    tl_diag first = diag_of(&arena, "a.txt", 1, base);
    for (size_t i = 0; i < COUNT(rows); i++) {
        tl_diag diag = diag_of(&arena, rows[i].path, rows[i].line, rows[i].marked);
        assert_int_equal(tl_diag_key(&diag) == tl_diag_key(&first), rows[i].is_same);
    }
    tl_diag other = first;
    other.rule = TL_STR("near-miss");
    assert_true(tl_diag_key(&other) != tl_diag_key(&first));
    other = first;
    other.concept = TL_STR("sokolova");
    assert_true(tl_diag_key(&other) != tl_diag_key(&first));
    other = first;
    other.message = TL_STR("said in another way");
    assert_true(tl_diag_key(&other) == tl_diag_key(&first));
    tl_arena_clear(&arena);
}

static void
keys_fold_white_space_in_the_text(void **state)
{
    (void)state;
    tl_diag spaced = {.text = TL_STR("Board of Trade")};
    tl_diag broken = {.text = TL_STR("Board\r\n  of\xC2\xA0Trade")};
    tl_diag joined = {.text = TL_STR("Boardof Trade")};
    assert_true(tl_diag_key(&spaced) == tl_diag_key(&broken));
    assert_true(tl_diag_key(&spaced) != tl_diag_key(&joined));
}

static void
fingerprints_are_unique_and_outlive_moved_lines(void **state)
{
    (void)state;
    static const char marked[] = "Anton <Sokolow>";
    tl_arena arena = {0};
    tl_report report = {0}, moved = {0};
    for (uint32_t line = 0; line < 3; line++) {
        tl_diag here = diag_of(&arena, "a.txt", 10 + line, marked);
        tl_diag there = diag_of(&arena, "a.txt", 40 + 7 * line, marked);
        tl_report_add(&report, &here);
        tl_report_add(&moved, &there);
    }
    tl_diag elsewhere = diag_of(&arena, "b.txt", 10, marked);
    tl_report_add(&report, &elsewhere);
    tl_report_finish(&report);
    tl_report_finish(&moved);
    for (size_t i = 0; i < report.count; i++) {
        const tl_diag diag = tl_report_at(&report, i);
        const char *fingerprint = diag.fingerprint;
        assert_int_equal(strspn(fingerprint, "0123456789abcdef"), 16);
        assert_int_equal(strlen(fingerprint), 16);
        for (size_t k = 0; k < i; k++) {
            assert_string_not_equal(fingerprint, tl_report_at(&report, k).fingerprint);
        }
    }
    for (size_t i = 0; i < moved.count; i++) {
        assert_string_equal(tl_report_at(&moved, i).fingerprint,
                            tl_report_at(&report, i).fingerprint);
    }
    tl_report_clear(&report);
    tl_report_clear(&moved);
    tl_arena_clear(&arena);
}

/* A finding on every tenth byte of a long line, in one of three kinds. */
static tl_diag
numbered_diag(tl_str line, uint32_t number)
{
    static const tl_str messages[] = {TL_STR_INIT("one"), TL_STR_INIT("two"), TL_STR_INIT("six")};
    static const tl_str suggestion = TL_STR_INIT("good");
    uint32_t begin = number * 10;
    return (tl_diag){
        .path = TL_STR("a.txt"),
        .rule = TL_STR("near-miss"),
        .severity = TL_SEVERITY_ERROR,
        .range = {begin, begin + 4},
        .begin = {1, begin + 1},
        .begin_bytes = {1, begin + 1},
        .begin_utf16 = {1, begin + 1},
        .text = tl_str_slice(line, begin, begin + 4),
        .line_text = line,
        .in_line = {begin, begin + 4},
        .message = messages[number % COUNT(messages)],
        .suggestions = &suggestion,
        .suggestion_count = 1,
    };
}

/* The line is gone by the time they are looked at. */
static void
add_numbered(tl_report *report, uint32_t first, uint32_t end)
{
    tl_buf line = {0};
    for (uint32_t i = 0; i < end; i++) {
        tl_buf_add_format(&line, "%04x word ", i % 0x10000);
    }
    for (uint32_t i = first; i < end; i++) {
        tl_diag diag = numbered_diag(tl_buf_str(&line), i);
        tl_edit edit = {.range = diag.range, .text = diag.suggestions[0]};
        diag.edits = &edit;
        diag.edit_count = 1;
        tl_report_add(report, &diag);
    }
    tl_buf_clear(&line);
}

static void
assert_numbered(const tl_report *report, uint32_t count)
{
    assert_int_equal(report->count, count);
    for (uint32_t i = 0; i < count; i++) {
        tl_diag diag = tl_report_at(report, i);
        char text[8];
        snprintf(text, sizeof text, "%04x", i % 0x10000);
        assert_int_equal(diag.range.begin, i * 10);
        assert_int_equal(diag.begin.column, i * 10 + 1);
        assert_int_equal(diag.edits[0].range.begin, i * 10);
        assert_true(tl_str_equal(diag.edits[0].text, TL_STR("good")));
        assert_true(tl_str_equal(diag.text, tl_str_from(text)));
        assert_true(tl_str_equal(tl_str_at(diag.line_text, diag.in_line), tl_str_from(text)));
        assert_int_equal(diag.message.ptr[0], "ots"[i % 3]);
    }
}

static void
findings_that_share_what_they_say_and_their_line_stay_themselves(void **state)
{
    (void)state;
    enum { MANY = 5000, FEW = 7 };
    tl_report into = {0}, few = {0}, many = {0};
    add_numbered(&into, MANY + FEW, MANY + FEW + 3);
    add_numbered(&few, MANY, MANY + FEW);
    add_numbered(&many, 0, MANY);
    tl_report_merge(&into, &few);
    tl_report_merge(&into, &many);
    assert_null(many.kept);
    add_numbered(&into, MANY, MANY + FEW); /* once more: duplicates */
    tl_report_finish(&into);
    assert_numbered(&into, MANY + FEW + 3);
    tl_report_clear(&into);
}

static bool
is_even(void *context, const tl_diag *diag)
{
    size_t *asked = context;
    ++*asked;
    return diag->range.begin % 20 == 0;
}

static void
a_filter_asks_about_each_finding_and_leaves_the_order(void **state)
{
    (void)state;
    size_t asked = 0;
    tl_report report = {0};
    add_numbered(&report, 0, 10);
    tl_report_filter(&report, is_even, &asked);
    assert_int_equal(asked, 10);
    assert_int_equal(report.count, 5);
    for (size_t i = 0; i < report.count; i++) {
        assert_int_equal(tl_report_at(&report, i).range.begin, i * 20);
    }
    tl_report_clear(&report);
}

static void
merging_adds_everything_and_empties_the_source(void **state)
{
    (void)state;
    tl_report into = {.files = 2, .bytes = 100}, from = {.files = 1, .bytes = 11};
    tl_report_add(&into, &(tl_diag){.path = TL_STR("b.txt"), .severity = TL_SEVERITY_WARNING});
    tl_report_add(&from, &(tl_diag){.path = TL_STR("a.txt"), .severity = TL_SEVERITY_ERROR});
    from.problems.limit = 1;
    tl_problem_add(&into.problems, TL_STR("z.txt"), 0, 0, "no permission");
    tl_problem_add(&from.problems, TL_STR("c.txt"), 3, 4, "invalid 100%%");
    tl_problem_add(&from.problems, TL_STR("d.txt"), 0, 0, "counted but not kept");
    tl_report_merge(&into, &from);
    tl_report_finish(&into);
    assert_int_equal(into.files, 3);
    assert_int_equal(into.bytes, 111);
    assert_int_equal(into.count, 2);
    assert_string_equal(tl_report_at(&into, 0).path.ptr, "a.txt");
    assert_int_equal(into.by_severity[TL_SEVERITY_ERROR], 1);
    assert_int_equal(into.by_severity[TL_SEVERITY_WARNING], 1);
    assert_int_equal(into.problems.count, 3);
    assert_int_equal(into.problems.kept, 2);
    assert_string_equal(into.problems.items[0].path, "c.txt");
    assert_string_equal(into.problems.items[0].message, "invalid 100%");
    assert_int_equal(into.problems.items[0].column, 4);
    assert_int_equal(from.count, 0);
    assert_null(from.keeper.arena.blocks);
    assert_int_equal(from.problems.count, 0);
    tl_report_clear(&into);
    tl_report_clear(&from);
}

static void
an_empty_report_can_be_finished(void **state)
{
    (void)state;
    tl_report report = {0};
    tl_report_finish(&report);
    assert_int_equal(report.count, 0);
    tl_report_clear(&report);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_read_back_as_they_are_written),
        cmocka_unit_test(findings_do_not_depend_on_what_they_were_made_of),
        cmocka_unit_test(findings_come_in_one_order_and_once),
        cmocka_unit_test(findings_that_differ_in_anything_are_both_kept),
        cmocka_unit_test(long_lines_are_cut_around_the_text),
        cmocka_unit_test(text_in_line_stays_in_the_line),
        cmocka_unit_test(keys_outlive_moves_and_tell_findings_apart),
        cmocka_unit_test(keys_fold_white_space_in_the_text),
        cmocka_unit_test(findings_that_share_what_they_say_and_their_line_stay_themselves),
        cmocka_unit_test(a_filter_asks_about_each_finding_and_leaves_the_order),
        cmocka_unit_test(fingerprints_are_unique_and_outlive_moved_lines),
        cmocka_unit_test(merging_adds_everything_and_empties_the_source),
        cmocka_unit_test(an_empty_report_can_be_finished),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
