/* SPDX-License-Identifier: MPL-2.0 */
/* The commands of LaTeX, run as far as text depends on them: environments, headings, notes,
 * languages, letters. Which command is what stands in latex_command.c. */
#include "readers/latex_run.h"

#include "base/utf8.h"

enum { LONGEST_VERB = 512 };

static tl_str
without_star(tl_str name)
{
    return tl_str_ends_with(name, TL_STR("*")) ? tl_str_slice(name, 0, name.len - 1) : name;
}

/* Passes all up to the end of the environment. */
static void
skip_environment(tl_latex *l, tl_str name)
{
    tl_str all = tl_str_slice(l->bytes, 0, l->end), end = TL_STR("\\end{");
    size_t at = tl_str_find(all, end, l->at);
    while (at < all.len &&
           !tl_str_equal(tl_str_slice(all, at + end.len, at + end.len + name.len), name)) {
        at = tl_str_find(all, end, at + 1);
    }
    size_t behind = at + end.len + name.len + 1;
    l->at = l->run = behind < all.len ? behind : all.len;
}

static void
begin_environment(tl_latex *l)
{
    tl_str name = tl_str_trim(tl_latex_take_argument(l));
    const tl_latex_command *environment = tl_latex_environment_find(without_star(name));
    tl_latex_end_paragraph(l);
    if (environment->kind == TL_LATEX_VERBATIM) {
        skip_environment(l, name);
        return;
    }
    bool is_tabular_star = tl_str_equal(name, TL_STR("tabular*"));
    tl_latex_scope inner = l->now;
    if (environment->kind == TL_LATEX_ENVIRONMENT) {
        tl_builder_set_language(&l->text, tl_latex_language(tl_latex_take_argument(l)));
        inner.language = l->text.language;
    }
    tl_latex_skip_arguments(l, environment->arguments + is_tabular_star);
    if (environment->kind == TL_LATEX_TABLE) {
        inner.is_table = true;
        inner.role = TL_ROLE_CELL;
    }
    tl_latex_push(l, (tl_latex_frame){.ends_segment = true, .is_environment = true}, inner);
}

static void
end_environment(tl_latex *l)
{
    tl_latex_take_argument(l);
    tl_latex_end_paragraph(l);
    l->beyond = l->environments > 0 ? 0 : l->beyond;
    while (l->environments > 0) {
        bool is_environment = l->frames[l->depth - 1].is_environment;
        tl_latex_pop(l);
        if (is_environment) {
            return;
        }
    }
}

/* The letter behind an accent, or in the group behind it. */
void
tl_latex_add_accented(tl_latex *l, tl_str mark, size_t end)
{
    char buffer[2 * TL_UTF8_MAX];
    size_t letter = tl_latex_skip_blanks(l, end);
    bool is_group = tl_latex_byte(l, letter) == '{';
    letter += is_group;
    bool is_command = tl_latex_byte(l, letter) == '\\'; /* \'\i */
    letter += is_command;
    if (letter >= l->end || (is_group && tl_latex_byte(l, letter) == '}')) {
        tl_latex_flush(l, end);
        return;
    }
    size_t behind = letter, length = 0;
    tl_utf8_next(l->bytes, &behind);
    for (size_t i = letter; i < behind; i++) {
        buffer[length++] = l->bytes.ptr[i];
    }
    for (size_t i = 0; i < mark.len; i++) {
        buffer[length++] = mark.ptr[i];
    }
    behind = is_command ? tl_latex_skip_blanks(l, behind) : behind;
    behind += is_group && tl_latex_byte(l, behind) == '}';
    tl_latex_add_as(l, (tl_str){buffer, length}, behind);
}

void
tl_latex_add_symbol(tl_latex *l, const tl_latex_command *command, size_t end)
{
    if (tl_str_equal(command->name, command->text)) { /* \% */
        tl_latex_flush(l, end - 1);
        l->at = end;
        return;
    }
    bool is_word = tl_latex_is_letter(command->name.ptr[0]);
    tl_latex_add_as(l, command->text, is_word ? tl_latex_skip_blanks(l, end) : end);
}

static void
skip_verb(tl_latex *l, size_t begin)
{
    tl_str near = tl_str_slice(l->bytes, l->at, l->at + LONGEST_VERB);
    size_t code = 0;
    if (near.len) {
        tl_utf8_next(near, &code);
    }
    tl_str delimiter = tl_str_slice(near, 0, code);
    bool is_braced = tl_str_equal(delimiter, TL_STR("{"));
    size_t end = tl_str_find(near, is_braced ? TL_STR("}") : delimiter, code) + code;
    if (code > 0 && end <= near.len && l->at + end <= l->end) {
        l->at = l->run = l->at + end;
    }
    tl_latex_add_object(l, begin);
}

