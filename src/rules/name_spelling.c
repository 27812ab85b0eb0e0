/* SPDX-License-Identifier: MPL-2.0 */
/* name-spelling: a person of the termbase under another spelling. The scanner says who is meant and
 * which of the words differ; this rule puts the canonical words in their place and explains by
 * which schemes the other spelling came about. */
#include "rules/rules.h"

#include "base/buf.h"
#include "rules/introduced.h"
#include "rules/told_spelling.h"
#include "scan/lists.h"
#include "text/capitals.h"
#include "text/compare.h"
#include "text/key.h"

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

static void
extend_over(word_run *run, const tl_name_part *part)
{
    if (part->differs) {
        extend(run, part->first);
        extend(run, part->first + part->count - 1);
    }
}

static word_run
differing_run(const tl_mention *mention)
{
    word_run run = {.first = UINT32_MAX, .end = 0};
    extend_over(&run, &mention->family);
    extend_over(&run, &mention->given);
    extend_over(&run, &mention->patronymic);
    return run;
}

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

/* What stands between words `at` and at + 1. */
static tl_str
gap_behind(const tl_pass *pass, uint32_t at)
{
    const tl_word *words = pass->scan->words.items;
    tl_range gap = {words[at].range.end, words[at + 1].range.begin};
    return tl_pass_text(pass, gap);
}

/* Breaks a name at the line end where the text has it broken, if its tail is the same. */
static tl_str
keep_break(tl_pass *pass, const tl_name_part *part, tl_str name)
{
    if (part->count != 2 || !tl_scan_is_broken(pass->scan, part->first + 1)) {
        return name;
    }
    tl_str tail = tl_pass_word(pass, part->first + 1), gap = gap_behind(pass, part->first);
    if (!tl_str_ends_with(name, tail)) {
        return name;
    }
    tl_str head = tl_str_slice(name, 0, name.len - tail.len);
    return tl_arena_format(pass->arena, "%.*s%.*s%.*s", TL_STR_ARGS(head), TL_STR_ARGS(gap),
                           TL_STR_ARGS(tail));
}

/* A part of the name as it is to be written where it stands. */
static tl_str
canonical_part(tl_pass *pass, const tl_mention *mention, const tl_name_part *part)
{
    tl_str text = tl_scan_text(pass->scan, part->first, part->count), name = part->meant;
    if (!part->differs) {
        return text;
    }
    if (part == &mention->family && is_plural(pass, mention)) {
        name = tl_arena_format(pass->arena, "%.*ss", TL_STR_ARGS(name));
    }
    name = keep_break(pass, part, name);
    return tl_capitals_only(text) ? tl_capitals_raise_all(pass->arena, name) : name;
}

/* The part of the name that begins with word `at`, or NULL. */
static const tl_name_part *
part_at(const tl_mention *mention, uint32_t at)
{
    const tl_name_part *const parts[] = {&mention->family, &mention->given, &mention->patronymic};
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
        if (parts[i]->count && parts[i]->first == at) {
            return parts[i];
        }
    }
    return NULL;
}

static tl_str
build_suggestion(tl_pass *pass, const tl_mention *mention, word_run run)
{
    tl_buf out = {0};
    for (uint32_t at = run.first; at < run.end;) {
        const tl_name_part *part = part_at(mention, at);
        if (at > run.first) {
            tl_buf_add(&out, gap_behind(pass, at - 1));
        }
        tl_buf_add(&out, part ? canonical_part(pass, mention, part) : tl_pass_word(pass, at));
        at += part ? part->count : 1;
    }
    tl_str suggestion = tl_arena_copy(pass->arena, tl_buf_str(&out));
    tl_buf_clear(&out);
    return suggestion;
}

/* A finding that stands if the person is named rightly somewhere in the document. */
typedef struct waiting {
    tl_finding finding;
    struct waiting *next;
} waiting;

