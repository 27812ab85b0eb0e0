/* SPDX-License-Identifier: MPL-2.0 */
/* Making ids where a file has none, or none that would do here. Knows letters, and which ids are
 * taken; a number behind an id is counted on from the last, so that many equal ones cost no more.
 */
#include "termbase/ids.h"

#include "base/buf.h"
#include "romanize/romanize.h"
#include "text/words.h"

enum { MAX_ID = 60, MAX_WORD = 128 };

static bool
is_letter_or_digit(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

bool
tl_id_is_good(tl_str text)
{
    for (size_t i = 0; i < text.len; i++) {
        if (!is_letter_or_digit(text.ptr[i]) && (text.ptr[i] != '-' || i == 0)) {
            return false;
        }
    }
    return text.len > 0;
}

tl_str
tl_id_fit(tl_arena *arena, tl_str text)
{
    tl_buf id = {0};
    bool breaks = false, is_marked = tl_str_starts_with(text, TL_STR("_"));
    tl_str bare = tl_str_slice(text, is_marked, text.len);
    if (tl_id_is_good(bare)) {
        return tl_arena_copy(arena, bare);
    }
    for (size_t i = 0; i < text.len && id.len < MAX_ID; i++) {
        bool is_capital = text.ptr[i] >= 'A' && text.ptr[i] <= 'Z';
        char c = is_capital ? (char)(text.ptr[i] + 0x20) : text.ptr[i];
        if (is_letter_or_digit(c)) {
            tl_buf_add_cstr(&id, breaks && id.len ? "-" : "");
            tl_buf_add_byte(&id, c);
        }
        breaks = !is_letter_or_digit(c);
    }
    tl_str fit = tl_arena_copy(arena, tl_buf_str(&id));
    tl_buf_clear(&id);
    return fit;
}

/* Adds the letters and digits of a word that plain Latin has. */
static void
add_word(tl_buf *id, tl_str word)
{
    char key[MAX_WORD * 3];
    size_t length = word.len <= MAX_WORD ? tl_words_key(word, key) : 0;
    tl_buf_add_cstr(id, id->len && length ? "-" : "");
    for (size_t i = 0; i < length && id->len < MAX_ID; i++) {
        tl_buf_add(id, tl_str_slice((tl_str){&key[i], 1}, 0, is_letter_or_digit(key[i])));
    }
}

tl_str
tl_id_of_term(tl_arena *arena, tl_str term)
{
    tl_str latin = tl_scheme_romanize(tl_scheme_find(TL_STR("bgn-pcgn")), term, arena);
    tl_words words = {0};
    tl_buf id = {0};
    tl_words_find(&words, latin);
    for (size_t i = 0; i < words.count && id.len < MAX_ID; i++) {
        add_word(&id, tl_str_at(latin, words.items[i].range));
    }
    tl_str made = tl_id_fit(arena, tl_buf_str(&id));
    tl_words_clear(&words);
    tl_buf_clear(&id);
    return made.len ? made : TL_STR("concept");
}

tl_str
tl_id_free(tl_load *load, tl_str wanted)
{
    tl_str id = tl_arena_copy(&load->run, wanted);
    unsigned *number = tl_map_get(&load->made_ids, wanted);
    if (number == NULL) {
        number = tl_arena_alloc(&load->run, 1, sizeof *number);
        *number = 1;
        tl_map_add(&load->made_ids, id, number);
    }
    while (tl_map_get(&load->termbase->by_id, id)) {
        id = tl_arena_format(&load->run, "%.*s-%u", TL_STR_ARGS(wanted), ++*number);
    }
    return id;
}
