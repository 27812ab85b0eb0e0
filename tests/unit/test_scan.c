/* SPDX-License-Identifier: MPL-2.0 */
/* Tables for the parts of the scanner (vocabulary, trie, patterns) and for what it finds: forms of
 * the termbase and their variants, with what differs. */
#include "scan_fixture.h"

#include "morph/inflect.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* -- parts ------------------------------------------------------------------------------------ */

static uint64_t
hash_of(const char *word)
{
    char key[256];
    return tl_words_hash((tl_str){key, tl_words_key(tl_str_from(word), key)});
}

static void
a_vocabulary_finds_words_by_any_form(void **state)
{
    (void)state;
    tl_vocabulary *vocabulary = tl_vocabulary_new();
    uint32_t lock = tl_vocabulary_add_word(vocabulary, hash_of("Шлюз"));
    uint32_t fleet = tl_vocabulary_add_word(vocabulary, hash_of("флот"));
    assert_int_equal(tl_vocabulary_add_word(vocabulary, hash_of("шлюз")), lock);
    assert_int_not_equal(lock, fleet);
    tl_vocabulary_add_form(vocabulary, lock, TL_STR("Шлюзом"), 1 << TL_CASE_INS, 2);
    tl_vocabulary_add_form(vocabulary, lock, TL_STR("Шлюзом"), 1 << TL_CASE_DAT, 4);
    assert_int_equal(tl_vocabulary_word_count(vocabulary), 2);
    tl_vocabulary_build(vocabulary);

    const tl_posting *found = tl_vocabulary_find(vocabulary, hash_of("ФЛОТ"));
    assert_non_null(found);
    assert_int_equal(found->word, fleet);
    assert_int_equal(found->kinds, TL_INFLECTION_NONE | TL_POSTING_LAST);
    assert_int_equal(tl_vocabulary_surface(vocabulary, found).len, 0);
    found = tl_vocabulary_find(vocabulary, hash_of("шлюзом"));
    assert_non_null(found);
    assert_int_equal(found->word, lock);
    assert_int_equal(found->kinds, 2 | 4 | TL_POSTING_LAST);
    assert_int_equal(found->cells, 1 << TL_CASE_INS | 1 << TL_CASE_DAT);
    assert_str(tl_vocabulary_surface(vocabulary, found), "шлюзом");
    assert_null(tl_vocabulary_find(vocabulary, hash_of("шлюза")));
    tl_vocabulary_free(vocabulary);
}

static void
a_vocabulary_keeps_the_words_of_one_form_in_order(void **state)
{
    (void)state;
    tl_vocabulary *vocabulary = tl_vocabulary_new();
    uint32_t lock = tl_vocabulary_add_word(vocabulary, hash_of("шлюз"));
    uint32_t joined = tl_vocabulary_add_joined(vocabulary, hash_of("шлюзом"), 0);
    uint32_t other = tl_vocabulary_add_joined(vocabulary, hash_of("шлюзом"), 1);
    uint32_t word = tl_vocabulary_add_word(vocabulary, hash_of("шлюзом"));
    assert_int_equal(tl_vocabulary_add_joined(vocabulary, hash_of("шлюзом"), 1), other);
    tl_vocabulary_add_form(vocabulary, lock, TL_STR("шлюзом"), 1, TL_INFLECTION_TERM);
    tl_vocabulary_add_form(vocabulary, word, TL_STR("шлюзо́м"), 1, TL_INFLECTION_TERM);
    tl_vocabulary_build(vocabulary);
    const uint32_t wanted[] = {lock, joined, other, word, word};
    const tl_posting *found = tl_vocabulary_find(vocabulary, hash_of("шлюзом"));
    for (size_t i = 0; i < COUNT(wanted); i++) {
        assert_int_equal(found[i].word, wanted[i]);
        assert_int_equal((found[i].kinds & TL_POSTING_LAST) != 0, i + 1 == COUNT(wanted));
        assert_int_equal((found[i].kinds & TL_POSTING_JOINED) != 0, i == 1 || i == 2);
    }
    tl_vocabulary_free(vocabulary);
}

