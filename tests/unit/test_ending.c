/* SPDX-License-Identifier: MPL-2.0 */
/* Tables for morph/ending and morph/variety: which words are forms of one word, or one word in two
 * varieties of English, by their letters. */
#include "morph/ending.h"
#include "morph/variety.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

typedef struct pair {
    const char *a, *b;
    bool expected;
} pair;

static void
check_pairs(const pair *pairs, size_t count, bool (*ask)(tl_str a, tl_str b))
{
    for (size_t i = 0; i < count; i++) {
        tl_str a = tl_str_from(pairs[i].a), b = tl_str_from(pairs[i].b);
        if (ask(a, b) != pairs[i].expected || ask(b, a) != pairs[i].expected) {
            fail_msg("%s, %s: want %d", pairs[i].a, pairs[i].b, pairs[i].expected);
        }
    }
}

static void
forms_of_one_word_differ_in_their_endings(void **state)
{
    (void)state;
    static const pair pairs[] = {
        {"организацие", "организация", true},
        {"организацыя", "организация", false},
        {"шлюзовой", "шлюз", true},
        {"шлюзный", "шлюзом", true},
        {"процессорные", "процессоре", true},
        {"секретря", "секретаря", false},
        {"жихарева", "жихарев", true},
        {"жихраев", "жихарев", false},
        {"идрисов", "идриов", false},
        {"дергачевой", "дергачев", true},
        {"patcher", "patches", true},
        {"patching", "patched", true},
        {"secretarial", "secretariat", false},
        {"gauges", "gauge", true},
        {"minister", "ministry", true},
        {"councli", "council", false},
        {"executable", "execuable", false},
    };
    check_pairs(pairs, sizeof pairs / sizeof pairs[0], tl_may_share_root);
}

static void
varieties_of_english_are_one_word(void **state)
{
    (void)state;
    static const pair pairs[] = {
        {"organisation", "organization", true},
        {"defence", "defense", true},
        {"harbour", "harbor", true},
        {"centres", "centers", true},
        {"centred", "centered", true},
        {"theatre", "theater", true},
        {"programme", "program", true},
        {"councillor", "councilor", true},
        {"travelled", "traveled", true},
        {"analyse", "analyze", true},
        {"dialogue", "dialog", true},
        {"fulfil", "fulfill", true},
        {"licence", "license", true},
        {"towards", "toward", true},
        {"ministre", "minister", false},
        {"computre", "computer", false},
        {"council", "counsel", false},
        {"secretary", "secratary", false},
        {"comittee", "committee", false},
    };
    check_pairs(pairs, sizeof pairs / sizeof pairs[0], tl_are_varieties);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(forms_of_one_word_differ_in_their_endings),
        cmocka_unit_test(varieties_of_english_are_one_word),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
