/* SPDX-License-Identifier: MPL-2.0 */
/* Normalisation and letter case for the loader, over utf8proc. Knows code points, not words or
 * terms; a text that cannot need normalisation is never given to the slow path. */
#include "termbase/letters.h"

#include "base/alloc.h"
#include "base/hash.h"
#include "base/utf8.h"

#include <stdlib.h>

#include <utf8proc.h>

/* Letters that are in form C whatever stands beside them: no marks, nothing that decomposes into
 * another character. The rest may be too, but takes the slow path. */
static bool
is_surely_nfc(uint32_t c)
{
    return c < 0x300 || (c >= 0x400 && c < 0x483) || (c >= 0x48a && c < 0x530) ||
           (c >= 0x2010 && c < 0x2028);
}

static bool
needs_normalisation(tl_str text)
{
    for (size_t at = 0; at < text.len;) {
        if (!is_surely_nfc(tl_utf8_next(text, &at))) {
            return true;
        }
    }
    return false;
}

tl_str
tl_letters_nfc(tl_arena *arena, tl_str text)
{
    if (!needs_normalisation(text)) {
        return tl_arena_copy(arena, text);
    }
    utf8proc_uint8_t *mapped = NULL;
    utf8proc_ssize_t length =
        utf8proc_map((const utf8proc_uint8_t *)text.ptr, (utf8proc_ssize_t)text.len, &mapped,
                     UTF8PROC_STABLE | UTF8PROC_COMPOSE);
    if (length < 0) {
        tl_out_of_memory(); /* the text is well formed, so nothing else can have gone wrong */
    }
    tl_str normal = tl_arena_copy(arena, (tl_str){(const char *)mapped, (size_t)length});
    free(mapped);
    return normal;
}

bool
tl_letters_exist(tl_str text)
{
    for (size_t at = 0; at < text.len;) {
        utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)tl_utf8_next(text, &at));
        if ((category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO) ||
            (category >= UTF8PROC_CATEGORY_ND && category <= UTF8PROC_CATEGORY_NO)) {
            return true;
        }
    }
    return false;
}

bool
tl_letters_are_lower(tl_str text)
{
    bool any = false;
    for (size_t at = 0; at < text.len;) {
        utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)tl_utf8_next(text, &at));
        if (category == UTF8PROC_CATEGORY_LU || category == UTF8PROC_CATEGORY_LT) {
            return false;
        }
        any = any || category == UTF8PROC_CATEGORY_LL;
    }
    return any;
}

bool
tl_letters_are_acronym(tl_str text)
{
    size_t capitals = 0;
    for (size_t at = 0; at < text.len;) {
        utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)tl_utf8_next(text, &at));
        if (category == UTF8PROC_CATEGORY_LL || category == UTF8PROC_CATEGORY_ZS) {
            return false;
        }
        capitals += category == UTF8PROC_CATEGORY_LU;
    }
    return capitals >= 2;
}

/* Over the capital, so that the two small sigmas are one. */
static uint32_t
fold(uint32_t c)
{
    if (c < 0x80) {
        return c >= 'A' && c <= 'Z' ? c + 0x20 : c;
    }
    if (c >= 0x410 && c <= 0x44F) {
        return c < 0x430 ? c + 0x20 : c;
    }
    return (uint32_t)utf8proc_tolower(utf8proc_toupper((utf8proc_int32_t)c));
}

bool
tl_letters_equal_folded(tl_str a, tl_str b)
{
    size_t at_a = 0, at_b = 0;
    while (at_a < a.len && at_b < b.len) {
        if (fold(tl_utf8_next(a, &at_a)) != fold(tl_utf8_next(b, &at_b))) {
            return false;
        }
    }
    return at_a == a.len && at_b == b.len;
}

uint64_t
tl_letters_hash_folded(tl_str text)
{
    uint64_t hash = 0;
    for (size_t at = 0; at < text.len;) {
        hash = tl_hash_pair(hash, fold(tl_utf8_next(text, &at)));
    }
    return hash;
}
