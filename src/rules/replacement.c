/* SPDX-License-Identifier: MPL-2.0 */
/* Makes a good form fit the place of a bad one. What it cannot put there with certainty (a case
 * that reads two ways, a word of another gender, an article that would have to change) it still
 * offers, but not as a safe fix. */
#include "rules/replacement.h"

#include "base/buf.h"
#include "base/utf8.h"
#include "rules/governed.h"
#include "rules/split_form.h"
#include "scan/letter_case.h"
#include "text/capitals.h"
#include "text/compare.h"

#include <string.h>

static const tl_word *
word_at(const tl_pass *pass, uint32_t at)
{
    return &pass->scan->words.items[at];
}

/* Cells */

/* Endings come with ё where the stress is known; a text and a form that write е have е. */
static tl_str
write_yo_as(tl_pass *pass, tl_str inflected, tl_str form)
{
    const tl_str yo = TL_STR("ё"), ye = TL_STR("е");
    tl_str text = pass->scan->segment->text;
    if (tl_str_find(inflected, yo, 0) == inflected.len || tl_str_find(form, yo, 0) < form.len ||
        tl_str_find(text, yo, 0) < text.len) {
        return inflected;
    }
    tl_buf out = {0};
    size_t at = 0;
    for (size_t next; (next = tl_str_find(inflected, yo, at)) < inflected.len; at = next + yo.len) {
        tl_buf_add(&out, tl_str_slice(inflected, at, next));
        tl_buf_add(&out, ye);
    }
    tl_buf_add(&out, tl_str_slice(inflected, at, inflected.len));
    tl_str result = tl_arena_copy(pass->arena, tl_buf_str(&out));
    tl_buf_clear(&out);
    return result;
}

/* The form in every cell of the set; certain if they all come out alike. The text is that of the
 * first of the cells that are likelier. */
static tl_replacement
inflect(tl_pass *pass, const tl_split_form *form, uint16_t cells, uint16_t likelier)
{
    tl_replacement result = {.text = form->text, .certain = false};
    uint16_t order[] = {cells & likelier, cells & ~(unsigned)likelier};
    bool first = true;
    for (tl_cell at = 0; at < 2 * (TL_CELL_COUNTED + 1); at++) {
        tl_cell cell = at % (TL_CELL_COUNTED + 1);
        if (!(order[at / (TL_CELL_COUNTED + 1)] & 1u << cell)) {
            continue;
        }
        tl_str inflected = tl_split_form_in(form, cell, pass->arena);
        if (inflected.len == 0) {
            tl_str guess = tl_split_form_guess(form, cell, pass->arena);
            result.text = first && guess.len ? guess : result.text;
            result.certain = false;
            break;
        }
        result.certain = first || (result.certain && tl_str_equal(result.text, inflected));
        result.text = first ? inflected : result.text;
        first = false;
    }
    result.text = write_yo_as(pass, result.text, form->text);
    return result;
}

static bool
has_russian_word(void *context, tl_str word)
{
    return tl_pass_ask(context, TL_STR("ru"), word, false) == TL_KNOWN_YES;
}

/* The cells of a place, and those of them that are likelier. */
typedef struct place_cells {
    uint16_t all, likelier;
    tl_counted counted; /* by the numeral before the place */
    bool is_inflected;  /* it has another form there than the base form */
    bool is_sure;       /* nothing around the place contradicts them */
} place_cells;

/* The cells that the words before the hit leave of those that its own form has. */
static place_cells
cells_at(const tl_pass *pass, const tl_hit *hit, uint16_t cells)
{
    enum {
        NOMINATIVES = 1 << TL_CASE_NOM | 1 << (TL_CASE_COUNT + TL_CASE_NOM),
        BEHIND_FEW = 1 << (TL_CASE_COUNT + TL_CASE_NOM) | 1 << (TL_CASE_COUNT + TL_CASE_ACC),
        ONE = 1 << TL_CASE_GEN,
        MANY = 1 << (TL_CASE_COUNT + TL_CASE_GEN),
    };
    tl_governed governed = tl_governed_at(pass, hit->first);
    bool may_be_few = (cells & ONE) || ((cells & BEHIND_FEW) && !(cells & MANY));
    tl_counted counted = tl_counted_at(pass, hit->first);
    if (may_be_few && counted != TL_COUNTED_NOT) {
        bool is_number = counted == TL_COUNTED_FIGURE && !(cells & TL_CELLS_PLURAL);
        return (place_cells){.all = (uint16_t)(1 << TL_CELL_COUNTED | (is_number ? ONE : 0)),
                             .likelier = 1 << TL_CELL_COUNTED,
                             .counted = counted,
                             .is_sure = true};
    }
    uint16_t left = cells & governed.cells;
    return (place_cells){
        .all = left ? left : cells,
        .counted = counted,
        .likelier = tl_begins_sentence(pass, hit->first) ? NOMINATIVES : 0,
        .is_sure = left != 0 || !governed.is_sure,
    };
}

