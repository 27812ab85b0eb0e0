/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_RULES_NUMERAL_PARTS_H
#define TL_RULES_NUMERAL_PARTS_H

#include "rules/numeral.h"
#include "text/number_word.h"

/* Inside numeral*.c only: what its parts ask of words and of each other. */

enum { TL_NUMERAL_MINUTES = 60, TL_NUMERAL_HALF_DAY = 12 * TL_NUMERAL_MINUTES };

const tl_word *tl_numeral_token(const tl_scan *scan, uint32_t at);

/* Whether word `at`, if there is one, is digits and nothing else; the value of the digits that it
 * begins with; its letters. */
bool tl_numeral_is_digits(const tl_scan *scan, uint32_t at);
double tl_numeral_value_at(const tl_scan *scan, uint32_t at);
size_t tl_numeral_length_of(const tl_scan *scan, uint32_t at);

/* The value of the digits that a text begins with. */
double tl_numeral_value_of(tl_str digits);

/* What stands before word `at`, which is not the first. */
tl_str tl_numeral_gap_before(const tl_scan *scan, uint32_t at);

/* True if word `at` is there and stands close behind the one before it. */
bool tl_numeral_is_near(const tl_scan *scan, uint32_t at);

/* The row of dict/numbers.tsv for word `at`, of that kind; NULL: none, or no such word. */
const tl_number_word *tl_numeral_word(const tl_scan *scan, uint32_t at, tl_number_kind kind);

/* Reads the number in digits that begins at byte `at` of a text; returns where it ends. The second
 * knows no signs between numbers, such as those of times and ratios. */
size_t tl_numeral_read_literal(tl_str text, tl_str language, size_t at, tl_quantity *quantity);
size_t tl_numeral_read_digits(tl_str text, tl_str language, size_t at, tl_quantity *quantity);

/* The value of a character such as ½ at *at, which is moved behind it; 0: it is another one. */
double tl_numeral_vulgar_fraction(tl_str text, size_t *at);

/* A number that is being put together: thousands and more are done, `group` is below. */
typedef struct tl_numeral_sum {
    double done, group;
    double least_scale; /* of the scales so far; 0: none */
    bool is_begun, is_ended;
} tl_numeral_sum;

/* Adds to what there is below a thousand, or multiplies it; false if that makes no number. */
bool tl_numeral_sum_add(tl_numeral_sum *sum, double value);
bool tl_numeral_sum_multiply(tl_numeral_sum *sum, double scale);

typedef struct tl_numeral_phrase {
    uint32_t end; /* one behind the last word */
    double value;
    bool is_ordinal;
} tl_numeral_phrase;

/* A number in words that begins with word `first`: "twenty-five thousand"; if there is none, it
 * ends where it begins. */
tl_numeral_phrase tl_numeral_sum_words(const tl_scan *scan, uint32_t first);

/* The same with fractions, into a quantity: "two and a half", "three quarters of a million". */
uint32_t tl_numeral_read_words(const tl_scan *scan, uint32_t first, tl_quantity *quantity);

typedef enum tl_compound_kind {
    TL_COMPOUND_NONE,
    TL_COMPOUND_CARDINAL, /* einundzwanzig, полмиллиона */
    TL_COMPOUND_ORDINAL,  /* einundzwanzigste, стотысячный */
    TL_COMPOUND_COUNTED,  /* двадцатипятилетний */
    TL_COMPOUND_CLOCK,    /* полчетвёртого: minutes since midnight or noon */
    TL_COMPOUND_OPEN,     /* begins like one of these: пятиборье, семинар */
} tl_compound_kind;

typedef struct tl_compound {
    tl_compound_kind kind;
    double value;
} tl_compound;

/* The number in a word that is put together of several. */
tl_compound tl_numeral_compound(tl_str language, tl_str key);

/* A Roman numeral that is word `first`. */
uint32_t tl_numeral_read_roman(const tl_scan *scan, uint32_t first, tl_quantity *quantity);

/* A clock time in words that begins with word `first`: "half past three", «без пяти восемь». */
uint32_t tl_numeral_read_clock(const tl_scan *scan, uint32_t first, tl_quantity *quantity);

/* Read what stands at word `at`, behind a number, into its quantity; each returns one behind the
 * last word that it took, or `at`. The first word of the number is `first`. */
uint32_t tl_numeral_read_suffix(const tl_scan *scan, uint32_t first, uint32_t at,
                                tl_quantity *quantity);
uint32_t tl_numeral_read_time(const tl_scan *scan, uint32_t at, tl_quantity *quantity);
uint32_t tl_numeral_read_percent(const tl_scan *scan, uint32_t at, tl_quantity *quantity);

/* Adds the duration that the number is where word `at` is a unit of time. */
void tl_numeral_read_unit(const tl_scan *scan, uint32_t at, tl_quantity *quantity);

/* The minutes since midnight that the number may be: of the clock time that it is, or of so many
 * hours; false if it is neither. */
bool tl_numeral_minutes_of(const tl_quantity *quantity, double *minutes, bool *is_time);

/* True for a whole number of hours that a day has. */
bool tl_is_hour(double value);

/* Minutes since midnight of a time on a clock of twelve hours. */
double tl_minutes_on_half(double minutes, bool is_pm);

#endif
