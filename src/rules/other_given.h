/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_RULES_OTHER_GIVEN_H
#define TL_RULES_OTHER_GIVEN_H

#include "rules/pass.h"

/* Internal to rules/: whether a Cyrillic given name, in any case, and a Latin one beside the same
 * family name are two names. False where that cannot be told. */
bool tl_is_other_given(tl_pass *pass, tl_str cyrillic, tl_str latin);

/* The same for patronymics. */
bool tl_is_other_patronymic(tl_pass *pass, tl_str cyrillic, tl_str latin);

#endif
