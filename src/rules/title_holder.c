/* SPDX-License-Identifier: MPL-2.0 */
/* title-holder: a title beside somebody who did not hold it. Finds the titles of the termbase that
 * have `holders:`, reads who is named beside each (named_person.h) and by which date to judge
 * (sentence_date.h). A date that fits the person anywhere near excuses; to accuse, the termbase has
 * to know the tenure. Whether the name or the title is wrong cannot be known: the holder's name is
 * suggested, and never put in place unseen. */
#include "rules/rules.h"

#include "morph/inflect.h"
#include "rules/at_word.h"
#include "rules/office.h"
#include "rules/predicate.h"
#include "rules/sentence_date.h"
#include "rules/tenure.h"

enum { WORDS_BEFORE = 5, ATTENDANT_WORDS = 4, SHORTEST_ROLE = 5, YEAR_DIGITS = 4 };

/* «и. о.» of «и. о. пресс-секретаря»: word `at` is its о. */
static bool
is_acting_abbreviated(const tl_pass *pass, uint32_t at)
{
    static const tl_str i[] = {TL_STR_INIT("и")}, o[] = {TL_STR_INIT("о")};
    return at > 0 && tl_word_at(pass, at)->gap == TL_GAP_DOT && tl_word_is_one_of(pass, at, o, 1) &&
           tl_word_is_one_of(pass, at - 1, i, 1);
}

/* Words that may stand between a title and what says that somebody does not hold it. */
static bool
is_article(const tl_pass *pass, uint32_t at)
{
    static const tl_str words[] = {TL_STR_INIT("the"), TL_STR_INIT("a"), TL_STR_INIT("an"),
                                   TL_STR_INIT("as"), TL_STR_INIT("обязанности")};
    return tl_word_is_one_of(pass, at, words, sizeof words / sizeof *words);
}

static bool
is_preposition(const tl_pass *pass, uint32_t at)
{
    static const tl_str words[] = {TL_STR_INIT("to"), TL_STR_INIT("of"), TL_STR_INIT("for")};
    return tl_word_is_one_of(pass, at, words, sizeof words / sizeof *words);
}

/* "adviser to the …", "envoy of the …": word `at` is somebody at the title's side. */
static bool
is_attendant(const tl_pass *pass, uint32_t at, bool behind_preposition)
{
    return tl_word_is_listed(pass, at, TL_LIST_FORMER) ||
           (behind_preposition && tl_word_is_listed(pass, at, TL_LIST_TITLES));
}

/* "the 42nd President", «42-го президента»: one of many, mostly long ago; but a year only says
 * when: "in 2012 CSTO Secretary General …". */
static bool
is_ordinal(const tl_pass *pass, uint32_t at)
{
    const tl_word *word = tl_word_at(pass, at);
    bool is_year = word->length == YEAR_DIGITS && !(word->flags & TL_WORD_HAS_LETTER);
    return ((word->flags & TL_WORD_HAS_DIGIT) && !is_year) ||
           (at > 0 && word->gap == TL_GAP_HYPHEN && (word[-1].flags & TL_WORD_HAS_DIGIT));
}

/* "former", "acting", «заместитель» before the title, or "-designate", "elect" behind it. */
static bool
is_not_held(const tl_pass *pass, const tl_title_place *title)
{
    bool behind_preposition = false;
    if (title->end < pass->scan->words.count && tl_gap_is_open(tl_word_at(pass, title->end)->gap) &&
        tl_word_is_listed(pass, title->end, TL_LIST_FORMER)) {
        return true;
    }
    for (uint32_t at = title->first; at > 0 && title->first - at < WORDS_BEFORE; at--) {
        const tl_word *word = tl_word_at(pass, at);
        if (!tl_gap_is_open(word->gap) || (word->flags & TL_WORD_SENTENCE_START)) {
            break;
        }
        bool is_link = is_preposition(pass, at - 1);
        if (!is_link && !is_article(pass, at - 1)) {
            return is_attendant(pass, at - 1, behind_preposition) ||
                   is_acting_abbreviated(pass, at - 1) || is_ordinal(pass, at - 1);
        }
        behind_preposition = behind_preposition || is_link;
    }
    return false;
}

static bool
is_russian_preposition(const tl_pass *pass, uint32_t at)
{
    static const tl_str words[] = {
        TL_STR_INIT("с"),   TL_STR_INIT("со"),  TL_STR_INIT("к"),   TL_STR_INIT("ко"),
        TL_STR_INIT("от"),  TL_STR_INIT("для"), TL_STR_INIT("о"),   TL_STR_INIT("об"),
        TL_STR_INIT("при"), TL_STR_INIT("у"),   TL_STR_INIT("до"),  TL_STR_INIT("по"),
        TL_STR_INIT("и"),   TL_STR_INIT("на"),  TL_STR_INIT("за"),  TL_STR_INIT("через"),
        TL_STR_INIT("без"), TL_STR_INIT("а"),   TL_STR_INIT("или"), TL_STR_INIT("перед"),
    };
    return tl_word_is_one_of(pass, at, words, sizeof words / sizeof *words);
}

