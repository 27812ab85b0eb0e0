/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_SCAN_NEAR_H
#define TL_SCAN_NEAR_H

#include "scan/near_beside.h"
#include "scan/near_index.h"
#include "scan/pattern.h"

struct tl_index;
struct tl_person;

/* The words of good terms and names, in every inflected form, to be found by what is a typo of
 * them. Read-only once it is prepared, and shared between threads. */

/* A form that a word of the text may be a typo of: postings of one vocabulary word, or a family
 * name that only the house romanization writes in Latin letters. */
typedef struct tl_near_word {
    tl_form_run forms;              /* none for a romanized name */
    const struct tl_person *person; /* NULL for a word of a pattern */
    tl_str name;                    /* of a person, as it is to be written */
    tl_str key;                     /* of the form; borrowed */
    uint32_t edits;
    uint32_t cost; /* hundredths of a letter (text/typo.h) */
} tl_near_word;

typedef struct tl_near_forms tl_near_forms;

/* Borrows the index, of which it is a part. Nothing is filed yet. */
tl_near_forms *tl_near_forms_new(const struct tl_index *index);

/* Adds them, prepared, to an image, and takes them from there, as those of the index; NULL if they
 * are not there. */
void tl_near_forms_save(const tl_near_forms *forms, tl_image_writer *writer);
tl_near_forms *tl_near_forms_open(const struct tl_index *index, const tl_image *image);
void tl_near_forms_free(tl_near_forms *forms);

/* Files all forms, unless that has been done. Any number of threads may call it. */
void tl_near_forms_prepare(tl_near_forms *forms);

/* Which of the words stand beside which. The forms have been prepared. */
const tl_near_beside *tl_near_forms_beside(const tl_near_forms *forms);

/* False if a word, of the text `text`, can be a typo of no term of one word, and of no romanized
 * name. */
bool tl_near_forms_may_have_alone(const tl_near_forms *forms, tl_str text, const tl_word *word);

enum { TL_NEAR_MAX_WORDS = 24 };

/* Fills `words` with the forms that `key` may be a typo of, those of fewer edits and then of least
 * cost first; returns how many. The forms have been prepared. */
size_t tl_near_forms_find(const tl_near_forms *forms, tl_str key,
                          tl_near_word words[TL_NEAR_MAX_WORDS]);

#endif
