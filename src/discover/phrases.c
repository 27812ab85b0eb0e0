/* SPDX-License-Identifier: MPL-2.0 */
/* Finds the phrases of a text by its capitals: runs of capitalised words, with "of the" and the
 * like between them, titles in small letters before a name, acronyms and the words that they stand
 * beside in brackets. Knows the closed word lists and nothing else of what it reads. */
#include "discover/phrases.h"

#include "base/utf8.h"
#include "scan/lists.h"
#include "text/compare.h"
#include "text/key.h"

#include <string.h>

enum {
    LONGEST_PHRASE = 10, /* words */
    LONGEST_TEXT = 240,  /* bytes */
    LONGEST_ACRONYM = 8,
    LONGEST_CONNECTOR = 2,
};

typedef struct reader {
    tl_counts *counts;
    const tl_segment *segment;
    const tl_words *words;
} reader;

/* Words [first, end). */
typedef struct phrase {
    size_t first, end;
} phrase;

static const tl_word *
word_at(const reader *r, size_t at)
{
    return &r->words->items[at];
}

static tl_str
text_at(const reader *r, size_t at)
{
    return tl_str_at(r->segment->text, word_at(r, at)->range);
}

static bool
is_listed(const reader *r, size_t at, tl_list list)
{
    tl_key key;
    return tl_list_has(list, tl_key_of(text_at(r, at), &key));
}

static bool
is_capitalised(const reader *r, size_t at)
{
    enum { ASKED = TL_WORD_CAPITALISED | TL_WORD_NOT_TEXT };
    return at < r->words->count && (word_at(r, at)->flags & ASKED) == TL_WORD_CAPITALISED;
}

/* True if the word goes on with what the one before it has begun. */
static bool
is_joined(const reader *r, size_t at)
{
    const tl_word *word = at < r->words->count ? word_at(r, at) : NULL;
    bool behind_initial = at > 0 && word_at(r, at - 1)->length == 1;
    return word && at > 0 &&
           (word->gap == TL_GAP_SPACE || word->gap == TL_GAP_HYPHEN ||
            (word->gap == TL_GAP_DOT && behind_initial)) &&
           !(word->flags & TL_WORD_SENTENCE_START);
}

static bool
is_title_in_small_letters(const reader *r, size_t at)
{
    return at < r->words->count && !(word_at(r, at)->flags & TL_WORD_HAS_UPPER) &&
           is_listed(r, at, TL_LIST_TITLES);
}

static bool
is_one_of(tl_str word, const tl_str *list, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (tl_str_equal(word, list[i])) {
            return true;
        }
    }
    return false;
}

/* "of", "of the", "for", "on": the words behind `end` that lead to another capital; 0: none. "and"
 * is one where "of" or "for" has gone before: "of Industry and Trade". */
static size_t
connector_length(const reader *r, const phrase *p, bool has_of)
{
    static const tl_str of[] = {TL_STR_INIT("of"), TL_STR_INIT("for"), TL_STR_INIT("on")};
    size_t at = p->end;
    if (!is_joined(r, at)) {
        return 0;
    }
    if (has_of && tl_str_equal(text_at(r, at), TL_STR("and"))) {
        return is_joined(r, at + 1) && is_capitalised(r, at + 1) ? 1 : 0;
    }
    if (!is_one_of(text_at(r, at), of, sizeof of / sizeof *of) || !is_joined(r, at + 1)) {
        return 0;
    }
    size_t length = tl_str_equal(text_at(r, at + 1), TL_STR("the")) ? 2 : 1;
    return is_joined(r, at + length) && is_capitalised(r, at + length) ? length : 0;
}

/* "press secretary" before another capital. */
static size_t
title_length(const reader *r, const phrase *p)
{
    for (size_t length = 1; length <= LONGEST_CONNECTOR; length++) {
        size_t last = p->end + length - 1;
        if (!is_joined(r, last) || (word_at(r, last)->flags & TL_WORD_HAS_UPPER)) {
            return 0;
        }
        if (is_title_in_small_letters(r, last)) {
            return is_joined(r, last + 1) && is_capitalised(r, last + 1) ? length : 0;
        }
    }
    return 0;
}

/* The longest phrase from a capitalised word on. */
static phrase
phrase_from(const reader *r, size_t first)
{
    phrase p = {first, first + 1};
    bool has_of = false;
    while (p.end - p.first < LONGEST_PHRASE) {
        size_t between = connector_length(r, &p, has_of);
        has_of = has_of || between > 0;
        between = between ? between : title_length(r, &p);
        if (between == 0 && !(is_joined(r, p.end) && is_capitalised(r, p.end))) {
            break;
        }
        p.end += between + 1;
    }
    return p;
}

