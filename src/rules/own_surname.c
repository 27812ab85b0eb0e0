/* SPDX-License-Identifier: MPL-2.0 */
/* Tells family names that exist from misspelled ones. Most are in no list; but most are made in a
 * few ways of a given name or a noun, and what is not made of anything is likely to be misspelled.
 * Knows nothing of where the word stands. */
#include "rules/own_surname.h"

#include "base/utf8.h"
#include "morph/base_name.h"
#include "scan/lists.h"
#include "text/key.h"

enum { SHORTEST_ROOT = 6 }; /* bytes: three Cyrillic letters */

/* What a family name in its base form has behind a root, and what the root may end in instead. */
static const struct {
    tl_str suffix, ending;
} makers[] = {
    {TL_STR_INIT("ов"), TL_STR_INIT("")},     {TL_STR_INIT("ев"), TL_STR_INIT("ь")},
    {TL_STR_INIT("ев"), TL_STR_INIT("й")},    {TL_STR_INIT("ев"), TL_STR_INIT("")},
    {TL_STR_INIT("ьев"), TL_STR_INIT("й")},   {TL_STR_INIT("ьев"), TL_STR_INIT("ий")},
    {TL_STR_INIT("ин"), TL_STR_INIT("а")},    {TL_STR_INIT("ин"), TL_STR_INIT("я")},
    {TL_STR_INIT("ын"), TL_STR_INIT("а")},    {TL_STR_INIT("ович"), TL_STR_INIT("")},
    {TL_STR_INIT("евич"), TL_STR_INIT("й")},  {TL_STR_INIT("евич"), TL_STR_INIT("ь")},
    {TL_STR_INIT("енко"), TL_STR_INIT("")},   {TL_STR_INIT("енко"), TL_STR_INIT("й")},
    {TL_STR_INIT("енко"), TL_STR_INIT("ий")}, {TL_STR_INIT("ян"), TL_STR_INIT("")},
};

typedef bool root_fn(const tl_pass *pass, tl_str root, tl_str other);

/* «валк» → «валок», «валек»: a root with the vowel that is lost before an ending. */
static tl_str
with_vowel(const tl_pass *pass, tl_str root, tl_str vowel)
{
    size_t last = root.len;
    tl_utf8_previous(root, &last);
    tl_str head = tl_str_slice(root, 0, last), tail = tl_str_slice(root, last, root.len);
    return tl_arena_format(pass->scratch, "%.*s%.*s%.*s", TL_STR_ARGS(head), TL_STR_ARGS(vowel),
                           TL_STR_ARGS(tail));
}

/* True if `is_root` says so of some root that the name in its base form may be made of. */
static bool
has_root(const tl_pass *pass, tl_str base, tl_str other, root_fn *is_root)
{
    for (size_t i = 0; i < sizeof makers / sizeof makers[0]; i++) {
        tl_str suffix = makers[i].suffix, ending = makers[i].ending;
        if (base.len < suffix.len + SHORTEST_ROOT || !tl_str_ends_with(base, suffix)) {
            continue;
        }
        tl_str stem = tl_str_slice(base, 0, base.len - suffix.len);
        tl_str root =
            tl_arena_format(pass->scratch, "%.*s%.*s", TL_STR_ARGS(stem), TL_STR_ARGS(ending));
        bool is_bare = ending.len == 0;
        if (is_root(pass, root, other) ||
            (is_bare && (is_root(pass, with_vowel(pass, stem, TL_STR("о")), other) ||
                         is_root(pass, with_vowel(pass, stem, TL_STR("е")), other)))) {
            return true;
        }
    }
    return false;
}

static bool
is_known_given(const tl_pass *pass, tl_str name)
{
    return tl_given_relate(pass->given, name, (tl_str){NULL, 0}) != TL_GIVEN_UNKNOWN;
}

/* True if `given` is a form of the given name `root`, which is known. */
static bool
is_same_given(const tl_pass *pass, tl_str root, tl_str given)
{
    return tl_given_relate(pass->given, root, given) == TL_GIVEN_SAME;
}

static bool
is_other_given(const tl_pass *pass, tl_str root, tl_str other)
{
    return is_known_given(pass, root) && !has_root(pass, other, root, is_same_given);
}

/* A noun is its own stem, as the form of a verb is not. */
static bool
is_word(const tl_pass *pass, tl_str root, tl_str other)
{
    (void)other;
    tl_key key;
    tl_str wanted = tl_key_of(root, &key);
    tl_stems stems = tl_pass_stems(pass, pass->scan->language, root);
    for (size_t i = 0; i < stems.count; i++) {
        if (tl_str_equal(stems.items[i], wanted)) {
            return true;
        }
    }
    return false;
}

bool
tl_is_own_surname(const tl_pass *pass, tl_str word, tl_str other)
{
    if (is_known_given(pass, word)) {
        return true;
    }
    tl_base_names bases = tl_base_names_of(word, 0, pass->scratch);
    tl_base_names others = tl_base_names_of(other, 0, pass->scratch);
    for (size_t i = 0; i < bases.count; i++) {
        tl_key key;
        if (tl_list_has(TL_LIST_SURNAMES, tl_key_of(bases.items[i], &key))) {
            return true;
        }
    }
    for (size_t i = 0; i < bases.count; i++) {
        if (has_root(pass, bases.items[i], others.items[0], is_other_given) ||
            has_root(pass, bases.items[i], others.items[0], is_word)) {
            return true;
        }
    }
    return false;
}
