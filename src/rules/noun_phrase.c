/* SPDX-License-Identifier: MPL-2.0 */
/* English noun phrases as far as the order of their words goes: content words in segments that
 * prepositions part. Two phrases have the same words, numbered as in the term; knows nothing of
 * what the words mean but which of them name an owner. */
#include "rules/noun_phrase.h"

#include "text/capitals.h"

#include <string.h>

typedef enum link_kind { LINK_NONE, LINK_ARTICLE, LINK_PREPOSITION } link_kind;

static link_kind
kind_of_link(tl_str word)
{
    static const tl_str articles[] = {TL_STR_INIT("a"), TL_STR_INIT("an"), TL_STR_INIT("the"),
                                      TL_STR_INIT("and"), TL_STR_INIT("or")};
    for (size_t i = 0; i < sizeof articles / sizeof *articles; i++) {
        if (tl_str_equal_ascii_nocase(word, articles[i])) {
            return LINK_ARTICLE;
        }
    }
    return LINK_PREPOSITION;
}

static void
add_token(tl_noun_phrase *phrase, uint32_t number, uint32_t segment)
{
    phrase->tokens[phrase->count++] =
        (tl_noun_token){.number = (uint8_t)number, .segment = (uint8_t)segment};
}

static tl_noun_phrase
read_term(const tl_reordered *place)
{
    const tl_pattern *pattern = place->hit.pattern;
    tl_noun_phrase phrase = {.count = 0};
    uint32_t segment = 0;
    for (uint32_t at = 0; at < pattern->count; at++) {
        if (phrase.count < place->pair_count && place->pairs[phrase.count].in_pattern == at) {
            add_token(&phrase, phrase.count, segment);
        } else {
            segment += kind_of_link(tl_str_at(pattern->text, pattern->words[at].range)) ==
                       LINK_PREPOSITION;
        }
    }
    return phrase;
}

/* The number of the content word that text word `at` is, or pair_count. */
static uint32_t
number_of(const tl_reordered *place, uint32_t at)
{
    uint32_t number = 0;
    while (number < place->pair_count && place->pairs[number].in_text != at) {
        number++;
    }
    return number;
}

static tl_noun_phrase
read_text(const tl_pass *pass, const tl_reordered *place)
{
    tl_noun_phrase phrase = {.count = 0};
    uint32_t segment = 0;
    for (uint32_t i = 0; i < place->hit.count; i++) {
        uint32_t at = place->hit.first + i, number = number_of(place, at);
        if (number < place->pair_count) {
            add_token(&phrase, number, segment);
        } else {
            segment += kind_of_link(tl_pass_word(pass, at)) == LINK_PREPOSITION;
        }
    }
    return phrase;
}

static uint32_t
position_of(const tl_noun_phrase *phrase, uint32_t number)
{
    uint32_t at = 0;
    while (at < phrase->count && phrase->tokens[at].number != number) {
        at++;
    }
    return at;
}

static void
remove_tokens(tl_noun_phrase *phrase, uint32_t at, uint32_t count)
{
    memmove(&phrase->tokens[at], &phrase->tokens[at + count],
            (phrase->count - at - count) * sizeof *phrase->tokens);
    phrase->count -= count;
}

/* Makes the tokens [at, at + count) one owner, in the segment of the last. */
static void
make_owner(tl_noun_phrase *phrase, uint32_t at, uint32_t count)
{
    tl_noun_token token = phrase->tokens[at];
    token.segment = phrase->tokens[at + count - 1].segment;
    token.owner = true;
    remove_tokens(phrase, at, count - 1);
    phrase->tokens[at] = token;
}

/* True if the tokens from `at` of one phrase stand likewise from `other_at` of the other. */
static bool
stand_alike(const tl_noun_phrase *a, uint32_t at, const tl_noun_phrase *b, uint32_t other_at,
            uint32_t count)
{
    if (at + count > a->count || other_at + count > b->count) {
        return false;
    }
    for (uint32_t i = 0; i < count; i++) {
        if (a->tokens[at + i].number != b->tokens[other_at + i].number) {
            return false;
        }
    }
    return true;
}

/* Text words [first, first + count), where they stand alike in both phrases, name an owner. */
static bool
take_owner(tl_noun_phrases *phrases, const tl_reordered *place, uint32_t first, uint32_t count)
{
    uint32_t number = number_of(place, first), tokens = 0;
    for (uint32_t i = 0; i < count; i++) {
        tokens += number_of(place, first + i) < place->pair_count;
    }
    uint32_t in_text = position_of(&phrases->text, number);
    uint32_t in_term = position_of(&phrases->term, number);
    if (tokens == 0 || tokens == place->pair_count ||
        !stand_alike(&phrases->text, in_text, &phrases->term, in_term, tokens)) {
        return false;
    }
    make_owner(&phrases->text, in_text, tokens);
    make_owner(&phrases->term, in_term, tokens);
    return true;
}

/* An owner is named by a form that says whose or where, not by another form of the thing itself. */
static bool
names_owner(const tl_hit *hit, const tl_concept *concept)
{
    tl_concept_type type = hit->pattern->term->concept->type;
    return tl_term_is_good(hit->pattern->term) && hit->pattern->term->concept != concept &&
           (type == TL_TYPE_ORGANISATION || type == TL_TYPE_PLACE);
}

