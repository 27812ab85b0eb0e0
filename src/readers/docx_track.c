/* SPDX-License-Identifier: MPL-2.0 */
/* Tracked changes in Word documents (ISO/IEC 29500-1, 17.13.5). A run in which text is replaced is
 * ended before it and begun again behind it, with the same properties; in between stand the old
 * text, deleted, and the new one, inserted. Nothing that is there is moved or taken away. What is
 * no text within the range of a change (a tab, a picture, the mark of a note) cannot be deleted
 * with it, and such a change is refused. */
#include "base/array.h"
#include "readers/tracking.h"
#include "readers/xml_syntax.h"

#include <stdlib.h>

/* Old text of a change within one w:t. */
typedef struct cut {
    size_t change;
    tl_range range;
    tl_range tag;        /* the start-tag of the w:t */
    tl_range properties; /* the w:rPr of the run; empty: none */
    tl_range insertion;  /* the start-tag of the w:ins that the run stands in; empty: in none */
} cut;

typedef struct reading {
    tl_tracking *tracking;
    tl_str prefix; /* of the elements, with its colon */
    uint32_t run_depth, insertion_depth;
    tl_range properties, text_tag, insertion;
    unsigned long id; /* the highest that is there */
    cut *cuts;        /* owned array */
    size_t count, capacity;
} reading;

/* What may stand between the runs of a change. */
static bool
may_stand_within(const tl_element *element)
{
    static const char *const names[] = {
        "r",
        "t",
        "rPr",
        "proofErr",
        "bookmarkStart",
        "bookmarkEnd",
        "hyperlink",
        "ins",
        "moveTo",
        "smartTag",
        "commentRangeStart",
        "commentRangeEnd",
        "sdt",
        "sdtPr",
        "sdtContent",
        "permStart",
        "permEnd",
        "lastRenderedPageBreak",
    };
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        if (tl_element_is(element, names[i])) {
            return true;
        }
    }
    return false;
}

static bool
is_in_properties(const reading *read, const tl_element *element)
{
    return read->run_depth && element->depth > read->run_depth + 1;
}

static void
note_id(reading *read, const tl_element *element)
{
    enum { HIGHEST = 1000000000 };
    tl_str value = tl_xml_attribute(element->attributes, TL_STR("id"));
    unsigned long id = value.len ? strtoul(value.ptr, NULL, 10) : 0;
    read->id = id > read->id && id < HIGHEST ? id : read->id;
}

static tl_str
bytes_of(const reading *read, tl_range range)
{
    return tl_str_at(read->tracking->document->source->bytes, range);
}

static void
begin_text(reading *read, const tl_element *element)
{
    tl_str bytes = bytes_of(read, element->tag);
    size_t colon = tl_str_find_byte(bytes, ':', 0), name = tl_str_find(bytes, element->name, 1);
    read->text_tag = element->tag;
    read->prefix = tl_str_slice(bytes, 1, colon < name ? colon + 1 : 1);
}

static void
on_start(void *context, const tl_element *element)
{
    reading *read = context;
    size_t change = tl_tracking_at(read->tracking, element->tag.begin);
    note_id(read, element);
    if (change < read->tracking->count && !is_in_properties(read, element) &&
        !may_stand_within(element)) {
        read->tracking->is_refused[change] = true;
    }
    if (tl_element_is(element, "r")) {
        read->run_depth = element->depth;
        read->properties = (tl_range){0, 0};
    } else if (tl_element_is(element, "rPr") && element->depth == read->run_depth + 1) {
        read->properties = element->tag;
    } else if (tl_element_is(element, "t")) {
        begin_text(read, element);
    } else if (tl_element_is(element, "ins") && read->run_depth == 0) {
        read->insertion_depth = element->depth;
        read->insertion = element->tag;
    }
}

static void
add_cut(reading *read, size_t change, tl_range range)
{
    read->cuts = tl_array_reserve(read->cuts, &read->capacity, read->count + 1, sizeof *read->cuts);
    cut *added = &read->cuts[read->count++];
    *added = (cut){
        .change = change, .range = range, .tag = read->text_tag, .properties = read->properties};
    if (read->insertion_depth && read->run_depth == read->insertion_depth + 1) {
        added->insertion = read->insertion;
    }
}

/* The old text of all changes in a w:t whose content is [begin, end). */
static void
cut_text(reading *read, uint32_t begin, uint32_t end)
{
    const tl_tracking *tracking = read->tracking;
    size_t i = read->count ? read->cuts[read->count - 1].change : 0;
    for (; i < tracking->count && tracking->changes[i].range.begin < end; i++) {
        tl_range range = tracking->changes[i].range;
        range.begin = range.begin > begin ? range.begin : begin;
        range.end = range.end < end ? range.end : end;
        if (range.begin < range.end) {
            add_cut(read, i, range);
        }
    }
}

static void
on_end(void *context, const tl_element *element)
{
    reading *read = context;
    if (tl_element_is(element, "rPr") && element->depth == read->run_depth + 1) {
        read->properties.end = element->tag.end;
    } else if (tl_element_is(element, "r")) {
        read->run_depth = 0;
    } else if (tl_element_is(element, "t") && read->run_depth) {
        cut_text(read, read->text_tag.end, element->tag.begin);
    } else if (read->insertion_depth == element->depth) {
        read->insertion_depth = 0;
    }
}

