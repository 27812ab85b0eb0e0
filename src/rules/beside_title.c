/* SPDX-License-Identifier: MPL-2.0 */
/* Who stands beside a title. Knows the punctuation of apposition and of enumerations, which look
 * alike: "Ivan Petrov, the Press Secretary, answered" and "the President, the Press Secretary, and
 * others". Where both are possible nobody stands beside. */
#include "rules/beside_title.h"

#include "morph/inflect.h"
#include "rules/at_word.h"
#include "rules/stranger.h"

enum { MOST_RANKS = 4 };

/* "Colonel General", "Mr", "Prof.", «генерал-полковник»: between a title and a name. An initial is
 * not half of г-н. */
static bool
is_rank(const tl_pass *pass, uint32_t at)
{
    const tl_word *word = tl_word_at(pass, at);
    bool is_initial = word->length == 1 && (word->flags & TL_WORD_CAPITALISED);
    return !is_initial && tl_word_is_listed(pass, at, TL_LIST_RANKS);
}

static uint32_t
skip_ranks(const tl_pass *pass, uint32_t at)
{
    uint32_t next = at;
    while (next + 1 < pass->scan->words.count && next - at < MOST_RANKS && is_rank(pass, next) &&
           tl_gap_is_open(tl_word_at(pass, next + 1)->gap)) {
        next++;
    }
    return next;
}

static tl_str
text_between(const tl_pass *pass, uint32_t left)
{
    tl_range range = {tl_word_at(pass, left)->range.end, tl_word_at(pass, left + 1)->range.begin};
    return tl_pass_text(pass, range);
}

static bool
has_line_break(tl_str text)
{
    return tl_str_find_byte(text, '\n', 0) < text.len;
}

static uint16_t
cells_of_title(const tl_pass *pass, const tl_hit *hit)
{
    if (pass->scan->script != TL_SCRIPT_CYRILLIC) {
        return TL_CELLS_ALL;
    }
    return hit->cells ? hit->cells : 1u << TL_CASE_NOM;
}

/* "in 2012", «с 2003»: when, right behind a title. */
static bool
is_time(const tl_pass *pass, uint32_t at)
{
    static const tl_str words[] = {TL_STR_INIT("in"), TL_STR_INIT("from"),  TL_STR_INIT("since"),
                                   TL_STR_INIT("в"),  TL_STR_INIT("until"), TL_STR_INIT("с")};
    return at + 1 < pass->scan->words.count &&
           (tl_word_at(pass, at + 1)->flags & TL_WORD_HAS_DIGIT) &&
           tl_word_is_one_of(pass, at, words, sizeof words / sizeof *words);
}

/* A comma, a stop, a closing mark or nothing at all: what stands in apposition ends there. A name
 * or "and" behind the comma goes on with a list. */
static bool
is_closed(tl_pass *pass, uint32_t end)
{
    static const tl_str ands[] = {TL_STR_INIT("and"), TL_STR_INIT("or"), TL_STR_INIT("и"),
                                  TL_STR_INIT("а")};
    static const tl_str as[] = {TL_STR_INIT("as")}, well[] = {TL_STR_INIT("well")};
    if (end >= pass->scan->words.count || is_time(pass, end)) {
        return true;
    }
    const tl_word *next = tl_word_at(pass, end);
    tl_named_person listed;
    if (next->gap == TL_GAP_COMMA) {
        bool is_as_well = tl_word_is_one_of(pass, end, as, 1) &&
                          end + 1 < pass->scan->words.count &&
                          tl_word_is_one_of(pass, end + 1, well, 1);
        return !is_as_well && !tl_word_is_one_of(pass, end, ands, sizeof ands / sizeof *ands) &&
               !tl_named_person_from(pass, end, &listed);
    }
    return (next->flags & TL_WORD_SENTENCE_START) || next->gap == TL_GAP_QUOTE ||
           next->gap == TL_GAP_OTHER;
}

/* True if an opening bracket alone stands before word `at`, and a closing one right behind `end`.
 */
static bool
is_in_brackets(const tl_pass *pass, uint32_t at, uint32_t end)
{
    tl_str text = pass->scan->segment->text;
    return at > 0 && tl_str_equal(tl_str_trim(text_between(pass, at - 1)), TL_STR("(")) &&
           end < text.len && text.ptr[end] == ')';
}