/* Whether what agrees with the hit agrees with the new form too: in the plural only «две» and «обе»
 * show its gender. An acronym goes like the one that it replaces. */
static bool
agree(tl_pass *pass, const place_cells *place, const tl_split_form *old, const tl_split_form *new)
{
    bool plural = place->is_inflected && !(place->all & TL_CELLS_SINGULAR);
    bool acronyms = tl_capitals_only(old->text) && tl_capitals_only(new->text);
    if (acronyms || (plural && place->counted != TL_COUNTED_TWO)) {
        return true;
    }
    char wanted = tl_term_agreement(&old->phrase, pass->arena);
    return wanted && wanted == tl_term_agreement(&new->phrase, pass->arena);
}

/* `new` in the cells of the hit, which is a form of `old`; a base form may stand for several. */
static tl_replacement
put_in_place(tl_pass *pass, const tl_hit *hit, const tl_split_form *old, const tl_split_form *new)
{
    place_cells cells =
        cells_at(pass, hit, hit->cells ? hit->cells : tl_split_form_cells(old, pass->arena));
    tl_replacement result = inflect(pass, new, cells.all, cells.likelier);
    cells.is_inflected = hit->cells != 0;
    result.certain = result.certain && cells.is_sure && agree(pass, &cells, old, new);
    return result;
}

/* Another form in the cells of the hit. Where the tables do not know its words well enough, the
 * dictionary bears witness. */
static tl_replacement
fit_cells(tl_pass *pass, const tl_hit *hit, tl_str text, tl_str language)
{
    const tl_witness dictionary = {has_russian_word, pass};
    tl_split_form old, new;
    tl_split_form_init(&old, hit->pattern->text, hit->pattern->term->entry->language);
    tl_split_form_init(&new, text, language);
    tl_replacement result = put_in_place(pass, hit, &old, &new);
    if (!result.certain && tl_str_equal(tl_language_primary(language), TL_STR("ru"))) {
        old.phrase.witness = new.phrase.witness = &dictionary;
        result = put_in_place(pass, hit, &old, &new);
    }
    tl_split_form_clear(&old);
    tl_split_form_clear(&new);
    return result;
}

/* The hit's own form where its words are right but for their capitals: they have their endings. The
 * one that is mistyped, unless `near` is NULL, is put right. */
static tl_str
join_words(tl_pass *pass, const tl_hit *hit, const tl_near_hit *near)
{
    const tl_pattern *pattern = hit->pattern;
    tl_buf out = {0};
    size_t at = 0;
    for (uint32_t i = 0; i < pattern->count; i++) {
        bool is_mistyped = near && near->expected == i;
        tl_str word = is_mistyped ? near->meant : tl_pass_word(pass, hit->first + i);
        tl_str model = tl_str_at(pattern->text, pattern->words[i].range);
        tl_buf_add(&out, tl_str_slice(pattern->text, at, pattern->words[i].range.begin));
        tl_buf_add(&out, tl_capitals_like(pass->arena, word, model));
        at = pattern->words[i].range.end;
    }
    tl_buf_add(&out, tl_str_slice(pattern->text, at, pattern->text.len));
    tl_str joined = tl_arena_copy(pass->arena, tl_buf_str(&out));
    tl_buf_clear(&out);
    return joined;
}

static tl_replacement
fit_own_form(tl_pass *pass, const tl_hit *hit)
{
    static const unsigned in_letters =
        TL_DIFFER_MARKS | TL_DIFFER_YO | TL_DIFFER_APOSTROPHE | TL_DIFFER_SCRIPT;
    if (hit->cells == 0) {
        return (tl_replacement){.text = hit->pattern->text, .certain = true};
    }
    if (hit->count == hit->pattern->count && !(hit->differences & in_letters)) {
        return (tl_replacement){.text = join_words(pass, hit, NULL), .certain = true};
    }
    tl_split_form form;
    tl_split_form_init(&form, hit->pattern->text, hit->pattern->term->entry->language);
    tl_replacement result = inflect(pass, &form, hit->cells, 0);
    tl_split_form_clear(&form);
    return result;
}

