/* SPDX-License-Identifier: MPL-2.0 */
/* Two lines, a Cyrillic name and a Latin one: the index agrees with the comparison of the pair, a
 * path sums to its cost, and nothing of identify or the schemes minds garbage. */
#include "require.h"

#include "romanize/identify.h"
#include "romanize/romanize.h"

#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
check_index(tl_str cyrillic, tl_str latin, uint32_t cost)
{
    tl_name_match matches[2];
    tl_name_index *index = tl_name_index_new();
    tl_name_index_add(index, cyrillic, 1);
    tl_name_index_add(index, TL_STR("Зайнетдинов"), 0);
    tl_name_index_build(index);
    size_t count = tl_name_index_find(index, latin, TL_COST_POSSIBLE, matches, 2);
    bool found = false;
    for (size_t i = 0; i < count; i++) {
        found |= matches[i].id == 1 && matches[i].cost == cost;
    }
    require(found == (cost != TL_COST_DIFFERENT));
    tl_name_index_free(index);
}

static void
check_path(tl_str cyrillic, tl_str latin, uint32_t cost)
{
    tl_arena arena = {0};
    size_t count;
    uint32_t sum = 0;
    const tl_romanize_step *steps = tl_romanize_path(cyrillic, latin, &arena, &count);
    require((steps != NULL) == (cost != TL_COST_DIFFERENT));
    for (size_t i = 0; i < count; i++) {
        sum += steps[i].cost;
    }
    require(!steps || sum == cost);
    tl_arena_clear(&arena);
}

static void
check_names(tl_str cyrillic, tl_str latin)
{
    tl_arena arena = {0};
    tl_identity identity = tl_identify(cyrillic, latin, NULL, &arena);
    require(tl_identity_explain(&identity, &arena).len > 0);
    for (size_t i = 0; i < identity.scheme_count; i++) {
        require(identity.verdict != TL_VERDICT_DIFFERENT);
    }
    size_t count;
    const tl_scheme *schemes = tl_schemes(&count);
    for (size_t i = 0; i < count; i++) {
        tl_scheme_romanize(&schemes[i], cyrillic, &arena);
    }
    tl_arena_clear(&arena);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    tl_str rest = {(const char *)data, size};
    tl_str cyrillic, latin;
    if (tl_str_split(&rest, '\n', &cyrillic) && tl_str_split(&rest, '\n', &latin)) {
        uint32_t cost = tl_romanize_cost(cyrillic, latin);
        check_index(cyrillic, latin, cost);
        check_path(cyrillic, latin, cost);
        check_names(cyrillic, latin);
    }
    return 0;
}
