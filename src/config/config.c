/* SPDX-License-Identifier: MPL-2.0 */
/* Reads one configuration file, strictly: each key by a row of a table. Knows what the keys may
 * hold, not what several files mean together (profile.c) nor where files are (configs.c). A mistake
 * is reported at its place, its value left out, and reading goes on, so that all are told at once.
 * Options are set here too, so that they are as strict as the file. */
#include "config/config.h"

#include "termbase/path.h"
#include "termbase/yaml_reader.h"
#include "text/language_tag.h"

#include <string.h>

typedef struct reading {
    tl_config *config;
    tl_arena *arena;
    tl_problem_list *problems;
} reading;

#define PROBLEM(r, node, ...) \
    tl_problem_add((r)->problems, (r)->config->path, (node)->line, (node)->column, __VA_ARGS__)

static tl_place
place_of(const reading *r, const tl_node *node)
{
    return (tl_place){.path = r->config->path, .line = node->line, .column = node->column};
}

/* The texts that may stand somewhere. */
typedef struct choices {
    const char *what; /* for messages: "severity" */
    const tl_str *known;
    size_t count;
    const char *command; /* that lists them, where they are many */
} choices;

static void
add_enumeration(tl_buf *out, choices wanted)
{
    for (size_t i = 0; i < wanted.count; i++) {
        tl_buf_add_cstr(out, i == 0 ? "want " : i + 1 == wanted.count ? " or " : ", ");
        tl_buf_add(out, wanted.known[i]);
    }
}

/* Says what is wanted instead: the near one, or all there are. */
static void
report_unknown(const reading *r, const tl_node *node, choices wanted)
{
    tl_str near = tl_nearest(node->text, wanted.known, wanted.count);
    tl_str text = tl_clip(node->text);
    tl_buf advice = {0};
    if (near.len) {
        tl_buf_add_format(&advice, "did you mean “%.*s”", TL_STR_ARGS(near));
    } else if (wanted.command) {
        tl_buf_add_format(&advice, "want one that `%s` lists", wanted.command);
    } else {
        add_enumeration(&advice, wanted);
    }
    PROBLEM(r, node, "unknown %s “%.*s”, %.*s", wanted.what, TL_STR_ARGS(text),
            TL_STR_ARGS(tl_buf_str(&advice)));
    tl_buf_clear(&advice);
}

static bool
is_kind(const reading *r, const tl_node *node, tl_node_kind kind)
{
    if (node->kind == kind) {
        return true;
    }
    if (node->absent) {
        PROBLEM(r, node, "nothing for “%.*s”, want a %s", TL_STR_ARGS(tl_clip(node->under)),
                tl_node_kind_name(kind));
    } else if (node->kind != TL_NODE_BROKEN) {
        PROBLEM(r, node, "%s for “%.*s”, want a %s", tl_node_kind_name(node->kind),
                TL_STR_ARGS(tl_clip(node->under)), tl_node_kind_name(kind));
    }
    return false;
}

static bool
is_filled_text(const reading *r, const tl_node *node)
{
    if (!is_kind(r, node, TL_NODE_TEXT)) {
        return false;
    }
    if (node->text.len == 0) {
        PROBLEM(r, node, "nothing for “%.*s”, want a text", TL_STR_ARGS(tl_clip(node->under)));
    }
    return node->text.len > 0;
}

/* A list of texts, or a single one, that `accepts` does not complain of. */
static void
read_texts(reading *r, const tl_node *value, tl_config_list *list,
           bool (*accepts)(const reading *r, const tl_node *node))
{
    bool is_list = value->kind == TL_NODE_LIST;
    const tl_node *item = is_list ? value->first : value;
    list->items = tl_arena_alloc(r->arena, is_list ? tl_node_count(value) : 1, sizeof *list->items);
    list->place = place_of(r, value);
    list->is_given = true;
    for (; item; item = is_list ? item->next : NULL) {
        if (is_filled_text(r, item) && accepts(r, item)) {
            list->items[list->count++] =
                (tl_config_value){.text = item->text, .place = place_of(r, item)};
        }
    }
}

