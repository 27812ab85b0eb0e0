/* SPDX-License-Identifier: MPL-2.0 */
/* Names of languages, as people write them above the columns of a table (dict/language-names.tsv).
 * Compared word by word by their keys, so that capitals and marks do not matter. */
#include "text/language_tag.h"

#include "text/words.h"

typedef struct language_name {
    tl_str key; /* of the words, a space between */
    char code[4];
} language_name;

static const language_name names[] = {
/* in order of bytes */
#include "language-names.inc"
};

enum { LONGEST_NAME = 40 };

static size_t
key_of_words(tl_str name, char *key)
{
    size_t length = 0;
    tl_str word;
    while (tl_str_split(&name, ' ', &word)) {
        if (word.len > 0) {
            key[length] = ' ';
            length += length > 0;
            length += tl_words_key(word, key + length);
        }
    }
    return length;
}

tl_str
tl_language_named(tl_str name)
{
    char key[LONGEST_NAME * 4];
    tl_str bare = tl_str_slice(name, 0, tl_str_find_byte(name, '(', 0));
    if (bare.len == 0 || bare.len > LONGEST_NAME) {
        return TL_STR("");
    }
    tl_str wanted = {key, key_of_words(bare, key)};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        if (tl_str_equal(names[i].key, wanted)) {
            return tl_str_from(names[i].code);
        }
    }
    return TL_STR("");
}