/* Capitals */

/* "Ward Sister" for "ward sister": every word has a capital, but those that title case leaves
 * small. One word alone tells it by the word behind it, or by having a capital amid a sentence. */
static bool
is_title_case(const tl_pass *pass, const tl_hit *hit)
{
    uint32_t next = hit->first + hit->count;
    bool in_heading = pass->scan->segment->role == TL_ROLE_HEADING, shown = false;
    for (uint32_t i = hit->first; i < next; i++) {
        uint16_t flags = word_at(pass, i)->flags;
        shown = shown ||
                (i > hit->first && (flags & TL_WORD_CAPITALISED) && !(flags & TL_WORD_ALL_CAPS));
        if (!(word_at(pass, i)->flags & (TL_WORD_CAPITALISED | TL_WORD_HAS_DIGIT)) &&
            !tl_capitals_stay_small(tl_pass_word(pass, i))) {
            return false;
        }
    }
    if (hit->count > 1) {
        return shown; /* an acronym has its capitals anywhere */
    }
    bool next_has_capital =
        next < pass->scan->words.count && word_at(pass, next)->flags & TL_WORD_CAPITALISED;
    return pass->scan->script == TL_SCRIPT_LATIN &&
           (!tl_scan_begins_anew(pass->scan, hit->first) || (in_heading && next_has_capital));
}

/* True if a good form of several words would be told of for the capitals that the hit has: they are
 * to go with the bad form. */
static bool
capitals_are_a_fault(const tl_pass *pass, const tl_hit *hit)
{
    return hit->count > 1 && hit->pattern->term->case_rule != TL_CASE_ANY &&
           pass->scan->segment->role != TL_ROLE_HEADING &&
           !tl_scan_begins_anew(pass->scan, hit->first) &&
           !tl_letter_case_is_part_of_name(pass->scan, hit);
}

static tl_str
fit_capitals(tl_pass *pass, const tl_hit *hit, tl_str text, bool is_own)
{
    const tl_word *first = word_at(pass, hit->first);
    tl_str found = tl_pass_text(pass, hit->range);
    if (tl_capitals_only(found) && !tl_capitals_only(hit->pattern->text)) {
        return tl_capitals_raise_all(pass->arena, text);
    }
    bool is_raised = !tl_capitals_begin(hit->pattern->text);
    bool raise = is_own ? hit->is_raised
                        : (first->flags & TL_WORD_CAPITALISED) &&
                              (is_raised || first->flags & TL_WORD_SENTENCE_START);
    if (!raise) {
        return text;
    }
    bool in_heading = pass->scan->segment->role == TL_ROLE_HEADING;
    bool in_title_case = is_raised && (!is_own || in_heading) && is_title_case(pass, hit);
    if (in_title_case && capitals_are_a_fault(pass, hit)) {
        return text;
    }
    return in_title_case ? tl_capitals_raise_words(pass->arena, text)
                         : tl_capitals_raise_first(pass->arena, text);
}

/* White space */

static tl_str
gap_before(const tl_pass *pass, uint32_t word)
{
    const tl_word *items = pass->scan->words.items;
    tl_range between = {items[word - 1].range.end + items[word - 1].tail, items[word].range.begin};
    return tl_pass_text(pass, between);
}

/* True for white space that has a counterpart in a form: not where a line end broke a word. */
static bool
is_kept(const tl_pass *pass, uint32_t word)
{
    const tl_str soft_hyphen = TL_STR("\u00ad");
    tl_str gap = gap_before(pass, word);
    return word_at(pass, word)->gap == TL_GAP_SPACE && tl_str_find(gap, soft_hyphen, 0) == gap.len;
}

/* The replacement with the white space of the text where both have white space. */
static tl_str
keep_white_space(tl_pass *pass, tl_str form, const tl_hit *hit)
{
    tl_words words = {0};
    tl_buf out = {0};
    tl_words_find(&words, form);
    size_t at = 0;
    for (size_t i = 0; i < words.count; i++) {
        bool both = i > 0 && i < hit->count && words.items[i].gap == TL_GAP_SPACE &&
                    is_kept(pass, hit->first + (uint32_t)i);
        if (both) {
            tl_buf_add(&out, gap_before(pass, hit->first + (uint32_t)i));
            at = words.items[i].range.begin;
        }
        tl_buf_add(&out, tl_str_slice(form, at, words.items[i].range.end + words.items[i].tail));
        at = words.items[i].range.end + words.items[i].tail;
    }
    tl_buf_add(&out, tl_str_slice(form, at, form.len));
    tl_str result = tl_arena_copy(pass->arena, tl_buf_str(&out));
    tl_buf_clear(&out);
    tl_words_clear(&words);
    return result;
}

