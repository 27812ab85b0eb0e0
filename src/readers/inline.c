/* SPDX-License-Identifier: MPL-2.0 */
/* One table of inline elements. Codes that come in pairs are formatting and part no word; a lone
 * one may be an image, a line break or a variable, which its type says or, else, the place where it
 * stands. An element that is not in the table belongs to somebody's extension; its content is text.
 */
#include "readers/inline.h"

typedef enum code_effect { EFFECT_NONE, EFFECT_POINT, EFFECT_OBJECT, EFFECT_VALUE } code_effect;

static const struct {
    const char *name;
    tl_inline content;
    code_effect effect;
} rows[] = {
    {"bpt", TL_INLINE_CODE, EFFECT_NONE},   {"ept", TL_INLINE_CODE, EFFECT_NONE},
    {"it", TL_INLINE_CODE, EFFECT_NONE},    {"ut", TL_INLINE_CODE, EFFECT_NONE},
    {"ph", TL_INLINE_CODE, EFFECT_POINT},   {"x", TL_INLINE_CODE, EFFECT_POINT},
    {"cp", TL_INLINE_CODE, EFFECT_OBJECT},  {"ch", TL_INLINE_CODE, EFFECT_VALUE},
    {"sub", TL_INLINE_NESTED, EFFECT_NONE},
};

/* What kind of thing the element is: ctype in XLIFF 1.2, subType and type in XLIFF 2, type in TMX.
 */
static bool
is_of_type(const tl_element *element, const char *type)
{
    static const char *const attributes[] = {"ctype", "subType", "type"};
    for (size_t i = 0; i < sizeof attributes / sizeof attributes[0]; i++) {
        tl_str value = tl_element_value(element, attributes[i]);
        size_t colon = tl_str_find_byte(value, ':', 0);
        tl_str local = colon < value.len ? tl_str_slice(value, colon + 1, value.len) : value;
        if (tl_str_equal(local, tl_str_from(type))) {
            return true;
        }
    }
    return false;
}

static void
add_point(const tl_element *element, tl_unit_builder *builder)
{
    if (is_of_type(element, "lb") || is_of_type(element, "pb")) {
        tl_builder_add_as(&builder->text, TL_STR("\n"), element->tag);
    } else if (is_of_type(element, "image")) {
        tl_builder_add_object(&builder->text, element->tag);
    } else {
        tl_unit_builder_add_point(builder, element->tag);
    }
}

static void
add_effect(code_effect effect, const tl_element *element, tl_unit_builder *builder)
{
    switch (effect) {
    case EFFECT_NONE: break;
    case EFFECT_POINT: add_point(element, builder); break;
    case EFFECT_OBJECT: tl_builder_add_object(&builder->text, element->tag); break;
    case EFFECT_VALUE: /* memoQ's character */
        tl_builder_add_as(&builder->text, tl_element_value(element, "val"), element->tag);
        break;
    }
}

/* mrk is the annotation of both versions of XLIFF. */
static tl_inline
begin_annotation(const tl_element *element, tl_unit_builder *builder)
{
    tl_str type = tl_element_value(element, "mtype");
    bool is_protected = tl_str_equal(type, TL_STR("protected")) ||
                        tl_str_equal(tl_element_value(element, "translate"), TL_STR("no"));
    if (is_protected) {
        tl_builder_add_object(&builder->text, element->tag);
    }
    return is_protected || tl_str_equal(type, TL_STR("x-sdl-deleted")) ? TL_INLINE_SKIPPED
                                                                       : TL_INLINE_TEXT;
}

tl_inline
tl_inline_begin(const tl_element *element, tl_unit_builder *builder)
{
    if (tl_element_is(element, "mrk")) {
        return begin_annotation(element, builder);
    }
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        if (tl_element_is(element, rows[i].name)) {
            add_effect(rows[i].effect, element, builder);
            return rows[i].content;
        }
    }
    return TL_INLINE_TEXT;
}
