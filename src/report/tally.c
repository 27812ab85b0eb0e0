/* SPDX-License-Identifier: MPL-2.0 */
/* Lists of words by document: what is kept of a document once it has been checked, so it is small:
 * two blocks of memory, and no word twice. Knows nothing of what the words mean. */
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

void
tl_tally_merge(tl_tally *into, tl_tally *from)
{
    for (size_t i = 0; i < from->count; i++) {
        *add_document(into) = from->documents[i];
    }
    free(from->documents);
    *from = (tl_tally){0};
}
