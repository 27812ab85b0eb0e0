/* SPDX-License-Identifier: MPL-2.0 */
/* The root of a file: settings of the whole termbase, what else to include, concepts. Knows how the
 * settings of several files go together: the first name holds, languages add up, the others have
 * to agree. Concepts are read one at a time, so the tree of a file never stands in memory. */
#include "termbase/load.h"

#include "base/array.h"
#include "termbase/path.h"
#include "text/language_tag.h"

static void
read_version(tl_load *load, const tl_node *value, void *field)
{
    tl_termbase_file *file = field;
    file->has_version = true;
    if (tl_load_expects(load, value, TL_NODE_TEXT) && !tl_str_equal(value->text, TL_STR("1"))) {
        TL_LOAD_PROBLEM(load, value, "format version “%.*s”, want 1",
                        TL_STR_ARGS(tl_clip(value->text)));
    }
}

/* The name of the first file that has one is that of the whole. */
static void
read_name(tl_load *load, const tl_node *value, void *field)
{
    (void)field;
    tl_str name = {NULL, 0};
    tl_load_text(load, value, &name);
    if (load->termbase->name.len == 0) {
        load->termbase->name = name;
    }
}

tl_tag *
tl_load_tag(tl_load *load, tl_str text)
{
    tl_str key = tl_arena_copy(&load->scratch, text);
    for (size_t i = 0; i < key.len; i++) {
        if (key.ptr[i] >= 'A' && key.ptr[i] <= 'Z') {
            ((char *)key.ptr)[i] |= 0x20;
        }
    }
    tl_tag *tag = tl_map_get(&load->tags, key);
    if (tag == NULL) {
        tag = tl_arena_alloc(&load->run, 1, sizeof *tag);
        tag->text = tl_arena_copy(&load->termbase->arena, key);
        tl_map_add(&load->tags, tag->text, tag);
    }
    return tag;
}

void
tl_load_list_language(tl_load *load, tl_tag *tag, const tl_termbase_file *file)
{
    if (tag->listed_in == NULL) {
        tag->listed_in = file;
        load->languages = tl_array_reserve(load->languages, &load->language_capacity,
                                           load->language_count + 1, sizeof *load->languages);
        load->languages[load->language_count++] = tag->text;
    }
}

static void
read_language(tl_load *load, const tl_node *item, const tl_termbase_file *file)
{
    if (!tl_load_expects(load, item, TL_NODE_TEXT)) {
        return;
    }
    if (!tl_language_is_tag(item->text)) {
        TL_LOAD_PROBLEM(load, item, "“%.*s” is no language tag, want one like en or sr-Latn",
                        TL_STR_ARGS(tl_clip(item->text)));
        return;
    }
    tl_tag *tag = tl_load_tag(load, item->text);
    if (tag->listed_in == file) {
        TL_LOAD_PROBLEM(load, item, "language “%.*s” is listed twice, want once",
                        TL_STR_ARGS(tag->text));
    }
    tl_load_list_language(load, tag, file);
}

static void
read_languages(tl_load *load, const tl_node *value, void *field)
{
    tl_termbase_file *file = field;
    file->has_languages = true;
    load->termbase->lists_languages = true;
    if (!tl_load_expects(load, value, TL_NODE_LIST)) {
        return;
    }
    if (value->first == NULL) {
        TL_LOAD_PROBLEM(load, value, "no language for “languages”, want at least one");
    }
    for (const tl_node *item = value->first; item; item = item->next) {
        read_language(load, item, file);
    }
}

/* Notes where a setting of the whole termbase was made; a second file may only repeat it. */
static bool
is_settled(tl_load *load, const tl_node *value, tl_place *place, bool agrees)
{
    if (place->line == 0) {
        *place = tl_load_place(load, value);
        return false;
    }
    if (!agrees) {
        TL_LOAD_PROBLEM(load, value, "“%.*s” differs from that at %.*s:%u, want one for all",
                        TL_STR_ARGS(value->under), TL_STR_ARGS(place->path), place->line);
    }
    return true;
}

static void
read_romanization(tl_load *load, const tl_node *value, void *field)
{
    (void)field;
    tl_termbase *termbase = load->termbase;
    size_t count = load->loader->scheme_count;
    size_t choice = tl_load_choice(load, value, load->loader->schemes, count);
    if (choice == count) {
        return;
    }
    bool agrees = tl_str_equal(termbase->romanization, value->text);
    if (!is_settled(load, value, &load->romanization_place, agrees)) {
        termbase->romanization = tl_arena_copy(&termbase->arena, value->text);
    }
}

static void
read_yo(tl_load *load, const tl_node *value, void *field)
{
    (void)field;
    static const tl_str choices[] = {TL_STR_INIT("lenient"), TL_STR_INIT("strict")};
    size_t choice = tl_load_choice(load, value, choices, 2);
    if (choice < 2 &&
        !is_settled(load, value, &load->yo_place, load->termbase->yo_strict == (choice == 1))) {
        load->termbase->yo_strict = choice == 1;
    }
}

