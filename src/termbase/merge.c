/* SPDX-License-Identifier: MPL-2.0 */
/* Several termbases made one. Each is loaded by itself; then all concepts of one id are united:
 * what only one says holds, what two say must be the same, and terms, languages and lists add up.
 * The united concepts point to the texts of the old ones, whose arenas the new termbase takes over.
 * A contradiction is reported with both places, and then there is no termbase. */
#include "base/alloc.h"
#include "base/array.h"
#include "termbase/load.h"
#include "termbase/names.h"

#include <stdlib.h>

/* The concepts of one id, in order of the termbases. */
typedef struct group {
    const tl_concept *const *items;
    size_t count;
} group;

typedef struct merger {
    tl_load load; /* of the united termbase: its arena, its problems, its references */
    tl_termbase *parts;
    size_t part_count;
} merger;

static tl_arena *
arena_of(merger *m)
{
    return &m->load.termbase->arena;
}

/* Reports that `what` differs between two places. */
static void
report(merger *m, const char *what, tl_place here, tl_place there)
{
    tl_problem_add(m->load.problems, here.path, here.line, here.column,
                   "%s differs from that at %.*s:%u, want one", what, TL_STR_ARGS(there.path),
                   there.line);
}

/* What a text is, and where it was said. */
typedef struct said {
    tl_str text;
    tl_place place;
} said;

static void
unite_text(merger *m, const char *what, said *kept, said next)
{
    if (kept->text.len == 0) {
        *kept = next;
    } else if (next.text.len && !tl_str_equal(kept->text, next.text)) {
        report(m, what, next.place, kept->place);
    }
}

/* The same for a number of which 0 is not given. */
static unsigned
unite_number(merger *m, const char *what, unsigned kept, unsigned next, const tl_place places[2])
{
    if (kept && next && kept != next) {
        report(m, what, places[1], places[0]);
    }
    return kept ? kept : next;
}

/* One list without repetition. */
static const tl_str *
unite_lists(merger *m, const tl_str *a, size_t a_count, const tl_str *b, size_t *b_count)
{
    tl_str *united = tl_arena_alloc(arena_of(m), a_count + *b_count, sizeof *united);
    size_t count = 0;
    for (size_t i = 0; i < a_count + *b_count; i++) {
        tl_str item = i < a_count ? a[i] : b[i - a_count];
        size_t at = 0;
        while (at < count && !tl_str_equal(united[at], item)) {
            at++;
        }
        united[at] = item;
        count += at == count;
    }
    *b_count = count;
    return united;
}

/* -- terms -- */

static void
unite_terms(merger *m, tl_term *kept, const tl_term *next)
{
    const tl_place places[2] = {kept->place, next->place};
    said use = {kept->use, kept->place}, note = {kept->note, kept->place},
         source = {kept->source, kept->place};
    unite_text(m, "“use”", &use, (said){next->use, next->place});
    unite_text(m, "“note”", &note, (said){next->note, next->place});
    unite_text(m, "“source”", &source, (said){next->source, next->place});
    kept->use = use.text;
    kept->note = note.text;
    kept->source = source.text;
    kept->severity =
        (tl_level)unite_number(m, "“severity”", kept->severity, next->severity, places);
    if (kept->from != next->from || kept->until != next->until) {
        report(m, "the time of a term", next->place, kept->place);
    }
    if (next->case_given && kept->case_given && next->case_rule != kept->case_rule) {
        report(m, "“case”", next->place, kept->place);
    } else if (next->case_given) {
        kept->case_given = true;
        kept->case_rule = next->case_rule;
    }
    size_t count = next->except_count;
    kept->except = unite_lists(m, kept->except, kept->except_count, next->except, &count);
    kept->except_count = count;
}

static bool
is_single(const tl_term *term)
{
    return term->acronym || term->status == TL_STATUS_PREFERRED;
}

static bool
are_of_one_kind(const tl_term *a, const tl_term *b)
{
    return a->status == b->status && a->acronym == b->acronym;
}

/* Two terms of one text, or two of a kind of which there can be one. */
static void
report_terms(merger *m, const tl_term *kept, const tl_term *next)
{
    const char *kind = next->acronym ? "the acronym" : tl_status_name(next->status);
    tl_problem_add(m->load.problems, next->place.path, next->place.line, next->place.column,
                   "“%.*s” is %s here but “%.*s” is %s at %.*s:%u, want one",
                   TL_STR_ARGS(tl_clip(next->text)), kind, TL_STR_ARGS(tl_clip(kept->text)),
                   kept->acronym ? "the acronym" : tl_status_name(kept->status),
                   TL_STR_ARGS(kept->place.path), kept->place.line);
}

