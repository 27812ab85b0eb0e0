/* SPDX-License-Identifier: MPL-2.0 */
/* Pairs quotation marks and brackets. A mark opens if a word follows at once, and closes if it
 * stands right behind a word; which mark it is only tells a quotation from a bracket, since the
 * straight ones do not tell the sides. */
#include "scan/marks.h"

#include "base/utf8.h"

/* The marks of a gap, told by their places in it. */
typedef struct gap_marks {
    bool closes, opens;
    bool bracket;
} gap_marks;

static bool
is_bracket(uint32_t c)
{
    return c == '(' || c == ')' || c == '[' || c == ']';
}

static bool
is_quote(uint32_t c)
{
    return c == '"' || c == '\'' || c == 0xAB || c == 0xBB || (c >= 0x2018 && c <= 0x201F) ||
           c == 0x2039 || c == 0x203A;
}

static bool
is_mark(uint32_t c)
{
    return is_bracket(c) || is_quote(c);
}

static uint32_t
code_point_at(tl_str text, size_t at)
{
    return at < text.len ? tl_utf8_next(text, &at) : 0;
}

static uint32_t
code_point_before(tl_str text, size_t at)
{
    return at ? tl_utf8_previous(text, &at) : 0;
}

static tl_range
gap_before(const tl_scan *scan, uint32_t word)
{
    const tl_word *items = scan->words.items;
    uint32_t begin = word ? items[word - 1].range.end + items[word - 1].tail : 0;
    return (tl_range){begin, items[word].range.begin};
}

static gap_marks
read_gap(const tl_scan *scan, uint32_t word)
{
    tl_str text = scan->segment->text;
    tl_range gap = gap_before(scan, word);
    gap_marks marks = {0};
    if (gap.begin < gap.end) {
        size_t behind_first = gap.begin;
        uint32_t first = tl_utf8_next(text, &behind_first);
        uint32_t last = code_point_before(text, gap.end);
        marks.opens = is_mark(last);
        marks.closes = is_mark(first) && behind_first < gap.end;
        marks.bracket = is_bracket(first) || is_bracket(last);
    }
    return marks;
}

bool
tl_marks_are_quotes(const tl_scan *scan, uint32_t word)
{
    gap_marks marks = read_gap(scan, word);
    return (marks.opens || marks.closes) && !marks.bracket;
}

static bool
is_guillemet(uint32_t c)
{
    return c == 0xAB || c == 0xBB || c == 0x2039 || c == 0x203A;
}

static bool
has(tl_str text, bool (*is_one)(uint32_t c))
{
    for (size_t at = 0; at < text.len;) {
        if (is_one(tl_utf8_next(text, &at))) {
            return true;
        }
    }
    return false;
}

/* True within guillemets that were opened before `end`: what is quoted there has other marks. */
static bool
is_quoted(tl_str text, size_t end)
{
    int open = 0;
    for (size_t at = 0; at < end;) {
        uint32_t c = tl_utf8_next(text, &at);
        open += c == 0xAB ? 1 : c == 0xBB ? -1 : 0;
    }
    return open > 0;
}

static bool
is_dash(uint32_t c)
{
    return (c >= 0x2012 && c <= 0x2015) || c == 0x2212;
}

unsigned
tl_marks_compare(const tl_scan *scan, uint32_t word, tl_str expected)
{
    tl_str text = scan->segment->text;
    tl_range gap = gap_before(scan, word);
    tl_str found = tl_str_slice(text, gap.begin, gap.end);
    bool lacks_guillemets = has(expected, is_guillemet) && !has(found, is_guillemet);
    bool has_dash = has(found, is_dash) && !has(expected, is_dash);
    return (lacks_guillemets && !is_quoted(text, gap.begin) ? TL_HIT_QUOTES : 0u) |
           (has_dash ? TL_HIT_SEPARATOR : 0u);
}

static bool
take_mark_before(const tl_scan *scan, tl_hit *hit)
{
    tl_str text = scan->segment->text;
    size_t at = hit->range.begin;
    if (!is_mark(code_point_before(text, at))) {
        return false;
    }
    tl_utf8_previous(text, &at);
    hit->range.begin = (uint32_t)at;
    return true;
}

static bool
take_mark_behind(const tl_scan *scan, tl_hit *hit)
{
    tl_str text = scan->segment->text;
    size_t at = hit->range.end;
    if (!is_mark(code_point_at(text, at))) {
        return false;
    }
    tl_utf8_next(text, &at);
    hit->range.end = (uint32_t)at;
    return true;
}

/* A form that stands in marks altogether takes in both or none. */
static void
take_both(const tl_scan *scan, tl_hit *hit)
{
    tl_hit wider = *hit;
    if (take_mark_before(scan, &wider) && take_mark_behind(scan, &wider)) {
        *hit = wider;
    }
}

bool
tl_marks_take_in(const tl_scan *scan, tl_hit *hit)
{
    size_t open = 0;
    bool needs_opening = false, paired = true;
    for (uint32_t i = 1; i < hit->count; i++) {
        gap_marks marks = read_gap(scan, hit->first + i);
        needs_opening |= marks.closes && open == 0;
        open -= marks.closes && open > 0;
        open += marks.opens;
    }
    if (needs_opening) {
        paired = take_mark_before(scan, hit);
    }
    if (open) {
        paired = take_mark_behind(scan, hit) && paired;
    }
    bool stands_in_marks = hit->pattern->words[0].range.begin > 0;
    if (stands_in_marks && !needs_opening && !open) {
        take_both(scan, hit);
    }
    return paired;
}
