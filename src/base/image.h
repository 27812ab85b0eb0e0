/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_BASE_IMAGE_H
#define TL_BASE_IMAGE_H

#include "base/arena.h"
#include "base/sink.h"

/* Arrays of plain structs, written one after the other under names, to be read where they lie: what
 * took long to make need not be made again, and of a large file only what is asked for is touched.
 * An image is for the program that wrote it, on the machine that did. It is not trusted: what holds
 * the arrays together is checked when it is opened, and what stands in them is the reader's to
 * check before it is used as an index. */
typedef struct tl_image {
    tl_str bytes; /* borrowed; aligned as for any type */
} tl_image;

/* Takes the bytes for an image. False if they are none of this `build` of the program (32 bytes at
 * most), or broken. */
bool tl_image_open(tl_image *image, tl_str bytes, tl_str build);

/* The array under a name of up to eight letters, *count elements of `size` bytes. NULL if there is
 * none or its elements are of another size. */
const void *tl_image_find(const tl_image *image, const char *name, size_t size, size_t *count);

/* An image that is to be written. All-zero is empty. What is added is borrowed until then. */
typedef struct tl_image_writer {
    struct tl_image_section *sections; /* owned */
    size_t count, capacity;
    tl_arena arena; /* of what is only made to be written */
} tl_image_writer;

void tl_image_add(tl_image_writer *writer, const char *name, const void *items, size_t count,
                  size_t size);

/* Hands the image to the sink in pieces; false if that wants no more. */
bool tl_image_write(const tl_image_writer *writer, tl_str build, const tl_sink *sink);
void tl_image_writer_clear(tl_image_writer *writer);

/* A member of a struct that is an array in the image: a pointer, and a size_t that counts. Or the
 * value itself, where `count` is TL_IMAGE_VALUE. */
typedef struct tl_image_part {
    const char *name;
    size_t items, count; /* offsets in the struct */
    size_t size;         /* of an element */
} tl_image_part;

#define TL_IMAGE_VALUE SIZE_MAX

/* A row of such a table: of struct `type` the array `member`, counted by member `counter`. */
#define TL_IMAGE_ARRAY(name, type, member, counter)            \
    {                                                          \
        name, offsetof(type, member), offsetof(type, counter), \
            sizeof *((const type *)NULL)->member               \
    }

#define TL_IMAGE_PLAIN(name, type, member)                                               \
    {                                                                                    \
        name, offsetof(type, member), TL_IMAGE_VALUE, sizeof((const type *)NULL)->member \
    }

void tl_image_add_parts(tl_image_writer *writer, const tl_image_part *parts, size_t part_count,
                        const void *object);

/* Points all members into the image; false, and none is to be used, if one is not there, or if two
 * that share a counter are not equally long. */
bool tl_image_find_parts(const tl_image *image, const tl_image_part *parts, size_t part_count,
                         void *object);

#endif
