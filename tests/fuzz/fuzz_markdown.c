/* SPDX-License-Identifier: MPL-2.0 */
/* Any bytes as Markdown. */
#include "fix_check.h"
#include "reader_check.h"

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size);

int
LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    require_readable("markdown", data, size);
    require_fixable("fuzz.md", (tl_str){(const char *)data, size}, true);
    return 0;
}
