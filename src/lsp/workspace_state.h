/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_LSP_WORKSPACE_STATE_H
#define TL_LSP_WORKSPACE_STATE_H

#include "base/map.h"
#include "lsp/workspace_check.h"

/* Inside workspace_*.c only: what is known of the files of the workspace, and who is told. */

/* A file as it was checked last. */
typedef struct tl_lsp_checked_file {
    char *path, *uri; /* owned */
    json_int_t version;
    bool is_open;
    uint64_t hash;       /* of the text, and of which settings it was checked with */
    unsigned generation; /* of those settings */
    termlint_report *report;
    json_t *diagnostics;
    bool is_met; /* by the check that is under way */
} tl_lsp_checked_file;

/* The files, and a check of them. */
struct tl_lsp_workspace {
    tl_lsp_checked_file **files; /* owned array of owned files */
    size_t count, capacity;
    tl_map by_path; /* their path → tl_lsp_checked_file */
    char **paths;   /* owned array: what is to be checked */
    size_t path_count, path_capacity, next;
    tl_lsp_asker *askers; /* owned array */
    size_t asker_count, asker_capacity;
    bool is_running;
    bool is_current;      /* nothing has changed since the last check began */
    bool is_disk_known;   /* nothing on the disk had when this one began */
    bool is_disk_current; /* nor has since */
    bool is_wanted;       /* files are published, after every change */
};

/* -- telling (workspace_tell.c) -- */

/* Tells the asker, or all of them, what was found in the file. */
void tl_lsp_tell_file(tl_lsp_server *server, const tl_lsp_asker *asker,
                      const tl_lsp_checked_file *file);
void tl_lsp_tell_all(tl_lsp_server *server, const tl_lsp_checked_file *file);

/* Tells the asker how far the check is; `kind` is "begin", "report" or "end". */
void tl_lsp_tell_asker_progress(tl_lsp_server *server, const tl_lsp_asker *asker, const char *kind);

/* Answers the request of an asker who has one, with all that he was not told before. */
void tl_lsp_answer_asker(tl_lsp_server *server, const tl_lsp_asker *asker);

void tl_lsp_asker_clear(tl_lsp_asker *asker);

/* -- files (workspace_files.c) -- */

/* Checks the file of that path by itself unless it is what it was, and tells all askers. */
void tl_lsp_meet_file(tl_lsp_server *server, const char *path);

/* Drops the files that were not met since the last time; puts the others in order. */
void tl_lsp_drop_vanished(tl_lsp_server *server);

/* Adds what all files together show to what was found in each, and tells of what is new. */
void tl_lsp_conclude(tl_lsp_server *server);

void tl_lsp_checked_file_free(tl_lsp_checked_file *file);

#endif
