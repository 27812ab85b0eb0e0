/* SPDX-License-Identifier: MPL-2.0 */
/* Gathers the forms of one word. Knows how a reading and its paradigm make texts, and what several
 * readings agree on; does not know which readings a word has. Invariant: items[0] is the base form,
 * texts are distinct. */
#include "morph/forms.h"

#include <string.h>

enum { NO_FORM = 0xFF }; /* of claims: none is sure */

void
tl_forms_start(tl_forms *forms, tl_str base)
{
    forms->base = base;
    tl_capitals capitals = tl_capitals_of(base);
    forms->all_capitals = capitals == TL_CAPITALS_ALL;
    forms->first_capital = capitals == TL_CAPITALS_FIRST;
    forms->items[0] = (tl_form){.text = base};
    forms->count = 1;
    forms->used = 0;
    forms->aside = false;
    memset(forms->claims, 0, sizeof forms->claims);
}

static size_t
find_text(const tl_forms *forms, tl_str text)
{
    size_t i = 0;
    while (i < forms->count && !tl_str_equal(forms->items[i].text, text)) {
        i++;
    }
    return i;
}

/* The index of the form `text`, added if it is new; NO_FORM if there is no room. */
static size_t
intern(tl_forms *forms, tl_str text)
{
    size_t at = find_text(forms, text);
    if (at < forms->count) {
        return at;
    }
    if (at == TL_FORMS_MAX || text.len > sizeof forms->bytes - forms->used) {
        return NO_FORM;
    }
    char *copy = forms->bytes + forms->used;
    memcpy(copy, text.ptr, text.len);
    forms->used += text.len;
    forms->items[at] = (tl_form){.text = {copy, text.len}};
    forms->count++;
    return at;
}

static void
claim(tl_forms *forms, unsigned cell, size_t form)
{
    uint8_t *claimed = &forms->claims[cell];
    if (forms->aside) {
        return;
    }
    if (*claimed == 0 && form != NO_FORM) {
        *claimed = (uint8_t)(1 + form);
    } else if (*claimed != 1 + form) {
        *claimed = NO_FORM;
    }
}

void
tl_forms_dispute(tl_forms *forms, uint16_t cells)
{
    for (unsigned cell = 0; cell < TL_CELL_COUNT; cell++) {
        if (cells >> cell & 1) {
            claim(forms, cell, NO_FORM);
        }
    }
}

/* `text` may be the form of `cells`; returns it, or NO_FORM if there is no room. */
static size_t
mark(tl_forms *forms, tl_str text, uint16_t cells, bool usual)
{
    size_t form = intern(forms, text);
    if (form != NO_FORM) {
        forms->items[form].cells |= cells;
        forms->items[form].usual |= usual && !forms->aside ? cells : 0;
    }
    return form;
}

void
tl_forms_add(tl_forms *forms, tl_str text, uint16_t cells)
{
    size_t form = mark(forms, text, cells, true);
    for (unsigned cell = 0; cell < TL_CELL_COUNT; cell++) {
        if (cells >> cell & 1) {
            claim(forms, cell, form);
        }
    }
}

void
tl_forms_add_matched(tl_forms *forms, tl_str text, uint16_t cells)
{
    mark(forms, text, cells, false);
}

void
tl_forms_add_form(tl_forms *forms, const tl_form *form)
{
    mark(forms, form->text, form->cells, false);
    mark(forms, form->text, form->usual, true);
    tl_forms_add(forms, form->text, form->sure);
}

/* The form made of the reading's stem and an ending: how many bytes were written to `out`, 0 if it
 * would be too long. */
static size_t
compose(const tl_forms *forms, const tl_reading *reading, tl_str ending, char *out)
{
    size_t stem = forms->base.len - reading->cut, added = strlen(reading->added);
    if (stem + added + ending.len > TL_FORM_BYTES) {
        return 0;
    }
    memcpy(out, forms->base.ptr, stem);
    memcpy(out + stem, reading->added, added);
    if (ending.len) {
        memcpy(out + stem + added, ending.ptr, ending.len);
    }
    if (forms->all_capitals || (forms->first_capital && stem == 0)) {
        tl_letters_raise(out + stem, added + ending.len, !forms->all_capitals);
    }
    return stem + added + ending.len;
}

