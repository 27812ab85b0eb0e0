/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_RULES_QUANTITIES_H
#define TL_RULES_QUANTITIES_H

#include "scan/scan.h"

/* Numbers, dates and clock times of a text, whatever their notation: 1,250.50 and 1 250,5, 1.5
 * billion and 1,5 млрд, 11th and XI and одиннадцатый, 3 p.m. and 15:00, half past three and
 * половина четвёртого, April 12 and 12.04, ½ and четверть, three-year and трёхлетний. A date is its
 * parts: a day and a year are numbers. */

typedef enum tl_quantity_kind {
    TL_QUANTITY_NUMBER,
    TL_QUANTITY_PERCENT,
    TL_QUANTITY_TIME,     /* minutes since midnight */
    TL_QUANTITY_CLOCK,    /* likewise, but the half of the day is not told */
    TL_QUANTITY_DURATION, /* seconds */
    TL_QUANTITY_MONTH,
    TL_QUANTITY_DATE, /* 100 times the month, and the day */
    TL_QUANTITY_CODE, /* the numbers of a version, a ratio or a telephone number in one */
} tl_quantity_kind;

typedef struct tl_quantity_reading {
    tl_quantity_kind kind;
    double value;
} tl_quantity_reading;

enum { TL_QUANTITY_READINGS = 6, TL_QUANTITY_PARTS = 2 };

typedef enum tl_quantity_sign {
    TL_SIGN_NONE,
    TL_SIGN_PLUS,
    TL_SIGN_MINUS,
    TL_SIGN_OPEN, /* a dash that may be a minus */
} tl_quantity_sign;

typedef struct tl_quantity {
    tl_range range;                                     /* of the segment's text */
    tl_quantity_reading readings[TL_QUANTITY_READINGS]; /* any of them may be meant */
    double parts[TL_QUANTITY_PARTS]; /* of 3:1 and 1/4: the other side may have them apart */
    uint8_t reading_count, part_count;
    tl_quantity_sign sign;
    bool is_soft;       /* in words, or perhaps no number at all */
    bool is_hint;       /* part of a word, perhaps by chance: others may answer to it */
    bool is_meant;      /* in words, and although it is one, no article or pronoun */
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

/* The quantities of a text, and which of them have found their like. */
typedef struct tl_quantity_side {
    const tl_scan *scan;
    const tl_quantity *items;
    bool *is_matched;
    size_t count;
} tl_quantity_side;

/* Marks what answers to each other on the two sides: first all that is the same, as often as it
 * stands there, then one by one what may be meant to be the same (3 and 15:00, 90 and 1990). */
void tl_quantities_match(tl_quantity_side *a, tl_quantity_side *b);

/* True if the two may be the same. */
bool tl_quantities_equal(const tl_quantity *a, const tl_quantity *b);

#endif
