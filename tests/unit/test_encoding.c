/* SPDX-License-Identifier: MPL-2.0 */
/* Encodings against iconv(3), which knows them from tables of its own; which encoding a file is
 * found to have; and the way from the decoded text back to the file's bytes. */
#include "source/detect.h"
#include "source/source.h"

#include "base/utf8.h"

#include <errno.h>
#include <iconv.h>
#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

static const char statement[] =
    "Владимир Зайнетдинов, пресс-секретарь ОДКБ, сообщил журналистам в четверг:\r\n"
    "«Учения пройдут на Рыбачьем — с 12 по 17 сентября».\r\n";

/* The bytes of UTF-8 text in an encoding, as iconv makes them. */
static tl_buf
with_iconv(const char *encoding, tl_str text)
{
    iconv_t converter = iconv_open(encoding, "UTF-8");
    assert_true(converter != (iconv_t)-1);
    tl_buf out = {0};
    char *from = (char *)(uintptr_t)text.ptr, *to = tl_buf_reserve(&out, 2 * text.len + 2);
    size_t left = text.len, room = 2 * text.len + 2;
    assert_int_equal(iconv(converter, &from, &left, &to, &room), 0);
    out.len = 2 * text.len + 2 - room;
    iconv_close(converter);
    return out;
}

/* The code point of one byte by iconv, or 0. */
static uint32_t
code_point_by_iconv(iconv_t converter, unsigned char byte)
{
    char in = (char)byte, out[4] = {0}, *from = &in, *to = out;
    size_t left = 1, room = sizeof out;
    iconv(converter, NULL, NULL, NULL, NULL);
    if (iconv(converter, &from, &left, &to, &room) == (size_t)-1) {
        return 0;
    }
    const unsigned char *b = (const unsigned char *)out;
    return (uint32_t)b[0] | (uint32_t)b[1] << 8 | (uint32_t)b[2] << 16 | (uint32_t)b[3] << 24;
}

static void
bytes_are_the_characters_that_iconv_has(void **state)
{
    (void)state;
    size_t compared = 0;
    const tl_encoding *encoding;
    for (size_t i = 0; (encoding = tl_encoding_at(i)); i++) {
        if (encoding->form != TL_FORM_BYTES) {
            continue;
        }
        bool is_mac = strcmp(encoding->name, "x-mac-cyrillic") == 0;
        iconv_t converter = iconv_open("UTF-32LE", is_mac ? "MAC-CYRILLIC" : encoding->name);
        assert_true(converter != (iconv_t)-1);
        for (unsigned byte = 0x80; byte < 0x100; byte++) {
            uint32_t theirs = code_point_by_iconv(converter, (unsigned char)byte);
            uint32_t ours = encoding->high[byte - 0x80];
            compared++;
            /* Apple gave the currency sign's byte to the euro, and more; the C library did not. */
            if (ours != theirs && !is_mac && strcmp(encoding->name, "macintosh") != 0) {
                print_error("%s 0x%02X: U+%04X here, U+%04X by iconv\n", encoding->name, byte, ours,
                            theirs);
                fail();
            }
        }
        iconv_close(converter);
    }
    assert_true(compared > 15 * 128);
}

static void
every_character_encodes_to_its_byte(void **state)
{
    (void)state;
    const tl_encoding *encoding;
    for (size_t i = 0; (encoding = tl_encoding_at(i)); i++) {
        tl_buf all = {0}, text = {0}, back = {0};
        uint32_t missing;
        for (unsigned byte = 1; byte < 0x100 && encoding->form == TL_FORM_BYTES; byte++) {
            if (byte < 0x80 || encoding->high[byte - 0x80]) {
                tl_buf_add_byte(&all, (char)byte);
            }
        }
        assert_int_equal(tl_encoding_decode(encoding, tl_buf_str(&all), &text), all.len);
        assert_true(tl_encoding_encode(encoding, tl_buf_str(&text), &back, &missing));
        assert_true(tl_str_equal(tl_buf_str(&all), tl_buf_str(&back)));
        tl_buf_clear(&all);
        tl_buf_clear(&text);
        tl_buf_clear(&back);
    }
}

