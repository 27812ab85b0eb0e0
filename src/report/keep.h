/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_REPORT_KEEP_H
#define TL_REPORT_KEEP_H

#include "report/diag.h"

/* Internal to report.c: findings as a report keeps them, of which there may be millions. What many
 * of them say is kept once, and lines that overlap are one. */

/* What findings say. */
typedef struct tl_kept_telling {
    uint64_t hash;
    tl_diag diag; /* that, and nothing of where it is said */
} tl_kept_telling;

/* What they stand in. */
typedef struct tl_kept_origin {
    tl_str path, segment;
    const tl_encoding *encoding;
} tl_kept_origin;

/* Where one stands. What it points to is the keeper's. */
typedef struct tl_kept {
    const tl_kept_telling *told;
    const tl_kept_origin *origin;
    const char *line; /* of line_length bytes */
    const tl_edit *edits;
    tl_range range, in_line;
    struct tl_kept_place {
        uint32_t line, column, column_bytes, column_utf16;
    } begin, end;
    uint32_t line_length;
    uint32_t edit_count : 31, is_cut : 1;
    uint64_t fingerprint;
} tl_kept;

/* All-zero is empty. */
typedef struct tl_keeper {
    tl_arena arena;
    tl_kept_telling **slots; /* owned: by hash; NULL: free; a power of two of them */
    size_t slot_count, count;
    const tl_kept_origin *origin; /* of the finding that was kept last */
    const char *copied;           /* part of the line of that finding */
    size_t copied_length;
    uintptr_t copied_from; /* where that part stood: an address to compare, not to read */
} tl_keeper;

void tl_keeper_clear(tl_keeper *keeper);

/* A finding to be kept; copies all that it points to, of a long line_text only the neighbourhood of
 * the text. */
tl_kept tl_keep(tl_keeper *keeper, const tl_diag *diag);

/* The finding again; what it points to is borrowed from the keeper. */
tl_diag tl_kept_diag(const tl_kept *kept);

/* The order of findings in a report: by path, offset, longer first, rule, and then by all else that
 * they say; 0 means a duplicate. For qsort(). */
int tl_kept_compare(const void *left, const void *right);

#endif
