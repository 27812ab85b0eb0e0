/* SPDX-License-Identifier: MPL-2.0 */
/* Reads the words around a name by their capitals and the closed lists alone: initials and middle
 * names are passed over to the given name, the given name to the title. Only what is written
 * together, without punctuation but the stops of initials, is company. */
#include "scan/company.h"

#include "base/utf8.h"
#include "morph/base_name.h"
#include "scan/lists.h"
#include "text/key.h"

enum { SHORTEST_NAME = 2, TITLE_REACH = 4 };

static const tl_word *
word_at(const tl_scan *scan, uint32_t word)
{
    return &scan->words.items[word];
}

static bool
is_listed(const tl_scan *scan, uint32_t word, tl_list list)
{
    tl_key key;
    return tl_list_has(list, tl_key_of(tl_scan_text(scan, word, 1), &key));
}

static bool
is_initial(const tl_word *word)
{
    return word->length == 1 && (word->flags & TL_WORD_HAS_UPPER);
}

bool
tl_may_be_named(const tl_scan *scan, uint32_t word)
{
    enum { ASKED = TL_WORD_CAPITALISED | TL_WORD_HAS_DIGIT | TL_WORD_NOT_TEXT };
    const tl_word *asked = word_at(scan, word);
    return (asked->flags & ASKED) == TL_WORD_CAPITALISED && asked->length >= SHORTEST_NAME &&
           !is_listed(scan, word, TL_LIST_ROLES) && !is_listed(scan, word, TL_LIST_FUNCTIONS);
}

/* Patronymics stand between a given name and a family name. */
static bool
is_patronymic(const tl_scan *scan, uint32_t word)
{
    return tl_patronymic_mark(tl_scan_text(scan, word, 1));
}

/* True if only a space, or the stop of an initial, is between the word and the one before. */
static bool
is_joined(const tl_scan *scan, uint32_t word)
{
    uint8_t gap = word_at(scan, word)->gap;
    return word > 0 &&
           (gap == TL_GAP_SPACE || (gap == TL_GAP_DOT && is_initial(word_at(scan, word - 1)))) &&
           word_at(scan, word - 1)->tail == 0;
}

static uint32_t
letter_of(const tl_scan *scan, uint32_t word)
{
    size_t at = word_at(scan, word)->range.begin;
    return tl_utf8_next(scan->segment->text, &at);
}

/* Passes over initials before `word`; sets the first of them. */
static uint32_t
skip_initials_before(const tl_scan *scan, uint32_t word, uint32_t *initial)
{
    while (is_joined(scan, word) && is_initial(word_at(scan, word - 1))) {
        word--;
        *initial = letter_of(scan, word);
    }
    return word;
}

/* "Zaynetdinov V. A.", but not "Vladimir A. Zaynetdinov". */
static uint32_t
initial_behind(const tl_scan *scan, uint32_t word)
{
    uint32_t first = word + 1, next = first;
    while (next < scan->words.count && is_joined(scan, next) && is_initial(word_at(scan, next))) {
        next++;
    }
    bool stopped = next > first && (next == scan->words.count || !is_joined(scan, next) ||
                                    !tl_may_be_named(scan, next));
    return stopped ? letter_of(scan, first) : 0;
}

static int32_t
title_before(const tl_scan *scan, uint32_t word)
{
    for (uint32_t steps = 0; steps < TITLE_REACH && is_joined(scan, word); steps++) {
        word--;
        if (is_listed(scan, word, TL_LIST_TITLES)) {
            return (int32_t)word;
        }
        if (word_at(scan, word)->flags & TL_WORD_SENTENCE_START) {
            break;
        }
    }
    return -1;
}

tl_company
tl_company_of(const tl_scan *scan, uint32_t word)
{
    tl_company company = {.before = -1, .behind = -1, .title = -1};
    uint32_t first = skip_initials_before(scan, word, &company.initial);
    if (is_joined(scan, first) && tl_may_be_named(scan, first - 1)) {
        first--;
        if (is_patronymic(scan, first) && is_joined(scan, first) &&
            tl_may_be_named(scan, first - 1)) {
            first--;
        }
        company.before = (int32_t)first;
    }
    if (company.initial == 0 && company.before < 0) {
        company.initial = initial_behind(scan, word);
    }
    uint32_t next = word + 1;
    while (next < scan->words.count && is_joined(scan, next) &&
           (is_initial(word_at(scan, next)) || is_patronymic(scan, next))) {
        next++;
    }
    if (next < scan->words.count && is_joined(scan, next) && tl_may_be_named(scan, next)) {
        company.behind = (int32_t)next;
    }
    company.title = title_before(scan, first);
    return company;
}
