/* SPDX-License-Identifier: MPL-2.0 */
/* name-spelling: a person of the termbase under another spelling. The scanner says who is meant and
 * which of the words differ; this rule puts the canonical words in their place and explains by
 * which schemes the other spelling came about. */
#include "rules/rules.h"

#include "rules/introduced.h"
#include "rules/name_fit.h"
#include "rules/name_words.h"
#include "rules/own_surname.h"
#include "rules/told_spelling.h"
#include "scan/lists.h"
#include "scan/name_form.h"
#include "scan/respaced.h"
#include "text/capitals.h"
#include "text/compare.h"
#include "text/key.h"

static bool
is_cyrillic(const tl_pass *pass, const tl_name_part *part)
{
    return !(pass->scan->words.items[part->first].scripts & TL_SCRIPT_LATIN);
}

/* "the Zainetdinovs": without its s the word is a better spelling of the name. */
static bool
is_plural(const tl_pass *pass, const tl_mention *mention)
{
    tl_str text = mention->written;
    bool has_ending = tl_str_ends_with(text, TL_STR("s")) || tl_str_ends_with(text, TL_STR("S"));
    return has_ending && !is_cyrillic(pass, &mention->family) &&
           tl_romanize_cost(mention->person->family, tl_str_slice(text, 0, text.len - 1)) <
               mention->cost;
}

/* The words of the name in the text, the family name in the number that it has there. */
static tl_name_words
words_of(tl_pass *pass, const tl_mention *mention)
{
    tl_name_words name = {{mention->family, mention->given, mention->patronymic}};
    if (mention->family.differs && is_plural(pass, mention)) {
        name.parts[0].meant =
            tl_arena_format(pass->arena, "%.*ss", TL_STR_ARGS(mention->family.meant));
    }
    return name;
}

/* What the rule remembers of a document. */
typedef struct memory {
    tl_told_spellings told;
    tl_introduced introduced;
} memory;

static memory *
memory_of(tl_pass *pass)
{
    if (*pass->state == NULL) {
        *pass->state = tl_arena_alloc(pass->arena, 1, sizeof(memory));
    }
    return *pass->state;
}

/* The name in full as the termbase has it in the language of the text, else in its own. */
static tl_str
full_name(const tl_pass *pass, const tl_person *person)
{
    const tl_entry *entry = tl_concept_entry(person->concept, pass->scan->language);
    return entry && entry->preferred ? entry->preferred->text : (tl_str){NULL, 0};
}

static void
report(tl_pass *pass, const tl_mention *mention)
{
    const tl_person *person = mention->person;
    tl_name_words name = words_of(pass, mention);
    tl_name_fit fit = tl_name_words_fit(pass, person, &name);
    tl_word_run run = tl_name_words_differing(&name);
    tl_finding finding =
        tl_pass_finding(pass, tl_scan_range(pass->scan, run.first, run.end - run.first));
    tl_str text = tl_pass_text(pass, finding.range), term = full_name(pass, person);
    tl_str suggestion = tl_name_words_mend(pass, &name, run);
    if (fit == TL_NAME_IS_OTHER || tl_str_equal(text, suggestion)) {
        return;
    }
    finding.concept = person->concept;
    finding.severity = person->concept->severity;
    finding.term = term.len ? term : tl_arena_copy(pass->arena, mention->family.meant);
    finding.has_relation = true;
    finding.relation = TL_RELATION_ROMANIZATION;
    finding.fixable = fit == TL_NAME_FITS;
    tl_finding_suggest(&finding, suggestion);
    finding.message = tl_arena_format(
        pass->arena, "“%.*s” is another spelling of %.*s, use “%.*s”",
        TL_STR_ARGS(tl_pass_quote(pass, text)),
        TL_STR_ARGS(person->entry->preferred ? person->entry->preferred->text : person->family),
        TL_STR_ARGS(tl_pass_quote(pass, suggestion)));
    tl_told_spellings_explain(&memory_of(pass)->told, pass, mention, &finding);
    tl_introduced_wait(&memory_of(pass)->introduced, pass, mention, &finding);
}

/* Whether word `i` of the hit is not written as in the form. */
static bool
is_misspelled(const tl_pass *pass, const tl_hit *hit, uint32_t i)
{
    tl_str form = tl_str_at(hit->pattern->text, hit->pattern->words[i].range);
    tl_str text = tl_pass_word(pass, hit->first + i);
    bool capitals = pass->scan->words.items[hit->first + i].flags & TL_WORD_ALL_CAPS;
    unsigned ignored = TL_DIFFER_SCRIPT | TL_DIFFER_YO | (capitals ? TL_DIFFER_CASE : 0);
    return (tl_words_differ(text, form) & ~ignored) != 0;
}

/* The words of a full name that are not spelled as in the form, and how they should be; a name in
 * another case than its form has no other spelling than by its hyphens. */
