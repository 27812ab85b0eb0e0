/* SPDX-License-Identifier: MPL-2.0 */
/* Compares how the words of a hit are joined with how those of its form are. Letters are taken from
 * the text, which may have them in any case form; hyphens, spaces and capitals from the form. A
 * name is written together, or apart, in one place at most: so the trie found it. */
#include "scan/respaced.h"

#include "base/buf.h"
#include "base/utf8.h"
#include "text/capitals.h"
#include "text/compare.h"
#include "text/key.h"

static tl_str
form_word(const tl_hit *hit, uint32_t at)
{
    return tl_str_at(hit->pattern->text, hit->pattern->words[at].range);
}

/* True if `count` words of the form from `at` on belong to the family name: how those of a given
 * name are joined is a matter of taste. */
static bool
is_family(const tl_hit *hit, uint32_t at, uint32_t count)
{
    const tl_pattern *pattern = hit->pattern;
    const tl_person_name *name = pattern->term->entry->name;
    if (pattern->kind == TL_PATTERN_FAMILY || name == NULL) {
        return true;
    }
    tl_range words = {pattern->words[at].range.begin, pattern->words[at + count - 1].range.end};
    return tl_str_ends_with(pattern->text, name->family)
               ? words.begin >= pattern->text.len - name->family.len
               : tl_str_starts_with(pattern->text, name->family) && words.end <= name->family.len;
}

/* What stands before word `at` of the form. */
static tl_str
form_gap(const tl_hit *hit, uint32_t at)
{
    const tl_pattern_word *words = hit->pattern->words;
    return tl_str_slice(hit->pattern->text, words[at - 1].range.end, words[at].range.begin);
}

static bool
begins_small(tl_str word)
{
    return word.len && !tl_capitals_begin(word);
}

/* A word of the text with its first letter as in the form; capitals altogether stay. */
static tl_str
with_letter_case(tl_str word, tl_str form, tl_arena *arena)
{
    if (tl_capitals_only(word) || begins_small(word) == begins_small(form)) {
        return word;
    }
    return begins_small(form) ? tl_capitals_like(arena, word, TL_STR("a"))
                              : tl_capitals_raise_first(arena, word);
}

static bool
is_joined_otherwise(const tl_scan *scan, const tl_hit *hit, uint32_t at)
{
    uint8_t found = scan->words.items[hit->first + at].gap, wanted = hit->pattern->words[at].gap;
    bool are_plain = (found == TL_GAP_SPACE || found == TL_GAP_HYPHEN) &&
                     (wanted == TL_GAP_SPACE || wanted == TL_GAP_HYPHEN);
    return are_plain && found != wanted && !tl_scan_is_broken(scan, hit->first + at);
}

/* As many words as the form has: a hyphen for a space, or the other way round. */
static tl_respaced
compare_word_by_word(const tl_scan *scan, const tl_hit *hit, tl_arena *arena)
{
    tl_buf out = {0};
    tl_respaced run = {0};
    for (uint32_t i = 1; i < hit->count && run.count == 0; i++) {
        tl_str left = tl_scan_text(scan, hit->first + i - 1, 1);
        tl_str right = tl_scan_text(scan, hit->first + i, 1);
        tl_str mended = with_letter_case(right, form_word(hit, i), arena);
        bool is_compound = hit->pattern->words[i].gap == TL_GAP_HYPHEN;
        if (!is_family(hit, i - 1, 2)) {
            continue;
        }
        if (is_joined_otherwise(scan, hit, i) ||
            (is_compound && (hit->differences & TL_DIFFER_CASE) && !tl_str_equal(right, mended))) {
            tl_buf_add(&out, with_letter_case(left, form_word(hit, i - 1), arena));
            tl_buf_add(&out, form_gap(hit, i));
            tl_buf_add(&out, mended);
            run = (tl_respaced){.first = hit->first + i - 1, .count = 2};
        }
    }
    run.meant = tl_arena_copy(arena, tl_buf_str(&out));
    tl_buf_clear(&out);
    return run;
}

/* The bytes of `word` that are all of the key of `part`; 0 if it does not begin with that. */
static size_t
length_of_part(tl_str word, tl_str part)
{
    tl_key first, second;
    tl_str key = tl_key_of(part, &first);
    for (size_t end = 1; end < word.len; end++) {
        bool at_letter = ((unsigned char)word.ptr[end] & 0xc0) != 0x80;
        if (at_letter && tl_str_equal(tl_key_of(tl_str_slice(word, 0, end), &second), key)) {
            return end;
        }
    }
    return 0;
}

