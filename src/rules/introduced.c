/* SPDX-License-Identifier: MPL-2.0 */
/* Remembers who was introduced. Knows nothing of spelling: a spelling is the stem that the scanner
 * gives it, compared by key. */
#include "rules/introduced.h"

#include "base/hash.h"
#include "text/key.h"

enum { FIRST_SIZE = 16 };

/* A spelling under which somebody else was introduced. */
typedef struct spelling {
    tl_str stem;
    const struct spelling *next;
} spelling;

typedef struct tl_known_person {
    const tl_concept *concept;
    bool is_met;
    bool has_namesake;
    const spelling *spellings; /* of namesakes, where they are not the person's own */
    struct tl_known_person *next;
} known_person;

static known_person **
list_of(const tl_introduced *introduced, const tl_concept *concept)
{
    uint64_t hash = tl_hash_mix((uint64_t)(uintptr_t) concept);
    return &introduced->people[hash & (introduced->size - 1)];
}

static known_person *
find(const tl_introduced *introduced, const tl_concept *concept)
{
    known_person *person = introduced->size ? *list_of(introduced, concept) : NULL;
    while (person && person->concept != concept) {
        person = person->next;
    }
    return person;
}

static void
add(tl_introduced *introduced, known_person *person)
{
    known_person **list = list_of(introduced, person->concept);
    person->next = *list;
    *list = person;
}

static void
grow(tl_introduced *introduced, tl_arena *arena)
{
    const tl_introduced old = *introduced;
    introduced->size = old.size ? old.size * 2 : FIRST_SIZE;
    introduced->people = tl_arena_alloc(arena, introduced->size, sizeof *introduced->people);
    for (size_t i = 0; i < old.size; i++) {
        for (known_person *person = old.people[i], *next; person; person = next) {
            next = person->next;
            add(introduced, person);
        }
    }
}

static known_person *
get(tl_introduced *introduced, tl_pass *pass, const tl_concept *concept)
{
    known_person *person = find(introduced, concept);
    if (person == NULL) {
        if (introduced->count++ == introduced->size) {
            grow(introduced, pass->arena);
        }
        person = tl_arena_alloc(pass->arena, 1, sizeof *person);
        *person = (known_person){.concept = concept};
        add(introduced, person);
    }
    return person;
}

void
tl_introduced_meet(tl_introduced *introduced, tl_pass *pass, const tl_concept *person)
{
    get(introduced, pass, person)->is_met = true;
}

bool
tl_introduced_has_met(const tl_introduced *introduced, const tl_concept *person)
{
    const known_person *known = find(introduced, person);
    return known && known->is_met;
}

bool
tl_introduced_has_namesake(const tl_introduced *introduced, const tl_concept *person)
{
    const known_person *known = find(introduced, person);
    return known && known->has_namesake;
}

static bool
has_spelling(const known_person *person, tl_str stem)
{
    for (const spelling *known = person->spellings; known; known = known->next) {
        if (tl_keys_equal(known->stem, stem)) {
            return true;
        }
    }
    return false;
}

static void
note_spelling(tl_introduced *introduced, tl_pass *pass, const tl_concept *concept, tl_str stem)
{
    known_person *person = get(introduced, pass, concept);
    person->has_namesake = true;
    if (stem.len && !has_spelling(person, stem)) {
        spelling *known = tl_arena_alloc(pass->arena, 1, sizeof *known);
        *known = (spelling){.stem = tl_arena_copy(pass->arena, stem), .next = person->spellings};
        person->spellings = known;
    }
}

/* True if the dictionaries have the word, so that it need not be a name. */
static bool
is_word(const tl_pass *pass, uint32_t at)
{
    return tl_pass_ask(pass, pass->scan->language, tl_pass_word(pass, at), false) == TL_KNOWN_YES;
}

void
tl_introduced_note(tl_introduced *introduced, tl_pass *pass, const tl_namesake *namesake)
{
    const tl_word *word = &pass->scan->words.items[namesake->word];
    if (namesake->is_known ||
        (!(word->flags & TL_WORD_ALL_CAPS) && !is_word(pass, namesake->word))) {
        note_spelling(introduced, pass, namesake->person->concept, namesake->stem);
    }
}

/* The word that opens the sentence before the name is no word of the language: "Zorbek Zaretskii".
 */
static bool
opens_with_name(const tl_pass *pass, const tl_mention *mention)
{
    if (mention->opener < 0) {
        return false;
    }
    uint32_t at = (uint32_t)mention->opener;
    return !(pass->scan->words.items[at].flags & TL_WORD_ALL_CAPS) &&
           tl_pass_ask(pass, pass->scan->language, tl_pass_word(pass, at), false) == TL_KNOWN_NO;
}

bool
tl_introduced_is_other(tl_introduced *introduced, tl_pass *pass, const tl_mention *mention)
{
    const tl_concept *concept = mention->person->concept;
    if (mention->beside != TL_BESIDE_NOTHING) {
        return false;
    }
    if (opens_with_name(pass, mention)) {
        note_spelling(introduced, pass, concept, mention->stem);
        return true;
    }
    const known_person *person = find(introduced, concept);
    return person && ((person->has_namesake && !person->is_met) ||
                      (mention->stem.len && has_spelling(person, mention->stem)));
}
