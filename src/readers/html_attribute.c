/* SPDX-License-Identifier: MPL-2.0 */
/* Attributes of HTML: which are prose, and which tell what holds for a document. All others are
 * names, numbers and addresses, and never looked at. */
#include "readers/html_attribute.h"

#define IS_ONE_OF(name, names) \
    tl_str_is_one_of_ascii_nocase(name, names, sizeof(names) / sizeof(names)[0])

static tl_str
name_of(const tl_html_tokenizer *t, size_t number)
{
    return tl_str_at(t->text, t->attributes[number].name);
}

static const tl_html_attribute *
find(const tl_html_tokenizer *t, tl_str name)
{
    for (size_t i = 0; i < t->attribute_count; i++) {
        if (tl_str_equal_ascii_nocase(name_of(t, i), name)) {
            return &t->attributes[i];
        }
    }
    return NULL;
}

tl_str
tl_html_attribute_find(const tl_html_tokenizer *t, tl_str name)
{
    const tl_html_attribute *found = find(t, name);
    return found ? tl_str_slice(t->text, found->value.begin, found->value.end) : (tl_str){NULL, 0};
}

/* Makes a segment of a value: its references stand for other text. */
static void
add_value(const tl_html_tokenizer *t, tl_range value, uint32_t base, tl_builder *builder)
{
    tl_str text = tl_str_at(t->text, value);
    uint32_t source = base + value.begin;
    size_t begin = 0;
    for (size_t at = tl_str_find_byte(text, '&', 0); at < text.len;
         at = tl_str_find_byte(text, '&', at)) {
        tl_reference reference = tl_reference_at(text, at, true);
        if (reference.length == 0) {
            at++;
            continue;
        }
        uint32_t from = source + (uint32_t)at, to = from + (uint32_t)reference.length;
        tl_builder_add(builder, (tl_range){source + (uint32_t)begin, from});
        tl_builder_add_as(builder, (tl_str){reference.text, reference.text_length},
                          (tl_range){from, to});
        at = begin = at + reference.length;
    }
    tl_builder_add(builder, (tl_range){source + (uint32_t)begin, source + (uint32_t)text.len});
    tl_builder_end(builder);
}

void
tl_html_attributes_add_prose(const tl_html_tokenizer *t, uint32_t base, tl_builder *builder)
{
    static const tl_str prose[] = {
        TL_STR_INIT("title"),
        TL_STR_INIT("alt"),
        TL_STR_INIT("placeholder"),
        TL_STR_INIT("aria-label"),
    };
    builder->role = TL_ROLE_NOTE;
    for (size_t i = 0; i < t->attribute_count; i++) {
        if (IS_ONE_OF(name_of(t, i), prose)) {
            add_value(t, t->attributes[i].value, base, builder);
        }
    }
}

static tl_str
meta_name(const tl_html_tokenizer *t)
{
    tl_str name = tl_html_attribute_find(t, TL_STR("name"));
    return name.len ? name : tl_html_attribute_find(t, TL_STR("property"));
}

void
tl_html_meta_read(const tl_html_tokenizer *t, uint32_t base, tl_builder *builder)
{
    static const tl_str titles[] = {TL_STR_INIT("og:title"), TL_STR_INIT("twitter:title")};
    static const tl_str descriptions[] = {
        TL_STR_INIT("description"),
        TL_STR_INIT("og:description"),
        TL_STR_INIT("twitter:description"),
    };
    static const tl_str dates[] = {
        TL_STR_INIT("date"),
        TL_STR_INIT("dc.date"),
        TL_STR_INIT("dcterms.date"),
        TL_STR_INIT("article:published_time"),
    };
    tl_str name = meta_name(t);
    const tl_html_attribute *content = find(t, TL_STR("content"));
    if (content == NULL || name.len == 0) {
        return;
    }
    if (IS_ONE_OF(name, titles) || IS_ONE_OF(name, descriptions)) {
        builder->role = IS_ONE_OF(name, titles) ? TL_ROLE_HEADING : TL_ROLE_PARAGRAPH;
        add_value(t, content->value, base, builder);
    } else if (IS_ONE_OF(name, dates) && builder->document->date.len == 0) {
        builder->document->date = tl_str_at(t->text, content->value);
    }
}
