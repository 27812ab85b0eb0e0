/* SPDX-License-Identifier: MPL-2.0 */
/* The public face of declension: the six cases of a name as lines of text. Thin, since morph/ knows
 * how names inflect. */
#include "termlint.h"

#include "base/buf.h"
#include "base/error.h"
#include "morph/decline.h"

static const char *const case_names[TL_CASE_COUNT] = {
    [TL_CASE_NOM] = "nom", [TL_CASE_GEN] = "gen", [TL_CASE_DAT] = "dat",
    [TL_CASE_ACC] = "acc", [TL_CASE_INS] = "ins", [TL_CASE_LOC] = "loc",
};

static void
add_case(tl_buf *out, const char *name, const tl_name_forms *forms)
{
    tl_buf_add_format(out, "%s\t", name);
    for (size_t i = 0; i < forms->count; i++) {
        tl_buf_add_cstr(out, i ? "|" : "");
        tl_buf_add(out, forms->items[i]);
    }
    tl_buf_add_byte(out, '\n');
}

char *
termlint_decline(const char *name, char gender)
{
    tl_arena arena = {0};
    tl_buf out = {0};
    tl_declension declension = tl_decline_name(tl_str_from(name), gender, &arena);
    for (size_t i = 0; i < TL_CASE_COUNT; i++) {
        add_case(&out, case_names[i], &declension.cases[i]);
    }
    tl_buf_add_byte(&out, '\0');
    tl_arena_clear(&arena);
    return out.ptr;
}
