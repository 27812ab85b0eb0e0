/* SPDX-License-Identifier: MPL-2.0 */
/* wrong-acronym: an acronym that is not the one of the name it follows in brackets, and an unknown
 * acronym one letter from a known one. The span is the acronym alone. What the document introduces
 * itself, before or behind, and what everybody knows, is never a misspelling; so unknown acronyms
 * are judged when all of it has been read. */
#include "rules/replacement.h"
#include "rules/rules.h"

#include "base/map.h"
#include "base/utf8.h"
#include "scan/lists.h"
#include "text/distance.h"
#include "text/key.h"

enum { SHORTEST_NEAR = 4 };

/* An unknown acronym that may be a misspelling, or one that a name was given wrongly. */
typedef struct suspect {
    tl_finding finding; /* without what is meant */
    tl_str text, key;
    const tl_term *nearest; /* the acronym that is one letter away, or NULL */
    struct suspect *next;
} suspect;

/* What the rule remembers of a document. */
typedef struct memory {
    tl_map introduced; /* acronyms that the document explains, by key; owned */
    tl_map misnamed;   /* by key of a wrong one behind a full name: the right one; owned */
    tl_map concepts;   /* that it speaks of, by id; owned */
    suspect *suspects, **tail;
} memory;

static memory *
memory_of(tl_pass *pass)
{
    if (*pass->state == NULL) {
        memory *fresh = tl_arena_alloc(pass->arena, 1, sizeof *fresh);
        fresh->tail = &fresh->suspects;
        *pass->state = fresh;
    }
    return *pass->state;
}

static const tl_word *
word_at(const tl_pass *pass, uint32_t at)
{
    return &pass->scan->words.items[at];
}

static bool
looks_like_acronym(const tl_word *word)
{
    return (word->flags & TL_WORD_ALL_CAPS) &&
           !(word->flags & (TL_WORD_HAS_DIGIT | TL_WORD_NOT_TEXT)) && word->length >= 2;
}

static char
byte_before(const tl_pass *pass, uint32_t word)
{
    uint32_t at = word_at(pass, word)->range.begin;
    return at ? pass->scan->segment->text.ptr[at - 1] : '\0';
}

/* Brackets */

/* True if a bracket opens behind the word before `word`, with nothing but white space between. */
static bool
opens_bracket(const tl_pass *pass, uint32_t word)
{
    const tl_word *before = word_at(pass, word - 1);
    tl_str text = pass->scan->segment->text;
    size_t at = before->range.end + before->tail;
    while (at < word_at(pass, word)->range.begin &&
           (text.ptr[at] == ' ' || (text.ptr[at] >= '\t' && text.ptr[at] <= '\r') ||
            tl_str_starts_with(tl_str_slice(text, at, text.len), TL_STR("\u00a0")))) {
        tl_utf8_next(text, &at);
    }
    return text.ptr[at] == '(' || text.ptr[at] == '[';
}

/* True if the bracket closes behind the word, or something else begins in it. */
static bool
ends_entry(const tl_pass *pass, uint32_t word)
{
    static const char *const quotes[] = {"\"", "'", "»", "”", "“", "’"};
    tl_str text = pass->scan->segment->text;
    size_t at = word_at(pass, word)->range.end;
    for (size_t i = 0; i < sizeof quotes / sizeof quotes[0]; i++) {
        tl_str quote = tl_str_from(quotes[i]);
        if (tl_str_starts_with(tl_str_slice(text, at, text.len), quote)) {
            at += quote.len;
            break;
        }
    }
    return at < text.len && tl_str_find_byte(TL_STR(")],;"), text.ptr[at], 0) < 4;
}

/* "(the XYZ)", "(hereinafter XYZ)", «(далее — АБВ)». */
static bool
introduces(tl_str word)
{
    static const tl_str words[] = {
        TL_STR_INIT("the"),   TL_STR_INIT("or"),  TL_STR_INIT("hereinafter"),
        TL_STR_INIT("далее"), TL_STR_INIT("или"), TL_STR_INIT("сокращённо"),
    };
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (tl_str_equal(word, words[i])) {
            return true;
        }
    }
    return false;
}

/* The acronym in brackets right behind the hit, or -1. */
static int64_t
acronym_behind(const tl_pass *pass, const tl_hit *hit)
{
    uint32_t at = hit->first + hit->count;
    if (at >= pass->scan->words.count || !opens_bracket(pass, at)) {
        return -1;
    }
    while (at + 1 < pass->scan->words.count && introduces(tl_pass_word(pass, at)) &&
           !ends_entry(pass, at)) {
        at++;
    }
    return looks_like_acronym(word_at(pass, at)) && ends_entry(pass, at) ? (int64_t)at : -1;
}

