/* SPDX-License-Identifier: MPL-2.0 */
/* From what other programs say of a concept to the mapping that a YAML file would have. Knows how
 * laxly they keep their terms, and the words that they have for a status; not how their files are
 * made. What it hands to the loader is right by the loader's rules, whatever came in. */
#include "termbase/draft.h"

#include "base/buf.h"
#include "base/utf8.h"
#include "termbase/bytes.h"
#include "termbase/ids.h"
#include "termbase/letters.h"
#include "termbase/names.h"
#include "text/language_tag.h"

/* -- words of other formats -- */

/* In small letters, without "term" and "-admn-sts": ISO 30042 in its editions, TBX-Min, UTX, and
 * what else has been seen in files. */
static const struct {
    tl_str word;
    tl_status status;
} status_words[] = {
    {TL_STR_INIT("preferred"), TL_STATUS_PREFERRED},
    {TL_STR_INIT("standardized"), TL_STATUS_PREFERRED},
    {TL_STR_INIT("approved"), TL_STATUS_PREFERRED},
    {TL_STR_INIT("admitted"), TL_STATUS_ADMITTED},
    {TL_STR_INIT("allowed"), TL_STATUS_ADMITTED},
    {TL_STR_INIT("legal"), TL_STATUS_ADMITTED},
    {TL_STR_INIT("regulated"), TL_STATUS_ADMITTED},
    {TL_STR_INIT("provisional"), TL_STATUS_ADMITTED},
    {TL_STR_INIT("superseded"), TL_STATUS_SUPERSEDED},
    {TL_STR_INIT("obsolete"), TL_STATUS_SUPERSEDED},
    {TL_STR_INIT("deprecated"), TL_STATUS_DEPRECATED},
    {TL_STR_INIT("notrecommended"), TL_STATUS_DEPRECATED},
    {TL_STR_INIT("non-standard"), TL_STATUS_DEPRECATED},
    {TL_STR_INIT("rejected"), TL_STATUS_DEPRECATED},
    {TL_STR_INIT("forbidden"), TL_STATUS_FORBIDDEN},
};

static tl_str
without_ending(tl_str text, tl_str ending)
{
    bool ends =
        text.len >= ending.len &&
        tl_str_equal_ascii_nocase(tl_str_slice(text, text.len - ending.len, text.len), ending);
    return ends ? tl_str_slice(text, 0, text.len - ending.len) : text;
}

void
tl_draft_set_status(tl_load *load, tl_draft_term *term, tl_str word)
{
    tl_str bare = without_ending(without_ending(word, TL_STR("-admn-sts")), TL_STR("Term"));
    for (size_t i = 0; i < sizeof status_words / sizeof status_words[0]; i++) {
        if (tl_str_equal_ascii_nocase(status_words[i].word, bare)) {
            term->status = status_words[i].status;
            term->has_status = true;
            return;
        }
    }
    tl_draft_lose(load, TL_STR("administrativeStatus"));
}

/* -- texts -- */

tl_str
tl_draft_clean(tl_arena *arena, tl_str text)
{
    tl_buf out = {0};
    bool breaks = false;
    for (size_t at = 0; at < text.len;) {
        size_t begin = at;
        uint32_t c = tl_utf8_next(text, &at), unwanted;
        tl_str letter = tl_str_slice(text, begin, at);
        bool is_space =
            c == ' ' || (c >= '\t' && c <= '\r') || c == 0x85 || c == 0x2028 || c == 0x2029;
        if (!is_space && !tl_bytes_have_unwanted(letter, &unwanted)) {
            tl_buf_add_cstr(&out, breaks && out.len ? " " : "");
            tl_buf_add(&out, letter);
            breaks = false;
        }
        breaks = breaks || is_space;
    }
    tl_str cleaned = tl_letters_nfc(arena, tl_buf_str(&out));
    tl_buf_clear(&out);
    return cleaned;
}

/* True unless a text is too long, which is reported. */
static bool
is_of_good_length(tl_load *load, tl_str text, tl_spot spot)
{
    if (text.len > TL_YAML_MAX_TEXT) {
        tl_problem_add(load->problems, load->path, spot.line, spot.column,
                       "text of more than %d bytes, want a shorter one", TL_YAML_MAX_TEXT);
    }
    return text.len <= TL_YAML_MAX_TEXT;
}

