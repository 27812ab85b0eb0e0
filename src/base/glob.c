/* SPDX-License-Identifier: MPL-2.0 */
/* Path patterns with the meaning that git's manual gives them; a test compares the two. Knows bytes
 * and slashes, nothing of the file system. Matching keeps two places to go back to, the last
 * * and the last **: an earlier one never has to be tried again, so time is bounded by the product
 * of the lengths. */
#include "base/glob.h"

/* Where matching stands, and the places to go back to. */
typedef struct matcher {
    tl_str pattern, path;
    size_t pattern_at, path_at;
    bool has_star, has_deep;
    size_t star_pattern, star_path; /* behind the last *, and how far it reaches */
    size_t deep_pattern, deep_path; /* behind the last ** and its slash, and the folder tried */
} matcher;

static const struct char_class {
    tl_str name;
    const char *ranges; /* pairs of first and last byte */
} char_classes[] = {
    {TL_STR_INIT("alnum"), "09AZaz"},   {TL_STR_INIT("alpha"), "AZaz"},
    {TL_STR_INIT("blank"), "\t\t  "},   {TL_STR_INIT("cntrl"), "\1\37\177\177"},
    {TL_STR_INIT("digit"), "09"},       {TL_STR_INIT("graph"), "!~"},
    {TL_STR_INIT("lower"), "az"},       {TL_STR_INIT("print"), " ~"},
    {TL_STR_INIT("punct"), "!/:@[`{~"}, {TL_STR_INIT("space"), "\t\r  "},
    {TL_STR_INIT("upper"), "AZ"},       {TL_STR_INIT("xdigit"), "09AFaf"},
};

static bool
is_in_ranges(const char *ranges, unsigned char byte)
{
    for (; *ranges != '\0'; ranges += 2) {
        if (byte >= (unsigned char)ranges[0] && byte <= (unsigned char)ranges[1]) {
            return true;
        }
    }
    return false;
}

/* The byte at `at`, or 0 behind the end: no path has one. */
static unsigned char
byte_at(tl_str str, size_t at)
{
    return at < str.len ? (unsigned char)str.ptr[at] : 0;
}

/* A [set] being read, and whether it has `byte`. */
typedef struct byte_set {
    unsigned char byte;
    unsigned char previous; /* the byte that a following - makes a range of, or 0 */
    bool matched;
} byte_set;

static void
add_byte(byte_set *set, unsigned char byte)
{
    set->matched |= set->byte == byte;
    set->previous = byte;
}

/* Reads [:name:], or a lone [ if it is not one. Returns false if it is malformed. */
static bool
read_class(tl_str pattern, size_t *at, byte_set *set)
{
    size_t begin = *at + 2, end = tl_str_find_byte(pattern, ']', begin);
    if (end == pattern.len) {
        return false;
    }
    if (end == begin || pattern.ptr[end - 1] != ':') {
        add_byte(set, '[');
        *at += 1;
        return true;
    }
    tl_str name = tl_str_slice(pattern, begin, end - 1);
    for (size_t i = 0; i < sizeof char_classes / sizeof char_classes[0]; i++) {
        if (tl_str_equal(name, char_classes[i].name)) {
            set->matched |= is_in_ranges(char_classes[i].ranges, set->byte);
            set->previous = 0;
            *at = end + 1;
            return true;
        }
    }
    return false;
}

/* Reads the end of a range, from its hyphen on. Returns false if it is malformed. */
static bool
read_range(tl_str pattern, size_t *at, byte_set *set)
{
    *at += byte_at(pattern, *at + 1) == '\\' ? 2 : 1;
    unsigned char last = byte_at(pattern, *at);
    set->matched |= set->byte >= set->previous && set->byte <= last;
    set->previous = 0;
    *at += 1;
    return last != 0;
}

/* Reads one member of a set. Returns false if the set is malformed. */
static bool
read_member(tl_str pattern, size_t *at, byte_set *set)
{
    unsigned char byte = byte_at(pattern, *at), next = byte_at(pattern, *at + 1);
    if (byte == '-' && set->previous != 0 && next != 0 && next != ']') {
        return read_range(pattern, at, set);
    }
    if (byte == '[' && next == ':') {
        return read_class(pattern, at, set);
    }
    bool escaped = byte == '\\';
    add_byte(set, escaped ? next : byte);
    *at += escaped ? 2 : 1;
    return set->previous != 0;
}