/* Articles */

/* Beginnings whose first letter misleads: a silent h, a vowel that sounds like "you" or "won". */
static bool
has_misleading_letter(tl_str word)
{
    static const tl_str beginnings[] = {
        TL_STR_INIT("hour"), TL_STR_INIT("hono"), TL_STR_INIT("honest"), TL_STR_INIT("heir"),
        TL_STR_INIT("eu"),   TL_STR_INIT("uni"),  TL_STR_INIT("use"),    TL_STR_INIT("usu"),
        TL_STR_INIT("uti"),  TL_STR_INIT("one"),  TL_STR_INIT("once"),   TL_STR_INIT("ubiq"),
    };
    for (size_t i = 0; i < sizeof beginnings / sizeof beginnings[0]; i++) {
        tl_str begin = tl_str_slice(word, 0, beginnings[i].len);
        if (tl_str_equal_ascii_nocase(begin, beginnings[i])) {
            return true;
        }
    }
    return false;
}

static bool
begins_with_vowel_sound(tl_str text)
{
    static const char letters[] = "AEIOUaeiou", letter_names[] = "AEFHILMNORSX";
    tl_str first = tl_str_slice(text, 0, tl_str_find_byte(text, ' ', 0));
    if (!tl_capitals_only(first) && has_misleading_letter(first)) {
        return first.ptr[0] == 'h' || first.ptr[0] == 'H';
    }
    const char *set = tl_capitals_only(first) ? letter_names : letters;
    return first.len && strchr(set, first.ptr[0]) != NULL;
}

/* "a CSCO body" may not become "a OSCE body": the article would have to change with it. */
static bool
article_still_fits(const tl_pass *pass, const tl_hit *hit, tl_str replacement)
{
    return !tl_scan_has_article(pass->scan, hit->first) ||
           begins_with_vowel_sound(replacement) ==
               begins_with_vowel_sound(tl_pass_text(pass, hit->range));
}

/* "the U.N. Charter", "in the U.N. Then": whose full stop it is cannot be told. */
static bool
has_ambiguous_stop(const tl_pass *pass, const tl_hit *hit)
{
    const tl_words *words = &pass->scan->words;
    tl_str text = pass->scan->segment->text;
    uint32_t next = hit->first + hit->count;
    bool dotted = (hit->differences & TL_HIT_PUNCTUATION) ||
                  tl_str_ends_with(hit->pattern->text, TL_STR("."));
    return dotted && next < words->count && words->items[next].gap == TL_GAP_DOT &&
           text.ptr[hit->range.end] == '.' && !(words->items[next].flags & TL_WORD_SENTENCE_START);
}

/* A form with a full stop at its end, put before one, ends with that. */
static tl_str
share_stop(const tl_pass *pass, const tl_hit *hit, tl_str form)
{
    tl_str text = pass->scan->segment->text;
    bool stops = hit->range.end < text.len && text.ptr[hit->range.end] == '.';
    return stops && tl_str_ends_with(form, TL_STR(".")) ? tl_str_slice(form, 0, form.len - 1)
                                                        : form;
}

/* True if no word of the hit has a capital but where any word would. */
static bool
is_written_small(const tl_pass *pass, const tl_hit *hit)
{
    for (uint32_t i = 0; i < hit->count; i++) {
        bool begins = i == 0 && tl_scan_begins_anew(pass->scan, hit->first);
        if (word_at(pass, hit->first + i)->flags & TL_WORD_CAPITALISED && !begins) {
            return false;
        }
    }
    return true;
}

/* A headword has its capital from the list: it goes small where what it replaces did. */
static tl_str
fit_headword(tl_pass *pass, const tl_hit *hit, tl_str text)
{
    if (!is_written_small(pass, hit)) {
        return text;
    }
    text = tl_capitals_lower_words(pass->arena, text);
    return word_at(pass, hit->first)->flags & TL_WORD_CAPITALISED
               ? tl_capitals_raise_first(pass->arena, text)
               : text;
}

/* Gives a form of the hit's words, or another one, the capitals and the white space of the place.
 */
