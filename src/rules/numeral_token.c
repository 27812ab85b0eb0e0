/* SPDX-License-Identifier: MPL-2.0 */
/* The words that numbers are made of, one by one: whether they are digits, their value, what parts
 * them, what dict/numbers.tsv has of them. Knows no notation. */
#include "rules/numeral_parts.h"

void
tl_quantity_add(tl_quantity *quantity, tl_quantity_kind kind, double value)
{
    if (quantity->reading_count < TL_QUANTITY_READINGS) {
        quantity->readings[quantity->reading_count++] = (tl_quantity_reading){kind, value};
    }
}

const tl_word *
tl_numeral_token(const tl_scan *scan, uint32_t at)
{
    return &scan->words.items[at];
}

bool
tl_numeral_is_digits(const tl_scan *scan, uint32_t at)
{
    return at < scan->words.count && (tl_numeral_token(scan, at)->flags & TL_WORD_HAS_DIGIT) &&
           !(tl_numeral_token(scan, at)->flags & TL_WORD_HAS_LETTER);
}

bool
tl_numeral_is_near(const tl_scan *scan, uint32_t at)
{
    return at < scan->words.count && (tl_numeral_token(scan, at)->gap == TL_GAP_SPACE ||
                                      tl_numeral_token(scan, at)->gap == TL_GAP_NONE ||
                                      tl_numeral_token(scan, at)->gap == TL_GAP_HYPHEN ||
                                      tl_numeral_token(scan, at)->gap == TL_GAP_DOT);
}

tl_str
tl_numeral_gap_before(const tl_scan *scan, uint32_t at)
{
    uint32_t begin =
        tl_numeral_token(scan, at - 1)->range.end + tl_numeral_token(scan, at - 1)->tail;
    return tl_str_slice(scan->segment->text, begin, tl_numeral_token(scan, at)->range.begin);
}

size_t
tl_numeral_length_of(const tl_scan *scan, uint32_t at)
{
    return tl_numeral_token(scan, at)->length;
}

double
tl_numeral_value_of(tl_str digits)
{
    double value = 0;
    for (size_t i = 0; i < digits.len && digits.ptr[i] >= '0' && digits.ptr[i] <= '9'; i++) {
        value = value * 10 + (digits.ptr[i] - '0');
    }
    return value;
}

double
tl_numeral_value_at(const tl_scan *scan, uint32_t at)
{
    return tl_numeral_value_of(tl_scan_text(scan, at, 1));
}

const tl_number_word *
tl_numeral_word(const tl_scan *scan, uint32_t at, tl_number_kind kind)
{
    return at < scan->words.count
               ? tl_number_word_at(scan->language, tl_numeral_token(scan, at)->hash, kind)
               : NULL;
}
