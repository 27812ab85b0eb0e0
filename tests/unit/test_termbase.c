/* SPDX-License-Identifier: MPL-2.0 */
/* Tables for termbase/: what is right and how it reads. */
#include "termbase/path.h"
#include "termbase_files.h"
#include "text/language_tag.h"

static const tl_entry *
entry_of(const tl_termbase *termbase, const char *id, const char *language)
{
    const tl_concept *concept = tl_termbase_find(termbase, tl_str_from(id));
    assert_non_null(concept);
    const tl_entry *entry = tl_concept_entry(concept, tl_str_from(language));
    assert_non_null(entry);
    return entry;
}

/* The example of the format's description. */
static const char example[] =
    "termlint: 1                        # format version, required\n"
    "name: CSTO press glossary\n"
    "languages: [en, ru]\n"
    "romanization: bgn-pcgn\n"
    "yo: lenient\n"
    "concepts:\n"
    "  - id: csto\n"
    "    type: organisation\n"
    "    en:\n"
    "      preferred: Collective Security Treaty Organization\n"
    "      acronym: CSTO                # case-sensitive\n"
    "      deprecated: [CSCO, Tashkent Pact]\n"
    "    ru:\n"
    "      preferred: Организация Договора о коллективной безопасности\n"
    "      acronym: ОДКБ\n"
    "  - id: defence-ministers\n"
    "    type: organisation\n"
    "    part_of: csto\n"
    "    en:\n"
    "      preferred: Council of Defense Ministers\n"
    "      admitted: [Council of Defence Ministers]\n"
    "      deprecated:\n"
    "        - Council of Ministers of Defense\n"
    "        - {text: CMD, note: \"the abbreviation of the form we dropped\", except: "
    "[\"CMD.EXE\"]}\n"
    "    ru: Совет министров обороны\n"
    "  - id: zaynetdinov\n"
    "    type: person\n"
    "    en: Vladimir Zaynetdinov\n"
    "    ru: Владимир Зайнетдинов\n"
    "    distinct: [Zainutdinov]\n"
    "  - id: tasmagambetov\n"
    "    type: person\n"
    "    en: {preferred: Imangali Tasmagambetov, family: Tasmagambetov, given: Imangali}\n"
    "    ru: {preferred: Имангали Тасмагамбетов, patronymic: Нургалиевич, gender: m, decline: "
    "yes}\n"
    "  - id: press-secretary\n"
    "    type: title\n"
    "    en: {preferred: CSTO Press Secretary, deprecated: [CSTO spokesman, CSTO spokesperson]}\n"
    "    ru: пресс-секретарь ОДКБ\n"
    "    holders:\n"
    "      - {person: zaynetdinov, from: 2012-01-01, until: 2026-12-31}\n";

static void
the_header_of_the_example_is_read(void **state)
{
    (void)state;
    tl_termbase termbase = {0};
    load_good(&termbase, tl_str_from(example));
    assert_str(termbase.name, "CSTO press glossary");
    assert_str(termbase.romanization, "bgn-pcgn");
    assert_false(termbase.yo_strict);
    assert_int_equal(termbase.language_count, 2);
    assert_str(termbase.languages[0], "en");
    assert_str(termbase.languages[1], "ru");
    assert_int_equal(termbase.file_count, 1);
    assert_str(termbase.files[0], "t.yaml");
    assert_int_equal(termbase.concept_count, 5);
    assert_int_equal(termbase.term_count, 19);
    tl_termbase_clear(&termbase);
}

