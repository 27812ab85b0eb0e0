/* SPDX-License-Identifier: MPL-2.0 */
/* How findings are kept. A finding is a hundred bytes of its own, its place, and two parts that it
 * shares: what is told, which recurs with every occurrence of the same bad form, and the file it
 * stands in. Knows nothing of lists. Invariant: what tl_keep() took, tl_kept_diag() gives back. */
#include "report/keep.h"

#include "base/alloc.h"
#include "base/hash.h"

#include <stdlib.h>
#include <string.h>

enum {
    /* What is kept of a long line on either side of the text, in bytes: enough for a line of a
     * terminal and for the words of the key, and no more. */
    LINE_CONTEXT = 512,
    MOST_AHEAD = 8192, /* bytes of a line that are copied before a finding wants them */
};

typedef tl_kept_telling telling;

void
tl_keeper_clear(tl_keeper *keeper)
{
    tl_arena_clear(&keeper->arena);
    free(keeper->slots);
    *keeper = (tl_keeper){0};
}

/* -- what is told -- */

static const size_t told_strings[] = {
    offsetof(tl_diag, rule),        offsetof(tl_diag, concept), offsetof(tl_diag, term),
    offsetof(tl_diag, language),    offsetof(tl_diag, text),    offsetof(tl_diag, message),
    offsetof(tl_diag, explanation), offsetof(tl_diag, refusal),
};
enum { TOLD_STRINGS = sizeof told_strings / sizeof told_strings[0] };

static const tl_str *
told_string(const tl_diag *diag, size_t number)
{
    return (const tl_str *)((const char *)diag + told_strings[number]);
}

static bool
are_equal(const tl_str *a, size_t a_count, const tl_str *b, size_t b_count)
{
    bool equal = a_count == b_count;
    for (size_t i = 0; equal && i < a_count; i++) {
        equal = tl_str_equal(a[i], b[i]);
    }
    return equal;
}

/* What is about several places is told but once. */
static bool
tell_the_same(const tl_diag *a, const tl_diag *b)
{
    bool same = a->severity == b->severity && a->fails == b->fails &&
                a->of_segment == b->of_segment && a->fixable == b->fixable &&
                a->has_relation == b->has_relation && a->relation == b->relation &&
                a->place_count == 0 && b->place_count == 0;
    for (size_t i = 0; same && i < TOLD_STRINGS; i++) {
        same = tl_str_equal(*told_string(a, i), *told_string(b, i));
    }
    return same &&
           are_equal(a->suggestions, a->suggestion_count, b->suggestions, b->suggestion_count) &&
           are_equal(a->schemes, a->scheme_count, b->schemes, b->scheme_count);
}

/* Of what most often differs. */
static uint64_t
hash_told(const tl_diag *diag)
{
    uint64_t hash = tl_hash_pair(tl_hash_bytes(diag->message), tl_hash_bytes(diag->text));
    hash = tl_hash_pair(hash, tl_hash_bytes(diag->concept));
    return diag->suggestion_count ? tl_hash_pair(hash, tl_hash_bytes(diag->suggestions[0])) : hash;
}

static size_t
find_slot(const tl_keeper *keeper, const tl_diag *diag, uint64_t hash)
{
    size_t slot = (size_t)hash & (keeper->slot_count - 1);
    while (keeper->slots[slot] && !(keeper->slots[slot]->hash == hash &&
                                    tell_the_same(&keeper->slots[slot]->diag, diag))) {
        slot = (slot + 1) & (keeper->slot_count - 1);
    }
    return slot;
}

static void
grow_slots(tl_keeper *keeper)
{
    telling **old = keeper->slots;
    size_t old_count = keeper->slot_count;
    keeper->slot_count = old_count ? old_count * 2 : 16;
    keeper->slots = tl_alloc_zero(keeper->slot_count, sizeof(telling *));
    for (size_t i = 0; i < old_count; i++) {
        size_t slot = old[i] ? (size_t)old[i]->hash & (keeper->slot_count - 1) : 0;
        while (old[i] && keeper->slots[slot]) {
            slot = (slot + 1) & (keeper->slot_count - 1);
        }
        keeper->slots[slot] = old[i] ? old[i] : keeper->slots[slot];
    }
    free(old);
}

