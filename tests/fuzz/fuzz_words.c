/* SPDX-License-Identifier: MPL-2.0 */
/* text/words on any well-formed text: words in order, whole code points, keys and hashes agreeing.
 */
#include "require.h"

#include "base/utf8.h"
#include "text/words.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
check_word(tl_str text, const tl_word *word, size_t from)
{
    require(word->range.begin >= from && word->range.begin < word->range.end);
    require((size_t)word->range.end + word->tail <= text.len);
    tl_str bytes = tl_str_at(text, word->range);
    require(tl_utf8_invalid_at(bytes) == bytes.len);
    char *key = malloc(bytes.len * 3);
    require(key != NULL);
    tl_str folded = {key, tl_words_key(bytes, key)};
    size_t length = tl_utf8_length(folded);
    require(folded.len > 0 && folded.len <= bytes.len * 3);
    require(tl_words_hash(folded) == word->hash);
    require(word->length == (length < UINT16_MAX ? length : UINT16_MAX));
    free(key);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    tl_str text = {(const char *)data, size};
    if (tl_utf8_invalid_at(text) != size) {
        return 0;
    }
    tl_words words = {0};
    tl_words_find(&words, text);
    size_t from = 0;
    for (size_t i = 0; i < words.count; i++) {
        check_word(text, &words.items[i], from);
        from = (size_t)words.items[i].range.end + words.items[i].tail;
    }
    tl_words_clear(&words);
    return 0;
}
