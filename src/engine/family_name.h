/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_ENGINE_FAMILY_NAME_H
#define TL_ENGINE_FAMILY_NAME_H

#include "text/script.h"

/* What single words are by their letters. Keys are those of text/words.h. */

/* True if the key ends as family names do, in Latin or Cyrillic letters, and few other words. */
bool tl_is_family_name(tl_str key);

/* True if it ends as patronymics do, in any case. */
bool tl_is_patronymic(tl_str key);

/* The script of the first letter. */
tl_script tl_language_of_word(tl_str word);

#endif
