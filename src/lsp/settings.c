/* SPDX-License-Identifier: MPL-2.0 */
/* What documents are judged by: configuration files, termbases and the client's own settings. All
 * of it is read anew as a whole when a part may have changed: simpler than to know which, and fast
 * enough for keystrokes of a person. Somebody who is typing in a termbase makes mistakes all the
 * time, so what was without mistakes stays in use until there is something better. */
#include "lsp/settings.h"

#include "base/error.h"
#include "lsp/places.h"
#include "lsp/workspace.h"
#include "termlint_tools.h"

#include <stdlib.h>
#include <string.h>

static void
keep_problem(void *context, const char *path, uint32_t line, uint32_t column, const char *message)
{
    tl_problem_add(context, tl_str_from(path), line, column, "%s", message);
}

/* What an editor holds of a file goes before what the disk has. Whatever is asked for is a source
 * of the settings. */
static bool
unsaved_text(void *context, const char *path, termlint_bytes *text)
{
    tl_lsp_server *server = context;
    char *whole = tl_lsp_whole_path(path);
    const tl_lsp_document *document = tl_lsp_document_at(server, whole);
    const tl_lsp_trial *trial = server->settings.trial;
    bool is_trial = trial && strcmp(trial->path, whole) == 0;
    json_object_set_new(server->settings.sources, whole, json_true());
    if (is_trial) {
        *text = (termlint_bytes){(char *)trial->text.ptr, trial->text.len};
    } else if (document) {
        *text = tl_lsp_bytes(&document->text);
    }
    free(whole);
    return is_trial || document;
}

/* The client's settings, where no file says otherwise; null stands for "not set". */
static void
add_given(const tl_lsp_server *server, termlint_config *config)
{
    const char *folder = server->folder_count ? server->folders[0] : ".";
    json_t *given = json_object(), *value;
    const char *key;
    json_object_foreach(server->settings.given, key, value)
    {
        if (!json_is_null(value)) {
            json_object_set(given, key, value);
        }
    }
    char *text = json_dumps(given, 0);
    if (text && json_object_size(given)) {
        termlint_config_add_settings(config, folder, text);
    }
    free(text);
    json_decref(given);
}

/* Its mistakes go to the list. */
static termlint_config *
make_config(tl_lsp_server *server, tl_problem_list *mistakes)
{
    termlint_config *config =
        server->setup->make_config(server->setup->context, keep_problem, mistakes);
    if (config) {
        termlint_config_set_unsaved(config, unsaved_text, server);
        if (server->settings.config) {
            termlint_config_share(config, server->settings.config);
        }
        add_given(server, config);
    }
    return config;
}

/* -- termbases that are open ------------------------------------------------------------------- */

static bool
is_source(const tl_lsp_server *server, const tl_lsp_document *document)
{
    const json_t *sources = server->settings.sources;
    return (document->real && json_object_get(sources, document->real)) ||
           (document->path && json_object_get(sources, document->path));
}

/* Whether some line is the key that every termbase has. */
static bool
looks_like_termbase(const tl_text *text)
{
    tl_str bytes = tl_buf_str(&text->bytes), key = TL_STR("termlint:");
    for (size_t i = 0; i < text->line_count; i++) {
        if (tl_str_starts_with(tl_str_slice(bytes, text->lines[i], bytes.len), key)) {
            return true;
        }
    }
    return false;
}

static bool
is_config_file(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash && strcmp(slash + 1, ".termlint.yaml") == 0;
}

bool
tl_lsp_is_config(const tl_lsp_document *document)
{
    return document->path && is_config_file(document->path);
}

bool
tl_lsp_is_setting_path(const tl_lsp_server *server, const char *path)
{
    return is_config_file(path) || json_object_get(server->settings.sources, path);
}

bool
tl_lsp_is_setting(const tl_lsp_server *server, const tl_lsp_document *document)
{
    return document->path && (is_source(server, document) || is_config_file(document->path) ||
                              (!document->is_prose && looks_like_termbase(&document->text)));
}

static void
find_oddities(tl_lsp_server *server, const termlint_checker *checker)
{
    size_t run;
    tl_problem_list *oddities = &server->settings.oddities;
    termlint_termbase_warnings(checker, keep_problem, oddities);
    termlint_termbase_examples(checker, &run, keep_problem, oddities);
}

/* A termbase that is in no configuration, as `termlint termbase lint` would see it. */
static void
check_alone(tl_lsp_server *server, const tl_lsp_document *document)
{
    termlint_config *config = termlint_config_new(keep_problem, &server->settings.mistakes);
    char *error = NULL;
    termlint_config_use(config, NULL);
    termlint_config_set_unsaved(config, unsaved_text, server);
    termlint_config_set(config, "--termbase", document->path, &error);
    const termlint_checker *checker = termlint_config_checker(config, document->path);
    if (checker) {
        find_oddities(server, checker);
    }
    termlint_config_free(config);
    free(error);
}

