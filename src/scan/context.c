/* SPDX-License-Identifier: MPL-2.0 */
/* Tells a person from a namesake by the words beside the family name. A word that could be a given
 * name and is not the person's makes it somebody else's name: an editor forgives a misspelling that
 * goes unseen more easily than a stranger renamed. Words that are known to be no given name
 * (titles, "the", months) say nothing. */
#include "scan/context.h"

#include "base/utf8.h"
#include "morph/base_name.h"
#include "scan/address.h"
#include "scan/lists.h"
#include "scan/name_form.h"
#include "scan/own_name.h"
#include "scan/son.h"
#include "text/compare.h"
#include "text/key.h"

/* One reading of what stands beside a family name. */
typedef struct reading {
    tl_scanner *scanner;
    const tl_person *person;
    const tl_latin_name *name;
    tl_name_context context;
} reading;

static const tl_word *
word_at(const tl_scanner *scanner, uint32_t at)
{
    return &scanner->scan.words.items[at];
}

static tl_str
text_at(const tl_scanner *scanner, uint32_t at)
{
    return tl_scan_text(&scanner->scan, at, 1);
}

/* «О Быкове», «С Быковым»: a word of one letter that begins a sentence. */
static bool
is_word_of_one_letter(const tl_scanner *scanner, uint32_t at)
{
    static const tl_str words[] = {
        TL_STR_INIT("а"), TL_STR_INIT("в"), TL_STR_INIT("и"), TL_STR_INIT("к"), TL_STR_INIT("о"),
        TL_STR_INIT("с"), TL_STR_INIT("у"), TL_STR_INIT("я"), TL_STR_INIT("a"), TL_STR_INIT("i")};
    tl_key key;
    tl_str folded = tl_key_of(text_at(scanner, at), &key);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (tl_str_equal(folded, words[i])) {
            return (word_at(scanner, at)->flags & TL_WORD_SENTENCE_START) != 0;
        }
    }
    return false;
}

/* "V", or what stands for one Cyrillic letter and has a full stop: "Yu.", "Zh."; "Dr." is none. */
static bool
is_initial(const tl_scanner *scanner, uint32_t at)
{
    enum { LONGEST_LETTER = 4 };
    const tl_word *word = word_at(scanner, at);
    tl_key key;
    bool has_stop = at + 1 < scanner->scan.words.count && word[1].gap == TL_GAP_DOT;
    bool dotted = has_stop && !tl_list_has(TL_LIST_ROLES, tl_key_of(text_at(scanner, at), &key));
    return (word->flags & TL_WORD_CAPITALISED) && !(word->flags & TL_WORD_HAS_DIGIT) &&
           ((word->length == 1 && (has_stop || !is_word_of_one_letter(scanner, at))) ||
            (dotted && word->length <= LONGEST_LETTER && !(word->flags & TL_WORD_ALL_CAPS)));
}

/* True if some scheme begins the name with the letters of `key`. */
static bool
begins_in_some_scheme(tl_scanner *scanner, tl_str cyrillic, tl_str key)
{
    size_t count;
    const tl_scheme *schemes = tl_schemes(&count);
    tl_key bytes;
    for (size_t i = 0; i < count; i++) {
        tl_str latin = tl_scheme_romanize(&schemes[i], cyrillic, &scanner->scratch);
        if (tl_str_starts_with(tl_key_of(latin, &bytes), key)) {
            return true;
        }
    }
    return false;
}

/* An initial may be the first letter of any spelling: Е is E, Y or J. */
static bool
initial_fits(tl_scanner *scanner, tl_str initial, tl_str cyrillic, tl_str latin)
{
    tl_key first, second;
    tl_str key = tl_key_of(initial, &first);
    if (latin.len && tl_str_starts_with(tl_key_of(latin, &second), key)) {
        return true;
    }
    size_t end = 0;
    if (cyrillic.len) {
        tl_utf8_next(cyrillic, &end);
    }
    return end && (tl_romanize_cost(tl_str_slice(cyrillic, 0, end), initial) <= TL_COST_LIKELY ||
                   begins_in_some_scheme(scanner, cyrillic, key));
}