static void
a_vocabulary_holds_many_words(void **state)
{
    (void)state;
    enum { WORDS = 20000 };
    tl_vocabulary *vocabulary = tl_vocabulary_new();
    char word[16];
    for (uint32_t i = 0; i < WORDS; i++) {
        snprintf(word, sizeof word, "w%ux", i);
        assert_int_equal(tl_vocabulary_add_word(vocabulary, hash_of(word)), i);
    }
    tl_vocabulary_build(vocabulary);
    size_t found = 0;
    for (uint32_t i = 0; i < 2 * WORDS; i++) {
        snprintf(word, sizeof word, "w%ux", i);
        const tl_posting *posting = tl_vocabulary_find(vocabulary, hash_of(word));
        assert_int_equal(posting != NULL, i < WORDS);
        found += posting != NULL;
        assert_true(posting == NULL || posting->word == i);
    }
    assert_int_equal(found, WORDS);
    tl_vocabulary_free(vocabulary);
}

static void
a_trie_keeps_values_in_order_of_addition(void **state)
{
    (void)state;
    enum { CHAINS = 3000 };
    tl_trie *trie = tl_trie_new();
    for (uint32_t i = 0; i < CHAINS; i++) {
        uint32_t first = tl_trie_add_step(trie, TL_TRIE_ROOT, i % 7);
        uint32_t last = tl_trie_add_step(trie, tl_trie_add_step(trie, first, i), i + 1);
        tl_trie_add_value(trie, last, i);
        tl_trie_add_value(trie, first, CHAINS + i);
        assert_true(tl_trie_add_shortcut(trie, first, CHAINS + 1 + i, last));
        assert_true(tl_trie_add_shortcut(trie, first, CHAINS + 1 + i, last));
        assert_false(tl_trie_add_shortcut(trie, first, CHAINS + 1 + i, first));
    }
    tl_trie_build(trie, 2 * CHAINS + 1);
    for (uint32_t i = 0; i < CHAINS; i++) {
        uint32_t node = tl_trie_step(trie, TL_TRIE_ROOT, i % 7), value;
        uint32_t behind = tl_trie_step(trie, node, CHAINS + 1 + i);
        node = tl_trie_step(trie, node, i);
        assert_true(tl_trie_goes_on(trie, node));
        assert_int_equal(tl_trie_next_value(trie, node, TL_TRIE_NONE, &value), TL_TRIE_NONE);
        node = tl_trie_step(trie, node, i + 1);
        assert_int_equal(node, behind);
        assert_false(tl_trie_goes_on(trie, node));
        uint32_t cursor = tl_trie_next_value(trie, node, TL_TRIE_NONE, &value);
        assert_int_not_equal(cursor, TL_TRIE_NONE);
        assert_int_equal(value, i);
        assert_int_equal(tl_trie_next_value(trie, node, cursor, &value), TL_TRIE_NONE);
        assert_int_equal(tl_trie_step(trie, node, i), TL_TRIE_NONE);
    }
    uint32_t node = tl_trie_step(trie, TL_TRIE_ROOT, 3), cursor = TL_TRIE_NONE, value, wanted = 3;
    while ((cursor = tl_trie_next_value(trie, node, cursor, &value)) != TL_TRIE_NONE) {
        assert_int_equal(value, CHAINS + wanted);
        wanted += 7;
    }
    assert_true(wanted > CHAINS);
    assert_int_equal(tl_trie_step(trie, TL_TRIE_ROOT, 7), TL_TRIE_NONE);
    tl_trie_free(trie);
}

/* -- hits ------------------------------------------------------------------------------------- */

typedef struct hit_row {
    const char *text;
    const char *hits; /* as describe_hits() gives them */
} hit_row;

static void
assert_hits(scan_fixture *f, const char *language, const hit_row *rows, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        char *hits = describe_hits(scan_text(f, rows[i].text, language));
        if (strcmp(hits, rows[i].hits) != 0) {
            print_error("in “%s”:\n", rows[i].text);
        }
        assert_string_equal(hits, rows[i].hits);
        free(hits);
    }
}

#define ASSERT_HITS(fixture, language, rows) assert_hits(fixture, language, rows, COUNT(rows))

