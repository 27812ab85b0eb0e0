/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_TERMBASE_NAMES_H
#define TL_TERMBASE_NAMES_H

#include "base/str.h"

/* How the values of the enumerations in termbase.h are spelt in a file, in their order. */
enum { TL_STATUS_COUNT = 5, TL_TYPE_COUNT = 7, TL_CASE_RULE_COUNT = 3, TL_LEVEL_COUNT = 5 };

extern const tl_str tl_status_names[TL_STATUS_COUNT];
extern const tl_str tl_type_names[TL_TYPE_COUNT];
extern const tl_str tl_case_rule_names[TL_CASE_RULE_COUNT];
extern const tl_str tl_level_names[TL_LEVEL_COUNT]; /* the first, for no level given, is empty */

#endif
