/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_SCAN_ADDRESS_H
#define TL_SCAN_ADDRESS_H

#include "scan/scan.h"

/* "Mrs. Zainetdinov", «г-жа Зейнетдинова»: a form of address tells who is a man and who a woman. */
typedef struct tl_address {
    uint32_t first; /* word of the scan */
    char gender;    /* 'm', 'f'; 0: there is none */
} tl_address;

/* The form of address that stands right before word `word`. */
tl_address tl_address_before(const tl_scan *scan, uint32_t word);

#endif
