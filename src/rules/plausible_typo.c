/* SPDX-License-Identifier: MPL-2.0 */
/* Tells a typo from a word that only looks like one: another form of the same word, a derivation, a
 * word of the dictionary, a piece of code or of another language. What is asked of the dictionary
 * is asked last, so that it need not be loaded for what is settled without it. */
#include "rules/plausible_typo.h"

#include "base/utf8.h"
#include "morph/inflect.h"
#include "morph/variety.h"
#include "scan/given.h"
#include "scan/lists.h"
#include "text/compare.h"

#include <string.h>

enum {
    LONGEST_WORD = 128,
    ENDING = 3, /* letters in which forms and derivations of a word differ */
    ALIKE_EDITS =
        130, /* what the edits that make a word of the dictionary may cost (text/typo.h) */
};

typedef struct word_key {
    char bytes[LONGEST_WORD * 3];
    tl_str text;
} word_key;

static tl_str
key_of(tl_str word, word_key *key)
{
    size_t length = tl_words_key(tl_str_slice(word, 0, LONGEST_WORD), key->bytes);
    return key->text = (tl_str){key->bytes, length};
}

static const tl_word *
word_of(const tl_pass *pass, const tl_near_hit *near)
{
    return &pass->scan->words.items[near->word];
}

static bool
is_cyrillic(const tl_pass *pass, const tl_near_hit *near)
{
    return word_of(pass, near)->scripts == TL_SCRIPT_CYRILLIC;
}

/* -- where it stands -- */

/* The byte before the word, behind it and its possessive; a space at the ends of the text. */
static char
byte_beside(const tl_pass *pass, const tl_word *word, int side)
{
    tl_str text = pass->scan->segment->text;
    if (side < 0) {
        return word->range.begin ? text.ptr[word->range.begin - 1] : ' ';
    }
    size_t end = (size_t)word->range.end + word->tail;
    return end < text.len ? text.ptr[end] : ' ';
}

static bool
is_sign_of_code(char byte)
{
    return byte != '\0' && strchr("_/\\@#$%=<>|+~^&", byte) != NULL;
}

/* True for a part of a compound, of a path or an identifier: it need not be a word. */
static bool
is_part(const tl_pass *pass, const tl_near_hit *near)
{
    const tl_word *word = word_of(pass, near);
    char before = byte_beside(pass, word, -1), behind = byte_beside(pass, word, 1);
    if (is_sign_of_code(before) || is_sign_of_code(behind)) {
        return true;
    }
    bool is_whole = near->hit.count == 1;
    return is_whole && (before == '-' || behind == '-');
}

static tl_known
ask(const tl_pass *pass, const tl_near_hit *near, uint32_t word)
{
    tl_str language =
        near->person ? pass->scan->language : near->hit.pattern->term->entry->language;
    tl_str primary = tl_str_slice(language, 0, tl_str_find_byte(language, '-', 0));
    return tl_pass_ask(pass, primary, tl_pass_word(pass, word));
}

/* A word that could tell whether the text around is of the language. */
static bool
is_telling(const tl_word *word, const tl_word *typo)
{
    enum { SHORTEST = 4 }; /* "des" and "que" are words of any language */
    return word->length >= SHORTEST && word->scripts == typo->scripts &&
           !(word->flags & (TL_WORD_HAS_DIGIT | TL_WORD_NOT_TEXT));
}

static bool
is_known(const tl_pass *pass, const tl_near_hit *near, uint32_t word)
{
    return tl_scan_hit_at(pass->scan, word) >= 0 || ask(pass, near, word) == TL_KNOWN_YES;
}

/* True if too few of the words around are of the language: a list of names, code, a quotation from
 * elsewhere. Names may be strange anywhere. Where the format says what the language is, one known
 * word is enough. */
