/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_READERS_HTML_TOKEN_H
#define TL_READERS_HTML_TOKEN_H

#include "readers/reference.h"

/* The tokenizer of WHATWG HTML, 13.2.5: bytes in, tokens out, each with the range that it stands
 * for. It makes no tree, so that it is its caller who sets the mode in which the content of certain
 * elements is read. Linear in the text, without memory but for the attributes of one tag. */

typedef enum tl_html_mode {
    TL_HTML_DATA,
    TL_HTML_RCDATA,    /* title, textarea: references, but no tags but the end tag */
    TL_HTML_RAWTEXT,   /* style, iframe …: nothing but the end tag */
    TL_HTML_SCRIPT,    /* the same, but for "<!--" and what hides behind it */
    TL_HTML_PLAINTEXT, /* all the rest is text */
    TL_HTML_CDATA,     /* a CDATA section up to its end */
} tl_html_mode;

typedef enum tl_html_kind {
    TL_HTML_TEXT,
    TL_HTML_REFERENCE, /* a character reference; or a NUL where that stands for U+FFFD */
    TL_HTML_START_TAG,
    TL_HTML_END_TAG,
    TL_HTML_COMMENT, /* bogus ones too */
    TL_HTML_DOCTYPE,
} tl_html_kind;

/* Ranges of the text, as it is written: no letter case, line end or reference is changed. */
typedef struct tl_html_attribute {
    tl_range name;
    tl_range value;
} tl_html_attribute;

typedef struct tl_html_token {
    tl_html_kind kind;
    tl_range range;
    tl_range inside;        /* the name of a tag, the data of a comment */
    tl_reference reference; /* what a reference stands for */
    bool is_self_closing;
} tl_html_token;

typedef struct tl_html_tokenizer {
    tl_str text; /* borrowed */
    size_t at;
    tl_html_mode mode;
    tl_str last_start_tag; /* the name that an end tag must have in RCDATA, RAWTEXT and SCRIPT */
    bool allows_cdata;     /* in SVG and MathML */
    bool is_script_measured;
    size_t script_end;             /* of the script that is read, once it is measured */
    tl_html_attribute *attributes; /* owned array: of the last start tag, duplicates too */
    size_t attribute_count, attribute_capacity;
} tl_html_tokenizer;

/* A tokenizer for `text`; all-zero but for that. */
tl_html_tokenizer tl_html_tokenizer_for(tl_str text);
void tl_html_tokenizer_clear(tl_html_tokenizer *tokenizer);

/* The next token; false at the end of the text. A text may come in several tokens. What the text
 * breaks off within a tag is none. */
bool tl_html_next(tl_html_tokenizer *tokenizer, tl_html_token *token);

#endif
