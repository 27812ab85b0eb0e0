/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_SCAN_NEAR_BESIDE_H
#define TL_SCAN_NEAR_BESIDE_H

#include "base/image.h"
#include "scan/near_index.h"
#include "text/words.h"

/* Which words stand beside which in the terms that a typo may be made in, by their letters: enough
 * to tell at once that a word of the text is a typo of none that its neighbour calls for. It errs
 * on the other side only. Built once, then read-only. */

/* What the forms of a vocabulary word have in common; all-zero: there are none. */
typedef struct tl_near_sketch {
    uint32_t all, any;         /* letters (tl_words_letters) that all forms have, that any has */
    uint8_t shortest, longest; /* code points */
} tl_near_sketch;

void tl_near_sketch_add(tl_near_sketch *sketch, tl_near_letters letters);

/* False if the word cannot be a typo of any of the forms. */
bool tl_near_sketch_fits(const tl_near_sketch *sketch, const tl_word *word);

/* Two vocabulary words, the one behind the other in some term. */
typedef struct tl_near_pair {
    uint32_t first, second;
} tl_near_pair;

typedef struct tl_near_beside tl_near_beside;

/* `sketches` is by vocabulary word, of which there are `words`; neither array is kept. */
tl_near_beside *tl_near_beside_new(const tl_near_pair *pairs, size_t count,
                                   const tl_near_sketch *sketches, size_t words);

/* Adds one to an image, and takes it from there; NULL if it is not there. */
void tl_near_beside_save(const tl_near_beside *beside, tl_image_writer *writer);
tl_near_beside *tl_near_beside_open(const tl_image *image);
void tl_near_beside_free(tl_near_beside *beside);

/* False if the word of the text can be no typo of what stands before vocabulary word `neighbour`
 * in some term, or behind it. */
bool tl_near_fits_before(const tl_near_beside *beside, uint32_t neighbour, const tl_word *word);
bool tl_near_fits_behind(const tl_near_beside *beside, uint32_t neighbour, const tl_word *word);

#endif
