/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_SCAN_PATTERN_H
#define TL_SCAN_PATTERN_H

#include "morph/memo.h"
#include "scan/trie.h"
#include "scan/vocabulary.h"
#include "termbase/termbase.h"
#include "text/script.h"
#include "text/words.h"

/* What the scanner looks for: every form of the termbase, good or bad, as a sequence of words.
 * Good forms are patterns too, so that a bad one never fires inside a longer good one. */

enum { TL_PATTERN_MAX_WORDS = TL_TERM_MAX_WORDS };

typedef enum tl_pattern_kind {
    TL_PATTERN_TERM,   /* a form as the termbase lists it */
    TL_PATTERN_FAMILY, /* the family name of a person, standing alone */
    TL_PATTERN_EXCEPT, /* a context in which `term` is right */
} tl_pattern_kind;

typedef struct tl_pattern_word {
    uint32_t word;  /* of the vocabulary */
    tl_range range; /* in the pattern's text */
    uint8_t gap;    /* tl_gap before it */
    uint8_t tail;   /* bytes of a possessive behind it */
    uint16_t kinds; /* TL_INFLECTION_… that it accepts */
    uint16_t cells; /* grammatical cells that its base form stands for */
    uint16_t unused;
} tl_pattern_word;

typedef struct tl_pattern {
    tl_pattern_kind kind;
    uint16_t language; /* of the set's */
    uint16_t count;
    const tl_term *term;
    tl_str text;
    const tl_pattern_word *words;
} tl_pattern;

/* A language that some pattern is in. */
typedef struct tl_pattern_language {
    tl_str tag, primary; /* the latter is the primary subtag of the former */
    tl_script script;
} tl_pattern_language;

/* Collects patterns while an index is built; then read-only. */
typedef struct tl_pattern_set {
    tl_arena *arena;  /* borrowed; patterns live in it */
    tl_arena scratch; /* while building, as are those up to `known` */
    tl_inflect_memo memo;
    tl_words words;
    struct tl_known_forms *known; /* owned: forms that were added, by word */
    tl_vocabulary *vocabulary;
    tl_trie *trie;     /* values: numbers of items */
    tl_pattern *items; /* ask tl_pattern_at() */
    size_t count, capacity;
    struct tl_pattern_store *store; /* of patterns in an image (scan/pattern_store.c), else NULL */
    tl_pattern_language *languages;
    size_t language_count, language_capacity;
} tl_pattern_set;

void tl_pattern_set_init(tl_pattern_set *set, tl_arena *arena);
void tl_pattern_set_clear(tl_pattern_set *set);

/* Adds a built set to an image, and takes it from there as that of a termbase which is in the image
 * too. False if it is not there. */
void tl_pattern_set_save(const tl_pattern_set *set, tl_image_writer *writer);
bool tl_pattern_set_open(tl_pattern_set *set, const tl_termbase *termbase, const tl_image *image);

/* The pattern of that number. NULL if there is none, or it is broken in an image. */
const tl_pattern *tl_pattern_at(const tl_pattern_set *set, uint32_t number);

/* The text of a pattern of that kind: of a context, number `except`. */
tl_str tl_pattern_text(tl_pattern_kind kind, const tl_term *term, size_t except);

/* Inside pattern*.c: what tl_pattern_at() asks. */
const tl_pattern *tl_pattern_store_at(const tl_pattern_set *set, uint32_t number);
void tl_pattern_store_free(tl_pattern_set *set);

/* Adds all patterns of a term: the form, its family name if it is a good name of a person, the
 * contexts of `except`. A form without words or of too many gives none. */
void tl_pattern_set_add_term(tl_pattern_set *set, const tl_term *term);

/* Makes the vocabulary ready; nothing is added afterwards. */
void tl_pattern_set_build(tl_pattern_set *set);

/* True if words `word` and `word + 1` of the pattern may be written as one in a text. The trie
 * leads there by a shortcut that patterns with the same words share, so it has to be asked of each.
 */
bool tl_pattern_may_be_joined(const tl_pattern *pattern, uint32_t word);

/* True if `word` is one of the words of `name`, where space and hyphen separate. */
bool tl_name_has_word(tl_str name, tl_str word);

/* True if the form is one to use: preferred, admitted or an acronym. */
bool tl_term_is_good(const tl_term *term);

#endif
