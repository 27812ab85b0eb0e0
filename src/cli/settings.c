/* SPDX-License-Identifier: MPL-2.0 */
/* From options to a configuration, in which they outweigh what any file says. What is wrong with an
 * option is told before the first document is looked for. */
#include "cli/settings.h"

#include "cli/commands.h"

#include <stdlib.h>

#if defined(__has_feature)
#define HAS_FEATURE(name) __has_feature(name)
#else
#define HAS_FEATURE(name) 0
#endif

#if defined(__SANITIZE_ADDRESS__) || HAS_FEATURE(address_sanitizer)
enum { COUNTS_LEAKS = 1 };
#else
enum { COUNTS_LEAKS = 0 };
#endif

void
tl_settings_clear(tl_settings *settings)
{
    tl_string_list_clear(&settings->termbases);
    tl_string_list_clear(&settings->rules);
}

static bool
tell(char *error)
{
    tl_fail("%s", error);
    free(error);
    return false;
}

static bool
set(termlint_config *config, const char *option, const char *value)
{
    char *error = NULL;
    return value == NULL || termlint_config_set(config, option, value, &error) || tell(error);
}

static bool
set_each(termlint_config *config, const char *option, const tl_string_list *values)
{
    for (size_t i = 0; i < values->count; i++) {
        if (!set(config, option, values->items[i])) {
            return false;
        }
    }
    return true;
}

/* $TERMLINT_CACHE, else a folder in that of the user (XDG Base Directory Specification); NULL:
 * there is none. Freed by the caller. */
static char *
cache_folder(void)
{
    const char *own = getenv("TERMLINT_CACHE"), *shared = getenv("XDG_CACHE_HOME");
    const char *home = getenv("HOME");
    tl_buf path = {0};
    if (own) {
        tl_buf_add_cstr(&path, own);
    } else if (shared && shared[0] == '/') {
        tl_buf_add_format(&path, "%s/termlint", shared);
    } else if (home && home[0] == '/') {
        tl_buf_add_format(&path, "%s/.cache/termlint", home);
    }
    if (path.len) {
        tl_buf_add_byte(&path, '\0');
    }
    return path.ptr;
}

static void
set_cache(termlint_config *config, const tl_settings *settings)
{
    char *folder = settings->takes_cache && !settings->no_cache ? cache_folder() : NULL;
    if (folder) {
        termlint_config_set_cache(config, folder);
    }
    free(folder);
}

static bool
configure(termlint_config *config, const tl_settings *settings)
{
    if (settings->config && settings->no_config) {
        tl_fail("--config and --no-config exclude each other");
        return false;
    }
    set_cache(config, settings);
    if (settings->config || settings->no_config) {
        termlint_config_use(config, settings->config);
    }
    return set_each(config, "--termbase", &settings->termbases) &&
           set_each(config, "--rule", &settings->rules) &&
           set(config, "--lang", settings->language) &&
           set(config, "--encoding", settings->encoding) &&
           set(config, "--fail-on", settings->fail_on) && set(config, "--date", settings->date) &&
           set(config, "--pair", settings->pair) && set(config, "--sides", settings->sides);
}

termlint_config *
tl_settings_config(const tl_settings *settings)
{
    return tl_settings_config_telling(settings, tl_print_problem, NULL);
}

termlint_config *
tl_settings_config_telling(const tl_settings *settings, termlint_problem_fn problem, void *context)
{
    termlint_config *config = termlint_config_new(problem, context);
    if (!configure(config, settings)) {
        termlint_config_free(config);
        return NULL;
    }
    return config;
}

void
tl_settings_leave(termlint_config *config)
{
    if (config) {
        termlint_config_keep(config);
    }
    if (COUNTS_LEAKS) {
        termlint_config_free(config);
    }
}
