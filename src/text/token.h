/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_TEXT_TOKEN_H
#define TL_TEXT_TOKEN_H

#include "base/str.h"

/* Internal to text/: URLs, mail addresses, bare domains and file names. */

typedef struct tl_token {
    size_t begin, end; /* bytes of the text */
    bool is_text;      /* false: an address or a file name */
} tl_token;

/* The token around `at`, the place behind a word where a full stop, "@" or ":" stands without white
 * space. Everything up to token.end has been judged with it. */
tl_token tl_token_around(tl_str text, size_t at);

/* False if a byte before a word makes nothing of it. */
static inline bool
tl_token_may_be_marked(char before)
{
    return before == '@' || before == '#' || before == '/' || before == '\\';
}

/* What the byte before `at`, where a word begins, makes of that word if no word stands before it:
 * an
 * @handle, a #tag, a path without extension (/srv/press/en, ~/en, ../en, C:\en). Text up to `at`
 * itself if it is none of these. */
tl_token tl_token_marked(tl_str text, size_t at);

/* The URI in angle brackets (CommonMark 0.31, 6.5: a scheme, a colon, no white space) whose "<"
 * ends at `at`; text up to `at` itself if there is none. */
tl_token tl_token_autolink(tl_str text, size_t at);

#endif
