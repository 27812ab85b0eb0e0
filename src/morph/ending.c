/* SPDX-License-Identifier: MPL-2.0 */
/* Whether what sets two words apart is an ending or a suffix. Goes by the letters alone
 * (dict/morph/suffixes.tsv and the paradigms), so that it holds for words that nobody has listed.
 */
#include "morph/ending.h"

#include "base/utf8.h"
#include "morph/lexicon.h"
#include "text/script.h"

#include <string.h>

enum {
    LONGEST_STEM = 128,
    SHORTEST_STEM = 4, /* bytes: two letters */
};

size_t
tl_common_beginning(tl_str a, tl_str b)
{
    size_t common = 0;
    for (size_t at = 0, other = 0; at < a.len && other < b.len; common = at) {
        if (tl_utf8_next(a, &at) != tl_utf8_next(b, &other)) {
            break;
        }
    }
    return common;
}

static bool
is_english_suffix(tl_str letters)
{
    return letters.len == 0 || tl_word_set_has(&tl_english_suffixes, letters);
}

static bool
is_russian_ending(tl_str letters)
{
    return letters.len == 0 || tl_word_set_has(&tl_endings, letters);
}

/* An ending, perhaps behind a suffix. */
static bool
is_russian_suffix(tl_str letters)
{
    bool found = is_russian_ending(letters);
    for (size_t i = 0; i < tl_russian_suffixes.count && !found; i++) {
        tl_str suffix = tl_russian_suffixes.words[i];
        found = tl_str_starts_with(letters, suffix) &&
                is_russian_ending(tl_str_slice(letters, suffix.len, letters.len));
    }
    return found;
}

bool
tl_may_share_root(tl_str a, tl_str b)
{
    size_t common = tl_common_beginning(a, b), at = 0;
    tl_str rest = tl_str_slice(a, common, a.len), other = tl_str_slice(b, common, b.len);
    if (b.len && tl_script_of(tl_utf8_next(b, &at)) == TL_SCRIPT_CYRILLIC) {
        return is_russian_suffix(rest) && is_russian_suffix(other);
    }
    return is_english_suffix(rest) && is_english_suffix(other);
}

/* A vowel that comes and goes, or the sign that stands where it is gone: льва, очка, бойца. */
static bool
is_fleeting(uint32_t letter)
{
    return letter == 0x43E /* о */ || letter == 0x435 /* е */ || letter == 0x44C /* ь */ ||
           letter == 0x439 /* й */;
}

/* Takes a letter that may be fleeting from before the last consonant of a stem, in `text`. Returns
 * the rest of its length. */
static size_t
drop_fleeting(tl_str stem, char text[LONGEST_STEM])
{
    size_t last = stem.len;
    if (last > 0) {
        tl_utf8_previous(stem, &last);
    }
    size_t before = last;
    bool has_one = last > 0 && is_fleeting(tl_utf8_previous(stem, &before));
    size_t kept = has_one ? before : last;
    memcpy(text, stem.ptr, kept);
    memcpy(text + kept, stem.ptr + last, stem.len - last);
    return kept + stem.len - last;
}

static bool
are_one_stem(tl_str a, tl_str b)
{
    char first[LONGEST_STEM], second[LONGEST_STEM];
    if (a.len > LONGEST_STEM || b.len > LONGEST_STEM) {
        return false;
    }
    tl_str bare = {first, drop_fleeting(a, first)}, other = {second, drop_fleeting(b, second)};
    return bare.len >= SHORTEST_STEM && tl_str_equal(bare, other);
}

/* A vowel, ь or й begins an ending of a noun, and no consonant but those of its cases is in it. */
static bool
is_case_ending(tl_str letters)
{
    static const tl_str vowels = TL_STR_INIT("аеиоуыэюяьй");
    static const tl_str consonants = TL_STR_INIT("гмхв");
    for (size_t at = 0, begin = 0; at < letters.len; begin = at) {
        tl_utf8_next(letters, &at);
        tl_str letter = tl_str_slice(letters, begin, at);
        if (tl_str_find(vowels, letter, 0) == vowels.len &&
            (begin == 0 || tl_str_find(consonants, letter, 0) == consonants.len)) {
            return false;
        }
    }
    return is_russian_ending(letters);
}

