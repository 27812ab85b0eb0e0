/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_RULES_RENDERED_OTHERWISE_H
#define TL_RULES_RENDERED_OTHERWISE_H

#include "rules/habit.h"
#include "rules/rival_words.h"

/* Plain words of the source for which the target has not what the termbase wants. In a long
 * document what comes instead is learned from all of them: a word that stands in many of these
 * units and in few others is a rival of the term; where there is none, the word was left out, or
 * means something else than the termbase says. */

/* A finding that waits until all units are known. */
typedef struct tl_otherwise {
    struct tl_otherwise *next;
    const tl_concept *concept;
    const tl_segment *segment; /* the target */
    tl_str language;           /* of it; borrowed from the document */
    tl_str source;             /* the words of the source */
    const tl_concept *instead; /* that the termbase knows, or NULL */
    tl_range range;            /* of that */
    bool is_label;             /* the source is so short that nothing is left out in passing */
    bool is_counted;           /* the first target of its unit */
    tl_rooted_words words;     /* of the target */
} tl_otherwise;

typedef struct tl_otherwise_list {
    tl_otherwise *head, **tail;
    tl_root_counts all;    /* the words of the first targets of all units */
    tl_root_counts *kept;  /* by number of the concept: of units that have it, some hundred */
    tl_rooted_words words; /* of the target at hand */
    tl_str language;       /* of it */
} tl_otherwise_list;

/* Counts the words of a target of the unit at hand, which the following calls are about. */
void tl_otherwise_note(tl_pass *pass, tl_otherwise_list *list, const tl_unit_text *target,
                       const tl_carried *carried);

void tl_otherwise_wait(tl_pass *pass, tl_otherwise_list *list, const tl_missing_concept *missing,
                       const tl_unit_text *target);

/* What is to be told in the end. */
typedef struct tl_otherwise_verdict {
    const tl_otherwise *item;
    bool is_told;
    bool has_place;
    tl_range place; /* what stands in the term's stead, if that is known */
    uint32_t
        rendered; /* units that have the rival, where it is told once for all of them; else 0 */
} tl_otherwise_verdict;

/* Hands all that is to be told to `tell`, in order. */
void tl_otherwise_settle(tl_pass *pass, const tl_otherwise_list *list, const tl_habit *habit,
                         void (*tell)(tl_pass *pass, const tl_habit *habit,
                                      const tl_otherwise_verdict *verdict));

#endif
