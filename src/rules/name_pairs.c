/* SPDX-License-Identifier: MPL-2.0 */
/* Holds every name of one text against every name of the other. What romanizes another is the same
 * name, however often each stands; only names that are left over can be somebody else's or
 * mistyped. Nothing is concluded from a name that no name answers: it may be a pronoun there. */
#include "rules/name_pairs.h"

#include "base/utf8.h"
#include "morph/base_name.h"
#include "romanize/romanize.h"
#include "scan/lists.h"
#include "text/distance.h"
#include "text/key.h"

enum { MATCHES = 8, MOST_PAIRS = 40000 };

tl_str
tl_family_text(const tl_scan *scan, const tl_text_name *name)
{
    return tl_scan_text(scan, name->family, name->family_count);
}

/* Words of a hyphenated name, held against those of the other one by one. */
static bool
next_words(tl_str *cyrillic, tl_str *latin, tl_str *first, tl_str *second)
{
    bool a = tl_str_split(cyrillic, '-', first), b = tl_str_split(latin, '-', second);
    return a && b;
}

static size_t
count_words(tl_str name)
{
    size_t count = 1;
    for (size_t at = tl_str_find_byte(name, '-', 0); at < name.len;
         at = tl_str_find_byte(name, '-', at + 1)) {
        count++;
    }
    return count;
}

/* «Сёстры Смирновы», «братьям Вишневским»: the name of one of them; empty if the word is no such
 * plural. */
static tl_str
one_of_several(tl_str cyrillic, tl_arena *arena)
{
    static const struct {
        tl_str ending, singular;
    } rows[] = {
        {TL_STR_INIT("скими"), TL_STR_INIT("ский")}, {TL_STR_INIT("ские"), TL_STR_INIT("ский")},
        {TL_STR_INIT("ских"), TL_STR_INIT("ский")},  {TL_STR_INIT("ским"), TL_STR_INIT("ский")},
        {TL_STR_INIT("овыми"), TL_STR_INIT("ов")},   {TL_STR_INIT("евыми"), TL_STR_INIT("ев")},
        {TL_STR_INIT("иными"), TL_STR_INIT("ин")},   {TL_STR_INIT("ыными"), TL_STR_INIT("ын")},
        {TL_STR_INIT("овых"), TL_STR_INIT("ов")},    {TL_STR_INIT("евых"), TL_STR_INIT("ев")},
        {TL_STR_INIT("иных"), TL_STR_INIT("ин")},    {TL_STR_INIT("ыных"), TL_STR_INIT("ын")},
        {TL_STR_INIT("овым"), TL_STR_INIT("ов")},    {TL_STR_INIT("евым"), TL_STR_INIT("ев")},
        {TL_STR_INIT("иным"), TL_STR_INIT("ин")},    {TL_STR_INIT("ыным"), TL_STR_INIT("ын")},
        {TL_STR_INIT("овы"), TL_STR_INIT("ов")},     {TL_STR_INIT("евы"), TL_STR_INIT("ев")},
        {TL_STR_INIT("ины"), TL_STR_INIT("ин")},     {TL_STR_INIT("ыны"), TL_STR_INIT("ын")},
    };
    tl_key key;
    tl_str folded = tl_key_of(cyrillic, &key);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (folded.len > rows[i].ending.len && tl_str_ends_with(folded, rows[i].ending)) {
            tl_str stem = tl_str_slice(folded, 0, folded.len - rows[i].ending.len);
            return tl_arena_format(arena, "%.*s%.*s", TL_STR_ARGS(stem),
                                   TL_STR_ARGS(rows[i].singular));
        }
    }
    return (tl_str){NULL, 0};
}

static uint32_t
cost_of_word(tl_pass *pass, tl_str cyrillic, char gender, tl_str latin, tl_str *base)
{
    tl_base_names bases = tl_base_names_of(cyrillic, gender, pass->scratch);
    uint32_t least = TL_COST_DIFFERENT;
    *base = bases.items[0];
    for (size_t i = 0; i < bases.count; i++) {
        uint32_t cost = tl_romanize_cost(bases.items[i], latin);
        if (cost < least) {
            least = cost;
            *base = bases.items[i];
        }
    }
    tl_str one = one_of_several(cyrillic, pass->scratch);
    uint32_t cost = one.len && least > TL_COST_LIKELY ? tl_romanize_cost(one, latin) : least;
    if (cost < least) {
        least = cost;
        *base = one;
    }
    return least;
}

static tl_str
join(tl_pass *pass, tl_str a, tl_str b)
{
    return a.len ? tl_arena_format(pass->scratch, "%.*s-%.*s", TL_STR_ARGS(a), TL_STR_ARGS(b)) : b;
}