static void
note_other(reading *r, uint32_t at, bool is_known)
{
    r->context.verdict = TL_BESIDE_CLASHES;
    r->context.other = (int32_t)at;
    r->context.is_known = is_known;
}

/* Initials [first, last] in order: of the given name and, if there are two, of the patronymic. */
static void
judge_initials(reading *r, uint32_t first, uint32_t last)
{
    const tl_person *person = r->person;
    if (person->given.len == 0 && r->name->given.len == 0) {
        return;
    }
    if (!initial_fits(r->scanner, text_at(r->scanner, first), person->given, r->name->given)) {
        note_other(r, first, true);
    } else if (last > first && person->patronymic.len &&
               !initial_fits(r->scanner, text_at(r->scanner, last), person->patronymic,
                             r->name->patronymic)) {
        note_other(r, last, true);
    } else {
        r->context.verdict = TL_BESIDE_FITS;
    }
}

/* True if the word's capital means nothing: a heading may be in capitals altogether. */
static bool
is_among_capitals(tl_scanner *scanner, uint32_t at)
{
    const tl_word *word = word_at(scanner, at);
    return (word->flags & TL_WORD_ALL_CAPS) && at + 1 < scanner->scan.words.count &&
           (word[1].flags & TL_WORD_ALL_CAPS) &&
           !tl_scanner_is_given(scanner, text_at(scanner, at));
}

/* True if the word says nothing about the given name: a title, part of a term, a sentence's first
 * word, anything without a capital. */
static bool
says_nothing(reading *r, uint32_t at)
{
    const tl_word *word = word_at(r->scanner, at);
    tl_key key;
    tl_str text = text_at(r->scanner, at);
    if (!(word->flags & TL_WORD_CAPITALISED) || (word->flags & TL_WORD_HAS_DIGIT) || word->tail ||
        tl_list_has(TL_LIST_ROLES, tl_key_of(text, &key)) ||
        tl_list_has(TL_LIST_FORMER, tl_key_of(text, &key)) || is_among_capitals(r->scanner, at)) {
        return true;
    }
    int32_t hit = tl_scan_hit_at(&r->scanner->scan, at);
    if (hit >= 0 && r->scanner->scan.hits[hit].pattern->term->concept->type != TL_TYPE_PERSON) {
        return true;
    }
    if ((word->flags & TL_WORD_SENTENCE_START) && !tl_scanner_is_given(r->scanner, text)) {
        r->context.opener = (int32_t)at;
        return true;
    }
    return false;
}

/* "Orlov Street", but «улица Орлова»; "Orlov Dr" is a drive. */
static bool
is_place_word(const tl_scanner *scanner, uint32_t at)
{
    tl_key key;
    tl_str word = text_at(scanner, at);
    const tl_word *found = word_at(scanner, at);
    return ((found->flags & TL_WORD_CAPITALISED) || found->scripts == TL_SCRIPT_CYRILLIC) &&
           tl_list_has(TL_LIST_PLACES, tl_key_of(word, &key));
}

static tl_name_part
part_of(uint32_t first, uint32_t count, const tl_own_match *match)
{
    return (tl_name_part){.first = first,
                          .count = count,
                          .differs = match->kind == TL_OWN_MISSPELLED,
                          .meant = match->meant};
}

static bool
is_capitalised(const tl_scanner *scanner, uint32_t at)
{
    return word_at(scanner, at)->flags & TL_WORD_CAPITALISED;
}

/* How many words the given name has that is written out in this text: "Chi Min", Jean-Claude. */
static uint32_t
count_given(const reading *r)
{
    uint32_t count = 1;
    for (size_t i = 0; i < r->name->given.len; i++) {
        char byte = r->name->given.ptr[i];
        count += byte == ' ' || byte == '-';
    }
    return count;
}

