/* SPDX-License-Identifier: MPL-2.0 */
/* Configuration without files: what texts in memory mean for documents that need not exist. */
#include "config/config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

/* A chain of configurations, the outermost first: folder, text, folder, text, … */
typedef struct chain {
    tl_arena arena;
    tl_config configs[4], options;
    const tl_config *nearest;
} chain;

static void
read_layer(chain *c, size_t number, const char *folder, const char *text)
{
    tl_problem_list problems = {0};
    tl_config *config = &c->configs[number];
    config->path = tl_arena_format(&c->arena, "%s/" TL_CONFIG_NAME, folder);
    config->folder = tl_str_from(folder);
    config->outer = c->nearest;
    if (!tl_config_read(config, tl_str_from(text), &c->arena, &problems)) {
        fail_msg("%s:%u:%u: %s", problems.items[0].path, problems.items[0].line,
                 problems.items[0].column, problems.items[0].message);
    }
    c->nearest = config;
    tl_problem_list_clear(&problems);
}

static void
set_option(chain *c, const char *option, const char *value)
{
    tl_error error = {0};
    assert_true(
        tl_config_set(&c->options, tl_str_from(option), tl_str_from(value), &c->arena, &error));
}

static tl_profile
resolve(const chain *c, const char *path)
{
    tl_profile profile;
    tl_profile_resolve(&profile, &c->options, c->nearest, tl_str_from(path));
    return profile;
}

static void
assert_value(const tl_config_value *value, const char *wanted)
{
    tl_str text = value ? value->text : TL_STR("none");
    if (!tl_str_equal(text, tl_str_from(wanted))) {
        fail_msg("%.*s instead of %s", TL_STR_ARGS(text), wanted);
    }
}

static const char *
severity_of(const tl_profile *profile, const char *rule)
{
    size_t number = tl_rule_number(tl_rule_find(tl_str_from(rule)));
    return profile->rules[number] ? tl_severity_name(profile->rules[number]->severity) : "default";
}

static void
test_languages(void **state)
{
    (void)state;
    static const struct {
        const char *path, *language;
    } rows[] = {
        {"/p/a.txt", "en"},           {"/p/a.ru.txt", "ru"},
        {"/p/deep/a.ru.txt", "ru"},   {"/p/a.en.ru.txt", "en"}, /* the later of two globs */
        {"/p/kyiv/a.ru.txt", "uk"},                             /* a folder covers all below it */
        {"/p/sub/kyiv/a.txt", "de"},                            /* its glob begins at the top */
        {"/p/sub/a.txt", "de"},                                 /* the nearer default */
        {"/p/sub/a.ru.txt", "ru"},    /* an outer glob before a nearer default */
        {"/p/sub/be/a.ru.txt", "be"}, /* a nearer glob before an outer one */
        {"/q/a.ru.txt", "none"},      /* outside: no file says anything */
    };
    chain c = {0};
    read_layer(&c, 0, "/p",
               "languages: {default: en, '*.ru.txt': ru, '*.en.ru.txt': en, /kyiv/: uk}");
    const tl_config *outer = c.nearest;
    read_layer(&c, 1, "/p/sub", "languages: {default: de, be/**: be}");
    const tl_config *inner = c.nearest;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        bool is_inner = strncmp(rows[i].path, "/p/sub/", 7) == 0;
        c.nearest = rows[i].path[1] == 'q' ? NULL : is_inner ? inner : outer;
        assert_value(resolve(&c, rows[i].path).language, rows[i].language);
    }
    set_option(&c, "--lang", "kk");
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        assert_value(resolve(&c, rows[i].path).language, "kk");
    }
    tl_arena_clear(&c.arena);
}

static void
test_rules(void **state)
{
    (void)state;
    chain c = {0};
    read_layer(&c, 0, "/p",
               "rules: {term-spelling: error, name-spelling: off}\n"
               "overrides:\n"
               "  - {files: old, rules: {term-spelling: off, name-spelling: warning}}\n"
               "  - {files: ['*.md', '*.txt'], rules: {term-spelling: suggestion}}\n");
    tl_profile profile = resolve(&c, "/p/a.html");
    assert_string_equal(severity_of(&profile, "term-spelling"), "error");
    assert_string_equal(severity_of(&profile, "mixed-script"), "default");
    profile = resolve(&c, "/p/old/a.html");
    assert_string_equal(severity_of(&profile, "term-spelling"), "off");
    profile = resolve(&c, "/p/old/a.md");
    assert_string_equal(severity_of(&profile, "term-spelling"), "suggestion");
    assert_string_equal(severity_of(&profile, "name-spelling"), "warning");

    read_layer(&c, 1, "/p/old", "rules: {term-spelling: warning}");
    profile = resolve(&c, "/p/old/a.md");
    assert_string_equal(severity_of(&profile, "term-spelling"), "warning");
    assert_string_equal(severity_of(&profile, "name-spelling"), "warning");

    set_option(&c, "--rule", "name-spelling=error");
    set_option(&c, "--rule", "term-spelling=error");
    set_option(&c, "--rule", "term-spelling=off");
    profile = resolve(&c, "/p/old/a.md");
    assert_string_equal(severity_of(&profile, "term-spelling"), "off");
    assert_string_equal(severity_of(&profile, "name-spelling"), "error");
    tl_arena_clear(&c.arena);
}

