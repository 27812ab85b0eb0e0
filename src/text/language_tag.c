/* SPDX-License-Identifier: MPL-2.0 */
/* The syntax of language tags (RFC 5646, 2.1), subtag by subtag. Knows no registry: "qq-ZZ" is as
 * good as "ru-RU". */
#include "text/language_tag.h"

typedef struct subtags {
    tl_str rest, part; /* part is empty behind the last one */
} subtags;

static bool
is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool
is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool
is_all(tl_str text, bool (*is)(char))
{
    for (size_t i = 0; i < text.len; i++) {
        if (!is(text.ptr[i])) {
            return false;
        }
    }
    return true;
}

static bool
is_letter_or_digit(char c)
{
    return is_letter(c) || is_digit(c);
}

static void
next(subtags *tag)
{
    if (!tl_str_split(&tag->rest, '-', &tag->part)) {
        tag->part = (tl_str){NULL, 0};
    }
}

/* Steps over the subtag at hand if it is so many letters. */
static bool
take_letters(subtags *tag, size_t length)
{
    bool fits = tag->part.len == length && is_all(tag->part, is_letter);
    if (fits) {
        next(tag);
    }
    return fits;
}

static bool
is_region(tl_str part)
{
    return (part.len == 2 && is_all(part, is_letter)) || (part.len == 3 && is_all(part, is_digit));
}

static bool
is_variant(tl_str part)
{
    return (part.len >= 5 && part.len <= 8) || (part.len == 4 && is_digit(part.ptr[0]));
}

/* A singleton and what it introduces: two characters or more each, behind "x" one. */
static bool
take_extension(subtags *tag)
{
    bool is_private = (tag->part.ptr[0] | 0x20) == 'x';
    next(tag);
    if (tag->part.len < (is_private ? 1 : 2)) {
        return false;
    }
    while (tag->part.len >= (is_private ? 1 : 2)) {
        next(tag);
    }
    return true;
}

static bool
is_made_of_subtags(tl_str text)
{
    tl_str rest = text, part;
    while (tl_str_split(&rest, '-', &part)) {
        if (part.len == 0 || part.len > 8 || !is_all(part, is_letter_or_digit)) {
            return false;
        }
    }
    return true;
}

bool
tl_language_is_tag(tl_str text)
{
    if (text.len == 0 || !is_made_of_subtags(text)) {
        return false;
    }
    subtags tag = {.rest = text};
    next(&tag);
    if (!take_letters(&tag, 2) && !take_letters(&tag, 3)) {
        return false;
    }
    for (int extended = 0; extended < 3 && take_letters(&tag, 3); extended++) {
    }
    take_letters(&tag, 4);
    if (is_region(tag.part)) {
        next(&tag);
    }
    while (is_variant(tag.part)) {
        next(&tag);
    }
    while (tag.part.len == 1) {
        if (!take_extension(&tag)) {
            return false;
        }
    }
    return tag.part.len == 0;
}
