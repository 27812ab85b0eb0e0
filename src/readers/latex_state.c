/* SPDX-License-Identifier: MPL-2.0 */
/* Reading LaTeX: where we are, which groups are open, and what becomes of the text so far. Knows
 * groups and arguments, no command. Invariant: text before `run` has been added or left out. */
#include "readers/latex_state.h"

#include "base/array.h"

enum {
    DEEPEST = 512,            /* groups that are kept; deeper ones are counted */
    LONGEST_ARGUMENT = 65536, /* bytes of an argument that is no text */
};

tl_builder *
tl_latex_builder(tl_latex *l)
{
    return l->now.is_aside ? &l->aside : &l->text;
}

static void
update(tl_latex *l)
{
    tl_latex_builder(l)->language = l->now.language;
    tl_latex_builder(l)->role = l->now.role;
}

/* True if a blank line follows the line end at `at`. */
bool
tl_latex_is_paragraph_end(const tl_latex *l, size_t at)
{
    size_t next = at + 1;
    while (tl_latex_is_blank(tl_latex_byte(l, next))) {
        next++;
    }
    return tl_latex_byte(l, at) == '\n' && tl_latex_byte(l, next) == '\n';
}

/* Adds the text up to here; more text begins at `next`. */
void
tl_latex_flush(tl_latex *l, size_t next)
{
    if (l->run < l->at && !l->now.is_muted) {
        tl_builder_add(tl_latex_builder(l), tl_latex_range(l->run, l->at));
    }
    l->at = l->run = next;
}

void
tl_latex_add_as(tl_latex *l, tl_str text, size_t end)
{
    size_t begin = l->at;
    tl_latex_flush(l, end);
    if (!l->now.is_muted) {
        tl_builder_add_as(tl_latex_builder(l), text, tl_latex_range(begin, end));
    }
}

void
tl_latex_add_object(tl_latex *l, size_t begin)
{
    if (!l->now.is_muted) {
        tl_builder_add_object(tl_latex_builder(l), tl_latex_range(begin, l->at));
    }
}

void
tl_latex_end_paragraph(tl_latex *l)
{
    tl_builder_end(tl_latex_builder(l));
}

/* Opens a scope; one that is too deep is only counted, and what held outside still holds. */
void
tl_latex_push(tl_latex *l, tl_latex_frame open, tl_latex_scope inner)
{
    open.outer = l->now;
    if (l->depth >= DEEPEST) {
        l->beyond++;
        return;
    }
    l->frames = tl_array_reserve(l->frames, &l->capacity, l->depth + 1, sizeof *l->frames);
    l->frames[l->depth++] = open;
    l->environments += open.is_environment;
    l->now = inner;
    update(l);
}

void
tl_latex_pop(tl_latex *l)
{
    const tl_latex_frame *open = &l->frames[--l->depth];
    if (open->ends_segment) {
        tl_latex_end_paragraph(l);
    }
    l->environments -= open->is_environment;
    l->now = open->outer;
    update(l);
}

void
tl_latex_close_group(tl_latex *l)
{
    if (l->beyond > 0) {
        l->beyond--;
    } else if (l->depth > 0 && !l->frames[l->depth - 1].is_environment) {
        bool is_said_again = l->frames[l->depth - 1].is_said_again;
        tl_latex_pop(l);
        if (is_said_again) {
            tl_latex_take_argument(l);
        }
    }
}

/* Opens the group that begins here, if one does, in a scope of its own. */
void
tl_latex_open_group(tl_latex *l, tl_latex_scope inner, bool ends_segment)
{
    if (tl_latex_byte(l, l->at) != '{') {
        return;
    }
    tl_latex_flush(l, l->at + 1);
    if (ends_segment && inner.is_aside == l->now.is_aside) {
        tl_latex_end_paragraph(l);
    }
    tl_latex_push(l, (tl_latex_frame){.ends_segment = ends_segment}, inner);
}

/* Behind white space with at most one line end. */
size_t
tl_latex_skip_blanks(const tl_latex *l, size_t at)
{
    bool line_end = false;
    while (tl_latex_is_blank(tl_latex_byte(l, at)) || (tl_latex_byte(l, at) == '\n' && !line_end)) {
        line_end = line_end || tl_latex_byte(l, at) == '\n';
        at++;
    }
    return tl_latex_byte(l, at) == '\n' ? at - 1 : at;
}

/* Behind the bracket that closes the one at `at`; 0 if it is not near. */
static size_t
closing(tl_latex *l, size_t at, char close)
{
    size_t depth = 0, limit = at + LONGEST_ARGUMENT < l->end ? at + LONGEST_ARGUMENT : l->end;
    if (at < l->no_argument) {
        return 0;
    }
    for (size_t next = at + 1; next < limit; next++) {
        char c = l->bytes.ptr[next];
        if (c == '\\') {
            next++;
        } else if (c == close && depth == 0) {
            return next + 1;
        } else if (c == '{') {
            depth++;
        } else if (c == '}' && depth > 0) {
            depth--;
        }
    }
    l->no_argument = limit;
    return 0;
}

void
tl_latex_skip_optional(tl_latex *l)
{
    while (tl_latex_byte(l, l->at) == '[') {
        size_t end = closing(l, l->at, ']');
        if (end == 0) {
            return;
        }
        l->at = l->run = end;
    }
}

size_t
tl_latex_control_word_end(const tl_latex *l, size_t at)
{
    size_t end = at + 1;
    while (tl_latex_is_letter(tl_latex_byte(l, end))) {
        end++;
    }
    return end;
}

/* Passes one argument, a group or a command, and returns what is in it. */
tl_str
tl_latex_take_argument(tl_latex *l)
{
    size_t begin = tl_latex_skip_blanks(l, l->at), end = 0;
    if (tl_latex_byte(l, begin) == '{') {
        end = closing(l, begin, '}');
    } else if (tl_latex_byte(l, begin) == '\\') {
        end = tl_latex_control_word_end(l, begin);
        while (tl_latex_byte(l, end) == '#') {
            char parameter = tl_latex_byte(l, end + 1);
            end += parameter >= '1' && parameter <= '9' ? 2 : 1;
        }
    }
    if (end == 0 || end > l->end) {
        return (tl_str){NULL, 0};
    }
    l->at = l->run = end;
    return tl_str_slice(l->bytes, begin + 1, end - 1);
}

void
tl_latex_skip_arguments(tl_latex *l, unsigned count)
{
    tl_latex_skip_optional(l);
    for (unsigned i = 0; i < count; i++) {
        tl_latex_take_argument(l);
        tl_latex_skip_optional(l);
    }
}
