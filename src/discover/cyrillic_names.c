/* SPDX-License-Identifier: MPL-2.0 */
/* Finds the original of a Latin name among the Cyrillic ones of the corpus. These stand in any
 * case, so each is added with all nominatives that it may have: the romanization tells which it is.
 */
#include "discover/cyrillic_names.h"

#include "base/alloc.h"
#include "base/array.h"
#include "base/map.h"
#include "morph/base_name.h"
#include "morph/inflect.h"
#include "scan/lists.h"
#include "text/capitals.h"
#include "text/key.h"
#include "text/script.h"

#include <stdlib.h>

enum { MOST_MATCHES = 16, NOMINATIVES_MAX = TL_BASE_NAMES_MAX + 1 };

struct tl_cyrillic_names {
    tl_cluster *cluster;
    tl_given *given;
    tl_arena arena;
    tl_name_index *index; /* NULL: no name was added */
    bool is_built;
    struct original {
        tl_str given, family; /* the first as it stands, the second in a nominative */
    } * originals;            /* owned array */
    size_t count, capacity;
    tl_map seen;
};

tl_cyrillic_names *
tl_cyrillic_names_new(tl_cluster *cluster, tl_given *given)
{
    tl_cyrillic_names *names = tl_alloc_zero(1, sizeof *names);
    names->cluster = cluster;
    names->given = given;
    names->index = tl_name_index_new();
    return names;
}

void
tl_cyrillic_names_free(tl_cyrillic_names *names)
{
    tl_name_index_free(names->index);
    tl_map_clear(&names->seen);
    free(names->originals);
    tl_arena_clear(&names->arena);
    free(names);
}

/* The word, and the nominatives that it may be a form of. */
static size_t
nominatives(tl_arena *arena, tl_str word, tl_str out[NOMINATIVES_MAX])
{
    tl_base_names bases = tl_base_names_of(word, 0, arena);
    size_t count = 0;
    out[count++] = tl_arena_copy(arena, word);
    for (size_t i = 0; i < bases.count; i++) {
        if (!tl_keys_equal(bases.items[i], word)) {
            out[count++] = tl_capitals_raise_first(arena, bases.items[i]);
        }
    }
    return count;
}

void
tl_cyrillic_names_add(tl_cyrillic_names *names, tl_str given, tl_str family)
{
    tl_str forms[NOMINATIVES_MAX];
    tl_str both =
        tl_arena_format(&names->arena, "%.*s %.*s", TL_STR_ARGS(given), TL_STR_ARGS(family));
    if (tl_map_add(&names->seen, both, names) != NULL) {
        return;
    }
    size_t count = nominatives(&names->arena, family, forms);
    tl_str kept = tl_arena_copy(&names->arena, given);
    for (size_t i = 0; i < count; i++) {
        names->originals = tl_array_reserve(names->originals, &names->capacity, names->count + 1,
                                            sizeof *names->originals);
        names->originals[names->count] = (struct original){kept, forms[i]};
        tl_name_index_add(names->index, forms[i], (uint32_t)names->count++);
    }
}

/* The nominative of a Cyrillic given name that the Latin one spells, one that is known before
 * others; empty if it spells none. */
static tl_str
matching_given(const tl_cyrillic_names *names, tl_arena *arena, tl_str cyrillic, tl_str latin)
{
    enum { UNKNOWN = TL_COST_LIKELY + 1 };
    tl_str forms[NOMINATIVES_MAX], best = TL_STR("");
    uint32_t least = 2 * UNKNOWN;
    size_t count = nominatives(arena, cyrillic, forms);
    for (size_t i = 0; i < count; i++) {
        uint32_t cost = tl_romanize_cost(forms[i], latin);
        bool is_known = tl_given_cells(names->given, forms[i]) & 1u << TL_CASE_NOM;
        uint32_t rank = cost <= TL_COST_LIKELY ? cost + (is_known ? 0 : UNKNOWN) : 2 * UNKNOWN;
        if (rank < least) {
            best = forms[i];
            least = rank;
        }
    }
    return best;
}

static tl_str
find_original(tl_cyrillic_names *names, tl_str given, tl_str family, tl_arena *arena)
{
    tl_name_match matches[MOST_MATCHES];
    if (!names->is_built) {
        tl_name_index_build(names->index);
        names->is_built = true;
    }
    size_t count = tl_name_index_find(names->index, family, TL_COST_LIKELY, matches, MOST_MATCHES);
    for (size_t i = 0; i < count; i++) {
        const struct original *original = &names->originals[matches[i].id];
        tl_str first = matching_given(names, arena, original->given, given);
        if (first.len) {
            return tl_arena_format(arena, "%.*s %.*s", TL_STR_ARGS(first),
                                   TL_STR_ARGS(original->family));
        }
    }
    return TL_STR("");
}

static tl_str
guess_given(tl_cyrillic_names *names, tl_str latin, tl_arena *arena)
{
    tl_name_match match;
    uint32_t cost;
    size_t count;
    if (tl_given_find(names->given, latin, &match, 1)) {
        return tl_str_from(tl_given_names(&count)[match.id].cyrillic);
    }
    return tl_cluster_shared(names->cluster, latin, latin, arena, &cost);
}

tl_str
tl_cyrillic_names_find(tl_cyrillic_names *names, tl_str given, tl_str family, tl_arena *arena,
                       bool *is_guess)
{
    uint32_t cost;
    *is_guess = false;
    if (tl_script_of_word(family) == TL_SCRIPT_CYRILLIC) {
        return tl_arena_format(arena, "%.*s %.*s", TL_STR_ARGS(given), TL_STR_ARGS(family));
    }
    tl_str found = find_original(names, given, family, arena);
    if (found.len) {
        return found;
    }
    *is_guess = true;
    tl_str first = guess_given(names, given, arena);
    tl_str last = tl_cluster_shared(names->cluster, family, family, arena, &cost);
    if (first.len == 0 || last.len == 0) {
        return TL_STR("");
    }
    return tl_arena_format(arena, "%.*s %.*s", TL_STR_ARGS(tl_capitals_raise_first(arena, first)),
                           TL_STR_ARGS(tl_capitals_raise_first(arena, last)));
}
