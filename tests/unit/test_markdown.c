/* SPDX-License-Identifier: MPL-2.0 */
/* Tables for Markdown: what is text, how it maps to the source, front matter. */
#include "reader_dump.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static void
blocks_are_segments(void **state)
{
    (void)state;
    static const reader_row rows[] = {
        {"", ""},
        {"One.\n\nTwo.\n", "p|One. / p|Two."},
        {"# A *heading*\n\nText\n===\n", "h|A ·heading / h|Text"},
        {"- one\n- two\n  goes on\n\n  more\n", "p|one / p|two⏎  goes on / p|more"},
        {"> said he\n> and she\n", "p|said he{⏎}and she"},
        {"| a | b |\n|---|---|\n| c | `d` |\n", "c|a / c|b / c|c"},
        {"- [x] done\n", "p|done"},
        {"---\n", ""},
        {"    code\n\n~~~\ncode\n~~~\nafter\n", "p|after"},
        {"\xEF\xBB\xBF# Marked\r\n\r\nline\r\nline\r\n", "h|Marked / p|line⏎line"},
    };
    assert_documents("markdown", rows, COUNT(rows));
}

static void
inline_markup_joins_and_code_is_an_object(void **state)
{
    (void)state;
    static const reader_row rows[] = {
        {"Zai**net**dinov", "p|Zai·net·dinov"},
        {"a\\*b", "p|a·*b"},
        {"a &mdash; b &nosuch; c &#1047;", "p|a {—} b &nosuch; c {З}"},
        {"run `a b` now", "p|run {} now"},
        {"hard  \nbreak\\\nhere", "p|hard  ⏎break{⏎}here"},
        {"see [the *text*](http://a.b/c)", "p|see ·the ·text"},
        {"see <http://a.b/c> and <x@y.zz>.", "p|see {} and {}."},
        {"an ![old *map*](map.png) here", "p|an {}old ·map{} here"},
        {"~~gone~~ [a]: b", "p|gone· [a]: b"},
        {"see [x][y] and [z][y]\n\n[y]: http://a.b 'A title'\n", "p|see ·x· and ·z / n|A title"},
    };
    assert_documents("markdown", rows, COUNT(rows));
}

static void
raw_html_is_read_as_html(void **state)
{
    (void)state;
    static const reader_row rows[] = {
        {"Zay<b>net</b>dinov <code>a *b*</code> c", "p|Zay·net·dinov {} c"},
        {"the <code> tag\n\nnext", "p|the {} / p|next"},
        {"<div lang=ru>\n\n*а* б\n\n</div>\n\nc", "p|[ru]а· б / p|c"},
        {"<table><tr><td>a</td></tr></table>\n\nb", "c|a / p|b"},
        {"a <i lang=ru>*б*</i> c", "p|[ru]б / p|a {} c"},
        {"> <p>a\n> <i>b</i></p>\n\nc", "p|a{⏎}b / p|c"},
        {"<!-- no\ntext -->\n\na <!-- no --> b", "p|a · b"},
        {"<script>\nno\n\nno\n</script>\nb", "p|b"},
    };
    assert_documents("markdown", rows, COUNT(rows));
}

static void
front_matter_gives_titles_date_and_language(void **state)
{
    (void)state;
    static const reader_row rows[] = {
        {"---\ntitle: A title # not this\nkey: value\n---\nText", "h|A title / p|Text"},
        {"---\ntitle: \"A \\\"b\\\" c\"\nlang: ru_RU\n...\nText",
         "h|[ru-ru]A ·\"b·\" c / p|[ru-ru]Text"},
        {"---\nsummary: 'it''s'\n---\n", "p|it'·s"},
        {"---\ndescription: >-\n  one\n  two\ntags:\n  - three\n---\n", "p|one⏎  two"},
        {"---\nsummary: one\n  two\n---\n", "p|one⏎  two"},
        {"+++\ntitle = \"A title\"\ndraft = true\n+++\nText", "h|A title / p|Text"},
        {"---\nNo key\n---\nText", "h|No key / p|Text"},
        {"---\ntitle: never closed\n", "p|title: never closed"},
        {"---\r\ntitle: A\r\n---\r\nText", "h|A / p|Text"},
        {"---\nseo:\n  title: [a, b]\n---\n", ""},
    };
    assert_documents("markdown", rows, COUNT(rows));

    tl_source source;
    tl_document document;
    tl_str bytes = TL_STR("---\ndate: 2024-07-25 10:00 # now\n---\n");
    assert_true(tl_source_init(&source, TL_STR("test"), bytes, NULL));
    tl_document_init(&document, &source);
    assert_true(tl_reader_run(tl_reader_find(TL_STR("markdown")), &document, NULL, NULL));
    assert_true(tl_str_equal(document.date, TL_STR("2024-07-25 10:00")));
    tl_document_clear(&document);
    tl_source_clear(&source);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(blocks_are_segments),
        cmocka_unit_test(inline_markup_joins_and_code_is_an_object),
        cmocka_unit_test(raw_html_is_read_as_html),
        cmocka_unit_test(front_matter_gives_titles_date_and_language),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
