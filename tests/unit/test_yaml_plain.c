/* SPDX-License-Identifier: MPL-2.0 */
/* YAML of the plain shape against libyaml, in files made of pieces by chance: half of them are what
 * people write, the others bend it a little. */
#include "../fuzz/yaml_check.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

enum { FILES = 60000, MOST_LINES = 8, LEAST_PLAIN = FILES / 4 };

static uint64_t
next_random(uint64_t *seed, uint64_t below)
{
    *seed ^= *seed << 13;
    *seed ^= *seed >> 7;
    *seed ^= *seed << 17;
    return *seed % below;
}

#define PICK(seed, items) ((items)[next_random((seed), sizeof(items) / sizeof *(items))])

/* The first of them are usual. */
static const char *const words[] = {"value",
                                    "Совет министров",
                                    "two words",
                                    "10:30",
                                    "http://a.b/c#d",
                                    "a#b",
                                    "it's",
                                    "«так»",
                                    "St. “Paul”",
                                    "\"quoted\"",
                                    "'too'",
                                    "\"a, b: c # d\"",
                                    "''",
                                    "\"\"",
                                    "'it''s'",
                                    "\"a\\nb\"",
                                    "no",
                                    "1e3",
                                    "x y",
                                    "a -b",
                                    "k: v",
                                    "a: ",
                                    "-x",
                                    "- x",
                                    "*a",
                                    "&a b",
                                    "!t x",
                                    "|",
                                    "> ",
                                    "? x",
                                    "x # comment",
                                    "# all",
                                    "x ",
                                    "@a",
                                    "%b",
                                    "[",
                                    "}",
                                    "a, b",
                                    "a]b",
                                    "“[x]”",
                                    "",
                                    "~",
                                    "a?b",
                                    "a\tb",
                                    "a\rb",
                                    "\xc2\x85",
                                    "\xe2\x80\x8e",
                                    "\xef\xbb\xbf",
                                    "---",
                                    "...",
                                    "-",
                                    ":",
                                    "x:",
                                    "'a' b",
                                    "\"a\":b"};

static void
add_value(uint64_t *seed, tl_buf *out, unsigned depth)
{
    size_t count = sizeof words / sizeof *words;
    uint64_t kind = next_random(seed, 6);
    if (kind > 1 || depth == 0) {
        bool is_usual = next_random(seed, 16) > 0;
        tl_buf_add_cstr(out, words[next_random(seed, is_usual ? 14 : count)]);
        return;
    }
    tl_buf_add_byte(out, kind ? '[' : '{');
    for (uint64_t i = 0, items = next_random(seed, 4); i < items; i++) {
        static const char *const separators[] = {", ", ", ", ", ", ",", " , ", ",  ", "\n ", ";"};
        tl_buf_add_cstr(out, i ? PICK(seed, separators) : "");
        tl_buf_add_cstr(out, kind == 0 ? (i ? "text: " : "note: ") : "");
        add_value(seed, out, depth - 1);
    }
    tl_buf_add_byte(out, next_random(seed, 20) ? (kind ? ']' : '}') : '[');
}

static void
add_line(uint64_t *seed, tl_buf *out)
{
    static const char *const indents[] = {"", "", "  ", "  ", "    ", "    ", " ", "   ", "      "};
    static const char *const dashes[] = {"", "", "", "- ", "- ", "-   ", "- - ", "-"};
    static const char *const keys[] = {
        "id: ",    "en: ", "preferred: ", "part_of:   ", "ru:", "a-1: ", "ключ: ",
        "\"q\": ", "",     "? "};
    static const char *const ends[] = {"\n",   "\n",   "\n",          " \n",         " # note\n",
                                       "#x\n", "\n\n", "\n# whole\n", "\n   # in\n", "\r\n"};
    tl_buf_add_cstr(out, PICK(seed, indents));
    tl_buf_add_cstr(out, PICK(seed, dashes));
    tl_buf_add_cstr(out, PICK(seed, keys));
    if (next_random(seed, 3)) {
        add_value(seed, out, 2);
    }
    tl_buf_add_cstr(out, ends[next_random(seed, next_random(seed, 3) ? 3 : 10)]);
}

/* Lines that fit together: a list of mappings as in a termbase, in one of the ways to indent it. */
static void
add_concepts(uint64_t *seed, tl_buf *out)
{
    static const char *const ways[][4] = {{"  - ", "    ", "      ", "        - "},
                                          {"- ", "  ", "    ", "    - "},
                                          {"-   ", "    ", "       ", "       - "}};
    const char *const *way = PICK(seed, ways);
    tl_buf_add_cstr(out, "concepts:\n");
    for (uint64_t i = next_random(seed, 4); i > 0; i--) {
        tl_buf_add_format(out, "%sid: c%u\n%sen:", way[0], (unsigned)i, way[1]);
        if (next_random(seed, 2)) {
            tl_buf_add_format(out, "\n%spreferred: ", way[2]);
            add_value(seed, out, 2);
            tl_buf_add_format(out, "\n%sadmitted:\n%s", way[2], way[3]);
        } else {
            tl_buf_add_byte(out, ' ');
        }
        add_value(seed, out, 2);
        tl_buf_add_byte(out, '\n');
    }
}

static void
libyaml_reads_the_same(void **state)
{
    (void)state;
    uint64_t seed = 20241122;
    size_t plain = 0;
    for (size_t i = 0; i < FILES; i++) {
        tl_buf file = {0};
        bool is_usual = next_random(&seed, 3) > 0;
        add_concepts(&seed, &file);
        for (uint64_t lines = is_usual ? 0 : next_random(&seed, MOST_LINES); lines > 0; lines--) {
            add_line(&seed, &file);
        }
        plain += check_yaml(tl_buf_str(&file));
        tl_buf_clear(&file);
    }
    assert_true(plain > LEAST_PLAIN);
}

static bool
is_plain(const char *text)
{
    tl_yaml_plain plain;
    return tl_yaml_plain_open(&plain, tl_str_from(text));
}

static void
what_is_common_is_plain(void **state)
{
    (void)state;
    assert_true(is_plain("termlint: 1 # version\nlanguages: [en, ru]\nconcepts:\n  - id: a\n"
                         "    en: {preferred: A b, deprecated: [c, \"d: e\"]}\n    ru:\n"
                         "      preferred: 'б'\n      admitted:\n      - в\n      - {text: г}\n"));
    static const char *const others[] = {"",
                                         "a:\n",
                                         "a: b\n---\n",
                                         "a: &x b\n",
                                         "a: |\n  b\n",
                                         "a:\tb\n",
                                         "a: b\n  c",
                                         "a: b\n c: d\n",
                                         "\"a\": b\n",
                                         "a: b\r\n",
                                         "a: \"b\\n\"\n",
                                         "a: 'b''c'\n",
                                         "a: [b,\n c]",
                                         "a: !t b\n",
                                         "a:\n  - b\n - c\n",
                                         "- - a\n",
                                         "text\n",
                                         "a: b: c\n"};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        assert_false(is_plain(others[i]));
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(libyaml_reads_the_same),
        cmocka_unit_test(what_is_common_is_plain),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
