/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_READERS_RST_TABLE_H
#define TL_READERS_RST_TABLE_H

#include "source/builder.h"
#include "source/lines.h"

/* Reads the table whose first line is `first` and whose others *lines will give next; each cell
 * becomes a segment. False, and nothing is read, if no table begins there. *no_end, 0 at first,
 * keeps from one call to the next before which offset no table ends. */
bool tl_rst_read_table(tl_builder *builder, tl_lines *lines, tl_range first, size_t *no_end);

#endif