/* The terms of one entry, while they are collected: owned array of terms in the arena. */
typedef struct term_list {
    tl_term **items;
    size_t count, capacity;
    tl_map by_text;
    tl_term *preferred, *acronym;
} term_list;

static void
add_term(merger *m, term_list *list, const tl_term *term, const tl_concept *concept,
         const tl_entry *entry)
{
    tl_term *known = tl_map_get(&list->by_text, term->text);
    tl_term **single = term->acronym ? &list->acronym : &list->preferred;
    if (known && are_of_one_kind(known, term)) {
        unite_terms(m, known, term);
        return;
    }
    if (known || (is_single(term) && *single)) {
        report_terms(m, known ? known : *single, term);
        return;
    }
    tl_term *copy = tl_arena_alloc(arena_of(m), 1, sizeof *copy);
    *copy = *term;
    copy->concept = concept;
    copy->entry = entry;
    tl_map_add(&list->by_text, copy->text, copy);
    *single = is_single(copy) ? copy : *single;
    list->items =
        tl_array_reserve(list->items, &list->capacity, list->count + 1, sizeof *list->items);
    list->items[list->count++] = copy;
}

static int
rank_of(const tl_term *term)
{
    return term->status == TL_STATUS_PREFERRED ? 0 : term->acronym ? 1 : 1 + (int)term->status;
}

/* Hands the terms to the termbase in the order that an entry has: kind by kind. */
static void
keep_terms(merger *m, const term_list *list, tl_entry *entry)
{
    tl_termbase *termbase = m->load.termbase;
    entry->preferred = list->preferred;
    entry->acronym = list->acronym;
    entry->term_count = list->count;
    for (int rank = 0; rank <= 1 + (int)TL_STATUS_FORBIDDEN; rank++) {
        for (size_t i = 0; i < list->count; i++) {
            if (rank_of(list->items[i]) == rank) {
                termbase->terms =
                    tl_array_reserve(termbase->terms, &termbase->term_capacity,
                                     termbase->term_count + 1, sizeof *termbase->terms);
                list->items[i]->number = (uint32_t)termbase->term_count;
                termbase->terms[termbase->term_count++] = list->items[i];
            }
        }
    }
}

/* -- entries -- */

static tl_place
place_of_entry(const tl_entry *entry)
{
    return entry->terms[0]->place;
}

static void
unite_names(merger *m, tl_person_name *kept, const tl_entry *first, const tl_entry *next)
{
    const tl_place places[2] = {place_of_entry(first), place_of_entry(next)};
    said family = {kept->family, places[0]}, given = {kept->given, places[0]},
         patronymic = {kept->patronymic, places[0]};
    unite_text(m, "the family name", &family, (said){next->name->family, places[1]});
    unite_text(m, "the given name", &given, (said){next->name->given, places[1]});
    unite_text(m, "the patronymic", &patronymic, (said){next->name->patronymic, places[1]});
    kept->family = family.text;
    kept->given = given.text;
    kept->patronymic = patronymic.text;
    kept->gender = (tl_gender)unite_number(m, "“gender”", kept->gender, next->name->gender, places);
    kept->decline = kept->decline && next->name->decline;
    for (size_t i = 0; i < kept->form_count && i < next->name->form_count; i++) {
        if (!tl_str_equal(kept->forms[i], next->name->forms[i])) {
            report(m, "“forms”", places[1], places[0]);
            return;
        }
    }
    if (kept->form_count == 0) {
        kept->forms = next->name->forms;
        kept->form_count = next->name->form_count;
    }
}

static const tl_entry *
entry_in(const tl_concept *concept, tl_str language)
{
    for (size_t i = 0; i < concept->entry_count; i++) {
        if (tl_str_equal(concept->entries[i].language, language)) {
            return &concept->entries[i];
        }
    }
    return NULL;
}

/* Unites what all concepts of the group have in the language of `entry`. */
static void
unite_entries(merger *m, group g, tl_entry *entry, const tl_concept *owner)
{
    term_list terms = {0};
    tl_person_name *name = NULL;
    const tl_entry *first = NULL;
    for (size_t i = 0; i < g.count; i++) {
        const tl_entry *next = entry_in(g.items[i], entry->language);
        for (size_t j = 0; next && j < next->term_count; j++) {
            add_term(m, &terms, next->terms[j], owner, entry);
        }
        if (next && next->name && name) {
            unite_names(m, name, first, next);
        } else if (next && next->name) {
            name = tl_arena_alloc(arena_of(m), 1, sizeof *name);
            *name = *next->name;
            first = next;
        }
    }
    entry->name = name;
    keep_terms(m, &terms, entry);
    tl_map_clear(&terms.by_text);
    free(terms.items);
}

/* -- concepts -- */

/* True for a concept that the part which refers to it does not have (references.c). */
static bool
is_stand_in(const tl_concept *concept)
{
    return concept->entry_count == 0;
}

