/* SPDX-License-Identifier: MPL-2.0 */
/* Sentences that say who holds a title, told by the verb or the dash between the two. Knows only
 * the plain shape, where the name is all of the subject and the title all of what is said of it:
 * "the friend of Ivan Petrov is the Press Secretary" says nothing of Petrov. */
#include "rules/predicate.h"

#include "morph/inflect.h"
#include "rules/at_word.h"

enum { LONGEST_PREPOSITION = 3 /* Russian */ };

typedef enum bond {
    BOND_NONE,
    BOND_IS,
    BOND_WAS,
    BOND_DASH,
} bond;

static bool
is_adverb(const tl_pass *pass, uint32_t at)
{
    static const tl_str words[] = {
        TL_STR_INIT("now"),     TL_STR_INIT("currently"), TL_STR_INIT("presently"),
        TL_STR_INIT("still"),   TL_STR_INIT("also"),      TL_STR_INIT("today"),
        TL_STR_INIT("сейчас"),  TL_STR_INIT("ныне"),      TL_STR_INIT("теперь"),
        TL_STR_INIT("сегодня"), TL_STR_INIT("также"),     TL_STR_INIT("одновременно"),
    };
    return tl_word_is_one_of(pass, at, words, sizeof words / sizeof *words);
}

/* The verb that word `at` is, alone or, before "as", "serves". */
static bond
bond_of(const tl_pass *pass, uint32_t at, bool before_as)
{
    static const tl_str is[] = {TL_STR_INIT("is"), TL_STR_INIT("remains"), TL_STR_INIT("является"),
                                TL_STR_INIT("остается")};
    static const tl_str was[] = {TL_STR_INIT("was"), TL_STR_INIT("был"), TL_STR_INIT("была"),
                                 TL_STR_INIT("являлся"), TL_STR_INIT("являлась")};
    static const tl_str acts[] = {TL_STR_INIT("serves"), TL_STR_INIT("works"),
                                  TL_STR_INIT("continues")};
    static const tl_str acted[] = {TL_STR_INIT("served"), TL_STR_INIT("worked")};
    if (before_as) {
        return tl_word_is_one_of(pass, at, acts, sizeof acts / sizeof *acts)      ? BOND_IS
               : tl_word_is_one_of(pass, at, acted, sizeof acted / sizeof *acted) ? BOND_WAS
                                                                                  : BOND_NONE;
    }
    return tl_word_is_one_of(pass, at, is, sizeof is / sizeof *is)      ? BOND_IS
           : tl_word_is_one_of(pass, at, was, sizeof was / sizeof *was) ? BOND_WAS
                                                                        : BOND_NONE;
}

/* Only a space is between the word and the one before. */
static bool
is_joined(const tl_pass *pass, uint32_t at)
{
    return at > 0 && at < pass->scan->words.count && tl_word_at(pass, at)->gap == TL_GAP_SPACE &&
           !(tl_word_at(pass, at)->flags & TL_WORD_SENTENCE_START) &&
           tl_word_at(pass, at - 1)->tail == 0;
}

/* A dash alone, with a space before it. */
static bool
is_dash_before(const tl_pass *pass, uint32_t at)
{
    if (at == 0 || at >= pass->scan->words.count || tl_word_at(pass, at - 1)->tail) {
        return false;
    }
    tl_range range = {tl_word_at(pass, at - 1)->range.end, tl_word_at(pass, at)->range.begin};
    tl_str text = tl_pass_text(pass, range), dash = tl_str_trim(text);
    return text.len > dash.len + 1 && text.ptr[0] != dash.ptr[0] &&
           (tl_str_equal(dash, TL_STR("—")) || tl_str_equal(dash, TL_STR("–")) ||
            tl_str_equal(dash, TL_STR("-")));
}

static bool
begins_clause(const tl_pass *pass, uint32_t at)
{
    const tl_word *word = tl_word_at(pass, at);
    return at == 0 || (word->flags & TL_WORD_SENTENCE_START) || word->gap == TL_GAP_COMMA ||
           word->gap == TL_GAP_PARAGRAPH || word->gap == TL_GAP_QUOTE || word->gap == TL_GAP_OTHER;
}

/* What the name would be part of something else behind: "the friend of Ivan Petrov is". */
static bool
is_free_before(const tl_pass *pass, uint32_t at)
{
    static const tl_str openers[] = {
        TL_STR_INIT("that"),  TL_STR_INIT("because"), TL_STR_INIT("and"), TL_STR_INIT("but"),
        TL_STR_INIT("while"), TL_STR_INIT("что"),     TL_STR_INIT("а"),   TL_STR_INIT("и"),
        TL_STR_INIT("если"),  TL_STR_INIT("when")};
    return begins_clause(pass, at) || is_adverb(pass, at - 1) ||
           tl_word_is_one_of(pass, at - 1, openers, sizeof openers / sizeof *openers);
}

