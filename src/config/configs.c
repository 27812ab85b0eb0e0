/* SPDX-License-Identifier: MPL-2.0 */
/* The public face of configuration: finds the files, remembers what was read by folder, and makes a
 * checker of every combination of settings it meets. What a file says is config.c's, what it means
 * for a document profile.c's. Paths are made absolute by their letters, symbolic links stay.
 * Invariant: a file and a termbase are read once, and so their mistakes are told once. */
#include "config/config.h"

#include "base/alloc.h"
#include "base/file.h"
#include "engine/confine.h"
#include "engine/give.h"
#include "termbase/path.h"
#include "termlint_tools.h"
#include "text/language_tag.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* The name of a document that has none. */
#define NO_NAME "<stdin>"

/* What holds for the documents of a folder. */
typedef struct folder {
    const tl_config *nearest; /* NULL: no file on the way up */
    bool is_broken;           /* it or one outside it has mistakes */
} folder;

/* A checker, or NULL where its termbases have mistakes. */
typedef struct made_checker {
    termlint_checker *checker;
} made_checker;

typedef struct made_terms {
    tl_terms *terms;
    bool is_broken;
} made_terms;

struct termlint_config {
    termlint_problem_fn problem;
    void *context;
    tl_unsaved unsaved;
    const char *cache; /* the folder of it; NULL: none */
    tl_arena arena;
    tl_arena scratch; /* during one question */
    tl_str current;   /* absolute path of the current folder; empty: it cannot be told */
    tl_config options;
    tl_date date;
    tl_language_pair pair;
    tl_side side;
    bool has_mistakes;
    const tl_config *settings; /* outside of all files, or NULL */
    bool is_chosen;            /* no search: `chosen` is what holds for all documents */
    folder chosen;
    tl_map folders;                /* absolute path → folder */
    tl_map checkers;               /* bytes of a profile → made_checker */
    tl_map terms;                  /* root, romanization and paths, a line each → made_terms */
    tl_dictionaries *dictionaries; /* of all checkers */
};

static void
tell(termlint_config *config, tl_problem_list *problems)
{
    config->has_mistakes |= problems->count > 0;
    for (size_t i = 0; i < problems->kept && config->problem; i++) {
        const tl_problem *p = &problems->items[i];
        config->problem(config->context, p->path, p->line, p->column, p->message);
    }
    tl_problem_list_clear(problems);
}

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
        tell(config, &problems);
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
    for (size_t i = 0; i < config->terms.count; i++) {
        const made_terms *made = config->terms.entries[i].value;
        if (!made->is_broken && made->terms->index) {
            tl_cache_save(&made->terms->cache, made->terms->index);
        }
    }
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
    for (size_t i = 0; i < config->checkers.count; i++) {
        termlint_checker_free(((made_checker *)config->checkers.entries[i].value)->checker);
    }
    for (size_t i = 0; i < config->terms.count; i++) {
        tl_terms_release(((made_terms *)config->terms.entries[i].value)->terms);
    }
    tl_map_clear(&config->folders);
    tl_map_clear(&config->checkers);
    tl_map_clear(&config->terms);
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

/* -- files ---------------------------------------------------------------------------------- */

/* In the scratch arena, of which nothing else is wanted any more. */
static tl_str
absolute(termlint_config *config, const char *path)
{
    tl_arena *scratch = &config->scratch;
    tl_str given = tl_str_from(path ? path : NO_NAME);
    tl_arena_reset(scratch);
    if (tl_str_starts_with(given, TL_STR("/"))) {
        return tl_path_normalise(scratch, given);
    }
    tl_str below = tl_arena_format(scratch, "%.*s/", TL_STR_ARGS(config->current));
    return tl_path_join(scratch, below, given);
}

/* The folder of an absolute path; that of "/" is "/". */
static tl_str
folder_of(tl_str path)
{
    size_t end = path.len;
    while (end > 0 && path.ptr[end - 1] != '/') {
        end--;
    }
    return tl_str_slice(path, 0, end > 1 ? end - 1 : end);
}

/* The path as a person in the current folder would write it. */
static tl_str
as_seen(const termlint_config *config, tl_str path)
{
    size_t length = config->current.len;
    bool is_below =
        tl_str_starts_with(path, config->current) && path.len > length && path.ptr[length] == '/';
    return is_below ? tl_str_slice(path, length + 1, path.len) : path;
}

/* Appends what the editor holds of the file; false if it holds nothing. */
static bool
add_unsaved(const termlint_config *config, const char *path, tl_buf *bytes)
{
    termlint_bytes text;
    const tl_unsaved *unsaved = &config->unsaved;
    bool is_unsaved = unsaved->text && unsaved->text(unsaved->context, path, &text);
    if (is_unsaved) {
        tl_buf_add(bytes, (tl_str){text.ptr, text.length});
    }
    return is_unsaved;
}

