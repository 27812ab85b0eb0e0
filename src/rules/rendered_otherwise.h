/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_RULES_RENDERED_OTHERWISE_H
#define TL_RULES_RENDERED_OTHERWISE_H

#include "rules/counterparts.h"
#include "rules/habit.h"

/* Terms of the source, no names, for which the target has not what the termbase wants. In a long
 * document what comes instead is learned from all of them: a word that stands in many of these
 * units and in few others is a rival of the term; where there is none, the word was left out, or
 * means something else than the termbase says, unless just one word of the target answers to
 * nothing else. */

/* A finding that waits until all units are known. */
typedef struct tl_otherwise {
    struct tl_otherwise *next;
    const tl_concept *concept;
    const tl_segment *segment; /* the target */
    tl_str language;           /* of it; borrowed from the document */
    tl_str source;             /* the words of the source */
    const tl_concept *instead; /* that the termbase knows, or NULL */
    tl_range range;            /* of that */
    tl_range source_range;     /* of those words */
    const tl_term *wanted;     /* set by the caller, as are: */
    tl_str fitted;             /* that form, in the case of `instead` */
    bool is_plain;             /* see plain_word.h */
    bool is_counted;           /* the first target of its unit */
    tl_word_pair_texts words;  /* of the first source and of the target */
} tl_otherwise;

typedef struct tl_otherwise_list {
    tl_otherwise *head, **tail;
    tl_root_counts all;       /* the words of the first targets of all units */
    tl_keyed kept;            /* by concept: tl_root_counts of units that have it, some hundred */
    tl_word_pair_texts words; /* of the first source and the target at hand */
    tl_counterparts counterparts;
    tl_str language; /* of the target */
} tl_otherwise_list;

/* Counts the words of a target of the unit at hand, which the following calls are about. */
void tl_otherwise_note(tl_pass *pass, tl_otherwise_list *list, const tl_unit_text *target,
                       const tl_carried *carried);

tl_otherwise *tl_otherwise_wait(tl_pass *pass, tl_otherwise_list *list,
                                const tl_missing_concept *missing, const tl_unit_text *target);

/* Takes over what is known of the next part of the document. */
void tl_otherwise_join(tl_pass *pass, tl_otherwise_list *list, const tl_otherwise_list *later);

typedef enum tl_otherwise_telling {
    TL_OTHERWISE_SILENT,
    TL_OTHERWISE_FINDING,
    TL_OTHERWISE_REMARK, /* the document hardly ever says it as the termbase does */
} tl_otherwise_telling;

/* What is to be told in the end. */
typedef struct tl_otherwise_verdict {
    const tl_otherwise *item;
    tl_otherwise_telling telling;
    bool has_place;
    tl_range place;    /* what stands in the term's stead, if that is known */
    uint32_t rendered; /* units that have no form of the term, where that is told once for all of
                        * them; else 0 */
} tl_otherwise_verdict;

/* Hands all that is to be told to `tell`, in order. */
void tl_otherwise_settle(tl_pass *pass, tl_otherwise_list *list, const tl_habit *habit,
                         void (*tell)(tl_pass *pass, const tl_habit *habit,
                                      const tl_otherwise_verdict *verdict));

#endif
