/* SPDX-License-Identifier: MPL-2.0 */
/* Styles of a Word document. A style is of a heading if it has an outline level, if its name says
 * so (names of built-in styles are in English in every Word, ids are not), or if it is based on one
 * that is; it is of code by name, id or base. */
#include "readers/docx_styles.h"

#include "readers/code_style.h"

enum { MOST_BASES = 16, BODY_LEVEL = 9 };

typedef struct tl_docx_style {
    tl_str base;
    tl_docx_look own;
} tl_docx_style;

typedef struct reading {
    tl_office office;
    tl_docx_styles *styles;
    tl_docx_style *style; /* the one at hand, or NULL */
    bool is_in_defaults;
} reading;

static tl_str
keep(const reading *read, tl_str text)
{
    return tl_arena_copy(&read->office.document->arena, text);
}

static bool
names_heading(tl_str name)
{
    tl_str heading = TL_STR("heading ");
    return tl_str_equal_ascii_nocase(tl_str_slice(name, 0, heading.len), heading) ||
           tl_str_equal_ascii_nocase(name, TL_STR("title")) ||
           tl_str_equal_ascii_nocase(name, TL_STR("subtitle"));
}

bool
tl_docx_is_outline_level(tl_str level)
{
    return level.len == 1 && level.ptr[0] >= '0' && level.ptr[0] < '0' + BODY_LEVEL;
}

static void
begin_style(reading *read, tl_xml_attributes attributes)
{
    tl_docx_style *style = tl_arena_alloc(&read->office.document->arena, 1, sizeof *style);
    tl_str id = keep(read, tl_xml_attribute(attributes, TL_STR("styleId")));
    *style = (tl_docx_style){.own = {.is_code = tl_is_code_style(id)}};
    if (tl_str_equal(tl_xml_attribute(attributes, TL_STR("type")), TL_STR("paragraph")) &&
        tl_str_equal(tl_xml_attribute(attributes, TL_STR("default")), TL_STR("1"))) {
        read->styles->of_paragraph = id;
    }
    tl_map_add(&read->styles->by_id, id, style);
    read->style = style;
}

static void
take_property(const reading *read, const tl_element *element, tl_str value)
{
    tl_docx_style *style = read->style;
    if (tl_element_is(element, "name")) {
        style->own.is_heading = style->own.is_heading || names_heading(value);
        style->own.is_code = style->own.is_code || tl_is_code_style(value);
    } else if (tl_element_is(element, "outlineLvl")) {
        style->own.is_heading = style->own.is_heading || tl_docx_is_outline_level(value);
    } else if (tl_element_is(element, "basedOn")) {
        style->base = keep(read, value);
    } else if (tl_element_is(element, "lang")) {
        style->own.language = keep(read, value);
    }
}

static void
on_start(void *context, const tl_element *element)
{
    reading *read = context;
    tl_str value = tl_xml_attribute(element->attributes, TL_STR("val"));
    if (tl_element_is(element, "style")) {
        begin_style(read, element->attributes);
    } else if (tl_element_is(element, "docDefaults")) {
        read->is_in_defaults = true;
    } else if (read->is_in_defaults && tl_element_is(element, "lang")) {
        read->styles->language = keep(read, value);
    } else if (read->style) {
        take_property(read, element, value);
    }
}

static void
on_end(void *context, const tl_element *element)
{
    reading *read = context;
    read->style = tl_element_is(element, "style") ? NULL : read->style;
    read->is_in_defaults = read->is_in_defaults && !tl_element_is(element, "docDefaults");
}

bool
tl_docx_styles_read(tl_docx_styles *styles, tl_document *document, tl_archive *archive,
                    tl_error *error)
{
    static const tl_xml_listener listener = {
        .start = on_start, .end = on_end, .refuses_doctype = true};
    reading read = {.office = {document, archive}, .styles = styles};
    return tl_office_read_part(&read.office, TL_STR("word/styles.xml"), &listener, error);
}

void
tl_docx_styles_clear(tl_docx_styles *styles)
{
    tl_map_clear(&styles->by_id);
}

tl_docx_look
tl_docx_look_of(const tl_docx_styles *styles, tl_str id)
{
    tl_docx_look look = {0};
    for (size_t i = 0; i < MOST_BASES && id.len; i++) {
        const tl_docx_style *style = tl_map_get(&styles->by_id, id);
        if (style == NULL) {
            look.is_code = look.is_code || tl_is_code_style(id);
            break;
        }
        look.is_heading = look.is_heading || style->own.is_heading;
        look.is_code = look.is_code || style->own.is_code;
        look.language = look.language.len ? look.language : style->own.language;
        id = style->base;
    }
    return look;
}
