/* SPDX-License-Identifier: MPL-2.0 */
/* Knows the forms of address that tell a man from a woman, in every case, spelled out or shortened;
 * nothing of who is meant. */
#include "scan/address.h"

#include "text/key.h"

typedef struct address {
    tl_str key; /* of the word, or of what all its cases begin with */
    char gender;
    bool declines;
} address;

static const address addresses[] = {
    {TL_STR_INIT("mr"), 'm', false},       {TL_STR_INIT("mister"), 'm', false},
    {TL_STR_INIT("sir"), 'm', false},      {TL_STR_INIT("herr"), 'm', false},
    {TL_STR_INIT("herrn"), 'm', false},    {TL_STR_INIT("monsieur"), 'm', false},
    {TL_STR_INIT("mrs"), 'f', false},      {TL_STR_INIT("ms"), 'f', false},
    {TL_STR_INIT("miss"), 'f', false},     {TL_STR_INIT("missus"), 'f', false},
    {TL_STR_INIT("madam"), 'f', false},    {TL_STR_INIT("madame"), 'f', false},
    {TL_STR_INIT("mme"), 'f', false},      {TL_STR_INIT("frau"), 'f', false},
    {TL_STR_INIT("господин"), 'm', true},  {TL_STR_INIT("гражданин"), 'm', true},
    {TL_STR_INIT("мистер"), 'm', true},    {TL_STR_INIT("сэр"), 'm', true},
    {TL_STR_INIT("сударь"), 'm', false},   {TL_STR_INIT("госпож"), 'f', true},
    {TL_STR_INIT("гражданк"), 'f', true},  {TL_STR_INIT("сударын"), 'f', true},
    {TL_STR_INIT("мадам"), 'f', false},    {TL_STR_INIT("миссис"), 'f', false},
    {TL_STR_INIT("мисс"), 'f', false},     {TL_STR_INIT("фрау"), 'f', false},
    {TL_STR_INIT("добродій"), 'm', false}, {TL_STR_INIT("добродійк"), 'f', true},
    {TL_STR_INIT("пан"), 'm', false},      {TL_STR_INIT("пана"), 'm', false},
    {TL_STR_INIT("пану"), 'm', false},     {TL_STR_INIT("панові"), 'm', false},
    {TL_STR_INIT("паном"), 'm', false},    {TL_STR_INIT("пані"), 'f', false},
};

/* What stands behind the hyphen of «г-н» and «г-жа». */
static const address shortened[] = {
    {TL_STR_INIT("н"), 'm', true},
    {TL_STR_INIT("ж"), 'f', true},
};

enum { LONGEST_ENDING = 4 }; /* bytes: two Cyrillic letters */

static char
gender_of(tl_str key, const address *list, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        size_t more = list[i].declines ? LONGEST_ENDING : 0;
        if (tl_str_starts_with(key, list[i].key) && key.len <= list[i].key.len + more) {
            return list[i].gender;
        }
    }
    return 0;
}

static bool
is_single_letter(const tl_scan *scan, uint32_t at, tl_str letter)
{
    tl_key key;
    return tl_str_equal(tl_key_of(tl_scan_text(scan, at, 1), &key), letter);
}

tl_address
tl_address_before(const tl_scan *scan, uint32_t word)
{
    tl_key bytes;
    const tl_word *next = &scan->words.items[word];
    bool is_abbreviated = next->gap == TL_GAP_DOT && !(next->flags & TL_WORD_SENTENCE_START);
    if (word == 0 || (next->gap != TL_GAP_SPACE && !is_abbreviated)) {
        return (tl_address){0};
    }
    uint32_t last = word - 1;
    tl_str key = tl_key_of(tl_scan_text(scan, last, 1), &bytes);
    if (scan->words.items[last].gap == TL_GAP_HYPHEN) {
        char gender = last && is_single_letter(scan, last - 1, TL_STR("г"))
                          ? gender_of(key, shortened, sizeof shortened / sizeof *shortened)
                          : 0;
        return (tl_address){.first = last - 1, .gender = gender};
    }
    return (tl_address){.first = last,
                        .gender = gender_of(key, addresses, sizeof addresses / sizeof *addresses)};
}
