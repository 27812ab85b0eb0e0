/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_READERS_DOCX_STYLES_H
#define TL_READERS_DOCX_STYLES_H

#include "readers/office.h"

/* What word/styles.xml says of paragraphs (ISO/IEC 29500-1, 17.7): which styles are of headings,
 * and the language of text that names none. */
typedef struct tl_docx_styles {
    struct tl_docx_style *items; /* in the document's arena, the last one first */
    tl_str language;             /* empty: none is said */
} tl_docx_styles;

bool tl_docx_styles_read(tl_docx_styles *styles, tl_document *document, tl_archive *archive,
                         tl_error *error);

/* Whether an outline level (w:outlineLvl) is one of headings. */
bool tl_docx_is_outline_level(tl_str level);

/* Whether a paragraph of the style, by its id, is a heading. */
bool tl_docx_is_heading(const tl_docx_styles *styles, tl_str id);

#endif
