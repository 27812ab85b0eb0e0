/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_SCAN_SCAN_H
#define TL_SCAN_SCAN_H

#include "scan/given.h"
#include "scan/index.h"
#include "source/document.h"
#include "text/script.h"
#include "text/words.h"

/* A place where a form of the termbase stands in a segment, the form itself or a variant. */
typedef struct tl_hit {
    const tl_pattern *pattern;
    tl_range range;          /* of the segment's text; without a possessive at the end */
    uint32_t first, count;   /* words of the scan */
    unsigned differences;    /* TL_DIFFER_… and TL_HIT_…; 0: the form as it should be written */
    uint16_t cells;          /* grammatical cells it may stand in; 0: the base form only */
    const tl_pattern *rival; /* of a bad form: the same form of another concept, or NULL */
    bool is_inside;          /* of a longer good term with other function words */
    bool is_raised;          /* it begins, rightly, with a capital that the form has not */
} tl_hit;

enum {                            /* differences between words, above those of text/compare.h */
       TL_HIT_SEPARATOR = 1 << 8, /* hyphen, space, or written together */
       TL_HIT_QUOTES = 1 << 9,
       TL_HIT_PUNCTUATION = 1 << 10,
};

/* A content word of a term, and the word of the text that it is. */
typedef struct tl_word_pair {
    uint32_t in_pattern; /* of pattern->words */
    uint32_t in_text;    /* of the scan */
} tl_word_pair;

/* A place with just the content words of a term, in another order than any good form has them;
 * function words may differ. All terms that one place may be follow each other. Places do not
 * overlap, and no hit covers one or reaches beyond it. */
typedef struct tl_reordered {
    tl_hit hit;
    tl_word_pair pairs[TL_SHUFFLE_MAX_WORDS]; /* in order of the pattern */
    uint32_t pair_count;
} tl_reordered;

/* What stands beside a family name. */
typedef enum tl_beside {
    TL_BESIDE_NOTHING, /* neither for nor against */
    TL_BESIDE_FITS,    /* a given name or initial that is the person's */
    TL_BESIDE_CLASHES, /* somebody else's name, or a place called after somebody */
} tl_beside;

/* Words of the scan that are a part of somebody's name. */
typedef struct tl_name_part {
    uint32_t first, count; /* count 0: it is not there */
    bool differs;          /* it is misspelled */
    tl_str meant;          /* how it is to be written then, in its case, but for capitals */
} tl_name_part;

/* A person named in a segment. */
typedef struct tl_mention {
    const tl_person *person;
    tl_name_part family, given, patronymic; /* an initial is no given name */
    tl_str written; /* the family name in one, where a hyphen at a line end breaks it */
    tl_str stem;    /* of a family name that differs: what all its cases have in common */
    uint32_t cost;  /* of the family name as a spelling; 0 if it is a good form */
    tl_beside beside;
    bool follows_title; /* a title or an office stands before the name */
    bool is_weak;       /* it is the person's only if the person is named rightly elsewhere */
    int32_t opener;     /* the word before it if that opens the sentence and is no known given name,
                           which it may be nevertheless; else -1 */
} tl_mention;

/* A Latin spelling of a name that is nobody's: of a place, an organisation, an event. */
typedef struct tl_named_place {
    const tl_term *term; /* the Cyrillic name */
    uint32_t word;       /* of the scan */
} tl_named_place;

/* Somebody else with a family name that a person of the termbase could have. */
typedef struct tl_namesake {
    const tl_person *person; /* who it is not */
    uint32_t family;         /* word of the scan */
    tl_str stem;             /* as of a mention; empty if the name is spelled as the person's */
    uint32_t word;           /* what says so: a given name, an initial, a patronymic */
    bool is_known;           /* that is a known name or an initial; else any word with a capital */
} tl_namesake;

/* A place where a good form would stand, were it not for one word. */
typedef struct tl_near_hit {
    tl_hit hit;           /* as if the word were right; of a romanized name the pattern is NULL */
    uint32_t word;        /* the one of the scan that is mistyped */
    uint32_t expected;    /* its number in the pattern */
    tl_str meant;         /* what it should be, with the capitals of the term */
    uint32_t edits, cost; /* text/typo.h */
    bool lowered;         /* a word begins with a small letter where the term has a capital */
    bool is_form;         /* the word is, as it stands, a form of some word of the termbase */
    const tl_person *person;        /* if it is the family name of a person, else NULL */
    tl_beside beside;               /* of such a name */
    tl_name_part given, patronymic; /* of such a name, where they stand beside it alone */
    bool has_initials;              /* of such a name: nothing but initials tells that it fits */
    bool follows_title;             /* of such a name: a title or an office stands before it */
} tl_near_hit;

