/* SPDX-License-Identifier: MPL-2.0 */
/* A letter that stands alone, by what stands around it: between words of one script it is a word,
 * beside what Roman numerals count («Х съезд») it is one of them. */
#include "rules/lone_letter.h"

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
