/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_SCAN_PATH_COMPARE_H
#define TL_SCAN_PATH_COMPARE_H

#include "morph/inflect.h"
#include "scan/scanner.h"

/* Cells behind a numeral: the genitive in both numbers. */
enum { TL_CELLS_COUNTED = 1 << TL_CASE_GEN | 1 << (TL_CASE_COUNT + TL_CASE_GEN) };

/* Inside the scanner only: a path through the trie held against the pattern that it may be, and
 * what has been found to differ. */
typedef struct tl_path_comparison {
    tl_scanner *scanner;
    const tl_pattern *pattern;
    const tl_path_step *path;
    unsigned first_word, other_words; /* TL_DIFFER_… */
    unsigned gaps;                    /* TL_HIT_… */
    uint16_t cells;
    bool inflected;
    bool run_together; /* two words are one on one side */
    bool counted; /* every word may stand behind a numeral: «два товарных вагона» */
    const tl_path_step *mistyped; /* the step that is to be taken for a form of its word, or NULL */
    tl_str meant;                 /* that form */
} tl_path_comparison;

/* Word `at` of the text. */
static inline const tl_word *
tl_compared_word(const tl_path_comparison *c, uint32_t at)
{
    return &c->scanner->scan.words.items[at];
}

/* Compares all words and gaps of the path with the pattern, with words `joined` and `joined` + 1 of
 * the pattern written together unless it is -1. False if the text is no form of the pattern; else
 * what differs is noted. */
bool tl_path_compare(tl_path_comparison *c, int joined);

#endif
