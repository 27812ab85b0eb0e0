/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_READERS_LATEX_STATE_H
#define TL_READERS_LATEX_STATE_H

#include "source/builder.h"

/* The state of the LaTeX reader, which what latex.c finds and what commands do (latex_run.c) work
 * on. Offsets are those of the source. */

/* What holds for the text within a group. */
typedef struct tl_latex_scope {
    tl_str language;
    tl_segment_role role;
    bool is_aside; /* the text stands beside that of the paragraph */
    bool is_table; /* "&" divides cells */
    bool is_muted; /* in the preamble */
} tl_latex_scope;

/* An open group or environment, with what held outside it. */
typedef struct tl_latex_frame {
    tl_latex_scope outer;
    bool ends_segment;
    bool is_environment;
    bool is_said_again; /* by the argument behind it */
} tl_latex_frame;

typedef struct tl_latex {
    tl_builder text, aside;
    tl_str bytes;
    size_t at, run; /* where we are; where the text begins that is still to be added */
    size_t end;     /* of the document */
    tl_latex_scope now;
    tl_latex_frame *frames; /* owned array */
    size_t depth, capacity, beyond;
    size_t environments; /* open ones */
    size_t no_argument;  /* before this no argument ends */
    size_t no_math;      /* before this no formula ends */
} tl_latex;

static inline char
tl_latex_byte(const tl_latex *l, size_t at)
{
    return at < l->end ? l->bytes.ptr[at] : '\0';
}

static inline tl_range
tl_latex_range(size_t begin, size_t end)
{
    return (tl_range){(uint32_t)begin, (uint32_t)end};
}

static inline bool
tl_latex_is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '@';
}

static inline bool
tl_latex_is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r';
}

/* True if a blank line follows the line end at `at`. */
bool tl_latex_is_paragraph_end(const tl_latex *l, size_t at);

/* Behind white space with at most one line end. */
size_t tl_latex_skip_blanks(const tl_latex *l, size_t at);

/* Behind the name of the command whose backslash stands at `at`. */
size_t tl_latex_control_word_end(const tl_latex *l, size_t at);

/* The builder that text goes to. */
tl_builder *tl_latex_builder(tl_latex *l);

/* Adds the text up to here; more text begins at `next`. */
void tl_latex_flush(tl_latex *l, size_t next);

/* Adds the text up to here, and `text` for what stands from here to `end`. */
void tl_latex_add_as(tl_latex *l, tl_str text, size_t end);

/* Adds an object for what stands from `begin` to here. */
void tl_latex_add_object(tl_latex *l, size_t begin);

void tl_latex_end_paragraph(tl_latex *l);

/* Opens a scope; one that is too deep is only counted, and what held outside still holds. */
void tl_latex_push(tl_latex *l, tl_latex_frame open, tl_latex_scope inner);
void tl_latex_pop(tl_latex *l);

/* Opens the group that begins here, if one does, in a scope of its own; closes the innermost. */
void tl_latex_open_group(tl_latex *l, tl_latex_scope inner, bool ends_segment);
void tl_latex_close_group(tl_latex *l);

/* Passes all arguments in brackets that stand here. */
void tl_latex_skip_optional(tl_latex *l);

/* Passes one argument, a group or a command, and returns what is in it. */
tl_str tl_latex_take_argument(tl_latex *l);

/* Passes so many arguments, and those in brackets around them. */
void tl_latex_skip_arguments(tl_latex *l, unsigned count);

#endif
