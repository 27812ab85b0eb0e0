/* SPDX-License-Identifier: MPL-2.0 */
/* A byte for the format and then a document: a fix of it can be read again, differs from it in the
 * edits of findings alone, where one round of them is all there is, and a second fix changes
 * nothing. Each replacement that was asked about and refused is left as it was. */
#include "checker_of.h"

#include "base/buf.h"

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size);

static const char termbase[] =
    "termlint: 1\n"
    "languages: [en, ru]\n"
    "concepts:\n"
    "  - {id: a, en: {preferred: lock & weir, deprecated: [sluice, \"<dam>\", lock house]}}\n"
    "  - {id: b, en: {preferred: the “Réunion” Club, acronym: TRC, deprecated: [CRT, club]}}\n"
    "  - {id: c, ru: {preferred: шлюз и плотина, deprecated: [затвор, шлюзование]}}\n"
    "  - {id: d, type: person, en: Yury Zhukovsky, ru: Юрий Жуковский}\n"
    "  - {id: e, en: {preferred: weir, deprecated: [{text: weirs, use: lock house}]}}\n";

static const char *const names[] = {"f.txt", "f.md", "f.html", "f.tex", "f.rst", "f.adoc", "f.srt",
                                    "f.vtt", "f.po", "f.xlf",  "f.tmx", "f.tsv", "f.csv",  "f.xml"};

static termlint_bytes
bytes_of(tl_str text)
{
    return (termlint_bytes){(char *)(uintptr_t)text.ptr, text.len};
}

/* The text with the edits of all fixable findings, of which none may meet another; returns how many
 * findings, SIZE_MAX if they do meet or are written in another encoding. */
static size_t
replace_all(tl_str text, const tl_report *report, tl_buf *out)
{
    size_t count = 0;
    uint32_t at = 0;
    for (size_t i = 0; i < report->count; i++) {
        const tl_diag found = tl_report_at(report, i), *diag = &found;
        for (size_t k = 0; diag->fixable && k < diag->edit_count; k++) {
            tl_range range = diag->edits[k].range;
            if (range.begin < at || diag->encoding != tl_encoding_find(TL_STR("UTF-8"))) {
                return SIZE_MAX;
            }
            tl_buf_add(out, tl_str_slice(text, at, range.begin));
            tl_buf_add(out, diag->edits[k].text);
            at = range.end;
        }
        count += diag->fixable && diag->edit_count;
    }
    tl_buf_add(out, tl_str_slice(text, at, text.len));
    return count;
}

static void
require_fixed(termlint_worker *worker, const char *name, tl_str text, const termlint_fixed *fixed)
{
    tl_buf wanted = {0};
    tl_str result = {fixed->text.ptr, fixed->text.length};
    termlint_report *report = termlint_check(worker, name, text.ptr, text.len);
    tl_report_finish(report);
    size_t count = replace_all(text, report, &wanted);
    bool is_one_round = fixed->applied == count && fixable_in(fixed->left) == 0;
    require(!is_one_round || tl_str_equal(result, tl_buf_str(&wanted)));
    require(fixed->left->files == 1 && fixed->left->problems.count == 0);
    termlint_fixed again = termlint_fix(worker, name, fixed->text, NULL);
    require(again.applied == 0 && again.text.ptr == NULL);
    termlint_fixed_clear(&again);
    termlint_report_free(report);
    tl_buf_clear(&wanted);
}

/* Agrees to each second one. */
static bool
agree(void *context, const termlint_report *report, size_t index)
{
    size_t *asked = context;
    (void)report;
    (void)index;
    return ++*asked % 2;
}

static void
require_asked(termlint_worker *worker, const char *name, tl_str text)
{
    size_t asked = 0;
    const termlint_fix_options options = {.ask = agree, .context = &asked};
    termlint_fixed fixed = termlint_fix(worker, name, bytes_of(text), &options);
    require(fixed.applied <= (asked + 1) / 2);
    require((fixed.applied == 0) == (fixed.text.ptr == NULL));
    termlint_fixed_clear(&fixed);
}

int
LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    static termlint_worker *worker;
    worker = worker ? worker : worker_of(termbase);
    if (size == 0) {
        return 0;
    }
    const char *name = names[data[0] % (sizeof names / sizeof names[0])];
    tl_str text = {(const char *)data + 1, size - 1};
    termlint_fixed fixed = termlint_fix(worker, name, bytes_of(text), NULL);
    require((fixed.applied == 0) == (fixed.text.ptr == NULL));
    if (fixed.applied) {
        require_fixed(worker, name, text, &fixed);
        require_asked(worker, name, text);
    }
    termlint_fixed_clear(&fixed);
    return 0;
}