static tl_replacement
fit_place(tl_pass *pass, const tl_hit *hit, tl_replacement result, const tl_term *form)
{
    if (form->is_headword) {
        result.text = fit_headword(pass, hit, result.text);
    }
    result.text = fit_capitals(pass, hit, result.text, form == hit->pattern->term);
    result.text = share_stop(pass, hit, keep_white_space(pass, result.text, hit));
    result.certain = result.certain && article_still_fits(pass, hit, result.text) &&
                     !has_ambiguous_stop(pass, hit);
    return result;
}

tl_replacement
tl_replacement_for_hit(tl_pass *pass, const tl_hit *hit, const tl_term *form)
{
    bool is_own = form == hit->pattern->term;
    tl_replacement result =
        is_own ? fit_own_form(pass, hit) : fit_cells(pass, hit, form->text, form->entry->language);
    return fit_place(pass, hit, result, form);
}

/* `meant` with the capitals of the word that it is put for. */
static tl_str
capitalise_as(tl_arena *arena, tl_str meant, tl_str written)
{
    if (tl_capitals_only(written)) {
        return tl_capitals_raise_all(arena, meant);
    }
    if (tl_capitals_begin(written)) {
        return tl_capitals_raise_first(arena, meant);
    }
    char first[TL_UTF8_MAX];
    size_t at = 0;
    size_t length = tl_utf8_encode(tl_letter_lower(tl_utf8_next(meant, &at)), first);
    return tl_arena_format(arena, "%.*s%.*s", (int)length, first, (int)(meant.len - at),
                           meant.ptr + at);
}

static bool
ends_with_s(tl_str text)
{
    return tl_str_ends_with(text, TL_STR("s")) || tl_str_ends_with(text, TL_STR("S"));
}

/* Bytes of the bare apostrophe behind a word that stands there for its s ("Engineers' Guild") and
 * goes with that; 0 if what is meant has an s too, or if there is none. */
static uint32_t
tail_without_s(const tl_pass *pass, const tl_word *word, tl_str meant)
{
    tl_range tail = {word->range.end, word->range.end + word->tail};
    tl_str text = tl_pass_text(pass, tail);
    return ends_with_s(text) || ends_with_s(meant) ? 0 : word->tail;
}

/* The text of the hit as it is, but for the word. Behind the last word an apostrophe is not the
 * hit's: a person puts it right. */
static tl_replacement
replace_word(tl_pass *pass, const tl_near_hit *near)
{
    const tl_word *word = word_at(pass, near->word);
    uint32_t tail = tail_without_s(pass, word, near->meant);
    uint32_t end = word->range.end + tail;
    bool is_inside = end <= near->hit.range.end;
    tl_range before = {near->hit.range.begin, word->range.begin};
    tl_range behind = {is_inside ? end : near->hit.range.end, near->hit.range.end};
    tl_str meant = capitalise_as(pass->arena, near->meant, tl_pass_word(pass, near->word));
    tl_replacement result = {0};
    result.text =
        tl_arena_format(pass->arena, "%.*s%.*s%.*s", TL_STR_ARGS(tl_pass_text(pass, before)),
                        TL_STR_ARGS(meant), TL_STR_ARGS(tl_pass_text(pass, behind)));
    result.certain = is_inside && article_still_fits(pass, &near->hit, result.text);
    return result;
}

bool
tl_near_is_governed(tl_pass *pass, const tl_near_hit *near)
{
    const tl_hit *hit = &near->hit;
    tl_governed governed = tl_governed_at(pass, hit->first);
    uint16_t cells = hit->cells;
    if (!governed.is_sure) {
        return true;
    }
    if (cells == 0) {
        tl_split_form form;
        tl_split_form_init(&form, hit->pattern->text, hit->pattern->term->entry->language);
        cells = tl_split_form_cells(&form, pass->arena);
        tl_split_form_clear(&form);
    }
    return cells & governed.cells;
}

tl_replacement
tl_replacement_for_near(tl_pass *pass, const tl_near_hit *near)
{
    static const unsigned elsewhere =
        TL_DIFFER_CASE | TL_HIT_SEPARATOR | TL_HIT_QUOTES | TL_HIT_PUNCTUATION;
    const tl_hit *hit = &near->hit;
    if (!(hit->differences & elsewhere)) {
        return replace_word(pass, near);
    }
    tl_str own = hit->cells ? join_words(pass, hit, near) : hit->pattern->text;
    return fit_place(pass, hit, (tl_replacement){.text = own, .certain = true}, hit->pattern->term);
}
