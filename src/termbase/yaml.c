/* SPDX-License-Identifier: MPL-2.0 */
/* The format of our own, as a row: reading is root.c over yaml_reader.c, writing is here. What is
 * written is plain block YAML with nothing left out but comments and the division into files:
 * reading it gives the termbase again. What the loader tells by itself (parts of a name) is not
 * written. */
#include "termbase/formats.h"

#include "termbase/names.h"
#include "termbase/yaml_text.h"

enum { INDENT = 2 };

static void
read_yaml(tl_load *load, tl_termbase_file *file, tl_str bytes)
{
    tl_yaml yaml;
    if (tl_yaml_open(&yaml, file->path, bytes, load->problems, &load->scratch)) {
        tl_load_root(load, &yaml, file);
    }
    tl_dropped_add(&load->termbase->lost, NULL, TL_STR("comments"), yaml.comments);
    tl_yaml_clear(&yaml);
}

/* Where lines go: `depth` is that of the keys of the mapping at hand. The first key of an item of a
 * list stands behind its dash. */
typedef struct writer {
    tl_buf *out;
    unsigned depth;
    bool behind_dash;
} writer;

static void
begin_line(writer *w)
{
    if (!w->behind_dash) {
        tl_buf_add_format(w->out, "%*s", (int)w->depth, "");
    }
    w->behind_dash = false;
}

static void
open_key(writer *w, tl_str key)
{
    begin_line(w);
    tl_buf_add(w->out, key);
    tl_buf_add_cstr(w->out, ":\n");
    w->depth += INDENT;
}

static void
open_item(writer *w)
{
    tl_buf_add_format(w->out, "%*s- ", (int)w->depth, "");
    w->behind_dash = true;
    w->depth += INDENT;
}

static void
leave(writer *w)
{
    w->depth -= INDENT;
}

/* `key: text`, unless the text is empty. */
static void
add_pair(writer *w, const char *key, tl_str text)
{
    if (text.len) {
        begin_line(w);
        tl_buf_add_format(w->out, "%s: ", key);
        tl_yaml_add_text(w->out, text);
        tl_buf_add_byte(w->out, '\n');
    }
}

static void
add_date(writer *w, const char *key, tl_date date)
{
    if (date) {
        begin_line(w);
        tl_buf_add_format(w->out, "%s: %04u-%02u-%02u\n", key, date / 10000, date / 100 % 100,
                          date % 100);
    }
}

static void
add_list(writer *w, const char *key, const tl_str *items, size_t count)
{
    if (count == 0) {
        return;
    }
    begin_line(w);
    tl_buf_add_format(w->out, "%s: [", key);
    for (size_t i = 0; i < count; i++) {
        tl_buf_add_cstr(w->out, i ? ", " : "");
        tl_yaml_add_text(w->out, items[i]);
    }
    tl_buf_add_cstr(w->out, "]\n");
}

static bool
is_bare(const tl_term *term)
{
    return !term->use.len && !term->note.len && !term->source.len && !term->except_count &&
           !term->case_given && !term->severity && !term->from && !term->until;
}

static void
add_term_keys(writer *w, const tl_term *term)
{
    add_pair(w, "text", term->text);
    add_pair(w, "use", term->use);
    add_pair(w, "note", term->note);
    add_pair(w, "source", term->source);
    add_list(w, "except", term->except, term->except_count);
    add_pair(w, "case", term->case_given ? tl_case_rule_names[term->case_rule] : TL_STR(""));
    add_pair(w, "severity", tl_level_names[term->severity]);
    add_date(w, "from", term->from);
    add_date(w, "until", term->until);
}

static tl_str
key_of_term(const tl_term *term)
{
    return term->acronym ? TL_STR("acronym") : tl_status_names[term->status];
}

/* The only term of its key. */
static void
add_single_term(writer *w, const tl_term *term)
{
    if (is_bare(term)) {
        add_pair(w, key_of_term(term).ptr, term->text);
        return;
    }
    open_key(w, key_of_term(term));
    add_term_keys(w, term);
    leave(w);
}

static void
add_listed_term(writer *w, const tl_term *term)
{
    open_item(w);
    if (is_bare(term)) {
        tl_yaml_add_text(w->out, term->text);
        tl_buf_add_byte(w->out, '\n');
        w->behind_dash = false;
    } else {
        add_term_keys(w, term);
    }
    leave(w);
}

static void
add_terms(writer *w, const tl_entry *entry)
{
    for (size_t i = 0; i < entry->term_count;) {
        const tl_term *term = entry->terms[i];
        if (term->acronym || term->status == TL_STATUS_PREFERRED) {
            add_single_term(w, term);
            i++;
            continue;
        }
        open_key(w, tl_status_names[term->status]);
        for (tl_status status = term->status;
             i < entry->term_count && entry->terms[i]->status == status; i++) {
            add_listed_term(w, entry->terms[i]);
        }
        leave(w);
    }
}

