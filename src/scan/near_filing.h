/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_SCAN_NEAR_FILING_H
#define TL_SCAN_NEAR_FILING_H

#include "base/buf.h"
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
    uint8_t is_alone;        /* 0: no; a byte, of which an image may hold any */
    uint32_t letter_set;
} tl_filed_key;

struct tl_near_index {
    tl_filed_key *keys; /* in groups, once it is built */
    size_t count, capacity;
    tl_buf bytes;     /* of the keys */
    uint32_t *groups; /* the first key of each, and behind the last the count of keys */
    size_t group_count, group_ends; /* the latter is one more, or 0 */
    uint32_t *buckets; /* the first entry of each, and behind the last the count of entries */
    size_t bucket_ends;
    uint32_t *entries; /* group | eight bits of the residue's hash << 24 */
    size_t entry_count;
    uint64_t *alone; /* a Bloom filter of the residues of groups that have a key marked so */
    size_t alone_count;
    unsigned bucket_shift, alone_shift; /* what leaves a hash the number of its bucket, its block */
    bool is_mapped;                     /* all of it is an image's */
};

/* Files the groups under their residues. */
void tl_near_index_file_groups(tl_near_index *index);

/* By how much a hash is shifted to be the number of one of so many; 0 if they are no power of two.
 */
unsigned tl_near_shift_of(size_t count);

static inline tl_str
tl_near_key_of(const tl_near_index *index, const tl_filed_key *filed)
{
    return tl_str_slice(tl_buf_str(&index->bytes), filed->offset,
                        (size_t)filed->offset + filed->length);
}

/* What a residue's hash is used for: its first bits are the number of its bucket and that of its
 * block of the filter, so that both are filled from one end to the other; of its last 20 eight are
 * in its entries, and all tell its bits in the block. */
enum { TL_NEAR_LAST_BITS = 20 };

static inline uint32_t
tl_near_tag_of(uint64_t hash)
{
    return (uint32_t)hash << 24;
}

/* A word asks for so many residues that with fewer bits some would pass by chance. */
enum { TL_NEAR_BITS = 5, TL_NEAR_PLACE = 6 };

/* The places of a residue's bits in a block, TL_NEAR_PLACE bits for each. */
static inline uint64_t
tl_near_places_of(uint64_t hash)
{
    uint64_t last = hash & ((UINT64_C(1) << TL_NEAR_LAST_BITS) - 1);
    return last * UINT64_C(0x9e3779b97f4a7c15) >> (64 - TL_NEAR_BITS * TL_NEAR_PLACE);
}

static inline uint64_t
tl_near_bits_of(uint64_t hash)
{
    uint64_t places = tl_near_places_of(hash), bits = 0;
    for (unsigned i = 0; i < TL_NEAR_BITS; i++, places >>= TL_NEAR_PLACE) {
        bits |= UINT64_C(1) << (places & 63);
    }
    return bits;
}

/* True if the block has all of them: mostly the first one tells that it has not. */
static inline bool
tl_near_block_has(uint64_t block, uint64_t hash)
{
    uint64_t places = tl_near_places_of(hash);
    unsigned left = TL_NEAR_BITS;
    for (; left > 0 && (block >> (places & 63) & 1); left--) {
        places >>= TL_NEAR_PLACE;
    }
    return left == 0;
}

#endif
