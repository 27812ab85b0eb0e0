/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_MORPH_DECLINE_H
#define TL_MORPH_DECLINE_H

#include "morph/inflect.h"

/* Full Russian names: which word is which, whose name it is, and its six cases. */

enum { TL_NAME_WORDS_MAX = 8 };

/* What a full name says about the words of which it is made. */
typedef struct tl_name_reading {
    tl_str words[TL_NAME_WORDS_MAX]; /* borrowed from the name */
    bool
        fixed[TL_NAME_WORDS_MAX]; /* an initial or a particle (фон, оглы), which does not inflect */
    tl_part parts[TL_NAME_WORDS_MAX];
    size_t count;
    char gender; /* 'm', 'f', or 0 where the name leaves it open */
} tl_name_reading;

/* Reads a name in any order: Иван Петрович Сидоров, Сидоров Иван Петрович, Иван Сидоров, И.
 * Сидоров. Where nothing tells, the last word is the family name. Words beyond the eighth are
 * dropped. */
tl_name_reading tl_name_read(tl_str name);

/* The gender that the parts of a name tell, any of them empty: 'm', 'f' or 0. */
char tl_name_gender(tl_str family, tl_str given, tl_str patronymic);

/* The family name that a woman of a man's family has, or a man of a woman's: Ковалевская, of
 * Ковалевский. Empty if both bear the same, or it is not known. In the arena, but for its capitals
 * and ё. */
tl_str tl_family_of_other_gender(tl_str family, char gender, tl_arena *arena);

/* The forms of one case: one, or several where it is open which is right, the likeliest first. */
typedef struct tl_name_forms {
    const tl_str *items;
    size_t count;
} tl_name_forms;

typedef struct tl_declension {
    tl_name_forms cases[TL_CASE_COUNT];
} tl_declension;

/* The six cases of a full name. gender: 'm', 'f', or 0: as the name tells, both where it does not,
 * a man's forms first. White space in the name becomes one space. */
tl_declension tl_decline_name(tl_str name, char gender, tl_arena *arena);

#endif
