/* SPDX-License-Identifier: MPL-2.0 */
/* Tells addresses and file names from text that only lacks a space: in `left.right` both have two
 * letters or more, and the right part is all lower case (csto.int, Report.docx) or both are all
 * capitals and the right part is short (CMD.EXE); `end.The` and initials are text. A Cyrillic right
 * part must be a known top-level domain, as abbreviations are often written without a space
 * («ул.ленина»). One name among the parts of a token condemns all of it. */
#include "text/token.h"

#include "text/abbreviation.h"
#include "text/script.h"
#include "text/trait.h"
#include "text/words.h"

#include <string.h>

enum { EXTENSION_MAX = 4 }; /* letters of DOCX, INFO … */

/* What stands between two separators of a token. */
typedef struct token_part {
    tl_range range;
    uint32_t letters, characters;
    tl_trait seen, first;
} token_part;

static const tl_str cyrillic_domains[] = {
#include "cyrillic-domains.inc"
};

/* Marks and ignorables, which count for nothing. */
static bool
is_invisible(tl_trait trait)
{
    tl_trait_class class = tl_trait_class_of(trait);
    return class == TL_CLASS_MARK || class == TL_CLASS_IGNORABLE;
}

static bool
is_part(uint32_t code_point, tl_trait trait)
{
    return (trait & TL_TRAIT_WORD) != 0 || is_invisible(trait) || code_point == '-' ||
           code_point == '_';
}

static bool
is_separator(uint32_t code_point)
{
    return code_point < 0x80 && code_point != 0 && strchr("./\\@~%=&?#+", (int)code_point) != NULL;
}

static size_t
token_begin(tl_str text, size_t at)
{
    while (at > 0) {
        size_t before = at;
        uint32_t code_point = tl_utf8_previous(text, &before);
        if (!is_separator(code_point) && !is_part(code_point, tl_trait_of(code_point))) {
            break;
        }
        at = before;
    }
    return at;
}

/* A URL goes on to white space, a quotation mark or a bracket that was not opened in it. */
static size_t
url_end(tl_str text, size_t at)
{
    size_t depth = 0;
    for (size_t next = at; at < text.len; at = next) {
        tl_trait_class class = tl_trait_class_of(tl_trait_next(text, &next));
        if (text.ptr[at] == '(') {
            depth++;
        } else if (text.ptr[at] == ')' && depth > 0) {
            depth--;
        } else if (class == TL_CLASS_SPACE || class == TL_CLASS_LINE_BREAK ||
                   class == TL_CLASS_PARAGRAPH || class == TL_CLASS_QUOTE ||
                   class == TL_CLASS_APOSTROPHE || text.ptr[at] == '<' || text.ptr[at] == '>') {
            break;
        }
    }
    return at;
}

static void
extend_part(token_part *part, tl_range range, tl_trait trait)
{
    part->range.end = range.end;
    if (is_invisible(trait)) {
        return;
    }
    if (part->characters == 0) {
        part->range.begin = range.begin;
        part->first = trait;
    }
    part->characters++;
    part->letters += (trait & TL_TRAIT_LETTER) != 0;
    part->seen |= trait;
}

static bool
is_all_upper(const token_part *part)
{
    return (part->seen & TL_TRAIT_UPPER) != 0 && (part->seen & TL_TRAIT_LOWER) == 0;
}

static bool
is_all_lower(const token_part *part)
{
    return (part->seen & TL_TRAIT_LOWER) != 0 && (part->seen & TL_TRAIT_UPPER) == 0;
}

static bool
is_cyrillic_domain(tl_str text, const token_part *part)
{
    char key[64];
    tl_str word = tl_str_at(text, part->range);
    if (word.len * 3 > sizeof key) {
        return false;
    }
    tl_str folded = {key, tl_words_key(word, key)};
    for (size_t i = 0; i < sizeof cyrillic_domains / sizeof cyrillic_domains[0]; i++) {
        if (tl_str_equal(folded, cyrillic_domains[i])) {
            return true;
        }
    }
    return false;
}

