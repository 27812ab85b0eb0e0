/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_SCAN_ACRONYMS_H
#define TL_SCAN_ACRONYMS_H

#include "scan/filter.h"
#include "termbase/termbase.h"

/* The good acronyms of a termbase and its other forms of one word that is all capitals, to be asked
 * for the one that was meant. All-zero is empty. */
typedef struct tl_acronyms {
    const tl_termbase *termbase; /* borrowed: that of all terms; set it before adding */
    uint32_t *terms;             /* their numbers, owned, in order of addition */
    size_t count, capacity;
    struct tl_near_key *keys; /* owned, sorted */
    size_t key_count, key_capacity;
    tl_filter filter;
    bool is_mapped; /* all of it is an image's */
} tl_acronyms;

void tl_acronyms_clear(tl_acronyms *acronyms);

/* Adds built ones to an image, and takes them from there; false if they are not there. */
void tl_acronyms_save(const tl_acronyms *acronyms, tl_image_writer *writer);
bool tl_acronyms_open(tl_acronyms *acronyms, const tl_termbase *termbase, const tl_image *image);

/* Adds the term if it is a good form of one word that is all capitals. */
void tl_acronyms_add(tl_acronyms *acronyms, const tl_term *term);

/* Makes it ready for questions; nothing is added afterwards. */
void tl_acronyms_build(tl_acronyms *acronyms);

/* The acronym that `text` misses by one letter: one of the same length before one that is longer or
 * shorter. NULL if there is none or several are as near. Its cost does not grow with the number of
 * acronyms, but for those that are near. */
const tl_term *tl_acronyms_nearest(const tl_acronyms *acronyms, tl_str text);

#endif
