/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_TERMBASE_XML_OUT_H
#define TL_TERMBASE_XML_OUT_H

#include "base/buf.h"

/* XML with an element a line, two spaces of indentation a level. Names are written as they are. */
typedef struct tl_xml_out {
    tl_buf *out; /* borrowed */
    unsigned depth;
} tl_xml_out;

void tl_xml_out_line(const tl_xml_out *xml);

/* The value of an attribute is written as it is, like names. */
void tl_xml_out_open(tl_xml_out *xml, const char *name);
void tl_xml_out_open_with(tl_xml_out *xml, const char *name, const char *attribute, tl_str value);
void tl_xml_out_close(tl_xml_out *xml, const char *name);

/* An element that holds a text; none for an empty text. */
void tl_xml_out_element(tl_xml_out *xml, const char *name, tl_str text);

/* Appends a text without controls, as those of termbases are, for an element. */
void tl_xml_out_text(tl_buf *out, tl_str text);

#endif