/* True if `left.right` in capitals is a name rather than an abbreviation and a word. */
static bool
is_capital_name(tl_str text, const token_part *left, const token_part *right)
{
    return is_all_upper(left) && is_all_upper(right) && right->characters <= EXTENSION_MAX &&
           !tl_is_abbreviation(tl_str_at(text, left->range));
}

/* True if `left.right` is a name. In a path one of the two may be a single letter (words.c,
 * t.me/…), which otherwise is an initial or an abbreviation. */
static bool
is_name(tl_str text, const token_part *left, const token_part *right, bool in_path)
{
    bool is_long = in_path ? left->characters + right->characters > 2
                           : left->characters > 1 && right->characters > 1;
    if (!is_long || left->letters == 0 || (right->first & TL_TRAIT_LETTER) == 0) {
        return false;
    }
    if ((right->seen >> TL_TRAIT_SCRIPT & TL_SCRIPT_CYRILLIC) != 0) {
        return is_cyrillic_domain(text, right);
    }
    return is_all_lower(right) || is_capital_name(text, left, right);
}

/* State of the walk over a token. */
typedef struct token_walk {
    token_part left, current;
    bool dotted; /* nothing but one full stop is between the two */
    bool path;   /* a slash has been seen */
    bool mail;   /* a part and "@" have been seen */
    bool found;
} token_walk;

static void
end_part(token_walk *walk, tl_str text, char separator)
{
    if (walk->current.characters == 0) {
        walk->dotted = false;
        return;
    }
    walk->path |= separator == '/' || separator == '\\';
    if (walk->dotted) {
        walk->found |= (walk->mail && walk->current.letters > 0) ||
                       is_name(text, &walk->left, &walk->current, walk->path);
    }
    walk->mail |= separator == '@';
    walk->dotted = separator == '.';
    walk->left = walk->current;
    walk->current = (token_part){0};
}

static tl_token
name_token(tl_str text, size_t begin)
{
    token_walk walk = {0};
    size_t at = begin;
    while (at < text.len) {
        size_t next = at;
        uint32_t code_point = tl_utf8_next(text, &next);
        tl_trait trait = tl_trait_of(code_point);
        if (is_part(code_point, trait)) {
            extend_part(&walk.current, (tl_range){(uint32_t)at, (uint32_t)next}, trait);
        } else if (is_separator(code_point)) {
            end_part(&walk, text, (char)code_point);
        } else {
            break;
        }
        at = next;
    }
    end_part(&walk, text, ' ');
    return (tl_token){begin, at, !walk.found};
}

static bool
starts_with_www(tl_str text, size_t begin)
{
    return tl_str_equal_ascii_nocase(tl_str_slice(text, begin, begin + 4), TL_STR("www."));
}

tl_token
tl_token_around(tl_str text, size_t at)
{
    size_t begin = token_begin(text, at);
    if (tl_str_equal(tl_str_slice(text, at, at + 3), TL_STR("://"))) {
        return (tl_token){begin, url_end(text, at + 3), false};
    }
    if (starts_with_www(text, begin)) {
        return (tl_token){begin, url_end(text, begin), false};
    }
    return name_token(text, begin);
}

/* The code point before `at`, and before any marks there, is of a word. */
static bool
follows_word(tl_str text, size_t at)
{
    uint32_t code_point = 0;
    tl_trait trait = 0;
    do {
        code_point = at > 0 ? tl_utf8_previous(text, &at) : 0;
        trait = tl_trait_of(code_point);
    } while (code_point != 0 && is_invisible(trait));
    return is_part(code_point, trait);
}

