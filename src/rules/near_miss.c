/* SPDX-License-Identifier: MPL-2.0 */
/* near-miss: a term or a name in which one word is mistyped. The scanner offers the places where a
 * form of the termbase would stand but for a letter or two; here it is decided whether that is a
 * typo (plausible_typo.c), or the spelling of another country, and which of several forms is meant;
 * what the rest of the document says, near_document.c knows. */
#include "base/utf8.h"
#include "rules/name_fit.h"
#include "rules/near_document.h"
#include "rules/replacement.h"
#include "rules/rules.h"

#include "scan/name_form.h"
#include "text/key.h"

#include <string.h>

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
    return tl_near_is_name(best) && tl_near_concept(best) != tl_near_concept(other) &&
           best->edits == other->edits && !tl_str_equal(best->meant, other->meant);
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
        next.verdict = tl_near_is_name(&near[i]) ? tl_judge_name(pass, &near[i])
                                                 : tl_judge_term(pass, &near[i]);
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

/* How many letters two words end alike in. */
static size_t
common_ending(tl_str a, tl_str b)
{
    size_t common = 0;
    while (common < a.len && common < b.len &&
           a.ptr[a.len - 1 - common] == b.ptr[b.len - 1 - common]) {
        common++;
    }
    tl_str ending = tl_str_slice(a, a.len - common, a.len);
    return tl_utf8_length(ending);
}

/* Of forms of one word, the one that ends as the written word does is likelier the case that was
 * meant than one with another letter: флотилей is флотилией sooner than флотилий. */
