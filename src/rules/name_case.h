/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_RULES_NAME_CASE_H
#define TL_RULES_NAME_CASE_H

#include "rules/text_names.h"

/* The family name of a person of the termbase in the case in which another name stands in a
 * Cyrillic text: that of the given name beside it, else its own. Its base form where the case is
 * not known. `name` is of the scan. */
tl_str tl_family_in_case_of(tl_pass *pass, const tl_person_name *person, const tl_scan *scan,
                            const tl_text_name *name);

#endif
