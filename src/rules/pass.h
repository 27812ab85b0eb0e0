/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_RULES_PASS_H
#define TL_RULES_PASS_H

#include "base/error.h"
#include "morph/speller.h"
#include "report/diag.h"
#include "report/tally.h"
#include "scan/scan.h"

#include <pthread.h>

struct tl_rule;

enum { TL_MAX_SUGGESTIONS = 4 };

/* One text of a bilingual unit. */
typedef struct tl_unit_text {
    const tl_scan *scan;
    const tl_scan *foreign; /* the same text read as one in the language of the other side */
} tl_unit_text;

typedef struct tl_unit_side {
    const tl_unit_text *texts;
    size_t count;    /* one at least */
    tl_str language; /* BCP 47 primary subtag */
} tl_unit_side;

/* Texts of two languages that say the same. Each target is judged on its own, against all sources
 * together. */
typedef struct tl_unit {
    tl_unit_side source, target; /* one of them is empty for check_alone only */
    bool is_aligned;             /* of two documents side by side */
} tl_unit;

/* What a rule found, in offsets of the segment's text. Strings live as long as the document. */
typedef struct tl_finding {
    const struct tl_rule *rule;
    size_t number; /* in order of pushing, set by tl_pass_push() */
    const tl_segment *segment;
    tl_str language;
    tl_range range;
    tl_level severity; /* of the term; TL_LEVEL_DEFAULT leaves it to the rule */
    tl_str message;
    tl_str explanation; /* further lines, or empty */
    tl_str suggestions[TL_MAX_SUGGESTIONS];
    size_t suggestion_count;
    bool fixable;
    bool of_segment;           /* it is about the segment as a whole, and stands beside any other */
    const tl_concept *concept; /* NULL: none */
    tl_str term;               /* the good form that is meant, or empty */
    bool has_relation;
    tl_relation relation;
    const tl_str *schemes;
    size_t scheme_count;
} tl_finding;

/* What the parts of a document share while threads check them: made by the first that asks for it,
 * in its arena, and not changed again. */
typedef struct tl_shared {
    pthread_mutex_t lock;
    struct tl_stem_index *stem_indexes;   /* of rules/stem_index.h */
    const struct tl_segment_dates *dates; /* of rules/title_holder.c: of all segments */
} tl_shared;

void tl_shared_init(tl_shared *shared);
void tl_shared_clear(tl_shared *shared);

/* What was read of a long text at one place and need not be read again at the next: all-zero is
 * nothing. */
typedef struct tl_text_read {
    tl_str sentence_of; /* rules/governed.c: the text in which, before word `first`, */
    uint32_t first;     /* prepositions of the sentence leave these cells open */
    uint16_t cells;
    bool has_yo; /* rules/fitted_form.c: whether this text has a ё */
    tl_str yo_of;
} tl_text_read;

/* The only context that a rule sees: the segment at hand and where findings go. */
typedef struct tl_pass {
    const struct tl_rule *rule; /* the one that runs */
    const tl_index *index;
    tl_given *given; /* given names, to be found by their spellings */
    const tl_document *document;
    tl_tally *tally;          /* takes the names of the document; NULL: nobody asks for them */
    tl_problem_list *remarks; /* takes what is no finding, or NULL */
    tl_speller speller;
    const tl_scan *scan; /* of the segment at hand; NULL once all segments are done */
    const tl_unit *unit; /* the bilingual unit at hand, for check_unit only; scan is then NULL, and
                          * may be set to that of one of its texts */
    tl_text_read *read;  /* of the thread that checks */
    struct tl_fitted_forms *fitted; /* of rules/fitted_form.h, of the thread that checks */
    struct tl_unit_memo *memo;      /* of rules/carried.h, of that unit; NULL at first */
    tl_period date;                 /* of that segment; all-zero: not known */
    bool is_dated;                  /* somebody says so: not just because it is today */
    tl_arena *arena;                /* of the document, or of a part of it */
    tl_shared *shared;              /* of the document */
    tl_arena *scratch;              /* of the unit at hand: emptied for the next */
    void **state;         /* the running rule's own, for this part; *state is NULL at first */
    tl_finding *findings; /* owned array; in the end, of the whole document */
    size_t count, capacity;
} tl_pass;

void tl_pass_clear(tl_pass *pass);

/* A finding of the running rule at `range` of the segment at hand, with the rest left empty. */
tl_finding tl_pass_finding(const tl_pass *pass, tl_range range);

/* Appends a finding; copies the struct. */
void tl_pass_push(tl_pass *pass, const tl_finding *finding);

/* Appends a suggestion, unless it is there already or there is no room. */
void tl_finding_suggest(tl_finding *finding, tl_str suggestion);

/* Whether a word of the language (BCP 47) is known, in these capitals or in any: one of the
 * commonest always is, the others if a dictionary has them. Loads that: ask last. */
tl_known tl_pass_ask(const tl_pass *pass, tl_str language, tl_str word, bool as_written);

/* The keys of the stems of a word; none where no dictionary of the language has it. Borrowed for as
 * long as the pass. Loads dictionaries, too. */
tl_stems tl_pass_stems(const tl_pass *pass, tl_str language, tl_str word);

/* True if a dictionary has a stem of both words. */
bool tl_pass_share_stem(const tl_pass *pass, tl_str language, tl_str a, tl_str b);

/* What a word that no dictionary has may have been meant to be; in the document's arena. Slow. */
tl_stems tl_pass_offers(const tl_pass *pass, tl_str language, tl_str word);

/* A text as a message quotes it: on one line, each run of white space a space, dots for an object
 * (U+FFFC). In the document's arena. */
tl_str tl_pass_quote(const tl_pass *pass, tl_str text);

/* The text of a word, of a range. */
tl_str tl_pass_word(const tl_pass *pass, uint32_t word);
tl_str tl_pass_text(const tl_pass *pass, tl_range range);

#endif
