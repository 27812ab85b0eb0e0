/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_TERMBASE_STORE_H
#define TL_TERMBASE_STORE_H

#include "base/image.h"
#include "termbase/termbase.h"

/* A termbase in an image (base/image.h). Opening one takes no time: a concept is made of what
 * stands there when it is first asked for, with all that it refers to. What is broken in the image
 * is missing in the termbase, nothing worse. */

/* Adds the termbase to an image. False if it is too large. */
bool tl_termbase_save(const tl_termbase *termbase, tl_image_writer *writer);

/* Makes an all-zero termbase that of the image, which outlives it. False if it is not there. */
bool tl_termbase_open(tl_termbase *termbase, const tl_image *image);

/* Inside termbase/ only: what tl_termbase_concept() and the like ask. */
const tl_concept *tl_store_concept(tl_store *store, size_t number);
const tl_term *tl_store_term(tl_store *store, size_t number);
const tl_concept *tl_store_find(tl_store *store, tl_str id);
void tl_store_free(tl_store *store);

#endif
