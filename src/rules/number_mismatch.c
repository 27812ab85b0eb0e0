/* SPDX-License-Identifier: MPL-2.0 */
/* number-mismatch: the quantities of the two sides as sets. A quantity in digits wants its like on
 * the other side, in digits or in words; one in words is only missed where the other side has a
 * quantity that answers to nothing either, since "both", "first" and "one" come and go in
 * translation. */
#include "rules/quantities.h"
#include "rules/rules.h"

enum { HALF_DAY = 12 * 60 };

/* A text with its quantities, and which of them have found their like. */
typedef struct side {
    const tl_scan *scan;
    const tl_quantity *items;
    bool *is_matched;
    size_t count;
} side;

static side
quantities_of(tl_pass *pass, const tl_scan *scan)
{
    tl_quantities found = {0};
    tl_quantities_find(&found, scan);
    tl_quantity *items = tl_arena_alloc(pass->scratch, found.count, sizeof *items);
    for (size_t i = 0; i < found.count; i++) {
        items[i] = found.items[i];
    }
    side made = {.scan = scan,
                 .items = items,
                 .is_matched = tl_arena_alloc(pass->scratch, found.count, sizeof(bool)),
                 .count = found.count};
    tl_quantities_clear(&found);
    return made;
}

static tl_str
text_of(const side *s, size_t i)
{
    return tl_str_at(s->scan->segment->text, s->items[i].range);
}

/* What is written alike is the same, however each language reads it: "2.5K". */
static void
match_equal(side *a, side *b)
{
    for (size_t i = 0; i < a->count; i++) {
        for (size_t k = 0; k < b->count; k++) {
            if (tl_quantities_equal(&a->items[i], &b->items[k]) ||
                tl_str_equal(text_of(a, i), text_of(b, k))) {
                a->is_matched[i] = b->is_matched[k] = true;
            }
        }
    }
}

/* 3 for 15:00, half a day aside; 90 for 1990; 5 for 5 % where the sign stands behind another number
 * of the same text ("from 5 to 10 %"). */
static bool
is_lax_reading(tl_quantity_reading a, tl_quantity_reading b)
{
    double minutes = a.value * 60;
    bool is_hour = a.kind == TL_QUANTITY_NUMBER && b.kind == TL_QUANTITY_TIME &&
                   (minutes == b.value || minutes + HALF_DAY == b.value);
    bool is_clock =
        a.kind == TL_QUANTITY_TIME && b.kind == TL_QUANTITY_TIME && a.value + HALF_DAY == b.value;
    bool is_decade = a.kind == TL_QUANTITY_NUMBER && b.kind == TL_QUANTITY_NUMBER &&
                     a.value < 100 && (a.value + 1900 == b.value || a.value + 2000 == b.value);
    bool is_percent =
        a.kind == TL_QUANTITY_NUMBER && b.kind == TL_QUANTITY_PERCENT && a.value == b.value;
    return is_hour || is_clock || is_decade || is_percent;
}

static bool
are_laxly_equal(const tl_quantity *a, const tl_quantity *b)
{
    for (size_t i = 0; i < a->reading_count; i++) {
        for (size_t k = 0; k < b->reading_count; k++) {
            if (is_lax_reading(a->readings[i], b->readings[k]) ||
                is_lax_reading(b->readings[k], a->readings[i])) {
                return true;
            }
        }
    }
    return false;
}

static bool
has_percent(const side *s)
{
    for (size_t i = 0; i < s->count; i++) {
        if (s->items[i].readings[0].kind == TL_QUANTITY_PERCENT) {
            return true;
        }
    }
    return false;
}

static bool
is_percent_of_one(const side *a, size_t i, const side *b, size_t k)
{
    bool first = a->items[i].readings[0].kind == TL_QUANTITY_PERCENT;
    bool second = b->items[k].readings[0].kind == TL_QUANTITY_PERCENT;
    return first != second && !(has_percent(a) && has_percent(b));
}

static void
match_lax(side *a, side *b)
{
    for (size_t i = 0; i < a->count; i++) {
        for (size_t k = 0; k < b->count; k++) {
            if (!a->is_matched[i] && !b->is_matched[k] &&
                are_laxly_equal(&a->items[i], &b->items[k]) && !is_percent_of_one(a, i, b, k)) {
                a->is_matched[i] = b->is_matched[k] = true;
            }
        }
    }
}

