/* SPDX-License-Identifier: MPL-2.0 */
/* Keys by which spellings of one name find each other without being compared: what is left of a
 * word when each sound is written in one way only. i, y and j, which stand for each other and for
 * nothing, are left out, hissing sounds are one, doubled sounds count once; where letters may be
 * one sound or another, a word has several keys. Every word of a corpus is asked for its keys, so
 * nothing is allocated, and sounds are hashed as they are read. */
#include "romanize/cluster.h"

#include "base/hash.h"
#include "romanize/letters.h"

#include <string.h>

enum {
    FEWEST_SOUNDS = 2,
    LETTERS = 'z' - 'a' + 1,
    ROWS_MAX = 7,
    WAYS_MAX = 3,
    END = '$', /* of a word, in the letters of a row */
};

/* How some letters sound, in each way. */
typedef struct sound_row {
    tl_str letters;
    tl_str ways[WAYS_MAX]; /* empty: no further one; "-": it is silent */
} sound_row;

#define ROW(letters, ...)     \
    {                         \
        TL_STR_INIT(letters), \
        {                     \
            __VA_ARGS__       \
        }                     \
    }
#define WAY(sounds) TL_STR_INIT(sounds)
#define OF(letter) ((letter) - 'a')

/* By the first letter; the first row that fits counts, so the longest come first. */
static const sound_row rows[LETTERS][ROWS_MAX] = {
    [OF('a')] = {ROW("a", WAY("A"))},
    [OF('b')] = {ROW("b", WAY("B"))},
    [OF('c')] = {ROW("cho", WAY("SO"), WAY("SE"), WAY("HO")), ROW("ch", WAY("S"), WAY("H")),
                 ROW("ck", WAY("K")), ROW("cz", WAY("S")), ROW("c", WAY("S"), WAY("K"))},
    [OF('d')] = {ROW("der$", WAY("DER"), WAY("DR")), ROW("dzh", WAY("S")), ROW("dj", WAY("S")),
                 ROW("d", WAY("D"))},
    [OF('e')] = {ROW("e", WAY("E"))},
    [OF('f')] = {ROW("f", WAY("V"))},
    [OF('g')] = {ROW("gh", WAY("G")), ROW("g", WAY("G"))},
    [OF('h')] = {ROW("h", WAY("H"))},
    [OF('i')] = {ROW("io", WAY("O"), WAY("E")), ROW("i", WAY("-"))},
    [OF('j')] = {ROW("jo", WAY("O"), WAY("E"), WAY("SO")), ROW("j", WAY("-"), WAY("S"))},
    [OF('k')] = {ROW("kh", WAY("H")), ROW("k", WAY("K"))},
    [OF('l')] = {ROW("l", WAY("L"))},
    [OF('m')] = {ROW("m", WAY("M"))},
    [OF('n')] = {ROW("n", WAY("N"))},
    [OF('o')] = {ROW("oo", WAY("O"), WAY("U")), ROW("ou", WAY("OU"), WAY("U")), ROW("o", WAY("O"))},
    [OF('p')] = {ROW("ph", WAY("V")), ROW("p", WAY("P"))},
    [OF('q')] = {ROW("q", WAY("K"))},
    [OF('r')] = {ROW("r", WAY("R"))},
    [OF('s')] = {ROW("shcho", WAY("SO"), WAY("SE")), ROW("shch", WAY("S")), ROW("sch", WAY("S")),
                 ROW("sho", WAY("SO"), WAY("SE")), ROW("sh", WAY("S")), ROW("s", WAY("S"))},
    [OF('t')] = {ROW("tsch", WAY("S")), ROW("tch", WAY("S")), ROW("tc", WAY("S"), WAY("TK")),
                 ROW("th", WAY("T")), ROW("ts", WAY("S")), ROW("tz", WAY("S")), ROW("t", WAY("T"))},
    [OF('u')] = {ROW("u", WAY("U"))},
    [OF('v')] = {ROW("v", WAY("V"))},
    [OF('w')] = {ROW("w", WAY("V"))},
    [OF('x')] = {ROW("x", WAY("KS"), WAY("H"))},
    [OF('y')] = {ROW("yo", WAY("O"), WAY("E")), ROW("y", WAY("-"))},
    [OF('z')] = {ROW("zho", WAY("SO"), WAY("SE")), ROW("zh", WAY("S")), ROW("z", WAY("S"))},
};

