/* SPDX-License-Identifier: MPL-2.0 */
/* Asks the table that the build makes of dict/stand-ins.tsv: some hundred rows, so each question
 * goes through all of them, most of which are of another kind. */
#include "text/reference.h"

static const struct {
    char language[4];
    tl_reference kind;
    tl_str key;
} rows[] = {
#include "stand-ins.inc"
};

enum { ROW_COUNT = sizeof rows / sizeof *rows };

static bool
is_row_of(size_t row, tl_str language, tl_reference kind)
{
    return rows[row].kind == kind && tl_str_equal(tl_str_from(rows[row].language), language);
}

bool
tl_is_reference(tl_str language, tl_reference kind, tl_str key)
{
    bool is_ending = kind == TL_REFERENCE_VERB || kind == TL_REFERENCE_ADJECTIVE;
    for (size_t i = 0; i < ROW_COUNT; i++) {
        if (!is_row_of(i, language, kind)) {
            continue;
        }
        if (is_ending ? key.len > rows[i].key.len && tl_str_ends_with(key, rows[i].key)
                      : tl_str_equal(key, rows[i].key)) {
            return true;
        }
    }
    return false;
}

bool
tl_has_references(tl_str language, tl_reference kind)
{
    size_t row = 0;
    while (row < ROW_COUNT && !is_row_of(row, language, kind)) {
        row++;
    }
    return row < ROW_COUNT;
}
