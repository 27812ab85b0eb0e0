/* SPDX-License-Identifier: MPL-2.0 */
/* From a replacement of text to edits of bytes: what differs is replaced, markup stays. */
#include "engine/replace.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* The source with the text `old` replaced by `new`, or NULL if that cannot be. The first segment
 * that the reader makes of the source holds it. */
static char *
replaced(const char *reader, const char *source_text, const char *old, const char *new)
{
    tl_source source;
    tl_document document;
    tl_arena arena = {0};
    tl_edit_list edits = {0};
    tl_buf out = {0};
    const tl_reader *row = tl_reader_find(tl_str_from(reader));
    tl_source_init(&source, TL_STR("a"), tl_str_from(source_text), NULL);
    tl_document_init(&document, &source);
    assert_true(tl_reader_run(row, &document, NULL, NULL));
    const tl_segment *segment = &document.segments[0];
    uint32_t begin = (uint32_t)tl_str_find(segment->text, tl_str_from(old), 0);
    assert_true(begin < segment->text.len);
    tl_edit_place place = {segment, {begin, begin + (uint32_t)tl_str_from(old).len}, row};
    if (tl_edits_plan(&place, tl_str_from(new), &arena, &edits)) {
        tl_edits_apply(source.bytes, edits.items, edits.count, &out);
        tl_buf_add_byte(&out, '\0');
    }
    free(edits.items);
    tl_arena_clear(&arena);
    tl_document_clear(&document);
    tl_source_clear(&source);
    return out.ptr;
}

static void
only_what_differs_is_replaced_within_markup(void **state)
{
    (void)state;
    static const struct {
        const char *reader, *source, *old, *new, *wanted;
    } rows[] = {
        {"plain", "to Zainetdinov.", "Zainetdinov", "Zaynetdinov", "to Zaynetdinov."},
        {"plain", "same", "same", "same", NULL},
        {"markdown", "to Zai**net**dinov.", "Zainetdinov", "Zaynetdinov", "to Zay**net**dinov."},
        {"markdown", "the Meteo **Office** is", "Meteo Office", "Weather Bureau",
         "the Weather **Bureau** is"},
        {"markdown", "> the Meteo\n> Office is", "Meteo\nOffice", "Weather Bureau",
         "> the Weather\n> Bureau is"},
        {"markdown", "Mete**oOff**ice", "MeteoOffice", "Bureau", NULL},
        {"markdown", "a *b*c", "bc", "bxc", "a *bx*c"},
        {"xml", "<p>sci<b>en</b>ce office</p>", "science office", "R&D office", NULL},
        {"xml", "<p>science <b>office</b></p>", "science office", "R&D office",
         "<p>R&amp;D <b>office</b></p>"},
        {"xml", "<p>S&#xe9;n <b>x</b></p>", "S\xC3\xA9n x", "Sen x", "<p>Sen <b>x</b></p>"},
        {"xml", "<p>a <code>b</code> c</p>", "a \xEF\xBF\xBC c", "d \xEF\xBF\xBC e",
         "<p>d <code>b</code> e</p>"},
        {"fodt", "<d><p>sci<span>en</span>ce office</p></d>", "science office", "R&D office",
         "<d><p>R&amp;D<span></span> office</p></d>"},
        {"fodt", "<d><p>a<tab/>b</p></d>", "a\tb", "c", NULL},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        char *found = replaced(rows[i].reader, rows[i].source, rows[i].old, rows[i].new);
        if (rows[i].wanted) {
            assert_non_null(found);
            assert_string_equal(found, rows[i].wanted);
        } else {
            assert_null(found);
        }
        free(found);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(only_what_differs_is_replaced_within_markup),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