/* True if `text` is a good form of the entry: its acronym, or an admitted one. */
static bool
is_form_of(const tl_entry *entry, tl_str text)
{
    for (size_t i = 0; i < entry->term_count; i++) {
        if (tl_term_is_good(entry->terms[i]) && tl_str_equal(entry->terms[i]->text, text)) {
            return true;
        }
    }
    return false;
}

static void
say(tl_finding *finding, const tl_term *acronym, tl_str message)
{
    finding->concept = acronym->concept;
    finding->severity = acronym->concept->severity;
    finding->term = acronym->text;
    finding->has_relation = true;
    finding->relation = TL_RELATION_ACRONYM;
    finding->message = message;
    finding->fixable = true;
    tl_finding_suggest(finding, acronym->text);
}

/* "(UK)", "(NATO)": a country or a body that everybody knows, and nothing like the acronym. */
static bool
says_whose(const tl_pass *pass, uint32_t at, const tl_term *acronym)
{
    tl_key first, second;
    tl_str key = tl_key_of(tl_pass_word(pass, at), &first);
    bool is_known = word_at(pass, at)->length == 2 || tl_list_has(TL_LIST_ACRONYMS, key);
    return is_known && tl_scan_hit_at(pass->scan, at) < 0 &&
           tl_edit_distance(key, tl_key_of(acronym->text, &second), 1) > 1;
}

/* "Full Name (XYZ)": true if the brackets hold an acronym that is not this name's. */
static void
check_brackets(tl_pass *pass, const tl_hit *hit)
{
    int64_t at = acronym_behind(pass, hit);
    const tl_entry *entry = hit->pattern->term->entry;
    if (at < 0 || entry->acronym == NULL || hit->pattern->term->acronym || entry->name) {
        return;
    }
    tl_str text = tl_pass_word(pass, (uint32_t)at);
    if (!is_form_of(entry, text) && !says_whose(pass, (uint32_t)at, entry->acronym)) {
        tl_str name = tl_pass_quote(pass, tl_pass_text(pass, hit->range));
        tl_str message = tl_arena_format(
            pass->arena, "“%.*s” is not the acronym of “%.*s”, use “%.*s”", TL_STR_ARGS(text),
            TL_STR_ARGS(name), TL_STR_ARGS(entry->acronym->text));
        tl_finding finding = tl_pass_finding(pass, word_at(pass, (uint32_t)at)->range);
        tl_key key;
        say(&finding, entry->acronym, message);
        tl_pass_push(pass, &finding);
        tl_map_add(&memory_of(pass)->misnamed, tl_arena_copy(pass->arena, tl_key_of(text, &key)),
                   (void *)entry->acronym);
    }
}

/* True if the word stands in brackets behind a name of the termbase that has an acronym, which this
 * is not. */
static bool
stands_behind_known(const tl_pass *pass, uint32_t at)
{
    int32_t hit = at > 0 ? tl_scan_hit_at(pass->scan, at - 1) : -1;
    return hit >= 0 && pass->scan->hits[hit].pattern->term->entry->acronym &&
           opens_bracket(pass, at);
}

/* True if the text itself explains the acronym: "Some Other Name (SON)". */
static bool
is_introduced(const tl_pass *pass, uint32_t at)
{
    bool explained = at + 1 < pass->scan->words.count &&
                     word_at(pass, at + 1)->gap == TL_GAP_QUOTE && opens_bracket(pass, at + 1);
    return explained ||
           (byte_before(pass, at) == '(' && ends_entry(pass, at) && !stands_behind_known(pass, at));
}

/* In a line of capitals any word looks like an acronym. */
static bool
stands_among_capitals(const tl_pass *pass, uint32_t at)
{
    size_t capitals = 0, others = 0;
    uint32_t from = at > 4 ? at - 4 : 0;
    for (uint32_t i = from; i < pass->scan->words.count && i <= at + 4; i++) {
        const tl_word *word = word_at(pass, i);
        if (i != at && word->length > 1 && (word->flags & TL_WORD_HAS_LETTER)) {
            capitals += (word->flags & TL_WORD_ALL_CAPS) != 0;
            others += !(word->flags & TL_WORD_ALL_CAPS);
        }
    }
    return capitals > others;
}

static bool
is_unknown(const tl_pass *pass, uint32_t at, tl_str key)
{
    const tl_word *word = word_at(pass, at);
    return looks_like_acronym(word) && tl_scan_hit_at(pass->scan, at) < 0 &&
           !tl_list_has(TL_LIST_ACRONYMS, key);
}