static bool
is_there(const termlint_config *config, const char *path)
{
    struct stat status;
    tl_buf text = {0};
    bool found = lstat(path, &status) == 0 || (errno != ENOENT && errno != ENOTDIR) ||
                 add_unsaved(config, path, &text);
    tl_buf_clear(&text);
    return found;
}

static tl_config *
read_config(termlint_config *config, tl_str path, tl_str shown, folder *found)
{
    tl_config *read = tl_arena_alloc(&config->arena, 1, sizeof *read);
    tl_problem_list problems = {0};
    tl_error error = {0};
    tl_buf bytes = {0};
    read->path = tl_arena_copy(&config->arena, shown);
    read->folder = tl_arena_copy(&config->arena, folder_of(path));
    bool is_unsaved = add_unsaved(config, read->path.ptr, &bytes);
    if (!is_unsaved && !tl_file_read(read->path.ptr, &bytes, NULL, &error)) {
        tl_problem_add(&problems, shown, 0, 0, "%s", error.message);
    } else {
        tl_config_read(read, tl_buf_str(&bytes), &config->arena, &problems);
    }
    found->nearest = read;
    found->is_broken = problems.count > 0;
    tell(config, &problems);
    tl_error_clear(&error);
    tl_buf_clear(&bytes);
    return read;
}

/* What holds in the folder: its own file, and what is found in the folders above. */
static const folder *
look_up(termlint_config *config, tl_str path)
{
    folder *found = tl_map_get(&config->folders, path);
    if (found) {
        return found;
    }
    found = tl_arena_alloc(&config->arena, 1, sizeof *found);
    tl_map_add(&config->folders, tl_arena_copy(&config->arena, path), found);
    bool is_top = path.len <= 1;
    tl_str file = tl_arena_format(&config->scratch, "%.*s/" TL_CONFIG_NAME,
                                  is_top ? 0 : (int)path.len, path.ptr);
    tl_config *own =
        is_there(config, file.ptr) ? read_config(config, file, as_seen(config, file), found) : NULL;
    if (own) {
        own->is_found = true;
    }
    if (own && own->is_root) {
        return found;
    }
    const folder none = {.nearest = config->settings};
    const folder *above = is_top ? &none : look_up(config, folder_of(path));
    found->is_broken |= above->is_broken;
    if (own) {
        own->outer = above->nearest;
    } else {
        found->nearest = above->nearest;
    }
    return found;
}

bool
termlint_config_add_settings(termlint_config *config, const char *folder_path, const char *text)
{
    tl_config *read = tl_arena_alloc(&config->arena, 1, sizeof *read);
    tl_problem_list problems = {0};
    read->folder = tl_arena_copy(&config->arena, absolute(config, folder_path));
    read->path = tl_arena_format(&config->arena, "%.*s/settings", TL_STR_ARGS(read->folder));
    tl_config_read(read, tl_arena_copy(&config->arena, tl_str_from(text)), &config->arena,
                   &problems);
    bool ok = problems.count == 0;
    tell(config, &problems);
    config->settings = ok ? read : NULL;
    return ok;
}

void
termlint_config_use(termlint_config *config, const char *path)
{
    config->is_chosen = true;
    config->chosen = (folder){0};
    if (path) {
        tl_str file = absolute(config, path);
        tl_config *named = read_config(config, file, tl_str_from(path), &config->chosen);
        named->elsewhere = config->current;
    }
}

static const folder *
find_for(termlint_config *config, tl_str path)
{
    return config->is_chosen ? &config->chosen : look_up(config, folder_of(path));
}

bool
termlint_config_ignores(termlint_config *config, const char *path, bool is_folder)
{
    tl_str whole = absolute(config, path);
    return tl_config_ignores(find_for(config, whole)->nearest, whole, is_folder);
}

/* -- settings ------------------------------------------------------------------------------- */

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
static const folder *
resolve(termlint_config *config, const char *path, tl_profile *profile)
{
    tl_str whole = absolute(config, path);
    const folder *found = find_for(config, whole);
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

/* -- checkers ------------------------------------------------------------------------------- */

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
        tell(config, &problems);
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
termlint_config_checker(termlint_config *config, const char *path)
{
    tl_profile profile;
    const folder *found = resolve(config, path, &profile);
    if (found == NULL) {
        return NULL;
    }
    tl_str key = {(const char *)&profile, sizeof profile};
    made_checker *made = tl_map_get(&config->checkers, key);
    if (made == NULL) {
        made = tl_arena_alloc(&config->arena, 1, sizeof *made);
        made->checker = make_checker(config, &profile, found->nearest);
        tl_map_add(&config->checkers, tl_arena_copy(&config->arena, key), made);
    }
    return made->checker;
}
