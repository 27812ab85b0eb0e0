/* SPDX-License-Identifier: MPL-2.0 */
/* termlint romanize: a Cyrillic text in one scheme or in all of them, an argument or many lines.
 * What a scheme does not know is left, and said. */
#include "base/alloc.h"
#include "cli/commands.h"
#include "cli/lines.h"
#include "cli/options.h"
#include "termlint.h"

#include <stdlib.h>
#include <string.h>

typedef struct romanization {
    const char *scheme;
    bool all;
    bool failed;
} romanization;

static bool
print_in(const char *scheme, const char *text)
{
    char *error = NULL;
    char *latin = termlint_romanize(scheme, text, &error);
    if (latin == NULL) {
        tl_fail("%s", error);
        free(error);
        return false;
    }
    printf("%s\n", latin);
    free(latin);
    return true;
}

/* What a scheme does not know stays Cyrillic: that is said. */
static void
warn_of_unknown(const char *scheme, const tl_line *line)
{
    char *letters = termlint_scheme_unknown(scheme, line->text);
    if (letters[0]) {
        tl_line_complain(line, "%s has nothing for %s", scheme ? scheme : "BGN/PCGN", letters);
    }
    free(letters);
}

static bool
print_in_all(const tl_line *line)
{
    termlint_scheme scheme;
    bool any = false;
    for (size_t i = 0; termlint_scheme_at(i, &scheme); i++) {
        char *letters = termlint_scheme_unknown(scheme.id, line->text);
        if (letters[0] == '\0') {
            printf("%s\t", scheme.id);
            any = print_in(scheme.id, line->text);
        }
        free(letters);
    }
    if (!any) {
        tl_line_complain(line, "no scheme knows all letters of “%s”", line->text);
    }
    return true;
}

static bool
print_line(void *context, const tl_line *line)
{
    romanization *r = context;
    bool ok = r->all ? print_in_all(line) : print_in(r->scheme, line->text);
    if (ok && !r->all) {
        warn_of_unknown(r->scheme, line);
    }
    r->failed = r->failed || !ok;
    return !r->failed;
}

static int
romanize(romanization *r, const tl_string_list *operands)
{
    if (operands->count == 0) {
        return tl_fail("want a Cyrillic text, or - for lines of standard input");
    }
    for (size_t i = 0; i < operands->count && !r->failed; i++) {
        const char *text = operands->items[i];
        if (strcmp(text, "-") == 0) {
            r->failed = !tl_each_line(text, print_line, r) || r->failed;
        } else {
            char *copy = tl_alloc_string(text);
            r->failed = copy == NULL || !print_line(r, &(tl_line){.text = copy});
            free(copy);
        }
    }
    return r->failed ? TL_EXIT_FAILURE : TL_EXIT_CLEAN;
}

static int
run(int argc, char **argv)
{
    extern const tl_command tl_command_romanize;
    romanization r = {0};
    bool help = false;
    tl_string_list operands = {0};
    const tl_option options[] = {
        {TL_OPTION_STRING, "scheme", "NAME",
         "the scheme; default: that of BGN/PCGN for the language that the letters tell", NULL,
         &r.scheme},
        {TL_OPTION_FLAG, "all", NULL,
         "every scheme that knows all letters of the text: its id, a tab, the text", NULL, &r.all},
        {TL_OPTION_FLAG, "help", NULL, "print this", NULL, &help},
        {0},
    };
    int status = TL_EXIT_FAILURE;
    if (tl_options_parse(options, argc, argv, &operands)) {
        status = help ? tl_command_print_help(&tl_command_romanize, options,
                                              "`termlint schemes` lists the schemes.")
                      : romanize(&r, &operands);
    }
    tl_string_list_clear(&operands);
    return status;
}

const tl_command tl_command_romanize = {
    .name = "romanize",
    .usage = "[OPTION]... TEXT... | -",
    .summary = "write a Cyrillic text in Latin letters",
    .run = run,
};
