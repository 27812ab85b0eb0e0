/* SPDX-License-Identifier: MPL-2.0 */
/* What configuration files and options together mean for one document. Layers are applied from the
 * outermost file to the nearest, then the options; each sets what it speaks of over what was set
 * before. Knows paths as letters only. Invariant: a profile points into configs and has no text of
 * its own, so that documents with the same settings have the same bytes for a profile. */
#include "config/config.h"

#include "base/glob.h"

static const size_t not_below = SIZE_MAX;

static bool
is_below(tl_str path, tl_str folder)
{
    return folder.len <= 1 || (tl_str_starts_with(path, folder) && path.len > folder.len &&
                               path.ptr[folder.len] == '/');
}

static size_t
last_name(tl_str path)
{
    size_t begin = path.len;
    while (begin > 0 && path.ptr[begin - 1] != '/') {
        begin--;
    }
    return begin;
}

/* Where in the absolute path begins what the globs of the config are about. Those of a named file
 * speak of documents everywhere, but not of the folders it is in. */
static size_t
begin_below(const tl_config *config, tl_str path)
{
    if (is_below(path, config->folder)) {
        return config->folder.len <= 1 ? 1 : config->folder.len + 1;
    }
    bool holds_config = is_below(config->folder, path) || tl_str_equal(config->folder, path);
    if (config->elsewhere.len == 0 || holds_config) {
        return not_below;
    }
    return is_below(path, config->elsewhere) && config->elsewhere.len > 1
               ? config->elsewhere.len + 1
               : last_name(path);
}

static tl_str
path_below(const tl_config *config, tl_str path)
{
    return tl_str_slice(path, begin_below(config, path), path.len);
}

/* The last pattern of the config that matches, or NULL. */
static const tl_config_value *
deciding_pattern(const tl_config *config, tl_str below, bool is_folder)
{
    for (size_t i = config->ignore.count; i-- > 0;) {
        tl_str glob = config->ignore.items[i].text;
        size_t begin = tl_str_starts_with(glob, TL_STR("!"));
        if (tl_glob_match(tl_str_slice(glob, begin, glob.len), below, is_folder)) {
            return &config->ignore.items[i];
        }
    }
    return NULL;
}

/* Whether the part of `path` that ends at `end` is left out by itself. */
static bool
leaves_out(const tl_config *nearest, tl_str path, size_t end, bool is_folder)
{
    for (const tl_config *config = nearest; config; config = config->outer) {
        size_t begin = begin_below(config, path);
        const tl_config_value *pattern =
            begin < end ? deciding_pattern(config, tl_str_slice(path, begin, end), is_folder)
                        : NULL;
        if (pattern) {
            return !tl_str_starts_with(pattern->text, TL_STR("!"));
        }
    }
    return false;
}

bool
tl_config_ignores(const tl_config *nearest, tl_str path, bool is_folder)
{
    for (size_t end = 1; (end = tl_str_find_byte(path, '/', end)) < path.len; end++) {
        if (leaves_out(nearest, path, end, true)) {
            return true;
        }
    }
    return leaves_out(nearest, path, path.len, is_folder);
}

static void
set_rules(tl_profile *profile, const tl_config_rules *rules)
{
    for (size_t i = 0; i < rules->count; i++) {
        profile->rules[tl_rule_number(rules->items[i].rule)] = &rules->items[i];
    }
}

static bool
covers_any(const tl_config_list *globs, tl_str path)
{
    for (size_t i = 0; i < globs->count; i++) {
        if (tl_glob_covers(globs->items[i].text, path)) {
            return true;
        }
    }
    return false;
}

/* The value for documents that no glob covers, which any glob outweighs, and the other one. */
typedef struct choice {
    const tl_config_value *by_default, *by_glob;
} choice;

static void
choose(choice *chosen, const tl_config_choices *choices, tl_str below)
{
    for (size_t i = 0; i < choices->count; i++) {
        const tl_config_choice *item = &choices->items[i];
        if (item->glob.len == 0) {
            chosen->by_default = &item->value;
        } else if (tl_glob_covers(item->glob, below)) {
            chosen->by_glob = &item->value;
        }
    }
}

static const tl_config_value *
chosen_value(choice chosen)
{
    return chosen.by_glob ? chosen.by_glob : chosen.by_default;
}

typedef struct chosen_by_glob {
    choice language, encoding;
} chosen_by_glob;

static void
apply(tl_profile *profile, chosen_by_glob *chosen, const tl_config *config, tl_str path)
{
    tl_str below = path_below(config, path);
    if (config->termbases.is_given) {
        profile->termbases = &config->termbases;
    }
    if (config->romanization.text.len) {
        profile->romanization = &config->romanization;
    }
    if (config->fail_on.text.len) {
        profile->fail_on = &config->fail_on;
    }
    choose(&chosen->language, &config->languages, below);
    choose(&chosen->encoding, &config->encodings, below);
    set_rules(profile, &config->rules);
    for (size_t i = 0; i < config->override_count; i++) {
        if (covers_any(&config->overrides[i].globs, below)) {
            set_rules(profile, &config->overrides[i].rules);
        }
    }
}

static void
apply_from_outermost(tl_profile *profile, chosen_by_glob *chosen, const tl_config *config,
                     tl_str path)
{
    if (config) {
        apply_from_outermost(profile, chosen, config->outer, path);
        apply(profile, chosen, config, path);
    }
}

void
tl_profile_resolve(tl_profile *profile, const tl_config *options, const tl_config *nearest,
                   tl_str path)
{
    chosen_by_glob chosen = {0};
    *profile = (tl_profile){0};
    apply_from_outermost(profile, &chosen, nearest, path);
    apply(profile, &chosen, options, path);
    profile->language = chosen_value(chosen.language);
    profile->encoding = chosen_value(chosen.encoding);
}

unsigned
tl_profile_fail_on(const tl_profile *profile)
{
    tl_severity least = TL_SEVERITY_WARNING;
    if (profile->fail_on && !tl_severity_parse(profile->fail_on->text, &least)) {
        return TL_SEVERITY_ERROR + 1;
    }
    return least;
}