static const tl_str *
copy_list(tl_arena *arena, const tl_str *items, size_t count)
{
    tl_str *copy = tl_arena_alloc(arena, count, sizeof *copy);
    for (size_t i = 0; i < count; i++) {
        copy[i] = tl_arena_copy(arena, items[i]);
    }
    return copy;
}

static const tl_diag_place *
copy_places(tl_arena *arena, const tl_diag_place *places, size_t count)
{
    tl_diag_place *copy = tl_arena_alloc(arena, count, sizeof *copy);
    for (size_t i = 0; i < count; i++) {
        copy[i] = places[i];
        copy[i].path = tl_arena_copy(arena, places[i].path);
        copy[i].text = tl_arena_copy(arena, places[i].text);
    }
    return copy;
}

static telling *
copy_told(tl_arena *arena, const tl_diag *diag, uint64_t hash)
{
    telling *copy = tl_arena_alloc(arena, 1, sizeof *copy);
    copy->hash = hash;
    copy->diag = (tl_diag){
        .severity = diag->severity,
        .fails = diag->fails,
        .of_segment = diag->of_segment,
        .suggestions = copy_list(arena, diag->suggestions, diag->suggestion_count),
        .suggestion_count = diag->suggestion_count,
        .fixable = diag->fixable,
        .has_relation = diag->has_relation,
        .relation = diag->relation,
        .schemes = copy_list(arena, diag->schemes, diag->scheme_count),
        .scheme_count = diag->scheme_count,
        .places = copy_places(arena, diag->places, diag->place_count),
        .place_count = diag->place_count,
    };
    for (size_t i = 0; i < TOLD_STRINGS; i++) {
        *(tl_str *)((char *)&copy->diag + told_strings[i]) =
            tl_arena_copy(arena, *told_string(diag, i));
    }
    return copy;
}

static const telling *
keep_told(tl_keeper *keeper, const tl_diag *diag)
{
    if ((keeper->count + 1) * 2 > keeper->slot_count) {
        grow_slots(keeper);
    }
    uint64_t hash = hash_told(diag);
    telling **slot = &keeper->slots[find_slot(keeper, diag, hash)];
    if (*slot == NULL) {
        *slot = copy_told(&keeper->arena, diag, hash);
        keeper->count++;
    }
    return *slot;
}

/* -- where it stands -- */

/* Files and segments come in runs. */
static const tl_kept_origin *
keep_origin(tl_keeper *keeper, const tl_diag *diag)
{
    const tl_kept_origin *last = keeper->origin;
    bool is_same = last && last->encoding == diag->encoding &&
                   tl_str_equal(last->path, diag->path) &&
                   tl_str_equal(last->segment, diag->segment);
    if (!is_same) {
        bool is_same_file = last && tl_str_equal(last->path, diag->path);
        tl_kept_origin *copy = tl_arena_alloc(&keeper->arena, 1, sizeof *copy);
        copy->path = is_same_file ? last->path : tl_arena_copy(&keeper->arena, diag->path);
        copy->segment = tl_arena_copy(&keeper->arena, diag->segment);
        copy->encoding = diag->encoding;
        keeper->origin = copy;
    }
    return keeper->origin;
}

static bool
is_inside_character(tl_str str, size_t at)
{
    return at < str.len && ((unsigned char)str.ptr[at] & 0xC0u) == 0x80u;
}

/* The part of the line that is kept. */
static tl_range
part_to_keep(const tl_diag *diag)
{
    tl_str line = diag->line_text;
    tl_range text = tl_diag_text_in_line(diag);
    size_t begin = text.begin > LINE_CONTEXT ? text.begin - LINE_CONTEXT : 0;
    size_t end = line.len - text.end > LINE_CONTEXT ? text.end + LINE_CONTEXT : line.len;
    while (begin > 0 && begin < text.begin && is_inside_character(line, begin)) {
        begin++;
    }
    while (end > text.end && is_inside_character(line, end)) {
        end--;
    }
    return (tl_range){(uint32_t)begin, (uint32_t)end};
}

/* A copy of `part`, which is followed by `more` bytes of its line. One that reaches beyond the part
 * of a line that was copied last shows that the line has several findings, so that it is copied in
 * ever larger parts. */
