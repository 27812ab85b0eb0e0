/* SPDX-License-Identifier: MPL-2.0 */
/* Letters of one script that look like letters of another (dict/lookalikes.tsv). Knows single
 * letters and how to rewrite a word in them, not which script a word ought to have. */
#include "base/utf8.h"
#include "text/script.h"

typedef struct lookalike {
    uint16_t letter;
    uint16_t in_script[3]; /* Latin, Cyrillic, Greek; 0: none */
} lookalike;

static const lookalike lookalikes[] = {
/* in order of letter */
#include "lookalikes.inc"
};

static const lookalike *
find_letter(uint32_t code_point)
{
    size_t low = 0, high = sizeof lookalikes / sizeof lookalikes[0];
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (lookalikes[middle].letter == code_point) {
            return &lookalikes[middle];
        }
        if (lookalikes[middle].letter < code_point) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return NULL;
}

uint32_t
tl_script_lookalike(uint32_t code_point, tl_script script)
{
    if (script == TL_SCRIPT_NONE || tl_script_of(code_point) == script) {
        return script == TL_SCRIPT_NONE ? 0 : code_point;
    }
    const lookalike *found = find_letter(code_point);
    if (found == NULL) {
        return 0;
    }
    switch (script) {
    case TL_SCRIPT_LATIN: return found->in_script[0];
    case TL_SCRIPT_CYRILLIC: return found->in_script[1];
    case TL_SCRIPT_GREEK: return found->in_script[2];
    default: return 0;
    }
}

size_t
tl_script_rewrite(tl_str word, tl_script script, char *out)
{
    size_t length = 0;
    for (size_t at = 0; at < word.len;) {
        uint32_t code_point = tl_utf8_next(word, &at);
        if (tl_script_of(code_point) != TL_SCRIPT_NONE) {
            code_point = tl_script_lookalike(code_point, script);
        }
        if (code_point == 0) {
            return 0;
        }
        length += tl_utf8_encode(code_point, out + length);
    }
    return length;
}
