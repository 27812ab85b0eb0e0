/* SPDX-License-Identifier: MPL-2.0 */
/* Renaming a term: in the termbase and wherever the workspace has it letter by letter. Inflected
 * and misspelled occurrences cannot be renamed by their letters; the next check finds them, and the
 * person is told how many there are. */
#include "lsp/navigation.h"
#include "lsp/places.h"
#include "lsp/workspace.h"
#include "termlint_tools.h"

#include <string.h>

typedef struct renaming {
    tl_lsp_server *server;
    const tl_lsp_pointed *pointed;
    const char *name;
    const tl_lsp_file *file;
    json_t *edits;   /* of the file at hand */
    json_t *changes; /* URI → edits */
    size_t left;     /* occurrences that are not renamed */
} renaming;

static void
rename_occurrence(void *context, const termlint_occurrence *occurrence)
{
    renaming *r = context;
    bool is_it = strcmp(occurrence->concept, r->pointed->concept) == 0 &&
                 strcmp(occurrence->term, r->pointed->term) == 0;
    if (is_it && occurrence->is_verbatim) {
        tl_range range = {occurrence->offset, occurrence->offset + occurrence->length};
        json_array_append_new(r->edits, tl_lsp_text_edit(r->server, r->file->text, range, r->name));
    }
    r->left += is_it && !occurrence->is_verbatim;
}

static void
rename_in_file(void *context, const tl_lsp_file *file)
{
    renaming *r = context;
    termlint_worker *worker = tl_lsp_worker(r->server, file->path);
    r->file = file;
    r->edits = json_array();
    if (worker) {
        termlint_occurrences(worker, file->path, tl_lsp_bytes(file->text), rename_occurrence, r);
    }
    if (json_array_size(r->edits)) {
        json_object_set(r->changes, file->uri, r->edits);
    }
    json_decref(r->edits);
}

/* The edit of the term in the termbase's text; false if it is not written there as it is read. */
static bool
rename_in_text(renaming *r, const tl_text *text, const char *uri, uint32_t line)
{
    uint32_t at = line < text->line_count ? text->lines[line] : 0;
    tl_str all = tl_buf_str(&text->bytes), term = tl_str_from(r->pointed->term);
    /* the column counts code points: near it, the term itself tells where it begins */
    size_t found = tl_str_find(all, term, at);
    size_t end = tl_str_find_byte(all, '\n', at);
    if (found + term.len > end) {
        return false;
    }
    tl_range range = {(uint32_t)found, (uint32_t)(found + term.len)};
    json_object_set_new(r->changes, uri,
                        json_pack("[o]", tl_lsp_text_edit(r->server, text, range, r->name)));
    return true;
}

static bool
rename_in_termbase(renaming *r, const termlint_checker *checker)
{
    termlint_place found;
    if (!termlint_concept_place(checker, r->pointed->concept, r->pointed->term, &found)) {
        return false;
    }
    tl_lsp_file file;
    bool ok = tl_lsp_file_open(&file, r->server, found.path) &&
              rename_in_text(r, file.text, file.uri, found.line - 1);
    tl_lsp_file_close(&file);
    return ok;
}

static void
tell_left(const renaming *r)
{
    if (r->left) {
        tl_buf text = {0};
        tl_buf_add_format(&text,
                          "termlint: %zu inflected or differently written occurrence%s of “%s” %s",
                          r->left, r->left == 1 ? "" : "s", r->pointed->term,
                          r->left == 1 ? "is left as it is" : "are left as they are");
        tl_rpc_notify(&r->server->rpc, "window/showMessage",
                      json_pack("{s:i, s:s%}", "type", 3, "message", text.ptr, text.len));
        tl_buf_clear(&text);
    }
}

static json_t *
prepare(tl_lsp_server *server, const json_t *params, tl_lsp_refusal *refusal)
{
    (void)refusal;
    tl_lsp_document *document = tl_lsp_document_of(server, params);
    tl_lsp_pointed pointed = tl_lsp_point(server, document, params);
    json_t *result =
        pointed.concept
            ? json_pack("{s:o, s:s}", "range", tl_lsp_range(server, &document->text, pointed.range),
                        "placeholder", pointed.term)
            : NULL;
    tl_lsp_pointed_clear(&pointed);
    return result;
}

static json_t *
rename_term(tl_lsp_server *server, const json_t *params, tl_lsp_refusal *refusal)
{
    tl_lsp_document *document = tl_lsp_document_of(server, params);
    tl_lsp_pointed pointed = tl_lsp_point(server, document, params);
    const char *name = json_string_value(json_object_get(params, "newName"));
    const termlint_checker *checker =
        pointed.concept ? tl_lsp_checker(server, document->name) : NULL;
    renaming r = {.server = server, .pointed = &pointed, .name = name, .changes = json_object()};
    if (checker == NULL || name == NULL || *name == '\0' || strchr(name, '\n')) {
        *refusal =
            (tl_lsp_refusal){TL_RPC_INVALID_PARAMS, "want a term of the termbase and a name"};
    } else if (!rename_in_termbase(&r, checker)) {
        *refusal =
            (tl_lsp_refusal){TL_RPC_FAILED, "the termbase has the term in quotes, escaped or "
                                            "over several lines; rename it there"};
    } else {
        tl_lsp_each_file(server, json_object_get(params, "workDoneToken"), "termlint: rename",
                         rename_in_file, &r);
        tell_left(&r);
    }
    json_t *edit = json_pack("{s:o}", "changes", r.changes);
    tl_lsp_pointed_clear(&pointed);
    return edit;
}

const tl_method tl_method_prepare_rename = {
    .name = "textDocument/prepareRename",
    .answer = prepare,
};
const tl_method tl_method_rename = {.name = "textDocument/rename", .answer = rename_term};
