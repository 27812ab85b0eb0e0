/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_READERS_REFERENCE_H
#define TL_READERS_REFERENCE_H

#include "base/str.h"

/* Character references of HTML (WHATWG HTML, 13.2.5.72 to 13.2.5.80): &amp; &eacute &#1047; &#x417;
 */

enum { TL_REFERENCE_MAX = 8 }; /* bytes that one gives: two code points at most */

typedef struct tl_reference {
    size_t length; /* bytes of the text, with "&"; 0: there is none */
    char text[TL_REFERENCE_MAX];
    size_t text_length;
} tl_reference;

/* The reference whose "&" stands at `at`: the longest that there is. In an attribute one without
 * ";" that letters, digits or "=" follow is none. */
tl_reference tl_reference_at(tl_str text, size_t at, bool in_attribute);

#endif
