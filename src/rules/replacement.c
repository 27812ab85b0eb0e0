/* SPDX-License-Identifier: MPL-2.0 */
/* Makes a good form fit the place of a bad one. What it cannot put there with certainty (a case
 * that reads two ways, a word of another gender, an article that would have to change) it still
 * offers, but not as a safe fix. */
#include "rules/replacement.h"

#include "base/buf.h"
#include "base/utf8.h"
#include "rules/article.h"
#include "rules/at_word.h"
#include "rules/fitted_form.h"
#include "rules/governed.h"
#include "rules/place_capitals.h"
#include "rules/split_form.h"
#include "text/capitals.h"
#include "text/compare.h"
#include "text/letter.h"

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
    return tl_form_fit_own(pass, hit);
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
    return tl_word_at(pass, word)->gap == TL_GAP_SPACE &&
           tl_str_find(gap, soft_hyphen, 0) == gap.len;
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

/* Gives a form of the hit's words, or another one, the capitals and the white space of the place.
 */
static tl_replacement
fit_place(tl_pass *pass, const tl_hit *hit, tl_replacement result, const tl_term *form)
{
    if (form->is_headword) {
        result.text = tl_place_headword(pass, hit, result.text);
    }
    result.text = tl_place_capitals(pass, hit, result.text, form == hit->pattern->term);
    result.text = share_stop(pass, hit, keep_white_space(pass, result.text, hit));
    result.certain = result.certain && tl_article_still_fits(pass, hit, result.text) &&
                     !has_ambiguous_stop(pass, hit);
    return result;
}

tl_replacement
tl_replacement_for_hit(tl_pass *pass, const tl_hit *hit, const tl_term *form)
{
    bool is_own = form == hit->pattern->term;
    tl_replacement result = is_own ? fit_own_form(pass, hit)
                                   : tl_form_fit(pass, hit, form->text, form->entry->language);
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
    const tl_word *word = tl_word_at(pass, near->word);
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
    result.certain = is_inside && tl_article_still_fits(pass, &near->hit, result.text);
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
