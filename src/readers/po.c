/* SPDX-License-Identifier: MPL-2.0 */
/* Message catalogues of GNU gettext (its manual, "The Format of PO Files"): comments, and keywords
 * each with strings behind it, which are one text. An entry is a unit; its plural is a second
 * source, its plural forms are targets. Obsolete entries are comments, translations marked as fuzzy
 * are left out. Knows no plural rules. The grammar is that of msgfmt, which refuses what is refused
 * here. */
#include "readers/po_flag.h"
#include "readers/po_header.h"
#include "readers/readers.h"
#include "readers/unit.h"

#include <stdlib.h>
#include <string.h>

typedef enum field { FIELD_NONE, FIELD_CONTEXT, FIELD_ID, FIELD_PLURAL, FIELD_STRING } field;

typedef struct po {
    tl_document *document;
    tl_str bytes;
    uint32_t at;
    tl_unit_builder builder; /* of the field at hand */
    tl_po_header header;
    tl_str languages[TL_SIDE_TARGET + 1]; /* of the sides, as the header has them */

    /* The entry at hand. */
    field field;
    uint32_t form;  /* of the next plural form; 0: there are none */
    uint32_t begin; /* of its first keyword */
    size_t comment; /* the first comment before it, in the document's list */
    bool has_plural, is_fuzzy, is_header, has_string;
    tl_str id;      /* of the unit: the context if there is one, else the source text */
    tl_str context; /* empty: none */
    uint32_t unit;
} po;

static bool
fail_at(const po *p, uint32_t at, tl_error *error, const char *message)
{
    tl_position place = tl_source_position(p->document->source, at, TL_COLUMNS_CODE_POINTS);
    return tl_error_set(error, "%.*s: line %u, column %u: %s",
                        TL_STR_ARGS(p->document->source->name), place.line, place.column, message);
}

static char
peek(const po *p, uint32_t at)
{
    return at < p->bytes.len ? p->bytes.ptr[at] : '\0';
}

static bool
is_one_of(char c, const char *bytes)
{
    return c != '\0' && strchr(bytes, c) != NULL;
}

/* Ends the entry before `end`. What a directive before it covers is all of it. */
static void
end_entry(po *p, uint32_t end)
{
    for (; p->comment < p->document->comment_count; p->comment++) {
        p->document->comments[p->comment].next = (tl_range){p->begin, end};
    }
    p->unit += !p->is_header;
    p->field = FIELD_NONE;
    p->form = 0;
    p->has_plural = p->is_fuzzy = p->is_header = p->has_string = false;
    p->id = p->context = (tl_str){NULL, 0};
    p->builder.uses = (tl_placeholder_uses){0};
}

static void
set_languages(po *p)
{
    const tl_str named[] = {{NULL, 0}, p->header.source, p->header.target};
    for (tl_side side = TL_SIDE_SOURCE; side <= TL_SIDE_TARGET; side++) {
        tl_builder_set_language(&p->builder.text, named[side]);
        p->languages[side] = p->builder.text.language;
    }
}

/* A message is its own id; every finding in it says so, hence not all of an enormous one. */
static tl_str
id_of(tl_str message, tl_arena *arena)
{
    enum { LONGEST_ID = 1024 };
    size_t end = LONGEST_ID;
    if (message.len <= LONGEST_ID) {
        return tl_arena_copy(arena, message);
    }
    while (end > 0 && ((unsigned char)message.ptr[end] & 0xC0) == 0x80) {
        end--;
    }
    return tl_arena_format(arena, "%.*s…", (int)end, message.ptr);
}

static void
end_id(po *p)
{
    tl_str text = tl_unit_builder_text(&p->builder);
    if (p->id.len == 0) {
        p->is_header = text.len == 0;
        p->id = id_of(text, &p->document->arena);
    }
}

static void
end_side(po *p, tl_side side)
{
    size_t first = p->document->count;
    p->builder.text.language = p->languages[side];
    tl_unit_builder_end(&p->builder, side, p->unit, p->id);
    for (size_t i = first; i < p->document->count; i++) {
        p->document->segments[i].context = p->context;
    }
}

/* Makes of the strings behind a keyword what that keyword says. */
static void
end_field(po *p)
{
    tl_str text = tl_unit_builder_text(&p->builder);
    switch (p->field) {
    case FIELD_NONE: break;
    case FIELD_CONTEXT: p->id = p->context = tl_arena_copy(&p->document->arena, text); break;
    case FIELD_ID: end_id(p); /* fall through */
    case FIELD_PLURAL: end_side(p, TL_SIDE_SOURCE); break;
    case FIELD_STRING:
        if (p->is_header) {
            tl_po_header_read(&p->header, text, &p->document->arena);
            set_languages(p);
        } else if (!p->is_fuzzy) {
            end_side(p, TL_SIDE_TARGET);
        }
    }
    tl_unit_builder_drop(&p->builder);
}

