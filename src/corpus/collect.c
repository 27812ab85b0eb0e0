/* SPDX-License-Identifier: MPL-2.0 */
/* Puts the words of all documents side by side: which are the same, and which Cyrillic ones are
 * case forms of the same. Each distinct word is looked at once, however many documents have it.
 * Invariant: numbers follow the order of the documents. */
#include "corpus/suspects.h"

#include "base/alloc.h"
#include "base/array.h"
#include "base/map.h"
#include "romanize/cyrillic_stem.h"
#include "text/key.h"
#include "text/script.h"

static uint32_t
add_suspect(tl_suspects *suspects, tl_str text, bool is_cyrillic)
{
    suspects->items = tl_array_reserve(suspects->items, &suspects->capacity, suspects->count + 1,
                                       sizeof *suspects->items);
    suspects->items[suspects->count] = (tl_suspect){.text = text, .is_cyrillic = is_cyrillic};
    return (uint32_t)suspects->count++;
}

/* The suspect that a word is, a new one unless it is a case form of one; `stems` are those of
 * Cyrillic words → 1 + number. */
static uint32_t
suspect_of(tl_suspects *suspects, tl_map *stems, tl_str word)
{
    if (tl_script_of_word(word) != TL_SCRIPT_CYRILLIC) {
        return add_suspect(suspects, word, false);
    }
    tl_key key;
    tl_str stem = tl_cyrillic_stem(tl_key_of(word, &key));
    uintptr_t number = (uintptr_t)tl_map_get(stems, stem);
    if (number == 0) {
        stem = tl_arena_copy(&suspects->arena, stem);
        number = add_suspect(suspects, stem, true) + 1u;
        tl_map_add(stems, stem, (void *)number); /* a number in place of a pointer */
    }
    return (uint32_t)number - 1;
}

static uint32_t
meet_word(tl_suspects *suspects, tl_map *stems, uint64_t hash, tl_str word)
{
    uint32_t met = tl_number_map_get(&suspects->words, hash);
    if (met == 0) {
        met = suspect_of(suspects, stems, word) + 1;
        tl_number_map_add(&suspects->words, hash, met, &suspects->arena);
    }
    return met - 1;
}

static size_t
total_words(const tl_tally *tally)
{
    size_t total = 0;
    for (size_t i = 0; i < tally->count; i++) {
        total += tally->documents[i].count;
    }
    return total;
}

void
tl_suspects_collect(tl_suspects *suspects, const tl_tally *tally)
{
    tl_map stems = {0};
    size_t count = 0;
    suspects->ids = tl_alloc_zero(total_words(tally) + 1, sizeof *suspects->ids);
    suspects->id_begin = tl_alloc_zero(tally->count + 1, sizeof *suspects->id_begin);
    for (size_t i = 0; i < tally->count; i++) {
        const tl_tally_document *document = &tally->documents[i];
        tl_str rest = tl_buf_str(&document->words), word;
        suspects->id_begin[i] = count;
        for (size_t k = 0; k < document->count && tl_str_split(&rest, '\0', &word); k++) {
            suspects->ids[count++] = meet_word(suspects, &stems, document->hashes[k], word);
        }
    }
    tl_map_clear(&stems);
}
