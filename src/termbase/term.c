/* SPDX-License-Identifier: MPL-2.0 */
/* One term: a text, or a mapping that says more of it. Knows the keys of a term, not those under
 * which it stands: its owner hands in a half-filled one. A term is added to the termbase only if
 * its text is usable, and then gets the next number. */
#include "termbase/load.h"

#include "base/array.h"
#include "termbase/letters.h"
#include "termbase/names.h"

#include <stddef.h>

static void
read_except(tl_load *load, const tl_node *value, void *field)
{
    tl_term *term = field;
    term->except = tl_load_phrases(load, value, &term->except_count);
}

static void
read_case(tl_load *load, const tl_node *value, void *field)
{
    tl_term *term = field;
    size_t choice = tl_load_choice(load, value, tl_case_rule_names, TL_CASE_RULE_COUNT);
    if (choice < TL_CASE_RULE_COUNT) {
        term->case_rule = (tl_case_rule)choice;
        term->case_given = true;
    }
}

static const tl_field term_items[] = {
    {TL_STR_INIT("text"), offsetof(tl_term, text), tl_load_phrase},
    {TL_STR_INIT("use"), offsetof(tl_term, use), tl_load_phrase},
    {TL_STR_INIT("note"), offsetof(tl_term, note), tl_load_text},
    {TL_STR_INIT("source"), offsetof(tl_term, source), tl_load_text},
    {TL_STR_INIT("except"), 0, read_except},
    {TL_STR_INIT("case"), 0, read_case},
    {TL_STR_INIT("severity"), offsetof(tl_term, severity), tl_load_level},
    {TL_STR_INIT("from"), offsetof(tl_term, from), tl_load_date},
    {TL_STR_INIT("until"), offsetof(tl_term, until), tl_load_date},
};

const tl_fields tl_term_fields = {
    .what = "a term", .items = term_items, .count = sizeof term_items / sizeof *term_items};

static void
read_mapping(tl_load *load, const tl_node *node, tl_term *term)
{
    const tl_node *text = tl_node_find(node, TL_STR("text"));
    const tl_node *use = tl_node_find(node, TL_STR("use"));
    tl_load_fields(load, node, &tl_term_fields, term);
    tl_load_check_period(load, node, term->from, term->until);
    if (text == NULL) {
        TL_LOAD_PROBLEM(load, node, "a term without “text” for “%.*s”, want the words",
                        TL_STR_ARGS(node->under));
        return;
    }
    term->place = tl_load_place(load, text->value);
    if (use && term->use.len && tl_str_equal(term->use, term->text)) {
        TL_LOAD_PROBLEM(load, use->value, "“use” is the term “%.*s” itself, want another form",
                        TL_STR_ARGS(tl_clip(term->text)));
    }
}

static void
settle_case(tl_term *term)
{
    if (!term->case_given) {
        bool is_lower = !term->acronym && tl_letters_are_lower(term->text);
        term->case_rule = is_lower ? TL_CASE_FIRST : TL_CASE_EXACT;
    }
}

static void
add_term(tl_load *load, const tl_term *term)
{
    tl_termbase *termbase = load->termbase;
    tl_term *added = tl_arena_alloc(&termbase->arena, 1, sizeof *added);
    *added = *term;
    added->number = (uint32_t)termbase->term_count;
    termbase->terms = tl_array_reserve(termbase->terms, &termbase->term_capacity,
                                       termbase->term_count + 1, sizeof *termbase->terms);
    termbase->terms[termbase->term_count++] = added;
}

void
tl_load_term(tl_load *load, const tl_node *node, const tl_term *proto)
{
    tl_term term = *proto;
    term.place = tl_load_place(load, node);
    if (node->kind == TL_NODE_MAPPING) {
        read_mapping(load, node, &term);
    } else {
        tl_load_phrase(load, node, &term.text);
    }
    if (term.text.len) {
        settle_case(&term);
        add_term(load, &term);
    }
}
