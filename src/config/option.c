/* SPDX-License-Identifier: MPL-2.0 */
/* Options of the command line as settings. What a value may be is told by the readers of the file,
 * so that an option is as strict as its key. */
#include "config/reading.h"

/* The value of an option as a node, so that the readers of the file judge it. */
static tl_node
node_of(tl_str text, tl_str under)
{
    return (tl_node){.kind = TL_NODE_TEXT, .text = text, .under = under};
}

static void
set_rule(tl_config_reading *r, tl_str setting)
{
    size_t equals = tl_str_find_byte(setting, '=', 0);
    tl_node value = node_of(tl_str_slice(setting, equals + 1, setting.len), TL_STR("rule"));
    tl_node key = node_of(tl_str_slice(setting, 0, equals), TL_STR("rule"));
    tl_node mapping = {.kind = TL_NODE_MAPPING, .first = &key};
    key.value = &value;
    if (equals == setting.len) {
        TL_CONFIG_PROBLEM(r, &value, "--rule is “%.*s”, want NAME=SEVERITY",
                          TL_STR_ARGS(tl_clip(setting)));
        return;
    }
    tl_config_rules added = {0}, all = r->config->rules;
    tl_config_read_rules(r, &mapping, &added);
    tl_config_rule *items = tl_arena_alloc(r->arena, all.count + 1, sizeof *items);
    for (size_t i = 0; i < all.count; i++) {
        items[i] = all.items[i];
    }
    if (added.count) {
        items[all.count++] = added.items[0];
    }
    r->config->rules = (tl_config_rules){.items = items, .count = all.count};
}

/* The value for all documents. */
static void
set_for_all(tl_config_reading *r, tl_str value,
            void (*read)(tl_config_reading *r, const tl_node *value))
{
    tl_node all = node_of(TL_STR("*"), TL_STR("")), node = node_of(value, TL_STR(""));
    tl_node mapping = {.kind = TL_NODE_MAPPING, .first = &all};
    node.under = all.under = tl_str_slice(r->config->path, 2, r->config->path.len);
    all.value = &node;
    read(r, &mapping);
}

static void
set_language(tl_config_reading *r, tl_str language)
{
    set_for_all(r, language, tl_config_read_languages);
}

static void
set_encoding(tl_config_reading *r, tl_str encoding)
{
    set_for_all(r, encoding, tl_config_read_encodings);
}

/* Options repeat: each adds to what was there. */
static void
add_termbase(tl_config_reading *r, tl_str path)
{
    tl_config_list *list = &r->config->termbases;
    tl_config_value *items = tl_arena_alloc(r->arena, list->count + 1, sizeof *items);
    for (size_t i = 0; i < list->count; i++) {
        items[i] = list->items[i];
    }
    list->place = (tl_place){.path = r->config->path};
    items[list->count++] = (tl_config_value){.text = path, .place = list->place};
    list->items = items;
    list->is_given = true;
}

static void
set_fail_on(tl_config_reading *r, tl_str severity)
{
    tl_node value = node_of(severity, TL_STR("fail-on"));
    tl_config_read_fail_on(r, &value);
}

static const struct {
    tl_str option;
    void (*set)(tl_config_reading *r, tl_str value);
} options_of_config[] = {
    {TL_STR_INIT("--termbase"), add_termbase}, {TL_STR_INIT("--rule"), set_rule},
    {TL_STR_INIT("--lang"), set_language},     {TL_STR_INIT("--encoding"), set_encoding},
    {TL_STR_INIT("--fail-on"), set_fail_on},
};

bool
tl_config_set(tl_config *options, tl_str option, tl_str value, tl_arena *arena, tl_error *error)
{
    tl_problem_list problems = {0};
    tl_config_reading r = {.config = options, .arena = arena, .problems = &problems};
    tl_str kept = tl_arena_copy(arena, value);
    bool known = false;
    for (size_t i = 0; i < sizeof options_of_config / sizeof options_of_config[0]; i++) {
        if (tl_str_equal(options_of_config[i].option, option)) {
            options->path = options_of_config[i].option;
            options_of_config[i].set(&r, kept);
            known = true;
        }
    }
    if (!known) {
        tl_error_set(error, "no setting “%.*s”", TL_STR_ARGS(option));
    } else if (problems.count) {
        tl_error_set(error, "%s", problems.items[0].message);
    }
    bool ok = known && problems.count == 0;
    tl_problem_list_clear(&problems);
    return ok;
}