static void
concepts_of_the_example_have_terms(void **state)
{
    (void)state;
    tl_termbase termbase = {0};
    load_good(&termbase, tl_str_from(example));
    const tl_concept *csto = tl_termbase_find(&termbase, TL_STR("csto"));
    assert_ptr_equal(csto, termbase.concepts[0]);
    assert_int_equal(csto->type, TL_TYPE_ORGANISATION);
    assert_int_equal(csto->place.line, 7);
    assert_int_equal(csto->place.column, 5);
    const tl_entry *english = entry_of(&termbase, "csto", "en");
    assert_int_equal(english->term_count, 4);
    assert_ptr_equal(english->terms[0], english->preferred);
    assert_ptr_equal(english->terms[1], english->acronym);
    assert_null(english->name);
    assert_str(english->acronym->text, "CSTO");
    assert_int_equal(english->acronym->status, TL_STATUS_ADMITTED);
    assert_int_equal(english->acronym->case_rule, TL_CASE_EXACT);
    assert_str(english->terms[3]->text, "Tashkent Pact");
    assert_int_equal(english->terms[3]->status, TL_STATUS_DEPRECATED);
    assert_int_equal(english->terms[3]->place.line, 12);
    assert_int_equal(english->terms[3]->place.column, 26);
    assert_ptr_equal(english->terms[3]->concept, csto);
    assert_ptr_equal(english->terms[3]->entry, english);
    tl_termbase_clear(&termbase);
}

static void
concepts_of_the_example_refer_to_each_other(void **state)
{
    (void)state;
    tl_termbase termbase = {0};
    load_good(&termbase, tl_str_from(example));
    const tl_concept *csto = tl_termbase_find(&termbase, TL_STR("csto"));
    const tl_concept *ministers = tl_termbase_find(&termbase, TL_STR("defence-ministers"));
    assert_ptr_equal(ministers->part_of, csto);
    const tl_term *cmd = entry_of(&termbase, "defence-ministers", "en")->terms[3];
    assert_str(cmd->text, "CMD");
    assert_str(cmd->note, "the abbreviation of the form we dropped");
    assert_int_equal(cmd->except_count, 1);
    assert_str(cmd->except[0], "CMD.EXE");
    assert_int_equal(cmd->place.column, 18);

    const tl_concept *secretary = tl_termbase_find(&termbase, TL_STR("press-secretary"));
    assert_int_equal(secretary->holder_count, 1);
    assert_str(secretary->holders[0].person->id, "zaynetdinov");
    assert_int_equal(secretary->holders[0].from, 20120101);
    assert_int_equal(secretary->holders[0].until, 20261231);
    assert_int_equal(secretary->holders[0].place.line, 40);
    const tl_entry *russian = entry_of(&termbase, "press-secretary", "ru");
    assert_int_equal(russian->preferred->case_rule, TL_CASE_EXACT);
    tl_termbase_clear(&termbase);
}

static void
people_of_the_example_have_names(void **state)
{
    (void)state;
    tl_termbase termbase = {0};
    load_good(&termbase, tl_str_from(example));
    const tl_concept *zaynetdinov = tl_termbase_find(&termbase, TL_STR("zaynetdinov"));
    assert_int_equal(zaynetdinov->distinct_count, 1);
    assert_str(zaynetdinov->distinct[0], "Zainutdinov");
    const tl_person_name *name = entry_of(&termbase, "zaynetdinov", "ru")->name;
    assert_str(name->family, "Зайнетдинов");
    assert_str(name->given, "Владимир");
    assert_str(name->patronymic, "");
    assert_int_equal(name->gender, TL_GENDER_UNKNOWN);
    assert_true(name->decline);
    name = entry_of(&termbase, "tasmagambetov", "ru")->name;
    assert_str(name->family, "Тасмагамбетов");
    assert_str(name->patronymic, "Нургалиевич");
    assert_int_equal(name->gender, TL_GENDER_MALE);
    assert_true(name->decline);
    tl_termbase_clear(&termbase);
}

