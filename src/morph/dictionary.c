/* SPDX-License-Identifier: MPL-2.0 */
/* A dictionary that can be believed: its files are looked at before Hunspell loads them, and it
 * must then know words that it was loaded with. Words cross into the dictionary's encoding here,
 * and only plain ones do: to Hunspell some other strings are commands. */
#include "morph/dictionary.h"

#include "base/alloc.h"
#include "base/file.h"
#include "base/utf8.h"
#include "morph/dictionary_files.h"
#include "morph/hunspell.h"
#include "text/compare.h"
#include "text/script.h"
#include "text/words.h"

#include <iconv.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { LONGEST_WORD = 255, ENCODED_WORD = 4 * LONGEST_WORD + 1 };

struct tl_dictionary {
    tl_hunspell *hunspell;
    bool is_utf8;
    iconv_t encode, decode; /* unless it is UTF-8 */
};

static const iconv_t no_converter = (iconv_t)-1;

void
tl_dictionary_free(tl_dictionary *dictionary)
{
    if (dictionary == NULL) {
        return;
    }
    tl_hunspell_close(dictionary->hunspell);
    if (dictionary->encode != no_converter) {
        iconv_close(dictionary->encode);
    }
    if (dictionary->decode != no_converter) {
        iconv_close(dictionary->decode);
    }
    free(dictionary);
}

/* Converts a word to a NUL-terminated one; false if it does not fit or has a letter that the other
 * encoding has not. */
static bool
convert(iconv_t converter, tl_str word, char out[ENCODED_WORD])
{
    char *from = (char *)(uintptr_t)word.ptr, *to = out;
    size_t left = word.len, room = ENCODED_WORD - 1;
    if (converter == no_converter) {
        memcpy(out, word.ptr, word.len);
        to += word.len;
    } else {
        iconv(converter, NULL, NULL, NULL, NULL);
        if (iconv(converter, &from, &left, &to, &room) != 0 || left > 0) {
            return false;
        }
    }
    *to = '\0';
    return true;
}

static bool
is_apostrophe(uint32_t letter)
{
    return letter == '\'' || letter == 0x2019 || letter == 0x02BC;
}

/* Copies a plain word with apostrophes as dictionaries have them, in capitals if asked. Returns its
 * length, or 0 if it is not plain. */
static size_t
copy_plain(tl_str word, bool in_capitals, char out[LONGEST_WORD * 2])
{
    size_t at = 0, length = 0;
    while (at < word.len) {
        uint32_t letter = tl_utf8_next(word, &at);
        bool is_letter = tl_script_of(letter) != TL_SCRIPT_NONE;
        if (!is_letter && !is_apostrophe(letter) && letter != '-') {
            return 0;
        }
        letter = is_apostrophe(letter) ? '\'' : in_capitals ? tl_letter_upper(letter) : letter;
        length += tl_utf8_encode(letter, out + length);
    }
    return length;
}

static tl_known
ask(tl_dictionary *dictionary, tl_str word, bool in_capitals)
{
    char plain[LONGEST_WORD * 2], encoded[ENCODED_WORD];
    size_t length = copy_plain(word, in_capitals, plain);
    if (length == 0 || !convert(dictionary->encode, (tl_str){plain, length}, encoded)) {
        return TL_KNOWN_UNTOLD;
    }
    int right = tl_hunspell_spell(dictionary->hunspell, encoded);
    if (right < 0) {
        tl_out_of_memory();
    }
    return right ? TL_KNOWN_YES : TL_KNOWN_NO;
}

/* True if nothing but letters is left when marks and invisible characters are taken out. */
static bool
is_plain_when_folded(tl_str word)
{
    static const struct {
        uint32_t first, last;
    } dropped[] = {{0xAD, 0xAD}, {0x300, 0x36F}, {0x200B, 0x200F}, {0x2060, 0x2060}};
    for (size_t at = 0; at < word.len;) {
        uint32_t letter = tl_utf8_next(word, &at);
        bool is_good = tl_script_of(letter) != TL_SCRIPT_NONE || is_apostrophe(letter);
        for (size_t i = 0; i < sizeof dropped / sizeof dropped[0]; i++) {
            is_good = is_good || (letter >= dropped[i].first && letter <= dropped[i].last);
        }
        if (!is_good) {
            return false;
        }
    }
    return true;
}

