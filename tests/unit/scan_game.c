/* SPDX-License-Identifier: MPL-2.0 */
/* The matcher that simply tries everything. Knows words that are equal or joined, and separators;
 * nothing of keys, inflection or letter case, which its words do not have. */
#include "scan_game.h"

#include "scan/scan.h"

#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

enum { MAX_TERMS = 8, MAX_TERM_WORDS = 4, MAX_TEXT_WORDS = 24 };

/* One word with what stands before it. */
typedef struct plain_word {
    const char *text;
    const char *gap; /* before it */
    size_t begin, end;
} plain_word;

typedef struct phrase {
    plain_word words[MAX_TEXT_WORDS];
    size_t count;
    bool good;
} phrase;

/* Where a phrase stands in the text, and how it differs: TL_HIT_…. */
typedef struct plain_hit {
    size_t begin, end, term;
    unsigned differences;
} plain_hit;

typedef struct hand {
    scan_game *players;
    phrase terms[MAX_TERMS];
    size_t term_count;
    phrase text;
} hand;

static size_t
pick(hand *g, size_t limit)
{
    return g->players->pick(g->players->context, limit);
}

static const char *const alphabet[] = {"ab", "ba", "abba", "bab", "c"};

/* Gaps that a term may have, and then those that no term has. */
static const char *const gaps[] = {" ", " ", " ", "-", "\n", "  ", ", ", ". ", "\n\n", " (", "/"};
enum { TERM_GAPS = 4 };

static void
fill_phrase(hand *g, phrase *p, size_t count, size_t gap_count)
{
    p->count = count;
    size_t at = 0;
    for (size_t i = 0; i < count; i++) {
        plain_word *word = &p->words[i];
        word->text = alphabet[pick(g, COUNT(alphabet))];
        word->gap = i ? gaps[pick(g, gap_count)] : "";
        word->begin = at + strlen(word->gap);
        at = word->end = word->begin + strlen(word->text);
    }
}

static void
write_phrase(const phrase *p, tl_buf *out)
{
    for (size_t i = 0; i < p->count; i++) {
        tl_buf_add_cstr(out, p->words[i].gap);
        tl_buf_add_cstr(out, p->words[i].text);
    }
}

static bool
are_same(const phrase *a, const phrase *b)
{
    bool same = a->count == b->count;
    for (size_t i = 0; same && i < a->count; i++) {
        same = strcmp(a->words[i].text, b->words[i].text) == 0 &&
               strcmp(a->words[i].gap, b->words[i].gap) == 0;
    }
    return same;
}

static void
deal(hand *g)
{
    g->term_count = 0;
    size_t wanted = 1 + pick(g, MAX_TERMS);
    for (size_t i = 0; i < wanted; i++) {
        phrase *term = &g->terms[g->term_count];
        fill_phrase(g, term, 1 + pick(g, MAX_TERM_WORDS), TERM_GAPS);
        term->good = pick(g, 2);
        bool is_new = true;
        for (size_t k = 0; k < g->term_count; k++) {
            is_new = is_new && !are_same(term, &g->terms[k]);
        }
        g->term_count += is_new;
    }
    fill_phrase(g, &g->text, pick(g, MAX_TEXT_WORDS), COUNT(gaps));
}

static void
write_termbase(const hand *g, tl_buf *out)
{
    tl_buf_add_cstr(out, "termlint: 1\nname: random\nlanguages: [de]\nconcepts:\n");
    for (size_t i = 0; i < g->term_count; i++) {
        tl_buf_add_format(out, "  - id: t%zu\n    de: ", i);
        if (g->terms[i].good) {
            write_phrase(&g->terms[i], out);
        } else {
            tl_buf_add_format(out, "{preferred: unused %zu, deprecated: [", i);
            write_phrase(&g->terms[i], out);
            tl_buf_add_cstr(out, "]}");
        }
        tl_buf_add_byte(out, '\n');
    }
    tl_buf_add_byte(out, '\0');
}

/* -- the simple matcher ----------------------------------------------------------------------- */

static bool
is_space(const char *gap)
{
    return strcmp(gap, " ") == 0 || strcmp(gap, "  ") == 0 || strcmp(gap, "\n") == 0;
}

static bool
is_hyphen(const char *gap)
{
    return strcmp(gap, "-") == 0;
}

static bool
is_separator(const char *gap)
{
    return is_space(gap) || is_hyphen(gap);
}

