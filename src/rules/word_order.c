/* SPDX-License-Identifier: MPL-2.0 */
/* word-order: the words of a term in another order. The scanner finds places with a term's content
 * words and nothing else; this rule tells a name in disorder from good English (noun_phrase.h) and
 * from words that stand together by chance. Russian dependents follow their head in one order, so
 * there any other is a fault, unless the first words may belong to what stands before them.
 *
 * Chance: the fewer words and the less they look like a name, the more must speak for a fault. */
#include "rules/rules.h"

#include "base/utf8.h"
#include "rules/at_word.h"
#include "rules/noun_phrase.h"
#include "rules/replacement.h"
#include "text/capitals.h"
#include "text/compare.h"

enum { SHORTEST_ORDINARY = 3, SHORTEST_SHOUTED_ACRONYM = 4 };

static tl_str
expected_word(const tl_reordered *place, uint32_t number)
{
    const tl_pattern *pattern = place->hit.pattern;
    return tl_str_at(pattern->text, pattern->words[place->pairs[number].in_pattern].range);
}

/* True if every content word has a capital in the term and in the text. In a heading, and where all
 * is in capitals, they say nothing. */
static bool
looks_like_name(const tl_pass *pass, const tl_reordered *place)
{
    if (pass->scan->segment->role == TL_ROLE_HEADING || tl_scan_shouts(pass->scan, &place->hit)) {
        return false;
    }
    for (uint32_t i = 0; i < place->pair_count; i++) {
        if (!(tl_word_at(pass, place->pairs[i].in_text)->flags & TL_WORD_CAPITALISED) ||
            !tl_capitals_begin(expected_word(place, i))) {
            return false;
        }
    }
    return true;
}

/* True if a word is an acronym, and is written as such in a text that is not all in capitals, or is
 * too long to be another word. */
static bool
has_acronym(const tl_pass *pass, const tl_reordered *place)
{
    bool shouted = tl_scan_shouts(pass->scan, &place->hit);
    for (uint32_t i = 0; i < place->pair_count; i++) {
        const tl_word *word = tl_word_at(pass, place->pairs[i].in_text);
        if (tl_capitals_only(expected_word(place, i)) && (word->flags & TL_WORD_ALL_CAPS) &&
            (!shouted || word->length >= SHORTEST_SHOUTED_ACRONYM)) {
            return true;
        }
    }
    return false;
}

/* A given name stands right before the family name, or has a patronymic between. */
static bool
is_person_at(const tl_pass *pass, uint32_t at)
{
    const tl_hit *hit = tl_hit_at(pass, at);
    bool found = hit && hit->pattern->term->concept->type == TL_TYPE_PERSON;
    for (uint32_t family = at; family <= at + 2 && !found; family++) {
        const tl_mention *mention = tl_scan_mention_at(pass->scan, family);
        found = mention && (family == at || tl_name_part_has(&mention->given, at));
    }
    return found;
}

static bool
ends_with_s(const tl_pass *pass, uint32_t at)
{
    tl_str word = tl_pass_word(pass, at);
    return tl_str_ends_with(word, TL_STR("s"));
}

/* What stands beside a place, [first, end) in words of the text. */
typedef struct surroundings {
    uint32_t first, end;
    bool ends_with_head;
    bool is_title;
} surroundings;

/* True if the word behind may be described by the last word of the place: "… the Secretariat | CSTO
 * troops were sent", "… of Defense Council of Ministers | Building". */
static bool
may_go_on(const tl_pass *pass, const surroundings *around)
{
    uint32_t next = around->end;
    if (next >= pass->scan->words.count) {
        return false;
    }
    const tl_word *word = tl_word_at(pass, next);
    if (word->gap == TL_GAP_HYPHEN) {
        return true;
    }
    bool beside = word->gap == TL_GAP_SPACE && !(word->flags & TL_WORD_SENTENCE_START);
    if (!beside || is_person_at(pass, next) || tl_word_is_listed(pass, next, TL_LIST_FUNCTIONS)) {
        return false;
    }
    if (word->flags & TL_WORD_CAPITALISED) {
        return !around->is_title;
    }
    return !around->ends_with_head && (tl_hit_at(pass, next) != NULL || ends_with_s(pass, next));
}

