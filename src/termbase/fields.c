/* SPDX-License-Identifier: MPL-2.0 */
/* Mappings read by tables of keys, and the readers of plain values: texts, dates, choices. Knows
 * what a value may be, not what it is for. What a reader cannot use it reports and leaves its
 * field as it was; a broken node was reported before, so nothing is said of it. */
#include "termbase/load.h"

#include "base/array.h"
#include "base/buf.h"
#include "termbase/letters.h"
#include "termbase/names.h"
#include "text/language_tag.h"

#include <string.h>

enum { MOST_ENUMERATED = 20 };

tl_place
tl_load_place(const tl_load *load, const tl_node *node)
{
    return (tl_place){.path = load->path, .line = node->line, .column = node->column};
}

const tl_field *
tl_fields_find(const tl_fields *fields, tl_str key)
{
    for (size_t i = 0; i < fields->count; i++) {
        if (tl_str_equal(fields->items[i].key, key)) {
            return &fields->items[i];
        }
    }
    return NULL;
}

bool
tl_load_is_full(const tl_load *load)
{
    return load->problems->kept < load->problems->count;
}

tl_str
tl_load_enumerate(tl_load *load, const tl_str *items, size_t count)
{
    tl_buf text = {0};
    count = count < MOST_ENUMERATED ? count : MOST_ENUMERATED;
    for (size_t i = 0; i < count; i++) {
        tl_buf_add_cstr(&text, i == 0 ? "" : i + 1 == count ? " or " : ", ");
        tl_buf_add(&text, items[i]);
    }
    tl_str list = tl_arena_copy(&load->scratch, tl_buf_str(&text));
    tl_buf_clear(&text);
    return list;
}

/* The keys of the table, and the languages where those are keys, in the scratch arena. */
static tl_str *
list_keys(tl_load *load, const tl_fields *fields, size_t *count)
{
    size_t languages = fields->takes_languages ? load->language_count : 0;
    languages = languages < MOST_ENUMERATED ? languages : MOST_ENUMERATED;
    tl_str *keys = tl_arena_alloc(&load->scratch, fields->count + languages, sizeof *keys);
    for (size_t i = 0; i < fields->count; i++) {
        keys[i] = fields->items[i].key;
    }
    for (size_t i = 0; i < languages; i++) {
        keys[fields->count + i] = load->languages[i];
    }
    *count = fields->count + languages;
    return keys;
}

tl_str
tl_load_nearest_key(tl_load *load, tl_str text, const tl_fields *fields)
{
    size_t count;
    if (tl_load_is_full(load)) {
        return (tl_str){NULL, 0};
    }
    const tl_str *keys = list_keys(load, fields, &count);
    return tl_nearest(text, keys, count);
}

void
tl_load_unknown_key(tl_load *load, const tl_node *key, const tl_fields *fields)
{
    size_t count;
    if (tl_load_is_full(load)) {
        TL_LOAD_PROBLEM(load, key, "unknown key");
        return;
    }
    const tl_str *keys = list_keys(load, fields, &count);
    tl_str near = tl_nearest(key->text, keys, count);
    if (near.len) {
        TL_LOAD_PROBLEM(load, key, "unknown key “%.*s” in %s, did you mean “%.*s”",
                        TL_STR_ARGS(tl_clip(key->text)), fields->what, TL_STR_ARGS(near));
        return;
    }
    TL_LOAD_PROBLEM(load, key, "unknown key “%.*s” in %s, want one of %.*s",
                    TL_STR_ARGS(tl_clip(key->text)), fields->what,
                    TL_STR_ARGS(tl_load_enumerate(load, keys, count)));
}

bool
tl_load_expects(tl_load *load, const tl_node *node, tl_node_kind kind)
{
    if (node->kind == kind) {
        return true;
    }
    if (node->kind == TL_NODE_TEXT && node->absent) {
        TL_LOAD_PROBLEM(load, node, "nothing for “%.*s”, want a %s",
                        TL_STR_ARGS(tl_clip(node->under)), tl_node_kind_name(kind));
    } else if (node->kind != TL_NODE_BROKEN) {
        TL_LOAD_PROBLEM(load, node, "%s for “%.*s”, want a %s", tl_node_kind_name(node->kind),
                        TL_STR_ARGS(tl_clip(node->under)), tl_node_kind_name(kind));
    }
    return false;
}

void
tl_load_fields(tl_load *load, const tl_node *mapping, const tl_fields *fields, void *target)
{
    if (!tl_load_expects(load, mapping, TL_NODE_MAPPING)) {
        return;
    }
    for (const tl_node *key = mapping->first; key; key = key->next) {
        const tl_field *field = tl_fields_find(fields, key->text);
        if (field && field->read) {
            field->read(load, key->value, (char *)target + field->offset);
        } else if (field == NULL && !(fields->takes_languages && tl_language_is_tag(key->text))) {
            tl_load_unknown_key(load, key, fields);
        }
    }
}

