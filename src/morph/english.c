/* SPDX-License-Identifier: MPL-2.0 */
/* Plurals of English nouns and the heads of English terms. Knows how the rules of
 * dict/morph/english.tsv are applied, and that a term is headed by its last word, or by the word
 * before a preposition, or before an adjective that follows its noun. */
#include "morph/english.h"

#include "base/utf8.h"
#include "morph/forms.h"

#include <string.h>

enum {
    SINGULAR = 1 << TL_CASE_NOM,
    PLURAL = 1 << (TL_CASE_COUNT + TL_CASE_NOM),
    LONGEST_ACRONYM = 5, /* letters; a longer word in capitals has its plural in capitals too */
};

/* Writes what `rule` ("+s", "-y/ies", "=") makes of the word; returns its length. */
static size_t
apply_rule(const tl_forms *forms, tl_str rule, char *out)
{
    size_t kept = forms->base.len;
    tl_str added = tl_str_slice(rule, 1, rule.len);
    if (rule.ptr[0] == '-') {
        size_t slash = tl_str_find_byte(rule, '/', 0);
        kept -= slash - 1;
        added = tl_str_slice(rule, slash + 1, rule.len);
    }
    memcpy(out, forms->base.ptr, kept);
    if (added.len) {
        memcpy(out + kept, added.ptr, added.len);
    }
    bool in_capitals = forms->all_capitals && tl_utf8_length(forms->base) > LONGEST_ACRONYM;
    if (in_capitals || (forms->first_capital && kept == 0)) {
        tl_letters_raise(out + kept, added.len, !in_capitals);
    }
    return kept + added.len;
}

/* One alternative of the rules; the first of them is what is sure. */
static void
add_plural(tl_forms *forms, tl_str rule, bool first)
{
    bool unsure = rule.ptr[0] == '?';
    tl_str certain = tl_str_slice(rule, unsure, rule.len);
    char text[TL_FORM_BYTES];
    if (certain.ptr[0] == '#') {
        tl_forms_add(forms, forms->base, PLURAL);
        return;
    }
    tl_str plural = {text, apply_rule(forms, certain, text)};
    if (first) {
        tl_forms_add(forms, forms->base, SINGULAR);
    }
    if (first && !unsure) {
        tl_forms_add(forms, plural, PLURAL);
    } else {
        tl_forms_add_matched(forms, forms->base, SINGULAR);
        tl_forms_add_matched(forms, plural, PLURAL);
    }
}

/* Acronyms have +s whatever they end in: NGOs, CSs. */
static const char *
rules_of(const tl_forms *forms)
{
    tl_folded folded;
    if (forms->all_capitals && tl_utf8_length(forms->base) <= LONGEST_ACRONYM) {
        return "+s";
    }
    return tl_rules_find(&tl_english_plurals, tl_letters_fold(forms->base, &folded));
}

tl_inflected_word
tl_inflect_english(tl_str word, tl_arena *arena)
{
    tl_forms forms;
    tl_forms_start(&forms, word);
    tl_str rest = tl_str_from(rules_of(&forms)), rule;
    for (bool first = true; tl_str_split(&rest, '|', &rule); first = false) {
        add_plural(&forms, rule, first);
    }
    return tl_forms_finish(&forms, arena);
}

tl_inflected_word
tl_inflect_latin_name(tl_str word, tl_arena *arena)
{
    static const tl_str sibilants[] = {TL_STR_INIT("s"), TL_STR_INIT("x"), TL_STR_INIT("z"),
                                       TL_STR_INIT("ch"), TL_STR_INIT("sh")};
    tl_forms forms;
    tl_folded bytes;
    tl_str folded = tl_letters_fold(word, &bytes), rule = TL_STR("+s");
    tl_forms_start(&forms, word);
    for (size_t i = 0; i < sizeof sibilants / sizeof sibilants[0]; i++) {
        if (tl_str_ends_with(folded, sibilants[i])) {
            rule = TL_STR("+es");
        }
    }
    if (folded.len) {
        char text[TL_FORM_BYTES];
        tl_forms_add(&forms, word, SINGULAR);
        tl_forms_add_matched(&forms, (tl_str){text, apply_rule(&forms, rule, text)}, PLURAL);
    }
    return tl_forms_finish(&forms, arena);
}

static bool
is_preposition(const tl_phrase *phrase, size_t word)
{
    return tl_word_set_has(&tl_prepositions, phrase->words[word]);
}

