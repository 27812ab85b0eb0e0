/* SPDX-License-Identifier: MPL-2.0 */
/* Candidates as text and as JSON, in their order, each with its forms and the first places of
 * each. */
#include "discover/write.h"

#include "base/shown.h"
#include "writers/json_text.h"

const char *
tl_candidate_kind_name(tl_candidate_kind kind)
{
    switch (kind) {
    case TL_CANDIDATE_PERSON: return "person";
    case TL_CANDIDATE_BODY: return "organisation";
    case TL_CANDIDATE_TITLE: return "title";
    case TL_CANDIDATE_ACRONYM: break;
    }
    return "acronym";
}

/* -- text ------------------------------------------------------------------------------------- */

static void
write_heading(tl_buf *out, const tl_candidate *candidate)
{
    tl_buf_add_cstr(out, tl_candidate_kind_name(candidate->kind));
    if (candidate->acronym.len) {
        tl_buf_add_format(out, " %.*s", TL_STR_ARGS(candidate->acronym));
    }
    if (candidate->holder.len) {
        tl_buf_add_format(out, " of %.*s", TL_STR_ARGS(candidate->holder));
    }
    if (candidate->cyrillic.len) {
        tl_buf_add_format(out, " %.*s%s", TL_STR_ARGS(candidate->cyrillic),
                          candidate->is_guess ? " (a guess)" : "");
    }
    tl_buf_add_byte(out, '\n');
}

static void
write_variant(tl_buf *out, const tl_variant *variant)
{
    tl_buf_add_format(out, "%6llu  ", (unsigned long long)variant->places);
    tl_shown_add(out, variant->text);
    tl_buf_add_byte(out, '\n');
    for (size_t i = 0; i < variant->example_count; i++) {
        const tl_count_place *place = &variant->examples[i];
        tl_buf_add_cstr(out, "          ");
        tl_shown_add(out, place->path);
        tl_buf_add_format(out, ":%u:%u\n", place->line, place->column);
    }
}

void
tl_candidates_write_text(const tl_candidates *candidates, tl_buf *out)
{
    for (size_t i = 0; i < candidates->count; i++) {
        const tl_candidate *candidate = &candidates->items[i];
        tl_buf_add_cstr(out, i > 0 ? "\n" : "");
        write_heading(out, candidate);
        for (size_t k = 0; k < candidate->count; k++) {
            write_variant(out, &candidate->variants[k]);
        }
    }
}

/* -- JSON ------------------------------------------------------------------------------------- */

static void
add_json_places(tl_buf *out, const tl_variant *variant)
{
    for (size_t i = 0; i < variant->example_count; i++) {
        const tl_count_place *place = &variant->examples[i];
        tl_buf_add_cstr(out, i > 0 ? ", {\"path\": " : "{\"path\": ");
        tl_json_add_string(out, place->path);
        tl_buf_add_format(out, ", \"line\": %u, \"column\": %u}", place->line, place->column);
    }
}

static void
add_json_candidate(tl_buf *out, const tl_candidate *candidate)
{
    tl_buf_add_format(out, "{\"kind\": \"%s\", \"score\": %u, \"acronym\": ",
                      tl_candidate_kind_name(candidate->kind), candidate->score);
    tl_json_add_string_or_null(out, candidate->acronym);
    tl_buf_add_cstr(out, ", \"holder\": ");
    tl_json_add_string_or_null(out, candidate->holder);
    tl_buf_add_cstr(out, ", \"cyrillic\": ");
    tl_json_add_string_or_null(out, candidate->cyrillic);
    tl_buf_add_format(out, ", \"guess\": %s, \"forms\": [", candidate->is_guess ? "true" : "false");
    for (size_t i = 0; i < candidate->count; i++) {
        tl_buf_add_cstr(out, i > 0 ? ", {\"text\": " : "{\"text\": ");
        tl_json_add_string(out, candidate->variants[i].text);
        tl_buf_add_format(out, ", \"count\": %llu, \"places\": [",
                          (unsigned long long)candidate->variants[i].places);
        add_json_places(out, &candidate->variants[i]);
        tl_buf_add_cstr(out, "]}");
    }
    tl_buf_add_cstr(out, "]}");
}

void
tl_candidates_write_json(const tl_candidates *candidates, tl_buf *out)
{
    tl_buf_add_cstr(out, "{\"version\": 1,\n \"candidates\": [");
    for (size_t i = 0; i < candidates->count; i++) {
        tl_buf_add_cstr(out, i > 0 ? ",\n  " : "\n  ");
        add_json_candidate(out, &candidates->items[i]);
    }
    tl_buf_add_cstr(out, "]}\n");
}
