/* SPDX-License-Identifier: MPL-2.0 */
/* What dictionaries said in earlier runs, in a file of the cache that is broken (broken_image.h):
 * it is not taken, or each answer is to the very question, and its stems are texts. What is kept
 * of it can be read. */
#include "broken_image.h"

#include "base/file.h"
#include "engine/answers.h"

#include <fcntl.h>
#include <limits.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size);

static const tl_str key = TL_STR_INIT("dictionary");
static const char name[] = "fuzz.words";
static char folder[] = P_tmpdir "/termlint-answers-XXXXXX";

static const tl_answer asked[] = {
    {.question = TL_QUESTION_AS_WRITTEN, .word = TL_STR_INIT("шлюз"), .known = TL_KNOWN_YES},
    {.question = TL_QUESTION_IN_ANY_CAPITALS, .word = TL_STR_INIT("шлюз"), .known = TL_KNOWN_YES},
    {.question = TL_QUESTION_AS_WRITTEN, .word = TL_STR_INIT("shluz"), .known = TL_KNOWN_NO},
    {.question = TL_QUESTION_STEMS,
     .word = TL_STR_INIT("locks"),
     .stems = {.items = {TL_STR_INIT("lock"), TL_STR_INIT("locks")}, .count = 2}},
    {.question = TL_QUESTION_STEMS, .word = TL_STR_INIT("zzz")},
};
enum { ASKED = sizeof asked / sizeof *asked };

static const char *
path_of_file(char path[PATH_MAX])
{
    snprintf(path, PATH_MAX, "%s/%s", folder, name);
    return path;
}

static void
remove_folder(void)
{
    char path[PATH_MAX];
    unlink(path_of_file(path));
    rmdir(folder);
}

static tl_buf
make_file(void)
{
    char path[PATH_MAX];
    tl_answer_list list = {.count = 0};
    tl_buf whole = {0};
    require(mkdtemp(folder));
    atexit(remove_folder);
    for (size_t i = 0; i < ASKED; i++) {
        tl_answer_list_add(&list, &asked[i]);
    }
    tl_answer_list_write(&list, folder, name, key);
    tl_answer_list_clear(&list);
    require(tl_file_read(path_of_file(path), &whole, NULL, NULL));
    return whole;
}

static void
write_file(const broken_image *image)
{
    char path[PATH_MAX];
    int fd = open(path_of_file(path), O_WRONLY); /* it is always as long */
    require(fd >= 0 && write(fd, image->bytes, image->length) == (ssize_t)image->length);
    close(fd);
}

/* The answers are those of the question; returns how many were found. */
static size_t
ask(const tl_answers *answers)
{
    size_t found = 0;
    for (size_t i = 0; i < ASKED; i++) {
        tl_answer answer = {.question = asked[i].question, .word = asked[i].word};
        if (!tl_answers_find(answers, &answer)) {
            continue;
        }
        found++;
        require(answer.question == asked[i].question && tl_str_equal(answer.word, asked[i].word));
        require(answer.known <= TL_KNOWN_YES && answer.stems.count <= TL_STEMS_MAX);
        for (size_t k = 0; k < answer.stems.count; k++) {
            tl_str stem = answer.stems.items[k];
            require(tl_str_find_byte(stem, '\0', 0) == stem.len);
        }
    }
    return found;
}

int
LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    static tl_buf whole;
    if (whole.len == 0) {
        whole = make_file();
    }
    broken_image image = broken_image_of(tl_buf_str(&whole));
    broken_image_break(&image, tl_buf_str(&whole), data, size);
    write_file(&image);
    tl_answers *answers = tl_answers_open(folder, name, key);
    if (answers) {
        tl_answer_list list = {.count = 0};
        require(ask(answers) == ASKED || size >= BROKEN_CHANGE_BYTES);
        tl_answer_list_add_all(&list, answers);
        tl_answer_list_clear(&list);
        tl_answers_free(answers);
    }
    require(answers || size >= BROKEN_CHANGE_BYTES);
    free(image.bytes);
    return 0;
}
