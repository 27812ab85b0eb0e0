/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_SCAN_OWN_NAME_H
#define TL_SCAN_OWN_NAME_H

#include "scan/scanner.h"

/* What a word beside a family name is to a person: his given name or patronymic, a misspelling of
 * it, or somebody else's. In Cyrillic letters any case form is the person's own. */

typedef enum tl_own { TL_OWN_NOT, TL_OWN_MISSPELLED, TL_OWN_YES } tl_own;

typedef struct tl_own_match {
    tl_own kind;
    tl_str meant; /* of a misspelling: as it is to be written, in its case; borrowed or scratch */
} tl_own_match;

/* `word` is one word, or several joined by hyphens or spaces; `latin` are the person's names in a
 * Latin text. */
tl_own_match tl_scanner_match_given(tl_scanner *scanner, const tl_person *person,
                                    const tl_latin_name *latin, tl_str word);
tl_own_match tl_scanner_match_patronymic(tl_scanner *scanner, const tl_person *person,
                                         const tl_latin_name *latin, tl_str word);

/* True if the word is a known given name, in whatever case. */
bool tl_scanner_is_given(tl_scanner *scanner, tl_str word);

/* True if the word is a known given name and no form of the person's own. */
bool tl_scanner_is_other_given(tl_scanner *scanner, const tl_person *person, tl_str word);

/* True if words `first` and `first` + 1, with a space between them, may be a given name and a
 * family name: "Magomed Saidov", which is not Magomedsaidov written apart. */
bool tl_scanner_are_two_names(tl_scanner *scanner, uint32_t first);

#endif
