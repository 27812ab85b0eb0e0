/* SPDX-License-Identifier: MPL-2.0 */
/* Tells a common noun from a name that is spelled like it. A capital in the middle of a sentence
 * says little by itself, since some write all their terms so: it takes a given name, a form of
 * address, another word with a capital or what bears names beside it. In a heading, where any word
 * may have one, only who is surely a person is believed. Knows nothing of the rest of the
 * document. */
#include "rules/raised_name.h"

#include "morph/inflect.h"
#include "rules/at_word.h"
#include "scan/address.h"
#include "text/capitals.h"
#include "text/key.h"

/* A hit among the words of its segment. */
typedef struct site {
    tl_pass *pass;
    const tl_hit *hit;
    uint32_t first, end;
    bool is_title;   /* what stands before a name anyway */
    bool is_telling; /* its capital is not that of a heading or a sentence's first word */
} site;

static bool
is_capitalised(const site *s, uint32_t at)
{
    return at < s->pass->scan->words.count &&
           (tl_word_at(s->pass, at)->flags & TL_WORD_CAPITALISED) &&
           !(tl_word_at(s->pass, at)->flags & TL_WORD_NOT_TEXT);
}

/* True if nothing but a space stands between the word and the one before. */
static bool
is_spaced(const site *s, uint32_t at)
{
    return at > 0 && at < s->pass->scan->words.count &&
           tl_word_at(s->pass, at)->gap == TL_GAP_SPACE && tl_word_at(s->pass, at - 1)->tail == 0;
}

static bool
is_listed(const site *s, uint32_t at, tl_list list)
{
    return at < s->pass->scan->words.count && tl_word_is_listed(s->pass, at, list);
}

static bool
is_cyrillic(const site *s)
{
    return s->pass->scan->script == TL_SCRIPT_CYRILLIC;
}

/* -- capitals that tell nothing ---------------------------------------------------------------- */

/* "Excavations at the Barrow Near Astana": all words of the text begin with a capital but those
 * that title case leaves small. */
static bool
is_title_case(const tl_scan *scan)
{
    for (size_t i = 0; i < scan->words.count; i++) {
        const tl_word *word = &scan->words.items[i];
        if ((word->flags & TL_WORD_HAS_LETTER) && !(word->flags & TL_WORD_CAPITALISED) &&
            !tl_capitals_stay_small(tl_str_at(scan->segment->text, word->range))) {
            return false;
        }
    }
    return scan->script == TL_SCRIPT_LATIN;
}

static bool
is_shouted(const site *s, uint32_t at)
{
    return tl_word_at(s->pass, at)->flags & TL_WORD_ALL_CAPS;
}

static bool
has_telling_capital(const site *s)
{
    const tl_scan *scan = s->pass->scan;
    if (scan->segment->role == TL_ROLE_HEADING || is_shouted(s, s->first) || is_title_case(scan)) {
        return false;
    }
    return !tl_scan_begins_anew(scan, s->first) ||
           (s->hit->count > 1 && is_capitalised(s, s->end - 1));
}

/* A form with small letters that may be a name where the text has capitals. In English all words of
 * such a name have them but the smallest. */
static bool
is_raised(const tl_pass *pass, const tl_hit *hit)
{
    const tl_pattern *pattern = hit->pattern;
    const tl_term *term = pattern->term;
    tl_concept_type type = term->concept->type;
    bool is_loose = term->case_given && term->case_rule == TL_CASE_ANY;
    bool is_name = type == TL_TYPE_PERSON || type == TL_TYPE_PLACE || type == TL_TYPE_ORGANISATION;
    if (is_loose || is_name || term->acronym || hit->count != pattern->count ||
        !(tl_word_at(pass, hit->first)->flags & TL_WORD_CAPITALISED)) {
        return false;
    }
    bool has_risen = false;
    for (uint32_t i = 0; i < hit->count; i++) {
        tl_str word = tl_str_at(pattern->text, pattern->words[i].range);
        bool is_small = !tl_capitals_begin(word) || (i == 0 && term->is_headword);
        bool has_to_rise = pass->scan->script == TL_SCRIPT_LATIN && !tl_capitals_stay_small(word);
        bool is_high = tl_word_at(pass, hit->first + i)->flags & TL_WORD_CAPITALISED;
        if (has_to_rise && !is_high) {
            return false;
        }
        has_risen = has_risen || (is_small && is_high);
    }
    return has_risen;
}