static void
what_an_encoding_lacks_is_named(void **state)
{
    (void)state;
    tl_buf out = {0};
    uint32_t missing = 0;
    assert_false(tl_encoding_encode(tl_encoding_find(TL_STR("cp1251")), TL_STR("Zaýnetdinov"), &out,
                                    &missing));
    assert_int_equal(missing, 0xFD);
    assert_false(
        tl_encoding_encode(tl_encoding_find(TL_STR("CP866")), TL_STR("—"), &out, &missing));
    assert_int_equal(missing, 0x2014);
    assert_true(
        tl_encoding_encode(tl_encoding_find(TL_STR("utf-16be")), TL_STR("😀"), &out, &missing));
    tl_buf_clear(&out);
}

static void
encodings_are_found_by_all_their_names(void **state)
{
    (void)state;
    static const struct {
        const char *name, *found;
    } rows[] = {
        {"Windows-1251", "windows-1251"},
        {"CP1251", "windows-1251"},
        {"koi8-r", "KOI8-R"},
        {"utf8", "UTF-8"},
        {"UTF-16", "UTF-16LE"},
        {"latin1", "windows-1252"},
        {"ibm866", "CP866"},
        {"iso-8859-5", "ISO-8859-5"},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        assert_string_equal(tl_encoding_find(tl_str_from(rows[i].name))->name, rows[i].found);
    }
    assert_null(tl_encoding_find(TL_STR("windows-125")));
    assert_null(tl_encoding_find(TL_STR("")));
}

/* The name of the encoding that a file is found to have, or NULL if it is refused. */
static const char *
encoding_of(tl_str bytes, const tl_encoding *asked, tl_str declared)
{
    tl_source source;
    assert_true(tl_source_init(&source, TL_STR("a.txt"), bytes, NULL));
    bool ok = tl_source_decode(&source, asked, declared, NULL);
    const char *name = ok ? source.encoding->name : NULL;
    tl_source_clear(&source);
    return name;
}

static void
a_statement_is_recognised_in_any_encoding(void **state)
{
    (void)state;
    static const struct {
        const char *iconv, *found;
    } rows[] = {
        {"UTF-8", "UTF-8"},     {"CP1251", "windows-1251"}, {"MAC-CYRILLIC", "x-mac-cyrillic"},
        {"UTF-16", "UTF-16LE"}, {"UTF-16LE", "UTF-16LE"},   {"UTF-16BE", "UTF-16BE"},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        tl_buf bytes = with_iconv(rows[i].iconv, tl_str_from(statement));
        const char *found = encoding_of(tl_buf_str(&bytes), NULL, TL_STR(""));
        assert_non_null(found);
        assert_string_equal(found, rows[i].found);
        tl_buf_clear(&bytes);
    }
}

static void
encodings_without_typographic_marks_are_recognised(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "Учения пройдут на полигоне Рыбачье с 12 по 17 сентября.\n",
        "Press release\n\nЗайнетдинов Владимир Ахтамович, пресс-секретарь\n",
    };
    static const char *const names[] = {"KOI8-R", "CP866", "ISO-8859-5", "windows-1251"};
    for (size_t i = 0; i < COUNT(texts); i++) {
        for (size_t k = 0; k < COUNT(names); k++) {
            tl_buf bytes = with_iconv(names[k], tl_str_from(texts[i]));
            const char *found = encoding_of(tl_buf_str(&bytes), NULL, TL_STR(""));
            assert_non_null(found);
            assert_string_equal(found, names[k]);
            tl_buf_clear(&bytes);
        }
    }
}

/* In capitals only, windows-1251 and KOI8-R are harder to tell apart. */
static void
capitals_are_recognised_or_refused(void **state)
{
    (void)state;
    static const char *const names[] = {"KOI8-R", "CP866", "ISO-8859-5", "windows-1251"};
    for (size_t i = 0; i < COUNT(names); i++) {
        tl_buf bytes =
            with_iconv(names[i], TL_STR("УЧЕНИЯ ПРОЙДУТ НА ПОЛИГОНЕ РЫБАЧЬЕ С 12 ПО 17 СЕНТЯБРЯ"));
        const char *found = encoding_of(tl_buf_str(&bytes), NULL, TL_STR(""));
        assert_true(found == NULL || strcmp(found, names[i]) == 0);
        tl_buf_clear(&bytes);
    }
}

