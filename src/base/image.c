/* SPDX-License-Identifier: MPL-2.0 */
/* The layout of an image: a header, a table of sections, the sections, each where any type may
 * begin. Header and table have a checksum, and every section of the table lies within the bytes, so
 * that none reaches beyond them whatever else is broken. */
#include "base/image.h"

#include "base/alloc.h"
#include "base/array.h"
#include "base/hash.h"

#include <stdlib.h>
#include <string.h>

enum { NAME = 8, BUILD = 32, ALIGNMENT = 64, MOST_SECTIONS = 256 };

static const char magic[8] = "tlimage";

typedef struct header {
    char magic[sizeof magic];
    uint64_t checksum; /* of what follows, and of the table */
    uint64_t length;   /* of the image */
    uint64_t section_count;
    char build[BUILD];
} header;

typedef struct section {
    char name[NAME];
    uint64_t at, count, size; /* from the beginning; elements; bytes of each */
} section;

typedef struct tl_image_section {
    const char *name;
    const void *items;
    size_t count, size;
} tl_image_section;

static void
fill(char *field, size_t size, tl_str text)
{
    memset(field, 0, size);
    memcpy(field, text.ptr, text.len < size ? text.len : size);
}

static uint64_t
checksum_of(const header *head, const section *sections)
{
    tl_str rest = {(const char *)&head->length, sizeof *head - offsetof(header, length)};
    tl_str table = {(const char *)sections, head->section_count * sizeof *sections};
    return tl_hash_pair(tl_hash_bytes(rest), tl_hash_bytes(table));
}

static bool
lies_within(const section *one, size_t length)
{
    return one->at % ALIGNMENT == 0 && one->at <= length && one->size > 0 &&
           one->count <= (length - one->at) / one->size;
}

bool
tl_image_open(tl_image *image, tl_str bytes, tl_str build)
{
    const header *head = (const void *)bytes.ptr;
    char wanted[BUILD];
    fill(wanted, sizeof wanted, build);
    if (bytes.len < sizeof *head || memcmp(head->magic, magic, sizeof magic) != 0 ||
        memcmp(head->build, wanted, sizeof wanted) != 0 || head->length != bytes.len ||
        head->section_count > MOST_SECTIONS ||
        bytes.len - sizeof *head < head->section_count * sizeof(section)) {
        return false;
    }
    const section *sections = (const void *)(head + 1);
    bool is_good = checksum_of(head, sections) == head->checksum;
    for (size_t i = 0; i < head->section_count && is_good; i++) {
        is_good = lies_within(&sections[i], bytes.len);
    }
    *image = (tl_image){.bytes = bytes};
    return is_good;
}

const void *
tl_image_find(const tl_image *image, const char *name, size_t size, size_t *count)
{
    const header *head = (const void *)image->bytes.ptr;
    const section *sections = (const void *)(head + 1);
    char wanted[NAME];
    fill(wanted, sizeof wanted, tl_str_from(name));
    for (size_t i = 0; i < head->section_count; i++) {
        if (memcmp(sections[i].name, wanted, sizeof wanted) == 0 && sections[i].size == size) {
            *count = sections[i].count;
            return image->bytes.ptr + sections[i].at;
        }
    }
    return NULL;
}

void
tl_image_add(tl_image_writer *writer, const char *name, const void *items, size_t count,
             size_t size)
{
    writer->sections = tl_array_reserve(writer->sections, &writer->capacity, writer->count + 1,
                                        sizeof *writer->sections);
    writer->sections[writer->count++] =
        (tl_image_section){.name = name, .items = items, .count = count, .size = size};
}

static size_t
aligned(size_t length)
{
    return (length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
}

/* Hands over bytes, and what has to stand between them and the next section. */
static bool
give(const tl_sink *sink, const void *bytes, size_t length)
{
    static const char zeros[ALIGNMENT];
    size_t rest = aligned(length) - length;
    return (length == 0 || sink->take(sink->context, (tl_str){bytes, length})) &&
           (rest == 0 || sink->take(sink->context, (tl_str){zeros, rest}));
}

/* Fills in where the sections lie: the header, and behind it the table. */
static void
lay_out(const tl_image_writer *writer, tl_str build, header *head, section *table)
{
    size_t at = aligned(sizeof *head + writer->count * sizeof *table);
    for (size_t i = 0; i < writer->count; i++) {
        const tl_image_section *added = &writer->sections[i];
        table[i] = (section){.at = at, .count = added->count, .size = added->size};
        fill(table[i].name, sizeof table[i].name, tl_str_from(added->name));
        at += aligned(added->count * added->size);
    }
    *head = (header){.length = at, .section_count = writer->count};
    memcpy(head->magic, magic, sizeof magic);
    fill(head->build, sizeof head->build, build);
    head->checksum = checksum_of(head, table);
}

bool
tl_image_write(const tl_image_writer *writer, tl_str build, const tl_sink *sink)
{
    size_t length = sizeof(header) + writer->count * sizeof(section);
    header *head = tl_alloc_zero(1, length);
    lay_out(writer, build, head, (section *)(head + 1));
    bool ok = writer->count <= MOST_SECTIONS && give(sink, head, length);
    for (size_t i = 0; i < writer->count && ok; i++) {
        const tl_image_section *added = &writer->sections[i];
        ok = give(sink, added->items, added->count * added->size);
    }
    free(head);
    return ok;
}

void
tl_image_writer_clear(tl_image_writer *writer)
{
    free(writer->sections);
    tl_arena_clear(&writer->arena);
    *writer = (tl_image_writer){0};
}

static size_t
count_of(const tl_image_part *part, const char *object)
{
    size_t count = 1;
    if (part->count != TL_IMAGE_VALUE) {
        memcpy(&count, object + part->count, sizeof count);
    }
    return count;
}

void
tl_image_add_parts(tl_image_writer *writer, const tl_image_part *parts, size_t part_count,
                   const void *object)
{
    for (size_t i = 0; i < part_count; i++) {
        const void *items = (const char *)object + parts[i].items;
        if (parts[i].count != TL_IMAGE_VALUE) {
            memcpy(&items, items, sizeof items);
        }
        tl_image_add(writer, parts[i].name, items, count_of(&parts[i], object), parts[i].size);
    }
}

/* True if the first parts that have the counter of part `at` are as long as it. */
static bool
is_as_long(const tl_image_part *parts, size_t at, size_t count, const char *object)
{
    for (size_t i = 0; i < at; i++) {
        if (parts[i].count == parts[at].count && count_of(&parts[i], object) != count) {
            return false;
        }
    }
    return true;
}

bool
tl_image_find_parts(const tl_image *image, const tl_image_part *parts, size_t part_count,
                    void *object)
{
    for (size_t i = 0; i < part_count; i++) {
        size_t count;
        const void *items = tl_image_find(image, parts[i].name, parts[i].size, &count);
        char *member = (char *)object + parts[i].items;
        bool is_value = parts[i].count == TL_IMAGE_VALUE;
        if (items == NULL || (is_value ? count != 1 : !is_as_long(parts, i, count, object))) {
            return false;
        }
        if (is_value) {
            memcpy(member, items, parts[i].size);
        } else {
            memcpy(member, &items, sizeof items);
            memcpy((char *)object + parts[i].count, &count, sizeof count);
        }
    }
    return true;
}
