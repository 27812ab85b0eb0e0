/* SPDX-License-Identifier: MPL-2.0 */
/* The public face of configuration. Which files hold for a document is told by folders.c, what a
 * file says by config.c, what they mean together by profile.c, and the checkers are made by
 * checkers.c. Invariant: a file and a termbase are read once, and so their mistakes are told once.
 */
#include "config/configs.h"

#include "base/alloc.h"
#include "base/file.h"
#include "engine/give.h"
#include "termlint_tools.h"
#include "text/language_tag.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

/* A folder that was removed has no path, and no files either. */
static void
find_current(termlint_config *config)
{
    char *current = realpath(".", NULL);
    bool is_unknown = current == NULL && errno != ENOENT;
    if (is_unknown && errno == ENOMEM) {
        tl_out_of_memory();
    }
    if (is_unknown) {
        tl_problem_list problems = {0};
        tl_error error = {0};
        tl_file_fail(&error, "find", "the current folder");
        tl_problem_add(&problems, TL_STR("."), 0, 0, "%s", error.message);
        tl_configs_tell(config, &problems);
        tl_error_clear(&error);
    }
    const char *path = current ? current : is_unknown ? "" : "/";
    config->current = tl_arena_copy(&config->arena, tl_str_from(path));
    free(current);
}

termlint_config *
termlint_config_new(termlint_problem_fn problem, void *context)
{
    termlint_config *config = tl_alloc_zero(1, sizeof *config);
    config->problem = problem;
    config->context = context;
    config->dictionaries = tl_dictionaries_new();
    find_current(config);
    return config;
}

void
termlint_config_set_cache(termlint_config *config, const char *path)
{
    config->cache = tl_arena_copy(&config->arena, tl_str_from(path)).ptr;
    tl_dictionaries_keep_in(config->dictionaries, config->cache);
}

void
termlint_config_keep(termlint_config *config)
{
    tl_configs_keep_indexes(config);
    tl_dictionaries_keep(config->dictionaries);
}

void
termlint_config_set_unsaved(termlint_config *config, termlint_unsaved_fn unsaved, void *context)
{
    config->unsaved = (tl_unsaved){unsaved, context};
}

void
termlint_config_share(termlint_config *config, const termlint_config *other)
{
    tl_dictionaries_release(config->dictionaries);
    config->dictionaries = tl_dictionaries_share(other->dictionaries);
}

void
termlint_config_free(termlint_config *config)
{
    if (config == NULL) {
        return;
    }
    tl_configs_clear_checkers(config);
    tl_map_clear(&config->folders);
    tl_dictionaries_release(config->dictionaries);
    tl_arena_clear(&config->arena);
    tl_arena_clear(&config->scratch);
    free(config);
}

bool
termlint_config_has_mistakes(const termlint_config *config)
{
    return config->has_mistakes;
}

bool
termlint_config_add_settings(termlint_config *config, const char *folder_path, const char *text)
{
    tl_config *read = tl_arena_alloc(&config->arena, 1, sizeof *read);
    tl_problem_list problems = {0};
    read->folder = tl_arena_copy(&config->arena, tl_configs_absolute(config, folder_path));
    read->path = tl_arena_format(&config->arena, "%.*s/settings", TL_STR_ARGS(read->folder));
    tl_config_read(read, tl_arena_copy(&config->arena, tl_str_from(text)), &config->arena,
                   &problems);
    bool ok = problems.count == 0;
    tl_configs_tell(config, &problems);
    config->settings = ok ? read : NULL;
    return ok;
}

void
termlint_config_use(termlint_config *config, const char *path)
{
    config->is_chosen = true;
    config->chosen = (tl_config_folder){0};
    if (path) {
        tl_str file = tl_configs_absolute(config, path);
        tl_config *named = tl_configs_read(config, file, tl_str_from(path), &config->chosen);
        named->elsewhere = config->current;
    }
}

bool
termlint_config_ignores(termlint_config *config, const char *path, bool is_folder)
{
    tl_str whole = tl_configs_absolute(config, path);
    return tl_config_ignores(tl_configs_find(config, whole)->nearest, whole, is_folder);
}

static void
set_date(termlint_config *config, const char *value, tl_error *error)
{
    config->date = tl_date_parse(tl_str_from(value));
    if (config->date == 0) {
        tl_error_set(error, "“%s” is no date, want yyyy-mm-dd", value);
    }
}

static void
set_pair(termlint_config *config, const char *value, tl_error *error)
{
    tl_str rest = tl_arena_copy(&config->arena, tl_str_from(value));
    tl_str_split(&rest, ':', &config->pair.source);
    config->pair.target = rest;
    if (!tl_language_is_tag(config->pair.source) || !tl_language_is_tag(rest)) {
        tl_error_set(error, "“%s” is no pair of languages, want SOURCE:TARGET, such as en:ru",
                     value);
    } else if (tl_str_equal_ascii_nocase(config->pair.source, rest)) {
        tl_error_set(error, "“%s” names one language twice, want two", value);
    }
}

static void
set_sides(termlint_config *config, const char *value, tl_error *error)
{
    if (strcmp(value, "source") == 0) {
        config->side = TL_SIDE_SOURCE;
    } else if (strcmp(value, "target") == 0) {
        config->side = TL_SIDE_TARGET;
    } else if (strcmp(value, "both") == 0) {
        config->side = TL_SIDE_NONE;
    } else {
        tl_error_set(error, "“%s” is no side, want source, target or both", value);
    }
}

/* Options that no configuration file has. */
static const struct {
    const char *option;
    void (*set)(termlint_config *config, const char *value, tl_error *error);
} options_of_run[] = {{"--date", set_date}, {"--pair", set_pair}, {"--sides", set_sides}};

bool
termlint_config_set(termlint_config *config, const char *option, const char *value, char **error)
{
    tl_error problem = {0};
    size_t i = 0, count = sizeof options_of_run / sizeof *options_of_run;
    while (i < count && strcmp(option, options_of_run[i].option) != 0) {
        i++;
    }
    if (i < count) {
        options_of_run[i].set(config, value, &problem);
    } else {
        tl_config_set(&config->options, tl_str_from(option), tl_str_from(value), &config->arena,
                      &problem);
    }
    return problem.message == NULL || tl_give_error(error, &problem);
}

/* What holds in the folder of a document, and the settings for it; NULL if there are mistakes. */
static const tl_config_folder *
resolve(termlint_config *config, const char *path, tl_profile *profile)
{
    tl_str whole = tl_configs_absolute(config, path);
    const tl_config_folder *found = tl_configs_find(config, whole);
    tl_profile_resolve(profile, &config->options, found->nearest, whole);
    return found->is_broken || config->current.len == 0 ? NULL : found;
}

char *
termlint_config_print(termlint_config *config, const char *path)
{
    tl_profile profile;
    tl_buf out = {0};
    if (!resolve(config, path, &profile)) {
        return NULL;
    }
    tl_profile_print(&profile, config->current, &out);
    tl_buf_add_byte(&out, '\0');
    return out.ptr;
}

const termlint_checker *
termlint_config_checker(termlint_config *config, const char *path)
{
    tl_profile profile;
    const tl_config_folder *found = resolve(config, path, &profile);
    return found ? tl_configs_checker(config, &profile, found->nearest) : NULL;
}