static void
a_mark_comes_first_then_the_asked_then_the_declared(void **state)
{
    (void)state;
    const tl_encoding *koi = tl_encoding_find(TL_STR("KOI8-R"));
    tl_str utf8 = TL_STR("\xD0\x96\xD0\xB8"), wide = TL_STR("\xFE\xFF\x04\x16");
    assert_string_equal(encoding_of(wide, koi, TL_STR("cp1251")), "UTF-16BE");
    assert_string_equal(encoding_of(utf8, koi, TL_STR("cp866")), "KOI8-R");
    assert_string_equal(encoding_of(utf8, NULL, TL_STR("cp866")), "CP866");
    assert_string_equal(encoding_of(utf8, NULL, TL_STR("utf-16")), "UTF-8");
    assert_string_equal(encoding_of(utf8, NULL, TL_STR("")), "UTF-8");
    assert_null(encoding_of(utf8, NULL, TL_STR("klingon")));
    assert_string_equal(encoding_of(TL_STR(""), koi, TL_STR("")), "KOI8-R");
    assert_string_equal(encoding_of(TL_STR("\xFF\xFE"), NULL, TL_STR("")), "UTF-16LE");
}

static void
what_is_no_text_is_refused_with_its_place(void **state)
{
    (void)state;
    static const struct {
        tl_str bytes;
        const char *asked, *message;
    } rows[] = {
        /* "Зал и" in windows-1251, KOI8-R and CP866: too short to be sure */
        {TL_STR_INIT("a\nbc \xC7\xE0\xEB \xE8"), "",
         "a.txt: line 2, column 4: invalid UTF-8 byte 0xC7; looks like windows-1251, say so with "
         "--encoding"},
        {TL_STR_INIT("\xFA\xC1\xCC \xC9"), "",
         "a.txt: line 1, column 1: invalid UTF-8 byte 0xFA; looks like KOI8-R, say so with "
         "--encoding"},
        {TL_STR_INIT("\x87\xA0\xAB \xA8"), "",
         "a.txt: line 1, column 1: invalid UTF-8 byte 0x87; looks like CP866, say so with "
         "--encoding"},
        {TL_STR_INIT("caf\xE9 and na\xEFve"), "",
         "a.txt: line 1, column 4: invalid UTF-8 byte 0xE9; looks like windows-1252, say so with "
         "--encoding"},
        {TL_STR_INIT("Срок\nгод\xD0"), "", "a.txt: line 2, column 4: invalid UTF-8 byte 0xD0"},
        {TL_STR_INIT("Срок\xFF"), "utf-8", "a.txt: line 1, column 5: invalid UTF-8 byte 0xFF"},
        {TL_STR_INIT("\xEF\xBB\xBF"
                     "ab\xFF"),
         "koi8-r", "a.txt: line 1, column 3: invalid UTF-8 byte 0xFF"},
        {TL_STR_INIT("\xC7\xE0\n\xEB\x98"), "cp1251",
         "a.txt: line 2, column 2: byte 0x98 is no character in windows-1251"},
        {TL_STR_INIT("\xFF\xFEh\0i\0\x00\xDC"), "",
         "a.txt: line 1, column 3: half a character in UTF-16LE"},
        {TL_STR_INIT("\xFF\xFEh\0i"), "", "a.txt: line 1, column 2: half a character in UTF-16LE"},
        {TL_STR_INIT("ELF\n\0\x01"), "",
         "a.txt: line 2, column 1: NUL byte; this is a binary file"},
        {TL_STR_INIT("\x89PNG\r\n\0"), "cp1252",
         "a.txt: line 2, column 1: NUL byte; this is a binary file"},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        tl_source source;
        tl_error error = {0};
        assert_true(tl_source_init(&source, TL_STR("a.txt"), rows[i].bytes, NULL));
        assert_false(tl_source_decode(&source, tl_encoding_find(tl_str_from(rows[i].asked)),
                                      TL_STR(""), &error));
        assert_string_equal(error.message, rows[i].message);
        tl_error_clear(&error);
        tl_source_clear(&source);
    }
}

