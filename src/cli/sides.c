/* SPDX-License-Identifier: MPL-2.0 */
/* Which documents stand side by side. Names are all that is asked: a code of the pair between two
 * full stops, or at the end of a name that has no extension. */
#include "cli/inputs.h"

#include "base/map.h"

#include <string.h>

static tl_str
last_name(tl_str path)
{
    size_t begin = path.len;
    while (begin > 0 && path.ptr[begin - 1] != '/') {
        begin--;
    }
    return tl_str_slice(path, begin, path.len);
}

/* Where `.code` stands in the file's own name, before another full stop or at its end; the last
 * such place, or path.len. */
static size_t
find_code(tl_str path, tl_str code)
{
    tl_str name = last_name(path);
    size_t before = path.len - name.len, found = path.len;
    for (size_t at = tl_str_find_byte(name, '.', 1); at < name.len;
         at = tl_str_find_byte(name, '.', at + 1)) {
        tl_str rest = tl_str_slice(name, at + 1, name.len);
        tl_str part = tl_str_slice(rest, 0, tl_str_find_byte(rest, '.', 0));
        found = tl_str_equal_ascii_nocase(part, code) ? before + at + 1 : found;
    }
    return found;
}

static void
join(tl_input *source, tl_input *target)
{
    if (source && target && source != target && !source->target && !source->is_target &&
        !target->target && !target->is_target) {
        source->target = target;
        target->is_target = true;
    }
}

static tl_input *
find(tl_inputs *inputs, const char *path)
{
    for (size_t i = 0; i < inputs->count; i++) {
        if (inputs->items[i].path && strcmp(inputs->items[i].path, path) == 0) {
            return &inputs->items[i];
        }
    }
    return NULL;
}

static void
pair_by_names(tl_inputs *inputs, tl_str from, tl_str to)
{
    tl_map by_path = {0};
    for (size_t i = 0; i < inputs->count; i++) {
        tl_map_add(&by_path, tl_str_from(inputs->items[i].name), &inputs->items[i]);
    }
    for (size_t i = 0; i < inputs->count; i++) {
        tl_str path = tl_str_from(inputs->items[i].name);
        size_t code = find_code(path, from);
        if (code < path.len) {
            tl_str rest = tl_str_slice(path, code + from.len, path.len);
            tl_str wanted = tl_arena_format(&inputs->arena, "%.*s%.*s%.*s", (int)code, path.ptr,
                                            TL_STR_ARGS(to), TL_STR_ARGS(rest));
            join(&inputs->items[i], tl_map_get(&by_path, wanted));
        }
    }
    tl_map_clear(&by_path);
}

void
tl_inputs_pair(tl_inputs *inputs, const tl_settings *settings)
{
    tl_str rest = tl_str_from(settings->pair), from;
    if (settings->source && settings->target) {
        join(find(inputs, settings->source), find(inputs, settings->target));
    }
    if (settings->pair && tl_str_split(&rest, ':', &from)) {
        pair_by_names(inputs, from, rest);
    }
}
