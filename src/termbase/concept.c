/* SPDX-License-Identifier: MPL-2.0 */
/* A concept: its own keys by a table, then its languages. Knows the order in which a mapping has to
 * be read whatever the order of its keys: the type first, since it says which other keys are
 * right. Every concept that is read is added, however broken, so that the places and numbers of
 * the others do not depend on it. */
#include "termbase/load.h"

#include "base/array.h"
#include "termbase/ids.h"
#include "termbase/names.h"
#include "text/language_tag.h"

#include <stddef.h>

static void
read_id(tl_load *load, const tl_node *value, void *field)
{
    tl_concept *concept = field;
    if (!tl_load_expects(load, value, TL_NODE_TEXT)) {
        return;
    }
    if (!tl_id_is_good(value->text)) {
        TL_LOAD_PROBLEM(load, value, "bad id “%.*s”, want small Latin letters, digits and hyphens",
                        TL_STR_ARGS(tl_clip(value->text)));
        return;
    }
    concept->id = tl_arena_copy(&load->termbase->arena, value->text);
    const tl_concept *other = tl_map_add(&load->termbase->by_id, concept->id, concept);
    if (other) {
        TL_LOAD_PROBLEM(load, value, "id “%.*s” is taken by the concept at %.*s:%u, want another",
                        TL_STR_ARGS(tl_clip(value->text)), TL_STR_ARGS(other->place.path),
                        other->place.line);
    }
}

static void
read_part_of(tl_load *load, const tl_node *value, void *field)
{
    tl_load_reference(load, value, field, true);
}

static void
read_person(tl_load *load, const tl_node *value, void *field)
{
    tl_load_reference(load, value, field, false);
}

static void
read_distinct(tl_load *load, const tl_node *value, void *field)
{
    tl_concept *concept = field;
    concept->distinct = tl_load_phrases(load, value, &concept->distinct_count);
}

static const tl_field holder_items[] = {
    {TL_STR_INIT("person"), offsetof(tl_holder, person), read_person},
    {TL_STR_INIT("from"), offsetof(tl_holder, from), tl_load_date},
    {TL_STR_INIT("until"), offsetof(tl_holder, until), tl_load_date},
};

const tl_fields tl_holder_fields = {
    .what = "a holder", .items = holder_items, .count = sizeof holder_items / sizeof *holder_items};

static void
read_holders(tl_load *load, const tl_node *value, void *field)
{
    tl_concept *concept = field;
    if (!tl_load_expects(load, value, TL_NODE_LIST)) {
        return;
    }
    tl_holder *holders =
        tl_arena_alloc(&load->termbase->arena, tl_node_count(value), sizeof *holders);
    for (const tl_node *item = value->first; item; item = item->next) {
        tl_holder *holder = &holders[concept->holder_count++];
        holder->place = tl_load_place(load, item);
        tl_load_fields(load, item, &tl_holder_fields, holder);
        tl_load_check_period(load, item, holder->from, holder->until);
        if (item->kind == TL_NODE_MAPPING && !tl_node_find(item, TL_STR("person"))) {
            TL_LOAD_PROBLEM(load, item, "a holder without “person”, want the id of one");
        }
    }
    concept->holders = holders;
}

static void
read_expect(tl_load *load, const tl_node *value, void *field)
{
    if (!value->absent) {
        tl_load_text(load, value, field);
    }
}

static const tl_field example_items[] = {
    {TL_STR_INIT("text"), offsetof(tl_example, text), tl_load_text},
    {TL_STR_INIT("expect"), offsetof(tl_example, expect), read_expect},
};

const tl_fields tl_example_fields = {.what = "an example",
                                     .items = example_items,
                                     .count = sizeof example_items / sizeof *example_items};

static void
read_examples(tl_load *load, const tl_node *value, void *field)
{
    tl_concept *concept = field;
    if (!tl_load_expects(load, value, TL_NODE_LIST)) {
        return;
    }
    tl_example *examples =
        tl_arena_alloc(&load->termbase->arena, tl_node_count(value), sizeof *examples);
    for (const tl_node *item = value->first; item; item = item->next) {
        tl_example *example = &examples[concept->example_count++];
        const tl_node *text = tl_node_find(item, TL_STR("text"));
        example->place = tl_load_place(load, text ? text->value : item);
        tl_load_fields(load, item, &tl_example_fields, example);
        if (item->kind == TL_NODE_MAPPING && text == NULL) {
            TL_LOAD_PROBLEM(load, item, "an example without “text”, want the sentence");
        }
    }
    concept->examples = examples;
}

static void
read_type(tl_load *load, const tl_node *value, void *field)
{
    size_t choice = tl_load_choice(load, value, tl_type_names, TL_TYPE_COUNT);
    if (choice < TL_TYPE_COUNT) {
        *(tl_concept_type *)field = (tl_concept_type)choice;
    } else {
        load->is_odd_type = true;
    }
}

static const tl_field concept_items[] = {
    {TL_STR_INIT("id"), 0, read_id},
    {TL_STR_INIT("type"), offsetof(tl_concept, type), read_type},
    {TL_STR_INIT("part_of"), offsetof(tl_concept, part_of), read_part_of},
    {TL_STR_INIT("definition"), offsetof(tl_concept, definition), tl_load_text},
    {TL_STR_INIT("note"), offsetof(tl_concept, note), tl_load_text},
    {TL_STR_INIT("source"), offsetof(tl_concept, source), tl_load_text},
    {TL_STR_INIT("subject"), offsetof(tl_concept, subject), tl_load_text},
    {TL_STR_INIT("severity"), offsetof(tl_concept, severity), tl_load_level},
    {TL_STR_INIT("distinct"), 0, read_distinct},
    {TL_STR_INIT("holders"), 0, read_holders},
    {TL_STR_INIT("examples"), 0, read_examples},
};