/* One way to read a word so far. */
typedef struct way {
    uint64_t hash; /* of its sounds */
    size_t count;  /* of them */
    char last;
} way;

typedef struct ways {
    way items[TL_CLUSTER_KEYS_MAX];
    size_t count;
} ways;

static void
append(way *to, tl_str sounds)
{
    for (size_t i = 0; i < sounds.len && sounds.ptr[i] != '-'; i++) {
        if (sounds.ptr[i] != to->last) {
            to->last = sounds.ptr[i];
            to->hash = (to->hash ^ (unsigned char)to->last) * UINT64_C(0x9e3779b97f4a7c15);
            to->hash ^= to->hash >> 29;
            to->count++;
        }
    }
}

/* Goes on with a row: each way so far becomes as many as the row has, while there is room. */
static void
take_row(ways *all, const sound_row *row)
{
    size_t before = all->count;
    for (size_t w = 1; w < WAYS_MAX && row->ways[w].len; w++) {
        for (size_t i = 0; i < before && all->count < TL_CLUSTER_KEYS_MAX; i++) {
            all->items[all->count] = all->items[i];
            append(&all->items[all->count++], row->ways[w]);
        }
    }
    for (size_t i = 0; i < before; i++) {
        append(&all->items[i], row->ways[0]);
    }
}

/* Whether a word goes on with the letters of a row; the first one does. */
static bool
goes_on_with(const char *rest, tl_str letters)
{
    size_t i = 1;
    while (i < letters.len && rest[i] == letters.ptr[i]) {
        i++;
    }
    return i == letters.len;
}

/* The row for the letters from `rest` on, which end with END; NULL if there is none. */
static const sound_row *
row_at(const char *rest)
{
    if (*rest < 'a' || *rest > 'z') {
        return NULL;
    }
    const sound_row *row = rows[OF(*rest)];
    while (!goes_on_with(rest, row->letters)) {
        row++; /* the last one is the letter itself */
    }
    return row;
}

/* Adds a key, unless it is there; they stay sorted. Returns how many there are. */
static size_t
add_key(uint64_t *keys, size_t count, uint64_t key)
{
    size_t at = count;
    while (at > 0 && keys[at - 1] > key) {
        at--;
    }
    if (at > 0 && keys[at - 1] == key) {
        return count;
    }
    memmove(keys + at + 1, keys + at, (count - at) * sizeof *keys);
    keys[at] = key;
    return count + 1;
}

size_t
tl_cluster_keys(tl_str latin, uint64_t keys[TL_CLUSTER_KEYS_MAX])
{
    tl_latin word;
    char plain[TL_NAME_MAX + 1];
    ways all;
    size_t count = 0;
    if (!tl_latin_fold(&word, latin)) {
        return 0;
    }
    for (size_t i = 0; i < word.count; i++) {
        plain[i] = (char)('a' + word.letters[i].base - 1);
    }
    plain[word.count] = END;
    all.items[0] = (way){.hash = 0};
    all.count = 1;
    for (size_t at = 0; at < word.count;) {
        const sound_row *row = row_at(plain + at);
        if (row == NULL) {
            return 0;
        }
        take_row(&all, row);
        at += row->letters.len;
    }
    for (size_t i = 0; i < all.count; i++) {
        if (all.items[i].count >= FEWEST_SOUNDS) {
            count = add_key(keys, count, tl_hash_mix(all.items[i].hash));
        }
    }
    return count;
}
