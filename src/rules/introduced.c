/* SPDX-License-Identifier: MPL-2.0 */
/* Remembers who was introduced. Knows nothing of spelling: a spelling is the stem that the scanner
 * gives it, compared by key. A headline, a lead, a first quotation name people who are introduced
 * further down, so that what a name means is judged in the end, when all parts of a document have
 * been put together; what would change nothing then is not noted. */
#include "rules/introduced.h"

#include "text/key.h"

typedef enum kind {
    MET_SURELY,
    MET_UNLESS_NAMESAKE, /* who is spelled alike */
    NAMESAKE,            /* somebody else is named */
    NAMED,               /* somebody is, with a finding */
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
    bool has_namesake, has_namesake_alike; /* the latter is spelled as the person is */
    const spelling *others; /* spellings of namesakes, where they are not the person's own */
    const spelling *own;    /* other spellings that the person surely has here */
} known_person;

static known_person *
get(tl_keyed *people, tl_pass *pass, const tl_concept *concept)
{
    return tl_keyed_get(people, pass, concept, sizeof(known_person));
}

static bool
has_spelling(const spelling *known, tl_str stem)
{
    while (known && !tl_keys_equal(known->stem, stem)) {
        known = known->next;
    }
    return known != NULL;
}

/* False if that was known, or is no spelling of its own. */
static bool
add_spelling(tl_pass *pass, const spelling **known, tl_str stem)
{
    if (stem.len == 0 || has_spelling(*known, stem)) {
        return false;
    }
    spelling *item = tl_arena_alloc(pass->arena, 1, sizeof *item);
    *item = (spelling){.stem = stem, .next = *known};
    *known = item;
    return true;
}

/* False if that was known. */
static bool
add_namesake(tl_pass *pass, known_person *person, tl_str stem)
{
    bool is_first = stem.len ? !person->has_namesake : !person->has_namesake_alike;
    person->has_namesake = true;
    person->has_namesake_alike = person->has_namesake_alike || stem.len == 0;
    return add_spelling(pass, &person->others, stem) || is_first;
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
        person->is_met || (!is_sure && (person->is_met_perhaps || person->has_namesake_alike));
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

/* The word that opens the sentence before the name is no word of the language: "Zorbek Zaretskii";
 * nor is it the name itself, told twice. */
static bool
opens_with_name(const tl_pass *pass, const tl_mention *mention)
{
    if (mention->opener < 0) {
        return false;
    }
    uint32_t at = (uint32_t)mention->opener;
    const tl_word *words = pass->scan->words.items;
    return !(words[at].flags & TL_WORD_ALL_CAPS) &&
           words[at].hash != words[mention->family.first].hash &&
           tl_pass_ask(pass, pass->scan->language, tl_pass_word(pass, at), false) == TL_KNOWN_NO;
}

bool
tl_introduced_is_other(tl_introduced *introduced, tl_pass *pass, const tl_mention *mention)
{
    bool is_other = mention->beside == TL_BESIDE_NOTHING && opens_with_name(pass, mention);
    if (is_other) {
        note_namesake(introduced, pass, mention->person->concept, mention->stem);
    }
    return is_other;
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

/* What a note shows of the person. */
static void
learn(tl_pass *pass, const introduction *note, known_person *person)
{
    switch (note->kind) {
    case MET_SURELY: person->is_met = true; break;
    case MET_UNLESS_NAMESAKE: person->is_met_perhaps = true; break;
    case NAMESAKE: add_namesake(pass, person, note->stem); break;
    case NAMED:
        if (!note->is_alone) {
            add_spelling(pass, &person->own, note->stem);
        }
        break;
    }
}

static bool
is_met(const known_person *person)
{
    return person->is_met || (person->is_met_perhaps && !person->has_namesake_alike);
}

/* A name alone is somebody else's where he is introduced and the person is not, or has never this
 * spelling. */
static bool
is_somebody_else(const introduction *named, const known_person *person)
{
    return named->is_alone && person->has_namesake &&
           (!is_met(person) ||
            (has_spelling(person->others, named->stem) && !has_spelling(person->own, named->stem)));
}

static bool
stands(const introduction *named, const known_person *person)
{
    return !is_somebody_else(named, person) && (is_met(person) || !named->is_weak);
}

void
tl_introduced_settle(const tl_introduced *introduced, tl_pass *pass)
{
    tl_keyed people = {0};
    for (const introduction *note = introduced->head; note; note = note->next) {
        learn(pass, note, get(&people, pass, note->concept));
    }
    for (const introduction *note = introduced->head; note; note = note->next) {
        const known_person *person = get(&people, pass, note->concept);
        if (note->kind == NAMED && stands(note, person)) {
            bool is_either = note->is_alone && person->others;
            note->finding->fixable = note->finding->fixable && !is_either;
            tl_pass_push(pass, note->finding);
        }
    }
}