static tl_respaced
differing_words(tl_pass *pass, const tl_hit *hit)
{
    const tl_pattern *pattern = hit->pattern;
    tl_word_run run = {.first = hit->count, .end = 0};
    tl_respaced respaced = tl_hit_respaced(pass->scan, hit, pass->arena);
    for (uint32_t i = 0; !hit->cells && hit->count == pattern->count && i < hit->count; i++) {
        bool is_respaced =
            hit->first + i >= respaced.first && hit->first + i < respaced.first + respaced.count;
        if (is_respaced || is_misspelled(pass, hit, i)) {
            run.first = run.end ? run.first : i;
            run.end = i + 1;
        }
    }
    if (run.end == 0) {
        return respaced;
    }
    respaced = (tl_respaced){.first = hit->first + run.first, .count = run.end - run.first};
    respaced.meant = tl_str_slice(pattern->text, pattern->words[run.first].range.begin,
                                  pattern->words[run.end - 1].range.end);
    if (tl_capitals_only(tl_scan_text(pass->scan, respaced.first, respaced.count))) {
        respaced.meant = tl_capitals_raise_all(pass->arena, respaced.meant);
    }
    return respaced;
}

/* A full name but for marks, apostrophes or hyphens: "Ildar Gaĭnetdinov" for "Ildar Gainetdinov".
 */
static void
check_full_name(tl_pass *pass, const tl_hit *hit)
{
    const tl_pattern *pattern = hit->pattern;
    const tl_respaced run = differing_words(pass, hit);
    if (run.count == 0) {
        return;
    }
    tl_range text = tl_scan_range(pass->scan, run.first, run.count);
    tl_finding finding = tl_pass_finding(pass, text);
    finding.concept = pattern->term->concept;
    finding.severity = pattern->term->concept->severity;
    finding.term = pattern->term->text;
    finding.has_relation = true;
    finding.relation =
        hit->differences & TL_HIT_SEPARATOR ? TL_RELATION_SEPARATOR : TL_RELATION_DIACRITICS;
    finding.fixable = true;
    tl_finding_suggest(&finding, run.meant);
    finding.message = tl_arena_format(pass->arena, "“%.*s” is another spelling of %.*s, use “%.*s”",
                                      TL_STR_ARGS(tl_pass_quote(pass, tl_pass_text(pass, text))),
                                      TL_STR_ARGS(pattern->term->text), TL_STR_ARGS(run.meant));
    tl_pass_push(pass, &finding);
}

static bool
is_full_name(const tl_hit *hit)
{
    return hit->pattern->kind == TL_PATTERN_TERM && hit->pattern->term->entry->name &&
           tl_term_is_good(hit->pattern->term);
}

/* Whoever is named rightly or with his own given name has been met. */
static void
meet_people(tl_pass *pass)
{
    tl_introduced *introduced = &memory_of(pass)->introduced;
    for (size_t i = 0; i < pass->scan->hit_count; i++) {
        const tl_hit *hit = &pass->scan->hits[i];
        if (hit->pattern->kind == TL_PATTERN_TERM && hit->pattern->term->entry->name &&
            tl_term_is_good(hit->pattern->term)) {
            tl_introduced_meet(introduced, pass, hit->pattern->term->concept, true);
        }
    }
    for (size_t i = 0; i < pass->scan->mention_count; i++) {
        const tl_mention *mention = &pass->scan->mentions[i];
        bool is_sure = mention->beside == TL_BESIDE_FITS;
        if (is_sure || !mention->family.differs) {
            tl_introduced_meet(introduced, pass, mention->person->concept, is_sure);
        }
    }
}

/* A Cyrillic word that the dictionary has or that is somebody's family name; an initial is no proof
 * against that. */
static bool
is_own_name(const tl_pass *pass, const tl_mention *mention)
{
    bool has_initial = mention->beside == TL_BESIDE_FITS && mention->given.count == 0 &&
                       mention->patronymic.count == 0;
    bool is_alone = mention->beside == TL_BESIDE_NOTHING;
    return mention->family.differs && mention->cost && is_cyrillic(pass, &mention->family) &&
           ((is_alone &&
             tl_pass_ask(pass, pass->scan->language, mention->written, false) == TL_KNOWN_YES) ||
            ((is_alone || has_initial) &&
             tl_is_own_surname(pass, mention->written, mention->person->family)));
}

/* A word alone that is a common one ("Below the line") is that word. */
static bool
is_common_word(const tl_mention *mention)
{
    tl_key key;
    return mention->beside == TL_BESIDE_NOTHING && !mention->follows_title &&
           tl_list_has(TL_LIST_WORDS, tl_key_of(mention->written, &key));
}

