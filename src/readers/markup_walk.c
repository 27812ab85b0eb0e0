/* SPDX-License-Identifier: MPL-2.0 */
/* What reStructuredText and AsciiDoc share in sentences. Knows no mark of either. Invariant: all
 * before `run` has been added or left out. */
#include "readers/markup_walk.h"

#include "base/utf8.h"

tl_markup_walk
tl_markup_walk_through(tl_builder *builder, tl_range range)
{
    return (tl_markup_walk){
        .builder = builder,
        .bytes = tl_str_slice(builder->document->source->bytes, 0, range.end),
        .begin = range.begin,
        .at = range.begin,
        .run = range.begin,
    };
}

char
tl_markup_byte(const tl_markup_walk *walk, size_t at)
{
    return at < walk->bytes.len ? walk->bytes.ptr[at] : '\0';
}

bool
tl_markup_is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\0';
}

bool
tl_markup_is_word(uint32_t c)
{
    bool is_guillemet = c == 0xAB || c == 0xBB;
    return c < 0x80 ? (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
                    : !is_guillemet && (c < 0x2000 || c > 0x206F);
}

uint32_t
tl_markup_before(const tl_markup_walk *walk, size_t at)
{
    return at > walk->begin ? tl_utf8_previous(walk->bytes, &at) : 0;
}

uint32_t
tl_markup_behind(const tl_markup_walk *walk, size_t at)
{
    return at < walk->bytes.len ? tl_utf8_next(walk->bytes, &at) : 0;
}

void
tl_markup_flush(tl_markup_walk *walk, size_t next)
{
    if (walk->run < walk->at) {
        tl_builder_add(walk->builder, (tl_range){(uint32_t)walk->run, (uint32_t)walk->at});
    }
    walk->at = walk->run = next;
}

void
tl_markup_replace(tl_markup_walk *walk, size_t end)
{
    size_t begin = walk->at;
    tl_markup_flush(walk, end);
    tl_builder_add_object(walk->builder, (tl_range){(uint32_t)begin, (uint32_t)end});
}
