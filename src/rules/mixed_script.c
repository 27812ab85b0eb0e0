/* SPDX-License-Identifier: MPL-2.0 */
/* mixed-script: letters of two scripts in one word, a Roman numeral in Cyrillic letters, a single
 * look-alike of the wrong script. Needs no termbase, but a form of the termbase tells which script
 * was meant. Only letters that look alike are suspected: a brand like СберPay or a Greek symbol
 * mixes scripts on purpose. */
#include "rules/rules.h"

#include "base/utf8.h"
#include "rules/lone_letter.h"
#include "rules/mixed_letters.h"
#include "scan/lists.h"
#include "text/compare.h"
#include "text/key.h"

enum {
    LONGEST_CYRILLIC_NUMERAL = 6,
    MIXABLE = TL_SCRIPT_LATIN | TL_SCRIPT_CYRILLIC | TL_SCRIPT_GREEK
};

static const tl_word *
word_at(const tl_pass *pass, uint32_t at)
{
    return &pass->scan->words.items[at];
}

static bool
is_mixed(uint8_t scripts)
{
    return (scripts & (scripts - 1u)) != 0;
}

static bool
is_known(const tl_pass *pass, tl_str word, const char *language)
{
    tl_key key;
    return tl_list_has(TL_LIST_ACRONYMS, tl_key_of(word, &key)) ||
           tl_pass_ask(pass, tl_str_from(language), word, true) == TL_KNOWN_YES;
}

/* PHК, of which two letters are Latin: РНК is known, and PHK is not. */
static bool
is_rather(const tl_pass *pass, tl_str cyrillic, tl_str latin)
{
    return is_known(pass, cyrillic, "ru") && !is_known(pass, latin, "en");
}

/* The word in one script: a Roman numeral in Latin, else the script of a form of the termbase, else
 * that of the text; in a Cyrillic text Latin words are usual, so that there the one that most of
 * the letters are in comes first. Empty if it cannot be. */
static tl_str
mend(tl_pass *pass, uint32_t at, tl_str word)
{
    tl_str latin = tl_letters_rewrite(pass->arena, word, TL_SCRIPT_LATIN);
    tl_str cyrillic = tl_letters_in_cyrillic(pass->arena, word, pass->scan->language);
    int32_t hit = tl_scan_hit_at(pass->scan, at);
    if (latin.len == 0 || cyrillic.len == 0) {
        return latin.len ? latin : cyrillic;
    }
    if (tl_letters_are_roman(latin)) {
        return latin;
    }
    if (hit >= 0) {
        tl_str language = pass->scan->hits[hit].pattern->term->entry->language;
        return tl_language_is_cyrillic(language) ? cyrillic : latin;
    }
    bool mostly_latin =
        tl_letters_count(word, TL_SCRIPT_LATIN) > tl_letters_count(word, TL_SCRIPT_CYRILLIC);
    bool is_latin = mostly_latin && !is_rather(pass, cyrillic, latin);
    return pass->scan->script == TL_SCRIPT_LATIN || is_latin ? latin : cyrillic;
}

static const char *
script_name(tl_script script)
{
    switch (script) {
    case TL_SCRIPT_LATIN: return "Latin";
    case TL_SCRIPT_CYRILLIC: return "Cyrillic";
    case TL_SCRIPT_GREEK: return "Greek";
    default: return "another script's";
    }
}

/* Names the first letter of the script that fewer of the letters are in. */
static tl_str
name_intruder(tl_pass *pass, tl_str word)
{
    bool mostly_latin =
        tl_letters_count(word, TL_SCRIPT_LATIN) > tl_letters_count(word, TL_SCRIPT_CYRILLIC);
    tl_script odd = mostly_latin ? TL_SCRIPT_CYRILLIC : TL_SCRIPT_LATIN;
    size_t at = 0, begin = 0;
    uint32_t letter = tl_utf8_next(word, &at);
    while (tl_script_of(letter) != odd && at < word.len) {
        begin = at;
        letter = tl_utf8_next(word, &at);
    }
    return tl_arena_format(pass->arena, "“%.*s” is U+%04X, a %s letter", (int)(at - begin),
                           word.ptr + begin, (unsigned)letter, script_name(odd));
}

