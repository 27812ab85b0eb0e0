/* SPDX-License-Identifier: MPL-2.0 */
/* Tells a title of the termbase from one of the same name in another body. What a body is called is
 * known from the termbase alone: a country or an acronym beside the title that none of its names
 * has is another one's. A title that names its own body in capitals (“CSTO Secretary General”)
 * needs no such care. */
#include "rules/office.h"

#include "base/utf8.h"
#include "rules/at_word.h"
#include "text/key.h"

enum { LATIN_ROOT = 4, CYRILLIC_ROOT = 3 /* letters that Belarus and Belarusian share */ };

static const tl_concept *
body_of(const tl_title_place *title)
{
    return title->hit->pattern->term->concept->part_of;
}

static size_t
shared_letters(tl_str a, tl_str b)
{
    size_t count = 0;
    for (size_t at = 0, other = 0; at < a.len && other < b.len; count++) {
        if (tl_utf8_next(a, &at) != tl_utf8_next(b, &other)) {
            break;
        }
    }
    return count;
}

/* True if a word of the term is `key`, or begins with as many of its letters. */
static bool
has_word(const tl_term *term, tl_str key, size_t letters)
{
    tl_str rest = term->text, part;
    while (rest.len && tl_str_split(&rest, ' ', &part)) {
        tl_key bytes;
        tl_str word = tl_key_of(part, &bytes);
        if (letters ? shared_letters(word, key) >= letters : tl_str_equal(word, key)) {
            return true;
        }
    }
    return false;
}

/* True if a term of the concept, in any language, has such a word. */
static bool
concept_has_word(const tl_concept *concept, tl_str key, size_t letters)
{
    for (size_t i = 0; i < concept->entry_count; i++) {
        const tl_entry *entry = &concept->entries[i];
        for (size_t k = 0; k < entry->term_count; k++) {
            if (has_word(entry->terms[k], key, letters)) {
                return true;
            }
        }
    }
    return false;
}

/* True if some name of the title or of the bodies that it belongs to has the word, or one with the
 * same first letters. */
static bool
is_own_word(const tl_title_place *title, tl_str word, size_t letters)
{
    tl_key bytes;
    tl_str key = tl_key_of(word, &bytes);
    const tl_concept *body = title->hit->pattern->term->concept;
    while (body && !concept_has_word(body, key, letters)) {
        body = body->part_of;
    }
    return body != NULL;
}

static bool
is_joined(const tl_pass *pass, uint32_t at)
{
    return at > 0 && at < pass->scan->words.count && tl_word_at(pass, at)->gap == TL_GAP_SPACE;
}

static bool
is_capitalised(const tl_pass *pass, uint32_t at)
{
    return tl_word_at(pass, at)->flags & TL_WORD_CAPITALISED;
}

static bool
is_of(const tl_pass *pass, uint32_t at)
{
    static const tl_str words[] = {TL_STR_INIT("of"), TL_STR_INIT("for"), TL_STR_INIT("to")};
    return tl_word_is_one_of(pass, at, words, sizeof words / sizeof *words);
}

static bool
is_the(const tl_pass *pass, uint32_t at)
{
    static const tl_str the[] = {TL_STR_INIT("the")};
    return at < pass->scan->words.count && tl_word_is_one_of(pass, at, the, 1);
}

uint32_t
tl_office_end(const tl_pass *pass, const tl_title_place *title)
{
    uint32_t end = title->end;
    for (uint32_t at = end; is_joined(pass, at) && tl_word_at(pass, at - 1)->tail == 0; at++) {
        if (is_capitalised(pass, at) && is_own_word(title, tl_pass_word(pass, at), 0)) {
            end = at + 1;
        } else if (!is_of(pass, at) && !is_the(pass, at)) {
            break;
        }
    }
    return end;
}

/* The body that word `at`, an acronym, is: its concept, or NULL if it is none of the termbase.
 * False if the word is no acronym. */