/* "the Press Secretary Ivan Petrov", "the Press Secretary, Ivan Petrov,", "the Press Secretary
 * (Ivan Petrov)"; the comma only where no name stands before the title, or it may be that one's. */
static bool
read_behind(tl_pass *pass, const tl_title_place *title, bool may_be_parted, tl_named_person *person)
{
    if (title->end >= pass->scan->words.count || tl_word_at(pass, title->end - 1)->tail) {
        return false;
    }
    const tl_word *next = tl_word_at(pass, title->end);
    bool direct = next->gap == TL_GAP_SPACE && !(next->flags & TL_WORD_SENTENCE_START);
    uint32_t first = skip_ranks(pass, title->end);
    bool is_known = tl_named_person_from(pass, first, person);
    if (!is_known && (!direct || tl_scan_shouts(pass->scan, title->hit) ||
                      !tl_stranger_from(pass, first, person))) {
        return false;
    }
    uint32_t end = person->first + person->count;
    return direct || (next->gap == TL_GAP_COMMA && may_be_parted && is_closed(pass, end)) ||
           (next->gap == TL_GAP_QUOTE &&
            is_in_brackets(pass, title->end, tl_word_at(pass, end - 1)->range.end));
}

/* The word with which the title and what belongs to it begins: "the", "a". */
static uint32_t
skip_article_back(const tl_pass *pass, uint32_t at)
{
    static const tl_str articles[] = {TL_STR_INIT("the"), TL_STR_INIT("a")};
    bool has_article =
        at > 0 && tl_word_at(pass, at)->gap == TL_GAP_SPACE &&
        tl_word_is_one_of(pass, at - 1, articles, sizeof articles / sizeof *articles);
    return has_article ? at - 1 : at;
}

/* A name in one line and the title in the next, as in a signature. */
static bool
is_signature(const tl_pass *pass, const tl_title_place *title, const tl_named_person *person)
{
    tl_str text = pass->scan->segment->text;
    uint32_t begin = tl_word_at(pass, person->first)->range.begin;
    uint32_t end = title->hit->range.end;
    return has_line_break(text_between(pass, title->first - 1)) &&
           (begin == 0 || text.ptr[begin - 1] == '\n') &&
           (end == text.len || text.ptr[end] == '\n' || text.ptr[end] == '\r');
}

/* Somebody named right before the title, parted by a comma, a bracket or by nothing, and not the
 * one beside the title before it. */
static bool
read_before(tl_pass *pass, uint32_t begin, uint32_t free_from, tl_named_person *person)
{
    uint8_t gap = tl_word_at(pass, begin)->gap;
    return begin > free_from &&
           (gap == TL_GAP_COMMA || gap == TL_GAP_SPACE || gap == TL_GAP_QUOTE) &&
           !tl_word_at(pass, begin - 1)->tail &&
           !(tl_word_at(pass, begin)->flags & TL_WORD_SENTENCE_START) &&
           tl_named_person_until(pass, begin, person) && person->first >= free_from;
}

/* "Ivan Petrov, the Press Secretary," – or the two in two lines. */
static bool
is_apposition(tl_pass *pass, const tl_title_place *title, uint32_t begin,
              const tl_named_person *person)
{
    if (tl_word_at(pass, begin)->gap == TL_GAP_COMMA) {
        return pass->scan->segment->role != TL_ROLE_HEADING && is_closed(pass, title->end);
    }
    return is_in_brackets(pass, begin, title->hit->range.end) ||
           (begin == title->first && is_signature(pass, title, person));
}

bool
tl_beside_title(tl_pass *pass, const tl_title_place *title, uint32_t free_from,
                tl_named_person *person)
{
    tl_named_person before, behind;
    uint32_t begin = skip_article_back(pass, title->first);
    bool has_before = read_before(pass, begin, free_from, &before);
    bool has_behind = read_behind(pass, title, !has_before, &behind);
    bool belongs_before = has_before && is_apposition(pass, title, begin, &before);
    if (has_behind && !(belongs_before && has_line_break(text_between(pass, title->end - 1)))) {
        *person = behind;
    } else if (belongs_before) {
        *person = before;
    } else {
        return false;
    }
    bool agrees = (cells_of_title(pass, title->hit) & person->cells & TL_CELLS_SINGULAR) != 0;
    person->cells &= cells_of_title(pass, title->hit);
    return agrees;
}