/* True if the word before is part of a longer name: "the National | Council Security". */
static bool
may_have_begun(const tl_pass *pass, uint32_t first)
{
    if (first == 0) {
        return false;
    }
    const tl_word *before = tl_word_at(pass, first - 1);
    return tl_word_at(pass, first)->gap == TL_GAP_HYPHEN ||
           (tl_word_at(pass, first)->gap == TL_GAP_SPACE && (before->flags & TL_WORD_CAPITALISED) &&
            !(before->flags & TL_WORD_SENTENCE_START) &&
            !tl_word_is_listed(pass, first - 1, TL_LIST_ROLES));
}

typedef enum verdict {
    VERDICT_GOOD,  /* the term in other words */
    VERDICT_DOUBT, /* perhaps not the term at all */
    VERDICT_FAULT,
} verdict;

static surroundings
surroundings_of(const tl_reordered *place, const tl_noun_phrases *phrases)
{
    uint32_t head = 0;
    while (head + 1 < phrases->term.count &&
           phrases->term.tokens[head + 1].segment == phrases->term.tokens[head].segment) {
        head++;
    }
    uint32_t end = place->hit.first + place->hit.count;
    uint32_t number = phrases->term.tokens[head].number;
    return (surroundings){.first = place->hit.first,
                          .end = end,
                          .ends_with_head = place->pairs[number].in_text + 1 == end,
                          .is_title = place->hit.pattern->term->concept->type == TL_TYPE_TITLE};
}

/* «вооружения и военной техники» for «военной техники и вооружения»: an ordinary term of several
 * things, which have no order. */
static bool
is_coordination(const tl_reordered *place)
{
    static const tl_str ands[] = {TL_STR_INIT("и"), TL_STR_INIT("или"), TL_STR_INIT("and"),
                                  TL_STR_INIT("or")};
    const tl_pattern *pattern = place->hit.pattern;
    bool found = false;
    for (uint32_t i = 0; i < pattern->count; i++) {
        tl_str word = tl_str_at(pattern->text, pattern->words[i].range);
        found = found || tl_is_one_of(word, ands, sizeof ands / sizeof *ands);
    }
    return found && pattern->term->concept->type == TL_TYPE_TERM;
}

static verdict
judge_english(const tl_pass *pass, const tl_reordered *place)
{
    tl_noun_phrases phrases = tl_noun_phrases_read(pass, place);
    if (tl_noun_phrases_are_one(&phrases)) {
        return VERDICT_GOOD;
    }
    surroundings around = surroundings_of(place, &phrases);
    bool is_name = looks_like_name(pass, place);
    bool is_sure = has_acronym(pass, place) && (phrases.has_owner || is_name);
    if (tl_noun_phrases_have_other_sense(&phrases) || may_go_on(pass, &around)) {
        return VERDICT_DOUBT;
    }
    if (!is_sure && place->pair_count < SHORTEST_ORDINARY) {
        return is_name && !may_have_begun(pass, around.first) ? VERDICT_FAULT : VERDICT_DOUBT;
    }
    bool is_fault =
        is_sure || is_name || (tl_noun_phrases_have_one_frame(&phrases) && !is_coordination(place));
    return is_fault ? VERDICT_FAULT : VERDICT_DOUBT;
}

/* The pair of the word that the place begins with. */
static const tl_word_pair *
first_pair(const tl_reordered *place)
{
    uint32_t number = 0;
    while (place->pairs[number].in_text != place->hit.first) {
        number++;
    }
    return &place->pairs[number];
}

/* «На саммите | ОДКБ Секретариат представил доклад»: the first word follows its head in the term,
 * and may follow another one here. */
static bool
may_belong_before(const tl_pass *pass, const tl_reordered *place)
{
    const tl_word *first = tl_word_at(pass, place->hit.first);
    const tl_pattern_word *expected = &place->hit.pattern->words[first_pair(place)->in_pattern];
    bool is_dependent = !(expected->kinds & TL_INFLECTION_TERM);
    bool is_governed = place->hit.first > 0 && !(first->flags & TL_WORD_SENTENCE_START) &&
                       (first->gap == TL_GAP_SPACE || first->gap == TL_GAP_HYPHEN);
    return is_dependent && is_governed;
}

