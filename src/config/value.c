/* SPDX-License-Identifier: MPL-2.0 */
/* What the values of a configuration have in common, whatever their keys are: one text or a list of
 * them, one of a few known texts, a text for each glob. A mistake is told at its place, and its
 * value left out. */
#include "config/reading.h"

tl_place
tl_config_place_of(const tl_config_reading *r, const tl_node *node)
{
    return (tl_place){.path = r->config->path, .line = node->line, .column = node->column};
}

static void
add_enumeration(tl_buf *out, tl_config_known wanted)
{
    for (size_t i = 0; i < wanted.count; i++) {
        tl_buf_add_cstr(out, i == 0 ? "want " : i + 1 == wanted.count ? " or " : ", ");
        tl_buf_add(out, wanted.known[i]);
    }
}

/* Says what is wanted instead: the near one, or all there are. */
void
tl_config_report_unknown(const tl_config_reading *r, const tl_node *node, tl_config_known wanted)
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
    TL_CONFIG_PROBLEM(r, node, "unknown %s “%.*s”, %.*s", wanted.what, TL_STR_ARGS(text),
                      TL_STR_ARGS(tl_buf_str(&advice)));
    tl_buf_clear(&advice);
}

bool
tl_config_is_kind(const tl_config_reading *r, const tl_node *node, tl_node_kind kind)
{
    if (node->kind == kind) {
        return true;
    }
    if (node->absent) {
        TL_CONFIG_PROBLEM(r, node, "nothing for “%.*s”, want a %s",
                          TL_STR_ARGS(tl_clip(node->under)), tl_node_kind_name(kind));
    } else if (node->kind != TL_NODE_BROKEN) {
        TL_CONFIG_PROBLEM(r, node, "%s for “%.*s”, want a %s", tl_node_kind_name(node->kind),
                          TL_STR_ARGS(tl_clip(node->under)), tl_node_kind_name(kind));
    }
    return false;
}

bool
tl_config_is_filled_text(const tl_config_reading *r, const tl_node *node)
{
    if (!tl_config_is_kind(r, node, TL_NODE_TEXT)) {
        return false;
    }
    if (node->text.len == 0) {
        TL_CONFIG_PROBLEM(r, node, "nothing for “%.*s”, want a text",
                          TL_STR_ARGS(tl_clip(node->under)));
    }
    return node->text.len > 0;
}

/* A list of texts, or a single one, that `accepts` does not complain of. */
void
tl_config_read_texts(tl_config_reading *r, const tl_node *value, tl_config_list *list,
                     tl_config_accept_fn *accepts)
{
    bool is_list = value->kind == TL_NODE_LIST;
    const tl_node *item = is_list ? value->first : value;
    list->items = tl_arena_alloc(r->arena, is_list ? tl_node_count(value) : 1, sizeof *list->items);
    list->place = tl_config_place_of(r, value);
    list->is_given = true;
    for (; item; item = is_list ? item->next : NULL) {
        if (tl_config_is_filled_text(r, item) && accepts(r, item)) {
            list->items[list->count++] =
                (tl_config_value){.text = item->text, .place = tl_config_place_of(r, item)};
        }
    }
}

bool
tl_config_accept_pattern(const tl_config_reading *r, const tl_node *node)
{
    bool is_dotted = tl_str_starts_with(node->text, TL_STR("./")) ||
                     tl_str_starts_with(node->text, TL_STR("../"));
    if (is_dotted) {
        TL_CONFIG_PROBLEM(r, node,
                          "pattern “%.*s” matches nothing, want one without “./” and “../”",
                          TL_STR_ARGS(tl_clip(node->text)));
    }
    return !is_dotted;
}

bool
tl_config_accept_glob(const tl_config_reading *r, const tl_node *node)
{
    if (tl_str_starts_with(node->text, TL_STR("!"))) {
        TL_CONFIG_PROBLEM(r, node, "“!” in pattern “%.*s”, want none outside “ignore”",
                          TL_STR_ARGS(tl_clip(node->text)));
        return false;
    }
    return tl_config_accept_pattern(r, node);
}

/* A mapping from globs, or `default`, to texts that `accepts` does not complain of. */
void
tl_config_read_choices(tl_config_reading *r, const tl_node *value, tl_config_choices *list,
                       tl_config_accept_fn *accepts)
{
    if (!tl_config_is_kind(r, value, TL_NODE_MAPPING)) {
        return;
    }
    list->items = tl_arena_alloc(r->arena, tl_node_count(value), sizeof *list->items);
    list->count = 0;
    for (const tl_node *key = value->first; key; key = key->next) {
        bool is_default = tl_str_equal(key->text, TL_STR("default"));
        bool is_good =
            is_default || (tl_config_is_filled_text(r, key) && tl_config_accept_glob(r, key));
        if (tl_config_is_filled_text(r, key->value) && accepts(r, key->value) && is_good) {
            list->items[list->count++] = (tl_config_choice){
                .glob = is_default ? TL_STR("") : key->text,
                .value = {.text = key->value->text, .place = tl_config_place_of(r, key->value)},
            };
        }
    }
}

/* The text, if it is one of the choices; else an empty one, that being reported. */
tl_config_value
tl_config_read_choice(tl_config_reading *r, const tl_node *value, tl_config_known wanted)
{
    if (tl_config_is_filled_text(r, value)) {
        for (size_t i = 0; i < wanted.count; i++) {
            if (tl_str_equal(wanted.known[i], value->text)) {
                return (tl_config_value){.text = value->text,
                                         .place = tl_config_place_of(r, value)};
            }
        }
        tl_config_report_unknown(r, value, wanted);
    }
    return (tl_config_value){0};
}
