/* SPDX-License-Identifier: MPL-2.0 */
/* The list of segments that a reader fills. Knows nothing of formats; a segment's map back to the
 * file is read in segment.c. */
#include "source/document.h"

#include "base/array.h"

#include <stdlib.h>

void
tl_document_init(tl_document *document, tl_source *source)
{
    *document = (tl_document){.source = source};
}

void
tl_document_clear(tl_document *document)
{
    for (tl_file_part *part = document->parts; part; part = part->next) {
        tl_source_clear(&part->source);
    }
    tl_arena_clear(&document->arena);
    free(document->segments);
    free(document->comments);
    *document = (tl_document){0};
}

tl_file_part *
tl_document_add_part(tl_document *document, tl_str entry, tl_str bytes)
{
    tl_arena *arena = &document->arena;
    tl_file_part *part = tl_arena_alloc(arena, 1, sizeof *part);
    part->entry = tl_arena_copy(arena, entry);
    tl_str name = tl_arena_format(arena, "%.*s!%.*s", TL_STR_ARGS(document->source->name),
                                  TL_STR_ARGS(entry));
    part->source = (tl_source){.name = name, .file = bytes, .bytes = bytes};
    part->next = document->parts;
    document->parts = part;
    return part;
}

void
tl_document_add(tl_document *document, const tl_segment *segment)
{
    document->segments = tl_array_reserve(document->segments, &document->capacity,
                                          document->count + 1, sizeof *document->segments);
    document->segments[document->count] = *segment;
    document->segments[document->count++].origin = document->source;
}

tl_comment *
tl_document_add_comment(tl_document *document, tl_range range)
{
    tl_str text = tl_str_at(document->source->bytes, range);
    if (tl_str_find(text, TL_STR("termlint-"), 0) == text.len) {
        return NULL;
    }
    document->comments = tl_array_reserve(document->comments, &document->comment_capacity,
                                          document->comment_count + 1, sizeof *document->comments);
    document->comments[document->comment_count++] = (tl_comment){.range = range};
    return &document->comments[document->comment_count - 1];
}

bool
tl_document_has(const tl_document *document, const tl_segment *segment)
{
    return segment >= document->segments && segment < document->segments + document->count;
}

tl_segment *
tl_document_add_verbatim(tl_document *document, tl_range range, tl_segment_role role)
{
    tl_str text = tl_str_at(document->source->bytes, range);
    tl_piece *piece = tl_arena_alloc(&document->arena, 1, sizeof *piece);
    *piece = (tl_piece){
        .text = {0, (uint32_t)text.len},
        .source = range,
        .verbatim = true,
    };
    tl_document_add(document, &(tl_segment){
                                  .text = text,
                                  .pieces = piece,
                                  .piece_count = 1,
                                  .role = role,
                              });
    return &document->segments[document->count - 1];
}
