/* SPDX-License-Identifier: MPL-2.0 */
/* Changes of a document: which findings are mended, where that is in the new bytes, and the new
 * bytes themselves. Why a change is made or refused is not known here. Invariant: changes are in
 * order of path and offset, and no two share a byte. */
#include "engine/changes.h"

#include "base/array.h"

#include <stdlib.h>
#include <string.h>

void
tl_changes_clear(tl_changes *changes)
{
    free(changes->items);
    tl_arena_clear(&changes->arena);
    *changes = (tl_changes){0};
}

/* The bytes that a finding wants to change, with its own. */
static tl_range
extent(const tl_diag *diag)
{
    tl_range range = diag->range;
    for (size_t i = 0; i < diag->edit_count; i++) {
        tl_range edit = diag->edits[i].range;
        range.begin = edit.begin < range.begin ? edit.begin : range.begin;
        range.end = edit.end > range.end ? edit.end : range.end;
    }
    return range;
}

/* The text itself, or in the arena. What cannot be encoded is no edit of a finding, so nothing is
 * missing here. */
static tl_str
encode(const tl_encoding *encoding, tl_str text, tl_arena *arena)
{
    if (encoding == &tl_encoding_utf8) {
        return text;
    }
    tl_buf bytes = {0};
    uint32_t missing;
    tl_encoding_encode(encoding, text, &bytes, &missing);
    tl_str copy = tl_arena_copy(arena, tl_buf_str(&bytes));
    tl_buf_clear(&bytes);
    return copy;
}

void
tl_changes_add(tl_changes *changes, const tl_diag *diag)
{
    const tl_change *last = changes->count ? &changes->items[changes->count - 1] : NULL;
    tl_range changed = extent(diag);
    bool is_taken = last && tl_str_equal(last->path, diag->path) && changed.begin < last->end;
    if (diag->edit_count == 0 || is_taken) {
        return;
    }
    tl_edit *edits = tl_arena_alloc(&changes->arena, diag->edit_count, sizeof *edits);
    for (size_t i = 0; i < diag->edit_count; i++) {
        edits[i] = (tl_edit){
            .range = diag->edits[i].range,
            .text = encode(diag->encoding, diag->edits[i].text, &changes->arena),
        };
    }
    changes->items = tl_array_reserve(changes->items, &changes->capacity, changes->count + 1,
                                      sizeof *changes->items);
    changes->items[changes->count++] = (tl_change){
        .path = diag->path,
        .suggestion = diag->suggestion_count ? diag->suggestions[0] : TL_STR(""),
        .range = diag->range,
        .end = changed.end,
        .edits = edits,
        .edit_count = (uint32_t)diag->edit_count,
    };
}

/* Appends the edits of a change; returns by how many bytes they make the part longer. */
static int64_t
append_edits(tl_file_part_edits *part, tl_edit *room, const tl_change *change, bool is_tracked)
{
    int64_t growth = 0;
    if (is_tracked) {
        room[part->count++] = (tl_edit){.range = change->range, .text = change->suggestion};
        return 0;
    }
    for (size_t i = 0; i < change->edit_count; i++) {
        tl_edit edit = change->edits[i];
        growth += (int64_t)edit.text.len - (edit.range.end - edit.range.begin);
        room[part->count++] = edit;
    }
    return growth;
}

/* The end of the changes in the part in which `first` is. */
static size_t
end_of_part(const tl_changes *changes, size_t first)
{
    size_t end = first;
    while (end < changes->count &&
           tl_str_equal(changes->items[end].path, changes->items[first].path)) {
        end++;
    }
    return end;
}

/* All edits of the changes [first, end), and where these are made. */
static tl_file_part_edits
collect(tl_changes *changes, size_t first, size_t end)
{
    size_t most = 0;
    for (size_t i = first; i < end; i++) {
        most += changes->items[i].edit_count;
    }
    tl_edit *room = tl_arena_alloc(&changes->arena, most, sizeof *room);
    tl_file_part_edits part = {.edits = room};
    int64_t shift = 0;
    for (size_t i = first; i < end; i++) {
        tl_change *change = &changes->items[i];
        change->made.begin = (uint32_t)(change->range.begin + shift);
        shift += change->refused ? 0 : append_edits(&part, room, change, changes->tracked.len > 0);
        change->made.end = (uint32_t)(change->range.end + shift);
    }
    return part;
}

static size_t
count_made(const tl_changes *changes)
{
    size_t made = 0;
    for (size_t i = 0; i < changes->count; i++) {
        made += !changes->items[i].refused;
    }
    return made;
}

size_t
tl_changes_make(tl_changes *changes, const char *name, tl_str bytes, tl_buf *out, tl_error *error)
{
    const tl_reader *reader = tl_reader_for(tl_str_from(name));
    tl_file_part_edits *parts = tl_arena_alloc(&changes->arena, changes->count, sizeof *parts);
    size_t count = 0, made = count_made(changes), end;
    for (size_t first = 0; first < changes->count; first = end) {
        end = end_of_part(changes, first);
        parts[count] = collect(changes, first, end);
        tl_str path = changes->items[first].path;
        parts[count].entry = tl_str_slice(path, strlen(name) + 1, path.len);
        count += parts[count].count > 0;
    }
    if (made && reader->rewrite) {
        tl_rewrite how = {.archive = bytes, .tracked = changes->tracked};
        return reader->rewrite(&how, parts, count, out, error) ? made - how.refused : 0;
    }
    if (made) {
        tl_edits_apply(bytes, parts[0].edits, parts[0].count, out);
    }
    return made;
}

static bool
is_behind(const tl_change *change, const tl_diag *diag)
{
    int order = tl_str_compare(change->path, diag->path);
    return order > 0 || (order == 0 && change->made.begin > diag->range.begin);
}

tl_change *
tl_changes_at(tl_changes *changes, const tl_diag *diag)
{
    size_t low = 0, high = changes->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (is_behind(&changes->items[middle], diag)) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    tl_change *change = low > 0 ? &changes->items[low - 1] : NULL;
    bool is_in = change && !change->refused && tl_str_equal(change->path, diag->path) &&
                 change->made.end >= diag->range.end;
    return is_in ? change : NULL;
}
