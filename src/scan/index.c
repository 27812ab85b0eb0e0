/* SPDX-License-Identifier: MPL-2.0 */
/* Builds the index: all forms as patterns, the people by their Cyrillic family names, the acronyms.
 * Everything is read-only afterwards. Where a termbase is missing an empty one is given, so that
 * there is always an index. */
#include "scan/index.h"

#include "base/alloc.h"
#include "base/array.h"
#include "scan/lists.h"
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

/* The first person of each concept, by the concept's number. */
static void
number_people(tl_index *index)
{
    index->person_of = tl_alloc_zero(index->termbase->concept_count, sizeof *index->person_of);
    for (size_t i = index->person_count; i-- > 0;) {
        index->person_of[index->people[i].concept->number] = (uint32_t)i + 1;
    }
}

/* The first language of the termbase in that script, else the commonest one. */
static tl_str
language_in_script(const tl_termbase *termbase, tl_script script)
{
    for (size_t i = 0; i < termbase->language_count; i++) {
        if (tl_script_of_language(termbase->languages[i]) == script) {
            return termbase->languages[i];
        }
    }
    return script == TL_SCRIPT_CYRILLIC ? TL_STR("ru") : TL_STR("en");
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
    index->latin_language = language_in_script(termbase, TL_SCRIPT_LATIN);
    index->cyrillic_language = language_in_script(termbase, TL_SCRIPT_CYRILLIC);
    tl_pattern_set_init(&index->patterns, &index->arena);
    for (size_t i = 0; i < termbase->concept_count; i++) {
        const tl_concept *concept = termbase->concepts[i];
        for (size_t k = 0; k < concept->entry_count; k++) {
            add_person(index, concept, &concept->entries[k]);
        }
    }
    for (size_t i = 0; i < termbase->term_count; i++) {
        tl_pattern_set_add_term(&index->patterns, termbase->terms[i]);
        tl_acronyms_add(&index->acronyms, termbase->terms[i]);
    }
    add_given_names(index);
    tl_pattern_set_build(&index->patterns);
    tl_name_index_build(index->families);
    tl_name_index_build(index->given_names);
    tl_acronyms_build(&index->acronyms);
    number_people(index);
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
    tl_arena_clear(&index->arena);
    tl_acronyms_clear(&index->acronyms);
    free(index->people);
    free(index->person_of);
    free(index);
}

const tl_person *
tl_index_person(const tl_index *index, const tl_concept *concept)
{
    uint32_t person = index->person_of[concept->number];
    return person ? &index->people[person - 1] : NULL;
}

/* The house scheme, or the usual one of the name's language. */
static const tl_scheme *
house_scheme(const tl_index *index)
{
    const tl_scheme *scheme = tl_scheme_find(index->termbase->romanization);
    return scheme ? scheme : tl_scheme_find(TL_STR("bgn-pcgn"));
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
    const tl_scheme *scheme = house_scheme(index);
    return (tl_latin_name){.family = tl_scheme_romanize(scheme, person->family, arena),
                           .given = tl_scheme_romanize(scheme, person->given, arena),
                           .patronymic = tl_scheme_romanize(scheme, person->patronymic, arena),
                           .romanized = true};
}
