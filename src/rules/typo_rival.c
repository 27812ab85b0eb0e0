/* SPDX-License-Identifier: MPL-2.0 */
/* Tries every word that is one letter away from the written one. Of an unknown word that is as near
 * to an ordinary word as to a term, nobody knows which was meant; most likely the ordinary one. */
#include "rules/typo_rival.h"

#include "base/utf8.h"
#include "morph/ending.h"
#include "rules/typo_place.h"
#include "text/script.h"

enum { LONGEST = 64 };

/* The search for rivals of one word. */
typedef struct rival_search {
    const tl_pass *pass;
    const tl_near_hit *near;
    const tl_typo *typo;
    tl_str written, meant;
    uint32_t letters[LONGEST];
    size_t length;
    tl_rival found;
} rival_search;

static bool
split_letters(rival_search *search)
{
    for (size_t at = 0; at < search->written.len; search->length++) {
        if (search->length == LONGEST) {
            return false;
        }
        search->letters[search->length] = tl_utf8_next(search->written, &at);
    }
    return true;
}

/* Judges one word; another form of the meant one is no rival of it. */
static void
judge(rival_search *search, tl_str word)
{
    tl_typo typo;
    if (tl_str_equal(word, search->meant) ||
        tl_near_ask(search->pass, search->near, word, true) != TL_KNOWN_YES ||
        tl_may_share_root(word, search->meant) || !tl_typo_find(search->written, word, &typo)) {
        return;
    }
    unsigned cost = typo.cost - (typo.edits[0].at == 0 ? TL_TYPO_FIRST_LETTER : 0);
    bool is_as_near = typo.count < search->typo->count || cost <= search->typo->cost;
    tl_rival rival = is_as_near ? TL_RIVAL_AS_NEAR : TL_RIVAL_FARTHER;
    search->found = rival > search->found ? rival : search->found;
}

/* A change of the letters at one place: `taken` of them go, `put` comes instead unless it is 0. */
static void
try_change(rival_search *search, size_t at, size_t taken, uint32_t put)
{
    char word[(LONGEST + 1) * TL_UTF8_MAX];
    size_t length = 0;
    for (size_t i = 0; i < at; i++) {
        length += tl_utf8_encode(search->letters[i], word + length);
    }
    length += put ? tl_utf8_encode(put, word + length) : 0;
    for (size_t i = at + taken; i < search->length; i++) {
        length += tl_utf8_encode(search->letters[i], word + length);
    }
    judge(search, (tl_str){word, length});
}

static void
try_swap(rival_search *search, size_t at)
{
    uint32_t first = search->letters[at];
    search->letters[at] = search->letters[at + 1];
    search->letters[at + 1] = first;
    try_change(search, at, 0, 0);
    search->letters[at + 1] = search->letters[at];
    search->letters[at] = first;
}

tl_rival
tl_find_rival(const tl_pass *pass, const tl_near_hit *near, const tl_typo *typo, tl_str written,
              tl_str meant)
{
    rival_search search = {
        .pass = pass, .near = near, .typo = typo, .written = written, .meant = meant};
    if (!split_letters(&search) || search.length == 0) {
        return TL_RIVAL_NONE;
    }
    bool is_cyrillic = tl_script_of(search.letters[0]) == TL_SCRIPT_CYRILLIC;
    uint32_t first = is_cyrillic ? 0x430 /* а */ : 'a', last = is_cyrillic ? 0x44F /* я */ : 'z';
    for (size_t at = 0; at <= search.length && search.found != TL_RIVAL_AS_NEAR; at++) {
        for (uint32_t letter = first; letter <= last; letter++) {
            try_change(&search, at, 0, letter);
            if (at < search.length) {
                try_change(&search, at, 1, letter);
            }
        }
        if (at < search.length) {
            try_change(&search, at, 1, 0);
        }
        if (at + 1 < search.length) {
            try_swap(&search, at);
        }
    }
    return search.found;
}
