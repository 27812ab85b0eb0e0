/* SPDX-License-Identifier: MPL-2.0 */
/* Loading a termbase: files, what they include, and the keys at their root. Knows the order of
 * things: a file is read to its end before those that it includes, a file that is reached twice is
 * read once, and what depends on the whole is checked last. Concepts are read one at a time, so
 * the tree of a file never stands in memory. */
#include "termbase/load.h"

#include "base/array.h"
#include "base/buf.h"
#include "termbase/language.h"
#include "termbase/letters.h"
#include "termbase/path.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

enum { MAX_INCLUDE_DEPTH = 32 };

typedef struct include {
    tl_str path;
    tl_place place;
} include;

typedef struct source_file {
    tl_str path; /* as it is opened */
    const struct source_file *includer;
    unsigned depth;
    bool is_open; /* it or a file that it includes is being read */
    bool has_version, has_languages;
    include *includes; /* owned array */
    size_t include_count, include_capacity;
} source_file;

static void
read_version(tl_load *load, const tl_node *value, void *field)
{
    source_file *file = field;
    file->has_version = true;
    if (tl_load_expects(load, value, TL_NODE_TEXT) && !tl_str_equal(value->text, TL_STR("1"))) {
        TL_LOAD_PROBLEM(load, value, "format version '%.*s', 1 is wanted",
                        TL_STR_ARGS(tl_clip(value->text)));
    }
}

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

static void
read_language(tl_load *load, const tl_node *item, const source_file *file)
{
    if (!tl_load_expects(load, item, TL_NODE_TEXT)) {
        return;
    }
    if (!tl_language_is_tag(item->text)) {
        TL_LOAD_PROBLEM(load, item, "'%.*s' is no language tag, one like en or sr-Latn is wanted",
                        TL_STR_ARGS(tl_clip(item->text)));
        return;
    }
    tl_tag *tag = tl_load_tag(load, item->text);
    if (tag->listed_in == file) {
        TL_LOAD_PROBLEM(load, item, "language '%.*s' is listed twice, once is wanted",
                        TL_STR_ARGS(tag->text));
    } else if (tag->listed_in == NULL) {
        tag->listed_in = file;
        load->languages = tl_array_reserve(load->languages, &load->language_capacity,
                                           load->language_count + 1, sizeof *load->languages);
        load->languages[load->language_count++] = tag->text;
    }
}

