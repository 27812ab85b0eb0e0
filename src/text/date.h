/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_TEXT_DATE_H
#define TL_TEXT_DATE_H

#include "base/str.h"

/* Dates of the Gregorian calendar, and dates as they stand in texts. */

/* yyyymmdd, so that dates compare as numbers; 0: not given. */
typedef uint32_t tl_date;

/* Reads "yyyy-mm-dd"; returns 0 if it is no date of the Gregorian calendar. */
tl_date tl_date_parse(tl_str text);

/* The days from `first` to `last`, both included; all-zero: not known. */
typedef struct tl_period {
    tl_date first, last;
} tl_period;

/* A day, a month (`day` 0) or a year (`month` 0); all-zero if there is none such. */
tl_period tl_period_of(unsigned year, unsigned month, unsigned day);

/* A date in a text. What it does not name is 0: a year may stand alone, a day and month may have no
 * year. */
typedef struct tl_named_date {
    tl_range range; /* of the text, with «года» or «г.», without a preposition */
    uint16_t year;
    uint8_t month, day;
    bool sure;     /* false: four digits that may be a year or the number of something */
    bool is_short; /* of the year only two digits stand there: its century is a guess */
} tl_named_date;

/* Finds the next date at or after *at, which is moved behind it; false if there is none. Known are
 * 12.04.2024, 2024-04-12, 25/04/2024 (12/04/2024 gives the year alone), 12.04.24, 12 April 2024,
 * April 12th, 2024, 12. April 2024, 12 апреля 2024 года, all of them without a year where they have
 * a word for the month, April 2024, 04.2024, 2024 г. and 2024 from 1700 to 2199. Months are those
 * of dict/months.tsv. Linear in the text that is passed over, at the speed of a search for digits.
 */
bool tl_dates_next(tl_str text, size_t *at, tl_named_date *found);

/* The month, from 1, that a word names in any language, or 0. */
uint8_t tl_month_named(tl_str word);

/* The days that it names; all-zero without a year. */
tl_period tl_named_date_period(const tl_named_date *date);

#endif
