/* SPDX-License-Identifier: MPL-2.0 */
/* Takes letters out of words. Two equal neighbours leave the same behind, so that only one of them
 * is taken: a word has no residue twice, but by a chance of its hashes. */
#include "scan/residues.h"

#include "base/hash.h"
#include "base/utf8.h"

tl_beginning
tl_beginning_of(tl_str key)
{
    static const uint64_t multiplier = UINT64_C(0x9e3779b97f4a7c55);
    tl_beginning found = {.powers = {1}};
    for (size_t next = 0; next < key.len && found.length < TL_BEGINNING;) {
        uint32_t letter = tl_utf8_next(key, &next);
        size_t at = found.length++;
        found.letters[at] = letter;
        found.hashes[at + 1] = found.hashes[at] * multiplier + letter;
        found.powers[at + 1] = found.powers[at] * multiplier;
    }
    return found;
}

/* The hash of `head` with letters [begin, end) behind it. */
static uint64_t
append(const tl_beginning *word, uint64_t head, size_t begin, size_t end)
{
    uint64_t power = word->powers[end - begin];
    return head * power + word->hashes[end] - word->hashes[begin] * power;
}

/* Out of two equal neighbours either may be taken: only the first is. */
static bool
repeats(const tl_beginning *word, size_t at)
{
    return at > 0 && word->letters[at] == word->letters[at - 1];
}

size_t
tl_residues_of(const tl_beginning *word, unsigned limit, uint64_t hashes[TL_MAX_RESIDUES])
{
    size_t count = 0, length = word->length;
    hashes[count++] = word->hashes[length];
    for (size_t i = 0; i < length; i++) {
        if (repeats(word, i)) {
            continue;
        }
        hashes[count++] = append(word, word->hashes[i], i + 1, length);
        for (size_t k = i + 1; limit > 1 && k < length; k++) {
            if (k == i + 1 || !repeats(word, k)) {
                uint64_t head = append(word, word->hashes[i], i + 1, k);
                hashes[count++] = append(word, head, k + 1, length);
            }
        }
    }
    for (size_t i = 0; i < count; i++) {
        hashes[i] = tl_hash_mix(hashes[i] + limit);
    }
    return count;
}
