/* SPDX-License-Identifier: MPL-2.0 */
/* spelling: words that neither the dictionary of their language nor the termbase knows. Asks of
 * every word, and so is the one rule that always loads dictionaries; it is off unless it is asked
 * for. A word that some term or name has, in any form, is never misspelled. */
#include "rules/rules.h"

#include "base/map.h"
#include "text/capitals.h"
#include "text/key.h"

enum { MOST_OFFERED = 3, MOST_ASKED = 100 };

/* A word of letters of the text's own script; acronyms are wrong-acronym's to judge. */
static bool
is_for_dictionary(const tl_pass *pass, const tl_word *word)
{
    const unsigned not_asked = TL_WORD_NOT_TEXT | TL_WORD_HAS_DIGIT | TL_WORD_ALL_CAPS;
    return word->length > 1 && (word->flags & TL_WORD_HAS_LETTER) && !(word->flags & not_asked) &&
           word->scripts == pass->scan->script;
}

/* The termbase has the word, as a form of some word of it, or as a name in another spelling, which
 * other rules judge. */
static bool
is_in_termbase(const tl_pass *pass, uint32_t at)
{
    const tl_vocabulary *vocabulary = pass->index->patterns.vocabulary;
    return tl_vocabulary_find(vocabulary, pass->scan->words.items[at].hash) ||
           tl_scan_hit_at(pass->scan, at) >= 0 || tl_scan_mention_at(pass->scan, at);
}

/* Offers what the termbase has near the word. */
static void
suggest(tl_pass *pass, tl_str word, tl_finding *finding)
{
    tl_near_word near[TL_NEAR_MAX_WORDS];
    tl_key bytes;
    size_t count = tl_near_forms_find(pass->index->near_forms, tl_key_of(word, &bytes), near);
    for (size_t i = 0; i < count && i < MOST_OFFERED; i++) {
        tl_str form = near[i].person ? near[i].name : near[i].key;
        tl_finding_suggest(finding, tl_capitals_like(pass->arena, form, word));
    }
}

static void
check(tl_pass *pass)
{
    for (uint32_t at = 0; at < pass->scan->words.count; at++) {
        const tl_word *word = &pass->scan->words.items[at];
        tl_str text = tl_pass_word(pass, at);
        if (!is_for_dictionary(pass, word) || is_in_termbase(pass, at) ||
            tl_pass_ask(pass, pass->scan->language, text, false) != TL_KNOWN_NO) {
            continue;
        }
        tl_finding finding = tl_pass_finding(pass, word->range);
        finding.message = tl_arena_format(
            pass->arena, "neither the dictionary nor the termbase has “%.*s”", TL_STR_ARGS(text));
        suggest(pass, text, &finding);
        tl_pass_push(pass, &finding);
    }
}

/* What the dictionary offers for the first so many words of a document: asking is slow, and words
 * recur. `known` maps words to their tl_stems. */
static const tl_stems *
ask_dictionary(tl_pass *pass, tl_map *known, tl_str language, tl_str word)
{
    static const tl_stems nothing;
    const tl_stems *kept = tl_map_get(known, word);
    if (kept == NULL && known->count < MOST_ASKED) {
        tl_stems *asked = tl_arena_alloc(pass->arena, 1, sizeof *asked);
        *asked = tl_pass_offers(pass, language, word);
        tl_map_add(known, word, asked);
        kept = asked;
    }
    return kept ? kept : &nothing;
}

/* Offers what the dictionary has, behind what the termbase has. */
static void
finish(tl_pass *pass)
{
    tl_map known = {0};
    for (size_t i = 0; i < pass->count; i++) {
        tl_finding *finding = &pass->findings[i];
        if (finding->rule != pass->rule) {
            continue;
        }
        tl_str word = tl_str_at(finding->segment->text, finding->range);
        const tl_stems *offers = ask_dictionary(pass, &known, finding->language, word);
        for (size_t k = 0; k < offers->count && k < MOST_OFFERED; k++) {
            tl_finding_suggest(finding, offers->items[k]);
        }
    }
    tl_map_clear(&known);
}

const tl_rule tl_rule_spelling = {
    .id = "spelling",
    .summary = "a word that neither the dictionary of its language nor the termbase knows",
    .help = "Asks the Hunspell dictionary of the text's language for every word that is no form of "
            "a word of the termbase, and offers what the termbase has near it, then what the "
            "dictionary has (for the "
            "first hundred different words of a document). Acronyms, words "
            "with digits, words in another script than the text's, URLs and code are not asked "
            "for. Nothing is said of a language whose dictionary is not installed.\n\n"
            "It is off by default: names that no dictionary has are found too. Nothing it offers "
            "is put in place by `fix`.",
    .bad = "They recieved the delegation.",
    .good = "They received the delegation.",
    .severity = TL_SEVERITY_OFF,
    .needs_termbase = false,
    .seeks_typos = true,
    .check = check,
    .finish = finish,
};
