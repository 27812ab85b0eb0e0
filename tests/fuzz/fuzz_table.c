/* SPDX-License-Identifier: MPL-2.0 */
/* Any bytes as a termbase in a table; the first says whether with commas, tabs, or as YAML. */
#include "formats.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size > 0) {
        const char *name = data[0] % 2 == 1 ? "yaml" : size % 2 ? "csv" : "tsv";
        try_format(name, data + 1, size - 1);
    }
    return 0;
}
