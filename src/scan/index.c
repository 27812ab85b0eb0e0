/* SPDX-License-Identifier: MPL-2.0 */
/* Builds the index: all forms as patterns, the people by their Cyrillic family names, the acronyms.
 * Everything is read-only afterwards. Where a termbase is missing an empty one is given, so that
 * there is always an index. */
#include "scan/index.h"

#include "base/alloc.h"
#include "base/array.h"
#include "base/utf8.h"
#include "scan/lists.h"
#include "text/compare.h"
#include "text/script.h"

#include <stdlib.h>

static bool
is_cyrillic(tl_str language)
{
    return tl_script_of_language(language) == TL_SCRIPT_CYRILLIC;
}

static void
add_person(tl_index *index, const tl_concept *concept, const tl_entry *entry)
{
    if (entry->name == NULL || entry->name->family.len == 0 || !is_cyrillic(entry->language)) {
        return;
    }
    index->people = tl_array_reserve(index->people, &index->person_capacity,
                                     index->person_count + 1, sizeof *index->people);
    tl_name_index_add(index->families, entry->name->family, (uint32_t)index->person_count);
    index->people[index->person_count++] = (tl_person){.concept = concept,
                                                       .entry = entry,
                                                       .family = entry->name->family,
                                                       .given = entry->name->given,
                                                       .patronymic = entry->name->patronymic};
}

static bool
is_one_word_of_capitals(tl_str text)
{
    size_t at = 0, letters = 0;
    while (at < text.len) {
        uint32_t letter = tl_utf8_next(text, &at);
        if (tl_letter_lower(letter) == letter) {
            return false;
        }
        letters++;
    }
    return letters > 1;
}

static void
add_acronym(tl_index *index, const tl_term *term)
{
    if (tl_term_is_good(term) && is_one_word_of_capitals(term->text)) {
        index->acronyms = tl_array_reserve(index->acronyms, &index->acronym_capacity,
                                           index->acronym_count + 1, sizeof *index->acronyms);
        index->acronyms[index->acronym_count++] = term;
    }
}

static void
mark_starting_words(tl_index *index)
{
    uint32_t words = tl_vocabulary_word_count(index->patterns.vocabulary);
    index->word_flags = tl_alloc_zero(words, 1);
    for (uint32_t word = 0; word < words; word++) {
        if (tl_trie_step(index->patterns.trie, TL_TRIE_ROOT, word) != TL_TRIE_NONE) {
            index->word_flags[word] |= TL_WORD_STARTS;
        }
    }
}

static void
add_given_names(tl_index *index)
{
    size_t count;
    const tl_given_name *names = tl_given_names(&count);
    for (size_t i = 0; i < count && index->person_count > 0; i++) {
        tl_name_index_add(index->given_names, tl_str_from(names[i].cyrillic), (uint32_t)i);
    }
}

tl_index *
tl_index_new(const tl_termbase *termbase)
{
    tl_index *index = tl_alloc_zero(1, sizeof *index);
    index->termbase = termbase;
    index->families = tl_name_index_new();
    index->given_names = tl_name_index_new();
    tl_pattern_set_init(&index->patterns, &index->arena);
    for (size_t i = 0; i < termbase->concept_count; i++) {
        const tl_concept *concept = termbase->concepts[i];
        for (size_t k = 0; k < concept->entry_count; k++) {
            add_person(index, concept, &concept->entries[k]);
        }
    }
    for (size_t i = 0; i < termbase->term_count; i++) {
        tl_pattern_set_add_term(&index->patterns, termbase->terms[i]);
        add_acronym(index, termbase->terms[i]);
    }
    add_given_names(index);
    tl_pattern_set_build(&index->patterns);
    tl_name_index_build(index->families);
    tl_name_index_build(index->given_names);
    mark_starting_words(index);
    index->near_forms = tl_near_forms_new(index);
    return index;
}

void
tl_index_free(tl_index *index)
{
    if (index == NULL) {
        return;
    }
    tl_pattern_set_clear(&index->patterns);
    tl_name_index_free(index->families);
    tl_name_index_free(index->given_names);
    tl_near_forms_free(index->near_forms);
    tl_arena_clear(&index->arena);
    free(index->word_flags);
    free(index->people);
    free(index->acronyms);
    free(index);
}

tl_latin_name
tl_index_latin_name(const tl_index *index, const tl_person *person, tl_str language,
                    tl_arena *arena)
{
    const tl_entry *entry = tl_concept_entry(person->concept, language);
    if (entry && entry->name && entry->preferred && !is_cyrillic(entry->language)) {
        return (tl_latin_name){.family = entry->name->family,
                               .given = entry->name->given,
                               .patronymic = entry->name->patronymic};
    }
    const tl_scheme *scheme =
        tl_scheme_for(tl_scheme_find(index->termbase->romanization), person->family);
    return (tl_latin_name){.family = tl_scheme_romanize(scheme, person->family, arena),
                           .given = tl_scheme_romanize(scheme, person->given, arena),
                           .patronymic = tl_scheme_romanize(scheme, person->patronymic, arena),
                           .romanized = true};
}
