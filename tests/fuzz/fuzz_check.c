/* SPDX-License-Identifier: MPL-2.0 */
/* A text, checked with a termbase of ours; behind a byte 1, a text given by numbers of words and
 * marks that mean something to that termbase; behind a byte 3, one that is repaired too; behind a
 * byte 2, a termbase made of such words and then a text; with a NUL byte between them, a termbase
 * and a text, both as they are. Findings lie within the text, on whole characters, in order and
 * apart; formats can write them. A fix changes nothing but what was found, and a second one nothing
 * at all. */
#include "checker_of.h"

#include "base/buf.h"
#include "base/hash.h"
#include "base/utf8.h"

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size);

enum { MADE_TEXT = 1, MADE_TERMBASE = 2, MADE_TEXT_REPAIRED = 3 };

static const char glossary[] =
    "termlint: 1\n"
    "name: fuzz\n"
    "languages: [en, ru]\n"
    "concepts:\n"
    "  - id: union\n"
    "    type: organisation\n"
    "    en: {preferred: Ferry Owners' Union, acronym: FOWU, deprecated: [Union of Ferries, "
    "F.O.U.]}\n"
    "    ru: {preferred: Союз владельцев паромов, acronym: СВПМ, deprecated: [паромный союз]}\n"
    "  - id: clerk\n"
    "    type: title\n"
    "    en: {preferred: St. Ann Clerk-General, deprecated: [{text: scribe, use: chief scribe}]}\n"
    "    ru: {preferred: главный счётчик, admitted: [учёт-паром], deprecated: [счетовод]}\n"
    "  - id: club\n"
    "    en: {preferred: Club “Réunion”, deprecated: [{text: CLB, except: [CLB.EXE, a CLB b]}]}\n"
    "    ru: {preferred: «Ёлка», deprecated: [{text: ель, severity: warning}]}\n"
    "  - id: zhukov\n"
    "    type: person\n"
    "    en: Yury Zhukovsky\n"
    "    ru: {preferred: Юрий Жуковский, patronymic: Ильич}\n"
    "    distinct: [Zukowski]\n"
    "  - id: shcherba\n"
    "    type: person\n"
    "    ru: Щерба-Яковлева Е. Ю.\n";

/* What a text is made of that the termbase has to do with, and what stands between; a bar ends
 * each. */
static const char gaps[] =
    " |-|'s|s|. |.|, |\n|\n\n| (|) |“|”|«|»|\u00a0|\u00ad|\u200b|\u0301|’|/|: | [sic] |";
static const char words[] =
    "a|an|of|Ferry|ferry|Owners'|Owners|Union|Ferries|UNION|FERRIES|FOWU|FOUW|Fowu|F|O|W|U|St|Ann|"
    "Clerk|General|Clerks|scribe|Scribes|chief|Club|Réunion|Reunion|CLB|EXE|b|Yury|Yuri|Yu|Ilyich|"
    "I|Zhukovsky|Zhukovskii|ZHUKOVSKIJ|Zukowski|Shcherba|Scherba|Yakovleva|Jakovleva|E|Mr|Ivan|"
    "President|Street|Petrov|former|2024|№|St.|F.O.U.|Союз|союза|владельцев|паромов|паром|паромный|"
    "паромного|СВПМ|СПВМ|главный|главного|счётчик|счетчика|учёт|учет|счетовод|счетоводами|Ёлка|"
    "Елки|ель|ели|Юрий|Ильич|Жуковский|Жуковского|Щерба|и|в|c|\u0441|\u0441hief|F\u041eWU|"
    "\u0425\u0425|\u0425II|# termlint-disable|# termlint-enable|https://clb.example|"
    "x@fowu.example|deprecated-term|";

/* The token number `number` of a list, which goes round. */
static tl_str
token(const char *list, unsigned number)
{
    tl_str rest = {NULL, 0}, found = {NULL, 0};
    for (unsigned i = 0; i <= number; i++) {
        rest = rest.len ? rest : tl_str_from(list);
        tl_str_split(&rest, '|', &found);
    }
    return found;
}

/* Takes a number off the front; 0 behind the last. */
static unsigned
take(tl_str *numbers)
{
    unsigned number = numbers->len ? (unsigned char)numbers->ptr[0] : 0;
    *numbers = tl_str_slice(*numbers, 1, numbers->len);
    return number;
}

