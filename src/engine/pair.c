/* SPDX-License-Identifier: MPL-2.0 */
/* Two documents side by side, a source and its translation. Says what language each is in, by what
 * was asked for, their names, their configurations or their script; which block answers to which is
 * align.c's to tell, and what is found checking.c's. */
#include "engine/checking.h"

#include "base/alloc.h"
#include "engine/align.h"
#include "text/language_tag.h"

/* The code before the extension: "ru" of "notice.ru.md". */
static tl_str
language_in_name(tl_str name)
{
    size_t end = name.len, begin;
    while (end > 0 && name.ptr[end - 1] != '.' && name.ptr[end - 1] != '/') {
        end--;
    }
    begin = end > 0 ? end - 1 : 0;
    while (begin > 0 && name.ptr[begin - 1] != '.' && name.ptr[begin - 1] != '/') {
        begin--;
    }
    bool is_between = begin > 0 && end > begin && name.ptr[begin - 1] == '.';
    tl_str code = is_between ? tl_str_slice(name, begin, end - 1) : (tl_str){NULL, 0};
    return tl_language_is_tag(code) ? code : (tl_str){NULL, 0};
}

/* The language of one of two documents side by side: what --pair says, else its name, else its
 * configuration; empty: told by its script. */
static tl_str
language_of_side(const termlint_document *document, tl_str asked)
{
    tl_str named = language_in_name(tl_str_from(document->name));
    return asked.len ? asked : named.len ? named : document->checker->language;
}

/* Where nothing says the language of a document, the first of its blocks does. */
static void
set_language(tl_checking *c, size_t number, tl_str language)
{
    tl_document *document = &c->documents[number];
    for (size_t i = 0; i < document->count; i++) {
        tl_segment *segment = &document->segments[i];
        segment->language = segment->language.len ? segment->language : language;
    }
    c->languages[number] = tl_language_primary(language);
    if (language.len == 0 && document->count) {
        tl_str none = {NULL, 0};
        c->languages[number] =
            tl_scanner_run(c->worker->scanner, &document->segments[0], none)->language;
    }
}

static bool
init_source(tl_source *source, const termlint_document *document, tl_report *report)
{
    tl_error error = {0};
    tl_str name = tl_str_from(document->name);
    bool ok = tl_source_init(source, name, (tl_str){document->bytes, document->length}, &error);
    if (!ok) {
        tl_problem_add(&report->problems, name, 0, 0, "%s", error.message);
    }
    tl_error_clear(&error);
    return ok;
}

/* Both documents are read, even if the first has a problem: the second may have one too. */
static bool
read_both(tl_checking *c, tl_source sources[2], tl_report *report)
{
    const tl_encoding *encodings[2] = {NULL, NULL};
    bool ok = true;
    for (size_t i = 0; i < 2; i++) {
        c->encoding = &encodings[i];
        ok = tl_checking_read(c, &sources[i], report) && ok;
    }
    return ok;
}

termlint_report *
termlint_check_pair(termlint_worker *worker, const termlint_document *source,
                    const termlint_document *target)
{
    tl_report *report = tl_alloc_zero(1, sizeof *report);
    tl_source sources[2];
    if (!init_source(&sources[0], source, report)) {
        return report;
    }
    if (init_source(&sources[1], target, report)) {
        termlint_worker_use(worker, target->checker);
        const tl_language_pair *pair = &worker->checker->pair;
        tl_checking c = {.worker = worker, .checker = worker->checker};
        if (read_both(&c, sources, report)) {
            set_language(&c, 0, language_of_side(source, pair->source));
            set_language(&c, 1, language_of_side(target, pair->target));
            tl_align(&c.documents[0], &c.documents[1], worker->scanner);
            tl_checking_run(&c, report);
        }
        tl_checking_clear(&c);
        tl_source_clear(&sources[1]);
    }
    tl_source_clear(&sources[0]);
    return report;
}
