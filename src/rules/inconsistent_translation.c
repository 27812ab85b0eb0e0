/* SPDX-License-Identifier: MPL-2.0 */
/* inconsistent-translation: what stands once in the source and in two ways in the target, over a
 * whole document: a segment, a term of the termbase, a name. The first rendering is the one that
 * the later ones are held against; which it is, is known in the end, when the parts of a document
 * are put together. Only hashes and borrowed texts are kept, so that a document may have any number
 * of units. */
#include "rules/carried.h"
#include "rules/name_pairs.h"
#include "rules/rules.h"
#include "rules/verb_term.h"

#include "base/hash.h"
#include "base/map.h"
#include "base/utf8.h"
#include "morph/ending.h"
#include "text/key.h"

#include <string.h>

/* What is rendered. */
typedef enum kind { SEGMENT, TERM, NAME } kind;

/* Something that stands in the source, and how it was rendered there. Texts are borrowed from
 * segments and the termbase. */
typedef struct rendering {
    uint64_t source_hash; /* of what it renders, never 0 */
    const tl_segment *target;
    tl_str language; /* of the target */
    tl_str source, text;
    tl_range range; /* of the target */
    kind kind;
} rendering;

enum { PER_BLOCK = 64, FIRST_SIZE = 256, FEWEST_LETTERS = 2 };

typedef struct block {
    struct block *next;
    size_t count;
    rendering items[PER_BLOCK];
} block;

/* All renderings, in order. */
typedef struct renderings {
    block *first, *last;
    size_t count;
} renderings;

static renderings *
renderings_of(tl_pass *pass)
{
    if (*pass->state == NULL) {
        *pass->state = tl_arena_alloc(pass->arena, 1, sizeof(renderings));
    }
    return *pass->state;
}

static void
append_block(renderings *all, block *added)
{
    if (all->last) {
        all->last->next = added;
    } else {
        all->first = added;
    }
    all->last = added;
}

static void
note(tl_pass *pass, const tl_scan *target, const rendering *known)
{
    renderings *all = renderings_of(pass);
    if (all->last == NULL || all->last->count == PER_BLOCK) {
        append_block(all, tl_arena_alloc(pass->arena, 1, sizeof(block)));
    }
    rendering *added = &all->last->items[all->last->count++];
    *added = *known;
    added->source_hash |= 1;
    added->target = target->segment;
    added->language = target->language;
    all->count++;
}

/* -- segments ------------------------------------------------------------------------------- */

/* What is no word and counts all the same: a question is no statement, and there may be numbers,
 * signs or placeholders. */
static bool
tells(uint32_t c)
{
    return c == 0xfffc || (c && c < 0x80 && strchr("?%+-/#<>=*&", (int)c));
}

/* What stands behind the last word but for a stop: “Export…” is what a button does, “Name:”
 * what a field has. */
static tl_str
ending_of(const tl_scan *scan)
{
    tl_str text = tl_str_trim(scan->segment->text);
    const tl_word *last = &scan->words.items[scan->words.count - 1];
    size_t end = (size_t)(text.ptr + text.len - scan->segment->text.ptr);
    tl_str ending = tl_str_slice(scan->segment->text, last->range.end + last->tail, end);
    bool is_stop = tl_str_equal(ending, TL_STR(".")) || tl_str_equal(ending, TL_STR("!"));
    return is_stop ? TL_STR("") : ending;
}

/* A hash of what the text says, which has a word: the words whatever their capitals and what stands
 * between them, but one word alone as it is written. */
static uint64_t
hash_text(const tl_scan *scan)
{
    const tl_words *words = &scan->words;
    uint64_t hash = tl_hash_pair(words->count, tl_hash_bytes(ending_of(scan)));
    for (size_t i = 0; i < words->count; i++) {
        hash = tl_hash_pair(hash, words->items[i].hash);
    }
    if (words->count == 1) {
        hash = tl_hash_pair(hash, tl_hash_bytes(tl_scan_text(scan, 0, 1)));
    }
    for (size_t at = 0; at < scan->segment->text.len;) {
        uint32_t c = tl_utf8_next(scan->segment->text, &at);
        hash = tells(c) ? tl_hash_pair(hash, c) : hash;
    }
    return hash;
}

static bool
has_letters(const tl_scan *scan)
{
    size_t letters = 0;
    for (size_t i = 0; i < scan->words.count; i++) {
        const tl_word *word = &scan->words.items[i];
        letters += word->flags & TL_WORD_HAS_LETTER ? word->length : 0;
    }
    return letters >= FEWEST_LETTERS;
}

