/* SPDX-License-Identifier: MPL-2.0 */
/* Whether what sets two words apart is an ending or a suffix. Goes by the letters alone
 * (dict/morph/suffixes.tsv and the paradigms), so that it holds for words that nobody has listed.
 */
#include "morph/ending.h"

#include "base/utf8.h"
#include "morph/lexicon.h"
#include "text/script.h"

size_t
tl_common_beginning(tl_str a, tl_str b)
{
    size_t common = 0;
    for (size_t at = 0, other = 0; at < a.len && other < b.len; common = at) {
        if (tl_utf8_next(a, &at) != tl_utf8_next(b, &other)) {
            break;
        }
    }
    return common;
}

static bool
is_english_suffix(tl_str letters)
{
    return letters.len == 0 || tl_word_set_has(&tl_english_suffixes, letters);
}

static bool
is_russian_ending(tl_str letters)
{
    return letters.len == 0 || tl_word_set_has(&tl_endings, letters);
}

/* An ending, perhaps behind a suffix. */
static bool
is_russian_suffix(tl_str letters)
{
    bool found = is_russian_ending(letters);
    for (size_t i = 0; i < tl_russian_suffixes.count && !found; i++) {
        tl_str suffix = tl_russian_suffixes.words[i];
        found = tl_str_starts_with(letters, suffix) &&
                is_russian_ending(tl_str_slice(letters, suffix.len, letters.len));
    }
    return found;
}

bool
tl_may_share_root(tl_str a, tl_str b)
{
    size_t common = tl_common_beginning(a, b), at = 0;
    tl_str rest = tl_str_slice(a, common, a.len), other = tl_str_slice(b, common, b.len);
    if (b.len && tl_script_of(tl_utf8_next(b, &at)) == TL_SCRIPT_CYRILLIC) {
        return is_russian_suffix(rest) && is_russian_suffix(other);
    }
    return is_english_suffix(rest) && is_english_suffix(other);
}

bool
tl_is_prefix(tl_str letters)
{
    return tl_word_set_has(&tl_short_prefixes, letters);
}
