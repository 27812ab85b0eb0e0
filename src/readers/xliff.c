/* SPDX-License-Identifier: MPL-2.0 */
/* XLIFF 1.2 (OASIS, 2008) and 2.0 to 2.2, which share most names, and what SDL, memoQ and Memsource
 * add to 1.2. Pairs are what a source and a target mark as the same segment, else the whole of
 * both. Texts in other places (alternative translations, matches, notes, skeletons) are not the
 * document's own. Knows no module, no profile; what no version has is passed over. */
#include "readers/inline.h"
#include "readers/readers.h"
#include "readers/unit_parts.h"
#include "readers/xml_syntax.h"

#include "base/alloc.h"
#include "base/map.h"

#include <stdlib.h>

/* What an open element is. */
typedef enum kind {
    KIND_OTHER,   /* outside of units: to be looked into */
    KIND_UNIT,    /* trans-unit, unit */
    KIND_SEGMENT, /* of XLIFF 2 */
    KIND_STATES,  /* sdl:seg-defs */
    KIND_SIDE,    /* source, seg-source, target */
    KIND_MARKED,  /* a marked segment of a side */
    KIND_INLINE,  /* other text in a side */
    KIND_CODE,    /* native code in a side */
    KIND_NESTED,  /* a text in native code */
    KIND_SKIPPED, /* nothing in it is looked at */
} kind;

typedef struct level {
    kind kind;
    bool translates;
} level;

/* A unit of XLIFF 1.2 or a segment of XLIFF 2: what has a source and a target. */
typedef struct unit {
    tl_str id;
    bool is_translated, has_marked_source, has_whole_target;
    tl_map untranslated; /* marks of segments that SDL says are not translated */
} unit;

/* The source, seg-source or target at hand. */
typedef struct side {
    tl_part part; /* to be */
    bool may_have_marks, has_marks;
    uint32_t nested;     /* how many texts in codes there were */
    tl_str protected_by; /* the id of an <sm> that forbids translation and is not ended yet */
    bool is_protected;
} side;

typedef struct xliff {
    tl_document *document;
    tl_unit_builder builder, nested;
    tl_parts parts;
    bool is_xliff;
    tl_str source_language, target_language;
    tl_str element_id; /* of the trans-unit or unit at hand */
    uint32_t element_begin;
    size_t comment, comment_behind; /* those that stand before it */
    unit unit;
    side side;
    uint32_t depth; /* of the innermost open element */
    level levels[TL_XML_MAX_DEPTH + 1];
} xliff;

static tl_str
copy_value(xliff *x, const tl_element *element, const char *attribute)
{
    return tl_arena_copy(&x->document->arena, tl_element_value(element, attribute));
}

static bool
has_value(const tl_element *element, const char *attribute, const char *value)
{
    return tl_str_equal(tl_element_value(element, attribute), tl_str_from(value));
}

static void
set_language(xliff *x, const tl_element *element, const char *attribute, tl_str *language)
{
    if (tl_element_value(element, attribute).len > 0) {
        *language = copy_value(x, element, attribute);
    }
}

static kind
begin_unit(xliff *x, const tl_element *element)
{
    x->element_id = copy_value(x, element, "id");
    x->element_begin = element->tag.begin;
    x->comment_behind = x->document->comment_count;
    x->unit = (unit){
        .id = x->element_id,
        .is_translated = !has_value(element, "mq:status", "NotStarted"),
    };
    return KIND_UNIT;
}

static kind
begin_outside(xliff *x, const tl_element *element)
{
    if (tl_element_is(element, "trans-unit") || tl_element_is(element, "unit")) {
        return begin_unit(x, element);
    }
    if (tl_element_is(element, "xliff")) {
        x->is_xliff = x->is_xliff || element->depth == 1;
        set_language(x, element, "srcLang", &x->source_language);
        set_language(x, element, "trgLang", &x->target_language);
        return KIND_OTHER;
    }
    if (tl_element_is(element, "file")) {
        set_language(x, element, "source-language", &x->source_language);
        set_language(x, element, "target-language", &x->target_language);
        return KIND_OTHER;
    }
    bool may_hold_units = tl_element_is(element, "body") || tl_element_is(element, "group");
    return may_hold_units ? KIND_OTHER : KIND_SKIPPED;
}

/* The target's state in XLIFF 1.2; a translation that wants review is one. */
static bool
is_not_translated_yet(const tl_element *target)
{
    return has_value(target, "state", "new") || has_value(target, "state", "needs-translation") ||
           has_value(target, "state", "needs-l10n");
}

static void
open_side(xliff *x, const tl_element *element, tl_side which)
{
    tl_str language = which == TL_SIDE_SOURCE ? x->source_language : x->target_language;
    set_language(x, element, "xml:lang", &language);
    x->side = (side){
        .part = {.side = which, .id = x->unit.id, .language = language},
        .may_have_marks = !tl_element_is(element, "source"),
    };
}

