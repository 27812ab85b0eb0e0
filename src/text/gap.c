/* SPDX-License-Identifier: MPL-2.0 */
/* Reads and classifies what is between two words. Knows classes of characters, not the words
 * around them: whether a full stop belongs to an abbreviation is decided in words.c. */
#include "text/gap.h"

#include "text/apostrophe.h"

/* How far the end of a sentence has been seen. */
enum { INSIDE, BEHIND_COLON, BEHIND_STOP, AT_START, STATE_COUNT };

enum {
    WHITE_SPACE = 1 << TL_CLASS_SPACE | 1 << TL_CLASS_LINE_BREAK | 1 << TL_CLASS_PARAGRAPH,
    LINE_BREAKS = 1 << TL_CLASS_LINE_BREAK | 1 << TL_CLASS_PARAGRAPH,
    INVISIBLE = 1 << TL_CLASS_IGNORABLE | 1 << TL_CLASS_MARK,
    STOPS = 1 << TL_CLASS_DOT | 1 << TL_CLASS_STOP,
    QUOTES = 1 << TL_CLASS_QUOTE | 1 << TL_CLASS_APOSTROPHE,
};

static void
add_white_space(tl_gap_content *gap, tl_trait_class class)
{
    gap->space = true;
    gap->space_before |= gap->punctuation == 0;
    if (class != TL_CLASS_SPACE) {
        gap->line_breaks += class == TL_CLASS_PARAGRAPH ? 2 : 1;
        gap->quote_is_open = false;
    }
    if (gap->sentence == BEHIND_STOP ||
        (gap->sentence == BEHIND_COLON && class != TL_CLASS_SPACE)) {
        gap->sentence = AT_START;
    }
}

/* Quotation marks and brackets may close the sentence or open the next; dashes and bullets may
 * only open it. */
static unsigned char
sentence_behind(unsigned char sentence, tl_trait_class class)
{
    if ((1u << class & QUOTES) != 0) {
        return sentence;
    }
    if ((1u << class & STOPS) != 0) {
        return BEHIND_STOP;
    }
    if (class == TL_CLASS_COLON) {
        return BEHIND_COLON;
    }
    return sentence == AT_START && class != TL_CLASS_COMMA ? AT_START : INSIDE;
}

static void
add_punctuation(tl_gap_content *gap, tl_trait_class class)
{
    if (gap->punctuation == 0) {
        gap->first = class;
    }
    gap->punctuation++;
    gap->stops += (1u << class & STOPS) != 0;
    gap->kinds |= 1u << class;
    gap->sentence = sentence_behind(gap->sentence, class);
}

static bool
starts_word(tl_str text, tl_trait trait, size_t next)
{
    if (tl_trait_class_of(trait) != TL_CLASS_MODIFIER) {
        return (trait & TL_TRAIT_WORD) != 0;
    }
    return next < text.len &&
           (tl_trait_next(text, &next) & (TL_TRAIT_LETTER | TL_TRAIT_SINGLE)) == TL_TRAIT_LETTER;
}

size_t
tl_gap_read(tl_str text, size_t begin, tl_gap_content *gap)
{
    *gap = (tl_gap_content){.quote_is_open = gap->quote_is_open};
    size_t at = begin;
    for (size_t next = at; at < text.len; at = next) {
        tl_trait trait = tl_trait_next(text, &next);
        tl_trait_class class = tl_trait_class_of(trait);
        if (starts_word(text, trait, next)) {
            break;
        }
        if ((1u << class & WHITE_SPACE) != 0) {
            bool ends_crlf = text.ptr[at] == '\n' && at > begin && text.ptr[at - 1] == '\r';
            if (!ends_crlf) {
                add_white_space(gap, class);
            }
        } else if ((1u << class & INVISIBLE) == 0) {
            add_punctuation(gap, class);
        }
        if (class == TL_CLASS_APOSTROPHE) {
            bool behind_word = at == begin && begin > 0;
            gap->quote_is_open = tl_apostrophe_opens(text, at, behind_word);
        }
    }
    return at;
}

static tl_gap
gap_of_one(const tl_gap_content *gap)
{
    switch (gap->first) {
    case TL_CLASS_HYPHEN: return gap->space_before ? TL_GAP_OTHER : TL_GAP_HYPHEN;
    case TL_CLASS_DASH: return gap->space ? TL_GAP_OTHER : TL_GAP_HYPHEN;
    case TL_CLASS_DOT: return gap->space_before ? TL_GAP_OTHER : TL_GAP_DOT;
    case TL_CLASS_COMMA: return TL_GAP_COMMA;
    case TL_CLASS_SLASH: return TL_GAP_SLASH;
    case TL_CLASS_AMPERSAND: return TL_GAP_AMPERSAND;
    default: return TL_GAP_OTHER;
    }
}

tl_gap
tl_gap_of(const tl_gap_content *gap)
{
    if (gap->line_breaks >= 2) {
        return TL_GAP_PARAGRAPH;
    }
    if (gap->punctuation == 0) {
        return gap->space ? TL_GAP_SPACE : TL_GAP_NONE;
    }
    if ((gap->kinds & ~(unsigned)QUOTES) == 0) {
        return TL_GAP_QUOTE;
    }
    return gap->punctuation == 1 ? gap_of_one(gap) : TL_GAP_OTHER;
}

bool
tl_gap_ends_sentence(const tl_gap_content *gap)
{
    return gap->sentence == AT_START || gap->line_breaks >= 2;
}

bool
tl_gap_may_abbreviate(const tl_gap_content *gap)
{
    return gap->line_breaks < 2 && gap->stops == 1 && gap->first == TL_CLASS_DOT &&
           !gap->space_before;
}
