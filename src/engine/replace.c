/* SPDX-License-Identifier: MPL-2.0 */
/* From a replacement of text to replacements of bytes. Knows pieces, not formats: which of them may
 * be edited, which have to stay, and that text may sometimes move from one to another. Invariant:
 * markup between two pieces is never touched. */
#include "engine/replace.h"

#include "base/array.h"
#include "base/utf8.h"

#include <stdlib.h>

typedef struct planning {
    const tl_edit_place *place;
    tl_arena *arena;
    tl_edit_list *edits;
} planning;

static bool
is_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

static bool
is_continuation(char c)
{
    return ((unsigned char)c & 0xC0u) == 0x80u;
}

static void
add_edit(planning *p, tl_range source, tl_str text)
{
    tl_buf written = {0};
    if (p->place->reader->escape && !tl_source_is_raw(p->place->segment->origin, source.begin)) {
        p->place->reader->escape(text, &written);
        text = tl_buf_str(&written);
    }
    tl_edit_list *edits = p->edits;
    edits->items =
        tl_array_reserve(edits->items, &edits->capacity, edits->count + 1, sizeof *edits->items);
    edits->items[edits->count++] =
        (tl_edit){.range = source, .text = tl_arena_copy(p->arena, text)};
    tl_buf_clear(&written);
}

/* -- pieces ---------------------------------------------------------------------------------- */

/* The first piece whose text ends behind `offset`; piece_count if there is none. */
static size_t
piece_at(const tl_segment *segment, uint32_t offset)
{
    return tl_array_first_above(segment->pieces, segment->piece_count, sizeof *segment->pieces,
                                offsetof(tl_piece, text.end), offset);
}

/* A piece that is not verbatim may be replaced as a whole if it is a reference to a character; the
 * white space of markup and what stands for an object have to stay. */
static bool
is_reference(const planning *p, const tl_piece *piece)
{
    tl_str text = tl_str_at(p->place->segment->text, piece->text);
    bool is_object = tl_str_starts_with(text, TL_STR("\xEF\xBF\xBC"));
    return p->place->reader->escape && text.len && !is_space(text.ptr[0]) && !is_object;
}

/* Replaces the part of a piece that lies in `range` by `text`. */
static bool
replace_in_piece(planning *p, const tl_piece *piece, tl_range range, tl_str text)
{
    uint32_t begin = range.begin > piece->text.begin ? range.begin : piece->text.begin;
    uint32_t end = range.end < piece->text.end ? range.end : piece->text.end;
    if (piece->verbatim) {
        uint32_t base = piece->source.begin - piece->text.begin;
        add_edit(p, (tl_range){base + begin, base + end}, text);
        return true;
    }
    if (begin > piece->text.begin || end < piece->text.end || !is_reference(p, piece)) {
        return false;
    }
    add_edit(p, piece->source, text);
    return true;
}

static bool
is_one_run(const tl_segment *segment, size_t first, size_t last)
{
    for (size_t i = first; i <= last; i++) {
        const tl_piece *piece = &segment->pieces[i];
        if (!piece->verbatim || (i > first && piece->source.begin != piece[-1].source.end)) {
            return false;
        }
    }
    return true;
}

/* Text before the character at `offset`, in the piece of the character before it if that can be. */
static bool
insert(planning *p, uint32_t offset, tl_str text)
{
    const tl_segment *segment = p->place->segment;
    size_t after = piece_at(segment, offset);
    size_t before = offset > p->place->range.begin ? piece_at(segment, offset - 1) : after;
    if (before < segment->piece_count && segment->pieces[before].verbatim) {
        return replace_in_piece(p, &segment->pieces[before], (tl_range){offset, offset}, text);
    }
    return after < segment->piece_count && segment->pieces[after].verbatim &&
           replace_in_piece(p, &segment->pieces[after], (tl_range){offset, offset}, text);
}

/* The first piece gets the text, the others lose theirs. */
static bool
replace_across(planning *p, size_t first, size_t last, tl_range range, tl_str text)
{
    for (size_t i = first; i <= last; i++) {
        tl_str put = i == first ? text : TL_STR("");
        if (!replace_in_piece(p, &p->place->segment->pieces[i], range, put)) {
            return false;
        }
    }
    return true;
}

