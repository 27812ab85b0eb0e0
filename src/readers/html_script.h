/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_READERS_HTML_SCRIPT_H
#define TL_READERS_HTML_SCRIPT_H

#include "base/str.h"

/* Internal to the HTML tokenizer. */

/* True if "</", the name in any letter case, and white space, "/" or ">" stand at `at`. */
bool tl_html_is_end_tag(tl_str text, size_t at, tl_str name);

/* Where the script that begins at `at` ends: at its end tag `</name`, or with the text (WHATWG
 * HTML, 13.2.5.4 and 13.2.5.15 to 13.2.5.31). */
size_t tl_html_script_end(tl_str text, size_t at, tl_str name);

#endif