/* Says which letter is not what it looks like: the first that the mended word has changed. */
static tl_str
explain(tl_pass *pass, tl_str word, tl_str mended)
{
    size_t at = 0, other = 0;
    while (at < word.len && other < mended.len) {
        size_t begin = at;
        uint32_t letter = tl_utf8_next(word, &at), right = tl_utf8_next(mended, &other);
        if (letter != right) {
            return tl_arena_format(pass->arena, "“%.*s” is U+%04X, a %s letter; U+%04X is meant",
                                   (int)(at - begin), word.ptr + begin, (unsigned)letter,
                                   script_name(tl_script_of(letter)), (unsigned)right);
        }
    }
    return (tl_str){NULL, 0};
}

/* Whether an initial is the same letter in both scripts: a Cyrillic С before a Latin name may be
 * meant for C or for S. */
static bool
sounds_as_it_looks(tl_pass *pass, tl_str word, tl_str mended)
{
    bool is_mended_latin = tl_script_of_word(mended) == TL_SCRIPT_LATIN;
    tl_str cyrillic = is_mended_latin ? word : mended, latin = is_mended_latin ? mended : word;
    const tl_scheme *scheme = tl_scheme_for(pass->index->house, cyrillic);
    return tl_str_equal_ascii_nocase(tl_scheme_romanize(scheme, cyrillic, pass->scratch), latin);
}

/* `mended` is empty if there is no telling what is meant. */
static void
report(tl_pass *pass, uint32_t at, tl_str mended, const char *what)
{
    tl_str word = tl_pass_word(pass, at);
    tl_finding finding = tl_pass_finding(pass, word_at(pass, at)->range);
    int32_t hit = tl_scan_hit_at(pass->scan, at);
    if (hit >= 0) {
        finding.concept = pass->scan->hits[hit].pattern->term->concept;
        finding.term = pass->scan->hits[hit].pattern->term->text;
    }
    finding.has_relation = true;
    finding.relation = TL_RELATION_LOOKALIKE;
    finding.fixable =
        mended.len > 0 && (!tl_letter_is_initial_in(pass, at, tl_script_of_word(mended)) ||
                           sounds_as_it_looks(pass, word, mended));
    finding.message = tl_arena_format(pass->arena, "“%.*s” %s, want one", TL_STR_ARGS(word), what);
    finding.explanation = mended.len ? explain(pass, word, mended) : name_intruder(pass, word);
    if (mended.len) {
        tl_finding_suggest(&finding, mended);
        finding.message = tl_arena_format(pass->arena, "“%.*s” %s, use “%.*s” in one script",
                                          TL_STR_ARGS(word), what, TL_STR_ARGS(mended));
    }
    tl_pass_push(pass, &finding);
}

/* True if a form of the termbase is written in these very letters. */
static bool
is_term_as_written(const tl_pass *pass, uint32_t at)
{
    int32_t hit = tl_scan_hit_at(pass->scan, at);
    return hit >= 0 && !(pass->scan->hits[hit].differences & TL_DIFFER_SCRIPT);
}

/* “%OИмя”, “\nИмя”: the first letter is a part of a code. */
static bool
begins_with_code(const tl_pass *pass, uint32_t at)
{
    tl_str text = pass->scan->segment->text;
    uint32_t begin = word_at(pass, at)->range.begin;
    return begin > 0 && (text.ptr[begin - 1] == '%' || text.ptr[begin - 1] == '\\') &&
           (unsigned char)text.ptr[begin] < 0x80;
}

static void
check_mixed(tl_pass *pass, uint32_t at)
{
    tl_str word = tl_pass_word(pass, at);
    if ((word_at(pass, at)->scripts & TL_SCRIPT_OTHER) || begins_with_code(pass, at) ||
        is_term_as_written(pass, at)) {
        return;
    }
    tl_str prefixed = tl_letters_prefixed(pass->arena, word);
    bool is_deliberate = prefixed.len == 0 && tl_letters_are_deliberate(word);
    if (is_deliberate && !tl_letters_are_few(word)) {
        return;
    }
    tl_str mended = prefixed.len ? prefixed : mend(pass, at, word);
    bool is_foreign =
        pass->scan->script == TL_SCRIPT_LATIN && tl_letters_count(mended, TL_SCRIPT_CYRILLIC) > 0;
    if (is_deliberate ? mended.len && !is_foreign : mended.len || tl_letters_are_no_word(word)) {
        report(pass, at, mended, "mixes letters of two scripts");
    }
}

/* A Latin letter where Russian has a one-letter word: "c нами". A capital is suspected only at the
 * start of a sentence, since "план B" is right. */
