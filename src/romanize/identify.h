/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_ROMANIZE_IDENTIFY_H
#define TL_ROMANIZE_IDENTIFY_H

#include "romanize/romanize.h"

/* What there is to say of a Latin name beside a Cyrillic one, for people to read. */

typedef enum tl_verdict {
    TL_VERDICT_SAME,     /* cost up to TL_COST_SAME */
    TL_VERDICT_LIKELY,   /* up to TL_COST_LIKELY */
    TL_VERDICT_POSSIBLE, /* up to TL_COST_POSSIBLE */
    TL_VERDICT_DIFFERENT
} tl_verdict;

/* "same", "likely", "possible" or "different". */
const char *tl_verdict_name(tl_verdict verdict);

/* Letters in which a spelling differs from the one it is held against; marks do not count. */
typedef struct tl_departure {
    tl_str cyrillic; /* "й" */
    tl_str latin;    /* as the spelling has them: "i" */
    tl_str wanted;   /* as the other one has them: "y" */
} tl_departure;

typedef struct tl_departures {
    const tl_departure *items;
    size_t count;
} tl_departures;

typedef struct tl_identity {
    tl_str latin; /* the name in question, borrowed */
    tl_verdict verdict;
    uint32_t cost;             /* of the worst word; TL_COST_DIFFERENT if that is the verdict */
    const char *form_language; /* of which some word is the form, not a romanization; "another" for
                                  any; else NULL. There is no scheme then, and no departures. */
    const tl_scheme *const *schemes; /* that write it so, marks aside, in order of id */
    size_t scheme_count;
    const tl_scheme *nearest;   /* the best known of those for the language, or the one for it with
                                   the fewest departures; NULL: none has rows for all letters */
    tl_departures from_nearest; /* empty if that scheme fits */
    const tl_scheme *house;
    bool house_fits;
    tl_departures from_house; /* empty too if the house scheme does not know some letter */
} tl_identity;

/* Compares two names of one word or several. Words and parts of hyphenated ones answer to each
 * other one to one, in any order; a patronymic may be missing on one side; an initial answers to
 * the word it abbreviates. `house` is the scheme to hold the spelling against, NULL being BGN/PCGN;
 * tl_scheme_for() finds that of its series for the name. What the result points to lives in the
 * arena. */
tl_identity tl_identify(tl_str cyrillic, tl_str latin, const tl_scheme *house, tl_arena *arena);

/* The letters in which two spellings of one Cyrillic word differ; empty if either is none. */
tl_departures tl_departures_between(tl_str cyrillic, tl_str latin, tl_str wanted, tl_arena *arena);

/* One line, no full stop: "Zainetdinov: й → i as in ICAO Doc 9303; the house form follows BGN/PCGN:
 * й → y". */
tl_str tl_identity_explain(const tl_identity *identity, tl_arena *arena);

/* The same where the termbase itself says how the name is written, whatever the house scheme:
 * "Zainetdinov: й → i as in ICAO Doc 9303; the termbase has Zaynetdinov: й → y". For one word. */
tl_str tl_identity_explain_preferred(const tl_identity *identity, tl_str cyrillic, tl_str preferred,
                                     tl_arena *arena);

#endif