/* What is open is looked at as a termbase, unless it is known to have mistakes. */
static void
check_open_termbases(tl_lsp_server *server, termlint_config *config)
{
    const termlint_checker *last = NULL;
    for (size_t i = 0; i < server->document_count; i++) {
        const tl_lsp_document *document = server->documents[i];
        if (document->is_prose || !tl_lsp_is_setting(server, document)) {
            continue;
        }
        const termlint_checker *checker = NULL;
        if (!is_source(server, document)) {
            check_alone(server, document);
        } else if (config && !is_config_file(document->path)) {
            checker = termlint_config_checker(config, document->path);
        }
        if (checker && checker != last) {
            find_oddities(server, checker);
        }
        last = checker ? checker : last;
    }
}

/* -- making and using -------------------------------------------------------------------------- */

static void
use_config(tl_lsp_settings *settings, termlint_config *config)
{
    termlint_worker_free(settings->worker);
    termlint_config_free(settings->config);
    settings->worker = NULL;
    settings->config = config;
    settings->generation++;
}

static void
forget_problems(tl_lsp_settings *settings)
{
    json_decref(settings->sources);
    settings->sources = json_object();
    tl_problem_list_clear(&settings->mistakes);
    tl_problem_list_clear(&settings->oddities);
}

static bool
is_better(termlint_config *config, termlint_config *old)
{
    bool is_good = config && !termlint_config_has_mistakes(config);
    return is_good || old == NULL || termlint_config_has_mistakes(old);
}

/* Reads everything that the open documents want. */
static void
renew(tl_lsp_server *server)
{
    tl_lsp_settings *settings = &server->settings;
    int64_t begun = tl_lsp_now();
    settings->is_stale = false;
    forget_problems(settings);
    termlint_config *config = make_config(server, &settings->mistakes);
    for (size_t i = 0; config && i < server->document_count; i++) {
        termlint_config_checker(config, server->documents[i]->name);
    }
    check_open_termbases(server, config);
    if (is_better(config, settings->config)) {
        settings->is_other = settings->config != NULL;
        use_config(settings, config);
    } else {
        termlint_config_free(config);
    }
    settings->has_news = true;
    settings->cost = tl_lsp_now() - begun;
}

const termlint_checker *
tl_lsp_checker(tl_lsp_server *server, const char *name)
{
    tl_lsp_settings *settings = &server->settings;
    if (settings->is_stale) {
        renew(server);
    }
    size_t known = settings->mistakes.count;
    const termlint_checker *checker =
        settings->config ? termlint_config_checker(settings->config, name) : NULL;
    if (settings->has_news || known != settings->mistakes.count) {
        settings->has_news = false;
        tl_lsp_publish_mistakes(server);
    }
    return checker;
}

termlint_worker *
tl_lsp_worker(tl_lsp_server *server, const char *name)
{
    tl_lsp_settings *settings = &server->settings;
    const termlint_checker *checker = tl_lsp_checker(server, name);
    if (checker == NULL) {
        return NULL;
    }
    if (settings->worker) {
        termlint_worker_use(settings->worker, checker);
    } else {
        settings->worker = termlint_worker_new(checker);
    }
    return settings->worker;
}

termlint_report *
tl_lsp_try_settings(tl_lsp_server *server, const tl_lsp_trial *trial,
                    const tl_lsp_document *document)
{
    tl_problem_list mistakes = {0};
    termlint_report *report = NULL;
    server->settings.trial = trial;
    termlint_config *config = make_config(server, &mistakes);
    const termlint_checker *checker =
        config ? termlint_config_checker(config, document->name) : NULL;
    server->settings.trial = NULL;
    if (checker && mistakes.count == 0) {
        termlint_worker *worker = termlint_worker_new(checker);
        report = termlint_check(worker, document->name, document->text.bytes.ptr,
                                document->text.bytes.len);
        termlint_report_conclude_alone(report, worker, tl_lsp_bytes(&document->text));
        termlint_report_finish(report);
        termlint_worker_free(worker);
    }
    termlint_config_free(config);
    tl_problem_list_clear(&mistakes);
    return report;
}

void
tl_lsp_settings_change(tl_lsp_server *server)
{
    server->settings.is_stale = true;
    for (size_t i = 0; i < server->document_count; i++) {
        server->documents[i]->is_stale = true;
        server->documents[i]->changed = tl_lsp_now();
    }
}

void
tl_lsp_settings_clear(tl_lsp_settings *settings)
{
    use_config(settings, NULL);
    forget_problems(settings);
    json_decref(settings->sources);
    json_decref(settings->given);
    json_decref(settings->told);
    *settings = (tl_lsp_settings){0};
}
