/* SPDX-License-Identifier: MPL-2.0 */
/* Styles of an OpenDocument text, as far as they say a language. Styles of paragraphs and of spans
 * share one list: word processors give them different names, and if not, the last one counts. */
#include "readers/odt_styles.h"

enum { MOST_PARENTS = 16 };

typedef struct tl_odt_style {
    struct tl_odt_style *next;
    tl_str name, parent; /* both empty: the default style */
    tl_str language;
} tl_odt_style;

static tl_str
attribute(const tl_element *element, const char *name)
{
    return tl_xml_attribute(element->attributes, tl_str_from(name));
}

static bool
is_style(const tl_element *element)
{
    return tl_element_is(element, "style") || tl_element_is(element, "default-style");
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

void
tl_odt_styles_start(tl_odt_styles *styles, const tl_element *element, tl_arena *arena)
{
    if (is_style(element)) {
        tl_odt_style *style = tl_arena_alloc(arena, 1, sizeof *style);
        style->next = styles->items;
        if (tl_element_is(element, "style")) {
            style->name = tl_arena_copy(arena, attribute(element, "name"));
            style->parent = tl_arena_copy(arena, attribute(element, "parent-style-name"));
        }
        styles->items = style;
        styles->is_in_style = true;
    } else if (styles->is_in_style && tl_element_is(element, "text-properties") &&
               attribute(element, "language").len) {
        styles->items->language = language_of(element, arena);
    }
}

void
tl_odt_styles_end(tl_odt_styles *styles, const tl_element *element)
{
    styles->is_in_style = styles->is_in_style && !is_style(element);
}

/* With this name and, for the default one, with a language. */
static const tl_odt_style *
find(const tl_odt_styles *styles, tl_str name)
{
    const tl_odt_style *style = styles->items;
    while (style && !(tl_str_equal(style->name, name) && (name.len || style->language.len))) {
        style = style->next;
    }
    return style;
}

tl_str
tl_odt_language(const tl_odt_styles *styles, tl_str name)
{
    for (size_t i = 0; i < MOST_PARENTS; i++) {
        const tl_odt_style *style = find(styles, name);
        if (style && style->language.len) {
            return style->language;
        }
        if (name.len == 0) {
            break;
        }
        name = style ? style->parent : (tl_str){NULL, 0};
    }
    return (tl_str){NULL, 0};
}
