/* SPDX-License-Identifier: MPL-2.0 */
/* The list of offers: a new one is a row `tl_lsp_offer_<name>` in the file of its subject, and its
 * name here. */
#include "lsp/offer.h"

#include <string.h>

#define OFFERS(X)     \
    X(accept_comment) \
    X(accept_sic)     \
    X(admit)          \
    X(distinguish)    \
    X(deprecate)      \
    X(add_concept)    \
    X(switch_off)

#define DECLARE(name) extern const tl_lsp_offer tl_lsp_offer_##name;
OFFERS(DECLARE)

#define POINTER(name) &tl_lsp_offer_##name,
static const tl_lsp_offer *const offers[] = {OFFERS(POINTER)};

enum { COUNT = sizeof offers / sizeof offers[0], LONGEST_TITLE = 60 };

const tl_lsp_offer *
tl_lsp_offer_at(size_t index)
{
    return index < COUNT ? offers[index] : NULL;
}

const tl_lsp_offer *
tl_lsp_offer_find(const char *name)
{
    for (size_t i = 0; i < COUNT; i++) {
        if (strcmp(offers[i]->name, name) == 0) {
            return offers[i];
        }
    }
    return NULL;
}

void
tl_lsp_add_text(const tl_lsp_case *given, tl_buf *title)
{
    tl_str text = given->text;
    size_t end = tl_str_find_byte(text, '\n', 0);
    if (end > LONGEST_TITLE) {
        end = LONGEST_TITLE;
        while (end > 0 && ((unsigned char)text.ptr[end] & 0xC0u) == 0x80u) {
            end--;
        }
    }
    tl_buf_add_format(title, "“%.*s%s”", (int)end, text.ptr, end < text.len ? "…" : "");
}