static bool
may_join(const tl_scanner *scanner, uint32_t right)
{
    uint8_t gap = word_at(scanner, right)->gap;
    return gap == TL_GAP_HYPHEN || gap == TL_GAP_SPACE;
}

/* Takes words [first, first + count) for the given name, if they are. */
static bool
take_given(reading *r, uint32_t first, uint32_t count)
{
    for (uint32_t at = first; at < first + count; at++) {
        if (!is_capitalised(r->scanner, at) || (at > first && !may_join(r->scanner, at))) {
            return false;
        }
    }
    tl_own_match match = tl_scanner_match_given(r->scanner, r->person, r->name,
                                                tl_scan_text(&r->scanner->scan, first, count));
    if (match.kind == TL_OWN_NOT) {
        return false;
    }
    r->context.verdict = TL_BESIDE_FITS;
    r->context.given = part_of(first, count, &match);
    return true;
}

/* The words joined by hyphens that end with word `last`: how many. */
static uint32_t
count_joined_before(const tl_scanner *scanner, uint32_t last)
{
    uint32_t count = 1;
    while (last + 1 > count && word_at(scanner, last + 1 - count)->gap == TL_GAP_HYPHEN &&
           is_capitalised(scanner, last - count)) {
        count++;
    }
    return count;
}

static bool
take_given_before(reading *r, uint32_t last)
{
    uint32_t wanted = count_given(r), joined = count_joined_before(r->scanner, last);
    return (wanted > joined && last + 1 >= wanted && take_given(r, last + 1 - wanted, wanted)) ||
           take_given(r, last + 1 - joined, joined);
}

static bool
take_given_behind(reading *r, uint32_t first)
{
    const size_t words = r->scanner->scan.words.count;
    uint32_t wanted = count_given(r), joined = 1;
    while (first + joined < words && word_at(r->scanner, first + joined)->gap == TL_GAP_HYPHEN &&
           is_capitalised(r->scanner, first + joined)) {
        joined++;
    }
    return (wanted > joined && first + wanted <= words && take_given(r, first, wanted)) ||
           take_given(r, first, joined);
}

/* The given name, written out or as an initial, at word `at` before a patronymic or middle initial
 * that has been read already. */
static void
read_given_before(reading *r, uint32_t at)
{
    if (is_initial(r->scanner, at)) {
        judge_initials(r, at, at);
    } else if (!take_given_before(r, at) && !says_nothing(r, at)) {
        note_other(r, at, tl_scanner_is_given(r->scanner, text_at(r->scanner, at)));
    }
}

static bool
is_beside(const tl_scanner *scanner, uint32_t left)
{
    const tl_word *right = word_at(scanner, left + 1);
    return right->gap == TL_GAP_SPACE || (right->gap == TL_GAP_DOT && is_initial(scanner, left));
}

static void
read_initials_before(reading *r, uint32_t last)
{
    tl_scanner *scanner = r->scanner;
    uint32_t first = last;
    if (first > 0 && is_initial(scanner, first - 1) && word_at(scanner, first)->gap == TL_GAP_DOT) {
        first--;
    }
    bool is_middle = first == last && first > 0 && is_beside(scanner, first - 1) &&
                     is_capitalised(scanner, first - 1) && !says_nothing(r, first - 1);
    if (is_middle) {
        read_given_before(r, first - 1);
    } else {
        judge_initials(r, first, last);
    }
}

/* The patronymic at word `at`, and the given name before it; false if it is none. */
static bool
read_patronymic_before(reading *r, uint32_t at)
{
    tl_own_match match =
        tl_scanner_match_patronymic(r->scanner, r->person, r->name, text_at(r->scanner, at));
    if (match.kind == TL_OWN_NOT || !is_capitalised(r->scanner, at)) {
        return false;
    }
    r->context.patronymic = part_of(at, 1, &match);
    if (at > 0 && is_beside(r->scanner, at - 1)) {
        read_given_before(r, at - 1);
    }
    return true;
}