/* What the whole source has as well. */
static void
drop_parts(xliff *x)
{
    for (size_t i = 0; i < x->parts.count; i++) {
        x->parts.items[i].side = TL_SIDE_NONE;
    }
}

static kind
begin_side(xliff *x, const tl_element *element, bool translates)
{
    bool is_seg_source = tl_element_is(element, "seg-source");
    bool is_target = tl_element_is(element, "target");
    bool is_side = is_target || is_seg_source || tl_element_is(element, "source");
    bool is_wanted = !is_target || (x->unit.is_translated && !is_not_translated_yet(element));
    if (!is_side || !translates || !is_wanted) {
        return KIND_SKIPPED;
    }
    if (is_seg_source) {
        drop_parts(x);
        x->unit.has_marked_source = true;
    }
    open_side(x, element, is_target ? TL_SIDE_TARGET : TL_SIDE_SOURCE);
    return KIND_SIDE;
}

static kind
begin_segment(xliff *x, const tl_element *element)
{
    tl_str id = tl_element_value(element, "id");
    x->unit.id = id.len == 0 ? x->element_id
                             : tl_arena_format(&x->document->arena, "%.*s/%.*s",
                                               TL_STR_ARGS(x->element_id), TL_STR_ARGS(id));
    x->unit.is_translated = !has_value(element, "state", "initial");
    return KIND_SEGMENT;
}

static kind
begin_in_unit(xliff *x, const tl_element *element, bool translates)
{
    if (tl_element_is(element, "segment")) {
        return begin_segment(x, element);
    }
    return tl_element_is(element, "seg-defs") ? KIND_STATES : begin_side(x, element, translates);
}

static kind
begin_state(xliff *x, const tl_element *element)
{
    tl_str confirmed = tl_element_value(element, "conf");
    if (confirmed.len == 0 || tl_str_equal(confirmed, TL_STR("Unspecified"))) {
        tl_map_add(&x->unit.untranslated, copy_value(x, element, "id"), x);
    }
    return KIND_SKIPPED;
}

/* What stands between marked segments is white space. */
static kind
begin_marked(xliff *x, const tl_element *element)
{
    tl_arena *arena = &x->document->arena;
    tl_part *part = &x->side.part;
    tl_unit_builder_drop(&x->builder);
    x->side.has_marks = true;
    part->key = copy_value(x, element, "mid");
    part->id =
        tl_arena_format(arena, "%.*s/%.*s", TL_STR_ARGS(x->element_id), TL_STR_ARGS(part->key));
    return KIND_MARKED;
}

/* <sm> and <em> are the ends of an annotation that cannot be an element. */
static void
switch_protection(xliff *x, const tl_element *element)
{
    side *s = &x->side;
    if (tl_element_is(element, "sm") && has_value(element, "translate", "no") && !s->is_protected) {
        s->is_protected = true;
        s->protected_by = copy_value(x, element, "id");
        tl_builder_add_object(&x->builder.text, element->tag);
    } else if (tl_element_is(element, "em") &&
               tl_str_equal(tl_element_value(element, "startRef"), s->protected_by)) {
        s->is_protected = false;
    }
}

static kind
begin_inline(xliff *x, const tl_element *element, kind outer)
{
    if (outer != KIND_NESTED && x->side.may_have_marks && tl_element_is(element, "mrk") &&
        has_value(element, "mtype", "seg")) {
        return begin_marked(x, element);
    }
    switch_protection(x, element);
    if (x->side.is_protected) {
        return KIND_INLINE;
    }
    switch (tl_inline_begin(element, outer == KIND_NESTED ? &x->nested : &x->builder)) {
    case TL_INLINE_TEXT: return outer == KIND_NESTED ? KIND_NESTED : KIND_INLINE;
    case TL_INLINE_CODE: return outer == KIND_NESTED ? KIND_SKIPPED : KIND_CODE;
    default: return KIND_SKIPPED;
    }
}

static kind
begin_element(xliff *x, const tl_element *element, const level *outer, bool translates)
{
    switch (outer->kind) {
    case KIND_OTHER: return begin_outside(x, element);
    case KIND_UNIT: return begin_in_unit(x, element, translates);
    case KIND_SEGMENT: return begin_side(x, element, translates);
    case KIND_STATES: return begin_state(x, element);
    case KIND_CODE: return tl_element_is(element, "sub") ? KIND_NESTED : KIND_CODE;
    case KIND_SKIPPED: return KIND_SKIPPED;
    default: return begin_inline(x, element, outer->kind);
    }
}

