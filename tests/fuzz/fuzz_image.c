/* SPDX-License-Identifier: MPL-2.0 */
/* An index in an image that is broken: four bytes say where, a fifth what is changed there, and so
 * on. Either the image is not taken, or a text is checked with what is left of it: no access goes
 * astray, and every finding lies within the text. */
#include "base/alloc.h"
#include "engine/checker.h"
#include "few_words.h"
#include "termbase/store.h"

#include <stdlib.h>
#include <string.h>

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

static const char text[] =
    "The Union of Ferries, FOWU or FOUW, and the Feri Owners Union met. The clerk-general Yuri "
    "Zhukovskii and Union Ferry Owners, a chief scribe and a scribe. Anna Shcherbakowa. Ferry "
    "Ownres' Union.\n\nПаромный союз, Союза владельцев паромов, СВМП, Юрием Жуковским и Жюковский, "
    "Щербаковой, союз владельцев паромоф.\n";

static void
require(bool condition)
{
    if (!condition) {
        abort();
    }
}

static bool
read_glossary(void *context, tl_str path, const tl_sink *sink, tl_error *error)
{
    (void)context, (void)path, (void)error;
    sink->take(sink->context, TL_STR(glossary));
    return true;
}

static bool
append(void *context, tl_str piece)
{
    tl_buf_add(context, piece);
    return true;
}

static tl_buf
make_image(void)
{
    const tl_termbase_loader loader = {.read = read_glossary};
    const tl_str path = TL_STR_INIT("t.yaml");
    tl_termbase termbase = {.store = NULL};
    tl_problem_list problems = {0};
    tl_image_writer writer = {0};
    tl_buf image = {0};
    const tl_sink sink = {append, &image};
    require(tl_termbase_load(&termbase, &loader, &path, 1, &problems));
    tl_index *index = tl_index_new(&termbase);
    require(tl_index_save(index, &writer) && tl_image_write(&writer, TL_STR("fuzz"), &sink));
    tl_image_writer_clear(&writer);
    tl_index_free(index);
    tl_termbase_clear(&termbase);
    return image;
}

static void
require_findings(termlint_checker *checker)
{
    termlint_worker *worker = termlint_worker_new(checker);
    termlint_report *report = termlint_check(worker, "t.txt", text, sizeof text - 1);
    termlint_finding finding;
    for (size_t i = 0; termlint_report_finding(report, i, &finding); i++) {
        require(finding.offset + finding.length <= sizeof text - 1);
    }
    termlint_report_free(report);
    termlint_worker_free(worker);
}

static void
check_with(tl_str bytes)
{
    tl_image image;
    termlint_checker *checker = termlint_checker_new();
    give_few_words(&checker->dictionaries);
    tl_terms *terms = checker->terms;
    if (tl_image_open(&image, bytes, TL_STR("fuzz")) &&
        tl_termbase_open(&terms->termbase, &image)) {
        tl_index_free(terms->index);
        terms->index = tl_index_open(&terms->termbase, &image);
        terms->is_loaded = terms->index != NULL;
        if (terms->is_loaded) {
            require_findings(checker);
        }
    }
    termlint_checker_free(checker);
}

int
LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    static tl_buf whole;
    enum { CHANGE = 5 };
    if (whole.len == 0) {
        whole = make_image();
    }
    char *bytes = aligned_alloc(64, (whole.len + 63) / 64 * 64);
    memcpy(bytes, whole.ptr, whole.len);
    for (size_t i = 0; i + CHANGE <= size; i += CHANGE) {
        uint32_t at;
        memcpy(&at, data + i, sizeof at);
        bytes[at % whole.len] = (char)(bytes[at % whole.len] ^ data[i + CHANGE - 1]);
    }
    check_with((tl_str){bytes, whole.len});
    free(bytes);
    return 0;
}
