/* SPDX-License-Identifier: MPL-2.0 */
/* Finds the people of the termbase in a segment. A family name that a form of the termbase explains
 * is taken from the hits; any other capitalised word is looked up among the spellings of all
 * Cyrillic family names, Latin or Cyrillic as the word is, and believed only as measured
 * (romanization): cheap enough, long enough or beside the person's given name, and no other known
 * name as near. Who is somebody else by what stands beside him is told too. */
#include "base/array.h"
#include "base/utf8.h"
#include "romanize/respelling.h"
#include "scan/context.h"
#include "scan/evidence.h"
#include "scan/name_form.h"
#include "scan/own_name.h"
#include "scan/respaced.h"
#include "text/capitals.h"
#include "text/compare.h"
#include "text/key.h"

#include <string.h>

/* A family name that words [first, first + count) may be. */
typedef struct place {
    uint32_t first, count;
    tl_str written; /* the words in one */
    bool is_cyrillic;
    bool has_own_hyphens; /* none of them may be that of a line end */
    bool is_apart;        /* two words with a space */
    bool is_one;          /* two words of what may be one */
} place;

/* A person whose family name a place may be. */
typedef struct candidate {
    const tl_person *person;
    uint32_t cost;
    tl_str meant; /* the form that it should be; empty: that of the text's language */
    tl_str stem;
} candidate;

static void
add_mention(tl_scan *scan, const tl_mention *mention)
{
    scan->mentions = tl_array_reserve(scan->mentions, &scan->mention_capacity,
                                      scan->mention_count + 1, sizeof *scan->mentions);
    scan->mentions[scan->mention_count++] = *mention;
}

static void
add_namesake(tl_scan *scan, const tl_namesake *namesake)
{
    scan->namesakes = tl_array_reserve(scan->namesakes, &scan->namesake_capacity,
                                       scan->namesake_count + 1, sizeof *scan->namesakes);
    scan->namesakes[scan->namesake_count++] = *namesake;
}

static bool
is_family_hit(const tl_hit *hit)
{
    return hit->pattern->kind == TL_PATTERN_FAMILY && tl_term_is_good(hit->pattern->term);
}

/* The person's names as a text in the script of the place writes them. */
static tl_latin_name
name_at(tl_scanner *scanner, const tl_person *person, const place *at)
{
    if (at->is_cyrillic) {
        return (tl_latin_name){.family = person->family,
                               .given = person->given,
                               .patronymic = person->patronymic,
                               .entry = person->entry};
    }
    return tl_index_latin_name(scanner->index, person, scanner->scan.language, &scanner->scratch);
}

/* Reads what stands beside a place as the name of a person, and notes it if that is somebody else.
 * The family name itself is left to the caller to judge. */
static tl_mention
read_place(tl_scanner *scanner, const place *at, const candidate *found, const tl_latin_name *name)
{
    tl_name_context context =
        tl_scanner_read_context(scanner, found->person, name, at->first, at->count);
    if (context.other >= 0) {
        const tl_namesake namesake = {.person = found->person,
                                      .family = at->first,
                                      .stem = found->stem,
                                      .word = (uint32_t)context.other,
                                      .is_known = context.is_known};
        add_namesake(&scanner->scan, &namesake);
    }
    return (tl_mention){.person = found->person,
                        .family = {.first = at->first, .count = at->count},
                        .given = context.given,
                        .patronymic = context.patronymic,
                        .written = at->written,
                        .stem = found->stem,
                        .cost = found->cost,
                        .beside = context.verdict,
                        .follows_title = tl_scanner_follows_title(scanner, at->first),
                        .opener = context.opener};
}

/* The people whose family name the place may be, the cheapest first; *count of them, borrowed until
 * the next segment. */
static candidate *
find_candidates(tl_scanner *scanner, const place *at, size_t *count)
{
    candidate *found;
    tl_str name = tl_hyphenate(at->written, &scanner->scratch);
    if (at->is_cyrillic) {
        const tl_respelled *names = tl_scanner_respelled(scanner, name, count);
        found = tl_arena_alloc(&scanner->scratch, *count, sizeof *found);
        for (size_t i = 0; i < *count; i++) {
            found[i] = (candidate){names[i].person, names[i].cost, names[i].meant, names[i].stem};
        }
        return found;
    }
    const tl_name_match *names = tl_scanner_family_matches(scanner, name, count);
    found = *count ? tl_arena_alloc(&scanner->scratch, *count, sizeof *found) : NULL;
    size_t kept = 0;
    for (size_t i = 0; i < *count; i++) {
        const tl_person *person = tl_index_person_at(scanner->index, names[i].id);
        found[kept] = (candidate){.person = person, .cost = names[i].cost, .stem = at->written};
        kept += person != NULL;
    }
    *count = kept;
    return found;
}

