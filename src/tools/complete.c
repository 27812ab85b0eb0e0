/* SPDX-License-Identifier: MPL-2.0 */
/* What the words before a cursor may become. A concept is found by the beginning of any good form
 * in any language, so that a name may be typed in either script, and a person by any romanization
 * of the beginning of the family name; what is offered is the form in the language asked for. */
#include "base/array.h"
#include "base/utf8.h"
#include "engine/checker.h"
#include "romanize/identify.h"
#include "termlint_tools.h"
#include "tools/phrase.h"

#include <stdlib.h>

enum {
    MOST_WORDS = 6,      /* of a form that may be typed already */
    SHORTEST_INSIDE = 3, /* letters of a word that is looked for inside forms */
    SHORTEST_NAME = 3,   /* letters of a name that is looked for by its sounds */
};

/* The better, the sooner it is offered. */
typedef enum offer_tier { TIER_BEGINS, TIER_NAME, TIER_INSIDE, TIER_COUNT } offer_tier;

/* A beginning of a form that stands before the cursor. */
typedef struct beginning {
    tl_str text, key;
} beginning;

typedef struct offer {
    offer_tier tier;
    size_t replaces;
    tl_str text;
    const tl_concept *concept;
} offer;

typedef struct completion_search {
    tl_str language;
    beginning typed[MOST_WORDS]; /* the longest first; the last one is the word at the cursor */
    size_t typed_count;
    offer *offers; /* owned array */
    size_t count, capacity;
    tl_arena arena, scratch;
} completion_search;

static void
add_offer(completion_search *c, offer_tier tier, tl_str text, const tl_concept *concept,
          const beginning *typed)
{
    for (size_t i = 0; i < c->count; i++) {
        if (c->offers[i].concept == concept && tl_str_equal(c->offers[i].text, text)) {
            return;
        }
    }
    c->offers = tl_array_reserve(c->offers, &c->capacity, c->count + 1, sizeof *c->offers);
    c->offers[c->count++] = (offer){tier, typed->text.len, text, concept};
}

/* The language to offer forms in: the one asked for, else the termbase's first in the script that
 * most of the text is written in, the words at the cursor aside. */
static tl_str
language_for(const tl_termbase *termbase, const char *asked, tl_str before)
{
    long balance = 0; /* letters, Latin ones more than Cyrillic ones */
    size_t end = before.len;
    while (end > 0 && before.ptr[end - 1] != ' ' && before.ptr[end - 1] != '\n') {
        end--;
    }
    for (size_t at = 0; at < (end ? end : before.len);) {
        tl_script script = tl_script_of(tl_utf8_next(before, &at));
        balance += (script == TL_SCRIPT_LATIN) - (script == TL_SCRIPT_CYRILLIC);
    }
    tl_script wanted = balance < 0 ? TL_SCRIPT_CYRILLIC : TL_SCRIPT_LATIN;
    for (size_t i = 0; i < termbase->language_count && asked == NULL; i++) {
        if (tl_script_of_language(termbase->languages[i]) == wanted) {
            return termbase->languages[i];
        }
    }
    return tl_str_from(asked);
}

/* The last words of the text, up to the cursor that touches the last one. */
static void
find_typed(completion_search *c, tl_str before)
{
    tl_words words = {0};
    tl_words_find(&words, before);
    size_t count = words.count;
    bool touches =
        count && words.items[count - 1].range.end + words.items[count - 1].tail == before.len;
    size_t first = count > MOST_WORDS ? count - MOST_WORDS : 0;
    for (size_t i = touches ? first : count; i < count; i++) {
        tl_str text = tl_str_slice(before, words.items[i].range.begin, before.len);
        bool is_cut = false;
        for (size_t k = i + 1; k < count; k++) {
            is_cut |= words.items[k].gap >= TL_GAP_COMMA ||
                      (words.items[k].flags & TL_WORD_SENTENCE_START);
        }
        if (!is_cut) {
            c->typed[c->typed_count++] = (beginning){text, tl_phrase_key(text, &c->arena)};
        }
    }
    tl_words_clear(&words);
}

/* The longest of what is typed with which `key` begins, or NULL. */
static const beginning *
typed_beginning(const completion_search *c, tl_str key)
{
    for (size_t i = 0; i < c->typed_count; i++) {
        if (tl_str_starts_with(key, c->typed[i].key)) {
            return &c->typed[i];
        }
    }
    return NULL;
}

static bool
has_word_that_begins(tl_str key, tl_str start)
{
    tl_str word;
    while (tl_str_split(&key, ' ', &word)) {
        if (tl_str_starts_with(word, start)) {
            return true;
        }
    }
    return false;
}

