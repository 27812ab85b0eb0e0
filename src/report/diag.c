/* SPDX-License-Identifier: MPL-2.0 */
/* What can be said of one finding: its names, its places, and the key by which it is known again
 * in a changed file. Words are taken here in the simplest way, as runs of letters and digits in the
 * bytes of the file: the key wants stability, not linguistics. */
#include "report/diag.h"

#include "base/hash.h"
#include "base/utf8.h"

enum { CONTEXT_WORDS = 3 };

static const tl_str severity_names[] = {
    [TL_SEVERITY_OFF] = TL_STR_INIT("off"),
    [TL_SEVERITY_SUGGESTION] = TL_STR_INIT("suggestion"),
    [TL_SEVERITY_WARNING] = TL_STR_INIT("warning"),
    [TL_SEVERITY_ERROR] = TL_STR_INIT("error"),
};

const char *
tl_severity_name(tl_severity severity)
{
    return severity_names[severity].ptr;
}

bool
tl_severity_parse(tl_str name, tl_severity *severity)
{
    for (size_t i = 0; i < sizeof severity_names / sizeof severity_names[0]; i++) {
        if (tl_str_equal(name, severity_names[i])) {
            *severity = (tl_severity)i;
            return true;
        }
    }
    return false;
}

const char *
tl_relation_name(tl_relation relation)
{
    static const char *const names[] = {
        [TL_RELATION_EXACT] = "exact",
        [TL_RELATION_CASE] = "case",
        [TL_RELATION_SEPARATOR] = "separator",
        [TL_RELATION_APOSTROPHE] = "apostrophe",
        [TL_RELATION_DIACRITICS] = "diacritics",
        [TL_RELATION_YO] = "yo",
        [TL_RELATION_QUOTES] = "quotes",
        [TL_RELATION_LOOKALIKE] = "lookalike",
        [TL_RELATION_ROMANIZATION] = "romanization",
        [TL_RELATION_ACRONYM] = "acronym",
        [TL_RELATION_ORDER] = "order",
        [TL_RELATION_TYPO] = "typo",
        [TL_RELATION_VARIETY] = "variety",
    };
    return names[relation];
}

bool
tl_diag_is_replaced_whole(const tl_diag *diag)
{
    return diag->edit_count == 1 && diag->edits[0].range.begin == diag->range.begin &&
           diag->edits[0].range.end == diag->range.end;
}

tl_position
tl_diag_begin(const tl_diag *diag, tl_columns columns)
{
    switch (columns) {
    case TL_COLUMNS_BYTES: return diag->begin_bytes;
    case TL_COLUMNS_UTF16: return diag->begin_utf16;
    case TL_COLUMNS_CODE_POINTS: break;
    }
    return diag->begin;
}

tl_position
tl_diag_end(const tl_diag *diag, tl_columns columns)
{
    switch (columns) {
    case TL_COLUMNS_BYTES: return diag->end_bytes;
    case TL_COLUMNS_UTF16: return diag->end_utf16;
    case TL_COLUMNS_CODE_POINTS: break;
    }
    return diag->end;
}

tl_range
tl_diag_text_in_line(const tl_diag *diag)
{
    uint32_t length = (uint32_t)diag->line_text.len;
    uint32_t begin = diag->in_line.begin < length ? diag->in_line.begin : length;
    uint32_t end = diag->in_line.end < length ? diag->in_line.end : length;
    return (tl_range){begin, end > begin ? end : begin};
}

static bool
is_white_space(uint32_t c)
{
    return c == ' ' || (c >= '\t' && c <= '\r') || c == 0xA0 || (c >= 0x2000 && c <= 0x200A) ||
           c == 0x202F || c == 0x3000;
}

/* Letters and digits; outside ASCII, all but the punctuation that texts in Latin and Cyrillic
 * have. */
static bool
is_of_a_word(uint32_t c)
{
    if (c < 0x80) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }
    return c > 0xBF && !(c >= 0x2000 && c <= 0x206F) && c != 0x3000;
}

static uint64_t
join(uint64_t hash, tl_str str)
{
    return tl_hash_pair(hash, tl_hash_bytes(str));
}

static uint64_t
join_without_white_space(uint64_t hash, tl_str text)
{
    size_t at = 0, begin = 0;
    while (at < text.len) {
        size_t before = at;
        if (is_white_space(tl_utf8_next(text, &at))) {
            hash = before > begin ? join(hash, tl_str_slice(text, begin, before)) : hash;
            begin = at;
        }
    }
    return join(hash, tl_str_slice(text, begin, text.len));
}

/* Takes the first word off the front of *rest; empty if there is none. */
static tl_str
first_word(tl_str *rest)
{
    size_t begin = 0, end = 0, at = 0;
    while (at < rest->len) {
        size_t before = at;
        if (is_of_a_word(tl_utf8_next(*rest, &at))) {
            begin = end > begin ? begin : before;
            end = at;
        } else if (end > begin) {
            break;
        }
    }
    tl_str word = tl_str_slice(*rest, begin, end);
    *rest = tl_str_slice(*rest, end > begin ? end : rest->len, rest->len);
    return word;
}

/* Takes the last word off the end of *rest; empty if there is none. */
static tl_str
last_word(tl_str *rest)
{
    size_t begin = 0, end = 0, at = rest->len;
    while (at > 0) {
        size_t after = at;
        if (is_of_a_word(tl_utf8_previous(*rest, &at))) {
            end = end > begin ? end : after;
            begin = at;
        } else if (end > begin) {
            break;
        }
    }
    tl_str word = tl_str_slice(*rest, begin, end);
    *rest = tl_str_slice(*rest, 0, begin);
    return word;
}

void
tl_edits_apply(tl_str bytes, const tl_edit *edits, size_t count, tl_buf *out)
{
    uint32_t at = 0;
    for (size_t i = 0; i < count; i++) {
        tl_buf_add(out, tl_str_slice(bytes, at, edits[i].range.begin));
        tl_buf_add(out, edits[i].text);
        at = edits[i].range.end;
    }
    tl_buf_add(out, tl_str_slice(bytes, at, bytes.len));
}

uint64_t
tl_diag_key(const tl_diag *diag)
{
    tl_range text = tl_diag_text_in_line(diag);
    tl_str before = tl_str_slice(diag->line_text, 0, text.begin);
    tl_str after = tl_str_slice(diag->line_text, text.end, diag->line_text.len);
    uint64_t key = join(join(0, diag->rule), diag->concept);
    key = join_without_white_space(key, diag->text);
    for (size_t i = 0; i < CONTEXT_WORDS; i++) {
        key = join(join(key, last_word(&before)), first_word(&after));
    }
    return key;
}
