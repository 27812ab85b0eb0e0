/* SPDX-License-Identifier: MPL-2.0 */
/* Pointing at a concept: what it is (hover), where the termbase has it (definition), where the
 * workspace has it (references). */
#include "lsp/navigation.h"

#include "base/alloc.h"
#include "lsp/diagnostics.h"
#include "lsp/places.h"
#include "lsp/workspace.h"
#include "termlint_tools.h"

#include <stdlib.h>
#include <string.h>

typedef struct pointing {
    uint32_t offset;
    tl_lsp_pointed found;
} pointing;

static void
take_if_there(void *context, const termlint_occurrence *occurrence)
{
    pointing *p = context;
    uint32_t end = occurrence->offset + occurrence->length;
    if (p->found.concept == NULL && occurrence->offset <= p->offset && p->offset <= end) {
        p->found = (tl_lsp_pointed){.concept = tl_alloc_string(occurrence->concept),
                                    .term = tl_alloc_string(occurrence->term),
                                    .range = {occurrence->offset, end}};
    }
}

tl_lsp_pointed
tl_lsp_point(tl_lsp_server *server, tl_lsp_document *document, const json_t *params)
{
    tl_caret caret;
    pointing p = {0};
    termlint_worker *worker = document ? tl_lsp_worker(server, document->name) : NULL;
    if (worker && tl_lsp_get_caret(params, "position", &caret)) {
        p.offset = tl_text_offset(&document->text, caret, server->client.unit);
        termlint_occurrences(worker, document->name, tl_lsp_bytes(&document->text), take_if_there,
                             &p);
    }
    return p.found;
}

void
tl_lsp_pointed_clear(tl_lsp_pointed *pointed)
{
    free(pointed->concept);
    free(pointed->term);
    *pointed = (tl_lsp_pointed){0};
}

/* -- hover ------------------------------------------------------------------------------------ */

static bool
covers(const termlint_finding *finding, uint32_t offset)
{
    return finding->offset <= offset && offset <= finding->offset + finding->length;
}

/* What was found at a place, with its explanation; *range becomes that of the finding. */
static void
add_findings(const tl_lsp_document *document, uint32_t offset, tl_buf *out, tl_range *range)
{
    termlint_finding finding;
    for (size_t i = 0; termlint_report_finding(document->report, i, &finding); i++) {
        if (covers(&finding, offset)) {
            tl_buf_add_format(out, "%s [%s]\n%s%s\n", finding.message, finding.rule,
                              finding.explanation, *finding.explanation ? "\n" : "");
            *range = (tl_range){finding.offset, finding.offset + finding.length};
        }
    }
}

static void
add_card(tl_lsp_server *server, const tl_lsp_document *document, const char *concept, tl_buf *out)
{
    const termlint_checker *checker = tl_lsp_checker(server, document->name);
    char *card = checker ? termlint_concept_card(checker, concept) : NULL;
    if (card) {
        const char *fence = server->client.has_markdown ? "```\n" : "";
        tl_buf_add_format(out, "%s%s%s", fence, card, fence);
    }
    free(card);
}

static json_t *
hover(tl_lsp_server *server, const json_t *params, tl_lsp_refusal *refusal)
{
    (void)refusal;
    tl_lsp_document *document = tl_lsp_document_of(server, params);
    tl_caret caret;
    json_t *result = NULL;
    tl_buf text = {0};
    if (document == NULL || !tl_lsp_get_caret(params, "position", &caret)) {
        return NULL;
    }
    tl_lsp_refresh(server, document);
    tl_lsp_pointed pointed = tl_lsp_point(server, document, params);
    tl_range range = pointed.range;
    uint32_t offset = tl_text_offset(&document->text, caret, server->client.unit);
    add_findings(document, offset, &text, &range);
    if (pointed.concept) {
        add_card(server, document, pointed.concept, &text);
    }
    if (text.len) {
        result =
            json_pack("{s:{s:s, s:s%}, s:o}", "contents", "kind",
                      server->client.has_markdown ? "markdown" : "plaintext", "value", text.ptr,
                      text.len, "range", tl_lsp_range(server, &document->text, range));
    }
    tl_lsp_pointed_clear(&pointed);
    tl_buf_clear(&text);
    return result;
}

/* -- definition ------------------------------------------------------------------------------- */

/* The first letter of a place in a termbase file, which is told in code points. */
static json_t *
location_of(tl_lsp_server *server, const termlint_place *place)
{
    tl_lsp_file file;
    json_t *location = NULL;
    if (tl_lsp_file_open(&file, server, place->path)) {
        tl_range range = tl_lsp_range_at(file.text, place->line, place->column);
        range.end = range.begin;
        location = json_pack("{s:s, s:o}", "uri", file.uri, "range",
                             tl_lsp_range(server, file.text, range));
    }
    tl_lsp_file_close(&file);
    return location;
}

static json_t *
definition(tl_lsp_server *server, const json_t *params, tl_lsp_refusal *refusal)
{
    (void)refusal;
    tl_lsp_document *document = tl_lsp_document_of(server, params);
    tl_lsp_pointed pointed = tl_lsp_point(server, document, params);
    json_t *location = NULL;
    if (pointed.concept) {
        const termlint_checker *checker = tl_lsp_checker(server, document->name);
        termlint_place place;
        if (checker && termlint_concept_place(checker, pointed.concept, pointed.term, &place)) {
            location = location_of(server, &place);
        }
    }
    tl_lsp_pointed_clear(&pointed);
    return location;
}

/* -- references ------------------------------------------------------------------------------- */

typedef struct gathering {
    tl_lsp_server *server;
    const char *concept;
    const tl_lsp_file *file;
    json_t *locations;
} gathering;

static void
gather_occurrence(void *context, const termlint_occurrence *occurrence)
{
    gathering *g = context;
    if (strcmp(occurrence->concept, g->concept) == 0) {
        tl_range range = {occurrence->offset, occurrence->offset + occurrence->length};
        json_array_append_new(g->locations,
                              json_pack("{s:s, s:o}", "uri", g->file->uri, "range",
                                        tl_lsp_range(g->server, g->file->text, range)));
    }
}

static void
gather_file(void *context, const tl_lsp_file *file)
{
    gathering *g = context;
    termlint_worker *worker = tl_lsp_worker(g->server, file->path);
    g->file = file;
    if (worker) {
        termlint_occurrences(worker, file->path, tl_lsp_bytes(file->text), gather_occurrence, g);
    }
}

static json_t *
references(tl_lsp_server *server, const json_t *params, tl_lsp_refusal *refusal)
{
    (void)refusal;
    tl_lsp_document *document = tl_lsp_document_of(server, params);
    tl_lsp_pointed pointed = tl_lsp_point(server, document, params);
    gathering g = {.server = server, .concept = pointed.concept, .locations = json_array()};
    if (pointed.concept) {
        tl_lsp_each_file(server, json_object_get(params, "workDoneToken"), "termlint: references",
                         gather_file, &g);
    }
    tl_lsp_pointed_clear(&pointed);
    return g.locations;
}

const tl_method tl_method_hover = {.name = "textDocument/hover", .answer = hover};
const tl_method tl_method_definition = {.name = "textDocument/definition", .answer = definition};
const tl_method tl_method_references = {.name = "textDocument/references", .answer = references};
