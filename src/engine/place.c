/* SPDX-License-Identifier: MPL-2.0 */
/* From a finding in a segment to one in a file. This is where offsets of a segment's text become
 * offsets, lines and columns of the file, and a suggestion becomes edits of its bytes, or the
 * reason why it cannot. */
#include "engine/place.h"

#include "base/utf8.h"
#include "engine/replace.h"
#include "rules/rules.h"

#include <stdlib.h>

/* Why the edits cannot be written in the encoding of the file; empty if they can. */
static tl_str
refusal_of(const tl_edit_list *edits, const tl_encoding *encoding, tl_arena *arena)
{
    bool fits = true;
    uint32_t missing;
    char letter[TL_UTF8_MAX];
    tl_buf encoded = {0};
    for (size_t i = 0; i < edits->count && fits; i++) {
        fits = tl_encoding_encode(encoding, edits->items[i].text, &encoded, &missing);
    }
    tl_buf_clear(&encoded);
    return fits ? TL_STR("")
                : tl_arena_format(arena, "%s has no “%.*s” (U+%04X)", encoding->name,
                                  (int)tl_utf8_encode(missing, letter), letter, missing);
}

/* What would put the first suggestion in place. A replacement that nobody would make unseen is
 * refused in silence. */
static void
set_edits(tl_diag *diag, const tl_finding *finding, const tl_reader *reader, tl_arena *arena)
{
    tl_edit_list edits = {0};
    tl_source *origin = finding->segment->origin;
    const tl_edit_place place = {finding->segment, finding->range, reader};
    if (reader->source_is_key && finding->segment->side == TL_SIDE_SOURCE) {
        bool is_wanted = finding->fixable && finding->suggestion_count > 0;
        diag->refusal = is_wanted ? TL_STR("the source is the key of its translation") : TL_STR("");
    } else if (finding->suggestion_count > 0 &&
               tl_edits_plan(&place, finding->suggestions[0], arena, &edits)) {
        diag->refusal = refusal_of(&edits, origin->encoding, arena);
        edits.count = diag->refusal.len ? 0 : edits.count;
        diag->refusal = finding->fixable ? diag->refusal : TL_STR("");
    }
    if (edits.count) {
        tl_edit *copy = tl_arena_alloc(arena, edits.count, sizeof *copy);
        for (size_t i = 0; i < edits.count; i++) {
            copy[i] = (tl_edit){.range = tl_source_in_file(origin, edits.items[i].range),
                                .text = edits.items[i].text};
        }
        diag->edits = copy;
        diag->edit_count = edits.count;
        diag->fixable = finding->fixable;
    }
    free(edits.items);
}

/* The line as the file has it. */
static void
set_source_line(tl_diag *diag, tl_source *source, tl_range range)
{
    diag->line_text = tl_source_line(source, diag->begin.line);
    uint32_t line = (uint32_t)(diag->line_text.ptr - source->bytes.ptr);
    diag->in_line = (tl_range){range.begin - line, range.end - line};
}

/* The line as its reader sees it: the bytes of an archive's parts are no lines. */
static void
set_segment_line(tl_diag *diag, const tl_finding *finding)
{
    tl_str text = finding->segment->text;
    uint32_t begin = finding->range.begin;
    while (begin > 0 && text.ptr[begin - 1] != '\n') {
        begin--;
    }
    diag->line_text = tl_str_slice(text, begin, tl_str_find_byte(text, '\n', begin));
    diag->in_line = (tl_range){finding->range.begin - begin, finding->range.end - begin};
}

static void
set_place(tl_diag *diag, const tl_finding *finding, const tl_reader *reader, tl_arena *arena)
{
    tl_source *source = finding->segment->origin;
    tl_range range = tl_segment_locate(finding->segment, finding->range, NULL);
    diag->path = source->name;
    diag->encoding = source->encoding;
    diag->range = tl_source_in_file(source, range);
    tl_positions begin = tl_source_positions(source, range.begin);
    tl_positions end = tl_source_positions(source, range.end);
    diag->begin = begin.code_points;
    diag->end = end.code_points;
    diag->begin_bytes = begin.bytes;
    diag->end_bytes = end.bytes;
    diag->begin_utf16 = begin.utf16;
    diag->end_utf16 = end.utf16;
    diag->of_segment = finding->of_segment;
    diag->text = reader->rewrite ? tl_str_at(finding->segment->text, finding->range)
                                 : tl_segment_show(finding->segment, finding->range, arena);
    if (reader->rewrite) {
        set_segment_line(diag, finding);
    } else {
        set_source_line(diag, source, range);
    }
}

tl_diag
tl_diag_of(const tl_finding *finding, const tl_document *document, tl_arena *arena)
{
    const tl_reader *reader = tl_reader_for(document->source->name);
    tl_diag diag = {
        .rule = tl_str_from(finding->rule->id),
        .message = finding->message,
        .explanation = finding->explanation,
        .suggestions = finding->suggestions,
        .suggestion_count = finding->suggestion_count,
        .concept = finding->concept ? finding->concept->id : (tl_str){NULL, 0},
        .term = finding->term,
        .language = finding->language,
        .has_relation = finding->has_relation,
        .relation = finding->relation,
        .schemes = finding->schemes,
        .scheme_count = finding->scheme_count,
        .segment = finding->segment->unit_id,
    };
    set_place(&diag, finding, reader, arena);
    set_edits(&diag, finding, reader, arena);
    return diag;
}
