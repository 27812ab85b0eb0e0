/* SPDX-License-Identifier: MPL-2.0 */
/* Languages and encoding of a PO file: from its name, and from its header, which is read twice: as
 * bytes, for the encoding, and as text. Locale names are taken apart here: ru_RU.UTF-8, sr@latin.
 */
#include "readers/po_header.h"

#include "text/language_tag.h"

#include <string.h>

enum { HEADER_SEARCH = 64 * 1024 }; /* how far the header may be from the begin of the file */

/* Up to ".", "@" or another end of what a locale calls language and country. */
static tl_str
without_codeset(tl_str locale)
{
    size_t end = 0;
    while (end < locale.len && strchr(".@ \t\r\n", locale.ptr[end]) == NULL) {
        end++;
    }
    return tl_str_slice(locale, 0, end);
}

/* The script that a modifier names ("@latin", "@cyrillic"), as a subtag. */
static tl_str
script_of(tl_str locale)
{
    tl_str modifier = tl_str_slice(locale, tl_str_find_byte(locale, '@', 0), locale.len);
    if (tl_str_equal_ascii_nocase(modifier, TL_STR("@latin"))) {
        return TL_STR("-Latn");
    }
    return tl_str_equal_ascii_nocase(modifier, TL_STR("@cyrillic")) ? TL_STR("-Cyrl") : TL_STR("");
}

/* The language tag of a locale, in the arena; empty if it has none. */
static tl_str
tag_of_locale(tl_str locale, tl_arena *arena)
{
    tl_str name = without_codeset(locale);
    tl_str language = tl_str_slice(name, 0, tl_str_find_byte(name, '_', 0));
    tl_str country = tl_str_slice(name, language.len + 1, name.len);
    tl_str script = script_of(locale);
    tl_str tag = tl_arena_format(arena, "%.*s%.*s%s%.*s", TL_STR_ARGS(language),
                                 TL_STR_ARGS(script), country.len ? "-" : "", TL_STR_ARGS(country));
    return tl_language_is_tag(tag) ? tag : (tl_str){NULL, 0};
}

/* A field is a line; a later one of the same name wins. */
void
tl_po_header_read(tl_po_header *header, tl_str text, tl_arena *arena)
{
    tl_str line;
    while (tl_str_split(&text, '\n', &line)) {
        size_t colon = tl_str_find_byte(line, ':', 0);
        tl_str name = tl_str_trim(tl_str_slice(line, 0, colon));
        tl_str tag = {NULL, 0};
        bool is_source = tl_str_equal_ascii_nocase(name, TL_STR("X-Source-Language"));
        if (is_source || tl_str_equal_ascii_nocase(name, TL_STR("Language"))) {
            tag = tag_of_locale(tl_str_trim(tl_str_slice(line, colon + 1, line.len)), arena);
        }
        if (tag.len > 0) {
            *(is_source ? &header->source : &header->target) = tag;
        }
    }
}

static tl_str
last_part(tl_str path, char separator)
{
    size_t begin = path.len;
    while (begin > 0 && path.ptr[begin - 1] != separator) {
        begin--;
    }
    return tl_str_slice(path, begin, path.len);
}

/* "ru", "pt_BR", "sr@latin"; three letters only where nothing else could stand. */
static bool
is_locale(tl_str name, bool may_be_long)
{
    tl_str bare = without_codeset(name);
    size_t letters = 0;
    while (letters < bare.len && bare.ptr[letters] >= 'a' && bare.ptr[letters] <= 'z') {
        letters++;
    }
    tl_str country = tl_str_slice(bare, letters, bare.len);
    bool has_country = country.len == 3 && (country.ptr[0] == '_' || country.ptr[0] == '-') &&
                       country.ptr[1] >= 'A' && country.ptr[1] <= 'Z';
    return (letters == 2 || (letters == 3 && (may_be_long || has_country))) &&
           (country.len == 0 || has_country);
}

/* The folder that holds LC_MESSAGES, in which the file stands. */
static tl_str
locale_folder(tl_str path, tl_str name)
{
    tl_str folders = tl_str_slice(path, 0, path.len - name.len);
    tl_str messages = TL_STR("/LC_MESSAGES/");
    if (!tl_str_ends_with(folders, messages)) {
        return (tl_str){NULL, 0};
    }
    return last_part(tl_str_slice(folders, 0, folders.len - messages.len), '/');
}

tl_po_header
tl_po_header_of_file(tl_str path)
{
    tl_po_header header = {.source = TL_STR("en")};
    tl_str name = last_part(path, '/'), folder = locale_folder(path, name);
    tl_str extension = last_part(name, '.');
    tl_str base = tl_str_slice(name, 0, name.len - extension.len - (extension.len < name.len));
    tl_str suffix = last_part(base, '.');
    bool is_template = tl_str_equal_ascii_nocase(extension, TL_STR("pot"));
    if (is_template) {
        return header;
    }
    if (is_locale(folder, true)) {
        header.target = without_codeset(folder);
    } else if (is_locale(suffix, suffix.len == base.len)) {
        header.target = without_codeset(suffix);
    }
    return header;
}

tl_str
tl_po_declared_encoding(tl_str bytes)
{
    tl_str head = tl_str_slice(bytes, 0, HEADER_SEARCH);
    tl_str type = TL_STR("Content-Type:"), charset = TL_STR("charset=");
    size_t line = tl_str_find(head, type, 0);
    head = tl_str_slice(head, line, tl_str_find_byte(head, '\n', line));
    size_t begin = tl_str_find(head, charset, 0) + charset.len;
    while (begin < head.len && head.ptr[begin] == ' ') {
        begin++;
    }
    size_t end = begin;
    while (end < head.len && strchr("\\\"; \t\r", head.ptr[end]) == NULL) {
        end++;
    }
    tl_str name = tl_str_slice(head, begin, end);
    return tl_str_equal(name, TL_STR("CHARSET")) ? (tl_str){NULL, 0} : name;
}
