/* SPDX-License-Identifier: MPL-2.0 */
/* When a text was written, as it says itself. A date inside a sentence is what the sentence is
 * about ("On 25 July 2024, …") and never dates the text. A file may hold several pieces, each with
 * a dateline of its own. */
#include "engine/dating.h"

#include "base/utf8.h"
#include "text/words.h"

enum {
    DATELINE_WORDS = 3, /* beside the date: "Moscow, Friday", "Published:" */
    HEADER_LINES = 6,   /* a block of more lines is prose */
    LEAP_YEARS = 8,     /* the most years from one 29 February to the next */
};

typedef enum date_rank { RANK_NONE, RANK_BRACKETS, RANK_DATELINE } date_rank;

/* What one segment says. */
typedef struct segment_date {
    tl_period period; /* of the first of the highest rank */
    date_rank rank;
    bool has_dates;         /* any at all; told until the first segment that has some */
    bool is_prose;          /* ends with a stop */
    bool is_headline;       /* one line without one */
    tl_named_date yearless; /* of a dateline that names no year; day 0: there is none */
} segment_date;

static bool
is_one_of(tl_str word, const tl_str *list, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (tl_str_equal_ascii_nocase(word, list[i])) {
            return true;
        }
    }
    return false;
}

/* A date behind one of these says when something happens. */
static bool
is_preposition(tl_str word)
{
    static const tl_str words[] = {
        TL_STR_INIT("on"),    TL_STR_INIT("of"),      TL_STR_INIT("from"),  TL_STR_INIT("by"),
        TL_STR_INIT("until"), TL_STR_INIT("till"),    TL_STR_INIT("since"), TL_STR_INIT("before"),
        TL_STR_INIT("after"), TL_STR_INIT("for"),     TL_STR_INIT("in"),    TL_STR_INIT("at"),
        TL_STR_INIT("to"),    TL_STR_INIT("between"), TL_STR_INIT("and"),   TL_STR_INIT("during"),
        TL_STR_INIT("the"),   TL_STR_INIT("through"), TL_STR_INIT("от"),    TL_STR_INIT("до"),
        TL_STR_INIT("с"),     TL_STR_INIT("по"),      TL_STR_INIT("на"),    TL_STR_INIT("в"),
        TL_STR_INIT("В"),     TL_STR_INIT("С"),       TL_STR_INIT("к"),     TL_STR_INIT("К"),
        TL_STR_INIT("и"),     TL_STR_INIT("из"),      TL_STR_INIT("после"),
    };
    return is_one_of(word, words, sizeof words / sizeof *words);
}

static bool
is_stop(uint32_t c)
{
    return c == '.' || c == '!' || c == '?' || c == ':' || c == ';' || c == ',' || c == 0x2026;
}

static bool
is_closing_mark(uint32_t c)
{
    return c == '"' || c == '\'' || c == ')' || c == ']' || c == 0xBB || c == 0x2019 || c == 0x201D;
}

static bool
ends_with_stop(tl_str line)
{
    for (size_t at = line.len; at > 0;) {
        uint32_t c = tl_utf8_previous(line, &at);
        if (!is_closing_mark(c)) {
            return is_stop(c);
        }
    }
    return false;
}

/* A line with the first date in it that names a day, or the last one if that ends the line. */
typedef struct dated_line {
    tl_str text; /* without white space around it */
    tl_named_date date;
    bool found;
    tl_named_date yearless; /* the first that names no year; day 0: there is none */
} dated_line;

static tl_str
part_before(const dated_line *line)
{
    return tl_str_trim(tl_str_slice(line->text, 0, line->date.range.begin));
}

static tl_str
part_behind(const dated_line *line)
{
    return tl_str_trim(tl_str_slice(line->text, line->date.range.end, line->text.len));
}

static tl_str
last_word(tl_str text)
{
    size_t begin = text.len;
    while (begin > 0 && text.ptr[begin - 1] != ' ' && text.ptr[begin - 1] != '\n') {
        begin--;
    }
    return tl_str_slice(text, begin, text.len);
}

/* "Moscow,", "Published:", «г. Псков» – but no words of a sentence. */
static bool
are_names(tl_words *words, tl_str text)
{
    tl_words_find(words, text);
    for (size_t i = 0; i < words->count; i++) {
        const tl_word *word = &words->items[i];
        bool is_abbreviation = i + 1 < words->count && words->items[i + 1].gap == TL_GAP_DOT;
        if (!(word->flags & (TL_WORD_CAPITALISED | TL_WORD_HAS_DIGIT)) && !is_abbreviation) {
            return false;
        }
    }
    return words->count <= DATELINE_WORDS;
}

/* "12.04.2024", "Moscow, 12 April 2024", "Published: 12 April 2024 10:30". */
static bool
stands_alone(const dated_line *line, tl_words *words)
{
    tl_str before = part_before(line), behind = part_behind(line);
    return !is_preposition(last_word(before)) && are_names(words, before) &&
           (tl_str_equal(behind, TL_STR(".")) ||
            (!ends_with_stop(behind) && are_names(words, behind)));
}

