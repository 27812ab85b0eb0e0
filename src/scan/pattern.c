/* SPDX-License-Identifier: MPL-2.0 */
/* Turns the forms of a termbase into patterns: sequences of vocabulary words with the inflections
 * that each word admits. Whether a match is the form itself or a variant of it is decided later, by
 * comparing it with the text (scan/compare); a pattern only says where to look.
 *
 * A trie value packs the number of a pattern with the place of a join: "data base" is also found
 * where the text has "database". */
#include "scan/pattern.h"

#include "base/array.h"
#include "morph/inflect.h"
#include "text/script.h"
#include "text/words.h"

#include <stdlib.h>

enum { JOIN_BITS = 5 };

void
tl_pattern_set_init(tl_pattern_set *set, tl_arena *arena)
{
    *set =
        (tl_pattern_set){.arena = arena, .vocabulary = tl_vocabulary_new(), .trie = tl_trie_new()};
}

void
tl_pattern_set_clear(tl_pattern_set *set)
{
    tl_vocabulary_free(set->vocabulary);
    tl_trie_free(set->trie);
    free(set->items);
    *set = (tl_pattern_set){0};
}

void
tl_pattern_set_build(tl_pattern_set *set)
{
    tl_vocabulary_build(set->vocabulary);
}

const tl_pattern *
tl_pattern_of_value(const tl_pattern_set *set, uint32_t value, int *joined)
{
    *joined = (int)(value & ((1u << JOIN_BITS) - 1)) - 1;
    return &set->items[value >> JOIN_BITS];
}

bool
tl_term_is_good(const tl_term *term)
{
    return term->status == TL_STATUS_PREFERRED || term->status == TL_STATUS_ADMITTED;
}

/* Makes the word, written `base`, inflect. The base form is in the vocabulary already. */
static void
add_form(tl_pattern_set *set, tl_pattern_word *word, tl_str base, tl_form form, uint16_t kind)
{
    if (!(word->kinds & kind)) {
        word->kinds |= kind;
        word->cells = 0;
    }
    if (tl_str_equal(form.text, base)) {
        word->cells |= form.cells;
    } else {
        tl_vocabulary_add_form(set->vocabulary, word->word, form.text, form.cells, kind);
    }
}

static void
add_forms(tl_pattern_set *set, tl_pattern_word *word, const tl_inflected_word *inflected,
          uint16_t kind)
{
    for (size_t i = 0; inflected->inflects && i < inflected->count; i++) {
        add_form(set, word, inflected->forms[0].text, inflected->forms[i], kind);
    }
}

bool
tl_name_has_word(tl_str name, tl_str word)
{
    tl_str rest = name, spaced, part;
    while (name.len && tl_str_split(&rest, ' ', &spaced)) {
        while (spaced.len && tl_str_split(&spaced, '-', &part)) {
            if (tl_str_equal(part, word)) {
                return true;
            }
        }
    }
    return false;
}

static char
gender_letter(tl_gender gender)
{
    return gender == TL_GENDER_MALE ? 'm' : gender == TL_GENDER_FEMALE ? 'f' : 0;
}

/* The forms that `forms:` gives for a family name replace the generated ones. */
static void
add_given_forms(tl_pattern_set *set, tl_pattern_word *word, tl_str text, const tl_person_name *name)
{
    for (size_t i = 0; i < name->form_count; i++) {
        tl_form form = {.text = name->forms[i], .cells = (uint16_t)(1u << i)};
        add_form(set, word, text, form, TL_INFLECTION_FAMILY);
    }
}

static void
add_name_forms(tl_pattern_set *set, tl_pattern_word *word, tl_str text, const tl_person_name *name)
{
    if (!name->decline) {
        return;
    }
    bool is_family = tl_name_has_word(name->family, text);
    if (is_family && name->form_count) {
        add_given_forms(set, word, text, name);
        return;
    }
    tl_part part = is_family                                  ? TL_PART_FAMILY
                   : tl_name_has_word(name->patronymic, text) ? TL_PART_PATRONYMIC
                                                              : TL_PART_GIVEN;
    tl_inflected_word inflected =
        tl_inflect_name(text, part, gender_letter(name->gender), set->arena);
    add_forms(set, word, &inflected, is_family ? TL_INFLECTION_FAMILY : TL_INFLECTION_GIVEN);
}

static void
add_term_forms(tl_pattern_set *set, const tl_pattern *pattern, tl_pattern_word *words,
               const tl_str *texts)
{
    tl_inflected_word inflected[TL_PATTERN_MAX_WORDS];
    tl_str separators[TL_PATTERN_MAX_WORDS];
    for (size_t i = 0; i + 1 < pattern->count; i++) {
        tl_range between = {words[i].range.end, words[i + 1].range.begin};
        separators[i] = tl_str_at(pattern->text, between);
    }
    const tl_phrase phrase = {.words = texts,
                              .separators = separators,
                              .count = pattern->count,
                              .language = pattern->term->entry->language};
    tl_inflect_term(&phrase, set->arena, inflected);
    for (size_t i = 0; i < pattern->count; i++) {
        add_forms(set, &words[i], &inflected[i], TL_INFLECTION_TERM);
    }
}

static bool
is_cyrillic(tl_str language)
{
    return tl_script_of_language(language) == TL_SCRIPT_CYRILLIC;
}

/* "NGOs": of an acronym only the English plural. */
static void
add_acronym_plural(tl_pattern_set *set, tl_pattern_word *word, tl_str text, tl_str language)
{
    if (tl_script_of_language(language) == TL_SCRIPT_LATIN) {
        tl_str plural = tl_arena_format(set->arena, "%.*ss", TL_STR_ARGS(text));
        word->kinds |= TL_INFLECTION_TERM;
        word->cells = TL_CELLS_SINGULAR;
        tl_vocabulary_add_form(set->vocabulary, word->word, plural, TL_CELLS_PLURAL,
                               TL_INFLECTION_TERM);
    }
}

