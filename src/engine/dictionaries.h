/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_ENGINE_DICTIONARIES_H
#define TL_ENGINE_DICTIONARIES_H

#include "morph/speller.h"

/* The Hunspell dictionaries of a run, found where they are installed and loaded when a word of
 * their language is first asked for. Any number of threads may ask.
 *
 * They are looked for in the folders of $DICPATH, and if that is not set in $XDG_DATA_HOME/hunspell
 * (~/.local/share/hunspell), /usr/local/share/hunspell, /usr/share/hunspell and
 * /usr/share/myspell/dicts. Relative folders are left out: what is checked must not bring its own
 * dictionary. */
typedef struct tl_dictionaries tl_dictionaries;

tl_dictionaries *tl_dictionaries_new(void);

/* One more user of the same ones, of the same thread; the last one to let go frees them. */
tl_dictionaries *tl_dictionaries_share(tl_dictionaries *dictionaries);
void tl_dictionaries_release(tl_dictionaries *dictionaries);

/* Keeps what is asked in a folder of the user's cache (base/cache.h; borrowed), and believes what
 * was kept there while the dictionaries are the same. To be said before anything is asked. */
void tl_dictionaries_keep_in(tl_dictionaries *dictionaries, const char *folder);

/* Keeps what has been asked so far, if a dictionary had to be loaded for it. No thread asks
 * meanwhile. */
void tl_dictionaries_keep(tl_dictionaries *dictionaries);

/* Whether some dictionary of the language (a primary subtag of BCP 47) has the word, in these
 * capitals or in any. */
tl_known tl_dictionaries_ask(tl_dictionaries *dictionaries, tl_str language, tl_str word,
                             bool as_written);

/* The stems of a word in all dictionaries of the language, as keys (text/words.h). Borrowed until
 * the dictionaries are let go. */
tl_stems tl_dictionaries_stems(tl_dictionaries *dictionaries, tl_str language, tl_str word);

/* What a word that no dictionary has may have been meant to be (tl_dictionary_offers()), by the
 * first dictionary of the language; in `arena`. */
tl_stems tl_dictionaries_offers(tl_dictionaries *dictionaries, tl_str language, tl_str word,
                                tl_arena *arena);

/* The same, to be asked by those who do not know them. */
tl_speller tl_dictionaries_speller(tl_dictionaries *dictionaries);

/* Tells what could not be done for want of dictionaries, in order of language: each language whose
 * words were asked for in vain, each dictionary that cannot be used. */
void tl_dictionaries_each_note(tl_dictionaries *dictionaries,
                               void (*note)(void *context, const char *message), void *context);

#endif
