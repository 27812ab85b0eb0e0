/* SPDX-License-Identifier: MPL-2.0 */
/* Records in, results out, a line each. What is wrong with a record is told in its place and stops
 * nothing. A line may be as long as memory allows. */
#include "cli/records.h"

#include "cli/commands.h"

#include <errno.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

typedef struct records {
    termlint_config *config;
    const char *columns;
    termlint_worker *worker; /* NULL: nothing was checked yet */
    bool has_findings, has_bad;
} records;

/* "id": what the record says, null if it says nothing. */
static void
add_id(tl_buf *out, const json_t *record)
{
    json_t *id = json_object_get(record, "id");
    char *text = id ? json_dumps(id, JSON_COMPACT | JSON_ENCODE_ANY) : NULL;
    tl_buf_add_format(out, "{\"id\": %s", text ? text : "null");
    free(text);
}

static void
add_error(records *r, tl_buf *out, const char *message)
{
    json_t *string = json_string(message);
    char *text = string ? json_dumps(string, JSON_ENCODE_ANY) : NULL;
    tl_buf_add_format(out, ", \"error\": %s}", text ? text : "\"not UTF-8\"");
    free(text);
    json_decref(string);
    r->has_bad = true;
}

/* The findings of a finished report: the lines of the format jsonl but its last, the summary. */
static void
add_findings(tl_buf *out, const termlint_report *report, const char *columns)
{
    const termlint_write_options options = {.format = "jsonl", .columns = columns};
    size_t length = 0;
    char *lines = termlint_report_write(report, &options, &length, NULL);
    tl_str rest = {lines, length}, line, next;
    const char *separator = "";
    tl_buf_add_cstr(out, ", \"findings\": [");
    tl_str_split(&rest, '\n', &line);
    while (tl_str_split(&rest, '\n', &next) && next.len) {
        tl_buf_add_cstr(out, separator);
        tl_buf_add(out, line);
        separator = ", ";
        line = next;
    }
    tl_buf_add_cstr(out, "]}");
    free(lines);
}

static void
keep_message(void *context, const char *path, uint32_t line, uint32_t column, const char *message)
{
    tl_buf *kept = context;
    (void)path;
    (void)line;
    (void)column;
    if (kept->len == 0) {
        tl_buf_add_cstr(kept, message);
        tl_buf_add_byte(kept, '\0');
    }
}

static void
add_report(records *r, tl_buf *out, termlint_report *report)
{
    tl_buf message = {0};
    if (termlint_report_tell(report, TERMLINT_PROBLEMS, keep_message, &message)) {
        add_error(r, out, message.ptr);
    } else {
        termlint_report_finish(report);
        add_findings(out, report, r->columns);
        r->has_findings |= termlint_report_fails(report);
    }
    tl_buf_clear(&message);
}

/* What keeps an object from being a record, or NULL. */
static const char *
fault_of(const json_t *record)
{
    const json_t *lang = json_object_get(record, "lang"), *path = json_object_get(record, "path");
    return !json_is_object(record)                                ? "a record is a JSON object"
           : !json_is_string(json_object_get(record, "text"))     ? "“text” is wanted, a string"
           : lang && !json_is_string(lang) && !json_is_null(lang) ? "“lang” is to be a string"
           : path && !json_is_string(path) && !json_is_null(path) ? "“path” is to be a string"
                                                                  : NULL;
}

static void
check_record(records *r, const json_t *record, tl_buf *out)
{
    const json_t *text = json_object_get(record, "text");
    const char *path = json_string_value(json_object_get(record, "path"));
    const termlint_checker *checker = termlint_config_checker(r->config, path);
    char *error = NULL;
    if (checker == NULL) {
        add_error(r, out, "the configuration or a termbase has mistakes");
        return;
    }
    if (r->worker) {
        termlint_worker_use(r->worker, checker);
    } else {
        r->worker = termlint_worker_new(checker);
    }
    const char *language = json_string_value(json_object_get(record, "lang"));
    if (!termlint_worker_set_language(r->worker, language, &error)) {
        add_error(r, out, error);
        free(error);
        return;
    }
    termlint_bytes bytes = {(char *)json_string_value(text), json_string_length(text)};
    termlint_report *report =
        termlint_check(r->worker, path ? path : "record.txt", bytes.ptr, bytes.length);
    termlint_report_conclude_alone(report, r->worker, bytes);
    add_report(r, out, report);
    termlint_report_free(report);
}

static bool
answer(records *r, tl_str line)
{
    json_t *record = json_loadb(line.ptr, line.len, JSON_ALLOW_NUL, NULL);
    const char *fault = record ? fault_of(record) : "no JSON";
    tl_buf out = {0};
    add_id(&out, record);
    if (fault) {
        add_error(r, &out, fault);
    } else {
        check_record(r, record, &out);
    }
    tl_buf_add_byte(&out, '\n');
    bool written = tl_write_output(NULL, out.ptr, out.len);
    tl_buf_clear(&out);
    json_decref(record);
    return written;
}

static bool
answer_all(records *r, FILE *in, const char *path)
{
    char *text = NULL;
    size_t capacity = 0;
    ssize_t length;
    bool ok = true;
    while (ok && (length = getline(&text, &capacity, in)) >= 0) {
        tl_str line = tl_str_trim((tl_str){text, (size_t)length});
        ok = line.len == 0 || answer(r, line);
    }
    if (ok && !feof(in)) {
        tl_fail("cannot read %s: %s", path, strerror(errno));
        ok = false;
    }
    free(text);
    return ok;
}

int
tl_check_records(const tl_settings *settings, const char *columns, const char *path)
{
    records r = {.config = tl_settings_config(settings), .columns = columns};
    bool is_stdin = strcmp(path, "-") == 0;
    FILE *in = is_stdin ? stdin : fopen(path, "r");
    bool ok = r.config && in;
    if (in == NULL) {
        tl_fail("cannot read %s: %s", path, strerror(errno));
    }
    ok = ok && answer_all(&r, in, path) && !termlint_config_has_mistakes(r.config);
    if (in && !is_stdin) {
        fclose(in);
    }
    termlint_worker_free(r.worker);
    termlint_config_free(r.config);
    bool never = settings->fail_on && strcmp(settings->fail_on, "never") == 0;
    return !ok || (r.has_bad && !never) ? TL_EXIT_FAILURE
           : r.has_findings             ? TL_EXIT_FINDINGS
                                        : TL_EXIT_CLEAN;
}
