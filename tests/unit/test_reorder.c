/* SPDX-License-Identifier: MPL-2.0 */
/* Terms in another order of words: tables of what the scanner finds, and random texts and termbases
 * over a few words against a search that simply tries every window. Seeds are fixed. */
#include "scan_fixture.h"

#include "morph/inflect.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* All places as "text=term" with " | " between them, and the cells where a word is inflected. */
static void
describe(const tl_scan *scan, char *out, size_t size)
{
    size_t used = 0;
    out[0] = '\0';
    for (size_t i = 0; i < scan->reordered_count; i++) {
        const tl_hit *hit = &scan->reordered[i].hit;
        used += (size_t)snprintf(out + used, size - used, "%s%.*s=%.*s", i ? " | " : "",
                                 TL_STR_ARGS(tl_str_at(scan->segment->text, hit->range)),
                                 TL_STR_ARGS(hit->pattern->term->text));
        if (hit->cells) {
            used += (size_t)snprintf(out + used, size - used, "[%x]", hit->cells);
        }
        assert_true(used < size);
    }
}

typedef struct row {
    const char *language, *text, *found;
} row;

static const char yaml[] = "termlint: 1\n"
                           "name: harbour\n"
                           "languages: [en, ru]\n"
                           "concepts:\n"
                           "  - id: watch\n"
                           "    en: {preferred: Deep Water Watch, deprecated: [Watch of Depths]}\n"
                           "    ru: Служба речного надзора\n"
                           "  - id: fleet\n"
                           "    en: Council of Tow Masters\n"
                           "    ru: Совет по делам флота\n"
                           "  - id: pilot\n"
                           "    type: person\n"
                           "    en: Deep Harbour\n"
                           "  - id: brackets\n"
                           "    en: Tow Fleet (Old)\n"
                           "  - id: both\n"
                           "    en: {preferred: Tow Water Fleet, admitted: [Water Tow Fleet]}\n";

static void
windows_have_the_words_of_a_term(void **state)
{
    (void)state;
    static const row rows[] = {
        {"en", "The Water Deep Watch met.", "Water Deep Watch=Deep Water Watch"},
        {"en", "the watch of the deep water", "watch of the deep water=Deep Water Watch"},
        {"en", "Deep-Watch\nWater", "Deep-Watch\nWater=Deep Water Watch"},
        {"en", "Water Deep Watches", "Water Deep Watches=Deep Water Watch[40]"},
        {"en", "Depths of Watch", "Depths of Watch=Watch of Depths"},
        {"en", "Masters of the Tow Council", "Masters of the Tow Council=Council of Tow Masters"},
        {"en", "Fleet Water Tow",
         "Fleet Water Tow=Tow Water Fleet | Fleet Water Tow=Water Tow Fleet"},
        {"ru", "Служба надзора речного", "Служба надзора речного=Служба речного надзора"},
        {"ru", "Службой надзора речного", "Службой надзора речного=Служба речного надзора[10]"},
        {"ru", "Совет флота по делам", "Совет флота по делам=Совет по делам флота"},
        /* the term itself, in some order that is good */
        {"en", "The Deep Water Watch met.", ""},
        {"en", "Water Tow Fleet, Tow Water Fleet", ""},
        {"en", "the Council of the Tow Masters", ""},
        /* across a boundary, with another word, or with too many function words */
        {"en", "Water, Deep Watch", ""},
        {"en", "Water. Deep Watch", ""},
        {"en", "Water (Deep) Watch", ""},
        {"en", "Water's Deep Watch", ""},
        {"en", "Water Deep\n\nWatch", ""},
        {"en", "Water very Deep Watch", ""},
        {"en", "Water of the of Deep Watch", ""},
        {"en", "Water in Deep Watch", ""},
        {"en", "Water and Deep Watch", ""},
        {"en", "Water Deep Water", ""},
        /* forms that do not agree, names of people, terms with brackets */
        {"ru", "Службой надзоре речного", ""},
        {"en", "Harbour Deep", ""},
        {"en", "Fleet Tow Old", ""},
        /* another language */
        {"de", "Water Deep Watch", ""},
    };
    scan_fixture f;
    scan_setup(&f, yaml);
    for (size_t i = 0; i < COUNT(rows); i++) {
        char found[256];
        describe(scan_text(&f, rows[i].text, rows[i].language), found, sizeof found);
        if (strcmp(found, rows[i].found) != 0) {
            fail_msg("%s\n  want %s\n  have %s", rows[i].text, rows[i].found, found);
        }
    }
    scan_clear(&f);
}

static void
pairs_tell_which_word_is_which(void **state)
{
    (void)state;
    scan_fixture f;
    scan_setup(&f, yaml);
    const tl_scan *scan = scan_text(&f, "No Masters of the Tow Council", "en");
    assert_int_equal(scan->reordered_count, 1);
    const tl_reordered *place = &scan->reordered[0];
    static const tl_word_pair wanted[] = {{0, 5}, {2, 4}, {3, 1}};
    assert_int_equal(place->pair_count, COUNT(wanted));
    for (size_t i = 0; i < COUNT(wanted); i++) {
        assert_int_equal(place->pairs[i].in_pattern, wanted[i].in_pattern);
        assert_int_equal(place->pairs[i].in_text, wanted[i].in_text);
    }
    scan_clear(&f);
}

