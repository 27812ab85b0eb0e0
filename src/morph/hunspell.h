/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_MORPH_HUNSPELL_H
#define TL_MORPH_HUNSPELL_H

/* The Hunspell library behind a wall, inside morph/ only: no C++ exception comes through, and all
 * calls of the process take turns, since Hunspell keeps tables that its handles share. */

#ifdef __cplusplus
extern "C" {
#endif

typedef struct tl_hunspell tl_hunspell;

/* Loads a pair of files. NULL if Hunspell ran out of memory. Files that are missing or broken are
 * not noticed by it: look at them first. */
tl_hunspell *tl_hunspell_open(const char *affixes, const char *words);
void tl_hunspell_close(tl_hunspell *hunspell);

/* The encoding that the .aff file names; borrowed. */
const char *tl_hunspell_encoding(tl_hunspell *hunspell);

/* 1 if the word, in that encoding, is right, 0 if it is not, -1 if there was no memory. */
int tl_hunspell_spell(tl_hunspell *hunspell, const char *word);

/* The stems of the word, *count of them; NULL if there are none, and -1
 * of them if there was no memory. For tl_hunspell_free_list(). */
char **tl_hunspell_stems(tl_hunspell *hunspell, const char *word, int *count);
void tl_hunspell_free_list(tl_hunspell *hunspell, char **list, int count);

/* What the word may have been meant to be, the likeliest first; freed likewise. Slow. */
char **tl_hunspell_offers(tl_hunspell *hunspell, const char *word, int *count);

#ifdef __cplusplus
}
#endif

#endif
