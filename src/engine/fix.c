/* SPDX-License-Identifier: MPL-2.0 */
/* Applies replacements. Every edit is a range of the source bytes, taken from a finding and never
 * searched for again. A replacement may make another one possible, so the document is checked again
 * until nothing is left to replace. Where that has no end (the replacement is itself to be
 * replaced), such replacements are left out. Invariant: what a fix of all that is safe returns, a
 * second one leaves as it is. */
#include "base/alloc.h"
#include "engine/changes.h"
#include "engine/checker.h"

#include <stdlib.h>

enum { MAX_ROUNDS = 8 };

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
    termlint_fix_options options;
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

/* Whether the finding is of a rule that is asked for. */
static bool
is_of_rules(const termlint_fix_options *options, const tl_diag *diag)
{
    bool is_wanted = options->rule_count == 0;
    for (size_t i = 0; i < options->rule_count; i++) {
        is_wanted |= tl_str_equal(diag->rule, tl_str_from(options->rules[i]));
    }
    return is_wanted;
}

static bool
is_wanted(const fixing *fix, const tl_diag *diag)
{
    return diag->fixable && is_of_rules(&fix->options, diag);
}

static tl_changes
changes_of(const fixing *fix, const tl_report *report)
{
    tl_changes changes = {0};
    for (size_t i = 0; i < report->count; i++) {
        const tl_diag diag = tl_report_at(report, i);
        if (is_wanted(fix, &diag)) {
            tl_changes_add(&changes, &diag);
        }
    }
    return changes;
}

/* The next version: all changes made that are not refused. */
static version
apply(fixing *fix, const version *from, tl_changes *changes)
{
    tl_buf out = {0};
    tl_error error = {0};
    size_t made = tl_changes_make(changes, fix->name, from->bytes, &out, &error);
    version next = made ? check_version(fix, out, tl_buf_str(&out), from->applied + made)
                        : check_version(fix, (tl_buf){0}, from->bytes, from->applied);
    if (error.message) {
        tl_problem_add(&next.report->problems, tl_str_from(fix->name), 0, 0, "%s", error.message);
    }
    if (made == 0) {
        tl_buf_clear(&out);
    }
    tl_error_clear(&error);
    return next;
}

/* Refuses the changes whose result holds something to be replaced; true if there were any. */
static bool
refuse_unstable(const fixing *fix, tl_changes *changes, const tl_report *report)
{
    bool any = false;
    for (size_t i = 0; i < report->count; i++) {
        const tl_diag diag = tl_report_at(report, i);
        tl_change *change = is_wanted(fix, &diag) ? tl_changes_at(changes, &diag) : NULL;
        if (change) {
            change->refused = true;
            any = true;
        }
    }
    return any;
}

/* One round: true if it changed anything. */
static bool
advance(fixing *fix, version *now)
{
    tl_changes changes = changes_of(fix, now->report);
    if (changes.count == 0) {
        return false;
    }
    version next = apply(fix, now, &changes);
    while (fix->strict && refuse_unstable(fix, &changes, next.report)) {
        clear_version(&next);
        next = apply(fix, now, &changes);
    }
    tl_changes_clear(&changes);
    bool changed = next.applied > now->applied;
    if (changed || next.report->problems.count) {
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

static bool
is_agreed_to(const fixing *fix, const tl_report *report, size_t index)
{
    const tl_diag diag = tl_report_at(report, index);
    if (fix->options.ask == NULL) {
        return is_wanted(fix, &diag);
    }
    return diag.edit_count > 0 && is_of_rules(&fix->options, &diag) &&
           fix->options.ask(fix->options.context, report, index);
}

/* The text with the replacements that are agreed to or tracked, whatever they bring with them. */
static version
settle_once(fixing *fix, tl_str bytes)
{
    tl_changes changes = {.tracked = tl_str_from(fix->options.tracked)};
    version now = start(fix, bytes, 0);
    for (size_t i = 0; i < now.report->count; i++) {
        if (is_agreed_to(fix, now.report, i)) {
            const tl_diag diag = tl_report_at(now.report, i);
            tl_changes_add(&changes, &diag);
        }
    }
    if (changes.count == 0) {
        return now;
    }
    version next = apply(fix, &now, &changes);
    tl_changes_clear(&changes);
    clear_version(&now);
    return next;
}

static version
refuse_to_track(const fixing *fix)
{
    version refused = {.report = tl_alloc_zero(1, sizeof *refused.report)};
    tl_problem_add(&refused.report->problems, tl_str_from(fix->name), 0, 0,
                   "%s: no tracked changes in this format, want .docx or .odt", fix->name);
    return refused;
}

static version
settle_all(fixing *plain, tl_str bytes)
{
    version result = start(plain, bytes, 0);
    if (settle(plain, &result)) {
        return result;
    }
    clear_version(&result);
    return settle_strictly(plain, bytes);
}

static bool
is_ascii(tl_str bytes)
{
    size_t at = 0;
    while (at < bytes.len && (unsigned char)bytes.ptr[at] < 0x80) {
        at++;
    }
    return at == bytes.len;
}

/* Whether the result is read in the encoding in which it was written. One that the letters of a
 * document have told may not be told by what is left of them. */
static bool
is_read_as_written(const fixing *fix, const version *result)
{
    const tl_encoding *found = NULL;
    if (fix->encoding == NULL || fix->encoding == &tl_encoding_utf8 || is_ascii(result->bytes)) {
        return true;
    }
    termlint_report_free(tl_worker_check(fix->worker, fix->name, result->bytes, &found));
    return found == fix->encoding;
}

static version
refuse_to_be_misread(const fixing *fix)
{
    version refused = {.report = tl_alloc_zero(1, sizeof *refused.report)};
    tl_problem_add(&refused.report->problems, tl_str_from(fix->name), 0, 0,
                   "%s: read as %s, but not any more with the replacements, want --encoding",
                   fix->name, fix->encoding->name);
    return refused;
}

/* The result cannot be read, which the original can: markup has come about that there was none of.
 */
static version
refuse_to_break(const fixing *fix, const version *result)
{
    const tl_problem *why = &result->report->problems.items[0];
    version refused = {.report = tl_alloc_zero(1, sizeof *refused.report)};
    tl_problem_add(&refused.report->problems, tl_str_from(fix->name), 0, 0,
                   "unreadable with the replacements, so none is made: %s", why->message);
    return refused;
}

termlint_fixed
termlint_fix(termlint_worker *worker, const char *name, termlint_bytes text,
             const termlint_fix_options *options)
{
    fixing plain = {.worker = worker, .name = name};
    if (options) {
        plain.options = *options;
    }
    tl_str original = {text.ptr, text.length};
    termlint_fixed fixed = {.applied = 0};
    bool is_tracked = plain.options.tracked != NULL;
    version result = is_tracked && !termlint_is_archive(name) ? refuse_to_track(&plain)
                     : is_tracked || plain.options.ask        ? settle_once(&plain, original)
                                                              : settle_all(&plain, original);
    if (result.applied && result.report->problems.count) {
        version refused = refuse_to_break(&plain, &result);
        clear_version(&result);
        result = refused;
    } else if (result.applied && !is_read_as_written(&plain, &result)) {
        clear_version(&result);
        result = refuse_to_be_misread(&plain);
    }
    fixed.applied = result.applied;
    fixed.left = result.report;
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