/* True if `byte` is in the set that starts behind its [ at *at; then *at moves behind its ]. */
static bool
is_in_set(tl_str pattern, size_t *at, unsigned char byte)
{
    size_t p = *at;
    bool negated = byte_at(pattern, p) == '!' || byte_at(pattern, p) == '^';
    byte_set set = {.byte = byte};
    p += negated;
    do { /* a ] that comes first is a member */
        if (!read_member(pattern, &p, &set)) {
            return false;
        }
    } while (byte_at(pattern, p) != ']');
    *at = p + 1;
    return set.matched != negated && byte != '/';
}

/* True if the element of the pattern at *at, which is no star, matches `byte`; then *at moves
 * behind it. */
static bool
matches_one(tl_str pattern, size_t *at, unsigned char byte)
{
    size_t p = *at;
    unsigned char element = byte_at(pattern, p++);
    if (element == '[') {
        *at = p;
        return is_in_set(pattern, at, byte);
    }
    if (element == '\\') {
        element = byte_at(pattern, p++);
        *at = p;
        return element == byte && element != 0;
    }
    *at = p;
    return element == '?' ? byte != '/' : element == byte;
}

/* Length of the slash at `at`, which may be escaped; 0 if there is none. */
static size_t
slash_length(tl_str pattern, size_t at)
{
    if (byte_at(pattern, at) == '/') {
        return 1;
    }
    return byte_at(pattern, at) == '\\' && byte_at(pattern, at + 1) == '/' ? 2 : 0;
}

/* Takes a run of stars. Returns true if that decides the match: a final ** takes all. */
static bool
take_stars(matcher *m)
{
    size_t begin = m->pattern_at, end = begin;
    while (byte_at(m->pattern, end) == '*') {
        end++;
    }
    size_t slash = slash_length(m->pattern, end);
    bool starts_name = begin == 0 || m->pattern.ptr[begin - 1] == '/';
    bool is_deep = end - begin > 1 && starts_name && (slash != 0 || end == m->pattern.len);
    m->has_star = !is_deep;
    m->pattern_at = m->star_pattern = end;
    m->star_path = m->path_at;
    if (is_deep) {
        m->has_deep = true;
        m->deep_pattern = end + slash;
        m->deep_path = m->path_at;
        /* As in git, an escaped slash stays to be matched, so there is one folder at least. */
        m->pattern_at += slash == 1;
    }
    return is_deep && slash == 0;
}

/* Goes back to the last *, to take one byte more, or to the last **, to take one folder more. */
static bool
go_back(matcher *m)
{
    if (m->has_star && m->star_path < m->path.len && m->path.ptr[m->star_path] != '/') {
        m->path_at = ++m->star_path;
        m->pattern_at = m->star_pattern;
        return true;
    }
    if (!m->has_deep) {
        return false;
    }
    size_t slash = tl_str_find_byte(m->path, '/', m->deep_path);
    m->has_star = false;
    m->path_at = m->deep_path = slash + 1;
    m->pattern_at = m->deep_pattern;
    return slash < m->path.len;
}

static bool
matches_whole(tl_str pattern, tl_str path)
{
    matcher m = {.pattern = pattern, .path = path};
    while (m.pattern_at < pattern.len || m.path_at < path.len) {
        if (byte_at(pattern, m.pattern_at) == '*') {
            if (take_stars(&m)) {
                return true;
            }
            continue;
        }
        bool matched = m.path_at < path.len && m.pattern_at < pattern.len &&
                       matches_one(pattern, &m.pattern_at, (unsigned char)path.ptr[m.path_at]);
        m.path_at += matched;
        if (!matched && !go_back(&m)) {
            return false;
        }
    }
    return true;
}

static tl_str
last_name(tl_str path)
{
    size_t begin = path.len;
    while (begin > 0 && path.ptr[begin - 1] != '/') {
        begin--;
    }
    return tl_str_slice(path, begin, path.len);
}

bool
tl_glob_match(tl_str pattern, tl_str path, bool is_folder)
{
    if (tl_str_ends_with(pattern, TL_STR("/"))) {
        if (!is_folder) {
            return false;
        }
        pattern.len--;
    }
    if (tl_str_find_byte(pattern, '/', 0) == pattern.len) {
        return matches_whole(pattern, last_name(path));
    }
    size_t begin = pattern.ptr[0] == '/';
    return matches_whole(tl_str_slice(pattern, begin, pattern.len), path);
}

bool
tl_glob_covers(tl_str pattern, tl_str path)
{
    for (size_t end = 0; (end = tl_str_find_byte(path, '/', end)) < path.len; end++) {
        if (tl_glob_match(pattern, tl_str_slice(path, 0, end), true)) {
            return true;
        }
    }
    return tl_glob_match(pattern, path, false);
}
