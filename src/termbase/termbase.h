/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_TERMBASE_TERMBASE_H
#define TL_TERMBASE_TERMBASE_H

#include "base/arena.h"
#include "base/error.h"
#include "base/map.h"
#include "base/sink.h"
#include "termbase/dropped.h"
#include "text/date.h"

/* Concepts with their terms, after ISO 30042 (TBX). Everything is read-only after load and shared
 * between threads; all of it lives in the termbase's arena. Strings are NFC UTF-8. */

/* The longest term that is looked for, in words. */
enum { TL_TERM_MAX_WORDS = 31 };

typedef enum tl_status { /* ISO 30042 administrativeStatus, and forbidden */
                         TL_STATUS_PREFERRED,
                         TL_STATUS_ADMITTED,
                         TL_STATUS_SUPERSEDED,
                         TL_STATUS_DEPRECATED,
                         TL_STATUS_FORBIDDEN,
} tl_status;

typedef enum tl_concept_type {
    TL_TYPE_TERM,
    TL_TYPE_ORGANISATION,
    TL_TYPE_TITLE,
    TL_TYPE_PERSON,
    TL_TYPE_PLACE,
    TL_TYPE_EVENT,
    TL_TYPE_DOCUMENT,
} tl_concept_type;

typedef enum tl_case_rule {
    TL_CASE_EXACT, /* capitals as written */
    TL_CASE_FIRST, /* a capital first letter is right too; default of a term in lower case */
    TL_CASE_ANY,
} tl_case_rule;

typedef enum tl_level {
    TL_LEVEL_DEFAULT,
    TL_LEVEL_OFF,
    TL_LEVEL_SUGGESTION,
    TL_LEVEL_WARNING,
    TL_LEVEL_ERROR
} tl_level; /* `severity:` of a concept or a term */

typedef enum tl_gender { TL_GENDER_UNKNOWN, TL_GENDER_MALE, TL_GENDER_FEMALE } tl_gender;

typedef struct tl_place {
    tl_str path;           /* as it was opened */
    uint32_t line, column; /* from 1; columns in code points */
} tl_place;

struct tl_concept;
struct tl_entry;

typedef struct tl_term {
    tl_str text;
    tl_status status;
    bool acronym;    /* the `acronym:` of its language; its status is admitted */
    bool case_given; /* `case:` was written, case_rule is not a default */
    tl_case_rule case_rule;
    bool is_headword; /* its list writes terms with a capital, which a text need not have */
    tl_level severity;
    tl_str use; /* the form to suggest for this one, or empty */
    tl_str note, source;
    const tl_str *except;
    size_t except_count;
    tl_date from, until; /* inclusive */
    const struct tl_concept *concept;
    const struct tl_entry *entry;
    tl_place place;
    uint32_t number; /* dense, in order of the files: an index for tables of the scanner */
} tl_term;

/* The names of a person in one language. A part that is not given and cannot be told is empty. */
typedef struct tl_person_name {
    tl_str family, given, patronymic;
    tl_gender gender;
    bool decline; /* default true */
    const tl_str
        *forms; /* `forms:` overrides the declension of the family name: nom gen dat acc ins loc */
    size_t form_count;
} tl_person_name;

/* A concept in one language. */
typedef struct tl_entry {
    tl_str language; /* BCP 47, lower case */
    const tl_term *const
        *terms; /* preferred first, then the acronym, admitted, superseded, deprecated, forbidden */
    size_t term_count;
    const tl_term *preferred; /* NULL when only others are given */
    const tl_term *acronym;
    const tl_person_name *name; /* of a concept of type person, else NULL */
} tl_entry;

typedef struct tl_holder {
    const struct tl_concept *person;
    tl_date from, until;
    tl_place place;
} tl_holder;

typedef struct tl_example {
    tl_str text;
    tl_str expect; /* the suggestion, or empty: nothing is to be found */
    tl_place place;
} tl_example;

typedef struct tl_concept {
    tl_str id;
    tl_concept_type type;
    const struct tl_concept *part_of;
    tl_str definition, note, source, subject;
    tl_level severity;
    const tl_entry *entries;
    size_t entry_count;
    const tl_str *distinct;
    size_t distinct_count;
    const tl_holder *holders;
    size_t holder_count;
    const tl_example *examples;
    size_t example_count;
    bool is_imported; /* from a file of another program, for which the rules are laxer */
    tl_place place;
    uint32_t number; /* dense, in order of the files */
} tl_concept;

typedef struct tl_store tl_store;

typedef struct tl_termbase {
    tl_arena arena;
    tl_store *store; /* of one that is in an image (termbase/store.h), else NULL */
    tl_str name;
    const tl_str *languages;
    size_t language_count;
    bool lists_languages;        /* `languages:` was written: every concept is to have them all */
    tl_str romanization;         /* id of the house scheme, or empty */
    bool yo_strict;              /* `yo: strict` */
    const tl_concept **concepts; /* owned array, in order of the files; NULL with a store, as
                                  * are those below: ask tl_termbase_concept() and the like */
    size_t concept_count, concept_capacity;
    const tl_term **terms; /* owned array: terms[i]->number == i */
    size_t term_count, term_capacity;
    tl_map by_id;        /* concept id → tl_concept */
    const tl_str *files; /* every file that was read */
    size_t file_count;
    tl_dropped lost; /* what the files say that a termbase does not hold, comments too */
} tl_termbase;

/* How the loader gets at a file: hands the bytes of `path` to the sink, in pieces of any size,
 * until it wants no more of them, which is no error. The loader itself does no I/O. */
typedef bool (*tl_termbase_read)(void *context, tl_str path, const tl_sink *sink, tl_error *error);

typedef struct tl_termbase_loader {
    tl_termbase_read read;
    void *context;
    const tl_str *schemes; /* known scheme ids, for `romanization:` */
    size_t scheme_count;
} tl_termbase_loader;

/* Loads `paths` and all that they include into an all-zero *termbase. Every mistake is added to
 * `problems` with its place, and loading goes on behind it; returns true if there was none. After
 * false the termbase may only be cleared. */
bool tl_termbase_load(tl_termbase *termbase, const tl_termbase_loader *loader, const tl_str *paths,
                      size_t path_count, tl_problem_list *problems);

/* The same, but the termbases may have concepts of one id (termbase/merge.c): each path is loaded
 * by itself, then what several say of a concept is united. Where they contradict each other, both
 * places are reported. */
bool tl_termbase_load_merged(tl_termbase *termbase, const tl_termbase_loader *loader,
                             const tl_str *paths, size_t path_count, tl_problem_list *problems);

void tl_termbase_clear(tl_termbase *termbase);

/* The concept or the term of a number below their count. NULL if it is broken in an image. */
const tl_concept *tl_termbase_concept(const tl_termbase *termbase, size_t number);
const tl_term *tl_termbase_term(const tl_termbase *termbase, size_t number);

const tl_concept *tl_termbase_find(const tl_termbase *termbase, tl_str id);

/* The entry of `concept` in `language` ("ru" finds "ru" and "ru-RU"), or NULL. */
const tl_entry *tl_concept_entry(const tl_concept *concept, tl_str language);

const char *tl_status_name(tl_status status);
const char *tl_concept_type_name(tl_concept_type type);

#endif
