/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_RULES_RULES_H
#define TL_RULES_RULES_H

#include "report/diag.h"
#include "rules/pass.h"

/* One rule: a const row in the file that implements it, and its name in the X() list of rules.c.
 * The order of that list is the order of precedence where two rules fit one span. */
typedef struct tl_rule {
    const char *id;
    const char *summary; /* one line: what it finds */
    const char *help;    /* what it does and what it leaves alone; paragraphs separated by \n\n */
    const char *bad, *good; /* an example of a text and of what it should be */
    const char *severities; /* in words where the default depends on the term, else NULL */
    tl_severity severity;   /* the default */
    bool needs_termbase;
    bool seeks_typos;                  /* it reads the near hits of a scan */
    void (*check)(tl_pass *pass);      /* one segment; pushes findings; may be NULL */
    void (*check_unit)(tl_pass *pass); /* one bilingual unit, after its segments; may be NULL */
    /* A text of two documents side by side to which none of the other surely answers: a unit with
     * one side only; may be NULL. */
    void (*check_alone)(tl_pass *pass);
    /* A long document is checked in parts, each with a state of its own: takes what the rule
     * remembers of the next part, `later`, over into *pass->state (not NULL), as if both had been
     * one. NULL: what it remembers only saves time, and no other part needs it. */
    void (*join)(tl_pass *pass, void *later);
    void (*finish)(tl_pass *pass); /* behind the last part, when pass->scan is NULL; may be NULL */
} tl_rule;

/* Room for what others keep by the number of a rule. */
enum { TL_MAX_RULES = 64 };

/* All rules, TL_MAX_RULES at most, in order of precedence. */
const tl_rule *const *tl_rules(size_t *count);
const tl_rule *tl_rule_find(tl_str id);

/* The place of a rule in that order, from 0. */
size_t tl_rule_number(const tl_rule *rule);

#endif
