/* SPDX-License-Identifier: MPL-2.0 */
/* The context of a rule: collects what rules find in one document. Which finding wins where several
 * fit one span, and what severity it has in the end, is decided by the engine. */
#include "rules/pass.h"

#include "base/array.h"
#include "scan/lists.h"
#include "text/key.h"

#include <stdlib.h>
#include <string.h>

void
tl_shared_init(tl_shared *shared)
{
    *shared = (tl_shared){.stem_indexes = NULL};
    pthread_mutex_init(&shared->lock, NULL);
}

void
tl_shared_clear(tl_shared *shared)
{
    pthread_mutex_destroy(&shared->lock);
}

void
tl_pass_clear(tl_pass *pass)
{
    free(pass->findings);
    *pass = (tl_pass){0};
}

tl_finding
tl_pass_finding(const tl_pass *pass, tl_range range)
{
    return (tl_finding){.rule = pass->rule,
                        .segment = pass->scan->segment,
                        .language = pass->scan->language,
                        .range = range};
}

void
tl_pass_push(tl_pass *pass, const tl_finding *finding)
{
    pass->findings =
        tl_array_reserve(pass->findings, &pass->capacity, pass->count + 1, sizeof *pass->findings);
    pass->findings[pass->count] = *finding;
    pass->findings[pass->count].number = pass->count;
    pass->count++;
}

void
tl_finding_suggest(tl_finding *finding, tl_str suggestion)
{
    for (size_t i = 0; i < finding->suggestion_count; i++) {
        if (tl_str_equal(finding->suggestions[i], suggestion)) {
            return;
        }
    }
    if (suggestion.len && finding->suggestion_count < TL_MAX_SUGGESTIONS) {
        finding->suggestions[finding->suggestion_count++] = suggestion;
    }
}

static bool
is_common(tl_str language, tl_str word)
{
    tl_key key;
    bool is_listed_language =
        tl_str_equal(language, TL_STR("en")) || tl_str_equal(language, TL_STR("ru"));
    return is_listed_language && tl_list_has(TL_LIST_WORDS, tl_key_of(word, &key));
}

tl_known
tl_pass_ask(const tl_pass *pass, tl_str language, tl_str word, bool as_written)
{
    language = tl_str_slice(language, 0, tl_str_find_byte(language, '-', 0));
    if (is_common(language, word)) {
        return TL_KNOWN_YES;
    }
    return pass->speller.ask ? pass->speller.ask(pass->speller.context, language, word, as_written)
                             : TL_KNOWN_UNTOLD;
}

tl_stems
tl_pass_stems(const tl_pass *pass, tl_str language, tl_str word)
{
    return pass->speller.stems ? pass->speller.stems(pass->speller.context, language, word)
                               : (tl_stems){0};
}

bool
tl_pass_share_stem(const tl_pass *pass, tl_str language, tl_str a, tl_str b)
{
    tl_stems first = tl_pass_stems(pass, language, a);
    tl_stems second = first.count ? tl_pass_stems(pass, language, b) : first;
    for (size_t i = 0; i < first.count; i++) {
        for (size_t k = 0; k < second.count; k++) {
            if (tl_str_equal(first.items[i], second.items[k])) {
                return true;
            }
        }
    }
    return false;
}

tl_stems
tl_pass_offers(const tl_pass *pass, tl_str language, tl_str word)
{
    language = tl_str_slice(language, 0, tl_str_find_byte(language, '-', 0));
    return pass->speller.offers
               ? pass->speller.offers(pass->speller.context, language, word, pass->arena)
               : (tl_stems){0};
}

/* Puts dots where an object stands. */
static void
hide_objects(char *text, size_t length)
{
    static const char object[] = "\xEF\xBF\xBC", dots[] = "…"; /* of one length */
    for (size_t i = 0; i + sizeof object <= length + 1; i++) {
        if (memcmp(text + i, object, sizeof object - 1) == 0) {
            memcpy(text + i, dots, sizeof dots - 1);
        }
    }
}

tl_str
tl_pass_quote(const tl_pass *pass, tl_str text)
{
    char *out = tl_arena_alloc(pass->arena, text.len + 1, 1);
    size_t length = 0;
    bool spaced = false;
    for (size_t i = 0; i < text.len; i++) {
        bool is_space = text.ptr[i] == ' ' || (text.ptr[i] >= '\t' && text.ptr[i] <= '\r');
        if (!is_space || !spaced) {
            out[length++] = is_space ? ' ' : text.ptr[i];
        }
        spaced = is_space;
    }
    hide_objects(out, length);
    return (tl_str){out, length};
}

tl_str
tl_pass_word(const tl_pass *pass, uint32_t word)
{
    return tl_scan_text(pass->scan, word, 1);
}

tl_str
tl_pass_text(const tl_pass *pass, tl_range range)
{
    return tl_str_at(pass->scan->segment->text, range);
}
