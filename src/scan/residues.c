/* SPDX-License-Identifier: MPL-2.0 */
/* Takes letters out of words. Two equal neighbours leave the same behind, so that only one of them
 * is taken: a word has no residue twice, but by a chance of its hashes. */
#include "scan/residues.h"

#include "base/utf8.h"

enum { LIMITS = 2 };

/* The hash of letters is their polynomial in this number. */
static const uint64_t multiplier = UINT64_C(0x9e3779b97f4a7c55);

tl_beginning
tl_beginning_of(tl_str key)
{
    tl_beginning found = {.length = 0};
    for (size_t next = 0; next < key.len && found.length < TL_BEGINNING;) {
        found.letters[found.length++] = tl_utf8_next(key, &next);
    }
    tl_beginning_hash(&found);
    return found;
}

void
tl_beginning_hash(tl_beginning *word)
{
    uint64_t power = 1, hash = 0;
    for (size_t at = word->length; at-- > 0;) {
        word->ends[at] = (tl_ending){.hash = hash, .power = power};
        hash += word->letters[at] * power;
        power *= multiplier;
    }
    word->hash = hash;
}

/* Spread over all bits, for a limit. */
static uint64_t
residue(uint64_t hash, unsigned limit)
{
    hash = (hash + limit) * UINT64_C(0xd6e8feb86659fd93);
    return hash ^ hash >> 32;
}

/* Out of two equal neighbours either may be taken: only the first is. */
static bool
repeats(const tl_beginning *word, size_t at)
{
    return at > 0 && word->letters[at] == word->letters[at - 1];
}

/* Takes one more letter out behind `at`, which is taken already: `head` is the hash of those before
 * it. */
static size_t
take_second(const tl_beginning *word, size_t at, uint64_t head, uint64_t *hashes)
{
    size_t count = 0;
    for (size_t k = at + 1; k < word->length; k++) {
        if (k == at + 1 || !repeats(word, k)) {
            hashes[count++] = residue(head * word->ends[k].power + word->ends[k].hash, LIMITS);
        }
        head = head * multiplier + word->letters[k];
    }
    return count;
}

size_t
tl_residues_of(const tl_beginning *word, unsigned limit, uint64_t hashes[TL_MAX_RESIDUES])
{
    size_t count = 0;
    uint64_t head = 0;
    hashes[count++] = residue(word->hash, limit);
    for (size_t i = 0; i < word->length; i++) {
        if (!repeats(word, i)) {
            hashes[count++] = residue(head * word->ends[i].power + word->ends[i].hash, limit);
            count += limit == LIMITS ? take_second(word, i, head, hashes + count) : 0;
        }
        head = head * multiplier + word->letters[i];
    }
    return count;
}
