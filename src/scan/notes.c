/* SPDX-License-Identifier: MPL-2.0 */
/* One note for each card of a lexicon, in the same order; empty until somebody asks. When the
 * lexicon begins anew, so do the notes. */
#include "scan/notes.h"

#include "base/array.h"

#include <stdlib.h>

void
tl_notes_clear(tl_notes *notes)
{
    free(notes->items);
    tl_slots_clear(&notes->pairs);
    *notes = (tl_notes){0};
}

void
tl_notes_follow(tl_notes *notes, const tl_lexicon *lexicon)
{
    if (notes->generation != lexicon->generation) {
        notes->generation = lexicon->generation;
        notes->count = 0;
        tl_slots_clear(&notes->pairs);
    }
    if (notes->count < lexicon->count) {
        notes->items =
            tl_array_reserve(notes->items, &notes->capacity, lexicon->count, sizeof *notes->items);
        memset(notes->items + notes->count, 0,
               (lexicon->count - notes->count) * sizeof *notes->items);
        notes->count = lexicon->count;
    }
}

uint64_t *
tl_notes_pair_at(tl_notes *notes, uint64_t pair)
{
    enum { MOST_PAIRS = 1 << 13 };
    return tl_slots_at(&notes->pairs, pair, sizeof pair, MOST_PAIRS);
}
