/* SPDX-License-Identifier: MPL-2.0 */
/* Tables for path patterns and ignore files. Random trees are compared with git's own verdicts in
 * walk_as_git.py. */
#include "base/arena.h"
#include "base/glob.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

typedef struct match_row {
    const char *pattern;
    const char *path;
    bool is_folder;
    bool expected;
} match_row;

static const match_row match_rows[] = {
    /* A pattern without a slash holds in any folder, one with a slash from the top. */
    {"*.md", "a.md", false, true},
    {"*.md", "docs/a.md", false, true},
    {"docs/*.md", "docs/a.md", false, true},
    {"docs/*.md", "x/docs/a.md", false, false},
    {"docs/*.md", "docs/x/a.md", false, false},
    {"/a.md", "a.md", false, true},
    {"/a.md", "docs/a.md", false, false},
    {"//a.md", "a.md", false, false},
    /* A slash at the end asks for a folder. */
    {"vendor/", "vendor", true, true},
    {"vendor/", "vendor", false, false},
    {"vendor/", "x/vendor", true, true},
    {"x/vendor/", "y/x/vendor", true, false},
    /* ** crosses folders, but only as a whole name. */
    {"**/a", "a", false, true},
    {"**/a", "x/y/a", false, true},
    {"a/**", "a/b/c", false, true},
    {"a/**", "a", true, false},
    {"a/**/b", "a/b", false, true},
    {"a/**/b", "a/x/y/b", false, true},
    {"a/**/b", "a/x/b/c", false, false},
    {"a/***/b", "a/x/y/b", false, true},
    {"a**/b", "ax/b", false, true},
    {"a**/b", "a/x/b", false, false},
    {"**/x/**/y", "x/x/z/y", false, true},
    {"**/*a*b/c", "q/xaxb/c", false, true},
    {"**", "x/y", false, true},
    {"/**/", "x/y", true, true},
    {"**\\/a", "x/a", false, true},
    {"**\\/a", "a", false, false}, /* so git has it */
    /* One byte. */
    {"?.md", "a.md", false, true},
    {"a?b", "a/b", false, false},
    {"x/a?b", "x/a/b", false, false},
    {"[ab].md", "b.md", false, true},
    {"[!ab].md", "b.md", false, false},
    {"[^ab].md", "c.md", false, true},
    {"[a-c]x", "bx", false, true},
    {"[]-]x", "]x", false, true},
    {"[]-]x", "-x", false, true},
    {"[a-]x", "-x", false, true},
    {"[\\]]x", "]x", false, true},
    {"[\\a-\\c]x", "bx", false, true},
    {"[[:digit:]a]x", "7x", false, true},
    {"[[:digit:]a]x", "bx", false, false},
    {"[[:upper:][:digit:]]x", "Qx", false, true},
    {"[[:letter:]]x", "lx", false, false},
    {"[[:]x", ":x", false, true},
    {"x[!a]y", "x/y", false, false},
    {"q/x[!a]y", "q/x/y", false, false},
    /* Malformed ones match nothing. */
    {"[ab", "a", false, false},
    {"[ab", "[ab", false, false},
    {"[a-", "-", false, false},
    {"[", "[", false, false},
    {"a\\", "a", false, false},
    {"a\\", "a\\", false, false},
    {"", "a", false, false},
    {"/", "a", true, false},
    /* Escapes. */
    {"\\*", "*", false, true},
    {"\\*", "a", false, false},
    {"\\!x", "!x", false, true},
    {"a\\/b", "a/b", false, true},
};

static void
patterns_match_as_in_gitignore(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof match_rows / sizeof match_rows[0]; i++) {
        const match_row *row = &match_rows[i];
        bool got = tl_glob_match(tl_str_from(row->pattern), tl_str_from(row->path), row->is_folder);
        if (got != row->expected) {
            fail_msg("\"%s\" on \"%s\" gives %d", row->pattern, row->path, got);
        }
    }
}

