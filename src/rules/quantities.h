/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_RULES_QUANTITIES_H
#define TL_RULES_QUANTITIES_H

#include "scan/scan.h"

/* Numbers, dates and clock times of a text, whatever their notation: 1,250 and 1 250, 1.5 billion
 * and 1,5 млрд, 11th and XI and одиннадцатый, 3 p.m. and 15:00, April 12 and 12.04. A date is its
 * parts: a day and a year are numbers. */

typedef enum tl_quantity_kind {
    TL_QUANTITY_NUMBER,
    TL_QUANTITY_PERCENT,
    TL_QUANTITY_TIME, /* minutes since midnight */
    TL_QUANTITY_MONTH,
} tl_quantity_kind;

typedef struct tl_quantity_reading {
    tl_quantity_kind kind;
    double value;
} tl_quantity_reading;

enum { TL_QUANTITY_READINGS = 4 };

typedef struct tl_quantity {
    tl_range range;                                     /* of the segment's text */
    tl_quantity_reading readings[TL_QUANTITY_READINGS]; /* any of them may be meant */
    uint8_t reading_count;
    bool is_soft;       /* in words, or perhaps no number at all */
    bool is_hint;       /* part of a word, perhaps by chance: others may answer to it */
    uint8_t day, month; /* of the date that it belongs to; 0: of none, or not known */
    bool is_year;       /* of that date */
} tl_quantity;

typedef struct tl_quantities {
    tl_quantity *items; /* owned array, in order of the text */
    size_t count, capacity;
} tl_quantities;

void tl_quantities_clear(tl_quantities *quantities);

/* Appends the quantities of a text, in the language of the scan. */
void tl_quantities_find(tl_quantities *quantities, const tl_scan *scan);

/* True if the two may be the same. */
bool tl_quantities_equal(const tl_quantity *a, const tl_quantity *b);

#endif
