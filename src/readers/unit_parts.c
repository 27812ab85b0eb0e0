/* SPDX-License-Identifier: MPL-2.0 */
/* Brings the texts of an element together as units, once all of them are read: by then their
 * segments stand in the document, so that is where they are numbered and weeded out. */
#include "readers/unit_parts.h"

#include "base/array.h"
#include "base/map.h"

#include <stdlib.h>

void
tl_parts_clear(tl_parts *parts)
{
    free(parts->items);
    *parts = (tl_parts){0};
}

void
tl_parts_end_text(tl_parts *parts, tl_unit_builder *builder, const tl_part *like)
{
    tl_document *document = builder->text.document;
    tl_part part = *like;
    part.first = parts->count > 0 ? parts->items[parts->count - 1].behind : parts->settled;
    tl_builder_set_language(&builder->text, part.language);
    tl_unit_builder_end(builder, part.side, 0, part.id);
    part.behind = document->count;
    if (part.behind > part.first) {
        parts->items = tl_array_reserve(parts->items, &parts->capacity, parts->count + 1,
                                        sizeof *parts->items);
        parts->items[parts->count++] = part;
    }
}

static void
number_units(tl_parts *parts)
{
    tl_map units = {0};
    for (size_t i = 0; i < parts->count; i++) {
        tl_part *part = &parts->items[i];
        if (part->side != TL_SIDE_NONE) {
            const tl_part *known = tl_map_add(&units, part->key, part);
            part->unit = known ? known->unit : parts->next_unit++;
        }
    }
    tl_map_clear(&units);
}

/* Moves the part's segments up behind those that are kept. */
static size_t
keep(const tl_part *part, tl_document *document, size_t kept)
{
    for (size_t i = part->first; i < part->behind; i++) {
        tl_segment *segment = &document->segments[kept++];
        *segment = document->segments[i];
        segment->side = part->side;
        segment->unit = part->unit;
    }
    return kept;
}

void
tl_parts_settle(tl_parts *parts, tl_document *document)
{
    number_units(parts);
    size_t kept = parts->settled;
    for (size_t i = 0; i < parts->count; i++) {
        if (parts->items[i].side != TL_SIDE_NONE) {
            kept = keep(&parts->items[i], document, kept);
        }
    }
    document->count = parts->settled = kept;
    parts->count = 0;
}
