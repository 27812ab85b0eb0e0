/* SPDX-License-Identifier: MPL-2.0 */
/* termlint termbase convert, merge: termbases written to a file or to standard output. What is
 * written is complete or not there at all; what its format cannot hold is told. */
#include "cli/cmd_termbase.h"

#include <stdlib.h>
#include <string.h>

/* Where a termbase goes. */
typedef struct destination {
    const char *output; /* NULL: standard output */
    const char *format; /* NULL: as the name of the output says */
} destination;

/* The format that the extension of a name tells. */
static const char *
format_of(const char *name)
{
    const char *dot = name ? strrchr(name, '.') : NULL;
    termlint_format format;
    for (size_t i = 0; dot && termlint_termbase_format(i, &format); i++) {
        if (strcmp(format.id, dot + 1) == 0) {
            return format.id;
        }
    }
    return "yaml";
}

static int
write_termbase(const termlint_checker *checker, const destination *to)
{
    const char *format = to->format ? to->format : format_of(to->output);
    char *dropped = NULL, *error = NULL, *lost = termlint_termbase_lost(checker);
    char *text = termlint_termbase_write(checker, format, &dropped, &error);
    bool ok = text && tl_write_output(to->output, text, strlen(text));
    if (lost) {
        fprintf(stderr, "termlint: a termbase cannot hold all of the input, dropped: %s\n", lost);
    }
    if (text == NULL) {
        tl_fail("%s", error);
    } else if (dropped) {
        fprintf(stderr, "termlint: %s cannot hold all of it, dropped: %s\n", format, dropped);
    }
    free(lost);
    free(text);
    free(dropped);
    free(error);
    return ok ? TL_EXIT_CLEAN : TL_EXIT_FAILURE;
}

static int
convert(const tl_string_list *paths, const destination *to)
{
    termlint_checker *checker = tl_load_termbases(paths);
    int status = checker ? write_termbase(checker, to) : TL_EXIT_FAILURE;
    termlint_checker_free(checker);
    return status;
}

static int
run_convert(int argc, char **argv)
{
    extern const tl_command tl_verb_convert;
    destination to = {0};
    bool help = false;
    tl_string_list operands = {0};
    const tl_option options[] = {
        {TL_OPTION_CHOICE, "to", "FORMAT", "default: by the name of the output, else yaml",
         "yaml|tbx|tbx-dct|tbx2|utx|csv|tsv", &to.format},
        {TL_OPTION_STRING, "output", "FILE", "write there, not to standard output", NULL,
         &to.output},
        {TL_OPTION_FLAG, "help", NULL, "print this", NULL, &help},
        {0},
    };
    int status = TL_EXIT_FAILURE;
    if (tl_options_parse(options, argc, argv, &operands)) {
        status =
            help
                ? tl_command_print_help(
                      &tl_verb_convert, options,
                      "All files are read as one termbase; `termlint termbase --help` lists the "
                      "formats, "
                      "which the first bytes\nof a file or its extension tell. A table is a term a "
                      "row, with columns concept, lang, term and\nas many of these as are wanted: "
                      "type, part_of, subject, definition, concept_severity,\nconcept_note, "
                      "concept_source, status, use, case, severity, from, until, note, source, "
                      "family,\ngiven, patronymic, gender; or a concept a row, with a column for "
                      "each language (en, ru), and\nperhaps id and note; without a header the name "
                      "of the file tells the languages: terms.en-ru.tsv.\nWhat a termbase or a "
                      "format cannot hold, comments of YAML too, is told on standard error.")
                : convert(&operands, &to);
    }
    tl_string_list_clear(&operands);
    return status;
}

const tl_command tl_verb_convert = {
    .name = "termbase convert",
    .usage = "[--to FORMAT] [--output FILE] FILE...",
    .summary = "write a termbase in another format",
    .run = run_convert,
};

static int
merge(const tl_string_list *paths, const destination *to)
{
    if (paths->count < 2) {
        return tl_fail("want two termbases or more");
    }
    termlint_checker *checker = termlint_checker_new();
    bool ok =
        termlint_checker_load_merged(checker, paths->items, paths->count, tl_print_problem, NULL);
    int status = ok ? write_termbase(checker, to) : TL_EXIT_FAILURE;
    termlint_checker_free(checker);
    return status;
}

static int
run_merge(int argc, char **argv)
{
    extern const tl_command tl_verb_merge;
    destination to = {0};
    bool help = false;
    tl_string_list operands = {0};
    const tl_option options[] = {
        {TL_OPTION_CHOICE, "to", "FORMAT", "default: by the name of the output, else yaml",
         "yaml|tbx|tbx-dct|tbx2|utx|csv|tsv", &to.format},
        {TL_OPTION_STRING, "output", "FILE", "write there, not to standard output", NULL,
         &to.output},
        {TL_OPTION_FLAG, "help", NULL, "print this", NULL, &help},
        {0},
    };
    int status = TL_EXIT_FAILURE;
    if (tl_options_parse(options, argc, argv, &operands)) {
        status = help ? tl_command_print_help(
                            &tl_verb_merge, options,
                            "Concepts of one id become one: languages, terms and lists add up. "
                            "Where two files contradict\neach other (two preferred forms, two "
                            "types) both places are told, the exit status is 2, and\nnothing is "
                            "written.")
                      : merge(&operands, &to);
    }
    tl_string_list_clear(&operands);
    return status;
}

const tl_command tl_verb_merge = {
    .name = "termbase merge",
    .usage = "[--to FORMAT] [--output FILE] FILE FILE...",
    .summary = "make one termbase of several",
    .run = run_merge,
};