static bool
replace(planning *p, tl_range range, tl_str text)
{
    const tl_segment *segment = p->place->segment;
    if (range.begin == range.end) {
        return text.len == 0 || insert(p, range.begin, text);
    }
    size_t first = piece_at(segment, range.begin), last = piece_at(segment, range.end - 1);
    if (last >= segment->piece_count) {
        return false;
    }
    if (is_one_run(segment, first, last)) {
        uint32_t end = segment->pieces[last].source.begin - segment->pieces[last].text.begin;
        uint32_t begin = segment->pieces[first].source.begin - segment->pieces[first].text.begin;
        add_edit(p, (tl_range){begin + range.begin, end + range.end}, text);
        return true;
    }
    return (first == last || p->place->reader->moves_text) &&
           replace_across(p, first, last, range, text);
}

/* -- what differs ------------------------------------------------------------------------------ */

/* Replaces what lies between the characters that both have at their begin and at their end. */
static bool
replace_difference(planning *p, tl_range range, tl_str text)
{
    tl_str old = tl_str_at(p->place->segment->text, range);
    size_t most = old.len < text.len ? old.len : text.len, begin = 0, end = 0;
    while (begin < most && old.ptr[begin] == text.ptr[begin]) {
        begin++;
    }
    while (begin > 0 && ((begin < old.len && is_continuation(old.ptr[begin])) ||
                         (begin < text.len && is_continuation(text.ptr[begin])))) {
        begin--;
    }
    while (end < most - begin && old.ptr[old.len - end - 1] == text.ptr[text.len - end - 1]) {
        end++;
    }
    while (end > 0 &&
           (is_continuation(old.ptr[old.len - end]) || is_continuation(text.ptr[text.len - end]))) {
        end--;
    }
    tl_range changed = {range.begin + (uint32_t)begin, range.end - (uint32_t)end};
    return replace(p, changed, tl_str_slice(text, begin, text.len - end));
}

/* Takes the next word off the front of *rest; empty behind the last. */
static tl_str
take_word(tl_str *rest)
{
    size_t begin = 0, end;
    while (begin < rest->len && is_space(rest->ptr[begin])) {
        begin++;
    }
    for (end = begin; end < rest->len && !is_space(rest->ptr[end]);) {
        end++;
    }
    tl_str word = tl_str_slice(*rest, begin, end);
    *rest = tl_str_slice(*rest, end, rest->len);
    return word;
}

static size_t
count_words(tl_str text)
{
    size_t count = 0;
    while (take_word(&text).len) {
        count++;
    }
    return count;
}

/* Each word by the one that answers to it. */
static bool
replace_words(planning *p, tl_range range, tl_str text)
{
    tl_str rest = tl_str_at(p->place->segment->text, range), old;
    while ((old = take_word(&rest)).len) {
        tl_str new = take_word(&text);
        uint32_t begin = (uint32_t)(old.ptr - p->place->segment->text.ptr);
        if (!replace_difference(p, (tl_range){begin, begin + (uint32_t)old.len}, new)) {
            return false;
        }
    }
    return true;
}

bool
tl_edits_plan(const tl_edit_place *place, tl_str replacement, tl_arena *arena, tl_edit_list *edits)
{
    planning p = {.place = place, .arena = arena, .edits = edits};
    tl_range range = place->range;
    tl_str old = tl_str_at(place->segment->text, range);
    size_t before = edits->count;
    bool is_run, ok = false;
    tl_segment_locate(place->segment, range, &is_run);
    if (is_run) {
        ok = replace(&p, range, replacement);
    } else if (count_words(old) == count_words(replacement)) {
        ok = replace_words(&p, range, replacement);
    }
    if (!ok && !is_run) {
        edits->count = before;
        ok = replace_difference(&p, range, replacement);
    }
    if (!ok || tl_str_equal(old, replacement)) {
        edits->count = before;
    }
    return edits->count > before;
}
