/* SPDX-License-Identifier: MPL-2.0 */
/* Reads which lines a unified diff adds, and keeps the findings on them. The whole document has
 * been checked before, so that what a line means in its context is not lost. Takes diffs as git and
 * diff -u write them: prefixes a/ and b/ or none, names quoted in C style, any number of context
 * lines. */
#include "termlint.h"

#include "base/alloc.h"
#include "base/array.h"
#include "base/buf.h"
#include "engine/give.h"
#include "report/report.h"

#include <stdlib.h>

/* One file of the diff: lines [first, first + count) of the list. */
typedef struct diff_file {
    tl_str path; /* of the new side, without prefix */
    size_t first, count;
} diff_file;

struct termlint_added_lines {
    tl_arena arena;
    diff_file *files;
    size_t file_count, file_capacity;
    uint32_t *lines; /* ascending within each file */
    size_t count, capacity;
};

void
termlint_added_lines_free(termlint_added_lines *lines)
{
    if (lines) {
        free(lines->files);
        free(lines->lines);
        tl_arena_clear(&lines->arena);
        free(lines);
    }
}

static char
unescape_letter(char c)
{
    static const char from[] = "abtnvfr", to[] = "\a\b\t\n\v\f\r";
    size_t at = tl_str_find_byte(TL_STR("abtnvfr"), c, 0);
    return at < sizeof from - 1 ? to[at] : c;
}

/* A name in quotation marks, with escapes as in C: "\320\277.txt". */
static tl_str
unquote(tl_str quoted, tl_arena *arena)
{
    tl_buf out = {0};
    for (size_t i = 1; i < quoted.len && quoted.ptr[i] != '"'; i++) {
        char c = quoted.ptr[i];
        if (c != '\\' || i + 1 >= quoted.len) {
            tl_buf_add_byte(&out, c);
            continue;
        }
        unsigned value = 0, digits = 0;
        while (digits < 3 && i + 1 < quoted.len && quoted.ptr[i + 1] >= '0' &&
               quoted.ptr[i + 1] <= '7') {
            value = value * 8 + (unsigned)(quoted.ptr[++i] - '0');
            digits++;
        }
        tl_buf_add_byte(&out, digits ? (char)value : unescape_letter(quoted.ptr[++i]));
    }
    tl_str name = tl_arena_copy(arena, tl_buf_str(&out));
    tl_buf_clear(&out);
    return name;
}

/* The name behind "+++ ", without a time stamp and without a prefix such as b/. */
static tl_str
new_name(tl_str line, tl_arena *arena)
{
    static const tl_str prefixes = TL_STR_INIT("bwi2"); /* git's, with diff.mnemonicPrefix too */
    tl_str name = tl_str_slice(line, 4, line.len);
    name = tl_str_starts_with(name, TL_STR("\""))
               ? unquote(name, arena)
               : tl_str_trim(tl_str_slice(name, 0, tl_str_find_byte(name, '\t', 0)));
    bool has_prefix = name.len > 2 && name.ptr[1] == '/' &&
                      tl_str_find_byte(prefixes, name.ptr[0], 0) < prefixes.len;
    return tl_arena_copy(arena, has_prefix ? tl_str_slice(name, 2, name.len) : name);
}

static void
add_file(termlint_added_lines *lines, tl_str path)
{
    lines->files = tl_array_reserve(lines->files, &lines->file_capacity, lines->file_count + 1,
                                    sizeof *lines->files);
    lines->files[lines->file_count++] = (diff_file){.path = path, .first = lines->count};
}

static void
add_line(termlint_added_lines *lines, uint32_t line)
{
    lines->lines =
        tl_array_reserve(lines->lines, &lines->capacity, lines->count + 1, sizeof *lines->lines);
    lines->lines[lines->count++] = line;
    lines->files[lines->file_count - 1].count++;
}

/* Reads a number and moves *at behind it; false if there is none. */
static bool
take_number(tl_str text, size_t *at, uint32_t *number)
{
    size_t begin = *at;
    for (*number = 0; *at < text.len && text.ptr[*at] >= '0' && text.ptr[*at] <= '9'; ++*at) {
        *number = *number * 10 + (uint32_t)(text.ptr[*at] - '0');
    }
    return *at > begin && *at - begin < 10;
}

/* "-12,3" or "+12": the start and the number of lines, which is 1 if it is left out. */
static bool
take_span(tl_str line, char sign, uint32_t *first, uint32_t *count)
{
    size_t at = tl_str_find_byte(line, sign, 2) + 1;
    *count = 1;
    if (at > line.len || !take_number(line, &at, first)) {
        return false;
    }
    if (at < line.len && line.ptr[at] == ',') {
        at++;
        return take_number(line, &at, count);
    }
    return true;
}

