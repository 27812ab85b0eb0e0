/* SPDX-License-Identifier: MPL-2.0 */
/* Termbases with their index, loaded once and shared by checkers. Opens the files of termbases;
 * what stands in them is termbase/'s, how they are searched scan/'s. Invariant: an index
 * is over the whole termbase, so it is made after the load; over an empty one if need be, so that
 * nobody below asks whether there is one. */
#include "engine/checker.h"

#include "base/alloc.h"
#include "base/file.h"
#include "engine/confine.h"

#include <stdlib.h>

tl_terms *
tl_terms_new(void)
{
    tl_terms *terms = tl_alloc_zero(1, sizeof *terms);
    pthread_mutex_init(&terms->lock, NULL);
    terms->users = 1;
    return terms;
}

const tl_index *
tl_terms_index(tl_terms *terms)
{
    pthread_mutex_lock(&terms->lock);
    if (terms->index == NULL) {
        terms->index = tl_index_new(&terms->termbase);
    }
    pthread_mutex_unlock(&terms->lock);
    return terms->index;
}

void
tl_terms_release(tl_terms *terms)
{
    if (terms == NULL || --terms->users > 0) {
        return;
    }
    tl_index_free(terms->index);
    pthread_mutex_destroy(&terms->lock);
    tl_termbase_clear(&terms->termbase);
    tl_cache_clear(&terms->cache);
    tl_arena_clear(&terms->arena);
    free(terms);
}

static bool
read_termbase(void *context, tl_str path, const tl_sink *sink, tl_error *error)
{
    tl_terms *terms = context;
    const tl_unsaved *unsaved = &terms->unsaved;
    tl_arena arena = {0};
    const char *name = tl_arena_copy(&arena, path).ptr;
    termlint_bytes text;
    bool is_unsaved = unsaved->text && unsaved->text(unsaved->context, name, &text);
    bool is_outside = terms->root.len && !tl_confine_allows(terms->root, name);
    bool ok = is_outside ? tl_error_set(error,
                                        "%s is outside of %.*s, the repository whose configuration "
                                        "asks for it, want it within, or named by --termbase",
                                        name, TL_STR_ARGS(terms->root))
                         : is_unsaved || tl_cache_read(&terms->cache, name, sink, error);
    if (ok && is_unsaved) {
        sink->take(sink->context, (tl_str){text.ptr, text.length});
    }
    tl_arena_clear(&arena);
    return ok;
}

static const tl_str *
scheme_ids(tl_arena *arena, size_t *count)
{
    const tl_scheme *schemes = tl_schemes(count);
    tl_str *ids = tl_arena_alloc(arena, *count, sizeof *ids);
    for (size_t i = 0; i < *count; i++) {
        ids[i] = tl_str_from(schemes[i].id);
    }
    return ids;
}

/* How termbases become one: tl_termbase_load() or tl_termbase_load_merged(). */
typedef bool load_function(tl_termbase *termbase, const tl_termbase_loader *loader,
                           const tl_str *paths, size_t path_count, tl_problem_list *problems);

static bool
load_with(tl_terms *terms, load_function *load, const tl_str *paths, size_t count,
          tl_problem_list *problems)
{
    tl_termbase_loader loader = {.read = read_termbase, .context = terms};
    loader.schemes = scheme_ids(&terms->arena, &loader.scheme_count);
    bool ok = load(&terms->termbase, &loader, paths, count, problems);
    tl_problem_list_sort(problems);
    if (!ok) {
        tl_termbase_clear(&terms->termbase);
    }
    terms->is_loaded = ok && count > 0;
    return ok;
}

bool
tl_terms_load_merged(tl_terms *terms, const tl_str *paths, size_t count, tl_problem_list *problems)
{
    return load_with(terms, tl_termbase_load_merged, paths, count, problems);
}

bool
tl_terms_load(tl_terms *terms, const tl_str *paths, size_t count, tl_str romanization,
              tl_problem_list *problems)
{
    const tl_cache_request request = {
        .paths = paths,
        .count = count,
        .options = tl_arena_format(&terms->arena, "%.*s\n%.*s", TL_STR_ARGS(romanization),
                                   TL_STR_ARGS(terms->root)),
    };
    if (tl_cache_open(&terms->cache, &request, &terms->termbase, &terms->index)) {
        terms->is_loaded = true;
        return true;
    }
    bool ok = load_with(terms, tl_termbase_load, paths, count, problems);
    if (terms->termbase.romanization.len == 0) {
        terms->termbase.romanization = tl_arena_copy(&terms->arena, romanization);
    }
    return ok;
}
