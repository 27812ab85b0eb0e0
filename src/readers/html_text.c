/* SPDX-License-Identifier: MPL-2.0 */
/* From tags to segments. A stack of open elements says whether text is hidden, what role and
 * language it has; no tree is made. End tags that HTML lets authors leave out are supplied as far
 * as text depends on them. Elements deeper than DEEPEST are counted but not kept, as browsers do,
 * so that no nesting costs more than its length. */
#include "readers/html_text.h"

#include "base/array.h"
#include "readers/html_attribute.h"
#include "text/script.h"

#include <stdlib.h>

enum { DEEPEST = 512 };

void
tl_html_text_init(tl_html_text *html, tl_builder *builder)
{
    *html = (tl_html_text){.builder = builder};
    html->base.element = tl_html_element_find(TL_STR(""));
    html->base.language = builder->language;
    html->base.role = builder->role;
    tl_builder_init(&html->aside, builder->document);
    tl_builder_init(&html->attribute, builder->document);
}

void
tl_html_text_clear(tl_html_text *html)
{
    tl_builder_clear(&html->aside);
    tl_builder_clear(&html->attribute);
    free(html->open);
    *html = (tl_html_text){0};
}

static const tl_html_open *
innermost(const tl_html_text *html)
{
    return html->depth ? &html->open[html->depth - 1] : &html->base;
}

static bool
has_trait(const tl_html_open *open, unsigned trait)
{
    return (open->element->traits & trait) != 0;
}

static bool
is_unread(const tl_html_open *open)
{
    return open->is_hidden || open->is_fixed;
}

/* The builder that text goes to. */
static tl_builder *
current(tl_html_text *html)
{
    return html->has_aside ? &html->aside : html->builder;
}

tl_builder *
tl_html_text_builder(tl_html_text *html)
{
    return is_unread(innermost(html)) ? NULL : current(html);
}

/* Sets what holds for the text to come. */
static void
update(tl_html_text *html)
{
    current(html)->language = innermost(html)->language;
    html->builder->role = html->aside.role = innermost(html)->role;
}

void
tl_html_text_set_role(tl_html_text *html, tl_segment_role role)
{
    html->base.role = role;
    update(html);
}

void
tl_html_text_end(tl_html_text *html)
{
    tl_builder_end(html->builder);
    tl_builder_end(&html->aside);
    html->last_break = TL_HTML_NO_BREAK;
}

static void
add_object(tl_html_text *html, tl_range range)
{
    tl_builder *builder = tl_html_text_builder(html);
    if (builder) {
        tl_builder_add_object(builder, range);
        html->last_break = TL_HTML_NO_BREAK;
    }
}

/* A second line break in one run of white space is none: HTML has paragraphs of its own. */
static void
add_text(tl_html_text *html, tl_range range)
{
    tl_builder *builder = tl_html_text_builder(html);
    tl_str bytes = html->builder->document->source->bytes;
    if (builder == NULL) {
        return;
    }
    uint32_t begin = range.begin, line = range.begin;
    for (size_t at;
         (at = tl_str_find_byte(tl_str_slice(bytes, 0, range.end), '\n', line)) < range.end;) {
        uint32_t feed = (uint32_t)at;
        bool is_blank = tl_str_trim(tl_str_slice(bytes, line, feed)).len == 0;
        if (is_blank && html->last_break != TL_HTML_NO_BREAK) {
            uint32_t end = feed > begin && bytes.ptr[feed - 1] == '\r' ? feed - 1 : feed;
            tl_builder_add(builder, (tl_range){begin, end});
            tl_builder_add_as(builder, TL_STR(" "), (tl_range){end, feed + 1});
            begin = feed + 1;
        } else {
            html->last_break = TL_HTML_SOURCE_BREAK;
        }
        line = feed + 1;
    }
    if (tl_str_trim(tl_str_slice(bytes, line, range.end)).len > 0) {
        html->last_break = TL_HTML_NO_BREAK;
    }
    tl_builder_add(builder, (tl_range){begin, range.end});
}

static void
add_reference(tl_html_text *html, const tl_reference *reference, tl_range range)
{
    tl_builder *builder = tl_html_text_builder(html);
    if (builder) {
        tl_builder_add_as(builder, (tl_str){reference->text, reference->text_length}, range);
        html->last_break = TL_HTML_NO_BREAK;
    }
}

/* <br>: one line break with the line end of the source beside it, a paragraph's end behind another
 * <br>. */
static void
add_br(tl_html_text *html, tl_range range)
{
    tl_builder *builder = tl_html_text_builder(html);
    if (builder) {
        bool is_there = html->last_break == TL_HTML_SOURCE_BREAK;
        tl_builder_add_as(builder, is_there ? TL_STR(" ") : TL_STR("\n"), range);
        html->last_break = TL_HTML_BR;
    }
}

/* Words in another language within a sentence are a segment of their own, and an object in that of
 * the sentence. */
