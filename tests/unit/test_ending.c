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
    static const struct {
        const char *word, *other;
        tl_variety variety;
    } rows[] = {
        {"organisation", "organization", TL_VARIETY_BRITISH},
        {"organization", "organisation", TL_VARIETY_AMERICAN},
        {"defence", "defense", TL_VARIETY_BRITISH},
        {"harbor", "harbour", TL_VARIETY_AMERICAN},
        {"centres", "centers", TL_VARIETY_BRITISH},
        {"centred", "centered", TL_VARIETY_BRITISH},
        {"theater", "theatre", TL_VARIETY_AMERICAN},
        {"programme", "program", TL_VARIETY_BRITISH},
        {"councilor", "councillor", TL_VARIETY_AMERICAN},
        {"travelled", "traveled", TL_VARIETY_BRITISH},
        {"analyse", "analyze", TL_VARIETY_BRITISH},
        {"dialogue", "dialog", TL_VARIETY_BRITISH},
        {"fulfil", "fulfill", TL_VARIETY_BRITISH},
        {"licence", "license", TL_VARIETY_UNSURE},
        {"towards", "toward", TL_VARIETY_UNSURE},
        {"filed", "filled", TL_VARIETY_UNSURE},
        {"разрешенье", "разрешение", TL_VARIETY_UNSURE},
        {"ministre", "minister", TL_VARIETY_NONE},
        {"computre", "computer", TL_VARIETY_NONE},
        {"council", "counsel", TL_VARIETY_NONE},
        {"secretary", "secratary", TL_VARIETY_NONE},
        {"comittee", "committee", TL_VARIETY_NONE},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        tl_variety found = tl_variety_of(tl_str_from(rows[i].word), tl_str_from(rows[i].other));
        if (found != rows[i].variety) {
            fail_msg("%s, %s: %d", rows[i].word, rows[i].other, (int)found);
        }
    }
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