static verdict
judge_fixed_order(const tl_pass *pass, const tl_reordered *place)
{
    uint32_t next = place->hit.first + place->hit.count;
    bool goes_on = next < pass->scan->words.count && tl_word_at(pass, next)->gap == TL_GAP_HYPHEN;
    if (goes_on || may_belong_before(pass, place)) {
        return VERDICT_DOUBT;
    }
    bool is_fault = has_acronym(pass, place) ||
                    (place->pair_count >= SHORTEST_ORDINARY && !is_coordination(place));
    return is_fault ? VERDICT_FAULT : VERDICT_DOUBT;
}

static bool
is_english(const tl_pass *pass)
{
    return tl_str_equal(pass->scan->language, TL_STR("en"));
}

static verdict
judge(const tl_pass *pass, const tl_reordered *place)
{
    return is_english(pass) ? judge_english(pass, place) : judge_fixed_order(pass, place);
}

/* What is to be used: of a bad form, which is bad twice, the form that is good for it. */
static tl_term
wanted_form(const tl_hit *hit)
{
    tl_term wanted = *hit->pattern->term;
    const tl_entry *entry = wanted.entry;
    if (tl_term_is_good(hit->pattern->term)) {
        return wanted;
    }
    bool is_acronym = hit->pattern->count == 1 && tl_capitals_only(wanted.text);
    if (wanted.use.len) {
        wanted.text = wanted.use;
    } else if (is_acronym && entry->acronym) {
        wanted = *entry->acronym;
    } else if (entry->preferred) {
        wanted = *entry->preferred;
    }
    return wanted;
}

static void
report(tl_pass *pass, const tl_hit *hit, tl_str suggestion, bool certain)
{
    const tl_term *term = hit->pattern->term;
    tl_finding finding = tl_pass_finding(pass, hit->range);
    finding.concept = term->concept;
    finding.severity = term->concept->severity;
    finding.term = wanted_form(hit).text;
    finding.has_relation = true;
    finding.relation = TL_RELATION_ORDER;
    finding.fixable = certain;
    tl_finding_suggest(&finding, suggestion);
    finding.message =
        tl_arena_format(pass->arena, "“%.*s” has the words of “%.*s” in another order",
                        TL_STR_ARGS(tl_pass_quote(pass, tl_pass_text(pass, hit->range))),
                        TL_STR_ARGS(tl_pass_quote(pass, suggestion)));
    tl_pass_push(pass, &finding);
}

/* True if the place has a capital only because its first word, which comes later in the term, is an
 * acronym or a name: «ССПАС пресс-секретарь». */
static bool
has_capital_of_another_word(const tl_pass *pass, const tl_reordered *place)
{
    return !(tl_word_at(pass, place->hit.first)->flags & TL_WORD_SENTENCE_START) &&
           !tl_scan_shouts(pass->scan, &place->hit) &&
           !(tl_word_at(pass, place->pairs[0].in_text)->flags & TL_WORD_CAPITALISED);
}

static tl_str
lower_first(tl_pass *pass, tl_str text)
{
    char first[TL_UTF8_MAX];
    size_t at = 0;
    size_t length = tl_utf8_encode(tl_letter_lower(tl_utf8_next(text, &at)), first);
    return tl_arena_format(pass->arena, "%.*s%.*s", (int)length, first,
                           TL_STR_ARGS(tl_str_slice(text, at, text.len)));
}

static void
report_place(tl_pass *pass, const tl_reordered *place)
{
    tl_term wanted = wanted_form(&place->hit);
    tl_replacement replacement = tl_replacement_for_hit(pass, &place->hit, &wanted);
    if (!tl_capitals_begin(wanted.text) && has_capital_of_another_word(pass, place)) {
        replacement.text = lower_first(pass, replacement.text);
    }
    report(pass, &place->hit, replacement.text, replacement.certain);
}

/* Judges the terms that one place may be; returns the number of the first one of the next place. */
static size_t
check_place(tl_pass *pass, size_t first)
{
    const tl_reordered *items = pass->scan->reordered, *fault = NULL;
    size_t end = first;
    bool is_good = false;
    for (; end < pass->scan->reordered_count && items[end].hit.first == items[first].hit.first;
         end++) {
        verdict judged = judge(pass, &items[end]);
        is_good =
            is_good || (judged == VERDICT_GOOD && tl_term_is_good(items[end].hit.pattern->term));
        fault = fault == NULL && judged == VERDICT_FAULT ? &items[end] : fault;
    }
    if (fault && !is_good) {
        report_place(pass, fault);
    }
    return end;
}

