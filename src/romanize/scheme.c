/* SPDX-License-Identifier: MPL-2.0 */
/* Writes Cyrillic text by one scheme, exactly. The schemes themselves are data (dict/schemes); what
 * is known here is how a row is chosen, and that capitals follow the source. A word is a run of
 * letters, with apostrophes between them; anything else bounds it. */
#include "romanize/letters.h"
#include "romanize/scheme_rows.h"

#include "base/buf.h"
#include "base/utf8.h"

#include <utf8proc.h>

enum { NO_LETTER = UINT8_MAX, CAPITAL_DOTTED_I = 0x0130 };

/* One letter or other character of the text, with the marks behind it. */
struct glyph {
    tl_str text;  /* without marks that are no part of the letter */
    tl_str marks; /* stress, mostly */
    uint8_t letter;
    bool is_upper;
};

struct reader {
    const tl_scheme_table *table;
    struct glyph *glyphs;
    size_t count;
};

const tl_scheme *
tl_schemes(size_t *count)
{
    *count = tl_scheme_count;
    return tl_scheme_list;
}

const tl_scheme *
tl_scheme_find(tl_str id)
{
    for (size_t i = 0; i < tl_scheme_count; i++) {
        if (tl_str_equal(tl_str_from(tl_scheme_list[i].id), id)) {
            return &tl_scheme_list[i];
        }
    }
    return NULL;
}

static bool
is_letter(const struct reader *reader, size_t at)
{
    return at < reader->count && reader->glyphs[at].letter != NO_LETTER;
}

/* Apostrophes between two letters become letters; all others stay what they are. */
static void
mark_apostrophes(struct reader *reader)
{
    for (size_t i = 1; i + 1 < reader->count; i++) {
        tl_str text = reader->glyphs[i].text;
        bool is_apostrophe = tl_str_equal(text, TL_STR("'")) || tl_str_equal(text, TL_STR("’")) ||
                             tl_str_equal(text, TL_STR("ʼ"));
        if (is_apostrophe && is_letter(reader, i - 1) && is_letter(reader, i + 1)) {
            reader->glyphs[i].letter = TL_LETTER_APOSTROPHE;
        }
    }
}

/* Adds a combining mark to the glyph before it: part of the letter, or merely behind it. */
static void
take_mark(struct glyph *glyph, uint32_t mark, tl_str text)
{
    uint8_t composed = glyph->letter == NO_LETTER || glyph->marks.len
                           ? glyph->letter
                           : tl_cyrillic_compose(glyph->letter, mark);
    if (composed != glyph->letter) {
        glyph->letter = composed;
        glyph->text.len += text.len;
        return;
    }
    glyph->marks =
        glyph->marks.len ? (tl_str){glyph->marks.ptr, glyph->marks.len + text.len} : text;
}

static struct reader
read_glyphs(const tl_scheme *scheme, tl_str text, tl_arena *arena)
{
    struct reader reader = {.table = &tl_scheme_tables[scheme - tl_scheme_list],
                            .glyphs = tl_arena_alloc(arena, text.len, sizeof(struct glyph))};
    for (size_t at = 0; at < text.len;) {
        size_t begin = at;
        uint32_t point = tl_utf8_next(text, &at);
        tl_str bytes = tl_str_slice(text, begin, at);
        if (reader.count > 0 && tl_is_combining(point)) {
            take_mark(&reader.glyphs[reader.count - 1], point, bytes);
            continue;
        }
        uint8_t letter = tl_cyrillic_letter(point);
        reader.glyphs[reader.count++] = (struct glyph){
            .text = bytes,
            .letter = letter ? letter : NO_LETTER,
            .is_upper = utf8proc_tolower((utf8proc_int32_t)point) != (utf8proc_int32_t)point};
    }
    mark_apostrophes(&reader);
    return reader;
}

static bool
has_letter(uint64_t set, const struct reader *reader, size_t at)
{
    return is_letter(reader, at) && reader->glyphs[at].letter < 64 &&
           set >> reader->glyphs[at].letter & 1;
}

static bool
row_fits(const tl_scheme_row *row, const struct reader *reader, size_t at)
{
    size_t end = at + row->length;
    for (size_t i = 1; i < row->length; i++) {
        if (!is_letter(reader, at + i) || reader->glyphs[at + i].letter != row->letters[i]) {
            return false;
        }
    }
    if ((row->place & TL_PLACE_START && at > 0 && is_letter(reader, at - 1)) ||
        (row->place & TL_PLACE_END && is_letter(reader, end))) {
        return false;
    }
    return (row->previous == 0 || (at > 0 && has_letter(row->previous, reader, at - 1))) &&
           (row->next == 0 || has_letter(row->next, reader, end));
}

/* The row for the letters at `at`, or NULL. */
static const tl_scheme_row *
find_row(const struct reader *reader, size_t at)
{
    uint8_t letter = reader->glyphs[at].letter;
    if (letter == NO_LETTER) {
        return NULL;
    }
    const uint16_t *firsts = reader->table->firsts;
    for (size_t i = firsts[letter]; i < firsts[letter + 1]; i++) {
        if (row_fits(&reader->table->rows[i], reader, at)) {
            return &reader->table->rows[i];
        }
    }
    return NULL;
}

