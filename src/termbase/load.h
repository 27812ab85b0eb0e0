/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_TERMBASE_LOAD_H
#define TL_TERMBASE_LOAD_H

#include "termbase/termbase.h"
#include "termbase/yaml_reader.h"

/* What the parts of the loader share. Nodes live in the scratch arena, one concept at a time; what
 * is kept is copied into the arena of the termbase. Mistakes are reported and loading goes on:
 * the readers below leave their field as it was when its value is unusable. */

/* A `part_of:` or `person:`: an id that may be defined further on, looked up at the end. */
typedef struct tl_reference {
    tl_str id;
    const tl_concept **target;
    const tl_concept *owner; /* the concept in which it stands */
    bool is_part_of;         /* else it names a person */
    tl_place place;
} tl_reference;

/* The one copy of a language tag, in small letters. */
typedef struct tl_tag {
    tl_str text;
    const void *listed_in; /* the file whose `languages:` listed it first, or NULL */
    const void *noted_in;  /* the file in which it was met last without being listed, or NULL */
} tl_tag;

/* A language key that no `languages:` had listed when it was read; the first in its file. */
typedef struct tl_unlisted {
    tl_tag *tag;
    const struct tl_termbase_file *file;
    tl_place place;
} tl_unlisted;

/* An item of `include:`, joined to the folder of its file. */
typedef struct tl_termbase_include {
    tl_str path;
    tl_place place;
} tl_termbase_include;

/* A file of the termbase, while it and what it includes is read. */
typedef struct tl_termbase_file {
    tl_str path; /* as it is opened */
    const struct tl_termbase_file *includer;
    unsigned depth;
    bool is_open; /* it or a file that it includes is being read */
    bool has_version, has_languages;
    tl_termbase_include *includes; /* owned array */
    size_t include_count, include_capacity;
} tl_termbase_file;

typedef struct tl_load {
    tl_termbase *termbase;
    const tl_termbase_loader *loader;
    tl_problem_list *problems;
    tl_str path; /* of the file at hand */
    tl_termbase_file *file;
    tl_arena scratch;  /* nodes; reset after each concept */
    tl_arena run;      /* whatever is wanted until the end of the load */
    tl_map files;      /* normalised path → file, in order of reading */
    tl_map made_ids;   /* id → the last number that was put behind it (ids.c) */
    tl_map tags;       /* small-letter language tag → the one copy of it, a tl_tag */
    tl_concept *owner; /* the concept at hand */
    bool is_part;      /* to be merged with others, which may have the concepts that it refers to */
    bool is_odd_type;  /* its type is unusable, so nothing is held against it */
    tl_place romanization_place, yo_place;
    tl_str *languages; /* owned array of those listed, as are the two below */
    size_t language_count, language_capacity;
    tl_reference *references;
    size_t reference_count, reference_capacity;
    tl_unlisted *unlisted;
    size_t unlisted_count, unlisted_capacity;
} tl_load;

/* Reports a problem at a node: load, node, format, arguments. */
#define TL_LOAD_PROBLEM(load, node, ...) \
    tl_problem_add((load)->problems, (load)->path, (node)->line, (node)->column, __VA_ARGS__)

tl_place tl_load_place(const tl_load *load, const tl_node *node);

/* One key of a mapping: reads its value into the field at `offset` of the struct that the mapping
 * fills. A row without a reader is a known key that the owner of the table reads himself. */
typedef struct tl_field {
    tl_str key;
    size_t offset;
    void (*read)(tl_load *load, const tl_node *value, void *field);
} tl_field;

typedef struct tl_fields {
    const char *what; /* for messages: "a concept" */
    const tl_field *items;
    size_t count;
    bool takes_languages; /* language tags are keys too, which the owner reads himself */
} tl_fields;

/* The mappings of a termbase, from the root down. */
extern const tl_fields tl_root_fields, tl_concept_fields, tl_holder_fields, tl_example_fields,
    tl_entry_fields, tl_term_fields;

const tl_field *tl_fields_find(const tl_fields *fields, tl_str key);

/* The key that was meant by `text`, which is not in the table, or an empty string. */
tl_str tl_load_nearest_key(tl_load *load, tl_str text, const tl_fields *fields);

/* Reports a key that is not in the table. */
void tl_load_unknown_key(tl_load *load, const tl_node *key, const tl_fields *fields);