static const char english[] =
    "termlint: 1\n"
    "name: ferries\n"
    "languages: [en, ru]\n"
    "concepts:\n"
    "  - id: board\n"
    "    type: organisation\n"
    "    en:\n"
    "      preferred: Harbour Pilots' Board\n"
    "      acronym: HPBO\n"
    "      admitted: [Pilots Board of Narva, N.P.B.]\n"
    "      deprecated:\n"
    "        - {text: PBX, except: [PBX exchange, the old PBX of Narva]}\n"
    "        - Board of Pilots\n"
    "  - id: master\n"
    "    type: title\n"
    "    en: {preferred: Harbour Master-General, deprecated: [port captain]}\n"
    "  - id: database\n"
    "    en: {preferred: database, deprecated: [data bank]}\n"
    "  - id: sluice\n"
    "    en: {preferred: sea lock gate, admitted: [co-operative lock]}\n"
    "  - id: cafe\n"
    "    en: {preferred: Café Régence, admitted: [\"Ship “Nadezhda” Museum\"]}\n"
    "  - id: town\n"
    "    type: place\n"
    "    en: {preferred: St. Olaf Quay}\n"
    "  - id: dated\n"
    "    en:\n"
    "      preferred: Narva Line\n"
    "      deprecated: [{text: Estuary Line, from: 2020-01-01, until: 2021-12-31}]\n";

static void
forms_and_their_variants(void **state)
{
    (void)state;
    static const hit_row rows[] = {
        {"", ""},
        {"Nothing of it here.", ""},
        {"the Harbour Pilots' Board met", "Harbour Pilots' Board=Harbour Pilots' Board"},
        {"the Harbour Pilots’ Board met", "Harbour Pilots’ Board=Harbour Pilots' Board"},
        {"the Harbour Pilots Board met", "Harbour Pilots Board=Harbour Pilots' Board[apostrophe]"},
        {"the Harbour Pilot's Board", "Harbour Pilot's Board=Harbour Pilots' Board[apostrophe]"},
        {"The HARBOUR PILOTS' BOARD met", "HARBOUR PILOTS' BOARD=Harbour Pilots' Board"},
        {"the Harbour\n  Pilots'\u00a0Board met",
         "Harbour\n  Pilots'\u00a0Board=Harbour Pilots' Board"},
        {"the Harbour Pilots'\n\nBoard met", ""},
        {"the Harbour, Pilots' Board", ""},
        {"the Har\u00adbour Pilots' Board", "Har\u00adbour Pilots' Board=Harbour Pilots' Board"},
        {"the harbour pilots' board", "harbour pilots' board=Harbour Pilots' Board[lowered]"},
        {"a Board of Pilots", "Board of Pilots=Board of Pilots"},
        {"a board of pilots", "board of pilots=Board of Pilots"},
    };
    scan_fixture f;
    scan_setup(&f, english);
    ASSERT_HITS(&f, "en", rows);
    scan_clear(&f);
}

static void
hyphen_space_or_one_word(void **state)
{
    (void)state;
    static const hit_row rows[] = {
        {"the Harbour Master General's boat",
         "Harbour Master General=Harbour Master-General[separator]"},
        {"the Harbour-Master-General", "Harbour-Master-General=Harbour Master-General[separator]"},
        {"the Harbour MasterGeneral", "Harbour MasterGeneral=Harbour Master-General[separator]"},
        {"one data base and databases", "data base=database[separator] | databases=database"},
        {"one data-base", "data-base=database[separator]"},
        {"one data-\nbase", "data-\nbase=database"},
        {"one databank", ""},
        {"Data base, Database", "Data base=database[separator] | Database=database"},
        {"a cooperative lock", "cooperative lock=co-operative lock[separator]"},
        {"a co operative lock", "co operative lock=co-operative lock[separator]"},
        {"sea locks gate, sea lock gates", "sea lock gates=sea lock gate"},
        {"a sealock gate and a sea lockgate",
         "sealock gate=sea lock gate[separator] | sea lockgate=sea lock gate[separator]"},
        {"a sealockgate", ""},
    };
    scan_fixture f;
    scan_setup(&f, english);
    ASSERT_HITS(&f, "en", rows);
    scan_clear(&f);
}

