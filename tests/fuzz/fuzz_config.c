/* SPDX-License-Identifier: MPL-2.0 */
/* Any bytes as a configuration: they are read, or mistakes in them are told with places; and what
 * is printed of a good one reads back without a mistake and prints the same again but for places.
 */
#include "require.h"

#include "config/config.h"

#include <stdio.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const tl_str paths[] = {TL_STR_INIT("/p/a.txt"), TL_STR_INIT("/p/archive/b.ru.md"),
                               TL_STR_INIT("/q/c.txt")};

static bool
read_text(tl_config *config, tl_str text, tl_arena *arena)
{
    tl_problem_list problems = {0};
    *config = (tl_config){.path = TL_STR("/p/c.yaml"), .folder = TL_STR("/p")};
    bool good = tl_config_read(config, text, arena, &problems);
    require(good == (problems.count == 0));
    for (size_t i = 0; i < problems.kept; i++) {
        require(problems.items[i].line > 0 && problems.items[i].column > 0);
    }
    tl_problem_list_clear(&problems);
    return good;
}

/* Without the comments behind values, in which the places are. */
static tl_buf
without_places(const tl_profile *profile)
{
    tl_buf text = {0}, out = {0};
    tl_profile_print(profile, TL_STR("/home"), &text);
    tl_str rest = tl_buf_str(&text), line;
    while (tl_str_split(&rest, '\n', &line)) {
        tl_str mark = TL_STR("  # /p/c.yaml:");
        tl_buf_add(&out, tl_str_slice(line, 0, tl_str_find(line, mark, 0)));
        tl_buf_add_byte(&out, '\n');
    }
    tl_buf_clear(&text);
    return out;
}

static void
check_round_trip(const tl_config *config, tl_str path)
{
    const tl_config no_options = {0};
    tl_arena arena = {0};
    tl_config again;
    tl_profile profile;
    tl_profile_resolve(&profile, &no_options, config, path);
    tl_buf printed = {0};
    tl_profile_print(&profile, TL_STR("/home"), &printed);
    require(read_text(&again, tl_buf_str(&printed), &arena));
    tl_profile second;
    tl_profile_resolve(&second, &no_options, &again, paths[0]);
    tl_buf wanted = without_places(&profile), given = without_places(&second);
    require(tl_str_equal(tl_buf_str(&wanted), tl_buf_str(&given)));
    tl_buf_clear(&wanted);
    tl_buf_clear(&given);
    tl_buf_clear(&printed);
    tl_arena_clear(&arena);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    tl_arena arena = {0};
    tl_config config;
    if (read_text(&config, (tl_str){(const char *)data, size}, &arena)) {
        for (size_t i = 0; i < sizeof paths / sizeof paths[0]; i++) {
            check_round_trip(&config, paths[i]);
            tl_config_ignores(&config, paths[i], i == 0);
        }
    }
    tl_arena_clear(&arena);
    return 0;
}
