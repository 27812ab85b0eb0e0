/* SPDX-License-Identifier: MPL-2.0 */
/* Takes Russian words apart by their letters alone, for comparing what may be one name. Too much
 * taken off is no harm: the given names beside two words have the last word. */
#include "romanize/cyrillic_stem.h"

#include "base/utf8.h"

#include <string.h>

enum { FEWEST_BYTES = 6 }; /* three letters */

/* Endings of names in the singular and plural, the longest first. */
static const tl_str endings[] = {
    TL_STR_INIT("ыми"), TL_STR_INIT("ими"), TL_STR_INIT("ого"), TL_STR_INIT("его"),
    TL_STR_INIT("ому"), TL_STR_INIT("ему"), TL_STR_INIT("ами"), TL_STR_INIT("ями"),
    TL_STR_INIT("ым"),  TL_STR_INIT("им"),  TL_STR_INIT("ом"),  TL_STR_INIT("ем"),
    TL_STR_INIT("ой"),  TL_STR_INIT("ей"),  TL_STR_INIT("ая"),  TL_STR_INIT("яя"),
    TL_STR_INIT("ую"),  TL_STR_INIT("юю"),  TL_STR_INIT("ых"),  TL_STR_INIT("их"),
    TL_STR_INIT("ий"),  TL_STR_INIT("ый"),  TL_STR_INIT("ия"),  TL_STR_INIT("ию"),
    TL_STR_INIT("ии"),  TL_STR_INIT("ам"),  TL_STR_INIT("ах"),  TL_STR_INIT("ы"),
    TL_STR_INIT("и"),   TL_STR_INIT("а"),   TL_STR_INIT("я"),   TL_STR_INIT("у"),
    TL_STR_INIT("ю"),   TL_STR_INIT("е"),   TL_STR_INIT("о"),   TL_STR_INIT("й"),
    TL_STR_INIT("ь"),
};

tl_str
tl_cyrillic_stem(tl_str key)
{
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        if (tl_str_ends_with(key, endings[i]) && key.len - endings[i].len >= FEWEST_BYTES) {
            return tl_str_slice(key, 0, key.len - endings[i].len);
        }
    }
    return key;
}

static uint32_t
careless(uint32_t letter)
{
    switch (letter) {
    case 0x0439: /* й */
    case 0x044b: /* ы */ return 0x0438;
    case 0x044d: /* э */ return 0x0435;
    case 0x044a: /* ъ */
    case 0x044c: /* ь */ return 0;
    default: return letter;
    }
}

size_t
tl_cyrillic_skeleton(tl_str stem, char *out)
{
    size_t length = 0;
    uint32_t last = 0;
    for (size_t at = 0; at < stem.len;) {
        uint32_t letter = careless(tl_utf8_next(stem, &at));
        if (letter && letter != last) {
            length += tl_utf8_encode(letter, out + length);
            last = letter;
        }
    }
    return length;
}