static bool
is_upper(const struct reader *reader, size_t at)
{
    return is_letter(reader, at) && reader->glyphs[at].is_upper;
}

/* The nearest letter behind `at` (or before it), over apostrophes, which have no capitals; the
 * count of glyphs if there is none. */
static size_t
neighbour(const struct reader *reader, size_t at, bool behind)
{
    do {
        at = behind ? at + 1 : at - 1; /* before the first: wraps to what is no letter */
    } while (is_letter(reader, at) && reader->glyphs[at].letter == TL_LETTER_APOSTROPHE);
    return is_letter(reader, at) ? at : reader->count;
}

/* True if the letters [at, end) stand in capitals throughout: their neighbours tell for one. */
static bool
is_all_caps(const struct reader *reader, size_t at, size_t end)
{
    if (end - at > 1) {
        return is_upper(reader, at + 1);
    }
    size_t next = neighbour(reader, at, true);
    return is_upper(reader, next < reader->count ? next : neighbour(reader, at, false));
}

static uint32_t
capital(const tl_scheme_table *table, uint32_t point)
{
    return point == 'i' && table->dots_capital_i
               ? CAPITAL_DOTTED_I
               : (uint32_t)utf8proc_toupper((utf8proc_int32_t)point);
}

static void
add_upper(const tl_scheme_table *table, tl_buf *buf, tl_str latin, bool first_only)
{
    for (size_t at = 0; at < latin.len;) {
        bool raise = at == 0 || !first_only;
        uint32_t point = tl_utf8_next(latin, &at);
        char *out = tl_buf_reserve(buf, TL_UTF8_MAX);
        buf->len += tl_utf8_encode(raise ? capital(table, point) : point, out);
    }
}

/* Writes the letters at `at`; returns how many it took. */
static size_t
write_unit(const struct reader *reader, size_t at, tl_buf *buf)
{
    const struct glyph *glyph = &reader->glyphs[at];
    const tl_scheme_row *row = find_row(reader, at);
    size_t taken = row ? row->length : 1;
    if (!row) {
        tl_buf_add(buf, glyph->text);
    } else if (glyph->is_upper) {
        add_upper(reader->table, buf, row->latin, !is_all_caps(reader, at, at + taken));
    } else {
        tl_buf_add(buf, row->latin);
    }
    for (size_t i = at; i < at + taken; i++) {
        tl_buf_add(buf, reader->glyphs[i].marks);
    }
    return taken;
}

tl_str
tl_scheme_romanize(const tl_scheme *scheme, tl_str cyrillic, tl_arena *arena)
{
    tl_buf buf = {0};
    struct reader reader = read_glyphs(scheme, cyrillic, arena);
    for (size_t at = 0; at < reader.count;) {
        at += write_unit(&reader, at, &buf);
    }
    tl_str latin = tl_arena_copy(arena, tl_buf_str(&buf));
    tl_buf_clear(&buf);
    return latin;
}

static tl_str
unit_text(const struct reader *reader, size_t at, size_t length, tl_arena *arena)
{
    char bytes[TL_UNIT_MAX * TL_UTF8_MAX];
    size_t count = 0;
    for (size_t i = at; i < at + length; i++) {
        uint8_t letter = reader->glyphs[i].letter;
        if (letter == TL_LETTER_APOSTROPHE) {
            bytes[count++] = '\'';
        } else {
            count += tl_cyrillic_encode(letter, bytes + count);
        }
    }
    return tl_arena_copy(arena, (tl_str){bytes, count});
}

const tl_romanize_step *
tl_scheme_path(const tl_scheme *scheme, tl_str cyrillic, tl_arena *arena, size_t *count)
{
    struct reader reader = read_glyphs(scheme, cyrillic, arena);
    tl_romanize_step *steps = tl_arena_alloc(arena, reader.count, sizeof *steps);
    *count = 0;
    for (size_t at = 0; at < reader.count;) {
        const tl_scheme_row *row = find_row(&reader, at);
        if (!row && tl_str_equal(reader.glyphs[at].text, TL_STR("-"))) {
            steps[(*count)++] = (tl_romanize_step){.cyrillic = TL_STR("-"), .latin = TL_STR("-")};
            at++;
            continue;
        }
        if (!row) {
            *count = 0;
            return NULL;
        }
        steps[(*count)++] = (tl_romanize_step){
            .cyrillic = unit_text(&reader, at, row->length, arena), .latin = row->latin};
        at += row->length;
    }
    return *count ? steps : NULL;
}

bool
tl_scheme_fits(const tl_scheme *scheme, tl_str cyrillic, tl_str latin)
{
    tl_arena arena = {0};
    bool fits = tl_latin_same_letters(tl_scheme_romanize(scheme, cyrillic, &arena), latin);
    tl_arena_clear(&arena);
    return fits;
}
