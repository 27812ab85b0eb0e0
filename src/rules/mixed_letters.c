/* SPDX-License-Identifier: MPL-2.0 */
/* What the letters of one word tell of its script: whether the scripts were mixed on purpose, which
 * letters it would have in one of them, whether they are a numeral. Knows neither the text nor the
 * termbase. */
#include "rules/mixed_letters.h"

#include "base/utf8.h"
#include "text/capitals.h"
#include "text/compare.h"

enum { LONGEST_WORD = 256 };

/* Passes one decimal digit of a Roman numeral, written with one, five and ten of its kind. */
static size_t
pass_roman_digit(tl_str text, size_t at, const char kinds[3])
{
    enum { MOST_ONES = 4 }; /* IIII stands beside IV */
    bool one = at < text.len && text.ptr[at] == kinds[0];
    if (one && at + 1 < text.len &&
        (text.ptr[at + 1] == kinds[1] || text.ptr[at + 1] == kinds[2])) {
        return at + 2;
    }
    at += at < text.len && text.ptr[at] == kinds[1];
    for (unsigned ones = 0; ones < MOST_ONES && at < text.len && text.ptr[at] == kinds[0]; ones++) {
        at++;
    }
    return at;
}

bool
tl_letters_are_roman(tl_str text)
{
    size_t at = 0;
    while (at < text.len && text.ptr[at] == 'M') {
        at++;
    }
    at = pass_roman_digit(text, at, "CDM");
    at = pass_roman_digit(text, at, "XLC");
    at = pass_roman_digit(text, at, "IVX");
    return at == text.len && at > 0;
}

tl_str
tl_letters_rewrite(tl_arena *arena, tl_str word, tl_script script)
{
    if (word.len > LONGEST_WORD) {
        return (tl_str){NULL, 0};
    }
    char *out = tl_arena_alloc(arena, word.len * 2 + 1, 1);
    return (tl_str){out, tl_script_rewrite(word, script, out)};
}

/* The small letters of Cyrillic alphabets whose texts are common, in a Latin text those of all; of
 * other Cyrillic languages any letter is taken for theirs. */
static tl_str
alphabet_of(tl_str language)
{
    static const struct {
        tl_str language, letters;
    } alphabets[] = {
        {TL_STR_INIT("ru"), TL_STR_INIT("абвгдеёжзийклмнопрстуфхцчшщъыьэюя")},
        {TL_STR_INIT("uk"), TL_STR_INIT("абвгґдеєжзиіїйклмнопрстуфхцчшщьюя")},
        {TL_STR_INIT("be"), TL_STR_INIT("абвгдеёжзійклмнопрстуўфхцчшыьэюя")},
    };
    for (size_t i = 0; i < sizeof alphabets / sizeof alphabets[0]; i++) {
        if (tl_str_equal(language, alphabets[i].language)) {
            return alphabets[i].letters;
        }
    }
    return tl_language_is_cyrillic(language) ? (tl_str){NULL, 0}
                                             : TL_STR("абвгґдеёєжзиіїйклмнопрстуўфхцчшщъыьэюя");
}

tl_str
tl_letters_in_cyrillic(tl_arena *arena, tl_str word, tl_str language)
{
    tl_str rewritten = tl_letters_rewrite(arena, word, TL_SCRIPT_CYRILLIC);
    tl_str alphabet = alphabet_of(language);
    for (size_t at = 0; alphabet.len && at < rewritten.len;) {
        char small[TL_UTF8_MAX];
        uint32_t letter = tl_letter_lower(tl_utf8_next(rewritten, &at));
        tl_str bytes = {small, tl_utf8_encode(letter, small)};
        if (tl_script_of(letter) == TL_SCRIPT_CYRILLIC &&
            tl_str_find(alphabet, bytes, 0) == alphabet.len) {
            return (tl_str){NULL, 0};
        }
    }
    return rewritten;
}

size_t
tl_letters_count(tl_str word, tl_script script)
{
    size_t at = 0, count = 0;
    while (at < word.len) {
        count += tl_script_of(tl_utf8_next(word, &at)) == script;
    }
    return count;
}

/* Where the only change of script in the word is: the first letter of the other one. The length of
 * the word if there are more. */
static size_t
only_change(tl_str word)
{
    tl_script script = TL_SCRIPT_NONE;
    size_t change = word.len;
    for (size_t at = 0, begin = 0; at < word.len; begin = at) {
        tl_script now = tl_script_of(tl_utf8_next(word, &at));
        if (now == TL_SCRIPT_NONE || now == script) {
            continue;
        }
        if (script != TL_SCRIPT_NONE && change < word.len) {
            return word.len;
        }
        change = script == TL_SCRIPT_NONE ? change : begin;
        script = now;
    }
    return change;
}

/* СберPay, ЯндексGo, МТСLink: a capital behind a small letter, or behind an acronym and before
 * small letters, where the script changes once, is a name that was made so; capitals alone are an
 * acronym, which has one script. A Russian ending behind
 * a Latin acronym (PDFка) or an apostrophe (email’ом) is usual too. */