/* «Али оглы», "Serik-qyzy": the words from `first` to the one that says son or daughter. Whose son
 * he is tells him from a namesake, and the spelling of that word is nobody's fault. */
static void
judge_father(reading *r, uint32_t first)
{
    tl_scanner *scanner = r->scanner;
    tl_str word = text_at(scanner, first), own = r->person->patronymic;
    tl_str father = tl_father_of_son(own);
    bool is_own = own.len == 0 || tl_keys_equal(word, father.len ? father : own) ||
                  tl_keys_equal(word, tl_father_of_son(r->name->patronymic)) ||
                  (father.len && tl_romanize_cost(father, word) <= TL_COST_LIKELY);
    if (!is_own) {
        note_other(r, first, tl_scanner_is_given(scanner, word));
    } else if (first > 0 && is_beside(scanner, first - 1)) {
        read_given_before(r, first - 1);
    }
}

/* The patronymic of two words that ends with word `last`; false if it is none. */
static bool
read_son_before(reading *r, uint32_t last)
{
    const tl_scanner *scanner = r->scanner;
    if (last == 0 || !tl_is_son_word(text_at(scanner, last)) || !may_join(scanner, last) ||
        !is_capitalised(scanner, last - 1)) {
        return false;
    }
    judge_father(r, last - 1);
    return true;
}

/* «улица Орлова»; "Dr Orlov" is a doctor. */
static bool
is_place_before(const tl_scanner *scanner, uint32_t at)
{
    tl_key key;
    return is_place_word(scanner, at) &&
           !tl_list_has(TL_LIST_ROLES, tl_key_of(text_at(scanner, at), &key));
}

/* "Mrs. Zainetdinov", «господина Зейнетдинову». */
static bool
is_address_of_other_gender(const reading *r, const tl_address *address)
{
    char gender = tl_name_gender_letter(r->person->entry->name);
    return address->gender && gender && address->gender != gender;
}

static void
read_before(reading *r, uint32_t family)
{
    const tl_address address = tl_address_before(&r->scanner->scan, family);
    if (is_address_of_other_gender(r, &address)) {
        note_other(r, address.first, true);
        return;
    }
    if (family == 0 || !is_beside(r->scanner, family - 1)) {
        return;
    }
    uint32_t at = family - 1;
    if (is_initial(r->scanner, at)) {
        read_initials_before(r, at);
    } else if (take_given_before(r, at) || read_patronymic_before(r, at) ||
               read_son_before(r, at)) {
        return;
    } else if (is_place_before(r->scanner, at)) {
        r->context.verdict = TL_BESIDE_CLASHES;
    } else if (!says_nothing(r, at)) {
        note_other(r, at, tl_scanner_is_given(r->scanner, text_at(r->scanner, at)));
    }
}

/* The patronymic behind a given name that stands behind the family name. */
static void
read_patronymic_behind(reading *r, uint32_t at)
{
    if (at >= r->scanner->scan.words.count || word_at(r->scanner, at)->gap != TL_GAP_SPACE ||
        word_at(r->scanner, at - 1)->tail || !is_capitalised(r->scanner, at)) {
        return;
    }
    tl_own_match match =
        tl_scanner_match_patronymic(r->scanner, r->person, r->name, text_at(r->scanner, at));
    if (match.kind == TL_OWN_MISSPELLED) {
        r->context.patronymic = part_of(at, 1, &match);
    }
}

/* One behind the words of a given name, a patronymic and initials that begin at word `at`. */
static uint32_t
end_of_names(const reading *r, uint32_t at)
{
    const tl_scanner *scanner = r->scanner;
    const uint32_t count = (uint32_t)scanner->scan.words.count;
    uint32_t first = at++;
    while (
        at < count && word_at(scanner, at - 1)->tail == 0 &&
        (word_at(scanner, at)->gap == TL_GAP_HYPHEN ||
         (word_at(scanner, at)->gap == TL_GAP_SPACE && tl_patronymic_mark(text_at(scanner, at))) ||
         (is_initial(scanner, at) && is_beside(scanner, at - 1)))) {
        at++;
    }
    return is_capitalised(scanner, first) ? at : first;
}