tl_str
tl_without_plural(tl_str latin)
{
    enum { SHORTEST = 5 };
    bool has_ending = latin.len >= SHORTEST && latin.ptr[latin.len - 1] == 's';
    return tl_str_slice(latin, 0, latin.len - has_ending);
}

static uint32_t
cost_of_name(tl_pass *pass, tl_str cyrillic, char gender, tl_str latin, tl_str *base)
{
    uint32_t worst = 0;
    tl_str first, second, part;
    *base = (tl_str){NULL, 0};
    if (count_words(cyrillic) != count_words(latin)) {
        return TL_COST_DIFFERENT;
    }
    while (next_words(&cyrillic, &latin, &first, &second)) {
        uint32_t cost = cost_of_word(pass, first, gender, second, &part);
        worst = cost > worst ? cost : worst;
        *base = join(pass, *base, part);
    }
    return worst;
}

/* "the Petrovs" for «Петровы», too. */
uint32_t
tl_form_cost(tl_pass *pass, tl_str cyrillic, char gender, tl_str latin, tl_str *base)
{
    uint32_t cost = cost_of_name(pass, cyrillic, gender, latin, base);
    tl_str single = tl_without_plural(latin), other;
    if (cost > TL_COST_LIKELY && single.len < latin.len) {
        uint32_t of_single = cost_of_name(pass, cyrillic, gender, single, &other);
        *base = of_single < cost ? other : *base;
        cost = of_single < cost ? of_single : cost;
    }
    return cost;
}

/* How many letters two names of that length may differ in and still be taken for each other. */
static unsigned
most_edits(size_t letters)
{
    return letters >= 8 ? 3 : letters >= 5 ? 2 : letters >= 4 ? 1 : 0;
}

/* Among the names that a form may be of, one that ends as names do goes before the nearest. */
static bool
is_part_close(tl_pass *pass, tl_str cyrillic, char gender, tl_str latin, tl_str *base)
{
    tl_base_names bases = tl_base_names_of(cyrillic, gender, pass->scratch);
    const tl_scheme *scheme = pass->index->house;
    const unsigned most = most_edits(tl_utf8_length(latin));
    unsigned least = most + 1;
    bool is_marked = false;
    tl_key first, second;
    tl_str key = tl_key_of(latin, &first);
    for (size_t i = 0; i < bases.count; i++) {
        tl_str written = tl_scheme_romanize(tl_scheme_for(scheme, bases.items[i]), bases.items[i],
                                            pass->scratch);
        tl_str folded = tl_key_of(written, &second);
        unsigned limit = most_edits(tl_utf8_length(folded));
        unsigned edits = tl_edit_distance(folded, key, limit < most ? limit : most);
        bool has_mark = tl_family_mark(bases.items[i]) != 0;
        bool is_close = edits <= limit && edits <= most;
        if (is_close && (has_mark != is_marked ? has_mark : edits < least)) {
            least = edits;
            is_marked = has_mark;
            *base = bases.items[i];
        }
    }
    return least <= most;
}

/* Of a name with hyphens one part at least is the same. */
bool
tl_form_is_close(tl_pass *pass, tl_str cyrillic, char gender, tl_str latin, tl_str *base)
{
    size_t parts = count_words(cyrillic), same = 0;
    tl_str first, second, part, whole = {NULL, 0};
    if (parts == 1 || parts != count_words(latin)) {
        return is_part_close(pass, cyrillic, gender, latin, base);
    }
    while (next_words(&cyrillic, &latin, &first, &second)) {
        if (cost_of_word(pass, first, gender, second, &part) <= TL_COST_LIKELY) {
            same++;
        } else if (!is_part_close(pass, first, gender, second, &part)) {
            return false;
        }
        whole = join(pass, whole, part);
    }
    *base = whole;
    return same > 0;
}

/* -- gender --------------------------------------------------------------------------------- */

static char
gender_of_given(const tl_pass *pass, tl_str latin)
{
    tl_name_match matches[MATCHES];
    size_t all, count = tl_given_find(pass->given, latin, matches, MATCHES);
    const tl_given_name *names = tl_given_names(&all);
    char gender = 0;
    for (size_t i = 0; i < count; i++) {
        char own = names[matches[i].id].gender;
        if (own == 'b' || (gender && own != gender)) {
            return 0;
        }
        gender = own;
    }
    return gender;
}