static bool
starts_with_dash(tl_str text)
{
    return tl_str_starts_with(text, TL_STR("—")) || tl_str_starts_with(text, TL_STR("–")) ||
           tl_str_starts_with(text, TL_STR("-"));
}

/* "BAKU, 12 April 2024. The talks …", «МОСКВА. 12 апреля 2024 года. /ТАСС/. …»: a sentence of its
 * own. */
static bool
is_first_sentence(const dated_line *line, tl_words *words)
{
    tl_str before = part_before(line), behind = part_behind(line);
    return tl_str_starts_with(behind, TL_STR(". ")) &&
           (before.len == 0 || (ends_with_stop(before) && are_names(words, before)));
}

/* "MINSK, 12 April 2024 (BelTA) – …" */
static bool
opens_paragraph(const dated_line *line, tl_words *words)
{
    tl_str before = part_before(line), behind = part_behind(line);
    size_t bracket = tl_str_starts_with(behind, TL_STR("(")) ? tl_str_find_byte(behind, ')', 0) : 0;
    if (bracket > 0 && bracket < behind.len) {
        behind = tl_str_trim(tl_str_slice(behind, bracket + 1, behind.len));
    }
    return starts_with_dash(behind) && !is_preposition(last_word(before)) &&
           are_names(words, before);
}

static bool
ends_or_begins(const dated_line *line)
{
    tl_str before = part_before(line), behind = part_behind(line);
    bool ends = behind.len == 0 && !is_preposition(last_word(before));
    bool begins = before.len == 0 && !tl_str_starts_with(behind, TL_STR(","));
    return ends || (begins && !ends_with_stop(line->text));
}

static bool
is_bracketed_end(const dated_line *line)
{
    return tl_str_ends_with(part_before(line), TL_STR("(")) &&
           tl_str_equal(part_behind(line), TL_STR(")"));
}

/* Where a line stands. */
typedef struct line_place {
    bool in_headline;
    bool opens_segment;
    bool opens_text; /* of no segment before it is prose */
} line_place;

static date_rank
rank_line(const dated_line *line, tl_words *words, line_place place)
{
    if (!line->found) {
        return RANK_NONE;
    }
    if (line->date.day) {
        if (stands_alone(line, words) || (place.in_headline && ends_or_begins(line)) ||
            (place.opens_segment && opens_paragraph(line, words)) ||
            (place.opens_text && is_first_sentence(line, words))) {
            return RANK_DATELINE;
        }
    }
    return place.in_headline && is_bracketed_end(line) ? RANK_BRACKETS : RANK_NONE;
}

/* "BAKU, May 5 (Agency) – …": the date, or one without a day. */
static tl_named_date
find_yearless_dateline(const dated_line *line, tl_words *words)
{
    const dated_line as_dated = {.text = line->text, .date = line->yearless, .found = true};
    bool is_dateline = line->yearless.day && !line->found &&
                       (opens_paragraph(&as_dated, words) || is_first_sentence(&as_dated, words));
    return is_dateline ? line->yearless : (tl_named_date){.day = 0};
}

/* The last date of a line is the one that may end it; another one only if it begins the line. */
static dated_line
read_line(tl_str text, segment_date *segment)
{
    dated_line line = {.text = tl_str_trim(text)};
    tl_named_date date;
    size_t at = 0;
    while (tl_dates_next(line.text, &at, &date)) {
        if (date.year == 0) {
            line.yearless = line.yearless.day ? line.yearless : date;
            continue;
        }
        segment->has_dates = true;
        if (!line.found || !line.date.day || line.date.range.begin > 0) {
            line.date = date;
            line.found = true;
        }
    }
    return line;
}

/* True for a heading, a letterhead, a signature: few lines. */
static bool
is_block(tl_str text)
{
    size_t lines = 1;
    for (size_t at = tl_str_find_byte(text, '\n', 0); at < text.len && lines <= HEADER_LINES;
         at = tl_str_find_byte(text, '\n', at + 1)) {
        lines++;
    }
    return lines <= HEADER_LINES;
}

/* A date in the line behind belongs to the sentence that this line is part of. */
static bool
goes_on(tl_str line)
{
    line = tl_str_trim(line);
    return tl_str_ends_with(line, TL_STR(",")) || is_preposition(last_word(line));
}

/* A document on its way. */
typedef struct reading {
    tl_words words;  /* to work with */
    bool opens_text; /* no segment so far is prose */
    bool has_dates;  /* something so far has: what comes behind need not tell whether it has, too */
} reading;

static void
read_dateline(reading *r, tl_str text, line_place place, segment_date *found)
{
    dated_line line = read_line(text, found);
    date_rank rank = rank_line(&line, &r->words, place);
    r->has_dates = r->has_dates || found->has_dates;
    if (place.opens_text) {
        found->yearless = find_yearless_dateline(&line, &r->words);
    }
    if (rank > found->rank) {
        found->rank = rank;
        found->period = tl_named_date_period(&line.date);
    }
}

