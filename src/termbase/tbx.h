/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_TERMBASE_TBX_H
#define TL_TERMBASE_TBX_H

#include "termbase/formats.h"
#include "termbase/xml_out.h"

/* TBX, TermBase eXchange (ISO 30042): what the rows of its dialects share. A setting that TBX has
 * no category for is kept in a note, as a mapping of termlint's own keys: "termlint: {type:
 * person}". Notes may stand at every level and hold any text, so that files stay in TBX-Basic. */

/* The functions of a row that reads all dialects. */
void *tl_tbx_open(tl_load *load, tl_termbase_file *file);
bool tl_tbx_take(void *reader, tl_str piece);
void tl_tbx_close(void *reader, bool is_whole);

/* Opens the element of a concept, whose id is one of XML. */
void tl_tbx_open_concept(tl_xml_out *xml, const char *element, const tl_concept *concept);

#endif
