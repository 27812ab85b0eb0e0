/* SPDX-License-Identifier: MPL-2.0 */
/* Any bytes as a termbase file. What loads is whole: numbers are dense, entries point at their own
 * terms, nothing is empty or out of order. What does not load says why, at a place in the file. */
#include "require.h"

#include "base/utf8.h"
#include "termbase/termbase.h"

#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const tl_str root = TL_STR_INIT("t.yaml");

/* There is one file; whatever it includes cannot be read. */
static bool
read_input(void *context, tl_str path, const tl_sink *sink, tl_error *error)
{
    if (!tl_str_equal(path, root)) {
        return tl_error_set(error, "no such file");
    }
    sink->take(sink->context, *(const tl_str *)context);
    return true;
}

static size_t
count_lines(tl_str text)
{
    size_t lines = 1;
    for (size_t i = 0; i < text.len; i++) {
        lines += text.ptr[i] == '\n' || text.ptr[i] == '\r';
    }
    return lines;
}

static void
check_problems(const tl_problem_list *problems, tl_str text)
{
    size_t lines = count_lines(text);
    require(problems->count > 0 && problems->kept > 0);
    for (size_t i = 0; i < problems->kept; i++) {
        const tl_problem *problem = &problems->items[i];
        tl_str message = tl_str_from(problem->message);
        require(problem->line >= 1 && problem->line <= lines + 1 && problem->column >= 1);
        require(i == 0 || problems->items[i - 1].line <= problem->line);
        require(message.len > 0 && tl_str_find_byte(message, '\n', 0) == message.len);
        require(tl_utf8_invalid_at(message) == message.len);
    }
}

static void
check_term(const tl_termbase *termbase, const tl_entry *entry, const tl_term *term)
{
    require(term->entry == entry);
    require(term->number < termbase->term_count && termbase->terms[term->number] == term);
    require(term->text.len > 0 && tl_utf8_invalid_at(term->text) == term->text.len);
    require(!term->from || !term->until || term->from <= term->until);
    require(term->place.line > 0 && tl_str_equal(term->place.path, root));
}

static size_t
check_concept(const tl_termbase *termbase, const tl_concept *concept)
{
    size_t terms = 0;
    require(tl_termbase_find(termbase, concept->id) == concept && concept->entry_count > 0);
    for (size_t i = 0; i < concept->entry_count; i++) {
        const tl_entry *entry = &concept->entries[i];
        require(tl_concept_entry(concept, entry->language) == entry);
        require((entry->name != NULL) == (concept->type == TL_TYPE_PERSON));
        require(entry->preferred == NULL || entry->preferred == entry->terms[0]);
        for (size_t j = 0; j < entry->term_count; j++) {
            require(entry->terms[j]->concept == concept);
            require(j == 0 || entry->terms[j - 1]->status <= entry->terms[j]->status);
            check_term(termbase, entry, entry->terms[j]);
        }
        terms += entry->term_count;
    }
    for (size_t i = 0; i < concept->holder_count; i++) {
        require(concept->holders[i].person->type == TL_TYPE_PERSON);
    }
    return terms;
}

static void
check_termbase(const tl_termbase *termbase)
{
    size_t terms = 0;
    require(termbase->language_count > 0 || termbase->concept_count == 0);
    require(termbase->file_count == 1);
    for (size_t i = 0; i < termbase->concept_count; i++) {
        size_t depth = 0;
        const tl_concept *concept = termbase->concepts[i];
        require(concept->number == i);
        terms += check_concept(termbase, concept);
        for (; concept; concept = concept->part_of) {
            require(depth++ < termbase->concept_count);
        }
    }
    require(terms == termbase->term_count);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const tl_str schemes[] = {TL_STR_INIT("bgn-pcgn"), TL_STR_INIT("icao-9303")};
    tl_str text = {(const char *)data, size};
    const tl_termbase_loader loader = {
        .read = read_input, .context = &text, .schemes = schemes, .scheme_count = 2};
    tl_termbase termbase = {0};
    tl_problem_list problems = {0};
    if (tl_termbase_load(&termbase, &loader, &root, 1, &problems)) {
        check_termbase(&termbase);
    } else {
        check_problems(&problems, text);
    }
    tl_problem_list_clear(&problems);
    tl_termbase_clear(&termbase);
    return 0;
}