/* "Zaynetdinov, Vladimir", "Zaynetdinov, V. A." as indexes and lists have it; but in "Zaynetdinov,
 * Vladimir Petrov and others" that is the name of the next one. */
static bool
has_index_form(const reading *r, uint32_t at)
{
    const tl_scanner *scanner = r->scanner;
    tl_key key;
    uint32_t end = end_of_names(r, at);
    if (end == at || word_at(scanner, at)->gap != TL_GAP_COMMA || word_at(scanner, end - 1)->tail) {
        return false;
    }
    return end >= scanner->scan.words.count || !is_capitalised(scanner, end) ||
           !is_beside(scanner, end - 1) ||
           (word_at(scanner, end)->flags & TL_WORD_SENTENCE_START) ||
           tl_list_has(TL_LIST_ROLES, tl_key_of(text_at(scanner, end), &key));
}

/* "Schultz, Charles" and no more than that, as a list has it: whatever the second word is, it
 * stands where a given name does. */
static bool
is_whole_item(const reading *r, uint32_t at)
{
    const tl_scanner *scanner = r->scanner;
    uint32_t end = end_of_names(r, at), begin = at - 1;
    bool ends = end >= scanner->scan.words.count || word_at(scanner, end)->gap >= TL_GAP_OTHER ||
                word_at(scanner, end)->gap == TL_GAP_QUOTE;
    bool begins = begin == 0 || word_at(scanner, begin)->gap >= TL_GAP_OTHER ||
                  (word_at(scanner, begin)->flags & TL_WORD_SENTENCE_START);
    tl_key key;
    bool is_no_name = (word_at(scanner, at)->flags & TL_WORD_ALL_CAPS) ||
                      tl_scan_hit_at(&scanner->scan, at) >= 0 ||
                      tl_list_has(TL_LIST_ROLES, tl_key_of(text_at(scanner, at), &key)) ||
                      tl_keys_equal(text_at(scanner, at), text_at(scanner, begin));
    return begins && ends && end > at && word_at(scanner, at)->gap == TL_GAP_COMMA && !is_no_name;
}

/* "Zainetdinov & Sons", "Zainetdinov Ltd": a firm is not the person. */
static bool
is_firm(const reading *r, uint32_t at)
{
    static const tl_str words[] = {
        TL_STR_INIT("sons"), TL_STR_INIT("co"),       TL_STR_INIT("inc"),      TL_STR_INIT("ltd"),
        TL_STR_INIT("llc"),  TL_STR_INIT("llp"),      TL_STR_INIT("plc"),      TL_STR_INIT("gmbh"),
        TL_STR_INIT("bros"), TL_STR_INIT("brothers"), TL_STR_INIT("partners"), TL_STR_INIT("sohne"),
        TL_STR_INIT("corp"), TL_STR_INIT("сыновья"),  TL_STR_INIT("партнеры"),
    };
    const tl_words *all = &r->scanner->scan.words;
    tl_key key;
    bool joined = at < all->count &&
                  (all->items[at].gap == TL_GAP_AMPERSAND || all->items[at].gap == TL_GAP_SPACE);
    at += joined && at + 1 < all->count && tl_str_equal(text_at(r->scanner, at), TL_STR("and"));
    tl_str word = joined ? tl_key_of(text_at(r->scanner, at), &key) : TL_STR("");
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (tl_str_equal(word, words[i])) {
            return is_capitalised(r->scanner, at) || all->items[at].scripts != TL_SCRIPT_LATIN;
        }
    }
    return false;
}

