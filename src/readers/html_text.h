/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_READERS_HTML_TEXT_H
#define TL_READERS_HTML_TEXT_H

#include "readers/html_element.h"
#include "source/builder.h"

/* Turns HTML into segments: whole documents, and the tags and blocks that stand in Markdown. What
 * is open at the end of one piece of HTML is still open in the next. */

/* An element that is open, and what holds for its text. */
typedef struct tl_html_open {
    const tl_html_element *element;
    tl_str name;
    tl_str language;
    tl_segment_role role;
    bool is_hidden;  /* it or one that it is in is no text */
    bool is_fixed;   /* … is not to be translated, and so not for us to judge */
    bool is_foreign; /* … is SVG or MathML */
    bool is_aside;   /* it opened the aside */
} tl_html_open;

typedef enum tl_html_break { TL_HTML_NO_BREAK, TL_HTML_SOURCE_BREAK, TL_HTML_BR } tl_html_break;

typedef struct tl_html_text {
    tl_builder *builder;  /* borrowed */
    tl_builder aside;     /* words in another language within a sentence */
    tl_builder attribute; /* prose of attributes */
    tl_html_open base;    /* what holds where nothing is open */
    tl_html_open *open;   /* owned array */
    size_t depth, capacity;
    size_t beyond; /* elements that are open but too deep to be kept */
    uint32_t open_count[TL_HTML_ELEMENTS];
    bool has_aside;
    bool is_xml;              /* XHTML: self-closing tags, CDATA sections */
    tl_html_break last_break; /* in the white space at the end of the text so far */
} tl_html_text;

/* The text goes to `builder`, whose language and role at this time hold where HTML gives none. */
void tl_html_text_init(tl_html_text *html, tl_builder *builder);
void tl_html_text_clear(tl_html_text *html);

/* Takes the tags and texts of a range of the source. */
void tl_html_text_read(tl_html_text *html, tl_range range);

/* Ends the segment that is being built. */
void tl_html_text_end(tl_html_text *html);

/* Sets the role of what is in no element of HTML. */
void tl_html_text_set_role(tl_html_text *html, tl_segment_role role);

/* Where text that is not HTML itself but stands between its tags is to be added; NULL where it is
 * hidden. */
tl_builder *tl_html_text_builder(tl_html_text *html);

/* Closes the elements within sentences that are still open: none outlives a block of Markdown. */
void tl_html_text_close_inline(tl_html_text *html);

#endif
