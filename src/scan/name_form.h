/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_SCAN_NAME_FORM_H
#define TL_SCAN_NAME_FORM_H

#include "base/arena.h"
#include "morph/inflect.h"
#include "termbase/termbase.h"

/* Cyrillic names as they stand in a text: inflected. */

/* True if `word` is `name` (one word) in some case, but for capitals and ё. */
bool tl_is_form_of_name(tl_str word, tl_str name, tl_part part, char gender, tl_arena *scratch);

/* 'm' or 'f' as the entry says or the names tell, else 0. */
char tl_name_gender_letter(const tl_person_name *name);

/* The forms of `word`, the family name of the person or a part of it, as the entry says: by
 * `forms:`, not at all (`decline: no`), or generated. */
tl_inflected_word tl_family_forms(const tl_person_name *name, tl_str word, tl_arena *arena);

/* True if the word is a form of the family name in any Cyrillic entry of the concept. */
bool tl_concept_has_family(const tl_concept *concept, tl_str word, tl_arena *scratch);

/* True if the entry says that this spelling is somebody else's, in whatever case and script. */
bool tl_concept_is_distinct(const tl_concept *concept, tl_str word, tl_arena *scratch);

/* A name of several words joined by hyphens, as the matchers of names want them. */
tl_str tl_hyphenate(tl_str name, tl_arena *arena);

#endif
