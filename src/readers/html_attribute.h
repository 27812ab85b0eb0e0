/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_READERS_HTML_ATTRIBUTE_H
#define TL_READERS_HTML_ATTRIBUTE_H

#include "readers/html_token.h"
#include "source/builder.h"

/* What the attributes of a tag say. The tokenizer's text begins at the offset `base` of the source.
 */

/* The value of the first attribute of that name, as it is written; NULL ptr if there is none. */
tl_str tl_html_attribute_find(const tl_html_tokenizer *tokenizer, tl_str name);

/* Makes segments of the attributes that are prose: title, alt, placeholder, aria-label. */
void tl_html_attributes_add_prose(const tl_html_tokenizer *tokenizer, uint32_t base,
                                  tl_builder *builder);

/* Reads a `meta` tag: a title or description is a segment, a date that of the document. */
void tl_html_meta_read(const tl_html_tokenizer *tokenizer, uint32_t base, tl_builder *builder);

#endif