/* A comment behind a translation belongs to the next entry. An obsolete entry uses up its flags. */
static void
read_comment(po *p)
{
    uint32_t begin = p->at;
    while (p->at < p->bytes.len && !is_one_of(p->bytes.ptr[p->at], "\r\n")) {
        p->at++;
    }
    if (p->field == FIELD_STRING) {
        end_field(p);
        end_entry(p, begin);
    }
    tl_str comment = tl_str_slice(p->bytes, begin, p->at);
    tl_document_add_comment(p->document, (tl_range){begin, p->at});
    if (tl_str_starts_with(comment, TL_STR("#,"))) {
        tl_str rest = tl_str_slice(comment, strlen("#,"), comment.len), flag;
        while (tl_str_split(&rest, ',', &flag)) {
            flag = tl_str_trim(flag);
            p->is_fuzzy = p->is_fuzzy || tl_str_equal(flag, TL_STR("fuzzy"));
            tl_po_take_flag(&p->builder.uses, flag);
        }
    } else if (tl_str_starts_with(comment, TL_STR("#~"))) {
        p->is_fuzzy = false;
        p->builder.uses = (tl_placeholder_uses){0};
    }
}

/* The value of an escape sequence of one letter, NUL for none. */
static char
simple_escape(char letter)
{
    static const char letters[] = "nrtabfv\"\\", values[] = "\n\r\t\a\b\f\v\"\\";
    const char *found = letter ? strchr(letters, letter) : NULL;
    return found ? values[found - letters] : '\0';
}

static uint32_t
digit_value(char c)
{
    return c >= '0' && c <= '9'   ? (uint32_t)(c - '0')
           : c >= 'a' && c <= 'f' ? (uint32_t)(c - 'a') + 10
           : c >= 'A' && c <= 'F' ? (uint32_t)(c - 'A') + 10
                                  : 16;
}

/* A character by its number: \101 \x41. Those beyond ASCII are bytes of an encoding that nobody
 * knows any more. */
static bool
read_number(po *p, tl_error *error)
{
    uint32_t begin = p->at, base = peek(p, begin + 1) == 'x' ? 16 : 8, value = 0;
    uint32_t first = begin + (base == 16 ? 2 : 1), limit = first + (base == 16 ? 2 : 3);
    for (p->at = first; p->at < limit && digit_value(peek(p, p->at)) < base; p->at++) {
        value = value * base + digit_value(peek(p, p->at));
    }
    if (p->at == first) {
        return fail_at(p, begin, error, "an unknown escape sequence, want \\n, \\t, \\\", \\\\ …");
    }
    char character = (char)value;
    bool is_known = value > 0 && value < 0x80;
    tl_builder_add_as(&p->builder.text, is_known ? (tl_str){&character, 1} : TL_STR("\xEF\xBF\xBD"),
                      (tl_range){begin, p->at});
    return true;
}

static bool
read_escape(po *p, tl_error *error)
{
    char character = simple_escape(peek(p, p->at + 1));
    if (character == '\0') {
        return read_number(p, error);
    }
    tl_builder_add_as(&p->builder.text, (tl_str){&character, 1}, (tl_range){p->at, p->at + 2});
    p->at += 2;
    return true;
}

static bool
read_string(po *p, tl_error *error)
{
    uint32_t open = p->at++;
    if (p->field == FIELD_NONE) {
        return fail_at(p, open, error, "a string without a keyword, want msgid or msgstr");
    }
    p->has_string = true;
    while (peek(p, p->at) != '"') {
        uint32_t begin = p->at;
        while (p->at < p->bytes.len && !is_one_of(p->bytes.ptr[p->at], "\"\\\r\n")) {
            p->at++;
        }
        tl_builder_add(&p->builder.text, (tl_range){begin, p->at});
        if (p->at == p->bytes.len || is_one_of(p->bytes.ptr[p->at], "\r\n")) {
            return fail_at(p, open, error, "a string that its line does not close, want \"");
        }
        if (p->bytes.ptr[p->at] == '\\' && !read_escape(p, error)) {
            return false;
        }
    }
    p->at++;
    return true;
}

/* N of "msgstr[N]", or UINT32_MAX if this is no such keyword. */
static uint32_t
form_number(tl_str keyword)
{
    uint32_t number = 0;
    size_t at = strlen("msgstr["), first = at;
    if (!tl_str_starts_with(keyword, TL_STR("msgstr["))) {
        return UINT32_MAX;
    }
    for (; at < keyword.len && at < first + 4 && digit_value(keyword.ptr[at]) < 10; at++) {
        number = number * 10 + digit_value(keyword.ptr[at]);
    }
    bool is_closed =
        at > first && tl_str_equal(tl_str_slice(keyword, at, keyword.len), TL_STR("]"));
    return is_closed ? number : UINT32_MAX;
}

