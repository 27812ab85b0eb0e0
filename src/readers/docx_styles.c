/* SPDX-License-Identifier: MPL-2.0 */
/* Styles of a Word document. A style is of a heading if it has an outline level, if its name says
 * so (names of built-in styles are in English in every Word, ids are not), or if it is based on one
 * that is. */
#include "readers/docx_styles.h"

enum { MOST_BASES = 16, BODY_LEVEL = 9 };

typedef struct tl_docx_style {
    struct tl_docx_style *next;
    tl_str id, base;
    bool is_heading;
} tl_docx_style;

typedef struct reading {
    tl_office office;
    tl_docx_styles *styles;
    bool is_in_style, is_in_defaults;
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
on_start(void *context, const tl_element *element)
{
    reading *read = context;
    tl_docx_style *style = read->styles->items;
    tl_str value = tl_xml_attribute(element->attributes, TL_STR("val"));
    if (tl_element_is(element, "style")) {
        style = tl_arena_alloc(&read->office.document->arena, 1, sizeof *style);
        *style = (tl_docx_style){
            .next = read->styles->items,
            .id = keep(read, tl_xml_attribute(element->attributes, TL_STR("styleId")))};
        read->styles->items = style;
        read->is_in_style = true;
    } else if (tl_element_is(element, "docDefaults")) {
        read->is_in_defaults = true;
    } else if (read->is_in_defaults && tl_element_is(element, "lang")) {
        read->styles->language = keep(read, value);
    } else if (read->is_in_style && tl_element_is(element, "name")) {
        style->is_heading = style->is_heading || names_heading(value);
    } else if (read->is_in_style && tl_element_is(element, "outlineLvl")) {
        style->is_heading = style->is_heading || tl_docx_is_outline_level(value);
    } else if (read->is_in_style && tl_element_is(element, "basedOn")) {
        style->base = keep(read, value);
    }
}

static void
on_end(void *context, const tl_element *element)
{
    reading *read = context;
    read->is_in_style = read->is_in_style && !tl_element_is(element, "style");
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

static const tl_docx_style *
find(const tl_docx_styles *styles, tl_str id)
{
    const tl_docx_style *style = styles->items;
    while (style && !tl_str_equal(style->id, id)) {
        style = style->next;
    }
    return style;
}

bool
tl_docx_is_heading(const tl_docx_styles *styles, tl_str id)
{
    for (size_t i = 0; i < MOST_BASES && id.len; i++) {
        const tl_docx_style *style = find(styles, id);
        if (style == NULL || style->is_heading) {
            return style != NULL;
        }
        id = style->base;
    }
    return false;
}