static void
check_latin_in_cyrillic(tl_pass *pass, uint32_t at, tl_str word)
{
    const tl_word *item = word_at(pass, at);
    tl_str mended = tl_letters_rewrite(pass->arena, word, TL_SCRIPT_CYRILLIC);
    bool capital = item->flags & TL_WORD_CAPITALISED;
    bool placed = !capital || (item->flags & TL_WORD_SENTENCE_START);
    bool between = at + 1 < pass->scan->words.count && word_at(pass, at + 1)->gap == TL_GAP_SPACE &&
                   word_at(pass, at + 1)->scripts == TL_SCRIPT_CYRILLIC;
    if (mended.len && placed && between && tl_letters_are_russian_word(mended) &&
        tl_language_is_cyrillic(pass->scan->language)) {
        report(pass, at, mended, "is a Latin letter");
    }
}

/* A Cyrillic letter that may be meant for a Latin one: “Team С”. A small one is more often a
 * Russian word, «в» or «с», but for the English article. */
static bool
may_be_latin_letter(const tl_pass *pass, uint32_t at, tl_str latin)
{
    const tl_word *item = word_at(pass, at);
    bool is_small = !(item->flags & TL_WORD_CAPITALISED);
    return item->length == 1 && tl_letter_has_neighbour_in(pass, at, TL_SCRIPT_LATIN) &&
           tl_letter_stands_as_word(pass, at) && (!is_small || tl_str_equal(latin, TL_STR("a")));
}

/* "Т-shirt", "Type-С", "А/H1N1", "vitamin В12". Small letters before a hyphen are Russian words in
 * a Russian text. */
static bool
may_be_latin_part(const tl_pass *pass, uint32_t at, tl_str word)
{
    const tl_word *item = word_at(pass, at);
    bool is_latin_text = pass->scan->script == TL_SCRIPT_LATIN;
    if (item->length == 1) {
        return (is_latin_text || (item->flags & TL_WORD_CAPITALISED)) &&
               tl_letter_is_joined_in(pass, at, TL_SCRIPT_LATIN);
    }
    return is_latin_text && (item->flags & TL_WORD_HAS_DIGIT) &&
           (item->flags & TL_WORD_CAPITALISED) && tl_letters_count(word, TL_SCRIPT_CYRILLIC) == 1 &&
           tl_letter_has_neighbour_in(pass, at, TL_SCRIPT_LATIN) &&
           tl_letter_stands_as_word(pass, at);
}

/* A word in Cyrillic letters that all look like Latin ones. */
static void
check_cyrillic(tl_pass *pass, uint32_t at)
{
    tl_str word = tl_pass_word(pass, at);
    int32_t hit = tl_scan_hit_at(pass->scan, at);
    bool is_term = hit >= 0 && (pass->scan->hits[hit].differences & TL_DIFFER_SCRIPT);
    tl_str latin = tl_letters_rewrite(pass->arena, word, TL_SCRIPT_LATIN);
    if (latin.len &&
        ((tl_letters_are_cyrillic_numeral(word) && tl_letters_are_roman(latin)) ||
         tl_letter_is_numeral(pass, at) || tl_letter_is_initial_in(pass, at, TL_SCRIPT_LATIN) ||
         may_be_latin_part(pass, at, word) ||
         (pass->scan->script == TL_SCRIPT_LATIN &&
          (is_term || may_be_latin_letter(pass, at, latin))))) {
        report(pass, at, latin, "is written in Cyrillic letters");
    }
}

/* A word in Latin letters that all look like Cyrillic ones. */
static void
check_latin(tl_pass *pass, uint32_t at)
{
    tl_str word = tl_pass_word(pass, at);
    int32_t hit = tl_scan_hit_at(pass->scan, at);
    if (hit >= 0 && (pass->scan->hits[hit].differences & TL_DIFFER_SCRIPT)) {
        report(pass, at, tl_letters_rewrite(pass->arena, word, TL_SCRIPT_CYRILLIC),
               "is written in Latin letters");
    } else if (word_at(pass, at)->length == 1 &&
               tl_letter_has_neighbour_in(pass, at, TL_SCRIPT_CYRILLIC) &&
               tl_letter_stands_as_word(pass, at)) {
        check_latin_in_cyrillic(pass, at, word);
    }
}