static void
test_ignore(void **state)
{
    (void)state;
    static const struct {
        const char *path;
        bool is_folder, ignored;
    } rows[] = {
        {"/p/a.txt", false, false},
        {"/p/vendor", true, false}, /* only what is in it */
        {"/p/vendor/a.txt", false, true},
        {"/p/vendor/deep/a.txt", false, true},
        {"/p/vendor/ours.txt", false, false},
        {"/p/vendor/deep/ours.txt", false, true}, /* its folder is ignored */
        {"/p/build", true, true},
        {"/p/build", false, false},
        {"/p/sub/build/a.txt", false, true},
        {"/p/sub/draft.txt", false, false}, /* the nearer file has the last word */
        {"/p/draft.txt", false, true},
        {"/build/a.txt", false, false}, /* outside */
        {"/px/draft.txt", false, false},
        {"/p", true, false},
    };
    chain c = {0};
    read_layer(&c, 0, "/p", "ignore: [vendor/**, '!vendor/ours.txt', build/, 'draft*']");
    read_layer(&c, 1, "/p/sub", "ignore: '!draft.txt'");
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        if (tl_config_ignores(c.nearest, tl_str_from(rows[i].path), rows[i].is_folder) !=
            rows[i].ignored) {
            fail_msg("%s %s", rows[i].path, rows[i].ignored ? "is not ignored" : "is ignored");
        }
    }
    tl_arena_clear(&c.arena);
}

/* A file that was named speaks of documents everywhere, never of the folders it is in. */
static void
test_named_file(void **state)
{
    (void)state;
    static const struct {
        const char *path;
        bool ignored;
    } rows[] = {
        {"/build/ci/build/a.txt", true},
        {"/build/ci/a.txt", false},
        {"/build/home/a.txt", false},
        {"/build/home/build/a.txt", true},
        {"/build/home/top/a.txt", true},
        {"/build/home/sub/top/a.txt", false},
        {"/elsewhere/build/a.txt", false},
        {"/elsewhere/draft.txt", true},
        {"/build/ci", false},
        {"/build", false},
    };
    chain c = {0};
    read_layer(&c, 0, "/build/ci", "ignore: [build, /top, draft.txt]");
    c.configs[0].elsewhere = TL_STR("/build/home");
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        if (tl_config_ignores(c.nearest, tl_str_from(rows[i].path), false) != rows[i].ignored) {
            fail_msg("%s %s", rows[i].path, rows[i].ignored ? "is not ignored" : "is ignored");
        }
    }
    tl_arena_clear(&c.arena);
}

static void
test_fail_on(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        unsigned least;
    } rows[] = {
        {"root: true", TL_SEVERITY_WARNING},
        {"fail_on: suggestion", TL_SEVERITY_SUGGESTION},
        {"fail_on: error", TL_SEVERITY_ERROR},
        {"fail_on: never", TL_SEVERITY_ERROR + 1},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        chain c = {0};
        read_layer(&c, 0, "/p", rows[i].text);
        tl_profile profile = resolve(&c, "/p/a.txt");
        assert_int_equal(tl_profile_fail_on(&profile), rows[i].least);
        tl_arena_clear(&c.arena);
    }
}

/* What the options say one after the other, and what they refuse. */
static void
test_options(void **state)
{
    (void)state;
    static const char *const refused[][2] = {
        {"--rule", "nix=off"},   {"--rule", "mixed-script"}, {"--rule", "mixed-script="},
        {"--rule", "=off"},      {"--lang", "English"},      {"--lang", "ja"},
        {"--fail-on", "never!"}, {"--colour", "red"},
    };
    chain c = {0};
    set_option(&c, "--termbase", "a.yaml");
    set_option(&c, "--termbase", "b.yaml");
    for (size_t i = 0; i < sizeof refused / sizeof refused[0]; i++) {
        tl_error error = {0};
        assert_false(tl_config_set(&c.options, tl_str_from(refused[i][0]),
                                   tl_str_from(refused[i][1]), &c.arena, &error));
        assert_non_null(error.message);
        tl_error_clear(&error);
    }
    tl_profile profile = resolve(&c, "/p/a.txt");
    assert_int_equal(profile.termbases->count, 2);
    assert_value(&profile.termbases->items[1], "b.yaml");
    assert_null(profile.language);
    tl_arena_clear(&c.arena);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_languages), cmocka_unit_test(test_rules),
        cmocka_unit_test(test_ignore),    cmocka_unit_test(test_named_file),
        cmocka_unit_test(test_fail_on),   cmocka_unit_test(test_options),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
