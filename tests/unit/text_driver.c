/* SPDX-License-Identifier: MPL-2.0 */
/* Tells what text/ and base/utf8 make of bytes: for each line of standard input, which is bytes in
 * hex, a line. usage: text_driver utf8|words
 *
 * utf8: the code points in hex. words: of each word its range and its key in hex, "0-4:d0b0". */
#include "base/buf.h"
#include "base/utf8.h"
#include "text/words.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void
print_code_points(tl_str text)
{
    for (size_t at = 0; at < text.len;) {
        const char *separator = at ? " " : "";
        printf("%s%X", separator, (unsigned)tl_utf8_next(text, &at));
    }
    putchar('\n');
}

static void
print_words(tl_str text)
{
    tl_words words = {0};
    tl_words_find(&words, text);
    for (size_t i = 0; i < words.count; i++) {
        tl_str word = tl_str_at(text, words.items[i].range);
        tl_buf key = {0};
        char *room = tl_buf_reserve(&key, word.len * 3 + 1);
        key.len = tl_words_key(word, room);
        printf("%s%u-%u:", i ? " " : "", words.items[i].range.begin, words.items[i].range.end);
        for (size_t k = 0; k < key.len; k++) {
            printf("%02x", (unsigned char)key.ptr[k]);
        }
        tl_buf_clear(&key);
    }
    putchar('\n');
    tl_words_clear(&words);
}

/* Appends the bytes that a line gives in hex. */
static void
add_bytes(tl_buf *bytes, const char *line)
{
    char digits[3] = "";
    for (; line[0] > ' ' && line[1] > ' '; line += 2) {
        memcpy(digits, line, 2);
        tl_buf_add_byte(bytes, (char)strtoul(digits, NULL, 16));
    }
}

int
main(int argc, char **argv)
{
    bool is_words = argc == 2 && strcmp(argv[1], "words") == 0;
    char *line = NULL;
    size_t capacity = 0;
    tl_buf bytes = {0};
    while (getline(&line, &capacity, stdin) >= 0) {
        bytes.len = 0;
        add_bytes(&bytes, line);
        if (is_words) {
            print_words(tl_buf_str(&bytes));
        } else {
            print_code_points(tl_buf_str(&bytes));
        }
    }
    tl_buf_clear(&bytes);
    free(line);
    return 0;
}