/* "ZAINETDINOV SAID NO": in capitals a word of the language that goes on is hardly a given name. */
static bool
goes_on_in_capitals(const reading *r, uint32_t at)
{
    static const tl_str verbs[] = {TL_STR_INIT("mark"), TL_STR_INIT("frank"), TL_STR_INIT("grant"),
                                   TL_STR_INIT("rob")};
    const tl_scanner *scanner = r->scanner;
    tl_key key;
    tl_str word = tl_key_of(text_at(scanner, at), &key);
    bool is_word = tl_list_has(TL_LIST_WORDS, word);
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++) {
        is_word = is_word || tl_str_equal(word, verbs[i]);
    }
    return is_word && (word_at(scanner, at - 1)->flags & TL_WORD_ALL_CAPS) &&
           (word_at(scanner, at)->flags & TL_WORD_ALL_CAPS) && at + 1 < scanner->scan.words.count &&
           word_at(scanner, at + 1)->gap == TL_GAP_SPACE &&
           !tl_patronymic_mark(text_at(scanner, at + 1));
}

/* The family name first: "Zaynetdinov Vladimir", "Zaynetdinov V. A.", "Zaynetdinov, Vladimir". */
static void
read_behind(reading *r, uint32_t at)
{
    tl_scanner *scanner = r->scanner;
    if (is_firm(r, at)) {
        r->context.verdict = TL_BESIDE_CLASHES;
        return;
    }
    if (at >= scanner->scan.words.count || word_at(scanner, at - 1)->tail ||
        (word_at(scanner, at)->gap != TL_GAP_SPACE && !has_index_form(r, at))) {
        return;
    }
    if (is_place_word(scanner, at) && !tl_keys_equal(text_at(scanner, at), r->name->given)) {
        r->context.verdict = TL_BESIDE_CLASHES;
        return;
    }
    if (r->context.verdict != TL_BESIDE_NOTHING || !is_capitalised(scanner, at)) {
        return;
    }
    bool has_second = at + 1 < scanner->scan.words.count;
    if (is_initial(scanner, at)) {
        bool dotted = has_second && word_at(scanner, at + 1)->gap == TL_GAP_DOT;
        bool second = dotted && is_initial(scanner, at + 1);
        judge_initials(r, at, second ? at + 1 : at);
    } else if (take_given_behind(r, at)) {
        read_patronymic_behind(r, at + r->context.given.count);
    } else if (tl_scanner_is_other_given(scanner, r->person, text_at(scanner, at))) {
        if (!goes_on_in_capitals(r, at)) {
            note_other(r, at, true);
        }
    } else if (is_whole_item(r, at)) {
        note_other(r, at, false);
    }
}

tl_name_context
tl_scanner_read_context(tl_scanner *scanner, const tl_person *person, const tl_latin_name *name,
                        uint32_t first, uint32_t count)
{
    reading r = {
        .scanner = scanner, .person = person, .name = name, .context = {.opener = -1, .other = -1}};
    read_before(&r, first);
    read_behind(&r, first + count);
    return r.context;
}

bool
tl_scanner_follows_title(const tl_scanner *scanner, uint32_t word)
{
    tl_key key;
    const tl_scan *scan = &scanner->scan;
    uint8_t gap = word ? word_at(scanner, word)->gap : TL_GAP_OTHER;
    bool is_abbreviated =
        gap == TL_GAP_DOT && !(word_at(scanner, word)->flags & TL_WORD_SENTENCE_START);
    if (gap != TL_GAP_SPACE && !is_abbreviated) {
        return false;
    }
    if (tl_list_has(TL_LIST_TITLES, tl_key_of(text_at(scanner, word - 1), &key)) ||
        tl_address_before(scan, word).gender) {
        return true;
    }
    int32_t hit = gap == TL_GAP_SPACE ? tl_scan_hit_at(scan, word - 1) : -1;
    return hit >= 0 && scan->hits[hit].pattern->term->concept->type == TL_TYPE_TITLE;
}
