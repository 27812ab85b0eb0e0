/* SPDX-License-Identifier: MPL-2.0 */
/* termlint termbase convert, merge: termbases written to a file or to standard output. What is
 * written is complete or not there at all; what its format cannot hold is told. */
#include "cli/cmd_termbase.h"
#include "cli/termbase_files.h"
#include "termlint_tools.h"

#include <stdlib.h>
#include <string.h>

/* Where a termbase goes. */
typedef struct destination {
    const char *output; /* NULL: standard output */
    const char *format; /* NULL: as the name of the output says */
} destination;

/* A verb that writes a termbase out of files. */
typedef struct writing_verb {
    const tl_command *command;
    const char *help;
    termlint_checker *(*load)(const tl_string_list *paths); /* NULL after a message */
} writing_verb;

typedef struct ending_search {
    tl_str ending;
    const char *format; /* NULL: not found yet */
} ending_search;

static void
compare_ending(void *context, const termlint_format *format, tl_str ending)
{
    ending_search *search = context;
    if (search->format == NULL && format->writes &&
        tl_str_equal_ascii_nocase(ending, search->ending)) {
        search->format = format->id;
    }
}

static void
list_ending(void *context, const termlint_format *format, tl_str ending)
{
    if (format->writes) {
        tl_buf_add_format(context, " .%.*s", TL_STR_ARGS(ending));
    }
}

/* The format that the ending of a name tells, or NULL after a message. */
static const char *
format_of(const char *name)
{
    ending_search search = {.ending = tl_ending_of(name)};
    tl_each_termbase_ending(compare_ending, &search);
    if (search.format == NULL) {
        tl_buf known = {0};
        tl_each_termbase_ending(list_ending, &known);
        tl_buf_add_byte(&known, '\0');
        tl_fail("the name “%s” tells no format of termbases, want --to FORMAT or one of%s", name,
                known.ptr);
        tl_buf_clear(&known);
    }
    return search.format;
}

static int
write_termbase(const termlint_checker *checker, const destination *to)
{
    char *dropped = NULL, *error = NULL, *lost = termlint_termbase_lost(checker);
    char *text = termlint_termbase_write(checker, to->format, &dropped, &error);
    bool ok = text && tl_write_output(to->output, text, strlen(text));
    if (lost) {
        tl_tell("termlint: a termbase cannot hold all of the input, dropped: %s", lost);
    }
    if (text == NULL) {
        tl_fail("%s", error);
    } else if (dropped) {
        tl_tell("termlint: %s cannot hold all of it, dropped: %s", to->format, dropped);
    }
    free(lost);
    free(text);
    free(dropped);
    free(error);
    return ok ? TL_EXIT_CLEAN : TL_EXIT_FAILURE;
}

static int
write_loaded(const writing_verb *verb, const tl_string_list *paths, destination to)
{
    if (to.format == NULL) {
        to.format = to.output ? format_of(to.output) : "yaml";
    }
    termlint_checker *checker = to.format ? verb->load(paths) : NULL;
    int status = checker ? write_termbase(checker, &to) : TL_EXIT_FAILURE;
    termlint_checker_free(checker);
    return status;
}

/* "yaml|tbx|…", what --to may be. */
static void
list_formats(tl_buf *choices)
{
    termlint_format format;
    for (size_t i = 0; termlint_format_at(TERMLINT_TERMBASE, i, &format); i++) {
        if (format.writes) {
            tl_buf_add_format(choices, "%s%s", choices->len ? "|" : "", format.id);
        }
    }
    tl_buf_add_byte(choices, '\0');
}

static int
run_writing(const writing_verb *verb, int argc, char **argv)
{
    destination to = {0};
    bool help = false;
    tl_string_list operands = {0};
    tl_buf formats = {0};
    list_formats(&formats);
    const tl_option options[] = {
        TL_CHOICE("to", "FORMAT", "default: by the name of the output, else yaml", formats.ptr,
                  &to.format),
        TL_STRING("output", "FILE", "write there, not to standard output", &to.output),
        TL_FLAG("help", "print this", &help),
        {0},
    };
    int status = TL_EXIT_FAILURE;
    if (tl_options_parse(options, argc, argv, &operands)) {
        status = help ? tl_command_print_help(verb->command, options, verb->help)
                      : write_loaded(verb, &operands, to);
    }
    tl_string_list_clear(&operands);
    tl_buf_clear(&formats);
    return status;
}

/* -- convert -- */

static int
run_convert(int argc, char **argv)
{
    extern const tl_command tl_verb_convert;
    static const writing_verb verb = {
        .command = &tl_verb_convert,
        .load = tl_load_termbases,
        .help =
            "All files are read as one termbase; `termlint termbase --help` lists the formats, "
            "which the first bytes\nof a file or its extension tell. A table is a term a row, "
            "with columns concept, lang, term and\nas many of these as are wanted: type, part_of, "
            "subject, definition, concept_severity,\nconcept_note, concept_source, status, use, "
            "case, severity, from, until, note, source, family,\ngiven, patronymic, gender; or a "
            "concept a row, with a column for each language (en, ru), and\nperhaps id and note; "
            "without a header the name of the file tells the languages: terms.en-ru.tsv.\nWhat a "
            "termbase or a format cannot hold, comments of YAML too, is told on standard error.",
    };
    return run_writing(&verb, argc, argv);
}

const tl_command tl_verb_convert = {
    .name = "termbase convert",
    .usage = "[--to FORMAT] [--output FILE] FILE...",
    .summary = "write a termbase in another format",
    .run = run_convert,
};

/* -- merge -- */

static termlint_checker *
load_merged(const tl_string_list *paths)
{
    if (paths->count < 2) {
        tl_fail("want two termbases or more");
        return NULL;
    }
    termlint_checker *checker = termlint_checker_new();
    if (termlint_checker_load_merged(checker, paths->items, paths->count, tl_print_problem, NULL)) {
        return checker;
    }
    termlint_checker_free(checker);
    return NULL;
}

static int
run_merge(int argc, char **argv)
{
    extern const tl_command tl_verb_merge;
    static const writing_verb verb = {
        .command = &tl_verb_merge,
        .load = load_merged,
        .help = "Concepts of one id become one: languages, terms and lists add up. Where two "
                "files contradict\neach other (two preferred forms, two types) both places are "
                "told, the exit status is 2, and\nnothing is written.",
    };
    return run_writing(&verb, argc, argv);
}

const tl_command tl_verb_merge = {
    .name = "termbase merge",
    .usage = "[--to FORMAT] [--output FILE] FILE FILE...",
    .summary = "make one termbase of several",
    .run = run_merge,
};
