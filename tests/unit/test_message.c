/* SPDX-License-Identifier: MPL-2.0 */
/* What is no text in messages: each row is a message and how it reads, "*" being U+FFFC. */
#include "base/buf.h"
#include "readers/message.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static void
assert_reads_with(tl_placeholder_uses uses, const char *message, const char *expected)
{
    tl_str text = tl_str_from(message);
    tl_marks marks = tl_marks_in(text, uses);
    tl_mark mark;
    tl_buf out = {0};
    size_t at = 0;
    while (tl_marks_next(&marks, &mark)) {
        assert_true(mark.range.begin >= at && mark.range.end <= text.len);
        tl_buf_add(&out, tl_str_slice(text, at, mark.range.begin));
        tl_str read = {mark.text, mark.length};
        tl_buf_add(&out, tl_str_equal(read, TL_STR("\xEF\xBF\xBC")) ? TL_STR("*") : read);
        at = mark.range.end;
    }
    tl_buf_add(&out, tl_str_slice(text, at, text.len));
    tl_buf_add_byte(&out, '\0');
    assert_string_equal(out.ptr, expected);
    tl_buf_clear(&out);
}

static void
assert_reads(const char *message, const char *expected)
{
    assert_reads_with((tl_placeholder_uses){0}, message, expected);
}

typedef struct row {
    const char *message, *reads;
} row;

static void
placeholders_are_objects(void **state)
{
    (void)state;
    static const row rows[] = {
        {"%s of %d", "* of *"},
        {"%1$-5.2f, %*d, %.*s, %llu, %zd, %%", "*, *, *, *, *, %%"},
        {"%(name)s and %(n)03d", "* and *"},
        {"%{name}, %1 and %L2; %APPDATA%", "*, * and *; *"},
        {"%dpx, %d%s", "*px, **"},
        {"{0}, {}, {name}, {a.b[0]}, {0:>8}, {0, number}", "*, *, *, *, *, *"},
        {"{{name}} ${name}", "* *"},
        {"%sов, {0}%", "*ов, *%"},
        {"~a and ~s:~%, %%0AНа %0A", "* and *:*, %*На *"},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        assert_reads(rows[i].message, rows[i].reads);
    }
}

static void
prose_has_no_placeholders(void **state)
{
    (void)state;
    static const char *const rows[] = {
        "5% discount, 5%discount",
        "100% of",
        "100%",
        "50 %",
        "10% и 5%.",
        "{see below}",
        "{a\nb}",
        "$5 and $US",
        "% d",
        "%(remark)",
        "%%s",
        "%",
        "{",
        "$",
        "",
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        assert_reads(rows[i], rows[i]);
    }
}

static void
tags_are_nothing_or_objects(void **state)
{
    (void)state;
    static const row rows[] = {
        {"<b>F</b>ile", "File"},
        {"<a href=\"http://x.y/\" title='t'>here</a>", "here"},
        {"one<br/>two<BR>three<p>four", "one*two*three*four"},
        {"<0>one</0> <1/>", "one "},
        {"<p><item>one</item></p> <x y='z'>", "**one** *"},
        {"cp <source> <target-file>", "cp <source> <target-file>"},
        {"5 < 6 > 4, a<b, <>, <-, </ b>, <b", "5 < 6 > 4, a<b, <>, <-, </ b>, <b"},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        assert_reads(rows[i].message, rows[i].reads);
    }
}

static void
accelerators_are_nothing(void **state)
{
    (void)state;
    static const row rows[] = {
        {"&File", "File"},
        {"Фа&йл и &Вид", "Файл и Вид"},
        {"Save _As…", "Save As…"},
        {"~Правка", "Правка"},
        {"檔案(&F)", "檔案"},
        {"ファイル(_F)...", "ファイル..."},
        {"R&D, AT&T, Q & A, Save && Close &", "R&D, AT&T, Q & A, Save && Close &"},
        {"snake_case_name", "snake_case_name"},
        {"~/a and ~/b, _, ~ 5", "~/a and ~/b, _, ~ 5"},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        assert_reads(rows[i].message, rows[i].reads);
    }
}

static void
references_are_characters(void **state)
{
    (void)state;
    static const row rows[] = {
        {"a&nbsp;b &lt;c&gt; &amp; &#1078;&#x416;", "a\xC2\xA0"
                                                    "b <c> & жЖ"},
        {"Welcome to &app;", "Welcome to *"},
        {"&copying, &copy", "copying, copy"},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        assert_reads(rows[i].message, rows[i].reads);
    }
}

static void
branches_are_texts(void **state)
{
    (void)state;
    static const row rows[] = {
        {"{n, plural, one {# file} other {# files}} left", "** file** files* left"},
        {"{n,plural,offset:1 =0{none} one{{name}} other{{name} and # more}}!",
         "*none**** and * more*!"},
        {"A {g, select, female {her {n, plural, other {# big} } boat} other {their}} B",
         "A *her ** big* boat*their* B"},
        {"{n, selectordinal, two {#nd} few {#rd}\n other {#th}}", "**nd**rd**th*"},
        {"{n, plural, other {a {see below} b # {0, number, #.#}", "*a * b * *"},
        {"{n, plural} {a, b, c {d}} #1 }", "* {a, b, c *} #1 }"},
        {"{x, select, other {# of #}}", "*# of #*"},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        assert_reads(rows[i].message, rows[i].reads);
    }
}

static void
numbered_tags_are_nothing(void **state)
{
    (void)state;
    static const row rows[] = {
        {"{1>Harbour<1} {2}master{3>s<3}", "Harbour *masters"},
        {"{b>Port<b} {iu>Board<iu}", "Port Board"},
        {"[1}Harbour{1] and {2}", "Harbour and *"},
        {"[1] {a] <x> [see} {longer>", "[1] {a] <x> [see} {longer>"},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        assert_reads(rows[i].message, rows[i].reads);
    }
}

static void
files_say_what_placeholders_are(void **state)
{
    (void)state;
    static const tl_placeholder_uses sure = {TL_PLACEHOLDER_SURE, TL_PLACEHOLDER_SURE,
                                             TL_PLACEHOLDER_SURE};
    static const tl_placeholder_uses none = {TL_PLACEHOLDER_NONE, TL_PLACEHOLDER_NONE,
                                             TL_PLACEHOLDER_NONE};
    assert_reads("5% done, {see below}, $HOME, %s {0} ${x}", "5% done, {see below}, $HOME, * * *");
    assert_reads_with(sure, "5% done, {see below}, $HOME, %s {0} ${x} $5", "5*one, *, *, * * * $5");
    assert_reads_with(none, "5% done, {see below}, %s {0}", "5% done, {see below}, %s {0}");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(placeholders_are_objects),
        cmocka_unit_test(prose_has_no_placeholders),
        cmocka_unit_test(tags_are_nothing_or_objects),
        cmocka_unit_test(accelerators_are_nothing),
        cmocka_unit_test(references_are_characters),
        cmocka_unit_test(branches_are_texts),
        cmocka_unit_test(numbered_tags_are_nothing),
        cmocka_unit_test(files_say_what_placeholders_are),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