static bool
share_a_stem(tl_pass *pass, tl_str language, tl_str a, tl_str b)
{
    tl_stems first = tl_pass_stems(pass, language, a), second = tl_pass_stems(pass, language, b);
    for (size_t i = 0; i < first.count; i++) {
        for (size_t k = 0; k < second.count; k++) {
            if (tl_str_equal(first.items[i], second.items[k])) {
                return true;
            }
        }
    }
    return false;
}

/* «Нормализация» and «Нормализовать»: most of both is one root. */
static bool
share_a_root(tl_str a, tl_str b)
{
    enum { LEAST_ROOT = 8 }; /* bytes: four Cyrillic letters */
    tl_key first_key, second_key;
    tl_str first = tl_key_of(a, &first_key), second = tl_key_of(b, &second_key);
    size_t longer = first.len > second.len ? first.len : second.len;
    size_t same = tl_common_beginning(first, second);
    return same >= LEAST_ROOT && same * 2 >= longer;
}

static bool
is_sentence(tl_str text)
{
    tl_str end = tl_str_trim(text);
    return end.len && strchr(".!?", end.ptr[end.len - 1]) && !tl_str_ends_with(end, TL_STR("..."));
}

/* The same words in the same order; those of a label in whatever forms, noun or verb. */
static bool
are_same_words(tl_pass *pass, tl_str language, tl_str a, tl_str b)
{
    bool is_label = !is_sentence(a) && !is_sentence(b);
    tl_words first = {0}, second = {0};
    tl_words_find(&first, a);
    tl_words_find(&second, b);
    bool same = first.count == second.count;
    for (size_t i = 0; same && i < first.count; i++) {
        tl_str one = tl_str_at(a, first.items[i].range),
               other = tl_str_at(b, second.items[i].range);
        same = first.items[i].hash == second.items[i].hash ||
               (is_label && (share_a_root(one, other) || share_a_stem(pass, language, one, other)));
    }
    tl_words_clear(&first);
    tl_words_clear(&second);
    return same;
}

static void
check_segment(tl_pass *pass)
{
    const tl_unit *unit = pass->unit;
    const tl_scan *source = unit->source.texts[0].scan, *target = unit->target.texts[0].scan;
    if (unit->source.count > 1 || unit->target.count > 1 || !has_letters(source)) {
        return;
    }
    uint64_t context = tl_hash_bytes(source->segment->context);
    note(pass, target,
         &(rendering){.kind = SEGMENT,
                      .source_hash = tl_hash_pair(hash_text(source), context),
                      .source = source->segment->text,
                      .text = target->segment->text,
                      .range = {0, (uint32_t)target->segment->text.len}});
}

/* -- terms ---------------------------------------------------------------------------------- */

static const tl_concept_place *
only_place_of(const tl_concept_places *places, const tl_concept *concept)
{
    const tl_concept_place *found = NULL;
    for (size_t i = 0; i < places->count; i++) {
        if (places->items[i].concept == concept) {
            if (found) {
                return NULL;
            }
            found = &places->items[i];
        }
    }
    return found;
}

static bool
counts(const tl_concept_place *place)
{
    return place && place->is_sure && place->hit && place->hit->pattern->kind == TL_PATTERN_TERM &&
           tl_term_is_good(place->hit->pattern->term) && !place->hit->pattern->term->acronym &&
           place->hit->pattern->term->severity != TL_LEVEL_OFF &&
           place->concept->type != TL_TYPE_PERSON;
}

/* A form of the source that stands once in its unit, and the form that stands for it. */
static void
check_terms(tl_pass *pass, const tl_unit_text *source, const tl_unit_text *target)
{
    tl_concept_places sources = tl_concepts_in(pass, source);
    tl_concept_places targets = tl_concepts_in(pass, target);
    for (size_t i = 0; i < sources.count; i++) {
        const tl_concept_place *from = only_place_of(&sources, sources.items[i].concept);
        const tl_concept_place *to = only_place_of(&targets, sources.items[i].concept);
        if (!counts(from) || !counts(to)) {
            continue;
        }
        const tl_term *form = to->hit->pattern->term;
        uint64_t number = from->hit->pattern->term->number;
        number = tl_is_verb_term(target->scan->language, form->text)
                     ? ~number
                     : number; /* the verb is another */
        note(pass, target->scan,
             &(rendering){.kind = TERM,
                          .source_hash = tl_hash_pair(number + 1, 1),
                          .source = tl_str_at(source->scan->segment->text, from->range),
                          .text = form->text,
                          .range = to->range});
    }
}

/* -- names ---------------------------------------------------------------------------------- */

