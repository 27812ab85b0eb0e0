/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TESTS_FUZZ_YAML_CHECK_H
#define TESTS_FUZZ_YAML_CHECK_H

/* What holds for YAML of the plain shape: that libyaml reads the same from it, every text at its
 * place, and finds the same wrong with it. For the fuzz target and the test with random files. */
#include "base/buf.h"
#include "termbase/yaml_reader.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define REQUIRE_YAML(condition)                                    \
    do {                                                           \
        if (!(condition)) {                                        \
            fprintf(stderr, "%d: not %s\n", __LINE__, #condition); \
            abort();                                               \
        }                                                          \
    } while (0)

/* All that a reader tells of a file. */
typedef struct read_yaml {
    tl_arena arena;
    tl_problem_list problems;
    const tl_node *root;
    bool is_plain;
    size_t comments;
} read_yaml;

static inline read_yaml
read_whole_yaml(tl_str bytes)
{
    read_yaml made = {.root = NULL};
    tl_yaml yaml;
    if (tl_yaml_open(&yaml, TL_STR("f"), bytes, &made.problems, &made.arena)) {
        made.root = tl_yaml_next(&yaml, TL_STR("root"));
        tl_yaml_finish(&yaml);
    }
    made.is_plain = yaml.is_plain;
    made.comments = yaml.comments;
    tl_yaml_clear(&yaml);
    return made;
}

static inline void
clear_yaml(read_yaml *made)
{
    tl_arena_clear(&made->arena);
    tl_problem_list_clear(&made->problems);
}

static inline void
require_same_nodes(const tl_node *a, const tl_node *b)
{
    for (; a && b; a = a->next, b = b->next) {
        REQUIRE_YAML(a->kind == b->kind && a->absent == b->absent);
        REQUIRE_YAML(a->line == b->line && a->column == b->column);
        REQUIRE_YAML(tl_str_equal(a->text, b->text) && tl_str_equal(a->under, b->under));
        require_same_nodes(a->first, b->first);
        require_same_nodes(a->value, b->value);
    }
    REQUIRE_YAML(a == NULL && b == NULL);
}

static inline void
require_same_problems(const tl_problem_list *a, const tl_problem_list *b)
{
    REQUIRE_YAML(a->count == b->count && a->kept == b->kept);
    for (size_t i = 0; i < a->kept; i++) {
        REQUIRE_YAML(a->items[i].line == b->items[i].line);
        REQUIRE_YAML(a->items[i].column == b->items[i].column);
        REQUIRE_YAML(strcmp(a->items[i].message, b->items[i].message) == 0);
    }
}

/* Returns whether the bytes are of the plain shape. A comment with a tab in it makes them another,
 * and changes nothing else. */
static inline bool
check_yaml(tl_str bytes)
{
    read_yaml plain = read_whole_yaml(bytes);
    bool is_plain = plain.is_plain;
    if (is_plain) {
        tl_buf more = {0};
        tl_buf_add(&more, bytes);
        tl_buf_add_cstr(&more, "\n#\t\n");
        read_yaml whole = read_whole_yaml(tl_buf_str(&more));
        REQUIRE_YAML(!whole.is_plain);
        REQUIRE_YAML(whole.problems.count > 0 || plain.comments + 1 == whole.comments);
        require_same_problems(&plain.problems, &whole.problems);
        require_same_nodes(plain.root, whole.root);
        clear_yaml(&whole);
        tl_buf_clear(&more);
    }
    clear_yaml(&plain);
    return is_plain;
}

#endif
