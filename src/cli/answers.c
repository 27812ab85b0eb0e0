/* SPDX-License-Identifier: MPL-2.0 */
/* A question for each finding. Knows no documents; what a person said of a term holds for all that
 * follow. */
#include "cli/answers.h"
#include "base/alloc.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

void
tl_answers_clear(tl_answers *answers)
{
    for (size_t i = 0; i < answers->skipped.count; i++) {
        free((void *)(uintptr_t)answers->skipped.items[i]);
    }
    tl_string_list_clear(&answers->skipped);
}

/* What "this term" is: the concept, or where there is none all that the finding says. */
static const char *
term_of(const termlint_finding *finding)
{
    return finding->concept[0] ? finding->concept : finding->message;
}

static bool
is_skipped(const tl_answers *answers, const char *term)
{
    for (size_t i = 0; i < answers->skipped.count; i++) {
        if (strcmp(answers->skipped.items[i], term) == 0) {
            return true;
        }
    }
    return false;
}

static void
show(const termlint_report *report, size_t index)
{
    const char *no_color = getenv("NO_COLOR");
    bool color = isatty(STDERR_FILENO) && !(no_color && *no_color);
    char *text = termlint_report_show(report, index, color);
    fputs(text, stderr);
    free(text);
}

/* The first letter of a line, or 'q' at the end. */
static int
read_answer(void)
{
    int first = getchar(), next = first;
    while (next != '\n' && next != EOF) {
        next = getchar();
    }
    if (first == EOF) {
        fputc('\n', stderr);
        return 'q';
    }
    return first;
}

bool
tl_answers_ask(void *context, const termlint_report *report, size_t index)
{
    tl_answers *answers = context;
    termlint_finding finding;
    termlint_report_finding(report, index, &finding);
    if (answers->quit || is_skipped(answers, term_of(&finding))) {
        return false;
    }
    show(report, index);
    for (;;) {
        fprintf(stderr, "replace by “%s”? y yes, n no, s skip all of this term, q quit: ",
                finding.suggestions[0]);
        switch (read_answer()) {
        case 'y': return true;
        case 'n': return false;
        case 's':
            tl_string_list_add(&answers->skipped, tl_alloc_string(term_of(&finding)));
            return false;
        case 'q': answers->quit = true; return false;
        default: break;
        }
    }
}
