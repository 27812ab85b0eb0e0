/* SPDX-License-Identifier: MPL-2.0 */
/* Tables for text/words: what is a word, what stands between words, what is folded away; and what
 * must hold for any Unicode text. */
#include "base/utf8.h"
#include "text/script.h"
#include "text/words.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <utf8proc.h>

enum { LINE_MAX_BYTES = 2000 };

typedef struct row {
    const char *text, *expected;
} row;

/* How a word of `text` is shown in a table. */
typedef size_t (*show_word)(tl_str text, const tl_word *word, char *out);

static size_t
show_key(tl_str text, const tl_word *word, char *out)
{
    return tl_words_key(tl_str_at(text, word->range), out);
}

/* The gap by one character, then the key. */
static size_t
show_gap(tl_str text, const tl_word *word, char *out)
{
    static const char gaps[] = "+ -.\"/&,?|";
    out[0] = gaps[word->gap];
    return 1 + show_key(text, word, out + 1);
}

/* The word and, in braces, its possessive. */
static size_t
show_bytes(tl_str text, const tl_word *word, char *out)
{
    tl_range tail = {word->range.end, word->range.end + word->tail};
    assert_int_equal((word->flags & TL_WORD_POSSESSIVE) != 0, word->tail > 0);
    int length =
        snprintf(out, LINE_MAX_BYTES, word->tail > 0 ? " %.*s{%.*s}" : " %.*s%.*s",
                 TL_STR_ARGS(tl_str_at(text, word->range)), TL_STR_ARGS(tl_str_at(text, tail)));
    return (size_t)length;
}

/* Only words that begin a sentence. */
static size_t
show_start(tl_str text, const tl_word *word, char *out)
{
    if ((word->flags & TL_WORD_SENTENCE_START) == 0) {
        return 0;
    }
    out[0] = ' ';
    return 1 + show_key(text, word, out + 1);
}

/* Only words of addresses. */
static size_t
show_not_text(tl_str text, const tl_word *word, char *out)
{
    if ((word->flags & TL_WORD_NOT_TEXT) == 0) {
        return 0;
    }
    out[0] = ' ';
    return 1 + show_key(text, word, out + 1);
}

static void
check_rows(const row *rows, size_t count, show_word show)
{
    tl_words words = {0};
    for (size_t i = 0; i < count; i++) {
        char shown[LINE_MAX_BYTES];
        size_t length = 0;
        tl_str text = tl_str_from(rows[i].text);
        tl_words_find(&words, text);
        for (size_t k = 0; k < words.count; k++) {
            length += show(text, &words.items[k], shown + length);
        }
        shown[length] = '\0';
        if (strcmp(shown, rows[i].expected) != 0) {
            fail_msg("\"%s\" gives \"%s\", not \"%s\"", rows[i].text, shown, rows[i].expected);
        }
    }
    tl_words_clear(&words);
}

#define CHECK(rows, show) check_rows(rows, sizeof(rows) / sizeof((rows)[0]), show)

static void
gaps_tell_what_stands_between(void **state)
{
    (void)state;
    static const row rows[] = {
        {"", ""},
        {" .,-", ""},
        {"One two\tthree\nfour\r\nfive", "+one two three four five"},
        {"a\u00A0b\u202Fc\u2009d\u3000e\u2028f", "+a b c d e f"},
        {"one\n\ntwo\r\n\r\nthree\u2029four\n \n five", "+one|two|three|four|five"},
        {"one.\n\ntwo", "+one|two"},
        {"пресс-секретарь well\u2010being non\u2011stop", "+пресс-секретарь well-being non-stop"},
        {"пресс-\nсекретарь co-\r\nop Совет- секретарь", "+пресс-секретарь co-op совет-секретарь"},
        {"Armenia\u2013Georgia a\u2014b 3\u22124", "+armenia-georgia a-b 3-4"},
        {"Armenia \u2013 Georgia - a -- b \u2014\nc a -b", "+armenia?georgia?a?b?c a?b"},
        {"V. A. Name V.A.Name St. John's", "+v.a.name v.a.name st.john"},
        {"wait... what .net", "+wait?what?net"},
        {"the \"word\" «слово», (it) [x] „y“ ‘z’ w", "+the\"word\"слово?it\"x\"y\"z\"w"},
        {"а (« б », in «“c”»", "+а\"б?in\"c"},
        {"and/or R&D A & B either / or", "+and/or r&d a&b either/or"},
        {"one, two ,three", "+one,two,three"},
        {"a: b; c! d • e *f* x, y), z + 1", "+a?b?c?d?e?f?x,y?z?1"},
        {"snake_case 13.30 1,000 5:4 2-й", "+snake?case 13.30 1,000 5?4 2-й"},
        {"a\u00AD-\u200Bb", "+a-b"},
    };
    CHECK(rows, show_gap);
}