/* One behind the last word of the compound that the word is part of. */
static size_t
compound_end(const tl_phrase *phrase, size_t word)
{
    size_t end = word + 1;
    while (end < phrase->count && phrase->separators &&
           tl_str_equal(phrase->separators[end - 1], TL_STR("-"))) {
        end++;
    }
    return end;
}

/* "time-of-flight spectrometer": a compound before its noun, unlike "Commander-in-Chief". */
static bool
is_in_modifier(const tl_phrase *phrase, size_t word)
{
    size_t end = compound_end(phrase, word);
    return compound_end(phrase, word - 1) > word && end > word + 1 && end < phrase->count &&
           !is_preposition(phrase, end);
}

/* One behind the noun with all that stands before it: the first preposition, or the end. */
static size_t
noun_group_end(const tl_phrase *phrase)
{
    size_t end = 1;
    while (end < phrase->count && (!is_preposition(phrase, end) || is_in_modifier(phrase, end))) {
        end++;
    }
    return end;
}

/* How the plural of the head and that of "General" behind it go together. */
typedef enum plural_place {
    ON_HEAD,   /* Presidents-elect */
    ON_SECOND, /* Major Generals */
    ON_EITHER, /* not known */
} plural_place;

/* An adjective behind its noun, or "General". */
static bool
is_postposed(tl_str word)
{
    return tl_str_equal_ascii_nocase(word, TL_STR("general")) ||
           tl_word_set_has(&tl_postposed, word);
}

static plural_place
place_of_plural(tl_str head, tl_str second)
{
    if (tl_word_set_has(&tl_postposed, second) || tl_word_set_has(&tl_before_general, head)) {
        return ON_HEAD;
    }
    return tl_word_set_has(&tl_ranks, head) ? ON_SECOND : ON_EITHER;
}

/* A noun that may have the plural, and may stay while another word has it. */
static tl_inflected_word
inflect_or_keep(tl_str word, bool plural_is_sure, bool base_is_sure, tl_arena *arena)
{
    tl_inflected_word plain = tl_inflect_english(word, arena);
    tl_forms forms;
    tl_forms_start(&forms, word);
    tl_forms_add(&forms, word, SINGULAR);
    for (size_t i = 0; i < plain.count; i++) {
        tl_forms_add_matched(&forms, plain.forms[i].text, plain.forms[i].cells);
        if (plural_is_sure) {
            tl_forms_add(&forms, plain.forms[i].text, plain.forms[i].sure & PLURAL);
        }
    }
    if (base_is_sure) {
        tl_forms_add(&forms, word, PLURAL);
    }
    tl_forms_add_matched(&forms, word, PLURAL);
    return tl_forms_finish(&forms, arena);
}

/* The noun before the adjectives that end at `last`: "Ambassador Extraordinary and
 * Plenipotentiary". */
static size_t
head_before_postposed(const tl_phrase *phrase, size_t last)
{
    size_t head = last;
    while (head > 0 && (is_postposed(phrase->words[head]) ||
                        tl_str_equal_ascii_nocase(phrase->words[head], TL_STR("and")))) {
        head--;
    }
    return head;
}

void
tl_inflect_english_phrase(const tl_phrase *phrase, tl_arena *arena, tl_inflected_word *words_out)
{
    for (size_t i = 0; i < phrase->count; i++) {
        words_out[i] = tl_forms_fixed(phrase->words[i], arena);
    }
    if (phrase->count == 0) {
        return;
    }
    size_t last = noun_group_end(phrase) - 1, head = last;
    if (is_postposed(phrase->words[last])) {
        head = head_before_postposed(phrase, last);
    }
    if (head == last) {
        words_out[last] = tl_inflect_english(phrase->words[last], arena);
        return;
    }
    plural_place place = place_of_plural(phrase->words[head], phrase->words[last]);
    words_out[head] =
        inflect_or_keep(phrase->words[head], place == ON_HEAD, place == ON_SECOND, arena);
    words_out[last] =
        inflect_or_keep(phrase->words[last], place == ON_SECOND, place == ON_HEAD, arena);
}

char
tl_english_number(const tl_phrase *phrase, tl_arena *arena)
{
    tl_inflected_word *words = tl_arena_alloc(arena, phrase->count, sizeof *words);
    uint16_t cells = TL_CELLS_ALL;
    tl_inflect_english_phrase(phrase, arena, words);
    for (size_t i = 0; i < phrase->count; i++) {
        cells &= words[i].forms[0].usual;
    }
    return cells == SINGULAR ? 's' : cells == PLURAL ? 'p' : 0;
}
