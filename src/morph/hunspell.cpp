/* SPDX-License-Identifier: MPL-2.0 */
/* The one file in C++: an exception can only be caught where it is known. The lock is the process's
 * and not a handle's because Hunspell 1.7 shares its table of Unicode letters between handles, and
 * counts their users without one. The library is opened with the first dictionary: most runs ask
 * none, and it brings the library of C++ with it. */
#include "morph/hunspell.h"

extern "C" {
#include "base/library.h"
}

#include <hunspell.h>
#include <new>
#include <pthread.h>

#define FUNCTIONS(X)             \
    X(Hunspell_create)           \
    X(Hunspell_destroy)          \
    X(Hunspell_get_dic_encoding) \
    X(Hunspell_spell)            \
    X(Hunspell_stem)             \
    X(Hunspell_suggest)          \
    X(Hunspell_free_list)

#define POINTER(name) decltype(&::name) name;
#define NAME(name) #name,

struct tl_hunspell {
    struct {
        FUNCTIONS(POINTER)
    } library;
    Hunhandle *handle;
};

static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;

namespace
{
/* Holds the lock while it lives. */
struct taken_turn {
    taken_turn()
    {
        pthread_mutex_lock(&turn);
    }
    ~taken_turn()
    {
        pthread_mutex_unlock(&turn);
    }
};
} // namespace

tl_hunspell *
tl_hunspell_open(const char *affixes, const char *words, tl_error *error)
{
    static const char *const names[] = {"libhunspell-1.7.so.0", "libhunspell.so", nullptr};
    static const char *const symbols[] = {FUNCTIONS(NAME) nullptr};
    tl_hunspell *hunspell = new (std::nothrow) tl_hunspell();
    try {
        taken_turn taken;
        if (hunspell && !tl_library_open(names, symbols, &hunspell->library, error)) {
            delete hunspell;
            return nullptr;
        }
        if (hunspell) {
            hunspell->handle = hunspell->library.Hunspell_create(affixes, words);
        }
    } catch (...) { /* as if there were no memory for the handle */
    }
    if (hunspell == nullptr || hunspell->handle == nullptr) {
        tl_error_set(error, "%s does not fit into memory", words);
        delete hunspell;
        return nullptr;
    }
    return hunspell;
}

void
tl_hunspell_close(tl_hunspell *hunspell)
{
    try {
        taken_turn taken;
        if (hunspell) {
            hunspell->library.Hunspell_destroy(hunspell->handle);
        }
    } catch (...) { /* nothing is left to be done with it */
    }
    delete hunspell;
}

const char *
tl_hunspell_encoding(tl_hunspell *hunspell)
{
    return hunspell->library.Hunspell_get_dic_encoding(hunspell->handle);
}

int
tl_hunspell_spell(tl_hunspell *hunspell, const char *word)
{
    try {
        taken_turn taken;
        return hunspell->library.Hunspell_spell(hunspell->handle, word) != 0;
    } catch (...) {
        return -1;
    }
}

/* A list that one of Hunspell's functions makes of the word. */
static char **
list_of(decltype(&::Hunspell_stem) make, tl_hunspell *hunspell, const char *word, int *count)
{
    try {
        taken_turn taken;
        char **list = nullptr;
        *count = make(hunspell->handle, &list, word);
        return *count > 0 ? list : nullptr;
    } catch (...) {
        *count = 0;
        return nullptr;
    }
}

char **
tl_hunspell_stems(tl_hunspell *hunspell, const char *word, int *count)
{
    return list_of(hunspell->library.Hunspell_stem, hunspell, word, count);
}

char **
tl_hunspell_offers(tl_hunspell *hunspell, const char *word, int *count)
{
    return list_of(hunspell->library.Hunspell_suggest, hunspell, word, count);
}

void
tl_hunspell_free_list(tl_hunspell *hunspell, char **list, int count)
{
    try {
        taken_turn taken;
        if (list) {
            hunspell->library.Hunspell_free_list(hunspell->handle, &list, count);
        }
    } catch (...) { /* nothing is left to be done with them */
    }
}