static void
words_are_cut_as_the_header_says(void **state)
{
    (void)state;
    static const row rows[] = {
        {"MILEX2023 5G 2-й Т-90М", " MILEX2023 5G 2 й Т 90М"},
        {"O'Brien’s don't rock'n'roll", " O'Brien{’s} don't rock'n'roll"},
        {"об'єкт п’ять Ob''ekt Igor'", " об'єкт п’ять Ob''ekt Igor"},
        {"Gogolʹ ʻOumuamua Qurʾan", " Gogolʹ ʻOumuamua Qurʾan"},
        {"co\u00ADop\u00ADerate\u00AD \u200Bzero\u200Bwidth\u200B \u2060wj\uFEFFx",
         " co\u00ADop\u00ADerate zero\u200Bwidth wj\uFEFFx"},
        {"Иванóв и\u0306 Еле\u0301на\u0301", " Иванóв и\u0306 Еле\u0301на\u0301"},
        {"col·lega a·1 ·x", " col·lega a 1 x"},
        {"`code` 'quoted' a'1 1'a", " code quoted a 1 1 a"},
        {"Привет中文ไทย", " Привет 中 文 ไ ท ย"},
        {"한국어 かな カナ", " 한국어 か な カナ"},
        {"नमस्ते שָׁלוֹם", " नमस्ते שָׁלוֹם"},
        {"👩\u200D🚀 ok 1\uFE0F\u20E3", " ok 1\uFE0F\u20E3"},
    };
    CHECK(rows, show_bytes);
}

static void
possessives_are_cut(void **state)
{
    (void)state;
    static const row rows[] = {
        {"the CSTO's, CSTO’s, CSTOʼs CSTO`s", " the CSTO{'s} CSTO{’s} CSTO{ʼs} CSTO{`s}"},
        {"NOVAK'S plan, the 1980's end", " NOVAK{'S} plan the 1980{'s} end"},
        {"the States' plan, states’", " the States{'} plan states{’}"},
        {"'the United States' and the States' own", " the United States and the States{'} own"},
        {"‘the States’ it said", " the States it said"},
        {"'tis the States' plan\nthe States' plan", " tis the States plan the States{'} plan"},
        {"'twas 'here', the States' plan", " twas here the States{'} plan"},
        {"'s'x a's'", " s'x a{'s}"},
        {"cats'eye ss''tt", " cats'eye ss''tt"},
        {"Lukas's Novaks's'", " Lukas{'s} Novaks{'s}"},
        {"СНГ's", " СНГ{'s}"},
    };
    CHECK(rows, show_bytes);
}

