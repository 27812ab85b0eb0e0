/* SPDX-License-Identifier: MPL-2.0 */
/* An index in an image that is broken (broken_image.h); the first byte says which text is checked
 * with it. Either the image is not taken, or the text is checked with what is left of it: no access
 * goes astray, and every finding lies within the text. */
#include "broken_image.h"
#include "checker_of.h"

#include "termbase/store.h"

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size);

static const char glossary[] =
    "termlint: 1\n"
    "languages: [en, ru]\n"
    "concepts:\n"
    "  - id: union\n"
    "    type: organisation\n"
    "    en: {preferred: Ferry Owners' Union, acronym: FOWU, deprecated: [Union of Ferries]}\n"
    "    ru: {preferred: Союз владельцев паромов, acronym: СВПМ, deprecated: [паромный союз]}\n"
    "  - id: clerk\n"
    "    type: title\n"
    "    part_of: union\n"
    "    en: {preferred: clerk general, deprecated: [{text: scribe, except: [chief scribe]}]}\n"
    "    holders: [{person: zhukov, from: 2001-01-01}]\n"
    "  - id: zhukov\n"
    "    type: person\n"
    "    en: Yury Zhukovsky\n"
    "    ru: {preferred: Юрий Жуковский, patronymic: Ильич}\n"
    "    distinct: [Zukowski]\n"
    "  - id: shcherba\n"
    "    type: person\n"
    "    ru: Анна Щербакова\n";

static const tl_str lines[] = {
    TL_STR_INIT("The Union of Ferries met."),
    TL_STR_INIT("FOWU or FOUW."),
    TL_STR_INIT("Feri Owners Union."),
    TL_STR_INIT("The Ferry Ownres' Union, Union Ferry Owners."),
    TL_STR_INIT("A chief scribe and a scribe."),
    TL_STR_INIT("The clerk-general Yury Zhukovskii."),
    TL_STR_INIT("Clerk general Anna, a clrek general, Mr Zukowski."),
    TL_STR_INIT("Anna Shcherbakowa."),
    TL_STR_INIT("Паромный союз и СВМП."),
    TL_STR_INIT("Союза владельцев паромов, союз владельцев паромоф."),
    TL_STR_INIT("Юрием Жуковским и Жюковский."),
    TL_STR_INIT("С Ю. И. Жуковским и Щербаковой."),
};
enum { LINES = sizeof lines / sizeof *lines };

static bool
append(void *context, tl_str piece)
{
    tl_buf_add(context, piece);
    return true;
}

static tl_buf
make_image(void)
{
    tl_image_writer writer = {0};
    tl_buf image = {0};
    const tl_sink sink = {append, &image};
    tl_terms *terms = terms_of(TL_STR(glossary));
    require(terms != NULL);
    require(tl_index_save(tl_terms_index(terms), &writer));
    require(tl_image_write(&writer, TL_STR("fuzz"), &sink));
    tl_image_writer_clear(&writer);
    tl_terms_release(terms);
    return image;
}

static void
check_text(termlint_worker *worker, tl_str text)
{
    termlint_report *report = termlint_check(worker, "t.txt", text.ptr, text.len);
    termlint_finding finding;
    for (size_t i = 0; termlint_report_finding(report, i, &finding); i++) {
        require(finding.offset + finding.length <= text.len);
    }
    termlint_report_free(report);
}

static void
check_with(tl_str bytes, tl_str text)
{
    tl_image image;
    tl_terms *terms = tl_terms_new();
    if (tl_image_open(&image, bytes, TL_STR("fuzz")) &&
        tl_termbase_open(&terms->termbase, &image)) {
        terms->index = tl_index_open(&terms->termbase, &image);
    }
    if (terms->index) {
        terms->is_loaded = true;
        termlint_worker *worker = passing_worker(terms);
        check_text(worker, text);
        passing_worker_free(worker);
    } else {
        tl_terms_release(terms);
    }
}

int
LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    static tl_buf whole;
    if (whole.len == 0) {
        whole = make_image();
    }
    if (size) {
        broken_image image = broken_image_of(tl_buf_str(&whole));
        broken_image_break(&image, tl_buf_str(&whole), data + 1, size - 1);
        check_with((tl_str){image.bytes, image.length}, lines[data[0] % LINES]);
        free(image.bytes);
    }
    return 0;
}
