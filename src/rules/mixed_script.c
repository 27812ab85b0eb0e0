/* SPDX-License-Identifier: MPL-2.0 */
/* mixed-script: letters of two scripts in one word, a Roman numeral in Cyrillic letters, a single
 * look-alike of the wrong script. Needs no termbase, but a form of the termbase tells which script
 * was meant. Only letters that look alike are suspected: a brand like СберPay or a Greek symbol
 * mixes scripts on purpose. */
#include "rules/rules.h"

#include "base/utf8.h"
#include "rules/at_word.h"
#include "text/capitals.h"
#include "text/compare.h"
#include "text/key.h"

#include <string.h>

enum {
    LONGEST_WORD = 256,
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

/* Passes one decimal digit of a Roman numeral, written with one, five and ten of its kind. */
static size_t
pass_roman_digit(tl_str text, size_t at, const char kinds[3])
{
    enum { MOST_ONES = 4 }; /* IIII stands beside IV */
    bool one = at < text.len && text.ptr[at] == kinds[0];
    if (one && at + 1 < text.len &&
        (text.ptr[at + 1] == kinds[1] || text.ptr[at + 1] == kinds[2])) {
        return at + 2;
    }
    at += at < text.len && text.ptr[at] == kinds[1];
    for (unsigned ones = 0; ones < MOST_ONES && at < text.len && text.ptr[at] == kinds[0]; ones++) {
        at++;
    }
    return at;
}

static bool
is_roman_numeral(tl_str text)
{
    size_t at = 0;
    while (at < text.len && text.ptr[at] == 'M') {
        at++;
    }
    at = pass_roman_digit(text, at, "CDM");
    at = pass_roman_digit(text, at, "XLC");
    at = pass_roman_digit(text, at, "IVX");
    return at == text.len && at > 0;
}

static tl_str
rewrite(tl_pass *pass, tl_str word, tl_script script)
{
    if (word.len > LONGEST_WORD) {
        return (tl_str){NULL, 0};
    }
    char *out = tl_arena_alloc(pass->arena, word.len * 2 + 1, 1);
    return (tl_str){out, tl_script_rewrite(word, script, out)};
}

/* The small letters of Cyrillic alphabets whose texts are common, in a Latin text those of all; of
 * other Cyrillic languages any letter is taken for theirs. */
static tl_str
alphabet_of(tl_str language)
{
    static const struct {
        tl_str language, letters;
    } alphabets[] = {
        {TL_STR_INIT("ru"), TL_STR_INIT("абвгдеёжзийклмнопрстуфхцчшщъыьэюя")},
        {TL_STR_INIT("uk"), TL_STR_INIT("абвгґдеєжзиіїйклмнопрстуфхцчшщьюя")},
        {TL_STR_INIT("be"), TL_STR_INIT("абвгдеёжзійклмнопрстуўфхцчшыьэюя")},
    };
    for (size_t i = 0; i < sizeof alphabets / sizeof alphabets[0]; i++) {
        if (tl_str_equal(language, alphabets[i].language)) {
            return alphabets[i].letters;
        }
    }
    return tl_language_is_cyrillic(language) ? (tl_str){NULL, 0}
                                             : TL_STR("абвгґдеёєжзиіїйклмнопрстуўфхцчшщъыьэюя");
}

/* The word in Cyrillic letters, if all of them are letters of the text's language: МТS is no МТЅ.
 */
static tl_str
rewrite_in_cyrillic(tl_pass *pass, tl_str word)
{
    tl_str rewritten = rewrite(pass, word, TL_SCRIPT_CYRILLIC);
    tl_str alphabet = alphabet_of(pass->scan->language);
    for (size_t at = 0; alphabet.len && at < rewritten.len;) {
        char small[TL_UTF8_MAX];
        uint32_t letter = tl_letter_lower(tl_utf8_next(rewritten, &at));
        tl_str bytes = {small, tl_utf8_encode(letter, small)};
        if (tl_script_of(letter) == TL_SCRIPT_CYRILLIC &&
            tl_str_find(alphabet, bytes, 0) == alphabet.len) {
            return (tl_str){NULL, 0};
        }
    }
    return rewritten;
}

/* How many letters of the word are of `script`. */
static size_t
letters_in(tl_str word, tl_script script)
{
    size_t at = 0, count = 0;
    while (at < word.len) {
        count += tl_script_of(tl_utf8_next(word, &at)) == script;
    }
    return count;
}

/* Where the only change of script in the word is: the first letter of the other one. The length of
 * the word if there are more. */
static size_t
only_change(tl_str word)
{
    tl_script script = TL_SCRIPT_NONE;
    size_t change = word.len;
    for (size_t at = 0, begin = 0; at < word.len; begin = at) {
        tl_script now = tl_script_of(tl_utf8_next(word, &at));
        if (now == TL_SCRIPT_NONE || now == script) {
            continue;
        }
        if (script != TL_SCRIPT_NONE && change < word.len) {
            return word.len;
        }
        change = script == TL_SCRIPT_NONE ? change : begin;
        script = now;
    }
    return change;
}

/* СберPay, ЯндексGo, МТСLink: a capital behind a small letter, or behind an acronym and before
 * small letters, where the script changes once, is a name that was made so. A Russian ending behind
 * a Latin acronym (PDFка) or an apostrophe (email’ом) is usual too. */
static bool
is_deliberate(tl_str word)
{
    size_t change = only_change(word), behind = change, before = change;
    if (change == word.len) {
        return false;
    }
    uint32_t letter = tl_utf8_next(word, &behind), last = tl_utf8_previous(word, &before);
    if (tl_script_of(last) == TL_SCRIPT_NONE) {
        return true;
    }
    bool small_before = tl_letter_upper(last) != last;
    bool acronym = tl_capitals_only(tl_str_slice(word, 0, change)) && behind < word.len &&
                   !tl_capitals_only(tl_str_slice(word, change, word.len));
    bool has_ending = acronym && letters_in(word, TL_SCRIPT_LATIN) > 2 &&
                      tl_script_of(letter) == TL_SCRIPT_CYRILLIC &&
                      letters_in(word, TL_SCRIPT_CYRILLIC) > 1;
    return has_ending || (tl_letter_lower(letter) != letter && (small_before || acronym));
}

/* “Khodжayev”: what changes its script more than once was not made so, look-alikes or not. */
static bool
is_interspersed(tl_str word)
{
    return only_change(word) == word.len;
}

/* The word in one script: a Roman numeral in Latin, else the script of a form of the termbase, else
 * that of the text; in a Cyrillic text Latin words are usual, so that there the one that most of
 * the letters are in comes first. Empty if it cannot be. */
static tl_str
mend(tl_pass *pass, uint32_t at, tl_str word)
{
    tl_str latin = rewrite(pass, word, TL_SCRIPT_LATIN);
    tl_str cyrillic = rewrite_in_cyrillic(pass, word);
    int32_t hit = tl_scan_hit_at(pass->scan, at);
    if (latin.len == 0 || cyrillic.len == 0) {
        return latin.len ? latin : cyrillic;
    }
    if (is_roman_numeral(latin)) {
        return latin;
    }
    if (hit >= 0) {
        tl_str language = pass->scan->hits[hit].pattern->term->entry->language;
        return tl_language_is_cyrillic(language) ? cyrillic : latin;
    }
    bool mostly_latin = letters_in(word, TL_SCRIPT_LATIN) > letters_in(word, TL_SCRIPT_CYRILLIC);
    return pass->scan->script == TL_SCRIPT_LATIN || mostly_latin ? latin : cyrillic;
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
    bool mostly_latin = letters_in(word, TL_SCRIPT_LATIN) > letters_in(word, TL_SCRIPT_CYRILLIC);
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
    finding.fixable = mended.len > 0;
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

static void
check_mixed(tl_pass *pass, uint32_t at)
{
    tl_str word = tl_pass_word(pass, at);
    if ((word_at(pass, at)->scripts & TL_SCRIPT_OTHER) || is_deliberate(word) ||
        is_term_as_written(pass, at)) {
        return;
    }
    tl_str mended = mend(pass, at, word);
    if (mended.len || is_interspersed(word)) {
        report(pass, at, mended, "mixes letters of two scripts");
    }
}

/* ХХ, ХІ in Cyrillic letters only: Х and І make up no Cyrillic word of capitals. ХХХХ holds the
 * place of something. */
static bool
is_cyrillic_numeral(tl_str word)
{
    enum { CYRILLIC_HA = 0x425, CYRILLIC_I = 0x406, LONGEST_OF_ONE_LETTER = 3 };
    size_t at = 0, count = 0, tens = 0;
    for (; at < word.len; count++) {
        uint32_t letter = tl_utf8_next(word, &at);
        if (letter != CYRILLIC_HA && letter != CYRILLIC_I) {
            return false;
        }
        tens += letter == CYRILLIC_HA;
    }
    bool one_letter = tens == 0 || tens == count;
    return count > 1 && !(one_letter && count > LONGEST_OF_ONE_LETTER);
}

/* True if a neighbour is in `script`, only a space away, and none in another one: «а, б and в» are
 * letters that are talked about. */
static bool
is_neighbour_in(const tl_pass *pass, uint32_t at, tl_script script)
{
    const tl_words *words = &pass->scan->words;
    bool found = false;
    for (uint32_t side = 0; side < 2; side++) {
        uint32_t other = side ? at + 1 : at - 1;
        if (other < words->count && words->items[other].scripts != TL_SCRIPT_NONE) {
            if (words->items[other].scripts != script) {
                return false;
            }
            found |= words->items[at + side].gap == TL_GAP_SPACE;
        }
    }
    return found;
}

/* True for a letter that is not the name of something: "-c", "%c", "c=". */
static bool
stands_as_word(const tl_pass *pass, uint32_t at)
{
    static const char before[] = " \t\r\n\"'([", behind[] = " \t\r\n\"')],.;:!?";
    tl_str text = pass->scan->segment->text;
    tl_range word = word_at(pass, at)->range;
    char left = word.begin ? text.ptr[word.begin - 1] : ' ';
    char right = word.end < text.len ? text.ptr[word.end] : ' ';
    return ((unsigned char)left >= 0x80 || strchr(before, left)) &&
           ((unsigned char)right >= 0x80 || strchr(behind, right));
}

/* «Международный», «юбилейного», by the ending alone: between a numeral and what it counts. */
static bool
may_be_adjective(const tl_pass *pass, uint32_t at)
{
    static const tl_str endings[] = {
        TL_STR_INIT("ый"),  TL_STR_INIT("ий"),  TL_STR_INIT("ой"),  TL_STR_INIT("ая"),
        TL_STR_INIT("ое"),  TL_STR_INIT("ого"), TL_STR_INIT("его"), TL_STR_INIT("ому"),
        TL_STR_INIT("ему"), TL_STR_INIT("ым"),  TL_STR_INIT("им"),  TL_STR_INIT("ом"),
        TL_STR_INIT("ем"),  TL_STR_INIT("ую"),  TL_STR_INIT("ые"),  TL_STR_INIT("ие"),
        TL_STR_INIT("ых"),  TL_STR_INIT("их"),  TL_STR_INIT("яя"),  TL_STR_INIT("юю"),
    };
    tl_key key;
    tl_str word = tl_key_of(tl_pass_word(pass, at), &key);
    for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++) {
        if (tl_str_ends_with(word, endings[i])) {
            return true;
        }
    }
    return false;
}

/* True if the word behind `at`, or the one before, is something that Roman numerals count. */
static bool
stands_with_counted(const tl_pass *pass, uint32_t at)
{
    enum { MOST_ADJECTIVES = 3 };
    const tl_words *words = &pass->scan->words;
    for (uint32_t next = at + 1; next < words->count && next - at <= MOST_ADJECTIVES + 1; next++) {
        if (words->items[next].gap != TL_GAP_SPACE && words->items[next].gap != TL_GAP_HYPHEN) {
            break;
        }
        if (tl_word_is_listed(pass, next, TL_LIST_NUMBERED)) {
            return true;
        }
        if (!may_be_adjective(pass, next)) {
            break;
        }
    }
    return at > 0 && words->items[at].gap == TL_GAP_SPACE &&
           tl_word_is_listed(pass, at - 1, TL_LIST_NUMBERED);
}

/* «Х съезд», «І квартал», «глава Х»: a numeral of one letter, in Russian. With a stop behind it the
 * letter is an initial. */
static bool
is_lone_numeral(const tl_pass *pass, uint32_t at, tl_str word)
{
    tl_str text = pass->scan->segment->text;
    uint32_t end = word_at(pass, at)->range.end;
    bool is_letter = tl_str_equal(word, TL_STR("Х")) || tl_str_equal(word, TL_STR("І"));
    return is_letter && stands_as_word(pass, at) &&
           tl_str_equal(pass->scan->language, TL_STR("ru")) &&
           !(end < text.len && text.ptr[end] == '.' && end + 1 < text.len) &&
           stands_with_counted(pass, at);
}

/* The one-letter words of Russian that have a Latin look-alike, as they stand in running text. */
static bool
is_russian_word(tl_str word)
{
    static const tl_str one_letter[] = {
        TL_STR_INIT("а"), TL_STR_INIT("к"), TL_STR_INIT("о"), TL_STR_INIT("с"),
        TL_STR_INIT("у"), TL_STR_INIT("А"), TL_STR_INIT("В"), TL_STR_INIT("К"),
        TL_STR_INIT("О"), TL_STR_INIT("С"), TL_STR_INIT("У"),
    };
    for (size_t i = 0; i < sizeof one_letter / sizeof one_letter[0]; i++) {
        if (tl_str_equal(word, one_letter[i])) {
            return true;
        }
    }
    return false;
}

/* A Latin letter where Russian has a one-letter word: "c нами". A capital is suspected only at the
 * start of a sentence, since "план B" is right. */
static void
check_latin_in_cyrillic(tl_pass *pass, uint32_t at, tl_str word)
{
    const tl_word *item = word_at(pass, at);
    tl_str mended = rewrite(pass, word, TL_SCRIPT_CYRILLIC);
    bool capital = item->flags & TL_WORD_CAPITALISED;
    bool placed = !capital || (item->flags & TL_WORD_SENTENCE_START);
    bool between = at + 1 < pass->scan->words.count && word_at(pass, at + 1)->gap == TL_GAP_SPACE &&
                   word_at(pass, at + 1)->scripts == TL_SCRIPT_CYRILLIC;
    if (mended.len && placed && between && is_russian_word(mended) &&
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
    return item->length == 1 && is_neighbour_in(pass, at, TL_SCRIPT_LATIN) &&
           stands_as_word(pass, at) && (!is_small || tl_str_equal(latin, TL_STR("a")));
}

/* A word in Cyrillic letters that all look like Latin ones. */
static void
check_cyrillic(tl_pass *pass, uint32_t at)
{
    tl_str word = tl_pass_word(pass, at);
    int32_t hit = tl_scan_hit_at(pass->scan, at);
    bool is_term = hit >= 0 && (pass->scan->hits[hit].differences & TL_DIFFER_SCRIPT);
    tl_str latin = rewrite(pass, word, TL_SCRIPT_LATIN);
    if (latin.len && ((is_cyrillic_numeral(word) && is_roman_numeral(latin)) ||
                      is_lone_numeral(pass, at, word) ||
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
        report(pass, at, rewrite(pass, word, TL_SCRIPT_CYRILLIC), "is written in Latin letters");
    } else if (word_at(pass, at)->length == 1 && is_neighbour_in(pass, at, TL_SCRIPT_CYRILLIC) &&
               stands_as_word(pass, at)) {
        check_latin_in_cyrillic(pass, at, word);
    }
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
        } else if (is_latin && !stands_in(other, word)) {
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
    .help = "Finds words in which a letter of another script stands for one that looks the same "
            "(“ХI” with a Cyrillic Х) or stands amid the others (“Khodжayev”), Roman numerals "
            "typed in Cyrillic letters (ХХ век, Х съезд), a "
            "single letter of the wrong script between words of the right one, and terms of the "
            "termbase whose "
            "letters are all look-alikes.\n\n"
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
