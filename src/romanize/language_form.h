/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_ROMANIZE_LANGUAGE_FORM_H
#define TL_ROMANIZE_LANGUAGE_FORM_H

#include "base/str.h"
#include "romanize/romanize.h"

/* "Is this Latin word the same name as another language has it?" Oripov is Арипов in Uzbek, Serhii
 * is Сергей in Ukrainian. Kept apart from romanization: it says who is meant, not how the name was
 * written (dict/language-forms.tsv, dict/names/given.tsv). */

enum { TL_FORM_FEE = 31 }; /* such a spelling is never surely the same name */

/* Told of one form: Cyrillic, in lower case, for the length of the call; what it costs, without
 * the fee; the language, "another" where it may be any. */
typedef void (*tl_form_visitor)(void *context, tl_str form, uint32_t cost, const char *language);

/* Every form that a Cyrillic word may have in another language, some of them more than once; none
 * if it is no word. */
void tl_language_forms_each(tl_str cyrillic, tl_form_visitor visit, void *context);

/* The least cost, with the fee, of `latin` as a spelling of what `cyrillic` is in another language;
 * *language names it. TL_COST_DIFFERENT above TL_COST_LIKELY. */
uint32_t tl_language_form_cost(tl_str cyrillic, tl_str latin, const char **language);

/* A list of Cyrillic names to look the spellings of their forms in other languages up in. */
typedef struct tl_form_index tl_form_index;

tl_form_index *tl_form_index_new(void);
void tl_form_index_free(tl_form_index *index);

/* As the functions of tl_name_index: each name is added with the caller's id, then comes the
 * build. */
void tl_form_index_add(tl_form_index *index, tl_str cyrillic, uint32_t id);
void tl_form_index_build(tl_form_index *index);

/* All names of whose forms `latin` is a spelling at a cost, with the fee, of at most
 * TL_COST_LIKELY: each once, the cheapest first, then by id; at most `capacity`; how many. */
size_t tl_form_index_find(const tl_form_index *index, tl_str latin, tl_name_match *matches,
                          size_t capacity);

#endif
