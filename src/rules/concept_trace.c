/* SPDX-License-Identifier: MPL-2.0 */
/* Looks for a concept where the scan found none: only what is about to be reported is asked for
 * here, so this may take its time. A pronoun stands for a concept if the text has more of them than
 * the other one; the head of a name stands for the whole if nothing around makes it another name;
 * the adjective of a place stands for the place, a word of the same root for a term. */
#include "rules/concept_trace.h"

#include "base/utf8.h"
#include "morph/ending.h"
#include "rules/term_words.h"
#include "text/capitals.h"
#include "text/key.h"
#include "text/reference.h"
#include "text/script.h"

enum { ADJECTIVE_PREFIX = 4, SHORT_PREFIX = 3, DERIVATIVE_PREFIX = 4, SURE_PREFIX = 6 };

static bool
is_in_language(const tl_term *term, tl_str language)
{
    return tl_str_equal_ascii_nocase(tl_language_primary(term->entry->language), language);
}

bool
tl_concept_shares_form(const tl_concept *concept, const tl_concept_trace *trace)
{
    const tl_entry *entry = tl_concept_entry(concept, trace->text->scan->language);
    for (size_t i = 0; trace->place->hit && entry && i < entry->term_count; i++) {
        if (tl_keys_equal(entry->terms[i]->text, trace->place->hit->pattern->text)) {
            return true;
        }
    }
    return false;
}

/* -- pronouns ------------------------------------------------------------------------------- */

static bool
is_word(const tl_scan *scan, uint32_t at, tl_reference kind)
{
    tl_key key;
    return tl_is_reference(scan->language, kind, tl_key_of(tl_scan_text(scan, at, 1), &key));
}

static size_t
count_pronouns(const tl_scan *scan)
{
    size_t count = 0;
    for (uint32_t at = 0; at < scan->words.count; at++) {
        count += is_word(scan, at, TL_REFERENCE_PRONOUN);
    }
    return count;
}

static bool
may_be_pronoun(const tl_scan *scan, const tl_scan *other)
{
    return tl_has_references(scan->language, TL_REFERENCE_PRONOUN) &&
           count_pronouns(scan) > count_pronouns(other);
}

/* -- short forms ---------------------------------------------------------------------------- */

/* The word of a term that says what it is: before the first preposition, or in a Cyrillic text
 * behind the adjectives. */
static size_t
head_of(const tl_term_words *words)
{
    bool is_behind_adjectives = tl_has_references(words->language, TL_REFERENCE_ADJECTIVE);
    size_t head = 0;
    if (is_behind_adjectives) {
        while (head + 1 < words->count &&
               tl_is_reference(words->language, TL_REFERENCE_ADJECTIVE, words->items[head].key)) {
            head++;
        }
        return head;
    }
    while (head + 1 < words->count && !words->items[head + 1].is_function) {
        head++;
    }
    return head;
}

/* «опытная группа» is another group than the control group. */
static bool
is_open_before(const tl_scan *scan, uint32_t at)
{
    const tl_word *word = &scan->words.items[at];
    if (at == 0 || (word->flags & TL_WORD_SENTENCE_START) || word->gap > TL_GAP_HYPHEN) {
        return true;
    }
    if (word->gap != TL_GAP_SPACE || is_word(scan, at - 1, TL_REFERENCE_BEFORE)) {
        return word->gap == TL_GAP_SPACE;
    }
    return tl_has_references(scan->language, TL_REFERENCE_ADJECTIVE)
               ? !is_word(scan, at - 1, TL_REFERENCE_ADJECTIVE)
               : !tl_has_references(scan->language, TL_REFERENCE_BEFORE);
}

static bool
is_open_behind(const tl_scan *scan, uint32_t at)
{
    const tl_word *next = &scan->words.items[at + 1];
    if (at + 1 >= scan->words.count || next->gap > TL_GAP_HYPHEN) {
        return true;
    }
    return next->gap == TL_GAP_SPACE &&
           (is_word(scan, at + 1, TL_REFERENCE_BEHIND) || is_word(scan, at + 1, TL_REFERENCE_VERB));
}

/* The head of the term stands alone in the text. */
static bool
has_short_form(tl_pass *pass, const tl_scan *scan, const tl_term_words *words)
{
    size_t head = words->count > 1 ? head_of(words) : 0;
    for (uint32_t at = 0; words->count > 1 && at < scan->words.count; at++) {
        if (tl_scan_hit_at(scan, at) < 0 && tl_term_word_fits(pass, scan, at, words, head) &&
            is_open_before(scan, at) && is_open_behind(scan, at)) {
            return true;
        }
    }
    return false;
}

/* -- adjectives of places ------------------------------------------------------------------- */

