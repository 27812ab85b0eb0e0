/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_ROMANIZE_ROMANIZE_H
#define TL_ROMANIZE_ROMANIZE_H

#include "base/image.h"

/* "Is this Latin word a spelling of that Cyrillic name, at what cost, by which schemes?"
 *
 * The weighted union of romanizations: each Cyrillic unit of one to three letters may be written in
 * several ways, each with a cost in hundredths of a letter and the families of schemes that do so
 * (dict/romanization.tsv). A spelling costs what its cheapest path costs. */

enum {
    TL_COST_SAME = 30,     /* up to here surely the same name */
    TL_COST_LIKELY = 60,   /* a mixed or odd spelling of it */
    TL_COST_POSSIBLE = 130 /* information only */
};

#define TL_COST_DIFFERENT UINT32_MAX

/* A list of Cyrillic names to look spellings up in. */
typedef struct tl_name_index tl_name_index;

tl_name_index *tl_name_index_new(void);
void tl_name_index_free(tl_name_index *index);

/* Adds a built one to an image, and takes it from there; NULL if it is not there or broken. */
void tl_name_index_save(const tl_name_index *index, tl_image_writer *writer);
tl_name_index *tl_name_index_open(const tl_image *image);

/* Adds a Cyrillic name of one word or with hyphens; `id` is the caller's. Several may be equal.
 * What is no such word, or has more than 63 letters, is never found. */
void tl_name_index_add(tl_name_index *index, tl_str cyrillic, uint32_t id);

/* True if a built index has no name. */
bool tl_name_index_is_empty(const tl_name_index *index);

/* Makes the index ready; nothing is added afterwards, and it may be shared between threads. */
void tl_name_index_build(tl_name_index *index);

typedef struct tl_name_match {
    uint32_t id;
    uint32_t cost;
} tl_name_match;

/* All names of which `latin` is a spelling at a cost of at most `limit`, the cheapest first (then
 * by id), at most `capacity` of them; returns how many. */
size_t tl_name_index_find(const tl_name_index *index, tl_str latin, uint32_t limit,
                          tl_name_match *matches, size_t capacity);

/* The cost of `latin` as a spelling of `cyrillic`, or TL_COST_DIFFERENT above TL_COST_POSSIBLE. */
uint32_t tl_romanize_cost(tl_str cyrillic, tl_str latin);

/* One step of the cheapest path: these Cyrillic letters were written as those Latin ones. */
typedef struct tl_romanize_step {
    tl_str cyrillic; /* in lower case; both live in the arena */
    tl_str latin;    /* likewise, as the spelling has them */
    uint32_t cost;
    uint32_t families; /* set of families that write so, bit 0 being the first of
                          dict/romanization.tsv */
} tl_romanize_step;

/* The cheapest path in the arena, *count steps; NULL if `latin` is no spelling of `cyrillic`. */
const tl_romanize_step *tl_romanize_path(tl_str cyrillic, tl_str latin, tl_arena *arena,
                                         size_t *count);

/* A romanization scheme: one standard or convention (dict/schemes). */
typedef struct tl_scheme {
    const char *id;       /* "bgn-pcgn", "icao-9303", … */
    const char *title;    /* as a sentence names it: "BGN/PCGN", "ICAO Doc 9303" */
    const char *standard; /* in full: "BGN/PCGN 1947 system for Russian" */
    const char *language; /* source language, BCP 47 */
    const char *series;   /* the same for the schemes of one body for several languages, or "" */
    unsigned year;
    unsigned rank; /* 1 the best known, 3 the least: which to name where several fit */
} tl_scheme;

/* All schemes, in order of id. */
const tl_scheme *tl_schemes(size_t *count);
const tl_scheme *tl_scheme_find(tl_str id);

/* The scheme that writes `cyrillic` where `house` is the rule of the house: that of the same series
 * for the language that the letters of the name tell (Russian if they tell none), if there is one.
 */
const tl_scheme *tl_scheme_for(const tl_scheme *house, tl_str cyrillic);

/* The same for a name of that language (a primary subtag). */
const tl_scheme *tl_scheme_in_language(const tl_scheme *house, tl_str language);

/* The romanization of a Cyrillic text, in the arena; capitals follow those of the source. What the
 * scheme has no row for stays: what is not Cyrillic, letters of other languages. */
tl_str tl_scheme_romanize(const tl_scheme *scheme, tl_str cyrillic, tl_arena *arena);

/* The rows by which the scheme writes a word, each with the letters it took (lower case, cost 0),
 * in the arena, *count of them; a hyphen stands for itself. NULL if it has no row for some letter.
 */
const tl_romanize_step *tl_scheme_path(const tl_scheme *scheme, tl_str cyrillic, tl_arena *arena,
                                       size_t *count);

/* True if the scheme writes `cyrillic` as `latin`, capitals, apostrophes and diacritics aside. */
bool tl_scheme_fits(const tl_scheme *scheme, tl_str cyrillic, tl_str latin);

#endif