/* Looks for a namesake of the termbase whose given name stands beside the family name. */
static bool
take_namesake(tl_scanner *scanner, const place *at, const tl_person *other)
{
    size_t count;
    const candidate *found = find_candidates(scanner, at, &count);
    for (size_t i = 0; i < count; i++) {
        tl_latin_name name = name_at(scanner, found[i].person, at);
        bool is_same =
            at->is_cyrillic ? found[i].cost == 0 : tl_keys_equal(at->written, name.family);
        if (found[i].person->concept == other->concept || !is_same) {
            continue;
        }
        tl_mention mention = read_place(scanner, at, &found[i], &name);
        if (mention.beside == TL_BESIDE_FITS) {
            add_mention(&scanner->scan, &mention);
            return true;
        }
    }
    return false;
}

/* The person of a hit by the entry that it is a form of. */
static const tl_person *
person_of_hit(const tl_index *index, const tl_hit *hit)
{
    const tl_term *term = hit->pattern->term;
    return tl_index_person_of(index, term->concept, term->entry);
}

/* A family name as it should be, or but for marks and apostrophes, standing alone in the hits. */
static void
take_hit(tl_scanner *scanner, const tl_hit *hit)
{
    const tl_scan *scan = &scanner->scan;
    const tl_person *person = is_family_hit(hit) ? person_of_hit(scanner->index, hit) : NULL;
    if (person == NULL) {
        return;
    }
    const place at = {.first = hit->first,
                      .count = hit->count,
                      .written = tl_scan_text(scan, hit->first, hit->count),
                      .is_cyrillic = scan->script == TL_SCRIPT_CYRILLIC};
    const candidate own = {.person = person};
    tl_latin_name name = name_at(scanner, person, &at);
    tl_mention mention = read_place(scanner, &at, &own, &name);
    mention.family.differs =
        !at.is_cyrillic && (hit->differences & ~(unsigned)TL_DIFFER_SCRIPT) != 0;
    mention.family.meant = name.family;
    const tl_respaced respaced = tl_hit_respaced(scan, hit, &scanner->scratch);
    if (at.is_cyrillic && respaced.count) {
        mention.family.differs = true;
        mention.family.meant = tl_respaced_whole(scan, hit, &respaced, &scanner->scratch);
    }
    mention.stem = mention.family.differs ? at.written : mention.stem;
    if (mention.beside == TL_BESIDE_FITS ||
        (!take_namesake(scanner, &at, person) && mention.beside == TL_BESIDE_NOTHING)) {
        add_mention(&scanner->scan, &mention);
    }
}

/* True if the word shows by its letters that it is what another language has for the name. */
static bool
is_form_elsewhere(const tl_person *person, const place *at)
{
    tl_str language = tl_language_primary(person->entry->language);
    return at->is_cyrillic && tl_str_equal(language, TL_STR("ru")) &&
           tl_respelling_is_foreign(at->written);
}

static size_t
count_hyphens(tl_str name)
{
    size_t count = 0;
    for (size_t i = 0; i < name.len; i++) {
        count += name.ptr[i] == '-';
    }
    return count;
}

/* "Rimsky-korsakov": what stands behind the hyphen has another first letter than in the name. */
static bool
is_half_otherwise(tl_str written, tl_str name)
{
    size_t first = tl_str_find_byte(written, '-', 0), second = tl_str_find_byte(name, '-', 0);
    return first < written.len && second < name.len && !tl_capitals_only(written) &&
           tl_capitals_begin(tl_str_slice(written, first + 1, written.len)) !=
               tl_capitals_begin(tl_str_slice(name, second + 1, name.len));
}

/* True if the place has other letters than the name, or a hyphen where that has none. */
static bool
is_written_otherwise(const place *at, tl_str name)
{
    return at->is_one || !tl_keys_equal(at->written, name) ||
           (at->has_own_hyphens && (count_hyphens(at->written) != count_hyphens(name) ||
                                    is_half_otherwise(at->written, name)));
}

