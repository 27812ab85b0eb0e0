/* SPDX-License-Identifier: MPL-2.0 */
/* Which documents a command works on, and the threads that work on them. Paths keep the order in
 * which they were named, and results are kept by number, so that the number of threads never
 * shows. */
#include "cli/inputs.h"

#include "base/alloc.h"
#include "base/array.h"
#include "base/hash.h"
#include "base/map.h"
#include "base/threads.h"
#include "base/walk.h"
#include "cli/commands.h"
#include "cli/progress.h"
#include "cli/termbase_files.h"
#include "termlint_tools.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct collection {
    tl_inputs *inputs;
    termlint_config *config;
    tl_map seen;
    tl_problem_list problems;
    bool force_exclude;
    bool ignores; /* `ignore:` counts for what the walk finds */
} collection;

void
tl_inputs_clear(tl_inputs *inputs)
{
    free(inputs->items);
    tl_arena_clear(&inputs->arena);
    *inputs = (tl_inputs){0};
}

/* `path` is NULL for standard input, `checker` if its configuration has mistakes. */
static void
add_input(collection *c, const char *path, tl_str name, const termlint_checker *checker)
{
    tl_inputs *inputs = c->inputs;
    const char *copy = tl_arena_copy(&inputs->arena, name).ptr;
    if (tl_map_add(&c->seen, tl_str_from(copy), inputs) != NULL || checker == NULL) {
        return;
    }
    inputs->items = tl_array_reserve(inputs->items, &inputs->capacity, inputs->count + 1,
                                     sizeof *inputs->items);
    inputs->items[inputs->count++] =
        (tl_input){.path = path ? copy : NULL, .name = copy, .checker = checker};
}

static bool
is_wanted(void *context, tl_str path, bool is_folder)
{
    collection *c = context;
    bool is_document = is_folder || termlint_reads(path.ptr);
    return is_document && !(c->ignores && termlint_config_ignores(c->config, path.ptr, is_folder));
}

/* A termbase in a folder is no document; one that is named is what somebody wants to have checked.
 */
static bool
take_walked_file(void *context, tl_str path)
{
    collection *c = context;
    const termlint_checker *checker = termlint_config_checker(c->config, path.ptr);
    if (checker == NULL || !tl_is_termbase_file(path.ptr, checker)) {
        add_input(c, path.ptr, path, checker);
    }
    return true;
}

/* A folder that is ignored itself was asked for by name all the same. */
static void
add_folder(collection *c, const char *path)
{
    tl_walk_options options = {.wanted = is_wanted, .file = take_walked_file, .context = c};
    c->ignores = !termlint_config_ignores(c->config, path, true);
    tl_walk(path, &options, &c->problems);
}

static bool
is_excluded(collection *c, const char *path)
{
    return c->force_exclude &&
           (termlint_config_ignores(c->config, path, false) || tl_walk_ignores(path, &c->problems));
}

static void
add_path(collection *c, const char *path, const tl_settings *settings)
{
    struct stat status;
    const char *stdin_path = settings->stdin_path;
    if (strcmp(path, "-") == 0) {
        if (stdin_path == NULL || !is_excluded(c, stdin_path)) {
            add_input(c, NULL, tl_str_from(stdin_path ? stdin_path : "<stdin>"),
                      termlint_config_checker(c->config, stdin_path));
        }
    } else if (stat(path, &status) == 0 && S_ISDIR(status.st_mode)) {
        add_folder(c, path);
    } else if (!is_excluded(c, path)) {
        add_input(c, path, tl_str_from(path), termlint_config_checker(c->config, path));
    }
}

static bool
add_listed_paths(collection *c, const tl_settings *settings)
{
    tl_buf bytes = {0};
    bool ok = tl_read_option_file(settings->files_from, &bytes);
    tl_str rest = tl_buf_str(&bytes), path;
    while (ok && tl_str_split(&rest, settings->nul_separated ? '\0' : '\n', &path)) {
        if (!settings->nul_separated && tl_str_ends_with(path, TL_STR("\r"))) {
            path.len--;
        }
        if (path.len) {
            add_path(c, tl_arena_copy(&c->inputs->arena, path).ptr, settings);
        }
    }
    tl_buf_clear(&bytes);
    return ok;
}

/* Says of which documents only a part of the rules is checked. */
static void
tell_of_missing_termbase(const tl_inputs *inputs)
{
    size_t lacking = 0;
    const char *first = NULL;
    for (size_t i = 0; i < inputs->count; i++) {
        if (!termlint_checker_has_termbase(inputs->items[i].checker)) {
            first = first ? first : inputs->items[i].name;
            lacking++;
        }
    }
    bool is_part = lacking < inputs->count;
    if (lacking) {
        tl_tell("termlint: no termbase%s%s: only the rules that need none run; name one with "
                "--termbase, or start with `termlint init`",
                is_part ? " for " : "", is_part ? first : "");
    }
}

/* Reads "K/N", 1 <= K <= N. */
static bool
read_shard(const char *text, unsigned long *part, unsigned long *parts)
{
    char *end, *last;
    *part = strtoul(text, &end, 10);
    *parts = *end == '/' && end[1] >= '1' && end[1] <= '9' ? strtoul(end + 1, &last, 10) : 0;
    bool ok = text[0] >= '1' && text[0] <= '9' && *parts && *last == '\0' && *part <= *parts;
    if (!ok) {
        tl_fail("“%s” is no part, want K/N with K from 1 to N", text);
    }
    return ok;
}

