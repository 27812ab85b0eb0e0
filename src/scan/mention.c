/* SPDX-License-Identifier: MPL-2.0 */
/* Finds the people of the termbase in a segment. A family name that a form of the termbase explains
 * is taken from the hits; any other capitalised Latin word is looked up among the spellings of all
 * Cyrillic family names, and believed only as measured (romanization): cheap enough, long enough or
 * beside the person's given name, and no other known name as near. */
#include "base/array.h"
#include "base/utf8.h"
#include "scan/context.h"
#include "text/compare.h"

enum { SHORTEST_ALONE = 4, SHORTEST_ODD_ALONE = 6, LONGEST_WORD = 128 };

static void
add_mention(tl_scan *scan, const tl_mention *mention)
{
    scan->mentions = tl_array_reserve(scan->mentions, &scan->mention_capacity,
                                      scan->mention_count + 1, sizeof *scan->mentions);
    scan->mentions[scan->mention_count++] = *mention;
}

/* The first of the people of a concept, or NULL if it has no Cyrillic name. */
static const tl_person *
person_of(const tl_index *index, const tl_concept *concept)
{
    for (size_t i = 0; i < index->person_count; i++) {
        if (index->people[i].concept == concept) {
            return &index->people[i];
        }
    }
    return NULL;
}

static bool
is_family_hit(const tl_hit *hit)
{
    return hit->pattern->kind == TL_PATTERN_FAMILY && tl_term_is_good(hit->pattern->term);
}

/* A family name as it should be, or but for marks and apostrophes, standing alone in the hits. */
static void
take_hit(tl_scanner *scanner, const tl_hit *hit)
{
    tl_scan *scan = &scanner->scan;
    const tl_person *person = person_of(scanner->index, hit->pattern->term->concept);
    if (!is_family_hit(hit) || person == NULL || scan->script != TL_SCRIPT_LATIN) {
        return;
    }
    tl_latin_name latin =
        tl_index_latin_name(scanner->index, person, scan->language, &scanner->scratch);
    tl_name_context context =
        tl_scanner_read_context(scanner, person, &latin, hit->first, hit->count);
    tl_mention mention = {.person = person,
                          .family = hit->first,
                          .family_count = hit->count,
                          .given = context.given,
                          .patronymic = context.patronymic,
                          .given_differs = context.given_differs,
                          .patronymic_differs = context.patronymic_differs,
                          .family_differs = (hit->differences & ~(unsigned)TL_DIFFER_SCRIPT) != 0};
    if (context.verdict != TL_BESIDE_CLASHES) {
        add_mention(scan, &mention);
    }
}

static tl_str
key_of(tl_str word, char *key)
{
    return (tl_str){key, tl_words_key(tl_str_slice(word, 0, LONGEST_WORD), key)};
}

/* True if the entry says that this spelling is somebody else's. */
static bool
is_distinct(const tl_concept *concept, tl_str word)
{
    char first[LONGEST_WORD * 3], second[LONGEST_WORD * 3];
    tl_str key = key_of(word, first);
    for (size_t i = 0; i < concept->distinct_count; i++) {
        tl_str rest = concept->distinct[i], part;
        while (tl_str_split(&rest, ' ', &part)) {
            if (tl_str_equal(key, key_of(part, second))) {
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
    char first[LONGEST_WORD * 3], second[LONGEST_WORD * 3];
    mention->person = person;
    mention->cost = cost;
    mention->given = context.given;
    mention->patronymic = context.patronymic;
    mention->given_differs = context.given_differs;
    mention->patronymic_differs = context.patronymic_differs;
    mention->family_differs = !tl_str_equal(key_of(word, first), key_of(latin.family, second));
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
    uint64_t hash = scan->words.items[at].hash;
    for (uint32_t i = 1; i < count; i++) {
        const tl_word *part = &scan->words.items[at + i];
        hash = tl_words_hash_join(hash, part->hash, part->length) * 3;
    }
    size_t matched;
    const tl_name_match *matches =
        tl_scanner_family_matches(scanner, tl_scan_text(scan, at, count), hash, &matched);
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

void
tl_scanner_find_mentions(tl_scanner *scanner)
{
    tl_scan *scan = &scanner->scan;
    size_t next = 0;
    for (uint32_t at = 0; scanner->index->person_count && at < scan->words.count; at++) {
        while (next < scan->hit_count && scan->hits[next].first + scan->hits[next].count <= at) {
            next++;
        }
        if (next < scan->hit_count && scan->hits[next].first <= at) {
            take_hit(scanner, &scan->hits[next]);
            at = scan->hits[next].first + scan->hits[next].count - 1;
            continue;
        }
        if (!may_be_family(scan, at) || is_second_half(scan, at)) {
            continue;
        }
        if (is_compound(scan, at)) {
            at += try_family(scanner, at, 2);
        } else {
            try_family(scanner, at, 1);
        }
    }
}
