/* SPDX-License-Identifier: MPL-2.0 */
/* Roman numerals, in look-alike letters of another script too. One that may as well be an
 * abbreviation or a letter is soft, since a text has many words that look like one. */
#include "rules/numeral_parts.h"

#include "text/key.h"

#include <string.h>

enum { LONGEST_ROMAN = 12 };

static int
roman_digit(char letter)
{
    static const char letters[] = "IVXLCDM";
    static const int values[] = {1, 5, 10, 50, 100, 500, 1000};
    const char *found = letter ? strchr(letters, letter) : NULL;
    return found ? values[found - letters] : 0;
}

/* The value of a Roman numeral in its usual form, or 0. */
static int
roman_value(tl_str text)
{
    int value = 0, before = 5000, run = 0;
    for (size_t i = 0; i < text.len; i++) {
        int digit = roman_digit(text.ptr[i]);
        int next = i + 1 < text.len ? roman_digit(text.ptr[i + 1]) : 0;
        bool is_less = next > digit;
        run = digit == before ? run + 1 : 1;
        if (digit == 0 || digit > before || run > 3 ||
            (is_less && next != digit * 5 && next != digit * 10)) {
            return 0;
        }
        value += is_less ? next - digit : digit;
        before = is_less ? digit - 1 : digit;
        i += is_less;
    }
    return value;
}

static bool
is_abbreviation(const tl_scan *scan, tl_str numeral)
{
    tl_key key;
    return tl_number_word_find(scan->language, tl_key_of(numeral, &key), TL_NUMBER_ABBREVIATION);
}

uint32_t
tl_numeral_read_roman(const tl_scan *scan, uint32_t first, tl_quantity *quantity)
{
    const tl_word *word = tl_numeral_token(scan, first);
    tl_str text = tl_scan_text(scan, first, 1);
    char latin[LONGEST_ROMAN * 4];
    bool is_letter = word->length == 1 && (word->flags & TL_WORD_HAS_UPPER);
    if ((!is_letter && !(word->flags & TL_WORD_ALL_CAPS)) || text.len > LONGEST_ROMAN ||
        !(word->scripts & TL_SCRIPT_LATIN)) {
        return first;
    }
    tl_str numeral = {latin, tl_script_rewrite(text, TL_SCRIPT_LATIN, latin)};
    int value = roman_value(numeral);
    bool is_initial = first + 1 < scan->words.count &&
                      tl_numeral_token(scan, first + 1)->gap == TL_GAP_DOT && is_letter;
    if (value == 0 || is_initial || (is_letter && value > 10)) {
        return first;
    }
    quantity->is_soft = is_letter || value > 39 || is_abbreviation(scan, numeral);
    quantity->is_meant = scan->script != TL_SCRIPT_LATIN;
    tl_quantity_add(quantity, TL_QUANTITY_NUMBER, value);
    return first + 1;
}