/* -- people ------------------------------------------------------------------------------------ */

static bool
is_given_name(const site *s, uint32_t at)
{
    tl_str word = tl_pass_word(s->pass, at);
    tl_name_match match;
    if (!is_capitalised(s, at) || tl_word_at(s->pass, at)->length < 2 ||
        ((!s->is_telling || tl_scan_begins_anew(s->pass->scan, at)) &&
         is_listed(s, at, TL_LIST_WORDS))) {
        return false;
    }
    return tl_word_at(s->pass, at)->scripts == TL_SCRIPT_CYRILLIC
               ? tl_given_cells(s->pass->given, word) != 0
               : is_listed(s, at, TL_LIST_LATIN_GIVEN) ||
                     tl_given_find(s->pass->given, word, &match, 1) > 0;
}

/* "G. Miller", «Т. Г. Мельник»: a capital alone with its stop. */
static bool
is_initial_before(const site *s, uint32_t at)
{
    return at > 0 && is_capitalised(s, at - 1) && tl_word_at(s->pass, at - 1)->length == 1 &&
           tl_word_at(s->pass, at)->gap == TL_GAP_DOT;
}

/* "Miller, H.", «Мельник Т. Г.» */
static bool
is_initial_behind(const site *s)
{
    return is_capitalised(s, s->end) && tl_word_at(s->pass, s->end)->length == 1 &&
           s->end + 1 < s->pass->scan->words.count &&
           tl_word_at(s->pass, s->end + 1)->gap == TL_GAP_DOT;
}

/* "Dr Miller", with a stop or without. */
static bool
follows_abbreviation(const site *s)
{
    static const tl_str words[] = {
        TL_STR_INIT("dr"),  TL_STR_INIT("prof"), TL_STR_INIT("rev"),  TL_STR_INIT("hon"),
        TL_STR_INIT("sr"),  TL_STR_INIT("fr"),   TL_STR_INIT("sen"),  TL_STR_INIT("rep"),
        TL_STR_INIT("lt"),  TL_STR_INIT("col"),  TL_STR_INIT("capt"), TL_STR_INIT("sgt"),
        TL_STR_INIT("maj"), TL_STR_INIT("gen"),  TL_STR_INIT("cllr"), TL_STR_INIT("mx"),
    };
    return is_capitalised(s, s->first - 1) &&
           tl_word_is_one_of(s->pass, s->first - 1, words, sizeof words / sizeof *words);
}

/* "Mr Slaughter", "Professor Miller", «гетман Могила»: where the capital is that of a name. */
static bool
follows_address(const site *s)
{
    bool is_abbreviated = tl_word_at(s->pass, s->first)->gap == TL_GAP_DOT &&
                          !(tl_word_at(s->pass, s->first)->flags & TL_WORD_SENTENCE_START);
    if (s->is_title || s->first == 0) {
        return false;
    }
    return tl_address_before(s->pass->scan, s->first).gender ||
           ((is_spaced(s, s->first) || is_abbreviated) &&
            (follows_abbreviation(s) ||
             (s->is_telling && is_listed(s, s->first - 1, TL_LIST_TITLES))));
}

static bool
is_person(const site *s)
{
    bool is_listed_first =
        s->end < s->pass->scan->words.count && tl_word_at(s->pass, s->end)->gap == TL_GAP_COMMA;
    if ((is_spaced(s, s->first) && is_given_name(s, s->first - 1)) ||
        is_initial_before(s, s->first) || follows_address(s)) {
        return true;
    }
    return !s->is_title && s->is_telling &&
           ((is_spaced(s, s->end) || is_listed_first) &&
            (is_initial_behind(s) || (is_listed_first && is_given_name(s, s->end))));
}

/* -- longer names ------------------------------------------------------------------------------ */

