/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_RULES_TERM_WORDS_H
#define TL_RULES_TERM_WORDS_H

#include "rules/pass.h"

/* The words of a term, to be found in a text by their forms and stems: slower than the scan, and
 * for a few terms only. */
typedef struct tl_term_word {
    tl_str text;
    tl_str key;
    const struct tl_inflected_word *forms; /* by the paradigms, or NULL */
    bool is_acronym;                       /* whole and in capitals, or not at all */
    bool is_function;                      /* no content word */
} tl_term_word;

typedef struct tl_term_words {
    const tl_term_word *items;
    size_t count;
    tl_str language; /* primary subtag */
} tl_term_words;

/* The words of a term, in the pass's scratch arena. */
tl_term_words tl_term_words_of(tl_pass *pass, const tl_term *term);

/* True if word `at` of the scan may be a form of that word of the term. */
bool tl_term_word_fits(tl_pass *pass, const tl_scan *scan, uint32_t at, const tl_term_words *words,
                       size_t word);

/* True if all words of the term stand in the text, one behind another; an acronym that is left
 * untranslated there counts as its own. *first is where. */
bool tl_term_words_stand(tl_pass *pass, const tl_unit_text *text, const tl_term_words *words,
                         uint32_t *first);

#endif
