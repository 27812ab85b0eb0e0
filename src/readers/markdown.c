/* SPDX-License-Identifier: MPL-2.0 */
/* Markdown: CommonMark with the tables, strikethrough, task lists and autolinks of GFM, and front
 * matter. md4c finds the blocks and spans; the text that it hands over points into the source, and
 * where it does, the piece is verbatim. Line breaks, which it hands over as constants, are told by
 * what stands between their neighbours. Raw HTML goes to html_text.c. Code and the targets of links
 * are no text; the titles of links are segments behind all others. */
#include "readers/front_matter.h"
#include "readers/html_text.h"
#include "readers/markdown_comment.h"
#include "readers/readers.h"
#include "readers/reference.h"

#include "base/array.h"

#include <md4c.h>
#include <stdlib.h>

typedef struct markdown {
    tl_builder builder;
    tl_html_text html;
    tl_str bytes;      /* of the source */
    tl_str parsed;     /* the same, or what md4c is given in their stead */
    tl_buf masked;     /* owned: that */
    uint32_t text_end; /* where the last text of the block ended */
    bool is_broken;    /* a line break comes before the next text */
    bool is_link_begin;
    bool is_autolink;
    unsigned verbatim_blocks; /* open blocks that hold no text: code */
    tl_range raw;             /* HTML that is still to be read */
    tl_range *titles;         /* owned array: of links and pictures, one for each that has it */
    size_t title_count, title_capacity;
} markdown;

static bool
is_in_source(const markdown *m, const char *text)
{
    return (uintptr_t)text >= (uintptr_t)m->parsed.ptr &&
           (uintptr_t)text < (uintptr_t)m->parsed.ptr + m->parsed.len;
}

/* Where the text of a callback stands; behind the last one if it is a constant of the parser. */
static tl_range
place_of(const markdown *m, const char *text, MD_SIZE size)
{
    if (!is_in_source(m, text)) {
        return (tl_range){m->text_end, m->text_end};
    }
    uint32_t begin = (uint32_t)(text - m->parsed.ptr);
    return (tl_range){begin, begin + size};
}

static void
read_raw(markdown *m)
{
    if (m->raw.begin < m->raw.end) {
        tl_html_text_read(&m->html, m->raw);
        m->raw = (tl_range){0, 0};
    }
}

/* The mark of a quotation, say, stands between two lines of HTML. */
static void
add_break(markdown *m, tl_range range)
{
    tl_builder *builder = tl_html_text_builder(&m->html);
    if (builder) {
        tl_builder_add_break(builder, range);
    }
}

/* HTML comes line by line; a tag may go on in the next one. */
static void
gather_raw(markdown *m, tl_range range)
{
    tl_range between = {m->raw.end, range.begin};
    bool is_open = m->raw.begin < m->raw.end;
    if (!is_open || tl_str_trim(tl_str_at(m->bytes, between)).len > 0) {
        read_raw(m);
        m->raw.begin = range.begin;
    }
    if (is_open && m->raw.begin == range.begin) {
        add_break(m, between);
    }
    m->raw.end = range.end;
}

/* <https://…> and <name@host> are links whose text is no text. */
static bool
opens_autolink(const markdown *m, tl_range range)
{
    return m->is_link_begin && range.begin > 0 && m->bytes.ptr[range.begin - 1] == '<';
}

static void
add_normal(markdown *m, tl_builder *builder, tl_range range)
{
    m->is_autolink = m->is_autolink || opens_autolink(m, range);
    if (m->is_autolink) {
        tl_builder_add_object(builder, range);
    } else {
        tl_builder_add(builder, range);
    }
}

static void
add_reference(const markdown *m, tl_builder *builder, tl_range range)
{
    tl_str text = tl_str_at(m->bytes, range);
    tl_reference reference = tl_reference_at(text, 0, false);
    if (reference.length == text.len) {
        tl_builder_add_as(builder, (tl_str){reference.text, reference.text_length}, range);
    } else {
        tl_builder_add(builder, range);
    }
}