static bool
is_among_strangers(const tl_pass *pass, const tl_near_hit *near)
{
    enum { AROUND = 6 };
    const tl_words *words = &pass->scan->words;
    uint32_t begin = near->word > AROUND ? near->word - AROUND : 0;
    size_t known = 0, strange = 0;
    for (uint32_t at = begin; at < words->count && at <= near->word + AROUND; at++) {
        if (at == near->word || !is_telling(&words->items[at], word_of(pass, near))) {
            continue;
        }
        bool is_good = is_known(pass, near, at);
        known += is_good;
        strange += !is_good && !(words->items[at].flags & TL_WORD_CAPITALISED);
    }
    bool is_declared = pass->scan->segment->language.len > 0;
    return known < (is_declared ? 1 : 2) || known <= 3 * strange;
}

static bool
is_strange_name(const tl_pass *pass, const tl_near_hit *near, uint32_t word)
{
    const tl_word *item = &pass->scan->words.items[word];
    return (item->flags & TL_WORD_CAPITALISED) && is_telling(item, word_of(pass, near)) &&
           !is_known(pass, near, word);
}

/* True for a word of somebody's name: it has a capital that the term has not, or a word beside it
 * is no word of the language but a name. */
static bool
is_part_of_name(const tl_pass *pass, const tl_near_hit *near)
{
    const tl_words *words = &pass->scan->words;
    const tl_word *word = word_of(pass, near);
    size_t at = 0;
    uint32_t first = tl_utf8_next(near->meant, &at), next = near->word + 1;
    if (!(word->flags & TL_WORD_CAPITALISED) || (word->flags & TL_WORD_ALL_CAPS)) {
        return false;
    }
    bool is_raised = tl_letter_lower(first) == first && !(word->flags & TL_WORD_SENTENCE_START) &&
                     pass->scan->segment->role != TL_ROLE_HEADING;
    return is_raised ||
           (near->word > 0 && word->gap == TL_GAP_SPACE &&
            is_strange_name(pass, near, near->word - 1)) ||
           (next < words->count && words->items[next].gap == TL_GAP_SPACE &&
            is_strange_name(pass, near, next));
}

/* -- which letters differ -- */

static bool
is_vowel(uint32_t letter)
{
    static const char vowels[] = "aeiouyаеиоуыэюяй";
    char bytes[TL_UTF8_MAX];
    tl_str one = {bytes, tl_utf8_encode(letter, bytes)};
    return tl_str_find(tl_str_from(vowels), one, 0) < sizeof vowels - 1;
}

/* Letters of the meant word from the edit on. */
static size_t
letters_from(const tl_typo *typo, const tl_typo_edit *edit)
{
    return typo->meant_length - edit->meant_at;
}

static const tl_typo_edit *
last_edit(const tl_typo *typo)
{
    return &typo->edits[typo->count - 1];
}

/* A letter twice, or two in the wrong order: that makes no other word. */
static bool
is_slip(const tl_typo_edit *edit)
{
    return edit->kind == TL_TYPO_SWAPPED || edit->doubles;
}

/* True if the last letter of either word is not the other's last one. */
static bool
changes_last_letter(const tl_typo *typo)
{
    const tl_typo_edit *last = last_edit(typo);
    return letters_from(typo, last) == (last->kind == TL_TYPO_EXTRA ? 0 : 1);
}

/* Bytes that two keys have in common at their beginnings; whole letters. */
static size_t
common_beginning(tl_str a, tl_str b)
{
    size_t common = 0;
    while (common < a.len && common < b.len && a.ptr[common] == b.ptr[common]) {
        common++;
    }
    while (common > 0 && common < a.len && ((unsigned char)a.ptr[common] & 0xC0) == 0x80) {
        common--;
    }
    return common;
}