void
tl_draft_lose(tl_load *load, tl_str what)
{
    tl_dropped_add(&load->termbase->lost, &load->termbase->arena, what, 1);
}

void
tl_draft_say(tl_load *load, tl_branch *keys, const char *name, tl_str text, tl_spot spot)
{
    tl_arena *arena = &load->scratch;
    tl_str key = tl_str_from(name), cleaned = tl_draft_clean(arena, text);
    if (cleaned.len == 0 || !is_of_good_length(load, cleaned, spot)) {
        return;
    }
    tl_branch *known = tl_branch_find(keys, key);
    bool is_note = tl_str_equal(key, TL_STR("note"));
    bool is_joined = is_note || tl_str_equal(key, TL_STR("subject"));
    if (known == NULL) {
        tl_branch_add(arena, keys, key, tl_branch_text(arena, cleaned, spot, key));
    } else if (is_joined && known->node.text.len + cleaned.len + 2 <= TL_YAML_MAX_TEXT) {
        tl_branch_join(arena, known, is_note ? TL_STR("\n") : TL_STR("; "));
        tl_branch_join(arena, known, cleaned);
    } else if (!tl_str_equal(known->node.text, cleaned)) {
        tl_draft_lose(load, key);
    }
}

/* -- notes of termlint's own -- */

static const tl_str own_prefix = TL_STR_INIT("termlint: {");

bool
tl_draft_is_own_note(tl_str note)
{
    return tl_str_starts_with(tl_str_trim(note), own_prefix);
}

/* Gives a node and all in it the place of the note. */
static void
move_to(const tl_node *node, tl_spot spot)
{
    for (; node; node = node->next) {
        tl_node *moved = (tl_node *)node;
        moved->line = spot.line;
        moved->column = spot.column;
        if (node->value) {
            move_to(node->value, spot);
        }
        move_to(node->first, spot);
    }
}

const tl_node *
tl_draft_own_note(tl_load *load, tl_str note, tl_spot spot)
{
    tl_problem_list problems = {.limit = 1};
    tl_yaml yaml;
    const tl_node *root = NULL, *found = NULL;
    if (tl_yaml_open(&yaml, load->path, tl_arena_copy(&load->scratch, tl_str_trim(note)), &problems,
                     &load->scratch)) {
        root = tl_yaml_next(&yaml, TL_STR("note"));
        tl_yaml_finish(&yaml);
    }
    tl_yaml_clear(&yaml);
    if (problems.count) {
        tl_problem_add(load->problems, load->path, spot.line, spot.column,
                       "a note of termlint's that it did not write: %s", problems.items[0].message);
    } else {
        const tl_node *key = tl_node_find(root, TL_STR("termlint"));
        found = key && key->value->kind == TL_NODE_MAPPING ? key->value : NULL;
        move_to(found, spot);
    }
    tl_problem_list_clear(&problems);
    return found;
}

/* The value becomes a branch, as all in the keys are. */
static void
say_key(tl_load *load, tl_branch *keys, const tl_node *key)
{
    tl_spot spot = {key->value->line, key->value->column};
    tl_branch *value = tl_branch_new(&load->scratch, key->value->kind, spot, key->value->under);
    tl_node *said = (tl_node *)tl_node_find(&keys->node, key->text);
    value->node = *key->value;
    if (said) {
        said->value = &value->node;
    } else {
        tl_branch_add(&load->scratch, keys, key->text, value);
    }
}

void
tl_draft_say_all(tl_load *load, tl_branch *keys, const tl_node *mapping)
{
    for (const tl_node *key = mapping->first; key; key = key->next) {
        say_key(load, keys, key);
    }
}

void
tl_draft_say_all_of_term(tl_load *load, tl_draft_term *term, const tl_node *mapping)
{
    for (const tl_node *key = mapping->first; key; key = key->next) {
        if (tl_str_equal(key->text, TL_STR("status"))) {
            tl_draft_set_status(load, term, key->value->text);
        } else {
            say_key(load, term->keys, key);
        }
    }
}

/* -- the parts -- */

