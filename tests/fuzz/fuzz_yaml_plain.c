/* SPDX-License-Identifier: MPL-2.0 */
/* Any bytes as YAML: what is read without libyaml is what libyaml reads. */
#include "yaml_check.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    check_yaml((tl_str){(const char *)data, size});
    return 0;
}
