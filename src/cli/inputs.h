/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_CLI_INPUTS_H
#define TL_CLI_INPUTS_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/file.h"
#include "cli/settings.h"

/* One document to be read. */
typedef struct tl_input {
    const char *path;                /* NULL: standard input */
    const char *name;                /* as findings call it */
    const termlint_checker *checker; /* of the configuration */
    const struct tl_input *target;   /* its translation, to be checked with it; or NULL */
    bool is_target;                  /* of another one */
} tl_input;

typedef struct tl_inputs {
    tl_input *items; /* owned array, strings in the arena */
    size_t count, capacity;
    tl_arena arena;
    bool failed; /* there are mistakes in a configuration: its documents are left out */
} tl_inputs;

void tl_inputs_clear(tl_inputs *inputs);

/* Collects the documents: operands and the paths of --files-from, folders walked, each path once,
 * each with the checker that `config` has for it. A folder that cannot be read becomes a problem of
 * `report`; what is wrong with the configuration has been told. Of --shard only its part is kept,
 * which may be empty. Says so if some have no termbase.
 * False, after a message, if --files-from cannot be read or if there is nothing to check. */
bool tl_inputs_collect(tl_inputs *inputs, const tl_settings *settings, termlint_config *config,
                       const tl_string_list *operands, termlint_report *report);

/* Finds which inputs are translations of others: --target of --source, and with --pair en:ru
 * name.ru.md of name.en.md. */
void tl_inputs_pair(tl_inputs *inputs, const tl_settings *settings);

/* The one of that name, or NULL. *last, 0 at first, is where the one before was found: it takes no
 * time to ask for them in order. */
const tl_input *tl_inputs_find(const tl_inputs *inputs, const char *name, size_t *last);

/* Reads one; `stamp` may be NULL. */
bool tl_input_read(const tl_input *input, tl_buf *bytes, tl_file_stamp *stamp, tl_error *error);

/* Calls `job` for each number of an input, from several threads at once, each with a worker of its
 * own that uses the checker of the input, and tells of the progress. Then prints the notes of the
 * checkers. Returns one of the workers, which uses the checker of the first input, to be freed;
 * NULL if there is no input. */
typedef void (*tl_job)(void *context, termlint_worker *worker, size_t number);
termlint_worker *tl_inputs_run(const tl_inputs *inputs, const tl_settings *settings, tl_job job,
                               void *context);

#endif