/* -- marks ------------------------------------------------------------------------------------- */

/* "<w:del …>" or "<w:ins …>" */
static void
open_mark(reading *read, tl_buf *out, const char *name)
{
    tl_str p = read->prefix;
    tl_buf_add_format(out, "<%.*s%s %.*sid=\"%lu\" %.*sauthor=\"termlint\" %.*sdate=\"%.*s\">",
                      TL_STR_ARGS(p), name, TL_STR_ARGS(p), ++read->id, TL_STR_ARGS(p),
                      TL_STR_ARGS(p), TL_STR_ARGS(read->tracking->date));
}

static void
close_mark(const reading *read, tl_buf *out, const char *name)
{
    tl_buf_add_format(out, "</%.*s%s>", TL_STR_ARGS(read->prefix), name);
}

/* "<w:r><w:rPr>…</w:rPr><w:t …>" */
static void
open_run(const reading *read, tl_buf *out, tl_range properties, const char *text)
{
    tl_str p = read->prefix;
    tl_buf_add_format(out, "<%.*sr>", TL_STR_ARGS(p));
    tl_buf_add(out, bytes_of(read, properties));
    tl_buf_add_format(out, "<%.*s%s xml:space=\"preserve\">", TL_STR_ARGS(p), text);
}

static void
close_run(const reading *read, tl_buf *out, const char *text)
{
    tl_str p = read->prefix;
    tl_buf_add_format(out, "</%.*s%s></%.*sr>", TL_STR_ARGS(p), text, TL_STR_ARGS(p));
}

static void
put(reading *read, uint32_t at, tl_buf *text)
{
    tl_arena *arena = &read->tracking->document->arena;
    tl_tracking_add(read->tracking, (tl_range){at, at}, tl_arena_copy(arena, tl_buf_str(text)));
    tl_buf_clear(text);
}

/* The same start-tag again, but for its number. */
static void
reopen_insertion(reading *read, tl_range insertion, tl_buf *out)
{
    tl_str tag = bytes_of(read, insertion), name = TL_STR(":id=\"");
    size_t begin = tl_str_find(tag, name, 0) + name.len;
    size_t end = tl_str_find_byte(tag, '"', begin);
    if (end < tag.len) {
        tl_buf_add(out, tl_str_slice(tag, 0, begin));
        tl_buf_add_format(out, "%lu", ++read->id);
        tl_buf_add(out, tl_str_slice(tag, end, tag.len));
    } else {
        tl_buf_add(out, tag);
    }
}

/* The new text looks as the old one begins. It is no part of what somebody else has inserted. */
static void
add_insertion(reading *read, const cut *last, tl_buf *out)
{
    const cut *first = last;
    while (first > read->cuts && first[-1].change == first->change) {
        first--;
    }
    bool is_within = last->insertion.begin < last->insertion.end;
    if (is_within) {
        close_mark(read, out, "ins");
    }
    open_mark(read, out, "ins");
    open_run(read, out, first->properties, "t");
    tl_xml_escape(read->tracking->changes[last->change].text, out);
    close_run(read, out, "t");
    close_mark(read, out, "ins");
    if (is_within) {
        reopen_insertion(read, last->insertion, out);
    }
}

static void
mark_cut(reading *read, const cut *item)
{
    tl_buf before = {0}, behind = {0};
    bool is_last = item + 1 == read->cuts + read->count || item[1].change != item->change;
    close_run(read, &before, "t");
    open_mark(read, &before, "del");
    open_run(read, &before, item->properties, "delText");
    put(read, item->range.begin, &before);
    close_run(read, &behind, "delText");
    close_mark(read, &behind, "del");
    if (is_last) {
        add_insertion(read, item, &behind);
    }
    open_run(read, &behind, item->properties, "t");
    put(read, item->range.end, &behind);
}

/* Text that is cut may end with a space, which counts in Word only if that is said. */
static void
keep_space(reading *read, const cut *item)
{
    tl_str tag = bytes_of(read, item->tag);
    if (tl_str_find(tag, TL_STR("space"), 0) == tag.len) {
        uint32_t end = item->tag.end - 1;
        tl_tracking_add(read->tracking, (tl_range){end, end}, TL_STR(" xml:space=\"preserve\""));
    }
}

static void
mark_all(reading *read)
{
    uint32_t tagged = 0;
    for (size_t i = 0; i < read->count; i++) {
        const cut *item = &read->cuts[i];
        if (read->tracking->is_refused[item->change]) {
            continue;
        }
        if (item->tag.end > tagged) {
            tagged = item->tag.end;
            keep_space(read, item);
        }
        mark_cut(read, item);
    }
}

bool
tl_docx_track(tl_tracking *tracking, tl_error *error)
{
    static const tl_xml_listener listener = {
        .start = on_start, .end = on_end, .refuses_doctype = true};
    reading read = {.tracking = tracking};
    bool ok = tl_xml_read(tracking->document, &listener, &read, error);
    if (ok && read.count && read.prefix.len == 0) {
        ok = tl_error_set(error, "%.*s: elements without a prefix, in which no change is tracked",
                          TL_STR_ARGS(tracking->document->source->name));
    }
    if (ok) {
        mark_all(&read);
    }
    free(read.cuts);
    return ok;
}
