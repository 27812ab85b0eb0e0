/* SPDX-License-Identifier: MPL-2.0 */
/* Tracked changes in OpenDocument texts (OpenDocument 1.3, part 3, 5.5). The old text is moved into
 * a region of deleted text at the head of the body, header or footer that it is in; where it stood
 * are a mark of that and the new text between marks of an insertion. What can stand in no paragraph
 * of its own (a note, a picture) cannot be moved, and such a change is refused. */
#include "base/array.h"
#include "readers/tracking.h"
#include "readers/xml_syntax.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_FLOWS = 64 };

/* What has tracked changes of its own: the body, a header, a footer. */
typedef struct flow {
    uint32_t depth;
    tl_range head; /* what is replaced by the regions: usually an empty range */
    enum { HEAD_NONE, HEAD_OPEN, HEAD_EMPTY } state; /* of its text:tracked-changes */
    tl_buf regions;
} flow;

/* Old text of a change, one run of characters or one element that is white space. */
typedef struct cut {
    size_t change;
    tl_range range;
    size_t flow;
} cut;

typedef struct reading {
    tl_tracking *tracking;
    flow flows[MOST_FLOWS];
    size_t flow_count;
    uint32_t hidden; /* depth of text:tracked-changes */
    cut *cuts;       /* owned array */
    size_t count, capacity;
    unsigned long id; /* the highest that is there */
} reading;

static bool
is_any(const tl_element *element, const char *const *names)
{
    for (; *names; names++) {
        if (tl_element_is(element, *names)) {
            return true;
        }
    }
    return false;
}

static bool
is_white_space(const tl_element *element)
{
    static const char *const names[] = {"s", "tab", "line-break", NULL};
    return is_any(element, names);
}

static bool
may_stand_within(const tl_element *element)
{
    static const char *const names[] = {
        "span",
        "a",
        "bookmark",
        "bookmark-start",
        "bookmark-end",
        "soft-page-break",
        "change-start",
        "change-end",
        "reference-mark-start",
        "reference-mark-end",
        "change",
        NULL,
    };
    return is_any(element, names);
}

static bool
begins_flow(const tl_element *element)
{
    static const char *const names[] = {
        "header", "header-left", "header-first", "footer", "footer-left", "footer-first", NULL};
    return is_any(element, names) || (tl_element_is(element, "text") && element->depth == 3);
}

/* The flow at hand: flows follow one another and do not nest. */
static flow *
flow_now(reading *read)
{
    return read->flow_count ? &read->flows[read->flow_count - 1] : NULL;
}

static void
add_cut(reading *read, size_t change, tl_range range)
{
    read->cuts = tl_array_reserve(read->cuts, &read->capacity, read->count + 1, sizeof *read->cuts);
    read->cuts[read->count++] =
        (cut){.change = change, .range = range, .flow = read->flow_count - 1};
}

static void
begin_flow(reading *read, const tl_element *element)
{
    if (read->flow_count < MOST_FLOWS) {
        read->flows[read->flow_count++] =
            (flow){.depth = element->depth, .head = {element->tag.end, element->tag.end}};
    }
}

static void
note_id(reading *read, const tl_element *element)
{
    tl_str value = tl_xml_attribute(element->attributes, TL_STR("id")), ours = TL_STR("termlint");
    if (tl_str_starts_with(value, ours)) {
        unsigned long id = strtoul(value.ptr + ours.len, NULL, 10);
        read->id = id > read->id ? id : read->id;
    }
}

static void
on_start(void *context, const tl_element *element)
{
    reading *read = context;
    flow *now = flow_now(read);
    size_t change = tl_tracking_at(read->tracking, element->tag.begin);
    note_id(read, element);
    if (begins_flow(element)) {
        begin_flow(read, element);
    } else if (now && tl_element_is(element, "tracked-changes")) {
        now->head = element->tag;
        now->state = HEAD_EMPTY;
        read->hidden = element->depth;
    } else if (change < read->tracking->count && !may_stand_within(element)) {
        bool is_moved = now && is_white_space(element);
        read->tracking->is_refused[change] |= !is_moved;
        if (is_moved) {
            add_cut(read, change, element->tag);
        }
    }
}

static void
on_end(void *context, const tl_element *element)
{
    reading *read = context;
    flow *now = flow_now(read);
    if (now == NULL) {
        return;
    }
    bool is_first_forms = tl_element_is(element, "forms") && element->depth == now->depth + 1;
    if (is_first_forms && now->state == HEAD_NONE) {
        now->head = (tl_range){element->tag.end, element->tag.end};
    } else if (tl_element_is(element, "tracked-changes") && read->hidden == element->depth) {
        read->hidden = 0;
        if (element->tag.begin != now->head.begin) {
            now->head = (tl_range){element->tag.begin, element->tag.begin};
            now->state = HEAD_OPEN;
        }
    }
}

static void
on_text(void *context, const tl_run *run)
{
    reading *read = context;
    const tl_tracking *tracking = read->tracking;
    size_t i = read->count ? read->cuts[read->count - 1].change : 0;
    for (; i < tracking->count && tracking->changes[i].range.begin < run->source.end; i++) {
        tl_range range = tracking->changes[i].range;
        range.begin = range.begin > run->source.begin ? range.begin : run->source.begin;
        range.end = range.end < run->source.end ? range.end : run->source.end;
        if (range.begin < range.end && read->flow_count && !read->hidden) {
            add_cut(read, i, range);
        }
    }
}

