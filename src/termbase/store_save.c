/* SPDX-License-Identifier: MPL-2.0 */
/* Writes a termbase into the tables of an image. A text that stands in many places, a language or
 * the path of a file, is written once, as long as it is one copy in memory too. */
#include "base/alloc.h"
#include "base/array.h"
#include "base/buf.h"
#include "termbase/store.h"
#include "termbase/store_rows.h"

#include <stdlib.h>
#include <string.h>

/* A shared text that was written, by its address. */
typedef struct shared_text {
    const char *ptr;
    uint32_t number; /* of texts */
} shared_text;

enum { SHARED = 64 };

typedef struct saving {
    tl_store_tables tables;
    tl_buf bytes;
    size_t texts_capacity;
    shared_text shared[SHARED]; /* by address; one takes the place of another */
    const tl_termbase *termbase;
} saving;

static tl_text_row
save_text(saving *s, tl_str text)
{
    tl_text_row row = {.at = (uint32_t)s->bytes.len, .length = (uint32_t)text.len};
    if (text.len == 0) {
        return (tl_text_row){0, 0};
    }
    tl_buf_add(&s->bytes, text);
    tl_buf_add_byte(&s->bytes, '\0');
    return row;
}

static uint32_t
add_to_texts(saving *s, tl_str text)
{
    tl_store_tables *t = &s->tables;
    t->texts = tl_array_reserve(t->texts, &s->texts_capacity, t->texts_count + 1, sizeof *t->texts);
    t->texts[t->texts_count] = save_text(s, text);
    return (uint32_t)t->texts_count++;
}

static tl_rows
save_texts(saving *s, const tl_str *texts, size_t count)
{
    tl_rows rows = {.first = (uint32_t)s->tables.texts_count, .count = (uint32_t)count};
    for (size_t i = 0; i < count; i++) {
        add_to_texts(s, texts[i]);
    }
    return rows;
}

static uint32_t
save_shared(saving *s, tl_str text)
{
    shared_text *known = &s->shared[(uintptr_t)text.ptr / sizeof(void *) % SHARED];
    if (known->ptr != text.ptr || known->ptr == NULL) {
        *known = (shared_text){.ptr = text.ptr, .number = add_to_texts(s, text)};
    }
    return known->number;
}

static tl_place_row
save_place(saving *s, tl_place place)
{
    return (tl_place_row){save_shared(s, place.path), place.line, place.column};
}

static void
save_term(saving *s, const tl_term *term)
{
    s->tables.terms[term->number] = (tl_term_row){
        .text = save_text(s, term->text),
        .use = save_text(s, term->use),
        .note = save_text(s, term->note),
        .source = save_text(s, term->source),
        .except = save_texts(s, term->except, term->except_count),
        .place = save_place(s, term->place),
        .from = term->from,
        .until = term->until,
        .entry = (uint32_t)(term->entry - term->concept->entries),
        .concept = term->concept->number,
        .status = (uint8_t)term->status,
        .case_rule = (uint8_t)term->case_rule,
        .severity = (uint8_t)term->severity,
        .acronym = term->acronym,
        .case_given = term->case_given,
        .is_headword = term->is_headword,
    };
}

static uint32_t
save_name(saving *s, const tl_person_name *name)
{
    if (name == NULL) {
        return 0;
    }
    s->tables.names[s->tables.names_count++] = (tl_name_row){
        .family = save_text(s, name->family),
        .given = save_text(s, name->given),
        .patronymic = save_text(s, name->patronymic),
        .forms = save_texts(s, name->forms, name->form_count),
        .gender = (uint8_t)name->gender,
        .decline = name->decline,
    };
    return (uint32_t)s->tables.names_count;
}

static void
save_entry(saving *s, const tl_entry *entry)
{
    tl_store_tables *t = &s->tables;
    t->entries[t->entries_count++] = (tl_entry_row){
        .language = save_shared(s, entry->language),
        .terms = {(uint32_t)t->order_count, (uint32_t)entry->term_count},
        .preferred = entry->preferred ? entry->preferred->number + 1 : 0,
        .acronym = entry->acronym ? entry->acronym->number + 1 : 0,
        .name = save_name(s, entry->name),
    };
    for (size_t i = 0; i < entry->term_count; i++) {
        t->order[t->order_count++] = entry->terms[i]->number;
        save_term(s, entry->terms[i]);
    }
}

static tl_rows
save_holders(saving *s, const tl_concept *concept)
{
    tl_store_tables *t = &s->tables;
    tl_rows rows = {(uint32_t)t->holders_count, (uint32_t) concept->holder_count};
    for (size_t i = 0; i < concept->holder_count; i++) {
        const tl_holder *holder = &concept->holders[i];
        t->holders[t->holders_count++] = (tl_holder_row){
            .person = holder->person ? holder->person->number + 1 : 0,
            .from = holder->from,
            .until = holder->until,
            .place = save_place(s, holder->place),
        };
    }
    return rows;
}

