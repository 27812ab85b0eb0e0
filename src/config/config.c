/* SPDX-License-Identifier: MPL-2.0 */
/* Reads one configuration file, strictly: each key by a row of a table. Knows what the keys may
 * hold, not what several files mean together (profile.c) nor where files are (configs.c). A mistake
 * is reported at its place, its value left out, and reading goes on, so that all are told at once.
 */
#include "config/reading.h"

#include "termbase/path.h"
#include "termbase/yaml_reader.h"
#include "text/language_tag.h"

#include <string.h>

static bool
accept_path(const tl_config_reading *r, const tl_node *node)
{
    bool has_line_break = memchr(node->text.ptr, '\n', node->text.len) != NULL;
    if (has_line_break) {
        TL_CONFIG_PROBLEM(r, node, "a line break in the path of a termbase, want none");
    }
    return !has_line_break;
}

static void
read_termbase(tl_config_reading *r, const tl_node *value)
{
    tl_config *config = r->config;
    tl_config_read_texts(r, value, &config->termbases, accept_path);
    for (size_t i = 0; i < config->termbases.count; i++) {
        tl_config_value *item = &config->termbases.items[i];
        if (!tl_str_starts_with(item->text, TL_STR("/"))) {
            item->text = tl_path_join(r->arena, config->path, item->text);
        }
    }
}

static void
read_ignore(tl_config_reading *r, const tl_node *value)
{
    tl_config_read_texts(r, value, &r->config->ignore, tl_config_accept_pattern);
}

static bool
accept_language(const tl_config_reading *r, const tl_node *node)
{
    if (!tl_language_is_tag(node->text)) {
        TL_CONFIG_PROBLEM(r, node, "“%.*s” is no language tag, want one like en or ru",
                          TL_STR_ARGS(tl_clip(node->text)));
        return false;
    }
    if (tl_script_of_language(node->text) == TL_SCRIPT_OTHER) {
        TL_CONFIG_PROBLEM(
            r, node,
            "language “%.*s” is written in neither Latin nor Cyrillic letters, want one that is",
            TL_STR_ARGS(tl_clip(node->text)));
        return false;
    }
    return true;
}

void
tl_config_read_languages(tl_config_reading *r, const tl_node *value)
{
    tl_config_read_choices(r, value, &r->config->languages, accept_language);
}

static bool
accept_encoding(const tl_config_reading *r, const tl_node *node)
{
    enum { MOST = 32 };
    if (tl_encoding_find(node->text)) {
        return true;
    }
    tl_config_known wanted = {.what = "encoding"};
    tl_str names[MOST];
    const tl_encoding *encoding;
    while (wanted.count < MOST && (encoding = tl_encoding_at(wanted.count))) {
        names[wanted.count++] = tl_str_from(encoding->name);
    }
    wanted.known = names;
    tl_config_report_unknown(r, node, wanted);
    return false;
}

void
tl_config_read_encodings(tl_config_reading *r, const tl_node *value)
{
    tl_config_read_choices(r, value, &r->config->encodings, accept_encoding);
}

static void
read_romanization(tl_config_reading *r, const tl_node *value)
{
    tl_config_known wanted = {.what = "romanization", .command = "termlint schemes"};
    const tl_scheme *schemes = tl_schemes(&wanted.count);
    tl_str *ids = tl_arena_alloc(r->arena, wanted.count, sizeof *ids);
    for (size_t i = 0; i < wanted.count; i++) {
        ids[i] = tl_str_from(schemes[i].id);
    }
    wanted.known = ids;
    r->config->romanization = tl_config_read_choice(r, value, wanted);
}

void
tl_config_read_fail_on(tl_config_reading *r, const tl_node *value)
{
    static const tl_str known[] = {TL_STR_INIT("error"), TL_STR_INIT("warning"),
                                   TL_STR_INIT("suggestion"), TL_STR_INIT("never")};
    r->config->fail_on = tl_config_read_choice(
        r, value, (tl_config_known){.what = "severity", .known = known, .count = 4});
}

static void
read_root(tl_config_reading *r, const tl_node *value)
{
    static const tl_str known[] = {TL_STR_INIT("true"), TL_STR_INIT("false")};
    tl_config_known wanted = {.what = "value of “root”:", .known = known, .count = 2};
    r->config->is_root = tl_str_equal(tl_config_read_choice(r, value, wanted).text, known[0]);
}

static const tl_rule *
find_rule(const tl_config_reading *r, const tl_node *key)
{
    const tl_rule *rule = tl_rule_find(key->text);
    if (rule == NULL) {
        tl_config_known wanted = {.what = "rule", .command = "termlint rules"};
        const tl_rule *const *rules = tl_rules(&wanted.count);
        tl_str ids[TL_MAX_RULES];
        for (size_t i = 0; i < wanted.count; i++) {
            ids[i] = tl_str_from(rules[i]->id);
        }
        wanted.known = ids;
        tl_config_report_unknown(r, key, wanted);
    }
    return rule;
}

