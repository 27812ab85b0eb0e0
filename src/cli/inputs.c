/* SPDX-License-Identifier: MPL-2.0 */
/* Which documents a command works on, and the threads that work on them. Paths keep the order in
 * which they were named, and results are kept by number, so that the number of threads never
 * shows. */
#include "cli/inputs.h"

#include "base/alloc.h"
#include "base/array.h"
#include "base/map.h"
#include "base/walk.h"
#include "cli/commands.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct collection {
    tl_inputs *inputs;
    tl_map seen;
    tl_problem_list problems;
    bool force_exclude;
} collection;

void
tl_inputs_clear(tl_inputs *inputs)
{
    free(inputs->items);
    tl_arena_clear(&inputs->arena);
    *inputs = (tl_inputs){0};
}

static void
add_input(collection *c, const char *path, tl_str name)
{
    tl_inputs *inputs = c->inputs;
    const char *copy = tl_arena_copy(&inputs->arena, name).ptr;
    if (tl_map_add(&c->seen, tl_str_from(copy), inputs) != NULL) {
        return;
    }
    inputs->items = tl_array_reserve(inputs->items, &inputs->capacity, inputs->count + 1,
                                     sizeof *inputs->items);
    inputs->items[inputs->count++] = (tl_input){.path = path ? copy : NULL, .name = copy};
}

static bool
take_walked_file(void *context, tl_str path)
{
    collection *c = context;
    if (termlint_reads(path.ptr)) {
        add_input(c, path.ptr, path);
    }
    return true;
}

static void
add_path(collection *c, const char *path, const tl_settings *settings)
{
    struct stat status;
    if (strcmp(path, "-") == 0) {
        add_input(c, NULL, tl_str_from(settings->stdin_path ? settings->stdin_path : "<stdin>"));
    } else if (stat(path, &status) == 0 && S_ISDIR(status.st_mode)) {
        tl_walk_options options = {.file = take_walked_file, .context = c};
        tl_walk(path, &options, &c->problems);
    } else if (!c->force_exclude || !tl_walk_ignores(path, &c->problems)) {
        add_input(c, path, tl_str_from(path));
    }
}

static bool
add_listed_paths(collection *c, const tl_settings *settings)
{
    const char *list = settings->files_from;
    tl_buf bytes = {0};
    tl_error error = {0};
    bool is_stdin = strcmp(list, "-") == 0;
    bool ok = is_stdin ? tl_file_read_stream(STDIN_FILENO, "standard input", &bytes, &error)
                       : tl_file_read(list, &bytes, NULL, &error);
    tl_str rest = tl_buf_str(&bytes), path;
    while (ok && tl_str_split(&rest, settings->nul_separated ? '\0' : '\n', &path)) {
        if (!settings->nul_separated && tl_str_ends_with(path, TL_STR("\r"))) {
            path.len--;
        }
        if (path.len) {
            add_path(c, tl_arena_copy(&c->inputs->arena, path).ptr, settings);
        }
    }
    if (!ok) {
        tl_fail("%s", error.message);
    }
    tl_error_clear(&error);
    tl_buf_clear(&bytes);
    return ok;
}

bool
tl_inputs_collect(tl_inputs *inputs, const tl_settings *settings, const tl_string_list *operands,
                  termlint_report *report)
{
    collection c = {.inputs = inputs, .force_exclude = settings->force_exclude};
    bool ok = settings->files_from == NULL || add_listed_paths(&c, settings);
    for (size_t i = 0; ok && i < operands->count; i++) {
        add_path(&c, operands->items[i], settings);
    }
    for (size_t i = 0; i < c.problems.kept; i++) {
        termlint_report_add_problem(report, c.problems.items[i].path, c.problems.items[i].message);
    }
    if (ok && inputs->count == 0 && c.problems.count == 0) {
        tl_fail("%s", operands->count || settings->files_from
                          ? "nothing to check: no file matched"
                          : "nothing to check: name files or folders, or - for standard input");
        ok = false;
    }
    tl_problem_list_clear(&c.problems);
    tl_map_clear(&c.seen);
    return ok;
}

bool
tl_input_read(const tl_input *input, tl_buf *bytes, tl_file_stamp *stamp, tl_error *error)
{
    return input->path ? tl_file_read(input->path, bytes, stamp, error)
                       : tl_file_read_stream(STDIN_FILENO, "standard input", bytes, error);
}

typedef struct thread_pool {
    const termlint_checker *checker;
    tl_job job;
    void *context;
    size_t count;
    size_t next; /* guarded by lock */
    pthread_mutex_t lock;
} thread_pool;

static size_t
take_number(thread_pool *pool)
{
    pthread_mutex_lock(&pool->lock);
    size_t number = pool->next < pool->count ? pool->next++ : pool->count;
    pthread_mutex_unlock(&pool->lock);
    return number;
}

static void *
work(void *argument)
{
    thread_pool *shared = argument;
    termlint_worker *worker = termlint_worker_new(shared->checker);
    size_t number;
    while ((number = take_number(shared)) < shared->count) {
        shared->job(shared->context, worker, number);
    }
    termlint_worker_free(worker);
    return NULL;
}

static void
print_note(void *context, const char *message)
{
    (void)context;
    fprintf(stderr, "termlint: %s\n", message);
}

void
tl_inputs_run(const termlint_checker *checker, size_t count, unsigned jobs, tl_job job,
              void *context)
{
    thread_pool shared = {.checker = checker, .job = job, .context = context, .count = count};
    long processors = sysconf(_SC_NPROCESSORS_ONLN);
    size_t threads = jobs ? jobs : processors > 0 ? (size_t)processors : 1;
    threads = threads > count ? count : threads;
    pthread_mutex_init(&shared.lock, NULL);
    pthread_t *ids = tl_alloc_zero(threads, sizeof *ids);
    size_t started = 0;
    while (started + 1 < threads && pthread_create(&ids[started], NULL, work, &shared) == 0) {
        started++;
    }
    work(&shared);
    for (size_t i = 0; i < started; i++) {
        pthread_join(ids[i], NULL);
    }
    free(ids);
    pthread_mutex_destroy(&shared.lock);
    termlint_checker_notes(checker, print_note, NULL);
}