/* Text in another language, a note: an aside of the sentence. */
static void
open_aside(tl_latex *l, tl_str language, tl_segment_role role)
{
    tl_latex_scope inner = l->now;
    inner.language = language;
    inner.role = role;
    if (inner.is_aside) {
        tl_builder_end(&l->aside);
    }
    inner.is_aside = true;
    inner.is_muted = false;
    l->at = l->run = tl_latex_skip_blanks(l, l->at);
    tl_latex_open_group(l, inner, true);
}

static void
open_foreign(tl_latex *l)
{
    size_t begin = l->at;
    tl_str outer = tl_latex_builder(l)->language;
    tl_builder_set_language(tl_latex_builder(l), tl_latex_language(tl_latex_take_argument(l)));
    tl_str language = tl_latex_builder(l)->language;
    tl_latex_builder(l)->language = outer;
    tl_latex_add_object(l, begin);
    open_aside(l, language, l->now.role);
}

static void
open_own_segment(tl_latex *l, tl_segment_role role)
{
    tl_latex_scope inner = l->now;
    inner.role = role;
    inner.is_muted = false;
    tl_latex_end_paragraph(l);
    tl_latex_skip_optional(l);
    l->at = l->run = tl_latex_skip_blanks(l, l->at);
    tl_latex_open_group(l, inner, true);
}

/* \usepackage[english,russian]{babel}: the last one is the document's. */
static void
read_babel(tl_latex *l)
{
    size_t begin = l->at;
    tl_latex_skip_optional(l);
    tl_str options = tl_str_slice(l->bytes, begin + 1, l->at > begin ? l->at - 1 : begin), option;
    if (!tl_str_equal(tl_str_trim(tl_latex_take_argument(l)), TL_STR("babel"))) {
        return;
    }
    while (tl_str_split(&options, ',', &option)) {
        tl_str language = tl_latex_language(tl_str_trim(option));
        if (language.len) {
            tl_builder_set_language(&l->text, language);
            l->now.language = l->text.language;
        }
    }
}

static void
select_language(tl_latex *l)
{
    tl_latex_end_paragraph(l);
    tl_builder_set_language(tl_latex_builder(l), tl_latex_language(tl_latex_take_argument(l)));
    l->now.language = tl_latex_builder(l)->language;
}

static void
open_said_again(tl_latex *l)
{
    l->at = l->run = tl_latex_skip_blanks(l, l->at);
    if (tl_latex_byte(l, l->at) == '{') {
        tl_latex_flush(l, l->at + 1);
        tl_latex_push(l, (tl_latex_frame){.is_said_again = true}, l->now);
    }
}

/* What a command does once its name has been passed. */
void
tl_latex_run_command(tl_latex *l, const tl_latex_command *command, size_t begin)
{
    switch (command->kind) {
    case TL_LATEX_UNREAD:
        if (tl_str_equal(command->name, TL_STR("usepackage"))) {
            read_babel(l);
        } else {
            tl_latex_skip_arguments(l, command->arguments);
        }
        break;
    case TL_LATEX_OBJECT:
        tl_latex_skip_arguments(l, command->arguments);
        tl_latex_add_object(l, begin);
        break;
    case TL_LATEX_FIRST: open_said_again(l); break;
    case TL_LATEX_HEADING: open_own_segment(l, TL_ROLE_HEADING); break;
    case TL_LATEX_PARAGRAPH: open_own_segment(l, TL_ROLE_PARAGRAPH); break;
    case TL_LATEX_NOTE: open_aside(l, l->now.language, TL_ROLE_NOTE); break;
    case TL_LATEX_BREAK: tl_latex_end_paragraph(l); break;
    case TL_LATEX_VERB: skip_verb(l, begin); break;
    case TL_LATEX_LANGUAGE: open_foreign(l); break;
    case TL_LATEX_SELECT: select_language(l); break;
    case TL_LATEX_BEGIN: begin_environment(l); break;
    case TL_LATEX_END: end_environment(l); break;
    default:
        tl_latex_skip_optional(l);
        l->at = l->run = tl_latex_skip_blanks(l, l->at);
        break;
    }
}