/* Every character of the text leads to the bytes of the file that are that character. */
static void
check_map(const char *encoding, const char *mark, const char *text, size_t repeat)
{
    tl_buf whole = {0}, file = {0};
    for (size_t i = 0; i < repeat; i++) {
        tl_buf_add_cstr(&whole, text);
    }
    tl_buf encoded = with_iconv(encoding, tl_buf_str(&whole));
    tl_buf_add_cstr(&file, mark);
    tl_buf_add(&file, tl_buf_str(&encoded));
    tl_source source;
    assert_true(tl_source_init(&source, TL_STR("a.txt"), tl_buf_str(&file), NULL));
    assert_true(
        tl_source_decode(&source, tl_encoding_find(tl_str_from(encoding)), TL_STR(""), NULL));
    assert_true(tl_str_equal(source.bytes, tl_buf_str(&whole)));
    size_t expected = strlen(mark);
    for (size_t at = 0; at < source.bytes.len;) {
        tl_range range = {(uint32_t)at, 0};
        tl_utf8_next(source.bytes, &at);
        range.end = (uint32_t)at;
        tl_range own = tl_source_in_file(&source, range);
        tl_buf decoded = {0};
        assert_int_equal(own.begin, expected);
        tl_encoding_decode(source.encoding, tl_str_at(source.file, own), &decoded);
        assert_true(tl_str_equal(tl_buf_str(&decoded), tl_str_at(source.bytes, range)));
        tl_buf_clear(&decoded);
        expected = own.end;
    }
    assert_int_equal(expected, file.len);
    tl_source_clear(&source);
    tl_buf_clear(&encoded);
    tl_buf_clear(&file);
    tl_buf_clear(&whole);
}

static void
the_text_leads_back_to_the_file(void **state)
{
    (void)state;
    check_map("windows-1251", "", statement, 60);
    check_map("KOI8-R", "", "Зал\r\nи двор\r\n", 1);
    check_map("UTF-16LE", "\xFF\xFE", "Зал 😀\r\nи двор", 1);
    check_map("UTF-16BE", "\xFE\xFF", statement, 60);
    check_map("UTF-16LE", "", "ab", 1);
}

static void
columns_are_those_of_the_file(void **state)
{
    (void)state;
    tl_buf file = with_iconv("UTF-16LE", TL_STR("Зал\n😀 двор"));
    tl_source source;
    assert_true(tl_source_init(&source, TL_STR("a.txt"), tl_buf_str(&file), NULL));
    assert_true(tl_source_decode(&source, &tl_encoding_utf16_le, TL_STR(""), NULL));
    uint32_t at = (uint32_t)tl_str_find(source.bytes, TL_STR("двор"), 0);
    assert_int_equal(tl_source_position(&source, at, TL_COLUMNS_CODE_POINTS).column, 3);
    assert_int_equal(tl_source_position(&source, at, TL_COLUMNS_UTF16).column, 4);
    assert_int_equal(tl_source_position(&source, at, TL_COLUMNS_BYTES).column, 7);
    assert_int_equal(tl_source_position(&source, at, TL_COLUMNS_BYTES).line, 2);
    tl_source_clear(&source);
    tl_buf_clear(&file);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bytes_are_the_characters_that_iconv_has),
        cmocka_unit_test(every_character_encodes_to_its_byte),
        cmocka_unit_test(what_an_encoding_lacks_is_named),
        cmocka_unit_test(encodings_are_found_by_all_their_names),
        cmocka_unit_test(a_statement_is_recognised_in_any_encoding),
        cmocka_unit_test(encodings_without_typographic_marks_are_recognised),
        cmocka_unit_test(capitals_are_recognised_or_refused),
        cmocka_unit_test(a_mark_comes_first_then_the_asked_then_the_declared),
        cmocka_unit_test(what_is_no_text_is_refused_with_its_place),
        cmocka_unit_test(the_text_leads_back_to_the_file),
        cmocka_unit_test(columns_are_those_of_the_file),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
