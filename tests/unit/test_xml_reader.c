/* SPDX-License-Identifier: MPL-2.0 */
/* What readers see of XML: its events as text, in which each run stands with its source offsets. */
#include "base/alloc.h"
#include "base/buf.h"
#include "readers/xml.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))
#define BOM "\xEF\xBB\xBF"

static void
write_start(void *context, const tl_element *element)
{
    tl_buf_add_format(context, "<%.*s", TL_STR_ARGS(element->name));
    if (element->language.len > 0) {
        tl_buf_add_format(context, " %.*s", TL_STR_ARGS(element->language));
    }
    if (element->keeps_space) {
        tl_buf_add_cstr(context, " keep");
    }
    tl_str id = tl_element_value(element, "x:id");
    tl_buf_add_format(context, "%s%.*s>", id.len ? " #" : "", TL_STR_ARGS(id));
}

static void
write_end(void *context, const tl_element *element)
{
    tl_buf_add_format(context, "</%.*s>", TL_STR_ARGS(element->name));
}

static void
write_text(void *context, const tl_run *run)
{
    tl_buf_add_format(context, run->verbatim ? "%u[" : "%u-%u[", run->source.begin,
                      run->source.end);
    tl_buf_add(context, run->text);
    tl_buf_add_byte(context, ']');
}

static void
write_comment(void *context, tl_str text, tl_range source)
{
    tl_buf_add_format(context, "%u-%u{%.*s}", source.begin, source.end, TL_STR_ARGS(text));
}

static const tl_xml_listener listener = {
    .start = write_start,
    .end = write_end,
    .text = write_text,
    .comment = write_comment,
};

static bool
read_events(tl_str bytes, const tl_xml_listener *wanted, tl_buf *written, tl_error *error)
{
    tl_source source;
    tl_document document;
    assert_true(tl_source_init(&source, TL_STR("a.xml"), bytes, NULL));
    tl_document_init(&document, &source);
    bool ok = tl_xml_read(&document, wanted, written, error);
    tl_document_clear(&document);
    tl_source_clear(&source);
    return ok;
}

static void
assert_events(tl_str bytes, const char *expected)
{
    tl_buf written = {0};
    tl_error error = {0};
    bool ok = read_events(bytes, &listener, &written, &error);
    assert_string_equal(error.message ? error.message : "", "");
    assert_true(ok);
    tl_buf_add_byte(&written, '\0');
    assert_string_equal(written.ptr, expected);
    tl_buf_clear(&written);
}

static void
runs_have_their_places(void **state)
{
    (void)state;
    static const struct {
        tl_str xml;
        const char *events;
    } rows[] = {
        {TL_STR_INIT("<a>one</a>"), "<a>3[one]</a>"},
        {TL_STR_INIT(BOM "<a>раз</a>"), "<a>6[раз]</a>"},
        {TL_STR_INIT("<a>x&amp;y&#x416;&#1046;</a>"), "<a>3[x]4-9[&]9[y]10-17[Ж]17-24[Ж]</a>"},
        {TL_STR_INIT("<a>1<![CDATA[<2>&amp;]]>3</a>"), "<a>3[1]13[<2>&amp;]24[3]</a>"},
        {TL_STR_INIT("<a>1\n2\r\n3\r4</a>"), "<a>3[1]4[\n]5[2]6[\r\n]8[3]9[\r]10[4]</a>"},
        {TL_STR_INIT("<a><b/>1<b /></a>"), "<a><b></b>7[1]<b></b></a>"},
        {TL_STR_INIT("<a>1<!-- no\r\ntext -->2<?nor this?>3</a>"),
         "<a>3[1]4-21{ no\r\ntext }21[2]34[3]</a>"},
        {TL_STR_INIT("<p:a p:id='1' x:id='2'><q:b xmlns:q='u'/></p:a>"), "<a #2><b></b></a>"},
        {TL_STR_INIT("<!DOCTYPE a [<!ENTITY e 'x<b>y</b>'>]><a>1&e;2</a>"),
         "<a>41[1]42-45[x]<b>42-45[y]</b>45[2]</a>"},
        {TL_STR_INIT("<!DOCTYPE a SYSTEM 'a.dtd'><a>1&e;2</a>"),
         "<a>30[1]31-34[\xEF\xBF\xBC]34[2]</a>"},
        {TL_STR_INIT("<!DOCTYPE a [<!ENTITY e SYSTEM 'secret.txt'>]><a>1&e;2</a>"),
         "<a>49[1]53[2]</a>"},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        assert_events(rows[i].xml, rows[i].events);
    }
}

static void
language_and_space_are_handed_down(void **state)
{
    (void)state;
    assert_events(TL_STR("<a xml:lang='en'><b/><c xml:lang='ru-RU'><d/></c>"
                         "<e xml:lang='' xml:space='preserve'><f/></e>"
                         "<g xml:space='preserve'><h xml:space='default'/></g></a>"),
                  "<a en><b en></b><c ru-RU><d ru-RU></d></c><e keep><f keep></f></e>"
                  "<g en keep><h en></h></g></a>");
}

static void
the_declared_encoding_is_left_to_others(void **state)
{
    (void)state;
    assert_events(TL_STR("<?xml version='1.0' encoding='windows-1251'?><a>раз</a>"),
                  "<a>48[раз]</a>");
}