static void
acronyms_marks_and_punctuation(void **state)
{
    (void)state;
    static const hit_row rows[] = {
        {"HPBO and HPBOs, HPBO's", "HPBO=HPBO | HPBOs=HPBO | HPBO=HPBO"},
        {"an H.P.B.O. plan", "H.P.B.O.=HPBO[punctuation]"},
        {"in the H.P.B.O. The end", "H.P.B.O=HPBO[punctuation]"},
        {"an N.P.B. plan", "N.P.B.=N.P.B."},
        {"the N.P.B. Pilots Board of Narva, by the N.P.B.",
         "N.P.B=N.P.B. | Pilots Board of Narva=Pilots Board of Narva | N.P.B=N.P.B."},
        {"an NPB plan", ""},
        {"an Hpbo, hpbo", "Hpbo=HPBO[inside]"},
        {"PBX, Pbx", "PBX=PBX"},
        {"a PBX exchange, the OLD  PBX of Narva, a PBX", "PBX=PBX"},
        /* marks, quotation marks, full stops */
        {"the Cafe Regence", "Cafe Regence=Café Régence[marks]"},
        {"the Cafe\u0301 Re\u0301gence", "Cafe\u0301 Re\u0301gence=Café Régence"},
        {"the Ship Nadezhda Museum", "Ship Nadezhda Museum=Ship “Nadezhda” Museum[quotes]"},
        {"the Ship \"Nadezhda\" Museum", "Ship \"Nadezhda\" Museum=Ship “Nadezhda” Museum"},
        {"on St Olaf Quay", "St Olaf Quay=St. Olaf Quay[punctuation]"},
        {"on St. Olaf Quay", "St. Olaf Quay=St. Olaf Quay"},
        {"out at sea. Lock gates are shut", ""},
        /* letters of another script: Р, о, В, Х in Cyrillic */
        {"the H\u0420BO", "H\u0420BO=HPBO[script]"},
        {"the \u0412oard of Pilots", "\u0412oard of Pilots=Board of Pilots[script]"},
        /* addresses are no text */
        {"see https://narva.example/database now and a database.", "database=database"},
        {"mail hpbo@database.example", ""},
    };
    scan_fixture f;
    scan_setup(&f, english);
    ASSERT_HITS(&f, "en", rows);
    scan_clear(&f);
}

static void
letter_case_is_excused_where_it_is_right(void **state)
{
    (void)state;
    static const hit_row rows[] = {
        {"Port captain Ivar Tamm", "Port captain=port captain"},
        {"the Port Captain", "Port Captain=port captain"},
        {"Sea lock gate", "Sea lock gate=sea lock gate"},
        {"the Sea lock gate", "Sea lock gate=sea lock gate[raised]"},
        {"the Sea Lock gate", "Sea Lock gate=sea lock gate[raised]"},
        {"the harbour master-general", "harbour master-general=Harbour Master-General[lowered]"},
        {"a harbour master-general", "harbour master-general=Harbour Master-General"},
        {"two harbour master-generals", "harbour master-generals=Harbour Master-General"},
        {"the Harbour master-general", "Harbour master-general=Harbour Master-General[lowered]"},
        {"the hArbour Master-General",
         "hArbour Master-General=Harbour Master-General[lowered,inside]"},
    };
    scan_fixture f;
    scan_setup(&f, english);
    ASSERT_HITS(&f, "en", rows);
    f.segment = (tl_segment){.text = TL_STR("the sea Lock gate"), .role = TL_ROLE_HEADING};
    char *hits = describe_hits(tl_scanner_run(f.scanner, &f.segment, TL_STR("en")));
    assert_string_equal(hits, "sea Lock gate=sea lock gate");
    free(hits);
    scan_clear(&f);
}

static void
dates_limit_a_form(void **state)
{
    (void)state;
    static const struct {
        tl_date date;
        size_t hits;
    } rows[] = {{0, 1}, {20191231, 0}, {20200101, 1}, {20211231, 1}, {20220101, 0}};
    scan_fixture f;
    scan_setup(&f, english);
    for (size_t i = 0; i < COUNT(rows); i++) {
        tl_scanner_set_date(f.scanner, rows[i].date);
        assert_int_equal(scan_text(&f, "the Estuary Line", "en")->hit_count, rows[i].hits);
    }
    scan_clear(&f);
}

