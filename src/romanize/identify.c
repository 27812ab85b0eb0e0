/* SPDX-License-Identifier: MPL-2.0 */
/* Compares whole names: pairs their words off, takes the verdict from the worst pair, and finds the
 * schemes that write every pair. Knows words and patronymics, but leaves letters to match.c and
 * scheme.c, and the wording to departures.c. */
#include "romanize/identify.h"

#include "base/utf8.h"
#include "romanize/departures.h"
#include "romanize/match.h"

enum { WORD_MAX = 8 };

struct name {
    tl_str words[WORD_MAX];
    size_t count;
};

/* A Cyrillic word and what stands for it. */
struct pair {
    tl_str cyrillic, latin;
    bool is_initial; /* one of the two is the abbreviation of the other */
};

struct pairs {
    struct pair items[WORD_MAX];
    size_t count;
};

/* The search for the best way to pair words off. `of[i]` is the Latin word of Cyrillic word i. */
struct pairing {
    const struct name *cyrillic, *latin;
    uint32_t costs[WORD_MAX][WORD_MAX];
    size_t of[WORD_MAX], best_of[WORD_MAX];
    uint64_t best; /* worst cost, then their sum */
};

enum { UNPAIRED = WORD_MAX };

const char *
tl_verdict_name(tl_verdict verdict)
{
    static const char *const names[] = {"same", "likely", "possible", "different"};
    return names[verdict];
}

static tl_verdict
verdict_of(uint32_t cost)
{
    return cost <= TL_COST_SAME       ? TL_VERDICT_SAME
           : cost <= TL_COST_LIKELY   ? TL_VERDICT_LIKELY
           : cost <= TL_COST_POSSIBLE ? TL_VERDICT_POSSIBLE
                                      : TL_VERDICT_DIFFERENT;
}

static bool
is_space(uint32_t point)
{
    return point == ' ' || (point >= '\t' && point <= '\r') || point == 0x00a0 ||
           (point >= 0x2000 && point <= 0x200a) || point == 0x202f || point == 0x3000 ||
           point == ',' || point == ';';
}

