/* SPDX-License-Identifier: MPL-2.0 */
/* The public face of romanization: schemes, identities, and lists of names to be found by their
 * spellings. Thin, since romanize/ does the work; here values become C strings that the caller
 * frees. */
#include "termlint_tools.h"

#include "base/alloc.h"
#include "base/array.h"
#include "base/buf.h"
#include "base/error.h"
#include "base/utf8.h"
#include "engine/give.h"
#include "romanize/identify.h"
#include "romanize/language_form.h"
#include "text/script.h"

#include <stdlib.h>
#include <string.h>

bool
termlint_scheme_at(size_t index, termlint_scheme *scheme)
{
    size_t count;
    const tl_scheme *schemes = tl_schemes(&count);
    if (index >= count) {
        return false;
    }
    *scheme = (termlint_scheme){.id = schemes[index].id,
                                .title = schemes[index].standard,
                                .language = schemes[index].language,
                                .year = schemes[index].year};
    return true;
}

/* The id without what people leave out: "iso91995"; at most `capacity` bytes, terminated. */
static void
bare_id(const char *id, char *bare, size_t capacity)
{
    size_t length = 0;
    for (size_t i = 0; id[i] && length + 1 < capacity; i++) {
        bool is_capital = id[i] >= 'A' && id[i] <= 'Z';
        if (strchr("-._/ ", id[i]) == NULL) {
            bare[length++] = (char)(is_capital ? id[i] - 'A' + 'a' : id[i]);
        }
    }
    bare[length] = '\0';
}

static bool
is_likelier(const tl_scheme *scheme, const tl_scheme *than)
{
    return scheme->rank != than->rank ? scheme->rank < than->rank : scheme->year > than->year;
}

/* The likeliest of the schemes whose ids go on from `id`: bgn-pcgn-uk-2019 for "bgn-pcgn-uk". */
static const char *
scheme_that_begins(const char *id)
{
    enum { LONGEST_ID = 64 };
    size_t count;
    const tl_scheme *schemes = tl_schemes(&count), *best = NULL;
    char wanted[LONGEST_ID], bare[LONGEST_ID];
    bare_id(id, wanted, sizeof wanted);
    for (size_t i = 0; i < count && wanted[0]; i++) {
        bare_id(schemes[i].id, bare, sizeof bare);
        if (strncmp(bare, wanted, strlen(wanted)) == 0 &&
            (best == NULL || is_likelier(&schemes[i], best))) {
            best = &schemes[i];
        }
    }
    return best ? best->id : NULL;
}

static const char *
nearest_scheme(const char *id)
{
    const char *near = scheme_that_begins(id);
    size_t count;
    const tl_scheme *schemes = tl_schemes(&count);
    tl_str *ids = tl_alloc_zero(count, sizeof *ids);
    for (size_t i = 0; i < count; i++) {
        ids[i] = tl_str_from(schemes[i].id);
    }
    near = near ? near : tl_nearest(tl_str_from(id), ids, count).ptr;
    free(ids);
    return near;
}

/* The scheme of that id; NULL means that of BGN/PCGN for the language of the text. */
static const tl_scheme *
scheme_for(const char *id, const char *cyrillic)
{
    const tl_scheme *house = tl_scheme_find(tl_str_from(id ? id : "bgn-pcgn"));
    return id ? house : tl_scheme_for(house, tl_str_from(cyrillic));
}

char *
termlint_romanize(const char *scheme, const char *cyrillic, char **error)
{
    const tl_scheme *row = scheme_for(scheme, cyrillic);
    if (row == NULL) {
        tl_give_unknown(error, "scheme", scheme, nearest_scheme(scheme));
        return NULL;
    }
    tl_arena arena = {0};
    char *latin = tl_give_text(tl_scheme_romanize(row, tl_str_from(cyrillic), &arena));
    tl_arena_clear(&arena);
    return latin;
}

char *
termlint_scheme_unknown(const char *scheme, const char *cyrillic)
{
    const tl_scheme *row = scheme_for(scheme, cyrillic);
    tl_arena arena = {0};
    tl_buf letters = {0};
    tl_str latin = row ? tl_scheme_romanize(row, tl_str_from(cyrillic), &arena) : TL_STR("");
    for (size_t at = 0; at < latin.len;) {
        size_t begin = at;
        bool is_left = tl_script_of(tl_utf8_next(latin, &at)) == TL_SCRIPT_CYRILLIC;
        tl_str letter = tl_str_slice(latin, begin, at), known = tl_buf_str(&letters);
        if (is_left && tl_str_find(known, letter, 0) == known.len) {
            tl_buf_add_cstr(&letters, known.len ? ", " : "");
            tl_buf_add(&letters, letter);
        }
    }
    char *result = tl_give_text(tl_buf_str(&letters));
    tl_buf_clear(&letters);
    tl_arena_clear(&arena);
    return result;
}

