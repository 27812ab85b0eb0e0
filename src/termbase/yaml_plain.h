/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_TERMBASE_YAML_PLAIN_H
#define TL_TERMBASE_YAML_PLAIN_H

#include "base/str.h"

#include <yaml.h>

/* The events of YAML in its commonest shape, many times faster than libyaml tells them: lines of
 * `key: value` and `- value` indented by spaces; values that end with their line: words, quotes
 * without escapes, [flow lists] and {flow: mappings} of them; comments. Of everything else, what is
 * wrong above all, nothing is said but that it is not of that shape: it is libyaml's. */

enum { TL_YAML_PLAIN_DEPTH = 80 };

typedef struct tl_yaml_level {
    uint32_t column; /* of its keys or dashes, from 0; none of a flow collection */
    bool is_list, is_flow;
} tl_yaml_level;

typedef struct tl_yaml_plain {
    tl_str bytes;
    size_t at;         /* what comes next; of a line that is not begun its beginning */
    size_t line_begin; /* of the line at hand */
    uint32_t line;     /* from 0 */
    size_t counted_to; /* up to where the columns of the line are counted */
    uint32_t column;   /* there, in code points */
    tl_yaml_level levels[TL_YAML_PLAIN_DEPTH];
    size_t depth;
    unsigned state;
    bool awaits_value; /* the last key has its value in the lines that follow */
    size_t comments;   /* so far */
} tl_yaml_plain;

/* Begins with the first event of `bytes`, UTF-8 without a byte order mark and borrowed. False if
 * they are not of that shape, all of them. */
bool tl_yaml_plain_open(tl_yaml_plain *plain, tl_str bytes);

/* The next event, as libyaml tells it: its kind, the text and style of a scalar, the line and
 * column where it begins; no more. The text is borrowed from the bytes. There are events up to the
 * one that ends the stream. */
void tl_yaml_plain_next(tl_yaml_plain *plain, yaml_event_t *event);

#endif