static void
write_text(tl_str numbers, tl_buf *out)
{
    while (numbers.len) {
        unsigned number = take(&numbers);
        tl_buf_add(out, number % 2 ? token(words, number / 2) : token(gaps, number / 2));
    }
}

/* -- termbases of tokens ---------------------------------------------------------------------- */

/* A form of a few words in quotation marks, most of them with a space between. */
static void
write_form(tl_str *numbers, tl_buf *yaml)
{
    unsigned count = 1 + take(numbers) % 4;
    tl_buf_add_byte(yaml, '"');
    for (unsigned i = 0; i < count; i++) {
        unsigned gap = i ? take(numbers) : 0;
        tl_buf_add(yaml, i == 0 ? TL_STR("") : gap % 2 ? token(gaps, gap / 2 % 7) : TL_STR(" "));
        tl_buf_add(yaml, token(words, take(numbers)));
    }
    tl_buf_add_byte(yaml, '"');
}

static void
write_forms(tl_str *numbers, const char *status, unsigned count, tl_buf *yaml)
{
    tl_buf_add_format(yaml, ", %s: [", status);
    for (unsigned i = 0; i < count; i++) {
        bool has_use = take(numbers) % 2;
        tl_buf_add_cstr(yaml, has_use ? "{text: " : "");
        write_form(numbers, yaml);
        if (has_use) {
            tl_buf_add_cstr(yaml, ", use: ");
            write_form(numbers, yaml);
        }
        tl_buf_add_cstr(yaml, has_use ? "}, " : ", ");
    }
    tl_buf_add_byte(yaml, ']');
}

static void
write_concept(tl_str *numbers, unsigned id, tl_buf *yaml)
{
    static const char *const types[] = {"term", "organisation", "title", "person"};
    tl_buf_add_format(yaml, "  - id: c%u\n    type: %s\n    %s: {preferred: ", id,
                      types[take(numbers) % 4], take(numbers) % 2 ? "ru" : "en");
    write_form(numbers, yaml);
    write_forms(numbers, "admitted", take(numbers) % 2, yaml);
    write_forms(numbers, "deprecated", take(numbers) % 4, yaml);
    tl_buf_add_cstr(yaml, "}\n");
}

static void
write_termbase(tl_str *numbers, tl_buf *yaml)
{
    unsigned count = 1 + take(numbers) % 4;
    tl_buf_add_cstr(yaml, "termlint: 1\nname: tokens\nlanguages: [en, ru]\nconcepts:\n");
    for (unsigned i = 0; i < count; i++) {
        write_concept(numbers, i, yaml);
    }
}

/* -- findings --------------------------------------------------------------------------------- */

static bool
is_boundary(tl_str text, uint32_t at)
{
    return at == text.len || ((unsigned char)text.ptr[at] & 0xC0u) != 0x80u;
}

static bool
is_well_formed(tl_str text)
{
    return tl_utf8_invalid_at(text) == text.len;
}

static void
require_diag(tl_str text, const tl_diag *diag)
{
    tl_range range = diag->range;
    require(range.begin < range.end && range.end <= text.len);
    if (diag->encoding == tl_encoding_find(TL_STR("UTF-8"))) {
        require(is_boundary(text, range.begin) && is_boundary(text, range.end));
        require(tl_str_equal(diag->text, tl_str_at(text, range)));
    }
    require(diag->begin.line >= 1 && diag->begin.column >= 1);
    require(diag->end.line > diag->begin.line || diag->end.column > diag->begin.column);
    require(diag->severity != TL_SEVERITY_OFF && diag->message.len > 0);
    require(is_well_formed(diag->message) && is_well_formed(diag->explanation));
    require(tl_str_find_byte(diag->message, '\n', 0) == diag->message.len);
    require(!diag->fixable || diag->suggestion_count > 0);
    for (size_t i = 0; i < diag->suggestion_count; i++) {
        require(diag->suggestions[i].len > 0 && is_well_formed(diag->suggestions[i]));
    }
}

/* Each text is written in one of the formats, which one its own bytes decide. */
static void
require_written(tl_str text, const tl_report *report)
{
    termlint_format format;
    size_t count = 0, length;
    while (termlint_format_at(TERMLINT_OUTPUT, count, &format)) {
        count++;
    }
    uint64_t choice = tl_hash_bytes(text);
    require(termlint_format_at(TERMLINT_OUTPUT, choice % count, &format));
    const termlint_write_options options = {.format = format.id, .color = choice >> 60 & 1};
    char *out = termlint_report_write(report, &options, &length, NULL);
    require(out && is_well_formed((tl_str){out, length}));
    free(out);
}

