/* SPDX-License-Identifier: MPL-2.0 */
/* A phrase of the counts word by word, and where in it a person's name stands. It judges by the
 * words alone: who is meant, and how often, is for those who see all counts. */
#include "discover/phrase_words.h"

#include "morph/base_name.h"
#include "text/key.h"
#include "text/script.h"
#include "text/words.h"

enum { REACH = 3 }; /* words from the given name to the family name */

bool
tl_phrase_split(tl_str text, tl_phrase_words *phrase)
{
    tl_str rest = text, word;
    phrase->text = text;
    phrase->count = 0;
    while (tl_str_split(&rest, ' ', &word)) {
        if (phrase->count == TL_PHRASE_WORDS || word.len == 0) {
            return false;
        }
        phrase->words[phrase->count++] = word;
    }
    return phrase->count > 0;
}

tl_str
tl_phrase_slice(const tl_phrase_words *phrase, size_t first, size_t end)
{
    if (first >= end) {
        return TL_STR("");
    }
    tl_str last = phrase->words[end - 1];
    return (tl_str){phrase->words[first].ptr,
                    (size_t)(last.ptr + last.len - phrase->words[first].ptr)};
}

bool
tl_phrase_has(tl_str text, tl_list list)
{
    tl_phrase_words phrase;
    tl_key key;
    for (size_t i = 0; tl_phrase_split(text, &phrase) && i < phrase.count; i++) {
        tl_str rest = phrase.words[i], part;
        while (tl_str_split(&rest, '-', &part)) {
            if (tl_list_has(list, tl_key_of(part, &key))) {
                return true;
            }
        }
    }
    return false;
}

static bool
is_capital_word(tl_str word)
{
    tl_words words = {0};
    tl_words_find(&words, word);
    bool ok = words.count > 0 && (words.items[0].flags & TL_WORD_CAPITALISED) &&
              !(words.items[0].flags & TL_WORD_ALL_CAPS);
    tl_words_clear(&words);
    return ok;
}

static bool
is_initial(tl_str word)
{
    return word.len > 1 && word.len <= 5 && word.ptr[word.len - 1] == '.';
}

static bool
is_given(tl_given *given, tl_str word)
{
    tl_name_match match;
    return tl_script_of_word(word) == TL_SCRIPT_CYRILLIC
               ? tl_given_cells(given, word) != 0
               : tl_given_find(given, word, &match, 1) > 0;
}

/* True if the word may be a family name behind a given name. */
static bool
may_be_family(tl_str word)
{
    tl_key key;
    tl_str folded = tl_key_of(word, &key);
    return is_capital_word(word) && folded.len > 2 && !tl_list_has(TL_LIST_ROLES, folded) &&
           !tl_list_has(TL_LIST_BODIES, folded) && !tl_list_has(TL_LIST_PLACES, folded);
}

tl_phrase_name
tl_phrase_find_name(tl_given *given, const tl_phrase_words *phrase)
{
    size_t last = phrase->count - 1;
    if (phrase->count < 2 || !may_be_family(phrase->words[last])) {
        return (tl_phrase_name){0, 0};
    }
    for (size_t i = last > REACH ? last - REACH : 0; i < last; i++) {
        bool between = true;
        for (size_t k = i + 1; k < last; k++) {
            between =
                between && (is_initial(phrase->words[k]) || tl_patronymic_mark(phrase->words[k]));
        }
        if (between && may_be_family(phrase->words[i]) && is_given(given, phrase->words[i])) {
            return (tl_phrase_name){i, phrase->count};
        }
    }
    bool is_family = tl_sure_family_mark(phrase->words[last]);
    return is_family && may_be_family(phrase->words[last - 1])
               ? (tl_phrase_name){last - 1, phrase->count}
               : (tl_phrase_name){0, 0};
}