static void
keys_are_folded(void **state)
{
    (void)state;
    static const row rows[] = {
        {"ЗАЙНЕТДИНОВ", "зайнетдинов"},
        {"Ёлка ЁЖ", "елкаеж"},
        {"зайнетди\u0301нов", "зайнетдинов"},
        {"Зай\u00ADнет\u200Bди\u0301\u200Dнов", "зайнетдинов"},
        {"И\u0306 \u0418\u00AD\u0306", "йй"},
        {"їжак ґанок ўсё", "їжакґанокўсе"},
        {"сѐло нѝвга", "селонивга"},
        {"ӗ ӑ ӯ", "ӗӑӯ"},
        {"Čapek Łódź Ørsted Đoković Strauß", "capeklodzorsteddokovicstrauss"},
        {"İstanbul ılık Æther Œuvre", "istanbulilikaetheroeuvre"},
        {"ﬁsh Ⅻ Ｗｉｄｅ ５ Ǆ", "fishxiiwide5dz"},
        {"O\u2019Neill don't об'єкт O\u00AD\u2019\u0301Neill", "oneilldontобєктoneill"},
        {"ΣΊΣΥΦΟΣ σίσυφος", "σισυφοσσισυφοσ"},
        {"𝐀𝐛 K Å", "abka"},
        {"が か\u3099 각 \u1100\u1161\u11A8", "がが각각"},
        {"कि का", "किका"},
    };
    CHECK(rows, show_key);
}

static void
sentences_begin_behind_stops(void **state)
{
    (void)state;
    static const row rows[] = {
        {"«Да», он. Нет! Ну? Эх… Он, как.", " да нет ну эх он"},
        {"one.two 3.5 a?b", " one"},
        {"He left.” She (or not.) Then 'it.' End", " he she then end"},
        {"End. «Да» End. — No End.\n• Yes End. , no", " end да no yes"},
        {"Mr. Novak met Dr. Weber. He left.", " mr he"},
        {"V. A. Name came. B. was", " v b"},
        {"в г. Москва и ул. Лесная, т. Иванов им. «Мир». Он", " в он"},
        {"head\n\nbody (с. Горки) x.\n\nг.\n\nnext", " head body г next"},
        {"list:\nitem\nother: same line;\n- x", " list item"},
        {"Wait... And then", " wait and"},
        {"It ended etc. The next", " it the"},
    };
    CHECK(rows, show_start);
}

static void
addresses_are_no_text(void **state)
{
    (void)state;
    static const row rows[] = {
        {"see https://example.org/A_(b),c?d=E#f), then", " https example org a b c d e f"},
        {"(ftp://x.y/Z) git+ssh://host «http://пример.рф/Путь» да",
         " ftp x y z git ssh host http пример рф путь"},
        {"www.Example.ORG/path, WWW.A.B end", " www example org path www a b"},
        {"csto.int, Report.docx отчёт.docx файл-2.pdf президент.рф",
         " csto int report docx отчет docx файл 2 pdf президент рф"},
        {"CMD.EXE my.file_v2.tar.gz index.mp3", " cmd exe my file v2 tar gz index mp3"},
        {"src/text/words.c C:\\docs\\a.txt t.me/Channel/12",
         " src text words c c docs a txt t me channel 12"},
        {"mail info@example.org or V.Novak@MAIL.example.org",
         " info example org v novak mail example org"},
        {"<https://a.b/C> <mailto:a@b> <urn:isbn:12> <x", " https a b c mailto a b urn isbn 12"},
        {"end.The St.Petersburg U.S. e.g. i.e.x В.А.Имя д.и.н.", ""},
        {"a.m/p.m in km/h. words.c 13.30 3.5 v2.0 №5.6 end. the end...the .end", ""},
        {"ул.ленина тыс.руб им.генерала МР.НОВАК ОДКБ.НАТО", ""},
        {"MR.NOVAK and ST.PETERSBURG, DR.WHO, YU.WEBER U.S.-led Yu.V.Novak", ""},
        {"and/or a@b 12:30 a:b <b>bold</b> C# a /b (a)/b/c A / B km/h 1/2/2024 /a/", ""},
        {"@CSTO_press, (#ОДКБ): text &#1047; a#b", " csto press одкб"},
        {"in /srv/press/TSRA/ «/a/b-c/d_e» ~/TSRA ./b ../c/d. C:\\Users\\TSRA",
         " srv press tsra a b c d e tsra b c d c users tsra"},
        {"example.org's csto.int-based", " example org csto int based"},
    };
    CHECK(rows, show_not_text);
}

