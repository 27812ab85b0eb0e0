/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_TEXT_LANGUAGE_TAG_H
#define TL_TEXT_LANGUAGE_TAG_H

#include "base/str.h"

/* True for a well-formed language tag (BCP 47, RFC 5646, 2.1) that begins with a code of ISO 639
 * (two or three letters). Neither grandfathered tags nor the registry are known. */
bool tl_language_is_tag(tl_str text);

/* The code of the language that has that name in English, Russian or itself, whatever its capitals
 * and what stands in brackets behind it ("English (US)"; dict/language-names.tsv); static. An empty
 * string if it is none. */
tl_str tl_language_named(tl_str name);

#endif
