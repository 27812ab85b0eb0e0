/* SPDX-License-Identifier: MPL-2.0 */
/* Edit distance between two short words, letter by letter (optimal string alignment: no letter is
 * edited twice). Three rows of the table are enough, since a transposition looks two rows back. */
#include "text/distance.h"

#include "base/utf8.h"

static bool
decode(tl_str key, uint32_t *letters, size_t *count)
{
    size_t at = 0;
    for (*count = 0; at < key.len; (*count)++) {
        if (*count == TL_DISTANCE_LONGEST) {
            return false;
        }
        letters[*count] = tl_utf8_next(key, &at);
    }
    return true;
}

static unsigned
least(unsigned a, unsigned b)
{
    return a < b ? a : b;
}

unsigned
tl_edit_distance(tl_str a, tl_str b, unsigned limit)
{
    uint32_t x[TL_DISTANCE_LONGEST], y[TL_DISTANCE_LONGEST];
    unsigned rows[3][TL_DISTANCE_LONGEST + 1];
    size_t m, n;
    if (!decode(a, x, &m) || !decode(b, y, &n) || (m > n ? m - n : n - m) > limit) {
        return limit + 1;
    }
    for (size_t j = 0; j <= n; j++) {
        rows[0][j] = (unsigned)j;
    }
    for (size_t i = 1; i <= m; i++) {
        unsigned *row = rows[i % 3], *above = rows[(i + 2) % 3], *higher = rows[(i + 1) % 3];
        row[0] = (unsigned)i;
        for (size_t j = 1; j <= n; j++) {
            row[j] = least(least(above[j], row[j - 1]) + 1, above[j - 1] + (x[i - 1] != y[j - 1]));
            if (i > 1 && j > 1 && x[i - 1] == y[j - 2] && x[i - 2] == y[j - 1]) {
                row[j] = least(row[j], higher[j - 2] + 1);
            }
        }
    }
    return least(rows[m % 3][n], limit + 1);
}
