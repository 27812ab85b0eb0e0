/* SPDX-License-Identifier: MPL-2.0 */
/* From the text that a file has for one side of a unit to a segment: what is no text is replaced,
 * piece by piece, and all others keep their places. */
#include "readers/unit.h"

#include "base/utf8.h"
#include "readers/message.h"
#include "text/capitals.h"
#include "text/script.h"

void
tl_unit_builder_init(tl_unit_builder *builder, tl_document *document)
{
    tl_builder_init(&builder->text, document);
    tl_builder_init(&builder->read, document);
}

void
tl_unit_builder_clear(tl_unit_builder *builder)
{
    tl_builder_clear(&builder->text);
    tl_builder_clear(&builder->read);
}

tl_str
tl_unit_builder_text(const tl_unit_builder *builder)
{
    return tl_buf_str(&builder->text.text);
}

void
tl_unit_builder_drop(tl_unit_builder *builder)
{
    builder->text.text.len = 0;
    builder->text.count = 0;
    builder->has_point = false;
}

static bool
is_of_word(uint32_t code_point)
{
    return tl_script_of(code_point) != TL_SCRIPT_NONE || (code_point >= '0' && code_point <= '9');
}

static bool
ends_in_word(tl_str text)
{
    size_t at = text.len;
    return at > 0 && is_of_word(tl_utf8_previous(text, &at));
}

static bool
begins_in_word(tl_str text)
{
    size_t at = 0;
    return text.len > 0 && is_of_word(tl_utf8_next(text, &at));
}

void
tl_unit_builder_add_point(tl_unit_builder *builder, tl_range source)
{
    if (!builder->has_point) {
        builder->point = source;
        builder->has_point = true;
    }
}

void
tl_unit_builder_add_run(tl_unit_builder *builder, const tl_run *run)
{
    if (builder->has_point && !ends_in_word(tl_unit_builder_text(builder)) &&
        !begins_in_word(run->text)) {
        tl_builder_add_object(&builder->text, builder->point);
    }
    builder->has_point = false;
    tl_run_add(run, &builder->text);
}

/* The pieces of the gathered text, to be walked through once from front to back. */
typedef struct walk {
    const tl_builder *from;
    size_t piece; /* the first that ends behind what has been walked */
} walk;

/* Adds a part of the text as it is, or, if `to` is NULL, passes it over. Returns the source bytes
 * from the first to the last of it. */
static tl_range
take(walk *w, tl_range part, tl_builder *to)
{
    tl_range all = {UINT32_MAX, 0};
    for (; w->piece < w->from->count; w->piece++) {
        const tl_piece *piece = &w->from->pieces[w->piece];
        if (piece->text.begin >= part.end) {
            break;
        }
        uint32_t begin = piece->text.begin > part.begin ? piece->text.begin : part.begin;
        uint32_t end = piece->text.end < part.end ? piece->text.end : part.end;
        tl_range source = piece->source;
        if (piece->verbatim) {
            source.begin += begin - piece->text.begin;
            source.end -= piece->text.end - end;
        }
        if (to && piece->verbatim) {
            tl_builder_add(to, source);
        } else if (to) {
            tl_str text = tl_buf_str(&w->from->text);
            tl_builder_add_as(to, tl_str_slice(text, begin, end), source);
        }
        all.begin = source.begin < all.begin ? source.begin : all.begin;
        all.end = source.end > all.end ? source.end : all.end;
        if (piece->text.end > part.end) {
            break;
        }
    }
    return all;
}

/* Adds the gathered text to `to` without what is no text. */
static void
read_message(const tl_builder *from, tl_marks *marks, tl_mark *mark, tl_builder *to)
{
    walk w = {.from = from};
    uint32_t at = 0;
    do {
        take(&w, (tl_range){at, mark->range.begin}, to);
        tl_range source = take(&w, mark->range, NULL);
        tl_builder_add_as(to, (tl_str){mark->text, mark->length}, source);
        at = mark->range.end;
    } while (tl_marks_next(marks, mark));
    take(&w, (tl_range){at, (uint32_t)from->text.len}, to);
}

static bool
has_letter(tl_str word)
{
    for (size_t at = 0; at < word.len;) {
        if (tl_script_of(tl_utf8_next(word, &at)) != TL_SCRIPT_NONE) {
            return true;
        }
    }
    return false;
}

/* True for a label in title case, in which capitals tell nothing: "Save As", "Edit Balance Sheet".
 * White space other than a blank between the words makes it a text. */
static bool
is_title(tl_str text)
{
    enum { LONGEST = 120 };
    size_t capitals = 0;
    tl_str word;
    if (text.len > LONGEST || tl_str_ends_with(text, TL_STR("."))) {
        return false;
    }
    while (tl_str_split(&text, ' ', &word)) {
        bool begins_high = tl_capitals_begin(word);
        if (!begins_high && has_letter(word) && !tl_capitals_stay_small(word)) {
            return false;
        }
        capitals += begins_high;
    }
    return capitals > 1;
}

void
tl_unit_builder_end(tl_unit_builder *builder, tl_side side, uint32_t unit, tl_str id)
{
    tl_document *document = builder->text.document;
    size_t first = document->count;
    tl_marks marks = tl_marks_in(tl_unit_builder_text(builder), builder->uses);
    tl_mark mark;
    if (tl_marks_next(&marks, &mark)) {
        builder->read.language = builder->text.language;
        read_message(&builder->text, &marks, &mark, &builder->read);
        tl_builder_end(&builder->read);
    } else {
        tl_builder_end(&builder->text);
    }
    tl_unit_builder_drop(builder);
    for (size_t i = first; i < document->count; i++) {
        document->segments[i].side = side;
        document->segments[i].unit = unit;
        document->segments[i].unit_id = id;
        document->segments[i].role =
            is_title(document->segments[i].text) ? TL_ROLE_HEADING : TL_ROLE_PARAGRAPH;
    }
}
