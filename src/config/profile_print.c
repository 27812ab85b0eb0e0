/* SPDX-License-Identifier: MPL-2.0 */
/* Writes the settings of one document as a configuration file that means the same wherever it is
 * put: every value with who set it in a comment, and what nobody set as a comment only, since a
 * default that is written down is no default any more (it would outweigh a term's own severity). */
#include "config/config.h"

#include "termbase/path.h"

/* Texts in double quotes, as YAML and JSON alike have them. */
static void
add_quoted(tl_buf *out, tl_str text)
{
    tl_buf_add_byte(out, '"');
    for (size_t i = 0; i < text.len; i++) {
        unsigned char byte = (unsigned char)text.ptr[i];
        if (byte < 0x20) {
            tl_buf_add_format(out, "\\x%02x", byte);
            continue;
        }
        tl_buf_add_cstr(out, byte == '"' || byte == '\\' ? "\\" : "");
        tl_buf_add_byte(out, text.ptr[i]);
    }
    tl_buf_add_byte(out, '"');
}

static void
add_origin(tl_buf *out, const tl_place *place)
{
    tl_buf_add_cstr(out, "  # ");
    for (size_t i = 0; i < place->path.len; i++) {
        char byte = place->path.ptr[i];
        tl_buf_add_byte(out, (unsigned char)byte < 0x20 ? '?' : byte);
    }
    if (place->line) {
        tl_buf_add_format(out, ":%u:%u", place->line, place->column);
    }
    tl_buf_add_byte(out, '\n');
}

static void
print_termbases(const tl_config_list *termbases, tl_str current, tl_buf *out)
{
    if (termbases == NULL) {
        tl_buf_add_cstr(out, "# termbase: none\n");
        return;
    }
    tl_buf_add_cstr(out, termbases->count ? "termbase:" : "termbase: []");
    add_origin(out, &termbases->place);
    tl_arena arena = {0};
    for (size_t i = 0; i < termbases->count; i++) {
        const tl_config_value *item = &termbases->items[i];
        bool is_absolute = tl_str_starts_with(item->text, TL_STR("/"));
        tl_str below = tl_arena_format(&arena, "%.*s/", TL_STR_ARGS(current));
        tl_buf_add_cstr(out, "  - ");
        add_quoted(out, is_absolute ? item->text : tl_path_join(&arena, below, item->text));
        add_origin(out, &item->place);
    }
    tl_arena_clear(&arena);
}

/* One line "KEY: VALUE  # ORIGIN", or the default as a comment. */
static void
print_value(const tl_config_value *value, const char *key, const char *by_default, tl_buf *out)
{
    if (value) {
        tl_buf_add_format(out, "%s: %.*s", key, TL_STR_ARGS(value->text));
        add_origin(out, &value->place);
    } else {
        tl_buf_add_format(out, "# %s: %s\n", key, by_default);
    }
}

/* A mapping with the one value that holds for the document. */
static void
print_choice(const tl_config_value *value, const char *key, const char *by_default, tl_buf *out)
{
    if (value) {
        tl_buf_add_format(out, "%s:\n", key);
    }
    print_value(value, value ? "  default" : key, by_default, out);
}

static void
print_rules(const tl_profile *profile, tl_buf *out)
{
    size_t count, set = 0;
    const tl_rule *const *rules = tl_rules(&count);
    for (size_t i = 0; i < count; i++) {
        set += profile->rules[i] != NULL;
    }
    tl_buf_add_cstr(out, set ? "rules:\n" : "# rules:\n");
    for (size_t i = 0; i < count; i++) {
        const tl_config_rule *rule = profile->rules[i];
        if (rule) {
            tl_buf_add_format(out, "  %s: %s", rules[i]->id, tl_severity_name(rule->severity));
            add_origin(out, &rule->place);
        } else {
            tl_buf_add_format(out, "  # %s: %s\n", rules[i]->id,
                              rules[i]->severities ? rules[i]->severities
                                                   : tl_severity_name(rules[i]->severity));
        }
    }
}

void
tl_profile_print(const tl_profile *profile, tl_str current, tl_buf *out)
{
    tl_buf_add_cstr(out, "root: true\n");
    print_termbases(profile->termbases, current, out);
    print_choice(profile->language, "languages", "told by the script of the text", out);
    print_choice(profile->encoding, "encodings", "told by the document", out);
    print_value(profile->romanization, "romanization", "that of the termbase", out);
    print_value(profile->fail_on, "fail_on", "warning", out);
    print_rules(profile, out);
}
