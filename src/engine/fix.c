/* SPDX-License-Identifier: MPL-2.0 */
/* Applies safe replacements. Every edit is a range of the source bytes, taken from a finding and
 * never searched for again; edits do not overlap, since findings do not. A replacement may make
 * another one possible, so the document is checked again until nothing is left to replace: a second
 * fix changes nothing. */
#include "engine/checker.h"

#include "base/buf.h"

#include <stdlib.h>
#include <string.h>

enum { MAX_ROUNDS = 8 };

/* Copies `bytes` with the fixable findings of a finished report replaced; returns how many. */
static size_t
apply(tl_str bytes, const tl_report *report, tl_buf *out)
{
    size_t applied = 0;
    uint32_t at = 0;
    for (size_t i = 0; i < report->count; i++) {
        const tl_diag *diag = &report->diags[i];
        if (!diag->fixable || diag->range.begin < at ||
            tl_str_equal(diag->text, diag->suggestions[0])) {
            continue;
        }
        tl_buf_add(out, tl_str_slice(bytes, at, diag->range.begin));
        tl_buf_add(out, diag->suggestions[0]);
        at = diag->range.end;
        applied++;
    }
    tl_buf_add(out, tl_str_slice(bytes, at, bytes.len));
    return applied;
}

termlint_fixed
termlint_fix(termlint_worker *worker, const char *name, const char *bytes, size_t length)
{
    termlint_fixed fixed = {0};
    tl_buf current = {0};
    tl_str text = {bytes, length};
    for (size_t round = 0;; round++) {
        tl_buf next = {0};
        fixed.left = termlint_check(worker, name, text.ptr, text.len);
        tl_report_finish(fixed.left);
        size_t count = round < MAX_ROUNDS ? apply(text, fixed.left, &next) : 0;
        if (count == 0) {
            tl_buf_clear(&next);
            break;
        }
        termlint_report_free(fixed.left);
        fixed.applied += count;
        tl_buf_clear(&current);
        current = next;
        text = tl_buf_str(&current);
    }
    fixed.text.length = current.len;
    if (fixed.applied) {
        tl_buf_add_byte(&current, '\0');
    }
    fixed.text.ptr = current.ptr;
    return fixed;
}

void
termlint_fixed_clear(termlint_fixed *fixed)
{
    free(fixed->text.ptr);
    termlint_report_free(fixed->left);
    *fixed = (termlint_fixed){0};
}
