/* SPDX-License-Identifier: MPL-2.0 */
/* Files groups under the residues of their beginnings: in the buckets, and in the filter of what
 * may stand alone. In a large index every bucket is far from the one before, so the residues are
 * first staged part by part of the buckets, and each part is filled by itself. What is staged is
 * bounded: the parts are done in several rounds, in each of which all residues are made again. */
#include "scan/near_filing.h"
#include "scan/residues.h"

#include "base/alloc.h"

#include <stdlib.h>

enum {
    PART_BITS = 8,
    PARTS = 1 << PART_BITS,
    GROUP_BITS = 24,
    STAGED_BITS = 64 - GROUP_BITS - TL_NEAR_LAST_BITS, /* of the hash behind those of its part */
    MOST_STAGED = 1 << 24,                             /* residues */
    ENTRIES_PER_BUCKET = 4,                            /* at most, on the average */
    RESIDUES_PER_BLOCK = 4,
};

/* How many residues each part has, and how many go into the filter. */
typedef struct census {
    size_t of_part[PARTS], all, alone;
    bool *is_alone; /* by group: some key of it is marked so */
} census;

static bool
has_alone(const tl_near_index *index, size_t group)
{
    for (uint32_t i = index->groups[group]; i < index->groups[group + 1]; i++) {
        if (index->keys[i].is_alone) {
            return true;
        }
    }
    return false;
}

static size_t
residues_of_group(const tl_near_index *index, size_t group, uint64_t hashes[TL_MAX_RESIDUES])
{
    const tl_filed_key *first = &index->keys[index->groups[group]];
    tl_beginning word = tl_beginning_of(tl_near_key_of(index, first));
    return tl_residues_of(&word, tl_near_limit(first->letters), hashes);
}

static size_t
part_of(uint64_t hash)
{
    return hash >> (64 - PART_BITS);
}

static void
count_residues(const tl_near_index *index, census *counted)
{
    counted->is_alone = tl_alloc_zero(index->group_count, sizeof *counted->is_alone);
    for (size_t group = 0; group < index->group_count; group++) {
        uint64_t hashes[TL_MAX_RESIDUES];
        size_t found = residues_of_group(index, group, hashes);
        for (size_t i = 0; i < found; i++) {
            counted->of_part[part_of(hashes[i])]++;
        }
        counted->is_alone[group] = has_alone(index, group);
        counted->all += found;
        counted->alone += counted->is_alone[group] ? found : 0;
    }
}

unsigned
tl_near_shift_of(size_t count)
{
    unsigned shift = 64;
    if (count <= 1 || (count & (count - 1)) != 0) {
        return 0;
    }
    for (size_t one = 1; one < count; one *= 2) {
        shift--;
    }
    return shift;
}

/* Every part has one at least. */
static size_t
power_of_two_from(size_t least)
{
    size_t power = PARTS;
    while (power < least) {
        power *= 2;
    }
    return power;
}

static void
make_room(tl_near_index *index, const census *counted)
{
    size_t buckets = power_of_two_from(counted->all / ENTRIES_PER_BUCKET);
    index->bucket_shift = tl_near_shift_of(buckets);
    index->bucket_ends = buckets + 1;
    index->buckets = tl_alloc_zero(buckets + 1, sizeof *index->buckets);
    index->entry_count = counted->all;
    index->entries = tl_alloc_zero(counted->all, sizeof *index->entries);
    index->alone_count = power_of_two_from(counted->alone / RESIDUES_PER_BLOCK);
    index->alone_shift = tl_near_shift_of(index->alone_count);
    index->alone = tl_alloc_zero(index->alone_count, sizeof *index->alone);
}

/* -- staging ---------------------------------------------------------------------------------- */

/* Parts [first, end), the residues of which are staged together. */
typedef struct round {
    size_t first, end, count;
    uint64_t *staged;   /* part by part, in each in order of the groups */
    size_t ends[PARTS]; /* of what is staged, by part */
} round;

static uint64_t
pack(uint64_t hash, size_t group)
{
    uint64_t last = hash & ((UINT64_C(1) << TL_NEAR_LAST_BITS) - 1);
    uint64_t behind_part = hash << PART_BITS >> (64 - STAGED_BITS);
    return (behind_part << TL_NEAR_LAST_BITS | last) << GROUP_BITS | group;
}

/* The hash again, but for bits that nobody asks for. */
static uint64_t
unpack(uint64_t staged, size_t part, size_t *group)
{
    uint64_t behind_part = staged >> (64 - STAGED_BITS);
    uint64_t last = staged >> GROUP_BITS & ((UINT64_C(1) << TL_NEAR_LAST_BITS) - 1);
    *group = staged & (TL_MAX_GROUPS - 1);
    return (uint64_t)part << (64 - PART_BITS) | behind_part << (64 - PART_BITS - STAGED_BITS) |
           last;
}

/* As many parts from `first` on as may be staged together. */
static round
round_from(const census *counted, size_t first)
{
    round made = {.first = first, .end = first};
    do {
        made.ends[made.end] = made.count; /* grows as it is filled */
        made.count += counted->of_part[made.end++];
    } while (made.end < PARTS && made.count + counted->of_part[made.end] <= MOST_STAGED);
    return made;
}

static void
stage(const tl_near_index *index, round *at)
{
    for (size_t group = 0; group < index->group_count; group++) {
        uint64_t hashes[TL_MAX_RESIDUES];
        size_t found = residues_of_group(index, group, hashes);
        for (size_t i = 0; i < found; i++) {
            size_t part = part_of(hashes[i]);
            if (part >= at->first && part < at->end) {
                at->staged[at->ends[part]++] = pack(hashes[i], group);
            }
        }
    }
}

/* -- filing ----------------------------------------------------------------------------------- */

/* Lays the entries of a part out bucket by bucket: how many each has, where it ends, then the
 * entries from its end on, so that it is left with where it begins. */
static void
file_part(tl_near_index *index, const census *counted, size_t part, const uint64_t *staged,
          size_t entry)
{
    size_t count = counted->of_part[part], width = (index->bucket_ends - 1) / PARTS, group;
    for (size_t i = 0; i < count; i++) {
        index->buckets[unpack(staged[i], part, &group) >> index->bucket_shift]++;
    }
    for (size_t i = part * width; i < (part + 1) * width; i++) {
        entry += index->buckets[i];
        index->buckets[i] = (uint32_t)entry;
    }
    for (size_t i = 0; i < count; i++) {
        uint64_t hash = unpack(staged[i], part, &group);
        uint32_t at = --index->buckets[hash >> index->bucket_shift];
        index->entries[at] = (uint32_t)group | tl_near_tag_of(hash);
        if (counted->is_alone[group]) {
            index->alone[hash >> index->alone_shift] |= tl_near_bits_of(hash);
        }
    }
}

void
tl_near_index_file_groups(tl_near_index *index)
{
    census counted = {.all = 0};
    size_t entry = 0;
    count_residues(index, &counted);
    make_room(index, &counted);
    for (size_t part = 0; part < PARTS;) {
        round at = round_from(&counted, part);
        at.staged = tl_alloc_zero(at.count, sizeof *at.staged);
        stage(index, &at);
        for (; part < at.end; part++) {
            file_part(index, &counted, part, at.staged + at.ends[part] - counted.of_part[part],
                      entry);
            entry += counted.of_part[part];
        }
        free(at.staged);
    }
    index->buckets[index->bucket_ends - 1] = (uint32_t)index->entry_count;
    free(counted.is_alone);
}