/* The forms of one cell, its endings as in a paradigm; the first is claimed unless it has a '?'. */
static void
add_cell(tl_forms *forms, const tl_reading *reading, unsigned cell, const char *endings)
{
    tl_str rest = tl_str_from(endings), ending;
    size_t claimed = NO_FORM;
    for (bool first = true; tl_str_split(&rest, '|', &ending); first = false) {
        bool unsure = ending.len && ending.ptr[0] == '?';
        char text[TL_FORM_BYTES];
        size_t len = compose(forms, reading, tl_str_slice(ending, unsure, ending.len), text);
        size_t form =
            len ? mark(forms, (tl_str){text, len}, (uint16_t)(1 << cell), !unsure) : NO_FORM;
        if (first && !unsure) {
            claimed = form;
        }
    }
    claim(forms, cell, claimed);
}

/* The nominative `nominative` in `cell`: it is the base form, or made of endings in the number that
 * the base is not of. */
static void
add_nominative(tl_forms *forms, const tl_reading *reading, unsigned cell, unsigned nominative)
{
    bool plural = nominative >= TL_CASE_COUNT;
    if (plural == (reading->number == TL_NUMBER_PLURAL)) {
        tl_forms_add(forms, forms->base, (uint16_t)(1 << cell));
    } else {
        add_cell(forms, reading, cell, tl_paradigms[reading->paradigm].cells[nominative]);
    }
}

static void
add_accusative(tl_forms *forms, const tl_reading *reading, unsigned cell, char animacy)
{
    unsigned nominative = cell - TL_CASE_ACC + TL_CASE_NOM;
    if (animacy != 'a') {
        add_nominative(forms, reading, cell, nominative);
    }
    if (animacy != 'i') {
        add_cell(forms, reading, cell,
                 tl_paradigms[reading->paradigm].cells[nominative - TL_CASE_NOM + TL_CASE_GEN]);
    }
}

static void
add_cells(tl_forms *forms, const tl_reading *reading, char animacy)
{
    static const uint16_t numbers[] = {
        [TL_NUMBER_BOTH] = TL_CELLS_ALL,
        [TL_NUMBER_SINGULAR] = TL_CELLS_SINGULAR,
        [TL_NUMBER_PLURAL] = TL_CELLS_PLURAL,
    };
    const char *const *cells = tl_paradigms[reading->paradigm].cells;
    for (unsigned cell = 0; cell < TL_CELL_COUNT; cell++) {
        if (cells[cell] == NULL || !(numbers[reading->number] >> cell & 1)) {
            claim(forms, cell, NO_FORM);
        } else if (cells[cell][0] == '@') {
            add_accusative(forms, reading, cell, reading->animacy ? reading->animacy : animacy);
        } else if (cell % TL_CASE_COUNT == TL_CASE_NOM) {
            add_nominative(forms, reading, cell, cell);
        } else {
            add_cell(forms, reading, cell, cells[cell]);
        }
    }
}

/* Whether the witness has the usual form of a cell. An accusative is the form of another cell. */
static bool
confirm_cell(const tl_forms *forms, const tl_reading *reading, unsigned cell,
             const tl_witness *witness)
{
    const char *endings = tl_paradigms[reading->paradigm].cells[cell];
    if (endings == NULL) {
        return false;
    }
    tl_str rest = tl_str_from(endings), ending = {NULL, 0};
    tl_str_split(&rest, '|', &ending);
    if (ending.len && (ending.ptr[0] == '@' || ending.ptr[0] == '?')) {
        return true;
    }
    char text[TL_FORM_BYTES];
    size_t len = compose(forms, reading, ending, text);
    return len && witness->has_word(witness->context, (tl_str){text, len});
}