/* Every key that there is, in an order that a careful author would not choose. */
static const char every_key[] =
    "concepts:\n"
    "- en:\n"
    "    forbidden: {text: Harbor Bord, from: 2001-02-03, until: 2004-02-29}\n"
    "    superseded: [Port Board]\n"
    "    admitted: Board of the Harbour\n"
    "    acronym: {text: HB, case: any, source: charter, severity: warning}\n"
    "    deprecated: [{use: HB, text: Hb, severity: off}, board]\n"
    "    preferred: Harbour Board\n"
    "  ru: правление гавани\n"
    "  severity: suggestion\n"
    "  subject: ports\n"
    "  source: charter\n"
    "  note: |\n"
    "    Two\n"
    "    lines.\n"
    "  definition: \"\"\n"
    "  part_of: port\n"
    "  type: organisation\n"
    "  id: harbour-board\n"
    "  examples:\n"
    "  - {text: The Port Board met, expect: Harbour Board}\n"
    "  - {expect: , text: The Harbour Board met}\n"
    "- {id: port, EN: port, type: place}\n"
    "- id: larina\n"
    "  type: person\n"
    "  en: {preferred: Tatyana D. Larina, decline: 'no'}\n"
    "  ru:\n"
    "    preferred: Ларина Татьяна Дмитриевна\n"
    "    family: Ларина\n"
    "    forms: [Ларина, Лариной, Лариной, Ларину, Лариной, Лариной]\n"
    "  holders: []\n"
    "- {id: chair, type: title, en: chair, holders: [{until: 1900-01-01, person: larina}]}\n"
    "yo: strict\n"
    "name: Harbour\n"
    "languages: [EN, ru]\n"
    "termlint: '1'\n";

/* Loads it; the one mistake in it, holders of a person, is for a test of its own. */
static void
load_every_key(tl_termbase *termbase)
{
    tl_problem_list problems = {0};
    assert_false(load_text(termbase, tl_str_from(every_key), &problems));
    assert_int_equal(problems.count, 1);
    assert_string_equal(problems.items[0].message,
                        "“holders” in a concept of type “person”, want “title”");
    tl_problem_list_clear(&problems);
}

static void
every_key_of_a_concept_is_read_in_any_order(void **state)
{
    (void)state;
    tl_termbase termbase = {0};
    load_every_key(&termbase);
    assert_true(termbase.yo_strict);
    assert_str(termbase.name, "Harbour");
    const tl_concept *board = tl_termbase_find(&termbase, TL_STR("harbour-board"));
    assert_int_equal(board->type, TL_TYPE_ORGANISATION);
    assert_str(board->part_of->id, "port");
    assert_int_equal(board->severity, TL_LEVEL_SUGGESTION);
    assert_str(board->subject, "ports");
    assert_str(board->source, "charter");
    assert_str(board->note, "Two\nlines.\n");
    assert_str(board->definition, "");
    assert_int_equal(board->example_count, 2);
    assert_str(board->examples[0].expect, "Harbour Board");
    assert_int_equal(board->examples[0].place.line, 21);
    assert_int_equal(board->examples[0].place.column, 12);
    assert_str(board->examples[1].text, "The Harbour Board met");
    assert_str(board->examples[1].expect, "");
    const tl_concept *chair = tl_termbase_find(&termbase, TL_STR("chair"));
    assert_int_equal(chair->holders[0].from, 0);
    assert_int_equal(chair->holders[0].until, 19000101);
    assert_str(chair->holders[0].person->id, "larina");
    tl_termbase_clear(&termbase);
}