/* Without words that have a capital only because something begins, and with a title in small
 * letters before it. */
static phrase
trimmed(const reader *r, phrase p)
{
    while (p.first + 1 < p.end && is_listed(r, p.first, TL_LIST_ROLES) &&
           !is_listed(r, p.first, TL_LIST_TITLES)) {
        p.first++;
    }
    if (p.first > 0 && is_joined(r, p.first) && is_title_in_small_letters(r, p.first - 1)) {
        p.first--;
    }
    return p;
}

/* The words with one space or hyphen between them. Empty if that is too long. */
static tl_str
write_phrase(const reader *r, const phrase *p, char out[LONGEST_TEXT])
{
    size_t length = 0;
    for (size_t i = p->first; i < p->end; i++) {
        const tl_word *word = word_at(r, i);
        size_t bytes = word->range.end - word->range.begin + word->tail;
        if (length + bytes + 2 > LONGEST_TEXT) {
            return TL_STR("");
        }
        if (i > p->first) {
            if (word->gap == TL_GAP_DOT) {
                out[length++] = '.';
            }
            out[length++] = word->gap == TL_GAP_HYPHEN ? '-' : ' ';
        }
        memcpy(out + length, r->segment->text.ptr + word->range.begin, bytes);
        length += bytes;
    }
    return (tl_str){out, length};
}

static bool
is_shouted(const reader *r, const phrase *p)
{
    size_t shouted = 0;
    for (size_t i = p->first; i < p->end; i++) {
        shouted += (word_at(r, i)->flags & TL_WORD_ALL_CAPS) != 0;
    }
    return shouted * 2 > p->end - p->first;
}

static void
add(const reader *r, tl_counted kind, tl_str text, size_t first)
{
    uint32_t begin = word_at(r, first)->range.begin;
    tl_range range = tl_segment_locate(r->segment, (tl_range){begin, begin}, NULL);
    tl_counts_add(r->counts, kind, text, r->segment->origin, range.begin);
}

/* What stands before a comma, to be joined with what follows it. */
typedef struct previous {
    phrase phrase;
    bool exists;
} previous;

static void
add_apposition(const reader *r, const previous *before, const phrase *p)
{
    char first[LONGEST_TEXT], second[LONGEST_TEXT], both[LONGEST_TEXT * 2];
    size_t begin = p->first;
    bool article = before->exists && begin == before->phrase.end + 1 &&
                   tl_str_equal(text_at(r, begin - 1), TL_STR("the"));
    if (!before->exists || begin != before->phrase.end + article ||
        word_at(r, before->phrase.end)->gap != TL_GAP_COMMA) {
        return;
    }
    tl_str a = write_phrase(r, &before->phrase, first), b = write_phrase(r, p, second);
    if (a.len && b.len) {
        memcpy(both, a.ptr, a.len);
        both[a.len] = '\t';
        memcpy(both + a.len + 1, b.ptr, b.len);
        add(r, TL_COUNTED_APPOSITION, (tl_str){both, a.len + b.len + 1}, before->phrase.first);
    }
}

static void
add_phrase(const reader *r, const phrase *p)
{
    char out[LONGEST_TEXT];
    tl_str text = write_phrase(r, p, out);
    bool opens = word_at(r, p->first)->flags & TL_WORD_SENTENCE_START;
    if (text.len && p->end - p->first > 1) {
        add(r, opens ? TL_COUNTED_OPENING : TL_COUNTED_PHRASE, text, p->first);
    }
}

/* -- acronyms --------------------------------------------------------------------------------- */

static bool
is_roman_numeral(tl_str word)
{
    for (size_t i = 0; i < word.len; i++) {
        if (word.ptr[i] == '\0' || strchr("IVXLCDM", word.ptr[i]) == NULL) {
            return false;
        }
    }
    return true;
}

static bool
is_acronym(const reader *r, size_t at)
{
    const tl_word *word = word_at(r, at);
    enum { ASKED = TL_WORD_ALL_CAPS | TL_WORD_HAS_DIGIT | TL_WORD_NOT_TEXT };
    return (word->flags & ASKED) == TL_WORD_ALL_CAPS && word->length <= LONGEST_ACRONYM &&
           !is_roman_numeral(text_at(r, at));
}

static uint32_t
first_letter(tl_str text, size_t at)
{
    return at < text.len ? tl_letter_lower(tl_utf8_next(text, &at)) : 0;
}

/* Where the words of a text begin. */
typedef struct starts {
    size_t items[LONGEST_PHRASE * 2];
    size_t count;
} starts;

