/* SPDX-License-Identifier: MPL-2.0 */
/* What a family name that is not spelled as it should be needs to be believed: letters enough, or
 * somebody's given name or title beside it. Knows what was measured (romanization), and nothing of
 * how a spelling is found. */
#include "scan/evidence.h"

#include "base/utf8.h"
#include "romanize/respelling.h"
#include "scan/alone.h"
#include "scan/name_form.h"
#include "text/compare.h"

enum { /* letters of a family name that is believed though it is not spelled as it should be */
       SHORTEST_ALONE = 4,
       SHORTEST_ODD_ALONE = 6,
       SHORTEST_BESIDE_TITLE = 3,
       SHORTEST_RESPELLED_BESIDE_TITLE = 5,
       SHORTEST_RESPELLED_IF_MET = 7,
       SHORTEST_RESPELLED_FREELY = 5, /* in a shorter one only what is confused every day */
};

/* The highest cost of a Cyrillic spelling alone that is believed once the person has been met. */
enum { COST_IF_MET = 45 };

/* The highest cost of a Cyrillic spelling that is believed though nothing speaks for it, by the
 * letters of the name: the longer it is, the fewer others are near. */
static const struct {
    size_t shortest;
    uint32_t cost;
} respelled_alone[] = {{11, TL_RESPELLING_SURE}, {7, 45}, {5, 35}, {4, 15}};

static bool
may_stand_alone(const tl_person *person, uint32_t cost)
{
    size_t length = tl_utf8_length(person->family);
    return length >= (cost <= TL_COST_SAME ? SHORTEST_ALONE : SHORTEST_ODD_ALONE);
}

static bool
begins_with_capital(tl_str word)
{
    size_t at = 0;
    uint32_t first = word.len ? tl_utf8_next(word, &at) : 0;
    return tl_letter_lower(first) != first;
}

/* What says at once that the word is not the person's name; else TL_ALONE_TAKEN. */
static tl_alone
refuse(const tl_person *person, tl_str word)
{
    tl_arena scratch = {NULL};
    bool is_distinct = tl_concept_is_distinct(person->concept, word, &scratch);
    tl_arena_clear(&scratch);
    return !begins_with_capital(word) ? TL_ALONE_NO_CAPITAL
           : is_distinct              ? TL_ALONE_DISTINCT
                                      : TL_ALONE_TAKEN;
}

tl_alone
tl_person_alone(const tl_person *person, tl_str word, uint32_t cost)
{
    tl_alone refused = refuse(person, word);
    if (refused != TL_ALONE_TAKEN) {
        return refused;
    }
    if (cost > TL_COST_LIKELY) {
        return TL_ALONE_FAR;
    }
    return may_stand_alone(person, cost) ? TL_ALONE_TAKEN : TL_ALONE_SHORT;
}

static bool
may_be_respelled_alone(size_t length, uint32_t cost)
{
    for (size_t i = 0; i < sizeof respelled_alone / sizeof respelled_alone[0]; i++) {
        if (length >= respelled_alone[i].shortest) {
            return cost <= respelled_alone[i].cost;
        }
    }
    return false;
}

/* True if a Cyrillic spelling alone is believed once the person has been met. */
static bool
may_be_respelled_if_met(size_t length, uint32_t cost)
{
    return cost <= COST_IF_MET && length >= SHORTEST_RESPELLED_IF_MET;
}

tl_alone
tl_person_respelled_alone(const tl_person *person, tl_str word, uint32_t cost)
{
    size_t length = tl_utf8_length(person->family);
    tl_alone refused = refuse(person, word);
    return refused != TL_ALONE_TAKEN               ? refused
           : may_be_respelled_alone(length, cost)  ? TL_ALONE_TAKEN
           : may_be_respelled_if_met(length, cost) ? TL_ALONE_IF_MET
           : length < SHORTEST_RESPELLED_IF_MET    ? TL_ALONE_SHORT
                                                   : TL_ALONE_FAR;
}

bool
tl_evidence_bears_romanization(const tl_mention *mention)
{
    size_t length = tl_utf8_length(mention->person->family);
    return mention->beside == TL_BESIDE_FITS || may_stand_alone(mention->person, mention->cost) ||
           (mention->follows_title && mention->cost <= TL_COST_SAME &&
            length >= SHORTEST_BESIDE_TITLE);
}

bool
tl_evidence_bears_respelling(const tl_mention *mention, bool *is_weak)
{
    size_t length = tl_utf8_length(mention->person->family);
    if (mention->beside == TL_BESIDE_FITS) {
        return length >= SHORTEST_RESPELLED_FREELY || mention->cost <= TL_COST_SAME;
    }
    if (mention->cost == 0 || /* but for a hyphen it is the name */
        may_be_respelled_alone(length, mention->cost) ||
        (mention->follows_title && mention->cost <= TL_RESPELLING_SURE &&
         length >= SHORTEST_RESPELLED_BESIDE_TITLE)) {
        return true;
    }
    *is_weak = may_be_respelled_if_met(length, mention->cost);
    return *is_weak;
}

/* True if word `at` is the person's family name as it should be. */
static bool
is_right_name(const tl_scan *scan, const tl_person *person, int64_t at)
{
    int32_t hit =
        at < 0 || at >= (int64_t)scan->words.count ? -1 : tl_scan_hit_at(scan, (uint32_t)at);
    return hit >= 0 && scan->hits[hit].pattern->term->concept == person->concept &&
           tl_term_is_good(scan->hits[hit].pattern->term);
}

/* The word joins two names: "and". */
static bool
is_conjunction(const tl_scan *scan, uint32_t at)
{
    static const tl_str words[] = {TL_STR_INIT("and"), TL_STR_INIT("or"),  TL_STR_INIT("и"),
                                   TL_STR_INIT("или"), TL_STR_INIT("або"), TL_STR_INIT("та")};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (tl_str_equal(tl_scan_text(scan, at, 1), words[i])) {
            return true;
        }
    }
    return false;
}

bool
tl_evidence_is_place(const tl_scan *scan, const tl_mention *mention)
{
    const tl_name_part *family = &mention->family;
    static const tl_str words[] = {TL_STR_INIT("in"), TL_STR_INIT("в"), TL_STR_INIT("во")};
    const tl_word *first = &scan->words.items[family->first];
    bool is_place = false;
    for (size_t i = 0; i < sizeof words / sizeof words[0] && family->first > 0; i++) {
        is_place = is_place ||
                   tl_str_equal_ascii_nocase(tl_scan_text(scan, family->first - 1, 1), words[i]);
    }
    return is_place && first->gap == TL_GAP_SPACE && first[family->count - 1].tail == 0;
}

bool
tl_evidence_is_paired(const tl_scan *scan, const tl_mention *mention)
{
    const tl_name_part *family = &mention->family;
    const tl_person *person = mention->person;
    const tl_word *words = scan->words.items;
    uint32_t first = family->first, end = family->first + family->count;
    if (first >= 1 && words[first].gap == TL_GAP_COMMA) {
        return is_right_name(scan, person, (int64_t)first - 1);
    }
    if (first >= 2 && is_conjunction(scan, first - 1)) {
        return is_right_name(scan, person, (int64_t)first - 2);
    }
    if (end < scan->words.count && words[end].gap == TL_GAP_COMMA) {
        return is_right_name(scan, person, end);
    }
    return end < scan->words.count && is_conjunction(scan, end) &&
           is_right_name(scan, person, (int64_t)end + 1);
}
