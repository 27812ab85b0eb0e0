/* SPDX-License-Identifier: MPL-2.0 */
/* Where Hunspell dictionaries are installed. Reads the environment and folders, not the
 * dictionaries themselves. In a relative folder anybody's dictionary might lie, that of what is
 * checked too, so only absolute ones are looked into. */
#include "engine/dictionary_places.h"

#include "base/alloc.h"
#include "base/array.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* What is gathered while folders are read. */
typedef struct place_search {
    tl_str language;
    tl_arena *arena;
    tl_dictionary_place *found; /* owned array */
    size_t count, capacity;
} place_search;

/* Which dictionary of a language is asked first: the one of its own country (de_DE), of English the
 * American one and then the British; then one without a country, then by name. */
static unsigned
rank_of(tl_str language, tl_str name)
{
    enum { RANK_OWN, RANK_SECOND, RANK_PLAIN, RANK_COUNTRY, RANK_OTHER };
    tl_str country = tl_str_slice(name, language.len + 1, name.len);
    if (tl_str_equal_ascii_nocase(language, TL_STR("en"))) {
        if (tl_str_equal_ascii_nocase(country, TL_STR("us"))) {
            return RANK_OWN;
        }
        if (tl_str_equal_ascii_nocase(country, TL_STR("gb"))) {
            return RANK_SECOND;
        }
    }
    if (tl_str_equal_ascii_nocase(country, language)) {
        return RANK_OWN;
    }
    return country.len == 0 ? RANK_PLAIN : country.len == 2 ? RANK_COUNTRY : RANK_OTHER;
}

static bool
is_of_language(tl_str language, tl_str name)
{
    return tl_str_equal_ascii_nocase(tl_str_slice(name, 0, language.len), language) &&
           (name.len == language.len || name.ptr[language.len] == '_' ||
            name.ptr[language.len] == '-');
}

static bool
is_found(const place_search *search, tl_str name)
{
    for (size_t i = 0; i < search->count; i++) {
        if (tl_str_equal(search->found[i].name, name)) {
            return true;
        }
    }
    return false;
}

/* Takes a file of a folder if it is half a dictionary of the language that no earlier one hides. */
static void
take_file(place_search *search, tl_str folder, tl_str file)
{
    bool is_half = tl_str_ends_with(file, TL_STR(".dic")) || tl_str_ends_with(file, TL_STR(".aff"));
    tl_str name = tl_str_slice(file, 0, file.len - (is_half ? 4 : 0));
    if (!is_half || !is_of_language(search->language, name) || is_found(search, name)) {
        return;
    }
    tl_dictionary_place place = {.name = tl_arena_copy(search->arena, name),
                                 .rank = rank_of(search->language, name)};
    place.words =
        tl_arena_format(search->arena, "%.*s/%.*s.dic", TL_STR_ARGS(folder), TL_STR_ARGS(name));
    place.affixes =
        tl_arena_format(search->arena, "%.*s/%.*s.aff", TL_STR_ARGS(folder), TL_STR_ARGS(name));
    struct stat status;
    if (stat(place.words.ptr, &status) == 0) {
        place.device = (uint64_t)status.st_dev;
        place.inode = (uint64_t)status.st_ino;
    }
    search->found = tl_array_reserve(search->found, &search->capacity, search->count + 1,
                                     sizeof *search->found);
    search->found[search->count++] = place;
}

static void
search_folder(place_search *search, tl_str folder)
{
    if (folder.len == 0 || folder.ptr[0] != '/') {
        return;
    }
    DIR *open = opendir(tl_arena_copy(search->arena, folder).ptr);
    for (struct dirent *entry; open && (entry = readdir(open)) != NULL;) {
        take_file(search, folder, tl_str_from(entry->d_name));
    }
    if (open) {
        closedir(open);
    } else if (errno == ENOMEM) {
        tl_out_of_memory();
    }
}

static void
search_below(place_search *search, const char *root, const char *folder)
{
    if (root && *root) {
        search_folder(search, tl_arena_format(search->arena, "%s/%s", root, folder));
    }
}

static void
search_all(place_search *search)
{
    const char *given = getenv("DICPATH"), *data = getenv("XDG_DATA_HOME");
    if (given && *given) {
        tl_str rest = tl_str_from(given), folder;
        while (tl_str_split(&rest, ':', &folder)) {
            search_folder(search, folder);
        }
        return;
    }
    if (data && *data) {
        search_below(search, data, "hunspell");
    } else {
        search_below(search, getenv("HOME"), ".local/share/hunspell");
    }
    search_folder(search, TL_STR("/usr/local/share/hunspell"));
    search_folder(search, TL_STR("/usr/share/hunspell"));
    search_folder(search, TL_STR("/usr/share/myspell/dicts"));
}

static int
compare(const void *left, const void *right)
{
    const tl_dictionary_place *a = left, *b = right;
    int order = (a->rank > b->rank) - (a->rank < b->rank);
    return order ? order : tl_str_compare(a->name, b->name);
}

static bool
is_same_file(const tl_dictionary_place *a, const tl_dictionary_place *b)
{
    return a->inode != 0 && a->inode == b->inode && a->device == b->device;
}

size_t
tl_dictionary_places_find(tl_str language, tl_arena *arena, tl_dictionary_place *places,
                          size_t capacity)
{
    place_search search = {.language = language, .arena = arena};
    size_t count = 0;
    search_all(&search);
    if (search.count > 1) {
        qsort(search.found, search.count, sizeof *search.found, compare);
    }
    for (size_t i = 0; i < search.count && count < capacity; i++) {
        bool is_known = false;
        for (size_t k = 0; k < count; k++) {
            is_known = is_known || is_same_file(&places[k], &search.found[i]);
        }
        if (!is_known) {
            places[count++] = search.found[i];
        }
    }
    free(search.found);
    return count;
}
