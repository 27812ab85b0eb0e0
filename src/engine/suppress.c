/* SPDX-License-Identifier: MPL-2.0 */
/* Reads suppression directives from the lines of a source and says which findings they cover. Knows
 * the comment openers of the formats that are read, not their syntax: a directive is a line that
 * holds nothing else, so that no prose is taken for one. */
#include "engine/suppress.h"

#include "base/array.h"
#include "rules/rules.h"

#include <stdlib.h>

static const tl_str prefix = TL_STR_INIT("termlint-");

typedef enum directive_kind {
    DIRECTIVE_NONE,
    DIRECTIVE_DISABLE,
    DIRECTIVE_ENABLE,
    DIRECTIVE_LINE,
    DIRECTIVE_NEXT_LINE,
} directive_kind;

/* Takes the next word, up to white space or a comma, off the front of *rest. */
static tl_str
take_word(tl_str *rest)
{
    *rest = tl_str_trim(*rest);
    size_t end = 0;
    while (end < rest->len && rest->ptr[end] != ' ' && rest->ptr[end] != '\t' &&
           rest->ptr[end] != ',') {
        end++;
    }
    tl_str word = tl_str_slice(*rest, 0, end);
    *rest = tl_str_slice(*rest, end + (end < rest->len && rest->ptr[end] == ','), rest->len);
    return word;
}

/* The line without white space and the marks that open and close a comment. */
static tl_str
without_comment_marks(tl_str line)
{
    static const tl_str openers[] = {
        TL_STR_INIT("<!--"), TL_STR_INIT("/*"), TL_STR_INIT("//"),
        TL_STR_INIT(".."),   TL_STR_INIT("#"),  TL_STR_INIT("%"),
    };
    static const tl_str closers[] = {TL_STR_INIT("-->"), TL_STR_INIT("*/")};
    line = tl_str_trim(line);
    for (size_t i = 0; i < sizeof openers / sizeof openers[0]; i++) {
        if (tl_str_starts_with(line, openers[i])) {
            line = tl_str_trim(tl_str_slice(line, openers[i].len, line.len));
            break;
        }
    }
    for (size_t i = 0; i < sizeof closers / sizeof closers[0]; i++) {
        if (tl_str_ends_with(line, closers[i])) {
            line = tl_str_trim(tl_str_slice(line, 0, line.len - closers[i].len));
            break;
        }
    }
    return line;
}

static directive_kind
kind_of(tl_str word)
{
    static const struct {
        tl_str name;
        directive_kind kind;
    } kinds[] = {
        {TL_STR_INIT("termlint-disable"), DIRECTIVE_DISABLE},
        {TL_STR_INIT("termlint-enable"), DIRECTIVE_ENABLE},
        {TL_STR_INIT("termlint-disable-line"), DIRECTIVE_LINE},
        {TL_STR_INIT("termlint-disable-next-line"), DIRECTIVE_NEXT_LINE},
    };
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        if (tl_str_equal(word, kinds[i].name)) {
            return kinds[i].kind;
        }
    }
    return DIRECTIVE_NONE;
}

static void
add(tl_suppression_list *list, tl_suppression item)
{
    list->items =
        tl_array_reserve(list->items, &list->capacity, list->count + 1, sizeof *list->items);
    list->items[list->count++] = item;
}

/* Ends what is open at `line`: of one rule, or all if the rule is empty. */
static void
end_open(tl_suppression_list *list, tl_str rule, uint32_t line)
{
    for (size_t i = 0; i < list->count; i++) {
        tl_suppression *item = &list->items[i];
        if (item->last == UINT32_MAX && (rule.len == 0 || tl_str_equal(item->rule, rule))) {
            item->last = line;
        }
    }
}

static void
apply(tl_suppression_list *list, directive_kind kind, tl_str rule, uint32_t line)
{
    switch (kind) {
    case DIRECTIVE_DISABLE:
        add(list, (tl_suppression){.rule = rule, .first = line, .last = UINT32_MAX, .line = line});
        break;
    case DIRECTIVE_NEXT_LINE:
        add(list, (tl_suppression){.rule = rule, .first = line, .last = line + 1, .line = line});
        break;
    case DIRECTIVE_LINE:
        add(list, (tl_suppression){.rule = rule, .first = line, .last = line, .line = line});
        break;
    case DIRECTIVE_ENABLE: end_open(list, rule, line); break;
    case DIRECTIVE_NONE: break;
    }
}

static void
read_directive(tl_suppression_list *list, tl_source *source, uint32_t line,
               tl_problem_list *problems)
{
    tl_str rest = without_comment_marks(tl_source_line(source, line));
    directive_kind kind = kind_of(take_word(&rest));
    if (kind == DIRECTIVE_NONE) {
        return;
    }
    tl_str rule = take_word(&rest);
    do {
        if (rule.len && tl_rule_find(rule) == NULL) {
            tl_problem_add(problems, source->name, line, 1,
                           "“%.*s” in a suppression is no rule, want one of `termlint rules`",
                           TL_STR_ARGS(rule));
        } else {
            apply(list, kind, rule, line);
        }
        rule = take_word(&rest);
    } while (rule.len);
}

void
tl_suppressions_read(tl_suppression_list *list, tl_source *source, tl_problem_list *problems)
{
    uint32_t read = 0;
    for (size_t at = tl_str_find(source->bytes, prefix, 0); at < source->bytes.len;
         at = tl_str_find(source->bytes, prefix, at + 1)) {
        uint32_t line = tl_source_position(source, (uint32_t)at, TL_COLUMNS_BYTES).line;
        if (line != read) {
            read_directive(list, source, line, problems);
            read = line;
        }
    }
}

void
tl_suppressions_clear(tl_suppression_list *list)
{
    free(list->items);
    *list = (tl_suppression_list){0};
}

/* “Zainetdinov” [sic]: behind the text there may be the end of its word, closing quotes and white
 * space. */
static bool
is_marked_sic(tl_str behind)
{
    static const tl_str marks[] = {TL_STR_INIT("[sic]"), TL_STR_INIT("(sic)"),
                                   TL_STR_INIT("[sic!]"), TL_STR_INIT("(sic!)")};
    enum { FARTHEST = 16 };
    size_t at = 0, farthest = behind.len < FARTHEST ? behind.len : FARTHEST;
    while (at < farthest && behind.ptr[at] != '[' && behind.ptr[at] != '(' &&
           (at == 0 || behind.ptr[at - 1] != ' ' || behind.ptr[at] == ' ')) {
        at++;
    }
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++) {
        if (tl_str_equal_ascii_nocase(tl_str_slice(behind, at, at + marks[i].len), marks[i])) {
            return true;
        }
    }
    return false;
}

bool
tl_suppressions_cover(const tl_suppression_list *list, const tl_diag *diag, tl_str behind)
{
    for (size_t i = 0; i < list->count; i++) {
        const tl_suppression *item = &list->items[i];
        if (diag->begin.line >= item->first && diag->begin.line <= item->last &&
            (item->rule.len == 0 || tl_str_equal(item->rule, diag->rule))) {
            return true;
        }
    }
    return is_marked_sic(behind);
}