static void
change_language(tl_html_text *html, tl_html_open *open, tl_range tag)
{
    if (has_trait(open, TL_ELEMENT_BLOCK)) {
        return;
    }
    if (html->has_aside) {
        tl_builder_end(&html->aside);
        return;
    }
    add_object(html, tag);
    html->has_aside = true;
    open->is_aside = true;
}

static bool
is_other_language(tl_str a, tl_str b)
{
    return !tl_str_equal(tl_language_primary(a), tl_language_primary(b));
}

static void
pop(tl_html_text *html, tl_range tag)
{
    tl_html_open *open = &html->open[html->depth - 1];
    html->open_count[tl_html_element_number(open->element)]--;
    if (has_trait(open, TL_ELEMENT_BLOCK)) {
        tl_html_text_end(html);
    }
    if (has_trait(open, TL_ELEMENT_SEPARATE)) {
        add_object(html, tag);
    }
    html->depth--;
    if (html->has_aside && is_other_language(open->language, innermost(html)->language)) {
        tl_builder_end(&html->aside);
    }
    html->has_aside = html->has_aside && !open->is_aside;
    update(html);
}

void
tl_html_text_close_inline(tl_html_text *html)
{
    uint32_t end = tl_builder_source_end(html->builder);
    while (html->depth > 0 && !has_trait(innermost(html), TL_ELEMENT_BLOCK)) {
        html->beyond = 0;
        pop(html, (tl_range){end, end});
    }
}

static void
pop_to(tl_html_text *html, size_t depth, tl_range tag)
{
    while (html->depth > depth) {
        pop(html, tag);
    }
}

static tl_str
language_of(tl_html_text *html, const tl_html_tokenizer *t, tl_str outer)
{
    tl_str tag = tl_html_attribute_find(t, TL_STR("lang"));
    tag = tag.ptr ? tag : tl_html_attribute_find(t, TL_STR("xml:lang"));
    if (tag.ptr == NULL || !is_other_language(tag, outer)) {
        return outer;
    }
    tl_builder_set_language(&html->attribute, tag);
    return html->attribute.language;
}

static tl_segment_role
role_of(const tl_html_element *element, tl_segment_role outer)
{
    return element->traits & TL_ELEMENT_HEADING ? TL_ROLE_HEADING
           : element->traits & TL_ELEMENT_CELL  ? TL_ROLE_CELL
                                                : outer;
}

/* translate="no", and the class by which translation services are told the same. */
static bool
is_fixed(const tl_html_tokenizer *t, bool outer)
{
    tl_str value = tl_html_attribute_find(t, TL_STR("translate"));
    tl_str classes = tl_html_attribute_find(t, TL_STR("class")), name;
    bool is_fixed = outer;
    if (value.ptr) {
        is_fixed = tl_str_equal_ascii_nocase(value, TL_STR("no")) ||
                   (outer && value.len && !tl_str_equal_ascii_nocase(value, TL_STR("yes")));
    }
    while (!is_fixed && tl_str_split(&classes, ' ', &name)) {
        is_fixed = tl_str_equal(name, TL_STR("notranslate"));
    }
    return is_fixed;
}

/* What is to hold inside an element. */
static tl_html_open
opened(tl_html_text *html, const tl_html_tokenizer *t, const tl_html_element *element, tl_str name)
{
    const tl_html_open *outer = innermost(html);
    return (tl_html_open){
        .element = element,
        .name = name,
        .language = language_of(html, t, outer->language),
        .role = role_of(element, outer->role),
        .is_hidden = outer->is_hidden || (element->traits & TL_ELEMENT_HIDDEN) != 0,
        .is_fixed = t->attribute_count ? is_fixed(t, outer->is_fixed) : outer->is_fixed,
        .is_foreign = outer->is_foreign || (element->traits & TL_ELEMENT_FOREIGN) != 0,
    };
}

static void
push(tl_html_text *html, tl_html_open open, tl_range tag)
{
    bool starts_hidden = is_unread(&open) && !is_unread(innermost(html));
    if (html->depth >= DEEPEST && !starts_hidden) {
        html->beyond++;
        return;
    }
    if (is_other_language(open.language, innermost(html)->language)) {
        change_language(html, &open, tag);
    }
    html->open = tl_array_reserve(html->open, &html->capacity, html->depth + 1, sizeof *html->open);
    html->open[html->depth++] = open;
    html->open_count[tl_html_element_number(open.element)]++;
    update(html);
}

/* Supplies the end tags that a start tag makes needless. */
static void
close_implied(tl_html_text *html, const tl_html_element *element, tl_range tag)
{
    size_t keep = html->depth;
    for (size_t i = html->depth; i > 0 && element->closes; i--) {
        const tl_html_element *outer = html->open[i - 1].element;
        if (outer->group & element->closes) {
            keep = i - 1;
        } else if ((outer->group & element->within) ||
                   (element->closes == TL_GROUP_P && (outer->traits & TL_ELEMENT_BLOCK))) {
            break;
        }
    }
    pop_to(html, keep, tag);
}