static void
add_name(writer *w, const tl_entry *entry)
{
    if (entry->name == NULL) {
        return;
    }
    tl_person_name parts = tl_person_name_untold(entry);
    add_pair(w, "family", parts.family);
    add_pair(w, "given", parts.given);
    add_pair(w, "patronymic", parts.patronymic);
    add_pair(w, "gender",
             parts.gender == TL_GENDER_MALE     ? TL_STR("m")
             : parts.gender == TL_GENDER_FEMALE ? TL_STR("f")
                                                : TL_STR(""));
    if (!entry->name->decline) {
        begin_line(w);
        tl_buf_add_cstr(w->out, "decline: no\n");
    }
    add_list(w, "forms", entry->name->forms, entry->name->form_count);
}

static bool
is_bare_entry(const tl_entry *entry)
{
    if (entry->term_count != 1 || entry->preferred == NULL || !is_bare(entry->preferred)) {
        return false;
    }
    if (entry->name == NULL) {
        return true;
    }
    tl_person_name parts = tl_person_name_untold(entry);
    return !parts.family.len && !parts.given.len && !parts.patronymic.len && !parts.gender &&
           entry->name->decline && !entry->name->form_count;
}

static void
add_entry(writer *w, const tl_entry *entry)
{
    if (is_bare_entry(entry)) {
        add_pair(w, entry->language.ptr, entry->preferred->text);
        return;
    }
    open_key(w, entry->language);
    add_terms(w, entry);
    add_name(w, entry);
    leave(w);
}

static void
add_holders(writer *w, const tl_concept *concept)
{
    if (concept->holder_count == 0) {
        return;
    }
    open_key(w, TL_STR("holders"));
    for (size_t i = 0; i < concept->holder_count; i++) {
        const tl_holder *holder = &concept->holders[i];
        open_item(w);
        add_pair(w, "person", holder->person->id);
        add_date(w, "from", holder->from);
        add_date(w, "until", holder->until);
        leave(w);
    }
    leave(w);
}

static void
add_examples(writer *w, const tl_concept *concept)
{
    if (concept->example_count == 0) {
        return;
    }
    open_key(w, TL_STR("examples"));
    for (size_t i = 0; i < concept->example_count; i++) {
        open_item(w);
        begin_line(w);
        tl_buf_add_cstr(w->out, "text: ");
        tl_yaml_add_text(w->out, concept->examples[i].text);
        tl_buf_add_byte(w->out, '\n');
        add_pair(w, "expect", concept->examples[i].expect);
        leave(w);
    }
    leave(w);
}

static void
add_concept(writer *w, const tl_concept *concept)
{
    open_item(w);
    add_pair(w, "id", concept->id);
    if (concept->type != TL_TYPE_TERM) {
        add_pair(w, "type", tl_type_names[concept->type]);
    }
    add_pair(w, "part_of", concept->part_of ? concept->part_of->id : TL_STR(""));
    add_pair(w, "subject", concept->subject);
    add_pair(w, "definition", concept->definition);
    add_pair(w, "severity", tl_level_names[concept->severity]);
    for (size_t i = 0; i < concept->entry_count; i++) {
        add_entry(w, &concept->entries[i]);
    }
    add_list(w, "distinct", concept->distinct, concept->distinct_count);
    add_holders(w, concept);
    add_pair(w, "note", concept->note);
    add_pair(w, "source", concept->source);
    add_examples(w, concept);
    leave(w);
}

static void
write_yaml(const tl_termbase *termbase, tl_buf *out, tl_dropped *dropped)
{
    (void)dropped;
    writer w = {.out = out};
    tl_buf_add_cstr(out, "termlint: 1\n");
    add_pair(&w, "name", termbase->name);
    add_list(&w, "languages", termbase->languages, termbase->language_count);
    add_pair(&w, "romanization", termbase->romanization);
    add_pair(&w, "yo", termbase->yo_strict ? TL_STR("strict") : TL_STR(""));
    if (termbase->concept_count) {
        open_key(&w, TL_STR("concepts"));
    }
    for (size_t i = 0; i < termbase->concept_count; i++) {
        add_concept(&w, termbase->concepts[i]);
    }
}

const tl_termbase_format tl_termbase_format_yaml = {
    .id = "yaml",
    .summary = "termlint's own: all that a termbase can say",
    .extensions = "yaml|yml",
    .read = read_yaml,
    .write = write_yaml,
};
