/* SPDX-License-Identifier: MPL-2.0 */
/* Glossaries that print every entry with a capital, as dictionaries do: there the capital of
 * “Account balance” tells of the list, not of the term. Each file has its own habits, language by
 * language; what has a type that is a name's, and what says `case:`, is as it is written. Once the
 * files are one, nobody can see their habits any more, and so they are spelled out. */
#include "base/buf.h"
#include "base/map.h"
#include "termbase/load.h"
#include "text/capitals.h"
#include "text/script.h"

enum {
    ENOUGH = 12,     /* terms that show a habit */
    NEARLY_ALL = 80, /* percent of them that begin with a capital */
    SOME = 6,        /* terms that show it if none of them may be a name */
    FEW = 3,         /* terms of several words that show how names are told from others */
};

/* How the list writes its terms in one language. */
typedef struct habit {
    size_t terms, raised;          /* all; those that begin with a capital */
    size_t sentences, other_names; /* of several words: “User manual”; “User Manual” */
} habit;

/* A capital at the beginning, and no other. */
static bool
is_in_sentence_case(tl_str text)
{
    tl_str rest = text, word;
    size_t words = 0, raised = 0;
    while (tl_str_split(&rest, ' ', &word)) {
        raised += tl_capitals_begin(word);
        words++;
    }
    return words > 1 && raised == 1 && tl_capitals_begin(text);
}

static bool
may_be_headword(const tl_term *term)
{
    return term->concept->type == TL_TYPE_TERM && !term->acronym && !term->case_given &&
           !tl_capitals_only(term->text);
}

/* All habits, by language and list. */
typedef struct habits {
    tl_map map;
    tl_arena *arena;
    tl_buf key; /* of the last question */
} habits;

static habit *
habit_of(habits *all, tl_str list, tl_str language)
{
    all->key.len = 0;
    tl_buf_add(&all->key, language);
    tl_buf_add_byte(&all->key, '\n');
    tl_buf_add(&all->key, list);
    habit *found = tl_map_get(&all->map, tl_buf_str(&all->key));
    if (found == NULL) {
        found = tl_arena_alloc(all->arena, 1, sizeof *found);
        tl_map_add(&all->map, tl_arena_copy(all->arena, tl_buf_str(&all->key)), found);
    }
    return found;
}

static void
count(habit *shown, tl_str text)
{
    bool is_sentence = is_in_sentence_case(text), is_raised = tl_capitals_begin(text);
    shown->terms++;
    shown->raised += is_raised;
    shown->sentences += is_sentence;
    shown->other_names += is_raised && !is_sentence && tl_str_find_byte(text, ' ', 0) < text.len;
}

/* True if the capital of the term is the list's. Where names are written with a capital for every
 * word, those with a single one are none, and a list of words that all have one has no names. */
static bool
is_habit(const habit *shown, const tl_term *term)
{
    bool is_nearly_all = shown->raised * 100 >= shown->terms * NEARLY_ALL;
    if (shown->terms >= ENOUGH && is_nearly_all) {
        return true;
    }
    if (!tl_language_raises_names(term->entry->language)) {
        return false;
    }
    size_t names = shown->sentences + shown->other_names;
    bool is_without_names =
        shown->terms >= SOME && shown->raised == shown->terms && shown->other_names == 0;
    return is_without_names || (is_in_sentence_case(term->text) && shown->sentences >= FEW &&
                                shown->sentences * 100 >= names * NEARLY_ALL);
}

static void
count_all(habits *all, const tl_termbase *termbase, bool is_one_list)
{
    for (size_t i = 0; i < termbase->term_count; i++) {
        const tl_term *term = termbase->terms[i];
        if (may_be_headword(term) && term->status == TL_STATUS_PREFERRED &&
            !tl_language_raises_nouns(term->entry->language)) {
            tl_str list = is_one_list ? TL_STR("") : term->place.path;
            count(habit_of(all, list, term->entry->language), term->text);
        }
    }
}

static void
clear(habits *all)
{
    tl_map_clear(&all->map);
    tl_buf_clear(&all->key);
}

void
tl_load_settle_headwords(tl_load *load)
{
    const tl_termbase *termbase = load->termbase;
    habits all = {.arena = &load->run};
    count_all(&all, termbase, false);
    for (size_t i = 0; i < termbase->term_count; i++) {
        tl_term *term = (tl_term *)termbase->terms[i];
        term->is_headword = may_be_headword(term) &&
                            is_habit(habit_of(&all, term->place.path, term->entry->language), term);
    }
    clear(&all);
}

void
tl_load_spell_out_headwords(tl_load *load)
{
    const tl_termbase *termbase = load->termbase;
    habits all = {.arena = &load->run};
    count_all(&all, termbase, true);
    for (size_t i = 0; i < termbase->term_count; i++) {
        tl_term *term = (tl_term *)termbase->terms[i];
        if (term->is_headword && tl_capitals_begin(term->text) &&
            !is_habit(habit_of(&all, TL_STR(""), term->entry->language), term)) {
            term->case_given = true;
            term->case_rule = TL_CASE_ANY;
        }
    }
    clear(&all);
}
