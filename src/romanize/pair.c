/* SPDX-License-Identifier: MPL-2.0 */
/* Pairs off the words of a Cyrillic and a Latin name so that the worst pair costs least. Knows what
 * a word, an initial and a patronymic are, and leaves letters to match.c. */
#include "romanize/pair.h"

#include "base/utf8.h"
#include "romanize/language_form.h"
#include "romanize/match.h"
#include "romanize/romanize.h"

enum { WORD_MAX = TL_PAIR_MAX };

struct name {
    tl_str words[WORD_MAX];
    size_t count;
};

/* The search for the best way to pair words off. `of[i]` is the Latin word of Cyrillic word i. */
struct pairing {
    const struct name *cyrillic, *latin;
    tl_pair pairs[WORD_MAX][WORD_MAX];
    uint32_t costs[WORD_MAX][WORD_MAX];
    size_t of[WORD_MAX], best_of[WORD_MAX];
    uint64_t best; /* worst cost, then their sum */
};

enum { UNPAIRED = WORD_MAX };

static bool
is_space(uint32_t point)
{
    return point == ' ' || (point >= '\t' && point <= '\r') || point == 0x00a0 ||
           (point >= 0x2000 && point <= 0x200a) || point == 0x202f || point == 0x3000 ||
           point == ',' || point == ';';
}

/* Splits at white space and commas, at hyphens if asked to, and after a full stop, which stays with
 * its word. False if there are no words or too many. */
static bool
split_words(struct name *name, tl_str text, bool at_hyphens)
{
    name->count = 0;
    for (size_t at = 0, begin = 0; begin < text.len;) {
        size_t end = at;
        uint32_t point = at < text.len ? tl_utf8_next(text, &at) : ' ';
        if (!is_space(point) && point != '.' && !(at_hyphens && tl_is_hyphen(point))) {
            continue;
        }
        end = point == '.' ? at : end;
        if (end > begin) {
            if (name->count == WORD_MAX) {
                return false;
            }
            name->words[name->count++] = tl_str_slice(text, begin, end);
        }
        begin = end == text.len ? end : at;
    }
    return name->count > 0;
}

static tl_str
without_stop(tl_str word)
{
    return tl_str_ends_with(word, TL_STR(".")) ? tl_str_slice(word, 0, word.len - 1) : word;
}

static bool
is_initial(tl_str word)
{
    return tl_str_ends_with(word, TL_STR(".")) || tl_utf8_length(word) == 1;
}

static tl_pair
make_pair(tl_str cyrillic, tl_str latin)
{
    return (tl_pair){.cyrillic = without_stop(cyrillic),
                     .latin = without_stop(latin),
                     .is_initial = is_initial(cyrillic) || is_initial(latin)};
}

/* What the pair costs; as a form of another language too, if `forms`, which the pair then names. */
static uint32_t
pair_cost(tl_pair *pair, bool forms)
{
    if (pair->is_initial) {
        return tl_romanize_initial_cost(pair->cyrillic, pair->latin);
    }
    uint32_t cost = tl_romanize_cost(pair->cyrillic, pair->latin);
    if (!forms || cost <= TL_COST_LIKELY) {
        return cost;
    }
    const char *language = NULL;
    uint32_t form_cost = tl_language_form_cost(pair->cyrillic, pair->latin, &language);
    pair->language = form_cost < cost ? language : NULL;
    return form_cost < cost ? form_cost : cost;
}

/* True if the word ends as patronymics do. */
static bool
is_cyrillic_patronymic(tl_str word)
{
    static const tl_str endings[] = {TL_STR_INIT("ич"),   TL_STR_INIT("вна"),  TL_STR_INIT("чна"),
                                     TL_STR_INIT("іч"),   TL_STR_INIT("ўна"),  TL_STR_INIT("оглы"),
                                     TL_STR_INIT("кызы"), TL_STR_INIT("уулу"), TL_STR_INIT("улы")};
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        if (tl_cyrillic_ends_with(word, endings[i])) {
            return true;
        }
    }
    return false;
}

/* True if some ending of the word is a spelling of what patronymics end in. */
static bool
is_latin_patronymic(tl_str word)
{
    for (size_t at = word.len; at > 0 && word.len - at < 9;) {
        tl_utf8_previous(word, &at);
        tl_str ending = tl_str_slice(word, at, word.len);
        if (tl_romanize_cost(TL_STR("вич"), ending) <= TL_COST_SAME ||
            tl_romanize_cost(TL_STR("вна"), ending) <= TL_COST_SAME ||
            tl_romanize_cost(TL_STR("ична"), ending) <= TL_COST_SAME) {
            return true;
        }
    }
    return false;
}