/* Makes *target, in `owner`, point to the united concept of the id of `old`, once there is one. */
static void
refer(merger *m, const tl_concept *owner, const tl_concept *old, const tl_concept **target)
{
    tl_load *load = &m->load;
    load->references = tl_array_reserve(load->references, &load->reference_capacity,
                                        load->reference_count + 1, sizeof *load->references);
    load->references[load->reference_count++] =
        (tl_reference){.id = old->id,
                       .target = target,
                       .owner = owner,
                       .is_part_of = target == (const tl_concept **)&owner->part_of,
                       .place = is_stand_in(old) ? old->place : owner->place};
}

static void
unite_fields(merger *m, group g, tl_concept *kept)
{
    said definition = {0}, note = {0}, source = {0}, subject = {0}, whole = {0};
    const tl_concept *part_of = NULL;
    for (size_t i = 0; i < g.count; i++) {
        const tl_concept *next = g.items[i];
        const tl_place places[2] = {kept->place, next->place};
        kept->type = (tl_concept_type)unite_number(m, "“type”", kept->type, next->type, places);
        kept->severity =
            (tl_level)unite_number(m, "“severity”", kept->severity, next->severity, places);
        unite_text(m, "“definition”", &definition, (said){next->definition, next->place});
        unite_text(m, "“note”", &note, (said){next->note, next->place});
        unite_text(m, "“source”", &source, (said){next->source, next->place});
        unite_text(m, "“subject”", &subject, (said){next->subject, next->place});
        if (next->part_of) {
            unite_text(m, "“part_of”", &whole, (said){next->part_of->id, next->place});
            part_of = part_of ? part_of : next->part_of;
        }
    }
    kept->definition = definition.text;
    kept->note = note.text;
    kept->source = source.text;
    kept->subject = subject.text;
    if (part_of) {
        refer(m, kept, part_of, &kept->part_of);
    }
}

static bool
is_same_holder(const tl_holder *a, const tl_holder *b)
{
    return tl_str_equal(a->person->id, b->person->id) && a->from == b->from && a->until == b->until;
}

static void
unite_holders(merger *m, group g, tl_concept *kept)
{
    size_t room = 0;
    for (size_t i = 0; i < g.count; i++) {
        room += g.items[i]->holder_count;
    }
    tl_holder *holders = tl_arena_alloc(arena_of(m), room, sizeof *holders);
    for (size_t i = 0; i < g.count; i++) {
        for (size_t j = 0; j < g.items[i]->holder_count; j++) {
            const tl_holder *next = &g.items[i]->holders[j];
            size_t at = 0;
            while (at < kept->holder_count && !is_same_holder(&holders[at], next)) {
                at++;
            }
            holders[at] = *next;
            kept->holder_count += at == kept->holder_count;
        }
    }
    kept->holders = holders;
    for (size_t i = 0; i < kept->holder_count; i++) {
        refer(m, kept, holders[i].person, &holders[i].person);
    }
}

/* Adds an example to those of a concept, in `examples`; one text has one expectation. */
static void
add_example(merger *m, tl_concept *kept, tl_example *examples, const tl_example *next)
{
    for (size_t i = 0; i < kept->example_count; i++) {
        if (tl_str_equal(examples[i].text, next->text)) {
            if (!tl_str_equal(examples[i].expect, next->expect)) {
                report(m, "“expect”", next->place, examples[i].place);
            }
            return;
        }
    }
    examples[kept->example_count++] = *next;
}

static void
unite_examples(merger *m, group g, tl_concept *kept)
{
    size_t room = 0;
    for (size_t i = 0; i < g.count; i++) {
        room += g.items[i]->example_count;
    }
    tl_example *examples = tl_arena_alloc(arena_of(m), room, sizeof *examples);
    for (size_t i = 0; i < g.count; i++) {
        for (size_t j = 0; j < g.items[i]->example_count; j++) {
            add_example(m, kept, examples, &g.items[i]->examples[j]);
        }
    }
    kept->examples = examples;
}

static void
unite_languages(merger *m, group g, tl_concept *kept)
{
    size_t room = 0;
    for (size_t i = 0; i < g.count; i++) {
        room += g.items[i]->entry_count;
    }
    tl_entry *entries = tl_arena_alloc(arena_of(m), room, sizeof *entries);
    kept->entries = entries;
    for (size_t i = 0; i < g.count; i++) {
        for (size_t j = 0; j < g.items[i]->entry_count; j++) {
            tl_str language = g.items[i]->entries[j].language;
            if (entry_in(kept, language) == NULL) {
                entries[kept->entry_count++].language = language;
                unite_entries(m, g, &entries[kept->entry_count - 1], kept);
            }
        }
    }
}

