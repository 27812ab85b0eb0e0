/* SPDX-License-Identifier: MPL-2.0 */
/* The key of a word and its hash. This is their definition: what words.c does on the fly for simple
 * letters is the same, only faster. Works letter by letter in fixed space, so that any number of
 * marks takes linear time. */
#include "text/fold.h"

#include "text/letter.h"
#include "text/trait.h"
#include "text/words.h"

#include <string.h>

#include <utf8proc.h>

enum {
    CLUSTER_MAX = 1 + TL_FOLD_MARKS_MAX, /* a letter and its marks, in code points */
    DECOMPOSITION_MAX = 4,               /* the longest canonical one of a code point */
};

void
tl_fold_init(tl_fold *fold, tl_str word)
{
    fold->word = word;
    fold->at = 0;
    fold->taken = 0;
    fold->count = 0;
}

/* The class of the code point at *at, moving behind it; behind the end there is white space. */
static tl_trait_class
next_class(tl_str word, size_t *at)
{
    return *at < word.len ? tl_trait_class_of(tl_trait_next(word, at)) : TL_CLASS_SPACE;
}

/* Copies the letter at fold->at and its marks to `bytes`, and moves behind them. Returns the number
 * of bytes. */
static size_t
read_cluster(tl_fold *fold, char *bytes)
{
    size_t length = 0, members = 0, next = fold->at;
    tl_trait_class class = next_class(fold->word, &next);
    do {
        if (class != TL_CLASS_IGNORABLE && members < CLUSTER_MAX) {
            memcpy(bytes + length, fold->word.ptr + fold->at, next - fold->at);
            length += next - fold->at;
            members++;
        }
        fold->at = next;
        class = next_class(fold->word, &next);
    } while (class == TL_CLASS_MARK || class == TL_CLASS_IGNORABLE);
    return length;
}

static void
fold_cluster(tl_fold *fold)
{
    char bytes[CLUSTER_MAX * TL_UTF8_MAX];
    utf8proc_int32_t parts[CLUSTER_MAX * DECOMPOSITION_MAX];
    size_t length = read_cluster(fold, bytes);
    utf8proc_ssize_t count =
        utf8proc_decompose((const utf8proc_uint8_t *)bytes, (utf8proc_ssize_t)length, parts,
                           CLUSTER_MAX * DECOMPOSITION_MAX, UTF8PROC_DECOMPOSE | UTF8PROC_STABLE);
    count = utf8proc_normalize_utf32(parts, count, UTF8PROC_COMPOSE | UTF8PROC_STABLE);
    fold->taken = 0;
    fold->count = 0;
    for (utf8proc_ssize_t i = 0; i < count && fold->count + TL_LETTER_FOLD_MAX <= TL_FOLD_READY_MAX;
         i++) {
        fold->count += tl_letter_fold((uint32_t)parts[i], fold->ready + fold->count);
    }
}

/* True if nothing behind the letter that ends at `at` can change it. */
static bool
stands_alone(tl_str word, size_t at)
{
    tl_trait_class class = next_class(word, &at);
    return class != TL_CLASS_MARK && class != TL_CLASS_IGNORABLE;
}

uint32_t
tl_fold_next(tl_fold *fold)
{
    while (fold->taken == fold->count) {
        if (fold->at == fold->word.len) {
            return 0;
        }
        size_t next = fold->at;
        tl_trait trait = tl_trait_next(fold->word, &next);
        tl_trait_class class = tl_trait_class_of(trait);
        if (class != TL_CLASS_WORD && class != TL_CLASS_MARK) {
            fold->at = next;
        } else if ((trait & TL_TRAIT_COMPLEX) != 0 || !stands_alone(fold->word, next)) {
            fold_cluster(fold);
        } else {
            fold->at = next;
            return trait & TL_TRAIT_FOLDED;
        }
    }
    return fold->ready[fold->taken++];
}

/* tl_utf8_encode(), without a call for the letters of the alphabets. */
static inline size_t
encode(uint32_t letter, char *out)
{
    if (letter < 0x80) {
        out[0] = (char)letter;
        return 1;
    }
    if (letter < 0x800) {
        out[0] = (char)(0xC0 | letter >> 6);
        out[1] = (char)(0x80 | (letter & 0x3F));
        return 2;
    }
    return tl_utf8_encode(letter, out);
}

/* The key of a word of plain letters, which is nearly every word; 0 for any other. */
static size_t
plain_key(tl_str word, char *out)
{
    size_t length = 0;
    for (size_t at = 0; at < word.len;) {
        tl_trait trait = tl_trait_next(word, &at);
        if (tl_trait_class_of(trait) != TL_CLASS_WORD || (trait & TL_TRAIT_COMPLEX) != 0) {
            return 0;
        }
        length += encode(trait & TL_TRAIT_FOLDED, out + length);
    }
    return length;
}

size_t
tl_words_key(tl_str word, char *out)
{
    tl_fold fold;
    size_t length = plain_key(word, out);
    if (length > 0) {
        return length;
    }
    tl_fold_init(&fold, word);
    for (uint32_t letter; (letter = tl_fold_next(&fold)) != 0;) {
        length += tl_utf8_encode(letter, out + length);
    }
    return length;
}

size_t
tl_words_plain_letters(tl_str word, uint32_t *letters, size_t most)
{
    size_t count = 0;
    for (size_t at = 0; at < word.len && count < most;) {
        letters[count++] = tl_trait_next(word, &at) & TL_TRAIT_FOLDED;
    }
    return count;
}

uint64_t
tl_words_hash(tl_str key)
{
    uint64_t hash = 0;
    for (size_t at = 0; at < key.len;) {
        hash = tl_fold_hash(hash, tl_utf8_next(key, &at));
    }
    return hash;
}

uint32_t
tl_words_letters(tl_str key)
{
    uint32_t letters = 0;
    for (size_t at = 0; at < key.len;) { /* without a call for the letters of the alphabets */
        unsigned char first = (unsigned char)key.ptr[at];
        if (first < 0x80) {
            letters |= tl_fold_letter(first);
            at++;
        } else if (first < 0xE0 && at + 1 < key.len) {
            letters |=
                tl_fold_letter((first & 0x1Fu) << 6 | ((unsigned char)key.ptr[at + 1] & 0x3Fu));
            at += 2;
        } else {
            letters |= tl_fold_letter(tl_utf8_next(key, &at));
        }
    }
    return letters;
}

uint64_t
tl_words_hash_join(uint64_t a, uint64_t b, size_t b_length)
{
    uint64_t power = TL_FOLD_MULTIPLIER;
    for (; b_length > 0; b_length >>= 1) {
        a = (b_length & 1) != 0 ? a * power : a;
        power *= power;
    }
    return a + b;
}