/* Acronyms that no form of the termbase explains are owners too, but no evidence of a name. */
static void
take_unknown_acronyms(const tl_pass *pass, tl_noun_phrases *phrases, const tl_reordered *place)
{
    for (uint32_t i = 0; i < place->pair_count; i++) {
        const tl_pattern *pattern = place->hit.pattern;
        tl_str expected =
            tl_str_at(pattern->text, pattern->words[place->pairs[i].in_pattern].range);
        tl_str found = tl_pass_word(pass, place->pairs[i].in_text);
        if (tl_capitals_only(expected) && tl_capitals_only(found)) {
            take_owner(phrases, place, place->pairs[i].in_text, 1);
        }
    }
}

static bool
is_first_of_segment(const tl_noun_phrase *phrase, uint32_t at)
{
    return at == 0 || phrase->tokens[at - 1].segment != phrase->tokens[at].segment;
}

static bool
is_last_of_segment(const tl_noun_phrase *phrase, uint32_t at)
{
    return at + 1 == phrase->count || phrase->tokens[at + 1].segment != phrase->tokens[at].segment;
}

/* An owner stands well before what it describes, or alone behind a preposition. */
static bool
stands_well(const tl_noun_phrase *phrase, uint32_t at)
{
    return phrase->tokens[at].owner && is_first_of_segment(phrase, at) &&
           (!is_last_of_segment(phrase, at) || at > 0);
}

static void
leave_out_owners(tl_noun_phrase *phrase)
{
    for (uint32_t at = 0; at < phrase->count;) {
        if (stands_well(phrase, at)) {
            remove_tokens(phrase, at, 1);
        } else {
            at++;
        }
    }
}

/* The thing's own name beside what it is, "the news agency TASS", may stand on either side. */
static void
leave_out_apposition(tl_noun_phrases *phrases, const tl_reordered *place, const tl_hit *hit)
{
    uint32_t number = number_of(place, hit->first);
    uint32_t in_text = position_of(&phrases->text, number);
    uint32_t in_term = position_of(&phrases->term, number);
    if (hit->count == 1 && in_text < phrases->text.count && in_term < phrases->term.count &&
        !is_last_of_segment(&phrases->term, in_term)) {
        remove_tokens(&phrases->text, in_text, 1);
        remove_tokens(&phrases->term, in_term, 1);
    }
}

tl_noun_phrases
tl_noun_phrases_read(const tl_pass *pass, const tl_reordered *place)
{
    tl_noun_phrases phrases = {.term = read_term(place), .text = read_text(pass, place)};
    const tl_concept *concept = place->hit.pattern->term->concept;
    for (uint32_t at = place->hit.first; at < place->hit.first + place->hit.count; at++) {
        int32_t index = tl_scan_hit_at(pass->scan, at);
        const tl_hit *hit = index >= 0 ? &pass->scan->hits[index] : NULL;
        if (hit == NULL || hit->first != at) {
            continue;
        }
        bool is_acronym = tl_capitals_only(hit->pattern->text);
        if (names_owner(hit, concept) && take_owner(&phrases, place, hit->first, hit->count)) {
            phrases.has_owner = phrases.has_owner || is_acronym;
        } else if (is_acronym && hit->pattern->term->concept == concept) {
            leave_out_apposition(&phrases, place, hit);
        }
    }
    take_unknown_acronyms(pass, &phrases, place);
    leave_out_owners(&phrases.term);
    leave_out_owners(&phrases.text);
    return phrases;
}

/* The phrase with all that follows a preposition moved before what it describes, and the places at
 * which prepositions parted it: bit n before word n. */
typedef struct premodified {
    uint8_t numbers[TL_SHUFFLE_MAX_WORDS];
    uint32_t breaks;
} premodified;

static premodified
premodify(const tl_noun_phrase *phrase)
{
    premodified result = {.breaks = 0};
    uint32_t count = 0, end = phrase->count;
    while (end > 0) {
        uint32_t begin = end - 1;
        while (!is_first_of_segment(phrase, begin)) {
            begin--;
        }
        for (uint32_t at = begin; at < end; at++) {
            result.numbers[count++] = phrase->tokens[at].number;
        }
        result.breaks |= begin > 0 ? 1u << count : 0;
        end = begin;
    }
    return result;
}

static bool
has_one_bit(uint32_t bits)
{
    return bits != 0 && (bits & (bits - 1)) == 0;
}

bool
tl_noun_phrases_are_one(const tl_noun_phrases *phrases)
{
    if (phrases->term.count != phrases->text.count) {
        return false;
    }
    premodified term = premodify(&phrases->term), text = premodify(&phrases->text);
    if (memcmp(term.numbers, text.numbers, phrases->term.count) != 0) {
        return false;
    }
    return term.breaks == text.breaks || (term.breaks == 0 && has_one_bit(text.breaks)) ||
           (text.breaks == 0 && has_one_bit(term.breaks));
}

/* The words of the segment that begins at `at`, as a set of bits. */
static uint32_t
segment_set(const tl_noun_phrase *phrase, uint32_t at)
{
    uint32_t set = 0;
    do {
        set |= 1u << phrase->tokens[at].number;
    } while (!is_last_of_segment(phrase, at++));
    return set;
}

bool
tl_noun_phrases_have_one_frame(const tl_noun_phrases *phrases)
{
    const tl_noun_phrase *term = &phrases->term, *text = &phrases->text;
    for (uint32_t at = 0; at < term->count; at++) {
        if (at >= text->count || is_last_of_segment(term, at) != is_last_of_segment(text, at)) {
            return false;
        }
        bool is_head = is_last_of_segment(term, at);
        if ((is_head && term->tokens[at].number != text->tokens[at].number) ||
            (is_first_of_segment(term, at) && segment_set(term, at) != segment_set(text, at))) {
            return false;
        }
    }
    return term->count == text->count;
}
