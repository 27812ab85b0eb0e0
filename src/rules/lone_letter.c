/* SPDX-License-Identifier: MPL-2.0 */
/* A letter that stands alone, by what stands around it: between words of one script it is a word,
 * beside what Roman numerals count («Х съезд») it is one of them. */
#include "rules/lone_letter.h"

#include "morph/base_name.h"
#include "rules/at_word.h"
#include "text/key.h"

#include <string.h>

bool
tl_letter_has_neighbour_in(const tl_pass *pass, uint32_t at, tl_script script)
{
    const tl_words *words = &pass->scan->words;
    bool found = false;
    for (uint32_t side = 0; side < 2; side++) {
        uint32_t other = side ? at + 1 : at - 1;
        if (other < words->count && words->items[other].scripts != TL_SCRIPT_NONE) {
            if (words->items[other].scripts != script) {
                return false;
            }
            found |= words->items[at + side].gap == TL_GAP_SPACE;
        }
    }
    return found;
}

bool
tl_letter_stands_as_word(const tl_pass *pass, uint32_t at)
{
    static const char before[] = " \t\r\n\"'([", behind[] = " \t\r\n\"')],.;:!?";
    tl_str text = pass->scan->segment->text;
    tl_range word = pass->scan->words.items[at].range;
    char left = word.begin ? text.ptr[word.begin - 1] : ' ';
    char right = word.end < text.len ? text.ptr[word.end] : ' ';
    return ((unsigned char)left >= 0x80 || strchr(before, left)) &&
           ((unsigned char)right >= 0x80 || strchr(behind, right));
}

/* «Международный», «юбилейного», by the ending alone: between a numeral and what it counts. */
static bool
may_be_adjective(const tl_pass *pass, uint32_t at)
{
    static const tl_str endings[] = {
        TL_STR_INIT("ый"),  TL_STR_INIT("ий"),  TL_STR_INIT("ой"),  TL_STR_INIT("ая"),
        TL_STR_INIT("ое"),  TL_STR_INIT("ого"), TL_STR_INIT("его"), TL_STR_INIT("ому"),
        TL_STR_INIT("ему"), TL_STR_INIT("ым"),  TL_STR_INIT("им"),  TL_STR_INIT("ом"),
        TL_STR_INIT("ем"),  TL_STR_INIT("ую"),  TL_STR_INIT("ые"),  TL_STR_INIT("ие"),
        TL_STR_INIT("ых"),  TL_STR_INIT("их"),  TL_STR_INIT("яя"),  TL_STR_INIT("юю"),
    };
    tl_key key;
    tl_str word = tl_key_of(tl_pass_word(pass, at), &key);
    for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++) {
        if (tl_str_ends_with(word, endings[i])) {
            return true;
        }
    }
    return false;
}

/* True if the word behind `at`, or the one before, is something that Roman numerals count. */
static bool
stands_with_counted(const tl_pass *pass, uint32_t at)
{
    enum { MOST_ADJECTIVES = 3 };
    const tl_words *words = &pass->scan->words;
    for (uint32_t next = at + 1; next < words->count && next - at <= MOST_ADJECTIVES + 1; next++) {
        if (words->items[next].gap != TL_GAP_SPACE && words->items[next].gap != TL_GAP_HYPHEN) {
            break;
        }
        if (tl_word_is_listed(pass, next, TL_LIST_NUMBERED)) {
            return true;
        }
        if (!may_be_adjective(pass, next)) {
            break;
        }
    }
    return at > 0 && words->items[at].gap == TL_GAP_SPACE &&
           tl_word_is_listed(pass, at - 1, TL_LIST_NUMBERED);
}

bool
tl_letter_is_numeral(const tl_pass *pass, uint32_t at)
{
    tl_str word = tl_pass_word(pass, at);
    tl_str text = pass->scan->segment->text;
    uint32_t end = pass->scan->words.items[at].range.end;
    bool is_letter = tl_str_equal(word, TL_STR("Х")) || tl_str_equal(word, TL_STR("І"));
    return is_letter && tl_letter_stands_as_word(pass, at) &&
           tl_str_equal(pass->scan->language, TL_STR("ru")) &&
           !(end < text.len && text.ptr[end] == '.' && end + 1 < text.len) &&
           stands_with_counted(pass, at);
}

/* -- initials --------------------------------------------------------------------------------- */

/* A capital alone with its stop. */
static bool
is_initial(const tl_pass *pass, uint32_t at)
{
    tl_str text = pass->scan->segment->text;
    const tl_word *word = tl_word_at(pass, at);
    return word->length == 1 && (word->flags & TL_WORD_CAPITALISED) && word->range.end < text.len &&
           text.ptr[word->range.end] == '.';
}