static void
what_is_not_well_formed_is_an_error_with_its_place(void **state)
{
    (void)state;
    static const struct {
        const char *xml;
        const char *message;
    } rows[] = {
        {"", "line 1, column 1: not XML: the file ends early, want a root element and all of it"},
        {"<a>\n<b>да</c></a>", "line 2, column 8: not XML: mismatched tag, want well-formed XML; "
                               "<b> of line 2 is open there"},
        {"<a>\n  <p:b x='1'", "line 2, column 3: not XML: unclosed token, want well-formed XML; "
                              "<a> of line 1 is open there"},
        {"\n<a>\n  <p:b x='1'/>", "line 3, column 15: not XML: the file ends early, want a root "
                                  "element and all of it; <a> of line 2 is open there"},
        {"<a>&e;</a>", "line 1, column 4: not XML: undefined entity, want well-formed XML; "
                       "<a> of line 1 is open there"},
        {"<a b='1' b='2'/>",
         "line 1, column 10: not XML: duplicate attribute, want well-formed XML"},
        {"text", "line 1, column 1: not XML: syntax error, want well-formed XML"},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        tl_error error = {0};
        tl_buf written = {0};
        assert_false(read_events(tl_str_from(rows[i].xml), &listener, &written, &error));
        assert_true(tl_str_starts_with(tl_str_from(error.message), TL_STR("a.xml: ")));
        assert_string_equal(error.message + strlen("a.xml: "), rows[i].message);
        tl_error_clear(&error);
        tl_buf_clear(&written);
    }
}

static void
assert_refused(tl_str xml, const tl_xml_listener *wanted, const char *what)
{
    tl_error error = {0};
    tl_buf written = {0};
    assert_false(read_events(xml, wanted, &written, &error));
    assert_non_null(strstr(error.message, what));
    tl_error_clear(&error);
    tl_buf_clear(&written);
}

static void
hostile_files_are_refused(void **state)
{
    (void)state;
    static const tl_xml_listener strict = {.text = write_text, .refuses_doctype = true};
    assert_refused(TL_STR("<!DOCTYPE a><a/>"), &strict, "column 12: a document type declaration");
    assert_refused(TL_STR("<!DOCTYPE a [<!ENTITY e '&e;'>]><a>&e;</a>"), &listener,
                   "recursive entity reference");
    tl_buf xml = {0};
    tl_buf_add_cstr(&xml, "<!DOCTYPE a [<!ENTITY e0 'lol'>");
    for (int i = 1; i < 10; i++) {
        tl_buf_add_format(&xml, "<!ENTITY e%d '", i);
        for (int k = 0; k < 10; k++) {
            tl_buf_add_format(&xml, "&e%d;", i - 1);
        }
        tl_buf_add_cstr(&xml, "'>");
    }
    tl_buf_add_cstr(&xml, "]>\n<a>&e9;</a>");
    assert_refused(tl_buf_str(&xml), &listener,
                   "line 2, column 4: entities that stand for far more");
    tl_buf_clear(&xml);
}

static void
nesting_has_a_limit(void **state)
{
    (void)state;
    for (size_t depth = TL_XML_MAX_DEPTH; depth <= TL_XML_MAX_DEPTH + 1; depth++) {
        tl_buf xml = {0};
        for (size_t i = 0; i < depth; i++) {
            tl_buf_add_cstr(&xml, "<a>");
        }
        for (size_t i = 0; i < depth; i++) {
            tl_buf_add_cstr(&xml, "</a>");
        }
        tl_error error = {0};
        tl_buf written = {0};
        bool ok = read_events(tl_buf_str(&xml), &listener, &written, &error);
        assert_int_equal(ok, depth == TL_XML_MAX_DEPTH);
        if (!ok) {
            assert_string_equal(error.message,
                                "a.xml: line 1, column 1537: elements nested more than 512 deep, "
                                "want fewer; <a> of line 1 is open there");
        }
        tl_error_clear(&error);
        tl_buf_clear(&written);
        tl_buf_clear(&xml);
    }
}

static void
count_text(void *context, const tl_run *run)
{
    size_t *total = context;
    *total += run->source.end - run->source.begin;
    assert_true(run->verbatim);
}

/* Text and one token of megabytes: everything arrives, and in no time. */
static void
long_runs_and_tokens_are_read_in_steps(void **state)
{
    (void)state;
    enum { SIZE = 5000000 };
    static const struct {
        const char *before, *after;
        size_t text;
    } rows[] = {{"<a>", "</a>", SIZE}, {"<a><!--", "--></a>", 0}, {"<a b='", "'/>", 0}};
    static const tl_xml_listener counting = {.text = count_text};
    for (size_t i = 0; i < COUNT(rows); i++) {
        tl_buf xml = {0};
        tl_buf_add_cstr(&xml, rows[i].before);
        memset(tl_buf_reserve(&xml, SIZE), 'x', SIZE);
        xml.len += SIZE;
        tl_buf_add_cstr(&xml, rows[i].after);
        size_t total = 0;
        tl_source source;
        tl_document document;
        assert_true(tl_source_init(&source, TL_STR("a.xml"), tl_buf_str(&xml), NULL));
        tl_document_init(&document, &source);
        assert_true(tl_xml_read(&document, &counting, &total, NULL));
        assert_int_equal(total, rows[i].text);
        tl_document_clear(&document);
        tl_source_clear(&source);
        tl_buf_clear(&xml);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(runs_have_their_places),
        cmocka_unit_test(language_and_space_are_handed_down),
        cmocka_unit_test(the_declared_encoding_is_left_to_others),
        cmocka_unit_test(what_is_not_well_formed_is_an_error_with_its_place),
        cmocka_unit_test(hostile_files_are_refused),
        cmocka_unit_test(nesting_has_a_limit),
        cmocka_unit_test(long_runs_and_tokens_are_read_in_steps),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