static void
read_include(tl_load *load, const tl_node *item, tl_termbase_file *file)
{
    if (!tl_load_expects(load, item, TL_NODE_TEXT)) {
        return;
    }
    if (!tl_path_is_relative(item->text)) {
        TL_LOAD_PROBLEM(load, item, "cannot include “%.*s”, want a path relative to this file",
                        TL_STR_ARGS(tl_clip(item->text)));
        return;
    }
    file->includes = tl_array_reserve(file->includes, &file->include_capacity,
                                      file->include_count + 1, sizeof *file->includes);
    file->includes[file->include_count++] = (tl_termbase_include){
        .path = tl_path_join(&load->termbase->arena, file->path, item->text),
        .place = tl_load_place(load, item),
    };
}

static void
read_includes(tl_load *load, const tl_node *value, void *field)
{
    if (value->kind != TL_NODE_LIST) {
        read_include(load, value, field);
        return;
    }
    for (const tl_node *item = value->first; item; item = item->next) {
        read_include(load, item, field);
    }
}

enum { VERSION, NAME, LANGUAGES, ROMANIZATION, YO, INCLUDE, CONCEPTS, ROOT_KEY_COUNT };

static const tl_field root_items[ROOT_KEY_COUNT] = {
    [VERSION] = {.key = TL_STR_INIT("termlint"), .read = read_version},
    [NAME] = {.key = TL_STR_INIT("name"), .read = read_name},
    [LANGUAGES] = {.key = TL_STR_INIT("languages"), .read = read_languages},
    [ROMANIZATION] = {.key = TL_STR_INIT("romanization"), .read = read_romanization},
    [YO] = {.key = TL_STR_INIT("yo"), .read = read_yo},
    [INCLUDE] = {.key = TL_STR_INIT("include"), .read = read_includes},
    [CONCEPTS] = {.key = TL_STR_INIT("concepts")},
};

const tl_fields tl_root_fields = {
    .what = "a termbase", .items = root_items, .count = ROOT_KEY_COUNT};

void
tl_load_settings(tl_load *load, const tl_node *mapping, tl_termbase_file *file)
{
    static const tl_fields settings = {
        .what = "the settings of a termbase", .items = root_items + NAME, .count = INCLUDE - NAME};
    tl_load_fields(load, mapping, &settings, file);
}

static void
read_concepts(tl_load *load, tl_yaml *yaml)
{
    tl_str under = root_items[CONCEPTS].key;
    if (tl_yaml_peek(yaml) != TL_NODE_LIST) {
        const tl_node *node = tl_yaml_next(yaml, under);
        if (node) {
            tl_load_expects(load, node, TL_NODE_LIST);
        }
        return;
    }
    tl_yaml_enter(yaml, under);
    for (const tl_node *item; (item = tl_yaml_next(yaml, under)) != NULL;) {
        tl_load_concept(load, item);
        tl_arena_reset(&load->scratch);
    }
}

/* Reads the value of one key at the root; `lines` says where each key was first given. */
static void
read_root_key(tl_load *load, tl_yaml *yaml, const tl_node *key, uint32_t *lines,
              tl_termbase_file *file)
{
    const tl_field *field = tl_fields_find(&tl_root_fields, key->text);
    if (field && lines[field - root_items]) {
        TL_LOAD_PROBLEM(load, key, "key “%.*s” is given twice, first on line %u, want one",
                        TL_STR_ARGS(key->text), lines[field - root_items]);
        field = NULL;
    } else if (field) {
        lines[field - root_items] = key->line;
    } else if (key->kind == TL_NODE_TEXT) {
        tl_load_unknown_key(load, key, &tl_root_fields);
    }
    if (field == &root_items[CONCEPTS]) {
        read_concepts(load, yaml);
        return;
    }
    const tl_node *value = tl_yaml_next(yaml, key->text);
    if (field && value) {
        field->read(load, value, file);
    }
}

static void
check_header(tl_load *load, const tl_node *root, const tl_termbase_file *file)
{
    if (!file->has_version) {
        TL_LOAD_PROBLEM(load, root, "no “termlint”, want “termlint: 1”");
    }
}

void
tl_load_root(tl_load *load, tl_yaml *yaml, tl_termbase_file *file)
{
    uint32_t lines[ROOT_KEY_COUNT] = {0};
    if (tl_yaml_peek(yaml) != TL_NODE_MAPPING) {
        const tl_node *node = tl_yaml_next(yaml, TL_STR(""));
        if (node) {
            TL_LOAD_PROBLEM(load, node, "%s for a termbase, want a mapping with “termlint: 1”",
                            tl_node_kind_name(node->kind));
        }
        return;
    }
    const tl_node *entered = tl_yaml_enter(yaml, TL_STR(""));
    const tl_node root = entered ? *entered : (tl_node){0};
    for (const tl_node *key; (key = tl_yaml_next_key(yaml)) != NULL;) {
        read_root_key(load, yaml, key, lines, file);
    }
    if (!yaml->failed) {
        tl_yaml_finish(yaml);
        check_header(load, &root, file);
    }
}
