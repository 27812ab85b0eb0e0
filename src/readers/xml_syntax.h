/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_READERS_XML_SYNTAX_H
#define TL_READERS_XML_SYNTAX_H

#include "base/buf.h"

/* For the rows of readers of XML: tl_reader.declared_encoding and tl_reader.escape. */

/* The name of the encoding in the XML declaration (XML 1.0, 2.8 and 4.3.3), or empty. */
tl_str tl_xml_declared_encoding(tl_str bytes);

/* Appends text as content of an element: no character of it is markup. */
void tl_xml_escape(tl_str text, tl_buf *out);

#endif
