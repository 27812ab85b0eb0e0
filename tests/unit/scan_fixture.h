/* SPDX-License-Identifier: MPL-2.0 */
#ifndef SCAN_FIXTURE_H
#define SCAN_FIXTURE_H

/* A termbase in a string, made ready for scanning, and texts scanned with it. */

#include "scan/scan.h"
#include "termbase_files.h"

#include "base/buf.h"
#include "text/compare.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

typedef struct scan_fixture {
    tl_termbase termbase;
    tl_index *index;
    tl_scanner *scanner;
    tl_segment segment;
} scan_fixture;

static inline void
scan_setup(scan_fixture *f, const char *yaml)
{
    *f = (scan_fixture){0};
    load_good(&f->termbase, tl_str_from(yaml));
    f->index = tl_index_new(&f->termbase);
    f->scanner = tl_scanner_new(f->index);
}

static inline void
scan_clear(scan_fixture *f)
{
    tl_scanner_free(f->scanner);
    tl_index_free(f->index);
    tl_termbase_clear(&f->termbase);
}

static inline const tl_scan *
scan_text(scan_fixture *f, const char *text, const char *language)
{
    f->segment = (tl_segment){.text = tl_str_from(text), .role = TL_ROLE_PARAGRAPH};
    return tl_scanner_run(f->scanner, &f->segment, tl_str_from(language));
}

/* The names of the bits in `set`, in brackets; nothing if it is empty. */
static inline void
describe_differences(tl_buf *out, unsigned set)
{
    static const struct {
        unsigned bit;
        const char *name;
    } names[] = {
        {TL_DIFFER_CASE_RAISED, "raised"},
        {TL_DIFFER_CASE_LOWERED, "lowered"},
        {TL_DIFFER_CASE_INSIDE, "inside"},
        {TL_DIFFER_MARKS, "marks"},
        {TL_DIFFER_YO, "yo"},
        {TL_DIFFER_APOSTROPHE, "apostrophe"},
        {TL_DIFFER_SCRIPT, "script"},
        {TL_DIFFER_KEY, "key"},
        {TL_HIT_SEPARATOR, "separator"},
        {TL_HIT_QUOTES, "quotes"},
        {TL_HIT_PUNCTUATION, "punctuation"},
    };
    bool any = false;
    for (size_t i = 0; i < COUNT(names); i++) {
        if (set & names[i].bit) {
            tl_buf_add_format(out, "%s%s", any ? "," : "[", names[i].name);
            any = true;
        }
    }
    tl_buf_add_cstr(out, any ? "]" : "");
}

/* All hits as "text=term[differences]", with " | " between them; the family name of a person alone
 * is "text=~term". The result is the caller's. */
static inline char *
describe_hits(const tl_scan *scan)
{
    tl_buf out = {0};
    for (size_t i = 0; i < scan->hit_count; i++) {
        const tl_hit *hit = &scan->hits[i];
        tl_buf_add_cstr(&out, i ? " | " : "");
        tl_buf_add(&out, tl_str_at(scan->segment->text, hit->range));
        tl_buf_add_cstr(&out, hit->pattern->kind == TL_PATTERN_FAMILY ? "=~" : "=");
        tl_buf_add(&out, hit->pattern->term->text);
        describe_differences(&out, hit->differences);
    }
    tl_buf_add_byte(&out, '\0');
    return out.ptr;
}

#endif
