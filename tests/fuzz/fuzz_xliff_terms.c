/* SPDX-License-Identifier: MPL-2.0 */
/* Any bytes as XLIFF with a glossary. */
#include "formats.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    try_format("xlf", data, size);
    return 0;
}
