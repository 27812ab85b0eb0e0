/* SPDX-License-Identifier: MPL-2.0 */
/* Near hits: paths through the trie in which one word is a typo of what should stand there. The
 * walk finds them, here they are kept or dropped by what else is known of the segment: a word that
 * an exact hit or a name explains is no typo. Whether the word is one of the language is not asked
 * here; a rule does that, of the few that are left. */
#include "base/array.h"
#include "base/utf8.h"
#include "morph/variety.h"
#include "romanize/respelling.h"
#include "scan/context.h"
#include "scan/lists.h"
#include "scan/name_form.h"
#include "scan/scanner.h"
#include "text/key.h"

#include <stdlib.h>

enum {
    SHORTEST_ALONE = 5,
    SURE_LETTERS = 9,  /* from here on two edits are near, whatever they are */
    ALIKE_EDITS = 130, /* what two edits may cost in a shorter word: letters that are confused */
};

static const tl_word *
word_at(const tl_scanner *scanner, uint32_t at)
{
    return &scanner->scan.words.items[at];
}

static bool
is_cyrillic_word(const tl_scanner *scanner, uint32_t at)
{
    return word_at(scanner, at)->scripts == TL_SCRIPT_CYRILLIC;
}

static void
add(tl_scan *scan, const tl_near_hit *near)
{
    scan->near = tl_array_reserve(scan->near, &scan->near_capacity, scan->near_count + 1,
                                  sizeof *scan->near);
    scan->near[scan->near_count++] = *near;
}

/* Two letters of seven or eight are much: only ones that are easily confused, beside other words of
 * the term, or by which countries differ. */
static bool
are_letters_near(tl_scanner *scanner, const tl_near_word *near, uint32_t at, uint32_t words)
{
    tl_key key;
    return near->edits == 1 || tl_utf8_length(near->key) >= SURE_LETTERS ||
           (words > 1 && near->cost <= ALIKE_EDITS) ||
           tl_variety_of(tl_key_of(tl_scan_text(&scanner->scan, at, 1), &key), near->key);
}

/* Whether the word is near enough to one of a pattern of so many words, or of a name. A short word
 * needs others of its term beside it. */
static bool
is_near_enough(tl_scanner *scanner, const tl_near_word *near, uint32_t at, uint32_t words,
               bool is_name)
{
    bool is_short =
        word_at(scanner, at)->length < SHORTEST_ALONE || tl_utf8_length(near->key) < SHORTEST_ALONE;
    return (!is_short || (words > 1 && !is_name)) && are_letters_near(scanner, near, at, words);
}

void
tl_scanner_add_near(tl_scanner *scanner, const tl_pattern *pattern, const tl_path_step *path,
                    uint32_t mistyped, const tl_near_word *word)
{
    uint32_t at = path[mistyped].first;
    tl_near_hit near = {.word = at, .expected = mistyped, .edits = word->edits, .cost = word->cost};
    near.is_form = scanner->lookups[at] != NULL;
    bool is_name = pattern->term->entry->name != NULL;
    if (is_near_enough(scanner, word, at, pattern->count, is_name) &&
        !(pattern->count == 1 && near.is_form) &&
        tl_scanner_verify_mistyped(scanner, pattern, path, mistyped, &near)) {
        add(&scanner->scan, &near);
    }
}

void
tl_scanner_add_near_name(tl_scanner *scanner, uint32_t at, const tl_near_word *name)
{
    const tl_word *word = word_at(scanner, at);
    tl_near_hit near = {.word = at,
                        .meant = name->name,
                        .edits = name->edits,
                        .cost = name->cost,
                        .person = name->person};
    near.hit = (tl_hit){.range = word->range, .first = at, .count = 1};
    if (scanner->lookups[at] == NULL && is_near_enough(scanner, name, at, 1, true) &&
        (word->flags & TL_WORD_CAPITALISED)) {
        add(&scanner->scan, &near);
    }
}

static bool
is_within(tl_range inner, tl_range outer)
{
    return inner.begin >= outer.begin && inner.end <= outer.end;
}

static bool
overlap(tl_range a, tl_range b)
{
    return a.begin < b.end && b.begin < a.end;
}

static void
mark_part(bool *explained, const tl_name_part *part)
{
    for (uint32_t i = 0; i < part->count; i++) {
        explained[part->first + i] = true;
    }
}

/* By word: it is the family name of somebody who is known not to be meant, or part of a name that
 * is told already. */
static const bool *
mark_explained(tl_scanner *scanner)
{
    const tl_scan *scan = &scanner->scan;
    bool *explained = tl_arena_alloc(&scanner->scratch, scan->words.count, sizeof *explained);
    for (size_t i = 0; i < scan->namesake_count; i++) {
        explained[scan->namesakes[i].family] = true;
    }
    for (size_t i = 0; i < scan->mention_count; i++) {
        const tl_mention *mention = &scan->mentions[i];
        mark_part(explained, &mention->family);
        if (mention->given.differs) {
            mark_part(explained, &mention->given);
        }
        if (mention->patronymic.differs) {
            mark_part(explained, &mention->patronymic);
        }
    }
    return explained;
}