static bool
is_hyphen(uint32_t point)
{
    return point == '-' || (point >= 0x2010 && point <= 0x2013);
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
        if (!is_space(point) && point != '.' && !(at_hyphens && is_hyphen(point))) {
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

static struct pair
make_pair(tl_str cyrillic, tl_str latin)
{
    return (struct pair){.cyrillic = without_stop(cyrillic),
                         .latin = without_stop(latin),
                         .is_initial = is_initial(cyrillic) || is_initial(latin)};
}

static uint32_t
pair_cost(struct pair pair)
{
    return pair.is_initial ? tl_romanize_initial_cost(pair.cyrillic, pair.latin)
                           : tl_romanize_cost(pair.cyrillic, pair.latin);
}

/* True if the word ends as patronymics do. */
static bool
is_cyrillic_patronymic(tl_str word)
{
    static const tl_str endings[] = {TL_STR_INIT("ич"),   TL_STR_INIT("вна"),  TL_STR_INIT("чна"),
                                     TL_STR_INIT("іч"),   TL_STR_INIT("ўна"),  TL_STR_INIT("оглы"),
                                     TL_STR_INIT("кызы"), TL_STR_INIT("уулу"), TL_STR_INIT("улы")};
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        if (tl_str_ends_with(word, endings[i])) {
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

/* Fills `pairs` with the best pairs of words; returns the cost of the worst. */
static uint32_t
pair_words(tl_str cyrillic, tl_str latin, bool at_hyphens, struct pairs *pairs)
{
    struct name left, right;
    pairs->count = 0;
    if (!split_words(&left, cyrillic, at_hyphens) || !split_words(&right, latin, at_hyphens)) {
        return TL_COST_DIFFERENT;
    }
    struct pairing pairing = {.cyrillic = &left, .latin = &right, .best = UINT64_MAX};
    for (size_t i = 0; i < left.count; i++) {
        for (size_t k = 0; k < right.count; k++) {
            pairing.costs[i][k] = pair_cost(make_pair(left.words[i], right.words[k]));
        }
    }
    pair_off(&pairing, 0, 0, 0);
    if (pairing.best == UINT64_MAX) {
        return TL_COST_DIFFERENT;
    }
    for (size_t i = 0; i < left.count; i++) {
        if (pairing.best_of[i] != UNPAIRED) {
            pairs->items[pairs->count++] =
                make_pair(left.words[i], right.words[pairing.best_of[i]]);
        }
    }
    return (uint32_t)(pairing.best >> 32);
}

static bool
writes_all(const tl_scheme *scheme, const struct pairs *pairs)
{
    for (size_t i = 0; i < pairs->count; i++) {
        const struct pair *pair = &pairs->items[i];
        if (!pair->is_initial && !tl_scheme_fits(scheme, pair->cyrillic, pair->latin)) {
            return false;
        }
    }
    return true;
}

/* How often the marks of the pairs are not those of the scheme. */
static size_t
mark_count(const tl_scheme *scheme, const struct pairs *pairs, tl_arena *arena)
{
    size_t count = 0;
    for (size_t i = 0; i < pairs->count; i++) {
        const struct pair *pair = &pairs->items[i];
        tl_str form = tl_scheme_romanize(scheme, pair->cyrillic, arena);
        count += !pair->is_initial && !tl_latin_same_marks(form, pair->latin);
    }
    return count;
}

static tl_departures
departures_from(const tl_scheme *scheme, const struct pairs *pairs, tl_arena *arena)
{
    tl_departures all = {0};
    for (size_t i = 0; i < pairs->count; i++) {
        const struct pair *pair = &pairs->items[i];
        tl_steps given = {0}, wanted = {0};
        if (pair->is_initial || tl_scheme_fits(scheme, pair->cyrillic, pair->latin)) {
            continue;
        }
        given.items = tl_romanize_path(pair->cyrillic, pair->latin, arena, &given.count);
        wanted.items = tl_scheme_path(scheme, pair->cyrillic, arena, &wanted.count);
        if (given.count == 0 || wanted.count == 0) {
            continue;
        }
        tl_departures more = tl_departures_of_steps(given, wanted, arena);
        tl_departure *items = tl_arena_alloc(arena, all.count + more.count, sizeof *items);
        if (all.count) {
            memcpy(items, all.items, all.count * sizeof *items);
        }
        if (more.count) {
            memcpy(items + all.count, more.items, more.count * sizeof *items);
        }
        all = (tl_departures){items, all.count + more.count};
    }
    return all;
}

/* How unlikely a scheme is to be meant: not the house's language, little known, not the house. */
static size_t
strangeness(const tl_scheme *scheme, const tl_scheme *house)
{
    bool foreign = !tl_str_equal(tl_str_from(scheme->language), tl_str_from(house->language));
    return foreign * 8 + scheme->rank * (size_t)2 + (scheme != house);
}

/* Finds the schemes that fit, and the one to name: marks decide, then what is likely meant. */
static void
find_schemes(tl_identity *identity, const struct pairs *pairs, tl_arena *arena)
{
    size_t count, best = SIZE_MAX;
    const tl_scheme *schemes = tl_schemes(&count);
    const tl_scheme **fitting = tl_arena_alloc(arena, count, sizeof *fitting);
    for (size_t i = 0; i < count; i++) {
        if (!writes_all(&schemes[i], pairs)) {
            continue;
        }
        fitting[identity->scheme_count++] = &schemes[i];
        size_t badness =
            mark_count(&schemes[i], pairs, arena) * 16 + strangeness(&schemes[i], identity->house);
        if (badness < best) {
            best = badness;
            identity->nearest = &schemes[i];
        }
    }
    identity->schemes = fitting;
}

/* Finds the scheme from which the pairs depart least; of equals, the likeliest meant. */
static void
find_nearest(tl_identity *identity, const struct pairs *pairs, tl_arena *arena)
{
    size_t count, best = SIZE_MAX;
    const tl_scheme *schemes = tl_schemes(&count);
    for (size_t i = 0; i < count; i++) {
        tl_departures departures = departures_from(&schemes[i], pairs, arena);
        size_t badness = departures.count * 16 + strangeness(&schemes[i], identity->house);
        if (departures.count && badness < best) {
            best = badness;
            identity->nearest = &schemes[i];
            identity->from_nearest = departures;
        }
    }
}

/* True if the name has an ending that only Ukrainian spells so. */
static bool
has_ukrainian_ending(tl_str cyrillic)
{
    static const tl_str endings[] = {TL_STR_INIT("ський"), TL_STR_INIT("цький"),
                                     TL_STR_INIT("зький")};
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        if (tl_str_find(cyrillic, endings[i], 0) < cyrillic.len) {
            return true;
        }
    }
    return false;
}

/* BGN/PCGN for the language that the letters of the name tell. */
static const tl_scheme *
default_house(tl_str cyrillic)
{
    bool ukrainian = has_ukrainian_ending(cyrillic), belarusian = false;
    for (size_t at = 0; at < cyrillic.len;) {
        uint32_t point = tl_utf8_next(cyrillic, &at);
        ukrainian |= point == 0x0454 || point == 0x0456 || point == 0x0457 || point == 0x0491 ||
                     point == 0x0404 || point == 0x0406 || point == 0x0407 || point == 0x0490;
        belarusian |= point == 0x045e || point == 0x040e; /* ў */
    }
    tl_str id = belarusian  ? TL_STR("bgn-pcgn-be-1979")
                : ukrainian ? TL_STR("bgn-pcgn-uk-2019")
                            : TL_STR("bgn-pcgn");
    return tl_scheme_find(id);
}

tl_identity
tl_identify(tl_str cyrillic, tl_str latin, const tl_scheme *house, tl_arena *arena)
{
    struct pairs pairs;
    tl_identity identity = {.latin = latin, .house = house ? house : default_house(cyrillic)};
    identity.cost = pair_words(cyrillic, latin, true, &pairs);
    if (identity.cost == TL_COST_DIFFERENT) { /* perhaps a hyphen is missing */
        identity.cost = pair_words(cyrillic, latin, false, &pairs);
    }
    identity.verdict = verdict_of(identity.cost);
    if (identity.verdict == TL_VERDICT_DIFFERENT) {
        return identity;
    }
    find_schemes(&identity, &pairs, arena);
    if (identity.scheme_count == 0) {
        find_nearest(&identity, &pairs, arena);
    }
    identity.house_fits = writes_all(identity.house, &pairs);
    identity.from_house = departures_from(identity.house, &pairs, arena);
    return identity;
}
