/* SPDX-License-Identifier: MPL-2.0 */
/* Tables for writers/: the formats as users and their programs read them, byte for byte. */
#include "base/shown.h"
#include "writers/display.h"
#include "writers/json_text.h"
#include "writers/writers.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* Adds a finding of the text between ⟦ and ⟧ in a line of one segment; the rest as in `diag`. */
static void
add_marked(tl_report *report, tl_diag diag, const char *marked)
{
    tl_str all = tl_str_from(marked), open = TL_STR("⟦"), close = TL_STR("⟧");
    size_t from = tl_str_find(all, open, 0), to = tl_str_find(all, close, 0);
    tl_buf line = {0};
    tl_buf_add(&line, tl_str_slice(all, 0, from));
    tl_buf_add(&line, tl_str_slice(all, from + open.len, to));
    tl_buf_add(&line, tl_str_slice(all, to + close.len, all.len));
    size_t length = to - from - open.len;
    diag.line_text = tl_buf_str(&line);
    diag.text = tl_str_slice(diag.line_text, from, from + length);
    diag.in_line = (tl_range){(uint32_t)from, (uint32_t)(from + length)};
    diag.begin_bytes = (tl_position){diag.begin.line, (uint32_t)from + 1};
    diag.end_bytes = (tl_position){diag.end.line, (uint32_t)(from + length) + 1};
    tl_report_add(report, &diag);
    tl_buf_clear(&line);
}

static void
add_sample_findings(tl_report *report)
{
    static const tl_str suggestions[] = {TL_STR_INIT("Sokolov"), TL_STR_INIT("Sokolova")};
    static const tl_str schemes[] = {TL_STR_INIT("gost-1983"), TL_STR_INIT("iso-9")};
    static const tl_edit edit = {.range = {31, 38}, .text = TL_STR_INIT("Sokolov")};
    add_marked(report,
               (tl_diag){
                   .path = TL_STR("письма/a b.txt"),
                   .rule = TL_STR("name-spelling"),
                   .severity = TL_SEVERITY_ERROR,
                   .range = {31, 38},
                   .begin = {2, 12},
                   .end = {2, 19},
                   .begin_utf16 = {2, 13},
                   .end_utf16 = {2, 20},
                   .message = TL_STR("\"Sokolow\" is not how the termbase spells it"),
                   .explanation = TL_STR("в → w as in German\nthe house form has v"),
                   .suggestions = suggestions,
                   .suggestion_count = 2,
                   .fixable = true,
                   .edits = &edit,
                   .edit_count = 1,
                   .concept = TL_STR("sokolov"),
                   .term = TL_STR("Anton Sokolov"),
                   .language = TL_STR("en"),
                   .has_relation = true,
                   .relation = TL_RELATION_ROMANIZATION,
                   .schemes = schemes,
                   .scheme_count = 2,
               },
               "Сказал 😀 г. ⟦Sokolow⟧ вчера");
    add_marked(report,
               (tl_diag){
                   .path = TL_STR("z.po"),
                   .rule = TL_STR("number-mismatch"),
                   .severity = TL_SEVERITY_WARNING,
                   .range = {0, 2},
                   .begin = {1, 1},
                   .end = {1, 3},
                   .begin_utf16 = {1, 1},
                   .end_utf16 = {1, 3},
                   .message = TL_STR("12 in the source"),
                   .suggestions = suggestions,
                   .suggestion_count = 1,
                   .segment = TL_STR("unit \"7\""),
               },
               "⟦21⟧\tships");
    report->files = 3;
    report->bytes = 1234;
    tl_report_finish(report);
}

static bool
add_piece(void *context, tl_str piece)
{
    tl_buf_add(context, piece);
    return true;
}

static void
write_all(const char *format, const tl_report *report, const tl_write_options *options, tl_buf *out)
{
    assert_true(tl_writer_write(tl_writer_find(tl_str_from(format)), report, options,
                                &(tl_sink){add_piece, out}));
}

