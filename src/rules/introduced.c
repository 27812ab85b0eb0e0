/* SPDX-License-Identifier: MPL-2.0 */
/* Remembers who was introduced. Knows nothing of spelling: a spelling is the stem that the scanner
 * gives it, compared by key. What a name means depends on all that stands before it, so that notes
 * are gone through once more in the end, when the parts of a document are put together; what would
 * change nothing then is not noted. */
#include "rules/introduced.h"

#include "text/key.h"

typedef enum kind {
    MET_SURELY,
    MET_UNLESS_NAMESAKE,
    NAMESAKE, /* somebody else is named */
    NAMED,    /* somebody is, with a finding */
} kind;

typedef struct tl_introduction {
    struct tl_introduction *next;
    kind kind;
    const tl_concept *concept;
    tl_str stem;         /* of the spelling, where it is not the person's own */
    bool is_alone;       /* of a finding: nothing beside the name tells whose it is */
    bool is_weak;        /* likewise: it waits for the person */
    tl_finding *finding; /* of what is NAMED */
} introduction;

/* A spelling under which somebody else was introduced. */
typedef struct spelling {
    tl_str stem;
    const struct spelling *next;
} spelling;

typedef struct known_person {
    bool is_met, is_met_perhaps;
    bool has_namesake;
    const spelling *spellings; /* of namesakes, where they are not the person's own */
} known_person;

static known_person *
get(tl_keyed *people, tl_pass *pass, const tl_concept *concept)
{
    return tl_keyed_get(people, pass, concept, sizeof(known_person));
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

/* False if that was known. */
static bool
add_namesake(tl_pass *pass, known_person *person, tl_str stem)
{
    bool is_new = !person->has_namesake;
    person->has_namesake = true;
    if (stem.len && !has_spelling(person, stem)) {
        spelling *known = tl_arena_alloc(pass->arena, 1, sizeof *known);
        *known = (spelling){.stem = stem, .next = person->spellings};
        person->spellings = known;
        is_new = true;
    }
    return is_new;
}

/* -- notes ------------------------------------------------------------------------------------ */

static void
add(tl_introduced *introduced, tl_pass *pass, const introduction *note)
{
    introduction *item = tl_arena_alloc(pass->arena, 1, sizeof *item);
    *item = *note;
    introduced->tail = introduced->tail ? introduced->tail : &introduced->head;
    *introduced->tail = item;
    introduced->tail = &item->next;
}

void
tl_introduced_meet(tl_introduced *introduced, tl_pass *pass, const tl_concept *concept,
                   bool is_sure)
{
    known_person *person = get(&introduced->people, pass, concept);
    bool is_known =
        person->is_met || (!is_sure && (person->is_met_perhaps || person->has_namesake));
    if (!is_known) {
        add(introduced, pass,
            &(introduction){.kind = is_sure ? MET_SURELY : MET_UNLESS_NAMESAKE,
                            .concept = concept});
    }
    person->is_met = person->is_met || is_sure;
    person->is_met_perhaps = true;
}

static void
note_namesake(tl_introduced *introduced, tl_pass *pass, const tl_concept *concept, tl_str stem)
{
    stem = stem.len ? tl_arena_copy(pass->arena, stem) : stem;
    if (add_namesake(pass, get(&introduced->people, pass, concept), stem)) {
        add(introduced, pass, &(introduction){.kind = NAMESAKE, .concept = concept, .stem = stem});
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
        note_namesake(introduced, pass, namesake->person->concept, namesake->stem);
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
        note_namesake(introduced, pass, concept, mention->stem);
        return true;
    }
    const known_person *person = tl_keyed_find(&introduced->people, concept);
    return person && mention->stem.len && has_spelling(person, mention->stem);
}

void
tl_introduced_wait(tl_introduced *introduced, tl_pass *pass, const tl_mention *mention,
                   const tl_finding *finding)
{
    tl_finding *kept = tl_arena_alloc(pass->arena, 1, sizeof *kept);
    *kept = *finding;
    add(introduced, pass,
        &(introduction){.kind = NAMED,
                        .concept = mention->person->concept,
                        .stem = tl_arena_copy(pass->arena, mention->stem),
                        .is_alone = mention->beside == TL_BESIDE_NOTHING,
                        .is_weak = mention->is_weak,
                        .finding = kept});
}

void
tl_introduced_join(tl_introduced *introduced, const tl_introduced *later)
{
    if (later->head) {
        introduced->tail = introduced->tail ? introduced->tail : &introduced->head;
        *introduced->tail = later->head;
        introduced->tail = later->tail;
    }
}

/* -- judging ---------------------------------------------------------------------------------- */

static bool
is_somebody_else(const introduction *named, const known_person *person)
{
    return named->is_alone && ((person->has_namesake && !person->is_met) ||
                               (named->stem.len && has_spelling(person, named->stem)));
}

/* Goes on by one note; true if there is a finding that stands as far as is known. */
static bool
take(tl_pass *pass, const introduction *note, known_person *person)
{
    switch (note->kind) {
    case MET_SURELY: person->is_met = true; break;
    case MET_UNLESS_NAMESAKE: person->is_met = person->is_met || !person->has_namesake; break;
    case NAMESAKE: add_namesake(pass, person, note->stem); break;
    case NAMED: return !is_somebody_else(note, person);
    }
    return false;
}

/* A finding that waits for the person. */
typedef struct waiting {
    const tl_finding *finding;
    const known_person *person;
    const struct waiting *next;
} waiting;

void
tl_introduced_settle(const tl_introduced *introduced, tl_pass *pass)
{
    tl_keyed people = {0};
    const waiting *weak = NULL;
    for (const introduction *note = introduced->head; note; note = note->next) {
        known_person *person = get(&people, pass, note->concept);
        if (!take(pass, note, person)) {
            continue;
        }
        if (note->is_weak) {
            waiting *item = tl_arena_alloc(pass->arena, 1, sizeof *item);
            *item = (waiting){.finding = note->finding, .person = person, .next = weak};
            weak = item;
        } else {
            tl_pass_push(pass, note->finding);
        }
    }
    for (; weak; weak = weak->next) {
        if (weak->person->is_met) {
            tl_pass_push(pass, weak->finding);
        }
    }
}