static tl_rows
save_examples(saving *s, const tl_concept *concept)
{
    tl_store_tables *t = &s->tables;
    tl_rows rows = {(uint32_t)t->examples_count, (uint32_t) concept->example_count};
    for (size_t i = 0; i < concept->example_count; i++) {
        const tl_example *example = &concept->examples[i];
        t->examples[t->examples_count++] = (tl_example_row){
            .text = save_text(s, example->text),
            .expect = save_text(s, example->expect),
            .place = save_place(s, example->place),
        };
    }
    return rows;
}

static void
save_concept(saving *s, const tl_concept *concept)
{
    tl_store_tables *t = &s->tables;
    tl_rows entries = {(uint32_t)t->entries_count, (uint32_t) concept->entry_count};
    for (size_t i = 0; i < concept->entry_count; i++) {
        save_entry(s, &concept->entries[i]);
    }
    t->concepts[t->concepts_count++] = (tl_concept_row){
        .id = save_text(s, concept->id),
        .definition = save_text(s, concept->definition),
        .note = save_text(s, concept->note),
        .source = save_text(s, concept->source),
        .subject = save_text(s, concept->subject),
        .place = save_place(s, concept->place),
        .part_of = concept->part_of ? concept->part_of->number + 1 : 0,
        .entries = entries,
        .distinct = save_texts(s, concept->distinct, concept->distinct_count),
        .holders = save_holders(s, concept),
        .examples = save_examples(s, concept),
        .type = (uint8_t) concept->type,
        .severity = (uint8_t) concept->severity,
        .is_imported = concept->is_imported,
    };
}

static void
save_base(saving *s)
{
    const tl_termbase *termbase = s->termbase;
    *s->tables.base = (tl_termbase_row){
        .name = save_text(s, termbase->name),
        .romanization = save_text(s, termbase->romanization),
        .languages = save_texts(s, termbase->languages, termbase->language_count),
        .files = save_texts(s, termbase->files, termbase->file_count),
        .lists_languages = termbase->lists_languages,
        .yo_strict = termbase->yo_strict,
    };
}

/* Counts what the tables will hold, and makes them. */
static void
make_tables(saving *s, tl_arena *arena)
{
    size_t entries = 0, names = 0, holders = 0, examples = 0;
    const tl_termbase *termbase = s->termbase;
    for (size_t i = 0; i < termbase->concept_count; i++) {
        const tl_concept *concept = termbase->concepts[i];
        entries += concept->entry_count;
        holders += concept->holder_count;
        examples += concept->example_count;
        for (size_t k = 0; k < concept->entry_count; k++) {
            names += concept->entries[k].name != NULL;
        }
    }
    tl_store_tables *t = &s->tables;
    t->concepts = tl_arena_alloc(arena, termbase->concept_count, sizeof *t->concepts);
    t->entries = tl_arena_alloc(arena, entries, sizeof *t->entries);
    t->terms = tl_arena_alloc(arena, termbase->term_count, sizeof *t->terms);
    t->order = tl_arena_alloc(arena, termbase->term_count, sizeof *t->order);
    t->names = tl_arena_alloc(arena, names, sizeof *t->names);
    t->holders = tl_arena_alloc(arena, holders, sizeof *t->holders);
    t->examples = tl_arena_alloc(arena, examples, sizeof *t->examples);
    t->base = tl_arena_alloc(arena, 1, sizeof *t->base);
    t->terms_count = termbase->term_count;
    t->base_count = 1;
}

/* Texts and bytes, which are not counted beforehand, come into the arena like the other tables. */
static void
keep_what_grew(saving *s, tl_arena *arena)
{
    tl_store_tables *t = &s->tables;
    tl_str texts = {(const char *)t->texts, t->texts_count * sizeof *t->texts};
    void *kept = tl_arena_alloc(arena, 1, texts.len);
    t->texts = texts.len ? memcpy(kept, texts.ptr, texts.len) : kept;
    t->bytes_count = s->bytes.len;
    t->bytes = tl_arena_alloc(arena, 1, s->bytes.len);
    if (s->bytes.len) {
        memcpy(t->bytes, s->bytes.ptr, s->bytes.len);
    }
    free((void *)(uintptr_t)texts.ptr);
    tl_buf_clear(&s->bytes);
}

bool
tl_termbase_save(const tl_termbase *termbase, tl_image_writer *writer)
{
    static const tl_image_part parts[] = {TL_STORE_TABLES(TL_STORE_PART)};
    saving s = {.termbase = termbase};
    make_tables(&s, &writer->arena);
    for (size_t i = 0; i < termbase->concept_count; i++) {
        save_concept(&s, termbase->concepts[i]);
    }
    save_base(&s);
    keep_what_grew(&s, &writer->arena);
    tl_image_add_parts(writer, parts, sizeof parts / sizeof *parts, &s.tables);
    return s.tables.bytes_count <= UINT32_MAX && s.tables.texts_count <= UINT32_MAX;
}
