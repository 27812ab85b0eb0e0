/* SPDX-License-Identifier: MPL-2.0 */
/* TMX 1.4b (LISA, 2005) and its predecessors. Of the variants of a unit the one in the source
 * language is the source, all others are translations of it, or only those in the two languages
 * that are wanted. Which is which is known at the end of a unit. Where any language may be the
 * source, that of the first variant is it, and no unit has more than two. Notes and properties are
 * not read. */
#include "readers/inline.h"
#include "readers/readers.h"
#include "readers/unit_parts.h"
#include "readers/xml_syntax.h"

#include "base/alloc.h"
#include "text/script.h"

#include <stdlib.h>

/* What an open element is. */
typedef enum kind {
    KIND_OTHER, /* tmx, body */
    KIND_UNIT,
    KIND_VARIANT,
    KIND_TEXT,   /* seg, or what is text in it */
    KIND_CODE,   /* native code in a text */
    KIND_NESTED, /* a text in native code */
    KIND_SKIPPED,
} kind;

typedef struct tmx {
    tl_document *document;
    tl_unit_builder builder, nested;
    tl_parts parts;
    bool is_tmx;
    tl_str file_language, source_language; /* of the header; of the unit */
    tl_str first_language;                 /* of the first variant */
    size_t open_languages; /* of a unit that has more than two and no source language */
    uint32_t unit_begin;
    size_t comment, comment_behind; /* those that stand before the unit */
    tl_part part;                   /* to be */
    uint32_t nested_count;
    uint32_t depth; /* of the innermost open element */
    kind kinds[TL_XML_MAX_DEPTH + 1];
} tmx;

static tl_str
copy_value(tmx *t, const tl_element *element, const char *attribute)
{
    return tl_arena_copy(&t->document->arena, tl_element_value(element, attribute));
}

static kind
begin_outside(tmx *t, const tl_element *element)
{
    if (tl_element_is(element, "tmx")) {
        t->is_tmx = t->is_tmx || element->depth == 1;
        return KIND_OTHER;
    }
    if (tl_element_is(element, "header")) {
        t->file_language = copy_value(t, element, "srclang");
        return KIND_SKIPPED;
    }
    if (!tl_element_is(element, "tu")) {
        return tl_element_is(element, "body") ? KIND_OTHER : KIND_SKIPPED;
    }
    t->unit_begin = element->tag.begin;
    t->comment_behind = t->document->comment_count;
    t->source_language = copy_value(t, element, "srclang");
    t->part = (tl_part){.side = TL_SIDE_TARGET, .id = copy_value(t, element, "tuid")};
    return KIND_UNIT;
}

/* The attribute was without its prefix until TMX 1.2. */
static kind
begin_variant(tmx *t, const tl_element *element)
{
    if (!tl_element_is(element, "tuv")) {
        return KIND_SKIPPED;
    }
    bool has_prefix = tl_element_value(element, "xml:lang").len > 0;
    t->part.language = copy_value(t, element, has_prefix ? "xml:lang" : "lang");
    t->nested_count = 0;
    return KIND_VARIANT;
}

static kind
begin_inline(tmx *t, const tl_element *element, kind outer)
{
    switch (tl_inline_begin(element, outer == KIND_NESTED ? &t->nested : &t->builder)) {
    case TL_INLINE_TEXT: return outer;
    case TL_INLINE_CODE: return outer == KIND_NESTED ? KIND_SKIPPED : KIND_CODE;
    default: return KIND_SKIPPED;
    }
}

static kind
begin_element(tmx *t, const tl_element *element, kind outer)
{
    switch (outer) {
    case KIND_OTHER: return begin_outside(t, element);
    case KIND_UNIT: return begin_variant(t, element);
    case KIND_VARIANT: return tl_element_is(element, "seg") ? KIND_TEXT : KIND_SKIPPED;
    case KIND_TEXT:
    case KIND_NESTED: return begin_inline(t, element, outer);
    case KIND_CODE: return tl_element_is(element, "sub") ? KIND_NESTED : KIND_CODE;
    case KIND_SKIPPED: break;
    }
    return KIND_SKIPPED;
}

static void
end_nested(tmx *t)
{
    tl_part part = t->part;
    part.key = tl_arena_format(&t->document->arena, "%u", ++t->nested_count);
    tl_parts_end_text(&t->parts, &t->nested, &part);
}

/* How well a language answers to what is asked for: 2 the same, 1 the same but for the country. */
static int
likeness(tl_str language, tl_str asked)
{
    if (tl_str_equal_ascii_nocase(language, asked)) {
        return 2;
    }
    return tl_str_equal_ascii_nocase(tl_language_primary(language), tl_language_primary(asked));
}

/* The variant that answers best to the language, the first of equals; NULL: none does. */
static const tl_part *
find_variant(const tmx *t, tl_str asked)
{
    const tl_part *best = NULL;
    int best_likeness = 0;
    for (size_t i = 0; i < t->parts.count; i++) {
        int like = likeness(t->parts.items[i].language, asked);
        if (like > best_likeness) {
            best = &t->parts.items[i];
            best_likeness = like;
        }
    }
    return best;
}

