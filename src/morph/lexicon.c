/* SPDX-License-Identifier: MPL-2.0 */
/* Looks words up in the generated tables. Rows are in the order of their keys read backwards, so
 * that a word read backwards narrows the rows that end like it, letter by letter, down to the one
 * with the longest ending. Knows how keys are marked: "^word", "1ending", "ending". */
#include "morph/lexicon.h"

#include "morph/letters.h"

/* Rows of every kind begin with their key. */
typedef struct row_table {
    const char *rows;
    size_t row_size;
    size_t count;
} row_table;

static tl_str
key_at(row_table table, size_t row)
{
    return *(const tl_str *)(const void *)(table.rows + row * table.row_size);
}

/* The first row of [low, high), all of which have the same last `depth` bytes, whose byte before
 * them is not below `byte`. */
static size_t
lower_bound(row_table table, size_t low, size_t high, size_t depth, unsigned byte)
{
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        tl_str key = key_at(table, middle);
        if (key.len <= depth || (unsigned char)key.ptr[key.len - 1 - depth] < byte) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

/* True if the row's key is `mark` and `depth` bytes more. */
static bool
is_marked(row_table table, size_t row, size_t high, size_t depth, char mark)
{
    return row < high && key_at(table, row).len == depth + 1 && key_at(table, row).ptr[0] == mark;
}

/* The best row for a word; table.count if there is none. Among rows with the same ending the plain
 * key comes first, then those with the marks 1 and ^, then longer endings. */
static size_t
find_row(row_table table, tl_str folded)
{
    size_t best = table.count, low = 0, high = table.count;
    bool one_syllable = tl_letters_syllables(folded) == 1;
    for (size_t depth = 0; low < high; depth++) {
        size_t row = low;
        if (depth && key_at(table, row).len == depth) {
            best = row++;
        }
        if (is_marked(table, row, high, depth, '1')) {
            best = one_syllable ? row : best;
            row++;
        }
        if (depth == folded.len) {
            return is_marked(table, row, high, depth, '^') ? row : best;
        }
        unsigned byte = (unsigned char)folded.ptr[folded.len - 1 - depth];
        low = lower_bound(table, row, high, depth, byte);
        high = lower_bound(table, low, high, depth, byte + 1);
    }
    return best;
}

const tl_lexicon_row *
tl_lexicon_find(const tl_lexicon *lexicon, tl_str folded)
{
    row_table table = {(const char *)lexicon->rows, sizeof lexicon->rows[0], lexicon->count};
    size_t row = find_row(table, folded);
    return row < lexicon->count ? &lexicon->rows[row] : NULL;
}

bool
tl_lexicon_row_is_word(const tl_lexicon_row *row)
{
    return row->key.ptr[0] == '^';
}

const tl_reading *
tl_lexicon_reading(const tl_lexicon_row *row, size_t i)
{
    return &tl_readings[row->first + i];
}

const char *
tl_rules_find(const tl_ending_rules *table, tl_str folded)
{
    row_table rows = {(const char *)table->rows, sizeof table->rows[0], table->count};
    size_t row = find_row(rows, folded);
    return row < table->count ? table->rows[row].rules : NULL;
}

bool
tl_word_set_has(const tl_word_set *set, tl_str word)
{
    tl_folded folded;
    tl_str text = tl_letters_fold(word, &folded);
    size_t low = 0, high = set->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = tl_str_compare(text, set->words[middle]);
        if (order == 0) {
            return true;
        }
        if (order < 0) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    return false;
}