static void
require_report(tl_str text, const tl_report *report)
{
    uint32_t end = 0;
    for (size_t i = 0; i < report->count; i++) {
        const tl_diag diag = tl_report_at(report, i);
        require_diag(text, &diag);
        require(diag.range.begin >= end);
        end = diag.range.end;
    }
    require_written(text, report);
}

/* -- fixing ----------------------------------------------------------------------------------- */

/* The text with the fixable findings replaced; returns how many. */
static size_t
replace_all(tl_str text, const tl_report *report, tl_buf *out)
{
    size_t count = 0;
    uint32_t at = 0;
    for (size_t i = 0; i < report->count; i++) {
        const tl_diag found = tl_report_at(report, i), *diag = &found;
        if (diag->fixable && !tl_str_equal(diag->text, diag->suggestions[0])) {
            tl_buf_add(out, tl_str_slice(text, at, diag->range.begin));
            tl_buf_add(out, diag->suggestions[0]);
            at = diag->range.end;
            count++;
        }
    }
    tl_buf_add(out, tl_str_slice(text, at, text.len));
    return count;
}

/* Where one round is all there is, the result is known. */
static void
require_fix(termlint_worker *worker, tl_str text, const tl_report *report)
{
    tl_buf wanted = {0}, none = {0};
    size_t count = replace_all(text, report, &wanted);
    termlint_fixed once = termlint_fix(
        worker, "fuzz.txt", (termlint_bytes){(char *)(uintptr_t)text.ptr, text.len}, NULL);
    require((once.applied == 0) == (once.text.ptr == NULL));
    if (once.applied) {
        tl_str result = {once.text.ptr, once.text.length};
        bool is_plain = replace_all(result, once.left, &none) == 0 && once.applied == count;
        require(count > 0 && is_well_formed(result));
        require(!is_plain || tl_str_equal(result, tl_buf_str(&wanted)));
        termlint_fixed twice = termlint_fix(
            worker, "fuzz.txt", (termlint_bytes){(char *)(uintptr_t)result.ptr, result.len}, NULL);
        require(twice.applied == 0);
        termlint_fixed_clear(&twice);
    }
    termlint_fixed_clear(&once);
    tl_buf_clear(&wanted);
    tl_buf_clear(&none);
}

static void
check_text(termlint_worker *worker, tl_str text, bool repair)
{
    termlint_report *report = termlint_check(worker, "fuzz.txt", text.ptr, text.len);
    tl_report_finish(report);
    if (report->files) {
        require_report(text, report);
    } else {
        require(report->count == 0 && report->problems.count > 0);
    }
    if (repair && fixable_in(report) && is_well_formed(text)) {
        require_fix(worker, text, report);
    }
    termlint_report_free(report);
}

static void
check_pair(tl_str yaml, tl_str text)
{
    tl_terms *terms = terms_of(yaml);
    if (terms) {
        termlint_worker *worker = passing_worker(terms);
        check_text(worker, text, true);
        passing_worker_free(worker);
    }
}

static void
check_numbers(termlint_worker *ours, unsigned kind, tl_str numbers)
{
    tl_buf text = {0}, yaml = {0};
    if (kind == MADE_TERMBASE) {
        write_termbase(&numbers, &yaml);
    }
    write_text(numbers, &text);
    if (kind == MADE_TERMBASE) {
        check_pair(tl_buf_str(&yaml), tl_buf_str(&text));
    } else {
        check_text(ours, tl_buf_str(&text), kind == MADE_TEXT_REPAIRED);
    }
    tl_buf_clear(&text);
    tl_buf_clear(&yaml);
}

int
LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    static termlint_worker *ours;
    ours = ours ? ours : worker_of(glossary);
    tl_str input = {(const char *)data, size};
    size_t middle = tl_str_find_byte(input, '\0', 0);
    if (size && data[0] >= MADE_TEXT && data[0] <= MADE_TEXT_REPAIRED) {
        check_numbers(ours, data[0], tl_str_slice(input, 1, size));
    } else if (middle < size) {
        check_pair(tl_str_slice(input, 0, middle), tl_str_slice(input, middle + 1, size));
    } else {
        check_text(ours, input, true);
    }
    return 0;
}