static bool
is_empty_element(const tl_html_text *html, const tl_html_open *open, bool is_self_closing)
{
    return has_trait(open, TL_ELEMENT_VOID) ||
           (is_self_closing && (html->is_xml || open->is_foreign));
}

/* What the tag itself puts into the text. */
static void
add_tag(tl_html_text *html, const tl_html_element *element, tl_range range)
{
    if (element->traits & TL_ELEMENT_BLOCK) {
        tl_html_text_end(html);
    }
    if (element->traits & (TL_ELEMENT_OBJECT | TL_ELEMENT_SEPARATE)) {
        add_object(html, range);
    }
    if (element->traits & TL_ELEMENT_BREAK) {
        add_br(html, range);
    }
}

static void
add_attributes(tl_html_text *html, const tl_html_tokenizer *t, const tl_html_open *open,
               uint32_t base)
{
    if (!is_unread(innermost(html)) && !open->is_fixed) {
        html->attribute.language = open->language;
        tl_html_attributes_add_prose(t, base, &html->attribute);
        if (tl_str_equal(open->element->name, TL_STR("meta"))) {
            tl_html_meta_read(t, base, &html->attribute);
        }
    }
}

static void
start(tl_html_text *html, tl_html_tokenizer *t, const tl_html_token *token, uint32_t base)
{
    tl_str name = tl_str_at(t->text, token->inside);
    const tl_html_element *element = tl_html_element_find(name);
    tl_range range = {base + token->range.begin, base + token->range.end};
    close_implied(html, element, range);
    add_tag(html, element, range);
    tl_html_open open = opened(html, t, element, name);
    if (open.is_fixed) { /* so that what is on both sides of it is no phrase */
        add_object(html, range);
    }
    if (t->attribute_count) {
        add_attributes(html, t, &open, base);
    }
    if (!is_empty_element(html, &open, token->is_self_closing)) {
        push(html, open, range);
        t->mode = open.is_foreign ? TL_HTML_DATA : element->mode;
    }
}

/* True if an end tag reaches beyond this open element: not out of a cell of a table, nor, of markup
 * within a sentence, out of a block. */
static bool
reaches_beyond(const tl_html_element *end, const tl_html_element *open)
{
    enum { TABLE = TL_GROUP_CELL | TL_GROUP_ROW | TL_GROUP_ROWS | TL_GROUP_TABLE };
    if (open->group & (TL_GROUP_CELL | TL_GROUP_TABLE)) {
        return (end->group & TABLE) != 0;
    }
    return (end->traits & (TL_ELEMENT_BLOCK | TL_ELEMENT_HIDDEN)) ||
           !(open->traits & TL_ELEMENT_BLOCK);
}

static void
end(tl_html_text *html, tl_str name, tl_range range)
{
    const tl_html_element *element = tl_html_element_find(name);
    bool is_innermost = html->depth > 0 && tl_str_equal_ascii_nocase(innermost(html)->name, name);
    if (html->beyond > 0 && !is_innermost) {
        html->beyond--;
        add_tag(html, element, range);
        return;
    }
    if (html->open_count[tl_html_element_number(element)] == 0) {
        return;
    }
    for (size_t i = html->depth; i > 0; i--) {
        if (tl_str_equal_ascii_nocase(html->open[i - 1].name, name)) {
            pop_to(html, i - 1, range);
            return;
        }
        if (!reaches_beyond(element, html->open[i - 1].element)) {
            return;
        }
    }
}

static void
take(tl_html_text *html, tl_html_tokenizer *t, const tl_html_token *token, uint32_t base)
{
    tl_range range = {base + token->range.begin, base + token->range.end};
    switch (token->kind) {
    case TL_HTML_TEXT:
        if (t->mode == TL_HTML_CDATA || t->mode == TL_HTML_PLAINTEXT) {
            tl_source_add_raw(html->builder->document->source, range);
        }
        add_text(html, range);
        break;
    case TL_HTML_REFERENCE: add_reference(html, &token->reference, range); break;
    case TL_HTML_START_TAG: start(html, t, token, base); break;
    case TL_HTML_END_TAG: end(html, tl_str_at(t->text, token->inside), range); break;
    case TL_HTML_COMMENT:
        tl_document_add_comment(html->builder->document,
                                (tl_range){base + token->inside.begin, base + token->inside.end});
        break;
    case TL_HTML_DOCTYPE: break;
    }
}

void
tl_html_text_read(tl_html_text *html, tl_range range)
{
    tl_str text = tl_str_at(html->builder->document->source->bytes, range);
    tl_html_tokenizer tokenizer = tl_html_tokenizer_for(text);
    tl_html_token token;
    tokenizer.allows_cdata = html->is_xml || innermost(html)->is_foreign;
    while (tl_html_next(&tokenizer, &token)) {
        take(html, &tokenizer, &token, range.begin);
        tokenizer.allows_cdata = html->is_xml || innermost(html)->is_foreign;
    }
    tl_html_tokenizer_clear(&tokenizer);
}
