/* SPDX-License-Identifier: MPL-2.0 */
/* wrong-acronym: an acronym that is not the one of the name it follows in brackets, and an unknown
 * acronym one letter from a known one. The span is the acronym alone. What the text introduces
 * itself, and what everybody knows, is never a misspelling. */
#include "rules/replacement.h"
#include "rules/rules.h"

#include "scan/lists.h"

enum { SHORTEST_NEAR = 4, LONGEST_WORD = 128 };

static const tl_word *
word_at(const tl_pass *pass, uint32_t at)
{
    return &pass->scan->words.items[at];
}

static bool
looks_like_acronym(const tl_word *word)
{
    return (word->flags & TL_WORD_ALL_CAPS) &&
           !(word->flags & (TL_WORD_HAS_DIGIT | TL_WORD_NOT_TEXT)) && word->length >= 2;
}

static char
byte_before(const tl_pass *pass, uint32_t word)
{
    uint32_t at = word_at(pass, word)->range.begin;
    return at ? pass->scan->segment->text.ptr[at - 1] : '\0';
}

static char
byte_after(const tl_pass *pass, uint32_t word)
{
    uint32_t at = word_at(pass, word)->range.end;
    return at < pass->scan->segment->text.len ? pass->scan->segment->text.ptr[at] : '\0';
}

/* The acronym in brackets right behind the hit, or -1. */
static int64_t
acronym_behind(const tl_pass *pass, const tl_hit *hit)
{
    uint32_t at = hit->first + hit->count;
    if (at >= pass->scan->words.count || !looks_like_acronym(word_at(pass, at))) {
        return -1;
    }
    bool in_brackets = byte_before(pass, at) == '(' && byte_after(pass, at) == ')' &&
                       word_at(pass, at)->gap == TL_GAP_QUOTE;
    return in_brackets ? (int64_t)at : -1;
}

/* True if `text` is a good form of the entry: its acronym, or an admitted one. */
static bool
is_form_of(const tl_entry *entry, tl_str text)
{
    for (size_t i = 0; i < entry->term_count; i++) {
        if (tl_term_is_good(entry->terms[i]) && tl_str_equal(entry->terms[i]->text, text)) {
            return true;
        }
    }
    return false;
}

static void
report(tl_pass *pass, uint32_t word, const tl_term *acronym, tl_str message)
{
    tl_finding finding = tl_pass_finding(pass, word_at(pass, word)->range);
    finding.concept = acronym->concept;
    finding.severity = acronym->concept->severity;
    finding.term = acronym->text;
    finding.has_relation = true;
    finding.relation = TL_RELATION_ACRONYM;
    finding.message = message;
    finding.fixable = true;
    tl_finding_suggest(&finding, acronym->text);
    tl_pass_push(pass, &finding);
}

/* "Full Name (XYZ)": true if the brackets hold an acronym that is not this name's. */
static void
check_brackets(tl_pass *pass, const tl_hit *hit)
{
    int64_t at = acronym_behind(pass, hit);
    const tl_entry *entry = hit->pattern->term->entry;
    if (at < 0 || entry->acronym == NULL || hit->pattern->term->acronym || entry->name) {
        return;
    }
    tl_str text = tl_pass_word(pass, (uint32_t)at);
    if (!is_form_of(entry, text)) {
        tl_str name = tl_pass_quote(pass, tl_pass_text(pass, hit->range));
        tl_str message = tl_arena_format(
            pass->arena, "“%.*s” is not the acronym of “%.*s”, use “%.*s”", TL_STR_ARGS(text),
            TL_STR_ARGS(name), TL_STR_ARGS(entry->acronym->text));
        report(pass, (uint32_t)at, entry->acronym, message);
    }
}

static tl_str
key_of(tl_str word, char *key)
{
    return (tl_str){key, tl_words_key(tl_str_slice(word, 0, LONGEST_WORD), key)};
}

/* An acronym that the text itself explains, "Some Other Name (SON)", is known. */
static bool
is_introduced(const tl_pass *pass, uint32_t at)
{
    return byte_before(pass, at) == '(' || byte_after(pass, at) == '(' ||
           (at + 1 < pass->scan->words.count && word_at(pass, at + 1)->gap == TL_GAP_QUOTE &&
            byte_before(pass, at + 1) == '(');
}

/* In a line of capitals any word looks like an acronym. */
static bool
stands_among_capitals(const tl_pass *pass, uint32_t at)
{
    size_t capitals = 0, others = 0;
    uint32_t from = at > 4 ? at - 4 : 0;
    for (uint32_t i = from; i < pass->scan->words.count && i <= at + 4; i++) {
        const tl_word *word = word_at(pass, i);
        if (i != at && word->length > 1 && (word->flags & TL_WORD_HAS_LETTER)) {
            capitals += (word->flags & TL_WORD_ALL_CAPS) != 0;
            others += !(word->flags & TL_WORD_ALL_CAPS);
        }
    }
    return capitals > others;
}

static void
check_unknown(tl_pass *pass, uint32_t at)
{
    const tl_word *word = word_at(pass, at);
    char key[LONGEST_WORD * 3];
    tl_str text = tl_pass_word(pass, at);
    if (word->length < SHORTEST_NEAR || tl_scan_hit_at(pass->scan, at) >= 0 ||
        is_introduced(pass, at) || tl_list_has(TL_LIST_ACRONYMS, key_of(text, key)) ||
        stands_among_capitals(pass, at)) {
        return;
    }
    const tl_term *nearest = tl_acronyms_nearest(&pass->index->acronyms, text);
    if (nearest) {
        report(pass, at, nearest,
               tl_arena_format(pass->arena, "unknown acronym “%.*s”, did you mean “%.*s”",
                               TL_STR_ARGS(text), TL_STR_ARGS(nearest->text)));
    }
}

static void
check(tl_pass *pass)
{
    for (size_t i = 0; i < pass->scan->hit_count; i++) {
        check_brackets(pass, &pass->scan->hits[i]);
    }
    for (uint32_t at = 0; pass->index->acronyms.count && at < pass->scan->words.count; at++) {
        if (looks_like_acronym(word_at(pass, at))) {
            check_unknown(pass, at);
        }
    }
}

const tl_rule tl_rule_wrong_acronym = {
    .id = "wrong-acronym",
    .summary = "an acronym that is not the one of its full name, or one letter off",
    .help = "Finds “Full Name (XYZ)” where XYZ is not the acronym of that name, and an unknown "
            "acronym of four letters or more that is one letter away from an acronym of the "
            "termbase (a transposition is one letter too). The span is the acronym.\n\n"
            "An acronym that the text explains itself, one that is widely known, and words in a "
            "line of capitals are left alone.",
    .bad = "a session of the CSCO was held",
    .good = "a session of the CSTO was held",
    .severity = TL_SEVERITY_ERROR,
    .needs_termbase = true,
    .check = check,
};
