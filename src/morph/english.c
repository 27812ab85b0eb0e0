/* SPDX-License-Identifier: MPL-2.0 */
/* Plurals of English nouns and the heads of English terms. Knows how rules of
 * dict/morph/english.tsv are applied and that a term's head is its last word, or the word before
 * "of" and kin, or before an adjective that follows its noun. */
#include "morph/english.h"

#include "morph/forms.h"
#include "morph/letters.h"

#include <string.h>

enum { SINGULAR = 1 << TL_CASE_NOM, PLURAL = 1 << (TL_CASE_COUNT + TL_CASE_NOM) };

/* Writes the plural that `rule` ("+s", "=", "-y/ies") makes of the word; returns its length. */
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
    if (kept == 0 && forms->first_capital) {
        tl_letters_raise(out, added.len, true);
    }
    return kept + added.len;
}

tl_inflected_word
tl_inflect_english(tl_str word, tl_arena *arena)
{
    tl_forms forms;
    tl_forms_start(&forms, word);
    tl_str rest = tl_str_from(tl_plurals_find(&tl_english_plurals, forms.folded)), rule;
    bool first = true;
    while (tl_str_split(&rest, '|', &rule)) {
        bool unsure = rule.ptr[0] == '?';
        char text[TL_FORM_BYTES];
        size_t len = apply_rule(&forms, tl_str_slice(rule, unsure, rule.len), text);
        if (first) {
            tl_forms_add(&forms, word, SINGULAR);
            tl_forms_add(&forms, (tl_str){text, len}, PLURAL);
        } else {
            tl_forms_add_matched(&forms, (tl_str){text, len}, PLURAL);
        }
        first = false;
    }
    return tl_forms_finish(&forms, arena);
}

static bool
is_in(const tl_word_set *set, tl_str word)
{
    char folded[TL_WORD_BYTES];
    if (word.len > sizeof folded) {
        return false;
    }
    tl_letters_fold(word, folded);
    return tl_word_set_has(set, (tl_str){folded, word.len});
}

/* One behind the noun group: the first preposition, or the end. */
static size_t
group_end(const tl_phrase *phrase)
{
    size_t end = 1;
    while (end < phrase->count && !is_in(&tl_prepositions, phrase->words[end])) {
        end++;
    }
    return end;
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
    size_t end = group_end(phrase), last = end - 1;
    words_out[last] = tl_inflect_english(phrase->words[last], arena);
}