static void
check_mentions(tl_pass *pass)
{
    const tl_scan *scan = pass->scan;
    tl_introduced *introduced = &memory_of(pass)->introduced;
    size_t next = 0;
    for (size_t i = 0; i < scan->mention_count; i++) {
        const tl_mention *mention = &scan->mentions[i];
        for (; next < scan->namesake_count && scan->namesakes[next].family < mention->family.first;
             next++) {
            tl_introduced_note(introduced, pass, &scan->namesakes[next]);
        }
        bool differs =
            mention->family.differs || mention->given.differs || mention->patronymic.differs;
        if (differs && !tl_introduced_is_other(introduced, pass, mention) &&
            !is_common_word(mention) && !is_own_name(pass, mention)) {
            report(pass, mention);
        }
    }
    for (; next < scan->namesake_count; next++) {
        tl_introduced_note(introduced, pass, &scan->namesakes[next]);
    }
}

/* "Verhneozersk" for the town that the termbase has as «Верхнеозёрск» and as "Verkhneozyorsk". */
static void
check_place(tl_pass *pass, const tl_named_place *place)
{
    const tl_concept *concept = place->term->concept;
    const tl_entry *entry = tl_concept_entry(concept, pass->scan->language);
    tl_str text = tl_pass_word(pass, place->word);
    tl_str name = entry && entry->preferred ? entry->preferred->text : TL_STR("");
    tl_key key;
    if (name.len == 0 || tl_str_find_byte(name, ' ', 0) < name.len ||
        tl_list_has(TL_LIST_WORDS, tl_key_of(text, &key)) ||
        tl_pass_ask(pass, pass->scan->language, text, false) == TL_KNOWN_YES ||
        tl_concept_is_distinct(concept, text, pass->scratch)) {
        return;
    }
    tl_finding finding = tl_pass_finding(pass, tl_scan_range(pass->scan, place->word, 1));
    tl_str wanted = tl_capitals_only(text) ? tl_capitals_raise_all(pass->arena, name) : name;
    finding.concept = concept;
    finding.severity = concept->severity;
    finding.term = name;
    finding.has_relation = true;
    finding.relation = TL_RELATION_ROMANIZATION;
    finding.fixable = true;
    tl_finding_suggest(&finding, wanted);
    finding.message = tl_arena_format(pass->arena, "“%.*s” is another spelling of %.*s, use “%.*s”",
                                      TL_STR_ARGS(tl_pass_quote(pass, text)),
                                      TL_STR_ARGS(place->term->text), TL_STR_ARGS(wanted));
    tl_pass_push(pass, &finding);
}

static void
check(tl_pass *pass)
{
    for (size_t i = 0; i < pass->scan->place_count; i++) {
        check_place(pass, &pass->scan->places[i]);
    }
    for (size_t i = 0; i < pass->scan->hit_count; i++) {
        if (pass->scan->hits[i].differences && is_full_name(&pass->scan->hits[i])) {
            check_full_name(pass, &pass->scan->hits[i]);
        }
    }
    if (pass->scan->mention_count || pass->scan->namesake_count || pass->scan->hit_count) {
        meet_people(pass);
        check_mentions(pass);
    }
}

static void
join(tl_pass *pass, void *later)
{
    const memory *from = later;
    tl_introduced_join(&memory_of(pass)->introduced, &from->introduced);
}

static void
finish(tl_pass *pass)
{
    tl_introduced_settle(&memory_of(pass)->introduced, pass);
}

const tl_rule tl_rule_name_spelling = {
    .id = "name-spelling",
    .summary = "another spelling of a person's name than the termbase's",
    .help =
        "From the Cyrillic form of a name termlint knows every Latin spelling of it: all the "
        "romanization schemes in use, mixtures of them, and the conventions of other languages' "
        "press. It finds them wherever the family name stands: alone, with a given name, "
        "initials or a patronymic, surname first, in capitals, with 's, broken at a line end; one "
        "of three letters only beside the given name or a title. In Cyrillic it finds other "
        "spellings of the family name (Зейнетдинов for Зайнетдинов) in every case: alone, unless "
        "that is a family name of its own, well known or made of another word; farther ones beside "
        "a given name, initials or a title, or with the right name elsewhere. A given name or "
        "patronymic misspelled beside the right family name is found too, and a name of two parts "
        "without its hyphen. Of places, organisations and events those names are known so that "
        "are one word of six letters or more.\n\n"
        "Someone else is left alone: another given name or initial, a place called after "
        "somebody, a firm, “Mr” before the name of a woman, a spelling listed as `distinct:`, a "
        "word that is nearer to another name of "
        "the termbase or as near; and so is wherever he stands alone, in the headline too, whoever "
        "is "
        "introduced with the name as somebody else. The explanation names the schemes that write "
        "so.",
    .bad = "Vladimir Zainetdinov",
    .good = "Vladimir Zaynetdinov",
    .severity = TL_SEVERITY_ERROR,
    .needs_termbase = true,
    .check = check,
    .join = join,
    .finish = finish,
};