static void
add_text(markdown *m, MD_TEXTTYPE type, tl_range range)
{
    tl_builder *builder = tl_html_text_builder(&m->html);
    if (builder == NULL) {
        return;
    }
    if (m->is_broken) {
        tl_builder_add_break(builder, (tl_range){m->text_end, range.begin});
    }
    switch (type) {
    case MD_TEXT_ENTITY: add_reference(m, builder, range); break;
    case MD_TEXT_NORMAL: add_normal(m, builder, range); break;
    default: tl_builder_add_object(builder, range); break;
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
    if (type == MD_TEXT_HTML) {
        gather_raw(m, range);
    } else {
        read_raw(m);
        add_text(m, type, range);
        m->is_broken = false;
    }
    m->text_end = range.end;
    m->is_link_begin = false;
    return 0;
}

static void
end_segment(markdown *m)
{
    read_raw(m);
    tl_html_text_close_inline(&m->html);
    tl_html_text_end(&m->html);
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
    tl_html_text_set_role(&m->html, role_of(type));
    m->verbatim_blocks += type == MD_BLOCK_CODE;
    return 0;
}

static int
leave_block(MD_BLOCKTYPE type, void *detail, void *userdata)
{
    (void)detail;
    markdown *m = userdata;
    end_segment(m);
    tl_html_text_set_role(&m->html, TL_ROLE_PARAGRAPH);
    m->verbatim_blocks -= type == MD_BLOCK_CODE;
    return 0;
}

/* What stands in a picture's place is no part of the sentence around it. */
static void
separate_picture(markdown *m)
{
    tl_builder *builder = tl_html_text_builder(&m->html);
    if (builder) {
        tl_builder_add_object(builder, (tl_range){m->text_end, m->text_end});
    }
}

/* A title with escapes in it is no run of the source, and left out. */
static void
note_title(markdown *m, const MD_ATTRIBUTE *title)
{
    if (title->size > 0 && is_in_source(m, title->text)) {
        m->titles =
            tl_array_reserve(m->titles, &m->title_capacity, m->title_count + 1, sizeof *m->titles);
        m->titles[m->title_count++] = place_of(m, title->text, title->size);
    }
}

static int
enter_span(MD_SPANTYPE type, void *detail, void *userdata)
{
    markdown *m = userdata;
    read_raw(m);
    m->is_link_begin = type == MD_SPAN_A;
    if (type == MD_SPAN_A) {
        note_title(m, &((const MD_SPAN_A_DETAIL *)detail)->title);
    } else if (type == MD_SPAN_IMG) {
        note_title(m, &((const MD_SPAN_IMG_DETAIL *)detail)->title);
        separate_picture(m);
    }
    return 0;
}

static int
leave_span(MD_SPANTYPE type, void *detail, void *userdata)
{
    (void)detail;
    markdown *m = userdata;
    read_raw(m);
    m->is_autolink = m->is_autolink && type != MD_SPAN_A;
    m->is_link_begin = false;
    if (type == MD_SPAN_IMG) {
        separate_picture(m);
    }
    return 0;
}

static int
compare_ranges(const void *a, const void *b)
{
    uint32_t left = ((const tl_range *)a)->begin, right = ((const tl_range *)b)->begin;
    return (left > right) - (left < right);
}

/* Several links may refer to one title. */
static void
add_titles(markdown *m)
{
    m->builder.role = TL_ROLE_NOTE;
    if (m->title_count) {
        qsort(m->titles, m->title_count, sizeof *m->titles, compare_ranges);
    }
    for (size_t i = 0; i < m->title_count; i++) {
        if (i == 0 || m->titles[i].begin != m->titles[i - 1].begin) {
            tl_builder_add(&m->builder, m->titles[i]);
            tl_builder_end(&m->builder);
        }
    }
}

static bool
parse(markdown *m, uint32_t begin)
{
    static const MD_PARSER parser = {
        .flags = MD_DIALECT_GITHUB,
        .enter_block = enter_block,
        .leave_block = leave_block,
        .enter_span = enter_span,
        .leave_span = leave_span,
        .text = take_text,
    };
    m->parsed = tl_markdown_mask_comments(m->bytes, &m->masked);
    tl_str body = tl_str_slice(m->parsed, begin, m->parsed.len);
    return body.len == 0 || md_parse(body.ptr, (MD_SIZE)body.len, &parser, m) == 0;
}

static bool
read_markdown(tl_document *document, tl_error *error)
{
    tl_source *source = document->source;
    markdown m = {.bytes = source->bytes};
    tl_builder_init(&m.builder, document);
    uint32_t begin = tl_front_matter_read(&m.builder, tl_source_text_begin(source));
    tl_html_text_init(&m.html, &m.builder);
    bool ok = parse(&m, begin);
    add_titles(&m);
    tl_markdown_note_definitions(document);
    tl_html_text_clear(&m.html);
    tl_builder_clear(&m.builder);
    tl_buf_clear(&m.masked);
    free(m.titles);
    return ok || tl_error_set(error, "%.*s: not enough memory to read it as Markdown",
                              TL_STR_ARGS(source->name));
}

static void
escape_markdown(tl_str text, tl_buf *out)
{
    tl_str special = TL_STR("\\*`<[");
    for (size_t i = 0; i < text.len; i++) {
        bool is_special = tl_str_find_byte(special, text.ptr[i], 0) < special.len;
        tl_buf_add_cstr(out, is_special ? "\\" : "");
        tl_buf_add_byte(out, text.ptr[i]);
    }
}

const tl_reader tl_reader_markdown = {
    .id = "markdown",
    .summary = "Markdown: CommonMark and GFM, front matter",
    .extensions = (const char *const[]){"md", "markdown", "mkd", "mdown", NULL},
    .comment = {.open = "<!-- ", .close = " -->"},
    .escape = escape_markdown,
    .read = read_markdown,
};