/* Reads the lines of a segment that may be datelines and, until there has been a date, the others.
 */
static void
read_lines(reading *r, tl_str rest, segment_date *found)
{
    tl_str text, before = {NULL, 0};
    bool is_short = is_block(rest);
    for (size_t number = 0; tl_str_split(&rest, '\n', &text); number++, before = text) {
        if (number == 0 || (is_short && !goes_on(before))) {
            bool opens_text = number == 0 && r->opens_text;
            const line_place place = {found->is_headline, number == 0, opens_text};
            read_dateline(r, text, place, found);
        } else if (!r->has_dates) {
            read_line(text, found);
            r->has_dates = found->has_dates;
        } else if (!is_short) {
            break;
        }
    }
}

static segment_date
read_segment(reading *r, const tl_segment *segment)
{
    tl_str text = tl_str_trim(segment->text);
    bool is_line = tl_str_find_byte(text, '\n', 0) == text.len;
    segment_date found = {.is_prose = ends_with_stop(text)};
    found.is_headline = is_line && !found.is_prose;
    if (tl_str_find_digit(text, 0) < text.len) {
        read_lines(r, text, &found);
    }
    r->opens_text = r->opens_text && !found.is_prose;
    return found;
}

/* At the end of a letter: nothing behind segment `at` is a sentence. */
static bool
is_signed(const segment_date *found, size_t count, size_t at)
{
    size_t next = at + 1;
    while (next < count && !found[next].is_prose) {
        next++;
    }
    return next == count;
}

/* What stands before the first dateline: dated by it unless it has dates of its own; a letter,
 * which has its date at the end, may have them. */
static void
date_beginning(const segment_date *found, size_t count, size_t first, tl_period *periods)
{
    bool has_dates = false;
    for (size_t i = 0; i < first; i++) {
        has_dates = has_dates || found[i].has_dates;
    }
    for (size_t i = 0; i < first && (!has_dates || is_signed(found, count, first)); i++) {
        periods[i] = found[first].period;
    }
}

/* The headings right before a dateline are those of its text. */
static void
date_headings(const segment_date *found, date_rank rank, size_t at, tl_period *periods)
{
    for (size_t i = at; i > 0 && found[i - 1].is_headline && found[i - 1].rank < rank; i--) {
        periods[i - 1] = found[at].period;
    }
}

static void
date_sections(const segment_date *found, size_t count, date_rank rank, tl_period *periods)
{
    tl_period period = {0, 0};
    bool is_first = true;
    for (size_t i = 0; i < count; i++) {
        if (found[i].rank == rank) {
            period = found[i].period;
            if (is_first) {
                date_beginning(found, count, i, periods);
            }
            date_headings(found, rank, i, periods);
            is_first = false;
        }
        if (!is_first) {
            periods[i] = period;
        }
    }
}

static void
fill(tl_period *periods, size_t count, tl_period period)
{
    for (size_t i = 0; i < count; i++) {
        periods[i] = period;
    }
}

static tl_period
one_day(tl_date date)
{
    return (tl_period){date, date};
}

/* What a text without any year was written on: the last such day that has come, if it has a
 * dateline that names no year, else today. */
static tl_period
day_of_yearless(const segment_date *found, size_t count, tl_date today)
{
    const tl_named_date *dateline = NULL;
    for (size_t i = 0; i < count; i++) {
        dateline = dateline == NULL && found[i].yearless.day ? &found[i].yearless : dateline;
        if (found[i].has_dates) {
            return one_day(today);
        }
    }
    for (unsigned back = 0; dateline && back <= LEAP_YEARS; back++) {
        tl_period day = tl_period_of(today / 10000 - back, dateline->month, dateline->day);
        if (day.first && day.first <= today) {
            return day;
        }
    }
    return one_day(today);
}

static void
date_by_text(tl_document *document, tl_date today, tl_period *periods)
{
    segment_date *found = tl_arena_alloc(&document->arena, document->count, sizeof *found);
    reading r = {.opens_text = true};
    date_rank highest = RANK_NONE;
    for (size_t i = 0; i < document->count; i++) {
        found[i] = read_segment(&r, &document->segments[i]);
        highest = found[i].rank > highest ? found[i].rank : highest;
    }
    tl_words_clear(&r.words);
    if (highest != RANK_NONE) {
        date_sections(found, document->count, highest, periods);
    } else {
        fill(periods, document->count, day_of_yearless(found, document->count, today));
    }
}

tl_period *
tl_document_dates(tl_document *document, tl_date asked, tl_date today)
{
    tl_period *periods = tl_arena_alloc(&document->arena, document->count, sizeof *periods);
    tl_date given = asked ? asked : tl_date_parse(tl_str_slice(document->date, 0, 10));
    bool is_of_units = document->count && document->segments[0].unit_id.len;
    if (given || is_of_units) {
        fill(periods, document->count, one_day(given ? given : today));
    } else {
        date_by_text(document, today, periods);
    }
    return periods;
}
