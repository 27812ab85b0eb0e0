/* SPDX-License-Identifier: MPL-2.0 */
/* Which encoding do bytes look like? For Cyrillic, each candidate is tried: the bytes become
 * letters, and what these cost, by how often Russian has them, how vowels and consonants alternate
 * and where capitals may stand, tells text from gibberish. Costs add up, so that a long text is
 * told apart surely and a short one is not; where it is not sure, the answer is for a message only.
 * Other languages in Cyrillic letters share enough of them with Russian. */
#include "source/detect.h"

enum { SAMPLE = 64 * 1024 };

/* Costs are tenths of natural logarithms. */
enum {
    CAPITAL_AT_START = 20, /* of a word */
    CAPITAL_IN_CAPITALS = 2,
    CAPITAL_BEHIND_SMALL = 70,
    SIGN_BEHIND_NONE = 60, /* ь or ъ that is not behind a consonant */
    RARE_LETTER = 60,      /* of another language */
    MARK_BESIDE = 50,      /* a quotation mark, a dash */
    MARK_INSIDE = 70,      /* of a word */
    NO_CHARACTER = 150,
    SURE_MARGIN = 150, /* the next best is that much dearer: e^15 times less likely */
    SURE_LETTERS = 20,
    DEAREST = 42,       /* on average; Russian has 30, gibberish more than 45 */
    DEAREST_NAMED = 60, /* worth a word in a message */
};

/* а to я: tenths of -ln of their share in Russian texts. */
static const unsigned char letter_costs[] = {
    25, 41, 31, 41, 35, 25, 47, 41, 26, 44, 34, 31, 34, 27, 22, 36,
    30, 29, 28, 36, 60, 46, 53, 42, 49, 56, 78, 40, 41, 57, 50, 39,
};

/* What the second, third and every further vowel, consonant in a row cost. */
static const unsigned char vowel_costs[] = {0, 5, 15, 35}, consonant_costs[] = {0, 0, 12, 35};

typedef enum kind { KIND_OTHER, KIND_SMALL, KIND_CAPITAL, KIND_MARK } kind;

typedef enum sound { SOUND_NONE, SOUND_VOWEL, SOUND_CONSONANT, SOUND_SIGN } sound;

/* What a text costs in one encoding. */
typedef struct trial {
    const tl_encoding *encoding;
    unsigned long cost;
    size_t letters, marks;
    sound last; /* of the letter before */
    size_t run; /* of the same sound, up to 3 */
} trial;

static kind
kind_of(uint32_t c)
{
    if (c < 0x80) {
        return KIND_OTHER;
    }
    if (c >= 0x400 && c <= 0x45F) {
        return c >= 0x430 ? KIND_SMALL : KIND_CAPITAL;
    }
    if (c == 0x490 || c == 0x491) {
        return c == 0x491 ? KIND_SMALL : KIND_CAPITAL;
    }
    return KIND_MARK;
}

static uint32_t
small_of(uint32_t c)
{
    return c < 0x410 ? c + 0x50 : c < 0x430 ? c + 0x20 : c;
}

static sound
sound_of(uint32_t c)
{
    static const uint16_t vowels[] = {0x430, 0x435, 0x438, 0x43E, 0x443, 0x44B, 0x44D,
                                      0x44E, 0x44F, 0x451, 0x454, 0x456, 0x457};
    uint32_t small = small_of(c);
    for (size_t i = 0; i < sizeof vowels / sizeof vowels[0]; i++) {
        if (vowels[i] == small) {
            return SOUND_VOWEL;
        }
    }
    return small == 0x44A || small == 0x44C ? SOUND_SIGN : SOUND_CONSONANT;
}

static unsigned
cost_of_sound(trial *t, sound next)
{
    bool is_same = next == t->last;
    t->run = !is_same ? 0 : t->run < 3 ? t->run + 1 : 3;
    unsigned cost = next == SOUND_SIGN && t->last != SOUND_CONSONANT ? SIGN_BEHIND_NONE
                    : next == SOUND_VOWEL                            ? vowel_costs[t->run]
                    : next == SOUND_CONSONANT                        ? consonant_costs[t->run]
                                                                     : 0;
    t->last = next;
    return cost;
}

static unsigned
cost_of_letter(uint32_t c)
{
    uint32_t small = small_of(c);
    if (small == 0x451) {
        return letter_costs[5] + 35;
    }
    return small >= 0x430 && small < 0x450 ? letter_costs[small - 0x430] : RARE_LETTER;
}

static unsigned
cost_in_place(kind before, kind here, uint32_t c, kind after)
{
    switch (here) {
    case KIND_OTHER: return 0;
    case KIND_SMALL: return cost_of_letter(c);
    case KIND_CAPITAL:
        return cost_of_letter(c) + (before == KIND_SMALL     ? CAPITAL_BEHIND_SMALL
                                    : before == KIND_CAPITAL ? CAPITAL_IN_CAPITALS
                                                             : CAPITAL_AT_START);
    case KIND_MARK: break;
    }
    bool is_inside = (before == KIND_SMALL || before == KIND_CAPITAL) &&
                     (after == KIND_SMALL || after == KIND_CAPITAL);
    return is_inside ? MARK_INSIDE : MARK_BESIDE;
}

