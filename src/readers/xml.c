/* SPDX-License-Identifier: MPL-2.0 */
/* What base/xml.h leaves to those who read documents: the stack of open elements with what they
 * hand down, and for each run of characters whether it is the very bytes of the file. Knows no
 * vocabulary. Invariant: frames[1] to frames[depth] are the open elements, frames[0] is what holds
 * outside of the root. */
#include "readers/xml.h"

#include "base/alloc.h"
#include "base/buf.h"

enum {
    FIRST_PIECE = 64 * 1024, /* bytes handed on at once, while the parser gets on */
    LAST_PIECE = 1 << 30,
    FREE_EXPANSION = 1024 * 1024, /* of entities, whatever the size of the file */
};

typedef struct frame {
    tl_str language; /* in the document's arena */
    tl_range tag;    /* the start-tag */
    bool keeps_space;
} frame;

typedef struct reading {
    tl_xml *xml;
    tl_document *document;
    const tl_xml_listener *listener;
    void *context;
    const char *fault; /* what is wrong although the XML is well-formed */
    size_t expanded;   /* bytes of text that references stood for */
    uint32_t depth;
    frame frames[TL_XML_MAX_DEPTH + 1];
} reading;

bool
tl_element_is(const tl_element *element, const char *name)
{
    return tl_str_equal(element->name, tl_str_from(name));
}

/* A string without a pointer: there is no such attribute. */
static tl_str
value_of(tl_xml_attributes attributes, const char *name)
{
    for (; attributes && attributes[0]; attributes += 2) {
        if (strcmp(attributes[0], name) == 0) {
            return tl_str_from(attributes[1]);
        }
    }
    return (tl_str){NULL, 0};
}

tl_str
tl_element_value(const tl_element *element, const char *name)
{
    return value_of(element->attributes, name);
}

void
tl_run_add(const tl_run *run, tl_builder *builder)
{
    if (run->verbatim) {
        tl_builder_add(builder, run->source);
    } else {
        tl_builder_add_as(builder, run->text, run->source);
    }
}

static tl_range
range_here(const reading *read)
{
    tl_xml_span span = tl_xml_span_here(read->xml);
    return (tl_range){(uint32_t)span.begin, (uint32_t)span.end};
}

static void
stop(reading *read, const char *fault)
{
    read->fault = fault;
    tl_xml_stop(read->xml);
}

static tl_element
element_of(const reading *read, tl_str name, tl_range tag)
{
    const frame *top = &read->frames[read->depth];
    return (tl_element){
        .name = name,
        .depth = read->depth,
        .language = top->language,
        .keeps_space = top->keeps_space,
        .tag = tag,
    };
}

static void
open_frame(reading *read, tl_xml_attributes attributes)
{
    const frame *outer = &read->frames[read->depth++];
    frame *inner = &read->frames[read->depth];
    *inner = *outer;
    inner->tag = range_here(read);
    tl_str language = value_of(attributes, "xml:lang"), space = value_of(attributes, "xml:space");
    if (language.ptr && !tl_str_equal(language, outer->language)) {
        inner->language = tl_arena_copy(&read->document->arena, language);
    }
    if (space.ptr) {
        inner->keeps_space = tl_str_equal(space, TL_STR("preserve"));
    }
}

static void
on_begin(void *context, tl_str name, tl_xml_attributes attributes)
{
    reading *read = context;
    open_frame(read, attributes);
    if (read->listener->start) {
        tl_element element = element_of(read, name, read->frames[read->depth].tag);
        element.attributes = attributes;
        read->listener->start(read->context, &element);
    }
}

static void
on_end(void *context, tl_str name)
{
    reading *read = context;
    if (read->listener->end) {
        tl_range tag = range_here(read);
        bool is_empty_element = tag.begin == tag.end;
        tl_element element =
            element_of(read, name, is_empty_element ? read->frames[read->depth].tag : tag);
        read->listener->end(read->context, &element);
    }
    read->depth--;
}

/* Entities may not make much out of little: expat's own limit leaves room for a hundred times the
 * file. */
static bool
is_too_much(reading *read, tl_str text)
{
    read->expanded += text.len;
    return read->expanded > FREE_EXPANSION + 2 * read->document->source->bytes.len;
}

static bool
is_line_end(tl_str bytes)
{
    return tl_str_equal(bytes, TL_STR("\r\n")) || tl_str_equal(bytes, TL_STR("\r"));
}