/* The family name of somebody whom the termbase does not know, in another spelling than before. */
static void
check_names(tl_pass *pass, const tl_scan *source, const tl_scan *target)
{
    tl_name_pairs pairs = tl_name_pairs_find(pass, source, target);
    for (size_t i = 0; pairs.latin_target && i < pairs.count; i++) {
        const tl_name_pair *pair = &pairs.items[i];
        tl_str text = tl_family_text(target, pair->target);
        if (pair->answer != TL_NAME_SAME || pair->source->concept || pair->target->concept ||
            !(pair->source->is_person || pair->target->is_person)) {
            continue;
        }
        note(pass, target,
             &(rendering){
                 .kind = NAME,
                 .source_hash = tl_hash_pair(tl_hash_bytes(pair->base), 2),
                 .source = tl_family_text(source, pair->source),
                 .text = text,
                 .range = tl_scan_range(target, pair->target->family, pair->target->family_count)});
    }
}

static void
check_unit(tl_pass *pass)
{
    const tl_unit_text *source = &pass->unit->source.texts[0];
    check_segment(pass);
    for (size_t i = 0; i < pass->unit->target.count; i++) {
        const tl_unit_text *target = &pass->unit->target.texts[i];
        check_terms(pass, source, target);
        check_names(pass, source->scan, target->scan);
    }
}

static void
join(tl_pass *pass, void *later)
{
    renderings *into = renderings_of(pass);
    const renderings *from = later;
    append_block(into, from->first);
    into->last = from->last;
    into->count += from->count;
}

/* -- judging ---------------------------------------------------------------------------------- */

static void
push(tl_pass *pass, const rendering *later, const rendering *first)
{
    tl_str unit = first->target->unit_id;
    tl_finding finding = {.rule = pass->rule,
                          .segment = later->target,
                          .language = later->language,
                          .range = later->range,
                          .of_segment =
                              later->range.end - later->range.begin == later->target->text.len};
    tl_finding_suggest(&finding, first->text);
    finding.message =
        tl_arena_format(pass->arena, "“%.*s” of the source is “%.*s” elsewhere%s%.*s",
                        TL_STR_ARGS(tl_pass_quote(pass, later->source)),
                        TL_STR_ARGS(tl_pass_quote(pass, first->text)), unit.len ? " in unit " : "",
                        TL_STR_ARGS(tl_pass_quote(pass, unit)));
    tl_pass_push(pass, &finding);
}

static bool
is_same(tl_pass *pass, const rendering *later, const rendering *first)
{
    switch (later->kind) {
    case SEGMENT: return are_same_words(pass, later->language, first->text, later->text);
    case TERM: return tl_str_equal(first->text, later->text);
    case NAME: return tl_keys_equal(first->text, later->text);
    }
    return true;
}

/* The place of the first rendering with that hash among `size`, a power of two. */
static const rendering **
find_slot(const rendering **slots, size_t size, uint64_t source_hash)
{
    size_t at = (size_t)tl_hash_mix(source_hash) & (size - 1);
    while (slots[at] && slots[at]->source_hash != source_hash) {
        at = (at + 1) & (size - 1);
    }
    return &slots[at];
}

static void
finish(tl_pass *pass)
{
    const renderings *all = renderings_of(pass);
    size_t size = FIRST_SIZE;
    while (size < all->count * 2) {
        size *= 2;
    }
    const rendering **slots = tl_arena_alloc(pass->arena, size, sizeof *slots);
    for (const block *some = all->first; some; some = some->next) {
        for (size_t i = 0; i < some->count; i++) {
            const rendering *one = &some->items[i];
            const rendering **first = find_slot(slots, size, one->source_hash);
            if (*first == NULL || (*first)->text.len == 0) {
                *first = one;
            } else if (!is_same(pass, one, *first)) {
                push(pass, one, *first);
            }
        }
    }
}

const tl_rule tl_rule_inconsistent_translation = {
    .id = "inconsistent-translation",
    .summary = "one segment, term or name of the source in two ways in the target",
    .help =
        "In a bilingual document, finds what the source says in the same words and the target in "
        "two ways: a whole segment, a form of a term for which two good forms stand, a Cyrillic "
        "name that is romanized in two spellings. The later place is reported, the first rendering "
        "is suggested.\n\n"
        "Capitals, punctuation, white space and the grammatical form of a translated label make "
        "no difference, nor does an acronym beside the full form; but a colon or dots at the end "
        "do, and the capitals of a word alone. Two segments with different contexts (msgctxt) are "
        "two.",
    .bad = "Закрыть → Close … Закрыть → Shut",
    .good = "Закрыть → Close … Закрыть → Close",
    .severity = TL_SEVERITY_WARNING,
    .check_unit = check_unit,
    .join = join,
    .finish = finish,
};
