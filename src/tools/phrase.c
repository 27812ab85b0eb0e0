/* SPDX-License-Identifier: MPL-2.0 */
/* A few words as a text of their own: one segment, scanned in every language that it may be in. */
#include "tools/phrase.h"

#include "base/utf8.h"
#include "text/script.h"

static tl_script
script_of_text(tl_str text)
{
    for (size_t at = 0; at < text.len;) {
        tl_script script = tl_script_of(tl_utf8_next(text, &at));
        if (script == TL_SCRIPT_LATIN || script == TL_SCRIPT_CYRILLIC) {
            return script;
        }
    }
    return TL_SCRIPT_LATIN;
}

void
tl_phrase_scan(const termlint_checker *checker, tl_str words,
               void (*take)(void *context, const tl_scan *scan), void *context)
{
    const tl_segment segment = {.text = words};
    tl_scanner *scanner = tl_scanner_new(tl_terms_index(checker->terms));
    tl_script script = script_of_text(words);
    for (size_t i = 0; i < checker->terms->termbase.language_count; i++) {
        tl_str language = checker->terms->termbase.languages[i];
        if (tl_script_of_language(language) == script) {
            take(context, tl_scanner_run(scanner, &segment, language));
        }
    }
    tl_scanner_free(scanner);
}

tl_str
tl_phrase_key(tl_str text, tl_arena *arena)
{
    tl_words words = {0};
    char *key = tl_arena_alloc(arena, text.len * 4 + 1, 1);
    size_t length = 0;
    tl_words_find(&words, text);
    for (size_t i = 0; i < words.count; i++) {
        if (i) {
            key[length++] = ' ';
        }
        length += tl_words_key(tl_str_at(text, words.items[i].range), key + length);
    }
    tl_words_clear(&words);
    return (tl_str){key, length};
}
