/* SPDX-License-Identifier: MPL-2.0 */
/* Tables for the choice of a reader and for plain text: blocks, headings, what is no text. */
#include "base/alloc.h"
#include "base/utf8.h"
#include "readers/readers.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))
#define BOM "\xEF\xBB\xBF"

/* A source with the document read from it. */
typedef struct fixture {
    tl_source source;
    tl_document document;
    tl_error error;
    bool is_read;
} fixture;

static void
read_text(fixture *f, tl_str bytes)
{
    *f = (fixture){0};
    assert_true(tl_source_init(&f->source, TL_STR("notes.txt"), bytes, NULL));
    tl_document_init(&f->document, &f->source);
    f->is_read = tl_reader_run(tl_reader_find(TL_STR("plain")), &f->document, NULL, &f->error);
}

static void
clear(fixture *f)
{
    tl_document_clear(&f->document);
    tl_source_clear(&f->source);
    tl_error_clear(&f->error);
}

static void
a_reader_is_chosen_by_extension(void **state)
{
    (void)state;
    static const char *const plain[] = {
        "a.txt", "A.TXT",    "dir.x/a.text", "README", "a.unknown",        "",  ".",
        ".txt",  "dir/.txt", "a.txt/b",      "a.",     "архив/письмо.txt", "/",
    };
    for (size_t i = 0; i < COUNT(plain); i++) {
        assert_string_equal(tl_reader_for(tl_str_from(plain[i]))->id, "plain");
    }
    assert_null(tl_reader_find(TL_STR("plainer")));
    assert_null(tl_reader_find(TL_STR("")));
}

static void
every_reader_has_a_complete_row(void **state)
{
    (void)state;
    size_t count;
    const tl_reader *const *readers = tl_readers(&count);
    assert_true(count > 0);
    for (size_t i = 0; i < count; i++) {
        assert_ptr_equal(tl_reader_find(tl_str_from(readers[i]->id)), readers[i]);
        assert_true(strlen(readers[i]->summary) > 0);
        assert_non_null(readers[i]->read);
        for (const char *const *item = readers[i]->extensions; *item; item++) {
            char path[64];
            snprintf(path, sizeof path, "some/file.%s", *item);
            assert_ptr_equal(tl_reader_for(tl_str_from(path)), readers[i]);
        }
    }
}

/* Each block is "H:" or "P:" (heading, paragraph) and its text. */
static void
blocks_are_split_at_blank_lines(void **state)
{
    (void)state;
    static const struct {
        tl_str text;
        const char *blocks[5];
    } rows[] = {
        {TL_STR_INIT(""), {NULL}},
        {TL_STR_INIT(BOM), {NULL}},
        {TL_STR_INIT("\n \t\r\n\xC2\xA0\n"), {NULL}},
        {TL_STR_INIT("One line."), {"P:One line."}},
        {TL_STR_INIT("One line.\nTwo lines.\n"), {"P:One line.\nTwo lines."}},
        {TL_STR_INIT("A title\n\nText, and\nmore text.\n\n\n\nEnd"),
         {"H:A title", "P:Text, and\nmore text.", "P:End"}},
        {TL_STR_INIT("A title\r\n\r\nText.\r\nMore.\r\n"), {"H:A title", "P:Text.\r\nMore."}},
        {TL_STR_INIT("Old\r\rMacintosh.\rFile."), {"H:Old", "P:Macintosh.\rFile."}},
        {TL_STR_INIT(BOM "Заголовок\n \n  Текст с отступом. \n"),
         {"H:Заголовок", "P:  Текст с отступом. "}},
        {TL_STR_INIT("a\n\xE3\x80\x80\xE2\x80\x83\nb"), {"P:a", "P:b"}},
        {TL_STR_INIT("a\n\f\nb\n\nc."), {"H:a", "H:b", "P:c."}},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        fixture f;
        read_text(&f, rows[i].text);
        assert_true(f.is_read);
        size_t k = 0;
        for (; rows[i].blocks[k]; k++) {
            assert_true(k < f.document.count);
            const tl_segment *segment = &f.document.segments[k];
            bool heading = rows[i].blocks[k][0] == 'H';
            assert_int_equal(segment->role, heading ? TL_ROLE_HEADING : TL_ROLE_PARAGRAPH);
            assert_true(tl_str_equal(segment->text, tl_str_from(rows[i].blocks[k] + 2)));
            assert_ptr_equal(segment->text.ptr,
                             f.source.bytes.ptr + segment->pieces[0].source.begin);
        }
        assert_int_equal(f.document.count, k);
        clear(&f);
    }
}

