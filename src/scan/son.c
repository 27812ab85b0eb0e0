/* SPDX-License-Identifier: MPL-2.0 */
/* Knows the words for son and daughter in Turkic patronymics, as several languages spell them; they
 * do not inflect, and which of the spellings a text has is no matter of the name. */
#include "scan/son.h"

#include "text/key.h"

static const tl_str words[] = {
    TL_STR_INIT("оглы"),  TL_STR_INIT("оглу"), TL_STR_INIT("огли"), TL_STR_INIT("улы"),
    TL_STR_INIT("ұлы"),   TL_STR_INIT("уулу"), TL_STR_INIT("кызы"), TL_STR_INIT("қызы"),
    TL_STR_INIT("гызы"),  TL_STR_INIT("кизи"), TL_STR_INIT("ogly"), TL_STR_INIT("oglu"),
    TL_STR_INIT("oglou"), TL_STR_INIT("ogli"), TL_STR_INIT("uly"),  TL_STR_INIT("uli"),
    TL_STR_INIT("ulu"),   TL_STR_INIT("uulu"), TL_STR_INIT("kyzy"), TL_STR_INIT("kizi"),
    TL_STR_INIT("qyzy"),  TL_STR_INIT("qizi"), TL_STR_INIT("gyzy"), TL_STR_INIT("gizi"),
    TL_STR_INIT("oglı"),  TL_STR_INIT("qızı"), TL_STR_INIT("kızı"), TL_STR_INIT("ұлы"),
};

enum { SHORTEST_FATHER = 3 }; /* bytes */

bool
tl_is_son_word(tl_str word)
{
    tl_key bytes;
    tl_str key = tl_key_of(word, &bytes);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (tl_str_equal(key, words[i])) {
            return true;
        }
    }
    return false;
}

tl_str
tl_father_of_son(tl_str patronymic)
{
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (tl_str_ends_with(patronymic, words[i]) &&
            patronymic.len >= words[i].len + SHORTEST_FATHER) {
            size_t end = patronymic.len - words[i].len;
            char last = patronymic.ptr[end - 1];
            return tl_str_slice(patronymic, 0, end - (last == ' ' || last == '-'));
        }
    }
    return (tl_str){NULL, 0};
}
