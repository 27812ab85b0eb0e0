/* SPDX-License-Identifier: MPL-2.0 */
/* Any bytes as UTF-8: decoding moves forward and ends, replaces just what is ill-formed, and what
 * is well-formed comes back byte for byte. */
#include "require.h"

#include "base/utf8.h"

#include <string.h>

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size);

static void
check_backwards(tl_str str)
{
    size_t end = str.len, count = 0;
    while (end > 0) {
        size_t before = end;
        uint32_t code_point = tl_utf8_previous(str, &end);
        size_t at = end;
        require(end < before && tl_utf8_next(str, &at) == code_point && at == before);
        count++;
    }
    require(count == tl_utf8_length(str));
}

int
LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    tl_str str = {(const char *)data, size};
    size_t invalid_at = tl_utf8_invalid_at(str);
    require(invalid_at <= size);
    for (size_t at = 0; at < size;) {
        size_t before = at;
        uint32_t code_point = tl_utf8_next(str, &at);
        char bytes[TL_UTF8_MAX];
        size_t length = tl_utf8_encode(code_point, bytes);
        require(at > before && at <= size && code_point <= 0x10FFFF);
        bool same = length == at - before && memcmp(bytes, str.ptr + before, length) == 0;
        require(same || (code_point == 0xFFFD && before >= invalid_at));
        require(before != invalid_at || !same);
    }
    check_backwards(tl_str_slice(str, 0, invalid_at));
    return 0;
}
