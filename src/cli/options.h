/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_CLI_OPTIONS_H
#define TL_CLI_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

/* Command-line options as rows: parsing, --help and completions all come from them. */

typedef enum tl_option_kind {
    TL_OPTION_FLAG,   /* sets *(bool *)value */
    TL_OPTION_STRING, /* sets *(const char **)value; the last one wins */
    TL_OPTION_LIST,   /* appends to *(tl_string_list *)value */
    TL_OPTION_NUMBER, /* sets *(unsigned *)value; a whole number from 1 */
    TL_OPTION_CHOICE, /* sets *(const char **)value to one of `choices` */
} tl_option_kind;

typedef struct tl_string_list {
    const char **items; /* owned array of borrowed strings */
    size_t count, capacity;
} tl_string_list;

typedef struct tl_option {
    tl_option_kind kind;
    const char *name;     /* long name, without the dashes; of one letter: "-0" */
    const char *argument; /* what its argument is called, NULL for a flag */
    const char *help;
    const char *choices; /* "auto|always|never" */
    void *value;
} tl_option;

/* Rows, as initialisers. */
#define TL_FLAG(name, help, value)                    \
    {                                                 \
        TL_OPTION_FLAG, name, NULL, help, NULL, value \
    }
#define TL_STRING(name, argument, help, value)              \
    {                                                       \
        TL_OPTION_STRING, name, argument, help, NULL, value \
    }
#define TL_LIST(name, argument, help, value)              \
    {                                                     \
        TL_OPTION_LIST, name, argument, help, NULL, value \
    }
#define TL_NUMBER(name, argument, help, value)              \
    {                                                       \
        TL_OPTION_NUMBER, name, argument, help, NULL, value \
    }
#define TL_CHOICE(name, argument, help, choices, value)        \
    {                                                          \
        TL_OPTION_CHOICE, name, argument, help, choices, value \
    }

/* Parses argv[1..argc): options in any place, all that is none goes to *operands; "--" ends the
 * options, "-" is an operand. Says on standard error what is wrong, with the near option for a
 * mistyped one, and returns false. */
bool tl_options_parse(const tl_option *options, int argc, char **argv, tl_string_list *operands);

void tl_options_print(const tl_option *options, FILE *out);

void tl_string_list_add(tl_string_list *list, const char *string);
void tl_string_list_clear(tl_string_list *list);

#endif
