/* SPDX-License-Identifier: MPL-2.0 */
/* name-transfer: a name of the source that is another one in the target. Which names answer to each
 * other is told by name_pairs.c, whether given names do by other_given.c, how the house writes them
 * by house_spelling.c. A person of the termbase is name-spelling's business as long as it is the
 * same person. */
#include "rules/carried.h"
#include "rules/house_spelling.h"
#include "rules/initials.h"
#include "rules/name_case.h"
#include "rules/name_pairs.h"
#include "rules/other_given.h"
#include "rules/rules.h"

#include "morph/base_name.h"
#include "morph/inflect.h"
#include "romanize/identify.h"
#include "scan/lists.h"
#include "scan/name_form.h"
#include "text/compare.h"
#include "text/key.h"

static tl_str
word_of(const tl_scan *scan, int32_t at)
{
    return tl_scan_text(scan, (uint32_t)at, 1);
}

/* The name of a person of the termbase in the language of the target and the case of `name`. */
static tl_str
listed_form(tl_pass *pass, const tl_concept *concept, const tl_scan *target,
            const tl_text_name *name)
{
    const tl_entry *entry = tl_concept_entry(concept, target->language);
    return entry && entry->name ? tl_family_in_case_of(pass, entry->name, target, name)
                                : (tl_str){NULL, 0};
}

static tl_finding
begin(tl_pass *pass, const tl_name_pairs *pairs, uint32_t first, uint32_t count)
{
    pass->scan = pairs->target;
    tl_finding finding = tl_pass_finding(pass, tl_scan_range(pairs->target, first, count));
    pass->scan = NULL;
    return finding;
}

static void
push(tl_pass *pass, tl_finding *finding, tl_str source, tl_str suggestion)
{
    tl_str text = tl_str_at(finding->segment->text, finding->range);
    tl_finding_suggest(finding, suggestion);
    const char *wanted = suggestion.len ? ", use “" : "";
    finding->message = tl_arena_format(
        pass->arena, "“%.*s” is another name than “%.*s” of the source%s%.*s%s",
        TL_STR_ARGS(tl_pass_quote(pass, text)), TL_STR_ARGS(tl_pass_quote(pass, source)), wanted,
        TL_STR_ARGS(suggestion), suggestion.len ? "”" : "");
    tl_pass_push(pass, finding);
}

/* The family name is another one. */
static void
report_family(tl_pass *pass, const tl_name_pairs *pairs, const tl_name_pair *pair)
{
    tl_finding finding = begin(pass, pairs, pair->target->family, pair->target->family_count);
    tl_str text = tl_family_text(pairs->target, pair->target), suggestion = {NULL, 0};
    const tl_concept *concept = pair->source->concept;
    if (concept) {
        suggestion = listed_form(pass, concept, pairs->target, pair->target);
        finding.concept = concept;
    } else if (pairs->latin_target && pair->answer == TL_NAME_CLOSE) {
        suggestion = tl_house_form(pass, pair->base, text);
    }
    push(pass, &finding, tl_family_text(pairs->source, pair->source), suggestion);
}

/* The word of a name that begins as its given name does (number 0) or its patronymic (1), an
 * initial or written out; -1: there is none. */
static int32_t
word_for_initial(const tl_text_name *name, unsigned number)
{
    bool has_given = name->given >= 0;
    int32_t in_full = number == 0 ? name->given : name->patronymic;
    unsigned at = number - (has_given && number ? 1u : 0u);
    return in_full >= 0 ? in_full
           : !(has_given && number == 0) && at < name->initial_count
               ? (int32_t)(name->initials + at)
               : -1;
}

/* Compares the initials on both sides with each other, or with the name that one side has in full.
 */
