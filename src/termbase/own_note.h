/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_TERMBASE_OWN_NOTE_H
#define TL_TERMBASE_OWN_NOTE_H

#include "base/buf.h"
#include "termbase/termbase.h"

/* What other formats have no place for, as the text of a note that tl_draft_own_note() reads: a
 * mapping on one line, with the keys of a YAML termbase. Each appends nothing if there is nothing
 * to say. */

/* Of the whole: languages, romanization, yo. */
void tl_own_note_of_termbase(const tl_termbase *termbase, tl_buf *out);

/* Of a concept, an entry, a term: what is neither text, status nor a plain text that the reader
 * would give back as it is. */
void tl_own_note_of_concept(const tl_concept *concept, tl_buf *out);
void tl_own_note_of_entry(const tl_entry *entry, tl_buf *out);
void tl_own_note_of_term(const tl_term *term, tl_buf *out);

/* True if the text comes back as it is when a reader of another format cleans it. */
bool tl_own_note_is_needless(tl_str text);

#endif
