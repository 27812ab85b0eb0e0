/* SPDX-License-Identifier: MPL-2.0 */
/* The list of termbase formats: a new one is a file with a row `tl_termbase_format_<name>`, and its
 * name here. The first is that of every file which no other claims. */
#include "termbase/formats.h"

#define FORMATS(X) X(yaml) X(tbx) X(tbx_dct) X(tbx2) X(tbx_min) X(utx) X(csv) X(tsv) X(xliff)

#define DECLARE(name) extern const tl_termbase_format tl_termbase_format_##name;
FORMATS(DECLARE)

#define POINTER(name) &tl_termbase_format_##name,
static const tl_termbase_format *const formats[] = {FORMATS(POINTER)};

enum { FORMAT_COUNT = sizeof formats / sizeof formats[0] };

const tl_termbase_format *const *
tl_termbase_formats(size_t *count)
{
    *count = FORMAT_COUNT;
    return formats;
}

const tl_termbase_format *
tl_termbase_format_find(tl_str id)
{
    for (size_t i = 0; i < FORMAT_COUNT; i++) {
        if (tl_str_equal(tl_str_from(formats[i]->id), id)) {
            return formats[i];
        }
    }
    return NULL;
}

static tl_str
extension_of(tl_str path)
{
    size_t begin = path.len;
    while (begin > 0 && path.ptr[begin - 1] != '.' && path.ptr[begin - 1] != '/') {
        begin--;
    }
    bool is_extension = begin > 0 && path.ptr[begin - 1] == '.';
    return tl_str_slice(path, is_extension ? begin : path.len, path.len);
}

static bool
claims_extension(const tl_termbase_format *format, tl_str extension)
{
    tl_str rest = tl_str_from(format->extensions), claimed;
    while (tl_str_split(&rest, '|', &claimed)) {
        if (claimed.len && tl_str_equal_ascii_nocase(claimed, extension)) {
            return true;
        }
    }
    return false;
}

const tl_termbase_format *
tl_termbase_format_of(tl_str path, tl_str beginning)
{
    tl_str extension = extension_of(path);
    for (size_t i = 0; i < FORMAT_COUNT; i++) {
        if (formats[i]->is_begun_by && formats[i]->is_begun_by(beginning)) {
            return formats[i];
        }
    }
    for (size_t i = 0; i < FORMAT_COUNT; i++) {
        if (claims_extension(formats[i], extension)) {
            return formats[i];
        }
    }
    return formats[0];
}

bool
tl_termbase_begins(tl_str beginning)
{
    for (size_t i = 0; i < FORMAT_COUNT; i++) {
        const tl_termbase_format *format = formats[i];
        if (!format->is_document && format->is_begun_by && format->is_begun_by(beginning)) {
            return true;
        }
    }
    return false;
}
