/* SPDX-License-Identifier: MPL-2.0 */
/* The folding of one code point, by its Unicode decomposition and case folding. Latin and Greek
 * letters lose their marks; a Cyrillic letter keeps those that make it another letter (й, ї, ў),
 * the exceptions to both are data (dict/plain-letters.tsv). Knows nothing of the letters around it:
 * composing a letter with the marks behind it is the business of fold.c. */
#include "text/letter.h"

#include "text/script.h"

#include <utf8proc.h>

enum { PARTS_MAX = 32 }; /* the longest decomposition, that of U+FDFA, is 18 */

typedef struct plain_letter {
    uint32_t letter; /* folded as to case */
    uint32_t plain[2];
} plain_letter;

static const plain_letter plain_letters[] = {
#include "plain-letters.inc"
};

bool
tl_letter_is_modifier(uint32_t code_point)
{
    return (code_point >= 0x2B9 && code_point <= 0x2D1) || code_point == 0x2EC ||
           code_point == 0x2EE;
}

static bool
is_mark(uint32_t code_point)
{
    utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)code_point);
    return category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_MC ||
           category == UTF8PROC_CATEGORY_ME;
}

/* Marks that any letter may take, and the optional points of Hebrew and Arabic. The marks of the
 * scripts of India and South-East Asia are vowels, and stay in the key. */
static bool
is_optional_mark(uint32_t code_point)
{
    static const struct {
        uint32_t first, last;
    } blocks[] = {
        {0x0300, 0x06FF}, {0x1AB0, 0x1AFF}, {0x1DC0, 0x1DFF}, {0x20D0, 0x20FF},   {0x2DE0, 0x2DFF},
        {0xA66F, 0xA69F}, {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F}, {0xE0100, 0xE01EF},
    };
    for (size_t i = 0; i < sizeof blocks / sizeof blocks[0]; i++) {
        if (code_point >= blocks[i].first && code_point <= blocks[i].last) {
            return is_mark(code_point);
        }
    }
    return false;
}

static bool
is_letter_or_digit(uint32_t code_point)
{
    utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)code_point);
    return (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO) ||
           category == UTF8PROC_CATEGORY_ND || category == UTF8PROC_CATEGORY_NL;
}

/* The full case folding where it is one code point, as ς → σ; else the lower case. */
static uint32_t
fold_case(uint32_t code_point)
{
    utf8proc_int32_t folded[4];
    int last_class = UTF8PROC_BOUNDCLASS_START;
    utf8proc_ssize_t count = utf8proc_decompose_char((utf8proc_int32_t)code_point, folded, 4,
                                                     UTF8PROC_CASEFOLD, &last_class);
    return count == 1 ? (uint32_t)folded[0]
                      : (uint32_t)utf8proc_tolower((utf8proc_int32_t)code_point);
}

static size_t
fold_plainly(uint32_t code_point, uint32_t *out)
{
    uint32_t folded = fold_case(code_point);
    for (size_t i = 0; i < sizeof plain_letters / sizeof plain_letters[0]; i++) {
        if (plain_letters[i].letter == folded) {
            out[0] = plain_letters[i].plain[0];
            out[1] = plain_letters[i].plain[1];
            return out[1] == 0 ? 1 : 2;
        }
    }
    out[0] = folded;
    return 1;
}

static size_t
decompose(uint32_t code_point, utf8proc_option_t options, utf8proc_int32_t *parts)
{
    int last_class = UTF8PROC_BOUNDCLASS_START;
    utf8proc_ssize_t count = utf8proc_decompose_char((utf8proc_int32_t)code_point, parts, PARTS_MAX,
                                                     options, &last_class);
    return count > 0 && count <= PARTS_MAX ? (size_t)count : 0;
}

/* The letters and digits of the parts, without their marks. */
static size_t
fold_bare(const utf8proc_int32_t *parts, size_t count, uint32_t *out)
{
    size_t length = 0;
    for (size_t i = 0; i < count && length + 2 <= TL_LETTER_FOLD_MAX; i++) {
        uint32_t part = (uint32_t)parts[i];
        if (is_letter_or_digit(part) && !tl_letter_is_modifier(part)) {
            length += fold_plainly(part, out + length);
        }
    }
    return length;
}

/* The letter with the marks that it composes with, and what marks are no option. */
static size_t
fold_composed(uint32_t code_point, uint32_t *out)
{
    utf8proc_int32_t parts[PARTS_MAX];
    size_t length = 0, count = decompose(code_point, UTF8PROC_DECOMPOSE, parts);
    utf8proc_ssize_t composed = utf8proc_normalize_utf32(parts, (utf8proc_ssize_t)count,
                                                         UTF8PROC_COMPOSE | UTF8PROC_STABLE);
    for (utf8proc_ssize_t i = 0; i < composed && length + 2 <= TL_LETTER_FOLD_MAX; i++) {
        if (!is_optional_mark((uint32_t)parts[i])) {
            length += fold_plainly((uint32_t)parts[i], out + length);
        }
    }
    return length;
}

size_t
tl_letter_fold(uint32_t code_point, uint32_t out[TL_LETTER_FOLD_MAX])
{
    if (tl_letter_is_modifier(code_point)) {
        return 0;
    }
    utf8proc_int32_t parts[PARTS_MAX];
    size_t count = decompose(code_point, UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT, parts);
    uint32_t first = count > 0 ? (uint32_t)parts[0] : code_point;
    tl_script script = tl_script_of(code_point);
    if (script == TL_SCRIPT_LATIN || script == TL_SCRIPT_GREEK) {
        return fold_bare(parts, count, out);
    }
    bool is_other_form = count == 1 && first != code_point; /* as 𝐀 is of A, ５ of 5 */
    if (is_other_form && script != TL_SCRIPT_OTHER) {
        return tl_letter_fold(first, out);
    }
    return fold_composed(code_point, out);
}