static bool
check_initials(tl_pass *pass, const tl_name_pairs *pairs, const tl_name_pair *pair)
{
    if (pair->source->initial_count + pair->target->initial_count == 0) {
        return false;
    }
    for (unsigned i = 0; i < 2; i++) {
        int32_t source = word_for_initial(pair->source, i);
        int32_t target = word_for_initial(pair->target, i);
        if (source < 0 || target < 0) {
            continue;
        }
        tl_str first = word_of(pairs->source, source), second = word_of(pairs->target, target);
        if (tl_is_other_initial(pairs->latin_target ? first : second,
                                pairs->latin_target ? second : first, pass->scratch)) {
            tl_finding finding = begin(pass, pairs, (uint32_t)target, 1);
            push(pass, &finding, first, (tl_str){NULL, 0});
            return true;
        }
    }
    return false;
}

/* Compares one part of the name on both sides; true if it is another one and was reported. */
static bool
check_part(tl_pass *pass, const tl_name_pairs *pairs, int32_t source, int32_t target,
           bool (*is_other)(tl_pass *pass, tl_str cyrillic, tl_str latin))
{
    if (source < 0 || target < 0) {
        return false;
    }
    tl_str first = word_of(pairs->source, source), second = word_of(pairs->target, target);
    if (!is_other(pass, pairs->latin_target ? first : second,
                  pairs->latin_target ? second : first)) {
        return false;
    }
    tl_finding finding = begin(pass, pairs, (uint32_t)target, 1);
    tl_str suggestion = {NULL, 0}, base;
    if (pairs->latin_target && tl_form_is_close(pass, first, 0, second, &base)) {
        suggestion = tl_house_form(pass, base, second);
    }
    push(pass, &finding, first, suggestion);
    return true;
}

/* The cases in which the form may be that of a family name, of a man ('m') or a woman ('f'). */
static uint16_t
cells_of_family(tl_pass *pass, tl_str form, tl_str base, char gender)
{
    tl_inflected_word forms = tl_inflect_name(base, TL_PART_FAMILY, gender, pass->scratch);
    uint16_t cells = 0;
    for (size_t i = 0; i < forms.count; i++) {
        cells |= tl_keys_equal(forms.forms[i].text, form) ? forms.forms[i].cells : 0;
    }
    return cells & TL_CELLS_SINGULAR;
}

/* «Глеб Титова» for "Gleb Titov": a form of the name, but not in the case of the given name beside
 * it; it is a woman's. */
static bool
check_gender(tl_pass *pass, const tl_name_pairs *pairs, const tl_name_pair *pair)
{
    const tl_scan *scan = pairs->latin_target ? pairs->source : pairs->target;
    const tl_text_name *name = pairs->latin_target ? pair->source : pair->target;
    tl_str family = tl_family_text(scan, name), base = pair->base;
    char gender = tl_name_gender_across(pass, pairs, pair->source, pair->target);
    const tl_person *person =
        pair->source->concept ? tl_index_person(pass->index, pair->source->concept) : NULL;
    if (person) {
        base = person->family;
        gender = tl_name_gender_letter(person->entry->name);
    }
    uint16_t given = name->given < 0 ? 0 : tl_given_cells(pass->given, word_of(scan, name->given));
    if (given == 0 || gender == 0 || tl_family_mark(base) != gender || name->family_count > 1 ||
        tl_keys_equal(family, base)) {
        return false;
    }
    uint16_t own = cells_of_family(pass, family, base, gender);
    if (own == 0 || (own & given)) {
        return false;
    }
    tl_finding finding = begin(pass, pairs, pair->target->family, pair->target->family_count);
    tl_str source = tl_family_text(pairs->source, pair->source), suggestion = {NULL, 0};
    if (pairs->latin_target) {
        suggestion = tl_house_form(pass, family, family);
    } else if (given == 1u << TL_CASE_NOM) {
        suggestion = tl_house_capitals(pass, base, family);
    }
    push(pass, &finding, source, suggestion);
    return true;
}

