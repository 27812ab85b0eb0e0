/* SPDX-License-Identifier: MPL-2.0 */
/* Whether a given name or a patronymic of a text in Cyrillic is another one than that in its
 * translation: no romanization of any case, no name of the same group, no name from abroad. */
#include "rules/other_given.h"

#include "morph/base_name.h"
#include "rules/initials.h"
#include "rules/name_case.h"
#include "rules/name_pairs.h"
#include "scan/lists.h"
#include "scan/name_form.h"
#include "text/compare.h"
#include "text/key.h"

enum { MATCHES = 8 };

static bool
is_form_of(tl_pass *pass, tl_str form, tl_str name)
{
    tl_base_names bases = tl_base_names_of(form, 0, pass->scratch);
    for (size_t i = 0; i < bases.count; i++) {
        if (tl_keys_equal(bases.items[i], name)) {
            return true;
        }
    }
    return false;
}

/* True if the Cyrillic form is a name of the group that the Latin name belongs to. */
static bool
are_one_given(tl_pass *pass, tl_str cyrillic, tl_str latin)
{
    tl_name_match matches[MATCHES];
    size_t all, count = tl_given_find(pass->given, latin, matches, MATCHES);
    const tl_given_name *names = tl_given_names(&all);
    for (size_t i = 0; i < count; i++) {
        for (size_t k = 0; k < all; k++) {
            if (names[k].group == names[matches[i].id].group &&
                is_form_of(pass, cyrillic, tl_str_from(names[k].cyrillic))) {
                return true;
            }
        }
    }
    return false;
}

/* Джордж and George: no romanization, and no two names. */
static bool
may_be_foreign_given(tl_pass *pass, tl_str cyrillic, tl_str latin)
{
    tl_key key;
    return tl_list_has(TL_LIST_FOREIGN, tl_key_of(cyrillic, &key)) &&
           !tl_is_other_initial(cyrillic, latin, pass->scratch);
}

bool
tl_is_other_given(tl_pass *pass, tl_str cyrillic, tl_str latin)
{
    tl_str base;
    tl_name_match match;
    if (may_be_foreign_given(pass, cyrillic, latin)) {
        return false;
    }
    if (tl_form_cost(pass, cyrillic, 0, latin, &base) <= TL_COST_POSSIBLE ||
        are_one_given(pass, cyrillic, latin)) {
        return false;
    }
    return tl_given_find(pass->given, latin, &match, 1) > 0 ||
           tl_form_is_close(pass, cyrillic, 0, latin, &base);
}

bool
tl_is_other_patronymic(tl_pass *pass, tl_str cyrillic, tl_str latin)
{
    tl_str base;
    return tl_form_cost(pass, cyrillic, 0, latin, &base) > TL_COST_POSSIBLE;
}