static void
assert_written(const char *format, const tl_report *report, tl_write_options options,
               const char *expected)
{
    tl_buf out = {0};
    options.version = "1.2.3";
    write_all(format, report, &options, &out);
    tl_buf_add_byte(&out, '\0');
    assert_string_equal(out.ptr, expected);
    tl_buf_clear(&out);
}

/* As assert_written(), where %s stands for the fingerprints in order. */
static void
assert_written_with_fingerprints(const char *format, const tl_report *report,
                                 const char *const *parts)
{
    tl_buf expected = {0};
    for (size_t i = 0; parts[i]; i++) {
        tl_buf_add_cstr(&expected, i > 0 ? tl_report_at(report, i - 1).fingerprint : "");
        tl_buf_add_cstr(&expected, parts[i]);
    }
    tl_buf_add_byte(&expected, '\0');
    assert_written(format, report, (tl_write_options){0}, expected.ptr);
    tl_buf_clear(&expected);
}

typedef struct few_pieces {
    size_t most, taken, largest;
} few_pieces;

static bool
take_few(void *context, tl_str piece)
{
    few_pieces *few = context;
    few->largest = piece.len > few->largest ? piece.len : few->largest;
    few->taken++;
    return few->taken < few->most;
}

static void
a_long_report_is_handed_on_in_pieces_until_nobody_wants_more(void **state)
{
    (void)state;
    enum { FINDINGS = 5000, MOST_OF_ONE = 1024 };
    size_t count;
    const tl_writer *const *writers = tl_writers(&count);
    tl_report report = {0};
    for (uint32_t i = 0; i < FINDINGS; i++) {
        tl_report_add(&report, &(tl_diag){.path = TL_STR("a.txt"),
                                          .rule = TL_STR("near-miss"),
                                          .severity = TL_SEVERITY_WARNING,
                                          .range = {i, i + 1},
                                          .message = TL_STR("a message that is not so short")});
    }
    tl_report_finish(&report);
    const tl_write_options options = {.version = "1.2.3"};
    for (size_t i = 0; i < count; i++) {
        few_pieces all = {.most = SIZE_MAX}, few = {.most = 2};
        assert_true(tl_writer_write(writers[i], &report, &options, &(tl_sink){take_few, &all}));
        assert_in_range(all.taken, 3, FINDINGS / 10);
        assert_true(all.largest < 64 * 1024 + MOST_OF_ONE);
        assert_false(tl_writer_write(writers[i], &report, &options, &(tl_sink){take_few, &few}));
        assert_int_equal(few.taken, 2);
    }
    tl_report_clear(&report);
}

static void
every_writer_has_a_complete_row(void **state)
{
    (void)state;
    size_t count;
    const tl_writer *const *writers = tl_writers(&count);
    assert_true(count >= 4);
    for (size_t i = 0; i < count; i++) {
        assert_ptr_equal(tl_writer_find(tl_str_from(writers[i]->id)), writers[i]);
        assert_true(strlen(writers[i]->summary) > 0);
        assert_non_null(writers[i]->finding);
    }
    assert_null(tl_writer_find(TL_STR("Text")));
    assert_null(tl_writer_find(TL_STR("")));
}

static void
text_marks_the_line_and_sums_up(void **state)
{
    (void)state;
    tl_report report = {0};
    add_sample_findings(&report);
    assert_written("text", &report, (tl_write_options){0},
                   "z.po:1:1: warning: 12 in the source [number-mismatch]\n"
                   "  21\tships\n"
                   "  ^^\n"
                   "  suggestion: Sokolov\n"
                   "\n"
                   "письма/a b.txt:2:12: error: \"Sokolow\" is not how the termbase spells it "
                   "[name-spelling]\n"
                   "  Сказал 😀 г. Sokolow вчера\n"
                   "               ^^^^^^^\n"
                   "  suggestions: Sokolov, Sokolova\n"
                   "  = в → w as in German\n"
                   "  = the house form has v\n"
                   "\n"
                   "3 files checked: 1 error, 1 warning, 0 suggestions\n");
    tl_report_clear(&report);
}