static bool
confirm_cells(const tl_forms *forms, const tl_reading *reading, unsigned first,
              const tl_witness *witness)
{
    unsigned cell = first;
    while (cell < first + TL_CASE_COUNT && confirm_cell(forms, reading, cell, witness)) {
        cell++;
    }
    return cell == first + TL_CASE_COUNT;
}

/* города is the genitive of город, too. */
static bool
has_plural_like_genitive(const tl_reading *reading)
{
    const char *const *cells = tl_paradigms[reading->paradigm].cells;
    const char *plural = cells[TL_CASE_COUNT + TL_CASE_NOM], *genitive = cells[TL_CASE_GEN];
    return plural && genitive && strcmp(plural, genitive) == 0;
}

tl_evidence
tl_forms_confirm(const tl_forms *forms, tl_reading *reading, const tl_witness *witness)
{
    bool is_plural = reading->number == TL_NUMBER_PLURAL;
    if (reading->paradigm == TL_INDECLINABLE ||
        !confirm_cells(forms, reading, is_plural ? TL_CASE_COUNT : 0, witness)) {
        return TL_EVIDENCE_NONE;
    }
    bool has_plural =
        reading->number == TL_NUMBER_BOTH && confirm_cells(forms, reading, TL_CASE_COUNT, witness);
    reading->number = is_plural || has_plural ? reading->number : TL_NUMBER_SINGULAR;
    reading->trust = TL_TRUST_SURE;
    bool is_weak = has_plural && has_plural_like_genitive(reading);
    return is_weak ? TL_EVIDENCE_WEAK : TL_EVIDENCE_STRONG;
}

void
tl_forms_add_reading(tl_forms *forms, const tl_reading *reading, char animacy)
{
    if (reading->trust == TL_TRUST_ASIDE) {
        tl_forms_add_aside(forms, reading, animacy);
        return;
    }
    if (reading->paradigm == TL_INDECLINABLE) {
        tl_forms_add(forms, forms->base, TL_CELLS_ALL);
    } else {
        add_cells(forms, reading, animacy);
    }
    if (reading->trust == TL_TRUST_NONE) {
        tl_forms_dispute(forms, TL_CELLS_ALL);
    }
}

void
tl_forms_add_aside(tl_forms *forms, const tl_reading *reading, char animacy)
{
    tl_reading plain = *reading;
    plain.trust = TL_TRUST_SURE;
    forms->aside = true;
    tl_forms_add_reading(forms, &plain, animacy);
    forms->aside = false;
}

tl_inflected_word
tl_forms_fixed(tl_str word, tl_arena *arena)
{
    tl_form *form = tl_arena_alloc(arena, 1, sizeof *form);
    *form = (tl_form){tl_arena_copy(arena, word), TL_CELLS_ALL, TL_CELLS_ALL, TL_CELLS_ALL};
    return (tl_inflected_word){.forms = form, .count = 1};
}

tl_inflected_word
tl_forms_finish(const tl_forms *forms, tl_arena *arena)
{
    if (forms->count == 1 && !forms->items[0].cells) {
        return tl_forms_fixed(forms->base, arena);
    }
    size_t size = forms->count * sizeof(tl_form), bytes = forms->base.len + forms->used;
    tl_form *items = tl_arena_alloc(arena, 1, size + bytes);
    char *text = (char *)items + size;
    memcpy(items, forms->items, size);
    memcpy(text, forms->base.ptr, forms->base.len);
    memcpy(text + forms->base.len, forms->bytes, forms->used);
    for (size_t i = 0; i < forms->count; i++) {
        items[i].text.ptr = text;
        text += items[i].text.len;
    }
    for (unsigned cell = 0; cell < TL_CELL_COUNT; cell++) {
        if (forms->claims[cell] != 0 && forms->claims[cell] != NO_FORM) {
            items[forms->claims[cell] - 1].sure |= (uint16_t)(1 << cell);
        }
    }
    return (tl_inflected_word){.forms = items, .count = forms->count, .inflects = forms->count > 1};
}