void
tl_config_read_rules(tl_config_reading *r, const tl_node *value, tl_config_rules *rules)
{
    static const tl_str known[] = {TL_STR_INIT("error"), TL_STR_INIT("warning"),
                                   TL_STR_INIT("suggestion"), TL_STR_INIT("off")};
    const tl_config_known severities = {.what = "severity", .known = known, .count = 4};
    if (!tl_config_is_kind(r, value, TL_NODE_MAPPING)) {
        return;
    }
    rules->items = tl_arena_alloc(r->arena, tl_node_count(value), sizeof *rules->items);
    for (const tl_node *key = value->first; key; key = key->next) {
        tl_config_rule item = {.rule = find_rule(r, key), .place = tl_config_place_of(r, key)};
        tl_str severity = tl_config_read_choice(r, key->value, severities).text;
        if (item.rule && tl_severity_parse(severity, &item.severity)) {
            rules->items[rules->count++] = item;
        }
    }
}

static void
read_rules(tl_config_reading *r, const tl_node *value)
{
    tl_config_read_rules(r, value, &r->config->rules);
}

static void
read_override(tl_config_reading *r, const tl_node *node, tl_config_override *override)
{
    const tl_str known[] = {TL_STR("files"), TL_STR("rules")};
    if (!tl_config_is_kind(r, node, TL_NODE_MAPPING)) {
        return;
    }
    for (const tl_node *key = node->first; key; key = key->next) {
        if (tl_str_equal(key->text, known[0])) {
            tl_config_read_texts(r, key->value, &override->globs, tl_config_accept_glob);
        } else if (tl_str_equal(key->text, known[1])) {
            tl_config_read_rules(r, key->value, &override->rules);
        } else {
            tl_config_report_unknown(
                r, key,
                (tl_config_known){.what = "key of an override", .known = known, .count = 2});
        }
    }
    for (size_t i = 0; i < 2; i++) {
        if (tl_node_find(node, known[i]) == NULL) {
            TL_CONFIG_PROBLEM(r, node, "no “%.*s” in the override, want “files” and “rules”",
                              TL_STR_ARGS(known[i]));
        }
    }
}

static void
read_overrides(tl_config_reading *r, const tl_node *value)
{
    tl_config *config = r->config;
    if (!tl_config_is_kind(r, value, TL_NODE_LIST)) {
        return;
    }
    config->overrides = tl_arena_alloc(r->arena, tl_node_count(value), sizeof *config->overrides);
    for (const tl_node *item = value->first; item; item = item->next) {
        read_override(r, item, &config->overrides[config->override_count++]);
    }
}

static const struct {
    tl_str name;
    void (*read)(tl_config_reading *r, const tl_node *value);
} keys[] = {
    {TL_STR_INIT("termbase"), read_termbase},
    {TL_STR_INIT("languages"), tl_config_read_languages},
    {TL_STR_INIT("encodings"), tl_config_read_encodings},
    {TL_STR_INIT("rules"), read_rules},
    {TL_STR_INIT("romanization"), read_romanization},
    {TL_STR_INIT("fail_on"), tl_config_read_fail_on},
    {TL_STR_INIT("ignore"), read_ignore},
    {TL_STR_INIT("overrides"), read_overrides},
    {TL_STR_INIT("root"), read_root},
};

enum { KEY_COUNT = sizeof keys / sizeof keys[0] };

tl_str
tl_config_key(size_t index)
{
    return index < KEY_COUNT ? keys[index].name : TL_STR("");
}

static void
read_key(tl_config_reading *r, const tl_node *key)
{
    tl_str names[KEY_COUNT];
    for (size_t i = 0; i < KEY_COUNT; i++) {
        if (tl_str_equal(keys[i].name, key->text)) {
            keys[i].read(r, key->value);
            return;
        }
        names[i] = keys[i].name;
    }
    tl_config_report_unknown(r, key,
                             (tl_config_known){.what = "key", .known = names, .count = KEY_COUNT});
}

bool
tl_config_read(tl_config *config, tl_str bytes, tl_arena *arena, tl_problem_list *problems)
{
    tl_config_reading r = {.config = config, .arena = arena, .problems = problems};
    size_t before = problems->count;
    tl_yaml yaml;
    if (tl_yaml_open(&yaml, config->path, bytes, problems, arena)) {
        const tl_node *root = tl_yaml_next(&yaml, TL_STR(TL_CONFIG_NAME));
        if (root && tl_config_is_kind(&r, root, TL_NODE_MAPPING)) {
            for (const tl_node *key = root->first; key; key = key->next) {
                read_key(&r, key);
            }
        }
        tl_yaml_finish(&yaml);
    }
    tl_yaml_clear(&yaml);
    tl_problem_list_sort(problems);
    return problems->count == before;
}
