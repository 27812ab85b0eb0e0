/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_SCAN_RESIDUES_H
#define TL_SCAN_RESIDUES_H

#include "base/str.h"

/* Inside near*.c: what is left of the beginning of a key when a letter or two are taken out
 * of it. */

enum {
    TL_BEGINNING = 8, /* letters that are filed; all of a shorter key */
    TL_MAX_RESIDUES = 1 + TL_BEGINNING + TL_BEGINNING * (TL_BEGINNING - 1) / 2,
};

/* The letters behind one of a beginning: their hash, and what to multiply that of the letters
 * before them by. */
typedef struct tl_ending {
    uint64_t hash, power;
} tl_ending;

/* The letters of a word that it is filed under. */
typedef struct tl_beginning {
    uint32_t letters[TL_BEGINNING];
    tl_ending ends[TL_BEGINNING]; /* by the letter before them */
    uint64_t hash;                /* of all */
    size_t length;
} tl_beginning;

tl_beginning tl_beginning_of(tl_str key);

/* Fills in all but the letters and how many they are. */
void tl_beginning_hash(tl_beginning *word);

/* The hashes of what is left when up to `limit` letters are taken out, one or two, in a
 * space of their own for each limit; returns how many. */
size_t tl_residues_of(const tl_beginning *word, unsigned limit, uint64_t hashes[TL_MAX_RESIDUES]);

#endif
