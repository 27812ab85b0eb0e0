/* SPDX-License-Identifier: MPL-2.0 */
/* Tables for source/: line ends, positions in three units, the map from segments to the file. */
#include "base/alloc.h"
#include "base/utf8.h"
#include "source/document.h"
#include "source/lines.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define BOM "\xEF\xBB\xBF"
#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static tl_source
source_of(tl_str bytes)
{
    tl_source source;
    assert_true(tl_source_init(&source, TL_STR("letter.txt"), bytes, NULL));
    return source;
}

static void
lines_end_at_feed_return_or_both(void **state)
{
    (void)state;
    static const struct {
        tl_str text;
        const char *lines[6]; /* ends with NULL */
    } rows[] = {
        {TL_STR_INIT(""), {""}},
        {TL_STR_INIT("a"), {"a"}},
        {TL_STR_INIT("a\nb"), {"a", "b"}},
        {TL_STR_INIT("a\r\nb\r\n"), {"a", "b", ""}},
        {TL_STR_INIT("a\rb\r"), {"a", "b", ""}},
        {TL_STR_INIT("a\r\r\nb\n\rc"), {"a", "", "b", "", "c"}},
        {TL_STR_INIT("\n"), {"", ""}},
        {TL_STR_INIT(BOM "\n"), {"", ""}},
        {TL_STR_INIT(BOM "заря\nx"), {"заря", "x"}},
        {TL_STR_INIT("vertical \v tab"), {"vertical \v tab"}},
        {TL_STR_INIT("U+2028 \xE2\x80\xA8 U+0085 \xC2\x85"),
         {"U+2028 \xE2\x80\xA8 U+0085 \xC2\x85"}},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        tl_source source = source_of(rows[i].text);
        uint32_t line = 0;
        for (; rows[i].lines[line]; line++) {
            assert_true(
                tl_str_equal(tl_source_line(&source, line + 1), tl_str_from(rows[i].lines[line])));
        }
        assert_int_equal(source.line_count, line);
        assert_int_equal(tl_source_line(&source, line + 1).len, 0);
        assert_int_equal(tl_source_line(&source, 0).len, 0);
        tl_source_clear(&source);
    }
}

static void
columns_count_what_was_asked_for(void **state)
{
    (void)state;
    static const struct {
        tl_str text;
        uint32_t offset;
        uint32_t line, code_points, bytes, utf16;
    } rows[] = {
        {TL_STR_INIT(""), 0, 1, 1, 1, 1},
        {TL_STR_INIT("ab"), 2, 1, 3, 3, 3},
        {TL_STR_INIT("ab"), 99, 1, 3, 3, 3},
        {TL_STR_INIT("Ёж\nёж"), 7, 2, 2, 3, 2},
        {TL_STR_INIT("x😀y"), 5, 1, 3, 6, 4},
        {TL_STR_INIT("a\r\nb"), 2, 1, 3, 3, 3}, /* between \r and \n: still line 1 */
        {TL_STR_INIT("a\r\nb"), 3, 2, 1, 1, 1},
        {TL_STR_INIT("a\n"), 2, 2, 1, 1, 1},
        {TL_STR_INIT(BOM "ab"), 0, 1, 1, 1, 1},
        {TL_STR_INIT(BOM "ab"), 3, 1, 1, 1, 1},
        {TL_STR_INIT(BOM "ab"), 4, 1, 2, 2, 2},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        tl_source source = source_of(rows[i].text);
        tl_position at = tl_source_position(&source, rows[i].offset, TL_COLUMNS_CODE_POINTS);
        assert_int_equal(at.line, rows[i].line);
        assert_int_equal(at.column, rows[i].code_points);
        at = tl_source_position(&source, rows[i].offset, TL_COLUMNS_BYTES);
        assert_int_equal(at.column, rows[i].bytes);
        at = tl_source_position(&source, rows[i].offset, TL_COLUMNS_UTF16);
        assert_int_equal(at.column, rows[i].utf16);
        tl_source_clear(&source);
    }
}

/* Lines of every length up to several steps of the tallies, each position against a count made
 * while walking over the text. */
static void
positions_agree_with_a_walk_over_the_text(void **state)
{
    (void)state;
    static const char *const letters[] = {"a", "Ж", "…", "😀"};
    enum { SIZE = 40000 };
    char *bytes = tl_alloc(SIZE);
    tl_str text = {bytes, 0};
    for (uint32_t i = 0; text.len < SIZE - 8; i++) {
        bool is_end = i % 17 == 0 && i < 2000;
        const char *piece = is_end ? "\n" : letters[i * 2654435761u >> 30];
        memcpy(bytes + text.len, piece, strlen(piece));
        text.len += strlen(piece);
    }
    tl_source source = source_of(text);
    tl_position walk = {1, 1}, walk16 = {1, 1};
    for (size_t at = 0; at < text.len;) {
        tl_position seen = tl_source_position(&source, (uint32_t)at, TL_COLUMNS_CODE_POINTS);
        tl_position seen16 = tl_source_position(&source, (uint32_t)at, TL_COLUMNS_UTF16);
        assert_memory_equal(&seen, &walk, sizeof seen);
        assert_memory_equal(&seen16, &walk16, sizeof seen16);
        uint32_t c = tl_utf8_next(text, &at);
        bool is_end = c == '\n';
        walk = (tl_position){walk.line + is_end, is_end ? 1 : walk.column + 1};
        walk16 = (tl_position){walk.line, is_end ? 1 : walk16.column + 1 + (c > 0xFFFF)};
    }
    tl_source_clear(&source);
    free(bytes);
}

