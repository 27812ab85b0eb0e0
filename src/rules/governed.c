/* SPDX-License-Identifier: MPL-2.0 */
/* Reads the preposition or the numeral before a noun phrase: right before it, or behind one
 * adjective that agrees. Knows nothing of verbs, which govern too: where there is no preposition,
 * any cell is allowed but the prepositional, which needs one. */
#include "rules/governed.h"

#include "morph/govern.h"
#include "rules/at_word.h"

enum { LOCATIVE = 1 << TL_CASE_LOC | 1 << (TL_CASE_COUNT + TL_CASE_LOC) };

/* The cells that the word governs if it is a preposition: one letter with a full stop is an
 * initial. */
static uint16_t
cells_behind(const tl_pass *pass, uint32_t preposition)
{
    bool is_joined = tl_word_at(pass, preposition + 1)->gap == TL_GAP_SPACE;
    return is_joined ? tl_govern_cells(tl_pass_word(pass, preposition)) : 0;
}

/* What the words of the sentence before the noun leave open: «о нашем старом друге Петре». What was
 * read for a noun before this one is not read again, since a sentence may be of any length. */
static tl_governed
read_sentence(const tl_pass *pass, uint32_t first)
{
    tl_text_read *read = pass->read;
    tl_str text = pass->scan->segment->text;
    bool goes_on = tl_str_is_same(read->sentence_of, text) && read->first <= first;
    uint16_t cells = TL_CELLS_ALL & ~LOCATIVE;
    uint32_t at = first, end = goes_on ? read->first : 0;
    for (; at > end && !tl_begins_sentence(pass, at); at--) {
        cells |= cells_behind(pass, at - 1) & LOCATIVE;
    }
    if (goes_on && at == end) {
        cells |= read->cells;
    }
    read->sentence_of = text;
    read->first = first;
    read->cells = cells;
    return (tl_governed){.cells = cells};
}

/* A word before the noun that has the ending of an adjective, and the preposition before it. */
static uint16_t
cells_behind_adjective(const tl_pass *pass, uint32_t adjective)
{
    return adjective == 0 ? 0
                          : cells_behind(pass, adjective - 1) &
                                tl_govern_adjective_cells(tl_pass_word(pass, adjective));
}

tl_governed
tl_governed_at(const tl_pass *pass, uint32_t first)
{
    if (!tl_str_equal(pass->scan->language, TL_STR("ru"))) {
        return (tl_governed){.cells = TL_CELLS_ALL};
    }
    if (first == 0 || tl_word_at(pass, first)->gap != TL_GAP_SPACE) {
        return read_sentence(pass, first);
    }
    uint16_t governed = cells_behind(pass, first - 1);
    if (governed) {
        return (tl_governed){.cells = governed, .is_sure = true};
    }
    uint16_t agreeing = cells_behind_adjective(pass, first - 1);
    return agreeing ? (tl_governed){.cells = agreeing} : read_sentence(pass, first);
}

/* 2, 23 and 104, but not 12, nor 2024, which is a year. */
static bool
is_few(tl_str number)
{
    enum { LONGEST = 3 };
    bool is_number = number.len > 0 && number.len <= LONGEST;
    for (size_t i = 0; i < number.len; i++) {
        is_number = is_number && number.ptr[i] >= '0' && number.ptr[i] <= '9';
    }
    bool is_teen = number.len > 1 && number.ptr[number.len - 2] == '1';
    return is_number && !is_teen && number.ptr[number.len - 1] >= '2' &&
           number.ptr[number.len - 1] <= '4';
}

static tl_counted
counted_by(const tl_pass *pass, uint32_t numeral)
{
    static const tl_str two[] = {TL_STR_INIT("два"), TL_STR_INIT("две"), TL_STR_INIT("оба"),
                                 TL_STR_INIT("обе")};
    static const tl_str few[] = {TL_STR_INIT("три"), TL_STR_INIT("четыре")};
    tl_str word = tl_pass_word(pass, numeral);
    if (tl_is_one_of(word, two, sizeof two / sizeof two[0])) {
        return TL_COUNTED_TWO;
    }
    if (tl_is_one_of(word, few, sizeof few / sizeof few[0])) {
        return TL_COUNTED_FEW;
    }
    return is_few(word) ? TL_COUNTED_FIGURE : TL_COUNTED_NOT;
}

tl_counted
tl_counted_at(const tl_pass *pass, uint32_t first)
{
    uint32_t at = tl_str_equal(pass->scan->language, TL_STR("ru")) ? first : 0;
    for (unsigned back = 0; back < 2 && at > 0; back++, at--) {
        if (tl_word_at(pass, at)->gap != TL_GAP_SPACE) {
            break;
        }
        tl_counted counted = counted_by(pass, at - 1);
        if (counted != TL_COUNTED_NOT) {
            return counted;
        }
    }
    return TL_COUNTED_NOT;
}

bool
tl_begins_sentence(const tl_pass *pass, uint32_t first)
{
    return first == 0 || (tl_word_at(pass, first)->flags & TL_WORD_SENTENCE_START);
}