static void
terms_are_in_the_order_of_their_status(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        tl_status status;
        tl_case_rule case_rule;
        tl_level severity;
    } rows[] = {
        {"Harbour Board", TL_STATUS_PREFERRED, TL_CASE_EXACT, TL_LEVEL_DEFAULT},
        {"HB", TL_STATUS_ADMITTED, TL_CASE_ANY, TL_LEVEL_WARNING},
        {"Board of the Harbour", TL_STATUS_ADMITTED, TL_CASE_EXACT, TL_LEVEL_DEFAULT},
        {"Port Board", TL_STATUS_SUPERSEDED, TL_CASE_EXACT, TL_LEVEL_DEFAULT},
        {"Hb", TL_STATUS_DEPRECATED, TL_CASE_EXACT, TL_LEVEL_OFF},
        {"board", TL_STATUS_DEPRECATED, TL_CASE_FIRST, TL_LEVEL_DEFAULT},
        {"Harbor Bord", TL_STATUS_FORBIDDEN, TL_CASE_EXACT, TL_LEVEL_DEFAULT},
    };
    tl_termbase termbase = {0};
    load_every_key(&termbase);
    const tl_entry *english = entry_of(&termbase, "harbour-board", "en");
    assert_int_equal(english->term_count, sizeof rows / sizeof *rows);
    for (size_t i = 0; i < english->term_count; i++) {
        const tl_term *term = english->terms[i];
        assert_str(term->text, rows[i].text);
        assert_int_equal(term->status, rows[i].status);
        assert_int_equal(term->case_rule, rows[i].case_rule);
        assert_int_equal(term->severity, rows[i].severity);
        assert_ptr_equal(termbase.terms[term->number], term);
    }
    assert_true(english->acronym->case_given);
    assert_false(english->preferred->case_given);
    assert_str(english->acronym->source, "charter");
    assert_str(english->terms[4]->use, "HB");
    assert_int_equal(english->terms[6]->from, 20010203);
    assert_int_equal(english->terms[6]->until, 20040229);
    const tl_entry *russian = entry_of(&termbase, "harbour-board", "ru");
    assert_int_equal(russian->preferred->case_rule, TL_CASE_FIRST);
    assert_str(entry_of(&termbase, "port", "en")->language, "en");
    tl_termbase_clear(&termbase);
}

static void
keys_of_a_person_win_over_the_full_name(void **state)
{
    (void)state;
    tl_termbase termbase = {0};
    load_every_key(&termbase);
    const tl_person_name *name = entry_of(&termbase, "larina", "ru")->name;
    assert_str(name->family, "Ларина");
    assert_str(name->given, "Татьяна");
    assert_str(name->patronymic, "Дмитриевна");
    assert_int_equal(name->gender, TL_GENDER_FEMALE);
    assert_int_equal(name->form_count, 6);
    assert_str(name->forms[3], "Ларину");
    name = entry_of(&termbase, "larina", "en")->name;
    assert_str(name->family, "Larina");
    assert_str(name->given, "Tatyana");
    assert_str(name->patronymic, "");
    assert_false(name->decline);
    assert_int_equal(name->form_count, 0);
    tl_termbase_clear(&termbase);
}

/* The names that a full name tells, without keys. */
static void
full_names_are_taken_apart(void **state)
{
    (void)state;
    static const struct {
        const char *full, *family, *given, *patronymic;
        tl_gender gender;
    } rows[] = {
        {"Пётр Ильич Чайковский", "Чайковский", "Пётр", "Ильич", TL_GENDER_MALE},
        {"Анна Андреевна Ахматова", "Ахматова", "Анна", "Андреевна", TL_GENDER_FEMALE},
        {"Вера Ильинична Мухина", "Мухина", "Вера", "Ильинична", TL_GENDER_FEMALE},
        {"Абай Кунанбайулы Ибрагимов", "Ибрагимов", "Абай", "Кунанбайулы", TL_GENDER_MALE},
        {"Леся Петрівна Косач", "Косач", "Леся", "Петрівна", TL_GENDER_FEMALE},
        {"Pyotr Ilyich Tchaikovsky", "Tchaikovsky", "Pyotr", "Ilyich", TL_GENDER_MALE},
        {"Иван Рабинович", "Рабинович", "Иван", "", TL_GENDER_UNKNOWN},
        {"Пеле", "Пеле", "", "", TL_GENDER_UNKNOWN},
        {"Johann Sebastian Bach", "Bach", "Johann", "", TL_GENDER_UNKNOWN},
        {"Софья\xc2\xa0Ковалевская", "Ковалевская", "Софья", "", TL_GENDER_UNKNOWN},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        tl_termbase termbase = {0};
        tl_arena arena = {0};
        load_good(&termbase, tl_arena_format(&arena,
                                             "{termlint: 1, languages: [ru], concepts: [{id: a, "
                                             "type: person, ru: %s}]}",
                                             rows[i].full));
        const tl_person_name *name = entry_of(&termbase, "a", "ru")->name;
        assert_str(name->family, rows[i].family);
        assert_str(name->given, rows[i].given);
        assert_str(name->patronymic, rows[i].patronymic);
        assert_int_equal(name->gender, rows[i].gender);
        tl_termbase_clear(&termbase);
        tl_arena_clear(&arena);
    }
}

