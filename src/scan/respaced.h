/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_SCAN_RESPACED_H
#define TL_SCAN_RESPACED_H

#include "scan/scan.h"

/* Words of a name that are joined otherwise than in its form, or have another letter case in there:
 * "Mamed Zade", "Mamedzade", "Mamed-Zade" for "Mamed-zade". */
typedef struct tl_respaced {
    uint32_t first, count; /* words of the scan; count 0: there are none */
    tl_str meant;          /* as they are to be written, in the case that they have */
} tl_respaced;

/* The first such run of a hit, which may be in any case; `meant` is in the arena. */
tl_respaced tl_hit_respaced(const tl_scan *scan, const tl_hit *hit, tl_arena *arena);

/* The words of the hit with that run as it should be. */
tl_str tl_respaced_whole(const tl_scan *scan, const tl_hit *hit, const tl_respaced *run,
                         tl_arena *arena);

#endif