#define TEN_WORDS "one two three four five six seven eight nine ten"
#define FORTY_LETTERS "абвгдежзийклмнопрстуабвгдежзийклмнопрсту"

static void
a_heading_is_short_and_has_no_final_stop(void **state)
{
    (void)state;
    static const struct {
        const char *line;
        bool is_heading;
    } rows[] = {
        {"Meeting of the Joint Staff", true},
        {"КОЛЛЕКТИВНАЯ БЕЗОПАСНОСТЬ", true},
        {"Who was there?", false},
        {"Done!", false},
        {"The list:", false},
        {"first;", false},
        {"Dear colleagues,", false},
        {"And so on…", false},
        {"And so on...  ", false},
        {"He said \"No.\"", false},
        {"Он сказал: «Нет.»", false},
        {"(That was all.)", false},
        {"The “Shield” exercise", true},
        {"Учение «Щит»", true},
        {"Staff (2023)", true},
        {TEN_WORDS " 11 12 13 14 15", true},
        {TEN_WORDS " 11 12 13 14 15 16", false},
        {"12", true},
        {"»", true},
        {FORTY_LETTERS FORTY_LETTERS FORTY_LETTERS, true},
        {FORTY_LETTERS FORTY_LETTERS FORTY_LETTERS "ф", false},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        fixture f;
        char text[512];
        snprintf(text, sizeof text, "%s\n\nA paragraph follows.\n", rows[i].line);
        read_text(&f, tl_str_from(text));
        assert_int_equal(f.document.count, 2);
        assert_int_equal(f.document.segments[0].role == TL_ROLE_HEADING, rows[i].is_heading);
        clear(&f);
    }
}

/* Pieces of text, repeated to more than a segment may hold. */
static void
long_blocks_are_split(void **state)
{
    (void)state;
    static const struct {
        const char *unit;
        const char *segment_end; /* how every segment but the last ends, or NULL: anyhow */
    } rows[] = {
        {"a line of words\n", "words"},
        {"a line of words\r\n", "words"},
        {"words in one line ", " "},
        {"строка,", NULL},
        {"x", NULL},
        {"😀", NULL},
    };
    enum { SIZE = 3000000, LIMIT = 1024 * 1024 };
    char *bytes = tl_alloc(SIZE);
    for (size_t i = 0; i < COUNT(rows); i++) {
        tl_str unit = tl_str_from(rows[i].unit);
        tl_str text = {bytes, 0};
        for (; text.len + unit.len <= SIZE; text.len += unit.len) {
            memcpy(bytes + text.len, unit.ptr, unit.len);
        }
        fixture f;
        read_text(&f, text);
        assert_int_equal(f.document.count, 3);
        for (size_t k = 0; k < f.document.count; k++) {
            const tl_segment *segment = &f.document.segments[k];
            assert_in_range(segment->text.len, 1, LIMIT);
            assert_int_equal(segment->role, TL_ROLE_PARAGRAPH);
            assert_int_equal(tl_utf8_invalid_at(segment->text), segment->text.len);
            assert_true(k == 2 || segment->text.len > LIMIT - 4096 - 4);
            assert_true(k == 2 || rows[i].segment_end == NULL ||
                        tl_str_ends_with(segment->text, tl_str_from(rows[i].segment_end)));
        }
        clear(&f);
    }
    free(bytes);
}

static void
the_rest_of_a_long_line_is_no_heading(void **state)
{
    (void)state;
    enum { SIZE = 1024 * 1024 + 5, TAIL = 13 };
    char *bytes = tl_alloc(SIZE + TAIL);
    memset(bytes, 'x', SIZE);
    memcpy(bytes + SIZE, "\n\nTitle\n\nEnd.", TAIL);
    fixture f;
    read_text(&f, (tl_str){bytes, SIZE + TAIL});
    assert_int_equal(f.document.count, 4);
    assert_int_equal(f.document.segments[1].text.len, 5);
    assert_int_equal(f.document.segments[1].role, TL_ROLE_PARAGRAPH);
    assert_int_equal(f.document.segments[2].role, TL_ROLE_HEADING);
    clear(&f);
    free(bytes);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_reader_is_chosen_by_extension),
        cmocka_unit_test(every_reader_has_a_complete_row),
        cmocka_unit_test(blocks_are_split_at_blank_lines),
        cmocka_unit_test(a_heading_is_short_and_has_no_final_stop),
        cmocka_unit_test(long_blocks_are_split),
        cmocka_unit_test(the_rest_of_a_long_line_is_no_heading),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
