/* SPDX-License-Identifier: MPL-2.0 */
/* Keeps of each place of a suspect what the judgement needs: what stands beside it. Invariant:
 * places are kept in the order in which they are seen. */
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
ask_for_given(tl_given *given, const tl_scan *scan, uint32_t word, tl_str text)
{
    tl_name_match match;
    return scan->words.items[word].scripts == TL_SCRIPT_CYRILLIC
               ? tl_given_cells(given, text) != 0
               : tl_given_find(given, text, &match, 1) > 0;
}

/* Asks of each distinct word once: names recur. */
static bool
is_given_name(tl_sightings *sightings, const tl_onlooker *onlooker, int32_t word)
{
    enum { NO = 1, YES = 2 };
    if (word < 0) {
        return false;
    }
    tl_str text = tl_scan_text(onlooker->scan, (uint32_t)word, 1);
    uint64_t hash = tl_hash_bytes(text);
    uint32_t known = tl_number_map_get(&sightings->given, hash);
    if (known == 0) {
        bool found = ask_for_given(onlooker->given, onlooker->scan, (uint32_t)word, text);
        known = found ? YES : NO;
        tl_number_map_add(&sightings->given, hash, known, &sightings->arena);
    }
    return known == YES;
}

static tl_sighting
see_company(tl_sightings *sightings, const tl_onlooker *onlooker, uint32_t word)
{
    tl_arena *arena = &sightings->arena;
    const tl_scan *scan = onlooker->scan;
    tl_company company = tl_company_of(scan, word);
    return (tl_sighting){
        .before = key_at(arena, scan, company.before),
        .behind = key_at(arena, scan, company.behind),
        .title = key_at(arena, scan, company.title),
        .initial = company.initial ? tl_letter_lower(company.initial) : 0,
        .is_given = is_given_name(sightings, onlooker, (int32_t)word),
        .before_is_given = is_given_name(sightings, onlooker, company.before),
        .behind_is_given = is_given_name(sightings, onlooker, company.behind),
    };
}

/* The same for the same word of a paragraph that is repeated. */
static uint64_t
hash_of_place(tl_sightings *sightings, const tl_scan *scan, uint32_t word)
{
    if (sightings->text.segment != scan->segment) {
        sightings->text.segment = scan->segment;
        sightings->text.hash = tl_hash_bytes(scan->segment->text);
    }
    return tl_hash_pair(sightings->text.hash, scan->words.items[word].range.begin);
}

void
tl_sightings_add(tl_sightings *sightings, const tl_onlooker *onlooker, uint32_t word,
                 uint32_t suspect)
{
    tl_sighting seen = see_company(sightings, onlooker, word);
    seen.suspect = suspect;
    seen.paragraph = hash_of_place(sightings, onlooker->scan, word);
    seen.draft = (uint32_t)sightings->drafts.count;
    seen.is_silenced = onlooker->draft(onlooker->context, onlooker->scan, word, &sightings->drafts);
    sightings->items = tl_array_reserve(sightings->items, &sightings->capacity,
                                        sightings->count + 1, sizeof *sightings->items);
    sightings->items[sightings->count++] = seen;
}