/* -- marks ------------------------------------------------------------------------------------- */

static void
add_region(reading *read, tl_buf *out, const char *kind, const tl_buf *content)
{
    tl_str date = read->tracking->date; /* xsd:dateTime, in LibreOffice without a time zone */
    tl_buf_add_format(out,
                      "<text:changed-region xml:id=\"termlint%lu\" text:id=\"termlint%lu\">"
                      "<text:%s><office:change-info><dc:creator "
                      "xmlns:dc=\"http://purl.org/dc/elements/1.1/\">termlint</dc:creator><dc:date "
                      "xmlns:dc=\"http://purl.org/dc/elements/1.1/\">%.*s</dc:date>"
                      "</office:change-info>",
                      read->id, read->id, kind,
                      tl_str_ends_with(date, TL_STR("Z")) ? (int)date.len - 1 : (int)date.len,
                      date.ptr);
    if (content) {
        tl_buf_add_cstr(out, "<text:p>");
        tl_buf_add(out, tl_buf_str(content));
        tl_buf_add_cstr(out, "</text:p>");
    }
    tl_buf_add_format(out, "</text:%s></text:changed-region>", kind);
}

/* The marks and the new text in place of the first cut; the regions to the head of the flow. */
static void
mark_change(reading *read, const cut *first, const tl_buf *old, tl_buf *out)
{
    tl_buf *regions = &read->flows[first->flow].regions;
    read->id++;
    add_region(read, regions, "deletion", old);
    tl_buf_add_format(out, "<text:change text:change-id=\"termlint%lu\"/>", read->id);
    read->id++;
    add_region(read, regions, "insertion", NULL);
    tl_buf_add_format(out, "<text:change-start text:change-id=\"termlint%lu\"/>", read->id);
    tl_xml_escape(read->tracking->changes[first->change].text, out);
    tl_buf_add_format(out, "<text:change-end text:change-id=\"termlint%lu\"/>", read->id);
}

/* All cuts of one change, from `first` on; returns the number of the next. */
static size_t
mark_cuts(reading *read, size_t first)
{
    tl_tracking *tracking = read->tracking;
    tl_buf old = {0}, marks = {0};
    size_t end = first;
    for (; end < read->count && read->cuts[end].change == read->cuts[first].change; end++) {
        tl_buf_add(&old, tl_str_at(tracking->document->source->bytes, read->cuts[end].range));
    }
    if (!tracking->is_refused[read->cuts[first].change]) {
        mark_change(read, &read->cuts[first], &old, &marks);
        tl_str text = tl_arena_copy(&tracking->document->arena, tl_buf_str(&marks));
        for (size_t i = first; i < end; i++) {
            tl_tracking_add(tracking, read->cuts[i].range, i == first ? text : TL_STR(""));
        }
    }
    tl_buf_clear(&old);
    tl_buf_clear(&marks);
    return end;
}

static void
add_heads(reading *read)
{
    tl_arena *arena = &read->tracking->document->arena;
    for (size_t i = 0; i < read->flow_count; i++) {
        flow *item = &read->flows[i];
        if (item->regions.len) {
            bool is_open = item->state == HEAD_OPEN;
            tl_str text = tl_arena_format(
                arena, "%s%.*s%s", is_open ? "" : "<text:tracked-changes>",
                TL_STR_ARGS(tl_buf_str(&item->regions)), is_open ? "" : "</text:tracked-changes>");
            tl_tracking_add(read->tracking, item->head, text);
        }
        tl_buf_clear(&item->regions);
    }
}

static int
compare_edits(const void *left, const void *right)
{
    const tl_edit *a = left, *b = right;
    return (a->range.begin > b->range.begin) - (a->range.begin < b->range.begin);
}

static bool
has_usual_prefixes(tl_str bytes)
{
    return tl_str_find(bytes, TL_STR("xmlns:text="), 0) < bytes.len &&
           tl_str_find(bytes, TL_STR("xmlns:office="), 0) < bytes.len;
}

bool
tl_odt_track(tl_tracking *tracking, tl_error *error)
{
    static const tl_xml_listener listener = {
        .start = on_start, .end = on_end, .text = on_text, .refuses_doctype = true};
    tl_source *source = tracking->document->source;
    if (!has_usual_prefixes(source->bytes)) {
        return tl_error_set(error, "%.*s: unusual prefixes, with which no change is tracked",
                            TL_STR_ARGS(source->name));
    }
    reading *read = tl_arena_alloc(&tracking->document->arena, 1, sizeof *read);
    read->tracking = tracking;
    bool ok = tl_xml_read(tracking->document, &listener, read, error);
    for (size_t i = 0; ok && i < read->count;) {
        i = mark_cuts(read, i);
    }
    add_heads(read);
    if (tracking->edit_count > 1) {
        qsort(tracking->edits, tracking->edit_count, sizeof *tracking->edits, compare_edits);
    }
    free(read->cuts);
    return ok;
}
