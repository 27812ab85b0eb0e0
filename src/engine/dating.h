/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_ENGINE_DATING_H
#define TL_ENGINE_DATING_H

#include "source/document.h"
#include "text/date.h"

/* The days as of which each segment of the document was written: document->count of them, in its
 * arena; all-zero before the first dateline where other dates stand there. In this order:
 *
 *   - `asked`, unless 0, and the date that the format gives, hold for all segments;
 *   - a dateline, a full date that stands alone in a line, at the start or the end of a heading or
 *     of a line without a final stop, before the dash of "MINSK, 12 April 2024 –", or as a
 *     sentence that begins the text ("Minsk, 12 April 2024. …"), holds for what follows, for the
 *     headings right before it and, if no other date stands there, for all before it;
 *   - else a date in brackets at the end of such a line ("Session of the Council (2012)");
 *   - in a text that names no year, the last day that has come of a dateline without one ("BAKU,
 * May 5 (Agency) –");
 *   - without any, and for the messages of a bilingual file, `today` holds for all. */
tl_period *tl_document_dates(tl_document *document, tl_date asked, tl_date today);

#endif
