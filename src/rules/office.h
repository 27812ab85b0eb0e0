/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_RULES_OFFICE_H
#define TL_RULES_OFFICE_H

#include "rules/beside_title.h"

/* Whose title stands at a place: that of the termbase's own body, or one of the same name
 * elsewhere.
 */

/* One behind the words that go on with the title and say of what it is, if they are those of its
 * own body: "of the Republic of Belarus" behind "Minister of Forestry"; title->end if there are
 * none. */
uint32_t tl_office_end(const tl_pass *pass, const tl_title_place *title);

/* True if what stands around the title says that it is one of another body: "the UN Secretary
 * General", "Latvia's Minister of Forestry", «литовский министр», "Secretary General Ivan Petrov of
 * the UN". */
bool tl_office_is_elsewhere(const tl_pass *pass, const tl_title_place *title,
                            const tl_named_person *person);

#endif