static void
text_without_findings_is_the_summary(void **state)
{
    (void)state;
    tl_report report = {.files = 1};
    tl_report_finish(&report);
    assert_written("text", &report, (tl_write_options){0},
                   "1 file checked: 0 errors, 0 warnings, 0 suggestions\n");
    assert_written("text", &report, (tl_write_options){.quiet = true}, "");
    tl_report_clear(&report);
}

static void
text_alone_is_coloured(void **state)
{
    (void)state;
    tl_report report = {0};
    add_marked(&report,
               (tl_diag){
                   .path = TL_STR("a.txt"),
                   .rule = TL_STR("near-miss"),
                   .severity = TL_SEVERITY_WARNING,
                   .begin = {1, 3},
                   .end = {1, 4},
                   .message = TL_STR("m"),
               },
               "a ⟦b⟧ c");
    tl_report_finish(&report);
    tl_write_options options = {.color = true, .quiet = true};
    assert_written("text", &report, options,
                   "\033[1ma.txt:1:3:\033[0m \033[1;33mwarning:\033[0m m "
                   "\033[2m[near-miss]\033[0m\n"
                   "  a b c\n"
                   "    \033[1;33m^\033[0m\n");
    assert_written("gnu", &report, options, "a.txt:1:3: warning: m [near-miss]\n");
    static const char *const machine[] = {"gnu", "json", "jsonl"};
    for (size_t i = 0; i < COUNT(machine); i++) {
        tl_buf out = {0};
        options.version = "1.2.3";
        write_all(machine[i], &report, &options, &out);
        assert_int_equal(tl_str_find_byte(tl_buf_str(&out), '\033', 0), out.len);
        tl_buf_clear(&out);
    }
    tl_report_clear(&report);
}

static void
gnu_counts_columns_as_asked(void **state)
{
    (void)state;
    static const struct {
        tl_columns columns;
        const char *expected;
    } rows[] = {
        {TL_COLUMNS_CODE_POINTS,
         "z.po:1:1: warning: 12 in the source [number-mismatch]\n"
         "письма/a b.txt:2:12: error: \"Sokolow\" is not how the termbase spells it "
         "[name-spelling]\n"},
        {TL_COLUMNS_BYTES,
         "z.po:1:1: warning: 12 in the source [number-mismatch]\n"
         "письма/a b.txt:2:23: error: \"Sokolow\" is not how the termbase spells it "
         "[name-spelling]\n"},
        {TL_COLUMNS_UTF16,
         "z.po:1:1: warning: 12 in the source [number-mismatch]\n"
         "письма/a b.txt:2:13: error: \"Sokolow\" is not how the termbase spells it "
         "[name-spelling]\n"},
    };
    tl_report report = {0};
    add_sample_findings(&report);
    for (size_t i = 0; i < COUNT(rows); i++) {
        assert_written("gnu", &report, (tl_write_options){.columns = rows[i].columns},
                       rows[i].expected);
    }
    tl_report_clear(&report);
}

#define SAMPLE_JSON_1                                                                         \
    "{\"path\": \"z.po\", \"rule\": \"number-mismatch\", \"severity\": \"warning\", "         \
    "\"line\": 1, \"column\": 1, \"endLine\": 1, \"endColumn\": 3, "                          \
    "\"offset\": 0, \"length\": 2, \"text\": \"21\", \"message\": \"12 in the source\", "     \
    "\"suggestions\": [\"Sokolov\"], \"fixable\": false, \"concept\": null, \"term\": null, " \
    "\"lang\": null, \"relation\": null, \"schemes\": [], \"segment\": \"unit \\\"7\\\"\", "  \
    "\"fingerprint\": \""