/* All that is known of one segment. Valid until the scanner runs again. */
typedef struct tl_scan {
    const tl_segment *segment;
    tl_str language;  /* BCP 47 primary subtag of the text */
    tl_script script; /* of that language */
    tl_words words;
    uint32_t *odd; /* words not in the script of the text alone, all in capitals, or a single
                    * capital; in order */
    size_t odd_count, odd_capacity;
    uint32_t *capitals; /* words with a capital at the beginning, in order */
    size_t capital_count, capital_capacity;
    tl_hit *hits; /* in order, none overlaps another */
    size_t hit_count, hit_capacity;
    tl_reordered *reordered; /* in order of the text; those of one place good terms first */
    size_t reordered_count, reordered_capacity;
    tl_mention *mentions; /* in order of the family name */
    size_t mention_count, mention_capacity;
    tl_namesake *namesakes; /* likewise */
    size_t namesake_count, namesake_capacity;
    tl_named_place *places; /* in order; of words that no hit has, nor anybody's family name */
    size_t place_count, place_capacity;
    tl_near_hit *near; /* if typos are sought: in order of the word, then longer ones first */
    size_t near_count, near_capacity;
} tl_scan;

/* The working memory of one thread over a shared index. */
typedef struct tl_scanner tl_scanner;

tl_scanner *tl_scanner_new(const tl_index *index);
void tl_scanner_free(tl_scanner *scanner);

/* The date by which `from` and `until` of forms are judged; 0: none is left out. */
void tl_scanner_set_date(tl_scanner *scanner, tl_date date);

/* Whether near hits are found too; at first they are not. */
void tl_scanner_seek_typos(tl_scanner *scanner, bool wanted);

/* Finds all hits and mentions of a segment: one pass, linear in the text. `language` is used where
 * the segment has none; if it is empty too, the script of the text tells. */
const tl_scan *tl_scanner_run(tl_scanner *scanner, const tl_segment *segment, tl_str language);

/* The words of a segment and its language only. */
const tl_scan *tl_scanner_read(tl_scanner *scanner, const tl_segment *segment, tl_str language);

/* A copy that outlives the next run, in `arena`. */
const tl_scan *tl_scan_copy(const tl_scan *scan, tl_arena *arena);

/* The scanner's given names; borrowed, for its thread alone. */
tl_given *tl_scanner_given(tl_scanner *scanner);

/* The index of the hit that covers word `word`, or -1. */
int32_t tl_scan_hit_at(const tl_scan *scan, uint32_t word);

/* The mention whose family name covers word `word`, or NULL. */
const tl_mention *tl_scan_mention_at(const tl_scan *scan, uint32_t word);

/* True if word `word` is of a form of the termbase, or of the name of a person there. */
bool tl_scan_is_of_termbase(const tl_scan *scan, uint32_t word);

/* True if the word belongs to the part. */
static inline bool
tl_name_part_has(const tl_name_part *part, uint32_t word)
{
    return word >= part->first && word - part->first < part->count;
}

/* True if words `word` - 1 and `word` are one, broken by a hyphen at a line end, soft or not. */
bool tl_scan_is_broken(const tl_scan *scan, uint32_t word);

/* True if something may begin at the word or at a number before it: a sentence, a quotation, a
 * line; it may have a capital then, whatever it is. */
bool tl_scan_begins_anew(const tl_scan *scan, uint32_t word);

/* True if "a" or "an" stands before word `word`. */
bool tl_scan_has_article(const tl_scan *scan, uint32_t word);

/* True if all words of the hit are in capitals, but for single letters and numbers. */
bool tl_scan_shouts(const tl_scan *scan, const tl_hit *hit);

/* The text of words [first, first + count), without a possessive at the end. */
tl_str tl_scan_text(const tl_scan *scan, uint32_t first, uint32_t count);
tl_range tl_scan_range(const tl_scan *scan, uint32_t first, uint32_t count);

#endif
