/* SPDX-License-Identifier: MPL-2.0 */
/* Styles of an OpenDocument text, as far as they say a language or are of code. Styles of
 * paragraphs and of spans share one list: word processors give them different names, and if not,
 * the last one counts. */
#include "readers/odt_styles.h"

#include "readers/code_style.h"

enum { MOST_PARENTS = 16 };

typedef struct tl_odt_style {
    tl_str parent;
    tl_odt_look own;
} tl_odt_style;

static tl_str
attribute(const tl_element *element, const char *name)
{
    return tl_xml_attribute(element->attributes, tl_str_from(name));
}

/* "ru" and "RU" are ru-RU; "none" and "zxx" are no language. */
static tl_str
language_of(const tl_element *element, tl_arena *arena)
{
    tl_str language = attribute(element, "language"), country = attribute(element, "country");
    if (tl_str_equal(language, TL_STR("none")) || tl_str_equal(language, TL_STR("zxx"))) {
        return (tl_str){NULL, 0};
    }
    if (country.len == 0 || tl_str_equal(country, TL_STR("none"))) {
        return tl_arena_copy(arena, language);
    }
    return tl_arena_format(arena, "%.*s-%.*s", TL_STR_ARGS(language), TL_STR_ARGS(country));
}

static void
begin_style(tl_odt_styles *styles, const tl_element *element, tl_arena *arena)
{
    tl_str name = tl_arena_copy(arena, attribute(element, "name"));
    tl_odt_style *style = tl_map_get(&styles->by_name, name);
    if (style == NULL) {
        style = tl_arena_alloc(arena, 1, sizeof *style);
        tl_map_add(&styles->by_name, name, style);
    }
    *style = (tl_odt_style){
        .parent = tl_arena_copy(arena, attribute(element, "parent-style-name")),
        .own.is_code =
            tl_is_code_style(name) || tl_is_code_style(attribute(element, "display-name")),
    };
    styles->style = style;
}

void
tl_odt_styles_start(tl_odt_styles *styles, const tl_element *element, tl_arena *arena)
{
    if (tl_element_is(element, "style")) {
        begin_style(styles, element, arena);
    } else if (tl_element_is(element, "default-style")) {
        styles->is_in_default = true;
    } else if ((styles->style || styles->is_in_default) &&
               tl_element_is(element, "text-properties") && attribute(element, "language").len) {
        tl_str language = language_of(element, arena);
        if (styles->style) {
            styles->style->own.language = language;
        } else if (language.len) {
            styles->language = language;
        }
    }
}

void
tl_odt_styles_end(tl_odt_styles *styles, const tl_element *element)
{
    styles->style = tl_element_is(element, "style") ? NULL : styles->style;
    styles->is_in_default = styles->is_in_default && !tl_element_is(element, "default-style");
}

void
tl_odt_styles_clear(tl_odt_styles *styles)
{
    tl_map_clear(&styles->by_name);
}

tl_odt_look
tl_odt_look_of(const tl_odt_styles *styles, tl_str name)
{
    tl_odt_look look = {0};
    for (size_t i = 0; i < MOST_PARENTS && name.len; i++) {
        const tl_odt_style *style = tl_map_get(&styles->by_name, name);
        if (style == NULL) {
            look.is_code = look.is_code || tl_is_code_style(name);
            break;
        }
        look.is_code = look.is_code || style->own.is_code;
        look.language = look.language.len ? look.language : style->own.language;
        name = style->parent;
    }
    look.language = look.language.len ? look.language : styles->language;
    return look;
}