/* Keeps the inputs of one part. What the part of a path is depends on the path alone. */
static bool
keep_shard(tl_inputs *inputs, const char *shard)
{
    unsigned long part, parts;
    size_t kept = 0;
    if (!read_shard(shard, &part, &parts)) {
        return false;
    }
    for (size_t i = 0; i < inputs->count; i++) {
        if (tl_hash_bytes(tl_str_from(inputs->items[i].name)) % parts == part - 1) {
            inputs->items[kept++] = inputs->items[i];
        }
    }
    inputs->count = kept;
    return true;
}

bool
tl_inputs_collect(tl_inputs *inputs, const tl_settings *settings, termlint_config *config,
                  const tl_string_list *operands, termlint_report *report)
{
    collection c = {.inputs = inputs, .config = config, .force_exclude = settings->force_exclude};
    bool ok = settings->files_from == NULL || add_listed_paths(&c, settings);
    for (size_t i = 0; ok && i < operands->count; i++) {
        add_path(&c, operands->items[i], settings);
    }
    if (ok && settings->source && settings->target) {
        add_path(&c, settings->source, settings);
        add_path(&c, settings->target, settings);
    }
    for (size_t i = 0; i < c.problems.kept; i++) {
        const tl_problem *problem = &c.problems.items[i];
        const char *message =
            tl_arena_format(&inputs->arena, "%s: %s", problem->path, problem->message).ptr;
        termlint_report_add_problem(report, problem->path, message);
    }
    inputs->failed = termlint_config_has_mistakes(config);
    if (ok && inputs->failed && inputs->count == 0) {
        ok = false;
    } else if (ok && inputs->count == 0 && c.problems.count == 0) {
        tl_fail("%s", operands->count || settings->files_from
                          ? "nothing to check: no file matched"
                          : "nothing to check: name files or folders, or - for standard input");
        ok = false;
    }
    if (ok && settings->shard) {
        ok = keep_shard(inputs, settings->shard);
    }
    if (!settings->wants_no_termbase) {
        tell_of_missing_termbase(inputs);
    }
    tl_problem_list_clear(&c.problems);
    tl_map_clear(&c.seen);
    return ok;
}

const tl_input *
tl_inputs_find(const tl_inputs *inputs, const char *name, size_t *last)
{
    for (size_t i = 0; i < inputs->count; i++) {
        size_t number = (*last + i) % inputs->count;
        if (strcmp(inputs->items[number].name, name) == 0) {
            *last = number;
            return &inputs->items[number];
        }
    }
    return NULL;
}

bool
tl_input_read(const tl_input *input, tl_buf *bytes, tl_file_stamp *stamp, tl_error *error)
{
    return input->path ? tl_file_read(input->path, bytes, stamp, error)
                       : tl_file_read_stream(STDIN_FILENO, "standard input", bytes, error);
}

/* A job on all inputs. */
typedef struct run {
    const tl_inputs *inputs;
    tl_job job;
    void *context;
    tl_threads threads;
    termlint_worker **workers; /* by seat of the thread */
    tl_progress progress;      /* told by the first thread */
} run;

static void
work(void *context, size_t seat, size_t number)
{
    run *r = context;
    const tl_input *input = &r->inputs->items[number];
    termlint_worker **worker = &r->workers[seat];
    if (*worker == NULL) {
        *worker = termlint_worker_new(input->checker);
        termlint_worker_share_threads(*worker, &r->threads);
    }
    termlint_worker_use(*worker, input->checker);
    r->job(r->context, *worker, number);
    if (seat == 0) {
        tl_progress_tell(&r->progress, number);
    }
}

static void
print_note(void *context, const char *message)
{
    (void)context;
    tl_tell("termlint: %s", message);
}

/* Keeps the worker of the first thread, which knows many words by now. */
static termlint_worker *
free_workers(run *r)
{
    const termlint_checker *checker = r->inputs->items[0].checker;
    termlint_worker *kept = r->workers[0] ? r->workers[0] : termlint_worker_new(checker);
    for (size_t i = 1; i < r->inputs->count; i++) {
        termlint_worker_free(r->workers[i]);
    }
    free(r->workers);
    termlint_worker_share_threads(kept, NULL);
    termlint_worker_use(kept, checker);
    return kept;
}

termlint_worker *
tl_inputs_run(const tl_inputs *inputs, const tl_settings *settings, tl_job job, void *context)
{
    if (inputs->count == 0) {
        return NULL;
    }
    run r = {.inputs = inputs, .job = job, .context = context};
    long processors = sysconf(_SC_NPROCESSORS_ONLN);
    size_t threads = settings->jobs ? settings->jobs : processors > 0 ? (size_t)processors : 1;
    tl_threads_init(&r.threads, threads - 1);
    r.workers = tl_alloc_zero(inputs->count, sizeof *r.workers);
    r.progress = tl_progress_begin(settings->progress, settings->quiet, inputs->count);
    tl_threads_run(&r.threads, inputs->count, work, &r);
    tl_progress_end(&r.progress);
    termlint_worker *worker = free_workers(&r);
    tl_threads_clear(&r.threads);
    termlint_checker_notes(inputs->items[0].checker, print_note, NULL);
    return worker;
}
