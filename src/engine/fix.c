/* SPDX-License-Identifier: MPL-2.0 */
/* Applies safe replacements. Every edit is a range of the source bytes, taken from a finding and
 * never searched for again; edits do not overlap, since findings do not. A replacement may make
 * another one possible, so the document is checked again until nothing is left to replace. Where
 * that has no end (the replacement is itself to be replaced), such replacements are left out.
 * Invariant: what a fix returns, a second fix leaves as it is. */
#include "engine/checker.h"

#include "base/array.h"
#include "base/buf.h"

#include <stdlib.h>

enum { MAX_ROUNDS = 8 };

typedef struct edit {
    tl_range range; /* of the text as it was */
    tl_str text;    /* what is put there, in the document's encoding */
    tl_range made;  /* where that stands in the new text */
    bool refused;
} edit;

typedef struct edit_list {
    edit *items;
    size_t count, capacity;
    tl_arena texts;
} edit_list;

/* A text on its way, with what is found in it. */
typedef struct version {
    tl_buf text; /* empty as long as it is the original */
    tl_str bytes;
    tl_report *report; /* finished */
    size_t applied;
} version;

typedef struct fixing {
    termlint_worker *worker;
    const char *name;
    const tl_encoding *encoding; /* as it is in the original; NULL: not read yet */
    bool strict;                 /* refuse what would have to be replaced again */
} fixing;

static version
check_version(fixing *fix, tl_buf text, tl_str bytes, size_t applied)
{
    version checked = {.text = text, .bytes = bytes, .applied = applied};
    checked.report = tl_worker_check(fix->worker, fix->name, bytes, &fix->encoding);
    tl_report_finish(checked.report);
    return checked;
}

static void
clear_version(version *old)
{
    tl_buf_clear(&old->text);
    termlint_report_free(old->report);
    *old = (version){0};
}

static bool
is_edit(const tl_diag *diag)
{
    return diag->fixable && !tl_str_equal(diag->text, diag->suggestions[0]);
}

static tl_str
encode(const tl_encoding *encoding, tl_str text, tl_arena *arena)
{
    tl_buf bytes = {0};
    uint32_t missing;
    tl_encoding_encode(encoding, text, &bytes, &missing); /* else the finding is not fixable */
    tl_str copy = tl_arena_copy(arena, tl_buf_str(&bytes));
    tl_buf_clear(&bytes);
    return copy;
}

static void
clear_edits(edit_list *edits)
{
    free(edits->items);
    tl_arena_clear(&edits->texts);
}

static edit_list
edits_of(const tl_report *report, const tl_encoding *encoding)
{
    edit_list edits = {0};
    uint32_t at = 0;
    for (size_t i = 0; i < report->count; i++) {
        const tl_diag *diag = &report->diags[i];
        if (is_edit(diag) && diag->range.begin >= at) {
            edits.items = tl_array_reserve(edits.items, &edits.capacity, edits.count + 1,
                                           sizeof *edits.items);
            edits.items[edits.count++] = (edit){
                .range = diag->range,
                .text = encode(encoding, diag->suggestions[0], &edits.texts),
            };
            at = diag->range.end;
        }
    }
    return edits;
}

/* The next version: all edits made that are not refused. */
static version
apply(fixing *fix, const version *from, edit_list *edits)
{
    tl_buf out = {0};
    size_t applied = from->applied;
    uint32_t at = 0;
    for (size_t i = 0; i < edits->count; i++) {
        edit *item = &edits->items[i];
        if (item->refused) {
            continue;
        }
        tl_buf_add(&out, tl_str_slice(from->bytes, at, item->range.begin));
        item->made.begin = (uint32_t)out.len;
        tl_buf_add(&out, item->text);
        item->made.end = (uint32_t)out.len;
        at = item->range.end;
        applied++;
    }
    tl_buf_add(&out, tl_str_slice(from->bytes, at, from->bytes.len));
    return check_version(fix, out, tl_buf_str(&out), applied);
}

/* Refuses the edits whose result holds something to be replaced; true if there were any. */
static bool
refuse_unstable(edit_list *edits, const tl_report *report)
{
    bool any = false;
    size_t at = 0;
    for (size_t i = 0; i < report->count; i++) {
        const tl_diag *diag = &report->diags[i];
        while (at < edits->count &&
               (edits->items[at].refused || edits->items[at].made.end <= diag->range.begin)) {
            at++;
        }
        if (at < edits->count && is_edit(diag) &&
            edits->items[at].made.begin <= diag->range.begin &&
            edits->items[at].made.end >= diag->range.end) {
            edits->items[at].refused = true;
            any = true;
        }
    }
    return any;
}

/* One round: true if it changed anything. */
static bool
advance(fixing *fix, version *now)
{
    edit_list edits = edits_of(now->report, fix->encoding);
    if (edits.count == 0) {
        return false;
    }
    version next = apply(fix, now, &edits);
    while (fix->strict && refuse_unstable(&edits, next.report)) {
        clear_version(&next);
        next = apply(fix, now, &edits);
    }
    clear_edits(&edits);
    bool changed = next.applied > now->applied;
    if (changed) {
        clear_version(now);
        *now = next;
    } else {
        clear_version(&next);
    }
    return changed;
}

/* Replaces until nothing is left to replace; false if that has no end. */
static bool
settle(fixing *fix, version *now)
{
    for (size_t round = 0; round < MAX_ROUNDS; round++) {
        if (!advance(fix, now)) {
            return true;
        }
    }
    return false;
}

static version
start(fixing *fix, tl_str bytes, size_t applied)
{
    return check_version(fix, (tl_buf){0}, bytes, applied);
}

/* The text without the replacements that would have to be made again and again. That what is left
 * does not settle in the plain way is made sure of, or else it is settled. */
static version
settle_strictly(fixing *plain, tl_str bytes)
{
    fixing strict = *plain;
    strict.strict = true;
    version now = start(&strict, bytes, 0);
    if (!settle(&strict, &now)) {
        clear_version(&now);
        return start(plain, bytes, 0);
    }
    version again = start(plain, now.bytes, now.applied);
    if (settle(plain, &again) && again.text.ptr) {
        clear_version(&now);
        return again;
    }
    clear_version(&again);
    return now;
}

termlint_fixed
termlint_fix(termlint_worker *worker, const char *name, const char *bytes, size_t length)
{
    fixing plain = {.worker = worker, .name = name};
    tl_str original = {bytes, length};
    version result = start(&plain, original, 0);
    if (!settle(&plain, &result)) {
        clear_version(&result);
        result = settle_strictly(&plain, original);
    }
    termlint_fixed fixed = {.applied = result.applied, .left = result.report};
    if (result.applied) {
        fixed.text.length = result.text.len;
        tl_buf_add_byte(&result.text, '\0');
        fixed.text.ptr = result.text.ptr;
    }
    return fixed;
}

void
termlint_fixed_clear(termlint_fixed *fixed)
{
    free(fixed->text.ptr);
    termlint_report_free(fixed->left);
    *fixed = (termlint_fixed){0};
}