tl_draft *
tl_draft_new(tl_load *load, tl_spot spot)
{
    tl_draft *draft = tl_arena_alloc(&load->scratch, 1, sizeof *draft);
    draft->load = load;
    draft->spot = spot;
    draft->keys = tl_branch_new(&load->scratch, TL_NODE_MAPPING, spot, TL_STR("concepts"));
    draft->tail = &draft->entries;
    return draft;
}

/* The tag as BCP 47 writes it: "ru_RU" is often seen. "id" is a key of a concept, so Indonesian
 * goes by its country. */
static tl_str
fit_language(tl_arena *arena, tl_str language)
{
    tl_str fit = tl_arena_copy(arena, tl_str_trim(language));
    for (size_t i = 0; i < fit.len; i++) {
        if (fit.ptr[i] == '_') {
            ((char *)fit.ptr)[i] = '-';
        }
    }
    return tl_str_equal_ascii_nocase(fit, TL_STR("id")) ? TL_STR("id-id") : fit;
}

static tl_tag *
tag_of(tl_load *load, tl_str language, tl_spot spot)
{
    tl_str fit = fit_language(&load->scratch, language);
    if (!tl_language_is_tag(fit)) {
        tl_problem_add(load->problems, load->path, spot.line, spot.column,
                       "“%.*s” is no language tag, want one like en or sr-Latn",
                       TL_STR_ARGS(tl_clip(language)));
        return NULL;
    }
    tl_tag *tag = tl_load_tag(load, fit);
    if (tag->listed_in == NULL && load->language_count >= TL_DRAFT_MAX_LANGUAGES) {
        tl_problem_add(load->problems, load->path, spot.line, spot.column,
                       "more than %d languages, want fewer", TL_DRAFT_MAX_LANGUAGES);
        return NULL;
    }
    tl_load_list_language(load, tag, load->file);
    return tag;
}

tl_draft_entry *
tl_draft_entry_in(tl_draft *draft, tl_str language, tl_spot spot)
{
    tl_load *load = draft->load;
    tl_tag *tag = tag_of(load, language, spot);
    tl_draft_entry *entry = draft->entries;
    while (tag && entry && entry->tag != tag) {
        entry = entry->next;
    }
    if (tag == NULL || entry) {
        return entry;
    }
    entry = tl_arena_alloc(&load->scratch, 1, sizeof *entry);
    entry->tag = tag;
    entry->keys = tl_branch_new(&load->scratch, TL_NODE_MAPPING, spot, tag->text);
    entry->tail = &entry->terms;
    *draft->tail = entry;
    draft->tail = &entry->next;
    return entry;
}

static tl_draft_term *
find_clean(const tl_draft_entry *entry, tl_str text)
{
    tl_draft_term *term = entry->terms;
    while (term && !tl_str_equal(tl_branch_find(term->keys, TL_STR("text"))->node.text, text)) {
        term = term->next;
    }
    return term;
}

tl_draft_term *
tl_draft_find(const tl_draft *draft, const tl_draft_entry *entry, tl_str text)
{
    return find_clean(entry, tl_draft_clean(&draft->load->scratch, text));
}

tl_draft_term *
tl_draft_term_in(tl_draft *draft, tl_draft_entry *entry, tl_str text, tl_spot spot)
{
    tl_load *load = draft->load;
    tl_arena *arena = &load->scratch;
    tl_str key = TL_STR("text"), cleaned = tl_draft_clean(arena, text);
    if (!is_of_good_length(load, cleaned, spot)) {
        return NULL;
    }
    if (!tl_letters_exist(cleaned)) {
        tl_draft_lose(load, TL_STR("terms without a letter"));
        return NULL;
    }
    if (find_clean(entry, cleaned)) {
        tl_draft_lose(load, TL_STR("repeated terms"));
        return NULL;
    }
    if (entry->count == TL_DRAFT_MAX_TERMS) {
        tl_problem_add(load->problems, load->path, spot.line, spot.column,
                       "more than %d terms of a concept in one language, want fewer",
                       TL_DRAFT_MAX_TERMS);
        return NULL;
    }
    tl_draft_term *term = tl_arena_alloc(arena, 1, sizeof *term);
    term->keys = tl_branch_new(arena, TL_NODE_MAPPING, spot, TL_STR("terms"));
    tl_branch_add(arena, term->keys, key, tl_branch_text(arena, cleaned, spot, key));
    *entry->tail = term;
    entry->tail = &term->next;
    entry->count++;
    draft->count++;
    return term;
}

