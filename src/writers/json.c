/* SPDX-License-Identifier: MPL-2.0 */
/* The whole report as one JSON object, a finding in each line. Every key is always there: what a
 * finding does not have is null or an empty array. */
#include "writers/json.h"

#include "writers/json_text.h"

static void
add_key(tl_buf *out, const char *key)
{
    tl_buf_add_format(out, ", \"%s\": ", key);
}

static void
add_place(tl_buf *out, const tl_diag *diag, tl_columns columns)
{
    tl_position begin = tl_diag_begin(diag, columns), end = tl_diag_end(diag, columns);
    tl_buf_add_format(out, ", \"line\": %u, \"column\": %u, \"endLine\": %u, \"endColumn\": %u",
                      begin.line, begin.column, end.line, end.column);
    tl_buf_add_format(out, ", \"offset\": %u, \"length\": %u", diag->range.begin,
                      diag->range.end - diag->range.begin);
}

static void
add_origin(tl_buf *out, const tl_diag *diag)
{
    add_key(out, "concept");
    tl_json_add_string_or_null(out, diag->concept);
    add_key(out, "term");
    tl_json_add_string_or_null(out, diag->term);
    add_key(out, "lang");
    tl_json_add_string_or_null(out, diag->language);
    add_key(out, "relation");
    tl_json_add_string_or_null(
        out, tl_str_from(diag->has_relation ? tl_relation_name(diag->relation) : NULL));
    add_key(out, "schemes");
    tl_json_add_strings(out, diag->schemes, diag->scheme_count);
}

/* The other places of a finding that is about several; no other finding has the key. */
static void
add_places(tl_buf *out, const tl_diag *diag, tl_columns columns)
{
    add_key(out, "places");
    for (size_t i = 0; i < diag->place_count; i++) {
        const tl_diag_place *place = &diag->places[i];
        tl_position begin = columns == TL_COLUMNS_BYTES   ? place->begin_bytes
                            : columns == TL_COLUMNS_UTF16 ? place->begin_utf16
                                                          : place->begin;
        tl_buf_add_cstr(out, i > 0 ? ", {\"path\": " : "[{\"path\": ");
        tl_json_add_string(out, place->path);
        tl_buf_add_format(out, ", \"line\": %u, \"column\": %u", begin.line, begin.column);
        add_key(out, "text");
        tl_json_add_string(out, place->text);
        tl_buf_add_byte(out, '}');
    }
    tl_buf_add_byte(out, ']');
}

void
tl_json_add_finding(tl_buf *out, const tl_diag *diag, tl_columns columns)
{
    tl_buf_add_cstr(out, "{\"path\": ");
    tl_json_add_string(out, diag->path);
    add_key(out, "rule");
    tl_json_add_string(out, diag->rule);
    add_key(out, "severity");
    tl_json_add_string(out, tl_str_from(tl_severity_name(diag->severity)));
    add_place(out, diag, columns);
    add_key(out, "text");
    tl_json_add_string(out, diag->text);
    add_key(out, "message");
    tl_json_add_string(out, diag->message);
    add_key(out, "suggestions");
    tl_json_add_strings(out, diag->suggestions, diag->suggestion_count);
    add_key(out, "fixable");
    tl_buf_add_cstr(out, diag->fixable ? "true" : "false");
    add_origin(out, diag);
    if (diag->place_count) {
        add_places(out, diag, columns);
    }
    add_key(out, "segment");
    tl_json_add_string_or_null(out, diag->segment);
    add_key(out, "fingerprint");
    tl_json_add_string(out, tl_str_from(diag->fingerprint));
    tl_buf_add_byte(out, '}');
}

void
tl_json_add_summary(tl_buf *out, const tl_report *report)
{
    tl_buf_add_format(out, "{\"files\": %zu, \"bytes\": %llu", report->files,
                      (unsigned long long)report->bytes);
    tl_buf_add_format(out, ", \"errors\": %zu, \"warnings\": %zu, \"suggestions\": %zu}",
                      report->by_severity[TL_SEVERITY_ERROR],
                      report->by_severity[TL_SEVERITY_WARNING],
                      report->by_severity[TL_SEVERITY_SUGGESTION]);
}

static void
begin(const tl_report *report, const tl_write_options *options, tl_buf *out)
{
    (void)report;
    tl_buf_add_format(out, "{\"version\": 1, \"tool\": \"termlint %s\",\n \"findings\": [",
                      options->version);
}

static void
write_finding(const tl_diag *diag, const tl_diag *before, const tl_write_options *options,
              tl_buf *out)
{
    tl_buf_add_cstr(out, before ? ",\n  " : "\n  ");
    tl_json_add_finding(out, diag, options->columns);
}

static void
end(const tl_report *report, const tl_write_options *options, tl_buf *out)
{
    (void)options;
    tl_buf_add_cstr(out, "],\n \"summary\": ");
    tl_json_add_summary(out, report);
    tl_buf_add_cstr(out, "}\n");
}

const tl_writer tl_writer_json = {
    .id = "json",
    .summary = "one JSON object with all findings and a summary",
    .begin = begin,
    .finding = write_finding,
    .end = end,
};
