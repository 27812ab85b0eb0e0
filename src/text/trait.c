/* SPDX-License-Identifier: MPL-2.0 */
/* What a code point is to the search for words: by its general category, with the exceptions named
 * here. Run by the build to fill the tables, and at run time for what lies beyond them. */
#include "text/trait.h"

#include "text/letter.h"
#include "text/script.h"

#include <utf8proc.h>

typedef struct class_range {
    uint32_t first, last;
    uint8_t class;
} class_range;

/* Where the general category does not tell; in order. */
static const class_range exceptions[] = {
    {0x0009, 0x0009, TL_CLASS_SPACE},      {0x000A, 0x000D, TL_CLASS_LINE_BREAK},
    {0x0021, 0x0021, TL_CLASS_STOP},       {0x0022, 0x0022, TL_CLASS_QUOTE},
    {0x0026, 0x0026, TL_CLASS_AMPERSAND},  {0x0027, 0x0027, TL_CLASS_APOSTROPHE},
    {0x002C, 0x002C, TL_CLASS_COMMA},      {0x002D, 0x002D, TL_CLASS_HYPHEN},
    {0x002E, 0x002E, TL_CLASS_DOT},        {0x002F, 0x002F, TL_CLASS_SLASH},
    {0x003A, 0x003A, TL_CLASS_COLON},      {0x003F, 0x003F, TL_CLASS_STOP},
    {0x0040, 0x0040, TL_CLASS_AT},         {0x0060, 0x0060, TL_CLASS_APOSTROPHE},
    {0x0085, 0x0085, TL_CLASS_LINE_BREAK}, {0x00B4, 0x00B4, TL_CLASS_APOSTROPHE},
    {0x00B7, 0x00B7, TL_CLASS_JOINER},     {0x034F, 0x034F, TL_CLASS_IGNORABLE},
    {0x0387, 0x0387, TL_CLASS_JOINER},     {0x055A, 0x055A, TL_CLASS_APOSTROPHE},
    {0x055F, 0x055F, TL_CLASS_JOINER},     {0x0589, 0x0589, TL_CLASS_STOP},
    {0x058A, 0x058A, TL_CLASS_HYPHEN},     {0x05BE, 0x05BE, TL_CLASS_HYPHEN},
    {0x05F3, 0x05F3, TL_CLASS_APOSTROPHE}, {0x05F4, 0x05F4, TL_CLASS_JOINER},
    {0x060C, 0x060C, TL_CLASS_COMMA},      {0x061F, 0x061F, TL_CLASS_STOP},
    {0x06D4, 0x06D4, TL_CLASS_STOP},       {0x0964, 0x0965, TL_CLASS_STOP},
    {0x1160, 0x11FF, TL_CLASS_MARK}, /* Hangul vowels and finals compose as marks do */
    {0x1FEF, 0x1FEF, TL_CLASS_APOSTROPHE}, {0x1FFD, 0x1FFD, TL_CLASS_APOSTROPHE},
    {0x2010, 0x2011, TL_CLASS_HYPHEN},     {0x2018, 0x2019, TL_CLASS_APOSTROPHE},
    {0x201B, 0x201B, TL_CLASS_APOSTROPHE}, {0x2026, 0x2026, TL_CLASS_STOP},
    {0x2027, 0x2027, TL_CLASS_JOINER},     {0x2028, 0x2028, TL_CLASS_LINE_BREAK},
    {0x2029, 0x2029, TL_CLASS_PARAGRAPH},  {0x2032, 0x2034, TL_CLASS_APOSTROPHE},
    {0x203C, 0x203D, TL_CLASS_STOP},       {0x2044, 0x2044, TL_CLASS_SLASH},
    {0x2047, 0x2049, TL_CLASS_STOP},       {0x2212, 0x2212, TL_CLASS_DASH},
    {0x2215, 0x2215, TL_CLASS_SLASH},      {0x3001, 0x3001, TL_CLASS_COMMA},
    {0x3002, 0x3002, TL_CLASS_STOP},       {0xFE63, 0xFE63, TL_CLASS_HYPHEN},
    {0xFF01, 0xFF01, TL_CLASS_STOP},       {0xFF06, 0xFF06, TL_CLASS_AMPERSAND},
    {0xFF07, 0xFF07, TL_CLASS_APOSTROPHE}, {0xFF0C, 0xFF0C, TL_CLASS_COMMA},
    {0xFF0D, 0xFF0D, TL_CLASS_HYPHEN},     {0xFF0E, 0xFF0E, TL_CLASS_DOT},
    {0xFF0F, 0xFF0F, TL_CLASS_SLASH},      {0xFF1A, 0xFF1A, TL_CLASS_COLON},
    {0xFF1F, 0xFF1F, TL_CLASS_STOP},
};

