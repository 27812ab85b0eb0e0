/* SPDX-License-Identifier: MPL-2.0 */
/* title-holder: a title beside somebody who did not hold it. Finds the titles of the termbase that
 * have `holders:`, reads who is named beside each (named_person.h) and by which date to judge
 * (sentence_date.h). A date that fits the person anywhere near excuses; to accuse, the termbase has
 * to know the tenure. Whether the name or the title is wrong cannot be known: the holder's name is
 * suggested, and never put in place unseen. */
#include "rules/named_person.h"
#include "rules/rules.h"
#include "rules/sentence_date.h"
#include "rules/tenure.h"

#include "morph/inflect.h"
#include "scan/lists.h"
#include "text/compare.h"

enum { LONGEST_WORD = 128, WORDS_BEFORE = 5, MOST_RANKS = 4 };

/* A place where a title stands, by hits and by reordered words. */
typedef struct title_place {
    const tl_hit *hit;
    uint32_t first, end; /* words */
} title_place;

static const tl_word *
word_at(const tl_pass *pass, uint32_t at)
{
    return &pass->scan->words.items[at];
}

static tl_str
key_at(const tl_pass *pass, uint32_t at, char *key)
{
    tl_str text = tl_str_slice(tl_pass_word(pass, at), 0, LONGEST_WORD);
    return (tl_str){key, tl_words_key(text, key)};
}

static bool
is_word(const tl_pass *pass, uint32_t at, const tl_str *list, size_t count)
{
    char key[LONGEST_WORD * 3];
    tl_str folded = key_at(pass, at, key);
    for (size_t i = 0; i < count; i++) {
        if (tl_str_equal(folded, list[i])) {
            return true;
        }
    }
    return false;
}

static bool
is_former(const tl_pass *pass, uint32_t at)
{
    char key[LONGEST_WORD * 3];
    return tl_list_has(TL_LIST_FORMER, key_at(pass, at, key));
}

/* «и. о.» of «и. о. пресс-секретаря»: word `at` is its о. */
static bool
is_acting_abbreviated(const tl_pass *pass, uint32_t at)
{
    static const tl_str i[] = {TL_STR_INIT("и")}, o[] = {TL_STR_INIT("о")};
    return at > 0 && word_at(pass, at)->gap == TL_GAP_DOT && is_word(pass, at, o, 1) &&
           is_word(pass, at - 1, i, 1);
}

/* Words that may stand between a title and what says that somebody does not hold it: "adviser to
 * the …", «исполняющий обязанности …». */
static bool
is_link(const tl_pass *pass, uint32_t at)
{
    static const tl_str links[] = {
        TL_STR_INIT("the"), TL_STR_INIT("a"),   TL_STR_INIT("an"), TL_STR_INIT("to"),
        TL_STR_INIT("of"),  TL_STR_INIT("for"), TL_STR_INIT("as"), TL_STR_INIT("обязанности")};
    return is_word(pass, at, links, sizeof links / sizeof *links);
}

static bool
is_open_gap(uint8_t gap)
{
    return gap == TL_GAP_SPACE || gap == TL_GAP_HYPHEN || gap == TL_GAP_DOT;
}

/* "former", "acting", «заместитель» before the title, or "-designate", "elect" behind it. */
static bool
is_not_held(const tl_pass *pass, const title_place *title)
{
    if (title->end < pass->scan->words.count && is_open_gap(word_at(pass, title->end)->gap) &&
        is_former(pass, title->end)) {
        return true;
    }
    for (uint32_t at = title->first; at > 0 && title->first - at < WORDS_BEFORE; at--) {
        const tl_word *word = word_at(pass, at);
        if (!is_open_gap(word->gap) || (word->flags & TL_WORD_SENTENCE_START)) {
            break;
        }
        if (is_former(pass, at - 1) || is_acting_abbreviated(pass, at - 1)) {
            return true;
        }
        if (!is_link(pass, at - 1)) {
            break;
        }
    }
    return false;
}

