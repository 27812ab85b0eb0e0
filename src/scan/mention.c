/* SPDX-License-Identifier: MPL-2.0 */
/* Finds the people of the termbase in a segment. A family name that a form of the termbase explains
 * is taken from the hits; any other capitalised Latin word is looked up among the spellings of all
 * Cyrillic family names, and believed only as measured (romanization): cheap enough, long enough or
 * beside the person's given name, and no other known name as near. */
#include "base/array.h"
#include "base/utf8.h"
#include "scan/alone.h"
#include "scan/context.h"
#include "text/compare.h"
#include "text/key.h"

enum { SHORTEST_ALONE = 4, SHORTEST_ODD_ALONE = 6 };

static void
add_mention(tl_scan *scan, const tl_mention *mention)
{
    scan->mentions = tl_array_reserve(scan->mentions, &scan->mention_capacity,
                                      scan->mention_count + 1, sizeof *scan->mentions);
    scan->mentions[scan->mention_count++] = *mention;
}

static bool
is_family_hit(const tl_hit *hit)
{
    return hit->pattern->kind == TL_PATTERN_FAMILY && tl_term_is_good(hit->pattern->term);
}

/* Reads what stands beside a family name that is written right. */
static tl_beside
read_hit(tl_scanner *scanner, const tl_hit *hit, const tl_person *person, tl_mention *mention)
{
    tl_latin_name latin =
        tl_index_latin_name(scanner->index, person, scanner->scan.language, &scanner->scratch);
    tl_name_context context =
        tl_scanner_read_context(scanner, person, &latin, hit->first, hit->count);
    *mention =
        (tl_mention){.person = person,
                     .family = hit->first,
                     .family_count = hit->count,
                     .given = context.given,
                     .patronymic = context.patronymic,
                     .given_differs = context.given_differs,
                     .patronymic_differs = context.patronymic_differs,
                     .family_differs = (hit->differences & ~(unsigned)TL_DIFFER_SCRIPT) != 0};
    return context.verdict;
}

/* Looks for a namesake of the termbase whose given name stands beside the family name. */
static bool
take_namesake(tl_scanner *scanner, const tl_hit *hit, const tl_person *other)
{
    tl_scan *scan = &scanner->scan;
    tl_str word = tl_scan_text(scan, hit->first, hit->count);
    size_t count;
    const tl_name_match *matches = tl_scanner_family_matches(scanner, word, &count);
    for (size_t i = 0; i < count; i++) {
        const tl_person *person = &scanner->index->people[matches[i].id];
        tl_latin_name latin =
            tl_index_latin_name(scanner->index, person, scan->language, &scanner->scratch);
        tl_mention mention;
        if (person->concept != other->concept && tl_keys_equal(word, latin.family) &&
            read_hit(scanner, hit, person, &mention) == TL_BESIDE_FITS) {
            add_mention(scan, &mention);
            return true;
        }
    }
    return false;
}

/* A family name as it should be, or but for marks and apostrophes, standing alone in the hits. */
static void
take_hit(tl_scanner *scanner, const tl_hit *hit)
{
    tl_scan *scan = &scanner->scan;
    const tl_person *person = tl_index_person(scanner->index, hit->pattern->term->concept);
    if (!is_family_hit(hit) || person == NULL || scan->script != TL_SCRIPT_LATIN) {
        return;
    }
    tl_mention mention;
    tl_beside verdict = read_hit(scanner, hit, person, &mention);
    if (verdict == TL_BESIDE_FITS ||
        (!take_namesake(scanner, hit, person) && verdict == TL_BESIDE_NOTHING)) {
        add_mention(scan, &mention);
    }
}

/* True if the entry says that this spelling is somebody else's. */
static bool
is_distinct(const tl_concept *concept, tl_str word)
{
    tl_key first, second;
    tl_str key = tl_key_of(word, &first);
    for (size_t i = 0; i < concept->distinct_count; i++) {
        tl_str rest = concept->distinct[i], part;
        while (tl_str_split(&rest, ' ', &part)) {
            if (tl_str_equal(key, tl_key_of(part, &second))) {
                return true;
            }
        }
    }
    return false;
}

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

tl_alone
tl_person_alone(const tl_person *person, tl_str word, uint32_t cost)
{
    if (!begins_with_capital(word)) {
        return TL_ALONE_NO_CAPITAL;
    }
    if (is_distinct(person->concept, word)) {
        return TL_ALONE_DISTINCT;
    }
    if (cost > TL_COST_LIKELY) {
        return TL_ALONE_FAR;
    }
    return may_stand_alone(person, cost) ? TL_ALONE_TAKEN : TL_ALONE_SHORT;
}