const tl_fields tl_concept_fields = {
    .what = "a concept",
    .items = concept_items,
    .count = sizeof concept_items / sizeof *concept_items,
    .takes_languages = true,
};

static bool
is_language_key(const tl_node *key)
{
    return tl_fields_find(&tl_concept_fields, key->text) == NULL && tl_language_is_tag(key->text);
}

/* Whether it is listed is asked at the end: `languages:` may follow the concepts. */
static tl_str
language_of_key(tl_load *load, const tl_node *key)
{
    tl_tag *tag = tl_load_tag(load, key->text);
    if (tag->listed_in == NULL && tag->noted_in != load->file) {
        tag->noted_in = load->file;
        load->unlisted = tl_array_reserve(load->unlisted, &load->unlisted_capacity,
                                          load->unlisted_count + 1, sizeof *load->unlisted);
        load->unlisted[load->unlisted_count++] =
            (tl_unlisted){.tag = tag, .file = load->file, .place = tl_load_place(load, key)};
    }
    return tag->text;
}

static bool
has_entry(const tl_concept *concept, tl_str language)
{
    for (size_t i = 0; i < concept->entry_count; i++) {
        if (tl_str_equal(concept->entries[i].language, language)) {
            return true;
        }
    }
    return false;
}

/* Two keys can be one language in capitals and small letters: the second is reported. */
static void
read_languages(tl_load *load, const tl_node *mapping, tl_concept *concept)
{
    size_t room = 0;
    for (const tl_node *key = mapping->first; key; key = key->next) {
        room += is_language_key(key);
    }
    tl_entry *entries = tl_arena_alloc(&load->termbase->arena, room, sizeof *entries);
    concept->entries = entries;
    for (const tl_node *key = mapping->first; key; key = key->next) {
        if (!is_language_key(key)) {
            continue;
        }
        tl_str language = language_of_key(load, key);
        if (has_entry(concept, language)) {
            TL_LOAD_PROBLEM(load, key, "language “%.*s” is given twice, want one key",
                            TL_STR_ARGS(language));
            continue;
        }
        tl_entry *entry = &entries[concept->entry_count++];
        entry->language = language;
        tl_load_entry(load, key->value, entry);
    }
}

static void
check_completeness(tl_load *load, const tl_node *mapping, const tl_concept *concept)
{
    const tl_node *holders = tl_node_find(mapping, TL_STR("holders"));
    if (tl_node_find(mapping, TL_STR("id")) == NULL) {
        TL_LOAD_PROBLEM(load, mapping, "a concept without “id”, want one of its own");
    }
    if (concept->entry_count == 0) {
        TL_LOAD_PROBLEM(load, mapping, "a concept without any term, want a language with one");
    }
    if (holders && concept->type != TL_TYPE_TITLE && !load->is_odd_type) {
        TL_LOAD_PROBLEM(load, holders, "“holders” in a concept of type “%s”, want “title”",
                        tl_concept_type_name(concept->type));
    }
}

static tl_concept *
add_concept(tl_load *load, const tl_node *node)
{
    tl_termbase *termbase = load->termbase;
    tl_concept *concept = tl_arena_alloc(&termbase->arena, 1, sizeof *concept);
    concept->place = tl_load_place(load, node);
    concept->number = (uint32_t)termbase->concept_count;
    termbase->concepts = tl_array_reserve(termbase->concepts, &termbase->concept_capacity,
                                          termbase->concept_count + 1, sizeof *termbase->concepts);
    termbase->concepts[termbase->concept_count++] = concept;
    return concept;
}

void
tl_load_concept(tl_load *load, const tl_node *node)
{
    if (!tl_load_expects(load, node, TL_NODE_MAPPING)) {
        return;
    }
    tl_concept *concept = add_concept(load, node);
    load->owner = concept;
    load->is_odd_type = false;
    tl_load_fields(load, node, &tl_concept_fields, concept);
    read_languages(load, node, concept);
    check_completeness(load, node, concept);
}

/* A file that was asked for and lists no languages has those that stand in it and in what it
 * includes. */
static bool
has_open_list(const tl_termbase_file *file)
{
    while (file->includer) {
        file = file->includer;
    }
    return !file->has_languages;
}

static void
report_unlisted(tl_load *load, const tl_unlisted *unlisted, tl_str near)
{
    tl_place place = unlisted->place;
    tl_str tag = unlisted->tag->text;
    if (near.len) {
        tl_problem_add(load->problems, place.path, place.line, place.column,
                       "unknown key “%.*s” in a concept, did you mean “%.*s”", TL_STR_ARGS(tag),
                       TL_STR_ARGS(near));
        return;
    }
    tl_str listed = tl_load_enumerate(load, load->languages, load->language_count);
    tl_problem_add(load->problems, place.path, place.line, place.column,
                   "language “%.*s” is not in “languages”, want %.*s", TL_STR_ARGS(tag),
                   TL_STR_ARGS(listed));
}

void
tl_load_check_languages(tl_load *load)
{
    size_t listed = load->language_count;
    for (size_t i = 0; i < load->unlisted_count; i++) {
        const tl_unlisted *unlisted = &load->unlisted[i];
        if (unlisted->tag->listed_in) {
            continue;
        }
        tl_str near = tl_load_nearest_key(load, unlisted->tag->text, &tl_concept_fields);
        bool is_open = has_open_list(unlisted->file);
        if (is_open && near.len == 0) {
            tl_load_list_language(load, unlisted->tag, unlisted->file);
        } else if (near.len || listed) {
            report_unlisted(load, unlisted, near);
        }
        tl_arena_reset(&load->scratch);
    }
}
