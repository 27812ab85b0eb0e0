/* SPDX-License-Identifier: MPL-2.0 */
/* Makes a Latin word ready: notes where in it each letter stands, so that an output of the edge
 * table is found by a few operations on bits, marks aside, and says what the marks cost. Knows
 * nothing of the Cyrillic side. */
#include "romanize/spelling.h"

#include <string.h>

enum {
    STRESS_COST = 4,      /* an accent on a vowel */
    VOWEL_COST = 60,      /* another mark on a vowel */
    CONSONANT_COST = 110, /* a mark on a consonant */
    STRIPPED_COST = 45,   /* a mark that the scheme has and the spelling lacks */
};

static bool
is_vowel(uint8_t base)
{
    const uint32_t vowels = 1U << 1 | 1U << 5 | 1U << 9 | 1U << 15 | 1U << 21 | 1U << 25;
    return vowels >> base & 1;
}

/* What it costs to read the letter `given` as `wanted`, which has the same base. */
static uint32_t
letter_cost(tl_latin_letter wanted, tl_latin_letter given)
{
    if (wanted.mark == given.mark) {
        return 0;
    }
    uint32_t cost = wanted.mark ? STRIPPED_COST : 0;
    if (given.mark == 0) {
        return cost;
    }
    if (!is_vowel(given.base)) {
        return cost + CONSONANT_COST;
    }
    return cost + (tl_mark_is_stress[given.mark] ? STRESS_COST : VOWEL_COST);
}

bool
tl_spelling_init(tl_spelling *spelling, tl_str latin)
{
    if (!tl_latin_fold(&spelling->latin, latin)) {
        return false;
    }
    size_t count = spelling->latin.count;
    spelling->end_bit = UINT64_C(1) << count;
    memset(spelling->places, 0, sizeof spelling->places);
    for (size_t at = 0; at < count; at++) {
        spelling->places[spelling->latin.letters[at].base] |= UINT64_C(1) << at;
    }
    return true;
}

uint32_t
tl_spelling_mark_cost(const tl_spelling *spelling, const tl_output *output, size_t at)
{
    uint32_t cost = 0;
    if (spelling->latin.marked || output->marked) {
        for (size_t i = 0; i < output->length; i++) {
            cost += letter_cost(tl_output_letters[output->at + i], spelling->latin.letters[at + i]);
        }
    }
    return cost;
}

uint32_t
tl_spelling_stripped_cost(const tl_output *output)
{
    uint32_t cost = 0;
    for (size_t i = 0; i < output->length; i++) {
        cost += tl_output_letters[output->at + i].mark ? STRIPPED_COST : 0;
    }
    return cost;
}
