/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_RULES_NAME_WORDS_H
#define TL_RULES_NAME_WORDS_H

#include "rules/pass.h"

/* A person's name where it stands in a text, with those of its words that are not as they should
 * be: of a name one finding tells them all. */

enum { TL_NAME_PARTS = 3 };

typedef struct tl_name_words {
    tl_name_part parts[TL_NAME_PARTS]; /* family name, given name, patronymic */
} tl_name_words;

/* Words [first, end) of the scan. */
typedef struct tl_word_run {
    uint32_t first, end;
} tl_word_run;

/* The run of whole words from the first that differs to the last; empty if none does. */
tl_word_run tl_name_words_differing(const tl_name_words *name);

/* The text of the run as it should be: with the capitals, the white space and the broken lines that
 * it has. In the document's arena. */
tl_str tl_name_words_mend(tl_pass *pass, const tl_name_words *name, tl_word_run run);

#endif
