/* SPDX-License-Identifier: MPL-2.0 */
/* The XML layer: local names, places, encodings, and what it refuses. */
#include "base/buf.h"
#include "base/xml.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

/* What happened, as text: "<name@line:column+offset text >name". */
typedef struct trace {
    tl_xml *xml;
    tl_buf out;
} trace;

static void
begin(void *context, tl_str name, tl_xml_attributes attributes)
{
    trace *t = context;
    tl_xml_place here = tl_xml_here(t->xml);
    tl_str lang = tl_xml_attribute(attributes, TL_STR("lang"));
    tl_buf_add_format(&t->out, "<%.*s@%u:%u+%zu", TL_STR_ARGS(name), here.line, here.column,
                      here.offset);
    if (lang.len) {
        tl_buf_add_format(&t->out, "[%.*s]", TL_STR_ARGS(lang));
    }
    if (tl_str_equal(name, TL_STR("stop"))) {
        tl_xml_stop(t->xml);
    }
}

static void
text(void *context, tl_str piece)
{
    trace *t = context;
    tl_buf_add(&t->out, piece);
}

static void
end(void *context, tl_str name)
{
    trace *t = context;
    tl_buf_add_format(&t->out, ">%.*s", TL_STR_ARGS(name));
}

/* Reads in pieces of `size`; the trace, or the error with its place, has to be `wanted`. */
static void
check(tl_str bytes, size_t size, const char *wanted)
{
    static const tl_xml_events events = {.begin = begin, .text = text, .end = end};
    trace t = {0};
    tl_error error = {0};
    bool ok = true;
    t.xml = tl_xml_new(&events, &t);
    for (size_t at = 0; ok && at < bytes.len; at += size) {
        ok = tl_xml_feed(t.xml, tl_str_slice(bytes, at, at + size), at + size >= bytes.len, &error);
    }
    tl_xml_place here = tl_xml_here(t.xml);
    if (!ok && error.message) {
        t.out.len = 0;
        tl_buf_add_format(&t.out, "%u:%u: %s", here.line, here.column, error.message);
    }
    tl_buf_add_byte(&t.out, '\0');
    assert_string_equal(t.out.ptr, wanted);
    tl_buf_clear(&t.out);
    tl_error_clear(&error);
    tl_xml_free(t.xml);
}

static void
events_have_local_names_and_places(void **state)
{
    (void)state;
    tl_str bytes =
        TL_STR("<?xml version='1.0'?>\n<a:b xml:lang='ru'>ы&amp;<c/><![CDATA[<]]></a:b>");
    for (size_t size = 1; size <= bytes.len; size++) {
        check(bytes, size, "<b@2:1+22[ru]ы&<c@2:26+48>c<>b");
    }
}

static void
encodings_become_utf8(void **state)
{
    (void)state;
    check(TL_STR("<?xml version='1.0' encoding='windows-1251'?><a>\xe4\xe0</a>"), 999,
          "<a@1:46+45да>a");
    check(TL_STR("\xff\xfe<\0a\0>\0\x34\x04<\0/\0a\0>\0"), 999, "<a@1:1+2д>a");
    check(TL_STR("<?xml version='1.0' encoding='Shift_JIS'?><a/>"), 999,
          "1:31: an encoding that is not known, want UTF-8");
}

static void
mistakes_are_told(void **state)
{
    (void)state;
    check(TL_STR("<a>\n<b></a>"), 999, "2:6: not XML: mismatched tag, want well-formed XML");
    check(TL_STR("<a"), 999, "1:1: not XML: unclosed token, want well-formed XML");
    check(TL_STR(" "), 999, "1:2: not XML: the file ends early, want a root element and all of it");
    check(TL_STR("<!DOCTYPE a SYSTEM 'a.dtd'><a>&nbsp;</a>"), 999,
          "1:31: an entity whose text is not in the file, want the text itself");
    check(TL_STR("<a><stop/>never read<"), 999, "<a@1:1+0<stop@1:4+3");
}

static void
floods_are_stopped(void **state)
{
    (void)state;
    tl_buf deep = {0}, laughs = {0};
    for (size_t i = 0; i < 600; i++) {
        tl_buf_add_cstr(&deep, "<a>");
    }
    check(tl_buf_str(&deep), 999, "1:1537: elements nested more than 512 deep, want fewer");
    tl_buf_add_cstr(&laughs, "<!DOCTYPE a [<!ENTITY l0 'hahahahahaha'>");
    for (int i = 1; i <= 9; i++) {
        tl_buf_add_format(&laughs, "<!ENTITY l%d '", i);
        for (int j = 0; j < 10; j++) {
            tl_buf_add_format(&laughs, "&l%d;", i - 1);
        }
        tl_buf_add_cstr(&laughs, "'>");
    }
    tl_buf_add_cstr(&laughs, "]><a>&l9;</a>");
    tl_xml_events nothing = {.begin = begin, .text = text, .end = end};
    trace t = {0};
    tl_error error = {0};
    t.xml = tl_xml_new(&nothing, &t);
    assert_false(tl_xml_feed(t.xml, tl_buf_str(&laughs), true, &error));
    assert_string_equal(error.message, "entities that multiply the file, want plain text");
    assert_true(t.out.len < 16 * 1024 * 1024);
    tl_error_clear(&error);
    tl_xml_free(t.xml);
    tl_buf_clear(&t.out);
    tl_buf_clear(&deep);
    tl_buf_clear(&laughs);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(events_have_local_names_and_places),
        cmocka_unit_test(encodings_become_utf8),
        cmocka_unit_test(mistakes_are_told),
        cmocka_unit_test(floods_are_stopped),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