static bool
is_plural(const tl_hit *hit)
{
    return hit->cells != 0 && (hit->cells & ~(unsigned)TL_CELLS_PLURAL) == 0;
}

static bool
is_title(const tl_hit *hit)
{
    return hit->pattern->kind == TL_PATTERN_TERM && hit->pattern->term->concept->holder_count > 0 &&
           !is_plural(hit);
}

/* The next title at or behind word `from`; false if there is none. */
static bool
next_title(const tl_scan *scan, size_t *hit, size_t *place, title_place *title)
{
    while (*hit < scan->hit_count && !is_title(&scan->hits[*hit])) {
        ++*hit;
    }
    while (*place < scan->reordered_count && !is_title(&scan->reordered[*place].hit)) {
        ++*place;
    }
    const tl_hit *found = NULL;
    if (*hit < scan->hit_count) {
        found = &scan->hits[*hit];
    }
    if (*place < scan->reordered_count &&
        (found == NULL || scan->reordered[*place].hit.first < found->first)) {
        found = &scan->reordered[(*place)++].hit;
    } else if (found) {
        ++*hit;
    }
    if (found) {
        *title =
            (title_place){.hit = found, .first = found->first, .end = found->first + found->count};
    }
    return found != NULL;
}

/* "Colonel General", "Mr", «генерал-полковник»: between a title and a name. */
static bool
is_rank(const tl_pass *pass, uint32_t at)
{
    static const tl_str ranks[] = {
        TL_STR_INIT("mr"),      TL_STR_INIT("ms"),         TL_STR_INIT("mrs"),
        TL_STR_INIT("dr"),      TL_STR_INIT("general"),    TL_STR_INIT("colonel"),
        TL_STR_INIT("major"),   TL_STR_INIT("lieutenant"), TL_STR_INIT("captain"),
        TL_STR_INIT("admiral"), TL_STR_INIT("marshal"),    TL_STR_INIT("ambassador"),
        TL_STR_INIT("г"),       TL_STR_INIT("н"),          TL_STR_INIT("армии"),
    };
    static const tl_str stems[] = {
        TL_STR_INIT("генерал"), TL_STR_INIT("полковник"), TL_STR_INIT("подполковник"),
        TL_STR_INIT("майор"),   TL_STR_INIT("лейтенант"), TL_STR_INIT("капитан"),
        TL_STR_INIT("адмирал"), TL_STR_INIT("маршал"),    TL_STR_INIT("господин"),
        TL_STR_INIT("товарищ"), TL_STR_INIT("посол"),     TL_STR_INIT("посла"),
    };
    char key[LONGEST_WORD * 3];
    tl_str folded = key_at(pass, at, key);
    for (size_t i = 0; i < sizeof stems / sizeof *stems; i++) {
        if (tl_str_starts_with(folded, stems[i])) {
            return true;
        }
    }
    return is_word(pass, at, ranks, sizeof ranks / sizeof *ranks);
}

static uint32_t
skip_ranks(const tl_pass *pass, uint32_t at)
{
    uint32_t next = at;
    while (next + 1 < pass->scan->words.count && next - at < MOST_RANKS && is_rank(pass, next) &&
           is_open_gap(word_at(pass, next + 1)->gap)) {
        next++;
    }
    return next;
}

static tl_str
text_between(const tl_pass *pass, uint32_t left)
{
    tl_range range = {word_at(pass, left)->range.end, word_at(pass, left + 1)->range.begin};
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
    return at + 1 < pass->scan->words.count && (word_at(pass, at + 1)->flags & TL_WORD_HAS_DIGIT) &&
           is_word(pass, at, words, sizeof words / sizeof *words);
}

/* A comma, a stop, a closing mark or nothing at all: what stands in apposition ends there. A name
 * or "and" behind the comma goes on with a list. */
