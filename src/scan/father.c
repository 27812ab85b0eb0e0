/* SPDX-License-Identifier: MPL-2.0 */
/* Which given name a patronymic was made of: what is left without its suffix, with what the suffix
 * took away put back. Several are tried, and the list of given names tells which of them exists. */
#include "scan/father.h"

#include "base/buf.h"
#include "base/utf8.h"
#include "text/key.h"

#include <string.h>

/* Suffixes in any case, the longer before what they end in. */
static const tl_str suffixes[] = {
    TL_STR_INIT("овичем"), TL_STR_INIT("евичем"), TL_STR_INIT("овича"), TL_STR_INIT("евича"),
    TL_STR_INIT("овичу"),  TL_STR_INIT("евичу"),  TL_STR_INIT("овиче"), TL_STR_INIT("евиче"),
    TL_STR_INIT("овной"),  TL_STR_INIT("евной"),  TL_STR_INIT("овна"),  TL_STR_INIT("евна"),
    TL_STR_INIT("овны"),   TL_STR_INIT("евны"),   TL_STR_INIT("овне"),  TL_STR_INIT("евне"),
    TL_STR_INIT("овну"),   TL_STR_INIT("евну"),   TL_STR_INIT("ович"),  TL_STR_INIT("евич"),
    TL_STR_INIT("ovich"),  TL_STR_INIT("evich"),  TL_STR_INIT("ovych"), TL_STR_INIT("evych"),
    TL_STR_INIT("ovna"),   TL_STR_INIT("evna"),   TL_STR_INIT("ivna"),
};

/* What stands for the suffix in the name: Антон, Игорь, Сергей, Юрий, Никита, Михайло. */
static const tl_str endings[] = {
    TL_STR_INIT(""),  TL_STR_INIT("ь"),  TL_STR_INIT("й"),  TL_STR_INIT("ий"),
    TL_STR_INIT("а"), TL_STR_INIT("я"),  TL_STR_INIT("о"),  TL_STR_INIT("y"),
    TL_STR_INIT("i"), TL_STR_INIT("iy"), TL_STR_INIT("ey"), TL_STR_INIT("ei"),
};

/* The patronymic without its suffix; empty if it has none. */
static tl_str
stem_of(tl_str patronymic, tl_key *key)
{
    tl_str folded = tl_key_of(patronymic, key);
    for (size_t i = 0; i < sizeof suffixes / sizeof suffixes[0]; i++) {
        if (folded.len > suffixes[i].len && tl_str_ends_with(folded, suffixes[i])) {
            tl_str stem = tl_str_slice(folded, 0, folded.len - suffixes[i].len);
            bool soft = tl_str_ends_with(stem, TL_STR("ь")); /* Юрьевич */
            return soft ? tl_str_slice(stem, 0, stem.len - TL_STR("ь").len) : stem;
        }
    }
    return (tl_str){NULL, 0};
}

/* "Павл" → "Павел", "Льв" → "Лев": the vowel that a name loses before the suffix. */
static void
add_with_vowel(tl_buf *name, tl_str stem)
{
    size_t last = stem.len;
    if (last) {
        tl_utf8_previous(stem, &last);
    }
    tl_str head = tl_str_slice(stem, 0, last);
    tl_buf_add(name, tl_str_ends_with(head, TL_STR("ь"))
                         ? tl_str_slice(head, 0, head.len - TL_STR("ь").len)
                         : head);
    tl_buf_add_cstr(name, "е");
    tl_buf_add(name, tl_str_slice(stem, last, stem.len));
}

typedef struct father {
    char bytes[TL_KEY_WORD_LONGEST];
    size_t length; /* 0: no known name */
} father;

static bool
keep_if_known(tl_given *given, const tl_buf *name, father *found)
{
    tl_str text = tl_buf_str(name);
    if (text.len == 0 || text.len > sizeof found->bytes ||
        tl_given_relate(given, text, (tl_str){NULL, 0}) == TL_GIVEN_UNKNOWN) {
        return false;
    }
    memcpy(found->bytes, text.ptr, text.len);
    found->length = text.len;
    return true;
}

static father
father_of(tl_given *given, tl_str patronymic)
{
    tl_key key;
    tl_buf name = {0};
    father found = {.length = 0};
    tl_str stem = stem_of(patronymic, &key);
    for (size_t i = 0; stem.len && i < sizeof endings / sizeof endings[0]; i++) {
        name.len = 0;
        tl_buf_add(&name, stem);
        tl_buf_add(&name, endings[i]);
        if (keep_if_known(given, &name, &found)) {
            break;
        }
    }
    if (stem.len && found.length == 0) {
        name.len = 0;
        add_with_vowel(&name, stem);
        keep_if_known(given, &name, &found);
    }
    tl_buf_clear(&name);
    return found;
}

bool
tl_father_is_other(tl_given *given, tl_str word, tl_str patronymic)
{
    father named = father_of(given, word), own = father_of(given, patronymic);
    tl_str name = {named.bytes, named.length}, own_name = {own.bytes, own.length};
    return name.len && tl_given_relate(given, name, own_name) == TL_GIVEN_OTHER;
}