/* Judges one person as the bearer of the name. */
static bool
judge_candidate(tl_scanner *scanner, const place *at, const candidate *found, tl_mention *mention)
{
    const tl_person *person = found->person;
    if (tl_concept_is_distinct(person->concept, at->written, &scanner->scratch) ||
        (at->is_cyrillic && found->cost &&
         tl_concept_has_family(person->concept, at->written, &scanner->scratch))) {
        return false;
    }
    tl_latin_name name = name_at(scanner, person, at);
    *mention = read_place(scanner, at, found, &name);
    mention->family.meant = found->meant.len ? found->meant : name.family;
    mention->family.differs =
        is_written_otherwise(at, mention->family.meant) && !is_form_elsewhere(person, at);
    bool is_alone = mention->beside == TL_BESIDE_NOTHING && mention->family.differs;
    bool may_be_other = at->is_cyrillic || found->cost > TL_COST_SAME;
    if (is_alone && may_be_other && tl_evidence_is_paired(&scanner->scan, mention)) {
        const tl_namesake namesake = {.person = person,
                                      .family = at->first,
                                      .stem = found->stem,
                                      .word = at->first,
                                      .is_known = true};
        add_namesake(&scanner->scan, &namesake);
        return false;
    }
    if (mention->beside == TL_BESIDE_CLASHES ||
        (is_alone && tl_evidence_is_place(&scanner->scan, mention))) {
        return false;
    }
    return at->is_cyrillic ? tl_evidence_bears_respelling(mention, &mention->is_weak)
                           : tl_evidence_bears_romanization(mention);
}

/* Chooses among all people whose family name the place may be: one whose given name fits before
 * others, then the cheapest; none if two are equally near. Two people of one family name are no
 * ambiguity: the spelling is the same for both. */
static bool
choose_person(tl_scanner *scanner, const place *at, const candidate *found, size_t count,
              tl_mention *chosen)
{
    bool has_one = false, tied = false;
    for (size_t i = 0; i < count; i++) {
        tl_mention next;
        if (!judge_candidate(scanner, at, &found[i], &next)) {
            continue;
        }
        bool fits = next.beside == TL_BESIDE_FITS;
        bool better = has_one && fits && chosen->beside != TL_BESIDE_FITS;
        bool equal =
            has_one && !better && next.beside == chosen->beside && next.cost == chosen->cost;
        if (!has_one || better) {
            *chosen = next;
            has_one = true;
            tied = false;
        } else if (equal && !tl_str_equal(next.family.meant, chosen->family.meant)) {
            tied = true;
        }
    }
    return has_one && !tied;
}

static bool
may_be_family(const tl_scan *scan, uint32_t at)
{
    const tl_word *word = &scan->words.items[at];
    return (word->flags & TL_WORD_CAPITALISED) &&
           !(word->flags & (TL_WORD_NOT_TEXT | TL_WORD_HAS_DIGIT)) && word->length >= 2;
}

/* Two words without what stands between them. */
static tl_str
write_as_one(tl_scanner *scanner, uint32_t first)
{
    tl_str head = tl_scan_text(&scanner->scan, first, 1);
    tl_str tail = tl_scan_text(&scanner->scan, first + 1, 1);
    char *both = tl_arena_alloc(&scanner->scratch, head.len + tail.len, 1);
    memcpy(both, head.ptr, head.len);
    memcpy(both + head.len, tail.ptr, tail.len);
    return (tl_str){both, head.len + tail.len};
}

/* The words of a place in one, without the hyphen that a line end put in. */
static tl_str
join_words(tl_scanner *scanner, uint32_t first, uint32_t count)
{
    tl_str text = tl_scan_text(&scanner->scan, first, count);
    if (count == 1 || !tl_scan_is_broken(&scanner->scan, first + 1)) {
        return text;
    }
    return write_as_one(scanner, first);
}

/* Of the people whose family name it may be, only those whose name has two words. */
static void
keep_compounds(candidate *found, size_t *count)
{
    size_t kept = 0;
    for (size_t i = 0; i < *count; i++) {
        if (count_hyphens(found[i].person->family)) {
            found[kept++] = found[i];
        }
    }
    *count = kept;
}

/* Two words of a place with one space or hyphen between them, as they are remembered; 0 if it has
 * others. */