/* In capitals Hunspell knows a word that it knows in any others. */
static tl_known
ask_any(tl_dictionary *dictionary, tl_str word, bool as_written)
{
    tl_known known = ask(dictionary, word, false);
    return known == TL_KNOWN_NO && !as_written ? ask(dictionary, word, true) : known;
}

/* True if the word differs from its key in case at most. */
static bool
is_folded(tl_str word, tl_str key)
{
    return tl_str_equal(word, key) || !(tl_words_differ(word, key) & ~(unsigned)TL_DIFFER_CASE);
}

/* A word that is not plain, or not known with its accents, is asked for folded: without stress
 * marks and soft hyphens, composed. */
tl_known
tl_dictionary_knows(tl_dictionary *dictionary, tl_str word, bool as_written)
{
    char plain[LONGEST_WORD * 2], key[LONGEST_WORD * 3];
    if (word.len == 0 || word.len > LONGEST_WORD) {
        return TL_KNOWN_UNTOLD;
    }
    tl_str folded = {key, tl_words_key(word, key)};
    bool is_plain = copy_plain(word, false, plain) > 0;
    if (!is_plain && !is_plain_when_folded(word)) {
        return TL_KNOWN_UNTOLD;
    }
    tl_known known = is_plain ? ask_any(dictionary, word, as_written) : TL_KNOWN_NO;
    bool may_gain = known == TL_KNOWN_NO && !(is_plain && is_folded(word, folded));
    return may_gain && folded.len <= LONGEST_WORD ? ask_any(dictionary, folded, as_written) : known;
}

/* A word that came out of the dictionary, in its encoding; empty if it is none. */
static tl_str
decode(const tl_dictionary *dictionary, const char *encoded, char decoded[ENCODED_WORD])
{
    tl_str bytes = tl_str_from(encoded);
    if (bytes.len > LONGEST_WORD || !convert(dictionary->decode, bytes, decoded)) {
        return (tl_str){NULL, 0};
    }
    tl_str word = tl_str_from(decoded);
    return tl_utf8_invalid_at(word) == word.len ? word : (tl_str){NULL, 0};
}

static void
add_stem(tl_stems *stems, tl_str stem)
{
    for (size_t i = 0; i < stems->count; i++) {
        if (tl_str_equal(stems->items[i], stem)) {
            return;
        }
    }
    if (stem.len && stems->count < TL_STEMS_MAX) {
        stems->items[stems->count++] = stem;
    }
}

/* A question to Hunspell whose answer is a list of words. */
typedef char **(*list_question)(tl_hunspell *hunspell, const char *word, int *count);

/* The answer, in the arena: keys, or words as they are. */
static tl_stems
ask_for_list(tl_dictionary *dictionary, list_question question, tl_str word, tl_arena *arena)
{
    tl_stems found = {.count = 0};
    char plain[LONGEST_WORD * 2], encoded[ENCODED_WORD];
    int count = 0;
    size_t length = word.len && word.len <= LONGEST_WORD ? copy_plain(word, false, plain) : 0;
    if (length == 0 || !convert(dictionary->encode, (tl_str){plain, length}, encoded)) {
        return found;
    }
    char **list = question(dictionary->hunspell, encoded, &count);
    if (count < 0) {
        tl_out_of_memory();
    }
    for (int i = 0; i < count; i++) {
        char decoded[ENCODED_WORD], key[ENCODED_WORD * 3];
        tl_str one = decode(dictionary, list[i], decoded);
        bool as_key = question == tl_hunspell_stems;
        tl_str kept = as_key ? (tl_str){key, tl_words_key(one, key)} : one;
        add_stem(&found, tl_arena_copy(arena, kept));
    }
    tl_hunspell_free_list(dictionary->hunspell, list, count);
    return found;
}

tl_stems
tl_dictionary_stems(tl_dictionary *dictionary, tl_str word, tl_arena *arena)
{
    return ask_for_list(dictionary, tl_hunspell_stems, word, arena);
}

tl_stems
tl_dictionary_offers(tl_dictionary *dictionary, tl_str word, tl_arena *arena)
{
    return ask_for_list(dictionary, tl_hunspell_offers, word, arena);
}

