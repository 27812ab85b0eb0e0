/* SPDX-License-Identifier: MPL-2.0 */
/* Numbers inside of words: двадцатипятилетний, стотысячный, einundzwanzig, dreijährig. Takes a key
 * apart from its beginning, the longest part first, into what dict/numbers.tsv calls prefixes and
 * glued parts; what is left over tells what kind of word it is. Knows no text around the word. */
#include "rules/numeral_parts.h"

enum { SHORTEST_PART = 3, MINUTES = TL_NUMERAL_MINUTES };

typedef struct parts {
    tl_str language, rest;
    tl_numeral_sum sum;
    bool is_glued;  /* one part says nothing in other words */
    bool is_linked; /* ein|und: the tens follow */
} parts;

static bool
is_small(double group)
{
    double below = group - (double)(long)(group / 100) * 100;
    return below >= 1 && below < 10;
}

static bool
add(parts *p, double value)
{
    if (p->is_linked && value >= 20 && value < 100) {
        p->is_linked = false;
        p->sum.group += value;
        return true;
    }
    bool multiplies = value >= 1000 || (value == 100 && p->is_glued && is_small(p->sum.group));
    return multiplies ? tl_numeral_sum_multiply(&p->sum, value)
                      : tl_numeral_sum_add(&p->sum, value);
}

/* Takes the next part of the word, if there is one. */
static bool
take_part(parts *p)
{
    const tl_number_word *part =
        tl_number_stem_find(p->language, p->rest, TL_NUMBER_PREFIX, SHORTEST_PART);
    const tl_number_word *glued =
        tl_number_stem_find(p->language, p->rest, TL_NUMBER_GLUED, SHORTEST_PART);
    if (glued && (part == NULL || glued->length > part->length)) {
        part = glued;
        p->is_glued = true;
    }
    if (part == NULL || !add(p, part->value)) {
        return false;
    }
    p->rest = tl_str_slice(p->rest, part->length, p->rest.len);
    return true;
}

static bool
take_link(parts *p)
{
    const tl_number_word *link = is_small(p->sum.group) && !p->is_linked
                                     ? tl_number_stem_find(p->language, p->rest, TL_NUMBER_LINK, 1)
                                     : NULL;
    if (link == NULL || link->length == p->rest.len) {
        return false;
    }
    p->is_linked = true;
    p->rest = tl_str_slice(p->rest, link->length, p->rest.len);
    return true;
}

static tl_compound
made(tl_compound_kind kind, const parts *p)
{
    return (tl_compound){kind, p->sum.done + p->sum.group};
}

/* The word if what is left of it is a number word. */
static tl_compound
end_with_number(const parts *before)
{
    parts p = *before;
    const tl_number_word *word = tl_number_word_find(p.language, p.rest, TL_NUMBER_ORDINAL);
    if (word && add(&p, word->value)) {
        return made(TL_COMPOUND_ORDINAL, &p);
    }
    word = tl_number_word_find(p.language, p.rest, TL_NUMBER_SCALE);
    if (word && tl_numeral_sum_multiply(&p.sum, word->value)) {
        return made(TL_COMPOUND_CARDINAL, &p);
    }
    word = tl_number_word_find(p.language, p.rest, TL_NUMBER_FRACTION);
    if (word && p.is_glued) {
        bool is_half = word->value == 0.5;
        p.sum.group = is_half ? p.sum.group + word->value : p.sum.group * word->value;
        return made(TL_COMPOUND_CARDINAL, &p);
    }
    word = tl_number_word_find(p.language, p.rest, TL_NUMBER_HOUR_OF);
    if (word && p.sum.group == 0.5) {
        return (tl_compound){TL_COMPOUND_CLOCK, (word->value - 0.5) * MINUTES};
    }
    return (tl_compound){.kind = TL_COMPOUND_NONE};
}

tl_compound
tl_numeral_compound(tl_str language, tl_str key)
{
    parts p = {.language = language, .rest = key};
    bool has_part = false;
    while (p.rest.len > 0) {
        tl_compound found =
            has_part ? end_with_number(&p) : (tl_compound){.kind = TL_COMPOUND_NONE};
        if (found.kind != TL_COMPOUND_NONE) {
            return found;
        }
        if (has_part && tl_number_stem_find(language, p.rest, TL_NUMBER_COUNTED, 1)) {
            return made(TL_COMPOUND_COUNTED, &p);
        }
        if (!take_part(&p) && !(has_part && take_link(&p))) {
            break;
        }
        has_part = true;
    }
    if (!has_part || (p.is_glued && p.rest.len > 0)) {
        return (tl_compound){.kind = TL_COMPOUND_NONE};
    }
    return made(p.rest.len == 0 && p.is_glued ? TL_COMPOUND_CARDINAL : TL_COMPOUND_OPEN, &p);
}
