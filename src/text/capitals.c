/* SPDX-License-Identifier: MPL-2.0 */
/* Asks for capitals and puts them in. Knows letters and words, not terms: which capitals are wanted
 * is decided by others (rules/replacement.c). */
#include "text/capitals.h"

#include "base/buf.h"
#include "base/utf8.h"
#include "text/compare.h"
#include "text/words.h"

enum { SHARP_S = 0xDF }; /* ß: among capitals it stays as it is, or is SS */

static bool
is_capital(uint32_t letter)
{
    return tl_letter_lower(letter) != letter;
}

bool
tl_capitals_only(tl_str text)
{
    size_t at = 0, capitals = 0;
    while (at < text.len) {
        uint32_t letter = tl_utf8_next(text, &at);
        if (tl_letter_upper(letter) != letter && letter != SHARP_S) {
            return false;
        }
        capitals += is_capital(letter);
    }
    return capitals > 1;
}

bool
tl_capitals_begin(tl_str text)
{
    for (size_t at = 0; at < text.len;) {
        uint32_t letter = tl_utf8_next(text, &at);
        if (is_capital(letter) || tl_letter_upper(letter) != letter) {
            return is_capital(letter);
        }
    }
    return false;
}

tl_str
tl_capitals_raise_all(tl_arena *arena, tl_str text)
{
    char *out = tl_arena_alloc(arena, text.len * 2 + TL_UTF8_MAX, 1);
    size_t length = 0;
    for (size_t at = 0; at < text.len;) {
        uint32_t letter = tl_utf8_next(text, &at);
        bool is_double = letter == SHARP_S;
        length += tl_utf8_encode(is_double ? 'S' : tl_letter_upper(letter), out + length);
        length += is_double ? tl_utf8_encode('S', out + length) : 0;
    }
    return (tl_str){out, length};
}

/* eBuild: a small letter and then a capital. */
static bool
is_small_on_purpose(tl_str word)
{
    size_t at = 0;
    bool small = word.len && !is_capital(tl_utf8_next(word, &at));
    while (small && at < word.len) {
        if (is_capital(tl_utf8_next(word, &at))) {
            return true;
        }
    }
    return false;
}

static void
add_raised(tl_buf *out, tl_str word)
{
    char letter[TL_UTF8_MAX];
    size_t at = 0;
    if (is_small_on_purpose(word)) {
        tl_buf_add(out, word);
        return;
    }
    size_t length = tl_utf8_encode(tl_letter_upper(tl_utf8_next(word, &at)), letter);
    tl_buf_add(out, (tl_str){letter, length});
    tl_buf_add(out, tl_str_slice(word, at, word.len));
}

bool
tl_capitals_stay_small(tl_str word)
{
    static const tl_str small[] = {
        TL_STR_INIT("a"),    TL_STR_INIT("an"),  TL_STR_INIT("the"), TL_STR_INIT("and"),
        TL_STR_INIT("or"),   TL_STR_INIT("nor"), TL_STR_INIT("but"), TL_STR_INIT("of"),
        TL_STR_INIT("in"),   TL_STR_INIT("on"),  TL_STR_INIT("at"),  TL_STR_INIT("to"),
        TL_STR_INIT("for"),  TL_STR_INIT("by"),  TL_STR_INIT("as"),  TL_STR_INIT("from"),
        TL_STR_INIT("with"), TL_STR_INIT("via"), TL_STR_INIT("и"),   TL_STR_INIT("или"),
        TL_STR_INIT("в"),    TL_STR_INIT("во"),  TL_STR_INIT("на"),  TL_STR_INIT("о"),
        TL_STR_INIT("об"),   TL_STR_INIT("по"),  TL_STR_INIT("с"),   TL_STR_INIT("со"),
        TL_STR_INIT("для"),  TL_STR_INIT("из"),  TL_STR_INIT("к"),   TL_STR_INIT("ко"),
        TL_STR_INIT("от"),   TL_STR_INIT("до"),  TL_STR_INIT("при"), TL_STR_INIT("за"),
    };
    for (size_t i = 0; i < sizeof small / sizeof small[0]; i++) {
        if (tl_str_equal(word, small[i])) {
            return true;
        }
    }
    return false;
}

static tl_str
raise_words(tl_arena *arena, tl_str text, bool all)
{
    tl_words words = {0};
    tl_buf out = {0};
    size_t at = 0;
    tl_words_find(&words, text);
    for (size_t i = 0; i < words.count && (i == 0 || all); i++) {
        tl_str word = tl_str_at(text, words.items[i].range);
        tl_buf_add(&out, tl_str_slice(text, at, words.items[i].range.begin));
        if (i > 0 && tl_capitals_stay_small(word)) {
            tl_buf_add(&out, word);
        } else {
            add_raised(&out, word);
        }
        at = words.items[i].range.end;
    }
    tl_buf_add(&out, tl_str_slice(text, at, text.len));
    tl_str raised = tl_arena_copy(arena, tl_buf_str(&out));
    tl_buf_clear(&out);
    tl_words_clear(&words);
    return raised;
}

tl_str
tl_capitals_raise_first(tl_arena *arena, tl_str text)
{
    return raise_words(arena, text, false);
}

tl_str
tl_capitals_raise_words(tl_arena *arena, tl_str text)
{
    return raise_words(arena, text, true);
}

/* Nothing but its first letter is a capital. */
static bool
has_one_capital(tl_str word)
{
    size_t at = 0;
    bool found = is_capital(tl_utf8_next(word, &at));
    while (at < word.len) {
        if (is_capital(tl_utf8_next(word, &at))) {
            return false;
        }
    }
    return found;
}

tl_str
tl_capitals_lower_words(tl_arena *arena, tl_str text)
{
    tl_words words = {0};
    tl_buf out = {0};
    size_t at = 0;
    tl_words_find(&words, text);
    for (size_t i = 0; i < words.count; i++) {
        tl_str word = tl_str_at(text, words.items[i].range);
        if (has_one_capital(word)) {
            tl_buf_add(&out, tl_str_slice(text, at, words.items[i].range.begin));
            tl_buf_add(&out, tl_capitals_like(arena, word, (tl_str){NULL, 0}));
            at = words.items[i].range.end;
        }
    }
    tl_buf_add(&out, tl_str_slice(text, at, text.len));
    tl_str lowered = tl_arena_copy(arena, tl_buf_str(&out));
    tl_buf_clear(&out);
    tl_words_clear(&words);
    return lowered;
}

tl_str
tl_capitals_like(tl_arena *arena, tl_str word, tl_str model)
{
    char *out = tl_arena_alloc(arena, word.len * 2 + TL_UTF8_MAX, 1);
    size_t at = 0, model_at = 0, length = 0;
    while (at < word.len) {
        uint32_t letter = tl_letter_lower(tl_utf8_next(word, &at));
        bool raise = model_at < model.len && is_capital(tl_utf8_next(model, &model_at));
        length += tl_utf8_encode(raise ? tl_letter_upper(letter) : letter, out + length);
    }
    return (tl_str){out, length};
}
