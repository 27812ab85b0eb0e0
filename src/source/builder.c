/* SPDX-License-Identifier: MPL-2.0 */
/* Segments out of pieces. Knows no format: readers say which bytes are text, which text stands for
 * others, and where a segment ends. Invariant: the pieces cover the text gathered so far, in
 * order, and no two of them could be one. */
#include "source/builder.h"

#include "base/array.h"
#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>

enum { CUT_SEARCH = 4096 }; /* how far before the limit white space is looked for */

/* U+FFFC OBJECT REPLACEMENT CHARACTER */
static const tl_str object = TL_STR_INIT("\xEF\xBF\xBC");

void
tl_builder_init(tl_builder *builder, tl_document *document)
{
    *builder = (tl_builder){.document = document};
}

void
tl_builder_clear(tl_builder *builder)
{
    tl_buf_clear(&builder->text);
    free(builder->pieces);
    *builder = (tl_builder){0};
}

static bool
is_ascii_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static char
lower(char c)
{
    return (char)(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
}

static size_t
letters_at_front(tl_str tag)
{
    size_t letters = 0;
    while (letters < tag.len && is_ascii_letter(tag.ptr[letters])) {
        letters++;
    }
    return letters;
}

void
tl_builder_set_language(tl_builder *builder, tl_str tag)
{
    enum { LONGEST = 35 }; /* RFC 5646, 4.4.1 */
    char normal[LONGEST];
    tag = tl_str_trim(tag);
    size_t letters = letters_at_front(tag);
    bool is_tag = (letters == 2 || letters == 3) && tag.len <= LONGEST &&
                  (letters == tag.len || tag.ptr[letters] == '-' || tag.ptr[letters] == '_');
    for (size_t i = 0; is_tag && i < tag.len; i++) {
        normal[i] = tag.ptr[i] == '_' ? '-' : lower(tag.ptr[i]);
    }
    tl_str written = {normal, is_tag ? tag.len : 0};
    builder->language = written.len == 0 || tl_str_equal(written, TL_STR("und"))
                            ? (tl_str){NULL, 0}
                            : tl_arena_copy(&builder->document->arena, written);
}

static bool
is_ascii_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

uint32_t
tl_cut_point(tl_str bytes, tl_range range, uint32_t room)
{
    uint32_t limit = range.begin + room;
    uint32_t lowest = room > CUT_SEARCH ? limit - CUT_SEARCH : range.begin;
    for (uint32_t at = limit; at > lowest; at--) {
        if (is_ascii_space(bytes.ptr[at - 1])) {
            return at;
        }
    }
    while (((unsigned char)bytes.ptr[limit] & 0xC0u) == 0x80u) {
        limit--;
    }
    return limit;
}

uint32_t
tl_builder_source_end(const tl_builder *builder)
{
    return builder->count ? builder->pieces[builder->count - 1].source.end : 0;
}

static void
add_piece(tl_builder *builder, tl_str text, tl_range source, bool verbatim)
{
    uint32_t begin = (uint32_t)builder->text.len, end = begin + (uint32_t)text.len;
    tl_buf_add(&builder->text, text);
    if (verbatim && builder->count && tl_builder_source_end(builder) == source.begin &&
        builder->pieces[builder->count - 1].verbatim) {
        builder->pieces[builder->count - 1].text.end = end;
        builder->pieces[builder->count - 1].source.end = source.end;
        return;
    }
    builder->pieces = tl_array_reserve(builder->pieces, &builder->capacity, builder->count + 1,
                                       sizeof *builder->pieces);
    builder->pieces[builder->count++] =
        (tl_piece){.text = {begin, end}, .source = source, .verbatim = verbatim};
}

static void
end_if_full(tl_builder *builder, size_t more)
{
    if (builder->text.len > 0 && builder->text.len + more > TL_LONGEST_SEGMENT) {
        tl_builder_end(builder);
    }
}

void
tl_builder_add(tl_builder *builder, tl_range source)
{
    tl_str bytes = builder->document->source->bytes;
    while (source.end - source.begin > TL_LONGEST_SEGMENT - CUT_SEARCH) {
        end_if_full(builder, TL_LONGEST_SEGMENT);
        tl_range part = {source.begin,
                         tl_cut_point(bytes, source, TL_LONGEST_SEGMENT - CUT_SEARCH)};
        add_piece(builder, tl_str_at(bytes, part), part, true);
        tl_builder_end(builder);
        source.begin = part.end;
    }
    if (source.begin < source.end) {
        end_if_full(builder, source.end - source.begin);
        add_piece(builder, tl_str_at(bytes, source), source, true);
    }
}

void
tl_builder_add_as(tl_builder *builder, tl_str text, tl_range source)
{
    if (text.len > 0) {
        end_if_full(builder, text.len);
        add_piece(builder, text, source, false);
    }
}

void
tl_builder_add_object(tl_builder *builder, tl_range source)
{
    tl_builder_add_as(builder, object, source);
}

void
tl_builder_add_break(tl_builder *builder, tl_range source)
{
    if (builder->count == 0) {
        return;
    }
    tl_str bytes = tl_str_at(builder->document->source->bytes, source);
    if (bytes.len > 0 && tl_str_trim(bytes).len == 0) {
        tl_builder_add(builder, source);
    } else {
        tl_builder_add_as(builder, TL_STR("\n"), source);
    }
}

static bool
has_text(tl_str text)
{
    for (size_t at = 0; at < text.len;) {
        if (is_ascii_space(text.ptr[at])) {
            at++;
        } else if (tl_str_equal(tl_str_slice(text, at, at + object.len), object)) {
            at += object.len;
        } else {
            return true;
        }
    }
    return false;
}

static tl_str
text_to_keep(tl_builder *builder)
{
    bool is_one_run = builder->count == 1 && builder->pieces[0].verbatim;
    return is_one_run ? tl_str_at(builder->document->source->bytes, builder->pieces[0].source)
                      : tl_arena_copy(&builder->document->arena, tl_buf_str(&builder->text));
}

void
tl_builder_end(tl_builder *builder)
{
    if (has_text(tl_buf_str(&builder->text))) {
        tl_piece *pieces =
            tl_arena_alloc(&builder->document->arena, builder->count, sizeof *pieces);
        memcpy(pieces, builder->pieces, builder->count * sizeof *pieces);
        tl_document_add(builder->document, &(tl_segment){
                                               .text = text_to_keep(builder),
                                               .pieces = pieces,
                                               .piece_count = builder->count,
                                               .language = builder->language,
                                               .role = builder->role,
                                           });
    }
    builder->text.len = 0;
    builder->count = 0;
}