/* Letters, digits and "_": what a handle or a tag goes on with. */
static tl_token
handle_token(tl_str text, size_t at)
{
    static const tl_str never_before = TL_STR_INIT("&/.#@:");
    size_t mark = at - 1, end = at;
    if (follows_word(text, mark) ||
        (mark > 0 && tl_str_find_byte(never_before, text.ptr[mark - 1], 0) < never_before.len)) {
        return (tl_token){at, at, true};
    }
    for (size_t next = at; next < text.len; end = next) {
        uint32_t code_point = tl_utf8_next(text, &next);
        if (code_point == '-' || !is_part(code_point, tl_trait_of(code_point))) {
            break;
        }
    }
    return (tl_token){mark, end, false};
}

static bool
precedes_word(tl_str text, size_t at)
{
    if (at >= text.len) {
        return false;
    }
    uint32_t code_point = tl_utf8_next(text, &at);
    return is_part(code_point, tl_trait_of(code_point));
}

/* A path stands behind white space or what opens a quotation or a bracket. */
static bool
may_begin_path(tl_str text, size_t at)
{
    if (at == 0) {
        return true;
    }
    uint32_t before = tl_utf8_previous(text, &at);
    tl_trait_class class = tl_trait_class_of(tl_trait_of(before));
    return class == TL_CLASS_SPACE || class == TL_CLASS_LINE_BREAK || class == TL_CLASS_PARAGRAPH ||
           before == 0xAB || before == 0x201C || before == 0x201E ||
           (before < 0x80 && strchr("([\"'`=,:;", (int)before) != NULL);
}

/* Where a path whose names are divided by `slash` ends; adds to *names those behind the first. */
static size_t
path_end(tl_str text, size_t at, char slash, size_t *names)
{
    for (size_t next = at; next < text.len; at = next) {
        bool is_slash = text.ptr[next] == slash;
        uint32_t code_point = tl_utf8_next(text, &next);
        if (!is_slash && code_point != '.' && !is_part(code_point, tl_trait_of(code_point))) {
            break;
        }
        *names += is_slash && precedes_word(text, next);
    }
    return at;
}

/* A path has two names at least, or begins with "~/", "./", "../", "C:\\". */
static tl_token
path_token(tl_str text, size_t at)
{
    size_t begin = at - 1, names = 1;
    char slash = text.ptr[begin];
    while (begin > 0 && strchr("./~\\", text.ptr[begin - 1]) != NULL) {
        begin--;
    }
    bool has_drive = slash == '\\' && begin > 1 && text.ptr[begin - 1] == ':';
    begin -= has_drive ? 2 : 0;
    size_t end = may_begin_path(text, begin) ? path_end(text, at, slash, &names) : at;
    bool is_relative = text.ptr[begin] == '~' || text.ptr[begin] == '.';
    if (end == at || (names == 1 && !has_drive && !is_relative)) {
        return (tl_token){at, at, true};
    }
    return (tl_token){begin, end, false};
}

tl_token
tl_token_marked(tl_str text, size_t at)
{
    switch (text.ptr[at - 1]) {
    case '@':
    case '#': return handle_token(text, at);
    case '/':
    case '\\': return path_token(text, at);
    default: return (tl_token){at, at, true};
    }
}

static bool
is_scheme_letter(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
           (byte >= '0' && byte <= '9') || byte == '+' || byte == '.' || byte == '-';
}

tl_token
tl_token_autolink(tl_str text, size_t at)
{
    enum { SCHEME_MAX = 32 };
    size_t colon = at;
    while (colon < text.len && colon - at <= SCHEME_MAX && is_scheme_letter(text.ptr[colon])) {
        colon++;
    }
    size_t end = colon;
    if (colon - at >= 2 && colon < text.len && text.ptr[colon] == ':') {
        while (end < text.len && (unsigned char)text.ptr[end] > ' ' && text.ptr[end] != '<' &&
               text.ptr[end] != '>') {
            end++;
        }
    }
    if (end == colon || end == text.len || text.ptr[end] != '>') {
        return (tl_token){at, at, true};
    }
    return (tl_token){at, end, false};
}
