/* SPDX-License-Identifier: MPL-2.0 */
/* The list of rules, in order of precedence: where two fit one span, the first reports it. Adding a
 * rule is one file and one line here. */
#include "rules/rules.h"

#define TL_RULES(X)             \
    X(mixed_script)             \
    X(deprecated_term)          \
    X(wrong_acronym)            \
    X(name_spelling)            \
    X(term_spelling)            \
    X(word_order)               \
    X(near_miss)                \
    X(acronym_first_use)        \
    X(title_holder)             \
    X(inconsistent_name)        \
    X(inconsistent_translation) \
    X(inconsistent_term)        \
    X(untranslated)             \
    X(name_transfer)            \
    X(missing_translation)      \
    X(unexpected_term)          \
    X(number_mismatch)          \
    X(spelling)

#define DECLARE(name) extern const tl_rule tl_rule_##name;
TL_RULES(DECLARE)
#undef DECLARE

#define ROW(name) &tl_rule_##name,
static const tl_rule *const rules[] = {TL_RULES(ROW)};
#undef ROW

_Static_assert(sizeof rules / sizeof rules[0] <= TL_MAX_RULES, "a number for every rule");

const tl_rule *const *
tl_rules(size_t *count)
{
    *count = sizeof rules / sizeof rules[0];
    return rules;
}

const tl_rule *
tl_rule_find(tl_str id)
{
    for (size_t i = 0; i < sizeof rules / sizeof rules[0]; i++) {
        if (tl_str_equal(id, tl_str_from(rules[i]->id))) {
            return rules[i];
        }
    }
    return NULL;
}

size_t
tl_rule_number(const tl_rule *rule)
{
    size_t at = 0;
    while (rules[at] != rule) {
        at++;
    }
    return at;
}