static void
flags_and_scripts_describe_the_letters(void **state)
{
    (void)state;
    enum {
        CAP = TL_WORD_CAPITALISED | TL_WORD_HAS_UPPER | TL_WORD_HAS_LETTER,
        CAPS = CAP | TL_WORD_ALL_CAPS,
        SMALL = TL_WORD_HAS_LETTER,
        DIGIT = TL_WORD_HAS_DIGIT,
        PLAIN = TL_WORD_PLAIN,
    };
    static const struct {
        const char *text;
        unsigned flags, scripts, length;
    } rows[] = {
        {"word", SMALL | PLAIN, TL_SCRIPT_LATIN, 4},
        {"Слово", CAP | PLAIN, TL_SCRIPT_CYRILLIC, 5},
        {"ОДКБ", CAPS | PLAIN, TL_SCRIPT_CYRILLIC, 4},
        {"X", CAP | PLAIN, TL_SCRIPT_LATIN, 1},
        {"5G", CAP | DIGIT | PLAIN, TL_SCRIPT_LATIN, 2},
        {"5GX", CAPS | DIGIT | PLAIN, TL_SCRIPT_LATIN, 3},
        {"iOS", SMALL | TL_WORD_HAS_UPPER | PLAIN, TL_SCRIPT_LATIN, 3},
        {"2023", DIGIT | PLAIN, TL_SCRIPT_NONE, 4},
        {"é", SMALL, TL_SCRIPT_LATIN, 1},
        {"Ёж", CAP, TL_SCRIPT_CYRILLIC, 2},
        {"й", SMALL | PLAIN, TL_SCRIPT_CYRILLIC, 1},
        {"и\u0306", SMALL, TL_SCRIPT_CYRILLIC, 1},
        {"don't", SMALL, TL_SCRIPT_LATIN, 4},
        {"C\u00ADS", CAPS, TL_SCRIPT_LATIN, 2},
        {"Зaйцев", CAP | PLAIN, TL_SCRIPT_CYRILLIC | TL_SCRIPT_LATIN, 6},
        {"ẞ", CAP, TL_SCRIPT_LATIN, 2},
        {"WEIß", CAPS, TL_SCRIPT_LATIN, 5},
        {"Weiß", CAP, TL_SCRIPT_LATIN, 5},
        {"Iß", CAP, TL_SCRIPT_LATIN, 3},
        {"ǅ", CAP, TL_SCRIPT_LATIN, 2},
        {"αб", SMALL | PLAIN, TL_SCRIPT_GREEK | TL_SCRIPT_CYRILLIC, 2},
        {"中", SMALL | PLAIN, TL_SCRIPT_OTHER, 1},
    };
    tl_words words = {0};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        tl_words_find(&words, tl_str_from(rows[i].text));
        assert_int_equal(words.count, 1);
        unsigned flags = words.items[0].flags & ~(unsigned)TL_WORD_SENTENCE_START;
        if (flags != rows[i].flags || words.items[0].scripts != rows[i].scripts ||
            words.items[0].length != rows[i].length) {
            fail_msg("%s: flags %#x, scripts %#x, length %u", rows[i].text, flags,
                     words.items[0].scripts, words.items[0].length);
        }
    }
    tl_words_clear(&words);
}

static void
a_very_long_word_is_one_word(void **state)
{
    (void)state;
    enum { LETTERS = 70000 };
    char *text = malloc(LETTERS);
    assert_non_null(text);
    memset(text, 'x', LETTERS);
    tl_words words = {0};
    tl_words_find(&words, (tl_str){text, LETTERS});
    assert_int_equal(words.count, 1);
    assert_int_equal(words.items[0].length, UINT16_MAX);
    assert_true(words.items[0].hash == tl_words_hash((tl_str){text, LETTERS}));
    tl_words_clear(&words);
    free(text);
}