static void
inflect_pattern(tl_pattern_set *set, const tl_pattern *pattern, tl_pattern_word *words)
{
    tl_str texts[TL_PATTERN_MAX_WORDS];
    const tl_term *term = pattern->term;
    for (size_t i = 0; i < pattern->count; i++) {
        texts[i] = tl_str_at(pattern->text, words[i].range);
    }
    const tl_person_name *name = term->entry->name;
    if (term->acronym && pattern->count == 1) {
        add_acronym_plural(set, words, texts[0], term->entry->language);
    }
    if (term->acronym || (name && !is_cyrillic(term->entry->language))) {
        return;
    }
    if (name == NULL) {
        add_term_forms(set, pattern, words, texts);
        return;
    }
    for (size_t i = 0; i < pattern->count; i++) {
        add_name_forms(set, &words[i], texts[i], name);
    }
}

/* The possessive of a word inside a term may be written without its apostrophe. */
static void
add_bare_possessive(tl_pattern_set *set, const tl_pattern *pattern, const tl_pattern_word *word)
{
    if (word->tail) {
        tl_range whole = {word->range.begin, word->range.end + word->tail};
        tl_vocabulary_add_form(set->vocabulary, word->word, tl_str_at(pattern->text, whole), 0,
                               TL_INFLECTION_NONE);
    }
}

static bool
can_be_joined(uint8_t gap)
{
    return gap == TL_GAP_SPACE || gap == TL_GAP_HYPHEN || gap == TL_GAP_DOT;
}

/* The path in which words `join` and `join + 1` are written as one. */
static void
add_joined_path(tl_pattern_set *set, const tl_pattern *pattern, uint32_t number, size_t join)
{
    uint32_t path[TL_PATTERN_MAX_WORDS];
    size_t count = 0;
    for (size_t i = 0; i < pattern->count; i++) {
        if (i != join) {
            path[count++] = pattern->words[i].word;
            continue;
        }
        tl_str both = tl_arena_format(
            set->arena, "%.*s%.*s", TL_STR_ARGS(tl_str_at(pattern->text, pattern->words[i].range)),
            TL_STR_ARGS(tl_str_at(pattern->text, pattern->words[i + 1].range)));
        path[count++] = tl_vocabulary_add_word(set->vocabulary, both);
        i++;
    }
    tl_trie_add(set->trie, path, count, number << JOIN_BITS | (uint32_t)(join + 1));
}

static void
add_paths(tl_pattern_set *set, const tl_pattern *pattern, uint32_t number)
{
    uint32_t path[TL_PATTERN_MAX_WORDS];
    for (size_t i = 0; i < pattern->count; i++) {
        path[i] = pattern->words[i].word;
    }
    tl_trie_add(set->trie, path, pattern->count, number << JOIN_BITS);
    for (size_t i = 0; i + 1 < pattern->count && pattern->kind == TL_PATTERN_TERM; i++) {
        if (can_be_joined(pattern->words[i + 1].gap)) {
            add_joined_path(set, pattern, number, i);
        }
    }
}

static void
add_pattern(tl_pattern_set *set, tl_pattern_kind kind, const tl_term *term, tl_str text)
{
    tl_words found = {0};
    tl_words_find(&found, text);
    if (found.count > 0 && found.count <= TL_PATTERN_MAX_WORDS) {
        tl_pattern_word *words = tl_arena_alloc(set->arena, found.count, sizeof *words);
        tl_pattern pattern = {.kind = kind,
                              .term = term,
                              .text = text,
                              .words = words,
                              .count = (uint32_t)found.count};
        for (size_t i = 0; i < found.count; i++) {
            const tl_word *word = &found.items[i];
            words[i] = (tl_pattern_word){.range = word->range,
                                         .gap = word->gap,
                                         .tail = word->tail,
                                         .kinds = TL_INFLECTION_NONE,
                                         .cells = TL_CELLS_ALL};
            words[i].word = tl_vocabulary_add_word(set->vocabulary, tl_str_at(text, word->range));
            add_bare_possessive(set, &pattern, &words[i]);
        }
        inflect_pattern(set, &pattern, words);
        add_paths(set, &pattern, (uint32_t)set->count);
        set->items =
            tl_array_reserve(set->items, &set->capacity, set->count + 1, sizeof *set->items);
        set->items[set->count++] = pattern;
    }
    tl_words_clear(&found);
}

/* The family name that a good full name of a person gives: that of the entry if the form has it,
 * else its last word. */
static tl_str
family_of(const tl_term *term)
{
    const tl_person_name *name = term->entry->name;
    if (name->family.len && tl_str_find(term->text, name->family, 0) < term->text.len) {
        return name->family;
    }
    tl_str rest = term->text, part = {0}, last = {0};
    while (tl_str_split(&rest, ' ', &part)) {
        last = part.len ? part : last;
    }
    return last;
}

void
tl_pattern_set_add_term(tl_pattern_set *set, const tl_term *term)
{
    add_pattern(set, TL_PATTERN_TERM, term, term->text);
    if (term->entry->name && tl_term_is_good(term) && !term->acronym) {
        tl_str family = family_of(term);
        if (!tl_str_equal(family, term->text)) {
            add_pattern(set, TL_PATTERN_FAMILY, term, family);
        }
    }
    for (size_t i = 0; i < term->except_count; i++) {
        add_pattern(set, TL_PATTERN_EXCEPT, term, term->except[i]);
    }
}