/* -- the search that tries everything --------------------------------------------------------- */

enum { MAX_TERMS = 6, MAX_WORDS = 5, MAX_TEXT = 24 };

static const char *const content_words[] = {"zor", "mik", "tal", "pud"};
static const char *const free_words[] = {"of", "the"};
static const char *const bound_words[] = {"in", "and"};
static const char *const gaps[] = {" ", " ", " ", " ", "-", ", ", ". ", "\n\n"};
enum { OPEN_GAPS = 5 };

typedef enum kind { CONTENT, FREE, BOUND } kind;

typedef struct word {
    const char *text;
    kind kind;
    const char *gap; /* before it */
    bool is_open;    /* that gap may be inside a term */
} word;

typedef struct phrase {
    word words[MAX_TEXT];
    size_t count;
    bool good;
} phrase;

typedef struct game {
    uint64_t random;
    phrase terms[MAX_TERMS], text;
    size_t term_count;
} game;

static size_t
pick(game *g, size_t limit)
{
    g->random = g->random * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (size_t)(g->random >> 33) % limit;
}

static void
fill(game *g, phrase *p, size_t count, size_t gap_count)
{
    p->count = count;
    for (size_t i = 0; i < count; i++) {
        size_t choice = pick(g, 10), gap = pick(g, gap_count);
        word *w = &p->words[i];
        *w = (word){content_words[pick(g, COUNT(content_words))], CONTENT, gaps[gap],
                    gap < OPEN_GAPS};
        if (i > 0 && i + 1 < count && choice < 3) {
            w->text = choice ? free_words[pick(g, 2)] : bound_words[pick(g, 2)];
            w->kind = choice ? FREE : BOUND;
        }
    }
}

static void
write_phrase(const phrase *p, tl_buf *out)
{
    for (size_t i = 0; i < p->count; i++) {
        tl_buf_add_cstr(out, i ? p->words[i].gap : "");
        tl_buf_add_cstr(out, p->words[i].text);
    }
}

static bool
are_same(const phrase *a, const phrase *b)
{
    bool same = a->count == b->count;
    for (size_t i = 0; same && i < a->count; i++) {
        same = strcmp(a->words[i].text, b->words[i].text) == 0;
    }
    return same;
}

static void
deal(game *g)
{
    size_t wanted = 1 + pick(g, MAX_TERMS);
    g->term_count = 0;
    for (size_t i = 0; i < wanted; i++) {
        phrase *term = &g->terms[g->term_count];
        bool is_new = true;
        fill(g, term, 2 + pick(g, MAX_WORDS - 1), OPEN_GAPS - 1);
        term->good = pick(g, 2);
        for (size_t k = 0; k < g->term_count; k++) {
            is_new = is_new && !are_same(term, &g->terms[k]);
        }
        g->term_count += is_new;
    }
    fill(g, &g->text, 1 + pick(g, MAX_TEXT - 1), COUNT(gaps));
}

/* German, since its words are matched as they are. */
static void
write_termbase(const game *g, tl_buf *out)
{
    tl_buf_add_cstr(out, "termlint: 1\nname: random\nlanguages: [de]\nconcepts:\n");
    for (size_t i = 0; i < g->term_count; i++) {
        tl_buf_add_format(out, "  - id: t%zu\n    de: {preferred: unused%zu", i, i);
        tl_buf_add_cstr(out, g->terms[i].good ? ", admitted: [" : ", deprecated: [");
        write_phrase(&g->terms[i], out);
        tl_buf_add_cstr(out, "]}\n");
    }
    tl_buf_add_byte(out, '\0');
}

/* The content words of [begin, end), as they stand. */
static size_t
content_of(const phrase *p, size_t begin, size_t end, const char **out)
{
    size_t count = 0;
    for (size_t i = begin; i < end; i++) {
        if (p->words[i].kind == CONTENT) {
            out[count++] = p->words[i].text;
        }
    }
    return count;
}