/* The form to offer for a form that was typed: the same kind of form, then the preferred one. */
static tl_str
form_for(const tl_entry *entry, const tl_term *typed)
{
    for (size_t i = 0; i < entry->term_count; i++) {
        if (entry->terms[i] == typed && typed->status <= TL_STATUS_ADMITTED) {
            return typed->text;
        }
    }
    return typed->acronym && entry->acronym ? entry->acronym->text
           : entry->preferred               ? entry->preferred->text
                                            : (tl_str){NULL, 0};
}

static void
match_term(completion_search *c, const tl_entry *offered, const tl_term *term)
{
    tl_str key = tl_phrase_key(term->text, &c->scratch);
    const beginning *last = &c->typed[c->typed_count - 1], *begun = typed_beginning(c, key);
    tl_str text = form_for(offered, term);
    bool is_inside = begun == NULL && tl_utf8_length(last->key) >= SHORTEST_INSIDE &&
                     has_word_that_begins(key, last->key);
    if (text.len && (begun || is_inside)) {
        add_offer(c, begun ? TIER_BEGINS : TIER_INSIDE, text, term->concept, begun ? begun : last);
    }
}

/* Whether the Latin letters are, in some romanization, a beginning of the Cyrillic name. */
static bool
spells_beginning(completion_search *c, tl_str cyrillic, tl_str latin)
{
    size_t letters = tl_utf8_length(latin), at = 0;
    for (size_t taken = 1; at < cyrillic.len && taken <= letters + 1; taken++) {
        tl_utf8_next(cyrillic, &at);
        tl_identity identity = tl_identify(tl_str_slice(cyrillic, 0, at), latin, NULL, &c->scratch);
        if (identity.verdict == TL_VERDICT_SAME) {
            return true;
        }
    }
    return false;
}

/* The same where the last letter may begin one that takes several ("zait" of "zaitsev"). */
static bool
sounds_begun(completion_search *c, tl_str cyrillic, tl_str latin)
{
    size_t end = latin.len;
    tl_utf8_previous(latin, &end);
    return spells_beginning(c, cyrillic, latin) ||
           (tl_utf8_length(latin) > SHORTEST_NAME &&
            spells_beginning(c, cyrillic, tl_str_slice(latin, 0, end)));
}

/* A person's family name alone, where it is what is typed. */
static void
match_person(completion_search *c, const tl_concept *concept, const tl_entry *offered)
{
    const beginning *last = &c->typed[c->typed_count - 1];
    tl_str family = tl_arena_copy(&c->arena, offered->name->family);
    for (size_t i = 0; i < concept->entry_count && family.len; i++) {
        const tl_person_name *name = concept->entries[i].name;
        bool is_latin = tl_script_of_language(concept->entries[i].language) == TL_SCRIPT_LATIN;
        bool begins =
            name && tl_str_starts_with(tl_phrase_key(name->family, &c->scratch), last->key);
        bool sounds = name && !is_latin && tl_utf8_length(last->key) >= SHORTEST_NAME &&
                      sounds_begun(c, name->family, last->text);
        if (begins || sounds) {
            add_offer(c, TIER_NAME, family, concept, last);
            if (offered->preferred) {
                add_offer(c, TIER_NAME, offered->preferred->text, concept, last);
            }
        }
    }
}

static void
match_concept(completion_search *c, const tl_concept *concept)
{
    const tl_entry *offered = tl_concept_entry(concept, c->language);
    if (offered == NULL) {
        return;
    }
    for (size_t i = 0; i < concept->entry_count; i++) {
        for (size_t j = 0; j < concept->entries[i].term_count; j++) {
            match_term(c, offered, concept->entries[i].terms[j]);
        }
    }
    if (offered->name) {
        match_person(c, concept, offered);
    }
    tl_arena_reset(&c->scratch);
}

static void
tell_offers(const completion_search *c, size_t limit, termlint_completion_fn tell, void *context)
{
    size_t told = 0;
    for (int tier = 0; tier < TIER_COUNT; tier++) {
        for (size_t i = 0; i < c->count && told < limit; i++) {
            const offer *o = &c->offers[i];
            if ((int)o->tier == tier) {
                const termlint_completion completion = {.text = o->text.ptr,
                                                        .concept = o->concept->id.ptr,
                                                        .type =
                                                            tl_concept_type_name(o->concept->type),
                                                        .replaces = o->replaces};
                tell(context, &completion);
                told++;
            }
        }
    }
}

void
termlint_complete(const termlint_checker *checker, const termlint_completing *asked,
                  termlint_completion_fn tell, void *context)
{
    const tl_termbase *termbase = &checker->terms->termbase;
    tl_str text = tl_str_from(asked->before);
    completion_search c = {.language = language_for(termbase, asked->language, text)};
    find_typed(&c, text);
    for (size_t i = 0; i < termbase->concept_count && c.typed_count; i++) {
        match_concept(&c, tl_termbase_concept(termbase, i));
    }
    tell_offers(&c, asked->limit, tell, context);
    free(c.offers);
    tl_arena_clear(&c.arena);
    tl_arena_clear(&c.scratch);
}
