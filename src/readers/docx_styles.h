/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_READERS_DOCX_STYLES_H
#define TL_READERS_DOCX_STYLES_H

#include "base/map.h"
#include "readers/office.h"

/* What word/styles.xml says (ISO/IEC 29500-1, 17.7). All-zero: nothing. */
typedef struct tl_docx_styles {
    tl_map by_id;        /* of styles in the document's arena */
    tl_str language;     /* of text whose styles name none; empty: none is said */
    tl_str of_paragraph; /* the id of the style of paragraphs that name none, or empty */
} tl_docx_styles;

/* What a style says together with those that it is based on. */
typedef struct tl_docx_look {
    bool is_heading, is_code;
    tl_str language; /* empty: none is said */
} tl_docx_look;

bool tl_docx_styles_read(tl_docx_styles *styles, tl_document *document, tl_archive *archive,
                         tl_error *error);
void tl_docx_styles_clear(tl_docx_styles *styles);

/* Whether an outline level (w:outlineLvl) is one of headings. */
bool tl_docx_is_outline_level(tl_str level);

/* The look of the style with this id; of one that is not there the id is all. */
tl_docx_look tl_docx_look_of(const tl_docx_styles *styles, tl_str id);

#endif
