/* SPDX-License-Identifier: MPL-2.0 */
/* Conjugates Russian verbs from their infinitives, by the longest ending or, behind a prefix, by
 * the root that dict/morph/verbs.tsv has. What letters leave open (the stress, the aspect, a root
 * that looks like a prefix and another) is all given, since a form that no verb has matches
 * nothing. Invariant: the infinitive is the first form, and stands for every cell. */
#include "morph/verb.h"

#include "base/utf8.h"
#include "morph/forms.h"

#include <string.h>

/* An infinitive without its -ся. */
typedef struct infinitive {
    tl_folded bytes;
    tl_str stem; /* folded; in `bytes` */
    bool is_reflexive;
} infinitive;

static bool
is_noun(tl_str folded)
{
    const tl_lexicon_row *noun = tl_lexicon_find(&tl_nouns, folded);
    return (noun && tl_lexicon_row_is_word(noun)) || tl_word_set_has(&tl_no_verbs, folded);
}

/* A noun, or one behind what makes compounds: сеть, электросеть. */
static bool
is_noun_or_compound(tl_str folded)
{
    enum { SHORTEST_NOUN = 8 }; /* bytes */
    bool found = is_noun(folded);
    for (size_t i = 0; i < tl_prefixes.count && !found; i++) {
        tl_str prefix = tl_prefixes.words[i];
        found = folded.len >= prefix.len + SHORTEST_NOUN && tl_str_starts_with(folded, prefix) &&
                is_noun(tl_str_slice(folded, prefix.len, folded.len));
    }
    return found;
}

static bool
read_infinitive(tl_str word, infinitive *verb)
{
    static const tl_str particles[] = {TL_STR_INIT("ся"), TL_STR_INIT("сь")};
    verb->stem = tl_letters_fold(word, &verb->bytes);
    verb->is_reflexive = false;
    if (is_noun_or_compound(verb->stem)) {
        return false;
    }
    for (size_t i = 0; i < sizeof particles / sizeof *particles; i++) {
        if (tl_str_ends_with(verb->stem, particles[i])) {
            verb->stem = tl_str_slice(verb->stem, 0, verb->stem.len - particles[i].len);
            verb->is_reflexive = true;
            break;
        }
    }
    return tl_str_ends_with(verb->stem, TL_STR("ть")) ||
           tl_str_ends_with(verb->stem, TL_STR("ти")) || tl_str_ends_with(verb->stem, TL_STR("чь"));
}

static bool
ends_in_vowel(tl_str form)
{
    size_t at = form.len;
    tl_utf8_previous(form, &at);
    return tl_letters_syllables(tl_str_slice(form, at, form.len)) == 1;
}

/* Adds what stands in one form behind `prefix`. The prefix вы- takes the stress, so that no ё is
 * behind it. */
static void
add_form(tl_forms *forms, const infinitive *verb, tl_str prefix, tl_str ending)
{
    char text[TL_FORM_BYTES];
    tl_str particle = !verb->is_reflexive                   ? TL_STR("")
                      : ending.len && ends_in_vowel(ending) ? TL_STR("сь")
                                                            : TL_STR("ся");
    size_t length = prefix.len + ending.len + particle.len;
    if (length <= sizeof text) {
        memcpy(text, prefix.ptr, prefix.len);
        memcpy(text + prefix.len, ending.ptr, ending.len);
        memcpy(text + prefix.len + ending.len, particle.ptr, particle.len);
        tl_str form = {text, length};
        tl_folded unstressed;
        bool is_unstressed = tl_str_starts_with(verb->stem, TL_STR("вы"));
        tl_forms_add_matched(forms, is_unstressed ? tl_letters_fold(form, &unstressed) : form,
                             TL_CELLS_ALL);
    }
}

