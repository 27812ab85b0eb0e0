/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TESTS_FUZZ_BROKEN_IMAGE_H
#define TESTS_FUZZ_BROKEN_IMAGE_H

/* Images (base/image.h) that are broken where it hurts: the input says which number of which array
 * is to be what, or which row of the table that says where the arrays lie. The checksum is made
 * right again, so that it is what stands behind it that has to hold. */
#include "require.h"

#include "base/buf.h"
#include "base/hash.h"

#include <stdlib.h>
#include <string.h>

/* As base/image.c has it, which require_layout() sees to. */
typedef struct broken_header {
    char magic[8];
    uint64_t checksum, length, section_count;
    char build[32];
} broken_header;

typedef struct broken_section {
    char name[8];
    uint64_t at, count, size;
} broken_section;

typedef struct broken_image {
    char *bytes; /* owned; aligned as an image is */
    size_t length;
} broken_image;

static inline uint64_t
broken_checksum(const char *bytes)
{
    const broken_header *head = (const void *)bytes;
    tl_str rest = {bytes + offsetof(broken_header, length),
                   sizeof *head - offsetof(broken_header, length)};
    tl_str table = {bytes + sizeof *head, head->section_count * sizeof(broken_section)};
    return tl_hash_pair(tl_hash_bytes(rest), tl_hash_bytes(table));
}

/* A copy of an image that is whole. */
static inline broken_image
broken_image_of(tl_str whole)
{
    broken_image image = {.length = whole.len};
    image.bytes = aligned_alloc(64, (whole.len + 63) / 64 * 64);
    memcpy(image.bytes, whole.ptr, whole.len);
    const broken_header *head = (const void *)image.bytes;
    require(broken_checksum(image.bytes) == head->checksum); /* or the layout is another one */
    return image;
}

/* One change, as the input has it. */
typedef struct broken_change {
    unsigned section, at, kind, value;
} broken_change;

enum { BROKEN_CHANGE_BYTES = 5 };

/* The bytes that a section number stands for; one more than there are is the table. */
static inline tl_str
broken_place(const broken_image *image, tl_str whole, unsigned number)
{
    const broken_header *head = (const void *)whole.ptr;
    const broken_section *sections = (const void *)(head + 1);
    number %= (unsigned)head->section_count + 1;
    if (number == head->section_count) {
        return (tl_str){image->bytes + sizeof *head, number * sizeof *sections};
    }
    return (tl_str){image->bytes + sections[number].at,
                    sections[number].count * sections[number].size};
}

/* What a number may be that is meant to be wrong: at an edge, or near to what it was. */
static inline uint32_t
broken_number(uint32_t was, const broken_change *change, size_t length)
{
    const uint32_t edges[] = {0,           1,        UINT32_MAX, UINT32_MAX - 1,
                              INT32_MAX,   1u << 31, UINT16_MAX, (uint32_t)length,
                              was + 1,     was - 1,  was * 2,    was / 2,
                              was + 0x100, was << 8, ~was,       was ^ 1u << 31};
    return edges[change->value % (sizeof edges / sizeof *edges)];
}

static inline void
broken_apply(broken_image *image, tl_str whole, const broken_change *change)
{
    tl_str place = broken_place(image, whole, change->section);
    char *bytes = (char *)(uintptr_t)place.ptr;
    if (place.len < sizeof(uint32_t)) {
        return;
    }
    size_t at = change->at % place.len, last = place.len - sizeof(uint32_t);
    size_t number_at = at / sizeof(uint32_t) * sizeof(uint32_t);
    uint32_t number;
    number_at = number_at < last ? number_at : last;
    memcpy(&number, bytes + number_at, sizeof number);
    switch (change->kind % 4) {
    case 0: bytes[at] = (char)(bytes[at] ^ change->value); return;
    case 1: number = change->value; break;
    case 2: number = broken_number(number, change, place.len); break;
    default: /* what another element says */
        memcpy(&number, bytes + change->value * sizeof number % (last + 1), sizeof number);
    }
    memcpy(bytes + number_at, &number, sizeof number);
}

/* Breaks a copy of `whole` as the input says. */
static inline void
broken_image_break(broken_image *image, tl_str whole, const unsigned char *data, size_t size)
{
    for (; size >= BROKEN_CHANGE_BYTES; data += BROKEN_CHANGE_BYTES, size -= BROKEN_CHANGE_BYTES) {
        const broken_change change = {.section = data[0],
                                      .at = data[1] | (unsigned)data[2] << 8,
                                      .kind = data[3],
                                      .value = data[4]};
        broken_apply(image, whole, &change);
    }
    broken_header *head = (void *)image->bytes;
    head->checksum = broken_checksum(image->bytes);
}

#endif
