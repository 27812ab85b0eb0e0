/* SPDX-License-Identifier: MPL-2.0 */
/* The glossary module of XLIFF 2 as a termbase, which is only read: entries with a term of the
 * source language, its translations and a definition, wherever in the file they stand. Knows
 * nothing of the texts to be translated, which are the business of readers/. An entry that comes
 * again in another unit is one. */
#include "termbase/formats.h"

#include "base/alloc.h"
#include "base/xml.h"
#include "termbase/draft.h"

#include <stdlib.h>

typedef struct xliff_reader {
    tl_load *load;
    tl_xml *xml;
    tl_buf languages[2]; /* of the root element: source and target */
    bool has_root, failed, has_entries;
    bool in_leaf;
    tl_buf text;     /* of the leaf at hand */
    tl_buf source;   /* what the leaf says of its origin */
    tl_buf said;     /* all terms of the entry, to know it again */
    tl_map known;    /* what was said → itself, in the run arena */
    tl_spot spot;    /* of the leaf */
    tl_draft *draft; /* NULL outside of an entry */
} xliff_reader;

static tl_spot
spot_of(const xliff_reader *r)
{
    tl_xml_place here = tl_xml_here(r->xml);
    return (tl_spot){here.line, here.column};
}

static void
fail(xliff_reader *r, const char *message)
{
    tl_spot spot = spot_of(r);
    tl_problem_add(r->load->problems, r->load->path, spot.line, spot.column, "%s", message);
    r->failed = true;
    tl_xml_stop(r->xml);
}

/* The source comes first, whatever stands in the first entry. */
static void
begin_root(xliff_reader *r, tl_str name, tl_xml_attributes attributes)
{
    static const tl_str names[] = {TL_STR_INIT("srcLang"), TL_STR_INIT("trgLang")};
    r->has_root = true;
    if (!tl_str_equal(name, TL_STR("xliff"))) {
        fail(r, "a root element that XLIFF does not have, want xliff");
        return;
    }
    tl_draft *nothing = tl_draft_new(r->load, spot_of(r));
    for (size_t i = 0; i < 2; i++) {
        tl_str language = tl_xml_attribute(attributes, names[i]);
        tl_buf_add(&r->languages[i], language);
        if (language.len) {
            tl_draft_entry_in(nothing, language, spot_of(r));
        }
    }
    tl_arena_reset(&r->load->scratch);
    if (r->languages[0].len == 0) {
        fail(r, "no language of the source, want “srcLang” of XLIFF 2");
    }
}

static void
begin_entry(xliff_reader *r, tl_xml_attributes attributes)
{
    r->draft = tl_draft_new(r->load, spot_of(r));
    r->draft->wanted_id =
        tl_arena_copy(&r->load->scratch, tl_xml_attribute(attributes, TL_STR("id")));
    r->said.len = 0;
    r->has_entries = true;
}

static bool
is_leaf(tl_str name)
{
    return tl_str_equal(name, TL_STR("term")) || tl_str_equal(name, TL_STR("translation")) ||
           tl_str_equal(name, TL_STR("definition"));
}

static void
on_begin(void *context, tl_str name, tl_xml_attributes attributes)
{
    xliff_reader *r = context;
    if (!r->has_root) {
        begin_root(r, name, attributes);
    } else if (tl_str_equal(name, TL_STR("glossEntry"))) {
        begin_entry(r, attributes);
    } else if (r->draft && is_leaf(name)) {
        r->in_leaf = true;
        r->text.len = r->source.len = 0;
        tl_buf_add(&r->source, tl_xml_attribute(attributes, TL_STR("source")));
        r->spot = spot_of(r);
    }
}

static void
on_text(void *context, tl_str text)
{
    xliff_reader *r = context;
    if (r->in_leaf && r->text.len <= TL_YAML_MAX_TEXT) {
        tl_buf_add(&r->text, tl_str_slice(text, 0, TL_YAML_MAX_TEXT + 1));
    }
}