static char
gender_of_patronymic(tl_str word)
{
    tl_key key;
    tl_str folded = tl_key_of(word, &key);
    static const tl_str women[] = {TL_STR_INIT("вн"), TL_STR_INIT("ичн"), TL_STR_INIT("vn"),
                                   TL_STR_INIT("ichn")};
    for (size_t i = 0; i < sizeof women / sizeof *women; i++) {
        if (tl_str_find(folded, women[i], 1) < folded.len) {
            return 'f';
        }
    }
    return 'm';
}

char
tl_name_gender_across(const tl_pass *pass, const tl_name_pairs *pairs, const tl_text_name *source,
                      const tl_text_name *target)
{
    const tl_text_name *latin = pairs->latin_target ? target : source;
    const tl_scan *latin_scan = pairs->latin_target ? pairs->target : pairs->source;
    if (source->patronymic >= 0) {
        return gender_of_patronymic(tl_scan_text(pairs->source, (uint32_t)source->patronymic, 1));
    }
    return latin->given >= 0
               ? gender_of_given(pass, tl_scan_text(latin_scan, (uint32_t)latin->given, 1))
               : 0;
}

/* -- pairing -------------------------------------------------------------------------------- */

/* Two lists of names, and which of them have found a name that is the same. */
typedef struct matching {
    tl_pass *pass;
    tl_name_pairs *pairs;
    tl_text_names sources, targets;
    bool *source_answered, *target_answered;
    tl_name_pair *items;
} matching;

static void
texts_of(const matching *m, const tl_text_name *source, const tl_text_name *target,
         tl_str *cyrillic, tl_str *latin)
{
    tl_str first = tl_family_text(m->pairs->source, source);
    tl_str second = tl_family_text(m->pairs->target, target);
    *cyrillic = m->pairs->latin_target ? first : second;
    *latin = m->pairs->latin_target ? second : first;
}

static void
add_pair(matching *m, tl_name_pair pair)
{
    m->items[m->pairs->count++] = pair;
}

/* The cost at which the two are one name; nobody's name is that of another person of the termbase.
 */
static uint32_t
cost_of_pair(matching *m, const tl_text_name *source, const tl_text_name *target, tl_str *base)
{
    tl_str cyrillic, latin;
    texts_of(m, source, target, &cyrillic, &latin);
    if (source->concept && target->concept) {
        *base = cyrillic;
        return source->concept == target->concept ? 0 : TL_COST_DIFFERENT;
    }
    char gender = tl_name_gender_across(m->pass, m->pairs, source, target);
    return tl_form_cost(m->pass, cyrillic, gender, latin, base);
}

/* Finds what each name of the target is the same as. */
static void
match_same(matching *m)
{
    for (size_t t = 0; t < m->targets.count; t++) {
        uint32_t least = TL_COST_DIFFERENT;
        tl_name_pair best = {.target = &m->targets.items[t]};
        for (size_t s = 0; s < m->sources.count; s++) {
            tl_str base;
            uint32_t cost = cost_of_pair(m, &m->sources.items[s], best.target, &base);
            if (cost == TL_COST_DIFFERENT) {
                continue;
            }
            m->source_answered[s] = m->target_answered[t] = true;
            if (cost < least) {
                least = cost;
                best.source = &m->sources.items[s];
                best.base = base;
            }
        }
        if (least <= TL_COST_LIKELY) {
            add_pair(m, best);
        }
    }
}

static bool
same_given(matching *m, const tl_text_name *source, const tl_text_name *target)
{
    if (source->given < 0 || target->given < 0) {
        return false;
    }
    tl_str first = tl_scan_text(m->pairs->source, (uint32_t)source->given, 1);
    tl_str second = tl_scan_text(m->pairs->target, (uint32_t)target->given, 1), base;
    bool is_latin = m->pairs->latin_target;
    return tl_form_cost(m->pass, is_latin ? first : second, 0, is_latin ? second : first, &base) <=
           TL_COST_LIKELY;
}

/* True if a word of the target that stands alone is no word of its language: only then can it be a
 * name that nobody has heard of. */
static bool
is_unknown(const matching *m, const tl_text_name *name)
{
    const tl_scan *scan = m->pairs->target;
    return tl_pass_ask(m->pass, scan->language, tl_family_text(scan, name), false) == TL_KNOWN_NO;
}

/* A name at home in Cyrillic letters, so that its Latin spelling is a romanization. */
static bool
is_at_home(const matching *m, const tl_text_name *source, const tl_text_name *target)
{
    tl_str cyrillic, latin;
    texts_of(m, source, target, &cyrillic, &latin);
    if (tl_latin_family_mark(latin)) {
        return true;
    }
    tl_base_names bases = tl_base_names_of(cyrillic, 0, m->pass->scratch);
    for (size_t i = 0; i < bases.count; i++) {
        if (tl_family_mark(bases.items[i])) {
            return true;
        }
    }
    return false;
}