/* -- the whole -- */

/* The term to be preferred where none is said to be: the first without a status, a full form before
 * an acronym. */
static tl_draft_term *
first_unjudged(const tl_draft_entry *entry)
{
    tl_draft_term *found = NULL;
    for (tl_draft_term *term = entry->terms; term; term = term->next) {
        if (!term->has_status && (found == NULL || (found->is_acronym && !term->is_acronym))) {
            found = term;
        }
    }
    return found;
}

/* Gives every term a status; one is preferred, if any can be. */
static void
settle_statuses(tl_load *load, const tl_draft_entry *entry)
{
    tl_draft_term *preferred = NULL, *unjudged = first_unjudged(entry);
    for (tl_draft_term *term = entry->terms; term; term = term->next) {
        if (!term->has_status) {
            term->status = TL_STATUS_ADMITTED;
        } else if (term->status == TL_STATUS_PREFERRED && preferred) {
            term->status = TL_STATUS_ADMITTED;
            tl_draft_lose(load, TL_STR("second preferred terms"));
        } else if (term->status == TL_STATUS_PREFERRED) {
            preferred = term;
        }
    }
    if (preferred == NULL && unjudged) {
        unjudged->status = TL_STATUS_PREFERRED;
    }
}

/* Which keys of an entry hold terms already. */
typedef struct filled {
    bool acronym;
    tl_branch *lists[TL_STATUS_COUNT];
} filled;

static void
add_term(tl_load *load, tl_draft_entry *entry, tl_draft_term *term, filled *keys)
{
    tl_arena *arena = &load->scratch;
    bool is_acronym = term->is_acronym && term->status == TL_STATUS_ADMITTED && !keys->acronym;
    tl_str key = is_acronym ? TL_STR("acronym") : tl_status_names[term->status];
    tl_branch **list = &keys->lists[term->status];
    term->keys->node.under = key;
    if (is_acronym || term->status == TL_STATUS_PREFERRED) {
        tl_branch_add(arena, entry->keys, key, term->keys);
        keys->acronym = keys->acronym || is_acronym;
        return;
    }
    if (*list == NULL) {
        tl_spot spot = {term->keys->node.line, term->keys->node.column};
        *list = tl_branch_new(arena, TL_NODE_LIST, spot, key);
        tl_branch_add(arena, entry->keys, key, *list);
    }
    tl_branch_append(*list, term->keys);
}

static void
add_entry(tl_draft *draft, tl_draft_entry *entry)
{
    filled keys = {0};
    if (entry->count == 0) {
        return;
    }
    settle_statuses(draft->load, entry);
    for (tl_draft_term *term = entry->terms; term; term = term->next) {
        add_term(draft->load, entry, term, &keys);
    }
    tl_branch_add(&draft->load->scratch, draft->keys, entry->tag->text, entry->keys);
}

static void
add_id(tl_draft *draft, const tl_draft_entry *first)
{
    tl_arena *arena = &draft->load->scratch;
    tl_str key = TL_STR("id"), id = tl_id_fit(arena, draft->wanted_id);
    if (tl_branch_find(draft->keys, key)) {
        return;
    }
    if (id.len == 0) {
        tl_str text = TL_STR("text");
        id = tl_id_of_term(arena, tl_branch_find(first->terms->keys, text)->node.text);
    }
    id = tl_id_free(draft->load, id);
    tl_branch_add(arena, draft->keys, key, tl_branch_text(arena, id, draft->spot, key));
}

void
tl_draft_finish(tl_draft *draft)
{
    tl_load *load = draft->load;
    if (draft->count == 0) {
        tl_draft_lose(load, TL_STR("concepts without a term"));
        return;
    }
    const tl_draft_entry *first = draft->entries;
    while (first->count == 0) {
        first = first->next;
    }
    add_id(draft, first);
    for (tl_draft_entry *entry = draft->entries; entry; entry = entry->next) {
        add_entry(draft, entry);
    }
    tl_load_concept(load, &draft->keys->node);
    load->owner->is_imported = true;
}
