/* SPDX-License-Identifier: MPL-2.0 */
/* TBX-Min: what a translator is sent. A concept has a subject and terms in the first two languages
 * of the termbase, a term a status and a note; whatever else a termbase says is counted as dropped.
 * Read again it is the same termbase but for that. */
#include "termbase/draft.h"
#include "termbase/losses.h"
#include "termbase/own_note.h"
#include "termbase/tbx.h"
#include "termbase/xml_out.h"

typedef struct min_writer {
    tl_xml_out xml;
    tl_two_languages languages;
    tl_dropped *dropped;
} min_writer;

static tl_str
value_of_status(const tl_term *term)
{
    switch (term->status) {
    case TL_STATUS_PREFERRED: return TL_STR("preferred");
    case TL_STATUS_ADMITTED: return TL_STR("admitted");
    case TL_STATUS_SUPERSEDED: return TL_STR("obsolete");
    default: return TL_STR("notRecommended");
    }
}

static void
add_term(min_writer *w, const tl_term *term)
{
    bool is_taken_for_ours = tl_draft_is_own_note(term->note);
    tl_xml_out_open(&w->xml, "termGroup");
    tl_xml_out_element(&w->xml, "term", term->text);
    tl_xml_out_element(&w->xml, "note", is_taken_for_ours ? TL_STR("") : term->note);
    tl_xml_out_element(&w->xml, "termStatus", value_of_status(term));
    tl_xml_out_close(&w->xml, "termGroup");
    tl_dropped_add(w->dropped, NULL, TL_STR("forbidden"), term->status == TL_STATUS_FORBIDDEN);
    tl_dropped_add(w->dropped, NULL, TL_STR("note"), is_taken_for_ours);
    tl_dropped_add(w->dropped, NULL, TL_STR("white space"),
                   !is_taken_for_ours && !tl_own_note_is_needless(term->note));
}

static void
add_entry(min_writer *w, const tl_entry *entry)
{
    tl_xml_out_open_with(&w->xml, "langGroup", "xml:lang", entry->language);
    for (size_t i = 0; i < entry->term_count; i++) {
        add_term(w, entry->terms[i]);
    }
    tl_xml_out_close(&w->xml, "langGroup");
}

/* A concept without a term in either language has no place here; its terms are counted as those of
 * a third one. */
static void
add_concept(min_writer *w, const tl_concept *concept)
{
    bool is_open = false;
    for (size_t i = 0; i < concept->entry_count; i++) {
        if (!tl_is_one_of_two(&w->languages, concept->entries[i].language)) {
            continue;
        }
        if (!is_open) {
            tl_tbx_open_concept(&w->xml, "conceptEntry", concept);
            tl_xml_out_element(&w->xml, "subjectField", concept->subject);
            is_open = true;
        }
        add_entry(w, &concept->entries[i]);
    }
    if (is_open) {
        tl_xml_out_close(&w->xml, "conceptEntry");
    }
}

static void
add_header(min_writer *w, const tl_termbase *termbase)
{
    tl_xml_out_open(&w->xml, "header");
    tl_xml_out_line(&w->xml);
    tl_buf_add_cstr(w->xml.out, "<id>");
    tl_xml_out_text(w->xml.out, termbase->name);
    tl_buf_add_cstr(w->xml.out, "</id>\n");
    tl_xml_out_line(&w->xml);
    tl_buf_add_format(w->xml.out, "<languages source=\"%.*s\" target=\"%.*s\"/>\n",
                      TL_STR_ARGS(w->languages.first), TL_STR_ARGS(w->languages.second));
    tl_xml_out_close(&w->xml, "header");
}

static void
note_dropped(min_writer *w, const tl_termbase *termbase)
{
    tl_losses_of_settings(termbase, w->dropped);
    tl_losses_of_names(termbase, w->dropped);
    tl_losses_of_relations(termbase, w->dropped);
    tl_losses_of_concepts(termbase, w->dropped);
    tl_losses_of_languages(termbase, &w->languages, w->dropped);
    tl_losses_of_terms(termbase, w->dropped);
}

static void
write_min(const tl_termbase *termbase, tl_buf *out, tl_dropped *dropped)
{
    min_writer w = {
        .xml = {.out = out, .depth = 1},
        .languages = tl_first_languages(termbase),
        .dropped = dropped,
    };
    tl_buf_add_cstr(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                         "<TBX dialect=\"TBX-Min\">\n");
    add_header(&w, termbase);
    tl_xml_out_open(&w.xml, "body");
    for (size_t i = 0; i < termbase->concept_count; i++) {
        add_concept(&w, termbase->concepts[i]);
    }
    tl_xml_out_close(&w.xml, "body");
    tl_xml_out_close(&w.xml, "TBX");
    note_dropped(&w, termbase);
}

const tl_termbase_format tl_termbase_format_tbx_min = {
    .id = "tbx-min",
    .summary = "TBX-Min: terms of the first two languages with status and note",
    .extensions = "",
    .open = tl_tbx_open,
    .take = tl_tbx_take,
    .close = tl_tbx_close,
    .write = write_min,
};
