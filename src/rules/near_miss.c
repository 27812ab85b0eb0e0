/* SPDX-License-Identifier: MPL-2.0 */
/* near-miss: a term or a name in which one word is mistyped. The scanner offers the places where a
 * form of the termbase would stand but for a letter or two; here it is decided whether that is a
 * typo (plausible_typo.c), which of several forms is meant, and for a name whether it is that
 * person's. A name that nothing beside it confirms waits until the document has been seen: it
 * stands if the right name does too. */
#include "rules/keyed.h"
#include "rules/plausible_typo.h"
#include "rules/replacement.h"
#include "rules/rules.h"
#include "rules/typo_letters.h"
#include "text/capitals.h"

/* A form that may be meant. */
typedef struct candidate {
    const tl_near_hit *near;
    tl_verdict verdict;
} candidate;

enum { MAX_CHOICES = 8 };

typedef struct choices {
    candidate items[MAX_CHOICES]; /* equally likely */
    size_t count;
    bool is_contested;   /* a name, and another name or term is as near */
    uint32_t form_edits; /* to the nearest word of which this one is just another form */
} choices;

/* A finding that waits for the end of the document. */
typedef struct waiting {
    struct waiting *next;
    tl_finding finding;
    bool stands; /* even if the right name is nowhere */
} waiting;

/* One person in this document. */
typedef struct named {
    bool is_met; /* the right name */
    waiting *head, **tail;
} named;

static bool
is_name(const tl_near_hit *near)
{
    return near->person || near->hit.pattern->term->entry->name;
}

static const tl_concept *
concept_of(const tl_near_hit *near)
{
    return near->person ? near->person->concept : near->hit.pattern->term->concept;
}

static named *
named_of(tl_pass *pass, const tl_concept *person)
{
    named *found = tl_keyed_get(pass, person, sizeof *found);
    if (found->tail == NULL) {
        found->tail = &found->head;
    }
    return found;
}

static void
note_names(tl_pass *pass)
{
    for (size_t i = 0; i < pass->scan->hit_count; i++) {
        const tl_hit *hit = &pass->scan->hits[i];
        const tl_term *term = hit->pattern->term;
        if (term->entry->name && tl_term_is_good(term)) {
            named_of(pass, term->concept)->is_met = true;
        }
    }
}

/* Whether two near hits of one word are about as likely: as near, or forms of one word that differ
 * just where the typo is, so that the grammatical case is lost. */
static bool
is_as_near(const tl_near_hit *best, const tl_near_hit *other)
{
    bool is_form = best->hit.pattern == other->hit.pattern;
    return best->hit.count == other->hit.count && best->edits == other->edits &&
           (is_form || best->cost == other->cost);
}

/* Whether a name might be another one, or a word that is no name. */
static bool
are_rivals(const tl_near_hit *best, const tl_near_hit *other)
{
    return is_name(best) && concept_of(best) != concept_of(other) && best->edits == other->edits &&
           !tl_str_equal(best->meant, other->meant);
}

static bool
has_choice(const choices *found, tl_str meant)
{
    for (size_t i = 0; i < found->count; i++) {
        if (tl_str_equal(found->items[i].near->meant, meant)) {
            return true;
        }
    }
    return false;
}

/* Of the near hits of one word, the longest first, takes the best that is a typo, and all that are
 * as good; none if the word is as near to one of which it is just another form. */
static choices
choose(const tl_pass *pass, const tl_near_hit *near, size_t count)
{
    choices found = {.count = 0, .form_edits = UINT32_MAX};
    for (size_t i = 0; i < count; i++) {
        const tl_near_hit *best = found.count ? found.items[0].near : NULL;
        bool is_rival = best && are_rivals(best, &near[i]);
        candidate next = {.near = &near[i]};
        if (best && !is_rival && !is_as_near(best, &near[i])) {
            continue;
        }
        next.verdict =
            is_name(&near[i]) ? tl_judge_name(pass, &near[i]) : tl_judge_term(pass, &near[i]);
        if (next.verdict.doubt == TL_DOUBT_FORM && near[i].edits < found.form_edits) {
            found.form_edits = near[i].edits;
        }
        if (next.verdict.doubt >= TL_DOUBT_FULL) {
            continue;
        }
        found.is_contested = found.is_contested || is_rival;
        if (found.count < MAX_CHOICES && !is_rival && !has_choice(&found, near[i].meant)) {
            found.items[found.count++] = next;
        }
    }
    if (found.count && found.items[0].near->edits >= found.form_edits) {
        found.count = 0;
    }
    return found;
}

