/* SPDX-License-Identifier: MPL-2.0 */
/* Candidates as one page of its own: a table, the likeliest first. */
#include "discover/write.h"

#include "base/shown.h"

static void
add_escaped(tl_buf *out, tl_str given)
{
    tl_buf shown = {0};
    tl_shown_add(&shown, given);
    tl_str text = tl_buf_str(&shown);
    for (size_t i = 0; i < text.len; i++) {
        switch (text.ptr[i]) {
        case '&': tl_buf_add_cstr(out, "&amp;"); break;
        case '<': tl_buf_add_cstr(out, "&lt;"); break;
        case '>': tl_buf_add_cstr(out, "&gt;"); break;
        case '"': tl_buf_add_cstr(out, "&quot;"); break;
        default: tl_buf_add_byte(out, text.ptr[i]);
        }
    }
    tl_buf_clear(&shown);
}

static void
add_forms(tl_buf *out, const tl_candidate *candidate)
{
    for (size_t i = 0; i < candidate->count; i++) {
        const tl_variant *variant = &candidate->variants[i];
        tl_buf_add_cstr(out, "<li><b>");
        add_escaped(out, variant->text);
        tl_buf_add_format(out, "</b> %llu <small>", (unsigned long long)variant->places);
        for (size_t k = 0; k < variant->example_count; k++) {
            tl_buf_add_cstr(out, k > 0 ? ", " : "");
            add_escaped(out, variant->examples[k].path);
            tl_buf_add_format(out, ":%u:%u", variant->examples[k].line,
                              variant->examples[k].column);
        }
        tl_buf_add_cstr(out, "</small></li>");
    }
}

static void
add_row(tl_buf *out, const tl_candidate *candidate)
{
    tl_buf_add_format(out, "<tr><td>%s</td><td>", tl_candidate_kind_name(candidate->kind));
    add_escaped(out, candidate->acronym.len ? candidate->acronym : candidate->holder);
    add_escaped(out, candidate->cyrillic);
    tl_buf_add_cstr(out, candidate->cyrillic.len && candidate->is_guess ? " (a guess)" : "");
    tl_buf_add_cstr(out, "</td><td><ul>");
    add_forms(out, candidate);
    tl_buf_add_cstr(out, "</ul></td></tr>\n");
}

void
tl_candidates_write_html(const tl_candidates *candidates, tl_buf *out)
{
    tl_buf_add_cstr(
        out, "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n"
             "<title>Candidates for a termbase</title>\n<style>\n"
             ":root { color-scheme: light dark }\n"
             "body { font: 1em/1.4 sans-serif; max-width: 70em; margin: auto; padding: 1em }\n"
             "td { vertical-align: top; padding: .3em 1em .3em 0; border-top: thin solid }\n"
             "ul { margin: 0; padding: 0; list-style: none }\nsmall { opacity: .7 }\n"
             "</style></head><body>\n<h1>Candidates for a termbase</h1>\n<table>\n");
    for (size_t i = 0; i < candidates->count; i++) {
        add_row(out, &candidates->items[i]);
    }
    tl_buf_add_cstr(out, "</table>\n</body></html>\n");
}