static size_t
count_languages(const tmx *t)
{
    size_t count = 0;
    for (size_t i = 0; i < t->parts.count; i++) {
        size_t k = 0;
        while (k < i && !likeness(t->parts.items[k].language, t->parts.items[i].language)) {
            k++;
        }
        count += k == i;
    }
    return count;
}

/* "*all*": any of the variants may be the source. */
static const tl_part *
find_source(tmx *t)
{
    enum { PAIR = 2 };
    tl_str asked = t->document->wanted.source;
    asked = asked.len ? asked : t->source_language.len ? t->source_language : t->file_language;
    if (asked.len > 0 && !tl_str_equal(asked, TL_STR("*all*"))) {
        return find_variant(t, asked);
    }
    size_t languages = count_languages(t);
    t->open_languages = languages > PAIR ? languages : t->open_languages;
    t->first_language = t->first_language.len ? t->first_language : t->parts.items->language;
    const tl_part *first = find_variant(t, t->first_language);
    return first ? first : t->parts.items;
}

static bool
is_in(const tl_part *part, const tl_part *variant)
{
    return variant && tl_str_equal(part->language, variant->language);
}

static void
set_sides(tmx *t)
{
    tl_str wanted = t->document->wanted.target;
    const tl_part *source = find_source(t), *target = find_variant(t, wanted);
    for (size_t i = 0; i < t->parts.count; i++) {
        tl_part *part = &t->parts.items[i];
        if (is_in(part, source)) {
            part->side = TL_SIDE_SOURCE;
        } else if (wanted.len > 0 && !is_in(part, target)) {
            part->side = TL_SIDE_NONE;
        }
    }
}

/* What a directive before the unit covers is all of it. */
static void
end_unit(tmx *t, uint32_t end)
{
    if (t->parts.count > 0) {
        set_sides(t);
    }
    tl_parts_settle(&t->parts, t->document);
    for (size_t i = t->comment; i < t->comment_behind; i++) {
        t->document->comments[i].next = (tl_range){t->unit_begin, end};
    }
    t->comment = t->document->comment_count;
}

static void
on_start(void *context, const tl_element *element)
{
    tmx *t = context;
    t->kinds[element->depth] = begin_element(t, element, t->kinds[element->depth - 1]);
    t->depth = element->depth;
}

static void
on_end(void *context, const tl_element *element)
{
    tmx *t = context;
    t->depth = element->depth - 1;
    kind ended = t->kinds[element->depth], outer = t->kinds[t->depth];
    if (ended == KIND_UNIT) {
        end_unit(t, element->tag.end);
    } else if (ended == KIND_TEXT && outer == KIND_VARIANT) {
        tl_parts_end_text(&t->parts, &t->builder, &t->part);
    } else if (ended == KIND_NESTED && outer == KIND_CODE) {
        end_nested(t);
    }
}

static void
on_text(void *context, const tl_run *run)
{
    tmx *t = context;
    if (t->kinds[t->depth] == KIND_TEXT) {
        tl_unit_builder_add_run(&t->builder, run);
    } else if (t->kinds[t->depth] == KIND_NESTED) {
        tl_unit_builder_add_run(&t->nested, run);
    }
}

static void
on_comment(void *context, tl_str text, tl_range source)
{
    (void)text;
    const tmx *t = context;
    tl_document_add_comment(t->document, source);
}

static const tl_xml_listener listener = {
    .start = on_start,
    .end = on_end,
    .text = on_text,
    .comment = on_comment,
};

static bool
read_elements(tmx *t, tl_error *error)
{
    if (!tl_xml_read(t->document, &listener, t, error)) {
        return false;
    }
    if (t->open_languages) {
        return tl_error_set(error,
                            "%.*s: %zu languages in a unit and none of them the source language, "
                            "name two of them with --pair",
                            TL_STR_ARGS(t->document->source->name), t->open_languages);
    }
    return t->is_tmx || tl_error_set(error, "%.*s: XML of another kind, want a root element <tmx>",
                                     TL_STR_ARGS(t->document->source->name));
}

static bool
read_tmx(tl_document *document, tl_error *error)
{
    tmx *t = tl_alloc_zero(1, sizeof *t);
    t->document = document;
    tl_unit_builder_init(&t->builder, document);
    tl_unit_builder_init(&t->nested, document);
    bool ok = read_elements(t, error);
    tl_unit_builder_clear(&t->builder);
    tl_unit_builder_clear(&t->nested);
    tl_parts_clear(&t->parts);
    free(t);
    return ok;
}

const tl_reader tl_reader_tmx = {
    .id = "tmx",
    .summary = "translation memories: TMX",
    .extensions = (const char *const[]){"tmx", NULL},
    .comment = {.open = "<!-- ", .close = " -->"},
    .declared_encoding = tl_xml_declared_encoding,
    .escape = tl_xml_escape,
    .read = read_tmx,
};
