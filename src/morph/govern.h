/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_MORPH_GOVERN_H
#define TL_MORPH_GOVERN_H

#include "morph/inflect.h"

/* The cells, in both numbers, in which a noun may stand behind a Russian preposition; 0 if the word
 * is none. */
uint16_t tl_govern_cells(tl_str preposition);

/* The cells, in both numbers, that a Russian adjective with this word's ending may have before a
 * noun of any gender; 0 if no adjective ends so. */
uint16_t tl_govern_adjective_cells(tl_str word);

#endif