/* What YAML would take for something else than text, and what it spells in two ways. */
static void
scalars_are_text_as_written(void **state)
{
    (void)state;
    static const struct {
        const char *scalar, *text;
    } rows[] = {
        {"no", "no"},
        {"null", "null"},
        {"1e3", "1e3"},
        {"08", "08"},
        {"'it''s'", "it's"},
        {"\"C\\u0053TO\"", "CSTO"},
        {"О\xcc\x81", "О\xcc\x81"},   /* no composed letter exists */
        {"и\xcc\x86", "й"},           /* NFD */
        {"\xe2\x84\xab", "\xc3\x85"}, /* the angstrom sign is a letter */
        {"C#", "C#"},
        {"Foo:bar", "Foo:bar"},
        {"two\n     lines", "two lines"},
        {"8 декабря", "8 декабря"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        tl_termbase termbase = {0};
        tl_arena arena = {0};
        load_good(&termbase, tl_arena_format(&arena,
                                             "\xef\xbb\xbftermlint: 1\nlanguages: [ru]\n"
                                             "concepts:\n- id: no\n  ru: %s\n",
                                             rows[i].scalar));
        const tl_term *term = entry_of(&termbase, "no", "ru")->preferred;
        assert_str(term->text, rows[i].text);
        assert_int_equal(term->place.line, 5);
        assert_int_equal(term->place.column, 7);
        tl_termbase_clear(&termbase);
        tl_arena_clear(&arena);
    }
}

/* Looks like a conflict and is none. */
static void
forms_for_different_times_and_uses_do_not_conflict(void **state)
{
    (void)state;
    static const char *const rows[] = {
        "- {id: a, en: {preferred: {text: x, until: 2000-12-31}}}\n"
        "- {id: b, en: {preferred: {text: X, from: 2001-01-01}}}\n",
        "- {id: a, en: {admitted: {text: x, until: 2000-12-31}, deprecated: {text: x, from: "
        "2001-01-01}}}\n",
        "- {id: a, en: WHO}\n- {id: b, en: who}\n",
        "- {id: a, en: x}\n- {id: b, ru: x}\n",
        "- {id: a, en: x}\n- {id: b, en: {preferred: y, deprecated: x}}\n",
        "- {id: a, en: {preferred: Xy, acronym: XY}}\n- {id: b, en: {preferred: Xyz, acronym: "
        "XY}}\n",
        "- {id: a, en: {preferred: Board, deprecated: [board, BOARD]}}\n",
        "- {id: a, en: {deprecated: {text: x, use: y}}}\n",
        "- {id: a, en: x, part_of: c}\n- {id: b, en: y, part_of: c}\n- {id: c, en: z}\n",
        "  []\n",
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        tl_termbase termbase = {0};
        tl_arena arena = {0};
        load_good(
            &termbase,
            tl_arena_format(&arena, "termlint: 1\nlanguages: [en, ru]\nconcepts:\n%s", rows[i]));
        tl_termbase_clear(&termbase);
        tl_arena_clear(&arena);
    }
}

/* Two ways to one file, a folder above, and no header of its own below. */
static void
included_files_are_read_once(void **state)
{
    (void)state;
    static const memory_file files[] = {
        {TL_STR_INIT("terms/root.yaml"),
         TL_STR_INIT("termlint: 1\nname: Root\nlanguages: [en]\ninclude: [people.yaml, "
                     "./places/../people.yaml, ../shared.yaml]\nconcepts: [{id: a, en: a, part_of: "
                     "c}]\n")},
        {TL_STR_INIT("terms/people.yaml"),
         TL_STR_INIT("termlint: 1\ninclude: ../shared.yaml\nlanguages: [ru]\nconcepts: [{id: b, "
                     "en: b, ru: б}]\n")},
        {TL_STR_INIT("shared.yaml"),
         TL_STR_INIT("termlint: 1\nname: Shared\nconcepts: [{id: c, en: c}]\n")},
    };
    memory_disk disk = {.files = files, .count = 3};
    tl_termbase termbase = {0};
    tl_problem_list problems = {0};
    assert_true(load_memory(&termbase, &disk, files[0].path, &problems));
    assert_int_equal(disk.reads, 3);
    assert_int_equal(termbase.file_count, 3);
    assert_str(termbase.files[2], "shared.yaml");
    assert_str(termbase.name, "Root");
    assert_int_equal(termbase.language_count, 2);
    assert_int_equal(termbase.concept_count, 3);
    assert_str(termbase.concepts[1]->id, "b");
    assert_str(termbase.concepts[0]->part_of->id, "c");
    assert_str(termbase.concepts[2]->place.path, "shared.yaml");
    tl_problem_list_clear(&problems);
    tl_termbase_clear(&termbase);
}

static void
dates_are_of_the_calendar(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        tl_date date;
    } rows[] = {
        {"2012-01-01", 20120101}, {"2000-02-29", 20000229}, {"2024-12-31", 20241231},
        {"0001-01-01", 10101},    {"1900-02-29", 0},        {"2023-04-31", 0},
        {"2023-00-10", 0},        {"2023-10-00", 0},        {"0000-01-01", 0},
        {"2023-1-1", 0},          {"2023-01-01 ", 0},       {"2023/01/01", 0},
        {"20230101", 0},          {"+023-01-01", 0},        {"", 0},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        assert_int_equal(tl_date_parse(tl_str_from(rows[i].text)), rows[i].date);
    }
}