static const char *
name_country(tl_variety variety)
{
    return variety == TL_VARIETY_BRITISH    ? "British"
           : variety == TL_VARIETY_AMERICAN ? "American"
                                            : NULL;
}

/* What is odd about the word: its letters, or the country. */
static tl_str
explain(const tl_pass *pass, const candidate *choice)
{
    const char *country = name_country(choice->verdict.variety);
    tl_str word = tl_pass_word(pass, choice->near->word);
    if (country) {
        return tl_arena_format(pass->arena, "%.*s: %s for “%.*s”", TL_STR_ARGS(word), country,
                               TL_STR_ARGS(choice->near->meant));
    }
    tl_str letters = tl_typo_describe(&choice->verdict.typo, pass->arena);
    return tl_arena_format(pass->arena, "%.*s: %.*s", TL_STR_ARGS(word), TL_STR_ARGS(letters));
}

static tl_finding
make_finding(tl_pass *pass, const candidate *choice, tl_range range)
{
    tl_finding finding = tl_pass_finding(pass, range);
    finding.concept = concept_of(choice->near);
    finding.severity = finding.concept->severity;
    finding.has_relation = true;
    finding.relation = choice->verdict.variety ? TL_RELATION_VARIETY : TL_RELATION_TYPO;
    finding.explanation = explain(pass, choice);
    return finding;
}

static void
word_message(const tl_pass *pass, const candidate *choice, tl_finding *finding)
{
    tl_str text = tl_pass_quote(pass, tl_pass_text(pass, finding->range));
    tl_str meant = tl_pass_quote(pass, finding->suggestions[0]);
    const char *country = name_country(choice->verdict.variety);
    finding->message = country ? tl_arena_format(pass->arena, "“%.*s” is the %s spelling of “%.*s”",
                                                 TL_STR_ARGS(text), country, TL_STR_ARGS(meant))
                               : tl_arena_format(pass->arena, "“%.*s” looks like a typo of “%.*s”",
                                                 TL_STR_ARGS(text), TL_STR_ARGS(meant));
}

static void
report_term(tl_pass *pass, const choices *found)
{
    const candidate *best = &found->items[0];
    tl_finding finding = make_finding(pass, best, best->near->hit.range);
    finding.term = best->near->hit.pattern->term->text;
    bool certain = true;
    for (size_t i = 0; i < found->count; i++) {
        tl_replacement replacement = tl_replacement_for_near(pass, found->items[i].near);
        tl_finding_suggest(&finding, replacement.text);
        certain = certain && replacement.certain;
    }
    if (best->verdict.variety && best->near->hit.count == 1 &&
        finding.severity == TL_LEVEL_DEFAULT) {
        finding.severity = TL_LEVEL_SUGGESTION; /* a whole country writes the word so */
    }
    bool is_doubtful =
        best->verdict.doubt == TL_DOUBT_SOME && (best->near->lowered || best->near->hit.count == 1);
    finding.fixable = certain && finding.suggestion_count == 1 && !is_doubtful;
    word_message(pass, best, &finding);
    tl_pass_push(pass, &finding);
}