static void
unite_concepts(merger *m, group g)
{
    tl_termbase *termbase = m->load.termbase;
    tl_concept *kept = tl_arena_alloc(&termbase->arena, 1, sizeof *kept);
    kept->id = g.items[0]->id;
    kept->place = g.items[0]->place;
    kept->is_imported = g.items[0]->is_imported;
    kept->number = (uint32_t)termbase->concept_count;
    unite_fields(m, g, kept);
    unite_languages(m, g, kept);
    unite_holders(m, g, kept);
    unite_examples(m, g, kept);
    for (size_t i = 0; i < g.count; i++) {
        size_t count = g.items[i]->distinct_count;
        kept->distinct =
            unite_lists(m, kept->distinct, kept->distinct_count, g.items[i]->distinct, &count);
        kept->distinct_count = count;
    }
    termbase->concepts = tl_array_reserve(termbase->concepts, &termbase->concept_capacity,
                                          termbase->concept_count + 1, sizeof *termbase->concepts);
    termbase->concepts[termbase->concept_count++] = kept;
    tl_map_add(&termbase->by_id, kept->id, kept);
}

/* All concepts of the id of concept `at` of part `from`, which has the first of them. */
static group
gather(merger *m, size_t from, const tl_concept *first)
{
    const tl_concept **items = tl_arena_alloc(&m->load.run, m->part_count, sizeof *items);
    group g = {.items = items, .count = 1};
    items[0] = first;
    for (size_t i = from + 1; i < m->part_count; i++) {
        const tl_concept *other = tl_termbase_find(&m->parts[i], first->id);
        if (other) {
            items[g.count++] = other;
        }
    }
    return g;
}

/* -- the whole -- */

static void
unite_headers(merger *m)
{
    tl_termbase *whole = m->load.termbase;
    for (size_t i = 0; i < m->part_count; i++) {
        const tl_termbase *part = &m->parts[i];
        const tl_place here = {
            .path = part->file_count ? part->files[0] : TL_STR(""), .line = 1, .column = 1};
        const tl_place there = {.path = m->parts[0].files[0], .line = 1};
        size_t languages = part->language_count, files = part->file_count;
        whole->languages =
            unite_lists(m, whole->languages, whole->language_count, part->languages, &languages);
        whole->language_count = languages;
        whole->files = unite_lists(m, whole->files, whole->file_count, part->files, &files);
        whole->file_count = files;
        tl_dropped_add_all(&whole->lost, &part->lost);
        whole->name = whole->name.len ? whole->name : part->name;
        whole->yo_strict = whole->yo_strict || part->yo_strict;
        said romanization = {whole->romanization, there};
        unite_text(m, "“romanization”", &romanization, (said){part->romanization, here});
        whole->romanization = romanization.text;
    }
}

/* An entry's terms stand one after the other in the array of all, which no longer moves. */
static void
link_entries(tl_termbase *termbase)
{
    for (size_t i = termbase->term_count; i-- > 0;) {
        ((tl_entry *)termbase->terms[i]->entry)->terms = &termbase->terms[i];
    }
}

static bool
unite(merger *m)
{
    size_t before = m->load.problems->count;
    unite_headers(m);
    for (size_t i = 0; i < m->part_count; i++) {
        for (size_t j = 0; j < m->parts[i].concept_count; j++) {
            const tl_concept *first = m->parts[i].concepts[j];
            if (tl_termbase_find(m->load.termbase, first->id) == NULL) {
                unite_concepts(m, gather(m, i, first));
            }
        }
    }
    link_entries(m->load.termbase);
    if (m->load.problems->count == before) {
        tl_load_check_references(&m->load);
        tl_load_check_conflicts(&m->load);
        tl_load_settle_headwords(&m->load);
        tl_load_spell_out_headwords(&m->load);
    }
    return m->load.problems->count == before;
}

bool
tl_termbase_load_merged(tl_termbase *termbase, const tl_termbase_loader *loader,
                        const tl_str *paths, size_t path_count, tl_problem_list *problems)
{
    merger m = {.load = {.termbase = termbase, .loader = loader, .problems = problems}};
    m.parts = tl_alloc_zero(path_count, sizeof *m.parts);
    m.part_count = path_count;
    bool ok = true;
    for (size_t i = 0; i < path_count; i++) {
        ok = tl_termbase_load_part(&m.parts[i], loader, paths[i], problems) && ok;
    }
    ok = ok && unite(&m);
    for (size_t i = 0; i < path_count; i++) {
        tl_arena_adopt(&termbase->arena, &m.parts[i].arena);
        tl_termbase_clear(&m.parts[i]);
    }
    tl_problem_list_sort(problems);
    tl_arena_clear(&m.load.run);
    free(m.load.references);
    free(m.parts);
    return ok;
}
