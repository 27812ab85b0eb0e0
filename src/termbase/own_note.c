/* SPDX-License-Identifier: MPL-2.0 */
/* termlint's own keys as the text of a note. Knows which keys other formats lack and which texts
 * they would not give back; the mapping is opened by its first key and closed at the end. */
#include "termbase/own_note.h"

#include "termbase/draft.h"
#include "termbase/names.h"
#include "termbase/yaml_text.h"

typedef struct mapping {
    tl_buf *out;
    bool is_open;
} mapping;

static void
open_key(mapping *m, const char *key)
{
    tl_buf_add_format(m->out, "%s%s: ", m->is_open ? ", " : "termlint: {", key);
    m->is_open = true;
}

static void
close_mapping(const mapping *m)
{
    tl_buf_add_cstr(m->out, m->is_open ? "}" : "");
}

static void
add_pair(mapping *m, const char *key, tl_str text)
{
    if (text.len) {
        open_key(m, key);
        tl_yaml_add_text(m->out, text);
    }
}

static void
add_date(mapping *m, const char *key, tl_date date)
{
    if (date) {
        open_key(m, key);
        tl_buf_add_format(m->out, "%04u-%02u-%02u", date / 10000, date / 100 % 100, date % 100);
    }
}

static void
add_list(mapping *m, const char *key, const tl_str *items, size_t count)
{
    if (count == 0) {
        return;
    }
    open_key(m, key);
    tl_buf_add_byte(m->out, '[');
    for (size_t i = 0; i < count; i++) {
        tl_buf_add_cstr(m->out, i ? ", " : "");
        tl_yaml_add_text(m->out, items[i]);
    }
    tl_buf_add_byte(m->out, ']');
}

bool
tl_own_note_is_needless(tl_str text)
{
    tl_arena arena = {0};
    bool is_same = tl_str_equal(tl_draft_clean(&arena, text), text);
    tl_arena_clear(&arena);
    return is_same && !tl_draft_is_own_note(text);
}

/* A text that would come back otherwise. */
static void
add_exact(mapping *m, const char *key, tl_str text)
{
    if (!tl_own_note_is_needless(text)) {
        add_pair(m, key, text);
    }
}

void
tl_own_note_of_termbase(const tl_termbase *termbase, tl_buf *out)
{
    mapping m = {.out = out};
    add_exact(&m, "name", termbase->name);
    add_list(&m, "languages", termbase->languages, termbase->language_count);
    add_pair(&m, "romanization", termbase->romanization);
    add_pair(&m, "yo", termbase->yo_strict ? TL_STR("strict") : TL_STR(""));
    close_mapping(&m);
}

static void
add_holders(mapping *m, const tl_concept *concept)
{
    if (concept->holder_count == 0) {
        return;
    }
    open_key(m, "holders");
    for (size_t i = 0; i < concept->holder_count; i++) {
        const tl_holder *holder = &concept->holders[i];
        mapping item = {.out = m->out, .is_open = true};
        tl_buf_add_format(m->out, "%s{person: %.*s", i ? ", " : "[",
                          TL_STR_ARGS(holder->person->id));
        add_date(&item, "from", holder->from);
        add_date(&item, "until", holder->until);
        tl_buf_add_byte(m->out, '}');
    }
    tl_buf_add_byte(m->out, ']');
}

static void
add_examples(mapping *m, const tl_concept *concept)
{
    if (concept->example_count == 0) {
        return;
    }
    open_key(m, "examples");
    for (size_t i = 0; i < concept->example_count; i++) {
        mapping item = {.out = m->out, .is_open = true};
        tl_buf_add_cstr(m->out, i ? ", {text: " : "[{text: ");
        tl_yaml_add_text(m->out, concept->examples[i].text);
        add_pair(&item, "expect", concept->examples[i].expect);
        tl_buf_add_byte(m->out, '}');
    }
    tl_buf_add_byte(m->out, ']');
}

void
tl_own_note_of_concept(const tl_concept *concept, tl_buf *out)
{
    mapping m = {.out = out};
    if (concept->type != TL_TYPE_TERM) {
        add_pair(&m, "type", tl_type_names[concept->type]);
    }
    add_pair(&m, "part_of", concept->part_of ? concept->part_of->id : TL_STR(""));
    add_exact(&m, "subject", concept->subject);
    add_exact(&m, "definition", concept->definition);
    add_exact(&m, "note", concept->note);
    add_exact(&m, "source", concept->source);
    add_pair(&m, "severity", tl_level_names[concept->severity]);
    add_list(&m, "distinct", concept->distinct, concept->distinct_count);
    add_holders(&m, concept);
    add_examples(&m, concept);
    close_mapping(&m);
}

void
tl_own_note_of_entry(const tl_entry *entry, tl_buf *out)
{
    mapping m = {.out = out};
    if (entry->name == NULL) {
        return;
    }
    tl_person_name parts = tl_person_name_untold(entry);
    add_pair(&m, "family", parts.family);
    add_pair(&m, "given", parts.given);
    add_pair(&m, "patronymic", parts.patronymic);
    if (parts.gender != TL_GENDER_UNKNOWN) {
        add_pair(&m, "gender", parts.gender == TL_GENDER_MALE ? TL_STR("m") : TL_STR("f"));
    }
    add_pair(&m, "decline", entry->name->decline ? TL_STR("") : TL_STR("no"));
    add_list(&m, "forms", entry->name->forms, entry->name->form_count);
    close_mapping(&m);
}

void
tl_own_note_of_term(const tl_term *term, tl_buf *out)
{
    mapping m = {.out = out};
    bool is_forbidden = term->status == TL_STATUS_FORBIDDEN;
    add_exact(&m, "text", term->text);
    add_pair(&m, "status", is_forbidden ? tl_status_names[term->status] : TL_STR(""));
    add_pair(&m, "use", term->use);
    add_exact(&m, "note", term->note);
    add_exact(&m, "source", term->source);
    add_list(&m, "except", term->except, term->except_count);
    add_pair(&m, "case", term->case_given ? tl_case_rule_names[term->case_rule] : TL_STR(""));
    add_pair(&m, "severity", tl_level_names[term->severity]);
    add_date(&m, "from", term->from);
    add_date(&m, "until", term->until);
    close_mapping(&m);
}