/* "Barrow-in-Furness", «Ростов-на-Дону», "Smith-Barrow": a part of a compound with another capital.
 */
static bool
is_in_compound(const site *s)
{
    uint32_t begin = s->first, end = s->end;
    bool has_capital = false;
    while (begin > 0 && tl_word_at(s->pass, begin)->gap == TL_GAP_HYPHEN) {
        begin--;
        has_capital = has_capital || is_capitalised(s, begin);
    }
    while (end < s->pass->scan->words.count && tl_word_at(s->pass, end)->gap == TL_GAP_HYPHEN) {
        has_capital = has_capital || is_capitalised(s, end);
        end++;
    }
    bool has_small_part = end - begin > s->end - s->first + 1;
    return has_capital && (has_small_part || !is_title_case(s->pass->scan));
}

/* "the film Slow Barrow", «улица Мельника», "the village of Barrow". */
static bool
follows_bearer(const site *s)
{
    uint32_t at = s->first;
    if (at > 0 && tl_str_equal_ascii_nocase(tl_pass_word(s->pass, at - 1), TL_STR("of"))) {
        at--;
        return is_spaced(s, s->first) && is_spaced(s, at) && is_listed(s, at - 1, TL_LIST_PLACES);
    }
    if (at > 1 && tl_word_at(s->pass, at)->gap == TL_GAP_SPACE &&
        tl_str_equal_ascii_nocase(tl_pass_word(s->pass, at - 1), TL_STR("the"))) {
        at--;
    }
    uint8_t gap = tl_word_at(s->pass, at)->gap;
    return at > 0 && (gap == TL_GAP_SPACE || gap == TL_GAP_QUOTE) &&
           (is_listed(s, at - 1, TL_LIST_BEARERS) ||
            (is_cyrillic(s) && is_listed(s, at - 1, TL_LIST_PLACES)));
}

/* "Country Vet magazine", "the Barrow family", "Country Vet, a TV series". */
static bool
precedes_bearer(const site *s)
{
    enum { FARTHEST = 4 };
    if (is_spaced(s, s->end) && is_listed(s, s->end, TL_LIST_BEARERS)) {
        return true;
    }
    bool is_described = s->end + 1 < s->pass->scan->words.count &&
                        tl_word_at(s->pass, s->end)->gap == TL_GAP_COMMA &&
                        is_listed(s, s->end, TL_LIST_DETERMINERS);
    for (uint32_t at = s->end + 1; is_described && at <= s->end + FARTHEST; at++) {
        if (!is_spaced(s, at)) {
            return false;
        }
        if (is_listed(s, at, TL_LIST_BEARERS)) {
            return true;
        }
    }
    return false;
}

/* "Lower Slaughter", "Great Barrow"; "The Barrow" and "In Barrow" begin a sentence. */
static bool
follows_name(const site *s)
{
    uint32_t at = s->first - 1;
    if (!is_spaced(s, s->first) || !is_capitalised(s, at)) {
        return false;
    }
    return !tl_scan_begins_anew(s->pass->scan, at) ||
           !(is_listed(s, at, TL_LIST_WORDS) || is_listed(s, at, TL_LIST_ROLES) ||
             is_listed(s, at, TL_LIST_FUNCTIONS) || is_listed(s, at, TL_LIST_DETERMINERS));
}

/* "Barrow Island" at the start of a sentence, but not "Shepherd Ivanov". */
static bool
begins_name(const site *s)
{
    tl_key key;
    uint32_t at = s->end;
    if (is_cyrillic(s) || is_title_case(s->pass->scan) ||
        s->pass->scan->segment->role == TL_ROLE_HEADING || is_shouted(s, s->first)) {
        return false;
    }
    return is_shouted(s, at) || is_listed(s, at, TL_LIST_PLACES) ||
           is_listed(s, at, TL_LIST_BODIES) ||
           tl_pass_ask(s->pass, s->pass->scan->language, tl_key_of(tl_pass_word(s->pass, at), &key),
                       true) == TL_KNOWN_YES;
}

