/* SPDX-License-Identifier: MPL-2.0 */
/* The documents that are open, and their changes: each on the state that the one before it left
 * (LSP 3.17, Text Document Synchronization). A change whose range makes no sense is left out; the
 * client's next full text puts it right. */
#include "lsp/documents.h"

#include "base/alloc.h"
#include "base/array.h"
#include "lsp/places.h"
#include "lsp/uri.h"
#include "lsp/workspace_check.h"

#include <stdlib.h>
#include <string.h>

void
tl_lsp_document_free(tl_lsp_document *document)
{
    if (document) {
        free(document->uri);
        free(document->path);
        free(document->real);
        free(document->name);
        tl_text_clear(&document->text);
        termlint_report_free(document->report);
        free(document);
    }
}

/* URIs of one file may be written in several ways; a document without a path is its URI. */
static bool
is_it(const tl_lsp_document *document, const char *uri, const char *path)
{
    return path && document->path ? strcmp(document->path, path) == 0
                                  : strcmp(document->uri, uri) == 0;
}

tl_lsp_document *
tl_lsp_document_of(tl_lsp_server *server, const json_t *params)
{
    const json_t *given = json_object_get(json_object_get(params, "textDocument"), "uri");
    const char *uri = json_string_value(given);
    char *path = uri ? tl_uri_to_path(uri) : NULL;
    tl_lsp_document *found = NULL;
    for (size_t i = 0; uri && found == NULL && i < server->document_count; i++) {
        found = is_it(server->documents[i], uri, path) ? server->documents[i] : NULL;
    }
    free(path);
    return found;
}

tl_lsp_document *
tl_lsp_document_at(tl_lsp_server *server, const char *path)
{
    for (size_t i = 0; i < server->document_count; i++) {
        tl_lsp_document *document = server->documents[i];
        if ((document->path && strcmp(document->path, path) == 0) ||
            (document->real && strcmp(document->real, path) == 0)) {
            return document;
        }
    }
    return NULL;
}

/* The name of a document for the reader of its language, where its own name tells none. */
static const char *
name_for_language(const char *language)
{
    static const struct {
        const char *language, *name;
    } names[] = {
        {"plaintext", "untitled.txt"}, {"text", "untitled.txt"},
        {"markdown", "untitled.md"},   {"html", "untitled.html"},
        {"latex", "untitled.tex"},     {"tex", "untitled.tex"},
        {"asciidoc", "untitled.adoc"}, {"restructuredtext", "untitled.rst"},
        {"po", "untitled.po"},         {"gettext", "untitled.po"},
    };
    for (size_t i = 0; language && i < sizeof names / sizeof names[0]; i++) {
        if (strcmp(names[i].language, language) == 0) {
            return names[i].name;
        }
    }
    return NULL;
}

static void
name_document(tl_lsp_document *document, const char *language)
{
    const char *for_language = name_for_language(language);
    bool is_read = document->path && termlint_reads(document->path);
    bool is_plain = for_language && strcmp(for_language, "untitled.txt") == 0;
    document->is_prose = is_read || for_language;
    /* a plain text of any name is read as such under its own */
    document->name =
        tl_alloc_string(document->path && (is_read || is_plain || !for_language) ? document->path
                        : for_language                                           ? for_language
                                                                                 : "untitled.txt");
}

static void
touch(tl_lsp_server *server, tl_lsp_document *document)
{
    document->is_stale = true;
    document->changed = tl_lsp_now();
    tl_lsp_workspace_change(server);
    if (tl_lsp_is_setting(server, document)) {
        tl_lsp_settings_change(server);
    }
}

static tl_lsp_document *
add_document(tl_lsp_server *server, const char *uri, const char *language)
{
    tl_lsp_document *document = tl_alloc_zero(1, sizeof *document);
    document->uri = tl_alloc_string(uri);
    document->path = tl_uri_to_path(uri);
    document->real = document->path ? realpath(document->path, NULL) : NULL;
    name_document(document, language);
    server->documents = tl_array_reserve(server->documents, &server->document_capacity,
                                         server->document_count + 1, sizeof *server->documents);
    server->documents[server->document_count++] = document;
    return document;
}

static tl_str
string_of(const json_t *value)
{
    return (tl_str){json_string_value(value), json_string_length(value)};
}

static void
did_open(tl_lsp_server *server, const json_t *params)
{
    const json_t *item = json_object_get(params, "textDocument");
    const char *uri = json_string_value(json_object_get(item, "uri"));
    const json_t *text = json_object_get(item, "text");
    if (uri && json_is_string(text)) {
        tl_lsp_document *document = tl_lsp_document_of(server, params);
        if (document == NULL) {
            const char *language = json_string_value(json_object_get(item, "languageId"));
            document = add_document(server, uri, language);
        }
        document->version = json_integer_value(json_object_get(item, "version"));
        tl_text_set(&document->text, string_of(text));
        touch(server, document);
        document->changed = 0; /* what is opened is checked at once */
    }
}

static void
apply_change(const tl_lsp_server *server, tl_lsp_document *document, const json_t *change)
{
    const json_t *text = json_object_get(change, "text"), *where = json_object_get(change, "range");
    tl_range range;
    if (!json_is_string(text)) {
        return;
    }
    if (where == NULL) {
        tl_text_set(&document->text, string_of(text));
    } else if (tl_lsp_get_range(server, &document->text, where, &range)) {
        tl_text_replace(&document->text, range, string_of(text));
    }
}

static void
did_change(tl_lsp_server *server, const json_t *params)
{
    tl_lsp_document *document = tl_lsp_document_of(server, params);
    if (document) {
        size_t i;
        json_t *change;
        json_array_foreach(json_object_get(params, "contentChanges"), i, change)
        {
            apply_change(server, document, change);
        }
        const json_t *item = json_object_get(params, "textDocument");
        document->version = json_integer_value(json_object_get(item, "version"));
        touch(server, document);
    }
}

/* What is no prose may be what prose is judged by, even if it does not look so. */
static void
did_save(tl_lsp_server *server, const json_t *params)
{
    const tl_lsp_document *document = tl_lsp_document_of(server, params);
    if (document && !document->is_prose) {
        tl_lsp_settings_change(server);
    }
}

static void
forget(tl_lsp_server *server, size_t index)
{
    tl_lsp_document *document = server->documents[index];
    bool is_setting = tl_lsp_is_setting(server, document);
    server->documents[index] = server->documents[--server->document_count];
    tl_lsp_workspace_change(server);
    if (is_setting) { /* what counts now is the file */
        tl_lsp_settings_change(server);
    }
    tl_rpc_notify(&server->rpc, "textDocument/publishDiagnostics",
                  json_pack("{s:s, s:[]}", "uri", document->uri, "diagnostics"));
    tl_lsp_document_free(document);
}

static void
did_close(tl_lsp_server *server, const json_t *params)
{
    tl_lsp_document *document = tl_lsp_document_of(server, params);
    for (size_t i = 0; document && i < server->document_count; i++) {
        if (server->documents[i] == document) {
            forget(server, i);
            return;
        }
    }
}

const tl_method tl_method_did_open = {.name = "textDocument/didOpen", .take = did_open};
const tl_method tl_method_did_change = {.name = "textDocument/didChange", .take = did_change};
const tl_method tl_method_did_save = {.name = "textDocument/didSave", .take = did_save};
const tl_method tl_method_did_close = {.name = "textDocument/didClose", .take = did_close};
