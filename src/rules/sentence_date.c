/* SPDX-License-Identifier: MPL-2.0 */
/* When what a sentence says took place. Knows where in the sentence a date stands and what words
 * introduce it, not what the sentence means; so a date is believed against the text's own only
 * where nothing else can be meant. */
#include "rules/sentence_date.h"

#include "base/array.h"
#include "rules/at_word.h"

#include <stdlib.h>
#include <string.h>

enum { LEADING_WORDS = 2, CLAUSE_WORDS = 10, LONGEST_SENTENCE = 200 };

/* Earlier dates of one segment further away than this are those of another matter. */
enum { PARAGRAPH_BYTES = 4096 };

/* The sentence around a place, in bytes of the text. */
typedef struct sentence {
    tl_range range, place;
} sentence;

static sentence
sentence_around(const tl_pass *pass, uint32_t first, uint32_t end)
{
    const tl_words *words = &pass->scan->words;
    uint32_t begin = first;
    while (begin > 0 && first - begin < LONGEST_SENTENCE &&
           !(words->items[begin].flags & TL_WORD_SENTENCE_START)) {
        begin--;
    }
    uint32_t next = end;
    while (next < words->count && next - end < LONGEST_SENTENCE &&
           !(words->items[next].flags & TL_WORD_SENTENCE_START)) {
        next++;
    }
    uint32_t text_end = next < words->count ? words->items[next].range.begin
                                            : (uint32_t)pass->scan->segment->text.len;
    return (sentence){.range = {words->items[begin].range.begin, text_end},
                      .place = tl_scan_range(pass->scan, first, end - first)};
}

/* Words that begin a sentence with its date. */
static bool
opens_adverbial(tl_str word)
{
    static const tl_str words[] = {
        TL_STR_INIT("in"),   TL_STR_INIT("on"), TL_STR_INIT("back"),   TL_STR_INIT("early"),
        TL_STR_INIT("late"), TL_STR_INIT("by"), TL_STR_INIT("during"), TL_STR_INIT("already"),
        TL_STR_INIT("в"),    TL_STR_INIT("во"), TL_STR_INIT("еще"),    TL_STR_INIT("уже"),
    };
    return tl_is_one_of(word, words, sizeof words / sizeof *words);
}

/* Words between somebody's title and when he had it. */
static bool
ties_to_place(tl_str word)
{
    static const tl_str words[] = {
        TL_STR_INIT("in"),   TL_STR_INIT("on"),    TL_STR_INIT("from"),    TL_STR_INIT("since"),
        TL_STR_INIT("till"), TL_STR_INIT("until"), TL_STR_INIT("between"), TL_STR_INIT("в"),
        TL_STR_INIT("с"),    TL_STR_INIT("до"),    TL_STR_INIT("по"),      TL_STR_INIT("на"),
    };
    return tl_is_one_of(word, words, sizeof words / sizeof *words);
}

/* Words that put what is said before the text's date without naming when: "two years ago". */
static bool
looks_back(tl_str word)
{
    static const tl_str words[] = {
        TL_STR_INIT("ago"),     TL_STR_INIT("previously"), TL_STR_INIT("formerly"),
        TL_STR_INIT("назад"),   TL_STR_INIT("прошлом"),    TL_STR_INIT("прошлого"),
        TL_STR_INIT("прошлой"), TL_STR_INIT("тогда"),      TL_STR_INIT("позапрошлом"),
    };
    return tl_is_one_of(word, words, sizeof words / sizeof *words);
}

static bool
is_unit_of_time(tl_str word)
{
    static const tl_str words[] = {
        TL_STR_INIT("year"),   TL_STR_INIT("month"),  TL_STR_INIT("week"),  TL_STR_INIT("spring"),
        TL_STR_INIT("summer"), TL_STR_INIT("autumn"), TL_STR_INIT("winter")};
    return tl_is_one_of(word, words, sizeof words / sizeof *words);
}

bool
tl_sentence_looks_back(const tl_pass *pass, uint32_t first, uint32_t end)
{
    sentence s = sentence_around(pass, first, end);
    tl_words words = {0};
    tl_str text = tl_str_at(pass->scan->segment->text, s.range);
    bool found = false;
    tl_words_find(&words, text);
    for (size_t i = 0; i < words.count && !found; i++) {
        tl_str word = tl_str_at(text, words.items[i].range);
        tl_str next = i + 1 < words.count ? tl_str_at(text, words.items[i + 1].range) : TL_STR("");
        bool is_last = tl_str_equal_ascii_nocase(word, TL_STR("last")) ||
                       tl_str_equal_ascii_nocase(word, TL_STR("previous"));
        found = looks_back(word) || (is_last && is_unit_of_time(next));
    }
    tl_words_clear(&words);
    return found;
}

/* What stands between two places of the sentence: how many words, and whether punctuation. */
typedef struct between {
    size_t words;
    bool comma_first;   /* a comma right at the beginning */
    bool parted;        /* any other punctuation */
    tl_str first, last; /* words */
} between;