void
tl_load_text(tl_load *load, const tl_node *value, void *field)
{
    if (value->absent) {
        TL_LOAD_PROBLEM(load, value, "nothing for “%.*s”, want a text, an empty one in quotes",
                        TL_STR_ARGS(tl_clip(value->under)));
    } else if (tl_load_expects(load, value, TL_NODE_TEXT)) {
        *(tl_str *)field = tl_letters_nfc(&load->termbase->arena, value->text);
    }
}

static bool
is_phrase(tl_load *load, const tl_node *value)
{
    if (!tl_load_expects(load, value, TL_NODE_TEXT)) {
        return false;
    }
    if (value->text.len == 0) {
        TL_LOAD_PROBLEM(load, value,
                        "empty text for “%.*s”, want words, in quotes if “#” begins them",
                        TL_STR_ARGS(tl_clip(value->under)));
        return false;
    }
    const char *fault = NULL;
    if (tl_str_trim(value->text).len < value->text.len) {
        fault = "begins or ends with white space, want none there";
    } else if (memchr(value->text.ptr, '\n', value->text.len) ||
               memchr(value->text.ptr, '\t', value->text.len)) {
        fault = "has a line break or a tab in it, want spaces";
    } else if (!tl_letters_exist(value->text)) {
        fault = "has neither letter nor digit, want a word";
    }
    if (fault) {
        TL_LOAD_PROBLEM(load, value, "“%.*s” for “%.*s” %s", TL_STR_ARGS(tl_clip(value->text)),
                        TL_STR_ARGS(tl_clip(value->under)), fault);
    }
    return fault == NULL;
}

void
tl_load_phrase(tl_load *load, const tl_node *value, void *field)
{
    if (is_phrase(load, value)) {
        *(tl_str *)field = tl_letters_nfc(&load->termbase->arena, value->text);
    }
}

void
tl_load_date(tl_load *load, const tl_node *value, void *field)
{
    if (!tl_load_expects(load, value, TL_NODE_TEXT)) {
        return;
    }
    tl_date date = tl_date_parse(value->text);
    if (date == 0) {
        TL_LOAD_PROBLEM(load, value, "“%.*s” for “%.*s” is no date, want yyyy-mm-dd",
                        TL_STR_ARGS(tl_clip(value->text)), TL_STR_ARGS(tl_clip(value->under)));
        return;
    }
    *(tl_date *)field = date;
}

size_t
tl_load_choice(tl_load *load, const tl_node *value, const tl_str *choices, size_t count)
{
    if (!tl_load_expects(load, value, TL_NODE_TEXT)) {
        return count;
    }
    for (size_t i = 0; i < count; i++) {
        if (tl_str_equal(choices[i], value->text)) {
            return i;
        }
    }
    tl_str near = tl_nearest(value->text, choices, count);
    if (near.len) {
        TL_LOAD_PROBLEM(load, value, "unknown %.*s “%.*s”, did you mean “%.*s”",
                        TL_STR_ARGS(tl_clip(value->under)), TL_STR_ARGS(tl_clip(value->text)),
                        TL_STR_ARGS(near));
    } else {
        TL_LOAD_PROBLEM(load, value, "unknown %.*s “%.*s”, want %.*s",
                        TL_STR_ARGS(tl_clip(value->under)), TL_STR_ARGS(tl_clip(value->text)),
                        TL_STR_ARGS(tl_load_enumerate(load, choices, count)));
    }
    return count;
}

void
tl_load_level(tl_load *load, const tl_node *value, void *field)
{
    const size_t given = TL_LEVEL_COUNT - 1; /* the first level is that of no level given */
    size_t choice = tl_load_choice(load, value, tl_level_names + 1, given);
    if (choice < given) {
        *(tl_level *)field = (tl_level)(choice + 1);
    }
}

const tl_str *
tl_load_phrases(tl_load *load, const tl_node *value, size_t *count)
{
    bool is_list = value->kind == TL_NODE_LIST;
    size_t room = is_list ? tl_node_count(value) : 1;
    tl_str *phrases = tl_arena_alloc(&load->termbase->arena, room, sizeof *phrases);
    const tl_node *item = is_list ? value->first : value;
    *count = 0;
    for (size_t i = 0; i < room; i++, item = item->next) {
        tl_load_phrase(load, item, &phrases[*count]);
        *count += phrases[*count].len > 0;
    }
    return phrases;
}

void
tl_load_check_period(tl_load *load, const tl_node *mapping, tl_date from, tl_date until)
{
    if (from && until && from > until) {
        const tl_node *key = tl_node_find(mapping, TL_STR("until"));
        TL_LOAD_PROBLEM(load, key->value,
                        "“until” is before “from”, want an end that is not before the beginning");
    }
}

void
tl_load_reference(tl_load *load, const tl_node *value, const tl_concept **target, bool is_part_of)
{
    if (!tl_load_expects(load, value, TL_NODE_TEXT)) {
        return;
    }
    load->references = tl_array_reserve(load->references, &load->reference_capacity,
                                        load->reference_count + 1, sizeof *load->references);
    load->references[load->reference_count++] = (tl_reference){
        .id = tl_arena_copy(&load->run, value->text),
        .target = target,
        .owner = load->owner,
        .is_part_of = is_part_of,
        .place = tl_load_place(load, value),
    };
}