static bool
is_closed(tl_pass *pass, uint32_t end)
{
    static const tl_str ands[] = {TL_STR_INIT("and"), TL_STR_INIT("or"), TL_STR_INIT("и"),
                                  TL_STR_INIT("as"), TL_STR_INIT("а")};
    if (end >= pass->scan->words.count || is_time(pass, end)) {
        return true;
    }
    const tl_word *next = word_at(pass, end);
    tl_named_person listed;
    if (next->gap == TL_GAP_COMMA) {
        return !is_word(pass, end, ands, sizeof ands / sizeof *ands) &&
               !tl_named_person_from(pass, end, &listed);
    }
    return (next->flags & TL_WORD_SENTENCE_START) || next->gap == TL_GAP_QUOTE ||
           next->gap == TL_GAP_OTHER;
}

/* "the Press Secretary Ivan Petrov", "the Press Secretary, Ivan Petrov,"; the latter only where no
 * name stands before the title, or it may be that one's. */
static bool
read_behind(tl_pass *pass, const title_place *title, bool may_be_parted, tl_named_person *person)
{
    if (title->end >= pass->scan->words.count || word_at(pass, title->end - 1)->tail) {
        return false;
    }
    const tl_word *next = word_at(pass, title->end);
    bool direct = next->gap == TL_GAP_SPACE && !(next->flags & TL_WORD_SENTENCE_START);
    if (!direct && (next->gap != TL_GAP_COMMA || !may_be_parted)) {
        return false;
    }
    return tl_named_person_from(pass, skip_ranks(pass, title->end), person) &&
           (direct || is_closed(pass, person->first + person->count));
}

/* The word with which the title and what belongs to it begins: "the", "a". */
static uint32_t
skip_article_back(const tl_pass *pass, uint32_t at)
{
    static const tl_str articles[] = {TL_STR_INIT("the"), TL_STR_INIT("a")};
    bool has_article = at > 0 && word_at(pass, at)->gap == TL_GAP_SPACE &&
                       is_word(pass, at - 1, articles, sizeof articles / sizeof *articles);
    return has_article ? at - 1 : at;
}

/* A name in one line and the title in the next, as in a signature. */
static bool
is_signature(const tl_pass *pass, const title_place *title, const tl_named_person *person)
{
    tl_str text = pass->scan->segment->text;
    uint32_t begin = word_at(pass, person->first)->range.begin;
    uint32_t end = title->hit->range.end;
    return has_line_break(text_between(pass, title->first - 1)) &&
           (begin == 0 || text.ptr[begin - 1] == '\n') &&
           (end == text.len || text.ptr[end] == '\n' || text.ptr[end] == '\r');
}

/* Somebody named right before the title, parted by a comma or by nothing, and not the one beside
 * the title before it. */
static bool
read_before(tl_pass *pass, uint32_t begin, uint32_t free_from, tl_named_person *person)
{
    uint8_t gap = word_at(pass, begin)->gap;
    return begin > free_from && (gap == TL_GAP_COMMA || gap == TL_GAP_SPACE) &&
           !word_at(pass, begin - 1)->tail &&
           !(word_at(pass, begin)->flags & TL_WORD_SENTENCE_START) &&
           tl_named_person_until(pass, begin, person) && person->first >= free_from;
}

/* "Ivan Petrov, the Press Secretary," – or the two in two lines. */
static bool
is_apposition(tl_pass *pass, const title_place *title, uint32_t begin,
              const tl_named_person *person)
{
    if (word_at(pass, begin)->gap == TL_GAP_COMMA) {
        return pass->scan->segment->role != TL_ROLE_HEADING && is_closed(pass, title->end);
    }
    return begin == title->first && is_signature(pass, title, person);
}

/* Who stands beside the title, and not beside one before it. */
static bool
read_person(tl_pass *pass, const title_place *title, uint32_t free_from, tl_named_person *person)
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

