/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_SCAN_SCANNER_H
#define TL_SCAN_SCANNER_H

#include "scan/scan.h"

/* Inside the scanner only: the working memory that its parts share. */

/* The postings of one text word. */
typedef struct tl_lookup {
    const tl_posting *postings;
    size_t count;
} tl_lookup;

/* What was found out about words, kept since words recur: a map from the hash of a key to a run of
 * items, which are the owner's (scan/memo.c). */
typedef struct tl_memo_entry {
    uint64_t hash;         /* 0: free */
    uint32_t first, count; /* of the items */
} tl_memo_entry;

typedef struct tl_memo {
    tl_memo_entry *entries;
    size_t mask, count;
} tl_memo;

/* The entry for a hash. If it is new, *is_new is set and the run is empty. A memo that is full is
 * emptied first, and with it *item_count, the number of the owner's items. */
tl_memo_entry *tl_memo_find(tl_memo *memo, uint64_t hash, size_t *item_count, bool *is_new);
void tl_memo_clear(tl_memo *memo);

/* The family names that words may be spellings of. */
typedef struct tl_name_memo {
    tl_memo memo;
    tl_name_match *matches;
    size_t match_count, match_capacity;
} tl_name_memo;

/* The forms that words may be typos of. */
typedef struct tl_near_memo {
    tl_memo memo;
    tl_near_word *words;
    size_t word_count, word_capacity;
} tl_near_memo;

/* One step of a path through the trie: a vocabulary word read from one text word or several, and
 * its forms that the text may show there. */
typedef struct tl_path_step {
    tl_lookup forms;       /* of one vocabulary word, one at least */
    uint32_t first, count; /* text words */
} tl_path_step;

/* The step of a path that is mistyped. */
typedef struct tl_path_typo {
    uint32_t step;
    const tl_near_word *near;
} tl_path_typo;

struct tl_scanner {
    const tl_index *index;
    tl_date date;
    tl_scan scan;
    tl_arena scratch;   /* emptied for each segment */
    tl_lookup *lookups; /* one per word */
    size_t lookup_capacity;
    tl_hit *candidates;
    size_t candidate_count, candidate_capacity;
    tl_name_memo name_memo;
    bool seeks_typos;
    tl_near_memo near_memo;
};

/* Fills scanner->lookups for the words of the segment (scan/lookup.c). */
void tl_scanner_look_up(tl_scanner *scanner);

/* The postings of text words [first, first + count) read as one word, for count > 1. */
const tl_posting *tl_scanner_look_up_joined(const tl_scanner *scanner, uint32_t first,
                                            uint32_t count, size_t *found);

/* Walks the trie from every word; each match that the text bears out becomes a candidate
 * (scan/walk.c). */
void tl_scanner_collect(tl_scanner *scanner);

/* Checks that `path` in the text is `pattern`, with words `joined` and `joined + 1` of the pattern
 * written together unless it is -1, and fills *hit. False if it is not (scan/candidate.c). */
bool tl_scanner_verify(tl_scanner *scanner, const tl_pattern *pattern, int joined,
                       const tl_path_step *path, tl_hit *hit);

/* The same for a path in which step `mistyped` is no form of its word but is to be taken for the
 * one that it names; fills what near->hit, near->meant and near->lowered are. */
bool tl_scanner_verify_mistyped(tl_scanner *scanner, const tl_pattern *pattern,
                                const tl_path_step *path, uint32_t mistyped, tl_near_hit *near);

/* Chooses the hits among the candidates: leftmost-longest, the better of equals
 * (scan/candidate.c). */
void tl_scanner_resolve(tl_scanner *scanner);

/* Finds the people named in the segment (scan/mention.c). */
void tl_scanner_find_mentions(tl_scanner *scanner);

/* The family names that a Latin word may be a spelling of, at a cost of at most TL_COST_LIKELY, the
 * cheapest first; borrowed until the next call (scan/memo.c). `hash` is that of the word's key. */
const tl_name_match *tl_scanner_family_matches(tl_scanner *scanner, tl_str word, uint64_t hash,
                                               size_t *count);

/* The forms that word `at` may be a typo of, likewise (scan/near_hit.c). */
const tl_near_word *tl_scanner_near_words(tl_scanner *scanner, uint32_t at, size_t *count);

/* Adds a hit that is right but for the word `near` (scan/near_hit.c). */
void tl_scanner_add_near(tl_scanner *scanner, const tl_pattern *pattern, const tl_path_step *path,
                         const tl_path_typo *typo);

/* Adds the family name of a person that no pattern has (scan/near_hit.c). */
void tl_scanner_add_near_name(tl_scanner *scanner, uint32_t at, const tl_near_word *name);

/* Drops the near hits that others contradict, and reads the context of names (scan/near_hit.c). */
void tl_scanner_judge_near(tl_scanner *scanner);

#endif
