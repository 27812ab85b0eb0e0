/* SPDX-License-Identifier: MPL-2.0 */
/* Loading a termbase: its files and what they include. Knows the order of things: a file is read to
 * its end before those that it includes, a file that is reached twice is read once, and what
 * depends on the whole is checked last. What stands in a file is for root.c and those below it. */
#include "termbase/formats.h"

#include "base/buf.h"
#include "termbase/bytes.h"
#include "termbase/path.h"

#include <stdlib.h>

enum { MAX_INCLUDE_DEPTH = 32 };

/* A file on its way in: collected, or handed on to the reader of a format that takes pieces. */
typedef struct incoming {
    tl_load *load;
    tl_termbase_file *file;
    const tl_termbase_format *format; /* NULL until the first piece has come */
    void *reader;                     /* of a format that takes pieces */
    tl_buf bytes;                     /* of any other */
    bool is_too_long;
} incoming;

static void
begin_reading(incoming *in, tl_str beginning)
{
    in->format = tl_termbase_format_of(in->file->path, beginning);
    if (in->format->open) {
        in->reader = in->format->open(in->load, in->file);
    }
}

static bool
take_piece(void *context, tl_str piece)
{
    incoming *in = context;
    if (in->format == NULL) {
        begin_reading(in, piece);
    }
    if (in->reader) {
        return in->format->take(in->reader, piece);
    }
    in->is_too_long = piece.len > TL_BYTES_MAX - in->bytes.len;
    if (in->is_too_long) {
        tl_problem_add(in->load->problems, in->file->path, 1, 1,
                       "file of more than 1 GiB, want several smaller");
    } else {
        tl_buf_add(&in->bytes, piece);
    }
    return !in->is_too_long;
}

static void
end_reading(incoming *in, bool is_whole)
{
    if (in->format == NULL && is_whole) {
        begin_reading(in, TL_STR(""));
    }
    if (in->reader) {
        in->format->close(in->reader, is_whole);
    } else if (is_whole && !in->is_too_long) {
        tl_bytes_decode(&in->bytes);
        in->format->read(in->load, in->file, tl_buf_str(&in->bytes));
    }
    tl_buf_clear(&in->bytes);
    tl_arena_reset(&in->load->scratch);
}

/* `from` is the item that includes the file; it has no line for a file that was asked for. */
static void
report_unreadable(tl_load *load, tl_str path, tl_place from, const tl_error *error)
{
    const char *cause = error->message ? error->message : "it cannot be read";
    if (from.line == 0) {
        tl_problem_add(load->problems, path, 0, 0, "%s", cause);
    } else {
        tl_problem_add(load->problems, from.path, from.line, from.column,
                       "cannot include “%.*s”: %s", TL_STR_ARGS(path), cause);
    }
}

static void
read_file(tl_load *load, tl_termbase_file *file, tl_place from)
{
    incoming in = {.load = load, .file = file};
    const tl_sink sink = {take_piece, &in};
    tl_error error = {0};
    load->path = file->path;
    load->file = file;
    bool ok = load->loader->read(load->loader->context, file->path, &sink, &error);
    end_reading(&in, ok);
    if (!ok) {
        report_unreadable(load, file->path, from, &error);
    }
    tl_error_clear(&error);
}

/* Reports that `last` includes `first`, which is open because it includes `last` somehow. */
static void
report_cycle(tl_load *load, const tl_termbase_file *first, const tl_termbase_file *last,
             tl_place place)
{
    tl_buf trail = {0};
    const tl_termbase_file *chain[MAX_INCLUDE_DEPTH];
    size_t length = 0;
    for (const tl_termbase_file *at = last; at != first; at = at->includer) {
        chain[length++] = at;
    }
    tl_buf_add(&trail, first->path);
    while (length > 0) {
        tl_buf_add_format(&trail, " → %.*s", TL_STR_ARGS(chain[length - 1]->path));
        length--;
    }
    tl_problem_add(load->problems, place.path, place.line, place.column,
                   "include cycle %.*s → %.*s, want a tree of files",
                   TL_STR_ARGS(tl_buf_str(&trail)), TL_STR_ARGS(first->path));
    tl_buf_clear(&trail);
}