static void
report(tl_pass *pass, const title_place *title, const tl_named_person *person, tl_period judged,
       const tl_concept *holder)
{
    const tl_concept *concept = title->hit->pattern->term->concept;
    tl_finding finding =
        tl_pass_finding(pass, tl_scan_range(pass->scan, person->first, person->count));
    tl_str name = tl_pass_quote(pass, tl_pass_text(pass, finding.range));
    tl_str held = tl_pass_quote(pass, tl_pass_text(pass, title->hit->range));
    tl_str when = tl_tenure_format(judged, pass->arena);
    tl_str suggestion = holder ? tl_tenure_name(pass, holder, person) : TL_STR("");
    finding.concept = concept;
    finding.severity = concept->severity;
    finding.term = suggestion;
    finding.message = tl_arena_format(pass->arena, "“%.*s” was not “%.*s” %.*s", TL_STR_ARGS(name),
                                      TL_STR_ARGS(held), TL_STR_ARGS(when));
    if (suggestion.len) {
        finding.message = tl_arena_format(pass->arena, "%.*s, “%.*s” was",
                                          TL_STR_ARGS(finding.message), TL_STR_ARGS(suggestion));
        tl_finding_suggest(&finding, suggestion);
    }
    tl_pass_push(pass, &finding);
}

static void
judge(tl_pass *pass, const title_place *title, const tl_named_person *person,
      const tl_segment_dates *dates)
{
    uint32_t person_end = person->first + person->count;
    uint32_t first = title->first < person->first ? title->first : person->first;
    uint32_t end = title->end > person_end ? title->end : person_end;
    const tl_concept *concept = title->hit->pattern->term->concept;
    tl_sentence_date date = tl_sentence_date_of(pass, dates, first, end);
    for (size_t i = 0; i < date.excuse_count; i++) {
        if (tl_tenure_fits(pass, concept, person, date.excuses[i])) {
            return;
        }
    }
    const tl_concept *holder;
    if (date.judged.first && tl_tenure_excludes(concept, person, date.judged, &holder)) {
        report(pass, title, person, date.judged, holder);
    }
}

static void
check(tl_pass *pass)
{
    tl_segment_dates dates = {.items = NULL};
    bool has_dates = false;
    uint32_t free_from = 0;
    size_t hit = 0, place = 0;
    title_place title;
    while (next_title(pass->scan, &hit, &place, &title)) {
        tl_named_person person;
        if (title.first < free_from || !read_person(pass, &title, free_from, &person)) {
            continue;
        }
        free_from =
            person.first + person.count > title.end ? person.first + person.count : title.end;
        if (is_not_held(pass, &title)) {
            continue;
        }
        dates = has_dates ? dates : tl_segment_dates_read(pass);
        has_dates = true;
        judge(pass, &title, &person, &dates);
    }
}

const tl_rule tl_rule_title_holder = {
    .id = "title-holder",
    .summary = "a title beside somebody who did not hold it at the time",
    .help =
        "Finds a title of the termbase that has `holders:` beside another person, or beside one "
        "of its holders at a date outside the tenure. The name is marked; the holder of that date "
        "is suggested where one is known, but never put in place by itself. Beside means right "
        "before the name, or set off by commas before it or behind it.\n\n"
        "The date is that of the sentence where it heads the clause (“In 2012, the Secretary "
        "General …”) or stands right behind the title; else that of the text: --date, the date "
        "that the format gives, a dateline, else today. A text whose dates contradict each other "
        "is not judged, and any other date nearby that fits the person excuses.\n\n"
        "“former”, “acting”, “deputy”, «бывший», «и. о.», «заместитель» before the title silence "
        "the rule, and so does the plural. Somebody whom the termbase does not know is found only "
        "where it knows who held the title at the time.",
    .bad = "12 April 2014: the CSTO Secretary General Stanislav Zas visited Minsk.",
    .good = "12 April 2014: the CSTO Secretary General Nikolay Bordyuzha visited Minsk.",
    .severity = TL_SEVERITY_WARNING,
    .needs_termbase = true,
    .check = check,
};