static size_t
common_letters(tl_str a, tl_str b)
{
    size_t first = 0, second = 0, count = 0;
    while (first < a.len && second < b.len) {
        if (tl_utf8_next(a, &first) != tl_utf8_next(b, &second)) {
            break;
        }
        count++;
    }
    return count;
}

/* "Armenian" for Armenia, «армянский» for Армения: they begin alike, and both are names or end as
 * an adjective. */
static bool
is_adjective_of(const tl_scan *scan, uint32_t at, const tl_term_word *word)
{
    tl_key key;
    tl_str folded = tl_key_of(tl_scan_text(scan, at, 1), &key);
    size_t common = common_letters(folded, word->key);
    bool is_capitalised = scan->words.items[at].flags & TL_WORD_CAPITALISED;
    bool is_cyrillic = scan->script == TL_SCRIPT_CYRILLIC;
    bool has_suffix = is_cyrillic && tl_str_find(folded, TL_STR("ск"), 0) < folded.len;
    return (common >= ADJECTIVE_PREFIX && (is_capitalised || has_suffix)) ||
           (common >= SHORT_PREFIX && (is_cyrillic ? has_suffix : is_capitalised) &&
            common * 2 + 1 >= tl_utf8_length(word->key));
}

static bool
has_adjective(const tl_scan *scan, const tl_term_words *words)
{
    for (uint32_t at = 0; at < scan->words.count; at++) {
        for (size_t word = 0; word < words->count; word++) {
            if (!words->items[word].is_acronym && !words->items[word].is_function &&
                is_adjective_of(scan, at, &words->items[word])) {
                return true;
            }
        }
    }
    return false;
}

/* -- derivatives ---------------------------------------------------------------------------- */

/* «залогодержатель» and залогодатель: what two words begin with is the first half of a compound if
 * both go on for long, one of them with more than suffixes. */
static bool
is_compound_of_another(tl_str a, tl_str b)
{
    enum { LONGEST_ENDING = 4, LONGEST_SUFFIX = 7 };
    size_t common = common_letters(a, b);
    size_t first = tl_utf8_length(a) - common, second = tl_utf8_length(b) - common;
    return first > LONGEST_ENDING && second > LONGEST_ENDING &&
           (first > LONGEST_SUFFIX || second > LONGEST_SUFFIX);
}

/* «объединение» for объединить, «импорт» for импортирование: the shorter of the two goes on in the
 * other but for its ending. */
static bool
are_of_one_root(tl_str a, tl_str b)
{
    size_t first = tl_utf8_length(a), second = tl_utf8_length(b);
    size_t shorter = first < second ? first : second, common = common_letters(a, b);
    if (tl_names_another(a, b) || is_compound_of_another(a, b)) {
        return false;
    }
    return (common >= DERIVATIVE_PREFIX && common * 10 >= shorter * 7) ||
           (common >= SURE_PREFIX && common * 2 >= shorter);
}

/* «закоммитить» for коммит, «субсчёт» for счёт. */
static bool
has_prefix_before(tl_str text, tl_str wanted)
{
    enum { LONGEST_PREFIX = 6 };
    size_t at = 0;
    for (size_t letters = 0; letters < LONGEST_PREFIX && at < text.len; letters++) {
        tl_utf8_next(text, &at);
        tl_str rest = tl_str_slice(text, at, text.len);
        size_t common = common_letters(rest, wanted), length = tl_utf8_length(wanted);
        if (common >= DERIVATIVE_PREFIX && common * 10 >= length * 7) {
            return true;
        }
    }
    return false;
}

static bool
has_root(tl_pass *pass, const tl_scan *scan, uint32_t at, tl_str wanted)
{
    tl_key key;
    tl_str text = tl_scan_text(scan, at, 1);
    tl_str folded = tl_key_of(text, &key);
    if (tl_names_another(folded, wanted)) {
        return false;
    }
    if (are_of_one_root(folded, wanted) || has_prefix_before(folded, wanted) ||
        has_prefix_before(wanted, folded)) {
        return true;
    }
    tl_stems stems = tl_pass_stems(pass, scan->language, text);
    for (size_t i = 0; i < stems.count; i++) {
        if (are_of_one_root(stems.items[i], wanted)) {
            return true;
        }
    }
    return false;
}

/* -- words in another order ----------------------------------------------------------------- */

/* A term whose words are looked for one by one. */
typedef struct scattered {
    const tl_scan *scan;
    const tl_concept *concept;
    const tl_term_words *words;
    bool is_name;   /* an adjective may stand for a name in it: "Russian President" */
    uint32_t slack; /* how many other words may stand between */
} scattered;

