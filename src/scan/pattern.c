/* SPDX-License-Identifier: MPL-2.0 */
/* Turns the forms of a termbase into patterns: sequences of vocabulary words with the inflections
 * that each word admits. Whether a match is the form itself or a variant of it is decided later, by
 * comparing it with the text (scan/candidate); a pattern only says where to look.
 *
 * "data base" is also found where the text has "database": the two words have a third in the
 * vocabulary, and a shortcut in the trie past both. */
#include "scan/pattern.h"

#include "base/alloc.h"
#include "base/array.h"
#include "base/utf8.h"
#include "morph/inflect.h"
#include "text/script.h"
#include "text/words.h"

#include <stdlib.h>
#include <string.h>

/* The forms of a word that were added last: the same heads and adjectives stand in many terms of a
 * large termbase. Each word has one place, which it takes from another. */
typedef struct tl_known_forms {
    uint32_t word;
    uint32_t forms; /* their number in the memo; 0: none */
    uint16_t kind;
} known_forms;

enum { KNOWN_FORMS = 1 << 14 };

void
tl_pattern_set_init(tl_pattern_set *set, tl_arena *arena)
{
    *set = (tl_pattern_set){.arena = arena,
                            .known = tl_alloc_zero(KNOWN_FORMS, sizeof(known_forms)),
                            .vocabulary = tl_vocabulary_new(),
                            .trie = tl_trie_new()};
}

void
tl_pattern_set_clear(tl_pattern_set *set)
{
    tl_pattern_store_free(set);
    tl_vocabulary_free(set->vocabulary);
    tl_trie_free(set->trie);
    tl_arena_clear(&set->scratch);
    tl_inflect_memo_clear(&set->memo);
    tl_words_clear(&set->words);
    free(set->known);
    free(set->items);
    free(set->languages);
    *set = (tl_pattern_set){0};
}

void
tl_pattern_set_build(tl_pattern_set *set)
{
    const uint32_t count = tl_vocabulary_word_count(set->vocabulary);
    bool *begins = tl_alloc_zero(count, sizeof *begins);
    tl_trie_build(set->trie, count);
    for (uint32_t word = 0; word < count; word++) {
        begins[word] = tl_trie_step(set->trie, TL_TRIE_ROOT, word) != TL_TRIE_NONE;
    }
    tl_vocabulary_build(set->vocabulary, begins);
    free(begins);
    tl_arena_clear(&set->scratch);
    tl_inflect_memo_clear(&set->memo);
    tl_words_clear(&set->words);
    free(set->known);
    set->known = NULL;
}

bool
tl_term_is_good(const tl_term *term)
{
    return term->status == TL_STATUS_PREFERRED || term->status == TL_STATUS_ADMITTED;
}

/* True if the same forms were the last that were added for the word. */
static bool
are_known(tl_pattern_set *set, uint32_t word, const tl_inflected_word *inflected, uint16_t kind)
{
    known_forms *known = &set->known[word % KNOWN_FORMS];
    bool is_known = inflected->number != 0 && known->forms == inflected->number &&
                    known->word == word && known->kind == kind;
    *known = (known_forms){.word = word, .forms = inflected->number, .kind = kind};
    return is_known;
}

/* Makes the word inflect. The base form, which is the first, is in the vocabulary already. */
static void
add_forms(tl_pattern_set *set, tl_pattern_word *word, const tl_inflected_word *inflected,
          uint16_t kind)
{
    if (!inflected->inflects) {
        return;
    }
    const tl_form *forms = inflected->forms;
    if (!(word->kinds & kind)) {
        word->kinds |= kind;
        word->cells = 0;
    }
    for (size_t i = 0; i < inflected->count; i++) {
        bool is_base = tl_str_equal(forms[i].text, forms[0].text);
        word->cells |= is_base ? forms[i].cells : 0;
    }
    if (!are_known(set, word->word, inflected, kind)) {
        tl_vocabulary_add_forms(set->vocabulary, word->word, inflected, kind);
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
    tl_form forms[1 + TL_CASE_COUNT] = {{.text = text}};
    size_t count = 1;
    for (; count <= name->form_count && count <= TL_CASE_COUNT; count++) {
        forms[count] =
            (tl_form){.text = name->forms[count - 1], .cells = (uint16_t)(1u << (count - 1))};
    }
    const tl_inflected_word inflected = {.forms = forms, .count = count, .inflects = true};
    add_forms(set, word, &inflected, TL_INFLECTION_FAMILY);
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
        tl_inflect_name_once(text, part, gender_letter(name->gender), &set->memo);
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
                              .language = pattern->term->entry->language,
                              .memo = &set->memo};
    tl_inflect_term(&phrase, &set->scratch, inflected);
    for (size_t i = 0; i < pattern->count; i++) {
        add_forms(set, &words[i], &inflected[i], TL_INFLECTION_TERM);
    }
}