static void
sources_of_four_gibibytes_are_refused(void **state)
{
    (void)state;
    tl_source source;
    tl_error error = {0};
    tl_str huge = {"", (size_t)UINT32_MAX + 1}; /* never read */
    assert_false(tl_source_init(&source, TL_STR("huge.txt"), huge, &error));
    assert_non_null(strstr(error.message, "huge.txt"));
    tl_error_clear(&error);
    tl_source_clear(&source);
}

/* Text "R&D —\nwork" of the HTML "R&amp;D &mdash;<br>work", where &mdash;<br> is one piece, with an
 * empty piece for a tag within "work". */
static const tl_piece html_pieces[] = {
    {{0, 1}, {10, 11}, true},                                /* R */
    {{1, 2}, {11, 16}, false},                               /* & */
    {{2, 4}, {16, 18}, true},                                /* "D " */
    {{4, 8}, {18, 29}, false},                               /* —\n */
    {{8, 10}, {29, 31}, true},                               /* wo */
    {{10, 10}, {31, 34}, false}, {{10, 12}, {34, 36}, true}, /* rk */
};

static void
segment_ranges_are_located_in_the_source(void **state)
{
    (void)state;
    static const struct {
        tl_range text, source;
        bool editable;
    } rows[] = {
        {{0, 1}, {10, 11}, true},
        {{0, 2}, {10, 16}, false},
        {{1, 2}, {11, 16}, false},
        {{2, 3}, {16, 17}, true},
        {{3, 4}, {17, 18}, true},
        {{3, 5}, {17, 29}, false}, /* half of the piece that is not verbatim: all of it */
        {{5, 6}, {18, 29}, false},
        {{8, 10}, {29, 31}, true},
        {{10, 12}, {34, 36}, true},
        {{9, 11}, {30, 35}, false}, /* across a tag */
        {{0, 12}, {10, 36}, false},
        {{0, 99}, {10, 36}, false},
        {{2, 2}, {16, 16}, true}, /* places */
        {{5, 5}, {18, 18}, false},
        {{12, 12}, {36, 36}, true},
        {{99, 99}, {36, 36}, true},
    };
    tl_segment segment = {.pieces = html_pieces, .piece_count = COUNT(html_pieces)};
    for (size_t i = 0; i < COUNT(rows); i++) {
        bool editable;
        tl_range found = tl_segment_locate(&segment, rows[i].text, &editable);
        assert_int_equal(found.begin, rows[i].source.begin);
        assert_int_equal(found.end, rows[i].source.end);
        assert_int_equal(editable, rows[i].editable);
    }
}

static void
edits_do_not_cross_a_gap_between_verbatim_pieces(void **state)
{
    (void)state;
    static const tl_piece pieces[] = {{{0, 2}, {0, 2}, true}, {{2, 4}, {5, 7}, true}};
    tl_segment segment = {.pieces = pieces, .piece_count = COUNT(pieces)};
    bool editable;
    tl_range found = tl_segment_locate(&segment, (tl_range){1, 3}, &editable);
    assert_int_equal(found.begin, 1);
    assert_int_equal(found.end, 6);
    assert_false(editable);
    tl_segment_locate(&segment, (tl_range){2, 4}, &editable);
    assert_true(editable);
    assert_int_equal(tl_segment_locate(&segment, (tl_range){2, 4}, NULL).begin, 5);
}

static void
segments_without_pieces_have_no_place(void **state)
{
    (void)state;
    tl_segment segment = {0};
    bool editable = true;
    tl_range found = tl_segment_locate(&segment, (tl_range){0, 5}, &editable);
    assert_int_equal(found.begin, 0);
    assert_int_equal(found.end, 0);
    assert_false(editable);
}

static void
documents_keep_their_segments(void **state)
{
    (void)state;
    tl_source source = source_of(TL_STR("one two three"));
    tl_document document;
    tl_document_init(&document, &source);
    tl_document_add_verbatim(&document, (tl_range){4, 7}, TL_ROLE_CELL)->language = TL_STR("en");
    for (uint32_t i = 0; i < 100; i++) {
        tl_document_add(&document, &(tl_segment){.text = TL_STR("unit"), .unit = i});
    }
    assert_int_equal(document.count, 101);
    assert_true(tl_str_equal(document.segments[0].text, TL_STR("two")));
    assert_true(tl_str_equal(document.segments[0].language, TL_STR("en")));
    assert_int_equal(document.segments[0].role, TL_ROLE_CELL);
    tl_range found = tl_segment_locate(&document.segments[0], (tl_range){1, 3}, NULL);
    assert_int_equal(found.begin, 5);
    assert_int_equal(found.end, 7);
    assert_int_equal(document.segments[100].unit, 99);
    tl_document_clear(&document);
    tl_source_clear(&source);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_end_at_feed_return_or_both),
        cmocka_unit_test(columns_count_what_was_asked_for),
        cmocka_unit_test(positions_agree_with_a_walk_over_the_text),
        cmocka_unit_test(sources_of_four_gibibytes_are_refused),
        cmocka_unit_test(segment_ranges_are_located_in_the_source),
        cmocka_unit_test(edits_do_not_cross_a_gap_between_verbatim_pieces),
        cmocka_unit_test(segments_without_pieces_have_no_place),
        cmocka_unit_test(documents_keep_their_segments),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
