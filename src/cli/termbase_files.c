/* SPDX-License-Identifier: MPL-2.0 */
/* Telling termbases from documents where their names do not: a table or an XML file can be either.
 * Only files whose ending some format of termbases has are opened at all. */
#include "cli/termbase_files.h"

#include "base/file.h"
#include "termlint_tools.h"

#include <string.h>
#include <sys/stat.h>

enum { HEAD = 4096 }; /* bytes that tell */

void
tl_each_termbase_ending(tl_take_ending take, void *context)
{
    termlint_format format;
    for (size_t i = 0; termlint_format_at(TERMLINT_TERMBASE, i, &format); i++) {
        tl_str rest = tl_str_from(format.extensions), ending;
        while (rest.len && tl_str_split(&rest, '|', &ending)) {
            take(context, &format, ending);
        }
    }
}

tl_str
tl_ending_of(const char *path)
{
    const char *slash = strrchr(path, '/'), *dot = strrchr(slash ? slash : path, '.');
    return tl_str_from(dot ? dot + 1 : "");
}

typedef struct claim {
    tl_str ending;
    bool is_claimed;
} claim;

static void
compare_ending(void *context, const termlint_format *format, tl_str ending)
{
    (void)format;
    claim *c = context;
    c->is_claimed = c->is_claimed || tl_str_equal_ascii_nocase(ending, c->ending);
}

static bool
is_loaded(const char *path, const termlint_checker *checker)
{
    struct stat one, other;
    const char *termbase;
    bool found = false, exists = stat(path, &one) == 0;
    for (size_t i = 0; exists && !found; i++) {
        termbase = termlint_termbase_file(checker, i);
        if (termbase == NULL) {
            break;
        }
        found =
            stat(termbase, &other) == 0 && one.st_dev == other.st_dev && one.st_ino == other.st_ino;
    }
    return found;
}

static bool
take_head(void *context, tl_str piece)
{
    tl_buf *head = context;
    tl_buf_add(head, tl_str_slice(piece, 0, HEAD - head->len));
    return head->len < HEAD;
}

static bool
says_so(const char *path)
{
    tl_buf head = {0};
    tl_error error = {0};
    tl_sink sink = {.take = take_head, .context = &head};
    bool is_read = tl_file_read_pieces(path, &sink, &error);
    bool found = is_read && termlint_is_termbase(head.ptr, head.len);
    tl_error_clear(&error);
    tl_buf_clear(&head);
    return found;
}

bool
tl_is_termbase_file(const char *path, const termlint_checker *checker)
{
    claim c = {.ending = tl_ending_of(path)};
    tl_each_termbase_ending(compare_ending, &c);
    return c.is_claimed && (is_loaded(path, checker) || says_so(path));
}
