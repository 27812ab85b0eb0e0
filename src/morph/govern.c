/* SPDX-License-Identifier: MPL-2.0 */
/* What a Russian word says of the cells of the noun behind it. Knows prepositions by
 * dict/morph/prepositions.tsv and adjectives by their endings; whether a word is one where it
 * stands is for who asks to judge. */
#include "morph/govern.h"

#include "morph/letters.h"
#include "morph/lexicon.h"

enum {
    NOM = 1 << TL_CASE_NOM,
    GEN = 1 << TL_CASE_GEN,
    DAT = 1 << TL_CASE_DAT,
    ACC = 1 << TL_CASE_ACC,
    INS = 1 << TL_CASE_INS,
    LOC = 1 << TL_CASE_LOC,
    SHORTEST_STEM = 4, /* bytes: two letters */
};

static uint16_t
in_both_numbers(unsigned cases)
{
    return (uint16_t)(cases | cases << TL_CASE_COUNT);
}

uint16_t
tl_govern_cells(tl_str preposition)
{
    const tl_word_set *const governing[TL_CASE_COUNT] = {
        [TL_CASE_GEN] = &tl_governing_gen, [TL_CASE_DAT] = &tl_governing_dat,
        [TL_CASE_ACC] = &tl_governing_acc, [TL_CASE_INS] = &tl_governing_ins,
        [TL_CASE_LOC] = &tl_governing_loc,
    };
    unsigned cases = 0;
    for (unsigned i = TL_CASE_GEN; i < TL_CASE_COUNT; i++) {
        cases |= tl_word_set_has(governing[i], preposition) ? 1u << i : 0;
    }
    return in_both_numbers(cases);
}

uint16_t
tl_govern_adjective_cells(tl_str word)
{
    static const struct {
        tl_str ending;
        unsigned singular, plural;
    } endings[] = {
        {TL_STR_INIT("ыми"), 0, INS},
        {TL_STR_INIT("ими"), 0, INS},
        {TL_STR_INIT("ого"), GEN | ACC, 0},
        {TL_STR_INIT("его"), GEN | ACC, 0},
        {TL_STR_INIT("ому"), DAT, 0},
        {TL_STR_INIT("ему"), DAT, 0},
        {TL_STR_INIT("ый"), NOM | ACC, 0},
        {TL_STR_INIT("ий"), NOM | ACC, 0},
        {TL_STR_INIT("ой"), NOM | GEN | DAT | ACC | INS | LOC, 0},
        {TL_STR_INIT("ей"), GEN | DAT | INS | LOC, 0},
        {TL_STR_INIT("ую"), ACC, 0},
        {TL_STR_INIT("юю"), ACC, 0},
        {TL_STR_INIT("ая"), NOM, 0},
        {TL_STR_INIT("яя"), NOM, 0},
        {TL_STR_INIT("ое"), NOM | ACC, 0},
        {TL_STR_INIT("ее"), NOM | ACC, 0},
        {TL_STR_INIT("ым"), INS, DAT},
        {TL_STR_INIT("им"), INS, DAT},
        {TL_STR_INIT("ом"), LOC, 0},
        {TL_STR_INIT("ем"), LOC, 0},
        {TL_STR_INIT("ых"), 0, GEN | ACC | LOC},
        {TL_STR_INIT("их"), 0, GEN | ACC | LOC},
        {TL_STR_INIT("ые"), 0, NOM | ACC},
        {TL_STR_INIT("ие"), 0, NOM | ACC},
    };
    tl_folded bytes;
    tl_str folded = tl_letters_fold(word, &bytes);
    for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++) {
        tl_str ending = endings[i].ending;
        if (folded.len >= ending.len + SHORTEST_STEM && tl_str_ends_with(folded, ending)) {
            return (uint16_t)(endings[i].singular | endings[i].plural << TL_CASE_COUNT);
        }
    }
    return 0;
}
