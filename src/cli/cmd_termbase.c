/* SPDX-License-Identifier: MPL-2.0 */
/* termlint termbase: work on termbases. Each verb is a command of its own, with its own options;
 * here are the list of them and those that only ask. */
#include "cli/cmd_termbase.h"

#include "cli/settings.h"
#include "termlint_tools.h"

#include <stdlib.h>
#include <string.h>

#define BY_DEFAULT "With no FILE, the termbases that .termlint.yaml gives documents in this folder."

#define TL_VERBS(X) X(lint) X(find) X(list) X(stats) X(convert) X(merge)

#define DECLARE(name) extern const tl_command tl_verb_##name;
TL_VERBS(DECLARE)
#undef DECLARE

#define ROW(name) &tl_verb_##name,
static const tl_command *const verbs[] = {TL_VERBS(ROW)};
#undef ROW

enum { VERB_COUNT = sizeof verbs / sizeof verbs[0] };

/* The name of a verb without "termbase ". */
static const char *
verb_name(const tl_command *verb)
{
    return strchr(verb->name, ' ') + 1;
}

termlint_checker *
tl_load_termbases(const tl_string_list *paths)
{
    if (paths->count == 0) {
        tl_fail("want a termbase");
        return NULL;
    }
    termlint_checker *checker = termlint_checker_new();
    if (termlint_checker_load(checker, paths->items, paths->count, tl_print_problem, NULL)) {
        return checker;
    }
    termlint_checker_free(checker);
    return NULL;
}

/* What a verb is asked about: the termbases that are named, else those of the documents in the
 * current folder, as their configuration has them. */
typedef struct asked {
    termlint_checker *named;
    termlint_config *config;
    const termlint_checker *checker; /* one of these two; NULL: it cannot be had, which is told */
} asked;

static asked
open_termbases(const tl_string_list *paths)
{
    if (paths->count) {
        termlint_checker *named = tl_load_termbases(paths);
        return (asked){.named = named, .checker = named};
    }
    const tl_settings settings = {0};
    asked a = {.config = tl_settings_config(&settings)};
    a.checker = a.config ? termlint_config_checker(a.config, NULL) : NULL;
    if (a.checker && !termlint_checker_has_termbase(a.checker)) {
        tl_fail("want a termbase, named here or in .termlint.yaml");
        a.checker = NULL;
    }
    return a;
}

static void
close_termbases(asked *a)
{
    termlint_checker_free(a->named);
    termlint_config_free(a->config);
}

int
tl_print_and_free(char *text)
{
    fputs(text, stdout);
    free(text);
    return TL_EXIT_CLEAN;
}

/* -- lint -- */

static void
print_warning(void *context, const char *path, uint32_t line, uint32_t column, const char *message)
{
    const char *severity = context;
    printf("%s:%u:%u: %s: %s\n", path, line, column, severity, message);
}

static void
print_count(size_t count, const char *noun, const char *separator)
{
    printf("%zu %s%s%s", count, noun, count == 1 ? "" : "s", separator);
}

static int
lint(const tl_string_list *paths)
{
    static const char warning[] = "warning", error[] = "error";
    asked a = open_termbases(paths);
    const termlint_checker *checker = a.checker;
    size_t run = 0;
    if (checker == NULL) {
        close_termbases(&a);
        return TL_EXIT_FAILURE;
    }
    size_t failed = termlint_termbase_examples(checker, &run, print_warning, (void *)error);
    size_t warnings = termlint_termbase_warnings(checker, print_warning, (void *)warning);
    print_count(termlint_checker_concept_count(checker), "concept", ", ");
    print_count(termlint_checker_term_count(checker), "term", ", ");
    print_count(run, "example", "");
    if (failed + warnings == 0) {
        printf(", no mistake\n");
    } else {
        printf(": %zu failed, %zu warning%s\n", failed, warnings, warnings == 1 ? "" : "s");
    }
    close_termbases(&a);
    return failed + warnings ? TL_EXIT_FINDINGS : TL_EXIT_CLEAN;
}

static int
run_lint(int argc, char **argv)
{
    extern const tl_command tl_verb_lint;
    bool help = false;
    tl_string_list operands = {0};
    const tl_option options[] = {
        {TL_OPTION_FLAG, "help", NULL, "print this", NULL, &help},
        {0},
    };
    int status = TL_EXIT_FAILURE;
    if (tl_options_parse(options, argc, argv, &operands)) {
        status = help ? tl_command_print_help(
                            &tl_verb_lint, options,
                            BY_DEFAULT
                            "\nA mistake for which the termbase cannot be loaded goes to standard "
                            "error; examples that\nfail and warnings go to standard output. Exit "
                            "status: 0 nothing wrong, 1 an example fails\nor there is a warning, 2 "
                            "the termbase cannot be loaded.")
                      : lint(&operands);
    }
    tl_string_list_clear(&operands);
    return status;
}

const tl_command tl_verb_lint = {
    .name = "termbase lint",
    .usage = "[FILE]...",
    .summary = "check termbases and run their examples",
    .run = run_lint,
};

/* -- find -- */

static int
find(const tl_string_list *paths, const tl_string_list *words)
{
    if (words->count == 0) {
        return tl_fail("want the words to look for");
    }
    asked a = open_termbases(paths);
    int status = a.checker ? TL_EXIT_CLEAN : TL_EXIT_FAILURE;
    for (size_t i = 0; a.checker && i < words->count; i++) {
        char *cards = termlint_termbase_find(a.checker, words->items[i]);
        if (cards) {
            tl_print_and_free(cards);
        } else {
            tl_tell("termlint: no concept for “%s”", words->items[i]);
            status = TL_EXIT_FINDINGS;
        }
    }
    close_termbases(&a);
    return status;
}

