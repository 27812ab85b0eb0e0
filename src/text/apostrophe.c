/* SPDX-License-Identifier: MPL-2.0 */
/* The apostrophe, the possessive and the single quotation mark, which share their characters. Looks
 * only at the characters next to the mark; that a quotation is open is remembered by words.c, to
 * the end of the line, since 'tis and '90s look like one. */
#include "text/apostrophe.h"

enum { RIGHT_QUOTE = 0x2019, MODIFIER_APOSTROPHE = 0x2BC, FULLWIDTH_APOSTROPHE = 0xFF07 };

static tl_trait
trait_at(tl_str text, size_t at)
{
    return at < text.len ? tl_trait_next(text, &at) : 0;
}

/* The traits of the first code point at or behind `at` that is neither ignorable nor a mark; 0 at
 * the end. */
static tl_trait
visible_trait_at(tl_str text, size_t at)
{
    while (at < text.len) {
        tl_trait trait = tl_trait_next(text, &at);
        tl_trait_class class = tl_trait_class_of(trait);
        if (class != TL_CLASS_IGNORABLE && class != TL_CLASS_MARK) {
            return trait;
        }
    }
    return 0;
}

static bool
word_ends_at(tl_str text, size_t at)
{
    return tl_trait_class_of(trait_at(text, at)) != TL_CLASS_MARK &&
           (visible_trait_at(text, at) & TL_TRAIT_WORD) == 0;
}

static bool
may_stand_alone(uint32_t mark)
{
    return mark == '\'' || mark == RIGHT_QUOTE || mark == MODIFIER_APOSTROPHE ||
           mark == FULLWIDTH_APOSTROPHE;
}

bool
tl_apostrophe_joins(tl_str text, size_t behind)
{
    if (tl_trait_class_of(trait_at(text, behind)) == TL_CLASS_APOSTROPHE) {
        tl_utf8_next(text, &behind);
    }
    tl_trait next = visible_trait_at(text, behind);
    return (next & TL_TRAIT_LETTER) != 0 && (next & TL_TRAIT_SINGLE) == 0;
}

size_t
tl_apostrophe_possessive(tl_str text, size_t at, tl_trait last, bool quote_is_open)
{
    size_t behind = at;
    uint32_t mark = tl_utf8_next(text, &behind);
    bool has_s = behind < text.len && (text.ptr[behind] == 's' || text.ptr[behind] == 'S');
    if (has_s && word_ends_at(text, behind + 1)) {
        return behind + 1 - at;
    }
    bool follows_s = (last & TL_TRAIT_LETTER) != 0 && (last & TL_TRAIT_FOLDED) == 's';
    if (quote_is_open || !follows_s || !may_stand_alone(mark) ||
        tl_apostrophe_joins(text, behind) || !word_ends_at(text, behind)) {
        return 0;
    }
    return behind - at;
}

bool
tl_apostrophe_opens(tl_str text, size_t at, bool behind_word)
{
    uint32_t mark = tl_utf8_next(text, &at);
    return !behind_word && mark != RIGHT_QUOTE && (trait_at(text, at) & TL_TRAIT_WORD) != 0;
}