static void
entries_are_found_by_language(void **state)
{
    (void)state;
    tl_termbase termbase = {0};
    load_good(&termbase, TL_STR("termlint: 1\nlanguages: [en, sr-Latn, sr-Cyrl, ru-BY]\n"
                                "concepts:\n- {id: a, en: a, SR-latn: b, sr-Cyrl: c, ru-BY: d}\n"));
    static const struct {
        const char *asked, *found;
    } rows[] = {
        {"en", "en"},
        {"EN", "en"},
        {"en-GB", "en"},
        {"en-Latn-US", "en"},
        {"sr-Cyrl", "sr-cyrl"},
        {"sr-Cyrl-RS", "sr-cyrl"},
        {"sr", "sr-latn"},
        {"ru", "ru-by"},
        {"RU-BY", "ru-by"},
        {"ru-RU", NULL},
        {"e", NULL},
        {"eng", NULL},
        {"de", NULL},
        {"", NULL},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const tl_entry *entry = tl_concept_entry(termbase.concepts[0], tl_str_from(rows[i].asked));
        if (rows[i].found) {
            assert_non_null(entry);
            assert_str(entry->language, rows[i].found);
        } else {
            assert_null(entry);
        }
    }
    assert_null(tl_termbase_find(&termbase, TL_STR("b")));
    assert_string_equal(tl_status_name(TL_STATUS_SUPERSEDED), "superseded");
    assert_string_equal(tl_concept_type_name(TL_TYPE_ORGANISATION), "organisation");
    tl_termbase_clear(&termbase);
}

static void
language_tags_are_those_of_rfc_5646(void **state)
{
    (void)state;
    static const char *const good[] = {
        "en",         "ru-RU",   "sr-Latn",         "sr-Latn-RS",       "zh-cmn-Hans-CN",
        "es-419",     "de-1901", "sl-rozaj-biske",  "en-US-u-islamcal", "en-x-house",
        "kk-Cyrl-KZ", "deu",     "en-a-bbb-x-a-c1", "de-CH-1901-x-y"};
    static const char *const bad[] = {
        "",   "e",        "english", "en_US", "en-",    "-en",   "en--US",       "en-US-",
        "1a", "en-US-GB", "en-u",    "en-x",  "en-a-b", "en-ыы", "en-abcdefghi", "en-US-Latn"};
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        assert_true(tl_language_is_tag(tl_str_from(good[i])));
    }
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        assert_false(tl_language_is_tag(tl_str_from(bad[i])));
    }
}