static void
on_text(void *context, tl_str text)
{
    reading *read = context;
    tl_range source = range_here(read);
    tl_str bytes = tl_str_at(read->document->source->bytes, source);
    tl_run run = {.text = is_line_end(bytes) ? bytes : text, .source = source};
    run.verbatim = tl_str_equal(run.text, bytes);
    if (run.verbatim && tl_xml_is_in_cdata(read->xml)) {
        tl_source_add_raw(read->document->source, source);
    }
    if (!run.verbatim && is_too_much(read, run.text)) {
        stop(read, "entities that stand for far more text than the file has");
    } else if (read->listener->text) {
        read->listener->text(read->context, &run);
    }
}

static void
on_entity(void *context)
{
    on_text(context, TL_STR("\xEF\xBF\xBC"));
}

static void
on_comment(void *context)
{
    reading *read = context;
    tl_range source = range_here(read);
    tl_str text = tl_str_at(read->document->source->bytes, source);
    if (tl_str_starts_with(text, TL_STR("<!--"))) { /* not from within an entity */
        text = tl_str_slice(text, strlen("<!--"), text.len - strlen("-->"));
        read->listener->comment(read->context, text, source);
    }
}

static void
on_doctype(void *context)
{
    stop(context, "a document type declaration, which has no place in this format");
}

/* The name in a start-tag, as the file has it. */
static tl_str
name_in_tag(tl_str tag)
{
    size_t end = 1;
    while (end < tag.len && strchr(" \t\r\n/>", tag.ptr[end]) == NULL) {
        end++;
    }
    return tl_str_slice(tag, 1, end);
}

/* Says what is wrong, where, and of a document that is not well-formed what is still open there. */
static void
tell(reading *read, const tl_error *cause, tl_error *error)
{
    tl_source *source = read->document->source;
    uint32_t offset = (uint32_t)tl_xml_here(read->xml).offset;
    tl_position at = tl_source_position(source, offset, TL_COLUMNS_CODE_POINTS);
    tl_buf open = {0};
    if (read->fault == NULL && read->depth > 0) {
        tl_range tag = read->frames[read->depth].tag;
        tl_position from = tl_source_position(source, tag.begin, TL_COLUMNS_CODE_POINTS);
        tl_buf_add_format(&open, "; <%.*s> of line %u is open there",
                          TL_STR_ARGS(name_in_tag(tl_str_at(source->bytes, tag))), from.line);
    }
    tl_error_set(error, "%.*s: line %u, column %u: %s%.*s", TL_STR_ARGS(source->name), at.line,
                 at.column, read->fault ? read->fault : cause->message, TL_STR_ARGS(open));
    tl_buf_clear(&open);
}

/* Hands the text over in pieces, which grow while one token is not complete, because the parser
 * looks at the whole token again each time. */
static bool
feed(reading *read, tl_error *cause)
{
    tl_str rest = read->document->source->bytes;
    size_t size = FIRST_PIECE, reached = 0;
    do {
        tl_str piece = tl_str_slice(rest, 0, size);
        rest = tl_str_slice(rest, piece.len, rest.len);
        if (!tl_xml_feed(read->xml, piece, rest.len == 0, cause)) {
            return false;
        }
        size_t at = tl_xml_span_here(read->xml).begin;
        size = at > reached ? FIRST_PIECE : size < LAST_PIECE ? size * 2 : size;
        reached = at;
    } while (rest.len > 0);
    return true;
}

bool
tl_xml_read(tl_document *document, const tl_xml_listener *listener, void *context, tl_error *error)
{
    const tl_xml_events events = {
        .begin = on_begin,
        .text = on_text,
        .end = on_end,
        .entity = on_entity,
        .comment = listener->comment ? on_comment : NULL,
        .doctype = listener->refuses_doctype ? on_doctype : NULL,
        .is_utf8 = true,
    };
    reading *read = tl_alloc_zero(1, sizeof *read);
    *read = (reading){.document = document, .listener = listener, .context = context};
    read->xml = tl_xml_new(&events, read);
    tl_error cause = {0};
    bool ok = feed(read, &cause);
    if (!ok) {
        tell(read, &cause, error);
    }
    tl_error_clear(&cause);
    tl_xml_free(read->xml);
    free(read);
    return ok;
}
