/* SPDX-License-Identifier: MPL-2.0 */
/* TBX (ISO 30042) in all four shapes that it has had: martif of 2008, version 3 with categories as
 * attributes or as elements, TBX-Min. They differ in names only, so elements go by their role:
 * entry, language, term section, or a leaf with a category. One concept at a time is in memory.
 * What a category means is in a table below; what has no place in a termbase is counted. */
#include "termbase/tbx.h"

#include "base/alloc.h"
#include "base/buf.h"
#include "base/xml.h"
#include "termbase/draft.h"

#include <stdlib.h>

typedef enum level { LEVEL_HEADER, LEVEL_CONCEPT, LEVEL_LANGUAGE, LEVEL_TERM } level;

typedef enum role {
    ROLE_GROUP, /* only holds others: body, tbxHeader, descripGrp */
    ROLE_ENTRY,
    ROLE_LANGUAGE,
    ROLE_SECTION,
    ROLE_LEAF,
    ROLE_INLINE, /* markup inside a leaf */
} role;

typedef struct frame {
    role role;
    bool is_context; /* a group around an example of use, whose source is not the term's */
} frame;

typedef struct tbx_reader {
    tl_load *load;
    tl_xml *xml;
    bool has_root, failed;
    size_t concepts;
    level level;
    frame frames[TL_XML_MAX_DEPTH + 1];
    size_t depth;
    unsigned muted; /* how many elements around the text hold code, no words */
    tl_buf text;    /* of the leaf at hand, no more than what a text may have */
    tl_buf category;
    tl_spot spot; /* of the leaf */
    tl_draft *draft;
    tl_draft_entry *entry;
    tl_draft_term *term;
} tbx_reader;

static bool
is_one_of(tl_str name, const char *names)
{
    tl_str rest = tl_str_from(names), one;
    while (tl_str_split(&rest, ' ', &one)) {
        if (tl_str_equal(one, name)) {
            return true;
        }
    }
    return false;
}

static tl_spot
spot_of(const tbx_reader *r)
{
    tl_xml_place here = tl_xml_here(r->xml);
    return (tl_spot){here.line, here.column};
}

static void
fail(tbx_reader *r, tl_spot spot, const char *message)
{
    tl_problem_add(r->load->problems, r->load->path, spot.line, spot.column, "%s", message);
    r->failed = true;
    tl_xml_stop(r->xml);
}

/* -- leaves -- */

static void
take_note(tbx_reader *r)
{
    tl_str text = tl_buf_str(&r->text);
    tl_draft_term *term = r->level == LEVEL_TERM ? r->term : NULL;
    tl_draft_entry *entry = r->level == LEVEL_LANGUAGE ? r->entry : NULL;
    if (!tl_draft_is_own_note(text)) {
        tl_draft_say(r->load, term ? term->keys : r->draft->keys, "note", text, r->spot);
        return;
    }
    const tl_node *mapping = tl_draft_own_note(r->load, text, r->spot);
    if (mapping && term) {
        tl_draft_say_all_of_term(r->load, term, mapping);
    } else if (mapping) {
        tl_draft_say_all(r->load, entry ? entry->keys : r->draft->keys, mapping);
    }
}

static void
take_term(tbx_reader *r)
{
    if (r->level == LEVEL_TERM && r->entry && r->term == NULL) {
        r->term = tl_draft_term_in(r->draft, r->entry, tl_buf_str(&r->text), r->spot);
    }
}

static void
take_status(tbx_reader *r)
{
    if (r->term) {
        tl_draft_set_status(r->load, r->term, tl_str_trim(tl_buf_str(&r->text)));
    }
}

static void
take_term_type(tbx_reader *r)
{
    tl_str type = tl_str_trim(tl_buf_str(&r->text));
    if (r->term && is_one_of(type, "acronym abbreviation initialism shortForm")) {
        r->term->is_acronym = true;
    } else if (!is_one_of(type, "fullForm variant entryTerm")) {
        tl_draft_lose(r->load, TL_STR("termType"));
    }
}

static void
take_definition(tbx_reader *r)
{
    tl_draft_say(r->load, r->draft->keys, "definition", tl_buf_str(&r->text), r->spot);
}

static void
take_subject(tbx_reader *r)
{
    tl_draft_say(r->load, r->draft->keys, "subject", tl_buf_str(&r->text), r->spot);
}

static bool
is_in_context(const tbx_reader *r)
{
    return r->depth > 1 && r->frames[r->depth - 2].is_context;
}

static void
take_source(tbx_reader *r)
{
    tl_branch *keys = r->level == LEVEL_TERM && r->term ? r->term->keys : r->draft->keys;
    if (is_in_context(r)) {
        tl_draft_lose(r->load, TL_STR("source of a context"));
    } else {
        tl_draft_say(r->load, keys, "source", tl_buf_str(&r->text), r->spot);
    }
}