static void
read_languages(tl_load *load, const tl_node *value, void *field)
{
    source_file *file = field;
    file->has_languages = true;
    if (!tl_load_expects(load, value, TL_NODE_LIST)) {
        return;
    }
    if (value->first == NULL) {
        TL_LOAD_PROBLEM(load, value, "no language for 'languages', at least one is wanted");
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
        TL_LOAD_PROBLEM(load, value, "'%.*s' differs from that at %.*s:%u, one for all is wanted",
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
read_include(tl_load *load, const tl_node *item, source_file *file)
{
    if (!tl_load_expects(load, item, TL_NODE_TEXT)) {
        return;
    }
    if (item->text.len == 0 || !tl_path_is_relative(item->text)) {
        TL_LOAD_PROBLEM(load, item, "cannot include '%.*s', a path relative to this file is wanted",
                        TL_STR_ARGS(tl_clip(item->text)));
        return;
    }
    file->includes = tl_array_reserve(file->includes, &file->include_capacity,
                                      file->include_count + 1, sizeof *file->includes);
    file->includes[file->include_count++] = (include){
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

static const tl_fields root_fields = {
    .what = "a termbase", .items = root_items, .count = ROOT_KEY_COUNT};

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
read_root_key(tl_load *load, tl_yaml *yaml, const tl_node *key, uint32_t *lines, source_file *file)
{
    const tl_field *field = tl_fields_find(&root_fields, key->text);
    if (field && lines[field - root_items]) {
        TL_LOAD_PROBLEM(load, key, "key '%.*s' is given twice, first on line %u",
                        TL_STR_ARGS(key->text), lines[field - root_items]);
        field = NULL;
    } else if (field) {
        lines[field - root_items] = key->line;
    } else if (key->kind == TL_NODE_TEXT) {
        tl_load_unknown_key(load, key, &root_fields);
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
check_header(tl_load *load, const tl_node *root, const source_file *file)
{
    if (!file->has_version) {
        TL_LOAD_PROBLEM(load, root, "no 'termlint', 'termlint: 1' is wanted");
    }
    if (!file->has_languages && file->includer == NULL) {
        TL_LOAD_PROBLEM(load, root, "no 'languages', a list of language tags is wanted");
    }
}

static void
read_root(tl_load *load, tl_yaml *yaml, source_file *file)
{
    uint32_t lines[ROOT_KEY_COUNT] = {0};
    if (tl_yaml_peek(yaml) != TL_NODE_MAPPING) {
        const tl_node *node = tl_yaml_next(yaml, TL_STR(""));
        if (node) {
            TL_LOAD_PROBLEM(load, node, "%s for a termbase, a mapping with 'termlint: 1' is wanted",
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

static void
parse_file(tl_load *load, source_file *file, tl_str bytes)
{
    tl_yaml yaml;
    load->path = file->path;
    if (tl_yaml_open(&yaml, file->path, bytes, load->problems, &load->scratch)) {
        read_root(load, &yaml, file);
    }
    tl_yaml_clear(&yaml);
    tl_arena_reset(&load->scratch);
}

/* The bytes live only while the file is parsed. */
static void
read_file(tl_load *load, source_file *file, tl_place from)
{
    tl_arena arena = {0};
    tl_str bytes = {NULL, 0};
    tl_error error = {0};
    if (load->loader->read(load->loader->context, file->path, &arena, &bytes, &error)) {
        parse_file(load, file, bytes);
    } else {
        const char *cause = error.message ? error.message : "it cannot be read";
        bool is_root = from.line == 0;
        tl_problem_add(load->problems, is_root ? file->path : from.path, from.line, from.column,
                       "%s%.*s%s%s", is_root ? "" : "cannot include '",
                       TL_STR_ARGS(is_root ? TL_STR("") : file->path), is_root ? "" : "': ", cause);
    }
    tl_error_clear(&error);
    tl_arena_clear(&arena);
}

/* Reports that `last` includes `first`, which is open because it includes `last` somehow. */
static void
report_cycle(tl_load *load, const source_file *first, const source_file *last, tl_place place)
{
    tl_buf trail = {0};
    const source_file *chain[MAX_INCLUDE_DEPTH];
    size_t length = 0;
    for (const source_file *at = last; at != first; at = at->includer) {
        chain[length++] = at;
    }
    tl_buf_add(&trail, first->path);
    while (length > 0) {
        tl_buf_add_format(&trail, " → %.*s", TL_STR_ARGS(chain[length - 1]->path));
        length--;
    }
    tl_problem_add(load->problems, place.path, place.line, place.column,
                   "include cycle %.*s → %.*s, a tree of files is wanted",
                   TL_STR_ARGS(tl_buf_str(&trail)), TL_STR_ARGS(first->path));
    tl_buf_clear(&trail);
}

static void
load_file(tl_load *load, tl_str path, source_file *includer, tl_place from)
{
    tl_str name = tl_path_normalise(&load->run, path);
    source_file *known = tl_map_get(&load->files, name);
    if (known && known->is_open) {
        report_cycle(load, known, includer, from);
    }
    if (known) {
        return;
    }
    if (includer && includer->depth + 1 == MAX_INCLUDE_DEPTH) {
        tl_problem_add(load->problems, from.path, from.line, from.column,
                       "includes more than %d deep, a flat tree of files is wanted",
                       MAX_INCLUDE_DEPTH);
        return;
    }
    source_file *file = tl_arena_alloc(&load->run, 1, sizeof *file);
    file->path = tl_arena_copy(&load->termbase->arena, path);
    file->includer = includer;
    file->depth = includer ? includer->depth + 1 : 0;
    file->is_open = true;
    tl_map_add(&load->files, name, file);
    read_file(load, file, from);
    for (size_t i = 0; i < file->include_count; i++) {
        load_file(load, file->includes[i].path, file, file->includes[i].place);
    }
    free(file->includes);
    file->is_open = false;
}

/* The terms of each entry are consecutive in the array of all terms, in the order of the entries;
 * they are pointed to once that array has stopped moving. */
static void
link_entries(tl_termbase *termbase)
{
    size_t next = 0;
    for (size_t i = 0; i < termbase->concept_count; i++) {
        tl_entry *entries = (tl_entry *)termbase->concepts[i]->entries;
        for (size_t j = 0; j < termbase->concepts[i]->entry_count; j++) {
            if (entries[j].term_count) {
                entries[j].terms = &termbase->terms[next];
                next += entries[j].term_count;
            }
        }
    }
}

static void
keep_header(tl_load *load)
{
    tl_termbase *termbase = load->termbase;
    tl_str *languages = tl_arena_alloc(&termbase->arena, load->language_count, sizeof *languages);
    tl_str *files = tl_arena_alloc(&termbase->arena, load->files.count, sizeof *files);
    for (size_t i = 0; i < load->language_count; i++) {
        languages[i] = load->languages[i];
    }
    for (size_t i = 0; i < load->files.count; i++) {
        files[i] = ((const source_file *)load->files.entries[i].value)->path;
    }
    termbase->languages = languages;
    termbase->language_count = load->language_count;
    termbase->files = files;
    termbase->file_count = load->files.count;
}

static void
clear(tl_load *load)
{
    tl_arena_clear(&load->scratch);
    tl_arena_clear(&load->run);
    tl_map_clear(&load->files);
    tl_map_clear(&load->tags);
    free(load->languages);
    free(load->references);
    free(load->unlisted);
}

bool
tl_termbase_load(tl_termbase *termbase, const tl_termbase_loader *loader, const tl_str *paths,
                 size_t path_count, tl_problem_list *problems)
{
    tl_load load = {.termbase = termbase, .loader = loader, .problems = problems};
    size_t before = problems->count;
    for (size_t i = 0; i < path_count; i++) {
        load_file(&load, paths[i], NULL, (tl_place){.path = paths[i]});
    }
    keep_header(&load);
    link_entries(termbase);
    tl_load_check_references(&load);
    tl_load_check_languages(&load);
    tl_load_check_conflicts(&load);
    tl_problem_list_sort(problems);
    clear(&load);
    return problems->count == before;
}
