/* SPDX-License-Identifier: MPL-2.0 */
/* SARIF 2.1.0 (OASIS), as code hosts take it: one run, the rules with their help, each finding with
 * its place, its fingerprint and, where it is safe, its replacement. Paths are percent-encoded
 * relative URIs; columns count code points or UTF-16 units, and say which. */
#include "writers/json_text.h"
#include "writers/writers.h"

/* Severity as `level`: none, note, warning, error. */
static const char *
level_of(tl_severity severity)
{
    switch (severity) {
    case TL_SEVERITY_ERROR: return "error";
    case TL_SEVERITY_WARNING: return "warning";
    case TL_SEVERITY_SUGGESTION: return "note";
    default: return "none";
    }
}

static bool
is_unreserved(unsigned char byte)
{
    bool is_letter = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
    return is_letter || (byte >= '0' && byte <= '9') || byte == '-' || byte == '.' || byte == '_' ||
           byte == '~' || byte == '/';
}

/* A path as a URI reference (RFC 3986): relative stays relative, absolute becomes file://. */
static void
add_uri(tl_buf *out, tl_str path)
{
    tl_buf uri = {0};
    if (tl_str_starts_with(path, TL_STR("/"))) {
        tl_buf_add_cstr(&uri, "file://");
    }
    for (size_t i = 0; i < path.len; i++) {
        unsigned char byte = (unsigned char)path.ptr[i];
        if (is_unreserved(byte)) {
            tl_buf_add_byte(&uri, (char)byte);
        } else {
            tl_buf_add_format(&uri, "%%%02X", byte);
        }
    }
    tl_json_add_string(out, tl_buf_str(&uri));
    tl_buf_clear(&uri);
}

static void
add_region(tl_buf *out, const tl_diag *diag, tl_columns columns)
{
    tl_position begin = tl_diag_begin(diag, columns), end = tl_diag_end(diag, columns);
    tl_buf_add_format(out,
                      "{\"startLine\": %u, \"startColumn\": %u, \"endLine\": %u, "
                      "\"endColumn\": %u, \"byteOffset\": %u, \"byteLength\": %u}",
                      begin.line, begin.column, end.line, end.column, diag->range.begin,
                      diag->range.end - diag->range.begin);
}

/* Where markup stands within the text, the edits are told by their bytes. */
static void
add_replacement(tl_buf *out, const tl_diag *diag, const tl_edit *edit, tl_columns columns)
{
    tl_buf_add_cstr(out, "{\"deletedRegion\": ");
    if (tl_diag_is_replaced_whole(diag)) {
        add_region(out, diag, columns);
    } else {
        tl_buf_add_format(out, "{\"byteOffset\": %u, \"byteLength\": %u}", edit->range.begin,
                          edit->range.end - edit->range.begin);
    }
    tl_buf_add_cstr(out, ", \"insertedContent\": {\"text\": ");
    tl_json_add_string(out, edit->text);
    tl_buf_add_cstr(out, "}}");
}

static void
add_fix(tl_buf *out, const tl_diag *diag, tl_columns columns)
{
    tl_buf_add_cstr(out, ",\n     \"fixes\": [{\"description\": {\"text\": \"the form to use\"}, "
                         "\"artifactChanges\": [{\"artifactLocation\": {\"uri\": ");
    add_uri(out, diag->path);
    tl_buf_add_cstr(out, "}, \"replacements\": [");
    for (size_t i = 0; i < diag->edit_count; i++) {
        tl_buf_add_cstr(out, i ? ", " : "");
        add_replacement(out, diag, &diag->edits[i], columns);
    }
    tl_buf_add_cstr(out, "]}]}]");
}

static size_t
rule_index(const tl_write_options *options, tl_str rule)
{
    size_t at = 0;
    while (at < options->rule_count && !tl_str_equal(rule, tl_str_from(options->rules[at].id))) {
        at++;
    }
    return at;
}

static void
add_message(tl_buf *out, const tl_diag *diag)
{
    tl_buf text = {0};
    tl_buf_add(&text, diag->message);
    if (diag->explanation.len) {
        tl_buf_add_byte(&text, '\n');
        tl_buf_add(&text, diag->explanation);
    }
    tl_json_add_string(out, tl_buf_str(&text));
    tl_buf_clear(&text);
}

static void
write_result(const tl_diag *diag, const tl_diag *before, const tl_write_options *options,
             tl_buf *out)
{
    tl_columns columns =
        options->columns == TL_COLUMNS_UTF16 ? TL_COLUMNS_UTF16 : TL_COLUMNS_CODE_POINTS;
    tl_buf_add_cstr(out, before ? ",\n" : "\n");
    tl_buf_add_cstr(out, "    {\"ruleId\": ");
    tl_json_add_string(out, diag->rule);
    tl_buf_add_format(out,
                      ", \"ruleIndex\": %zu, \"level\": \"%s\",\n     \"message\": {\"text\": ",
                      rule_index(options, diag->rule), level_of(diag->severity));
    add_message(out, diag);
    tl_buf_add_cstr(out, "},\n     \"locations\": [{\"physicalLocation\": {\"artifactLocation\": "
                         "{\"uri\": ");
    add_uri(out, diag->path);
    tl_buf_add_cstr(out, "}, \"region\": ");
    add_region(out, diag, columns);
    tl_buf_add_format(out, "}}],\n     \"partialFingerprints\": {\"termlint/v1\": \"%s\"}",
                      diag->fingerprint);
    if (diag->fixable) {
        add_fix(out, diag, columns);
    }
    tl_buf_add_byte(out, '}');
}

static void
add_rules(tl_buf *out, const tl_write_options *options)
{
    for (size_t i = 0; i < options->rule_count; i++) {
        const tl_write_rule *rule = &options->rules[i];
        tl_buf_add_cstr(out, i ? ",\n    {\"id\": " : "\n    {\"id\": ");
        tl_json_add_string(out, tl_str_from(rule->id));
        tl_buf_add_cstr(out, ", \"shortDescription\": {\"text\": ");
        tl_json_add_string(out, tl_str_from(rule->summary));
        tl_buf_add_cstr(out, "}, \"help\": {\"text\": ");
        tl_json_add_string(out, tl_str_from(rule->help));
        tl_buf_add_format(out, "}, \"defaultConfiguration\": {\"enabled\": %s, \"level\": \"%s\"}}",
                          rule->severity == TL_SEVERITY_OFF ? "false" : "true",
                          level_of(rule->severity));
    }
}

static void
begin(const tl_report *report, const tl_write_options *options, tl_buf *out)
{
    (void)report;
    tl_buf_add_cstr(out, "{\"$schema\": \"https://json.schemastore.org/sarif-2.1.0.json\",\n"
                         " \"version\": \"2.1.0\",\n \"runs\": [{\n  \"tool\": {\"driver\": "
                         "{\"name\": \"termlint\", \"version\": ");
    tl_json_add_string(out, tl_str_from(options->version));
    tl_buf_add_cstr(out, ", \"rules\": [");
    add_rules(out, options);
    tl_buf_add_format(out, "]}},\n  \"columnKind\": \"%s\",\n  \"results\": [",
                      options->columns == TL_COLUMNS_UTF16 ? "utf16CodeUnits"
                                                           : "unicodeCodePoints");
}

static void
end(const tl_report *report, const tl_write_options *options, tl_buf *out)
{
    (void)report, (void)options;
    tl_buf_add_cstr(out, "]\n }]}\n");
}

const tl_writer tl_writer_sarif = {
    .id = "sarif",
    .summary = "SARIF 2.1.0, for code scanning",
    .begin = begin,
    .finding = write_result,
    .end = end,
};