static uint64_t
pair_of(const tl_scanner *scanner, const place *at)
{
    const tl_word *first = &scanner->scan.words.items[at->first], *second = first + 1;
    char gap = scanner->scan.segment->text.ptr[first->range.end];
    if (at->count != 2 || !first->card || !second->card ||
        second->range.begin != first->range.end + 1 || (gap != ' ' && gap != '-')) {
        return 0;
    }
    uint64_t kind = at->is_one ? 2 : gap == '-', number = scanner->language->number;
    return (at->is_cyrillic ? number << 40 : 0) | (uint64_t)first->card << 21 |
           (uint64_t)second->card << 2 | kind;
}

/* True if it is known of a word that, by itself, it is a spelling of nobody's name. */
static bool
is_nobody(const tl_scanner *scanner, uint32_t word, bool is_cyrillic)
{
    const tl_note *note = &scanner->notes.items[scanner->scan.words.items[word].card];
    return is_cyrillic ? note->nobody_in == scanner->language->number
                       : note->known & TL_NOTE_NOBODY;
}

static bool
is_known_as_nobody(tl_scanner *scanner, const place *at)
{
    if (at->count == 1) {
        return is_nobody(scanner, at->first, at->is_cyrillic);
    }
    uint64_t pair = pair_of(scanner, at);
    return pair && *tl_notes_pair_at(&scanner->notes, pair) == pair;
}

static void
note_nobody(tl_scanner *scanner, const place *at)
{
    tl_note *note = tl_scanner_note(scanner, at->first);
    uint64_t pair = pair_of(scanner, at);
    if (pair) {
        *tl_notes_pair_at(&scanner->notes, pair) = pair;
    } else if (at->count == 1 && note && at->is_cyrillic) {
        note->nobody_in = scanner->language->number;
    } else if (at->count == 1 && note) {
        note->known |= TL_NOTE_NOBODY;
    }
}

/* True if the place is a name only beside a given name that fits: two words of a name that has one,
 * or what may be a given name and a family name. Asked last, as the answer takes time. */
static bool
wants_given(tl_scanner *scanner, const place *at)
{
    return at->is_one || (at->is_apart && tl_scanner_are_two_names(scanner, at->first) &&
                          tl_scanner_is_given(scanner, tl_scan_text(&scanner->scan, at->first, 1)));
}

/* Chooses who is meant by the place, and notes it; true if it is somebody who is known. */
static bool
take_place(tl_scanner *scanner, const place *at)
{
    size_t count;
    tl_mention mention;
    if (is_known_as_nobody(scanner, at)) {
        return false;
    }
    candidate *found = find_candidates(scanner, at, &count);
    if (at->is_apart) {
        keep_compounds(found, &count);
    }
    if (count == 0) {
        note_nobody(scanner, at);
    }
    if (count == 0 || !choose_person(scanner, at, found, count, &mention) ||
        (mention.beside != TL_BESIDE_FITS && wants_given(scanner, at))) {
        return false;
    }
    if (mention.family.differs || mention.beside == TL_BESIDE_FITS || !at->is_cyrillic) {
        add_mention(&scanner->scan, &mention);
    }
    return true;
}

/* "Ruslan Hadji Muradov" for «Хаджимурадов»: two words of a name that has one, believed beside the
 * given name only. */
static bool
try_as_one(tl_scanner *scanner, place at)
{
    const tl_word *words = scanner->scan.words.items;
    bool has_word_before = at.first > 0 && (words[at.first - 1].flags & TL_WORD_CAPITALISED);
    if (at.count != 2 || !at.has_own_hyphens || !has_word_before) {
        return false;
    }
    at.written = write_as_one(scanner, at.first);
    at.is_apart = false;
    at.is_one = true;
    return take_place(scanner, &at);
}

/* Tries words [first, first + count) as a family name; true if it is one that is known. */
static bool
try_family(tl_scanner *scanner, uint32_t first, uint32_t count)
{
    const tl_word *words = scanner->scan.words.items;
    if (count == 1 && is_nobody(scanner, first, !(words[first].scripts & TL_SCRIPT_LATIN))) {
        return false;
    }
    const place at = {.first = first,
                      .count = count,
                      .written = join_words(scanner, first, count),
                      .is_cyrillic = !(words[first].scripts & TL_SCRIPT_LATIN),
                      .is_apart = count == 2 && words[first + 1].gap == TL_GAP_SPACE,
                      .has_own_hyphens =
                          count == 1 || !tl_scan_is_broken(&scanner->scan, first + 1)};
    return take_place(scanner, &at) || try_as_one(scanner, at);
}