static const char overlapping[] =
    "termlint: 1\n"
    "name: overlaps\n"
    "languages: [en]\n"
    "concepts:\n"
    "  - id: a\n"
    "    en: {preferred: river lock, deprecated: [lock chamber wall, dock]}\n"
    "  - id: b\n"
    "    en: {preferred: river lock chamber, deprecated: [upper river]}\n"
    "  - id: c\n"
    "    en: {preferred: dry dock, deprecated: [floating dock]}\n"
    "  - id: d\n"
    "    en: {preferred: floating dock}\n"
    "  - id: e\n"
    "    en: {preferred: weighhouse, deprecated: [weigh bridge]}\n"
    "  - id: f\n"
    "    en: {preferred: weigh-bridge}\n";

static void
the_leftmost_and_then_the_longest_wins(void **state)
{
    (void)state;
    static const hit_row rows[] = {
        {"a river lock here", "river lock=river lock"},
        {"a river lock chamber", "river lock chamber=river lock chamber"},
        {"the river lock chamber wall", "river lock chamber=river lock chamber"},
        {"the lock chamber wall", "lock chamber wall=lock chamber wall"},
        {"the upper river lock chamber", "upper river=upper river"},
        {"a dock, a dry dock", "dock=dock | dry dock=dry dock"},
        /* a form that is good for one concept is not bad for another */
        {"a floating dock", "floating dock=floating dock"},
        {"a weigh-bridge", "weigh-bridge=weigh-bridge"},
        /* of two variants the one that is written just so */
        {"a weigh bridge", "weigh bridge=weigh bridge"},
        {"a weighbridge", "weighbridge=weigh-bridge[separator]"},
    };
    scan_fixture f;
    scan_setup(&f, overlapping);
    ASSERT_HITS(&f, "en", rows);
    const tl_scan *scan = scan_text(&f, "a floating dock", "en");
    assert_int_equal(scan->hits[0].pattern->term->status, TL_STATUS_PREFERRED);
    assert_string_equal(scan->hits[0].pattern->term->concept->id.ptr, "d");
    scan_clear(&f);
}

static void
a_hit_is_found_by_word(void **state)
{
    (void)state;
    scan_fixture f;
    scan_setup(&f, overlapping);
    const tl_scan *scan = scan_text(&f, "A dry dock, the river lock chamber and docks.", "en");
    static const int32_t hits[] = {-1, 0, 0, -1, 1, 1, 1, -1, 2};
    assert_int_equal(scan->words.count, COUNT(hits));
    for (uint32_t i = 0; i < COUNT(hits); i++) {
        assert_int_equal(tl_scan_hit_at(scan, i), hits[i]);
    }
    assert_str(tl_scan_text(scan, 4, 3), "river lock chamber");
    scan_clear(&f);
}

/* -- Russian ---------------------------------------------------------------------------------- */

static const char russian[] =
    "termlint: 1\n"
    "name: шлюзы\n"
    "languages: [ru, en]\n"
    "concepts:\n"
    "  - id: fleet\n"
    "    type: organisation\n"
    "    ru:\n"
    "      preferred: Каспийская флотилия\n"
    "      acronym: КФЛ\n"
    "      deprecated: [Каспийский отряд кораблей]\n"
    "    en: {preferred: Caspian Flotilla, acronym: CFL}\n"
    "  - id: order\n"
    "    ru: {preferred: зачёт, deprecated: [учёба]}\n"
    "  - id: region\n"
    "    ru: {preferred: регион-участник, admitted: [вице-адмирал]}\n"
    "  - id: kept\n"
    "    ru: {preferred: план, deprecated: [{text: счётчик, except: [круговой счётчик]}]}\n";

