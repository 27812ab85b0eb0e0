/* SPDX-License-Identifier: MPL-2.0 */
/* The closed lists around names. Knows how to look a key up in tables in byte order; which words
 * stand in them is data (dict/common, dict/names), compiled in by gen_lists.py, which also makes
 * the case forms. Nothing here is folded: callers ask by key. */
#include "scan/lists.h"

#include "scan/lists_data.h"

#define TABLE(keys)                       \
    {                                     \
        keys, sizeof(keys) / sizeof *keys \
    }

static const struct {
    const tl_str *keys;
    size_t count;
} tables[TL_LIST_COUNT] = {
    [TL_LIST_TITLES] = TABLE(titles_keys),
    [TL_LIST_ROLES] = TABLE(roles_keys),
    [TL_LIST_PLACES] = TABLE(places_keys),
    [TL_LIST_FORMER] = TABLE(former_keys),
    [TL_LIST_ACRONYMS] = TABLE(acronyms_keys),
    [TL_LIST_FUNCTIONS] = TABLE(functions_keys),
    [TL_LIST_WORDS] = TABLE(words_keys),
    [TL_LIST_BODIES] = TABLE(bodies_keys),
    [TL_LIST_BEARERS] = TABLE(bearers_keys),
    [TL_LIST_DETERMINERS] = TABLE(determiners_keys),
    [TL_LIST_NUMBERED] = TABLE(numbered_keys),
    [TL_LIST_RANKS] = TABLE(ranks_keys),
    [TL_LIST_LATIN_GIVEN] = TABLE(latin_given_keys),
    [TL_LIST_LATIN_FAMILY_FIRST] = TABLE(latin_family_first_keys),
    [TL_LIST_PARTICLES] = TABLE(particles_keys),
    [TL_LIST_SURNAMES] = TABLE(surnames_keys),
    [TL_LIST_FOREIGN] = TABLE(foreign_keys),
};

bool
tl_list_has(tl_list list, tl_str key)
{
    size_t begin = 0, end = tables[list].count;
    while (begin < end) {
        size_t middle = begin + (end - begin) / 2;
        int order = tl_str_compare(key, tables[list].keys[middle]);
        if (order == 0) {
            return true;
        }
        if (order < 0) {
            end = middle;
        } else {
            begin = middle + 1;
        }
    }
    return false;
}
