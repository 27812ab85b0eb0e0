/* SPDX-License-Identifier: MPL-2.0 */
/* The script of a word, and the one that a language tag (BCP 47) implies: its script subtag, else
 * what the language is written in by default (dict/language-scripts.tsv). */
#include "text/script.h"

#include "base/utf8.h"

#include <string.h>

typedef struct language_script {
    char language[4];
    uint8_t script;
} language_script;

static const language_script languages[] = {
#include "language-scripts.inc"
};

static tl_script
script_of_subtag(tl_str subtag)
{
    if (tl_str_equal_ascii_nocase(subtag, TL_STR("Latn"))) {
        return TL_SCRIPT_LATIN;
    }
    if (tl_str_equal_ascii_nocase(subtag, TL_STR("Cyrl"))) {
        return TL_SCRIPT_CYRILLIC;
    }
    return tl_str_equal_ascii_nocase(subtag, TL_STR("Grek")) ? TL_SCRIPT_GREEK : TL_SCRIPT_OTHER;
}

static bool
is_script_subtag(tl_str subtag)
{
    return subtag.len == 4 && !(subtag.ptr[0] >= '0' && subtag.ptr[0] <= '9');
}

/* Compared as the rows have them: in lower case, with zeros behind. */
static tl_script
default_script(tl_str language)
{
    char wanted[sizeof languages[0].language] = {0};
    if (language.len >= sizeof wanted) {
        return TL_SCRIPT_OTHER;
    }
    for (size_t i = 0; i < language.len; i++) {
        char letter = language.ptr[i];
        wanted[i] = (char)(letter >= 'A' && letter <= 'Z' ? letter | 0x20 : letter);
    }
    for (size_t i = 0; i < sizeof languages / sizeof languages[0]; i++) {
        if (memcmp(wanted, languages[i].language, sizeof wanted) == 0) {
            return (tl_script)languages[i].script;
        }
    }
    return TL_SCRIPT_OTHER;
}

tl_script
tl_script_of_language(tl_str language)
{
    tl_str primary, subtag;
    if (!tl_str_split(&language, '-', &primary)) {
        return TL_SCRIPT_OTHER;
    }
    while (tl_str_split(&language, '-', &subtag) && subtag.len > 1) { /* "x" and kin end it */
        if (is_script_subtag(subtag)) {
            return script_of_subtag(subtag);
        }
    }
    return default_script(primary);
}

bool
tl_language_is_cyrillic(tl_str language)
{
    return tl_script_of_language(language) == TL_SCRIPT_CYRILLIC;
}

tl_str
tl_language_primary(tl_str language)
{
    return tl_str_slice(language, 0, tl_str_find_byte(language, '-', 0));
}

bool
tl_language_raises_nouns(tl_str language)
{
    tl_str primary = tl_language_primary(language);
    return tl_str_equal_ascii_nocase(primary, TL_STR("de")) ||
           tl_str_equal_ascii_nocase(primary, TL_STR("lb"));
}

bool
tl_language_raises_names(tl_str language)
{
    return tl_str_equal_ascii_nocase(tl_language_primary(language), TL_STR("en"));
}

tl_script
tl_script_of_word(tl_str word)
{
    size_t at = 0;
    return word.len ? tl_script_of(tl_utf8_next(word, &at)) : TL_SCRIPT_NONE;
}
