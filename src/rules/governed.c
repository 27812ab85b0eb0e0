/* SPDX-License-Identifier: MPL-2.0 */
/* Reads the preposition before a noun phrase: right before it, or behind one adjective that agrees.
 * Knows nothing of verbs, which govern too: where there is no preposition, any cell is allowed but
 * the prepositional, which needs one. */
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

/* What the words of the sentence before the noun leave open: «о нашем старом друге Петре». */
static tl_governed
read_sentence(const tl_pass *pass, uint32_t first)
{
    uint16_t cells = TL_CELLS_ALL & ~LOCATIVE;
    for (uint32_t at = first; at > 0 && !tl_begins_sentence(pass, at); at--) {
        cells |= cells_behind(pass, at - 1) & LOCATIVE;
    }
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

bool
tl_begins_sentence(const tl_pass *pass, uint32_t first)
{
    return first == 0 || (tl_word_at(pass, first)->flags & TL_WORD_SENTENCE_START);
}
