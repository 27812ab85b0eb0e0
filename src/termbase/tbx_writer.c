/* SPDX-License-Identifier: MPL-2.0 */
/* TBX-Basic: version 3 in both styles, and the martif of 2008. The styles differ in the names of
 * elements and in where a category stands, all of which a row of `shapes` says; the tree is one.
 * Order in the tree is that of the standard: what is said of a concept, a language or a term stands
 * before its parts. Nothing is dropped: see tbx.h. */
#include "termbase/tbx.h"

#include "termbase/draft.h"
#include "termbase/own_note.h"

typedef struct shape {
    const char *prolog; /* up to the value of the root's xml:lang */
    const char *root_rest;
    const char *root, *header, *entry, *language, *section;
    const char *encoding; /* what the header says of the data categories */
    bool is_dct;
} shape;

static const shape dca = {
    .prolog = "<tbx type=\"TBX-Basic\" style=\"dca\" xml:lang=\"",
    .root_rest = "\" xmlns=\"urn:iso:std:iso:30042:ed-2\">\n",
    .root = "tbx",
    .header = "tbxHeader",
    .entry = "conceptEntry",
    .language = "langSec",
    .section = "termSec",
    .encoding = "",
};

static const shape dct = {
    .prolog = "<tbx type=\"TBX-Basic\" style=\"dct\" xml:lang=\"",
    .root_rest =
        "\" xmlns=\"urn:iso:std:iso:30042:ed-2\" xmlns:min=\"http://www.tbxinfo.net/ns/min\""
        " xmlns:basic=\"http://www.tbxinfo.net/ns/basic\">\n",
    .root = "tbx",
    .header = "tbxHeader",
    .entry = "conceptEntry",
    .language = "langSec",
    .section = "termSec",
    .encoding = "",
    .is_dct = true,
};

static const shape martif = {
    .prolog = "<!DOCTYPE martif SYSTEM \"TBXcoreStructV02.dtd\">\n<martif type=\"TBX\" xml:lang=\"",
    .root_rest = "\">\n",
    .root = "martif",
    .header = "martifHeader",
    .entry = "termEntry",
    .language = "langSet",
    .section = "tig",
    .encoding = "<encodingDesc><p type=\"XCSURI\">TBXXCSV02.xcs</p></encodingDesc>",
};

/* A data category: its element in one style, its prefix in the other. */
typedef struct category {
    const char *name, *element, *module;
} category;

static const category definition = {"definition", "descrip", "basic"};
static const category subject = {"subjectField", "descrip", "min"};
static const category source = {"source", "admin", "basic"};
static const category status = {"administrativeStatus", "termNote", "min"};
static const category term_type = {"termType", "termNote", "basic"};

typedef struct writer {
    tl_xml_out xml;
    const shape *shape;
} writer;

static void
add_category(writer *w, const category *c, tl_str text)
{
    if (text.len == 0) {
        return;
    }
    tl_buf *out = w->xml.out;
    tl_xml_out_line(&w->xml);
    if (w->shape->is_dct) {
        tl_buf_add_format(out, "<%s:%s>", c->module, c->name);
        tl_xml_out_text(out, text);
        tl_buf_add_format(out, "</%s:%s>\n", c->module, c->name);
    } else {
        tl_buf_add_format(out, "<%s type=\"%s\">", c->element, c->name);
        tl_xml_out_text(out, text);
        tl_buf_add_format(out, "</%s>\n", c->element);
    }
}

static void
add_note(writer *w, tl_str note)
{
    if (!tl_draft_is_own_note(note)) {
        tl_xml_out_element(&w->xml, "note", note);
    }
}

/* Writes what fills the note of termlint's own, and empties it. */
static void
add_own_note(writer *w, const char *element, tl_buf *note)
{
    tl_xml_out_element(&w->xml, element, tl_buf_str(note));
    tl_buf_clear(note);
}

static tl_str
value_of_status(const tl_term *term)
{
    switch (term->status) {
    case TL_STATUS_PREFERRED: return TL_STR("preferredTerm-admn-sts");
    case TL_STATUS_ADMITTED: return TL_STR("admittedTerm-admn-sts");
    case TL_STATUS_SUPERSEDED: return TL_STR("supersededTerm-admn-sts");
    default: return TL_STR("deprecatedTerm-admn-sts");
    }
}

static tl_str
value_of_type(const tl_term *term)
{
    bool is_full_form = term->entry->acronym && term == term->entry->preferred;
    return term->acronym ? TL_STR("acronym") : is_full_form ? TL_STR("fullForm") : TL_STR("");
}

static void
add_term(writer *w, const tl_term *term)
{
    tl_buf own = {0};
    tl_own_note_of_term(term, &own);
    tl_xml_out_open(&w->xml, w->shape->section);
    tl_xml_out_element(&w->xml, "term", term->text);
    add_category(w, &status, value_of_status(term));
    add_category(w, &term_type, value_of_type(term));
    add_category(w, &source, term->source);
    add_note(w, term->note);
    add_own_note(w, "note", &own);
    tl_xml_out_close(&w->xml, w->shape->section);
}

static void
add_entry(writer *w, const tl_entry *entry)
{
    tl_buf own = {0};
    tl_own_note_of_entry(entry, &own);
    tl_xml_out_open_with(&w->xml, w->shape->language, "xml:lang", entry->language);
    add_own_note(w, "note", &own);
    for (size_t i = 0; i < entry->term_count; i++) {
        add_term(w, entry->terms[i]);
    }
    tl_xml_out_close(&w->xml, w->shape->language);
}

