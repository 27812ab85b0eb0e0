/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_ENGINE_REREAD_H
#define TL_ENGINE_REREAD_H

#include "corpus/sightings.h"
#include "engine/checker.h"

/* Which document is read again, and who is looked for. */
typedef struct tl_reread {
    const tl_suspects *suspects;
    const tl_tally *tally;
    size_t document; /* its number in the tally */
    tl_source *source;
} tl_reread;

/* Adds the places that the suspects have in that document. */
void tl_document_reread(const tl_reread *request, termlint_worker *worker, tl_sightings *sightings);

#endif
