/* SPDX-License-Identifier: MPL-2.0 */
/* Which given name a patronymic was made of: what is left without its suffix, with what the suffix
 * took away put back. Several are tried, and the list of given names tells which of them exists. */
#include "scan/father.h"

#include "base/buf.h"
#include "base/utf8.h"
#include "text/key.h"

#include <string.h>

enum { MOST_FATHERS = 8 };

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

/* The known names that a patronymic may be made of. */
typedef struct fathers {
    struct {
        char bytes[TL_KEY_WORD_LONGEST];
        size_t length;
    } names[MOST_FATHERS];
    size_t count;
} fathers;

static tl_str
father_at(const fathers *all, size_t i)
{
    return (tl_str){all->names[i].bytes, all->names[i].length};
}

static void
add_if_known(tl_given *given, tl_str name, fathers *found)
{
    if (name.len && name.len <= TL_KEY_WORD_LONGEST && found->count < MOST_FATHERS &&
        tl_given_relate(given, name, (tl_str){NULL, 0}) != TL_GIVEN_UNKNOWN) {
        memcpy(found->names[found->count].bytes, name.ptr, name.len);
        found->names[found->count++].length = name.len;
    }
}

static void
find_fathers(tl_given *given, tl_str patronymic, fathers *found)
{
    tl_key key;
    tl_buf name = {0};
    tl_str stem = stem_of(patronymic, &key);
    found->count = 0;
    for (size_t i = 0; stem.len && i < sizeof endings / sizeof endings[0]; i++) {
        name.len = 0;
        tl_buf_add(&name, stem);
        tl_buf_add(&name, endings[i]);
        add_if_known(given, tl_buf_str(&name), found);
    }
    if (stem.len && found->count == 0) {
        name.len = 0;
        add_with_vowel(&name, stem);
        add_if_known(given, tl_buf_str(&name), found);
    }
    tl_buf_clear(&name);
}

/* True if some name is of one group with one of the others. */
static bool
have_one_in_common(tl_given *given, const fathers *some, const fathers *others)
{
    for (size_t i = 0; i < some->count * others->count; i++) {
        tl_str name = father_at(some, i / others->count);
        tl_str other = father_at(others, i % others->count);
        if (tl_given_relate(given, name, other) == TL_GIVEN_SAME) {
            return true;
        }
    }
    return false;
}

bool
tl_father_is_other(tl_given *given, tl_str word, tl_str patronymic)
{
    fathers named, own;
    find_fathers(given, word, &named);
    if (named.count == 0) {
        return false;
    }
    find_fathers(given, patronymic, &own);
    return !have_one_in_common(given, &named, &own);
}
