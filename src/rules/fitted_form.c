/* SPDX-License-Identifier: MPL-2.0 */
/* Finds the cell of a place from the hit's own form and the words before it, and inflects another
 * form to it. Where two cells would do but the form differs in them, nothing is certain. Inflecting
 * takes long and the same is asked all over, so that each answer is kept, by all that it depends
 * on.
 */
#include "rules/fitted_form.h"

#include "rules/governed.h"
#include "rules/split_form.h"
#include "text/capitals.h"

enum { MOST_KEPT = 1 << 14 };

void
tl_fitted_forms_clear(tl_fitted_forms *forms)
{
    tl_arena_clear(&forms->arena);
    tl_arena_clear(&forms->scratch);
    tl_map_clear(&forms->map);
    tl_buf_clear(&forms->key);
    *forms = (tl_fitted_forms){0};
}

void
tl_fitted_forms_limit(tl_fitted_forms *forms)
{
    if (forms->map.count > MOST_KEPT) {
        tl_fitted_forms_clear(forms);
    }
}

/* -- the place -- */

/* What an answer depends on beside the two forms. */
typedef struct place {
    uint16_t own; /* the cells of the hit; 0: it has its base form */
    tl_governed governed;
    tl_counted counted;
    bool begins_sentence;
} place;

static place
place_of(const tl_pass *pass, const tl_hit *hit)
{
    return (place){.own = hit->cells,
                   .governed = tl_governed_at(pass, hit->first),
                   .counted = tl_counted_at(pass, hit->first),
                   .begins_sentence = tl_begins_sentence(pass, hit->first)};
}

/* The cells of a place, and those of them that are likelier. */
typedef struct place_cells {
    uint16_t all, likelier;
    bool is_sure; /* nothing around the place contradicts them */
} place_cells;

/* The cells that the words before the hit leave of those that its own form has. */
static place_cells
cells_at(const place *at, uint16_t cells)
{
    enum {
        NOMINATIVES = 1 << TL_CASE_NOM | 1 << (TL_CASE_COUNT + TL_CASE_NOM),
        BEHIND_FEW = 1 << (TL_CASE_COUNT + TL_CASE_NOM) | 1 << (TL_CASE_COUNT + TL_CASE_ACC),
        ONE = 1 << TL_CASE_GEN,
        MANY = 1 << (TL_CASE_COUNT + TL_CASE_GEN),
    };
    bool may_be_few = (cells & ONE) || ((cells & BEHIND_FEW) && !(cells & MANY));
    if (may_be_few && at->counted != TL_COUNTED_NOT) {
        bool is_number = at->counted == TL_COUNTED_FIGURE && !(cells & TL_CELLS_PLURAL);
        return (place_cells){.all = (uint16_t)(1 << TL_CELL_COUNTED | (is_number ? ONE : 0)),
                             .likelier = 1 << TL_CELL_COUNTED,
                             .is_sure = true};
    }
    uint16_t left = cells & at->governed.cells;
    return (place_cells){
        .all = left ? left : cells,
        .likelier = at->begins_sentence ? NOMINATIVES : 0,
        .is_sure = left != 0 || !at->governed.is_sure,
    };
}

/* -- inflecting -- */

/* The form in every cell of the set; certain if they all come out alike. The text is that of the
 * first of the cells that are likelier. */
static tl_replacement
inflect(tl_arena *arena, tl_split_form *form, uint16_t cells, uint16_t likelier)
{
    tl_replacement result = {.text = form->text, .certain = false};
    uint16_t order[] = {cells & likelier, cells & ~(unsigned)likelier};
    bool first = true;
    for (tl_cell at = 0; at < 2 * (TL_CELL_COUNTED + 1); at++) {
        tl_cell cell = at % (TL_CELL_COUNTED + 1);
        if (!(order[at / (TL_CELL_COUNTED + 1)] & 1u << cell)) {
            continue;
        }
        tl_str inflected = tl_split_form_in(form, cell, arena);
        if (inflected.len == 0) {
            tl_str guess = tl_split_form_guess(form, cell, arena);
            result.text = first && guess.len ? guess : result.text;
            result.certain = false;
            break;
        }
        result.certain = first || (result.certain && tl_str_equal(result.text, inflected));
        result.text = first ? inflected : result.text;
        first = false;
    }
    return result;
}

/* Whether what agrees with the hit agrees with the new form too: in the plural only «две» and «обе»
 * show its gender. An acronym goes like the one that it replaces. */
static bool
agree(tl_arena *arena, const place *at, uint16_t cells, const tl_split_form *old,
      const tl_split_form *new)
{
    bool plural = at->own != 0 && !(cells & TL_CELLS_SINGULAR);
    bool acronyms = tl_capitals_only(old->text) && tl_capitals_only(new->text);
    if (acronyms || (plural && at->counted != TL_COUNTED_TWO)) {
        return true;
    }
    char wanted = tl_term_agreement(&old->phrase, arena);
    return wanted && wanted == tl_term_agreement(&new->phrase, arena);
}

/* `new` in the cells of the place, where a form of `old` stands; a base form may stand for several.
 */
static tl_replacement
put_in_place(tl_arena *arena, const place *at, tl_split_form *old, tl_split_form *new)
{
    place_cells cells = cells_at(at, at->own ? at->own : tl_split_form_cells(old, arena));
    tl_replacement result = inflect(arena, new, cells.all, cells.likelier);
    result.certain = result.certain && cells.is_sure && agree(arena, at, cells.all, old, new);
    return result;
}

