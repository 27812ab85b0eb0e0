/* SPDX-License-Identifier: MPL-2.0 */
/* Builds the index: all forms as patterns, the people by their Cyrillic family names, the acronyms.
 * Everything is read-only afterwards. Where a termbase is missing an empty one is given, so that
 * there is always an index. */
#include "scan/index.h"

#include "base/alloc.h"
#include "base/array.h"
#include "base/utf8.h"
#include "scan/lists.h"
#include "text/capitals.h"
#include "text/script.h"

#include <stdlib.h>

tl_person
tl_person_of_entry(const tl_concept *concept, const tl_entry *entry, uint32_t number)
{
    return (tl_person){.number = number,
                       .concept = concept,
                       .entry = entry,
                       .family = entry->name->family,
                       .given = entry->name->given,
                       .patronymic = entry->name->patronymic};
}

static void
add_person(tl_index *index, const tl_concept *concept, const tl_entry *entry)
{
    if (entry->name == NULL || entry->name->family.len == 0 ||
        !tl_language_is_cyrillic(entry->language)) {
        return;
    }
    index->people = tl_array_reserve(index->people, &index->person_capacity,
                                     index->person_count + 1, sizeof *index->people);
    tl_name_index_add(index->families, entry->name->family, (uint32_t)index->person_count);
    if (index->person_of_concept[concept->number] == 0) {
        index->person_of_concept[concept->number] = (uint32_t)(index->person_count + 1);
    }
    index->people[index->person_count] =
        tl_person_of_entry(concept, entry, (uint32_t)index->person_count);
    index->person_count++;
}

/* True if the concept has a name that may be romanized: one word with a capital, no acronym. */
static bool
has_name_of_one_word(const tl_concept *concept, const tl_entry *entry)
{
    enum { SHORTEST = 6 };
    bool is_named = concept->type == TL_TYPE_PLACE || concept->type == TL_TYPE_EVENT ||
                    concept->type == TL_TYPE_ORGANISATION;
    tl_str name = entry->preferred ? entry->preferred->text : TL_STR("");
    return is_named && tl_language_is_cyrillic(entry->language) &&
           tl_utf8_length(name) >= SHORTEST && tl_str_find_byte(name, ' ', 0) == name.len &&
           tl_capitals_begin(name) && !tl_capitals_only(name);
}

