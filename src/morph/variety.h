/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_MORPH_VARIETY_H
#define TL_MORPH_VARIETY_H

#include "base/str.h"

/* True if two keys (text/words.h) are one English word as different varieties of English spell it:
 * organisation and organization, defence and defense. */
bool tl_are_varieties(tl_str a, tl_str b);

#endif
