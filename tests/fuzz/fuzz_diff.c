/* SPDX-License-Identifier: MPL-2.0 */
/* Two texts, with a NUL byte between them: applying the diff from one to the other gives the other,
 * and the diff is one that a strict reader takes. */
#include "require.h"

#include "base/buf.h"
#include "termlint.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size);

typedef struct patch {
    tl_str diff; /* what is left of it */
    tl_str old;  /* what is left of the old text */
    tl_buf made;
    size_t old_line, new_line; /* lines taken and made so far */
} patch;

static bool
take_prefix(tl_str *text, tl_str prefix)
{
    bool has = tl_str_starts_with(*text, prefix);
    *text = has ? tl_str_slice(*text, prefix.len, text->len) : *text;
    return has;
}

/* The next line with its line end. */
static tl_str
take_line(tl_str *text)
{
    size_t end = tl_str_find_byte(*text, '\n', 0);
    tl_str line = tl_str_slice(*text, 0, end < text->len ? end + 1 : end);
    *text = tl_str_slice(*text, line.len, text->len);
    return line;
}

static size_t
take_number(patch *p)
{
    size_t number = 0, digits = 0;
    while (p->diff.len && p->diff.ptr[0] >= '0' && p->diff.ptr[0] <= '9') {
        number = number * 10 + (size_t)(p->diff.ptr[0] - '0');
        p->diff = tl_str_slice(p->diff, 1, p->diff.len);
        digits++;
    }
    require(digits > 0);
    return number;
}

static void
copy_line(patch *p)
{
    require(p->old.len > 0);
    tl_buf_add(&p->made, take_line(&p->old));
    p->old_line++;
    p->new_line++;
}

/* A line of a hunk; returns its mark. */
static char
apply_line(patch *p)
{
    require(p->diff.len > 0);
    char mark = p->diff.ptr[0];
    p->diff = tl_str_slice(p->diff, 1, p->diff.len);
    tl_str line = take_line(&p->diff);
    if (take_prefix(&p->diff, TL_STR("\\ No newline at end of file\n"))) {
        line = tl_str_slice(line, 0, line.len - 1);
    }
    require(mark == ' ' || mark == '-' || mark == '+');
    if (mark != '+') {
        require(tl_str_equal(take_line(&p->old), line));
        p->old_line++;
    }
    if (mark != '-') {
        tl_buf_add(&p->made, line);
        p->new_line++;
    }
    return mark;
}

static void
apply_hunk(patch *p)
{
    require(take_prefix(&p->diff, TL_STR("@@ -")));
    size_t old_first = take_number(p);
    require(take_prefix(&p->diff, TL_STR(",")));
    size_t old_count = take_number(p);
    require(take_prefix(&p->diff, TL_STR(" +")));
    size_t new_first = take_number(p);
    require(take_prefix(&p->diff, TL_STR(",")));
    size_t new_count = take_number(p);
    require(take_prefix(&p->diff, TL_STR(" @@\n")));
    while (p->old_line + (old_count > 0) < old_first) {
        copy_line(p);
    }
    require(p->old_line + (old_count > 0) == old_first);
    require(p->new_line + (new_count > 0) == new_first);
    size_t changes = 0;
    while (old_count || new_count) {
        char mark = apply_line(p);
        require(mark == '+' || old_count--);
        require(mark == '-' || new_count--);
        changes += mark != ' ';
    }
    require(changes > 0);
}

int
LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    tl_str input = {(const char *)data, size};
    size_t middle = tl_str_find_byte(input, '\0', 0);
    tl_str before = tl_str_slice(input, 0, middle), after = tl_str_slice(input, middle + 1, size);
    termlint_bytes diff = termlint_diff("./a\nb", (termlint_bytes){(char *)before.ptr, before.len},
                                        (termlint_bytes){(char *)after.ptr, after.len});
    patch p = {.diff = {diff.ptr, diff.length}, .old = before};
    require(diff.ptr[diff.length] == '\0');
    require((diff.length == 0) == tl_str_equal(before, after));
    if (diff.length) {
        require(take_prefix(&p.diff, TL_STR("--- \"a/a\\012b\"\n+++ \"b/a\\012b\"\n")));
        while (p.diff.len) {
            apply_hunk(&p);
        }
    }
    tl_buf_add(&p.made, p.old);
    require(tl_str_equal(tl_buf_str(&p.made), after));
    tl_buf_clear(&p.made);
    free(diff.ptr);
    return 0;
}