/* Judges one person as the bearer of the name at words [first, first + count). */
static bool
judge_person(tl_scanner *scanner, const tl_person *person, uint32_t cost, tl_mention *mention,
             tl_beside *verdict)
{
    tl_scan *scan = &scanner->scan;
    tl_str word = tl_scan_text(scan, mention->family, mention->family_count);
    if (is_distinct(person->concept, word)) {
        return false;
    }
    tl_latin_name latin =
        tl_index_latin_name(scanner->index, person, scan->language, &scanner->scratch);
    tl_name_context context =
        tl_scanner_read_context(scanner, person, &latin, mention->family, mention->family_count);
    *verdict = context.verdict;
    mention->person = person;
    mention->cost = cost;
    mention->given = context.given;
    mention->patronymic = context.patronymic;
    mention->given_differs = context.given_differs;
    mention->patronymic_differs = context.patronymic_differs;
    mention->family_differs = !tl_keys_equal(word, latin.family);
    return context.verdict == TL_BESIDE_FITS ||
           (context.verdict == TL_BESIDE_NOTHING && may_stand_alone(person, cost));
}

/* Two people of one family name are no ambiguity: the spelling is the same for both. */
static bool
share_a_spelling(tl_scanner *scanner, const tl_person *a, const tl_person *b)
{
    tl_str language = scanner->scan.language;
    tl_latin_name first = tl_index_latin_name(scanner->index, a, language, &scanner->scratch);
    tl_latin_name second = tl_index_latin_name(scanner->index, b, language, &scanner->scratch);
    return tl_str_equal(first.family, second.family);
}

/* Chooses among all people whose family name the word may spell: one whose given name fits before
 * others, then the cheapest; none if two are equally near. */
static bool
choose_person(tl_scanner *scanner, const tl_name_match *matches, size_t count, tl_mention *chosen)
{
    bool found = false, tied = false, fits = false;
    for (size_t i = 0; i < count; i++) {
        const tl_person *person = &scanner->index->people[matches[i].id];
        tl_mention mention = {.family = chosen->family, .family_count = chosen->family_count};
        tl_beside verdict = TL_BESIDE_NOTHING;
        if (!judge_person(scanner, person, matches[i].cost, &mention, &verdict)) {
            continue;
        }
        bool better = verdict == TL_BESIDE_FITS && !fits;
        bool equal =
            found && !better && (verdict == TL_BESIDE_FITS) == fits && mention.cost == chosen->cost;
        if (!found || better) {
            *chosen = mention;
            found = true;
            tied = false;
            fits = verdict == TL_BESIDE_FITS;
        } else if (equal && !share_a_spelling(scanner, person, chosen->person)) {
            tied = true;
        }
    }
    return found && !tied;
}

static bool
may_be_family(const tl_scan *scan, uint32_t at)
{
    const tl_word *word = &scan->words.items[at];
    return (word->scripts & TL_SCRIPT_LATIN) && (word->flags & TL_WORD_CAPITALISED) &&
           !(word->flags & (TL_WORD_NOT_TEXT | TL_WORD_HAS_DIGIT)) && word->length >= 2;
}

/* Tries words [at, at + count) as a family name; true if it is one that is known. */
static bool
try_family(tl_scanner *scanner, uint32_t at, uint32_t count)
{
    tl_scan *scan = &scanner->scan;
    size_t matched;
    const tl_name_match *matches =
        tl_scanner_family_matches(scanner, tl_scan_text(scan, at, count), &matched);
    tl_mention mention = {.family = at, .family_count = count};
    if (matched == 0 || !choose_person(scanner, matches, matched, &mention)) {
        return false;
    }
    add_mention(scan, &mention);
    return true;
}

static bool
is_compound(const tl_scan *scan, uint32_t at)
{
    return at + 1 < scan->words.count && scan->words.items[at + 1].gap == TL_GAP_HYPHEN &&
           may_be_family(scan, at + 1);
}

/* "Petrov-Zainetdinov" is one name, and "anti-Zainetdinov" is not. */
static bool
is_second_half(const tl_scan *scan, uint32_t at)
{
    return at > 0 && scan->words.items[at].gap == TL_GAP_HYPHEN && may_be_family(scan, at - 1);
}

/* Looks for family names among words [at, end), which no hit covers. Returns the first word that
 * was not looked at: a compound may reach into the hit. */
static uint32_t
search_between_hits(tl_scanner *scanner, uint32_t at, uint32_t end)
{
    const tl_scan *scan = &scanner->scan;
    for (; at < end; at++) {
        if (!may_be_family(scan, at) || is_second_half(scan, at)) {
            continue;
        }
        if (is_compound(scan, at)) {
            at += try_family(scanner, at, 2);
        } else {
            try_family(scanner, at, 1);
        }
    }
    return at;
}

void
tl_scanner_find_mentions(tl_scanner *scanner)
{
    const tl_scan *scan = &scanner->scan;
    uint32_t at = 0;
    if (scanner->index->person_count == 0) {
        return;
    }
    for (size_t i = 0; i < scan->hit_count; i++) {
        const tl_hit *hit = &scan->hits[i];
        at = search_between_hits(scanner, at, hit->first);
        if (at < hit->first + hit->count) {
            take_hit(scanner, hit);
            at = hit->first + hit->count;
        }
    }
    search_between_hits(scanner, at, (uint32_t)scan->words.count);
}
