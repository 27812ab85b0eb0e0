/* SPDX-License-Identifier: MPL-2.0 */
/* name-spelling: a person of the termbase under another spelling. The scanner says who is meant and
 * which of the words differ; this rule puts the canonical words in their place and explains by
 * which schemes the other spelling came about. */
#include "rules/replacement.h"
#include "rules/rules.h"

#include "base/buf.h"
#include "romanize/identify.h"
#include "text/compare.h"

/* The run of whole words from the first that differs to the last. */
typedef struct word_run {
    uint32_t first, end;
} word_run;

static void
extend(word_run *run, uint32_t word)
{
    run->first = word < run->first ? word : run->first;
    run->end = word + 1 > run->end ? word + 1 : run->end;
}

static word_run
differing_run(const tl_mention *mention)
{
    word_run run = {.first = UINT32_MAX, .end = 0};
    if (mention->family_differs) {
        extend(&run, mention->family);
        extend(&run, mention->family + mention->family_count - 1);
    }
    if (mention->given_differs) {
        extend(&run, (uint32_t)mention->given);
    }
    if (mention->patronymic_differs) {
        extend(&run, (uint32_t)mention->patronymic);
    }
    return run;
}

/* "the Zainetdinovs": without its s the word is a better spelling of the name. */
static bool
is_plural(const tl_mention *mention, tl_str text)
{
    bool has_ending = tl_str_ends_with(text, TL_STR("s")) || tl_str_ends_with(text, TL_STR("S"));
    return has_ending && tl_romanize_cost(mention->person->family,
                                          tl_str_slice(text, 0, text.len - 1)) < mention->cost;
}

/* The canonical word for word `at` of the text, or the word as it stands. Words of the family name
 * after the first are written with it. */
static tl_str
canonical_word(tl_pass *pass, const tl_mention *mention, const tl_latin_name *latin, uint32_t at)
{
    tl_str text = tl_pass_word(pass, at);
    tl_str name = text;
    if (at == mention->family && mention->family_differs) {
        text = tl_scan_text(pass->scan, mention->family, mention->family_count);
        name = is_plural(mention, text)
                   ? tl_arena_format(pass->arena, "%.*ss", TL_STR_ARGS(latin->family))
                   : latin->family;
    } else if ((int32_t)at == mention->given && mention->given_differs) {
        name = latin->given;
    } else if ((int32_t)at == mention->patronymic && mention->patronymic_differs) {
        name = latin->patronymic;
    }
    return tl_replacement_is_all_caps(text) ? tl_replacement_capitals(pass->arena, name, text)
                                            : name;
}

static tl_str
build_suggestion(tl_pass *pass, const tl_mention *mention, const tl_latin_name *latin, word_run run)
{
    const tl_word *words = pass->scan->words.items;
    tl_buf out = {0};
    for (uint32_t at = run.first; at < run.end; at++) {
        if (at > run.first) {
            tl_range gap = {words[at - 1].range.end, words[at].range.begin};
            tl_buf_add(&out, tl_pass_text(pass, gap));
        }
        tl_buf_add(&out, canonical_word(pass, mention, latin, at));
        at += at == mention->family ? mention->family_count - 1 : 0;
    }
    tl_str suggestion = tl_arena_copy(pass->arena, tl_buf_str(&out));
    tl_buf_clear(&out);
    return suggestion;
}

static void
add_schemes(tl_pass *pass, const tl_mention *mention, const tl_latin_name *latin,
            tl_finding *finding)
{
    if (!mention->family_differs) {
        return;
    }
    tl_str text = tl_scan_text(pass->scan, mention->family, mention->family_count);
    const tl_scheme *house = tl_scheme_find(pass->index->termbase->romanization);
    tl_identity identity = tl_identify(mention->person->family, text, house, pass->arena);
    tl_str *ids = tl_arena_alloc(pass->arena, identity.scheme_count, sizeof *ids);
    for (size_t i = 0; i < identity.scheme_count; i++) {
        ids[i] = tl_str_from(identity.schemes[i]->id);
    }
    finding->schemes = ids;
    finding->scheme_count = identity.scheme_count;
    bool follows_house = tl_scheme_fits(identity.house, mention->person->family, latin->family);
    finding->explanation = follows_house
                               ? tl_identity_explain(&identity, pass->arena)
                               : tl_identity_explain_preferred(&identity, mention->person->family,
                                                               latin->family, pass->arena);
}

static void
report(tl_pass *pass, const tl_mention *mention)
{
    word_run run = differing_run(mention);
    tl_finding finding =
        tl_pass_finding(pass, tl_scan_range(pass->scan, run.first, run.end - run.first));
    tl_latin_name latin =
        tl_index_latin_name(pass->index, mention->person, pass->scan->language, pass->arena);
    tl_str text = tl_pass_text(pass, finding.range);
    tl_str suggestion = build_suggestion(pass, mention, &latin, run);
    if (tl_str_equal(text, suggestion)) {
        return;
    }
    const tl_entry *entry = tl_concept_entry(mention->person->concept, pass->scan->language);
    finding.concept = mention->person->concept;
    finding.severity = mention->person->concept->severity;
    finding.term = entry && entry->preferred ? entry->preferred->text : latin.family;
    finding.has_relation = true;
    finding.relation = TL_RELATION_ROMANIZATION;
    finding.fixable = true;
    tl_finding_suggest(&finding, suggestion);
    finding.message = tl_arena_format(pass->arena, "“%.*s” is another spelling of %.*s, use “%.*s”",
                                      TL_STR_ARGS(tl_pass_quote(pass, text)),
                                      TL_STR_ARGS(mention->person->entry->preferred
                                                      ? mention->person->entry->preferred->text
                                                      : mention->person->family),
                                      TL_STR_ARGS(tl_pass_quote(pass, suggestion)));
    add_schemes(pass, mention, &latin, &finding);
    tl_pass_push(pass, &finding);
}

static void
check(tl_pass *pass)
{
    for (size_t i = 0; i < pass->scan->mention_count; i++) {
        const tl_mention *mention = &pass->scan->mentions[i];
        if (mention->family_differs || mention->given_differs || mention->patronymic_differs) {
            report(pass, mention);
        }
    }
}

const tl_rule tl_rule_name_spelling = {
    .id = "name-spelling",
    .summary = "another spelling of a person's name than the termbase's",
    .help =
        "From the Cyrillic form of a name termlint knows every Latin spelling of it: all the "
        "romanization schemes in use, mixtures of them, and the conventions of other languages' "
        "press. It finds them wherever the family name stands: alone, with a given name, "
        "initials or a patronymic, surname first, in capitals, with 's. A given name or "
        "patronymic misspelled beside the right family name is found too.\n\n"
        "Someone else is left alone: another given name or initial, a place called after "
        "somebody, a spelling listed as `distinct:`, a word that is nearer to another name of "
        "the termbase or as near. The explanation names the schemes that write so.",
    .bad = "Vladimir Zainetdinov",
    .good = "Vladimir Zaynetdinov",
    .severity = TL_SEVERITY_ERROR,
    .needs_termbase = true,
    .check = check,
};
