/* SPDX-License-Identifier: MPL-2.0 */
/* The tree of a YAML file with its bytes, by the events of libyaml, whose marks count characters
 * and only ever go forward. A block collection has no end of its own in YAML: it is where its last
 * part ends. */
#include "termbase/yaml_parts.h"

#include "base/alloc.h"
#include "base/utf8.h"

#include <yaml.h>

enum { MAX_DEPTH = 64, MAX_PARTS = 4000000 };

typedef struct reading {
    yaml_parser_t parser;
    yaml_event_t event; /* the one at hand, not yet consumed */
    tl_str bytes;
    tl_arena *arena;
    size_t at, characters; /* up to where marks have been turned into bytes */
    size_t count;
    bool failed;
} reading;

/* The byte of a mark that lies no further back than the last one asked for. */
static uint32_t
byte_of(reading *r, yaml_mark_t mark)
{
    while (r->characters < mark.index && r->at < r->bytes.len) {
        tl_utf8_next(r->bytes, &r->at);
        r->characters++;
    }
    return (uint32_t)r->at;
}

static bool
advance(reading *r)
{
    yaml_event_delete(&r->event);
    r->failed = r->failed || !yaml_parser_parse(&r->parser, &r->event);
    return !r->failed;
}

static tl_yaml_part *
part_new(reading *r, tl_yaml_part_kind kind)
{
    tl_yaml_part *part = tl_arena_alloc(r->arena, 1, sizeof *part);
    uint32_t begin = byte_of(r, r->event.start_mark);
    *part = (tl_yaml_part){
        .kind = kind, .range = {begin, begin}, .column = (uint32_t)r->event.start_mark.column};
    r->failed |= ++r->count > MAX_PARTS;
    return part;
}

static bool
is_white(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static tl_yaml_part *
read_text(reading *r)
{
    tl_yaml_part *part = part_new(r, TL_PART_TEXT);
    part->text = tl_arena_copy(
        r->arena, (tl_str){(const char *)r->event.data.scalar.value, r->event.data.scalar.length});
    part->range.end = byte_of(r, r->event.end_mark);
    while (part->range.end > part->range.begin && is_white(r->bytes.ptr[part->range.end - 1])) {
        part->range.end--; /* a literal text ends with lines that are not its own */
    }
    advance(r);
    return part;
}

static tl_yaml_part *read_part(reading *r, unsigned depth);

static void
append(tl_yaml_part *whole, tl_yaml_part *part)
{
    if (whole->last) {
        whole->last->next = part;
    } else {
        whole->first = part;
    }
    whole->last = part;
    whole->range.end = part->value ? part->value->range.end : part->range.end;
}

/* Reads up to the end of the list or mapping at hand. */
static tl_yaml_part *
read_parts(reading *r, tl_yaml_part *whole, yaml_event_type_t end, unsigned depth)
{
    advance(r);
    while (!r->failed && r->event.type != end) {
        tl_yaml_part *part = read_part(r, depth + 1);
        if (part && end == YAML_MAPPING_END_EVENT) {
            part->value = r->failed ? NULL : read_part(r, depth + 1);
            r->failed |= part->value == NULL;
        }
        if (r->failed || part == NULL) {
            return NULL;
        }
        append(whole, part);
    }
    if (!r->failed && whole->is_flow) {
        whole->range.end = byte_of(r, r->event.end_mark);
    }
    advance(r);
    return whole;
}

static tl_yaml_part *
read_part(reading *r, unsigned depth)
{
    tl_yaml_part *part;
    if (r->failed || depth > MAX_DEPTH) {
        return NULL;
    }
    switch (r->event.type) {
    case YAML_SCALAR_EVENT: return read_text(r);
    case YAML_SEQUENCE_START_EVENT:
        part = part_new(r, TL_PART_LIST);
        part->is_flow = r->event.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE;
        return read_parts(r, part, YAML_SEQUENCE_END_EVENT, depth);
    case YAML_MAPPING_START_EVENT:
        part = part_new(r, TL_PART_MAPPING);
        part->is_flow = r->event.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE;
        return read_parts(r, part, YAML_MAPPING_END_EVENT, depth);
    default: return NULL;
    }
}

static tl_yaml_part *
read_root(reading *r)
{
    bool is_there = advance(r) && advance(r) && r->event.type == YAML_DOCUMENT_START_EVENT;
    tl_yaml_part *root = is_there && advance(r) ? read_part(r, 0) : NULL;
    bool is_all = root && r->event.type == YAML_DOCUMENT_END_EVENT && advance(r) &&
                  r->event.type == YAML_STREAM_END_EVENT;
    return is_all ? root : NULL;
}

tl_yaml_part *
tl_yaml_parts_read(tl_str bytes, tl_arena *arena)
{
    size_t mark = tl_str_starts_with(bytes, TL_STR("\xef\xbb\xbf")) ? 3 : 0;
    reading r = {.bytes = bytes, .arena = arena, .at = mark};
    if (!yaml_parser_initialize(&r.parser)) {
        tl_out_of_memory();
    }
    yaml_parser_set_input_string(&r.parser,
                                 (const unsigned char *)(bytes.len > mark ? bytes.ptr + mark : ""),
                                 bytes.len - mark);
    tl_yaml_part *root = read_root(&r);
    yaml_event_delete(&r.event);
    yaml_parser_delete(&r.parser);
    return root;
}

tl_yaml_part *
tl_yaml_part_find(const tl_yaml_part *mapping, tl_str key)
{
    tl_yaml_part *part = mapping && mapping->kind == TL_PART_MAPPING ? mapping->first : NULL;
    while (part && !tl_str_equal(part->text, key)) {
        part = part->next;
    }
    return part ? part->value : NULL;
}
