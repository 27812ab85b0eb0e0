/* SPDX-License-Identifier: MPL-2.0 */
/* Checking documents and saying what was found. Findings are asked for as bytes and turned into the
 * client's places here, from the very text that was checked. */
#include "lsp/diagnostics.h"

#include "lsp/places.h"
#include "lsp/uri.h"
#include "lsp/workspace.h"
#include "lsp/workspace_check.h"

#include <stdlib.h>

enum {
    DEBOUNCE = 120 /* milliseconds without a change before a document is checked */
};

/* DiagnosticSeverity: 1 error, 2 warning, 3 information. */
static int
severity_of(int severity)
{
    return severity == TERMLINT_ERROR ? 1 : severity == TERMLINT_WARNING ? 2 : 3;
}

json_t *
tl_lsp_diagnostic(const tl_lsp_server *server, const tl_text *text, const termlint_finding *finding)
{
    tl_range range = {finding->offset, finding->offset + finding->length};
    return json_pack("{s:o, s:i, s:s, s:s, s:s, s:{s:s}}", "range",
                     tl_lsp_range(server, text, range), "severity", severity_of(finding->severity),
                     "code", finding->rule, "source", "termlint", "message", finding->message,
                     "data", "fingerprint", finding->fingerprint);
}

json_t *
tl_lsp_diagnostics_in(const tl_lsp_server *server, const tl_text *text,
                      const termlint_report *report)
{
    json_t *diagnostics = json_array();
    termlint_finding finding;
    for (size_t i = 0; termlint_report_finding(report, i, &finding); i++) {
        json_array_append_new(diagnostics, tl_lsp_diagnostic(server, text, &finding));
    }
    return diagnostics;
}

json_t *
tl_lsp_diagnostics(const tl_lsp_server *server, const tl_lsp_document *document)
{
    return tl_lsp_diagnostics_in(server, &document->text, document->report);
}

termlint_report *
tl_lsp_check(tl_lsp_server *server, const char *name, const tl_text *text)
{
    termlint_worker *worker = tl_lsp_worker(server, name);
    termlint_report *report = worker
                                  ? termlint_check(worker, name, text->bytes.ptr, text->bytes.len)
                                  : termlint_report_new();
    if (worker) {
        termlint_report_conclude_alone(report, worker, tl_lsp_bytes(text));
    }
    termlint_report_finish(report);
    return report;
}

json_t *
tl_lsp_diagnostics_of_file(tl_lsp_server *server, const json_t *params)
{
    const json_t *given = json_object_get(json_object_get(params, "textDocument"), "uri");
    char *path = json_is_string(given) ? tl_uri_to_path(json_string_value(given)) : NULL;
    json_t *diagnostics = NULL;
    tl_lsp_file file;
    if (path && termlint_reads(path) && !termlint_is_archive(path)) {
        if (tl_lsp_file_open(&file, server, path)) {
            termlint_report *report = tl_lsp_check(server, file.path, file.text);
            diagnostics = tl_lsp_diagnostics_in(server, file.text, report);
            termlint_report_free(report);
        }
        tl_lsp_file_close(&file);
    }
    free(path);
    return diagnostics;
}

void
tl_lsp_refresh(tl_lsp_server *server, tl_lsp_document *document)
{
    if (!document->is_stale) {
        return;
    }
    document->is_stale = false;
    termlint_report_free(document->report);
    if (!document->is_prose) { /* at least it is known then what is wrong with it as a setting */
        document->report = termlint_report_new();
        termlint_report_finish(document->report);
        tl_lsp_checker(server, document->name);
        return;
    }
    document->report = tl_lsp_check(server, document->name, &document->text);
    if (!server->client.pulls) {
        tl_rpc_notify(&server->rpc, "textDocument/publishDiagnostics",
                      json_pack("{s:s, s:I, s:o}", "uri", document->uri, "version",
                                document->version, "diagnostics",
                                tl_lsp_diagnostics(server, document)));
    }
}

/* What is to be done at some time without being asked for: to publish, or to see to the settings.
 */
static bool
is_waiting(const tl_lsp_server *server, const tl_lsp_document *document)
{
    bool is_asked_for = server->client.pulls && document->is_prose;
    return document->is_stale && (!is_asked_for || server->settings.is_stale);
}

/* Others are to know that the settings have changed. */
static void
spread_settings(tl_lsp_server *server)
{
    if (server->settings.is_other) {
        server->settings.is_other = false;
        tl_lsp_ask_again(server);
        tl_lsp_workspace_again(server);
    }
}

int
tl_lsp_refresh_due(tl_lsp_server *server)
{
    int next = -1;
    for (size_t i = 0; i < server->document_count; i++) {
        tl_lsp_document *document = server->documents[i];
        int64_t rest = DEBOUNCE + (server->settings.is_stale ? server->settings.cost : 0);
        int64_t left = document->changed + rest - tl_lsp_now();
        if (is_waiting(server, document) && left > 0) {
            next = next < 0 || left < next ? (int)left : next;
        } else if (is_waiting(server, document) && server->client.pulls && document->is_prose) {
            tl_lsp_checker(server, document->name);
        } else if (is_waiting(server, document)) {
            tl_lsp_refresh(server, document);
        }
    }
    spread_settings(server);
    return next;
}
