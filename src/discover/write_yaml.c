/* SPDX-License-Identifier: MPL-2.0 */
/* Candidates as a termbase that can be loaded as it is: the most frequent form is the preferred
 * one, the others stand in comments, since which is right is for a person to say. Invariant: no id
 * and no form is written twice. */
#include "discover/write.h"

#include "base/map.h"
#include "romanize/romanize.h"
#include "scan/letter_case.h"
#include "text/key.h"
#include "text/script.h"
#include "writers/json_text.h"

#include <string.h>

enum { LONGEST_ID = 48 };

typedef struct output {
    tl_buf *out;
    tl_map ids, forms;
    tl_arena arena;
} output;

/* -- scalars ---------------------------------------------------------------------------------- */

static bool
is_plain_byte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           (unsigned char)c >= 0x80;
}

/* Plain where YAML cannot take it for anything else. */
static void
add_scalar(tl_buf *out, tl_str text)
{
    bool plain = text.len > 5 && is_plain_byte(text.ptr[0]);
    for (size_t i = 0; i < text.len; i++) {
        bool inner = i + 1 < text.len && strchr(" -'", text.ptr[i]) && text.ptr[i];
        plain = plain && (is_plain_byte(text.ptr[i]) || inner);
    }
    if (plain) {
        tl_buf_add(out, text);
    } else {
        tl_json_add_string(out, text);
    }
}

/* Letters and digits, Cyrillic ones romanized, with hyphens between the words; "term" if there are
 * none. */
static tl_str
slug_of(tl_arena *arena, tl_str text)
{
    const tl_scheme *scheme = tl_scheme_find(TL_STR("icao-9303"));
    char slug[LONGEST_ID];
    text = scheme ? tl_scheme_romanize(scheme, text, arena) : text;
    size_t length = 0;
    for (size_t i = 0; i < text.len && length + 1 < LONGEST_ID; i++) {
        char c = text.ptr[i];
        char small = c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
        if ((small >= 'a' && small <= 'z') || (small >= '0' && small <= '9')) {
            slug[length++] = small;
        } else if (length && slug[length - 1] != '-') {
            slug[length++] = '-';
        }
    }
    while (length && slug[length - 1] == '-') {
        length--;
    }
    return length ? tl_arena_copy(arena, (tl_str){slug, length}) : TL_STR("term");
}

static tl_str
unique_id(output *o, tl_str text)
{
    tl_str slug = slug_of(&o->arena, text), id = slug;
    for (unsigned number = 2; tl_map_add(&o->ids, id, o) != NULL; number++) {
        id = tl_arena_format(&o->arena, "%.*s-%u", TL_STR_ARGS(slug), number);
    }
    return id;
}

/* True if no concept has the form, which is taken by this one then. */
static bool
take_form(output *o, tl_str form)
{
    tl_key key;
    tl_str folded = tl_arena_copy(&o->arena, tl_key_of(form, &key));
    return form.len == 0 || tl_map_add(&o->forms, folded, o) == NULL;
}

/* -- concepts --------------------------------------------------------------------------------- */

static void
add_comments(output *o, const tl_candidate *candidate)
{
    const tl_count_place *place = &candidate->variants[0].examples[0];
    tl_buf_add_format(o->out, "\n  # %llu: ", (unsigned long long)candidate->variants[0].places);
    tl_json_add_string(o->out, place->path);
    tl_buf_add_format(o->out, ":%u:%u\n", place->line, place->column);
    for (size_t i = 1; i < candidate->count; i++) {
        tl_buf_add_format(o->out,
                          "  # also %llu: ", (unsigned long long)candidate->variants[i].places);
        tl_json_add_string(o->out, candidate->variants[i].text);
        tl_buf_add_byte(o->out, '\n');
    }
}

/* What an acronym stands for is a body if it has capitals, else a term: "total allowable catch";
 * the first one proves nothing in English, where a sentence may begin with it. */
static const char *
type_of(const tl_candidate *candidate)
{
    if (candidate->kind != TL_CANDIDATE_ACRONYM) {
        return tl_candidate_kind_name(candidate->kind);
    }
    tl_str text = candidate->variants[0].text;
    bool is_cyrillic = tl_script_of_word(text) == TL_SCRIPT_CYRILLIC;
    size_t begin = is_cyrillic ? 0 : tl_str_find_byte(text, ' ', 0);
    bool has_capital = tl_letter_case_has_capital(tl_str_slice(text, begin, text.len));
    return has_capital ? "organisation" : "term";
}

static void
add_terms(output *o, const tl_candidate *candidate)
{
    tl_str text = candidate->variants[0].text;
    bool cyrillic = tl_script_of_word(text) == TL_SCRIPT_CYRILLIC;
    tl_buf_add_format(o->out, "    %s: ", cyrillic ? "ru" : "en");
    if (candidate->acronym.len) {
        tl_buf_add_cstr(o->out, "{preferred: ");
        tl_json_add_string(o->out, text);
        tl_buf_add_cstr(o->out, ", acronym: ");
        tl_json_add_string(o->out, candidate->acronym);
        tl_buf_add_byte(o->out, '}');
    } else {
        add_scalar(o->out, text);
    }
    tl_buf_add_byte(o->out, '\n');
    if (!cyrillic && candidate->cyrillic.len) {
        tl_buf_add_cstr(o->out, "    ru: ");
        add_scalar(o->out, candidate->cyrillic);
        tl_buf_add_cstr(o->out, candidate->is_guess ? "  # a guess\n" : "\n");
    } else if (!cyrillic && candidate->kind == TL_CANDIDATE_PERSON) {
        tl_buf_add_cstr(o->out, "    # ru: to be added; the Latin letters leave it open\n");
    }
}

static void
add_concept(output *o, const tl_candidate *candidate)
{
    tl_str text = candidate->variants[0].text;
    if (!take_form(o, text) || !take_form(o, candidate->acronym)) {
        return;
    }
    tl_str cyrillic =
        tl_script_of_word(text) == TL_SCRIPT_CYRILLIC ? TL_STR("") : candidate->cyrillic;
    tl_candidate written = *candidate;
    written.cyrillic = take_form(o, cyrillic) ? cyrillic : TL_STR("");
    tl_str id = unique_id(o, candidate->acronym.len ? candidate->acronym : text);
    add_comments(o, candidate);
    tl_buf_add_format(o->out, "  - id: ");
    tl_json_add_string(o->out, id);
    tl_buf_add_format(o->out, "\n    type: %s\n", type_of(candidate));
    add_terms(o, &written);
}

void
tl_candidates_write_yaml(const tl_candidates *candidates, tl_buf *out)
{
    output o = {.out = out};
    tl_buf_add_cstr(out, "# Candidates of `termlint discover`, the likeliest first. Each preferred "
                         "form is the most frequent\n# one: see to it that it is the right one, "
                         "and move what is to be replaced to `deprecated: […]`.\n"
                         "termlint: 1\nlanguages: [en, ru]\n");
    tl_buf_add_cstr(out, candidates->count ? "concepts:\n" : "concepts: []\n");
    for (size_t i = 0; i < candidates->count; i++) {
        add_concept(&o, &candidates->items[i]);
    }
    tl_map_clear(&o.ids);
    tl_map_clear(&o.forms);
    tl_arena_clear(&o.arena);
}
