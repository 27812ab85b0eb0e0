/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_ENGINE_ANSWERS_H
#define TL_ENGINE_ANSWERS_H

#include "base/buf.h"
#include "morph/dictionary.h"

/* What dictionaries were asked in earlier runs, and what they said, in the user's cache: to load
 * one takes a hundred times what a small document takes. Answers count only for the very files, and
 * for the build of the program that asked. */
typedef struct tl_answers tl_answers;

typedef enum tl_question {
    TL_QUESTION_IN_ANY_CAPITALS,
    TL_QUESTION_AS_WRITTEN,
    TL_QUESTION_STEMS,
} tl_question;

typedef struct tl_answer {
    tl_question question;
    tl_str word;
    tl_known known; /* of the first two questions */
    tl_stems stems; /* of the third */
} tl_answer;

/* The answers of the dictionaries that are told by `key` (see tl_answers_add_file()), kept in a
 * file `name` of the folder; NULL if there are none. */
tl_answers *tl_answers_open(const char *folder, const char *name, tl_str key);
void tl_answers_free(tl_answers *answers);

/* Fills in what was said to answer->question about answer->word; false if that was not asked. Stems
 * are borrowed from the answers. */
bool tl_answers_find(const tl_answers *answers, tl_answer *answer);

/* Adds to a key what tells a file from any other. False if it cannot be told from what it may be a
 * moment later: then nothing is to be kept of it. */
bool tl_answers_add_file(tl_buf *key, const char *path);

/* Answers that are to be kept. All-zero is empty. */
typedef struct tl_answer_list {
    struct tl_answer_row *rows; /* owned */
    size_t count, capacity;
    tl_buf text;
} tl_answer_list;

/* Adds one, no word twice to a question, unless they have become too many. */
void tl_answer_list_add(tl_answer_list *list, const tl_answer *answer);

/* Adds those of earlier runs that the list has not. */
void tl_answer_list_add_all(tl_answer_list *list, const tl_answers *answers);

void tl_answer_list_write(tl_answer_list *list, const char *folder, const char *name, tl_str key);
void tl_answer_list_clear(tl_answer_list *list);

#endif
