/* SPDX-License-Identifier: MPL-2.0 */
/* Near hits with the sieve against near hits without it, on random termbases and texts full of
 * typos: what is sifted out would have been no hit. Seeds are fixed. */
#include "scan_fixture.h"

#include "scan/scanner.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { WORDS = 24, LETTERS = 12, BYTES = LETTERS + 4, TERMS = 14, TEXT_WORDS = 60, ROUNDS = 1500 };

typedef struct game {
    uint64_t random;
    char words[WORDS][BYTES];
} game;

static size_t
pick(game *g, size_t limit)
{
    g->random = g->random * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (size_t)(g->random >> 33) % limit;
}

static char
letter(game *g)
{
    return "abdeknorst"[pick(g, 10)];
}

static void
invent_words(game *g)
{
    for (size_t i = 0; i < WORDS; i++) {
        size_t length = 3 + pick(g, LETTERS - 3);
        for (size_t k = 0; k < length; k++) {
            g->words[i][k] = letter(g);
        }
        g->words[i][length] = '\0';
    }
}

/* A word of the termbase, with a letter or two wrong, missing, too many or swapped now and then. */
static void
write_word(game *g, tl_buf *text)
{
    char word[BYTES];
    memcpy(word, g->words[pick(g, WORDS)], sizeof word);
    for (size_t typos = pick(g, 4); typos > 1; typos--) {
        size_t length = strlen(word), at = pick(g, length - 1);
        char next = word[at + 1];
        switch (pick(g, 4)) {
        case 0: word[at] = letter(g); break;
        case 1: memmove(word + at, word + at + 1, length - at); break;
        case 2:
            memmove(word + at + 1, word + at, length - at + 1);
            word[at] = letter(g);
            break;
        default: word[at + 1] = word[at]; word[at] = next;
        }
    }
    tl_buf_add_cstr(text, word);
}

static void
write_text(game *g, tl_buf *text)
{
    static const char *const gaps[] = {" ", " ", " ", " ", "-", ", ", "\n\n"};
    for (size_t i = 0; i < TEXT_WORDS; i++) {
        write_word(g, text);
        tl_buf_add_cstr(text, gaps[pick(g, COUNT(gaps))]);
    }
    tl_buf_add_byte(text, '\0');
}

static void
write_termbase(game *g, tl_buf *yaml)
{
    tl_buf_add_cstr(yaml, "termlint: 1\nlanguages: [de]\nconcepts:\n");
    for (size_t i = 0; i < TERMS; i++) {
        static const char *const kinds[] = {"admitted", "deprecated"};
        tl_buf_add_format(yaml, "  - id: t%zu\n    de: {preferred: own%zu, %s: [", i, i,
                          kinds[pick(g, 5) == 0]);
        for (size_t words = 1 + pick(g, 3), k = 0; k < words; k++) {
            tl_buf_add_format(yaml, "%s%s", k ? " " : "\"", g->words[pick(g, WORDS)]);
        }
        tl_buf_add_cstr(yaml, "\"]}\n");
    }
    tl_buf_add_byte(yaml, '\0');
}

static void
describe(tl_buf *out, const tl_scan *scan)
{
    for (size_t i = 0; i < scan->near_count; i++) {
        const tl_near_hit *near = &scan->near[i];
        tl_buf_add_format(out, "%u-%u %s %u %.*s %u %u\n", near->hit.range.begin,
                          near->hit.range.end, near->hit.pattern->term->concept->id.ptr, near->word,
                          TL_STR_ARGS(near->meant), near->edits, near->cost);
    }
    tl_buf_add_byte(out, '\0');
}

/* One round; returns the length of what was found. */
static size_t
play(game *g)
{
    tl_buf yaml = {0}, text = {0}, sifted = {0}, all = {0};
    scan_fixture f;
    invent_words(g);
    write_termbase(g, &yaml);
    write_text(g, &text);
    scan_setup(&f, yaml.ptr);
    tl_scanner_seek_typos(f.scanner, true);
    describe(&sifted, scan_text(&f, text.ptr, "de"));
    f.scanner->suspects_all = true;
    describe(&all, scan_text(&f, text.ptr, "de"));
    assert_string_equal(sifted.ptr, all.ptr);
    size_t length = all.len;
    scan_clear(&f);
    tl_buf_clear(&yaml);
    tl_buf_clear(&text);
    tl_buf_clear(&sifted);
    tl_buf_clear(&all);
    return length;
}

static void
no_near_hit_is_sifted_out(void **state)
{
    (void)state;
    game g = {0};
    size_t found = 0;
    for (uint64_t seed = 1; seed <= ROUNDS; seed++) {
        g.random = seed * UINT64_C(0x9e3779b97f4a7c15);
        found += play(&g);
    }
    assert_true(found > ROUNDS * 20);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_near_hit_is_sifted_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