/* What the rule remembers of a document. */
typedef struct memory {
    tl_told_spellings told;
    tl_introduced introduced;
    waiting *waiting;
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
    word_run run = differing_run(mention);
    tl_finding finding =
        tl_pass_finding(pass, tl_scan_range(pass->scan, run.first, run.end - run.first));
    tl_str text = tl_pass_text(pass, finding.range), term = full_name(pass, person);
    tl_str suggestion = build_suggestion(pass, mention, run);
    if (tl_str_equal(text, suggestion)) {
        return;
    }
    finding.concept = person->concept;
    finding.severity = person->concept->severity;
    finding.term = term.len ? term : tl_arena_copy(pass->arena, mention->family.meant);
    finding.has_relation = true;
    finding.relation = TL_RELATION_ROMANIZATION;
    finding.fixable = true;
    tl_finding_suggest(&finding, suggestion);
    finding.message = tl_arena_format(
        pass->arena, "“%.*s” is another spelling of %.*s, use “%.*s”",
        TL_STR_ARGS(tl_pass_quote(pass, text)),
        TL_STR_ARGS(person->entry->preferred ? person->entry->preferred->text : person->family),
        TL_STR_ARGS(tl_pass_quote(pass, suggestion)));
    tl_told_spellings_explain(&memory_of(pass)->told, pass, mention, &finding);
    if (mention->is_weak) {
        memory *own = memory_of(pass);
        waiting *item = tl_arena_alloc(pass->arena, 1, sizeof *item);
        *item = (waiting){.finding = finding, .next = own->waiting};
        own->waiting = item;
    } else {
        tl_pass_push(pass, &finding);
    }
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

/* Whoever is named rightly or with his own given name has been met. */
static void
meet_people(tl_pass *pass)
{
    tl_introduced *introduced = &memory_of(pass)->introduced;
    for (size_t i = 0; i < pass->scan->hit_count; i++) {
        const tl_hit *hit = &pass->scan->hits[i];
        if (hit->pattern->kind == TL_PATTERN_TERM && hit->pattern->term->entry->name &&
            tl_term_is_good(hit->pattern->term)) {
            tl_introduced_meet(introduced, pass, hit->pattern->term->concept);
        }
    }
    for (size_t i = 0; i < pass->scan->mention_count; i++) {
        const tl_mention *mention = &pass->scan->mentions[i];
        if (mention->beside == TL_BESIDE_FITS ||
            (!mention->family.differs &&
             !tl_introduced_has_namesake(introduced, mention->person->concept))) {
            tl_introduced_meet(introduced, pass, mention->person->concept);
        }
    }
}

/* A word alone that is a common one ("Below the line"), or a Cyrillic one that the dictionary has,
 * is that word, or a name of its own. */
static bool
is_known_word(const tl_pass *pass, const tl_mention *mention)
{
    if (mention->beside != TL_BESIDE_NOTHING) {
        return false;
    }
    tl_key key;
    bool is_common = tl_list_has(TL_LIST_WORDS, tl_key_of(mention->written, &key));
    return (is_common && !mention->follows_title) ||
           (is_cyrillic(pass, &mention->family) &&
            tl_pass_ask(pass, pass->scan->language, mention->written, false) == TL_KNOWN_YES);
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
            !is_known_word(pass, mention)) {
            report(pass, mention);
        }
    }
    for (; next < scan->namesake_count; next++) {
        tl_introduced_note(introduced, pass, &scan->namesakes[next]);
    }
}

static void
check(tl_pass *pass)
{
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
finish(tl_pass *pass)
{
    memory *own = memory_of(pass);
    for (const waiting *item = own->waiting; item; item = item->next) {
        if (tl_introduced_has_met(&own->introduced, item->finding.concept)) {
            tl_pass_push(pass, &item->finding);
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
        "initials or a patronymic, surname first, in capitals, with 's, broken at a line end; one "
        "of three letters only beside the given name or a title. In Cyrillic it finds other "
        "spellings of the family name (Зейнетдинов for Зайнетдинов), in every case, if the name is "
        "long, a given name, initials or a title stand beside it, or the right name elsewhere. A "
        "given name or patronymic misspelled beside the right family name is found too.\n\n"
        "Someone else is left alone: another given name or initial, a place called after "
        "somebody, a spelling listed as `distinct:`, a word that is nearer to another name of "
        "the termbase or as near; and so is from there on whoever has been introduced with the "
        "name as somebody else. The explanation names the schemes that write so.",
    .bad = "Vladimir Zainetdinov",
    .good = "Vladimir Zaynetdinov",
    .severity = TL_SEVERITY_ERROR,
    .needs_termbase = true,
    .check = check,
    .finish = finish,
};
