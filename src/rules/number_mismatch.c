/* SPDX-License-Identifier: MPL-2.0 */
/* number-mismatch: the quantities of the two sides as sets. A quantity in digits wants its like on
 * the other side, in digits or in words; one in words is only missed where the other side has a
 * quantity that answers to nothing either, since "both", "first" and "one" come and go in
 * translation. */
#include "rules/quantities.h"
#include "rules/rules.h"
#include "text/number_word.h"

static tl_quantity_side
quantities_of(tl_pass *pass, const tl_scan *scan)
{
    tl_quantities found = {0};
    tl_quantities_find(&found, scan);
    tl_quantity *items = tl_arena_alloc(pass->scratch, found.count, sizeof *items);
    for (size_t i = 0; i < found.count; i++) {
        items[i] = found.items[i];
    }
    tl_quantity_side made = {.scan = scan,
                             .items = items,
                             .is_matched = tl_arena_alloc(pass->scratch, found.count, sizeof(bool)),
                             .count = found.count};
    tl_quantities_clear(&found);
    return made;
}

static double
number_of(const tl_quantity *quantity)
{
    bool is_number = quantity->reading_count && quantity->readings[0].kind == TL_QUANTITY_NUMBER;
    return is_number ? quantity->readings[0].value : -1;
}

/* "one" and "first", which come and go in translation. */
static bool
is_one(const tl_quantity *quantity)
{
    double value = number_of(quantity);
    return (value == 0 || value == 1) && !quantity->is_meant;
}

static bool
is_fraction(const tl_quantity *quantity)
{
    return number_of(quantity) > 0 && number_of(quantity) < 1;
}

/* "half", unless the other side has digits or a fraction that answers to nothing either. */
static bool
is_lone_fraction(const tl_quantity *quantity, const tl_quantity_side *other)
{
    bool is_lone = is_fraction(quantity);
    for (size_t i = 0; i < other->count && is_lone; i++) {
        is_lone = other->is_matched[i] || other->items[i].is_hint ||
                  (other->items[i].is_soft && !is_fraction(&other->items[i]));
    }
    return is_lone;
}

/* The year of a date that the other side gives without a year. */
static bool
is_added_year(const tl_quantity *year, const tl_quantity_side *other)
{
    bool has_date = false;
    for (size_t i = 0; i < other->count && year->is_year && year->day; i++) {
        const tl_quantity *item = &other->items[i];
        bool is_same = item->day == year->day && item->month == year->month;
        if (is_same && item->is_year) {
            return false;
        }
        has_date = has_date || is_same;
    }
    return has_date;
}

/* True if the quantity is part of a term, which is judged as a whole. */
static bool
is_in_term(const tl_scan *scan, const tl_quantity *quantity)
{
    for (size_t i = 0; i < scan->hit_count; i++) {
        const tl_range range = scan->hits[i].range;
        if (range.begin <= quantity->range.begin && quantity->range.end <= range.end) {
            return true;
        }
    }
    return false;
}

/* What is left of one side: quantities in digits first, if `soft` those in words too. */
static size_t
collect(const tl_quantity_side *from, const tl_quantity_side *other, bool soft,
        const tl_quantity **out)
{
    size_t count = 0;
    for (int pass = 0; pass <= soft; pass++) {
        for (size_t i = 0; i < from->count; i++) {
            const tl_quantity *item = &from->items[i];
            bool is_wanted = !from->is_matched[i] && item->is_soft == (pass == 1) &&
                             !item->is_hint &&
                             !(item->is_soft && (is_one(item) || is_lone_fraction(item, other)));
            if (is_wanted && !is_added_year(item, other) && !is_in_term(from->scan, item)) {
                out[count++] = item;
            }
        }
    }
    return count;
}

/* A number that may stand on the other side in words of a language whose number words are not
 * known. */
static bool
may_be_in_words(const tl_quantity *quantity, const tl_scan *other)
{
    double value = number_of(quantity);
    return value >= 0 && value <= 100 && value == (double)(int)value &&
           !tl_number_words_known(other->language);
}

static size_t
count_hard(const tl_quantity *const *items, size_t count)
{
    size_t hard = 0;
    while (hard < count && !items[hard]->is_soft) {
        hard++;
    }
    return hard;
}

static tl_str
quote(const tl_pass *pass, const tl_scan *scan, const tl_quantity *quantity)
{
    return tl_pass_quote(pass, tl_str_at(scan->segment->text, quantity->range));
}

static bool
is_same_place(const tl_quantity *a, const tl_quantity *b)
{
    return a && b && a->range.begin == b->range.begin;
}

/* What differs: a quantity of one side, or one of each for the other. */
typedef struct difference {
    const tl_quantity *missing, *added;
} difference;

static tl_finding
finding_of(tl_pass *pass, const tl_scan *source, const tl_scan *target, difference d)
{
    tl_range whole = {0, (uint32_t)target->segment->text.len};
    pass->scan = target;
    tl_finding finding = tl_pass_finding(pass, d.added ? d.added->range : whole);
    pass->scan = NULL;
    finding.of_segment = d.added == NULL;
    tl_str there = d.missing ? quote(pass, source, d.missing) : TL_STR("");
    tl_str here = d.added ? quote(pass, target, d.added) : TL_STR("");
    if (d.added && d.missing) {
        finding.message = tl_arena_format(pass->arena, "“%.*s” where the source has “%.*s”",
                                          TL_STR_ARGS(here), TL_STR_ARGS(there));
    } else if (d.added) {
        finding.message = tl_arena_format(pass->arena, "“%.*s” answers to no number of the source",
                                          TL_STR_ARGS(here));
    } else {
        finding.message = tl_arena_format(pass->arena, "no number answers to “%.*s” of the source",
                                          TL_STR_ARGS(there));
    }
    return finding;
}