static void
load_file(tl_load *load, tl_str path, tl_termbase_file *includer, tl_place from)
{
    tl_str name = tl_path_normalise(&load->run, path);
    tl_termbase_file *known = tl_map_get(&load->files, name);
    if (known && known->is_open) {
        report_cycle(load, known, includer, from);
    }
    if (known) {
        return;
    }
    if (includer && includer->depth + 1 == MAX_INCLUDE_DEPTH) {
        tl_problem_add(load->problems, from.path, from.line, from.column,
                       "includes more than %d deep, want a flat tree of files", MAX_INCLUDE_DEPTH);
        return;
    }
    tl_termbase_file *file = tl_arena_alloc(&load->run, 1, sizeof *file);
    file->path = tl_arena_copy(&load->termbase->arena, path);
    file->includer = includer;
    file->depth = includer ? includer->depth + 1 : 0;
    file->is_open = true;
    tl_map_add(&load->files, name, file);
    read_file(load, file, from);
    for (size_t i = 0; i < file->include_count; i++) {
        load_file(load, file->includes[i].path, file, file->includes[i].place);
    }
    free(file->includes);
    file->is_open = false;
}

/* The terms of each entry are consecutive in the array of all terms, in the order of the entries;
 * they are pointed to once that array has stopped moving. */
static void
link_entries(tl_termbase *termbase)
{
    size_t next = 0;
    for (size_t i = 0; i < termbase->concept_count; i++) {
        tl_entry *entries = (tl_entry *)termbase->concepts[i]->entries;
        for (size_t j = 0; j < termbase->concepts[i]->entry_count; j++) {
            if (entries[j].term_count) {
                entries[j].terms = &termbase->terms[next];
                next += entries[j].term_count;
            }
        }
    }
}

static void
keep_header(tl_load *load)
{
    tl_termbase *termbase = load->termbase;
    tl_str *languages = tl_arena_alloc(&termbase->arena, load->language_count, sizeof *languages);
    tl_str *files = tl_arena_alloc(&termbase->arena, load->files.count, sizeof *files);
    for (size_t i = 0; i < load->language_count; i++) {
        languages[i] = load->languages[i];
    }
    for (size_t i = 0; i < load->files.count; i++) {
        files[i] = ((const tl_termbase_file *)load->files.entries[i].value)->path;
    }
    termbase->languages = languages;
    termbase->language_count = load->language_count;
    termbase->files = files;
    termbase->file_count = load->files.count;
}

static void
clear(tl_load *load)
{
    tl_arena_clear(&load->scratch);
    tl_arena_clear(&load->run);
    tl_map_clear(&load->files);
    tl_map_clear(&load->made_ids);
    tl_map_clear(&load->tags);
    free(load->languages);
    free(load->references);
    free(load->unlisted);
}

static bool
load_all(tl_load *load, const tl_str *paths, size_t path_count)
{
    size_t before = load->problems->count;
    for (size_t i = 0; i < path_count; i++) {
        load_file(load, paths[i], NULL, (tl_place){.path = paths[i]});
    }
    tl_load_check_languages(load);
    keep_header(load);
    link_entries(load->termbase);
    tl_load_check_references(load);
    tl_load_check_conflicts(load);
    tl_load_settle_headwords(load);
    tl_problem_list_sort(load->problems);
    clear(load);
    return load->problems->count == before;
}

bool
tl_termbase_load(tl_termbase *termbase, const tl_termbase_loader *loader, const tl_str *paths,
                 size_t path_count, tl_problem_list *problems)
{
    tl_load load = {.termbase = termbase, .loader = loader, .problems = problems};
    return load_all(&load, paths, path_count);
}

bool
tl_termbase_load_part(tl_termbase *termbase, const tl_termbase_loader *loader, tl_str path,
                      tl_problem_list *problems)
{
    tl_load load = {.termbase = termbase, .loader = loader, .problems = problems, .is_part = true};
    return load_all(&load, &path, 1);
}
