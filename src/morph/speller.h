/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_MORPH_SPELLER_H
#define TL_MORPH_SPELLER_H

#include "morph/dictionary.h"

/* Who knows the words of languages, for those who cannot know where dictionaries are kept; context
 * is handed on. */
typedef struct tl_speller {
    tl_known (*ask)(void *context, tl_str language, tl_str word, bool as_written);
    tl_stems (*stems)(void *context, tl_str language, tl_str word);
    tl_stems (*offers)(void *context, tl_str language, tl_str word, tl_arena *arena);
    void *context;
} tl_speller;

#endif