static const char *
keep_line(tl_keeper *keeper, tl_str part, size_t more)
{
    uintptr_t address = (uintptr_t)part.ptr;
    size_t from = address - keeper->copied_from, length = part.len;
    bool overlaps = address >= keeper->copied_from && from < keeper->copied_length;
    if (overlaps && length <= keeper->copied_length - from &&
        memcmp(keeper->copied + from, part.ptr, length) == 0) {
        return keeper->copied + from;
    }
    if (overlaps && length < MOST_AHEAD) {
        size_t ahead = 2 * keeper->copied_length;
        ahead = ahead < MOST_AHEAD ? ahead : MOST_AHEAD;
        ahead = ahead < length + more ? ahead : length + more;
        length = ahead > length ? ahead : length;
    }
    keeper->copied = tl_arena_copy(&keeper->arena, (tl_str){part.ptr, length}).ptr;
    keeper->copied_length = length;
    keeper->copied_from = address;
    return keeper->copied;
}

/* Most often the text of an edit is the first suggestion. */
static const tl_edit *
keep_edits(tl_arena *arena, const tl_diag *diag, const tl_diag *told)
{
    tl_edit *copy = tl_arena_alloc(arena, diag->edit_count, sizeof *copy);
    for (size_t i = 0; i < diag->edit_count; i++) {
        tl_str text = diag->edits[i].text;
        bool is_told = told->suggestion_count && tl_str_equal(told->suggestions[0], text);
        copy[i] = (tl_edit){.range = diag->edits[i].range,
                            .text = is_told ? told->suggestions[0] : tl_arena_copy(arena, text)};
    }
    return copy;
}

static struct tl_kept_place
keep_place(tl_position code_points, tl_position bytes, tl_position utf16)
{
    return (struct tl_kept_place){code_points.line, code_points.column, bytes.column, utf16.column};
}

tl_kept
tl_keep(tl_keeper *keeper, const tl_diag *diag)
{
    const telling *told = keep_told(keeper, diag);
    tl_range part = part_to_keep(diag), text = tl_diag_text_in_line(diag);
    tl_str line = tl_str_at(diag->line_text, part);
    return (tl_kept){
        .told = told,
        .origin = keep_origin(keeper, diag),
        .line = keep_line(keeper, line, diag->line_text.len - part.end),
        .line_length = (uint32_t)line.len,
        .in_line = {text.begin - part.begin, text.end - part.begin},
        .is_cut = diag->is_cut || part.begin > 0,
        .range = diag->range,
        .begin = keep_place(diag->begin, diag->begin_bytes, diag->begin_utf16),
        .end = keep_place(diag->end, diag->end_bytes, diag->end_utf16),
        .edits = keep_edits(&keeper->arena, diag, &told->diag),
        .edit_count = diag->edit_count & INT32_MAX,
    };
}

/* -- and back -- */

static void
write_fingerprint(uint64_t fingerprint, char *out)
{
    enum { DIGITS = 16 };
    for (size_t i = DIGITS; i > 0; i--) {
        out[i - 1] = "0123456789abcdef"[fingerprint & 0xF];
        fingerprint >>= 4;
    }
    out[DIGITS] = '\0';
}

tl_diag
tl_kept_diag(const tl_kept *kept)
{
    tl_diag diag = kept->told->diag;
    diag.path = kept->origin->path;
    diag.segment = kept->origin->segment;
    diag.encoding = kept->origin->encoding;
    diag.range = kept->range;
    diag.begin = (tl_position){kept->begin.line, kept->begin.column};
    diag.begin_bytes = (tl_position){kept->begin.line, kept->begin.column_bytes};
    diag.begin_utf16 = (tl_position){kept->begin.line, kept->begin.column_utf16};
    diag.end = (tl_position){kept->end.line, kept->end.column};
    diag.end_bytes = (tl_position){kept->end.line, kept->end.column_bytes};
    diag.end_utf16 = (tl_position){kept->end.line, kept->end.column_utf16};
    diag.line_text = (tl_str){kept->line, kept->line_length};
    diag.in_line = kept->in_line;
    diag.is_cut = kept->is_cut;
    diag.edits = kept->edits;
    diag.edit_count = kept->edit_count;
    write_fingerprint(kept->fingerprint, diag.fingerprint);
    return diag;
}
