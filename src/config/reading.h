/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_CONFIG_READING_H
#define TL_CONFIG_READING_H

#include "config/config.h"
#include "termbase/yaml_reader.h"

/* Internal to config/: a file, or the options, being read, and how its values are judged. Every
 * mistake is added to the problems, once; what is told to be wrong is left out. */
typedef struct tl_config_reading {
    tl_config *config;
    tl_arena *arena; /* of all that is read */
    tl_problem_list *problems;
} tl_config_reading;

#define TL_CONFIG_PROBLEM(r, node, ...) \
    tl_problem_add((r)->problems, (r)->config->path, (node)->line, (node)->column, __VA_ARGS__)

/* The texts that may stand somewhere. */
typedef struct tl_config_known {
    const char *what; /* for messages: "severity" */
    const tl_str *known;
    size_t count;
    const char *command; /* that lists them, where they are many */
} tl_config_known;

/* True if a value is one that may stand there, else it is told. */
typedef bool tl_config_accept_fn(const tl_config_reading *r, const tl_node *node);

tl_config_accept_fn tl_config_accept_pattern; /* of `ignore` */
tl_config_accept_fn tl_config_accept_glob;    /* of all else: without "!" */

tl_place tl_config_place_of(const tl_config_reading *r, const tl_node *node);

/* Tells what is wanted instead: the near one, or all there are. */
void tl_config_report_unknown(const tl_config_reading *r, const tl_node *node,
                              tl_config_known wanted);

bool tl_config_is_kind(const tl_config_reading *r, const tl_node *node, tl_node_kind kind);
bool tl_config_is_filled_text(const tl_config_reading *r, const tl_node *node);

/* A list of texts, or a single one, that are accepted. */
void tl_config_read_texts(tl_config_reading *r, const tl_node *value, tl_config_list *list,
                          tl_config_accept_fn *accepts);

/* A mapping from globs, or `default`, to texts that are accepted. */
void tl_config_read_choices(tl_config_reading *r, const tl_node *value, tl_config_choices *list,
                            tl_config_accept_fn *accepts);

/* The text, if it is a known one; else an empty one. */
tl_config_value tl_config_read_choice(tl_config_reading *r, const tl_node *value,
                                      tl_config_known wanted);

/* Keys that options set too. */
void tl_config_read_languages(tl_config_reading *r, const tl_node *value);
void tl_config_read_encodings(tl_config_reading *r, const tl_node *value);
void tl_config_read_fail_on(tl_config_reading *r, const tl_node *value);
void tl_config_read_rules(tl_config_reading *r, const tl_node *value, tl_config_rules *rules);

#endif
