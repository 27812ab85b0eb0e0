/* SPDX-License-Identifier: MPL-2.0 */
/* Lists of words by document: what is kept of a document once it has been checked, so it is small:
 * some blocks of memory, no word twice, and of each place three or four bytes: the number of the
 * word, that of the segment if it is not the one of the place before, and how many words further it
 * stands. Knows nothing of what
 * the words mean. */
#include "report/tally.h"

#include "base/alloc.h"
#include "base/array.h"

#include <stdlib.h>
#include <string.h>

static void
clear_document(tl_tally_document *document)
{
    free(document->name);
    free(document->hashes);
    free(document->links);
    tl_buf_clear(&document->words);
    tl_buf_clear(&document->places);
}

void
tl_tally_clear(tl_tally *tally)
{
    for (size_t i = 0; i < tally->count; i++) {
        clear_document(&tally->documents[i]);
    }
    free(tally->documents);
    *tally = (tl_tally){0};
}

static tl_tally_document *
add_document(tl_tally *tally)
{
    tally->documents = tl_array_reserve(tally->documents, &tally->capacity, tally->count + 1,
                                        sizeof *tally->documents);
    return &tally->documents[tally->count++];
}

void
tl_tally_begin(tl_tally *tally, tl_str name)
{
    char *copy = tl_alloc_zero(name.len + 1, 1);
    memcpy(copy, name.len ? name.ptr : "", name.len);
    *add_document(tally) = (tl_tally_document){.name = copy};
}

void
tl_tally_add(tl_tally *tally, uint64_t hash, tl_str word)
{
    tl_tally_document *document = &tally->documents[tally->count - 1];
    document->hashes = tl_array_reserve(document->hashes, &document->capacity, document->count + 1,
                                        sizeof *document->hashes);
    document->hashes[document->count++] = hash;
    tl_buf_add(&document->words, word);
    tl_buf_add_byte(&document->words, '\0');
}

void
tl_tally_link(tl_tally *tally, uint32_t first, uint32_t second)
{
    tl_tally_document *document = &tally->documents[tally->count - 1];
    document->links = tl_array_reserve(document->links, &document->link_capacity,
                                       document->link_count + 1, sizeof *document->links);
    document->links[document->link_count++] = (struct tl_tally_link){first, second};
}

enum { MORE = 0x80, PER_BYTE = 7, NUMBER_MAX = 10 /* bytes */ };

/* The lowest seven bits first. Returns the end. */
static char *
put_number(char *to, uint64_t number)
{
    for (; number >= MORE; number >>= PER_BYTE) {
        *to++ = (char)(number | MORE);
    }
    *to++ = (char)number;
    return to;
}

static uint64_t
next_number(const tl_buf *from, size_t *at)
{
    uint64_t number = 0;
    unsigned char byte = MORE;
    for (unsigned shift = 0; byte & MORE && *at < from->len; shift += PER_BYTE) {
        byte = (unsigned char)from->ptr[(*at)++];
        number |= (uint64_t)(byte & (MORE - 1)) << shift;
    }
    return number;
}

void
tl_tally_add_place(tl_tally *tally, tl_tally_place place)
{
    tl_tally_document *document = &tally->documents[tally->count - 1];
    char *begin = tl_buf_reserve(&document->places, 3 * NUMBER_MAX), *end = begin;
    bool is_elsewhere = place.segment != document->last.segment;
    end = put_number(end, (uint64_t)place.word << 1 | is_elsewhere);
    if (is_elsewhere) {
        end = put_number(end, place.segment);
        document->last.at = 0;
    }
    end = put_number(end, place.at - document->last.at);
    document->places.len += (size_t)(end - begin);
    document->last = place;
}

bool
tl_tally_next_place(const tl_tally_document *document, tl_tally_walk *walk)
{
    const tl_buf *places = &document->places;
    if (walk->read >= places->len) {
        return false;
    }
    uint64_t number = next_number(places, &walk->read);
    walk->place.word = (uint32_t)(number >> 1);
    if (number & 1) {
        walk->place.segment = (uint32_t)next_number(places, &walk->read);
        walk->place.at = 0;
    }
    walk->place.at += (uint32_t)next_number(places, &walk->read);
    return true;
}

static void *
copy_of(const void *items, size_t count, size_t size)
{
    return count ? memcpy(tl_alloc_zero(count, size), items, count * size) : NULL;
}

void
tl_tally_add_all(tl_tally *into, const tl_tally *from)
{
    for (size_t i = 0; i < from->count; i++) {
        const tl_tally_document *old = &from->documents[i];
        tl_tally_begin(into, tl_str_from(old->name));
        tl_tally_document *added = &into->documents[into->count - 1];
        added->hashes = copy_of(old->hashes, old->count, sizeof *old->hashes);
        added->links = copy_of(old->links, old->link_count, sizeof *old->links);
        added->count = added->capacity = old->count;
        added->link_count = added->link_capacity = old->link_count;
        tl_buf_add(&added->words, tl_buf_str(&old->words));
        tl_buf_add(&added->places, tl_buf_str(&old->places));
    }
}

void
tl_tally_merge(tl_tally *into, tl_tally *from)
{
    for (size_t i = 0; i < from->count; i++) {
        *add_document(into) = from->documents[i];
    }
    free(from->documents);
    *from = (tl_tally){0};
}
