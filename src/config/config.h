/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_CONFIG_CONFIG_H
#define TL_CONFIG_CONFIG_H

#include "base/buf.h"
#include "engine/checker.h"

/* Configuration without its files: what one .termlint.yaml says, and what several of them and the
 * options together mean for one document. No file system is asked. */

#define TL_CONFIG_NAME ".termlint.yaml"

/* A value and where it was set: in a file, or by the option that `place.path` names (line 0). */
typedef struct tl_config_value {
    tl_str text;
    tl_place place;
} tl_config_value;

typedef struct tl_config_list {
    tl_config_value *items;
    size_t count;
    tl_place place; /* of the list */
    bool is_given;
} tl_config_list;

typedef struct tl_config_rule {
    const tl_rule *rule;
    tl_severity severity;
    tl_place place;
} tl_config_rule;

typedef struct tl_config_rules {
    tl_config_rule *items;
    size_t count;
} tl_config_rules;

/* What holds for the documents that a glob covers; for those that none covers, if it is empty. */
typedef struct tl_config_choice {
    tl_str glob;
    tl_config_value value;
} tl_config_choice;

typedef struct tl_config_choices {
    tl_config_choice *items;
    size_t count;
} tl_config_choices;

/* Rules for the documents that one of the globs covers. */
typedef struct tl_config_override {
    tl_config_list globs;
    tl_config_rules rules;
} tl_config_override;

/* What one file says, or what the options say. All strings live in the arena it was read with. */
typedef struct tl_config {
    tl_str path;                   /* as messages name the file */
    tl_str folder;                 /* absolute, from which its globs count; empty: of the options */
    const struct tl_config *outer; /* of a folder above, or NULL */
    bool is_root;                  /* nothing above counts */
    bool is_found;                 /* by its name, near a document: nobody has named it */
    tl_str elsewhere; /* of a file that was not found but named: the absolute folder from which its
                       * globs count for documents outside its own; else empty */
    tl_config_list termbases;              /* paths, relative to the current folder or absolute */
    tl_config_value romanization, fail_on; /* empty: not given */
    tl_config_rules rules;
    tl_config_choices languages, encodings;
    tl_config_list ignore;
    tl_config_override *overrides;
    size_t override_count;
} tl_config;

/* Reads a file into *config, whose path and folder are set. Every mistake is added to `problems`
 * with its place; false if there was one. Nodes and texts go to `arena`. */
bool tl_config_read(tl_config *config, tl_str bytes, tl_arena *arena, tl_problem_list *problems);

/* The key number `index` of a configuration; empty behind the last. */
tl_str tl_config_key(size_t index);

/* Sets what an option of the command line says: "--termbase" adds a path, "--rule" NAME=SEVERITY to
 * those before it; "--lang", "--encoding" and "--fail-on" replace. A value is judged as in a file.
 */
bool tl_config_set(tl_config *options, tl_str option, tl_str value, tl_arena *arena,
                   tl_error *error);

/* Whether `ignore:` of `nearest`, or of what is outside it, leaves out the absolute path or a
 * folder that it is in: the last pattern of the nearest file that matches decides. */
bool tl_config_ignores(const tl_config *nearest, tl_str path, bool is_folder);

/* All that is set for one document. Pointers only, into the configs that say so; NULL: nobody says
 * anything. Equal bytes are equal settings. */
typedef struct tl_profile {
    const tl_config_list *termbases;
    const tl_config_value *romanization, *language, *encoding, *fail_on;
    const tl_config_rule *rules[TL_MAX_RULES]; /* by number of the rule */
} tl_profile;

/* The settings of the document with that absolute path. Key by key, rule by rule and glob by glob
 * the nearest file wins, and the options over all; within a file overrides win over its rules, and
 * what stands further down over what stands above. */
void tl_profile_resolve(tl_profile *profile, const tl_config *options, const tl_config *nearest,
                        tl_str path);

/* Writes the settings as a configuration file, with who set what as comments; paths are made
 * absolute by `current`, the current folder. */
void tl_profile_print(const tl_profile *profile, tl_str current, tl_buf *out);

/* The severity from which findings make a run fail; above all of them for "never". */
unsigned tl_profile_fail_on(const tl_profile *profile);

#endif
