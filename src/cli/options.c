/* SPDX-License-Identifier: MPL-2.0 */
/* The option parser: rows in, values out. Knows nothing of what an option means. Every row works as
 * `--name value` and `--name=value`; a row whose name is one character works as `-c`. There are no
 * abbreviations: a mistyped option is refused, and the nearest one named. */
#include "cli/options.h"

#include "cli/tell.h"

#include "base/array.h"
#include "base/error.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

void
tl_string_list_add(tl_string_list *list, const char *string)
{
    list->items =
        tl_array_reserve(list->items, &list->capacity, list->count + 1, sizeof *list->items);
    list->items[list->count++] = string;
}

void
tl_string_list_clear(tl_string_list *list)
{
    free(list->items);
    *list = (tl_string_list){0};
}

static const tl_option *
find_option(const tl_option *options, tl_str name)
{
    for (; options->name; options++) {
        if (tl_str_equal(name, tl_str_from(options->name))) {
            return options;
        }
    }
    return NULL;
}

static bool
refuse_unknown(const tl_option *options, tl_str name, bool is_long)
{
    enum { MAX_OPTIONS = 64 };
    tl_str names[MAX_OPTIONS];
    size_t count = 0;
    for (; options->name && count < MAX_OPTIONS; options++) {
        names[count++] = tl_str_from(options->name);
    }
    tl_str near = tl_nearest(name, names, count);
    tl_fail("unknown option %s%.*s%s%.*s", is_long ? "--" : "-", TL_STR_ARGS(name),
            near.len ? ", did you mean --" : "", TL_STR_ARGS(near));
    return false;
}

static bool
is_choice(const char *choices, const char *value)
{
    tl_str rest = tl_str_from(choices), choice;
    while (tl_str_split(&rest, '|', &choice)) {
        if (tl_str_equal(choice, tl_str_from(value))) {
            return true;
        }
    }
    return false;
}

static bool
set_number(const tl_option *option, const char *value)
{
    enum { LARGEST = 65536 };
    char *end = NULL;
    errno = 0;
    unsigned long number = strtoul(value, &end, 10);
    if (errno || end == value || *end || value[0] == '-' || number < 1 || number > LARGEST) {
        tl_fail("--%s is “%s”, want a whole number from 1 to %d", option->name, value, LARGEST);
        return false;
    }
    *(unsigned *)option->value = (unsigned)number;
    return true;
}

static bool
set_value(const tl_option *option, const char *value)
{
    switch (option->kind) {
    case TL_OPTION_FLAG: *(bool *)option->value = true; return true;
    case TL_OPTION_STRING: *(const char **)option->value = value; return true;
    case TL_OPTION_LIST: tl_string_list_add(option->value, value); return true;
    case TL_OPTION_NUMBER: return set_number(option, value);
    case TL_OPTION_CHOICE: break;
    }
    if (!is_choice(option->choices, value)) {
        tl_fail("--%s is “%s”, want %s", option->name, value, option->choices);
        return false;
    }
    *(const char **)option->value = value;
    return true;
}

/* Parses argv[*at], which begins with a dash, and its argument; moves *at to the last one used. */
static bool
parse_one(const tl_option *options, int argc, char **argv, int *at)
{
    tl_str word = tl_str_from(argv[*at]);
    bool is_long = tl_str_starts_with(word, TL_STR("--"));
    size_t equals = is_long ? tl_str_find_byte(word, '=', 0) : word.len;
    tl_str name = tl_str_slice(word, is_long ? 2 : 1, equals);
    const tl_option *option = find_option(options, name);
    if (option == NULL || (is_long && name.len == 1)) {
        return refuse_unknown(options, name, is_long);
    }
    bool has_value = equals < word.len;
    if (option->kind == TL_OPTION_FLAG) {
        if (has_value) {
            tl_fail("--%s takes no value", option->name);
            return false;
        }
        return set_value(option, NULL);
    }
    if (has_value) {
        return set_value(option, argv[*at] + equals + 1);
    }
    if (*at + 1 >= argc) {
        tl_fail("--%s wants a value: %s", option->name, option->argument);
        return false;
    }
    *at += 1;
    return set_value(option, argv[*at]);
}

bool
tl_options_parse(const tl_option *options, int argc, char **argv, tl_string_list *operands)
{
    bool options_ended = false;
    for (int at = 1; at < argc; at++) {
        const char *word = argv[at];
        if (!options_ended && strcmp(word, "--") == 0) {
            options_ended = true;
        } else if (options_ended || word[0] != '-' || word[1] == '\0') {
            tl_string_list_add(operands, word);
        } else if (!parse_one(options, argc, argv, &at)) {
            return false;
        }
    }
    return true;
}

void
tl_options_print(const tl_option *options, FILE *out)
{
    enum { NAME_WIDTH = 26 };
    for (; options->name; options++) {
        char name[64];
        bool is_short = options->name[1] == '\0';
        snprintf(name, sizeof name, "%s%s%s%s", is_short ? "-" : "--", options->name,
                 options->argument ? " " : "", options->argument ? options->argument : "");
        bool fits = strlen(name) <= NAME_WIDTH;
        fprintf(out, "  %-*s%s  %s", NAME_WIDTH, name, fits ? "" : "\n                            ",
                options->help);
        fprintf(out, "%s%s%s\n", options->choices ? " (" : "",
                options->choices ? options->choices : "", options->choices ? ")" : "");
    }
}