/* What English words of one root end in, or what is left of that when they begin alike. */
static bool
is_english_suffix(tl_str letters)
{
    static const tl_str suffixes[] = {
        TL_STR_INIT(""),    TL_STR_INIT("s"),    TL_STR_INIT("es"), TL_STR_INIT("d"),
        TL_STR_INIT("ed"),  TL_STR_INIT("r"),    TL_STR_INIT("er"), TL_STR_INIT("rs"),
        TL_STR_INIT("ers"), TL_STR_INIT("n"),    TL_STR_INIT("en"), TL_STR_INIT("y"),
        TL_STR_INIT("ly"),  TL_STR_INIT("al"),   TL_STR_INIT("ls"), TL_STR_INIT("ing"),
        TL_STR_INIT("ist"), TL_STR_INIT("able"), TL_STR_INIT("e"),  TL_STR_INIT("ic"),
    };
    for (size_t i = 0; i < sizeof suffixes / sizeof suffixes[0]; i++) {
        if (tl_str_equal(letters, suffixes[i])) {
            return true;
        }
    }
    return false;
}

/* "patchers" for "patches", "Putina" for "Putin" */
static bool
differs_in_english_ending(const tl_typo *typo, tl_str written, tl_str meant)
{
    const tl_typo_edit *last = last_edit(typo);
    size_t common = common_beginning(written, meant);
    if (is_english_suffix(tl_str_slice(written, common, written.len)) &&
        is_english_suffix(tl_str_slice(meant, common, meant.len))) {
        return true;
    }
    bool is_ending_letter = is_vowel(last->letter) || last->letter == 's' ||
                            (last->other && (is_vowel(last->other) || last->other == 's'));
    return changes_last_letter(typo) &&
           (last->kind == TL_TYPO_EXTRA || is_ending_letter ||
            (typo->count > 1 && letters_from(typo, &typo->edits[0]) <= ENDING));
}

/* An ending, perhaps behind the suffix of an adjective or of another noun: «ный», «ка». */
static bool
is_ending_or_suffix(tl_str letters)
{
    static const tl_str suffixes[] = {TL_STR_INIT(""),   TL_STR_INIT("н"),  TL_STR_INIT("нн"),
                                      TL_STR_INIT("к"),  TL_STR_INIT("ск"), TL_STR_INIT("ник"),
                                      TL_STR_INIT("ов"), TL_STR_INIT("ев")};
    for (size_t i = 0; i < sizeof suffixes / sizeof suffixes[0]; i++) {
        if (tl_str_starts_with(letters, suffixes[i]) &&
            tl_is_ending(tl_str_slice(letters, suffixes[i].len, letters.len))) {
            return true;
        }
    }
    return false;
}

/* True if what the words do not have in common at their ends is an ending: «организацие». What is
 * none shows the typo: «организацыя». */
static bool
differs_in_russian_ending(const tl_typo *typo, tl_str written, tl_str meant)
{
    size_t common = common_beginning(written, meant);
    return is_ending_or_suffix(tl_str_slice(written, common, written.len)) ||
           (last_edit(typo)->kind == TL_TYPO_EXTRA && changes_last_letter(typo));
}

/* True if the words differ as forms of one word do, as a man's and a woman's name do, or words that
 * are derived from each other. */
static bool
differs_in_ending(const tl_typo *typo, tl_str written, tl_str meant)
{
    size_t at = 0;
    if (is_slip(&typo->edits[0]) && is_slip(last_edit(typo))) {
        return false;
    }
    return tl_script_of(tl_utf8_next(meant, &at)) == TL_SCRIPT_CYRILLIC
               ? differs_in_russian_ending(typo, written, meant)
               : differs_in_english_ending(typo, written, meant);
}

/* True if the one word is the other with something before it: asymmetric, informal. */
static bool
differs_in_prefix(const tl_typo *typo)
{
    for (unsigned i = 0; i < typo->count; i++) {
        const tl_typo_edit *edit = &typo->edits[i];
        bool is_one_sided = edit->kind == TL_TYPO_EXTRA || edit->kind == TL_TYPO_MISSING;
        uint8_t at = edit->kind == TL_TYPO_EXTRA ? edit->at : edit->meant_at;
        if (!is_one_sided || at != i || edit->doubles) {
            return false;
        }
    }
    return true;
}

