/* SPDX-License-Identifier: MPL-2.0 */
/* Any bytes in any encoding, the first byte choosing: what decodes is UTF-8, encodes to the same
 * bytes, and every character of it leads to its own bytes of the file. */
#include "require.h"

#include "base/utf8.h"
#include "source/source.h"

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size);

static void
check_map(tl_source *source)
{
    uint32_t begin = source->encoding == &tl_encoding_utf8 ? 0 : source->mark;
    for (size_t at = 0; at < source->bytes.len;) {
        tl_range range = {(uint32_t)at, 0};
        tl_utf8_next(source->bytes, &at);
        range.end = (uint32_t)at;
        tl_range own = tl_source_in_file(source, range);
        tl_buf decoded = {0};
        require(own.begin == begin && own.end > begin);
        tl_encoding_decode(source->encoding, tl_str_at(source->file, own), &decoded);
        require(tl_str_equal(tl_buf_str(&decoded), tl_str_at(source->bytes, range)));
        tl_buf_clear(&decoded);
        begin = own.end;
    }
    require(begin == source->file.len);
}

static void
check_text(tl_source *source)
{
    tl_buf back = {0};
    uint32_t missing;
    require(tl_utf8_invalid_at(source->bytes) == source->bytes.len);
    require(tl_encoding_encode(source->encoding, source->bytes, &back, &missing));
    size_t mark = source->encoding == &tl_encoding_utf8 ? 0 : source->mark;
    require(tl_str_equal(tl_buf_str(&back), tl_str_slice(source->file, mark, source->file.len)));
    tl_buf_clear(&back);
    check_map(source);
}

int
LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    tl_source source;
    tl_error error = {0};
    const tl_encoding *asked = size ? tl_encoding_at(data[0]) : NULL;
    tl_str bytes = {(const char *)data + (size > 0), size - (size > 0)};
    require(tl_source_init(&source, TL_STR("fuzz"), bytes, &error));
    if (tl_source_decode(&source, asked, TL_STR(""), &error)) {
        require(error.message == NULL);
        check_text(&source);
    } else {
        require(error.message != NULL);
    }
    tl_error_clear(&error);
    tl_source_clear(&source);
    return 0;
}
