/* SPDX-License-Identifier: MPL-2.0 */
/* What an author of a termbase should look at although it loads. Each check is a function of a
 * concept, an entry or a term; none knows of another. Warnings have the place of the term or, of
 * what is missing, of the concept. */
#include "termbase/lint.h"

#include "base/utf8.h"
#include "text/script.h"
#include "text/words.h"

typedef struct lint {
    const tl_termbase *termbase;
    tl_problem_list *warnings;
    tl_words words; /* of the term at hand */
    tl_map good;    /* every good form → its tl_term */
    tl_map bad;
} lint;

#define WARN(l, place, ...) \
    tl_problem_add((l)->warnings, (place).path, (place).line, (place).column, __VA_ARGS__)

static bool
is_good(const tl_term *term)
{
    return term->status <= TL_STATUS_ADMITTED;
}

static bool
has_cyrillic(const tl_concept *concept)
{
    for (size_t i = 0; i < concept->entry_count; i++) {
        if (tl_language_is_cyrillic(concept->entries[i].language)) {
            return true;
        }
    }
    return false;
}

/* The house scheme tells the Latin form of a person with a Cyrillic name; that somebody has none is
 * check_person()'s to say. */
static bool
lacks_language(const tl_concept *concept, tl_str language)
{
    bool is_person = concept->type == TL_TYPE_PERSON, is_cyrillic = has_cyrillic(concept);
    bool is_expected = !is_person || tl_language_is_cyrillic(language) == is_cyrillic;
    return is_expected && tl_concept_entry(concept, language) == NULL;
}

/* A language that most concepts lack is there for the sake of a few: that is told once. */
static void
check_language(lint *l, tl_str language)
{
    enum { FEWEST = 10 };
    const tl_termbase *termbase = l->termbase;
    const tl_concept *first = NULL;
    size_t lacking = 0;
    for (size_t i = 0; i < termbase->concept_count; i++) {
        if (lacks_language(termbase->concepts[i], language)) {
            first = first ? first : termbase->concepts[i];
            lacking++;
        }
    }
    if (lacking >= FEWEST && lacking * 2 > termbase->concept_count) {
        WARN(l, first->place, "concept “%.*s” and %zu others have no term in “%.*s”",
             TL_STR_ARGS(first->id), lacking - 1, TL_STR_ARGS(language));
        return;
    }
    for (size_t i = 0; i < termbase->concept_count && lacking; i++) {
        const tl_concept *concept = termbase->concepts[i];
        if (lacks_language(concept, language)) {
            WARN(l, concept->place, "concept “%.*s” has no term in “%.*s”",
                 TL_STR_ARGS(concept->id), TL_STR_ARGS(language));
        }
    }
}

static void
check_person(lint *l, const tl_concept *concept)
{
    if (concept->type == TL_TYPE_PERSON && !has_cyrillic(concept)) {
        WARN(l, concept->place,
             "person “%.*s” has no Cyrillic name, without one no other spelling is recognised",
             TL_STR_ARGS(concept->id));
    }
}

/* Bad forms of an entry that has no good one, unless each says what to `use`. */
static void
check_replacement(lint *l, const tl_entry *entry)
{
    for (size_t i = 0; i < entry->term_count; i++) {
        const tl_term *term = entry->terms[i];
        if (is_good(term)) {
            return;
        }
        if (term->use.len == 0) {
            WARN(l, term->place, "“%.*s” is %s, but no good form in “%.*s” replaces it",
                 TL_STR_ARGS(term->text), tl_status_name(term->status),
                 TL_STR_ARGS(entry->language));
        }
    }
}

static void
check_use(lint *l, const tl_term *term)
{
    const tl_term *bad = term->use.len ? tl_map_get(&l->bad, term->use) : NULL;
    if (bad && !tl_map_get(&l->good, term->use)) {
        WARN(l, term->place, "“use” of “%.*s” is “%.*s”, which is %s itself (%.*s:%u)",
             TL_STR_ARGS(term->text), TL_STR_ARGS(term->use), tl_status_name(bad->status),
             TL_STR_ARGS(bad->place.path), bad->place.line);
    }
}