static int
compare_words(const void *left, const void *right)
{
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

static bool
are_equal(const char **a, const char **b, size_t count)
{
    bool equal = true;
    for (size_t i = 0; equal && i < count; i++) {
        equal = strcmp(a[i], b[i]) == 0;
    }
    return equal;
}

typedef enum match { OTHER_WORDS, SAME_ORDER, OTHER_ORDER } match;

static match
match_simply(const game *g, size_t begin, size_t end, const phrase *term)
{
    const char *a[MAX_TEXT], *b[MAX_TEXT];
    size_t count = content_of(&g->text, begin, end, a);
    if (count < 2 || count != content_of(term, 0, term->count, b)) {
        return OTHER_WORDS;
    }
    if (are_equal(a, b, count)) {
        return SAME_ORDER;
    }
    qsort(a, count, sizeof *a, compare_words);
    qsort(b, count, sizeof *b, compare_words);
    return are_equal(a, b, count) ? OTHER_ORDER : OTHER_WORDS;
}

static bool
has_word(const phrase *p, const char *text)
{
    bool found = false;
    for (size_t i = 0; i < p->count; i++) {
        found = found || strcmp(p->words[i].text, text) == 0;
    }
    return found;
}

static bool
fits(const game *g, size_t begin, size_t end, const phrase *term)
{
    bool fit = true;
    for (size_t i = begin; i < end; i++) {
        const word *w = &g->text.words[i];
        fit = fit && (w->kind != BOUND || has_word(term, w->text));
    }
    return fit;
}

static bool
is_window(const game *g, size_t begin, size_t end)
{
    const word *words = g->text.words;
    if (words[begin].kind != CONTENT || words[end - 1].kind != CONTENT) {
        return false;
    }
    for (size_t i = begin + 1; i < end; i++) {
        bool third = i + 2 < end && words[i].kind != CONTENT && words[i + 1].kind != CONTENT &&
                     words[i + 2].kind != CONTENT;
        if (!words[i].is_open || third) {
            return false;
        }
    }
    return true;
}

/* A hit that covers the window or reaches beyond it. */
static bool
is_taken(const tl_scan *scan, size_t begin, size_t end)
{
    for (size_t i = 0; i < scan->hit_count; i++) {
        size_t first = scan->hits[i].first, last = first + scan->hits[i].count;
        bool touches = first < end && last > begin;
        bool inside = first >= begin && last <= end && last - first < end - begin;
        if (touches && !inside) {
            return true;
        }
    }
    return false;
}

/* Adds what stands in the window; true if anything does. */
static bool
find_in_window(const game *g, size_t begin, size_t end, tl_buf *out)
{
    size_t before = out->len;
    for (size_t i = 0; i < g->term_count; i++) {
        if (g->terms[i].good && match_simply(g, begin, end, &g->terms[i]) == SAME_ORDER) {
            return false;
        }
    }
    for (int good = 1; good >= 0; good--) {
        for (size_t i = 0; i < g->term_count; i++) {
            const phrase *term = &g->terms[i];
            if (term->good == good && match_simply(g, begin, end, term) == OTHER_ORDER &&
                fits(g, begin, end, term)) {
                tl_buf_add_format(out, "%zu-%zu t%zu\n", begin, end, i);
            }
        }
    }
    return out->len > before;
}

static void
find_simply(const game *g, const tl_scan *scan, tl_buf *out)
{
    for (size_t begin = 0; begin < g->text.count;) {
        size_t next = begin + 1;
        for (size_t end = g->text.count; end > begin + 1 && next == begin + 1; end--) {
            if (is_window(g, begin, end) && !is_taken(scan, begin, end) &&
                find_in_window(g, begin, end, out)) {
                next = end;
            }
        }
        begin = next;
    }
    tl_buf_add_byte(out, '\0');
}

static void
describe_places(const tl_scan *scan, tl_buf *out)
{
    for (size_t i = 0; i < scan->reordered_count; i++) {
        const tl_hit *hit = &scan->reordered[i].hit;
        tl_buf_add_format(out, "%u-%u %s\n", hit->first, hit->first + hit->count,
                          hit->pattern->term->concept->id.ptr);
    }
    tl_buf_add_byte(out, '\0');
}

/* One round; returns the length of what was found. */
static size_t
play(game *g)
{
    tl_buf termbase = {0}, text = {0}, found = {0}, wanted = {0};
    scan_fixture f;
    deal(g);
    write_termbase(g, &termbase);
    write_phrase(&g->text, &text);
    tl_buf_add_byte(&text, '\0');
    scan_setup(&f, termbase.ptr);
    const tl_scan *scan = scan_text(&f, text.ptr, "de");
    describe_places(scan, &found);
    find_simply(g, scan, &wanted);
    if (strcmp(found.ptr, wanted.ptr) != 0) {
        print_error("%s\ntext: “%s”\n", termbase.ptr, text.ptr);
    }
    assert_string_equal(found.ptr, wanted.ptr);
    size_t length = found.len;
    scan_clear(&f);
    tl_buf_clear(&termbase);
    tl_buf_clear(&text);
    tl_buf_clear(&found);
    tl_buf_clear(&wanted);
    return length;
}

static void
the_windows_are_those_of_a_search_that_tries_all(void **state)
{
    (void)state;
    enum { ROUNDS = 6000 };
    game g = {0};
    size_t found = 0;
    for (uint64_t seed = 1; seed <= ROUNDS; seed++) {
        g.random = seed * UINT64_C(0x9e3779b97f4a7c15);
        found += play(&g);
    }
    assert_true(found > ROUNDS * 2); /* each finding has some seven bytes */
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(windows_have_the_words_of_a_term),
        cmocka_unit_test(pairs_tell_which_word_is_which),
        cmocka_unit_test(the_windows_are_those_of_a_search_that_tries_all),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
