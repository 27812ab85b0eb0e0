/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_SCAN_SCANNER_H
#define TL_SCAN_SCANNER_H

#include "base/buf.h"
#include "scan/given.h"
#include "scan/notes.h"
#include "scan/scan.h"

/* Inside the scanner only: the working memory that its parts share. */

/* What a romanization lookup of one word gave; kept, since names recur. */
typedef struct tl_name_memo_entry {
    uint64_t hash;  /* of the word, never 0; 0: free */
    uint32_t first; /* index into matches */
    uint32_t count;
} tl_name_memo_entry;

typedef struct tl_name_memo {
    tl_slots entries;
    tl_name_match *matches;
    size_t match_count, match_capacity;
} tl_name_memo;

/* What a word may be another Cyrillic spelling of; kept likewise. */
typedef struct tl_respelled_memo_entry {
    uint64_t hash; /* of the word and the language; 0: free */
    const tl_respelled *items;
    size_t count;
} tl_respelled_memo_entry;

typedef struct tl_respelled_memo {
    tl_slots entries;
    tl_declined_names declined; /* the items are in its arena */
    size_t count;               /* words that have been looked up */
} tl_respelled_memo;

/* What a word may be a typo of; kept likewise. */
typedef struct tl_near_memo_entry {
    uint64_t hash;  /* of the word's key; 0: free */
    uint32_t first; /* index into words */
    uint32_t count;
} tl_near_memo_entry;

typedef struct tl_near_memo {
    tl_slots entries;
    tl_near_word *words;
    size_t word_count, word_capacity;
} tl_near_memo;

/* One step of a path through the trie: a vocabulary word read from one text word or several, and
 * its forms that the text may show there. */
typedef struct tl_path_step {
    const tl_posting *forms; /* of one vocabulary word */
    uint32_t form_count;     /* one at least */
    uint32_t first, count;   /* text words */
} tl_path_step;

/* What is to be known of a text's language. */
typedef struct tl_told {
    tl_buf tag;
    tl_script script;
    uint32_t number; /* no other has had it */
    bool *has; /* by number of the pattern set's languages: its forms may stand in such a text */
} tl_told;

enum { TL_POWER_COUNT = 64, TL_TOLD_COUNT = 4 };

struct tl_scanner {
    const tl_index *index;
    tl_date date;
    tl_lexicon lexicon;              /* of the words of the scan */
    tl_notes notes;                  /* by their cards */
    uint64_t powers[TL_POWER_COUNT]; /* hashes join as a * powers[length of b] + b */
    tl_scan scan;
    tl_told told[TL_TOLD_COUNT];
    const tl_told *language;    /* of the text at hand */
    size_t told_count;          /* so many languages have been asked for */
    tl_arena scratch;           /* emptied for each segment */
    const tl_posting **lookups; /* by word: its postings, or NULL */
    size_t lookup_capacity;
    uint32_t *starts; /* words at which a pattern may begin, in order */
    size_t start_count, start_capacity;
    tl_hit *candidates;
    size_t candidate_count, candidate_capacity;
    tl_name_memo memo;
    tl_respelled_memo respelled_memo;
    tl_given *given; /* owned */
    bool seeks_typos;
    bool suspects_all; /* no word is sifted out before typos are sought: for tests */
    tl_near_memo near_memo;
};

/* "U" of "U.N.", which may be one word with what follows. */
static inline bool
tl_is_dotted_letter(const tl_word *word)
{
    return word->length == 1 && (word->flags & TL_WORD_HAS_UPPER);
}

/* What is known of word `at`, to be added to; NULL if there is no place to keep it. */
static inline tl_note *
tl_scanner_note(tl_scanner *scanner, uint32_t at)
{
    uint32_t card = scanner->scan.words.items[at].card;
    return card ? &scanner->notes.items[card] : NULL;
}

/* How many of the differences there are. */
static inline size_t
tl_count_differences(unsigned differences)
{
    size_t count = 0;
    for (; differences; differences &= differences - 1) {
        count++;
    }
    return count;
}

/* Fills scanner->lookups and scanner->starts for the words of the segment, and scan->odd
 * (scan/lookup.c). */
void tl_scanner_look_up(tl_scanner *scanner);

/* The postings of text words [first, first + count) read as one word, for count > 1; NULL if there
 * are none. */
const tl_posting *tl_scanner_look_up_joined(const tl_scanner *scanner, uint32_t first,
                                            uint32_t count);

/* Walks the trie from every start; each match that the text bears out becomes a candidate
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

/* Chooses the hits among the candidates: leftmost-longest, the better of equals (scan/resolve.c).
 */
void tl_scanner_resolve(tl_scanner *scanner);

/* True if a form of this term may be meant in the segment: it is of the text's language, and in
 * force at the scanner's date (scan/candidate.c). */
bool tl_scanner_admits(const tl_scanner *scanner, const tl_term *term);

/* Finds terms in another order of words; after the hits (scan/reorder.c). */
void tl_scanner_find_reordered(tl_scanner *scanner);

/* Finds the people named in the segment (scan/mention.c). */
void tl_scanner_find_mentions(tl_scanner *scanner);

/* The family names that a Latin word may be a spelling of, at a cost of at most TL_COST_LIKELY, the
 * cheapest first; borrowed until the next call (scan/memo.c). */
const tl_name_match *tl_scanner_family_matches(tl_scanner *scanner, tl_str word, size_t *count);

void tl_name_memo_clear(tl_name_memo *memo);

/* The family names that a Cyrillic word may be a spelling of (scan/respelled.h), in the entries of
 * the text's language; borrowed until the next segment (scan/memo.c). */
const tl_respelled *tl_scanner_respelled(tl_scanner *scanner, tl_str word, size_t *count);

void tl_respelled_memo_clear(tl_respelled_memo *memo);

/* Forgets what has grown too much, before a segment. */
void tl_respelled_memo_limit(tl_respelled_memo *memo);

/* Finds forms of which one word is mistyped; after the hits and mentions (scan/near_walk.c). */
void tl_scanner_find_near(tl_scanner *scanner);

/* The forms that word `at`, which may be a typo, is one of; borrowed until the next call
 * (scan/near_memo.c). */
const tl_near_word *tl_scanner_near_words(tl_scanner *scanner, uint32_t at, size_t *count);

void tl_near_memo_clear(tl_near_memo *memo);

/* Adds a near hit: `pattern` along a path in which step `mistyped` is to be `near`; or the family
 * name of a person that no pattern has, at word `at`. Only what may be meant is added
 * (scan/near_hit.c). */
void tl_scanner_add_near(tl_scanner *scanner, const tl_pattern *pattern, const tl_path_step *path,
                         uint32_t mistyped, const tl_near_word *near);
void tl_scanner_add_near_name(tl_scanner *scanner, uint32_t at, const tl_near_word *near);

/* Drops the near hits that others contradict, reads the context of names, and puts what is left in
 * order (scan/near_hit.c). */
void tl_scanner_judge_near(tl_scanner *scanner);

#endif
