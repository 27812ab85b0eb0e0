/* SPDX-License-Identifier: MPL-2.0 */
/* Looks at what stands around a near word. A typo is made in running text of a language: not in
 * code, not in a list of names, not in a foreign sentence. */
#include "rules/typo_place.h"

#include "base/utf8.h"
#include "text/compare.h"

#include <string.h>

enum { AROUND = 6, TELLING_LETTERS = 3 };

static const tl_word *
word_at(const tl_pass *pass, uint32_t at)
{
    return &pass->scan->words.items[at];
}

tl_known
tl_near_ask(const tl_pass *pass, const tl_near_hit *near, tl_str word, bool as_written)
{
    tl_str language =
        near->person ? pass->scan->language : near->hit.pattern->term->entry->language;
    return tl_pass_ask(pass, language, word, as_written);
}

/* The byte before the word, a space at the start of the text. */
static char
byte_before(const tl_pass *pass, const tl_word *word)
{
    return word->range.begin ? pass->scan->segment->text.ptr[word->range.begin - 1] : ' ';
}

/* The byte behind the word and its possessive, likewise. */
static char
byte_behind(const tl_pass *pass, const tl_word *word)
{
    tl_str text = pass->scan->segment->text;
    size_t end = (size_t)word->range.end + word->tail;
    return end < text.len ? text.ptr[end] : ' ';
}

static bool
is_one_of(char byte, const char *set)
{
    return byte != '\0' && strchr(set, byte) != NULL;
}

bool
tl_near_is_part(const tl_pass *pass, const tl_near_hit *near)
{
    static const char signs[] = "_/\\@#$%=<>|+~^&";
    const tl_word *word = word_at(pass, near->word);
    char before = byte_before(pass, word), behind = byte_behind(pass, word);
    bool in_code = is_one_of(before, signs) || is_one_of(behind, signs) ||
                   is_one_of(before, ")]}") || is_one_of(behind, "([{");
    bool in_compound = near->hit.count == 1 && (before == '-' || behind == '-');
    return in_code || in_compound;
}

/* A word by which the language of the text can be told. */
static bool
is_telling(const tl_pass *pass, const tl_near_hit *near, uint32_t at)
{
    const tl_word *word = word_at(pass, at);
    return word->length >= TELLING_LETTERS && word->scripts == word_at(pass, near->word)->scripts &&
           !(word->flags & (TL_WORD_HAS_DIGIT | TL_WORD_NOT_TEXT));
}

static tl_known
ask_at(const tl_pass *pass, const tl_near_hit *near, uint32_t at)
{
    return tl_scan_hit_at(pass->scan, at) >= 0
               ? TL_KNOWN_YES
               : tl_near_ask(pass, near, tl_pass_word(pass, at), true);
}

/* Names may be strange in any text. Where the format says what the language is, one known word is
 * enough. */
bool
tl_near_is_among_strangers(const tl_pass *pass, const tl_near_hit *near)
{
    uint32_t begin = near->word > AROUND ? near->word - AROUND : 0;
    size_t known = 0, strange = 0;
    for (uint32_t at = begin; at < pass->scan->words.count && at <= near->word + AROUND; at++) {
        if (at != near->word && is_telling(pass, near, at)) {
            tl_known told = ask_at(pass, near, at);
            known += told == TL_KNOWN_YES;
            strange += told == TL_KNOWN_NO && !(word_at(pass, at)->flags & TL_WORD_CAPITALISED);
        }
    }
    bool is_declared = pass->scan->segment->language.len > 0;
    return known < (is_declared ? 1 : 2) || known <= 3 * strange;
}

static bool
is_strange_name(const tl_pass *pass, const tl_near_hit *near, uint32_t at)
{
    return (word_at(pass, at)->flags & TL_WORD_CAPITALISED) && is_telling(pass, near, at) &&
           ask_at(pass, near, at) != TL_KNOWN_YES;
}

/* True if a word beside the near one, with but a space between them, is an unknown name. */
static bool
is_beside_strange_name(const tl_pass *pass, const tl_near_hit *near)
{
    uint32_t next = near->word + 1;
    bool follows = near->word > 0 && word_at(pass, near->word)->gap == TL_GAP_SPACE;
    bool precedes = next < pass->scan->words.count && word_at(pass, next)->gap == TL_GAP_SPACE;
    return (follows && is_strange_name(pass, near, near->word - 1)) ||
           (precedes && is_strange_name(pass, near, next));
}

static bool
is_in_capitals(const tl_pass *pass, uint32_t at)
{
    const tl_word *word = word_at(pass, at);
    return (word->flags & TL_WORD_ALL_CAPS) && word->length > TELLING_LETTERS;
}

/* True if a word beside the near one has no small letters either. */
static bool
stands_in_capitals(const tl_pass *pass, const tl_near_hit *near)
{
    uint32_t next = near->word + 1;
    return (near->word > 0 && is_in_capitals(pass, near->word - 1)) ||
           (next < pass->scan->words.count && is_in_capitals(pass, next));
}

/* A name has a capital that the term has not, or capitals only amid small letters, or another name
 * beside it. */
bool
tl_near_is_in_name(const tl_pass *pass, const tl_near_hit *near)
{
    const tl_word *word = word_at(pass, near->word);
    size_t at = 0;
    uint32_t first = tl_utf8_next(near->meant, &at);
    if (!(word->flags & TL_WORD_CAPITALISED)) {
        return false;
    }
    if (word->flags & TL_WORD_ALL_CAPS) {
        return !stands_in_capitals(pass, near);
    }
    bool is_raised = tl_letter_lower(first) == first && !(word->flags & TL_WORD_SENTENCE_START) &&
                     pass->scan->segment->role != TL_ROLE_HEADING;
    return is_raised || is_beside_strange_name(pass, near);
}