static int
run_find(int argc, char **argv)
{
    extern const tl_command tl_verb_find;
    bool help = false;
    tl_string_list operands = {0}, paths = {0};
    const tl_option options[] = {
        {TL_OPTION_LIST, "termbase", "FILE", "a termbase; may be repeated", NULL, &paths},
        {TL_OPTION_FLAG, "help", NULL, "print this", NULL, &help},
        {0},
    };
    int status = TL_EXIT_FAILURE;
    if (tl_options_parse(options, argc, argv, &operands)) {
        status = help ? tl_command_print_help(
                            &tl_verb_find, options,
                            "A concept is found by its id, by any form, inflected too, by any "
                            "spelling of a person's\nname, and by words of a form. Several words "
                            "of one form are given in quotes. Exit status: 1\nif there is no "
                            "concept for some argument.\n" BY_DEFAULT)
                      : find(&paths, &operands);
    }
    tl_string_list_clear(&operands);
    tl_string_list_clear(&paths);
    return status;
}

const tl_command tl_verb_find = {
    .name = "termbase find",
    .usage = "[--termbase FILE] WORDS...",
    .summary = "print the concepts that words belong to",
    .run = run_find,
};

/* -- list, stats -- */

static int
list(const tl_string_list *paths, const termlint_list_options *options)
{
    char *error = NULL;
    asked a = open_termbases(paths);
    char *text = a.checker ? termlint_termbase_list(a.checker, options, &error) : NULL;
    int status = text ? tl_print_and_free(text) : TL_EXIT_FAILURE;
    if (error) {
        tl_fail("%s", error);
        free(error);
    }
    close_termbases(&a);
    return status;
}

static int
run_list(int argc, char **argv)
{
    extern const tl_command tl_verb_list;
    termlint_list_options wanted = {0};
    bool help = false;
    tl_string_list operands = {0};
    const tl_option options[] = {
        {TL_OPTION_CHOICE, "type", "TYPE", "only concepts of this type",
         "term|organisation|title|person|place|event|document", &wanted.type},
        {TL_OPTION_CHOICE, "status", "STATUS", "only concepts with a term of this status",
         "preferred|admitted|superseded|deprecated|forbidden", &wanted.status},
        {TL_OPTION_STRING, "lang", "LANGUAGE", "only concepts with a term in this language", NULL,
         &wanted.language},
        {TL_OPTION_CHOICE, "format", "NAME", "default: text", "text|tsv|json", &wanted.format},
        {TL_OPTION_FLAG, "help", NULL, "print this", NULL, &help},
        {0},
    };
    int status = TL_EXIT_FAILURE;
    if (tl_options_parse(options, argc, argv, &operands)) {
        status = help ? tl_command_print_help(&tl_verb_list, options, BY_DEFAULT)
                      : list(&operands, &wanted);
    }
    tl_string_list_clear(&operands);
    return status;
}

const tl_command tl_verb_list = {
    .name = "termbase list",
    .usage = "[OPTION]... [FILE]...",
    .summary = "list concepts: id, type, preferred forms",
    .run = run_list,
};

static int
stats(const tl_string_list *paths)
{
    asked a = open_termbases(paths);
    int status =
        a.checker ? tl_print_and_free(termlint_termbase_stats(a.checker)) : TL_EXIT_FAILURE;
    close_termbases(&a);
    return status;
}

static int
run_stats(int argc, char **argv)
{
    extern const tl_command tl_verb_stats;
    bool help = false;
    tl_string_list operands = {0};
    const tl_option options[] = {
        {TL_OPTION_FLAG, "help", NULL, "print this", NULL, &help},
        {0},
    };
    int status = TL_EXIT_FAILURE;
    if (tl_options_parse(options, argc, argv, &operands)) {
        status =
            help ? tl_command_print_help(&tl_verb_stats, options, BY_DEFAULT) : stats(&operands);
    }
    tl_string_list_clear(&operands);
    return status;
}

const tl_command tl_verb_stats = {
    .name = "termbase stats",
    .usage = "[FILE]...",
    .summary = "count concepts and terms by kind, and what is incomplete",
    .run = run_stats,
};

/* -- the command -- */

static int
print_verbs(FILE *out, int status)
{
    fputs("usage: termlint termbase VERB [OPTION]... [ARGUMENT]...\n\nverbs:\n", out);
    for (size_t i = 0; i < VERB_COUNT; i++) {
        fprintf(out, "  %-8s %s\n", verb_name(verbs[i]), verbs[i]->summary);
    }
    fputs("\n`termlint termbase VERB --help` tells more of each.\n\nformats, by the extension of a "
          "file:\n",
          out);
    termlint_format format;
    for (size_t i = 0; termlint_format_at(TERMLINT_TERMBASE, i, &format); i++) {
        fprintf(out, "  %-8s %s\n", format.id, format.summary);
    }
    return status;
}

static int
run(int argc, char **argv)
{
    if (argc < 2) {
        return print_verbs(stderr, TL_EXIT_FAILURE);
    }
    if (strcmp(argv[1], "--help") == 0) {
        return print_verbs(stdout, TL_EXIT_CLEAN);
    }
    for (size_t i = 0; i < VERB_COUNT; i++) {
        if (strcmp(verb_name(verbs[i]), argv[1]) == 0) {
            return verbs[i]->run(argc - 1, argv + 1);
        }
    }
    return tl_fail("no “termbase %s”, want lint, find, list, stats, convert or merge", argv[1]);
}

const tl_command tl_command_termbase = {
    .name = "termbase",
    .usage = "VERB [OPTION]... [ARGUMENT]...",
    .summary = "check, search, list, convert and merge termbases",
    .run = run,
};
