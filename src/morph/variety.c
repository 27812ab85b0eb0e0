/* SPDX-License-Identifier: MPL-2.0 */
/* British and American spellings: a word is tried with each pair of dict/morph/varieties.tsv in
 * place of the other. Knows letters, not words, so it takes "wize" for a spelling of "wise". */
#include "morph/variety.h"

#include "morph/letters.h"
#include "morph/tables.h"

#include <string.h>

/* A word with its end marked, as the pairs have it. */
typedef struct marked_word {
    char bytes[TL_WORD_BYTES + 1];
    tl_str text;
} marked_word;

static bool
mark(tl_str word, marked_word *marked)
{
    if (word.len > TL_WORD_BYTES) {
        return false;
    }
    memcpy(marked->bytes, word.ptr, word.len);
    marked->bytes[word.len] = '$';
    marked->text = (tl_str){marked->bytes, word.len + 1};
    return true;
}

/* True if `a` becomes `b` when `to` stands in the place of one `from`. */
static bool
becomes(tl_str a, tl_str b, tl_str from, tl_str to)
{
    if (a.len - from.len != b.len - to.len) {
        return false;
    }
    for (size_t at = 0; (at = tl_str_find(a, from, at)) < a.len; at++) {
        tl_str head = tl_str_slice(a, 0, at), tail = tl_str_slice(a, at + from.len, a.len);
        if (tl_str_starts_with(b, head) && tl_str_ends_with(b, tail) &&
            tl_str_equal(tl_str_slice(b, at, at + to.len), to)) {
            return true;
        }
    }
    return false;
}

bool
tl_are_varieties(tl_str a, tl_str b)
{
    marked_word first, second;
    if (!mark(a, &first) || !mark(b, &second)) {
        return false;
    }
    for (size_t i = 0; i < tl_spelling_pairs.count; i++) {
        tl_str rest = tl_spelling_pairs.words[i], british = {NULL, 0};
        tl_str_split(&rest, '/', &british);
        if (becomes(first.text, second.text, british, rest) ||
            becomes(first.text, second.text, rest, british)) {
            return true;
        }
    }
    return false;
}