static void
put_likeliest_form_first(const tl_pass *pass, choices *found)
{
    if (found->items[0].verdict.typo.edits[0].kind != TL_TYPO_WRONG) {
        return;
    }
    tl_str written = tl_pass_word(pass, found->items[0].near->word);
    size_t best = 0, longest = 0;
    for (size_t i = 0; i < found->count; i++) {
        const tl_near_hit *near = found->items[i].near;
        bool is_form = near->hit.pattern == found->items[0].near->hit.pattern;
        size_t common = is_form ? common_ending(written, near->meant) : 0;
        if (common > longest) {
            best = i;
            longest = common;
        }
    }
    candidate likeliest = found->items[best];
    memmove(&found->items[1], &found->items[0], best * sizeof likeliest);
    found->items[0] = likeliest;
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
    finding.concept = tl_near_concept(choice->near);
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

/* Suggests the forms that go with the words before them, or those that do not; true if that is
 * certain of each. */
static bool
suggest_forms(tl_pass *pass, const choices *found, bool governed, tl_finding *finding)
{
    bool certain = true;
    for (size_t i = 0; i < found->count; i++) {
        const tl_near_hit *near = found->items[i].near;
        if (tl_near_is_governed(pass, near) == governed) {
            tl_replacement replacement = tl_replacement_for_near(pass, near);
            tl_finding_suggest(finding, replacement.text);
            certain = certain && replacement.certain;
        }
    }
    return certain;
}

/* Where the last two letters of a word begin. */
static size_t
ending_of(tl_str word)
{
    size_t at = word.len;
    for (unsigned i = 0; i < 2 && at > 0; i++) {
        tl_utf8_previous(word, &at);
    }
    return at;
}

/* «президентка» goes on where the term ends, and «питроглифах» has another ending than all forms
 * known: neither says which form is meant. */
static bool
leaves_ending_open(const tl_pass *pass, const tl_near_hit *near)
{
    const tl_pattern *pattern = near->hit.pattern;
    tl_key of_word, of_meant, of_base;
    tl_str word = tl_key_of(tl_pass_word(pass, near->word), &of_word);
    tl_str meant = tl_key_of(near->meant, &of_meant);
    tl_str base =
        tl_key_of(tl_str_at(pattern->text, pattern->words[near->expected].range), &of_base);
    if (tl_str_starts_with(word, base) && !tl_str_equal(meant, base)) {
        tl_str more = tl_str_slice(word, base.len, word.len);
        size_t last = base.len;
        tl_utf8_previous(base, &last);
        bool is_doubled = tl_str_starts_with(more, tl_str_slice(base, last, base.len));
        return tl_utf8_length(more) > 1 && !is_doubled;
    }
    return near->edits > 1 && !tl_str_equal(tl_str_slice(word, ending_of(word), word.len),
                                            tl_str_slice(meant, ending_of(meant), meant.len));
}

static void
report_term(tl_pass *pass, choices *found)
{
    put_likeliest_form_first(pass, found);
    const candidate *best = &found->items[0];
    tl_finding finding = make_finding(pass, best, best->near->hit.range);
    finding.term = best->near->hit.pattern->term->text;
    bool certain = suggest_forms(pass, found, true, &finding);
    if (finding.suggestion_count == 0) {
        suggest_forms(pass, found, false, &finding);
        certain = false;
    }
    if (best->verdict.variety && best->near->hit.count == 1 &&
        finding.severity == TL_LEVEL_DEFAULT) {
        finding.severity = TL_LEVEL_SUGGESTION; /* a whole country writes the word so */
    }
    bool is_doubtful =
        best->verdict.doubt == TL_DOUBT_SOME && (best->near->lowered || best->near->hit.count == 1);
    finding.fixable = certain && finding.suggestion_count == 1 && !is_doubtful &&
                      !leaves_ending_open(pass, best->near);
    word_message(pass, best, &finding);
    tl_near_push_term(pass, best->near, &best->verdict, &finding);
}

/* A word of a full name that is right: the given name or the patronymic. */
static void
add_right_word(tl_pass *pass, const tl_near_hit *near, uint32_t at, tl_name_words *name)
{
    const tl_name_part right = {.first = at, .count = 1};
    tl_str word = tl_pass_word(pass, at);
    if (tl_is_form_of_name(word, near->person->given, TL_PART_GIVEN, 0, pass->scratch)) {
        name->parts[1] = right;
    } else {
        name->parts[2] = right;
    }
}

/* The words of the name in the text: a given name beside the mistyped word may be misspelled too.
 */
static tl_name_words
words_of(tl_pass *pass, const tl_near_hit *near)
{
    const tl_name_part mistyped = {
        .first = near->word, .count = 1, .differs = true, .meant = near->meant};
    tl_name_words name = {{mistyped, near->given, near->patronymic}};
    uint32_t end = near->hit.first + near->hit.count;
    for (uint32_t at = near->hit.first; near->person && at < end; at++) {
        if (at != near->word) {
            add_right_word(pass, near, at, &name);
        }
    }
    return name;
}

/* The words of the name in the case that the place wants. */
static tl_name_fit
fit_words(tl_pass *pass, const tl_near_hit *near, tl_name_words *name)
{
    *name = words_of(pass, near);
    return near->person ? tl_name_words_fit(pass, near->person, name) : TL_NAME_FITS;
}

/* Of a name the span is the words that differ. */
static tl_finding
make_name_finding(tl_pass *pass, const choices *found)
{
    const tl_name_words best = words_of(pass, found->items[0].near);
    tl_word_run run = tl_name_words_differing(&best);
    tl_finding finding = make_finding(pass, &found->items[0],
                                      tl_scan_range(pass->scan, run.first, run.end - run.first));
    bool fits = true;
    for (size_t i = 0; i < found->count; i++) {
        tl_name_words name;
        tl_name_fit fit = fit_words(pass, found->items[i].near, &name);
        fits = fits && fit == TL_NAME_FITS;
        if (fit != TL_NAME_IS_OTHER) {
            tl_finding_suggest(&finding, tl_name_words_mend(pass, &name, run));
        }
    }
    const tl_entry *entry = tl_concept_entry(finding.concept, pass->scan->language);
    finding.term = entry && entry->preferred ? entry->preferred->text : finding.suggestions[0];
    finding.fixable = fits && finding.suggestion_count == 1;
    if (finding.suggestion_count) {
        word_message(pass, &found->items[0], &finding);
    }
    return finding;
}

static void
report_name(tl_pass *pass, const choices *found)
{
    if (!found->is_contested) {
        tl_finding finding = make_name_finding(pass, found);
        const candidate *best = &found->items[0];
        if (finding.suggestion_count) {
            tl_near_push_name(pass, best->near, &best->verdict, &finding);
        }
    }
}

static void
check(tl_pass *pass)
{
    const tl_scan *scan = pass->scan;
    tl_near_note_people(pass);
    for (size_t begin = 0, end; begin < scan->near_count; begin = end) {
        for (end = begin + 1; end < scan->near_count; end++) {
            if (scan->near[end].word != scan->near[begin].word) {
                break;
            }
        }
        choices found = choose(pass, &scan->near[begin], end - begin);
        if (found.count && tl_near_is_name(found.items[0].near)) {
            report_name(pass, &found);
        } else if (found.count) {
            report_term(pass, &found);
        }
    }
}

const tl_rule tl_rule_near_miss = {
    .id = "near-miss",
    .summary = "a typo of a term or name",
    .help =
        "Finds a word that is one letter away from a word of a good term, or two letters in a long "
        "word: a wrong letter, one left out or too many, two in the wrong order. Of a term of "
        "several words one may be mistyped; it may then be a word by itself (“Security Counsel”), "
        "the sooner the more of the term stands beside it, in the capitals of a name or elsewhere "
        "in the document; where much is left to guess it is shown but not fixed. "
        "A term of one word is never suspected in a word that the Hunspell dictionary of the "
        "language knows.\n\n"
        "A name is one person's if a given name, initials or a title beside it fit, if the right "
        "name stands elsewhere in the document, or if it is long. Another given name, a spelling "
        "listed as `distinct:`, a word that is as near to another name are somebody else's.\n\n"
        "The British or American spelling of a term that the termbase does not admit is named as "
        "such; for a single word it is but a suggestion.\n\n"
        "Single words of fewer than five letters, other endings of the same word, compounds, code "
        "and words among other unknown ones are left alone. Without a dictionary only doubled and "
        "swapped letters are found in terms of one word, and a message says so.",
    .bad = "the Collective Security Counsel",
    .good = "the Collective Security Council",
    .severity = TL_SEVERITY_WARNING,
    .needs_termbase = true,
    .seeks_typos = true,
    .check = check,
    .join = tl_near_join,
    .finish = tl_near_finish,
};