static starts
starts_of(tl_str text)
{
    starts all = {.count = 0};
    bool inside = false;
    for (size_t i = 0; i < text.len; i++) {
        bool separates = text.ptr[i] == ' ' || text.ptr[i] == '-';
        if (!separates && !inside && all.count < sizeof all.items / sizeof *all.items) {
            all.items[all.count++] = i;
        }
        inside = !separates;
    }
    return all;
}

/* True if the word at `begin` may be left out of an acronym. */
static bool
may_be_left_out(tl_str text, size_t begin)
{
    size_t end = tl_str_find_byte(text, ' ', begin), letters = 0;
    for (size_t at = begin; at < end; letters++) {
        tl_utf8_next(text, &at);
    }
    size_t at = begin;
    uint32_t first = tl_utf8_next(text, &at);
    return letters <= 3 && tl_letter_lower(first) == first;
}

bool
tl_is_expansion(tl_str acronym, tl_str text)
{
    starts words = starts_of(text);
    size_t at = 0, word = 0, content = 0;
    while (at < acronym.len && word < words.count) {
        uint32_t letter = tl_letter_lower(tl_utf8_next(acronym, &at));
        while (word < words.count && first_letter(text, words.items[word]) != letter) {
            if (word == 0 || !may_be_left_out(text, words.items[word])) {
                return false;
            }
            word++;
        }
        content += word < words.count;
        word++;
    }
    return at == acronym.len && word == words.count && content >= 2;
}

/* The phrase before a bracket that the acronym in it stands for; empty if there is none. */
static phrase
phrase_before(const reader *r, size_t at)
{
    char out[LONGEST_TEXT];
    for (size_t count = 2; count <= LONGEST_PHRASE && count <= at; count++) {
        phrase p = {at - count, at};
        if (count > 2 && !is_joined(r, p.first + 1)) {
            break;
        }
        if (is_joined(r, p.first + 1) &&
            tl_is_expansion(text_at(r, at), write_phrase(r, &p, out))) {
            return p;
        }
    }
    return (phrase){at, at};
}

/* The phrase in brackets behind an acronym. */
static phrase
phrase_behind(const reader *r, size_t at)
{
    char out[LONGEST_TEXT];
    phrase p = {at + 1, at + 2};
    while (p.end < r->words->count && is_joined(r, p.end) && p.end - p.first < LONGEST_PHRASE) {
        p.end++;
    }
    bool fits = p.end <= r->words->count && p.end - p.first > 1 &&
                tl_is_expansion(text_at(r, at), write_phrase(r, &p, out));
    return fits ? p : (phrase){at, at};
}

static bool
has_byte_before(const reader *r, size_t at, char byte)
{
    uint32_t begin = word_at(r, at)->range.begin;
    return begin > 0 && r->segment->text.ptr[begin - 1] == byte;
}

static void
add_acronym(const reader *r, size_t at)
{
    char out[LONGEST_TEXT], both[LONGEST_TEXT * 2];
    tl_str acronym = text_at(r, at);
    add(r, TL_COUNTED_ACRONYM, acronym, at);
    bool next_in_brackets = at + 1 < r->words->count && has_byte_before(r, at + 1, '(');
    phrase p = has_byte_before(r, at, '(') ? phrase_before(r, at)
               : next_in_brackets          ? phrase_behind(r, at)
                                           : (phrase){at, at};
    tl_str text = p.end > p.first ? write_phrase(r, &p, out) : TL_STR("");
    if (text.len) {
        memcpy(both, acronym.ptr, acronym.len);
        both[acronym.len] = '\t';
        memcpy(both + acronym.len + 1, text.ptr, text.len);
        add(r, TL_COUNTED_EXPANSION, (tl_str){both, acronym.len + 1 + text.len}, p.first);
    }
}

void
tl_phrases_count(tl_counts *counts, const tl_segment *segment, tl_words *words)
{
    tl_words_find(words, segment->text);
    const reader r = {counts, segment, words};
    previous before = {.exists = false};
    size_t next;
    for (size_t at = 0; at < words->count; at = next) {
        next = at + 1;
        if (!is_capitalised(&r, at)) {
            continue;
        }
        phrase p = phrase_from(&r, at);
        next = p.end;
        for (size_t i = p.first; i < p.end; i++) {
            if (is_acronym(&r, i)) {
                add_acronym(&r, i);
            }
        }
        p = trimmed(&r, p);
        if (is_shouted(&r, &p)) {
            before.exists = false;
            continue;
        }
        add_phrase(&r, &p);
        add_apposition(&r, &before, &p);
        before = (previous){.phrase = p, .exists = true};
    }
}