static void
a_pattern_covers_what_is_below_a_folder(void **state)
{
    (void)state;
    assert_true(tl_glob_covers(TL_STR("vendor/"), TL_STR("vendor/x/a.md")));
    assert_true(tl_glob_covers(TL_STR("build"), TL_STR("x/build/y/a.md")));
    assert_true(tl_glob_covers(TL_STR("*.md"), TL_STR("x/a.md")));
    assert_false(tl_glob_covers(TL_STR("vendor/"), TL_STR("x/vendor")));
    assert_false(tl_glob_covers(TL_STR("/x/build"), TL_STR("y/x/build/a.md")));
}

/* With exponential or cubic backtracking this would not end. */
static void
hostile_patterns_take_little_time(void **state)
{
    (void)state;
    static char pattern[4002], path[20001];
    for (size_t i = 0; i < 2000; i++) {
        memcpy(pattern + 2 * i, "*a", 2);
    }
    memset(path, 'a', 20000);
    pattern[4000] = 'b';
    assert_false(tl_glob_match((tl_str){pattern, 4001}, (tl_str){path, 20000}, false));
    for (size_t i = 0; i < 800; i++) {
        memcpy(pattern + 5 * i, "**/a/", 5);
    }
    for (size_t i = 0; i < 10000; i++) {
        memcpy(path + 2 * i, "a/", 2);
    }
    assert_false(tl_glob_match((tl_str){pattern, 4001}, (tl_str){path, 19999}, false));
}

static void
the_last_pattern_of_the_innermost_file_decides(void **state)
{
    (void)state;
    tl_ignore ignore = {0};
    tl_ignore_push(&ignore, TL_STR(""), TL_STR("\xEF\xBB\xBF*.log\r\n# *.md\n\n!keep.log\n/top\n"));
    assert_true(tl_ignore_excludes(&ignore, TL_STR("x/a.log"), false));
    assert_false(tl_ignore_excludes(&ignore, TL_STR("x/keep.log"), false));
    assert_false(tl_ignore_excludes(&ignore, TL_STR("a.md"), false));
    tl_ignore_push(&ignore, TL_STR("x"), TL_STR("keep.log\n!b.log\n/top\n"));
    assert_true(tl_ignore_excludes(&ignore, TL_STR("x/keep.log"), false));
    assert_false(tl_ignore_excludes(&ignore, TL_STR("x/y/b.log"), false));
    assert_true(tl_ignore_excludes(&ignore, TL_STR("x/top"), false));
    assert_false(tl_ignore_excludes(&ignore, TL_STR("x/y/top"), false));
    tl_ignore_pop(&ignore);
    assert_true(tl_ignore_excludes(&ignore, TL_STR("y/b.log"), false));
    assert_true(tl_ignore_excludes(&ignore, TL_STR("top"), true));
    tl_ignore_clear(&ignore);
}

static void
spaces_at_the_end_count_only_when_escaped(void **state)
{
    (void)state;
    tl_ignore ignore = {0};
    tl_ignore_push(&ignore, TL_STR(""), TL_STR("a  \nb\\ \nc\\  \n   \n\\#d"));
    assert_true(tl_ignore_excludes(&ignore, TL_STR("a"), false));
    assert_true(tl_ignore_excludes(&ignore, TL_STR("b "), false));
    assert_false(tl_ignore_excludes(&ignore, TL_STR("b"), false));
    assert_true(tl_ignore_excludes(&ignore, TL_STR("c "), false));
    assert_true(tl_ignore_excludes(&ignore, TL_STR("#d"), false));
    tl_ignore_clear(&ignore);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(patterns_match_as_in_gitignore),
        cmocka_unit_test(a_pattern_covers_what_is_below_a_folder),
        cmocka_unit_test(hostile_patterns_take_little_time),
        cmocka_unit_test(the_last_pattern_of_the_innermost_file_decides),
        cmocka_unit_test(spaces_at_the_end_count_only_when_escaped),
    };
    return cmocka_run_group_tests_name("glob", tests, NULL, NULL);
}
