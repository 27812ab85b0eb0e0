/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_SCAN_RESPELLED_H
#define TL_SCAN_RESPELLED_H

#include "base/arena.h"
#include "base/radix.h"
#include "morph/inflect.h"
#include "scan/filter.h"

struct tl_index;
struct tl_person;

/* The Cyrillic family names of people, to be found by their other Cyrillic spellings in any case
 * (romanize/respelling.h). Read-only once built, and shared between threads. */
typedef struct tl_respelled_names {
    tl_radix_item *items; /* people of the index, by key, then by number; owned, or of an image */
    size_t count, capacity;
    tl_filter filter; /* of the keys */
    bool is_mapped;   /* all of it is an image's */
} tl_respelled_names;

/* Files the family names of all people of the index. */
void tl_respelled_names_build(tl_respelled_names *names, const struct tl_index *index);
void tl_respelled_names_clear(tl_respelled_names *names);

/* Adds them to an image, and takes them from there; false if they are not there. */
void tl_respelled_names_save(const tl_respelled_names *names, tl_image_writer *writer);
bool tl_respelled_names_open(tl_respelled_names *names, const tl_image *image);

/* The forms of people's family names, declined when they are first asked for: the working memory of
 * one thread. All-zero is empty. */
typedef struct tl_declined_names {
    tl_arena arena;
    struct tl_declined_name {
        tl_inflected_word forms; /* none: not yet asked for */
        size_t stem;             /* bytes that all of them begin with */
        tl_str stem_key;         /* the key of these */
    } * items;                   /* owned; by index of the person */
    size_t count;                /* of names that have been declined */
} tl_declined_names;

void tl_declined_names_clear(tl_declined_names *names);

/* A family name that a word is a spelling of. */
typedef struct tl_respelled {
    const struct tl_person *person;
    tl_str meant;  /* the form that it should be, in the word's case */
    tl_str stem;   /* of the word: what all its cases have in common */
    uint32_t cost; /* 0: but for capitals and ё it is that form */
} tl_respelled;

/* The family names, in the entries of `language` (a primary subtag), that Cyrillic `word` may be a
 * spelling of, the cheapest first, then by person; *count of them, words and all in the arena of
 * `declined`. */
const tl_respelled *tl_respelled_find(const struct tl_index *index, tl_str language, tl_str word,
                                      tl_declined_names *declined, size_t *count);

#endif