static bool
names_body(const tl_pass *pass, uint32_t at, const tl_concept **body)
{
    const tl_word *word = tl_word_at(pass, at);
    const tl_hit *hit = tl_hit_at(pass, at);
    *body = hit ? hit->pattern->term->concept : NULL;
    return (word->flags & TL_WORD_ALL_CAPS) && !(word->flags & TL_WORD_HAS_DIGIT);
}

static bool
is_other_acronym(const tl_pass *pass, const tl_title_place *title, uint32_t at)
{
    const tl_concept *body, *own = body_of(title);
    return at < pass->scan->words.count && names_body(pass, at, &body) &&
           (body == NULL || (own && body != own));
}

/* "Secretary General Ivan Petrov of the UN" */
static bool
is_followed_by_other(const tl_pass *pass, const tl_title_place *title,
                     const tl_named_person *person)
{
    uint32_t at = person->first + person->count;
    if (!is_joined(pass, at) || !is_of(pass, at)) {
        return false;
    }
    return is_other_acronym(pass, title, is_the(pass, at + 1) ? at + 2 : at + 1);
}

/* "Lithuanian", "Polish", «литовский»: of some country or place. */
static bool
is_of_place(const tl_pass *pass, uint32_t at)
{
    static const tl_str endings[] = {TL_STR_INIT("an"),  TL_STR_INIT("ish"), TL_STR_INIT("ese"),
                                     TL_STR_INIT("akh"), TL_STR_INIT("jik"), TL_STR_INIT("yz"),
                                     TL_STR_INIT("bek"), TL_STR_INIT("ech"), TL_STR_INIT("nch")};
    static const tl_str marks[] = {TL_STR_INIT("ск"), TL_STR_INIT("цк")};
    enum { ENDING = 6 /* bytes */ };
    tl_key key;
    tl_str word = tl_key_of(tl_pass_word(pass, at), &key);
    bool found = false;
    if (tl_word_at(pass, at)->scripts == TL_SCRIPT_CYRILLIC) {
        size_t from = word.len > ENDING + 4 ? word.len - ENDING - 4 : 0;
        for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
            size_t mark = tl_str_find(word, marks[i], from);
            found = found || (mark < word.len && word.len > mark + marks[i].len);
        }
        return found;
    }
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        found = found || tl_str_ends_with(word, endings[i]);
    }
    return found && is_capitalised(pass, at);
}

/* "Latvia's Minister", "the Lithuanian Minister", «литовский министр» */
static bool
follows_other_place(const tl_pass *pass, const tl_title_place *title)
{
    uint32_t at = title->first - 1;
    const tl_word *word = tl_word_at(pass, at);
    bool is_cyrillic = word->scripts == TL_SCRIPT_CYRILLIC;
    bool is_possessive = word->tail && is_capitalised(pass, at);
    return (is_possessive || is_of_place(pass, at)) &&
           !is_own_word(title, tl_pass_word(pass, at), is_cyrillic ? CYRILLIC_ROOT : LATIN_ROOT);
}

/* True if the title has an acronym in its own name. */
static bool
names_its_body(const tl_pass *pass, const tl_title_place *title)
{
    bool found = false;
    for (uint32_t at = title->hit->first; at < title->hit->first + title->hit->count; at++) {
        found = found || (tl_word_at(pass, at)->flags & TL_WORD_ALL_CAPS);
    }
    return found;
}

bool
tl_office_is_elsewhere(const tl_pass *pass, const tl_title_place *title,
                       const tl_named_person *person)
{
    if (tl_scan_shouts(pass->scan, title->hit)) { /* everything looks like an acronym */
        return false;
    }
    bool is_behind_word = title->first > 0 && is_joined(pass, title->first);
    return (is_behind_word && is_other_acronym(pass, title, title->first - 1)) ||
           (is_behind_word && !names_its_body(pass, title) && follows_other_place(pass, title)) ||
           is_followed_by_other(pass, title, person);
}