/* «руководителя администрации президента Ивана Петрова»: in a case like this the name may be that
 * of somebody whose office the title only describes. Of somebody known it is believed unless a role
 * stands close before. */
static bool
may_be_described(const tl_pass *pass, const tl_title_place *title, const tl_named_person *person)
{
    bool is_nominative = person->cells & 1u << TL_CASE_NOM;
    if (pass->scan->script != TL_SCRIPT_CYRILLIC || is_nominative) {
        return false;
    }
    for (uint32_t at = title->first; at > 0 && title->first - at < ATTENDANT_WORDS; at--) {
        const tl_word *word = tl_word_at(pass, at), *before = word - 1;
        if (!tl_gap_is_open(word->gap) || (word->flags & TL_WORD_SENTENCE_START) ||
            is_russian_preposition(pass, at - 1)) {
            break;
        }
        if (person->concept == NULL ||
            (before->length >= SHORTEST_ROLE && tl_word_is_listed(pass, at - 1, TL_LIST_ROLES))) {
            return true;
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
next_title(const tl_pass *pass, size_t *hit, size_t *place, tl_title_place *title)
{
    const tl_scan *scan = pass->scan;
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
        *title = (tl_title_place){
            .hit = found, .first = found->first, .end = found->first + found->count};
        title->end = tl_office_end(pass, title);
    }
    return found != NULL;
}

static void
report(tl_pass *pass, const tl_title_place *title, const tl_named_person *person, tl_period judged,
       const tl_concept *holder)
{
    const tl_concept *concept = title->hit->pattern->term->concept;
    tl_finding finding = tl_pass_finding(pass, tl_named_person_range(pass, person));
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

/* The dates that the whole document names, read when they are first asked for. */
static const tl_segment_dates *
dates_of_document(tl_pass *pass)
{
    pthread_mutex_lock(&pass->shared->lock);
    if (pass->shared->dates == NULL) {
        tl_segment_dates *all = tl_arena_alloc(pass->arena, 1, sizeof *all);
        *all = tl_dates_read(pass, pass->document->segments, pass->document->count);
        pass->shared->dates = all;
    }
    const tl_segment_dates *all = pass->shared->dates;
    pthread_mutex_unlock(&pass->shared->lock);
    return all;
}

/* Of a text that nobody has dated any date that it names may be its own. */
static bool
is_excused_anywhere(tl_pass *pass, const tl_title_place *title, const tl_named_person *person)
{
    const tl_segment_dates *all = pass->is_dated ? NULL : dates_of_document(pass);
    for (size_t i = 0; all && i < all->count; i++) {
        tl_period period = tl_named_date_period(&all->items[i]);
        if (all->items[i].year &&
            tl_tenure_fits(pass, title->hit->pattern->term->concept, person, period)) {
            return true;
        }
    }
    return false;
}

/* «Главный врач Людмила Ежева»: a name of the termbase that is misspelled comes first; whose title
 * it is can be told when it is mended. */
static bool
is_misspelled(const tl_pass *pass, const tl_named_person *person)
{
    for (uint32_t at = person->first; at < person->first + person->count; at++) {
        const tl_mention *mention = tl_scan_mention_at(pass->scan, at);
        if (mention && mention->family.differs && mention->beside == TL_BESIDE_FITS) {
            return true;
        }
    }
    return false;
}

static void
judge(tl_pass *pass, const tl_title_place *title, const tl_named_person *person, bool is_past,
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
    if (date.judged.first && tl_tenure_excludes(concept, person, date.judged, &holder) &&
        (date.is_own || (!is_past && !tl_sentence_looks_back(pass, first, end) &&
                         (date.is_of_sentence || !is_excused_anywhere(pass, title, person))))) {
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
    tl_title_place title;
    while (next_title(pass, &hit, &place, &title)) {
        tl_named_person person;
        bool is_past = false;
        if (title.first < free_from || !(tl_predicate_read(pass, &title, &person, &is_past) ||
                                         tl_beside_title(pass, &title, free_from, &person))) {
            continue;
        }
        free_from =
            person.first + person.count > title.end ? person.first + person.count : title.end;
        if (is_not_held(pass, &title) || may_be_described(pass, &title, &person) ||
            tl_office_is_elsewhere(pass, &title, &person) || is_misspelled(pass, &person)) {
            continue;
        }
        dates = has_dates ? dates : tl_dates_read(pass, pass->scan->segment, 1);
        has_dates = true;
        judge(pass, &title, &person, is_past, &dates);
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
        "that the format gives, a dateline, else today. Another date in the sentence that fits "
        "the person excuses, or one that heads a sentence before (“In 2012, …”); in a text without "
        "a date of its own, any that it names.\n\n"
        "“former”, “acting”, “deputy”, «бывший», «и. о.», «заместитель» before the title silence "
        "the rule, and so do the plural and the acronym of another body before it. Somebody whom "
        "the termbase does not know is found only "
        "where it knows who held the title at the time.",
    .bad = "12 April 2014: the CSTO Secretary General Stanislav Zas visited Minsk.",
    .good = "12 April 2014: the CSTO Secretary General Nikolay Bordyuzha visited Minsk.",
    .severity = TL_SEVERITY_WARNING,
    .needs_termbase = true,
    .check = check,
};