/* One word fewer: "Mamedzade". */
static tl_respaced
find_joined(const tl_scan *scan, const tl_hit *hit, tl_arena *arena)
{
    enum { SHORTEST_REST = 4 }; /* bytes: a case ending is no word */
    for (uint32_t i = 0; i < hit->count; i++) {
        tl_str word = tl_scan_text(scan, hit->first + i, 1);
        size_t end = length_of_part(word, form_word(hit, i));
        if (end == 0 || word.len - end < SHORTEST_REST || i + 1 >= hit->pattern->count ||
            !is_family(hit, i, 2)) {
            continue;
        }
        tl_str rest = tl_str_slice(word, end, word.len), gap = form_gap(hit, i + 1);
        bool raise = !begins_small(form_word(hit, i + 1));
        rest = raise ? tl_capitals_raise_first(arena, rest) : rest;
        tl_str meant = tl_arena_format(arena, "%.*s%.*s%.*s", (int)end, word.ptr, TL_STR_ARGS(gap),
                                       TL_STR_ARGS(rest));
        return (tl_respaced){.first = hit->first + i, .count = 1, .meant = meant};
    }
    return (tl_respaced){0};
}

/* Bytes of the apostrophe or other sign before the first letter that has two cases. */
static size_t
length_of_sign(tl_str rest)
{
    size_t begin = 0;
    for (size_t at = 0; at < rest.len; begin = at) {
        uint32_t letter = tl_utf8_next(rest, &at);
        if (tl_letter_lower(letter) != letter || tl_letter_upper(letter) != letter) {
            break;
        }
    }
    return begin;
}

/* One word more: "Khadzhi-Muradov" for "Khadzhimuradov", "O Rourke" for "O'Rourke". */
static tl_respaced
find_split(const tl_scan *scan, const tl_hit *hit, tl_arena *arena)
{
    for (uint32_t i = 0; i + 1 < hit->count; i++) {
        tl_str left = tl_scan_text(scan, hit->first + i, 1);
        tl_str right = tl_scan_text(scan, hit->first + i + 1, 1);
        size_t end = length_of_part(form_word(hit, i), left);
        if (end == 0 || !is_family(hit, i, 1)) {
            continue;
        }
        tl_str rest = tl_str_slice(form_word(hit, i), end, form_word(hit, i).len);
        tl_str sign = tl_str_slice(rest, 0, length_of_sign(rest));
        tl_str model = tl_str_slice(rest, sign.len, rest.len);
        right = tl_capitals_only(right) ? right : tl_capitals_like(arena, right, model);
        tl_str meant = tl_arena_format(arena, "%.*s%.*s%.*s", TL_STR_ARGS(left), TL_STR_ARGS(sign),
                                       TL_STR_ARGS(right));
        return (tl_respaced){.first = hit->first + i, .count = 2, .meant = meant};
    }
    return (tl_respaced){0};
}

tl_respaced
tl_hit_respaced(const tl_scan *scan, const tl_hit *hit, tl_arena *arena)
{
    if (!(hit->differences & (TL_HIT_SEPARATOR | TL_DIFFER_CASE))) {
        return (tl_respaced){0};
    }
    return hit->count == hit->pattern->count        ? compare_word_by_word(scan, hit, arena)
           : hit->count + 1 == hit->pattern->count  ? find_joined(scan, hit, arena)
           : hit->count == hit->pattern->count + 1u ? find_split(scan, hit, arena)
                                                    : (tl_respaced){0};
}

tl_str
tl_respaced_whole(const tl_scan *scan, const tl_hit *hit, const tl_respaced *run, tl_arena *arena)
{
    tl_range whole = tl_scan_range(scan, hit->first, hit->count);
    tl_range part = tl_scan_range(scan, run->first, run->count);
    tl_str text = scan->segment->text;
    tl_str head = tl_str_slice(text, whole.begin, part.begin);
    tl_str tail = tl_str_slice(text, part.end, whole.end);
    return tl_arena_format(arena, "%.*s%.*s%.*s", TL_STR_ARGS(head), TL_STR_ARGS(run->meant),
                           TL_STR_ARGS(tail));
}
