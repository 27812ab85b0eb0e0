/* SPDX-License-Identifier: MPL-2.0 */
/* The flags of PO files that name a format of strings: those of gettext, and Weblate's for ICU.
 * Knows with which character the placeholders of a format begin, no format itself. */
#include "readers/po_flag.h"

static const struct {
    const char *flag;
    char begin;
} formats[] = {
    {"c-format", '%'},
    {"objc-format", '%'},
    {"python-format", '%'},
    {"php-format", '%'},
    {"perl-format", '%'},
    {"java-printf-format", '%'},
    {"javascript-format", '%'},
    {"lua-format", '%'},
    {"ruby-format", '%'},
    {"awk-format", '%'},
    {"tcl-format", '%'},
    {"gcc-internal-format", '%'},
    {"gfc-internal-format", '%'},
    {"object-pascal-format", '%'},
    {"qt-format", '%'},
    {"qt-plural-format", '%'},
    {"kde-format", '%'},
    {"boost-format", '%'},
    {"python-brace-format", '{'},
    {"perl-brace-format", '{'},
    {"csharp-format", '{'},
    {"java-format", '{'},
    {"c++-format", '{'},
    {"rust-format", '{'},
    {"icu-message-format", '{'},
    {"sh-format", '$'},
};

static tl_placeholder_use *
use_of(tl_placeholder_uses *uses, char begin)
{
    return begin == '%' ? &uses->percent : begin == '{' ? &uses->brace : &uses->dollar;
}

void
tl_po_take_flag(tl_placeholder_uses *uses, tl_str flag)
{
    static const tl_str no = TL_STR_INIT("no-");
    bool is_denied = tl_str_starts_with(flag, no);
    tl_str format = tl_str_slice(flag, is_denied ? no.len : 0, flag.len);
    for (size_t i = 0; i < sizeof formats / sizeof formats[0]; i++) {
        tl_placeholder_use *use = use_of(uses, formats[i].begin);
        if (tl_str_equal(format, tl_str_from(formats[i].flag)) && *use != TL_PLACEHOLDER_SURE) {
            *use = is_denied ? TL_PLACEHOLDER_NONE : TL_PLACEHOLDER_SURE;
        }
    }
}