#define SAMPLE_JSON_2                                                                             \
    "{\"path\": \"письма/a b.txt\", \"rule\": \"name-spelling\", \"severity\": \"error\", " \
    "\"line\": 2, \"column\": 12, \"endLine\": 2, \"endColumn\": 19, "                            \
    "\"offset\": 31, \"length\": 7, \"text\": \"Sokolow\", "                                      \
    "\"message\": \"\\\"Sokolow\\\" is not how the termbase spells it\", "                        \
    "\"suggestions\": [\"Sokolov\", \"Sokolova\"], \"fixable\": true, "                           \
    "\"concept\": \"sokolov\", \"term\": \"Anton Sokolov\", \"lang\": \"en\", "                   \
    "\"relation\": \"romanization\", \"schemes\": [\"gost-1983\", \"iso-9\"], "                   \
    "\"segment\": null, \"fingerprint\": \""
#define SAMPLE_JSON_SUMMARY \
    "{\"files\": 3, \"bytes\": 1234, \"errors\": 1, \"warnings\": 1, \"suggestions\": 0}"

static void
json_has_every_key_in_order(void **state)
{
    (void)state;
    tl_report report = {0};
    add_sample_findings(&report);
    assert_written_with_fingerprints(
        "json", &report,
        (const char *const[]){
            "{\"version\": 1, \"tool\": \"termlint 1.2.3\",\n \"findings\": [\n  " SAMPLE_JSON_1,
            "\"},\n  " SAMPLE_JSON_2,
            "\"}],\n \"summary\": " SAMPLE_JSON_SUMMARY "}\n",
            NULL,
        });
    assert_written_with_fingerprints("jsonl", &report,
                                     (const char *const[]){
                                         SAMPLE_JSON_1,
                                         "\"}\n" SAMPLE_JSON_2,
                                         "\"}\n{\"summary\": " SAMPLE_JSON_SUMMARY "}\n",
                                         NULL,
                                     });
    tl_report_clear(&report);
}

static void
json_without_findings_is_still_whole(void **state)
{
    (void)state;
    tl_report report = {0};
    tl_report_finish(&report);
    assert_written("json", &report, (tl_write_options){0},
                   "{\"version\": 1, \"tool\": \"termlint 1.2.3\",\n \"findings\": [],\n"
                   " \"summary\": {\"files\": 0, \"bytes\": 0, \"errors\": 0, \"warnings\": 0, "
                   "\"suggestions\": 0}}\n");
    tl_report_clear(&report);
}

/* Everything that must not reach a terminal or break a line, once for people and once in JSON. */
static const struct {
    tl_str text;
    const char *shown, *json;
    size_t width;
} hostile[] = {
    {TL_STR_INIT(""), "", "\"\"", 0},
    {TL_STR_INIT("plain «текст» ё"), "plain «текст» ё", "\"plain «текст» ё\"", 15},
    {TL_STR_INIT("\033[31m"), "<U+001B>[31m", "\"\\u001b[31m\"", 12},
    {TL_STR_INIT("a\nb\r\tc"), "a<U+000A>b<U+000D><U+0009>c", "\"a\\nb\\r\\tc\"", 27},
    {TL_STR_INIT("\0\b\f\x7F"), "<U+0000><U+0008><U+000C><U+007F>", "\"\\u0000\\b\\f\\u007f\"", 32},
    {TL_STR_INIT("\xC2\x9B"), "<U+009B>", "\"\\u009b\"", 8},
    {TL_STR_INIT("\xE2\x80\xAE"), "<U+202E>", "\"\\u202e\"", 8},
    {TL_STR_INIT("\xE2\x81\xA6\xE2\x80\x8F\xD8\x9C"), "<U+2066><U+200F><U+061C>",
     "\"\\u2066\\u200f\\u061c\"", 24},
    {TL_STR_INIT("\xE2\x80\xA8"), "<U+2028>", "\"\\u2028\"", 8},
    {TL_STR_INIT("\x9B\xE2\x82!"), "<0x9B><0xE2><0x82>!", "\"\xEF\xBF\xBD\xEF\xBF\xBD!\"", 19},
    {TL_STR_INIT("\xEF\xBF\xBD"), "\xEF\xBF\xBD", "\"\xEF\xBF\xBD\"", 1},
    {TL_STR_INIT("\"\\/"), "\"\\/", "\"\\\"\\\\/\"", 3},
    {TL_STR_INIT("語😀"), "語😀", "\"語😀\"", 4},
    {TL_STR_INIT("и\xCC\x86"), "и\xCC\x86", "\"и\xCC\x86\"", 1},
};