/* Letters that UAX #29 leaves out of ALetter because only a dictionary finds their words: Thai,
 * Lao, Myanmar, Khmer and kin (Line_Break=SA), ideographs, Hiragana. In order. */
static const class_range single_letters[] = {
    {0x0E01, 0x0EDF, 0},   {0x1000, 0x109F, 0},   {0x1780, 0x17D7, 0},   {0x1950, 0x19DF, 0},
    {0x1A20, 0x1AAD, 0},   {0x3005, 0x3007, 0},   {0x3021, 0x3029, 0},   {0x3038, 0x303A, 0},
    {0x3041, 0x3096, 0},   {0x309D, 0x309F, 0},   {0x3400, 0x9FFF, 0},   {0xA9E0, 0xA9FF, 0},
    {0xAA60, 0xAADF, 0},   {0xF900, 0xFAD9, 0},   {0x11700, 0x1174F, 0}, {0x16FE3, 0x18D08, 0},
    {0x1B000, 0x1B2FB, 0}, {0x20000, 0x3FFFD, 0},
};

static const class_range *
find_range(const class_range *ranges, size_t count, uint32_t code_point)
{
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (code_point > ranges[middle].last) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low < count && code_point >= ranges[low].first ? &ranges[low] : NULL;
}

static tl_trait_class
class_of_category(uint32_t code_point)
{
    switch (utf8proc_category((utf8proc_int32_t)code_point)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL: return TL_CLASS_WORD;
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME: return TL_CLASS_MARK;
    case UTF8PROC_CATEGORY_CF: return TL_CLASS_IGNORABLE;
    case UTF8PROC_CATEGORY_ZS: return TL_CLASS_SPACE;
    case UTF8PROC_CATEGORY_PD: return TL_CLASS_DASH;
    case UTF8PROC_CATEGORY_PS:
    case UTF8PROC_CATEGORY_PE:
    case UTF8PROC_CATEGORY_PI:
    case UTF8PROC_CATEGORY_PF: return TL_CLASS_QUOTE;
    default: return TL_CLASS_OTHER;
    }
}

static tl_trait_class
class_of(uint32_t code_point)
{
    const class_range *exception =
        find_range(exceptions, sizeof exceptions / sizeof exceptions[0], code_point);
    if (exception != NULL) {
        return (tl_trait_class)exception->class;
    }
    return class_of_category(code_point);
}

static bool
is_single(uint32_t code_point)
{
    return find_range(single_letters, sizeof single_letters / sizeof single_letters[0],
                      code_point) != NULL;
}

static tl_trait
case_traits(uint32_t code_point)
{
    utf8proc_int32_t letter = (utf8proc_int32_t)code_point;
    utf8proc_category_t category = utf8proc_category(letter);
    tl_trait traits = 0;
    if (category == UTF8PROC_CATEGORY_LU || utf8proc_tolower(letter) != letter) {
        traits |= TL_TRAIT_UPPER;
    }
    if (category == UTF8PROC_CATEGORY_LL || utf8proc_toupper(letter) != letter) {
        traits |= TL_TRAIT_LOWER;
    }
    return traits;
}

/* The traits of a letter or digit that folds to `count` code points, one at least. */
static tl_trait
word_traits(uint32_t code_point, const uint32_t *folded, size_t count)
{
    utf8proc_int32_t letter = (utf8proc_int32_t)code_point;
    tl_trait traits = TL_TRAIT_DIGIT;
    if (utf8proc_category(letter) != UTF8PROC_CATEGORY_ND) {
        traits = TL_TRAIT_LETTER | case_traits(code_point) |
                 (tl_trait)tl_script_of(code_point) << TL_TRAIT_SCRIPT;
        traits |= is_single(code_point) ? TL_TRAIT_SINGLE : 0;
    }
    if (count != 1 || folded[0] != (uint32_t)utf8proc_tolower(letter)) {
        traits |= TL_TRAIT_CHANGED;
    }
    if (count != 1 || folded[0] > TL_TRAIT_FOLDED) {
        return traits | TL_TRAIT_COMPLEX;
    }
    return traits | folded[0];
}

tl_trait
tl_trait_compute(uint32_t code_point)
{
    tl_trait_class kind = class_of(code_point);
    tl_trait traits = 0;
    if (kind == TL_CLASS_WORD) {
        uint32_t folded[TL_LETTER_FOLD_MAX];
        size_t count = tl_letter_fold(code_point, folded);
        if (count > 0) {
            traits = word_traits(code_point, folded, count);
        } else {
            kind = TL_CLASS_MODIFIER;
        }
    } else if (kind == TL_CLASS_MARK) {
        traits = TL_TRAIT_CHANGED | TL_TRAIT_COMPLEX;
    }
    return traits | (tl_trait)kind << TL_TRAIT_CLASS;
}