static void
inflected_forms_agree(void **state)
{
    (void)state;
    static const hit_row rows[] = {
        {"Каспийская флотилия", "Каспийская флотилия=Каспийская флотилия"},
        {"Каспийской флотилии", "Каспийской флотилии=Каспийская флотилия"},
        {"КАСПИЙСКОЙ ФЛОТИЛИЕЙ", "КАСПИЙСКОЙ ФЛОТИЛИЕЙ=Каспийская флотилия"},
        {"у каспийских флотилий", "каспийских флотилий=Каспийская флотилия"},
        {"из каспийской флотилии", "каспийской флотилии=Каспийская флотилия[lowered]"},
        /* no form of the term: the words do not agree */
        {"Каспийскую флотилии", ""},
        {"Каспийская флотилию", ""},
        {"Каспийского флотилия", ""},
        {"Каспийским отрядом кораблей", "Каспийским отрядом кораблей=Каспийский отряд кораблей"},
        {"Каспийский отряд корабля", ""},
        {"КФЛ и КФЛов", "КФЛ=КФЛ"},
        {"силы CFL и Caspian Flotilla", "CFL=CFL | Caspian Flotilla=Caspian Flotilla"},
        /* ё and е */
        {"на зачёте", "зачёте=зачёт"},
        {"на зачете", "зачете=зачёт[yo]"},
        {"учебой", "учебой=учёба[yo]"},
        {"регионы-участники", "регионы-участники=регион-участник"},
        {"регионом участником", "регионом участником=регион-участник[separator]"},
        {"вице-адмиралу", "вице-адмиралу=вице-адмирал"},
        {"кругового счётчика и счётчика", "счётчика=счётчик"},
        {"план\u0430\u0301ми", "план\u0430\u0301ми=план"},
    };
    scan_fixture f;
    scan_setup(&f, russian);
    ASSERT_HITS(&f, "ru", rows);
    scan_clear(&f);
}

static unsigned
cells_of(scan_fixture *f, const char *text)
{
    const tl_scan *scan = scan_text(f, text, "ru");
    assert_int_equal(scan->hit_count, 1);
    return scan->hits[0].cells;
}

static void
a_hit_says_in_which_cells_it_stands(void **state)
{
    (void)state;
    enum { PLURAL = TL_CASE_COUNT };
    static const struct {
        const char *text;
        unsigned cells;
    } rows[] = {
        {"Каспийская флотилия", 0},
        {"Каспийскую флотилию", 1 << TL_CASE_ACC},
        {"Каспийской флотилией", 1 << TL_CASE_INS},
        {"Каспийской флотилии", 1 << TL_CASE_GEN | 1 << TL_CASE_DAT | 1 << TL_CASE_LOC},
        {"Каспийскими флотилиями", 1 << (PLURAL + TL_CASE_INS)},
        {"Каспийского отряда кораблей", 1 << TL_CASE_GEN},
        {"Каспийский отряд кораблей", 0},
        {"КФЛ", 0},
        {"план", 0},
        {"плану", 1 << TL_CASE_DAT},
    };
    scan_fixture f;
    scan_setup(&f, russian);
    for (size_t i = 0; i < COUNT(rows); i++) {
        assert_int_equal(cells_of(&f, rows[i].text), rows[i].cells);
    }
    scan_clear(&f);
}

/* A word that inflects has two postings or more; were each a path of its own, a term of n such
 * words would take 2^n of them. */
static void
a_long_term_takes_no_longer_than_it_is(void **state)
{
    (void)state;
    scan_fixture f;
    scan_setup(&f, "termlint: 1\nname: long\nlanguages: [ru]\nconcepts:\n  - id: a\n    ru: "
                   "красный большой новый старый белый чёрный синий хороший главный высший военный "
                   "мирный первый второй третий сильный слабый быстрый медленный далёкий широкий "
                   "узкий длинный короткий тёплый холодный тёмный светлый общий флот\n");
    const tl_scan *scan = scan_text(
        &f,
        "красного большого нового старого белого чёрного синего хорошего главного высшего военного "
        "мирного первого второго третьего сильного слабого быстрого медленного далёкого широкого "
        "узкого длинного короткого тёплого холодного тёмного светлого общего флота",
        "ru");
    assert_int_equal(scan->hit_count, 1);
    assert_int_equal(scan->hits[0].count, 30);
    assert_true(scan->hits[0].cells & 1 << TL_CASE_GEN);
    scan_clear(&f);
}

/* -- languages -------------------------------------------------------------------------------- */