static bool
is_complete(const po *p)
{
    return p->field == FIELD_NONE || (p->field == FIELD_STRING && p->has_string);
}

/* The entry's first keyword. */
static bool
begin_entry(po *p, uint32_t at, field opened, tl_error *error)
{
    if (!is_complete(p)) {
        return fail_at(p, at, error, "an entry begins, want the msgstr of the one before");
    }
    if (p->field == FIELD_STRING) {
        end_entry(p, at);
    }
    p->begin = at;
    p->field = opened;
    return true;
}

static bool
begin_string(po *p, uint32_t at, uint32_t form, tl_error *error)
{
    bool is_next = form == p->form && (form == 0 || p->has_plural);
    bool follows = p->field == FIELD_STRING ? form > 0 && form != UINT32_MAX
                                            : p->field == FIELD_ID || p->field == FIELD_PLURAL;
    if (!follows || !is_next) {
        return fail_at(p, at, error,
                       p->has_plural ? "a plural form in the wrong place, want "
                                       "msgstr[0], msgstr[1] …"
                                     : "a translation in the wrong place, want one "
                                       "msgstr behind each msgid");
    }
    p->form = form + p->has_plural;
    p->field = FIELD_STRING;
    return true;
}

static bool
begin_field(po *p, tl_str keyword, uint32_t at, tl_error *error)
{
    if (tl_str_equal(keyword, TL_STR("msgctxt"))) {
        return begin_entry(p, at, FIELD_CONTEXT, error);
    }
    if (tl_str_equal(keyword, TL_STR("msgid")) && p->field == FIELD_CONTEXT) {
        p->field = FIELD_ID;
        return true;
    }
    if (tl_str_equal(keyword, TL_STR("msgid"))) {
        return begin_entry(p, at, FIELD_ID, error);
    }
    if (tl_str_equal(keyword, TL_STR("msgid_plural")) && p->field == FIELD_ID) {
        p->field = FIELD_PLURAL;
        p->has_plural = true;
        return true;
    }
    uint32_t form = form_number(keyword);
    if (form != UINT32_MAX ? p->has_plural
                           : tl_str_equal(keyword, TL_STR("msgstr")) && !p->has_plural) {
        return begin_string(p, at, form == UINT32_MAX ? 0 : form, error);
    }
    return fail_at(p, at, error,
                   "an unknown or misplaced keyword, want msgctxt, msgid, "
                   "msgid_plural or msgstr");
}

static bool
read_keyword(po *p, tl_error *error)
{
    uint32_t begin = p->at;
    while (p->at < p->bytes.len && !is_one_of(p->bytes.ptr[p->at], " \t\r\n\"#")) {
        p->at++;
    }
    if (p->field != FIELD_NONE && !p->has_string) {
        return fail_at(p, begin, error, "a keyword without a string before it, want \"");
    }
    end_field(p);
    if (!begin_field(p, tl_str_slice(p->bytes, begin, p->at), begin, error)) {
        return false;
    }
    p->has_string = false;
    return true;
}

static bool
read_entries(po *p, tl_error *error)
{
    while (p->at < p->bytes.len) {
        char c = p->bytes.ptr[p->at];
        bool ok = true;
        if (is_one_of(c, " \t\r\n\f\v")) {
            p->at++;
        } else if (c == '#') {
            read_comment(p);
        } else if (c == '"') {
            ok = read_string(p, error);
        } else {
            ok = read_keyword(p, error);
        }
        if (!ok) {
            return false;
        }
    }
    if (!is_complete(p)) {
        return fail_at(p, p->at, error, "the file ends within an entry, want its msgstr");
    }
    end_field(p);
    if (p->field == FIELD_STRING) {
        end_entry(p, p->at);
    }
    return true;
}

static bool
read_po(tl_document *document, tl_error *error)
{
    po p = {
        .document = document,
        .bytes = document->source->bytes,
        .at = tl_source_text_begin(document->source),
        .header = tl_po_header_of_file(document->source->name),
    };
    tl_unit_builder_init(&p.builder, document);
    set_languages(&p);
    bool ok = read_entries(&p, error);
    tl_unit_builder_clear(&p.builder);
    return ok;
}

static void
escape(tl_str text, tl_buf *out)
{
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        if (is_one_of(c, "\"\\\n\t")) {
            tl_buf_add_byte(out, '\\');
            c = c == '\n' ? 'n' : c == '\t' ? 't' : c;
        }
        tl_buf_add_byte(out, c);
    }
}

const tl_reader tl_reader_po = {
    .id = "po",
    .summary = "message catalogues of gettext: PO, POT",
    .extensions = (const char *const[]){"po", "pot", NULL},
    .comment = {.open = "# ", .close = "", .before_block = true},
    .declared_encoding = tl_po_declared_encoding,
    .escape = escape,
    .source_is_key = true,
    .read = read_po,
};
