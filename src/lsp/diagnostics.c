/* SPDX-License-Identifier: MPL-2.0 */
/* Checking documents and saying what was found. Findings are asked for as bytes and turned into the
 * client's places here, from the very text that was checked. */
#include "lsp/server.h"

enum { DEBOUNCE = 120 /* milliseconds without a change before a document is checked */ };

/* DiagnosticSeverity: 1 error, 2 warning, 3 information. */
static int
severity_of(int severity)
{
    return severity == TERMLINT_ERROR ? 1 : severity == TERMLINT_WARNING ? 2 : 3;
}

json_t *
tl_lsp_diagnostic(const tl_lsp_server *server, const tl_lsp_document *document,
                  const termlint_finding *finding)
{
    tl_range range = {finding->offset, finding->offset + finding->length};
    return json_pack("{s:o, s:i, s:s, s:s, s:s, s:{s:s}}", "range",
                     tl_lsp_range(server, &document->text, range), "severity",
                     severity_of(finding->severity), "code", finding->rule, "source", "termlint",
                     "message", finding->message, "data", "fingerprint", finding->fingerprint);
}

static void
publish(tl_lsp_server *server, const tl_lsp_document *document)
{
    json_t *diagnostics = json_array();
    termlint_finding finding;
    for (size_t i = 0; termlint_report_finding(document->report, i, &finding); i++) {
        json_array_append_new(diagnostics, tl_lsp_diagnostic(server, document, &finding));
    }
    tl_rpc_notify(&server->rpc, "textDocument/publishDiagnostics",
                  json_pack("{s:s, s:I, s:o}", "uri", document->uri, "version", document->version,
                            "diagnostics", diagnostics));
}

void
tl_lsp_refresh(tl_lsp_server *server, tl_lsp_document *document)
{
    if (!document->is_stale) {
        return;
    }
    if (!document->is_prose) { /* at least it is known then what is wrong with it */
        tl_lsp_checker(server, document->name);
    }
    document->is_stale = false;
    termlint_report_free(document->report);
    document->report = NULL;
    termlint_worker *worker = document->is_prose ? tl_lsp_worker(server, document->name) : NULL;
    const tl_buf *bytes = &document->text.bytes;
    document->report = worker ? termlint_check(worker, document->name, bytes->ptr, bytes->len)
                              : termlint_report_new();
    if (worker) {
        termlint_report_conclude_alone(document->report, worker, tl_lsp_bytes(&document->text));
    }
    termlint_report_finish(document->report);
    if (document->is_prose) {
        publish(server, document);
    }
}

int
tl_lsp_refresh_due(tl_lsp_server *server, bool all)
{
    int next = -1;
    for (size_t i = 0; i < server->document_count; i++) {
        tl_lsp_document *document = server->documents[i];
        int64_t left = document->changed + DEBOUNCE - tl_lsp_now();
        if (document->is_stale && (all || left <= 0)) {
            tl_lsp_refresh(server, document);
        } else if (document->is_stale) {
            next = next < 0 || left < next ? (int)left : next;
        }
    }
    return next;
}
