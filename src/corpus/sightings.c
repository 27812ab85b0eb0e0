/* SPDX-License-Identifier: MPL-2.0 */
/* Keeps of each place of a suspect what the judgement needs: what stands beside it. A place of a
 * name that the termbase has, or of a form that it lists, is left to the rules that know better.
 * Invariant: places are kept in the order in which they are seen. */
#include "corpus/sightings.h"

#include "base/array.h"
#include "base/hash.h"
#include "scan/company.h"
#include "text/compare.h"
#include "text/key.h"

#include <stdlib.h>

void
tl_sightings_clear(tl_sightings *sightings)
{
    tl_arena_clear(&sightings->arena);
    tl_report_clear(&sightings->drafts);
    free(sightings->items);
    *sightings = (tl_sightings){0};
}

static tl_str
key_at(tl_arena *arena, const tl_scan *scan, int32_t word)
{
    tl_key key;
    return word < 0 ? TL_STR("")
                    : tl_arena_copy(arena, tl_key_of(tl_scan_text(scan, (uint32_t)word, 1), &key));
}

static bool
is_given_name(tl_given *given, const tl_scan *scan, int32_t word)
{
    tl_name_match match;
    if (word < 0) {
        return false;
    }
    tl_str text = tl_scan_text(scan, (uint32_t)word, 1);
    return scan->words.items[word].scripts == TL_SCRIPT_CYRILLIC
               ? tl_given_cells(given, text) != 0
               : tl_given_find(given, text, &match, 1) > 0;
}

static tl_sighting
see_company(tl_arena *arena, const tl_scan *scan, uint32_t word, tl_given *given)
{
    tl_company company = tl_company_of(scan, word);
    return (tl_sighting){
        .before = key_at(arena, scan, company.before),
        .behind = key_at(arena, scan, company.behind),
        .title = key_at(arena, scan, company.title),
        .initial = company.initial ? tl_letter_lower(company.initial) : 0,
        .is_given = is_given_name(given, scan, (int32_t)word),
        .before_is_given = is_given_name(given, scan, company.before),
        .behind_is_given = is_given_name(given, scan, company.behind),
    };
}

/* The suspect that the word is, or -1. */
static int64_t
suspect_of(const tl_suspects *suspects, const tl_word *word)
{
    bool may_be_name =
        (word->flags & (TL_WORD_CAPITALISED | TL_WORD_NOT_TEXT)) == TL_WORD_CAPITALISED;
    return may_be_name ? tl_suspects_at(suspects, word->hash) : -1;
}

void
tl_sightings_add(tl_sightings *sightings, const tl_suspects *suspects, const tl_scan *scan,
                 const tl_onlooker *onlooker)
{
    uint64_t paragraph = tl_hash_bytes(scan->segment->text);
    for (uint32_t i = 0; i < scan->words.count; i++) {
        int64_t suspect = suspect_of(suspects, &scan->words.items[i]);
        if (suspect < 0 || tl_scan_is_of_termbase(scan, i)) {
            continue;
        }
        tl_sighting seen = see_company(&sightings->arena, scan, i, onlooker->given);
        seen.draft = (uint32_t)sightings->drafts.count;
        seen.is_silenced = onlooker->draft(onlooker->context, scan, i, &sightings->drafts);
        seen.suspect = (uint32_t)suspect;
        seen.paragraph = tl_hash_pair(paragraph, scan->words.items[i].range.begin);
        sightings->items = tl_array_reserve(sightings->items, &sightings->capacity,
                                            sightings->count + 1, sizeof *sightings->items);
        sightings->items[sightings->count++] = seen;
    }
}