static void
hostile_text_is_escaped(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(hostile); i++) {
        tl_buf shown = {0}, json = {0};
        tl_shown_add(&shown, hostile[i].text);
        tl_json_add_string(&json, hostile[i].text);
        assert_true(tl_str_equal(tl_buf_str(&shown), tl_str_from(hostile[i].shown)));
        assert_true(tl_str_equal(tl_buf_str(&json), tl_str_from(hostile[i].json)));
        assert_int_equal(tl_display_width(hostile[i].text), hostile[i].width);
        tl_buf_clear(&shown);
        tl_buf_clear(&json);
    }
}

static void
no_field_brings_controls_to_a_terminal(void **state)
{
    (void)state;
    tl_str bad = TL_STR("x\033\n\xC2\x85\xE2\x80\xAE\x9By");
    tl_report report = {0};
    tl_report_add(&report, &(tl_diag){
                               .path = bad,
                               .rule = bad,
                               .severity = TL_SEVERITY_SUGGESTION,
                               .begin = {1, 1},
                               .begin_bytes = {1, 1},
                               .in_line = {0, (uint32_t)bad.len},
                               .text = bad,
                               .line_text = bad,
                               .message = bad,
                               .explanation = TL_STR("\033\n\r"),
                               .suggestions = &bad,
                               .suggestion_count = 1,
                           });
    tl_report_finish(&report);
#define BAD "x<U+001B><U+000A><U+0085><U+202E><0x9B>y"
    assert_written("gnu", &report, (tl_write_options){0},
                   BAD ":1:1: suggestion: " BAD " [" BAD "]\n");
    assert_written("text", &report, (tl_write_options){.quiet = true},
                   BAD ":1:1: suggestion: " BAD " [" BAD "]\n"
                       "  " BAD "\n"
                       "  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n"
                       "  suggestion: x<U+001B> <U+0085><U+202E><0x9B>y\n"
                       "  = <U+001B>\n"
                       "  = <U+000D>\n");
    tl_report_clear(&report);
}

#define A40 "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
#define Z40 "zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz"
#define X40 "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
#define S40 "                                        "
#define M40 "^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^"

/* The line with the text marked, and the two lines shown. */
static const struct {
    const char *marked, *expected;
} excerpts[] = {
    {"⟦Sokolow⟧", "  Sokolow\n  ^^^^^^^\n"},
    {"\t\tа ⟦б\tв⟧ г", "  \t\tа б\tв г\n  \t\t  ^\t^\n"},
    {"語語 ⟦語⟧", "  語語 語\n       ^^\n"},
    {"Андреи\xCC\x86 ⟦Зуи\xCC\x86⟧", "  Андреи\xCC\x86 Зуи\xCC\x86\n         ^^^\n"},
    {"here⟦⟧.", "  here.\n      ^\n"},
    {"⟦\xCC\x81⟧.", "  \xCC\x81.\n  ^\n"},
    /* a hundred columns are shown; of one more, a hundred */
    {A40 "⟦" X40 "⟧zzzzzzzzzzzzzzzzzzzz", "  " A40 X40 "zzzzzzzzzzzzzzzzzzzz\n  " S40 M40 "\n"},
    {A40 "⟦" X40 "⟧zzzzzzzzzzzzzzzzzzzzz",
     "  …aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" X40 "zzzzzzzzzzzzzzzzzzzzz\n  " S40 M40 "\n"},
    /* what one side does not need goes to the other */
    {A40 A40 "⟦" X40 "⟧" Z40 Z40,
     "  …aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" X40 "zzzzzzzzzzzzzzzzzzzzzzzzzzzzzz…\n"
     "                                 " M40 "\n"},
    {A40 A40 "⟦" X40 "⟧z",
     "  …" A40 "aaaaaaaaaaaaaaaaaaa" X40 "z\n   " S40 "                   " M40 "\n"},
    {"a⟦" X40 "⟧" Z40 Z40, "  a" X40 Z40 "zzzzzzzzzzzzzzzzzzz…\n   " M40 "\n"},
    {"a⟦" X40 X40 X40 "⟧z",
     "  …" X40 X40 "xxxxxxxxxxxxxxxxxxxx…\n   " M40 M40 "^^^^^^^^^^^^^^^^^^^^\n"},
    /* no mark without its letter */
    {"bи\xCC\x86"
     "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa⟦" X40 "⟧" Z40,
     "  …aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" X40 "zzzzzzzzzzzzzzzzzzzzzzzzzzzzzz…\n"
     "                                 " M40 "\n"},
};