/* «витамин A.», "Hepatitis C.": what letters are the marks of. */
static bool
is_marked_by_letters(const tl_pass *pass, uint32_t at)
{
    static const tl_str stems[] = {
        TL_STR_INIT("витамин"),   TL_STR_INIT("гепатит"),   TL_STR_INIT("групп"),
        TL_STR_INIT("класс"),     TL_STR_INIT("тип"),       TL_STR_INIT("категори"),
        TL_STR_INIT("план"),      TL_STR_INIT("вариант"),   TL_STR_INIT("сери"),
        TL_STR_INIT("пункт"),     TL_STR_INIT("точк"),      TL_STR_INIT("штамм"),
        TL_STR_INIT("блок"),      TL_STR_INIT("корпус"),    TL_STR_INIT("букв"),
        TL_STR_INIT("приложени"), TL_STR_INIT("уровн"),     TL_STR_INIT("част"),
        TL_STR_INIT("vitamin"),   TL_STR_INIT("hepatitis"), TL_STR_INIT("group"),
        TL_STR_INIT("class"),     TL_STR_INIT("type"),      TL_STR_INIT("categor"),
        TL_STR_INIT("plan"),      TL_STR_INIT("option"),    TL_STR_INIT("series"),
        TL_STR_INIT("item"),      TL_STR_INIT("point"),     TL_STR_INIT("strain"),
        TL_STR_INIT("block"),     TL_STR_INIT("letter"),    TL_STR_INIT("annex"),
        TL_STR_INIT("appendix"),  TL_STR_INIT("level"),     TL_STR_INIT("part"),
    };
    tl_key key;
    tl_str word = tl_key_of(tl_pass_word(pass, at), &key);
    for (size_t i = 0; i < sizeof stems / sizeof stems[0]; i++) {
        if (tl_str_starts_with(word, stems[i])) {
            return true;
        }
    }
    return false;
}

/* A word with a capital that is no word of the language, or is known to be a family name. */
static bool
is_name(tl_pass *pass, uint32_t at, tl_script script)
{
    const tl_word *word = tl_word_at(pass, at);
    tl_key key;
    if (word->scripts != script || word->length < 2 || !(word->flags & TL_WORD_CAPITALISED) ||
        (word->flags & (TL_WORD_NOT_TEXT | TL_WORD_HAS_DIGIT))) {
        return false;
    }
    tl_str small = tl_key_of(tl_pass_word(pass, at), &key);
    tl_str language = script == TL_SCRIPT_LATIN ? TL_STR("en") : TL_STR("ru");
    bool is_marked =
        at > 1 && script == TL_SCRIPT_CYRILLIC && tl_sure_family_mark(tl_pass_word(pass, at));
    return is_marked || tl_scan_mention_at(pass->scan, at) ||
           tl_list_has(TL_LIST_SURNAMES, small) ||
           tl_pass_ask(pass, language, small, true) == TL_KNOWN_NO;
}

bool
tl_letter_is_initial_in(tl_pass *pass, uint32_t at, tl_script script)
{
    const uint32_t count = (uint32_t)pass->scan->words.count;
    uint32_t first = at, end = at + 1;
    if (!is_initial(pass, at)) {
        return false;
    }
    while (first > 0 && is_initial(pass, first - 1) && tl_word_at(pass, first)->gap == TL_GAP_DOT) {
        first--;
    }
    while (end < count && is_initial(pass, end) && tl_word_at(pass, end)->gap == TL_GAP_DOT) {
        end++;
    }
    bool has_word_before = first > 0 && tl_word_at(pass, first)->gap == TL_GAP_SPACE;
    bool is_behind = has_word_before && is_name(pass, first - 1, script);
    bool is_before = end < count && tl_word_at(pass, end)->gap == TL_GAP_DOT &&
                     is_name(pass, end, script) &&
                     !(has_word_before && is_marked_by_letters(pass, first - 1));
    return is_behind || is_before;
}

bool
tl_letter_is_joined_in(const tl_pass *pass, uint32_t at, tl_script script)
{
    const tl_words *words = &pass->scan->words;
    for (uint32_t right = at; right <= at + 1; right++) {
        uint32_t other = right == at ? at - 1 : at + 1;
        if (other >= words->count || right >= words->count || right == 0) {
            continue;
        }
        const tl_word *neighbour = &words->items[other], *second = &words->items[right];
        bool is_tight = second->range.begin == second[-1].range.end + 1;
        bool is_numbered =
            second->gap == TL_GAP_SLASH && other > at && (neighbour->flags & TL_WORD_HAS_DIGIT);
        if (is_tight && (second->gap == TL_GAP_HYPHEN || is_numbered) &&
            neighbour->scripts == script && neighbour->length > 1) {
            return true;
        }
    }
    return false;
}
