/* SPDX-License-Identifier: MPL-2.0 */
/* The list of termbase formats: a new one is a file with a row `tl_termbase_format_<name>`, and its
 * name here. The first is that of every file which no other claims. */
#include "termbase/formats.h"

#define FORMATS(X) X(yaml) X(csv) X(tsv)

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

const tl_termbase_format *
tl_termbase_format_for(tl_str path)
{
    tl_str extension = extension_of(path);
    for (size_t i = 0; i < FORMAT_COUNT; i++) {
        tl_str rest = tl_str_from(formats[i]->extensions), claimed;
        while (tl_str_split(&rest, '|', &claimed)) {
            if (tl_str_equal_ascii_nocase(claimed, extension)) {
                return formats[i];
            }
        }
    }
    return formats[0];
}

void
tl_dropped_add(tl_dropped *dropped, const char *what, size_t count)
{
    size_t at = 0;
    while (at < dropped->count &&
           !tl_str_equal(tl_str_from(dropped->items[at].what), tl_str_from(what))) {
        at++;
    }
    if (count == 0 || at == sizeof dropped->items / sizeof dropped->items[0]) {
        return;
    }
    if (at == dropped->count) {
        dropped->items[dropped->count++].what = what;
    }
    dropped->items[at].count += count;
}