/* The word is a whole term of another concept, and one of the two names a role: the franchisee is
 * no franchisor. */
static bool
is_another_role(const scattered *s, uint32_t at, const tl_term_word *wanted)
{
    tl_key key;
    int32_t hit = tl_scan_hit_at(s->scan, at);
    if (hit < 0 || s->words->count > 1) {
        return false;
    }
    const tl_pattern *pattern = s->scan->hits[hit].pattern;
    return pattern->count == 1 && pattern->kind != TL_PATTERN_EXCEPT &&
           pattern->term->concept != s->concept &&
           (tl_names_role(wanted->key) || tl_names_role(tl_key_of(pattern->text, &key)));
}

/* A word of the term at word `at`: a form of it or, of a name, its adjective; of a term that is no
 * name, any part of speech of the same root. */
static bool
stands_for_word(tl_pass *pass, const scattered *s, uint32_t at, size_t word)
{
    const tl_term_word *wanted = &s->words->items[word];
    if (tl_term_word_fits(pass, s->scan, at, s->words, word)) {
        return true;
    }
    if (wanted->is_acronym) {
        return false;
    }
    if (s->is_name) {
        return tl_capitals_begin(wanted->text) && is_adjective_of(s->scan, at, wanted);
    }
    return !is_another_role(s, at, wanted) && has_root(pass, s->scan, at, wanted->key);
}

static bool
is_content(const tl_term_word *word)
{
    return !word->is_function && (word->is_acronym || tl_utf8_length(word->key) > 2);
}

/* All content words of the term stand close together, in whatever order. */
static bool
has_all_words(tl_pass *pass, const scattered *s, uint32_t first)
{
    uint32_t end = first + (uint32_t)s->words->count + s->slack;
    end = end < s->scan->words.count ? end : (uint32_t)s->scan->words.count;
    for (size_t word = 0; word < s->words->count; word++) {
        uint32_t at = first;
        while (is_content(&s->words->items[word]) && at < end &&
               !stands_for_word(pass, s, at, word)) {
            at++;
        }
        if (at == end && first < end) {
            return false;
        }
    }
    return true;
}

static size_t
count_content(const tl_term_words *words)
{
    size_t count = 0;
    for (size_t i = 0; i < words->count; i++) {
        count += is_content(&words->items[i]);
    }
    return count;
}

static bool
is_scattered(tl_pass *pass, const scattered *s)
{
    for (uint32_t at = 0; at < s->scan->words.count; at++) {
        if (has_all_words(pass, s, at)) {
            return true;
        }
    }
    return false;
}

/* A title or a term in other words of the same roots. */
static bool
is_reworded(tl_pass *pass, const tl_scan *scan, const tl_term *term, const tl_term_words *words)
{
    size_t content = count_content(words);
    scattered title = {
        .scan = scan, .concept = term->concept, .words = words, .is_name = true, .slack = 1};
    scattered other = {
        .scan = scan, .concept = term->concept, .words = words, .slack = content > 1 ? 2 : 0};
    return (term->concept->type == TL_TYPE_TITLE && content > 1 && is_scattered(pass, &title)) ||
           (term->concept->type == TL_TYPE_TERM && content > 0 && is_scattered(pass, &other));
}

static tl_traced
trace_term(tl_pass *pass, const tl_unit_text *text, const tl_term *term)
{
    const tl_scan *scan = text->scan;
    tl_term_words words = tl_term_words_of(pass, term);
    uint32_t first;
    if (tl_term_words_stand(pass, text, &words, &first) ||
        (term->concept->type == TL_TYPE_PLACE && has_adjective(scan, &words)) ||
        is_reworded(pass, scan, term, &words)) {
        return TL_TRACED_SURELY;
    }
    return has_short_form(pass, scan, &words) ? TL_TRACED_MAYBE : TL_TRACED_NOT;
}

tl_traced
tl_concept_traced(tl_pass *pass, const tl_unit_text *text, const tl_concept_trace *trace)
{
    const tl_scan *scan = text->scan;
    const tl_concept *concept = trace->place->concept;
    bool is_pronoun = concept->type != TL_TYPE_PLACE && may_be_pronoun(scan, trace->text->scan);
    tl_traced found = is_pronoun ? TL_TRACED_MAYBE : TL_TRACED_NOT;
    for (size_t i = 0; i < concept->entry_count; i++) {
        const tl_entry *entry = &concept->entries[i];
        for (size_t k = 0; k < entry->term_count && found != TL_TRACED_SURELY; k++) {
            if (is_in_language(entry->terms[k], scan->language)) {
                tl_traced traced = trace_term(pass, text, entry->terms[k]);
                found = traced > found ? traced : found;
            }
        }
    }
    return found;
}
