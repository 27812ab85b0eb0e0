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

/* True if one of the best known schemes for Russian writes the Cyrillic word just so. */
static bool
is_by_scheme(tl_str cyrillic, tl_str latin, tl_arena *arena)
{
    size_t count;
    const tl_scheme *schemes = tl_schemes(&count);
    for (size_t i = 0; i < count; i++) {
        bool is_best =
            schemes[i].rank == 1 && tl_str_equal(tl_str_from(schemes[i].language), TL_STR("ru"));
        if (is_best && tl_keys_equal(tl_scheme_romanize(&schemes[i], cyrillic, arena), latin)) {
            return true;
        }
    }
    return false;
}

static bool
is_vowel(char letter)
{
    return letter == 'a' || letter == 'e' || letter == 'o' || letter == 'u';
}

/* True if the letters stand for one Cyrillic spelling only, as far as they go: x is кс or х, "ei"
 * before another letter еи or ей, and -y behind a consonant is -ий, -ый or -ы but in -sky. */
static bool
is_unambiguous(tl_str latin)
{
    tl_key key;
    tl_str word = tl_key_of(latin, &key);
    for (size_t i = 1; i + 1 < word.len; i++) {
        char before = word.ptr[i - 1], next = word.ptr[i + 1];
        if (word.ptr[i] == 'i' && is_vowel(before) && next != 'a' && next != 'u') {
            return false;
        }
    }
    if (tl_str_find_byte(word, 'x', 0) < word.len) {
        return false;
    }
    return !tl_str_ends_with(word, TL_STR("y")) || tl_str_ends_with(word, TL_STR("sky")) ||
           (word.len > 1 && is_vowel(word.ptr[word.len - 2]));
}

static tl_str
guess_given(tl_cyrillic_names *names, tl_str latin)
{
    tl_name_match match;
    size_t count;
    bool is_known = tl_given_find(names->given, latin, &match, 1) > 0;
    return is_known ? tl_str_from(tl_given_names(&count)[match.id].cyrillic) : TL_STR("");
}

/* What both spellings of the family name may stand for, if a scheme writes one of them so. */
static tl_str
guess_family(tl_cyrillic_names *names, const tl_sought_name *name, tl_arena *arena)
{
    uint32_t cost;
    bool has_other = name->other_family.len > 0;
    tl_str other = has_other ? name->other_family : name->family;
    tl_str guess = tl_cluster_shared(names->cluster, name->family, other, arena, &cost);
    bool is_sure = (is_unambiguous(name->family) && is_by_scheme(guess, name->family, arena)) ||
                   (has_other && is_unambiguous(other) && is_by_scheme(guess, other, arena));
    return guess.len && is_sure ? guess : TL_STR("");
}

tl_str
tl_cyrillic_names_find(tl_cyrillic_names *names, const tl_sought_name *name, tl_arena *arena,
                       bool *is_guess)
{
    *is_guess = false;
    if (tl_script_of_word(name->family) == TL_SCRIPT_CYRILLIC) {
        return tl_arena_format(arena, "%.*s %.*s", TL_STR_ARGS(name->given),
                               TL_STR_ARGS(name->family));
    }
    tl_str found = find_original(names, name->given, name->family, arena);
    if (found.len) {
        return found;
    }
    *is_guess = true;
    tl_str first = guess_given(names, name->given), last = guess_family(names, name, arena);
    if (first.len == 0 || last.len == 0) {
        return TL_STR("");
    }
    return tl_arena_format(arena, "%.*s %.*s", TL_STR_ARGS(tl_capitals_raise_first(arena, first)),
                           TL_STR_ARGS(tl_capitals_raise_first(arena, last)));
}