static uint32_t
character_at(const tl_encoding *encoding, tl_str sample, size_t at)
{
    unsigned char byte = at < sample.len ? (unsigned char)sample.ptr[at] : ' ';
    return byte < 0x80 ? byte : encoding->high[byte - 0x80];
}

static trial
try_encoding(const tl_encoding *encoding, unsigned long cost, tl_str sample)
{
    trial result = {.encoding = encoding, .cost = cost};
    kind before = KIND_OTHER, here = kind_of(character_at(encoding, sample, 0));
    for (size_t at = 0; at < sample.len; at++) {
        uint32_t c = character_at(encoding, sample, at);
        kind after = kind_of(character_at(encoding, sample, at + 1));
        result.cost += c == 0 ? NO_CHARACTER : cost_in_place(before, here, c, after);
        bool is_letter = here == KIND_SMALL || here == KIND_CAPITAL;
        result.cost += cost_of_sound(&result, is_letter ? sound_of(c) : SOUND_NONE);
        result.letters += is_letter;
        result.marks += here == KIND_MARK;
        before = here;
        here = after;
    }
    return result;
}

static bool
is_high(tl_str bytes, size_t at)
{
    return at < bytes.len && (unsigned char)bytes.ptr[at] >= 0x80;
}

/* Most bytes above ASCII have none beside them: accented letters, quotation marks. */
static bool
is_latin(tl_str sample)
{
    size_t all = 0, alone = 0;
    for (size_t i = 0; i < sample.len; i++) {
        all += is_high(sample, i);
        alone +=
            is_high(sample, i) && !is_high(sample, i + 1) && !(i > 0 && is_high(sample, i - 1));
    }
    return alone * 2 > all;
}

static bool
has_high_byte(tl_str bytes)
{
    for (size_t i = 0; i < bytes.len; i++) {
        if (is_high(bytes, i)) {
            return true;
        }
    }
    return false;
}

static tl_encoding_guess
guess_cyrillic(tl_str sample)
{
    static const struct {
        tl_str name;
        unsigned long cost; /* of being so rare */
    } candidates[] = {
        {TL_STR_INIT("windows-1251"), 0},
        {TL_STR_INIT("KOI8-R"), 0},
        {TL_STR_INIT("CP866"), 0},
        {TL_STR_INIT("ISO-8859-5"), 0},
        {TL_STR_INIT("x-mac-cyrillic"), SURE_MARGIN}, /* has most small letters of windows-1251 */
    };
    trial best = {.encoding = NULL}, second = {.encoding = NULL};
    for (size_t i = 0; i < sizeof candidates / sizeof candidates[0]; i++) {
        const tl_encoding *encoding = tl_encoding_find(candidates[i].name);
        trial next = try_encoding(encoding, candidates[i].cost, sample);
        if (best.encoding == NULL || next.cost < best.cost) {
            second = best;
            best = next;
        } else if (second.encoding == NULL || next.cost < second.cost) {
            second = next;
        }
    }
    size_t count = best.letters + best.marks;
    return (tl_encoding_guess){
        .encoding = best.cost < count * DEAREST_NAMED ? best.encoding : NULL,
        .is_sure = best.letters >= SURE_LETTERS && best.cost < count * DEAREST &&
                   second.cost - best.cost >= SURE_MARGIN,
    };
}

tl_encoding_guess
tl_encoding_detect(tl_str bytes, size_t invalid_at)
{
    /* What was UTF-8 for a while is damaged UTF-8. */
    if (has_high_byte(tl_str_slice(bytes, 0, invalid_at))) {
        return (tl_encoding_guess){.encoding = NULL};
    }
    tl_str sample = tl_str_slice(bytes, invalid_at, invalid_at + SAMPLE);
    if (is_latin(sample)) {
        return (tl_encoding_guess){.encoding = tl_encoding_find(TL_STR("windows-1252"))};
    }
    return guess_cyrillic(sample);
}

/* A character of a text in Latin or Cyrillic letters. */
static bool
is_usual(uint32_t c)
{
    return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c < 0x7F) ||
           (c >= 0xA0 && c < 0x250) || (c >= 0x400 && c < 0x530) || (c >= 0x2010 && c < 0x2050) ||
           c == 0x20AC || c == 0x2116;
}

const tl_encoding *
tl_encoding_detect_utf16(tl_str bytes)
{
    enum { FEWEST = 16 };
    if (bytes.len < FEWEST || bytes.len % 2 != 0) {
        return NULL;
    }
    bool little = true, big = true;
    size_t end = bytes.len < SAMPLE ? bytes.len : SAMPLE;
    for (size_t at = 0; at < end; at += 2) {
        uint32_t first = (unsigned char)bytes.ptr[at], second = (unsigned char)bytes.ptr[at + 1];
        little = little && is_usual(first | second << 8);
        big = big && is_usual(first << 8 | second);
    }
    return little == big ? NULL : little ? &tl_encoding_utf16_le : &tl_encoding_utf16_be;
}