static bool
ends_with_stem(tl_str word, tl_str stem)
{
    for (size_t end = word.len; end > 0; tl_utf8_previous(word, &end)) {
        if (is_case_ending(tl_str_slice(word, end, word.len)) &&
            are_one_stem(tl_str_slice(word, 0, end), stem)) {
            return true;
        }
    }
    return false;
}

bool
tl_may_be_inflected(tl_str word, tl_str base)
{
    size_t at = 0;
    if (base.len == 0 || tl_script_of(tl_utf8_next(base, &at)) != TL_SCRIPT_CYRILLIC) {
        return false;
    }
    for (size_t end = base.len; end > 0; tl_utf8_previous(base, &end)) {
        if (is_case_ending(tl_str_slice(base, end, base.len)) &&
            ends_with_stem(word, tl_str_slice(base, 0, end))) {
            return true;
        }
    }
    return false;
}

/* The longest suffix of the set that the word ends in, before an ending of its case or number. */
static tl_str
suffix_in(const tl_word_set *set, tl_str word, bool is_cyrillic)
{
    tl_str found = {NULL, 0};
    for (size_t end = word.len; end > 0; tl_utf8_previous(word, &end)) {
        tl_str ending = tl_str_slice(word, end, word.len);
        bool is_ending = ending.len == 0 ||
                         (is_cyrillic ? is_case_ending(ending) : tl_str_equal(ending, TL_STR("s")));
        for (size_t i = 0; is_ending && i < set->count; i++) {
            bool fits = tl_str_ends_with(tl_str_slice(word, 0, end), set->words[i]);
            found = fits && set->words[i].len > found.len ? set->words[i] : found;
        }
    }
    return found;
}

/* Two spellings of one suffix. */
static bool
are_one_suffix(tl_str a, tl_str b)
{
    static const tl_str alike[][2] = {{TL_STR_INIT("er"), TL_STR_INIT("or")},
                                      {TL_STR_INIT("щик"), TL_STR_INIT("чик")}};
    bool found = tl_str_equal(a, b);
    for (size_t i = 0; i < sizeof alike / sizeof *alike && !found; i++) {
        found = (tl_str_equal(a, alike[i][0]) && tl_str_equal(b, alike[i][1])) ||
                (tl_str_equal(a, alike[i][1]) && tl_str_equal(b, alike[i][0]));
    }
    return found;
}

static bool
differ_in(const tl_word_set *set, tl_str a, tl_str b, bool is_cyrillic)
{
    tl_str first = suffix_in(set, a, is_cyrillic), second = suffix_in(set, b, is_cyrillic);
    return first.len && second.len && !are_one_suffix(first, second);
}

bool
tl_names_another(tl_str a, tl_str b)
{
    size_t at = 0;
    bool is_cyrillic = b.len && tl_script_of(tl_utf8_next(b, &at)) == TL_SCRIPT_CYRILLIC;
    return is_cyrillic ? differ_in(&tl_russian_roles, a, b, true) ||
                             differ_in(&tl_russian_things, a, b, true)
                       : differ_in(&tl_english_roles, a, b, false) ||
                             differ_in(&tl_english_things, a, b, false);
}

bool
tl_names_role(tl_str word)
{
    size_t at = 0;
    bool is_cyrillic = word.len && tl_script_of(tl_utf8_next(word, &at)) == TL_SCRIPT_CYRILLIC;
    return suffix_in(is_cyrillic ? &tl_russian_roles : &tl_english_roles, word, is_cyrillic).len >
           0;
}

bool
tl_is_prefix(tl_str letters)
{
    return tl_word_set_has(&tl_short_prefixes, letters);
}