/* Writes one finding as text and takes off the headline. */
static tl_str
excerpt_of(tl_buf *out, const char *marked)
{
    tl_report report = {0};
    add_marked(&report, (tl_diag){.begin = {1, 1}, .severity = TL_SEVERITY_ERROR}, marked);
    tl_report_finish(&report);
    write_all("text", &report, &(tl_write_options){.quiet = true, .version = "1"}, out);
    tl_report_clear(&report);
    return tl_str_slice(tl_buf_str(out), tl_str_find_byte(tl_buf_str(out), '\n', 0) + 1, out->len);
}

static void
excerpts_show_what_stands_around_the_text(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(excerpts); i++) {
        tl_buf out = {0};
        excerpt_of(&out, excerpts[i].marked);
        tl_buf_add_byte(&out, '\0');
        assert_string_equal(strchr(out.ptr, '\n') + 1, excerpts[i].expected);
        tl_buf_clear(&out);
    }
}

/* Lines of letters of every width around a Q: the caret stands below it, and no line is wider than
 * a hundred columns with its indentation and two ellipses. */
static void
carets_stand_below_the_text(void **state)
{
    (void)state;
    static const char *const letters[] = {"a", "ж", "語", "и\xCC\x86", "😀", "\x01", "\xFF"};
    uint32_t random = 1;
    for (size_t round = 0; round < 2000; round++) {
        tl_buf marked = {0}, out = {0};
        random = random * 1664525u + 1013904223u;
        size_t before = random >> 24, after = random >> 16 & 0xFF;
        for (size_t i = 0; i < before + 1 + after; i++) {
            random = random * 1664525u + 1013904223u;
            tl_buf_add_cstr(&marked,
                            i == before ? "⟦Q⟧" : letters[(random >> 16) % COUNT(letters)]);
        }
        tl_buf_add_byte(&marked, '\0');
        tl_str line, rest = excerpt_of(&out, marked.ptr);
        assert_true(tl_str_split(&rest, '\n', &line));
        size_t caret = tl_str_find_byte(rest, '^', 0);
        assert_int_equal(tl_display_width(tl_str_slice(line, 0, tl_str_find_byte(line, 'Q', 0))),
                         caret);
        assert_int_equal(strspn(rest.ptr, " "), caret);
        assert_in_range(tl_display_width(line), 3, 2 + 1 + 100 + 1);
        tl_buf_clear(&marked);
        tl_buf_clear(&out);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_writer_has_a_complete_row),
        cmocka_unit_test(a_long_report_is_handed_on_in_pieces_until_nobody_wants_more),
        cmocka_unit_test(text_marks_the_line_and_sums_up),
        cmocka_unit_test(text_without_findings_is_the_summary),
        cmocka_unit_test(text_alone_is_coloured),
        cmocka_unit_test(gnu_counts_columns_as_asked),
        cmocka_unit_test(json_has_every_key_in_order),
        cmocka_unit_test(json_without_findings_is_still_whole),
        cmocka_unit_test(hostile_text_is_escaped),
        cmocka_unit_test(no_field_brings_controls_to_a_terminal),
        cmocka_unit_test(excerpts_show_what_stands_around_the_text),
        cmocka_unit_test(carets_stand_below_the_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
