/* SPDX-License-Identifier: MPL-2.0 */
/* Files of counts: whatever is read is written so that reading it again gives the same bytes, and
 * candidates can be made of it. */
#include "termlint_tools.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static termlint_bytes
write(const termlint_discovery *discovery, const char *format)
{
    termlint_checker *checker = termlint_checker_new();
    termlint_bytes bytes = termlint_discovery_write(discovery, checker, format, NULL);
    termlint_checker_free(checker);
    return bytes;
}

static void
read_back(termlint_bytes counts)
{
    termlint_discovery *again = termlint_discovery_new();
    if (!termlint_discovery_read(again, "counts", counts.ptr, counts.length, NULL)) {
        abort();
    }
    termlint_bytes same = write(again, "counts");
    if (same.length != counts.length || memcmp(same.ptr, counts.ptr, counts.length) != 0) {
        abort();
    }
    free(same.ptr);
    termlint_discovery_free(again);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    termlint_discovery *discovery = termlint_discovery_new();
    if (termlint_discovery_read(discovery, "counts", (const char *)data, size, NULL)) {
        termlint_bytes counts = write(discovery, "counts"), yaml = write(discovery, "yaml");
        read_back(counts);
        free(counts.ptr);
        free(yaml.ptr);
    }
    termlint_discovery_free(discovery);
    return 0;
}