static between
read_between(const tl_pass *pass, uint32_t begin, uint32_t end)
{
    tl_str text = tl_str_slice(pass->scan->segment->text, begin, end);
    between found = {.first = TL_STR(""), .last = TL_STR("")};
    tl_words words = {0};
    text = tl_str_trim(text);
    found.comma_first = tl_str_starts_with(text, TL_STR(","));
    text = tl_str_slice(text, found.comma_first, text.len);
    tl_words_find(&words, text);
    for (size_t i = 0; i < words.count; i++) {
        uint8_t gap = words.items[i].gap;
        found.parted = found.parted || (i > 0 && gap != TL_GAP_SPACE && gap != TL_GAP_HYPHEN &&
                                        gap != TL_GAP_DOT && gap != TL_GAP_NONE);
    }
    found.words = words.count;
    if (words.count) {
        found.first = tl_str_at(text, words.items[0].range);
        found.last = tl_str_at(text, words.items[words.count - 1].range);
        tl_str tail = tl_str_slice(text, words.items[words.count - 1].range.end, text.len);
        found.parted = found.parted || tl_str_find_byte(tail, ',', 0) < tail.len;
    }
    tl_words_clear(&words);
    return found;
}

/* "In 2012, the Secretary General …", «15 мая 2012 года Генеральный секретарь …» */
static bool
heads_clause(const tl_pass *pass, const sentence *s, tl_range date)
{
    between before = read_between(pass, s->range.begin, date.begin);
    between behind = read_between(pass, date.end, s->place.begin);
    return date.end <= s->place.begin && before.words <= LEADING_WORDS &&
           (before.words == 0 || opens_adverbial(before.first)) && behind.words <= CLAUSE_WORDS &&
           !behind.parted;
}

/* Words that name the doer, and articles. */
static bool
is_by(tl_str word)
{
    static const tl_str words[] = {TL_STR_INIT("by"), TL_STR_INIT("under"), TL_STR_INIT("the"),
                                   TL_STR_INIT("then")};
    return tl_is_one_of(word, words, sizeof words / sizeof *words);
}

/* True if the last word before the date says that something took place then: "in", «в». */
static bool
is_introduced(const tl_pass *pass, const sentence *s, tl_range date)
{
    static const tl_str words[] = {TL_STR_INIT("in"), TL_STR_INIT("on"), TL_STR_INIT("в"),
                                   TL_STR_INIT("во")};
    between before = read_between(pass, s->range.begin, date.begin);
    return tl_is_one_of(before.last, words, sizeof words / sizeof *words);
}

/* "signed in 2012 by the Secretary General", «подписан в 2012 году Генеральным секретарём» */
static bool
precedes_place(const tl_pass *pass, const sentence *s, tl_range date)
{
    between gap = read_between(pass, date.end, s->place.begin);
    bool is_adjacent = gap.words == 0 ? pass->scan->script == TL_SCRIPT_CYRILLIC
                                      : gap.words <= 2 && is_by(gap.first);
    return date.end <= s->place.begin && is_adjacent && !gap.comma_first && !gap.parted &&
           is_introduced(pass, s, date);
}

/* "the Secretary General in 2012", "the Secretary General (2003–2016)" */
static bool
follows_place(const tl_pass *pass, const sentence *s, tl_range date)
{
    if (date.begin < s->place.end) {
        return false;
    }
    between gap = read_between(pass, s->place.end, date.begin);
    return !gap.comma_first && !gap.parted &&
           (gap.words == 0 || (gap.words == 1 && ties_to_place(gap.first)));
}

/* "from 2003 to 2016": the second of two dates. */
static bool
ends_range(const tl_pass *pass, tl_range first, tl_range second)
{
    between gap = read_between(pass, first.end, second.begin);
    return gap.words <= 1 && !gap.comma_first && !gap.parted;
}

static bool
is_excuse(const tl_sentence_date *date, tl_period period)
{
    for (size_t i = 0; i < date->excuse_count; i++) {
        if (date->excuses[i].first <= period.first && date->excuses[i].last >= period.last) {
            return true;
        }
    }
    return false;
}

static void
add_excuse(tl_sentence_date *date, tl_period period)
{
    if (period.first && !is_excuse(date, period) && date->excuse_count < TL_SENTENCE_PERIODS) {
        date->excuses[date->excuse_count++] = period;
    }
}

/* A day without a year is one of the text's year; if that is yet to come, perhaps of the one
 * before. */
static void
excuse_partial(const tl_pass *pass, const tl_named_date *partial, tl_sentence_date *date)
{
    unsigned year = pass->date.last / 10000;
    tl_period period = tl_period_of(year, partial->month, partial->day);
    add_excuse(date, period);
    if (period.first > pass->date.last) {
        add_excuse(date, tl_period_of(year - 1, partial->month, partial->day));
    }
}