static void
take_context(tbx_reader *r)
{
    tl_draft_lose(r->load, TL_STR("context"));
    if (r->depth > 1) {
        r->frames[r->depth - 2].is_context = true;
    }
}

/* By the name of the category, in its `type` or as the element itself. */
static const struct {
    tl_str category;
    void (*take)(tbx_reader *r);
} categories[] = {
    {TL_STR_INIT("term"), take_term},
    {TL_STR_INIT("note"), take_note},
    {TL_STR_INIT("administrativeStatus"), take_status},
    {TL_STR_INIT("normativeAuthorization"), take_status},
    {TL_STR_INIT("termStatus"), take_status},
    {TL_STR_INIT("termType"), take_term_type},
    {TL_STR_INIT("definition"), take_definition},
    {TL_STR_INIT("subjectField"), take_subject},
    {TL_STR_INIT("source"), take_source},
    {TL_STR_INIT("context"), take_context},
    {TL_STR_INIT("descrip"), take_note}, /* without a type: Weblate's explanation */
    {TL_STR_INIT("Usage note"), take_note},
};

static void
take_leaf(tbx_reader *r)
{
    tl_str category = tl_buf_str(&r->category);
    if (r->text.len > TL_YAML_MAX_TEXT) {
        tl_problem_add(r->load->problems, r->load->path, r->spot.line, r->spot.column,
                       "text of more than %d bytes, want a shorter one", TL_YAML_MAX_TEXT);
        return;
    }
    for (size_t i = 0; i < sizeof categories / sizeof categories[0]; i++) {
        if (tl_str_equal(categories[i].category, category)) {
            categories[i].take(r);
            return;
        }
    }
    tl_draft_lose(r->load, tl_clip(category));
}

/* -- the header -- */

static void
take_settings(tbx_reader *r)
{
    const tl_node *mapping = tl_draft_own_note(r->load, tl_buf_str(&r->text), r->spot);
    if (mapping) {
        tl_load_settings(r->load, mapping, r->load->file);
    }
    tl_arena_reset(&r->load->scratch);
}

static void
take_header_leaf(tbx_reader *r)
{
    tl_str text = tl_str_trim(tl_buf_str(&r->text));
    tl_termbase *termbase = r->load->termbase;
    if (tl_draft_is_own_note(text)) {
        take_settings(r);
    } else if (is_one_of(tl_buf_str(&r->category), "title id") && termbase->name.len == 0 &&
               text.len <= TL_YAML_MAX_TEXT) {
        termbase->name = tl_draft_clean(&termbase->arena, text);
    }
}

/* TBX-Min names its languages in the header. */
static void
list_languages(tbx_reader *r, tl_xml_attributes attributes)
{
    tl_str names[] = {TL_STR("source"), TL_STR("target")};
    tl_draft *draft = tl_draft_new(r->load, spot_of(r));
    for (size_t i = 0; i < 2; i++) {
        tl_str language = tl_xml_attribute(attributes, names[i]);
        if (language.len) {
            tl_draft_entry_in(draft, language, spot_of(r));
        }
    }
    tl_arena_reset(&r->load->scratch);
}

/* -- elements -- */

static bool
ends_with_group(tl_str name)
{
    return tl_str_ends_with(name, TL_STR("Grp")) || tl_str_equal(name, TL_STR("termCompList"));
}

static role
role_in_header(tl_str name)
{
    return is_one_of(name, "termEntry conceptEntry")   ? ROLE_ENTRY
           : is_one_of(name, "title p id description") ? ROLE_LEAF
                                                       : ROLE_GROUP;
}

static role
role_of(const tbx_reader *r, tl_str name)
{
    role around = r->depth ? r->frames[r->depth - 1].role : ROLE_GROUP;
    if (around == ROLE_LEAF || around == ROLE_INLINE) {
        return ROLE_INLINE;
    }
    switch (r->level) {
    case LEVEL_HEADER: return role_in_header(name);
    case LEVEL_CONCEPT:
        return is_one_of(name, "langSet langSec langGroup") ? ROLE_LANGUAGE
               : ends_with_group(name)                      ? ROLE_GROUP
                                                            : ROLE_LEAF;
    case LEVEL_LANGUAGE:
        return is_one_of(name, "tig ntig termSec termGroup") ? ROLE_SECTION
               : ends_with_group(name)                       ? ROLE_GROUP
                                                             : ROLE_LEAF;
    case LEVEL_TERM: break;
    }
    return ends_with_group(name) ? ROLE_GROUP : ROLE_LEAF;
}

static void
begin_language(tbx_reader *r, tl_xml_attributes attributes)
{
    tl_str language = tl_xml_attribute(attributes, TL_STR("lang"));
    r->level = LEVEL_LANGUAGE;
    r->entry = NULL;
    if (language.len == 0) {
        tl_spot spot = spot_of(r);
        tl_problem_add(r->load->problems, r->load->path, spot.line, spot.column,
                       "terms without a language, want “xml:lang”");
    } else {
        r->entry = tl_draft_entry_in(r->draft, language, spot_of(r));
    }
}

