/* SPDX-License-Identifier: MPL-2.0 */
/* Any bytes as UTX. */
#include "formats.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    try_format("utx", data, size);
    return 0;
}
