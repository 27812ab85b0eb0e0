/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_ENGINE_UNIT_CHECK_H
#define TL_ENGINE_UNIT_CHECK_H

#include "engine/passage.h"

/* Runs the rules for the texts of one bilingual unit, each on its own and then against each
 * other. */
void tl_check_unit(tl_passage *passage, const tl_visit *visits, size_t count);

#endif