static void
report_scheme(tl_pass *pass, const tl_name_pairs *pairs, tl_range range, tl_str base)
{
    pass->scan = pairs->target;
    tl_finding finding = tl_pass_finding(pass, range);
    pass->scan = NULL;
    tl_str text = tl_str_at(pairs->target->segment->text, range);
    const tl_scheme *house = tl_house_scheme(pass, base);
    tl_identity identity = tl_identify(base, text, house, pass->arena);
    tl_str suggestion = tl_house_form(pass, base, text);
    if (tl_keys_equal(suggestion, text)) {
        return;
    }
    tl_finding_suggest(&finding, suggestion);
    finding.has_relation = true;
    finding.relation = TL_RELATION_ROMANIZATION;
    finding.explanation = tl_identity_explain(&identity, pass->arena);
    tl_str *ids = tl_arena_alloc(pass->arena, identity.scheme_count, sizeof *ids);
    for (size_t i = 0; i < identity.scheme_count; i++) {
        ids[i] = tl_str_from(identity.schemes[i]->id);
    }
    finding.schemes = ids;
    finding.scheme_count = identity.scheme_count;
    finding.message = tl_arena_format(pass->arena, "“%.*s” does not follow %s, use “%.*s”",
                                      TL_STR_ARGS(text), house->title, TL_STR_ARGS(suggestion));
    tl_pass_push(pass, &finding);
}

/* A given name that no scheme writes so has an English form of its own (Alexander, Peter). */
static bool
is_scheme_spelling(tl_pass *pass, tl_str base, tl_str latin)
{
    tl_identity identity = tl_identify(base, latin, pass->index->house, pass->scratch);
    return identity.scheme_count > 0;
}

/* "Charles Darwin", "Rudolf Virchow": what the language of the target has in its dictionary, or a
 * given name at home elsewhere, needs no romanization. */
static bool
is_of_latin_origin(tl_pass *pass, const tl_name_pairs *pairs, const tl_name_pair *pair)
{
    const tl_text_name *source = pair->source, *target = pair->target;
    tl_str latin = tl_family_text(pairs->target, target);
    if (tl_pass_ask(pass, pairs->target->language, latin, false) == TL_KNOWN_YES) {
        return true;
    }
    if (source->given < 0 || target->given < 0) {
        return false;
    }
    tl_key key;
    tl_str given = word_of(pairs->source, source->given);
    return tl_list_has(TL_LIST_FOREIGN, tl_key_of(given, &key));
}

static void
check_scheme(tl_pass *pass, const tl_name_pairs *pairs, const tl_name_pair *pair)
{
    const tl_text_name *source = pair->source, *target = pair->target;
    bool has_house = pass->index->termbase->romanization.len > 0;
    if (!pairs->latin_target || !has_house || source->concept || target->concept ||
        !(source->is_person || target->is_person)) {
        return;
    }
    char gender = tl_name_gender_across(pass, pairs, source, target);
    tl_str latin = tl_family_text(pairs->target, target);
    if (is_of_latin_origin(pass, pairs, pair)) {
        return;
    }
    tl_str form = tl_family_text(pairs->source, source);
    if (tl_family_mark(pair->base) && !tl_is_house_form(pass, pair->base, gender, latin) &&
        !tl_is_house_form(pass, form, gender, latin) &&
        !tl_is_house_form(pass, pair->base, gender, tl_without_plural(latin))) {
        report_scheme(pass, pairs,
                      tl_scan_range(pairs->target, target->family, target->family_count),
                      pair->base);
    }
    if (source->given >= 0 && target->given >= 0 && tl_family_mark(pair->base)) {
        tl_str name = word_of(pairs->source, source->given), base;
        tl_str given = word_of(pairs->target, target->given);
        if (tl_form_cost(pass, name, 0, given, &base) <= TL_COST_LIKELY &&
            !tl_is_house_form(pass, name, 0, given) && is_scheme_spelling(pass, base, given)) {
            report_scheme(pass, pairs, tl_scan_range(pairs->target, (uint32_t)target->given, 1),
                          base);
        }
    }
}

/* True of a person of the termbase, too: his entry tells whose initials they are. */
static bool
is_at_home(const tl_name_pair *pair)
{
    return pair->source->concept || pair->target->concept || tl_family_mark(pair->base);
}