/* The acronym of the termbase that is a letter away, or NULL. */
static const tl_term *
nearest_acronym(const tl_pass *pass, uint32_t at, tl_str key)
{
    bool may_be_one = word_at(pass, at)->length >= SHORTEST_NEAR &&
                      !tl_list_has(TL_LIST_WORDS, key) && /* "the TASK at hand" is stressed */
                      !stands_among_capitals(pass, at);
    return may_be_one ? tl_acronyms_nearest(&pass->index->acronyms, tl_pass_word(pass, at)) : NULL;
}

static void
suspect_word(tl_pass *pass, uint32_t at, tl_str key)
{
    memory *known = memory_of(pass);
    suspect *item = tl_arena_alloc(pass->arena, 1, sizeof *item);
    *item = (suspect){.finding = tl_pass_finding(pass, word_at(pass, at)->range),
                      .text = tl_pass_word(pass, at),
                      .key = tl_arena_copy(pass->arena, key),
                      .nearest = nearest_acronym(pass, at, key)};
    *known->tail = item;
    known->tail = &item->next;
}

static void
check_unknown(tl_pass *pass, uint32_t at)
{
    tl_key bytes;
    tl_str key = tl_key_of(tl_pass_word(pass, at), &bytes);
    if (!is_unknown(pass, at, key)) {
        return;
    }
    if (is_introduced(pass, at)) {
        tl_map_add(&memory_of(pass)->introduced, tl_arena_copy(pass->arena, key), pass);
    } else if (!stands_behind_known(pass, at)) {
        suspect_word(pass, at, key);
    }
}

static void
check(tl_pass *pass)
{
    for (size_t i = 0; i < pass->scan->hit_count; i++) {
        const tl_hit *hit = &pass->scan->hits[i];
        check_brackets(pass, hit);
        if (tl_term_is_good(hit->pattern->term) && hit->pattern->term->entry->acronym) {
            tl_map_add(&memory_of(pass)->concepts, hit->pattern->term->concept->id, pass);
        }
    }
    for (size_t i = 0; i < pass->scan->odd_count; i++) {
        if (word_at(pass, pass->scan->odd[i])->flags & TL_WORD_ALL_CAPS) {
            check_unknown(pass, pass->scan->odd[i]);
        }
    }
}

/* What is meant by an unknown acronym: if it stood wrongly behind a full name, that name's own,
 * else the one that is a letter away. */
static void
judge(tl_pass *pass, memory *known, suspect *item)
{
    const tl_term *given = tl_map_get(&known->misnamed, item->key);
    const tl_term *meant = given ? given : item->nearest;
    if (meant) {
        tl_str message = tl_arena_format(pass->arena, "%s acronym “%.*s”, did you mean “%.*s”",
                                         given ? "wrong" : "unknown", TL_STR_ARGS(item->text),
                                         TL_STR_ARGS(meant->text));
        say(&item->finding, meant, message);
        item->finding.fixable = tl_map_get(&known->concepts, meant->concept->id) != NULL;
        tl_pass_push(pass, &item->finding);
    }
}

static void
join_map(tl_map *into, tl_map *from)
{
    for (size_t i = 0; i < from->count; i++) {
        tl_map_add(into, from->entries[i].key, from->entries[i].value);
    }
    tl_map_clear(from);
}

static void
join(tl_pass *pass, void *later)
{
    memory *into = memory_of(pass), *from = later;
    join_map(&into->introduced, &from->introduced);
    join_map(&into->misnamed, &from->misnamed);
    join_map(&into->concepts, &from->concepts);
    if (from->suspects) {
        *into->tail = from->suspects;
        into->tail = from->tail;
    }
}

static void
finish(tl_pass *pass)
{
    memory *known = memory_of(pass);
    for (suspect *item = known->suspects; item; item = item->next) {
        if (tl_map_get(&known->introduced, item->key) == NULL) {
            judge(pass, known, item);
        }
    }
    tl_map_clear(&known->introduced);
    tl_map_clear(&known->misnamed);
    tl_map_clear(&known->concepts);
}

const tl_rule tl_rule_wrong_acronym = {
    .id = "wrong-acronym",
    .summary =
        "an acronym that is not the one of its full name, or, of four letters, one letter off",
    .help =
        "Finds “Full Name (XYZ)” where XYZ is not the acronym of that name, and an unknown "
        "acronym of four letters or more that is one letter away from an acronym of the "
        "termbase of four letters or more (a transposition is one letter too); it is replaced "
        "where the document speaks of that concept elsewhere. What stood wrongly behind "
        "a full name is wrong in the rest of the document too. The span is the acronym.\n\n"
        "An acronym that the document explains itself, one that is widely known, a common "
        "word in capitals and all words in a line of capitals are left alone; so is a country in "
        "brackets behind a name.",
    .bad = "a session of the CSCO was held",
    .good = "a session of the CSTO was held",
    .severity = TL_SEVERITY_ERROR,
    .needs_termbase = true,
    .check = check,
    .join = join,
    .finish = finish,
};