static bool
begins_alike(const tl_typo *typo)
{
    return typo->edits[0].at > 0 && typo->edits[0].meant_at > 0;
}

/* True if a letter stands for one that is not easily taken for it. */
static bool
has_odd_letter(const tl_typo *typo)
{
    for (unsigned i = 0; i < typo->count; i++) {
        if (typo->edits[i].kind == TL_TYPO_WRONG && !typo->edits[i].alike) {
            return true;
        }
    }
    return false;
}

/* A word of the dictionary is only taken for a typo beside the other words of the term, and if it
 * is no other form of the right one, and if it begins like that and differs in one letter or in
 * letters that are easily confused: Security Counsel, but not Eastern for Western. */
static bool
may_be_wrong_word(const tl_typo *typo)
{
    return begins_alike(typo) && letters_from(typo, &typo->edits[0]) >= ENDING &&
           !has_odd_letter(typo) && (typo->count == 1 || typo->cost <= ALIKE_EDITS);
}

/* Short words that differ in any letter are often two words, though the dictionary has only one,
 * and so are words that begin otherwise. */
static bool
may_stand_alone(const tl_typo *typo)
{
    enum { LONG_WORD = 8 };
    return !has_odd_letter(typo) ||
           (typo->count == 1 && typo->meant_length >= LONG_WORD && begins_alike(typo));
}

/* -- verdicts -- */

static bool
find_typo(const tl_pass *pass, const tl_near_hit *near, tl_typo *typo)
{
    word_key written, meant;
    tl_str text = tl_pass_word(pass, near->word);
    return text.len <= LONGEST_WORD && near->meant.len <= LONGEST_WORD &&
           tl_typo_find(key_of(text, &written), key_of(near->meant, &meant), typo) &&
           !tl_are_varieties(written.text, meant.text) && !is_part(pass, near) &&
           !differs_in_prefix(typo) && !differs_in_ending(typo, written.text, meant.text);
}

tl_doubt
tl_doubt_term(const tl_pass *pass, const tl_near_hit *near, tl_typo *typo)
{
    bool is_alone = near->hit.count == 1;
    if (!find_typo(pass, near, typo) || (is_alone && (near->lowered || !may_stand_alone(typo)))) {
        return TL_DOUBT_FULL;
    }
    if (!is_alone && near->is_form) { /* a word of some other term */
        return may_be_wrong_word(typo) ? TL_DOUBT_SOME : TL_DOUBT_FULL;
    }
    tl_known known = ask(pass, near, near->word);
    if (known == TL_KNOWN_NO) {
        bool is_strange =
            is_alone && (is_part_of_name(pass, near) || is_among_strangers(pass, near));
        return is_strange ? TL_DOUBT_FULL : TL_DOUBT_NONE;
    }
    return !is_alone && may_be_wrong_word(typo) ? TL_DOUBT_SOME : TL_DOUBT_FULL;
}

static bool
is_given_name(const tl_pass *pass, const tl_near_hit *near)
{
    tl_name_match match;
    tl_str word = tl_pass_word(pass, near->word);
    return is_cyrillic(pass, near)
               ? tl_group_of_given(word, (tl_str){NULL, 0}, pass->arena) >= 0
               : tl_name_index_find(pass->index->given_names, word, TL_COST_SAME, &match, 1) > 0;
}

tl_doubt
tl_doubt_name(const tl_pass *pass, const tl_near_hit *near, tl_typo *typo)
{
    if (near->beside == TL_BESIDE_CLASHES || !find_typo(pass, near, typo) ||
        is_given_name(pass, near)) {
        return TL_DOUBT_FULL;
    }
    switch (ask(pass, near, near->word)) {
    case TL_KNOWN_YES: return TL_DOUBT_FULL;
    case TL_KNOWN_NO: return TL_DOUBT_NONE;
    default: return TL_DOUBT_SOME;
    }
}
