/* SPDX-License-Identifier: MPL-2.0 */
/* Looks words up in the generated tables: the whole word first, then ever shorter endings, by
 * binary search. Knows how keys are marked ("^word", "1ending", "ending"); the words come folded.
 */
#include "morph/lexicon.h"

#include "morph/letters.h"

#include <string.h>

/* Rows of every kind begin with their key. */
typedef struct row_table {
    const char *rows;
    size_t row_size;
    size_t count;
    size_t longest;
} row_table;

static const void *
find_key(row_table table, tl_str key)
{
    size_t low = 0, high = table.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const char *row = table.rows + middle * table.row_size;
        int order = tl_str_compare(key, *(const tl_str *)(const void *)row);
        if (order == 0) {
            return row;
        }
        if (order < 0) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    return NULL;
}

static bool
is_continuation(char byte)
{
    return ((unsigned char)byte & 0xC0) == 0x80;
}

/* The row of the longest ending of the word that `marked` holds behind its first byte. */
static const void *
find_ending(row_table table, char *marked, size_t len, bool one_syllable)
{
    size_t from = len > table.longest + 1 ? len - table.longest : 1;
    for (size_t at = from; at < len; at++) {
        if (is_continuation(marked[at])) {
            continue;
        }
        const void *row = NULL;
        if (one_syllable) {
            char kept = marked[at - 1];
            marked[at - 1] = '1';
            row = find_key(table, (tl_str){marked + at - 1, len - at + 1});
            marked[at - 1] = kept;
        }
        if (row == NULL) {
            row = find_key(table, (tl_str){marked + at, len - at});
        }
        if (row) {
            return row;
        }
    }
    return NULL;
}

static const void *
find_row(row_table table, tl_str folded)
{
    char marked[1 + TL_WORD_BYTES];
    if (folded.len == 0 || folded.len > TL_WORD_BYTES) {
        return NULL;
    }
    marked[0] = '^';
    memcpy(marked + 1, folded.ptr, folded.len);
    const void *row = find_key(table, (tl_str){marked, folded.len + 1});
    return row ? row
               : find_ending(table, marked, folded.len + 1, tl_letters_syllables(folded) == 1);
}

const tl_lexicon_row *
tl_lexicon_find(const tl_lexicon *lexicon, tl_str folded)
{
    return find_row((row_table){(const char *)lexicon->rows, sizeof lexicon->rows[0],
                                lexicon->count, lexicon->longest},
                    folded);
}

bool
tl_lexicon_row_is_word(const tl_lexicon_row *row)
{
    return row->key.ptr[0] == '^';
}

const char *
tl_plurals_find(const tl_plurals *plurals, tl_str folded)
{
    const tl_plurals_row *row =
        find_row((row_table){(const char *)plurals->rows, sizeof plurals->rows[0], plurals->count,
                             plurals->longest},
                 folded);
    return row ? row->plurals : NULL;
}

bool
tl_word_set_has(const tl_word_set *set, tl_str folded)
{
    return find_key((row_table){(const char *)set->words, sizeof set->words[0], set->count, 0},
                    folded) != NULL;
}