static bool
accept_path(const reading *r, const tl_node *node)
{
    bool has_line_break = memchr(node->text.ptr, '\n', node->text.len) != NULL;
    if (has_line_break) {
        PROBLEM(r, node, "a line break in the path of a termbase, want none");
    }
    return !has_line_break;
}

static void
read_termbase(reading *r, const tl_node *value)
{
    tl_config *config = r->config;
    read_texts(r, value, &config->termbases, accept_path);
    for (size_t i = 0; i < config->termbases.count; i++) {
        tl_config_value *item = &config->termbases.items[i];
        if (!tl_str_starts_with(item->text, TL_STR("/"))) {
            item->text = tl_path_join(r->arena, config->path, item->text);
        }
    }
}

static bool
accept_pattern(const reading *r, const tl_node *node)
{
    bool is_dotted = tl_str_starts_with(node->text, TL_STR("./")) ||
                     tl_str_starts_with(node->text, TL_STR("../"));
    if (is_dotted) {
        PROBLEM(r, node, "pattern “%.*s” matches nothing, want one without “./” and “../”",
                TL_STR_ARGS(tl_clip(node->text)));
    }
    return !is_dotted;
}

static bool
accept_glob(const reading *r, const tl_node *node)
{
    if (tl_str_starts_with(node->text, TL_STR("!"))) {
        PROBLEM(r, node, "“!” in pattern “%.*s”, want none outside “ignore”",
                TL_STR_ARGS(tl_clip(node->text)));
        return false;
    }
    return accept_pattern(r, node);
}

static void
read_ignore(reading *r, const tl_node *value)
{
    read_texts(r, value, &r->config->ignore, accept_pattern);
}

static bool
accept_language(const reading *r, const tl_node *node)
{
    if (!tl_language_is_tag(node->text)) {
        PROBLEM(r, node, "“%.*s” is no language tag, want one like en or ru",
                TL_STR_ARGS(tl_clip(node->text)));
        return false;
    }
    if (tl_script_of_language(node->text) == TL_SCRIPT_OTHER) {
        PROBLEM(
            r, node,
            "language “%.*s” is written in neither Latin nor Cyrillic letters, want one that is",
            TL_STR_ARGS(tl_clip(node->text)));
        return false;
    }
    return true;
}

/* A mapping from globs, or `default`, to texts that `accepts` does not complain of. */
static void
read_choices(reading *r, const tl_node *value, tl_config_choices *list,
             bool (*accepts)(const reading *r, const tl_node *node))
{
    if (!is_kind(r, value, TL_NODE_MAPPING)) {
        return;
    }
    list->items = tl_arena_alloc(r->arena, tl_node_count(value), sizeof *list->items);
    list->count = 0;
    for (const tl_node *key = value->first; key; key = key->next) {
        bool is_default = tl_str_equal(key->text, TL_STR("default"));
        bool is_good = is_default || (is_filled_text(r, key) && accept_glob(r, key));
        if (is_filled_text(r, key->value) && accepts(r, key->value) && is_good) {
            list->items[list->count++] = (tl_config_choice){
                .glob = is_default ? TL_STR("") : key->text,
                .value = {.text = key->value->text, .place = place_of(r, key->value)},
            };
        }
    }
}

static void
read_languages(reading *r, const tl_node *value)
{
    read_choices(r, value, &r->config->languages, accept_language);
}

static bool
accept_encoding(const reading *r, const tl_node *node)
{
    enum { MOST = 32 };
    if (tl_encoding_find(node->text)) {
        return true;
    }
    choices wanted = {.what = "encoding"};
    tl_str names[MOST];
    const tl_encoding *encoding;
    while (wanted.count < MOST && (encoding = tl_encoding_at(wanted.count))) {
        names[wanted.count++] = tl_str_from(encoding->name);
    }
    wanted.known = names;
    report_unknown(r, node, wanted);
    return false;
}

static void
read_encodings(reading *r, const tl_node *value)
{
    read_choices(r, value, &r->config->encodings, accept_encoding);
}

/* The text, if it is one of the choices; else an empty one, that being reported. */
static tl_config_value
read_choice(reading *r, const tl_node *value, choices wanted)
{
    if (is_filled_text(r, value)) {
        for (size_t i = 0; i < wanted.count; i++) {
            if (tl_str_equal(wanted.known[i], value->text)) {
                return (tl_config_value){.text = value->text, .place = place_of(r, value)};
            }
        }
        report_unknown(r, value, wanted);
    }
    return (tl_config_value){0};
}

