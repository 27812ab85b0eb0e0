/* SPDX-License-Identifier: MPL-2.0 */
/* Tells text that is copied from text that is translated, by what stands around it and whether the
 * other side has the same. Knows no termbase. */
#include "rules/literal.h"

#include "base/utf8.h"

#include <string.h>

static const char joints[] = "-_=/\\<>[]{}$%&@#|+:.~";

static bool
is_space_or_end(tl_str text, size_t at)
{
    return at >= text.len || text.ptr[at] == ' ' || (text.ptr[at] >= '\t' && text.ptr[at] <= '\r');
}

static bool
is_joint(char c)
{
    return c && strchr(joints, c) != NULL;
}

/* A mark of code is glued to the end of the range, and goes on behind the mark: "file=", but not
 * the full stop or colon of a sentence. */
static bool
is_glued_behind(tl_str text, size_t end)
{
    bool is_mark = end < text.len && is_joint(text.ptr[end]);
    bool is_stop = is_mark && (text.ptr[end] == '.' || text.ptr[end] == ':');
    return (is_mark && !(is_stop && is_space_or_end(text, end + 1))) ||
           (end < text.len && text.ptr[end] == '(');
}

bool
tl_is_part_of_code(tl_str text, tl_range range)
{
    return (range.begin > 0 && is_joint(text.ptr[range.begin - 1])) ||
           is_glued_behind(text, range.end);
}

/* The text has it elsewhere as a part of code: "--months=NUM  show NUM months". */
static bool
is_code_elsewhere(tl_str text, tl_range range)
{
    enum { MOST_BYTES = 4096 }; /* the usage of a program is short */
    tl_str wanted = tl_str_at(text, range);
    text = tl_str_slice(text, 0, MOST_BYTES);
    for (size_t at = tl_str_find(text, wanted, 0); at < text.len;
         at = tl_str_find(text, wanted, at + wanted.len)) {
        if (at != range.begin &&
            tl_is_part_of_code(text, (tl_range){(uint32_t)at, (uint32_t)(at + wanted.len)})) {
            return true;
        }
    }
    return false;
}

/* Both texts begin with it and go on with the same mark: "accounts: show the accounts". */
static bool
is_heading(tl_str text, tl_range range, const tl_unit_side *other)
{
    tl_str head = tl_str_slice(text, 0, range.end + strlen(": "));
    size_t mark = range.end;
    while (mark < text.len && text.ptr[mark] == ' ') {
        mark++;
    }
    bool has_mark = range.begin == 0 && mark < text.len && strchr(":<[=", text.ptr[mark]);
    return has_mark && other->count &&
           tl_str_starts_with(other->texts[0].scan->segment->text, head);
}

/* Word `at` belongs to a run of words that are not in the script of the text. */
static bool
is_foreign(const tl_scan *scan, uint32_t at)
{
    const tl_word *word = &scan->words.items[at];
    return word->scripts != 0 && !(word->scripts & scan->script);
}

static bool
stands_in(const tl_unit_side *side, tl_str text)
{
    for (size_t i = 0; i < side->count; i++) {
        tl_str other = side->texts[i].scan->segment->text;
        if (tl_str_find(other, text, 0) < other.len) {
            return true;
        }
    }
    return false;
}

static bool
is_mark_at(tl_str text, size_t at, const tl_str *marks, size_t count)
{
    tl_str rest = tl_str_slice(text, at, text.len);
    for (size_t i = 0; i < count; i++) {
        if (tl_str_starts_with(rest, marks[i])) {
            return true;
        }
    }
    return false;
}

/* Quotation marks of any kind right around the range. */
static bool
is_quoted(tl_str text, tl_range range)
{
    static const tl_str marks[] = {
        TL_STR_INIT("\""), TL_STR_INIT("'"), TL_STR_INIT("`"), TL_STR_INIT("«"), TL_STR_INIT("»"),
        TL_STR_INIT("“"),  TL_STR_INIT("”"), TL_STR_INIT("„"), TL_STR_INIT("‘"), TL_STR_INIT("’"),
    };
    enum { MARKS = sizeof marks / sizeof *marks };
    size_t before = range.begin;
    while (before > 0 && ((unsigned char)text.ptr[--before] & 0xC0) == 0x80) {
    }
    return range.begin > 0 && is_mark_at(text, before, marks, MARKS) &&
           is_mark_at(text, range.end, marks, MARKS);
}

/* The words and all others beside them in the other script stand on the other side just so. */
static bool
is_copied_run(const tl_scan *scan, uint32_t first, uint32_t end, const tl_unit_side *other)
{
    uint32_t begin = first, behind = end;
    while (begin > 0 && scan->words.items[begin].gap == TL_GAP_SPACE &&
           is_foreign(scan, begin - 1)) {
        begin--;
    }
    while (behind < scan->words.count && scan->words.items[behind].gap == TL_GAP_SPACE &&
           is_foreign(scan, behind)) {
        behind++;
    }
    bool is_longer = behind - begin > end - first;
    return (is_longer || is_quoted(scan->segment->text, tl_scan_range(scan, first, end - first))) &&
           stands_in(other, tl_scan_text(scan, begin, behind - begin));
}

/* Three words and more of a list of such words. */
static bool
is_copied_list(const tl_scan *scan, uint32_t first, uint32_t end, const tl_unit_side *other)
{
    enum { FEWEST = 3 };
    uint32_t begin = first, behind = end;
    while (begin > 0 && is_foreign(scan, begin - 1)) {
        begin--;
    }
    while (behind < scan->words.count && is_foreign(scan, behind)) {
        behind++;
    }
    return behind - begin >= FEWEST && behind - begin > end - first &&
           stands_in(other, tl_scan_text(scan, begin, behind - begin));
}

bool
tl_is_literal(const tl_scan *scan, uint32_t first, uint32_t count, const tl_unit_side *other)
{
    tl_str text = scan->segment->text;
    tl_range range = tl_scan_range(scan, first, count);
    return tl_is_part_of_code(text, range) || is_code_elsewhere(text, range) ||
           is_heading(text, range, other) || is_copied_run(scan, first, first + count, other) ||
           is_copied_list(scan, first, first + count, other);
}
