/* SPDX-License-Identifier: MPL-2.0 */
/* Tells a verb by its ending: a Russian or Ukrainian one is listed as an infinitive, of its first
 * word; of another language one word with an ending of verbs. Knows no dictionary. */
#include "rules/verb_term.h"

#include "text/key.h"
#include "text/reference.h"

static bool
is_infinitive(tl_str key)
{
    static const tl_str endings[] = {
        TL_STR_INIT("ать"),   TL_STR_INIT("ять"),   TL_STR_INIT("ить"),   TL_STR_INIT("еть"),
        TL_STR_INIT("уть"),   TL_STR_INIT("ыть"),   TL_STR_INIT("оть"),   TL_STR_INIT("аться"),
        TL_STR_INIT("яться"), TL_STR_INIT("иться"), TL_STR_INIT("еться"), TL_STR_INIT("уться"),
        TL_STR_INIT("ыться"), TL_STR_INIT("оться"), TL_STR_INIT("чься"),  TL_STR_INIT("ати"),
        TL_STR_INIT("ити"),   TL_STR_INIT("яти"),   TL_STR_INIT("ути"),   TL_STR_INIT("атися"),
        TL_STR_INIT("итися"),
    };
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        if (tl_str_ends_with(key, endings[i])) {
            return true;
        }
    }
    return false;
}

bool
tl_is_verb_term(tl_str language, tl_str form)
{
    tl_key key;
    size_t space = tl_str_find_byte(form, ' ', 0);
    if (tl_str_equal(language, TL_STR("ru")) || tl_str_equal(language, TL_STR("uk"))) {
        return is_infinitive(tl_key_of(tl_str_slice(form, 0, space), &key));
    }
    return space == form.len && tl_is_reference(language, TL_REFERENCE_VERB, tl_key_of(form, &key));
}
