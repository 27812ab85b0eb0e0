/* SPDX-License-Identifier: MPL-2.0 */
/* A concept in one language: terms under keys that say their status, and for a person the parts of
 * the name. Knows which keys hold one term and which many. The terms of an entry are added, and so
 * numbered, in the order of the rows below, whatever the order of the keys in the file. */
#include "termbase/load.h"

#include <stddef.h>

enum { PREFERRED, ACRONYM, ADMITTED, SUPERSEDED, DEPRECATED, FORBIDDEN, STATUS_KEY_COUNT };

static const struct status_key {
    tl_status status;
    bool is_acronym, is_list;
} status_keys[STATUS_KEY_COUNT] = {
    [PREFERRED] = {TL_STATUS_PREFERRED, .is_list = false},
    [ACRONYM] = {TL_STATUS_ADMITTED, .is_acronym = true},
    [ADMITTED] = {TL_STATUS_ADMITTED, .is_list = true},
    [SUPERSEDED] = {TL_STATUS_SUPERSEDED, .is_list = true},
    [DEPRECATED] = {TL_STATUS_DEPRECATED, .is_list = true},
    [FORBIDDEN] = {TL_STATUS_FORBIDDEN, .is_list = true},
};

static const tl_field entry_items[] = {
    [PREFERRED] = {.key = TL_STR_INIT("preferred")},
    [ACRONYM] = {.key = TL_STR_INIT("acronym")},
    [ADMITTED] = {.key = TL_STR_INIT("admitted")},
    [SUPERSEDED] = {.key = TL_STR_INIT("superseded")},
    [DEPRECATED] = {.key = TL_STR_INIT("deprecated")},
    [FORBIDDEN] = {.key = TL_STR_INIT("forbidden")},
    {TL_STR_INIT("family"), offsetof(tl_person_name, family), tl_load_phrase},
    {TL_STR_INIT("given"), offsetof(tl_person_name, given), tl_load_phrase},
    {TL_STR_INIT("patronymic"), offsetof(tl_person_name, patronymic), tl_load_phrase},
    {TL_STR_INIT("gender"), offsetof(tl_person_name, gender), tl_load_gender},
    {TL_STR_INIT("decline"), offsetof(tl_person_name, decline), tl_load_decline},
    {TL_STR_INIT("forms"), 0, tl_load_forms},
};

const tl_fields tl_entry_fields = {
    .what = "the terms of a language",
    .items = entry_items,
    .count = sizeof entry_items / sizeof *entry_items,
};

static void
refuse_list(tl_load *load, const tl_node *value)
{
    TL_LOAD_PROBLEM(load, value, "list for “%.*s”, want one term",
                    TL_STR_ARGS(tl_clip(value->under)));
}

/* Reads what stands under a key of status: like `proto`, one term or a list of them. */
static void
read_terms(tl_load *load, const tl_node *value, bool is_list, const tl_term *proto)
{
    if (value->kind != TL_NODE_LIST) {
        tl_load_term(load, value, proto);
    } else if (!is_list) {
        refuse_list(load, value);
    } else {
        for (const tl_node *item = value->first; item; item = item->next) {
            tl_load_term(load, item, proto);
        }
    }
}

static void
refuse_person_keys(tl_load *load, const tl_node *mapping)
{
    for (const tl_node *key = mapping->first; key; key = key->next) {
        const tl_field *field = tl_fields_find(&tl_entry_fields, key->text);
        if (field && field->read) {
            TL_LOAD_PROBLEM(load, key, "“%.*s” in a concept of type “%s”, want “person”",
                            TL_STR_ARGS(key->text), tl_concept_type_name(load->owner->type));
        }
    }
}

static void
read_mapping(tl_load *load, const tl_node *mapping, tl_entry *entry, tl_person_name *name)
{
    bool any = false;
    tl_load_fields(load, mapping, &tl_entry_fields, name);
    if (load->owner->type != TL_TYPE_PERSON && !load->is_odd_type) {
        refuse_person_keys(load, mapping);
    }
    for (size_t i = 0; i < STATUS_KEY_COUNT; i++) {
        const tl_node *key = tl_node_find(mapping, entry_items[i].key);
        if (key) {
            const tl_term proto = {.status = status_keys[i].status,
                                   .acronym = status_keys[i].is_acronym,
                                   .concept = load->owner,
                                   .entry = entry};
            read_terms(load, key->value, status_keys[i].is_list, &proto);
            any = true;
        }
    }
    if (!any) {
        TL_LOAD_PROBLEM(load, mapping, "no term for “%.*s”, want a “preferred” one",
                        TL_STR_ARGS(mapping->under));
    }
}

static void
note_special_terms(const tl_load *load, tl_entry *entry, size_t first)
{
    const tl_term *const *terms = load->termbase->terms;
    for (size_t i = first; i < load->termbase->term_count; i++) {
        if (terms[i]->status == TL_STATUS_PREFERRED) {
            entry->preferred = terms[i];
        } else if (terms[i]->acronym) {
            entry->acronym = terms[i];
        }
    }
    entry->term_count = load->termbase->term_count - first;
}

void
tl_load_entry(tl_load *load, const tl_node *value, tl_entry *entry)
{
    size_t first = load->termbase->term_count;
    tl_person_name name = {.decline = true};
    if (value->kind == TL_NODE_MAPPING) {
        read_mapping(load, value, entry, &name);
    } else if (value->kind == TL_NODE_LIST) {
        refuse_list(load, value);
    } else {
        const tl_term proto = {
            .status = TL_STATUS_PREFERRED, .concept = load->owner, .entry = entry};
        tl_load_term(load, value, &proto);
    }
    note_special_terms(load, entry, first);
    if (load->owner->type == TL_TYPE_PERSON) {
        tl_person_name_complete(&name, entry->preferred ? entry->preferred->text : TL_STR(""));
        tl_person_name *kept = tl_arena_alloc(&load->termbase->arena, 1, sizeof *kept);
        *kept = name;
        entry->name = kept;
    }
}