static bool
is_joined(const char *whole, const char *first, const char *second)
{
    size_t length = strlen(first);
    return strncmp(whole, first, length) == 0 && strcmp(whole + length, second) == 0;
}

/* The best way in which term words from `i` on answer to text words from `k` on. `joined`: two
 * words of the term have been read from one; that happens once. */
typedef struct alignment {
    bool found;
    unsigned differences;
    size_t end;
} alignment;

static alignment align(const phrase *term, size_t i, const phrase *text, size_t k, bool joined);

static alignment
better(alignment a, alignment b)
{
    if (a.found != b.found) {
        return a.found ? a : b;
    }
    if (a.end != b.end) {
        return a.end > b.end ? a : b;
    }
    return a.differences == 0 ? a : b;
}

static alignment
with(alignment rest, unsigned difference)
{
    rest.differences |= difference;
    return rest;
}

static alignment
align_words(const phrase *term, size_t i, const phrase *text, size_t k, bool joined)
{
    alignment best = {0};
    const plain_word *a = &term->words[i], *b = &text->words[k];
    if (strcmp(a->text, b->text) == 0) {
        best = align(term, i + 1, text, k + 1, joined);
    }
    if (!term->good) { /* a bad form is not looked for in one word or in more */
        return best;
    }
    if (i + 1 < term->count && !joined && is_joined(b->text, a->text, a[1].text)) {
        best = better(best, with(align(term, i + 2, text, k + 1, true), TL_HIT_SEPARATOR));
    }
    if (k + 1 < text->count && is_separator(b[1].gap) && is_joined(a->text, b->text, b[1].text)) {
        best = better(best, with(align(term, i + 1, text, k + 2, joined), TL_HIT_SEPARATOR));
    }
    return best;
}

static alignment
align(const phrase *term, size_t i, const phrase *text, size_t k, bool joined)
{
    if (i == term->count) {
        return (alignment){.found = true, .end = text->words[k - 1].end};
    }
    if (k == text->count) {
        return (alignment){0};
    }
    if (i == 0) {
        return align_words(term, i, text, k, joined);
    }
    const char *wanted = term->words[i].gap, *given = text->words[k].gap;
    alignment best = align_words(term, i, text, k, joined);
    unsigned difference = is_space(wanted) == is_space(given) ? 0 : TL_HIT_SEPARATOR;
    return is_separator(given) ? with(best, difference) : (alignment){0};
}

/* The longest from word `k` on, and of those the one that is meant. */
static bool
find_simply(const hand *g, size_t k, plain_hit *hit)
{
    bool found = false;
    for (size_t i = 0; i < g->term_count; i++) {
        alignment a = align(&g->terms[i], 0, &g->text, k, false);
        plain_hit other = {g->text.words[k].begin, a.end, i, a.differences};
        bool longer = a.found && (!found || other.end > hit->end);
        bool as_long = a.found && found && other.end == hit->end;
        bool good = g->terms[i].good, was_good = found && g->terms[hit->term].good;
        bool exact = other.differences == 0, was_exact = found && hit->differences == 0;
        if (longer || (as_long && (exact > was_exact || (exact == was_exact && good > was_good)))) {
            *hit = other;
            found = true;
        }
    }
    return found;
}

static size_t
find_all_simply(const hand *g, plain_hit *hits)
{
    size_t count = 0, covered = 0;
    for (size_t k = 0; k < g->text.count; k++) {
        if (g->text.words[k].begin >= covered && find_simply(g, k, &hits[count])) {
            covered = hits[count++].end;
        }
    }
    return count;
}

static void
describe(tl_buf *out, const hand *g)
{
    plain_hit hits[MAX_TEXT_WORDS];
    size_t count = find_all_simply(g, hits);
    for (size_t i = 0; i < count; i++) {
        tl_buf_add_format(out, "%zu-%zu t%zu %x\n", hits[i].begin, hits[i].end, hits[i].term,
                          hits[i].differences);
    }
    tl_buf_add_byte(out, '\0');
}

void
scan_game_deal(scan_game *players)
{
    hand g = {.players = players};
    deal(&g);
    write_termbase(&g, &players->termbase);
    write_phrase(&g.text, &players->text);
    tl_buf_add_byte(&players->text, '\0');
    describe(&players->hits, &g);
}

void
scan_game_clear(scan_game *game)
{
    tl_buf_clear(&game->termbase);
    tl_buf_clear(&game->text);
    tl_buf_clear(&game->hits);
}