/* "Pyotr Sergeyevich" for «Пётр Сергеевич Воробьёв»: the family name is left out. */
static bool
is_patronymic_of(matching *m, const tl_scan *scan, const tl_text_name *name, const tl_scan *others,
                 const tl_text_name *other)
{
    if (other->patronymic < 0) {
        return false;
    }
    tl_str family = tl_family_text(scan, name), base;
    tl_str patronymic = tl_scan_text(others, (uint32_t)other->patronymic, 1);
    bool is_latin = scan->script == TL_SCRIPT_LATIN;
    return tl_form_cost(m->pass, is_latin ? patronymic : family, 0, is_latin ? family : patronymic,
                        &base) <= TL_COST_POSSIBLE;
}

static size_t
count_left(const tl_text_names *names, const bool *answered)
{
    size_t count = 0;
    for (size_t i = 0; i < names->count; i++) {
        count += names->items[i].is_person && !answered[i];
    }
    return count;
}

/* True if one person is left over on either side: they must be each other. */
static bool
are_alone(const matching *m)
{
    return count_left(&m->sources, m->source_answered) == 1 &&
           count_left(&m->targets, m->target_answered) == 1;
}

/* How a name of the target that is the same as none of the source may answer to one of them. */
static bool
judge(matching *m, size_t s, size_t t, tl_name_pair *pair)
{
    const tl_text_name *source = &m->sources.items[s], *target = &m->targets.items[t];
    tl_str cyrillic, latin;
    bool is_named = source->is_person || target->is_person;
    *pair = (tl_name_pair){.source = source, .target = target, .answer = TL_NAME_CLOSE};
    if (!is_named || (!target->is_person && !is_unknown(m, target))) {
        return false;
    }
    texts_of(m, source, target, &cyrillic, &latin);
    char gender = tl_name_gender_across(m->pass, m->pairs, source, target);
    bool is_listed = source->concept || target->concept;
    bool at_home = is_listed || is_at_home(m, source, target);
    bool same = same_given(m, source, target);
    if (at_home && (!m->source_answered[s] || !target->is_person || same) &&
        tl_form_is_close(m->pass, cyrillic, gender, latin, &pair->base)) {
        return true;
    }
    pair->answer = TL_NAME_OTHER;
    pair->base = cyrillic;
    if (is_patronymic_of(m, m->pairs->target, target, m->pairs->source, source) ||
        is_patronymic_of(m, m->pairs->source, source, m->pairs->target, target)) {
        return false;
    }
    bool are_people = source->is_person && target->is_person;
    return at_home && !m->source_answered[s] &&
           (same || (are_people && (is_listed || are_alone(m))));
}

/* The first name of the source, among those that are answered or those that are not, that name `t`
 * of the target may answer to. */
static bool
answer_among(matching *m, size_t t, bool answered)
{
    for (size_t s = 0; s < m->sources.count; s++) {
        tl_name_pair pair;
        if (m->source_answered[s] == answered && judge(m, s, t, &pair)) {
            add_pair(m, pair);
            m->source_answered[s] = true;
            return true;
        }
    }
    return false;
}

/* Names of the target that are left over answer to such of the source before others. */
static void
match_rest(matching *m)
{
    for (size_t t = 0; t < m->targets.count; t++) {
        if (!m->target_answered[t] && !answer_among(m, t, false)) {
            answer_among(m, t, true);
        }
    }
}

tl_name_pairs
tl_name_pairs_find(tl_pass *pass, const tl_scan *source, const tl_scan *target)
{
    tl_name_pairs pairs = {
        .source = source, .target = target, .latin_target = target->script == TL_SCRIPT_LATIN};
    if ((source->script | target->script) != (TL_SCRIPT_LATIN | TL_SCRIPT_CYRILLIC)) {
        return pairs;
    }
    matching m = {.pass = pass, .pairs = &pairs};
    pass->scan = source;
    m.sources = tl_text_names_read(pass);
    pass->scan = target;
    m.targets = tl_text_names_read(pass);
    pass->scan = NULL;
    if (m.sources.count && m.targets.count && m.sources.count <= MOST_PAIRS / m.targets.count) {
        m.source_answered = tl_arena_alloc(pass->scratch, m.sources.count, sizeof(bool));
        m.target_answered = tl_arena_alloc(pass->scratch, m.targets.count, sizeof(bool));
        m.items = tl_arena_alloc(pass->scratch, m.targets.count * 2, sizeof *m.items);
        match_same(&m);
        match_rest(&m);
    }
    pairs.items = m.items;
    return pairs;
}
