/* SPDX-License-Identifier: MPL-2.0 */
/* Edit distance between two short words, letter by letter (optimal string alignment: no letter is
 * edited twice). What the words begin and end with alike costs nothing and is left out; of the rest
 * only the cells near the diagonal can stay within the limit. Three rows of the table are enough,
 * since a transposition looks two rows back. */
#include "text/distance.h"

#include "base/utf8.h"

typedef struct letters {
    uint32_t items[TL_DISTANCE_LONGEST];
    size_t count;
} letters;

static bool
decode(tl_str key, letters *decoded)
{
    size_t at = 0;
    for (decoded->count = 0; at < key.len; decoded->count++) {
        if (decoded->count == TL_DISTANCE_LONGEST) {
            return false;
        }
        decoded->items[decoded->count] = tl_utf8_next(key, &at);
    }
    return true;
}

static bool
is_inside_letter(tl_str key, size_t at)
{
    return at < key.len && ((unsigned char)key.ptr[at] & 0xC0u) == 0x80u;
}

/* Cuts off what both begin with and then what both end with, in whole letters. */
static void
trim(tl_str *a, tl_str *b)
{
    size_t shorter = a->len < b->len ? a->len : b->len, begin = 0, end = 0;
    while (begin < shorter && a->ptr[begin] == b->ptr[begin]) {
        begin++;
    }
    while (begin > 0 && (is_inside_letter(*a, begin) || is_inside_letter(*b, begin))) {
        begin--;
    }
    while (end < shorter - begin && a->ptr[a->len - 1 - end] == b->ptr[b->len - 1 - end]) {
        end++;
    }
    while (end > 0 && is_inside_letter(*a, a->len - end)) {
        end--;
    }
    *a = tl_str_slice(*a, begin, a->len - end);
    *b = tl_str_slice(*b, begin, b->len - end);
}

static unsigned
least(unsigned a, unsigned b)
{
    return a < b ? a : b;
}

/* The rows of the table that are alive; cells off the band hold more than the limit. */
typedef struct table {
    unsigned rows[3][TL_DISTANCE_LONGEST + 2];
    const letters *x, *y;
    unsigned limit;
} table;

/* Fills row `i`, from 1; returns the least of its cells. */
static unsigned
fill_row(table *t, size_t i)
{
    unsigned *row = t->rows[i % 3], *above = t->rows[(i + 2) % 3], *higher = t->rows[(i + 1) % 3];
    const uint32_t *x = t->x->items, *y = t->y->items;
    size_t first = i > t->limit ? i - t->limit : 1;
    size_t last = i + t->limit < t->y->count ? i + t->limit : t->y->count;
    unsigned smallest = t->limit + 1;
    row[first - 1] = first == 1 ? (unsigned)i : t->limit + 1;
    for (size_t j = first; j <= last; j++) {
        row[j] = least(least(above[j], row[j - 1]) + 1, above[j - 1] + (x[i - 1] != y[j - 1]));
        if (i > 1 && j > 1 && x[i - 1] == y[j - 2] && x[i - 2] == y[j - 1]) {
            row[j] = least(row[j], higher[j - 2] + 1);
        }
        smallest = least(smallest, row[j]);
    }
    row[last + 1] = t->limit + 1;
    return first == 1 ? least(smallest, row[0]) : smallest;
}

unsigned
tl_edit_distance(tl_str a, tl_str b, unsigned limit)
{
    letters x, y;
    trim(&a, &b);
    if (!decode(a, &x) || !decode(b, &y)) {
        return limit + 1;
    }
    size_t difference = x.count > y.count ? x.count - y.count : y.count - x.count;
    if (difference > limit) {
        return limit + 1;
    }
    table t = {.x = &x, .y = &y, .limit = limit};
    for (size_t j = 0; j <= y.count + 1; j++) {
        t.rows[0][j] = (unsigned)j;
    }
    for (size_t i = 1; i <= x.count; i++) {
        if (fill_row(&t, i) > limit) {
            return limit + 1;
        }
    }
    return least(t.rows[x.count % 3][y.count], limit + 1);
}