tl_segment_dates
tl_dates_read(const tl_pass *pass, const tl_segment *segments, size_t count)
{
    tl_named_date *found = NULL, date;
    size_t capacity = 0;
    tl_segment_dates dates = {.items = NULL};
    for (size_t i = 0; i < count; i++) {
        for (size_t at = 0; tl_dates_next(segments[i].text, &at, &date);) {
            found = tl_array_reserve(found, &capacity, dates.count + 1, sizeof *found);
            found[dates.count++] = date;
        }
    }
    dates.items = tl_arena_alloc(pass->arena, dates.count, sizeof *dates.items);
    if (dates.count) {
        memcpy(dates.items, found, dates.count * sizeof *found);
    }
    free(found);
    return dates;
}

/* The number of the first date that does not end before `at`. */
static size_t
first_date_from(const tl_segment_dates *dates, uint32_t at)
{
    return tl_array_first_above(dates->items, dates->count, sizeof *dates->items,
                                offsetof(tl_named_date, range.end), at);
}

/* The date that belongs to the place itself; all-zero if there is none. A range is one period. */
static tl_period
own_period(const tl_pass *pass, const tl_segment_dates *dates, const sentence *s)
{
    tl_period own = {0, 0};
    tl_range previous = {0, 0};
    for (size_t i = first_date_from(dates, s->range.begin);
         i < dates->count && dates->items[i].range.begin < s->range.end; i++) {
        const tl_named_date *date = &dates->items[i];
        tl_period period = tl_named_date_period(date);
        if (date->year == 0) {
            continue;
        }
        if (own.first && ends_range(pass, previous, date->range) && period.last > own.last) {
            own.last = period.last;
        } else if (own.first == 0 &&
                   (heads_clause(pass, s, date->range) || precedes_place(pass, s, date->range) ||
                    follows_place(pass, s, date->range))) {
            own = period;
        }
        previous = date->range;
    }
    return own;
}

/* The number of the first word that does not end before byte `at`. */
static uint32_t
first_word_from(const tl_pass *pass, uint32_t at)
{
    const tl_words *words = &pass->scan->words;
    return (uint32_t)tl_array_first_above(words->items, words->count, sizeof *words->items,
                                          offsetof(tl_word, range.end), at);
}

/* "In June 2012 the exercise ended. …": what follows may be told of that time, too. */
static bool
heads_sentence(const tl_pass *pass, tl_range date)
{
    uint32_t word = first_word_from(pass, date.begin);
    if (word >= pass->scan->words.count) {
        return false;
    }
    sentence s = sentence_around(pass, word, word + 1);
    between before = read_between(pass, s.range.begin, date.begin);
    return before.words <= LEADING_WORDS && (before.words == 0 || opens_adverbial(before.first));
}

/* All dates of the sentence may excuse; returns the only one that it has, or all-zero. */
static tl_period
add_own_excuses(const tl_pass *pass, const tl_segment_dates *dates, const sentence *s,
                tl_sentence_date *excused)
{
    tl_period only = {0, 0};
    bool several = false;
    for (size_t i = first_date_from(dates, s->range.begin);
         i < dates->count && dates->items[i].range.end <= s->range.end; i++) {
        const tl_named_date *date = &dates->items[i];
        tl_period period = tl_named_date_period(date);
        if (date->year == 0) {
            excuse_partial(pass, date, excused);
        } else {
            add_excuse(excused, period);
            several = several || (only.first && only.first != period.first);
            only = date->sure ? period : only;
        }
    }
    return several ? (tl_period){0, 0} : only;
}

/* Of the dates of earlier sentences those may excuse at which these are set. */
static void
add_earlier_excuses(const tl_pass *pass, const tl_segment_dates *dates, const sentence *s,
                    tl_sentence_date *excused)
{
    uint32_t begin = s->range.begin;
    for (size_t i = first_date_from(dates, begin > PARAGRAPH_BYTES ? begin - PARAGRAPH_BYTES : 0);
         i < dates->count && dates->items[i].range.begin < begin; i++) {
        const tl_named_date *date = &dates->items[i];
        if (date->year && heads_sentence(pass, date->range)) {
            add_excuse(excused, tl_named_date_period(date));
        }
    }
}

tl_sentence_date
tl_sentence_date_of(const tl_pass *pass, const tl_segment_dates *dates, uint32_t first,
                    uint32_t end)
{
    sentence s = sentence_around(pass, first, end);
    tl_sentence_date date = {.judged = own_period(pass, dates, &s)};
    if (date.judged.first) {
        date.is_own = true;
        add_excuse(&date, date.judged);
        if (date.judged.first > pass->date.last) { /* what is planned is said of today's holder */
            add_excuse(&date, pass->date);
        }
        return date;
    }
    add_excuse(&date, pass->date);
    tl_period only = add_own_excuses(pass, dates, &s, &date);
    if (only.first == 0) {
        add_earlier_excuses(pass, dates, &s, &date);
    }
    date.is_of_sentence = !pass->is_dated && only.first != 0;
    date.judged = date.is_of_sentence ? only : pass->date;
    if (date.excuse_count == TL_SENTENCE_PERIODS) {
        date.judged = (tl_period){0, 0};
    }
    return date;
}
