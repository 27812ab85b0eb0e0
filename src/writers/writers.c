/* SPDX-License-Identifier: MPL-2.0 */
/* The list of output formats: a new one is a file with a row `tl_writer_<name>`, and its name
 * here. What they write is handed on as it comes: a report of a million findings is never held as
 * text. */
#include "writers/writers.h"

enum { PIECE = 64 * 1024 }; /* bytes that are handed on at once */

#define WRITERS(X) \
    X(text)        \
    X(gnu) X(json) X(jsonl) X(sarif) X(github) X(gitlab) X(junit) X(checkstyle) X(rdjson) X(html)

#define DECLARE(name) extern const tl_writer tl_writer_##name;
WRITERS(DECLARE)

#define POINTER(name) &tl_writer_##name,
static const tl_writer *const writers[] = {WRITERS(POINTER)};

const tl_writer *const *
tl_writers(size_t *count)
{
    *count = sizeof writers / sizeof writers[0];
    return writers;
}

const tl_writer *
tl_writer_find(tl_str id)
{
    for (size_t i = 0; i < sizeof writers / sizeof writers[0]; i++) {
        if (tl_str_equal(tl_str_from(writers[i]->id), id)) {
            return writers[i];
        }
    }
    return NULL;
}

/* On its way through a report. */
typedef struct writing {
    const tl_writer *writer;
    const tl_write_options *options;
    const tl_sink *sink;
    tl_buf out; /* what was not handed on yet */
    tl_diag before;
    bool has_before;
} writing;

static bool
hand_on(writing *w)
{
    bool taken = w->out.len == 0 || w->sink->take(w->sink->context, tl_buf_str(&w->out));
    w->out.len = 0;
    return taken;
}

static bool
write_finding(writing *w, const tl_diag *diag)
{
    w->writer->finding(diag, w->has_before ? &w->before : NULL, w->options, &w->out);
    w->before = *diag;
    w->has_before = true;
    return w->out.len < PIECE || hand_on(w);
}

/* Those of one severity; of all if it is TL_SEVERITY_OFF. */
static bool
write_findings(writing *w, const tl_report *report, tl_severity severity)
{
    bool ok = true;
    for (size_t i = 0; ok && i < report->count; i++) {
        const tl_diag diag = tl_report_at(report, i);
        if (severity == TL_SEVERITY_OFF || diag.severity == severity) {
            ok = write_finding(w, &diag);
        }
    }
    return ok;
}

bool
tl_writer_write(const tl_writer *writer, const tl_report *report, const tl_write_options *options,
                const tl_sink *sink)
{
    writing w = {.writer = writer, .options = options, .sink = sink};
    if (writer->begin) {
        writer->begin(report, options, &w.out);
    }
    bool ok = true;
    if (writer->severest_first) {
        for (int severity = TL_SEVERITY_ERROR; ok && severity > TL_SEVERITY_OFF; severity--) {
            ok = write_findings(&w, report, (tl_severity)severity);
        }
    } else {
        ok = write_findings(&w, report, TL_SEVERITY_OFF);
    }
    if (ok && writer->end) {
        writer->end(report, options, &w.out);
    }
    ok = ok && hand_on(&w);
    tl_buf_clear(&w.out);
    return ok;
}