/* Nothing behind `end` goes on with the noun: "is the Press Secretary candidate". */
static bool
ends_there(const tl_pass *pass, uint32_t end)
{
    if (end >= pass->scan->words.count || !is_joined(pass, end)) {
        return true;
    }
    const tl_word *next = tl_word_at(pass, end);
    bool is_short = next->scripts == TL_SCRIPT_CYRILLIC && next->length <= LONGEST_PREPOSITION;
    return is_short || (next->flags & TL_WORD_HAS_DIGIT) ||
           tl_word_is_listed(pass, end, TL_LIST_FUNCTIONS);
}

/* Finds the verb, or the dash, right before word `at`, and with it the word behind what stands
 * before it. */
static bond
bond_before(const tl_pass *pass, uint32_t at, uint32_t *end)
{
    static const tl_str as[] = {TL_STR_INIT("as")};
    if (is_dash_before(pass, at)) {
        *end = at;
        return BOND_DASH;
    }
    if (!is_joined(pass, at)) {
        return BOND_NONE;
    }
    bool has_as = at > 1 && tl_word_is_one_of(pass, at - 1, as, 1) && is_joined(pass, at - 1);
    at -= has_as ? 2 : 1;
    at -= at > 0 && is_adverb(pass, at) && is_joined(pass, at);
    *end = at;
    return at > 0 && is_joined(pass, at) ? bond_of(pass, at, has_as) : BOND_NONE;
}

static uint16_t
cells_of_title(const tl_pass *pass, const tl_hit *hit)
{
    bool inflects = pass->scan->script == TL_SCRIPT_CYRILLIC;
    return !inflects ? TL_CELLS_ALL : hit->cells ? hit->cells : 1u << TL_CASE_NOM;
}

/* In Russian the name is the subject, and the title is in the nominative beside a dash, else in the
 * instrumental. */
static bool
agree(const tl_pass *pass, const tl_hit *title, tl_named_person *person, bond found)
{
    uint16_t wanted = 1u << (found == BOND_DASH ? TL_CASE_NOM : TL_CASE_INS);
    bool fits = (cells_of_title(pass, title) & wanted) && (person->cells & 1u << TL_CASE_NOM);
    person->cells &= pass->scan->script == TL_SCRIPT_CYRILLIC ? 1u << TL_CASE_NOM : TL_CELLS_ALL;
    return fits;
}

static uint32_t
skip_article_back(const tl_pass *pass, uint32_t at)
{
    static const tl_str the[] = {TL_STR_INIT("the")};
    return is_joined(pass, at) && tl_word_is_one_of(pass, at - 1, the, 1) ? at - 1 : at;
}

/* "Ivan Petrov is the Press Secretary" */
static bond
read_subject(tl_pass *pass, const tl_title_place *title, tl_named_person *person)
{
    uint32_t end;
    bond found = bond_before(pass, skip_article_back(pass, title->first), &end);
    bool holds = found != BOND_NONE && tl_named_person_until(pass, end, person) &&
                 is_free_before(pass, person->first) &&
                 tl_word_at(pass, title->end - 1)->tail == 0 && ends_there(pass, title->end) &&
                 (found != BOND_DASH ||
                  (begins_clause(pass, person->first) && !is_joined(pass, title->end)));
    return holds && agree(pass, title->hit, person, found) ? found : BOND_NONE;
}

/* The verb or dash behind word `end` - 1, and the word that follows it. */
static bond
bond_behind(const tl_pass *pass, uint32_t end, uint32_t *next)
{
    *next = end;
    if (is_dash_before(pass, end)) {
        return BOND_DASH;
    }
    if (!is_joined(pass, end) || !is_joined(pass, end + 1)) {
        return BOND_NONE;
    }
    *next = end + 1;
    *next += is_adverb(pass, *next) && is_joined(pass, *next + 1);
    return bond_of(pass, end, false);
}

/* "The Press Secretary is Ivan Petrov" */
static bond
read_complement(tl_pass *pass, const tl_title_place *title, tl_named_person *person)
{
    uint32_t next, begin = skip_article_back(pass, title->first);
    bond found = bond_behind(pass, title->end, &next);
    bool holds = found != BOND_NONE && is_free_before(pass, begin) &&
                 tl_named_person_from(pass, next, person) &&
                 tl_word_at(pass, person->first + person->count - 1)->tail == 0 &&
                 ends_there(pass, person->first + person->count) &&
                 (found != BOND_DASH ||
                  (begins_clause(pass, begin) && !is_joined(pass, person->first + person->count)));
    return holds && agree(pass, title->hit, person, found) ? found : BOND_NONE;
}

bool
tl_predicate_read(tl_pass *pass, const tl_title_place *title, tl_named_person *person,
                  bool *is_past)
{
    bond found = read_subject(pass, title, person);
    found = found == BOND_NONE ? read_complement(pass, title, person) : found;
    *is_past = found == BOND_WAS;
    return found != BOND_NONE;
}