static void
the_language_is_told_by_the_script(void **state)
{
    (void)state;
    static const struct {
        const char *termbase, *text, *given, *language;
        tl_script script;
    } rows[] = {
        {english, "Nothing", "", "en", TL_SCRIPT_LATIN},
        {english, "Ничего нет в IT", "", "ru", TL_SCRIPT_CYRILLIC},
        {english, "", "", "en", TL_SCRIPT_LATIN},
        {english, "2024", "", "en", TL_SCRIPT_LATIN},
        {overlapping, "Ничего", "", "ru", TL_SCRIPT_CYRILLIC},
        {english, "Ничего", "uk-UA", "uk", TL_SCRIPT_CYRILLIC},
        {english, "Nista", "sr-Latn-RS", "sr", TL_SCRIPT_LATIN},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        scan_fixture f;
        scan_setup(&f, rows[i].termbase);
        const tl_scan *scan = scan_text(&f, rows[i].text, rows[i].given);
        assert_str(scan->language, rows[i].language);
        assert_int_equal(scan->script, rows[i].script);
        scan_clear(&f);
    }
}

static void
a_form_of_another_language_in_the_same_script_is_none(void **state)
{
    (void)state;
    static const char yaml[] = "termlint: 1\nname: x\nlanguages: [en, de, ru]\nconcepts:\n"
                               "  - id: gift\n    de: {preferred: Toxin, deprecated: [Gift]}\n"
                               "    en: {preferred: present, acronym: GIFT}\n"
                               "  - id: cfl\n    ru: {preferred: флот, deprecated: [дар]}\n";
    scan_fixture f;
    scan_setup(&f, yaml);
    static const hit_row german[] = {{"ein Gift, ein дар", "Gift=Gift | дар=дар"}};
    static const hit_row in_english[] = {{"a Gift", "Gift=GIFT[inside]"}, {"a gift", ""}};
    ASSERT_HITS(&f, "de", german);
    ASSERT_HITS(&f, "en-GB", in_english);
    scan_clear(&f);
}

static void
odd_forms_do_no_harm(void **state)
{
    (void)state;
    static const char yaml[] =
        "termlint: 1\nname: x\nlanguages: [en]\nconcepts:\n"
        "  - id: a\n    en: {preferred: one, deprecated: [\"1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 "
        "17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32\", {text: CMD, except: [CMD.EXE and all "
        "the other programs of that kind]}]}\n"
        "  - id: b\n    en: {preferred: \"1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 "
        "23 24 25 26 27 28 29 30 31\"}\n";
    static const hit_row rows[] = {
        {"1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32",
         "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31="
         "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31"},
        {"a CMD file", "CMD=CMD"},
    };
    scan_fixture f;
    scan_setup(&f, yaml);
    ASSERT_HITS(&f, "en", rows);
    scan_clear(&f);
}

/* The full stop of an acronym is one byte right behind its last letter, or it is not taken. */
static void
a_stop_that_is_not_next_is_left_alone(void **state)
{
    (void)state;
    static const hit_row rows[] = {
        {"an H.P.B.O\u200b. plan", "H.P.B.O=HPBO[punctuation]"},
        {"an H.P.B.O\uff0e plan", "H.P.B.O=HPBO[punctuation]"},
    };
    scan_fixture f;
    scan_setup(&f, english);
    ASSERT_HITS(&f, "en", rows);
    scan_clear(&f);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_vocabulary_finds_words_by_any_form),
        cmocka_unit_test(a_vocabulary_keeps_the_words_of_one_form_in_order),
        cmocka_unit_test(a_vocabulary_holds_many_words),
        cmocka_unit_test(a_trie_keeps_values_in_order_of_addition),
        cmocka_unit_test(forms_and_their_variants),
        cmocka_unit_test(hyphen_space_or_one_word),
        cmocka_unit_test(acronyms_marks_and_punctuation),
        cmocka_unit_test(letter_case_is_excused_where_it_is_right),
        cmocka_unit_test(dates_limit_a_form),
        cmocka_unit_test(the_leftmost_and_then_the_longest_wins),
        cmocka_unit_test(a_hit_is_found_by_word),
        cmocka_unit_test(inflected_forms_agree),
        cmocka_unit_test(a_hit_says_in_which_cells_it_stands),
        cmocka_unit_test(a_long_term_takes_no_longer_than_it_is),
        cmocka_unit_test(the_language_is_told_by_the_script),
        cmocka_unit_test(a_form_of_another_language_in_the_same_script_is_none),
        cmocka_unit_test(odd_forms_do_no_harm),
        cmocka_unit_test(a_stop_that_is_not_next_is_left_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
