/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_READERS_LATEX_COMMAND_H
#define TL_READERS_LATEX_COMMAND_H

#include "base/str.h"

/* What the LaTeX reader must know of commands and environments by name. */

typedef enum tl_latex_kind {
    TL_LATEX_PLAIN,     /* unknown: its arguments are text */
    TL_LATEX_UNREAD,    /* `arguments` of it are no text, what is behind them is */
    TL_LATEX_OBJECT,    /* the same, and it stands for something in the sentence */
    TL_LATEX_FIRST,     /* its first argument is text, the second says the same otherwise */
    TL_LATEX_HEADING,   /* its argument is a heading */
    TL_LATEX_PARAGRAPH, /* its argument is a paragraph of its own */
    TL_LATEX_NOTE,      /* its argument stands beside the sentence */
    TL_LATEX_BREAK,     /* ends the paragraph */
    TL_LATEX_SYMBOL,    /* `text` stands for it */
    TL_LATEX_ACCENT,    /* `text`, a combining mark, behind the letter that follows */
    TL_LATEX_VERB,      /* \verb|…| */
    TL_LATEX_LANGUAGE,  /* its first argument names the language, the second is text in it */
    TL_LATEX_SELECT,    /* its argument names the language of what follows */
    TL_LATEX_BEGIN,
    TL_LATEX_END,
    TL_LATEX_VERBATIM,    /* an environment that is no text */
    TL_LATEX_TABLE,       /* an environment of cells */
    TL_LATEX_ENVIRONMENT, /* … whose text is in the language that its first argument names */
} tl_latex_kind;

typedef struct tl_latex_command {
    tl_str name;
    tl_latex_kind kind;
    unsigned arguments; /* in braces, that are no text */
    tl_str text;
} tl_latex_command;

/* The command of that name, without the backslash and a star; one of kind TL_LATEX_PLAIN if the
 * name is unknown. */
const tl_latex_command *tl_latex_command_find(tl_str name);

/* The environment of that name, without a star, likewise. */
const tl_latex_command *tl_latex_environment_find(tl_str name);

/* The language tag of a language as babel calls it ("russian"), or empty. */
tl_str tl_latex_language(tl_str name);

#endif
