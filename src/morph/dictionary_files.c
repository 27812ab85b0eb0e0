/* SPDX-License-Identifier: MPL-2.0 */
/* Looks at the files of a dictionary as hunspell(5) describes them, far enough to see that they are
 * whole. Works on bytes in any encoding in which line ends, digits and "/" are what they are in
 * ASCII. */
#include "morph/dictionary_files.h"

static const tl_str byte_order_mark = TL_STR_INIT("\xEF\xBB\xBF");

static tl_str
without_mark(tl_str bytes)
{
    bool marked = tl_str_starts_with(bytes, byte_order_mark);
    return tl_str_slice(bytes, marked ? byte_order_mark.len : 0, bytes.len);
}

/* The next word of a line, after spaces and tabs; empty at its end. */
static tl_str
next_field(tl_str *line)
{
    size_t begin = 0, end;
    while (begin < line->len && (line->ptr[begin] == ' ' || line->ptr[begin] == '\t')) {
        begin++;
    }
    for (end = begin; end < line->len && line->ptr[end] != ' ' && line->ptr[end] != '\t'; end++) {
    }
    tl_str field = tl_str_slice(*line, begin, end);
    *line = tl_str_slice(*line, end, line->len);
    return field;
}

/* The number that a field is, or -1. */
static int64_t
number_of(tl_str field)
{
    enum { MOST_DIGITS = 9 };
    int64_t number = 0;
    for (size_t i = 0; i < field.len; i++) {
        if (field.ptr[i] < '0' || field.ptr[i] > '9' || i == MOST_DIGITS) {
            return -1;
        }
        number = number * 10 + (field.ptr[i] - '0');
    }
    return field.len ? number : -1;
}

/* A table of an .aff file: a line "NAME count" or "SFX flag Y count", and then as many lines of the
 * name. */
typedef struct affix_table {
    tl_str name;
    int64_t missing;
} affix_table;

static bool
is_affix(tl_str name)
{
    return tl_str_equal(name, TL_STR("SFX")) || tl_str_equal(name, TL_STR("PFX"));
}

static void
read_affix_line(tl_str line, affix_table *table)
{
    tl_str name = next_field(&line), second = next_field(&line), third = next_field(&line);
    if (table->missing > 0 && tl_str_equal(name, table->name)) {
        table->missing--;
        return;
    }
    tl_str counted = is_affix(name) ? next_field(&line) : second;
    bool is_head = is_affix(name) ? next_field(&line).len == 0 : third.len == 0;
    int64_t count = number_of(counted);
    static const tl_str tables[] = {
        TL_STR_INIT("SFX"),   TL_STR_INIT("PFX"),   TL_STR_INIT("REP"),          TL_STR_INIT("MAP"),
        TL_STR_INIT("ICONV"), TL_STR_INIT("OCONV"), TL_STR_INIT("AF"),           TL_STR_INIT("AM"),
        TL_STR_INIT("PHONE"), TL_STR_INIT("BREAK"), TL_STR_INIT("COMPOUNDRULE"),
    };
    for (size_t i = 0; is_head && count > 0 && i < sizeof tables / sizeof tables[0]; i++) {
        if (tl_str_equal(name, tables[i])) {
            *table = (affix_table){.name = name, .missing = count};
        }
    }
}

bool
tl_affix_file_check(const char *path, tl_str bytes, tl_error *error)
{
    tl_str rest = without_mark(bytes), line;
    affix_table table = {.missing = 0};
    if (tl_str_trim(rest).len == 0) {
        return tl_error_set(error, "%s is empty", path);
    }
    while (tl_str_split(&rest, '\n', &line)) {
        read_affix_line(tl_str_trim(line), &table);
    }
    if (table.missing > 0) {
        return tl_error_set(error, "%s is cut off: %lld rows of its last table are missing", path,
                            (long long)table.missing);
    }
    return true;
}

/* True for a line that has a word. */
static bool
has_word(tl_str line)
{
    return line.len > 0 && line.ptr[0] != '#' && line.ptr[0] != '/' && line.ptr[0] != '\t' &&
           line.ptr[0] != ' ' && line.ptr[0] != '\r';
}

static size_t
count_words(tl_str rest)
{
    size_t count = 0;
    for (tl_str line; tl_str_split(&rest, '\n', &line);) {
        count += has_word(line);
    }
    return count;
}

/* The number on the first line is only about right, so that a file counts as cut off when it has
 * less than half of that, or when it has less and its last line has no end. */
bool
tl_word_file_check(const char *path, tl_str bytes, tl_error *error)
{
    tl_str rest = without_mark(bytes), first = {NULL, 0};
    tl_str_split(&rest, '\n', &first);
    first = tl_str_trim(first);
    int64_t announced = number_of(next_field(&first)), count = (int64_t)count_words(rest);
    if (count == 0) {
        return tl_error_set(error, "%s has no words", path);
    }
    bool is_ended = bytes.ptr[bytes.len - 1] == '\n';
    bool is_cut = count * 2 < announced || (!is_ended && count + announced / 100 < announced);
    if (is_cut) {
        return tl_error_set(error, "%s is cut off: it has %lld words of %lld", path,
                            (long long)count, (long long)announced);
    }
    return true;
}

/* What stands before the flags and the morphological fields. */
static tl_str
word_of(tl_str line)
{
    size_t end = 0;
    while (end < line.len && line.ptr[end] != '/' && line.ptr[end] != '\t' &&
           line.ptr[end] != ' ' && line.ptr[end] != '\r') {
        end++;
    }
    return tl_str_slice(line, 0, end);
}

size_t
tl_word_file_sample(tl_str bytes, tl_str samples[TL_DICTIONARY_SAMPLES])
{
    tl_str rest = without_mark(bytes), line;
    tl_str_split(&rest, '\n', &line);
    size_t words = count_words(rest), number = 0, count = 0;
    while (count < TL_DICTIONARY_SAMPLES && tl_str_split(&rest, '\n', &line)) {
        if (has_word(line) && number++ >= count * words / TL_DICTIONARY_SAMPLES) {
            samples[count++] = word_of(line);
        }
    }
    return count;
}
