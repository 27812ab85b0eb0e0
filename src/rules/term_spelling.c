/* SPDX-License-Identifier: MPL-2.0 */
/* term-spelling: a good form of the termbase but for letter case, hyphen or space, apostrophe,
 * quotes, diacritics or ё. Names of people belong to name-spelling, letters of another script alone
 * to mixed-script. */
#include "rules/replacement.h"
#include "rules/rules.h"

#include "text/compare.h"

#include "base/buf.h"
#include "base/utf8.h"

typedef struct difference {
    unsigned bits;
    tl_relation relation;
    const char *words;
} difference;

/* In order of weight: the first that applies is the relation of the finding. */
static const difference differences[] = {
    {TL_HIT_SEPARATOR, TL_RELATION_SEPARATOR, "hyphen or space"},
    {TL_DIFFER_APOSTROPHE, TL_RELATION_APOSTROPHE, "the apostrophe"},
    {TL_HIT_QUOTES, TL_RELATION_QUOTES, "the quotation marks"},
    {TL_HIT_PUNCTUATION, TL_RELATION_SEPARATOR, "punctuation"},
    {TL_DIFFER_MARKS, TL_RELATION_DIACRITICS, "diacritics"},
    {TL_DIFFER_YO, TL_RELATION_YO, "ё"},
    {TL_DIFFER_CASE, TL_RELATION_CASE, "letter case"},
    {TL_DIFFER_SCRIPT, TL_RELATION_LOOKALIKE, "letters of another script"},
};

/* е for ё is right unless the termbase is strict; ё for е is right in any case. */
static unsigned
counted_differences(const tl_pass *pass, const tl_hit *hit)
{
    unsigned counted = hit->differences;
    if (!pass->index->termbase->yo_strict) {
        counted &= ~(unsigned)TL_DIFFER_YO;
    }
    return counted;
}

static tl_str
describe(tl_pass *pass, unsigned counted, tl_finding *finding)
{
    tl_buf words = {0};
    for (size_t i = 0; i < sizeof differences / sizeof differences[0]; i++) {
        if (!(counted & differences[i].bits)) {
            continue;
        }
        if (!finding->has_relation) {
            finding->has_relation = true;
            finding->relation = differences[i].relation;
        }
        tl_buf_add_cstr(&words, words.len ? " and " : "");
        tl_buf_add_cstr(&words, differences[i].words);
    }
    tl_str described = tl_arena_copy(pass->arena, tl_buf_str(&words));
    tl_buf_clear(&words);
    return described;
}

/* Adds the word with ё where the base form has it; an inflected form has the same stem. */
static void
add_with_yo(tl_buf *out, tl_str word, tl_str base)
{
    enum { YO_SMALL = 0x451, YO_CAPITAL = 0x401, YE_SMALL = 0x435, YE_CAPITAL = 0x415 };
    size_t at = 0, base_at = 0;
    while (at < word.len) {
        uint32_t letter = tl_utf8_next(word, &at);
        uint32_t like = base_at < base.len ? tl_utf8_next(base, &base_at) : 0;
        bool has_yo = like == YO_SMALL || like == YO_CAPITAL;
        letter = has_yo && letter == YE_SMALL     ? YO_SMALL
                 : has_yo && letter == YE_CAPITAL ? YO_CAPITAL
                                                  : letter;
        char *to = tl_buf_reserve(out, TL_UTF8_MAX);
        out->len += tl_utf8_encode(letter, to);
    }
}

/* A name declines by paradigms of its own, so its words are kept but for the letter. */
static tl_replacement
restore_yo(tl_pass *pass, const tl_hit *hit)
{
    const tl_pattern *pattern = hit->pattern;
    tl_buf out = {0};
    for (uint32_t i = 0; i < hit->count && i < pattern->count; i++) {
        const tl_word *word = &pass->scan->words.items[hit->first + i];
        if (i > 0) {
            tl_range gap = {word[-1].range.end, word->range.begin};
            tl_buf_add(&out, tl_pass_text(pass, gap));
        }
        add_with_yo(&out, tl_pass_word(pass, hit->first + i),
                    tl_str_at(pattern->text, pattern->words[i].range));
    }
    tl_replacement restored = {.text = tl_arena_copy(pass->arena, tl_buf_str(&out)),
                               .certain = hit->count == pattern->count};
    tl_buf_clear(&out);
    return restored;
}

static void
report(tl_pass *pass, const tl_hit *hit, unsigned counted)
{
    const tl_term *term = hit->pattern->term;
    tl_finding finding = tl_pass_finding(pass, hit->range);
    tl_replacement replacement =
        term->entry->name ? restore_yo(pass, hit) : tl_replacement_for_hit(pass, hit, term);
    tl_str text = tl_pass_text(pass, hit->range);
    if (tl_str_equal(text, replacement.text)) {
        return;
    }
    tl_str described = describe(pass, counted, &finding);
    finding.language = term->entry->language;
    finding.concept = term->concept;
    finding.severity = term->concept->severity;
    finding.term = term->text;
    finding.fixable = replacement.certain;
    tl_finding_suggest(&finding, replacement.text);
    finding.message =
        tl_arena_format(pass->arena, "“%.*s” differs from the term “%.*s” in %.*s",
                        TL_STR_ARGS(tl_pass_quote(pass, text)),
                        TL_STR_ARGS(tl_pass_quote(pass, replacement.text)), TL_STR_ARGS(described));
    tl_pass_push(pass, &finding);
}

static void
check(tl_pass *pass)
{
    for (size_t i = 0; i < pass->scan->hit_count; i++) {
        const tl_hit *hit = &pass->scan->hits[i];
        unsigned counted = counted_differences(pass, hit);
        bool is_name = hit->pattern->term->entry->name != NULL;
        if (is_name) { /* name-spelling has the rest */
            counted &= TL_DIFFER_YO;
        }
        if (!hit->is_inside && tl_term_is_good(hit->pattern->term) && counted != 0 &&
            counted != TL_DIFFER_SCRIPT) {
            report(pass, hit, counted);
        }
    }
}

const tl_rule tl_rule_term_spelling = {
    .id = "term-spelling",
    .summary = "a term but for letter case, hyphen or space, apostrophe, quotes, diacritics, ё",
    .help = "Finds a good form of the termbase that is written with other capitals, with a hyphen "
            "for a space or the reverse, with a dash for a hyphen, in one word or two, without its "
            "apostrophe, its quotation marks or its diacritics, with other marks for «guillemets» "
            "except within such, with е for ё where the termbase says `yo: strict`.\n\n"
            "All capitals are never a fault, nor is any capitalisation in a heading, a capital at "
            "the start of a sentence, the lower case of a single ordinary word, or of a title in "
            "the plural or after a or an. `case: any` switches the check of capitals off for a "
            "term. Where nearly all terms of a language begin with a capital, as the entries of a "
            "dictionary do, that says nothing of those whose type is `term`: “account balance” is "
            "right for Account Balance then, and what a suggestion puts in place goes small among "
            "small words; `case: exact` keeps the capitals of one, a type those of a name. "
            "White space, line breaks and soft hyphens inside a term are no fault.",
    .bad = "CSTO press secretary",
    .good = "CSTO Press Secretary",
    .severity = TL_SEVERITY_WARNING,
    .needs_termbase = true,
    .check = check,
};
