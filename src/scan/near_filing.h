/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_SCAN_NEAR_FILING_H
#define TL_SCAN_NEAR_FILING_H

#include "base/buf.h"
#include "scan/filter.h"
#include "scan/near_index.h"

/* Inside near_index*.c: how the keys are filed. Those with one beginning and one limit are a group,
 * and a group has an entry for each residue of its beginning. */

enum {
    TL_TWO_EDITS_FROM = 7,
    TL_MAX_GROUPS = 1 << 24 /* other bits of an entry are of the hash */
};

typedef struct tl_filed_key {
    uint32_t offset; /* of its bytes */
    uint32_t id;
    uint8_t length, letters; /* bytes, code points */
    uint8_t head;            /* bytes of the letters that are filed */
    bool is_alone;
    uint32_t letter_set;
} tl_filed_key;

struct tl_near_index {
    tl_filed_key *keys; /* in groups, once it is built */
    size_t count, capacity;
    tl_buf bytes;     /* of the keys */
    uint32_t *groups; /* the first key of each, and behind the last the count of keys */
    size_t group_count, group_ends; /* the latter is one more, or 0 */
    uint32_t *buckets; /* the first entry of each, and behind the last the count of entries */
    size_t bucket_ends, bucket_mask;
    uint32_t *entries; /* group | eight bits of the residue's hash << 24 */
    size_t entry_count;
    tl_filter alone; /* the residues of groups that have a key marked so */
    bool is_mapped;  /* all of it is an image's */
};

static inline tl_str
tl_near_key_of(const tl_near_index *index, const tl_filed_key *filed)
{
    return tl_str_slice(tl_buf_str(&index->bytes), filed->offset,
                        (size_t)filed->offset + filed->length);
}

/* The bits of a residue's hash that its entries have. */
static inline uint32_t
tl_near_tag_of(uint64_t hash)
{
    return (uint32_t)(hash >> 56) << 24;
}

#endif
