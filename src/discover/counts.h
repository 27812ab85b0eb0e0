/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_DISCOVER_COUNTS_H
#define TL_DISCOVER_COUNTS_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/error.h"
#include "base/map.h"
#include "source/source.h"

/* What a corpus has, as numbers that add up: the counts of two halves, merged, are those of the
 * whole, and their file is the same byte for byte. */

/* What a count is of. */
typedef enum tl_counted {
    TL_COUNTED_PHRASE,     /* words with capitals that stand together, as they are written */
    TL_COUNTED_OPENING,    /* the same where a sentence begins, which proves less */
    TL_COUNTED_APPOSITION, /* two phrases with a comma between them, a tab in the text */
    TL_COUNTED_ACRONYM,    /* a word in capitals */
    TL_COUNTED_EXPANSION, /* an acronym and, behind a tab, the words that it stands in brackets with
                           */
    TL_COUNTED_KINDS,
} tl_counted;

typedef struct tl_count_place {
    tl_str path;
    uint32_t line, column; /* in code points, from 1 */
} tl_count_place;

enum { TL_COUNT_PLACES = 3 };

typedef struct tl_count {
    tl_counted kind;
    tl_str text;
    uint64_t places, files;
    tl_count_place examples[TL_COUNT_PLACES]; /* the first in order of path, line and column */
    size_t example_count;
    uint64_t last_file; /* number of the document that was counted last */
} tl_count;

typedef struct tl_counts {
    tl_arena arena;
    tl_map map;         /* kind and text → tl_count */
    uint64_t document;  /* number of the document at hand, from 1 */
    tl_str path;        /* of it, borrowed unless… */
    bool keeps_path;    /* …it is in the arena */
    uint64_t documents; /* in all */
} tl_counts;

void tl_counts_clear(tl_counts *counts);

/* All that is counted from now on stands in this document. The path is borrowed until the next. */
void tl_counts_begin(tl_counts *counts, tl_str path);

/* Counts a place, which begins at `offset` of `source`. */
void tl_counts_add(tl_counts *counts, tl_counted kind, tl_str text, tl_source *source,
                   uint32_t offset);

/* Adds all counts of `from`. */
void tl_counts_merge(tl_counts *into, const tl_counts *from);

/* All counts in order of kind and text; to be freed. */
const tl_count **tl_counts_sorted(const tl_counts *counts);

/* The file: a line "termlint-counts 1 DOCUMENTS", then one line for each count: kind, text, places,
 * files and examples, separated by tabs; in texts and paths \t, \n, \r and \\ stand for a tab, the
 * line ends and a backslash. */
void tl_counts_write(const tl_counts *counts, tl_buf *out);

/* Adds the counts of such a file; `name` is for messages. After an error some of them have been
 * added. */
bool tl_counts_read(tl_counts *counts, tl_str name, tl_str bytes, tl_error *error);

#endif