bool
tl_letters_are_deliberate(tl_str word)
{
    size_t change = only_change(word), behind = change, before = change;
    if (change == word.len) {
        return false;
    }
    uint32_t letter = tl_utf8_next(word, &behind), last = tl_utf8_previous(word, &before);
    if (tl_script_of(last) == TL_SCRIPT_NONE) {
        return true;
    }
    bool small_before = tl_letter_upper(last) != last;
    bool acronym = tl_capitals_only(tl_str_slice(word, 0, change)) && behind < word.len &&
                   !tl_capitals_only(tl_str_slice(word, change, word.len));
    bool has_ending = acronym && tl_letters_count(word, TL_SCRIPT_LATIN) > 2 &&
                      tl_script_of(letter) == TL_SCRIPT_CYRILLIC &&
                      tl_letters_count(word, TL_SCRIPT_CYRILLIC) > 1;
    return has_ending || (tl_letter_lower(letter) != letter &&
                          (small_before || (acronym && !tl_capitals_only(word))));
}

bool
tl_letters_are_no_word(tl_str word)
{
    bool is_acronym = tl_capitals_only(word) && tl_letters_count(word, TL_SCRIPT_GREEK) == 0;
    return only_change(word) == word.len || is_acronym;
}

/* ХХ, ХІ in Cyrillic letters only: Х and І make up no Cyrillic word of capitals. ХХХХ holds the
 * place of something. */
bool
tl_letters_are_cyrillic_numeral(tl_str word)
{
    enum { CYRILLIC_HA = 0x425, CYRILLIC_I = 0x406, LONGEST_OF_ONE_LETTER = 3 };
    size_t at = 0, count = 0, tens = 0;
    for (; at < word.len; count++) {
        uint32_t letter = tl_utf8_next(word, &at);
        if (letter != CYRILLIC_HA && letter != CYRILLIC_I) {
            return false;
        }
        tens += letter == CYRILLIC_HA;
    }
    bool one_letter = tens == 0 || tens == count;
    return count > 1 && !(one_letter && count > LONGEST_OF_ONE_LETTER);
}

/* The one-letter words of Russian that have a Latin look-alike, as they stand in running text. */
bool
tl_letters_are_russian_word(tl_str word)
{
    static const tl_str one_letter[] = {
        TL_STR_INIT("а"), TL_STR_INIT("к"), TL_STR_INIT("о"), TL_STR_INIT("с"),
        TL_STR_INIT("у"), TL_STR_INIT("А"), TL_STR_INIT("В"), TL_STR_INIT("К"),
        TL_STR_INIT("О"), TL_STR_INIT("С"), TL_STR_INIT("У"),
    };
    for (size_t i = 0; i < sizeof one_letter / sizeof one_letter[0]; i++) {
        if (tl_str_equal(word, one_letter[i])) {
            return true;
        }
    }
    return false;
}

bool
tl_letters_are_few(tl_str word)
{
    enum { MOST = 4 };
    size_t latin = tl_letters_count(word, TL_SCRIPT_LATIN);
    size_t cyrillic = tl_letters_count(word, TL_SCRIPT_CYRILLIC);
    bool has_apostrophe =
        tl_str_find_byte(word, '\'', 0) < word.len || tl_str_find(word, TL_STR("’"), 0) < word.len;
    return !has_apostrophe && latin + cyrillic <= MOST && (latin == 1 || cyrillic == 1);
}

tl_str
tl_letters_prefixed(tl_arena *arena, tl_str word)
{
    enum { SHORTEST_ACRONYM = 3 };
    static const struct {
        tl_str latin, cyrillic;
    } prefixes[] = {
        {TL_STR_INIT("m"), TL_STR_INIT("м")},
        {TL_STR_INIT("t"), TL_STR_INIT("т")},
        {TL_STR_INIT("k"), TL_STR_INIT("к")},
    };
    for (size_t i = 0; i < sizeof prefixes / sizeof prefixes[0]; i++) {
        bool is_latin = tl_str_starts_with(word, prefixes[i].latin);
        tl_str first = is_latin ? prefixes[i].latin : prefixes[i].cyrillic;
        tl_str other = is_latin ? prefixes[i].cyrillic : prefixes[i].latin;
        tl_str rest = tl_str_slice(word, first.len, word.len);
        size_t letters = tl_letters_count(rest, is_latin ? TL_SCRIPT_CYRILLIC : TL_SCRIPT_LATIN);
        if (tl_str_starts_with(word, first) && tl_capitals_only(rest) &&
            letters >= SHORTEST_ACRONYM && letters == tl_utf8_length(rest)) {
            return tl_arena_format(arena, "%.*s%.*s", TL_STR_ARGS(other), TL_STR_ARGS(rest));
        }
    }
    return (tl_str){NULL, 0};
}