/* "A. Заречный" with a Latin A. */
static bool
check_latin_initial(tl_pass *pass, uint32_t at)
{
    tl_str mended =
        tl_letters_in_cyrillic(pass->arena, tl_pass_word(pass, at), pass->scan->language);
    bool is_wrong = mended.len > 0 && tl_letter_is_initial_in(pass, at, TL_SCRIPT_CYRILLIC);
    if (is_wrong) {
        report(pass, at, mended, "is a Latin letter");
    }
    return is_wrong;
}

/* A word in the script of the text: only Cyrillic capitals may be a numeral. */
static bool
is_surely_right(const tl_word *word, tl_script script)
{
    return word->scripts == script &&
           (script == TL_SCRIPT_LATIN || word->length > LONGEST_CYRILLIC_NUMERAL ||
            !(word->length == 1 || (word->flags & TL_WORD_ALL_CAPS)));
}

/* What of the odd words is looked at. */
typedef enum scope { SCOPE_ALL, SCOPE_BUT_LATIN, SCOPE_LATIN } scope;

/* The word stands, in these letters, in a text of the other side. */
static bool
stands_in(const tl_unit_side *side, const tl_word *word)
{
    for (size_t i = 0; side && i < side->count; i++) {
        const tl_words *words = &side->texts[i].scan->words;
        for (size_t k = 0; k < words->count; k++) {
            if (words->items[k].hash == word->hash && words->items[k].scripts == word->scripts) {
                return true;
            }
        }
    }
    return false;
}

static void
check_words(tl_pass *pass, scope wanted, const tl_unit_side *other)
{
    const tl_scan *scan = pass->scan;
    for (size_t i = 0; i < scan->odd_count; i++) {
        uint32_t at = scan->odd[i];
        const tl_word *word = word_at(pass, at);
        bool is_latin = word->scripts == TL_SCRIPT_LATIN && scan->script == TL_SCRIPT_CYRILLIC;
        if (is_surely_right(word, scan->script) || (word->flags & TL_WORD_NOT_TEXT) ||
            (wanted != SCOPE_ALL && is_latin != (wanted == SCOPE_LATIN))) {
            continue;
        }
        if (is_mixed(word->scripts & MIXABLE)) {
            check_mixed(pass, at);
        } else if (word->scripts == TL_SCRIPT_CYRILLIC) {
            check_cyrillic(pass, at);
        } else if (is_latin && !check_latin_initial(pass, at) && !stands_in(other, word)) {
            check_latin(pass, at);
        }
    }
}

/* In a bilingual document Latin letters are looked at with the other side at hand. */
static void
check(tl_pass *pass)
{
    bool is_bilingual = pass->scan->segment->side != TL_SIDE_NONE;
    check_words(pass, is_bilingual ? SCOPE_BUT_LATIN : SCOPE_ALL, NULL);
}

static void
check_side(tl_pass *pass, const tl_unit_side *side, const tl_unit_side *other)
{
    for (size_t i = 0; i < side->count; i++) {
        pass->scan = side->texts[i].scan;
        check_words(pass, SCOPE_LATIN, other);
        pass->scan = NULL;
    }
}

static void
check_unit(tl_pass *pass)
{
    check_side(pass, &pass->unit->source, &pass->unit->target);
    check_side(pass, &pass->unit->target, &pass->unit->source);
}

const tl_rule tl_rule_mixed_script = {
    .id = "mixed-script",
    .summary = "letters of two scripts in one word, a Roman numeral in Cyrillic, a lone look-alike",
    .help =
        "Finds words in which a letter of another script stands for one that looks the same "
        "(“ХI” with a Cyrillic Х) or stands amid the others (“Khodжayev”) or in an acronym "
        "(“ФIFA”), Roman numerals "
        "typed in Cyrillic letters (ХХ век, Х съезд), a "
        "single letter of the wrong script between words of the right one, and terms of the "
        "termbase whose "
        "letters are all look-alikes; initials of a name in the other script (“A. Заречный” with "
        "a Latin A).\n\n"
        "Latin numerals in Russian text, hyphenated compounds (IT-компания), endings behind an "
        "apostrophe and names that join two scripts on purpose (СберPay) are right, and so is "
        "a term that the termbase writes that way, and in a translation a Latin letter or word "
        "that the other side has. Needs no termbase.",
    .bad = "the ХI International Exhibition (Cyrillic Х)",
    .good = "the XI International Exhibition",
    .severity = TL_SEVERITY_ERROR,
    .needs_termbase = false,
    .check = check,
    .check_unit = check_unit,
    .check_alone = check_unit,
};
