/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_WRITERS_XML_TEXT_H
#define TL_WRITERS_XML_TEXT_H

#include "base/buf.h"

/* Text in XML 1.0 and in HTML, for every format that is made of them. */

/* Adds `str` as character data that may also stand in an attribute of either quote. White space
 * other than the space, and what is not safe to show (tl_shown_is_unsafe), becomes a character
 * reference; what XML 1.0 (section 2.2) does not allow, and what is no UTF-8, U+FFFD. */
void tl_xml_add_text(tl_buf *out, tl_str str);

/* Adds ` name="value"`. */
void tl_xml_add_attribute(tl_buf *out, const char *name, tl_str value);

#endif