static bool
has_russian_word(void *context, tl_str word)
{
    return tl_pass_ask(context, TL_STR("ru"), word, false) == TL_KNOWN_YES;
}

/* Where the tables do not know the words of the form well enough, the dictionary bears witness. */
static tl_replacement
fit(tl_pass *pass, const place *at, tl_split_form *old, tl_split_form *new)
{
    const tl_witness dictionary = {has_russian_word, pass};
    tl_arena *scratch = &pass->fitted->scratch;
    tl_replacement result = put_in_place(scratch, at, old, new);
    if (!result.certain && tl_str_equal(tl_language_primary(new->phrase.language), TL_STR("ru"))) {
        tl_split_form_ask(old, &dictionary);
        tl_split_form_ask(new, &dictionary);
        result = put_in_place(scratch, at, old, new);
    }
    return result;
}

/* -- what is kept -- */

static void
add_to_key(tl_buf *key, const void *bytes, size_t size)
{
    tl_buf_add(key, (tl_str){bytes, size});
}

static void
add_text_to_key(tl_buf *key, tl_str text)
{
    tl_buf_add(key, text);
    tl_buf_add_byte(key, '\0');
}

/* `text` put where the pattern's form stands; the pattern's own if it is empty. */
static tl_str
key_of(tl_fitted_forms *forms, const place *at, const tl_pattern *pattern, tl_str text,
       tl_str language)
{
    const uint16_t numbers[] = {at->own, at->governed.cells, (uint16_t)at->counted};
    const char flags[] = {(char)at->governed.is_sure, (char)at->begins_sentence};
    forms->key.len = 0;
    add_to_key(&forms->key, numbers, sizeof numbers);
    add_to_key(&forms->key, flags, sizeof flags);
    add_text_to_key(&forms->key, pattern->text);
    add_text_to_key(&forms->key, pattern->term->entry->language);
    add_text_to_key(&forms->key, text);
    add_text_to_key(&forms->key, language);
    return tl_buf_str(&forms->key);
}

static const tl_replacement *
keep(tl_fitted_forms *forms, tl_str key, tl_replacement form)
{
    tl_replacement *kept = tl_arena_alloc(&forms->arena, 1, sizeof *kept);
    *kept = (tl_replacement){tl_arena_copy(&forms->arena, form.text), form.certain};
    tl_map_add(&forms->map, tl_arena_copy(&forms->arena, key), kept);
    tl_arena_reset(&forms->scratch);
    return kept;
}

static bool
text_has_yo(tl_pass *pass)
{
    tl_text_read *read = pass->read;
    tl_str text = pass->scan->segment->text;
    if (!tl_str_is_same(read->yo_of, text)) {
        read->yo_of = text;
        read->has_yo = tl_str_find(text, TL_STR("ё"), 0) < text.len;
    }
    return read->has_yo;
}

/* Endings come with ё where the stress is known; a text and a form that write е have е. */
static tl_replacement
write_yo_as(tl_pass *pass, const tl_replacement *inflected, tl_str form)
{
    const tl_str yo = TL_STR("ё"), ye = TL_STR("е");
    tl_str rest = inflected->text;
    if (tl_str_find(rest, yo, 0) == rest.len || tl_str_find(form, yo, 0) < form.len ||
        text_has_yo(pass)) {
        return *inflected;
    }
    tl_buf out = {0};
    for (size_t at; (at = tl_str_find(rest, yo, 0)) < rest.len;) {
        tl_buf_add(&out, tl_str_slice(rest, 0, at));
        tl_buf_add(&out, ye);
        rest = tl_str_slice(rest, at + yo.len, rest.len);
    }
    tl_buf_add(&out, rest);
    tl_replacement result = {tl_arena_copy(pass->arena, tl_buf_str(&out)), inflected->certain};
    tl_buf_clear(&out);
    return result;
}

tl_replacement
tl_form_fit(tl_pass *pass, const tl_hit *hit, tl_str text, tl_str language)
{
    tl_fitted_forms *forms = pass->fitted;
    const place at = place_of(pass, hit);
    tl_str key = key_of(forms, &at, hit->pattern, text, language);
    const tl_replacement *kept = tl_map_get(&forms->map, key);
    if (kept == NULL) {
        tl_split_form old, new;
        tl_split_form_init(&old, hit->pattern->text, hit->pattern->term->entry->language);
        tl_split_form_init(&new, text, language);
        kept = keep(forms, key, fit(pass, &at, &old, &new));
        tl_split_form_clear(&old);
        tl_split_form_clear(&new);
    }
    return write_yo_as(pass, kept, text);
}

tl_replacement
tl_form_fit_own(tl_pass *pass, const tl_hit *hit)
{
    tl_fitted_forms *forms = pass->fitted;
    tl_str text = hit->pattern->text, language = hit->pattern->term->entry->language;
    const place at = {.own = hit->cells};
    tl_str key = key_of(forms, &at, hit->pattern, (tl_str){NULL, 0}, language);
    const tl_replacement *kept = tl_map_get(&forms->map, key);
    if (kept == NULL) {
        tl_split_form form;
        tl_split_form_init(&form, text, language);
        kept = keep(forms, key, inflect(&forms->scratch, &form, hit->cells, 0));
        tl_split_form_clear(&form);
    }
    return write_yo_as(pass, kept, text);
}
