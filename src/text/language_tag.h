/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_TEXT_LANGUAGE_TAG_H
#define TL_TEXT_LANGUAGE_TAG_H

#include "base/str.h"

/* True for a well-formed language tag (BCP 47, RFC 5646, 2.1) that begins with a code of ISO 639
 * (two or three letters). Neither grandfathered tags nor the registry are known. */
bool tl_language_is_tag(tl_str text);

#endif