/* Hunspell's own names for encodings are those of iconv but for a prefix. */
static const char *
iconv_name(const char *encoding)
{
    static const char prefix[] = "microsoft-";
    bool has_prefix = strncasecmp(encoding, prefix, sizeof prefix - 1) == 0;
    return has_prefix ? encoding + sizeof prefix - 1 : encoding;
}

static bool
find_encoding(tl_dictionary *dictionary, const char *affixes, tl_error *error)
{
    const char *encoding = tl_hunspell_encoding(dictionary->hunspell);
    dictionary->is_utf8 = strcasecmp(encoding, "UTF-8") == 0;
    if (dictionary->is_utf8) {
        return true;
    }
    dictionary->encode = iconv_open(iconv_name(encoding), "UTF-8");
    dictionary->decode = iconv_open("UTF-8", iconv_name(encoding));
    if (dictionary->encode == no_converter || dictionary->decode == no_converter) {
        return tl_error_set(error, "%s names the encoding %s, which is not known here", affixes,
                            encoding);
    }
    return true;
}

/* True if the bytes are a plain word in the encoding of the dictionary. */
static bool
is_plain_here(const tl_dictionary *dictionary, tl_str sample)
{
    char decoded[ENCODED_WORD], plain[LONGEST_WORD * 2];
    if (sample.len == 0 || sample.len > LONGEST_WORD / 2 ||
        !convert(dictionary->decode, sample, decoded)) {
        return false;
    }
    tl_str word = tl_str_from(decoded);
    return word.len <= LONGEST_WORD && tl_utf8_invalid_at(word) == word.len &&
           copy_plain(word, false, plain) > 0;
}

static bool
knows_its_own(const tl_dictionary *dictionary, tl_str sample)
{
    char word[LONGEST_WORD + 1];
    memcpy(word, sample.ptr, sample.len);
    word[sample.len] = '\0';
    return tl_hunspell_spell(dictionary->hunspell, word) == 1;
}

/* Some entries are no plain words, and some are only right with an affix; but not most. */
static bool
probe(const tl_dictionary *dictionary, const char *path, tl_str bytes, tl_error *error)
{
    tl_str samples[TL_DICTIONARY_SAMPLES];
    size_t count = tl_word_file_sample(bytes, samples), plain = 0, known = 0;
    for (size_t i = 0; i < count; i++) {
        if (is_plain_here(dictionary, samples[i])) {
            plain++;
            known += knows_its_own(dictionary, samples[i]);
        }
    }
    if (plain * 2 < count) {
        return tl_error_set(error, "%s is not in the encoding that its .aff file names, %s", path,
                            tl_hunspell_encoding(dictionary->hunspell));
    }
    if (known * 2 < plain) {
        return tl_error_set(error, "%s does not work: Hunspell calls %zu of %zu of its words wrong",
                            path, plain - known, plain);
    }
    return true;
}

static tl_dictionary *
load(const char *affixes, const char *words, tl_str word_bytes, tl_error *error)
{
    tl_dictionary *dictionary = tl_alloc_zero(1, sizeof *dictionary);
    dictionary->encode = dictionary->decode = no_converter;
    dictionary->hunspell = tl_hunspell_open(affixes, words);
    if (dictionary->hunspell == NULL) {
        tl_out_of_memory();
    }
    if (find_encoding(dictionary, affixes, error) && probe(dictionary, words, word_bytes, error)) {
        return dictionary;
    }
    tl_dictionary_free(dictionary);
    return NULL;
}

tl_dictionary *
tl_dictionary_open(const char *affixes, const char *words, tl_error *error)
{
    tl_buf affix_bytes = {0}, word_bytes = {0};
    tl_dictionary *dictionary = NULL;
    if (tl_file_read(affixes, &affix_bytes, NULL, error) &&
        tl_file_read(words, &word_bytes, NULL, error) &&
        tl_affix_file_check(affixes, tl_buf_str(&affix_bytes), error) &&
        tl_word_file_check(words, tl_buf_str(&word_bytes), error)) {
        dictionary = load(affixes, words, tl_buf_str(&word_bytes), error);
    }
    tl_buf_clear(&affix_bytes);
    tl_buf_clear(&word_bytes);
    return dictionary;
}