/* Pairs what is left on both sides: a number for a number in the order of the text. The parts of
 * one date are one difference. */
static size_t
pair_rest(tl_pass *pass, const tl_quantity_side *source, const tl_quantity_side *target,
          difference *out)
{
    const tl_quantity **missing = tl_arena_alloc(pass->scratch, source->count, sizeof *missing);
    const tl_quantity **added = tl_arena_alloc(pass->scratch, target->count, sizeof *added);
    size_t missing_count = collect(source, target, true, missing);
    size_t added_count = collect(target, source, true, added);
    size_t hard_missing = count_hard(missing, missing_count);
    size_t hard_added = count_hard(added, added_count);
    size_t both = missing_count < added_count ? missing_count : added_count;
    size_t wanted = hard_missing > hard_added ? hard_missing : hard_added, count = 0;
    wanted = both > wanted ? both : wanted;
    difference last = {0};
    for (size_t i = 0; i < wanted; i++) {
        difference d = {i < missing_count ? missing[i] : NULL, i < added_count ? added[i] : NULL};
        bool is_told = is_same_place(d.added, last.added) || is_same_place(d.missing, last.missing);
        bool is_excused = (d.added == NULL && may_be_in_words(d.missing, target->scan)) ||
                          (d.missing == NULL && may_be_in_words(d.added, source->scan));
        if (!is_told && !is_excused) {
            out[count++] = d;
        }
        last.missing = d.missing ? d.missing : last.missing;
        last.added = d.added ? d.added : last.added;
    }
    return count;
}

/* Where many differ, the text is another one, and the first difference speaks for all. */
static void
report_rest(tl_pass *pass, const tl_quantity_side *source, const tl_quantity_side *target)
{
    enum { MOST_TOLD = 3 };
    difference *all = tl_arena_alloc(pass->scratch, source->count + target->count, sizeof *all);
    size_t count = pair_rest(pass, source, target, all);
    size_t told = count > MOST_TOLD ? 1 : count;
    for (size_t i = 0; i < told; i++) {
        tl_finding finding = finding_of(pass, source->scan, target->scan, all[i]);
        if (told < count) {
            finding.explanation = tl_arena_format(
                pass->arena, "and %zu further numbers of the segment differ", count - told);
        }
        tl_pass_push(pass, &finding);
    }
}

/* A quantity that another source has not is not missed. */
static void
excuse_unshared(tl_quantity_side *first, const tl_quantity_side *other)
{
    for (size_t i = 0; i < first->count; i++) {
        size_t k = 0;
        while (k < other->count && !tl_quantities_equal(&first->items[i], &other->items[k])) {
            k++;
        }
        first->is_matched[i] = first->is_matched[i] || k == other->count;
    }
}

static void
check_target(tl_pass *pass, const tl_scan *scan)
{
    const tl_unit_side *sources = &pass->unit->source;
    tl_quantity_side target = quantities_of(pass, scan), first = {0};
    for (size_t i = 0; i < sources->count; i++) {
        tl_quantity_side source = quantities_of(pass, sources->texts[i].scan);
        if (i == 0) {
            first = source;
        } else {
            excuse_unshared(&first, &source);
        }
        tl_quantities_match(&source, &target);
    }
    report_rest(pass, &first, &target);
}

/* A key that no text stands for: "translator-credits". */
static bool
is_key(const tl_scan *scan)
{
    for (uint32_t at = 0; at < scan->words.count; at++) {
        const tl_word *word = &scan->words.items[at];
        if ((word->flags & (TL_WORD_HAS_UPPER | TL_WORD_HAS_DIGIT)) ||
            (at > 0 && word->gap != TL_GAP_HYPHEN && word->gap != TL_GAP_OTHER)) {
            return false;
        }
    }
    return scan->words.count > 1 && scan->script == TL_SCRIPT_LATIN &&
           tl_str_find_byte(scan->segment->text, ' ', 0) == scan->segment->text.len;
}

static void
check_unit(tl_pass *pass)
{
    bool has_text = !is_key(pass->unit->source.texts[0].scan);
    for (size_t i = 0; has_text && i < pass->unit->target.count; i++) {
        check_target(pass, pass->unit->target.texts[i].scan);
    }
}

const tl_rule tl_rule_number_mismatch = {
    .id = "number-mismatch",
    .summary = "a number or date of one side that the other has not",
    .help =
        "In a bilingual document, compares numbers, percentages, dates, clock times, ordinals, "
        "quarters and Roman numerals of source and target, whatever their notation: 1,250.5 and "
        "1 250,5, 1.5 billion and 1,5 млрд, 11th and XI, 3 p.m. and 15:00, half past three and "
        "половина четвёртого, April 12 and 12.04. A sign is read as the language of the text has "
        "it: 2,500 mg is not 2,5 мг. A half of the day, a minus and a year count where both sides "
        "tell them.\n\n"
        "Number words count too, as far as they are known of a language, and so do words that a "
        "number is part of, such as двадцатипятилетний: a number in digits may be in words on the "
        "other side, and two number words that differ are reported. How often and in which order "
        "numbers stand does not matter. A year that a date has on one side only is left alone, and "
        "so is, where the number words of a language are not known, a number up to a hundred that "
        "only one side has. Units, currencies and days of the week are not compared.",
    .bad = "25 ships took part. → Участвовали 52 корабля.",
    .good = "25 ships took part. → Участвовали двадцать пять кораблей.",
    .severity = TL_SEVERITY_WARNING,
    .check_unit = check_unit,
};
