/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_READERS_HTML_ELEMENT_H
#define TL_READERS_HTML_ELEMENT_H

#include "base/str.h"
#include "readers/html_token.h"

/* What the name of an HTML element says of its content. */

enum {
    TL_ELEMENT_BLOCK = 1 << 0,    /* ends the text before it; others are part of the sentence */
    TL_ELEMENT_HIDDEN = 1 << 1,   /* what is in it is no text */
    TL_ELEMENT_OBJECT = 1 << 2,   /* stands in a sentence and is none of it: code, a picture */
    TL_ELEMENT_VOID = 1 << 3,     /* has no content and no end tag */
    TL_ELEMENT_HEADING = 1 << 4,  /* what is in it is a heading */
    TL_ELEMENT_CELL = 1 << 5,     /* … a cell of a table */
    TL_ELEMENT_FOREIGN = 1 << 6,  /* SVG, MathML: CDATA sections and self-closing tags */
    TL_ELEMENT_SEPARATE = 1 << 7, /* its text stands beside the sentence: a footnote mark */
    TL_ELEMENT_BREAK = 1 << 8,    /* a line break */
};

/* Sets of elements whose start tags end each other (WHATWG HTML, 13.1.2.4, optional tags). */
enum {
    TL_GROUP_P = 1 << 0,
    TL_GROUP_ITEM = 1 << 1,
    TL_GROUP_TERM = 1 << 2,
    TL_GROUP_CELL = 1 << 3,
    TL_GROUP_ROW = 1 << 4,
    TL_GROUP_ROWS = 1 << 5,
    TL_GROUP_OPTION = 1 << 6,
    TL_GROUP_LIST = 1 << 7,
    TL_GROUP_TERMS = 1 << 8,
    TL_GROUP_TABLE = 1 << 9,
    TL_GROUP_SELECT = 1 << 10,
};

typedef struct tl_html_element {
    tl_str name;
    unsigned traits;   /* TL_ELEMENT_… */
    unsigned group;    /* TL_GROUP_…: what it is */
    unsigned closes;   /* open elements that its start tag ends */
    unsigned within;   /* … but not beyond one of these */
    tl_html_mode mode; /* in which its content is read */
} tl_html_element;

/* The element of that name, in any letter case; a row without traits if the name is unknown. */
const tl_html_element *tl_html_element_find(tl_str name);

/* The number of that row, below tl_html_element_count(); all unknown names have one. */
size_t tl_html_element_number(const tl_html_element *element);

enum { TL_HTML_ELEMENTS = 128 }; /* rows at most */

#endif