/* A hit explains the word, or stands half in and half out, or will be replaced itself. */
static bool
is_contradicted(const tl_scan *scan, const tl_near_hit *near)
{
    tl_range typo = scan->words.items[near->word].range;
    for (uint32_t at = near->hit.first; at < near->hit.first + near->hit.count; at++) {
        int32_t found = tl_scan_hit_at(scan, at);
        const tl_hit *hit = found < 0 ? NULL : &scan->hits[found];
        if (hit && (overlap(hit->range, typo) || !is_within(hit->range, near->hit.range) ||
                    !tl_term_is_good(hit->pattern->term))) {
            return true;
        }
    }
    return false;
}

static const tl_concept *
concept_of(const tl_near_hit *near)
{
    return near->person ? near->person->concept : near->hit.pattern->term->concept;
}

/* The person whose family name is mistyped, under the name that the pattern has. */
static const tl_person *
person_of(tl_scanner *scanner, const tl_near_hit *near)
{
    const tl_index *index = scanner->index;
    const tl_entry *entry = near->hit.pattern->term->entry;
    const tl_person *person = tl_index_person_of(index, concept_of(near), entry);
    tl_person *latin_only = tl_arena_alloc(&scanner->scratch, 1, sizeof *latin_only);
    *latin_only = (tl_person){.concept = concept_of(near), .entry = entry};
    return person ? person : latin_only;
}

static tl_latin_name
name_in_text(tl_scanner *scanner, const tl_person *person, uint32_t at)
{
    if (is_cyrillic_word(scanner, at)) {
        return (tl_latin_name){
            .family = person->family, .given = person->given, .patronymic = person->patronymic};
    }
    return tl_index_latin_name(scanner->index, person, scanner->scan.language, &scanner->scratch);
}

/* A family name alone is judged by what stands beside it; in a full name the rest of it fits. */
static void
read_name(tl_scanner *scanner, tl_near_hit *near)
{
    const tl_pattern *pattern = near->hit.pattern;
    if (pattern && pattern->kind == TL_PATTERN_TERM && pattern->count > 1) {
        tl_str meant = tl_str_at(pattern->text, pattern->words[near->expected].range);
        bool is_family = tl_name_has_word(pattern->term->entry->name->family, meant);
        near->person = is_family ? person_of(scanner, near) : NULL;
        near->beside = TL_BESIDE_FITS;
        return;
    }
    near->person = near->person ? near->person : person_of(scanner, near);
    tl_latin_name name = name_in_text(scanner, near->person, near->word);
    tl_name_context context =
        tl_scanner_read_context(scanner, near->person, &name, near->hit.first, near->hit.count);
    near->beside = context.verdict;
    near->given = context.given;
    near->patronymic = context.patronymic;
    near->has_initials = context.verdict == TL_BESIDE_FITS && context.given.count == 0 &&
                         context.patronymic.count == 0;
    near->follows_title = tl_scanner_follows_title(scanner, near->hit.first);
}

/* By word; the longest first, then the nearest, then the one that differs in nothing else, then the
 * first of the termbase. */
static int
compare(const void *left, const void *right)
{
    const tl_near_hit *a = left, *b = right;
    if (a->word != b->word) {
        return a->word < b->word ? -1 : 1;
    }
    if (a->hit.count != b->hit.count) {
        return a->hit.count > b->hit.count ? -1 : 1;
    }
    if (a->edits != b->edits || a->cost != b->cost) {
        return a->edits < b->edits || (a->edits == b->edits && a->cost < b->cost) ? -1 : 1;
    }
    if ((a->hit.differences != 0) != (b->hit.differences != 0)) {
        return a->hit.differences != 0 ? 1 : -1;
    }
    if (a->hit.pattern != b->hit.pattern) {
        return a->hit.pattern < b->hit.pattern ? -1 : 1;
    }
    return tl_str_compare(a->meant, b->meant);
}

/* True if a name shows by its letters that it is what another language has for a Russian one. */
static bool
is_form_elsewhere(const tl_scanner *scanner, const tl_near_hit *near)
{
    const tl_entry *entry = near->person ? near->person->entry : near->hit.pattern->term->entry;
    return tl_str_equal(tl_language_primary(entry->language), TL_STR("ru")) &&
           tl_respelling_is_foreign(tl_scan_text(&scanner->scan, near->word, 1));
}

void
tl_scanner_judge_near(tl_scanner *scanner)
{
    tl_scan *scan = &scanner->scan;
    size_t kept = 0;
    if (scan->near_count == 0) {
        return;
    }
    const bool *explained = mark_explained(scanner);
    for (size_t i = 0; i < scan->near_count; i++) {
        tl_near_hit *near = &scan->near[i];
        bool is_name = near->person || near->hit.pattern->term->entry->name;
        if (explained[near->word] || is_contradicted(scan, near) ||
            (is_name && (is_form_elsewhere(scanner, near) ||
                         tl_concept_is_distinct(concept_of(near), tl_scan_text(scan, near->word, 1),
                                                &scanner->scratch)))) {
            continue;
        }
        if (is_name) {
            read_name(scanner, near);
        }
        scan->near[kept++] = *near;
    }
    scan->near_count = kept;
    if (kept > 1) {
        qsort(scan->near, kept, sizeof *scan->near, compare);
    }
}