static void
read_romanization(reading *r, const tl_node *value)
{
    choices wanted = {.what = "romanization", .command = "termlint schemes"};
    const tl_scheme *schemes = tl_schemes(&wanted.count);
    tl_str *ids = tl_arena_alloc(r->arena, wanted.count, sizeof *ids);
    for (size_t i = 0; i < wanted.count; i++) {
        ids[i] = tl_str_from(schemes[i].id);
    }
    wanted.known = ids;
    r->config->romanization = read_choice(r, value, wanted);
}

static void
read_fail_on(reading *r, const tl_node *value)
{
    static const tl_str known[] = {TL_STR_INIT("error"), TL_STR_INIT("warning"),
                                   TL_STR_INIT("suggestion"), TL_STR_INIT("never")};
    r->config->fail_on =
        read_choice(r, value, (choices){.what = "severity", .known = known, .count = 4});
}

static void
read_root(reading *r, const tl_node *value)
{
    static const tl_str known[] = {TL_STR_INIT("true"), TL_STR_INIT("false")};
    choices wanted = {.what = "value of “root”:", .known = known, .count = 2};
    r->config->is_root = tl_str_equal(read_choice(r, value, wanted).text, known[0]);
}

static const tl_rule *
find_rule(const reading *r, const tl_node *key)
{
    const tl_rule *rule = tl_rule_find(key->text);
    if (rule == NULL) {
        choices wanted = {.what = "rule", .command = "termlint rules"};
        const tl_rule *const *rules = tl_rules(&wanted.count);
        tl_str ids[TL_MAX_RULES];
        for (size_t i = 0; i < wanted.count; i++) {
            ids[i] = tl_str_from(rules[i]->id);
        }
        wanted.known = ids;
        report_unknown(r, key, wanted);
    }
    return rule;
}

static void
read_rules_into(reading *r, const tl_node *value, tl_config_rules *rules)
{
    static const tl_str known[] = {TL_STR_INIT("error"), TL_STR_INIT("warning"),
                                   TL_STR_INIT("suggestion"), TL_STR_INIT("off")};
    const choices severities = {.what = "severity", .known = known, .count = 4};
    if (!is_kind(r, value, TL_NODE_MAPPING)) {
        return;
    }
    rules->items = tl_arena_alloc(r->arena, tl_node_count(value), sizeof *rules->items);
    for (const tl_node *key = value->first; key; key = key->next) {
        tl_config_rule item = {.rule = find_rule(r, key), .place = place_of(r, key)};
        tl_str severity = read_choice(r, key->value, severities).text;
        if (item.rule && tl_severity_parse(severity, &item.severity)) {
            rules->items[rules->count++] = item;
        }
    }
}

static void
read_rules(reading *r, const tl_node *value)
{
    read_rules_into(r, value, &r->config->rules);
}

static void
read_override(reading *r, const tl_node *node, tl_config_override *override)
{
    const tl_str known[] = {TL_STR("files"), TL_STR("rules")};
    if (!is_kind(r, node, TL_NODE_MAPPING)) {
        return;
    }
    for (const tl_node *key = node->first; key; key = key->next) {
        if (tl_str_equal(key->text, known[0])) {
            read_texts(r, key->value, &override->globs, accept_glob);
        } else if (tl_str_equal(key->text, known[1])) {
            read_rules_into(r, key->value, &override->rules);
        } else {
            report_unknown(r, key,
                           (choices){.what = "key of an override", .known = known, .count = 2});
        }
    }
    for (size_t i = 0; i < 2; i++) {
        if (tl_node_find(node, known[i]) == NULL) {
            PROBLEM(r, node, "no “%.*s” in the override, want “files” and “rules”",
                    TL_STR_ARGS(known[i]));
        }
    }
}