static void
end_nested(xliff *x)
{
    tl_part part = x->side.part;
    part.key =
        tl_arena_format(&x->document->arena, "\n%.*s\n%u", TL_STR_ARGS(part.key), ++x->side.nested);
    tl_parts_end_text(&x->parts, &x->nested, &part);
}

static void
end_side(xliff *x)
{
    if (x->side.has_marks) {
        tl_unit_builder_drop(&x->builder);
        return;
    }
    x->unit.has_whole_target = x->unit.has_whole_target || x->side.part.side == TL_SIDE_TARGET;
    tl_parts_end_text(&x->parts, &x->builder, &x->side.part);
}

/* Drops what SDL says is not translated. If only the source is marked, all of it is one. */
static void
reconcile_parts(xliff *x)
{
    bool is_whole = x->unit.has_marked_source && x->unit.has_whole_target;
    for (size_t i = 0; i < x->parts.count; i++) {
        tl_part *part = &x->parts.items[i];
        if (part->side == TL_SIDE_TARGET && tl_map_get(&x->unit.untranslated, part->key)) {
            part->side = TL_SIDE_NONE;
        }
        if (is_whole && !tl_str_starts_with(part->key, TL_STR("\n"))) {
            part->key = (tl_str){NULL, 0};
        }
    }
}

/* What a directive before the element covers is all of it. */
static void
end_unit(xliff *x, uint32_t end)
{
    reconcile_parts(x);
    tl_parts_settle(&x->parts, x->document);
    tl_map_clear(&x->unit.untranslated);
    for (size_t i = x->comment; i < x->comment_behind; i++) {
        x->document->comments[i].next = (tl_range){x->element_begin, end};
    }
    x->comment = x->document->comment_count;
}

static void
on_start(void *context, const tl_element *element)
{
    xliff *x = context;
    const level *outer = &x->levels[element->depth - 1];
    bool translates = has_value(element, "translate", "yes") ||
                      (outer->translates && !has_value(element, "translate", "no"));
    kind begun = begin_element(x, element, outer, translates);
    x->levels[element->depth] = (level){.kind = begun, .translates = translates};
    x->depth = element->depth;
}

static void
on_end(void *context, const tl_element *element)
{
    xliff *x = context;
    x->depth = element->depth - 1;
    switch (x->levels[element->depth].kind) {
    case KIND_UNIT: end_unit(x, element->tag.end); break;
    case KIND_SEGMENT: tl_parts_settle(&x->parts, x->document); break;
    case KIND_SIDE: end_side(x); break;
    case KIND_MARKED: tl_parts_end_text(&x->parts, &x->builder, &x->side.part); break;
    case KIND_NESTED:
        if (x->levels[x->depth].kind == KIND_CODE) {
            end_nested(x);
        }
        break;
    default: break;
    }
}

static void
on_text(void *context, const tl_run *run)
{
    xliff *x = context;
    kind here = x->levels[x->depth].kind;
    if (here == KIND_NESTED) {
        tl_unit_builder_add_run(&x->nested, run);
    } else if (!x->side.is_protected &&
               (here == KIND_SIDE || here == KIND_MARKED || here == KIND_INLINE)) {
        tl_unit_builder_add_run(&x->builder, run);
    }
}

static void
on_comment(void *context, tl_str text, tl_range source)
{
    (void)text;
    const xliff *x = context;
    tl_document_add_comment(x->document, source);
}

static const tl_xml_listener listener = {
    .start = on_start,
    .end = on_end,
    .text = on_text,
    .comment = on_comment,
};

static bool
read_elements(xliff *x, tl_error *error)
{
    if (!tl_xml_read(x->document, &listener, x, error)) {
        return false;
    }
    return x->is_xliff ||
           tl_error_set(error, "%.*s: XML of another kind, want a root element <xliff>",
                        TL_STR_ARGS(x->document->source->name));
}

static bool
read_xliff(tl_document *document, tl_error *error)
{
    xliff *x = tl_alloc_zero(1, sizeof *x);
    x->document = document;
    x->levels[0].translates = true;
    tl_unit_builder_init(&x->builder, document);
    tl_unit_builder_init(&x->nested, document);
    bool ok = read_elements(x, error);
    tl_unit_builder_clear(&x->builder);
    tl_unit_builder_clear(&x->nested);
    tl_parts_clear(&x->parts);
    tl_map_clear(&x->unit.untranslated);
    free(x);
    return ok;
}

const tl_reader tl_reader_xliff = {
    .id = "xliff",
    .summary = "XLIFF 1.2 and 2.x, also as SDL, memoQ and Memsource write it",
    .extensions = (const char *const[]){"xlf", "xliff", "sdlxliff", "mqxliff", "mxliff", NULL},
    .comment = {.open = "<!-- ", .close = " -->"},
    .declared_encoding = tl_xml_declared_encoding,
    .escape = tl_xml_escape,
    .read = read_xliff,
};