/* What is left of the hunk at hand. */
typedef struct hunk {
    uint32_t old_left, new_left;
    uint32_t line; /* of the new side, next */
} hunk;

static bool
open_hunk(tl_str line, hunk *open)
{
    uint32_t old_first;
    return take_span(line, '-', &old_first, &open->old_left) &&
           take_span(line, '+', &open->line, &open->new_left);
}

static void
read_hunk_line(termlint_added_lines *lines, tl_str line, hunk *open)
{
    char mark = line.len ? line.ptr[0] : ' ';
    if (mark == '\\') {
        return;
    }
    if (mark == '+') {
        add_line(lines, open->line);
    }
    if (mark != '-' && open->new_left) {
        open->new_left--;
        open->line++;
    }
    if (mark != '+' && open->old_left) {
        open->old_left--;
    }
}

termlint_added_lines *
termlint_added_lines_read(const char *name, const char *bytes, size_t length, char **error)
{
    termlint_added_lines *lines = tl_alloc_zero(1, sizeof *lines);
    tl_str rest = {bytes, length}, line;
    hunk open = {0};
    bool is_diff = tl_str_trim((tl_str){bytes, length}).len == 0;
    for (size_t number = 1; tl_str_split(&rest, '\n', &line); number++) {
        if (open.old_left || open.new_left) {
            read_hunk_line(lines, line, &open);
        } else if (tl_str_starts_with(line, TL_STR("+++ "))) {
            add_file(lines, new_name(line, &lines->arena));
            is_diff = true;
        } else if (tl_str_starts_with(line, TL_STR("diff "))) {
            is_diff = true; /* a file renamed or deleted has no other lines */
        } else if (tl_str_starts_with(line, TL_STR("@@ ")) &&
                   (lines->file_count == 0 || !open_hunk(line, &open))) {
            tl_error problem = {0};
            tl_error_set(&problem,
                         "%s:%zu: not a hunk of a unified diff, want “@@ -1,2 +1,2 @@” "
                         "below “+++ NAME”",
                         name, number);
            tl_give_error(error, &problem);
            termlint_added_lines_free(lines);
            return NULL;
        }
    }
    if (!is_diff) {
        tl_error problem = {0};
        tl_error_set(&problem, "%s: no unified diff, want lines “+++ NAME” and “@@ … @@”", name);
        tl_give_error(error, &problem);
        termlint_added_lines_free(lines);
        return NULL;
    }
    return lines;
}

static tl_str
without_dots(tl_str path)
{
    while (tl_str_starts_with(path, TL_STR("./"))) {
        path = tl_str_slice(path, 2, path.len);
    }
    return path;
}

/* The diff names files from its own top: a path that ends with that name is the file. */
static bool
is_same_file(tl_str path, tl_str named)
{
    if (!tl_str_ends_with(path, named)) {
        return false;
    }
    size_t before = path.len - named.len;
    return named.len > 0 && (before == 0 || path.ptr[before - 1] == '/');
}

/* Whether one of the lines [from, to] is added in `file`. */
static bool
has_line(const termlint_added_lines *lines, const diff_file *file, uint32_t from, uint32_t to)
{
    const uint32_t *added = lines->lines + file->first;
    size_t at = from ? tl_array_first_above(added, file->count, sizeof *added, 0, from - 1) : 0;
    return at < file->count && added[at] <= to;
}

typedef struct standpoint {
    const termlint_added_lines *lines;
    const char *here; /* the folder we are in, or NULL */
} standpoint;

/* A finding is told by the path that its document was named by; a diff that was made in a folder
 * names it from the top of the repository, so the path is seen from `here`. */
static bool
is_added(void *context, const tl_diag *diag)
{
    const standpoint *from = context;
    const termlint_added_lines *lines = from->lines;
    tl_buf path = {0};
    bool added = false;
    tl_buf_add_format(&path, "%s/", from->here ? from->here : "");
    tl_buf_add(&path, without_dots(diag->path));
    for (size_t i = 0; i < lines->file_count && !added; i++) {
        added = is_same_file(tl_buf_str(&path), lines->files[i].path) &&
                has_line(lines, &lines->files[i], diag->begin.line, diag->end.line);
    }
    tl_buf_clear(&path);
    return added;
}

void
termlint_added_lines_apply(const termlint_added_lines *lines, termlint_report *report)
{
    char *here = realpath(".", NULL);
    standpoint from = {lines, here};
    tl_report_filter(report, is_added, &from);
    free(here);
}