static void
read_overrides(reading *r, const tl_node *value)
{
    tl_config *config = r->config;
    if (!is_kind(r, value, TL_NODE_LIST)) {
        return;
    }
    config->overrides = tl_arena_alloc(r->arena, tl_node_count(value), sizeof *config->overrides);
    for (const tl_node *item = value->first; item; item = item->next) {
        read_override(r, item, &config->overrides[config->override_count++]);
    }
}

static const struct {
    tl_str name;
    void (*read)(reading *r, const tl_node *value);
} keys[] = {
    {TL_STR_INIT("termbase"), read_termbase},
    {TL_STR_INIT("languages"), read_languages},
    {TL_STR_INIT("encodings"), read_encodings},
    {TL_STR_INIT("rules"), read_rules},
    {TL_STR_INIT("romanization"), read_romanization},
    {TL_STR_INIT("fail_on"), read_fail_on},
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
read_key(reading *r, const tl_node *key)
{
    tl_str names[KEY_COUNT];
    for (size_t i = 0; i < KEY_COUNT; i++) {
        if (tl_str_equal(keys[i].name, key->text)) {
            keys[i].read(r, key->value);
            return;
        }
        names[i] = keys[i].name;
    }
    report_unknown(r, key, (choices){.what = "key", .known = names, .count = KEY_COUNT});
}

bool
tl_config_read(tl_config *config, tl_str bytes, tl_arena *arena, tl_problem_list *problems)
{
    reading r = {.config = config, .arena = arena, .problems = problems};
    size_t before = problems->count;
    tl_yaml yaml;
    if (tl_yaml_open(&yaml, config->path, bytes, problems, arena)) {
        const tl_node *root = tl_yaml_next(&yaml, TL_STR(TL_CONFIG_NAME));
        if (root && is_kind(&r, root, TL_NODE_MAPPING)) {
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

/* The value of an option as a node, so that the readers of the file judge it. */
static tl_node
node_of(tl_str text, tl_str under)
{
    return (tl_node){.kind = TL_NODE_TEXT, .text = text, .under = under};
}

static void
set_rule(reading *r, tl_str setting)
{
    size_t equals = tl_str_find_byte(setting, '=', 0);
    tl_node value = node_of(tl_str_slice(setting, equals + 1, setting.len), TL_STR("rule"));
    tl_node key = node_of(tl_str_slice(setting, 0, equals), TL_STR("rule"));
    tl_node mapping = {.kind = TL_NODE_MAPPING, .first = &key};
    key.value = &value;
    if (equals == setting.len) {
        PROBLEM(r, &value, "--rule is “%.*s”, want NAME=SEVERITY", TL_STR_ARGS(tl_clip(setting)));
        return;
    }
    tl_config_rules added = {0}, all = r->config->rules;
    read_rules_into(r, &mapping, &added);
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
set_for_all(reading *r, tl_str value, void (*read)(reading *r, const tl_node *value))
{
    tl_node all = node_of(TL_STR("*"), TL_STR("")), node = node_of(value, TL_STR(""));
    tl_node mapping = {.kind = TL_NODE_MAPPING, .first = &all};
    node.under = all.under = tl_str_slice(r->config->path, 2, r->config->path.len);
    all.value = &node;
    read(r, &mapping);
}

static void
set_language(reading *r, tl_str language)
{
    set_for_all(r, language, read_languages);
}

static void
set_encoding(reading *r, tl_str encoding)
{
    set_for_all(r, encoding, read_encodings);
}

/* Options repeat: each adds to what was there. */
static void
add_termbase(reading *r, tl_str path)
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
set_fail_on(reading *r, tl_str severity)
{
    tl_node value = node_of(severity, TL_STR("fail-on"));
    read_fail_on(r, &value);
}

static const struct {
    tl_str option;
    void (*set)(reading *r, tl_str value);
} options_of_config[] = {
    {TL_STR_INIT("--termbase"), add_termbase}, {TL_STR_INIT("--rule"), set_rule},
    {TL_STR_INIT("--lang"), set_language},     {TL_STR_INIT("--encoding"), set_encoding},
    {TL_STR_INIT("--fail-on"), set_fail_on},
};

bool
tl_config_set(tl_config *options, tl_str option, tl_str value, tl_arena *arena, tl_error *error)
{
    tl_problem_list problems = {0};
    reading r = {.config = options, .arena = arena, .problems = &problems};
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