/* Of a name the span is the word alone. */
static tl_finding
make_name_finding(tl_pass *pass, const choices *found)
{
    const tl_near_hit *near = found->items[0].near;
    tl_str written = tl_pass_word(pass, near->word);
    tl_finding finding =
        make_finding(pass, &found->items[0], pass->scan->words.items[near->word].range);
    for (size_t i = 0; i < found->count; i++) {
        tl_str meant = tl_arena_copy(pass->arena, found->items[i].near->meant);
        tl_finding_suggest(&finding, tl_capitals_only(written)
                                         ? tl_capitals_raise_all(pass->arena, meant)
                                         : meant);
    }
    const tl_entry *entry = tl_concept_entry(finding.concept, pass->scan->language);
    finding.term = entry && entry->preferred ? entry->preferred->text : finding.suggestions[0];
    finding.fixable = finding.suggestion_count == 1;
    word_message(pass, &found->items[0], &finding);
    return finding;
}

static void
wait(tl_pass *pass, const tl_finding *finding, bool stands)
{
    named *person = named_of(pass, finding->concept);
    waiting *item = tl_arena_alloc(pass->arena, 1, sizeof *item);
    *item = (waiting){.finding = *finding, .stands = stands};
    *person->tail = item;
    person->tail = &item->next;
}

static tl_support
support_beside(const tl_near_hit *near)
{
    return near->beside == TL_BESIDE_FITS ? TL_SUPPORT_FULL
           : near->follows_title          ? TL_SUPPORT_SOME
                                          : TL_SUPPORT_NONE;
}

/* A name that nothing beside it speaks for waits for the end of the document. */
static void
report_name(tl_pass *pass, const choices *found)
{
    const candidate *best = &found->items[0];
    tl_support support = support_beside(best->near);
    bool stands = tl_typo_may_be_name(&best->verdict.typo, support);
    if (found->is_contested ||
        (support != TL_SUPPORT_FULL && best->verdict.doubt != TL_DOUBT_NONE)) {
        return;
    }
    tl_finding finding = make_name_finding(pass, found);
    if (support != TL_SUPPORT_NONE && stands) {
        tl_pass_push(pass, &finding);
    } else if (support == TL_SUPPORT_NONE &&
               (stands || tl_typo_may_be_name(&best->verdict.typo, TL_SUPPORT_SOME))) {
        wait(pass, &finding, stands);
    }
}

static void
check(tl_pass *pass)
{
    const tl_scan *scan = pass->scan;
    note_names(pass);
    for (size_t begin = 0, end; begin < scan->near_count; begin = end) {
        for (end = begin + 1; end < scan->near_count; end++) {
            if (scan->near[end].word != scan->near[begin].word) {
                break;
            }
        }
        choices found = choose(pass, &scan->near[begin], end - begin);
        if (found.count && is_name(found.items[0].near)) {
            report_name(pass, &found);
        } else if (found.count) {
            report_term(pass, &found);
        }
    }
}

static void
finish(tl_pass *pass)
{
    const named *person;
    for (size_t i = 0; (person = tl_keyed_at(pass, i)) != NULL; i++) {
        for (waiting *item = person->head; item; item = item->next) {
            item->finding.fixable = item->finding.fixable && person->is_met;
            if (person->is_met || item->stands) {
                tl_pass_push(pass, &item->finding);
            }
        }
    }
}

const tl_rule tl_rule_near_miss = {
    .id = "near-miss",
    .summary = "a typo of a term or name",
    .help =
        "Finds a word that is one letter away from a word of a good term, or two letters in a long "
        "word: a wrong letter, one left out or too many, two in the wrong order. Of a term of "
        "several words one may be mistyped; it may then be a word by itself (“Security Counsel”). "
        "A term of one word is never suspected in a word that the Hunspell dictionary of the "
        "language knows.\n\n"
        "A name is one person's if a given name, initials or a title beside it fit, if the right "
        "name stands elsewhere in the document, or if it is long. Another given name, a spelling "
        "listed as `distinct:`, a word that is as near to another name are somebody else's.\n\n"
        "Words of fewer than five letters, other endings of the same word, British and American "
        "spellings, compounds, code and words among other unknown ones are left alone. Without a "
        "dictionary terms of one word are not checked, and a message says so.",
    .bad = "the Collective Security Counsel",
    .good = "the Collective Security Council",
    .severity = TL_SEVERITY_WARNING,
    .needs_termbase = true,
    .seeks_typos = true,
    .check = check,
    .finish = finish,
};