static void
add_name(tl_index *index, const tl_concept *concept, const tl_entry *entry)
{
    if (has_name_of_one_word(concept, entry)) {
        tl_name_index_add(index->families, entry->preferred->text,
                          TL_ID_OF_TERM | entry->preferred->number);
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

static const tl_scheme *
house_scheme(const tl_termbase *termbase)
{
    const tl_scheme *house = tl_scheme_find(termbase->romanization);
    return house ? house : tl_scheme_find(TL_STR("bgn-pcgn"));
}

void
tl_index_set_languages(tl_index *index)
{
    index->house = house_scheme(index->termbase);
    index->latin_language = language_in_script(index->termbase, TL_SCRIPT_LATIN);
    index->cyrillic_language = language_in_script(index->termbase, TL_SCRIPT_CYRILLIC);
}

tl_index *
tl_index_new(const tl_termbase *termbase)
{
    tl_index *index = tl_alloc_zero(1, sizeof *index);
    index->termbase = termbase;
    index->families = tl_name_index_new();
    index->acronyms.termbase = termbase;
    tl_index_set_languages(index);
    index->person_of_concept =
        tl_alloc_zero(termbase->concept_count, sizeof *index->person_of_concept);
    tl_pattern_set_init(&index->patterns, &index->arena);
    tl_shuffle_add_function_words(index->patterns.vocabulary);
    for (size_t i = 0; i < termbase->concept_count; i++) {
        const tl_concept *concept = termbase->concepts[i];
        for (size_t k = 0; k < concept->entry_count; k++) {
            add_person(index, concept, &concept->entries[k]);
            add_name(index, concept, &concept->entries[k]);
        }
    }
    for (size_t i = 0; i < termbase->term_count; i++) {
        tl_pattern_set_add_term(&index->patterns, termbase->terms[i]);
        tl_acronyms_add(&index->acronyms, termbase->terms[i]);
    }
    tl_pattern_set_build(&index->patterns);
    index->shuffles = tl_shuffle_set_new(&index->patterns);
    tl_name_index_build(index->families);
    tl_respelled_names_build(&index->respelled, index);
    tl_acronyms_build(&index->acronyms);
    index->near_forms = tl_near_forms_new(index);
    return index;
}

void
tl_index_free(tl_index *index)
{
    if (index == NULL) {
        return;
    }
    tl_shuffle_set_free(index->shuffles);
    tl_pattern_set_clear(&index->patterns);
    tl_name_index_free(index->families);
    tl_respelled_names_clear(&index->respelled);
    tl_near_forms_free(index->near_forms);
    tl_arena_clear(&index->arena);
    tl_acronyms_clear(&index->acronyms);
    if (index->people_store) {
        tl_people_store_free(index);
    } else {
        free(index->person_of_concept);
    }
    free(index->people);
    free(index);
}

const tl_person *
tl_index_person(const tl_index *index, const tl_concept *concept)
{
    uint32_t number = index->person_of_concept[concept->number];
    return number ? tl_index_person_at(index, number - 1) : NULL;
}

const tl_term *
tl_index_named_term(const tl_index *index, uint32_t id)
{
    const uint32_t number = id & ~TL_ID_OF_TERM;
    const bool is_there = id & TL_ID_OF_TERM && number < index->termbase->term_count;
    return is_there ? tl_termbase_term(index->termbase, number) : NULL;
}

const tl_person *
tl_index_person_at(const tl_index *index, size_t number)
{
    if (number >= index->person_count) {
        return NULL;
    }
    return index->people_store ? tl_people_store_at(index, number) : &index->people[number];
}

const tl_person *
tl_index_person_of(const tl_index *index, const tl_concept *concept, const tl_entry *entry)
{
    const tl_person *first = tl_index_person(index, concept), *person = first;
    while (person && person->concept == concept && person->entry != entry) {
        size_t next = person->number + 1u;
        person = next < index->person_count ? tl_index_person_at(index, next) : NULL;
    }
    return person && person->concept == concept ? person : first;
}

const tl_scheme *
tl_index_scheme(const tl_index *index, const tl_person *person)
{
    return tl_scheme_for(index->house, person->family);
}

/* The languages of entries are few, and each has one copy. */
static bool
is_cyrillic(const tl_index *index, tl_str language)
{
    const tl_pattern_set *set = &index->patterns;
    for (size_t i = 0; i < set->language_count; i++) {
        if (set->languages[i].tag.ptr == language.ptr) {
            return set->languages[i].script == TL_SCRIPT_CYRILLIC;
        }
    }
    return tl_language_is_cyrillic(language);
}

/* The entry that writes the person's name in Latin letters for a text in `language`: its own, and
 * for a text in Cyrillic letters any. NULL if there is none. */
static const tl_entry *
latin_entry(const tl_index *index, const tl_concept *concept, tl_str language)
{
    const tl_entry *own = tl_concept_entry(concept, language);
    for (size_t i = 0; i < concept->entry_count; i++) {
        const tl_entry *entry = &concept->entries[i];
        bool fits = entry == own || is_cyrillic(index, language);
        if (fits && entry->name && entry->preferred && !is_cyrillic(index, entry->language)) {
            return entry;
        }
    }
    return NULL;
}

/* Of several Cyrillic names of a person, the one that the house romanizes: in the language of its
 * scheme, else the first. */
static const tl_person_name *
house_name(const tl_index *index, const tl_person *person)
{
    const tl_concept *concept = person->concept;
    const tl_person_name *first = NULL;
    for (size_t i = 0; i < concept->entry_count; i++) {
        const tl_entry *entry = &concept->entries[i];
        if (entry->name == NULL || !is_cyrillic(index, entry->language)) {
            continue;
        }
        if (tl_str_equal(entry->language, tl_str_from(index->house->language))) {
            return entry->name;
        }
        first = first ? first : entry->name;
    }
    return first ? first : person->entry->name;
}

/* The names of the person by the house scheme. */
static tl_latin_name
romanize(const tl_index *index, const tl_person *person, tl_arena *arena)
{
    const tl_person_name *name = house_name(index, person);
    tl_str full = tl_arena_format(arena, "%.*s %.*s %.*s", TL_STR_ARGS(name->given),
                                  TL_STR_ARGS(name->patronymic), TL_STR_ARGS(name->family));
    const tl_scheme *scheme = tl_scheme_for(index->house, full);
    return (tl_latin_name){.family = tl_scheme_romanize(scheme, name->family, arena),
                           .given = tl_scheme_romanize(scheme, name->given, arena),
                           .patronymic = tl_scheme_romanize(scheme, name->patronymic, arena)};
}

/* Without the marks for ь and ъ, which a name that a person wrote has not. */
static tl_str
without_marks(tl_str name, tl_arena *arena)
{
    char *out = tl_arena_alloc(arena, name.len + 1, 1);
    size_t length = 0;
    for (size_t at = 0; at < name.len;) {
        uint32_t c = tl_utf8_next(name, &at);
        if (c == '-' || c == ' ' || tl_script_of(c) != TL_SCRIPT_NONE) {
            length += tl_utf8_encode(c, out + length);
        }
    }
    return (tl_str){out, length};
}

tl_latin_name
tl_index_latin_name(const tl_index *index, const tl_person *person, tl_str language,
                    tl_arena *arena)
{
    const tl_entry *entry = latin_entry(index, person->concept, language);
    if (entry == NULL) {
        return romanize(index, person, arena);
    }
    tl_latin_name latin = {.family = entry->name->family,
                           .given = entry->name->given,
                           .patronymic = entry->name->patronymic,
                           .entry = entry};
    const tl_person_name *house = house_name(index, person);
    if ((latin.given.len == 0 && house->given.len) ||
        (latin.patronymic.len == 0 && house->patronymic.len)) {
        tl_latin_name romanized = romanize(index, person, arena);
        latin.given = latin.given.len ? latin.given : without_marks(romanized.given, arena);
        latin.patronymic =
            latin.patronymic.len ? latin.patronymic : without_marks(romanized.patronymic, arena);
    }
    return latin;
}
