/* SPDX-License-Identifier: MPL-2.0 */
/* Concepts as cards for people, and how they are found: by what the scanner makes of the words
 * (any form, inflection or romanization), and by terms that have all of the words. */
#include "tools/phrase.h"

#include "base/alloc.h"
#include "base/utf8.h"
#include "termlint_tools.h"

#include <stdlib.h>

enum { LANGUAGE_WIDTH = 8, STATUS_WIDTH = 12 };

static void
add_padded(tl_buf *out, tl_str text, size_t width)
{
    size_t length = tl_utf8_length(text);
    tl_buf_add(out, text);
    tl_buf_add_format(out, "%*s", length < width ? (int)(width - length) : 1, "");
}

static void
add_date(tl_buf *out, const char *what, tl_date date)
{
    if (date) {
        tl_buf_add_format(out, " %s %04u-%02u-%02u", what, date / 10000, date / 100 % 100,
                          date % 100);
    }
}

static void
print_term(const tl_term *term, bool first, tl_buf *out)
{
    tl_buf_add_cstr(out, "  ");
    add_padded(out, first ? term->entry->language : TL_STR(""), LANGUAGE_WIDTH);
    add_padded(out, tl_str_from(term->acronym ? "acronym" : tl_status_name(term->status)),
               STATUS_WIDTH);
    tl_buf_add(out, term->text);
    if (term->use.len) {
        tl_buf_add_format(out, ", use “%.*s”", TL_STR_ARGS(term->use));
    }
    add_date(out, "from", term->from);
    add_date(out, "until", term->until);
    if (term->note.len) {
        tl_buf_add_format(out, " (%.*s)", TL_STR_ARGS(term->note));
    }
    tl_buf_add_byte(out, '\n');
}

static void
print_field(const char *what, tl_str text, tl_buf *out)
{
    if (text.len) {
        tl_buf_add_format(out, "  %s: %.*s\n", what, TL_STR_ARGS(text));
    }
}

static void
print_holder(const tl_holder *holder, tl_buf *out)
{
    tl_buf_add_format(out, "  holder: %.*s", TL_STR_ARGS(holder->person->id));
    add_date(out, "from", holder->from);
    add_date(out, "until", holder->until);
    tl_buf_add_byte(out, '\n');
}

void
tl_concept_print(const tl_concept *concept, tl_buf *out)
{
    tl_buf_add_format(out, "%.*s (%s) %.*s:%u\n", TL_STR_ARGS(concept->id),
                      tl_concept_type_name(concept->type), TL_STR_ARGS(concept->place.path),
                      concept->place.line);
    for (size_t i = 0; i < concept->entry_count; i++) {
        for (size_t j = 0; j < concept->entries[i].term_count; j++) {
            print_term(concept->entries[i].terms[j], j == 0, out);
        }
    }
    print_field("definition", concept->definition, out);
    print_field("note", concept->note, out);
    print_field("source", concept->source, out);
    print_field("subject", concept->subject, out);
    print_field("part of", concept->part_of ? concept->part_of->id : TL_STR(""), out);
    for (size_t i = 0; i < concept->distinct_count; i++) {
        print_field("not to be taken for", concept->distinct[i], out);
    }
    for (size_t i = 0; i < concept->holder_count; i++) {
        print_holder(&concept->holders[i], out);
    }
}

/* -- finding -- */

/* Which concepts are found, by number. */
static void
mark_scan(void *context, const tl_scan *scan)
{
    bool *found = context;
    for (size_t i = 0; i < scan->hit_count; i++) {
        found[scan->hits[i].pattern->term->concept->number] = true;
    }
    for (size_t i = 0; i < scan->mention_count; i++) {
        found[scan->mentions[i].person->concept->number] = true;
    }
}

static bool
has_word(tl_str key, tl_str word)
{
    tl_str rest = key, part;
    while (tl_str_split(&rest, ' ', &part)) {
        if (tl_str_equal(part, word)) {
            return true;
        }
    }
    return false;
}

static bool
has_all_words(tl_str key, tl_str wanted)
{
    tl_str word;
    bool any = false;
    while (tl_str_split(&wanted, ' ', &word)) {
        any = any || word.len;
        if (word.len && !has_word(key, word)) {
            return false;
        }
    }
    return any;
}

static void
mark_terms(const tl_termbase *termbase, tl_str words, bool *found)
{
    tl_arena kept = {0}, scratch = {0};
    tl_str wanted = tl_phrase_key(words, &kept);
    for (size_t i = 0; i < termbase->term_count; i++) {
        const tl_term *term = tl_termbase_term(termbase, i);
        if (has_all_words(tl_phrase_key(term->text, &scratch), wanted)) {
            found[term->concept->number] = true;
        }
        tl_arena_reset(&scratch);
    }
    tl_arena_clear(&scratch);
    tl_arena_clear(&kept);
}

char *
termlint_termbase_find(const termlint_checker *checker, const char *words)
{
    const tl_termbase *termbase = &checker->terms->termbase;
    tl_str text = tl_str_from(words);
    bool *found = tl_alloc_zero(termbase->concept_count + 1, sizeof *found);
    const tl_concept *by_id = tl_termbase_find(termbase, text);
    tl_buf out = {0};
    if (by_id) {
        found[by_id->number] = true;
    }
    tl_phrase_scan(checker, text, mark_scan, found);
    mark_terms(termbase, text, found);
    for (size_t i = 0; i < termbase->concept_count; i++) {
        if (found[i]) {
            tl_buf_add_cstr(&out, out.len ? "\n" : "");
            tl_concept_print(tl_termbase_concept(termbase, i), &out);
        }
    }
    if (out.len) {
        tl_buf_add_byte(&out, '\0');
    }
    free(found);
    return out.ptr;
}