/* "a, b or c", in the scratch arena; no more than the first twenty. */
tl_str tl_load_enumerate(tl_load *load, const tl_str *items, size_t count);

/* True if further problems are only counted, so that wording them well is lost labour. */
bool tl_load_is_full(const tl_load *load);

/* Reads a mapping by a table into *target; anything but a mapping is reported. */
void tl_load_fields(tl_load *load, const tl_node *mapping, const tl_fields *fields, void *target);

/* True if the node is of the kind wanted; else reports it. */
bool tl_load_expects(tl_load *load, const tl_node *node, tl_node_kind kind);

/* Readers of fields. A text may be anything, empty in quotes too; a phrase is what can stand in a
 * document: some letter or digit, no white space around it, no line break. */
void tl_load_text(tl_load *load, const tl_node *value, void *field /* tl_str */);
void tl_load_phrase(tl_load *load, const tl_node *value, void *field /* tl_str */);
void tl_load_date(tl_load *load, const tl_node *value, void *field /* tl_date */);
void tl_load_level(tl_load *load, const tl_node *value, void *field /* tl_level */);

/* A list of phrases, or a single one; returns them in the termbase's arena. */
const tl_str *tl_load_phrases(tl_load *load, const tl_node *value, size_t *count);

/* The number of the choice that the value names, or `count` if it is none, which is reported. */
size_t tl_load_choice(tl_load *load, const tl_node *value, const tl_str *choices, size_t count);

/* Reports a `from:` of the mapping that comes after its `until:`. */
void tl_load_check_period(tl_load *load, const tl_node *mapping, tl_date from, tl_date until);

/* Notes the concept's reference to another. */
void tl_load_reference(tl_load *load, const tl_node *value, const tl_concept **target,
                       bool is_part_of);

/* Reads the root value, at which the reader stands, and reports what is missing in it. */
void tl_load_root(tl_load *load, tl_yaml *yaml, tl_termbase_file *file);

/* Reads the settings of the whole termbase, but for `include`, from a mapping: what a file of
 * another format has to say of them. */
void tl_load_settings(tl_load *load, const tl_node *mapping, tl_termbase_file *file);

/* The one copy of a well-formed tag, whatever its capitals; never NULL. */
tl_tag *tl_load_tag(tl_load *load, tl_str text);

/* Adds a language to those of the termbase, if it is not there. */
void tl_load_list_language(tl_load *load, tl_tag *tag, const tl_termbase_file *file);

/* Reads the concept and all in it. */
void tl_load_concept(tl_load *load, const tl_node *node);

/* Reads the value of a language key into `entry`, whose language is set, of load->owner. */
void tl_load_entry(tl_load *load, const tl_node *value, tl_entry *entry);

/* Adds a term like `proto` with the text, and what else there is, of the node. */
void tl_load_term(tl_load *load, const tl_node *node, const tl_term *proto);

/* Readers of the keys of a person's name. */
void tl_load_gender(tl_load *load, const tl_node *value, void *field /* tl_gender */);
void tl_load_decline(tl_load *load, const tl_node *value, void *field /* bool */);
void tl_load_forms(tl_load *load, const tl_node *value, void *field /* tl_person_name */);

/* Tells the parts of a name that no key gave from the words of the full name. */
void tl_person_name_complete(tl_person_name *name, tl_str full_name);

/* The reverse: of an entry's name the parts that its preferred form does not tell; `decline` and
 * `forms` aside. */
tl_person_name tl_person_name_untold(const tl_entry *entry);

/* tl_termbase_load() for one of several files that will be one termbase: a concept that another of
 * them has to have stands for itself, with nothing but its id. */
bool tl_termbase_load_part(tl_termbase *termbase, const tl_termbase_loader *loader, tl_str path,
                           tl_problem_list *problems);

/* What can only be told once all is read: references, languages, forms claimed twice. */
void tl_load_check_references(tl_load *load);
void tl_load_check_languages(tl_load *load);
void tl_load_check_conflicts(tl_load *load);

/* Marks the terms that have the capitals of a list of headwords, once all are there. */
void tl_load_settle_headwords(tl_load *load);

/* Gives `case: any` to those of which that could not be seen if all were in one list. */
void tl_load_spell_out_headwords(tl_load *load);

#endif
