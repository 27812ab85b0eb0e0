/* SPDX-License-Identifier: MPL-2.0 */
/* A table in which a question has one place, and takes it from the question that had it. Forms lie
 * in an arena, which is dropped as a whole with all that the table says once it is large. */
#include "morph/memo.h"

#include "base/alloc.h"
#include "base/hash.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_KEPT = 4 * 1024 * 1024 /* bytes */ };

struct tl_inflect_memo_entry {
    tl_inflect_way way;
    tl_inflected_word forms; /* the first is the word; none: the place is free */
};

void
tl_inflect_memo_clear(tl_inflect_memo *memo)
{
    free(memo->entries);
    free(memo->words);
    tl_arena_clear(&memo->arena);
    *memo = (tl_inflect_memo){.last_number = memo->last_number};
}

void
tl_inflect_memo_trim(tl_inflect_memo *memo)
{
    if (memo->kept > MOST_KEPT) {
        tl_inflect_memo_clear(memo);
    }
}

static struct tl_inflect_memo_entry *
place_of(const tl_inflect_memo *memo, tl_str word, tl_inflect_way way)
{
    return &memo->entries[tl_hash_pair(tl_hash_bytes(word), way) & (TL_INFLECT_MEMO_PLACES - 1)];
}

tl_inflected_word
tl_inflect_memo_find(const tl_inflect_memo *memo, tl_str word, tl_inflect_way way)
{
    const struct tl_inflect_memo_entry *entry = memo->entries ? place_of(memo, word, way) : NULL;
    bool is_known = entry && entry->way == way && entry->forms.count > 0 &&
                    tl_str_equal(entry->forms.forms[0].text, word);
    return is_known ? entry->forms : (tl_inflected_word){.count = 0};
}

tl_inflected_word
tl_inflect_memo_keep(tl_inflect_memo *memo, tl_str word, tl_inflect_way way,
                     tl_inflected_word forms)
{
    size_t size = forms.count * sizeof(tl_form), bytes = 0;
    for (size_t i = 0; i < forms.count; i++) {
        bytes += forms.forms[i].text.len;
    }
    tl_form *kept = tl_arena_alloc(&memo->arena, 1, size + bytes);
    char *text = (char *)kept + size;
    memcpy(kept, forms.forms, size);
    for (size_t i = 0; i < forms.count; i++) {
        memcpy(text, kept[i].text.ptr, kept[i].text.len);
        kept[i].text.ptr = text;
        text += kept[i].text.len;
    }
    if (memo->entries == NULL) {
        memo->entries = tl_alloc_zero(TL_INFLECT_MEMO_PLACES, sizeof *memo->entries);
    }
    forms.forms = kept;
    forms.number = ++memo->last_number;
    memo->kept += size + bytes;
    *place_of(memo, word, way) = (struct tl_inflect_memo_entry){.way = way, .forms = forms};
    return forms;
}

tl_inflected_word
tl_inflect_name_once(tl_str word, tl_part part, char gender, tl_inflect_memo *memo)
{
    tl_inflect_way way = tl_hash_pair((uint64_t)part, (uint64_t)(unsigned char)gender);
    tl_inflected_word known = tl_inflect_memo_find(memo, word, way);
    if (known.count > 0) {
        return known;
    }
    tl_arena arena = {0};
    known = tl_inflect_memo_keep(memo, word, way, tl_inflect_name(word, part, gender, &arena));
    tl_arena_clear(&arena);
    return known;
}
