/* SPDX-License-Identifier: MPL-2.0 */
/* Markdown: CommonMark with the tables, strikethrough, task lists and autolinks of GFM, and front
 * matter. md4c finds the blocks and spans; the text that it hands over points into the source, and
 * where it does, the piece is verbatim. Line breaks, which it hands over as constants, are told by
 * what stands between their neighbours. Knows no code, no link targets: neither is text. */
#include "readers/encoding.h"
#include "readers/front_matter.h"
#include "readers/readers.h"
#include "readers/reference.h"

#include <md4c.h>

typedef struct markdown {
    tl_builder builder;
    tl_str bytes;      /* of the source */
    uint32_t text_end; /* where the last text of the block ended */
    bool is_broken;    /* a line break comes before the next text */
    bool is_link_begin;
    bool is_autolink;
    unsigned verbatim_blocks; /* open blocks that hold no text: code */
} markdown;

static bool
is_in_source(const markdown *m, const char *text)
{
    return (uintptr_t)text >= (uintptr_t)m->bytes.ptr &&
           (uintptr_t)text < (uintptr_t)m->bytes.ptr + m->bytes.len;
}

/* Where the text of a callback stands; behind the last one if it is a constant of the parser. */
static tl_range
place_of(const markdown *m, const char *text, MD_SIZE size)
{
    if (!is_in_source(m, text)) {
        return (tl_range){m->text_end, m->text_end};
    }
    uint32_t begin = (uint32_t)(text - m->bytes.ptr);
    return (tl_range){begin, begin + size};
}

static void
add_pending_break(markdown *m, uint32_t until)
{
    if (m->is_broken) {
        tl_builder_add_break(&m->builder, (tl_range){m->text_end, until});
        m->is_broken = false;
    }
}

/* <https://…> and <name@host> are links whose text is no text. */
static bool
opens_autolink(const markdown *m, tl_range range)
{
    return m->is_link_begin && range.begin > 0 && m->bytes.ptr[range.begin - 1] == '<';
}

static void
add_normal(markdown *m, tl_range range)
{
    m->is_autolink = m->is_autolink || opens_autolink(m, range);
    if (m->is_autolink) {
        tl_builder_add_object(&m->builder, range);
    } else {
        tl_builder_add(&m->builder, range);
    }
}

static void
add_reference(markdown *m, tl_range range)
{
    tl_str text = tl_str_at(m->bytes, range);
    tl_reference reference = tl_reference_at(text, 0, false);
    if (reference.length == text.len) {
        tl_builder_add_as(&m->builder, (tl_str){reference.text, reference.text_length}, range);
    } else {
        tl_builder_add(&m->builder, range);
    }
}

static int
take_text(MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *userdata)
{
    markdown *m = userdata;
    if (m->verbatim_blocks > 0) {
        return 0;
    }
    if (type == MD_TEXT_BR || type == MD_TEXT_SOFTBR) {
        m->is_broken = true;
        return 0;
    }
    tl_range range = place_of(m, text, size);
    add_pending_break(m, range.begin);
    switch (type) {
    case MD_TEXT_ENTITY: add_reference(m, range); break;
    case MD_TEXT_NORMAL: add_normal(m, range); break;
    case MD_TEXT_HTML: tl_document_add_comment(m->builder.document, range); break;
    default: tl_builder_add_object(&m->builder, range); break;
    }
    m->text_end = range.end;
    m->is_link_begin = false;
    return 0;
}

static void
end_segment(markdown *m)
{
    tl_builder_end(&m->builder);
    m->is_broken = false;
}

static tl_segment_role
role_of(MD_BLOCKTYPE type)
{
    switch (type) {
    case MD_BLOCK_H: return TL_ROLE_HEADING;
    case MD_BLOCK_TH:
    case MD_BLOCK_TD: return TL_ROLE_CELL;
    default: return TL_ROLE_PARAGRAPH;
    }
}

static int
enter_block(MD_BLOCKTYPE type, void *detail, void *userdata)
{
    (void)detail;
    markdown *m = userdata;
    end_segment(m);
    m->builder.role = role_of(type);
    m->verbatim_blocks += type == MD_BLOCK_CODE;
    return 0;
}

static int
leave_block(MD_BLOCKTYPE type, void *detail, void *userdata)
{
    (void)detail;
    markdown *m = userdata;
    end_segment(m);
    m->builder.role = TL_ROLE_PARAGRAPH;
    m->verbatim_blocks -= type == MD_BLOCK_CODE;
    return 0;
}

/* What stands in a picture's place is no part of the sentence around it. */
static void
separate_picture(markdown *m, MD_SPANTYPE type)
{
    if (type == MD_SPAN_IMG) {
        tl_builder_add_object(&m->builder, (tl_range){m->text_end, m->text_end});
    }
}

static int
enter_span(MD_SPANTYPE type, void *detail, void *userdata)
{
    (void)detail;
    markdown *m = userdata;
    separate_picture(m, type);
    m->is_link_begin = type == MD_SPAN_A;
    return 0;
}

static int
leave_span(MD_SPANTYPE type, void *detail, void *userdata)
{
    (void)detail;
    markdown *m = userdata;
    separate_picture(m, type);
    m->is_autolink = m->is_autolink && type != MD_SPAN_A;
    m->is_link_begin = false;
    return 0;
}

static bool
read_markdown(tl_document *document, tl_error *error)
{
    static const MD_PARSER parser = {
        .flags = MD_DIALECT_GITHUB,
        .enter_block = enter_block,
        .leave_block = leave_block,
        .enter_span = enter_span,
        .leave_span = leave_span,
        .text = take_text,
    };
    tl_source *source = document->source;
    if (!tl_source_check_utf8(source, error)) {
        return false;
    }
    markdown m = {.bytes = source->bytes};
    tl_builder_init(&m.builder, document);
    uint32_t begin = tl_front_matter_read(&m.builder, tl_source_text_begin(source));
    tl_str body = tl_str_slice(source->bytes, begin, source->bytes.len);
    bool ok = body.len == 0 || md_parse(body.ptr, (MD_SIZE)body.len, &parser, &m) == 0;
    tl_builder_clear(&m.builder);
    return ok || tl_error_set(error, "%.*s: not enough memory to read it as Markdown",
                              TL_STR_ARGS(source->name));
}

const tl_reader tl_reader_markdown = {
    .id = "markdown",
    .summary = "Markdown: CommonMark and GFM, front matter",
    .extensions = (const char *const[]){"md", "markdown", "mkd", "mdown", NULL},
    .read = read_markdown,
};