/* "Petrov-Zainetdinov", or "Zainet-" at a line end. */
static bool
is_compound(const tl_scan *scan, uint32_t at)
{
    return at + 1 < scan->words.count &&
           ((scan->words.items[at + 1].gap == TL_GAP_HYPHEN && may_be_family(scan, at + 1)) ||
            tl_scan_is_broken(scan, at + 1));
}

static bool
is_zade(tl_str word)
{
    return tl_str_equal(word, TL_STR("zade")) || tl_str_equal(word, TL_STR("zadeh")) ||
           tl_str_equal(word, TL_STR("заде"));
}

/* "Zaitseva Riumina", "Mamed zade", "Rimsky-korsakov". */
static bool
may_lack_capital_or_hyphen(const tl_scan *scan, uint32_t at)
{
    const tl_word *next = &scan->words.items[at + 1];
    if (at + 1 == scan->words.count || next[-1].tail) {
        return false;
    }
    return next->gap == TL_GAP_HYPHEN ||
           (next->gap == TL_GAP_SPACE &&
            (may_be_family(scan, at + 1) || is_zade(tl_scan_text(scan, at + 1, 1))));
}

/* "Petrov-Zainetdinov" is one name, and "anti-Zainetdinov" is not. */
static bool
is_second_half(const tl_scan *scan, uint32_t at)
{
    return at > 0 && scan->words.items[at].gap == TL_GAP_HYPHEN && may_be_family(scan, at - 1);
}

/* Takes a word that is no family name for the name of something else, if it is surely a spelling of
 * that and of nobody's name. */
static void
take_named(tl_scanner *scanner, uint32_t word)
{
    tl_scan *scan = &scanner->scan;
    tl_note *note = tl_scanner_note(scanner, word);
    size_t count;
    if (!(scan->words.items[word].scripts & TL_SCRIPT_LATIN) ||
        (note && note->known & TL_NOTE_NO_NAME)) {
        return;
    }
    const tl_name_match *names =
        tl_scanner_family_matches(scanner, tl_scan_text(scan, word, 1), &count);
    if (note && count == 0) {
        note->known |= TL_NOTE_NO_NAME;
    }
    const tl_term *term = count ? tl_index_named_term(scanner->index, names[0].id) : NULL;
    bool is_tied = count > 1 && names[1].cost == names[0].cost;
    if (term && names[0].cost <= TL_COST_SAME && !is_tied) {
        scan->places = tl_array_reserve(scan->places, &scan->place_capacity, scan->place_count + 1,
                                        sizeof *scan->places);
        scan->places[scan->place_count++] = (tl_named_place){.term = term, .word = word};
    }
}

/* The first word from `at` on that has a capital; *next is how many of these have been passed. */
static uint32_t
next_capital(const tl_scan *scan, size_t *next, uint32_t at)
{
    while (*next < scan->capital_count && scan->capitals[*next] < at) {
        ++*next;
    }
    return *next < scan->capital_count ? scan->capitals[*next] : UINT32_MAX;
}

/* Looks for family names among words [at, end), which no hit covers. Returns the first word that
 * was not looked at: a compound may reach into the hit. */
static uint32_t
search_between_hits(tl_scanner *scanner, size_t *next, uint32_t at, uint32_t end)
{
    const tl_scan *scan = &scanner->scan;
    for (uint32_t word; (word = next_capital(scan, next, at)) < end;) {
        at = word + 1;
        if (!may_be_family(scan, word) || is_second_half(scan, word)) {
            continue;
        }
        if (is_compound(scan, word)) {
            at += try_family(scanner, word, 2);
        } else if (may_lack_capital_or_hyphen(scan, word) && try_family(scanner, word, 2)) {
            at++;
        } else if (!try_family(scanner, word, 1)) {
            take_named(scanner, word);
        }
    }
    return at > end ? at : end;
}

void
tl_scanner_find_mentions(tl_scanner *scanner)
{
    const tl_scan *scan = &scanner->scan;
    size_t next = 0;
    uint32_t at = 0;
    if (tl_name_index_is_empty(scanner->index->families)) {
        return;
    }
    for (size_t i = 0; i < scan->hit_count; i++) {
        const tl_hit *hit = &scan->hits[i];
        at = search_between_hits(scanner, &next, at, hit->first);
        if (at < hit->first + hit->count) {
            take_hit(scanner, hit);
            at = hit->first + hit->count;
        }
    }
    search_between_hits(scanner, &next, at, (uint32_t)scan->words.count);
}