termlint_identity
termlint_identify(const char *cyrillic, const char *latin)
{
    tl_arena arena = {0};
    tl_buf schemes = {0};
    tl_identity identity = tl_identify(tl_str_from(cyrillic), tl_str_from(latin), NULL, &arena);
    for (size_t i = 0; i < identity.scheme_count; i++) {
        tl_buf_add_format(&schemes, "%s%s", i ? "," : "", identity.schemes[i]->id);
    }
    if (identity.scheme_count == 0) {
        tl_buf_add_byte(&schemes, '-');
    }
    tl_buf_add_byte(&schemes, '\0');
    termlint_identity result = {.verdict = tl_verdict_name(identity.verdict),
                                .cost = identity.cost,
                                .schemes = schemes.ptr,
                                .explanation =
                                    tl_give_text(tl_identity_explain(&identity, &arena))};
    tl_arena_clear(&arena);
    return result;
}

void
termlint_identity_clear(termlint_identity *identity)
{
    free(identity->schemes);
    free(identity->explanation);
    *identity = (termlint_identity){0};
}

enum { MAX_MATCHES = 64 }; /* of one word */

struct termlint_names {
    tl_name_index *index;
    tl_form_index *forms; /* of the same names in other languages */
    tl_arena arena;
    tl_str *items; /* by id */
    size_t count, capacity;
};

termlint_names *
termlint_names_new(void)
{
    termlint_names *names = tl_alloc_zero(1, sizeof *names);
    names->index = tl_name_index_new();
    names->forms = tl_form_index_new();
    return names;
}

void
termlint_names_free(termlint_names *names)
{
    if (names) {
        tl_name_index_free(names->index);
        tl_form_index_free(names->forms);
        tl_arena_clear(&names->arena);
        free(names->items);
        free(names);
    }
}

void
termlint_names_add(termlint_names *names, const char *cyrillic)
{
    names->items =
        tl_array_reserve(names->items, &names->capacity, names->count + 1, sizeof *names->items);
    names->items[names->count] = tl_arena_copy(&names->arena, tl_str_from(cyrillic));
    tl_name_index_add(names->index, names->items[names->count], (uint32_t)names->count);
    tl_form_index_add(names->forms, names->items[names->count], (uint32_t)names->count);
    names->count++;
}

void
termlint_names_build(termlint_names *names)
{
    tl_name_index_build(names->index);
    tl_form_index_build(names->forms);
}

static const char *
verdict_of(uint32_t cost)
{
    tl_verdict verdict = cost <= TL_COST_SAME       ? TL_VERDICT_SAME
                         : cost <= TL_COST_LIKELY   ? TL_VERDICT_LIKELY
                         : cost <= TL_COST_POSSIBLE ? TL_VERDICT_POSSIBLE
                                                    : TL_VERDICT_DIFFERENT;
    return tl_verdict_name(verdict);
}

/* The matches of a Latin word, the cheapest first: likely romanizations of the names or forms of
 * them in another language, whichever are nearer; else what may be a romanization at all. */
static size_t
find_matches(const termlint_names *names, tl_str latin, tl_name_match matches[MAX_MATCHES])
{
    size_t count = tl_name_index_find(names->index, latin, TL_COST_LIKELY, matches, MAX_MATCHES);
    if (count == 0 || matches[0].cost > TL_COST_SAME) {
        tl_name_match forms[MAX_MATCHES];
        size_t form_count = tl_form_index_find(names->forms, latin, forms, MAX_MATCHES);
        if (form_count && (count == 0 || forms[0].cost < matches[0].cost)) {
            memcpy(matches, forms, form_count * sizeof *forms);
            count = form_count;
        }
    }
    if (count == 0) {
        count = tl_name_index_find(names->index, latin, TL_COST_POSSIBLE, matches, MAX_MATCHES);
    }
    return count;
}

char *
termlint_names_find(const termlint_names *names, const char *latin, const char **verdict,
                    uint32_t *cost)
{
    tl_name_match matches[MAX_MATCHES];
    tl_buf out = {0};
    size_t found = find_matches(names, tl_str_from(latin), matches);
    *cost = found ? matches[0].cost : TL_COST_DIFFERENT;
    *verdict = verdict_of(*cost);
    for (size_t i = 0; i < found && matches[i].cost == *cost; i++) {
        tl_buf_add_cstr(&out, i ? "," : "");
        tl_buf_add(&out, names->items[matches[i].id]);
    }
    tl_buf_add_cstr(&out, found ? "" : "-");
    tl_buf_add_byte(&out, '\0');
    return out.ptr;
}