static void
joined_hashes_are_hashes_of_joined_keys(void **state)
{
    (void)state;
    static const char *keys[] = {"", "п", "пресс", "секретарь", "x", "коллективнойбезопасности"};
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
        for (size_t k = 0; k < sizeof keys / sizeof keys[0]; k++) {
            char joined[200];
            tl_str a = tl_str_from(keys[i]), b = tl_str_from(keys[k]);
            int length = snprintf(joined, sizeof joined, "%s%s", keys[i], keys[k]);
            uint64_t hash =
                tl_words_hash_join(tl_words_hash(a), tl_words_hash(b), tl_utf8_length(b));
            assert_true(hash == tl_words_hash((tl_str){joined, (size_t)length}));
        }
    }
}

static uint32_t
next_random(uint64_t *seed)
{
    *seed = *seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (uint32_t)(*seed >> 33);
}

/* Mostly what our texts are made of, sometimes anything. */
static uint32_t
random_code_point(uint64_t *seed)
{
    static const uint32_t special[] = {
        '\'',  0x2019, 0x2BC, 0x2B9, 0xAD,   0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF,
        0x301, 0x300,  0x306, 0x308, 0x323,  '.',    '-',    '@',    '/',    ':',
        '_',   's',    'S',   '\n',  '\r',   0xA0,   0x2014, 0xDF,   0xFB01, 0x451,
        0x418, 0x438,  0x130, 0x131, 0x1100, 0x1161, 0x11A8, 0xB7,   '<',    '>',
    };
    uint32_t choice = next_random(seed) % 16;
    if (choice < 5) {
        return special[next_random(seed) % (sizeof special / sizeof special[0])];
    }
    if (choice < 8) {
        return 0x20 + next_random(seed) % 0x5F;
    }
    if (choice < 12) {
        return 0x400 + next_random(seed) % 0x60;
    }
    uint32_t limit = choice < 14 ? 0x600 : choice == 14 ? 0x10000 : 0x110000;
    uint32_t code_point = 1 + next_random(seed) % (limit - 1);
    return code_point >= 0xD800 && code_point <= 0xDFFF ? 'x' : code_point;
}

static tl_str
random_text(uint64_t *seed, char *out)
{
    size_t length = 0, count = next_random(seed) % 24;
    for (size_t i = 0; i < count; i++) {
        length += tl_utf8_encode(random_code_point(seed), out + length);
    }
    out[length] = '\0';
    return (tl_str){out, length};
}

static void
check_plain(tl_str word, tl_str key)
{
    for (size_t at = 0, in_key = 0; at < word.len;) {
        utf8proc_int32_t letter = (utf8proc_int32_t)tl_utf8_next(word, &at);
        assert_true(in_key < key.len);
        assert_int_equal(tl_utf8_next(key, &in_key), utf8proc_tolower(letter));
    }
}

static void
check_word(tl_str text, const tl_word *word, uint32_t from)
{
    char key[LINE_MAX_BYTES];
    tl_str bytes = tl_str_at(text, word->range);
    assert_true(word->range.begin >= from && word->range.begin < word->range.end);
    assert_true(word->range.end + word->tail <= text.len);
    assert_int_equal(tl_utf8_invalid_at(bytes), bytes.len);
    tl_str folded = {key, tl_words_key(bytes, key)};
    assert_true(folded.len > 0 && folded.len <= bytes.len * 3);
    assert_true(word->hash == tl_words_hash(folded));
    assert_int_equal(word->letters, tl_words_letters(folded));
    assert_int_equal(word->length, tl_utf8_length(folded));
    if ((word->flags & TL_WORD_PLAIN) != 0) {
        check_plain(bytes, folded);
    }
}

