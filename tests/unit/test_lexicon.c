/* SPDX-License-Identifier: MPL-2.0 */
/* A lexicon changes nothing: with one and without, any text has the same words. */
#include "base/utf8.h"
#include "text/lexicon.h"
#include "text/plain_run.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { TEXT_PIECES = 60, MANY_WORDS = 150000 };

/* What words and gaps are made of; few, so that words recur, some of them with other neighbours. */
static const char *const pieces[] = {
    "a",       "the",        "WEISS",    "Wei\u00DF", "WEI\u00DF",  "Press",     "secretary",
    "2023",    "MILEX2023",  "5G",       "2",         "е",          "ёлка",      "Елка",
    "ЁЛКА",    "Лукашенко",  "Лукашенк", "о",         "XIV",        "Х",         "caf\u00E9",
    "e\u0301", "\u0301",     "\u00AD",   "\u200D",    "O",          "'",         "\u2019",
    "\u2019s", "'s",         "s'",       "\u02BC",    "\u00B7",     " ",         " ",
    " ",       ", ",         ". ",       ".",         "-",          "\u2011",    "\u2014",
    "\n",      "\n\n",       "\r\n",     "(",         "\u00AB",     "\u00BB",    "@",
    "#",       "/",          "://",      "www.",      ".com",       "docx",      "\u4E2D\u6587",
    "\uFB01x", "самоуправл", "ениями",   "interna",   "tionalisat", "ionability"};

static size_t
next_random(uint64_t *seed, size_t limit)
{
    *seed = *seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (size_t)(*seed >> 33) % limit;
}

static void
fill_text(tl_buf *text, uint64_t *seed)
{
    text->len = 0;
    for (size_t count = next_random(seed, TEXT_PIECES); count > 0; count--) {
        tl_buf_add_cstr(text, pieces[next_random(seed, sizeof pieces / sizeof *pieces)]);
    }
}

static void
check_same_word(const tl_word *a, const tl_word *b)
{
    assert_int_equal(a->range.begin, b->range.begin);
    assert_int_equal(a->range.end, b->range.end);
    assert_true(a->hash == b->hash);
    assert_int_equal(a->letters, b->letters);
    assert_int_equal(a->length, b->length);
    assert_int_equal(a->flags, b->flags);
    assert_int_equal(a->scripts, b->scripts);
    assert_int_equal(a->gap, b->gap);
    assert_int_equal(a->tail, b->tail);
}

/* Cards are the same for the same bytes only. */
static void
check_cards(tl_str text, const tl_words *words)
{
    for (size_t i = 1; i < words->count; i++) {
        const tl_word *a = &words->items[i - 1], *b = &words->items[i];
        bool is_same = tl_str_equal(tl_str_at(text, a->range), tl_str_at(text, b->range));
        assert_true(a->card != 0 && b->card != 0);
        assert_int_equal(a->card == b->card, is_same);
    }
}

static void
a_lexicon_changes_no_word(void **state)
{
    (void)state;
    uint64_t seed = 1;
    tl_buf text = {0};
    tl_lexicon lexicon;
    tl_lexicon_init(&lexicon);
    tl_words plain = {0}, words = {.lexicon = &lexicon};
    for (int i = 0; i < 50000; i++) {
        fill_text(&text, &seed);
        tl_words_find(&plain, tl_buf_str(&text));
        tl_words_find(&words, tl_buf_str(&text));
        assert_int_equal(words.count, plain.count);
        for (size_t k = 0; k < words.count; k++) {
            check_same_word(&words.items[k], &plain.items[k]);
            assert_int_equal(plain.items[k].card, 0);
        }
        check_cards(tl_buf_str(&text), &words);
    }
    tl_words_clear(&plain);
    tl_words_clear(&words);
    tl_lexicon_clear(&lexicon);
    tl_buf_clear(&text);
}

/* Beyond its limit a lexicon makes no cards, and for the next text it begins anew. */
static void
a_full_lexicon_begins_anew(void **state)
{
    (void)state;
    tl_buf text = {0};
    tl_lexicon lexicon;
    tl_lexicon_init(&lexicon);
    tl_words words = {.lexicon = &lexicon};
    for (int i = 0; i < MANY_WORDS; i++) {
        tl_buf_add_format(&text, "w%d ", i);
    }
    tl_words_find(&words, tl_buf_str(&text));
    assert_int_equal(words.count, MANY_WORDS);
    assert_int_equal(words.items[MANY_WORDS - 1].card, 0);
    tl_words_find(&words, TL_STR("w1 w149999 w1 w149999"));
    assert_int_equal(lexicon.generation, 1);
    assert_int_equal(words.items[1].card, words.items[3].card);
    assert_int_not_equal(words.items[1].card, 0);
    tl_words_clear(&words);
    tl_lexicon_clear(&lexicon);
    tl_buf_clear(&text);
}

static void
very_long_words_have_no_card(void **state)
{
    (void)state;
    char text[2 * TL_CARD_LONGEST];
    tl_lexicon lexicon;
    tl_lexicon_init(&lexicon);
    tl_words words = {.lexicon = &lexicon};
    memset(text, 'x', sizeof text);
    for (size_t length = TL_CARD_LONGEST - 1; length < TL_CARD_LONGEST + 2; length++) {
        text[length] = ' ';
        tl_words_find(&words, (tl_str){text, length + 2});
        assert_int_equal(words.count, 2);
        assert_int_equal(words.items[0].card != 0, length <= TL_CARD_LONGEST);
        text[length] = 'x';
    }
    tl_words_clear(&words);
    tl_lexicon_clear(&lexicon);
}

/* The two ways to find where plain letters end. */
static void
runs_end_at_the_same_place(void **state)
{
    (void)state;
    uint64_t seed = 2;
    tl_buf buf = {0};
    for (int i = 0; i < 50000; i++) {
        fill_text(&buf, &seed);
        tl_str text = tl_buf_str(&buf);
        for (size_t at = 0; at < text.len; tl_utf8_next(text, &at)) {
            assert_int_equal(tl_plain_run_end(text, at), tl_plain_run_by_byte(text, at));
        }
    }
    tl_buf_clear(&buf);
}

static void
every_code_point_ends_a_run_or_not(void **state)
{
    (void)state;
    char text[64];
    for (uint32_t code_point = 1; code_point < 0x3000; code_point++) {
        size_t length = tl_utf8_encode('x', text);
        length += tl_utf8_encode(code_point, text + length);
        memset(text + length, 'x', sizeof text - length);
        const tl_str whole = {text, sizeof text};
        assert_int_equal(tl_plain_run_end(whole, 0), tl_plain_run_by_byte(whole, 0));
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_lexicon_changes_no_word),
        cmocka_unit_test(a_full_lexicon_begins_anew),
        cmocka_unit_test(very_long_words_have_no_card),
        cmocka_unit_test(runs_end_at_the_same_place),
        cmocka_unit_test(every_code_point_ends_a_run_or_not),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
