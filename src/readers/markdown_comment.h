/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_READERS_MARKDOWN_COMMENT_H
#define TL_READERS_MARKDOWN_COMMENT_H

#include "base/buf.h"
#include "source/document.h"

/* The comments of Markdown that md4c 0.4.8 does not know. */

/* If a comment of HTML has two hyphens within, which is none before CommonMark 0.31 where it stands
 * in a sentence, makes *masked the text with letters in their places, as long as it was, and
 * returns that; else returns the text. */
tl_str tl_markdown_mask_comments(tl_str text, tl_buf *masked);

/* Notes comments of the form [//]: # (a comment), a link definition that nothing refers to. */
void tl_markdown_note_definitions(tl_document *document);

#endif
