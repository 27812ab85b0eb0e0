/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_RULES_KEYED_H
#define TL_RULES_KEYED_H

#include "rules/pass.h"

/* What a rule remembers of a document, one record for each key, in order of first use. Keys are
 * addresses, such as that of an entry. All-zero is empty; all of it is in the document's arena. */
typedef struct tl_keyed {
    struct tl_keyed_record *records;
    uint32_t *slots;    /* 1 + index into records; 0: free */
    size_t count, size; /* a power of two of slots, half as many records */
} tl_keyed;

/* The record of `key`: `size` bytes, all zero the first time. Always the same size for one table.
 */
void *tl_keyed_get(tl_keyed *table, tl_pass *pass, const void *key, size_t size);

/* The same, but NULL if it has none. */
void *tl_keyed_find(const tl_keyed *table, const void *key);

/* The record number `index`, or NULL behind the last; *key (unless NULL) is set to its key. */
void *tl_keyed_at(const tl_keyed *table, size_t index, const void **key);

/* The table that is all of the running rule's state. */
tl_keyed *tl_keyed_of(tl_pass *pass);

#endif
