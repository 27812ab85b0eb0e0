/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TEST_INFLECT_FIXTURE_H
#define TEST_INFLECT_FIXTURE_H

#include "morph/inflect.h"

#include <string.h>

enum { WORDS_MAX = 16 };

/* Splits a term at spaces and hyphens. */
static inline tl_phrase
phrase_of(const char *text, const char *language, tl_str *words, tl_str *separators)
{
    tl_phrase phrase = {
        .words = words, .separators = separators, .language = tl_str_from(language)};
    while (*text && phrase.count < WORDS_MAX) {
        size_t len = strcspn(text, " -");
        words[phrase.count] = (tl_str){text, len};
        separators[phrase.count++] = (tl_str){text + len, text[len] != '\0'};
        text += len + (text[len] != '\0');
    }
    return phrase;
}

#endif
