/* SPDX-License-Identifier: MPL-2.0 */
/* The one file in C++: an exception can only be caught where it is known. The lock is the process's
 * and not a handle's because Hunspell 1.7 shares its table of Unicode letters between handles, and
 * counts their users without one. Some of what it allocates it can do without, and then has fewer
 * words: that shows in errno alone. */
#include "morph/hunspell.h"

#include <cerrno>
#include <hunspell.h>
#include <mutex>

static std::mutex turn;

static Hunhandle *
handle_of(tl_hunspell *hunspell)
{
    return reinterpret_cast<Hunhandle *>(hunspell);
}

tl_hunspell *
tl_hunspell_open(const char *affixes, const char *words)
{
    try {
        std::lock_guard<std::mutex> taken(turn);
        errno = 0;
        Hunhandle *handle = Hunspell_create(affixes, words);
        if (handle && errno == ENOMEM) {
            Hunspell_destroy(handle);
            handle = nullptr;
        }
        return reinterpret_cast<tl_hunspell *>(handle);
    } catch (...) {
        return nullptr;
    }
}

void
tl_hunspell_close(tl_hunspell *hunspell)
{
    try {
        std::lock_guard<std::mutex> taken(turn);
        if (hunspell) {
            Hunspell_destroy(handle_of(hunspell));
        }
    } catch (...) { /* nothing is left to be done with it */
    }
}

const char *
tl_hunspell_encoding(tl_hunspell *hunspell)
{
    return Hunspell_get_dic_encoding(handle_of(hunspell));
}

int
tl_hunspell_spell(tl_hunspell *hunspell, const char *word)
{
    try {
        std::lock_guard<std::mutex> taken(turn);
        return Hunspell_spell(handle_of(hunspell), word) != 0;
    } catch (...) {
        return -1;
    }
}

/* A list that one of Hunspell's functions makes of the word. */
static char **
list_of(int (*make)(Hunhandle *, char ***, const char *), tl_hunspell *hunspell, const char *word,
        int *count)
{
    try {
        std::lock_guard<std::mutex> taken(turn);
        char **list = nullptr;
        *count = make(handle_of(hunspell), &list, word);
        return *count > 0 ? list : nullptr;
    } catch (...) {
        *count = -1;
        return nullptr;
    }
}

char **
tl_hunspell_stems(tl_hunspell *hunspell, const char *word, int *count)
{
    return list_of(Hunspell_stem, hunspell, word, count);
}

char **
tl_hunspell_offers(tl_hunspell *hunspell, const char *word, int *count)
{
    return list_of(Hunspell_suggest, hunspell, word, count);
}

void
tl_hunspell_free_list(tl_hunspell *hunspell, char **stems, int count)
{
    try {
        std::lock_guard<std::mutex> taken(turn);
        if (stems) {
            Hunspell_free_list(handle_of(hunspell), &stems, count);
        }
    } catch (...) { /* nothing is left to be done with them */
    }
}