static bool
may_be_patronymic(tl_str word, bool (*is_patronymic)(tl_str))
{
    return is_initial(word) || is_patronymic(word);
}

/* True if the words that stay alone are patronymics, or their initials, of a name of three words or
 * more. */
static bool
may_stay_alone(const struct pairing *pairing)
{
    bool used[WORD_MAX] = {false};
    for (size_t i = 0; i < pairing->cyrillic->count; i++) {
        if (pairing->of[i] != UNPAIRED) {
            used[pairing->of[i]] = true;
        } else if (pairing->cyrillic->count < 3 ||
                   !may_be_patronymic(pairing->cyrillic->words[i], is_cyrillic_patronymic)) {
            return false;
        }
    }
    for (size_t k = 0; k < pairing->latin->count; k++) {
        if (!used[k] && (pairing->latin->count < 3 ||
                         !may_be_patronymic(pairing->latin->words[k], is_latin_patronymic))) {
            return false;
        }
    }
    return true;
}

static bool
is_taken(const struct pairing *pairing, size_t words, size_t latin)
{
    for (size_t i = 0; i < words; i++) {
        if (pairing->of[i] == latin) {
            return true;
        }
    }
    return false;
}

/* Pairs off the Cyrillic words from `word` on; the first of equally good ways stays. */
static void
pair_off(struct pairing *pairing, size_t word, uint32_t worst, uint32_t sum)
{
    if (((uint64_t)worst << 32 | sum) >= pairing->best) {
        return;
    }
    if (word == pairing->cyrillic->count) {
        if (may_stay_alone(pairing)) {
            pairing->best = (uint64_t)worst << 32 | sum;
            memcpy(pairing->best_of, pairing->of, sizeof pairing->of);
        }
        return;
    }
    for (size_t k = 0; k < pairing->latin->count; k++) {
        uint32_t cost = pairing->costs[word][k];
        if (cost <= TL_COST_POSSIBLE && !is_taken(pairing, word, k)) {
            pairing->of[word] = k;
            pair_off(pairing, word + 1, cost > worst ? cost : worst, sum + cost);
        }
    }
    if (pairing->cyrillic->count > pairing->latin->count) {
        pairing->of[word] = UNPAIRED;
        pair_off(pairing, word + 1, worst, sum);
    }
}

/* How two names are compared. */
typedef struct split {
    bool at_hyphens, forms;
} split;

/* Fills `pairs` with the best pairs of words; returns the cost of the worst. */
static uint32_t
pair_words(tl_str cyrillic, tl_str latin, split how, tl_pairs *pairs)
{
    struct name left, right;
    pairs->count = 0;
    if (!split_words(&left, cyrillic, how.at_hyphens) ||
        !split_words(&right, latin, how.at_hyphens)) {
        return TL_COST_DIFFERENT;
    }
    struct pairing pairing = {.cyrillic = &left, .latin = &right, .best = UINT64_MAX};
    for (size_t i = 0; i < left.count; i++) {
        for (size_t k = 0; k < right.count; k++) {
            pairing.pairs[i][k] = make_pair(left.words[i], right.words[k]);
            pairing.costs[i][k] = pair_cost(&pairing.pairs[i][k], how.forms);
        }
    }
    pair_off(&pairing, 0, 0, 0);
    if (pairing.best == UINT64_MAX) {
        return TL_COST_DIFFERENT;
    }
    for (size_t i = 0; i < left.count; i++) {
        if (pairing.best_of[i] != UNPAIRED) {
            pairs->items[pairs->count++] = pairing.pairs[i][pairing.best_of[i]];
        }
    }
    return (uint32_t)(pairing.best >> 32);
}

/* The same, with or without forms of other languages. */
static uint32_t
pair_either_way(tl_str cyrillic, tl_str latin, bool forms, tl_pairs *pairs)
{
    uint32_t cost = pair_words(cyrillic, latin, (split){.at_hyphens = true, .forms = forms}, pairs);
    if (cost == TL_COST_DIFFERENT) { /* perhaps a hyphen is missing */
        cost = pair_words(cyrillic, latin, (split){.forms = forms}, pairs);
    }
    return cost;
}

uint32_t
tl_pair_names(tl_str cyrillic, tl_str latin, tl_pairs *pairs)
{
    tl_pairs with_forms;
    uint32_t cost = pair_either_way(cyrillic, latin, false, pairs);
    if (cost <= TL_COST_LIKELY) {
        return cost;
    }
    uint32_t form_cost = pair_either_way(cyrillic, latin, true, &with_forms);
    if (form_cost < cost) {
        *pairs = with_forms;
        return form_cost;
    }
    return cost;
}
