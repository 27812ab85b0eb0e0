/* SPDX-License-Identifier: MPL-2.0 */
/* Glossaries that print every entry with a capital, as dictionaries do: there the capital of
 * “Account Balance” tells of the list, not of the term. Looks at all terms of a language together;
 * what has a type that is a name's, and what says `case:`, is as it is written. */
#include "base/map.h"
#include "termbase/load.h"
#include "text/capitals.h"
#include "text/script.h"

enum {
    ENOUGH = 12,     /* terms that show a habit */
    NEARLY_ALL = 90, /* percent of them that begin with a capital */
};

/* The terms of one language whose capitals may be a habit. */
typedef struct habit {
    size_t terms, raised;
} habit;

static bool
may_be_headword(const tl_concept *concept, const tl_term *term)
{
    return concept->type == TL_TYPE_TERM && term->status == TL_STATUS_PREFERRED &&
           !term->case_given && !tl_capitals_only(term->text) &&
           !tl_language_raises_nouns(term->entry->language);
}

static habit *
habit_of(tl_load *load, tl_map *habits, tl_str language)
{
    habit *found = tl_map_get(habits, language);
    if (found == NULL) {
        found = tl_arena_alloc(&load->run, 1, sizeof *found);
        tl_map_add(habits, language, found);
    }
    return found;
}

void
tl_load_settle_headwords(tl_load *load)
{
    const tl_termbase *termbase = load->termbase;
    tl_map habits = {0};
    for (size_t i = 0; i < termbase->term_count; i++) {
        const tl_term *term = termbase->terms[i];
        if (may_be_headword(term->concept, term)) {
            habit *found = habit_of(load, &habits, term->entry->language);
            found->terms++;
            found->raised += tl_capitals_begin(term->text);
        }
    }
    for (size_t i = 0; i < termbase->term_count; i++) {
        tl_term *term = (tl_term *)termbase->terms[i];
        const habit *found = tl_map_get(&habits, term->entry->language);
        bool is_habit =
            found && found->terms >= ENOUGH && found->raised * 100 >= found->terms * NEARLY_ALL;
        term->is_headword = is_habit && term->concept->type == TL_TYPE_TERM && !term->acronym &&
                            !term->case_given && !tl_capitals_only(term->text);
    }
    tl_map_clear(&habits);
}