/* Characters that cannot be seen, or not told from a space. */
static const char *
invisible_name(uint32_t c)
{
    switch (c) {
    case 0xAD: return "soft hyphen";
    case 0xA0: return "no-break space";
    case 0x202F: return "narrow no-break space";
    case 0x200B: return "zero-width space";
    case 0x200C: return "zero-width non-joiner";
    case 0x200D: return "zero-width joiner";
    case 0x2060: return "word joiner";
    case 0xFEFF: return "byte order mark";
    default: return NULL;
    }
}

static void
check_characters(lint *l, const tl_term *term)
{
    for (size_t at = 0; at < term->text.len;) {
        uint32_t c = tl_utf8_next(term->text, &at);
        const char *name = invisible_name(c);
        if (name) {
            WARN(l, term->place, "“%.*s” has an invisible character: %s (U+%04X)",
                 TL_STR_ARGS(term->text), name, (unsigned)c);
            return;
        }
    }
}

/* The first letter of the other script in a word of two. */
static uint32_t
odd_letter(tl_str word)
{
    tl_script first = TL_SCRIPT_NONE;
    for (size_t at = 0; at < word.len;) {
        uint32_t c = tl_utf8_next(word, &at);
        tl_script script = tl_script_of(c);
        if (first != TL_SCRIPT_NONE && script != TL_SCRIPT_NONE && script != first) {
            return c;
        }
        first = first == TL_SCRIPT_NONE ? script : first;
    }
    return 0;
}

static const char *
script_name(tl_script script)
{
    return script == TL_SCRIPT_LATIN      ? "Latin"
           : script == TL_SCRIPT_CYRILLIC ? "Cyrillic"
           : script == TL_SCRIPT_GREEK    ? "Greek"
                                          : "other";
}

/* A bad form may be bad just because of its letters. */
static void
check_words(lint *l, const tl_term *term)
{
    tl_words_find(&l->words, term->text);
    if (l->words.count > TL_TERM_MAX_WORDS) {
        WARN(l, term->place, "a term of %zu words, one of more than %d is never found",
             l->words.count, TL_TERM_MAX_WORDS);
    }
    for (size_t i = 0; i < l->words.count && is_good(term); i++) {
        tl_str word = tl_str_at(term->text, l->words.items[i].range);
        uint32_t odd = odd_letter(word);
        if (odd) {
            char letter[TL_UTF8_MAX];
            size_t length = tl_utf8_encode(odd, letter);
            WARN(l, term->place, "“%.*s” has letters of two scripts: “%.*s” is %s (U+%04X)",
                 TL_STR_ARGS(word), (int)length, letter, script_name(tl_script_of(odd)),
                 (unsigned)odd);
        }
    }
}

static void
index_forms(lint *l)
{
    for (size_t i = 0; i < l->termbase->term_count; i++) {
        const tl_term *term = l->termbase->terms[i];
        tl_map_add(is_good(term) ? &l->good : &l->bad, term->text, (void *)term);
    }
}

void
tl_termbase_lint(const tl_termbase *termbase, tl_problem_list *warnings)
{
    lint l = {.termbase = termbase, .warnings = warnings};
    index_forms(&l);
    for (size_t i = 0; termbase->lists_languages && i < termbase->language_count; i++) {
        check_language(&l, termbase->languages[i]);
    }
    for (size_t i = 0; i < termbase->concept_count; i++) {
        const tl_concept *concept = termbase->concepts[i];
        check_person(&l, concept);
        for (size_t j = 0; j < concept->entry_count; j++) {
            check_replacement(&l, &concept->entries[j]);
        }
    }
    for (size_t i = 0; i < termbase->term_count; i++) {
        check_use(&l, termbase->terms[i]);
        check_characters(&l, termbase->terms[i]);
        check_words(&l, termbase->terms[i]);
    }
    tl_words_clear(&l.words);
    tl_map_clear(&l.good);
    tl_map_clear(&l.bad);
    tl_problem_list_sort(warnings);
}