/* An id of XML begins with no digit. */
void
tl_tbx_open_concept(tl_xml_out *xml, const char *element, const tl_concept *concept)
{
    tl_buf id = {0};
    tl_buf_add_cstr(&id, concept->id.ptr[0] <= '9' ? "_" : "");
    tl_buf_add(&id, concept->id);
    tl_xml_out_open_with(xml, element, "id", tl_buf_str(&id));
    tl_buf_clear(&id);
}

static void
add_concept(writer *w, const tl_concept *concept)
{
    tl_buf own = {0};
    tl_own_note_of_concept(concept, &own);
    tl_tbx_open_concept(&w->xml, w->shape->entry, concept);
    add_category(w, &subject, concept->subject);
    add_category(w, &definition, concept->definition);
    add_category(w, &source, concept->source);
    add_note(w, concept->note);
    add_own_note(w, "note", &own);
    for (size_t i = 0; i < concept->entry_count; i++) {
        add_entry(w, &concept->entries[i]);
    }
    tl_xml_out_close(&w->xml, w->shape->entry);
}

static void
add_header(writer *w, const tl_termbase *termbase)
{
    tl_buf own = {0};
    tl_own_note_of_termbase(termbase, &own);
    tl_xml_out_open(&w->xml, w->shape->header);
    tl_xml_out_open(&w->xml, "fileDesc");
    if (termbase->name.len) {
        tl_xml_out_open(&w->xml, "titleStmt");
        tl_xml_out_element(&w->xml, "title", termbase->name);
        tl_xml_out_close(&w->xml, "titleStmt");
    }
    tl_xml_out_open(&w->xml, "sourceDesc");
    tl_xml_out_element(&w->xml, "p",
                       TL_STR("Written by termlint; notes that begin with “termlint:” hold what "
                              "TBX has no data category for."));
    add_own_note(w, "p", &own);
    tl_xml_out_close(&w->xml, "sourceDesc");
    tl_xml_out_close(&w->xml, "fileDesc");
    if (*w->shape->encoding) {
        tl_xml_out_line(&w->xml);
        tl_buf_add_format(w->xml.out, "%s\n", w->shape->encoding);
    }
    tl_xml_out_close(&w->xml, w->shape->header);
}

static void
write_shape(const tl_termbase *termbase, tl_buf *out, const shape *as)
{
    writer w = {.xml = {.out = out, .depth = 1}, .shape = as};
    tl_str language = termbase->language_count ? termbase->languages[0] : TL_STR("en");
    tl_buf_add_format(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n%s%.*s%s", as->prolog,
                      TL_STR_ARGS(language), as->root_rest);
    add_header(&w, termbase);
    tl_xml_out_open(&w.xml, "text");
    tl_xml_out_open(&w.xml, "body");
    for (size_t i = 0; i < termbase->concept_count; i++) {
        add_concept(&w, termbase->concepts[i]);
    }
    tl_xml_out_close(&w.xml, "body");
    tl_xml_out_close(&w.xml, "text");
    tl_xml_out_close(&w.xml, as->root);
}

static void
write_dca(const tl_termbase *termbase, tl_buf *out, tl_dropped *dropped)
{
    (void)dropped;
    write_shape(termbase, out, &dca);
}

static void
write_dct(const tl_termbase *termbase, tl_buf *out, tl_dropped *dropped)
{
    (void)dropped;
    write_shape(termbase, out, &dct);
}

static void
write_martif(const tl_termbase *termbase, tl_buf *out, tl_dropped *dropped)
{
    (void)dropped;
    write_shape(termbase, out, &martif);
}

/* One that looks like XML and has a root element of TBX. */
static bool
is_begun_by_tbx(tl_str beginning)
{
    static const tl_str roots[] = {TL_STR_INIT("<martif"), TL_STR_INIT("<tbx "),
                                   TL_STR_INIT("<TBX ")};
    tl_str head = tl_str_slice(beginning, 0, 4096);
    size_t bracket = tl_str_find_byte(head, '<', 0);
    for (size_t i = 0; bracket < 4 && i < sizeof roots / sizeof roots[0]; i++) {
        if (tl_str_find(head, roots[i], 0) < head.len) {
            return true;
        }
    }
    return false;
}

const tl_termbase_format tl_termbase_format_tbx = {
    .id = "tbx",
    .summary = "TBX 3 (ISO 30042:2019), TBX-Basic, categories as attributes; every TBX is read",
    .extensions = "tbx|xml",
    .is_begun_by = is_begun_by_tbx,
    .open = tl_tbx_open,
    .take = tl_tbx_take,
    .close = tl_tbx_close,
    .write = write_dca,
};

const tl_termbase_format tl_termbase_format_tbx_dct = {
    .id = "tbx-dct",
    .summary = "the same with categories as elements",
    .extensions = "",
    .open = tl_tbx_open,
    .take = tl_tbx_take,
    .close = tl_tbx_close,
    .write = write_dct,
};

const tl_termbase_format tl_termbase_format_tbx2 = {
    .id = "tbx2",
    .summary = "TBX 2 (ISO 30042:2008), martif",
    .extensions = "",
    .open = tl_tbx_open,
    .take = tl_tbx_take,
    .close = tl_tbx_close,
    .write = write_martif,
};