static bool
is_one(const tl_quantity *quantity)
{
    return quantity->readings[0].kind == TL_QUANTITY_NUMBER && quantity->readings[0].value <= 1;
}

/* The year of a date that the other side gives without a year. */
static bool
is_added_year(const tl_quantity *year, const side *other)
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
collect(const side *from, const side *other, bool soft, const tl_quantity **out)
{
    size_t count = 0;
    for (int pass = 0; pass <= soft; pass++) {
        for (size_t i = 0; i < from->count; i++) {
            const tl_quantity *item = &from->items[i];
            bool is_wanted = !from->is_matched[i] && item->is_soft == (pass == 1) &&
                             !item->is_hint && !(item->is_soft && is_one(item));
            if (is_wanted && !is_added_year(item, other) && !is_in_term(from->scan, item)) {
                out[count++] = item;
            }
        }
    }
    return count;
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

static bool
is_same_place(const tl_quantity *a, const tl_quantity *b)
{
    return a && b && a->range.begin == b->range.begin;
}

static tl_str
quote(const tl_pass *pass, const tl_scan *scan, const tl_quantity *quantity)
{
    return tl_pass_quote(pass, tl_str_at(scan->segment->text, quantity->range));
}

/* What differs: one of the two, or both, in one place. */
typedef struct difference {
    const tl_quantity *missing, *added;
} difference;

static tl_finding
finding_of(tl_pass *pass, const side *source, const side *target, difference d)
{
    tl_range whole = {0, (uint32_t)target->scan->segment->text.len};
    pass->scan = target->scan;
    tl_finding finding = tl_pass_finding(pass, d.added ? d.added->range : whole);
    finding.of_segment = d.added == NULL;
    tl_str there = d.missing ? quote(pass, source->scan, d.missing) : TL_STR("");
    tl_str here = d.added ? quote(pass, target->scan, d.added) : TL_STR("");
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
    pass->scan = NULL;
    return finding;
}

/* Pairs what is left on both sides: a number for a number in the order of the text. The parts of
 * one date are one difference. */
static size_t
pair_rest(tl_pass *pass, const side *source, const side *target, difference *out)
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
        if (!is_same_place(d.added, last.added) && !is_same_place(d.missing, last.missing)) {
            out[count++] = d;
        }
        last.missing = d.missing ? d.missing : last.missing;
        last.added = d.added ? d.added : last.added;
    }
    return count;
}

/* Where so many differ, the text is another one, and the first difference speaks for all. */
static void
report_rest(tl_pass *pass, const side *source, const side *target)
{
    enum { MOST_TOLD = 3 };
    difference *all = tl_arena_alloc(pass->scratch, source->count + target->count, sizeof *all);
    size_t count = pair_rest(pass, source, target, all);
    size_t told = count > MOST_TOLD ? 1 : count;
    for (size_t i = 0; i < told; i++) {
        tl_finding finding = finding_of(pass, source, target, all[i]);
        if (told < count) {
            finding.explanation = tl_arena_format(
                pass->arena, "and %zu further numbers of the segment differ", count - told);
        }
        tl_pass_push(pass, &finding);
    }
}

/* A quantity that another source has not is not missed. */
static void
excuse_unshared(side *first, const side *other)
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
    side target = quantities_of(pass, scan), first = {0};
    for (size_t i = 0; i < sources->count; i++) {
        side source = quantities_of(pass, sources->texts[i].scan);
        if (i == 0) {
            first = source;
        } else {
            excuse_unshared(&first, &source);
        }
        match_equal(&source, &target);
        match_lax(&source, &target);
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
        "1 250,5, 1.5 billion and 1,5 млрд, 11th and XI, 3 p.m. and 15:00, April 12 and 12.04.\n\n"
        "Number words count too, as far as they are known of a language: a number in digits may "
        "be in words on the other side, and two number words that differ are reported. How often "
        "and in which order numbers stand does not matter. A year that a date has on one side only "
        "is left alone.",
    .bad = "25 ships took part. → Участвовали 52 корабля.",
    .good = "25 ships took part. → Участвовали двадцать пять кораблей.",
    .severity = TL_SEVERITY_WARNING,
    .check_unit = check_unit,
};
