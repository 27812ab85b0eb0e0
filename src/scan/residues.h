/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_SCAN_RESIDUES_H
#define TL_SCAN_RESIDUES_H

#include "base/str.h"

/* Inside near_index*.c: what is left of the beginning of a key when a letter or two are taken out
 * of it. */

enum {
    TL_BEGINNING = 8, /* letters that are filed; all of a shorter key */
    TL_MAX_RESIDUES = 1 + TL_BEGINNING + TL_BEGINNING * (TL_BEGINNING - 1) / 2,
};

/* The letters of a word that it is filed under. The hash of letters is their polynomial, so that
 * one of some runs of them comes out of the hashes of all beginnings. */
typedef struct tl_beginning {
    uint32_t letters[TL_BEGINNING];
    uint64_t hashes[TL_BEGINNING + 1]; /* of the first 0, 1, 2 … letters */
    uint64_t powers[TL_BEGINNING + 1];
    size_t length;
} tl_beginning;

tl_beginning tl_beginning_of(tl_str key);

/* The hashes of what is left when up to `limit` letters are taken out, in a space of their own for
 * each limit; returns how many. */
size_t tl_residues_of(const tl_beginning *word, unsigned limit, uint64_t hashes[TL_MAX_RESIDUES]);

#endif