/* Adds all that the rules have behind `prefix`; their first item is no form. */
static void
add_forms(tl_forms *forms, const infinitive *verb, tl_str prefix, tl_str rules)
{
    tl_str rest = rules, ending;
    tl_str_split(&rest, '|', &ending);
    while (tl_str_split(&rest, '|', &ending)) {
        if (ending.len) {
            add_form(forms, verb, prefix, ending);
        }
    }
}

/* True if the prefix ends in a consonant, behind which an о may come before another one. */
static bool
may_gain_o(tl_str prefix)
{
    return prefix.len && !ends_in_vowel(prefix) && !tl_str_ends_with(prefix, TL_STR("ъ"));
}

/* A root behind a prefix, which may gain an о or lose it: сбить, собью; отобрать, отберу. */
static void
add_root_forms(tl_forms *forms, const infinitive *verb, tl_str prefix, tl_str rules)
{
    const tl_str o = TL_STR("о"), hard = TL_STR("с"), soft = TL_STR("з");
    char text[TL_WORD_BYTES + 4];
    add_forms(forms, verb, prefix, rules);
    if (tl_str_ends_with(prefix, o)) {
        add_forms(forms, verb, tl_str_slice(prefix, 0, prefix.len - o.len), rules);
    } else if (may_gain_o(prefix)) {
        bool is_voiced = tl_str_ends_with(prefix, hard) && prefix.len > hard.len;
        memcpy(text, prefix.ptr, prefix.len);
        if (is_voiced) {
            memcpy(text + prefix.len - soft.len, soft.ptr, soft.len);
        }
        memcpy(text + prefix.len, o.ptr, o.len);
        add_forms(forms, verb, (tl_str){text, prefix.len + o.len}, rules);
    }
}

/* Adds the forms of the roots that stand behind one of the prefixes, or behind none. */
static bool
add_roots(tl_forms *forms, const infinitive *verb)
{
    const char *bare = tl_rules_find(&tl_verb_roots, verb->stem);
    bool found = bare != NULL;
    if (bare) {
        add_forms(forms, verb, TL_STR(""), tl_str_from(bare));
    }
    for (size_t i = 0; i < tl_verb_prefixes.count; i++) {
        tl_str prefix = tl_verb_prefixes.words[i];
        const char *rules = tl_str_starts_with(verb->stem, prefix)
                                ? tl_rules_find(&tl_verb_roots, tl_str_slice(verb->stem, prefix.len,
                                                                             verb->stem.len))
                                : NULL;
        if (rules) {
            found = true;
            add_root_forms(forms, verb, prefix, tl_str_from(rules));
        }
    }
    return found;
}

/* False if nothing is known of such a verb. */
static bool
conjugate(tl_forms *forms, const infinitive *verb)
{
    const char *whole = tl_rules_find(&tl_verbs, verb->stem);
    if (whole) {
        add_forms(forms, verb, TL_STR(""), tl_str_from(whole));
        return true;
    }
    if (add_roots(forms, verb)) {
        return true;
    }
    const char *rules = tl_rules_find(&tl_verb_endings, verb->stem);
    if (rules) {
        tl_str all = tl_str_from(rules);
        size_t replaced = tl_str_find_byte(all, '|', 0);
        add_forms(forms, verb, tl_str_slice(verb->stem, 0, verb->stem.len - replaced), all);
    }
    return rules != NULL;
}

bool
tl_is_russian_verb(tl_str word)
{
    infinitive verb;
    tl_forms forms;
    if (!read_infinitive(word, &verb)) {
        return false;
    }
    tl_forms_start(&forms, word);
    return conjugate(&forms, &verb);
}

tl_inflected_word
tl_inflect_russian_verb(tl_str word, tl_arena *arena)
{
    infinitive verb;
    tl_forms forms;
    tl_forms_start(&forms, word);
    tl_forms_add_matched(&forms, word, TL_CELLS_ALL);
    if (read_infinitive(word, &verb)) {
        conjugate(&forms, &verb);
    }
    return tl_forms_finish(&forms, arena);
}