static bool
is_part_of(const tl_concept *concept, const tl_concept *whole)
{
    const tl_concept *owner = concept->part_of;
    while (owner && owner != whole) {
        owner = owner->part_of;
    }
    return owner != NULL;
}

/* True if the two hits are a body and the acronym of what it is part of, in the order of Russian:
 * "CDM CSTO", «СМО ОДКБ». */
static bool
is_owner_behind(const tl_pass *pass, const tl_hit *hit, const tl_hit *owner)
{
    const tl_term *term = hit->pattern->term, *acronym = owner->pattern->term;
    surroundings around = {.first = hit->first,
                           .end = owner->first + owner->count,
                           .is_title = term->concept->type == TL_TYPE_TITLE};
    return owner->first == hit->first + hit->count &&
           tl_word_at(pass, owner->first)->gap == TL_GAP_SPACE && acronym->acronym &&
           owner->differences == 0 && hit->pattern->kind == TL_PATTERN_TERM &&
           tl_str_equal(term->entry->language, acronym->entry->language) &&
           is_part_of(term->concept, acronym->concept) &&
           tl_str_find(hit->pattern->text, acronym->text, 0) == hit->pattern->text.len &&
           !may_go_on(pass, &around);
}

/* True if a place that has been judged has a word of the two hits; places and hits are gone through
 * side by side, *next is the first place that may still come. */
static bool
is_part_of_place(const tl_pass *pass, const tl_hit *hit, const tl_hit *owner, size_t *next)
{
    const tl_reordered *places = pass->scan->reordered;
    while (*next < pass->scan->reordered_count && places[*next].hit.range.end <= hit->range.begin) {
        ++*next;
    }
    return *next < pass->scan->reordered_count && places[*next].hit.range.begin < owner->range.end;
}

static void
report_owner(tl_pass *pass, const tl_hit *hit, const tl_hit *owner)
{
    tl_term wanted = wanted_form(hit);
    tl_replacement body = {.text = tl_pass_text(pass, hit->range), .certain = true};
    tl_hit both = *hit;
    both.range.end = owner->range.end;
    if (!tl_term_is_good(hit->pattern->term)) {
        body = tl_replacement_for_hit(pass, hit, &wanted);
    }
    tl_range gap = {hit->range.end, owner->range.begin};
    tl_str suggestion =
        tl_arena_format(pass->arena, "%.*s%.*s%.*s", TL_STR_ARGS(tl_pass_text(pass, owner->range)),
                        TL_STR_ARGS(tl_pass_text(pass, gap)), TL_STR_ARGS(body.text));
    report(pass, &both, suggestion, body.certain);
}

static void
check(tl_pass *pass)
{
    const tl_scan *scan = pass->scan;
    for (size_t i = 0; i < scan->reordered_count;) {
        i = check_place(pass, i);
    }
    size_t next = 0;
    for (size_t i = 0; i + 1 < scan->hit_count && is_english(pass); i++) {
        const tl_hit *hit = &scan->hits[i], *owner = hit + 1;
        if (is_owner_behind(pass, hit, owner) && !is_part_of_place(pass, hit, owner, &next)) {
            report_owner(pass, hit, owner);
        }
    }
}

const tl_rule tl_rule_word_order = {
    .id = "word-order",
    .summary = "the words of a term in another order",
    .help =
        "Finds the content words of a term in another order than any of its good forms has them: "
        "shuffled (“General Secretary” for “Secretary General”), with a phrase moved inside a "
        "phrase (“Council of Ministers of Defense” for “Council of Defense Ministers”), or, as in "
        "Russian, with an organisation's acronym behind its body (“CDM CSTO” for “CSTO CDM”). "
        "Articles and “of”, “for”, “on” may differ.\n\n"
        "What English says in two ways is left alone: “the Joint Staff of the CSTO” is “the CSTO "
        "Joint Staff”. So is what is another thing (“the Defense Ministers of the Council”), and "
        "words that may stand together by chance: two common nouns, or a last word that may "
        "belong to what follows. Russian has one order, but a sentence may join the end of one "
        "phrase to the beginning of another: where the first words may belong to what stands "
        "before them nothing is found.",
    .bad = "The draft was considered by the Council of Ministers of Defense.",
    .good = "The draft was considered by the Council of Defense Ministers.",
    .severity = TL_SEVERITY_WARNING,
    .needs_termbase = true,
    .check = check,
};