static void
check_pair(tl_pass *pass, const tl_name_pairs *pairs, const tl_name_pair *pair)
{
    const tl_text_name *source = pair->source, *target = pair->target;
    if (pair->answer != TL_NAME_SAME) {
        report_family(pass, pairs, pair);
        return;
    }
    bool is_other =
        check_part(pass, pairs, source->given, target->given, tl_is_other_given) ||
        check_part(pass, pairs, source->patronymic, target->patronymic, tl_is_other_patronymic) ||
        (is_at_home(pair) && check_initials(pass, pairs, pair)) || check_gender(pass, pairs, pair);
    if (!is_other) {
        check_scheme(pass, pairs, pair);
    }
}

/* One person of the termbase stands for another. */
static void
report_listed(tl_pass *pass, const tl_unit_text *target, const tl_missing_concept *missing)
{
    const tl_concept *concept = missing->source->concept;
    pass->scan = target->scan;
    tl_finding finding = tl_pass_finding(pass, missing->instead->range);
    pass->scan = NULL;
    finding.concept = concept;
    tl_str source =
        tl_str_at(pass->unit->source.texts[0].scan->segment->text, missing->source->range);
    bool is_full = missing->instead->count > 1 && missing->source->count > 1;
    const tl_entry *entry = tl_concept_entry(concept, target->scan->language);
    const tl_concept_place *instead = missing->instead;
    tl_text_name name = {.family = instead->first + instead->count - 1,
                         .family_count = 1,
                         .given = instead->count > 1 ? (int32_t)instead->first : -1,
                         .patronymic = -1};
    push(pass, &finding, source,
         is_full && entry->preferred ? entry->preferred->text
                                     : listed_form(pass, concept, target->scan, &name));
}

static void
check_listed(tl_pass *pass, const tl_unit_text *target)
{
    tl_carried carried = tl_carried_to(pass, target);
    for (size_t i = 0; i < carried.missing_count; i++) {
        const tl_missing_concept *missing = &carried.missing[i];
        if (missing->source->concept->type == TL_TYPE_PERSON && missing->instead) {
            report_listed(pass, target, missing);
        }
    }
}

static void
check_unit(tl_pass *pass)
{
    const tl_scan *source = pass->unit->source.texts[0].scan;
    for (size_t i = 0; i < pass->unit->target.count; i++) {
        const tl_unit_text *target = &pass->unit->target.texts[i];
        tl_name_pairs pairs = tl_name_pairs_find(pass, source, target->scan);
        for (size_t k = 0; k < pairs.count; k++) {
            check_pair(pass, &pairs, &pairs.items[k]);
        }
        check_listed(pass, target);
    }
}

const tl_rule tl_rule_name_transfer = {
    .id = "name-transfer",
    .summary = "a name that is another one in the target, or in another scheme than the house's",
    .help =
        "In a bilingual document of a Cyrillic and a Latin script, holds the names of source and "
        "target against each other, without a termbase too. It reports a name that is close to "
        "one of the source but no spelling of it (a typo, another person, the name of a woman for "
        "that of a man), another given name or patronymic beside the same family name, and a "
        "person of the termbase who has become somebody else.\n\n"
        "Any romanization of any grammatical case will do. With a house scheme, a name that is "
        "not in the termbase is to follow it, but for diacritics, apostrophes and ё, and -ий may "
        "be -y; a Cyrillic target has no scheme to follow. Names of Latin origin (Бах, Bach) and "
        "those that a language has forms of its own for (Peter, Alexander) are left alone. A name "
        "that nothing answers to is no finding: a "
        "pronoun may stand for it.",
    .bad = "По словам Зайнетдинова, … → According to Zainutdinov, …",
    .good = "По словам Зайнетдинова, … → According to Zaynetdinov, …",
    .severity = TL_SEVERITY_WARNING,
    .check_unit = check_unit,
};
