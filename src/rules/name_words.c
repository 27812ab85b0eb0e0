/* SPDX-License-Identifier: MPL-2.0 */
/* Puts the words of a person's name right where they stand. Knows which words are to be written
 * how, and nothing of who is meant or why. */
#include "rules/name_words.h"

#include "base/buf.h"
#include "text/capitals.h"

tl_word_run
tl_name_words_differing(const tl_name_words *name)
{
    tl_word_run run = {.first = UINT32_MAX, .end = 0};
    for (size_t i = 0; i < TL_NAME_PARTS; i++) {
        const tl_name_part *part = &name->parts[i];
        if (part->differs) {
            uint32_t end = part->first + part->count;
            run.first = part->first < run.first ? part->first : run.first;
            run.end = end > run.end ? end : run.end;
        }
    }
    return run;
}

/* What stands between words `at` and at + 1. */
static tl_str
gap_behind(const tl_pass *pass, uint32_t at)
{
    const tl_word *words = pass->scan->words.items;
    tl_range gap = {words[at].range.end, words[at + 1].range.begin};
    return tl_pass_text(pass, gap);
}

/* Breaks a name at the line end where the text has it broken, if its tail is the same. */
static tl_str
keep_break(tl_pass *pass, const tl_name_part *part)
{
    tl_str name = part->meant;
    if (part->count != 2 || !tl_scan_is_broken(pass->scan, part->first + 1)) {
        return name;
    }
    tl_str tail = tl_pass_word(pass, part->first + 1), gap = gap_behind(pass, part->first);
    if (!tl_str_ends_with(name, tail)) {
        return name;
    }
    tl_str head = tl_str_slice(name, 0, name.len - tail.len);
    bool has_hyphen = tl_str_ends_with(head, TL_STR("-")) && tl_str_starts_with(gap, TL_STR("-"));
    head = tl_str_slice(head, 0, head.len - has_hyphen);
    return tl_arena_format(pass->arena, "%.*s%.*s%.*s", TL_STR_ARGS(head), TL_STR_ARGS(gap),
                           TL_STR_ARGS(tail));
}

static tl_str
mend_part(tl_pass *pass, const tl_name_part *part)
{
    tl_str text = tl_scan_text(pass->scan, part->first, part->count);
    if (!part->differs) {
        return text;
    }
    tl_str name = keep_break(pass, part);
    return tl_capitals_only(text) ? tl_capitals_raise_all(pass->arena, name) : name;
}

/* The part of the name that begins with word `at`, or NULL. */
static const tl_name_part *
part_at(const tl_name_words *name, uint32_t at)
{
    for (size_t i = 0; i < TL_NAME_PARTS; i++) {
        if (name->parts[i].count && name->parts[i].first == at) {
            return &name->parts[i];
        }
    }
    return NULL;
}

tl_str
tl_name_words_mend(tl_pass *pass, const tl_name_words *name, tl_word_run run)
{
    tl_buf out = {0};
    for (uint32_t at = run.first; at < run.end;) {
        const tl_name_part *part = part_at(name, at);
        if (at > run.first) {
            tl_buf_add(&out, gap_behind(pass, at - 1));
        }
        tl_buf_add(&out, part ? mend_part(pass, part) : tl_pass_word(pass, at));
        at += part ? part->count : 1;
    }
    tl_str mended = tl_arena_copy(pass->arena, tl_buf_str(&out));
    tl_buf_clear(&out);
    return mended;
}
