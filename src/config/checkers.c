/* SPDX-License-Identifier: MPL-2.0 */
/* A checker for every combination of settings that documents meet, made once; termbases are read
 * once for each way in which they are named. */
#include "config/configs.h"

#include "engine/confine.h"

/* A checker, or NULL where its termbases have mistakes. */
typedef struct made_checker {
    termlint_checker *checker;
} made_checker;

typedef struct made_terms {
    tl_terms *terms;
    bool is_broken;
} made_terms;

static tl_str
romanization_of(const tl_profile *profile)
{
    return profile->romanization ? profile->romanization->text : TL_STR("");
}

/* The folder that the termbases of a profile must be in; empty: any. */
static tl_str
root_of_termbases(termlint_config *config, const tl_profile *profile, const tl_config *nearest)
{
    for (const tl_config *at = nearest; at; at = at->outer) {
        if (&at->termbases == profile->termbases && at->is_found) {
            return tl_confine_root(at->folder, &config->arena);
        }
    }
    return TL_STR("");
}

static tl_str
key_of_terms(termlint_config *config, const tl_profile *profile, tl_str root)
{
    tl_buf key = {0};
    tl_buf_add_format(&key, "%.*s\n%.*s", TL_STR_ARGS(root), TL_STR_ARGS(romanization_of(profile)));
    for (size_t i = 0; profile->termbases && i < profile->termbases->count; i++) {
        tl_buf_add_byte(&key, '\n');
        tl_buf_add(&key, profile->termbases->items[i].text);
    }
    tl_str copy = tl_arena_copy(&config->arena, tl_buf_str(&key));
    tl_buf_clear(&key);
    return copy;
}

/* The terms of the profile, read now or before; NULL if there are mistakes in them. */
static tl_terms *
terms_for(termlint_config *config, const tl_profile *profile, const tl_config *nearest)
{
    tl_str root = root_of_termbases(config, profile, nearest);
    tl_str key = key_of_terms(config, profile, root);
    made_terms *made = tl_map_get(&config->terms, key);
    if (made == NULL) {
        made = tl_arena_alloc(&config->arena, 1, sizeof *made);
        made->terms = tl_terms_new();
        made->terms->unsaved = config->unsaved;
        made->terms->root = tl_arena_copy(&made->terms->arena, root);
        made->terms->cache.folder = config->cache;
        size_t count = profile->termbases ? profile->termbases->count : 0;
        tl_str *paths = tl_arena_alloc(&config->arena, count, sizeof *paths);
        for (size_t i = 0; i < count; i++) {
            paths[i] = profile->termbases->items[i].text;
        }
        tl_problem_list problems = {0};
        made->is_broken =
            !tl_terms_load(made->terms, paths, count, romanization_of(profile), &problems);
        tl_configs_tell(config, &problems);
        tl_map_add(&config->terms, key, made);
    }
    return made->is_broken ? NULL : made->terms;
}

static termlint_checker *
make_checker(termlint_config *config, const tl_profile *profile, const tl_config *nearest)
{
    tl_terms *terms = terms_for(config, profile, nearest);
    if (terms == NULL) {
        return NULL;
    }
    termlint_checker *checker = termlint_checker_new();
    tl_terms_release(checker->terms);
    checker->terms = terms;
    terms->users++;
    tl_dictionaries_release(checker->dictionaries);
    checker->dictionaries = tl_dictionaries_share(config->dictionaries);
    checker->date = config->date;
    checker->pair = config->pair;
    checker->side = config->side;
    checker->fail_on = tl_profile_fail_on(profile);
    checker->language = profile->language ? profile->language->text : TL_STR("");
    checker->encoding = profile->encoding ? tl_encoding_find(profile->encoding->text) : NULL;
    for (size_t i = 0; i < TL_MAX_RULES; i++) {
        if (profile->rules[i]) {
            checker->severities[i] = profile->rules[i]->severity;
            checker->severity_is_set[i] = true;
        }
    }
    return checker;
}

const termlint_checker *
tl_configs_checker(termlint_config *config, const tl_profile *profile, const tl_config *nearest)
{
    tl_str key = {(const char *)profile, sizeof *profile};
    made_checker *made = tl_map_get(&config->checkers, key);
    if (made == NULL) {
        made = tl_arena_alloc(&config->arena, 1, sizeof *made);
        made->checker = make_checker(config, profile, nearest);
        tl_map_add(&config->checkers, tl_arena_copy(&config->arena, key), made);
    }
    return made->checker;
}

void
tl_configs_keep_indexes(const termlint_config *config)
{
    for (size_t i = 0; i < config->terms.count; i++) {
        const made_terms *made = config->terms.entries[i].value;
        if (!made->is_broken && made->terms->index) {
            tl_cache_save(&made->terms->cache, made->terms->index);
        }
    }
}

void
tl_configs_clear_checkers(termlint_config *config)
{
    for (size_t i = 0; i < config->checkers.count; i++) {
        termlint_checker_free(((made_checker *)config->checkers.entries[i].value)->checker);
    }
    for (size_t i = 0; i < config->terms.count; i++) {
        tl_terms_release(((made_terms *)config->terms.entries[i].value)->terms);
    }
    tl_map_clear(&config->checkers);
    tl_map_clear(&config->terms);
}
