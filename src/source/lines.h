/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_SOURCE_LINES_H
#define TL_SOURCE_LINES_H

#include "base/str.h"

/* Walks over the lines of a text of less than 4 GiB at the speed of memchr(). Line ends are \n,
 * \r\n and a lone \r; what follows the last of them is a line too, if only an empty one. */
typedef struct tl_lines {
    tl_str text; /* borrowed */
    size_t next; /* where the next line begins; behind the text once all are seen */
    size_t feed, carriage_return; /* the first \n and \r at or after `next`, or text.len */
} tl_lines;

/* A walk that begins at the offset `from`, which is the start of a line. */
tl_lines tl_lines_from(tl_str text, size_t from);

/* Sets *line to the next line, without its end, as offsets in the text; false behind the last. */
bool tl_lines_next(tl_lines *lines, tl_range *line);

#endif
