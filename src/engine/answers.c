/* SPDX-License-Identifier: MPL-2.0 */
/* Answers in a file: rows in order of the hash of question and word, and the text that they are of.
 * Knows no dictionary. A word is compared letter by letter, so that an answer is never another
 * word's; what stands in a row is believed only within the bounds of the text. */
#include "engine/answers.h"

#include "base/alloc.h"
#include "base/array.h"
#include "base/cache.h"
#include "base/hash.h"
#include "base/image.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_BYTES = 4 << 20 };

/* The text of a row: the word, then each of its stems, all with a NUL byte behind them. */
typedef struct tl_answer_row {
    uint64_t hash;
    uint32_t at, end; /* bytes of the text */
    uint16_t word;    /* bytes of the word */
    uint8_t question;
    uint8_t said; /* a tl_known, or how many stems */
    uint32_t unused;
} row;

struct tl_answers {
    tl_str map;
    row *rows;
    size_t count;
    char *text;
    size_t length;
    char *key;
    size_t key_length;
};

static const tl_image_part parts[] = {
    TL_IMAGE_ARRAY("ans.row", tl_answers, rows, count),
    TL_IMAGE_ARRAY("ans.text", tl_answers, text, length),
    TL_IMAGE_ARRAY("ans.key", tl_answers, key, key_length),
};

enum { PARTS = sizeof parts / sizeof *parts };

static uint64_t
hash_of(tl_question question, tl_str word)
{
    return tl_hash_pair(tl_hash_bytes(word), question);
}

/* -- those of earlier runs -------------------------------------------------------------------- */

tl_answers *
tl_answers_open(const char *folder, const char *name, tl_str key)
{
    tl_answers *answers = tl_alloc_zero(1, sizeof *answers);
    tl_image image;
    if (tl_build_id().len && tl_cache_map(folder, name, &answers->map) &&
        tl_image_open(&image, answers->map, tl_build_id()) &&
        tl_image_find_parts(&image, parts, PARTS, answers) &&
        tl_str_equal((tl_str){answers->key, answers->key_length}, key)) {
        return answers;
    }
    tl_answers_free(answers);
    return NULL;
}

void
tl_answers_free(tl_answers *answers)
{
    if (answers) {
        tl_cache_unmap(answers->map);
        free(answers);
    }
}

/* Reads what a row says; false if it is none. */
static bool
read_row(const tl_answers *answers, const row *read, tl_answer *answer)
{
    if (read->end > answers->length || read->at >= read->end ||
        read->word >= read->end - read->at || answers->text[read->end - 1] != '\0') {
        return false;
    }
    tl_str rest = {answers->text + read->at, read->end - read->at};
    *answer = (tl_answer){.question = read->question, .word = tl_str_slice(rest, 0, read->word)};
    rest = tl_str_slice(rest, read->word + 1u, rest.len);
    if (read->question != TL_QUESTION_STEMS) {
        answer->known = read->said;
        return read->said <= TL_KNOWN_YES;
    }
    while (answer->stems.count < read->said && answer->stems.count < TL_STEMS_MAX &&
           tl_str_split(&rest, '\0', &answer->stems.items[answer->stems.count])) {
        answer->stems.count++;
    }
    return answer->stems.count == read->said;
}

/* The first row of the hash, or of one behind it. */
static size_t
first_row(const tl_answers *answers, uint64_t hash)
{
    size_t begin = 0, end = answers->count;
    while (begin < end) {
        size_t middle = begin + (end - begin) / 2;
        if (answers->rows[middle].hash < hash) {
            begin = middle + 1;
        } else {
            end = middle;
        }
    }
    return begin;
}

bool
tl_answers_find(const tl_answers *answers, tl_answer *answer)
{
    const uint64_t hash = hash_of(answer->question, answer->word);
    tl_answer read;
    for (size_t i = first_row(answers, hash); i < answers->count && answers->rows[i].hash == hash;
         i++) {
        if (read_row(answers, &answers->rows[i], &read) && read.question == answer->question &&
            tl_str_equal(read.word, answer->word)) {
            *answer = read;
            return true;
        }
    }
    return false;
}

/* -- those that are to be kept ---------------------------------------------------------------- */

bool
tl_answers_add_file(tl_buf *key, const char *path)
{
    tl_file_look look;
    if (!tl_file_look_at(path, &look) || !tl_file_is_settled(&look)) {
        return false;
    }
    tl_buf_add(key, (tl_str){path, strlen(path) + 1});
    tl_buf_add(key, (tl_str){(const char *)&look, sizeof look});
    return true;
}

void
tl_answer_list_add(tl_answer_list *list, const tl_answer *answer)
{
    row added = {.hash = hash_of(answer->question, answer->word),
                 .at = (uint32_t)list->text.len,
                 .word = (uint16_t)answer->word.len,
                 .question = (uint8_t)answer->question,
                 .said = (uint8_t)answer->known};
    if (answer->word.len > UINT8_MAX || list->text.len + list->count * sizeof(row) > MOST_BYTES) {
        return;
    }
    tl_buf_add(&list->text, answer->word);
    tl_buf_add_byte(&list->text, '\0');
    if (answer->question == TL_QUESTION_STEMS) {
        added.said = (uint8_t)answer->stems.count;
        for (size_t i = 0; i < answer->stems.count; i++) {
            tl_buf_add(&list->text, answer->stems.items[i]);
            tl_buf_add_byte(&list->text, '\0');
        }
    }
    added.end = (uint32_t)list->text.len;
    list->rows = tl_array_reserve(list->rows, &list->capacity, list->count + 1, sizeof *list->rows);
    list->rows[list->count++] = added;
}

static int
compare_rows(const void *left, const void *right)
{
    const row *a = left, *b = right;
    if (a->hash != b->hash) {
        return a->hash < b->hash ? -1 : 1;
    }
    return (a->at > b->at) - (a->at < b->at);
}

static void
sort_rows(tl_answer_list *list)
{
    if (list->count > 1) {
        qsort(list->rows, list->count, sizeof *list->rows, compare_rows);
    }
}

/* Both are in order of the hash. What has the hash of one that is new is left out, which is hardly
 * ever another word. */
void
tl_answer_list_add_all(tl_answer_list *list, const tl_answers *answers)
{
    sort_rows(list);
    const size_t fresh = list->count;
    size_t next = 0;
    for (size_t i = 0; i < answers->count; i++) {
        tl_answer old;
        while (next < fresh && list->rows[next].hash < answers->rows[i].hash) {
            next++;
        }
        bool is_new = next == fresh || list->rows[next].hash != answers->rows[i].hash;
        if (is_new && read_row(answers, &answers->rows[i], &old)) {
            tl_answer_list_add(list, &old);
        }
    }
}

static bool
write_image(void *context, const tl_sink *sink)
{
    return tl_image_write(context, tl_build_id(), sink);
}

void
tl_answer_list_write(tl_answer_list *list, const char *folder, const char *name, tl_str key)
{
    sort_rows(list);
    const tl_answers kept = {.rows = list->rows,
                             .count = list->count,
                             .text = list->text.ptr,
                             .length = list->text.len,
                             .key = (char *)(uintptr_t)key.ptr,
                             .key_length = key.len};
    tl_image_writer writer = {0};
    tl_image_add_parts(&writer, parts, PARTS, &kept);
    if (tl_build_id().len) {
        tl_cache_write(folder, name, write_image, &writer);
    }
    tl_image_writer_clear(&writer);
}

void
tl_answer_list_clear(tl_answer_list *list)
{
    free(list->rows);
    tl_buf_clear(&list->text);
    *list = (tl_answer_list){0};
}
