/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_SCAN_GIVEN_H
#define TL_SCAN_GIVEN_H

#include "romanize/romanize.h"

/* The given names of scan/lists.h, to be found by their Latin spellings. Making it ready takes
 * longer than checking a short text, and few texts ask: it is made when it is first asked. One
 * belongs to one thread. */
typedef struct tl_given tl_given;

tl_given *tl_given_new(void);
void tl_given_free(tl_given *given);

/* The names of which `latin` is surely a spelling; ids index tl_given_names(). Otherwise as
 * tl_name_index_find(). */
size_t tl_given_find(tl_given *given, tl_str latin, tl_name_match *matches, size_t capacity);

#endif