/* "NGOs": of a Latin acronym only the English plural. */
static void
add_acronym_plural(tl_pattern_set *set, tl_pattern_word *word, tl_str text)
{
    tl_str plural = tl_arena_format(&set->scratch, "%.*ss", TL_STR_ARGS(text));
    word->kinds |= TL_INFLECTION_TERM;
    word->cells = TL_CELLS_SINGULAR;
    tl_vocabulary_add_form(set->vocabulary, word->word, plural, TL_CELLS_PLURAL,
                           TL_INFLECTION_TERM);
}

static void
inflect_pattern(tl_pattern_set *set, const tl_pattern *pattern, tl_pattern_word *words)
{
    tl_str texts[TL_PATTERN_MAX_WORDS];
    const tl_term *term = pattern->term;
    const tl_script script = set->languages[pattern->language].script;
    for (size_t i = 0; i < pattern->count; i++) {
        texts[i] = tl_str_at(pattern->text, words[i].range);
    }
    const tl_person_name *name = term->entry->name;
    if (term->acronym && pattern->count == 1 && script == TL_SCRIPT_CYRILLIC) {
        add_term_forms(set, pattern, words, texts);
    } else if (term->acronym && pattern->count == 1) {
        add_acronym_plural(set, words, texts[0]);
    }
    if (term->acronym || (name && script != TL_SCRIPT_CYRILLIC)) {
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

/* The possessive of a word inside a term may be written without its apostrophe, or with it on the
 * other side of the s: Maintainers, Maintainer's for Maintainers'. */
static void
add_possessives(tl_pattern_set *set, const tl_pattern *pattern, tl_pattern_word *word)
{
    tl_str bare = tl_str_at(pattern->text, word->range);
    if (word->tail == 0) {
        return;
    }
    word->kinds |= TL_INFLECTION_POSSESSIVE;
    tl_range whole = {word->range.begin, word->range.end + word->tail};
    tl_vocabulary_add_form(set->vocabulary, word->word, tl_str_at(pattern->text, whole), 0,
                           TL_INFLECTION_POSSESSIVE);
    if (tl_str_ends_with(bare, TL_STR("s"))) {
        tl_vocabulary_add_form(set->vocabulary, word->word, tl_str_slice(bare, 0, bare.len - 1), 0,
                               TL_INFLECTION_POSSESSIVE);
    }
}

static bool
is_long_enough(const tl_pattern *pattern, uint32_t word)
{
    enum { SHORTEST_HALF = 3 }; /* "Lima" is not Li-Ma */
    return tl_utf8_length(tl_str_at(pattern->text, pattern->words[word].range)) >= SHORTEST_HALF;
}

bool
tl_pattern_may_be_joined(const tl_pattern *pattern, uint32_t word)
{
    uint8_t gap = pattern->words[word + 1].gap;
    switch (pattern->kind) {
    case TL_PATTERN_TERM: return gap == TL_GAP_SPACE || gap == TL_GAP_HYPHEN || gap == TL_GAP_DOT;
    case TL_PATTERN_FAMILY:
        return gap == TL_GAP_HYPHEN && is_long_enough(pattern, word) &&
               is_long_enough(pattern, word + 1);
    case TL_PATTERN_EXCEPT: break;
    }
    return false;
}

/* The shortcut past words `word` and `word + 1`, between their nodes, where they are written as
 * one. "on going" and "ongo ing" join to one key but are two words. */
static void
add_shortcut(tl_pattern_set *set, const uint32_t *nodes, uint32_t word)
{
    const tl_word *first = &set->words.items[word], *second = first + 1;
    uint64_t hash = tl_words_hash_join(first->hash, second->hash, second->length);
    unsigned which = 0;
    while (!tl_trie_add_shortcut(set->trie, nodes[word],
                                 tl_vocabulary_add_joined(set->vocabulary, hash, which),
                                 nodes[word + 2])) {
        which++;
    }
}

/* Adds the path of the pattern, whose words are set->words; returns the node at its end. */
static uint32_t
add_path(tl_pattern_set *set, const tl_pattern *pattern)
{
    uint32_t nodes[TL_PATTERN_MAX_WORDS + 1] = {TL_TRIE_ROOT};
    for (uint32_t i = 0; i < pattern->count; i++) {
        nodes[i + 1] = tl_trie_add_step(set->trie, nodes[i], pattern->words[i].word);
    }
    for (uint32_t i = 0; i + 1 < pattern->count; i++) {
        if (tl_pattern_may_be_joined(pattern, i)) {
            add_shortcut(set, nodes, i);
        }
    }
    return nodes[pattern->count];
}

/* The number of a language; few termbases have more than two. */
static uint16_t
language_number(tl_pattern_set *set, tl_str tag)
{
    size_t i = 0;
    while (i < set->language_count && !tl_str_equal(set->languages[i].tag, tag)) {
        i++;
    }
    if (i == set->language_count) {
        set->languages = tl_array_reserve(set->languages, &set->language_capacity,
                                          set->language_count + 1, sizeof *set->languages);
        set->languages[set->language_count++] = (tl_pattern_language){
            .tag = tag,
            .primary = tl_language_primary(tag),
            .script = tl_script_of_language(tag),
        };
    }
    return (uint16_t)i;
}

/* True if `later` cannot be chosen before `earlier`, wherever both match: the family name of a
 * namesake, of whom a large termbase has many. */
static bool
is_always_second(const tl_pattern *later, const tl_pattern *earlier)
{
    bool is_same = later->kind == TL_PATTERN_FAMILY && earlier->kind == TL_PATTERN_FAMILY &&
                   later->language == earlier->language && earlier->term->from == 0 &&
                   earlier->term->until == 0 && earlier->term->except_count == 0 &&
                   later->term->case_rule == earlier->term->case_rule &&
                   tl_str_equal(later->text, earlier->text);
    for (uint32_t i = 0; is_same && i < later->count; i++) {
        is_same = later->words[i].kinds == earlier->words[i].kinds &&
                  later->words[i].cells == earlier->words[i].cells;
    }
    return is_same;
}

/* Only the first values are looked at, so that adding many patterns of the same words costs no
 * more than adding others. */
static bool
is_needed(const tl_pattern_set *set, const tl_pattern *pattern, uint32_t node)
{
    enum { MOST_COMPARED = 4 };
    uint32_t value, cursor = TL_TRIE_NONE;
    for (unsigned i = 0; i < MOST_COMPARED; i++) {
        cursor = tl_trie_next_value(set->trie, node, cursor, &value);
        if (cursor == TL_TRIE_NONE) {
            break;
        }
        if (is_always_second(pattern, &set->items[value])) {
            return false;
        }
    }
    return true;
}

static void
fill_words(tl_pattern_set *set, const tl_pattern *pattern, tl_pattern_word *words)
{
    for (uint32_t i = 0; i < pattern->count; i++) {
        tl_vocabulary_prefetch(set->vocabulary, set->words.items[i].hash);
    }
    for (uint32_t i = 0; i < pattern->count; i++) {
        const tl_word *word = &set->words.items[i];
        words[i] = (tl_pattern_word){.word = tl_vocabulary_add_word(set->vocabulary, word->hash),
                                     .range = word->range,
                                     .gap = word->gap,
                                     .tail = word->tail,
                                     .kinds = TL_INFLECTION_NONE,
                                     .cells = TL_CELLS_ALL};
        add_possessives(set, pattern, &words[i]);
    }
}

static const tl_pattern_word *
keep_words(tl_pattern_set *set, const tl_pattern *pattern)
{
    tl_pattern_word *kept = tl_arena_alloc(set->arena, pattern->count, sizeof *kept);
    return memcpy(kept, pattern->words, pattern->count * sizeof *kept);
}

static void
add_pattern(tl_pattern_set *set, tl_pattern_kind kind, const tl_term *term, tl_str text)
{
    tl_words_find(&set->words, text);
    if (set->words.count == 0 || set->words.count > TL_PATTERN_MAX_WORDS) {
        return;
    }
    tl_pattern_word words[TL_PATTERN_MAX_WORDS];
    tl_pattern pattern = {.kind = kind,
                          .term = term,
                          .text = text,
                          .words = words,
                          .count = (uint16_t)set->words.count,
                          .language = language_number(set, term->entry->language)};
    fill_words(set, &pattern, words);
    inflect_pattern(set, &pattern, words);
    tl_arena_reset(&set->scratch);
    tl_inflect_memo_trim(&set->memo);
    uint32_t node = add_path(set, &pattern);
    if (is_needed(set, &pattern, node)) {
        pattern.words = keep_words(set, &pattern);
        set->items =
            tl_array_reserve(set->items, &set->capacity, set->count + 1, sizeof *set->items);
        tl_trie_add_value(set->trie, node, (uint32_t)set->count);
        set->items[set->count++] = pattern;
    }
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

tl_str
tl_pattern_text(tl_pattern_kind kind, const tl_term *term, size_t except)
{
    switch (kind) {
    case TL_PATTERN_TERM: return term->text;
    case TL_PATTERN_FAMILY: return term->entry->name ? family_of(term) : TL_STR("");
    default: return except < term->except_count ? term->except[except] : TL_STR("");
    }
}

void
tl_pattern_set_add_term(tl_pattern_set *set, const tl_term *term)
{
    add_pattern(set, TL_PATTERN_TERM, term, term->text);
    if (term->entry->name && tl_term_is_good(term) && !term->acronym) {
        tl_str family = tl_pattern_text(TL_PATTERN_FAMILY, term, 0);
        if (!tl_str_equal(family, term->text)) {
            add_pattern(set, TL_PATTERN_FAMILY, term, family);
        }
    }
    for (size_t i = 0; i < term->except_count; i++) {
        add_pattern(set, TL_PATTERN_EXCEPT, term, term->except[i]);
    }
}

const tl_pattern *
tl_pattern_at(const tl_pattern_set *set, uint32_t number)
{
    return set->store ? tl_pattern_store_at(set, number) : &set->items[number];
}