static void
take_term(xliff_reader *r, tl_str language)
{
    tl_draft_entry *entry = language.len ? tl_draft_entry_in(r->draft, language, r->spot) : NULL;
    tl_draft_term *term =
        entry ? tl_draft_term_in(r->draft, entry, tl_buf_str(&r->text), r->spot) : NULL;
    if (term) {
        tl_draft_say(r->load, term->keys, "source", tl_buf_str(&r->source), r->spot);
    }
    tl_buf_add(&r->said, tl_buf_str(&r->text));
    tl_buf_add_byte(&r->said, '\n');
}

static void
take_leaf(xliff_reader *r, tl_str name)
{
    r->in_leaf = false;
    if (tl_str_equal(name, TL_STR("term"))) {
        take_term(r, tl_buf_str(&r->languages[0]));
    } else if (tl_str_equal(name, TL_STR("translation"))) {
        take_term(r, tl_buf_str(&r->languages[1]));
    } else {
        tl_draft_say(r->load, r->draft->keys, "definition", tl_buf_str(&r->text), r->spot);
        tl_draft_say(r->load, r->draft->keys, "source", tl_buf_str(&r->source), r->spot);
    }
}

static void
end_entry(xliff_reader *r)
{
    tl_str said = tl_buf_str(&r->said);
    if (tl_map_get(&r->known, said)) {
        tl_draft_lose(r->load, TL_STR("repeated entries"));
    } else {
        tl_str kept = tl_arena_copy(&r->load->run, said);
        tl_map_add(&r->known, kept, (void *)kept.ptr);
        tl_draft_finish(r->draft);
    }
    tl_arena_reset(&r->load->scratch);
    r->draft = NULL;
}

static void
on_end(void *context, tl_str name)
{
    xliff_reader *r = context;
    if (r->in_leaf && is_leaf(name)) {
        take_leaf(r, name);
    } else if (r->draft && tl_str_equal(name, TL_STR("glossEntry"))) {
        end_entry(r);
    }
}

static const tl_xml_events events = {.begin = on_begin, .text = on_text, .end = on_end};

static void *
open_xliff(tl_load *load, tl_termbase_file *file)
{
    (void)file;
    xliff_reader *r = tl_alloc_zero(1, sizeof *r);
    r->load = load;
    r->xml = tl_xml_new(&events, r);
    return r;
}

static bool
feed(xliff_reader *r, tl_str piece, bool is_last)
{
    tl_error error = {0};
    bool ok = !r->failed && tl_xml_feed(r->xml, piece, is_last, &error);
    if (error.message) {
        fail(r, error.message);
    }
    r->failed = r->failed || !ok;
    tl_error_clear(&error);
    return ok;
}

static bool
take_piece(void *reader, tl_str piece)
{
    return feed(reader, piece, false);
}

static void
close_xliff(void *reader, bool is_whole)
{
    xliff_reader *r = reader;
    if (is_whole && feed(r, TL_STR(""), true) && !r->has_entries) {
        tl_problem_add(r->load->problems, r->load->path, 1, 1,
                       "no glossary in the file, want glossEntry elements of XLIFF 2");
    }
    tl_xml_free(r->xml);
    tl_map_clear(&r->known);
    tl_buf_clear(&r->languages[0]);
    tl_buf_clear(&r->languages[1]);
    tl_buf_clear(&r->text);
    tl_buf_clear(&r->source);
    tl_buf_clear(&r->said);
    free(r);
}

static bool
is_begun_by_xliff(tl_str beginning)
{
    tl_str head = tl_str_slice(beginning, 0, 4096);
    return tl_str_find_byte(head, '<', 0) < 4 && tl_str_find(head, TL_STR("<xliff"), 0) < head.len;
}

const tl_termbase_format tl_termbase_format_xliff = {
    .id = "xliff",
    .summary = "the glossary module of XLIFF 2 (read only)",
    .extensions = "xlf|xliff",
    .is_begun_by = is_begun_by_xliff,
    .is_document = true,
    .open = open_xliff,
    .take = take_piece,
    .close = close_xliff,
};