static void
every_text_gives_consistent_words(void **state)
{
    (void)state;
    uint64_t seed = 1;
    tl_words words = {0};
    for (int i = 0; i < 200000; i++) {
        char bytes[LINE_MAX_BYTES];
        tl_str text = random_text(&seed, bytes);
        tl_words_find(&words, text);
        uint32_t from = 0;
        for (size_t k = 0; k < words.count; k++) {
            check_word(text, &words.items[k], from);
            from = words.items[k].range.end + words.items[k].tail;
        }
    }
    tl_words_clear(&words);
}

/* The words of the text in another normalization form. */
static void
check_normalized(utf8proc_uint8_t *bytes, const tl_words *expected)
{
    tl_words words = {0};
    tl_words_find(&words, tl_str_from((const char *)bytes));
    assert_int_equal(words.count, expected->count);
    for (size_t i = 0; i < words.count; i++) {
        assert_true(words.items[i].hash == expected->items[i].hash);
        assert_int_equal(words.items[i].length, expected->items[i].length);
        assert_int_equal(words.items[i].gap, expected->items[i].gap);
        assert_int_equal(words.items[i].scripts, expected->items[i].scripts);
        unsigned differing = words.items[i].flags ^ expected->items[i].flags;
        assert_int_equal(differing & ~(unsigned)TL_WORD_PLAIN, 0);
    }
    tl_words_clear(&words);
    free(bytes);
}

static void
composed_and_decomposed_texts_give_the_same_words(void **state)
{
    (void)state;
    uint64_t seed = 2;
    tl_words words = {0};
    for (int i = 0; i < 100000; i++) {
        char bytes[LINE_MAX_BYTES];
        tl_words_find(&words, random_text(&seed, bytes));
        check_normalized(utf8proc_NFC((const utf8proc_uint8_t *)bytes), &words);
        check_normalized(utf8proc_NFD((const utf8proc_uint8_t *)bytes), &words);
    }
    tl_words_clear(&words);
}

static void
check_same_key(uint32_t code_point, tl_str key)
{
    char bytes[TL_UTF8_MAX], other[LINE_MAX_BYTES];
    tl_str letter = {bytes, tl_utf8_encode(code_point, bytes)};
    assert_true(tl_str_equal((tl_str){other, tl_words_key(letter, other)}, key));
}

static void
folding_is_idempotent_and_blind_to_case(void **state)
{
    (void)state;
    for (uint32_t code_point = 1; code_point <= 0x10FFFF; code_point++) {
        utf8proc_int32_t letter = (utf8proc_int32_t)code_point;
        if (utf8proc_category(letter) < UTF8PROC_CATEGORY_LU ||
            utf8proc_category(letter) > UTF8PROC_CATEGORY_LO) {
            continue;
        }
        char bytes[TL_UTF8_MAX], key[LINE_MAX_BYTES], again[LINE_MAX_BYTES];
        tl_str word = {bytes, tl_utf8_encode(code_point, bytes)};
        tl_str folded = {key, tl_words_key(word, key)};
        assert_true(tl_str_equal((tl_str){again, tl_words_key(folded, again)}, folded));
        check_same_key((uint32_t)utf8proc_tolower(letter), folded);
        check_same_key((uint32_t)utf8proc_toupper(letter), folded);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(gaps_tell_what_stands_between),
        cmocka_unit_test(words_are_cut_as_the_header_says),
        cmocka_unit_test(possessives_are_cut),
        cmocka_unit_test(keys_are_folded),
        cmocka_unit_test(sentences_begin_behind_stops),
        cmocka_unit_test(addresses_are_no_text),
        cmocka_unit_test(flags_and_scripts_describe_the_letters),
        cmocka_unit_test(a_very_long_word_is_one_word),
        cmocka_unit_test(joined_hashes_are_hashes_of_joined_keys),
        cmocka_unit_test(every_text_gives_consistent_words),
        cmocka_unit_test(composed_and_decomposed_texts_give_the_same_words),
        cmocka_unit_test(folding_is_idempotent_and_blind_to_case),
    };
    return cmocka_run_group_tests_name("words", tests, NULL, NULL);
}
