/* SPDX-License-Identifier: MPL-2.0 */
/* name-spelling: a person of the termbase under another spelling. The scanner says who is meant and
 * which of the words differ; this rule puts the canonical words in their place and explains by
 * which schemes the other spelling came about. */
#include "rules/rules.h"

#include "base/buf.h"
#include "base/hash.h"
#include "romanize/identify.h"
#include "text/capitals.h"
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
    return tl_capitals_only(text) ? tl_capitals_raise_all(pass->arena, name) : name;
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

/* What there is to say of one spelling of a family name: costly to find out, and names recur. */
typedef struct told_spelling {
    const tl_person *person;
    tl_str text, family; /* as it is and as it should be written */
    const tl_str *schemes;
    size_t scheme_count;
    tl_str explanation;
    struct told_spelling *next;
} told_spelling;

enum { TOLD_LISTS = 256 };

/* The spellings of a document that have been told, in lists by hash. */
typedef struct told_spellings {
    told_spelling *lists[TOLD_LISTS];
} told_spellings;

static void
tell_spelling(tl_pass *pass, told_spelling *told)
{
    const tl_person *person = told->person;
    const tl_scheme *house = tl_index_scheme(pass->index, person);
    tl_identity identity = tl_identify(person->family, told->text, house, pass->arena);
    tl_str *ids = tl_arena_alloc(pass->arena, identity.scheme_count, sizeof *ids);
    for (size_t i = 0; i < identity.scheme_count; i++) {
        ids[i] = tl_str_from(identity.schemes[i]->id);
    }
    told->schemes = ids;
    told->scheme_count = identity.scheme_count;
    told->explanation =
        tl_scheme_fits(identity.house, person->family, told->family)
            ? tl_identity_explain(&identity, pass->arena)
            : tl_identity_explain_preferred(&identity, person->family, told->family, pass->arena);
}

/* What is told of `text` as a spelling of the person's family name, which is written `family`. */
static const told_spelling *
find_spelling(tl_pass *pass, const tl_person *person, tl_str text, tl_str family)
{
    if (*pass->state == NULL) {
        *pass->state = tl_arena_alloc(pass->arena, 1, sizeof(told_spellings));
    }
    told_spellings *all = *pass->state;
    told_spelling **list = &all->lists[tl_hash_bytes(text) % TOLD_LISTS], *told = *list;
    while (told && !(told->person == person && tl_str_equal(told->text, text) &&
                     tl_str_equal(told->family, family))) {
        told = told->next;
    }
    if (told == NULL) {
        told = tl_arena_alloc(pass->arena, 1, sizeof *told);
        *told = (told_spelling){.person = person,
                                .text = text,
                                .family = tl_arena_copy(pass->arena, family),
                                .next = *list};
        tell_spelling(pass, told);
        *list = told;
    }
    return told;
}

static void
add_schemes(tl_pass *pass, const tl_mention *mention, const tl_latin_name *latin,
            tl_finding *finding)
{
    if (mention->family_differs) {
        tl_str text = tl_scan_text(pass->scan, mention->family, mention->family_count);
        const told_spelling *told = find_spelling(pass, mention->person, text, latin->family);
        finding->schemes = told->schemes;
        finding->scheme_count = told->scheme_count;
        finding->explanation = told->explanation;
    }
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
    finding.concept = mention->person->concept;
    finding.severity = mention->person->concept->severity;
    finding.term = latin.entry ? latin.entry->preferred->text : latin.family;
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

/* A full name but for marks or apostrophes: "Ildar Gaĭnetdinov" for "Ildar Gainetdinov". */
static void
check_full_name(tl_pass *pass, const tl_hit *hit)
{
    const tl_pattern *pattern = hit->pattern;
    word_run run = {.first = UINT32_MAX, .end = 0};
    for (uint32_t i = 0; hit->count == pattern->count && i < hit->count; i++) {
        if (is_misspelled(pass, hit, i)) {
            extend(&run, i);
        }
    }
    if (run.end == 0) {
        return;
    }
    tl_range text = tl_scan_range(pass->scan, hit->first + run.first, run.end - run.first);
    tl_finding finding = tl_pass_finding(pass, text);
    tl_str form = tl_str_slice(pattern->text, pattern->words[run.first].range.begin,
                               pattern->words[run.end - 1].range.end);
    finding.concept = pattern->term->concept;
    finding.severity = pattern->term->concept->severity;
    finding.term = pattern->term->text;
    finding.has_relation = true;
    finding.relation = TL_RELATION_DIACRITICS;
    finding.fixable = true;
    tl_finding_suggest(&finding, form);
    finding.message = tl_arena_format(pass->arena, "“%.*s” is another spelling of %.*s, use “%.*s”",
                                      TL_STR_ARGS(tl_pass_quote(pass, tl_pass_text(pass, text))),
                                      TL_STR_ARGS(pattern->term->text), TL_STR_ARGS(form));
    tl_pass_push(pass, &finding);
}

static bool
is_full_name(const tl_hit *hit)
{
    return hit->pattern->kind == TL_PATTERN_TERM && hit->pattern->term->entry->name &&
           tl_term_is_good(hit->pattern->term) && !hit->cells;
}

static void
check(tl_pass *pass)
{
    for (size_t i = 0; i < pass->scan->hit_count; i++) {
        if (pass->scan->hits[i].differences && is_full_name(&pass->scan->hits[i])) {
            check_full_name(pass, &pass->scan->hits[i]);
        }
    }
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
        "initials or a patronymic, surname first, in capitals, with 's; one of three letters only "
        "beside the given name. A given name or patronymic misspelled beside the right family "
        "name is found too.\n\n"
        "Someone else is left alone: another given name or initial, a place called after "
        "somebody, a spelling listed as `distinct:`, a word that is nearer to another name of "
        "the termbase or as near. The explanation names the schemes that write so.",
    .bad = "Vladimir Zainetdinov",
    .good = "Vladimir Zaynetdinov",
    .severity = TL_SEVERITY_ERROR,
    .needs_termbase = true,
    .check = check,
};
