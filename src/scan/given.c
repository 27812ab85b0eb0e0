/* SPDX-License-Identifier: MPL-2.0 */
/* A list of names that is made into an index when a name is first looked up. The names are those
 * of every scanner, but an index that all shared would have to be locked, or be made by each run
 * whether it is wanted or not. */
#include "scan/given.h"

#include "base/alloc.h"
#include "scan/lists.h"

#include <stdlib.h>

struct tl_given {
    tl_name_index *index; /* NULL: nobody has asked */
};

tl_given *
tl_given_new(void)
{
    return tl_alloc_zero(1, sizeof(tl_given));
}

void
tl_given_free(tl_given *given)
{
    if (given) {
        tl_name_index_free(given->index);
        free(given);
    }
}

static tl_name_index *
make_index(void)
{
    size_t count;
    const tl_given_name *names = tl_given_names(&count);
    tl_name_index *index = tl_name_index_new();
    for (size_t i = 0; i < count; i++) {
        tl_name_index_add(index, tl_str_from(names[i].cyrillic), (uint32_t)i);
    }
    tl_name_index_build(index);
    return index;
}

size_t
tl_given_find(tl_given *given, tl_str latin, tl_name_match *matches, size_t capacity)
{
    if (given->index == NULL) {
        given->index = make_index();
    }
    return tl_name_index_find(given->index, latin, TL_COST_SAME, matches, capacity);
}