static void
paths_are_joined_by_their_letters(void **state)
{
    (void)state;
    static const struct {
        const char *from, *path, *joined;
    } rows[] = {
        {"a.yaml", "b.yaml", "b.yaml"},
        {"x/a.yaml", "b.yaml", "x/b.yaml"},
        {"./x//a.yaml", "./y/../b.yaml", "x/b.yaml"},
        {"x/a.yaml", "../b.yaml", "b.yaml"},
        {"x/a.yaml", "../../b.yaml", "../b.yaml"},
        {"../a.yaml", "../b.yaml", "../../b.yaml"},
        {"/x/a.yaml", "../../b.yaml", "/b.yaml"},
        {"/a.yaml", "y/b.yaml", "/y/b.yaml"},
        {"x/a.yaml", "..", "."},
        {"x/y/a.yaml", "../z/b.yaml", "x/z/b.yaml"},
    };
    tl_arena arena = {0};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        assert_str(tl_path_join(&arena, tl_str_from(rows[i].from), tl_str_from(rows[i].path)),
                   rows[i].joined);
    }
    assert_false(tl_path_is_relative(TL_STR("/a")));
    assert_false(tl_path_is_relative(TL_STR("\\\\host\\a")));
    assert_false(tl_path_is_relative(TL_STR("file:///a")));
    assert_true(tl_path_is_relative(TL_STR("../a")));
    tl_arena_clear(&arena);
}

/* A second root file, and one that is given twice. */
static void
several_roots_make_one_termbase(void **state)
{
    (void)state;
    static const memory_file files[] = {
        {TL_STR_INIT("a.yaml"),
         TL_STR_INIT("{termlint: 1, languages: [en], concepts: [{id: a, en: a, part_of: b}]}")},
        {TL_STR_INIT("b.yaml"),
         TL_STR_INIT("{termlint: 1, languages: [ru, en], concepts: [{id: b, ru: б}]}")},
    };
    static const tl_str roots[] = {TL_STR_INIT("a.yaml"), TL_STR_INIT("b.yaml"),
                                   TL_STR_INIT("./a.yaml")};
    memory_disk disk = {.files = files, .count = 2};
    const tl_termbase_loader loader = {.read = read_memory, .context = &disk};
    tl_termbase termbase = {0};
    tl_problem_list problems = {0};
    assert_true(tl_termbase_load(&termbase, &loader, roots, 3, &problems));
    assert_int_equal(disk.reads, 2);
    assert_int_equal(termbase.concept_count, 2);
    assert_int_equal(termbase.language_count, 2);
    assert_str(termbase.languages[1], "ru");
    assert_str(termbase.concepts[0]->part_of->id, "b");
    tl_problem_list_clear(&problems);
    tl_termbase_clear(&termbase);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_header_of_the_example_is_read),
        cmocka_unit_test(concepts_of_the_example_have_terms),
        cmocka_unit_test(concepts_of_the_example_refer_to_each_other),
        cmocka_unit_test(people_of_the_example_have_names),
        cmocka_unit_test(every_key_of_a_concept_is_read_in_any_order),
        cmocka_unit_test(terms_are_in_the_order_of_their_status),
        cmocka_unit_test(keys_of_a_person_win_over_the_full_name),
        cmocka_unit_test(full_names_are_taken_apart),
        cmocka_unit_test(scalars_are_text_as_written),
        cmocka_unit_test(forms_for_different_times_and_uses_do_not_conflict),
        cmocka_unit_test(included_files_are_read_once),
        cmocka_unit_test(dates_are_of_the_calendar),
        cmocka_unit_test(entries_are_found_by_language),
        cmocka_unit_test(language_tags_are_those_of_rfc_5646),
        cmocka_unit_test(paths_are_joined_by_their_letters),
        cmocka_unit_test(several_roots_make_one_termbase),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