static void
begin_leaf(tbx_reader *r, tl_str name, tl_xml_attributes attributes)
{
    tl_str type = tl_xml_attribute(attributes, TL_STR("type"));
    r->text.len = r->category.len = 0;
    tl_buf_add(&r->category, type.len ? type : name);
    r->spot = spot_of(r);
}

static void
begin_inline(tbx_reader *r, tl_str name)
{
    if (is_one_of(name, "bpt ept ph it ut")) {
        r->muted++;
    } else if (tl_str_equal(name, TL_STR("noteValue"))) {
        tl_buf_add_cstr(&r->text, ": ");
    }
}

static void
begin_role(tbx_reader *r, role part, tl_str name, tl_xml_attributes attributes)
{
    switch (part) {
    case ROLE_ENTRY:
        r->level = LEVEL_CONCEPT;
        r->draft = tl_draft_new(r->load, spot_of(r));
        r->draft->wanted_id =
            tl_arena_copy(&r->load->scratch, tl_xml_attribute(attributes, TL_STR("id")));
        r->entry = NULL;
        r->term = NULL;
        break;
    case ROLE_LANGUAGE: begin_language(r, attributes); break;
    case ROLE_SECTION:
        r->level = LEVEL_TERM;
        r->term = NULL;
        break;
    case ROLE_LEAF: begin_leaf(r, name, attributes); break;
    case ROLE_INLINE: begin_inline(r, name); break;
    case ROLE_GROUP:
        if (tl_str_equal(name, TL_STR("languages"))) {
            list_languages(r, attributes);
        }
        break;
    }
}

static void
on_begin(void *context, tl_str name, tl_xml_attributes attributes)
{
    tbx_reader *r = context;
    if (!r->has_root && !is_one_of(name, "martif tbx TBX")) {
        fail(r, spot_of(r), "a root element that TBX does not have, want martif, tbx or TBX");
        return;
    }
    role part = role_of(r, name);
    r->has_root = true;
    r->frames[r->depth++] = (frame){.role = part};
    begin_role(r, part, name, attributes);
}

/* One byte more than may be is enough to see that it is too long. */
static void
on_text(void *context, tl_str text)
{
    tbx_reader *r = context;
    role around = r->depth ? r->frames[r->depth - 1].role : ROLE_GROUP;
    if ((around == ROLE_LEAF || around == ROLE_INLINE) && r->muted == 0 &&
        r->text.len <= TL_YAML_MAX_TEXT) {
        tl_buf_add(&r->text, tl_str_slice(text, 0, TL_YAML_MAX_TEXT + 1));
    }
}

static void
end_entry(tbx_reader *r)
{
    tl_draft_finish(r->draft);
    tl_arena_reset(&r->load->scratch);
    r->draft = NULL;
    r->level = LEVEL_HEADER;
    r->concepts++;
}

static void
on_end(void *context, tl_str name)
{
    tbx_reader *r = context;
    switch (r->frames[r->depth - 1].role) {
    case ROLE_ENTRY: end_entry(r); break;
    case ROLE_LANGUAGE: r->level = LEVEL_CONCEPT; break;
    case ROLE_SECTION: r->level = LEVEL_LANGUAGE; break;
    case ROLE_LEAF: (r->level == LEVEL_HEADER ? take_header_leaf : take_leaf)(r); break;
    case ROLE_INLINE: r->muted -= is_one_of(name, "bpt ept ph it ut"); break;
    case ROLE_GROUP: break;
    }
    r->depth--;
}

/* -- the row -- */

static const tl_xml_events events = {.begin = on_begin, .text = on_text, .end = on_end};

void *
tl_tbx_open(tl_load *load, tl_termbase_file *file)
{
    (void)file;
    tbx_reader *r = tl_alloc_zero(1, sizeof *r);
    r->load = load;
    r->xml = tl_xml_new(&events, r);
    return r;
}

static bool
feed(tbx_reader *r, tl_str piece, bool is_last)
{
    tl_error error = {0};
    bool ok = !r->failed && tl_xml_feed(r->xml, piece, is_last, &error);
    if (error.message) {
        tl_spot spot = spot_of(r);
        tl_problem_add(r->load->problems, r->load->path, spot.line, spot.column, "%s",
                       error.message);
    }
    r->failed = r->failed || !ok;
    tl_error_clear(&error);
    return ok;
}

bool
tl_tbx_take(void *reader, tl_str piece)
{
    return feed(reader, piece, false);
}

void
tl_tbx_close(void *reader, bool is_whole)
{
    tbx_reader *r = reader;
    if (is_whole && feed(r, TL_STR(""), true) && r->concepts == 0) {
        tl_problem_add(r->load->problems, r->load->path, 1, 1,
                       "no concept in the file, want termEntry or conceptEntry elements");
    }
    tl_xml_free(r->xml);
    tl_buf_clear(&r->text);
    tl_buf_clear(&r->category);
    free(r);
}
