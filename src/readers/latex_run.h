/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_READERS_LATEX_RUN_H
#define TL_READERS_LATEX_RUN_H

#include "readers/latex_command.h"
#include "readers/latex_state.h"

/* What commands of LaTeX do to the text. */

/* The command that begins at `begin`, once its name has been passed. */
void tl_latex_run_command(tl_latex *l, const tl_latex_command *command, size_t begin);

/* The letter behind an accent, or in the group behind it; the name of the accent ends at `end`. */
void tl_latex_add_accented(tl_latex *l, tl_str mark, size_t end);

/* What stands for a command whose name ends at `end`. */
void tl_latex_add_symbol(tl_latex *l, const tl_latex_command *command, size_t end);

#endif