/* "Barrow & Sons", "Barrow, Alaska," and not "in the Barrow, Ivanov said". */
static bool
is_joined_with_name(const site *s)
{
    const tl_words *words = &s->pass->scan->words;
    uint8_t before = tl_word_at(s->pass, s->first)->gap;
    uint8_t behind = s->end < words->count ? tl_word_at(s->pass, s->end)->gap : TL_GAP_OTHER;
    bool closes =
        s->end + 1 >= words->count || tl_word_at(s->pass, s->end + 1)->gap >= TL_GAP_COMMA;
    return (before == TL_GAP_AMPERSAND && is_capitalised(s, s->first - 1)) ||
           (behind == TL_GAP_AMPERSAND && is_capitalised(s, s->end)) ||
           (behind == TL_GAP_COMMA && is_capitalised(s, s->end) && closes && s->is_telling);
}

static bool
precedes_name(const site *s)
{
    return is_spaced(s, s->end) && is_capitalised(s, s->end) &&
           (s->is_telling ? !is_given_name(s, s->end) : begins_name(s));
}

/* "Shepherd University", in a heading too. */
static bool
precedes_place(const site *s)
{
    return is_spaced(s, s->end) && is_capitalised(s, s->end) && !is_cyrillic(s) &&
           (is_listed(s, s->end, TL_LIST_PLACES) || is_listed(s, s->end, TL_LIST_BODIES));
}

static bool
is_part_of_name(const site *s)
{
    if (s->is_title) {
        return s->is_telling && precedes_bearer(s);
    }
    return is_in_compound(s) || is_joined_with_name(s) || precedes_name(s) ||
           (s->is_telling && (follows_name(s) || follows_bearer(s) || precedes_bearer(s)));
}

/* -- alone ------------------------------------------------------------------------------------- */

/* "the Barrow", "every Miller", "two Barrows": what stands before no name. */
static bool
follows_determiner(const tl_pass *pass, const tl_hit *hit)
{
    static const tl_str words[] = {
        TL_STR_INIT("the"),   TL_STR_INIT("this"), TL_STR_INIT("that"), TL_STR_INIT("these"),
        TL_STR_INIT("those"), TL_STR_INIT("its"),  TL_STR_INIT("his"),  TL_STR_INIT("her"),
        TL_STR_INIT("their"), TL_STR_INIT("our"),  TL_STR_INIT("your"), TL_STR_INIT("my"),
        TL_STR_INIT("both"),  TL_STR_INIT("all"),  TL_STR_INIT("many"),
    };
    if (hit->first == 0 || tl_word_at(pass, hit->first)->gap != TL_GAP_SPACE) {
        return false;
    }
    uint32_t at = hit->first - 1;
    return tl_word_at(pass, at)->tail || (tl_word_at(pass, at)->flags & TL_WORD_HAS_DIGIT) ||
           tl_word_is_listed(pass, at, TL_LIST_DETERMINERS) ||
           tl_word_is_one_of(pass, at, words, sizeof words / sizeof *words);
}

bool
tl_raised_may_be_person(const tl_pass *pass, const tl_hit *hit)
{
    bool is_plural = hit->cells != 0 && !(hit->cells & ~(unsigned)TL_CELLS_PLURAL);
    return hit->count == 1 && !is_plural && is_raised(pass, hit) && !follows_determiner(pass, hit);
}

tl_raised
tl_raised_of(tl_pass *pass, const tl_hit *hit)
{
    if (!is_raised(pass, hit)) {
        return TL_RAISED_NOT;
    }
    site s = {.pass = pass,
              .hit = hit,
              .first = hit->first,
              .end = hit->first + hit->count,
              .is_title = hit->pattern->term->concept->type == TL_TYPE_TITLE};
    s.is_telling = has_telling_capital(&s);
    if (is_person(&s)) {
        return TL_RAISED_PERSON;
    }
    if (is_part_of_name(&s)) {
        return TL_RAISED_NAME;
    }
    bool is_bare = s.is_telling && hit->count == 1 && !follows_determiner(pass, hit);
    return !s.is_title && (is_bare || precedes_place(&s)) ? TL_RAISED_DOUBTFUL : TL_RAISED_NOT;
}
