/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_TERMBASE_STORE_ROWS_H
#define TL_TERMBASE_STORE_ROWS_H

#include "base/image.h"
#include "termbase/termbase.h"

/* Inside termbase/ only: the rows of the tables that a termbase is in an image. Where a row names
 * another by its number, 0 may be none, and then it is 1 + the number. */

/* Bytes of the texts, with a NUL behind them. */
typedef struct tl_text_row {
    uint32_t at, length;
} tl_text_row;

/* A run of rows of another table. */
typedef struct tl_rows {
    uint32_t first, count;
} tl_rows;

typedef struct tl_place_row {
    uint32_t file; /* of texts: its path */
    uint32_t line, column;
} tl_place_row;

typedef struct tl_term_row {
    tl_text_row text, use, note, source;
    tl_rows except; /* texts */
    tl_place_row place;
    uint32_t from, until;
    uint32_t entry; /* of its concept */
    uint32_t concept;
    uint8_t status, case_rule, severity, acronym, case_given, is_headword;
    uint8_t unused[2];
} tl_term_row;

typedef struct tl_name_row {
    tl_text_row family, given, patronymic;
    tl_rows forms; /* texts */
    uint8_t gender, decline;
    uint8_t unused[2];
} tl_name_row;

typedef struct tl_entry_row {
    uint32_t language;           /* of texts */
    tl_rows terms;               /* of the order of terms */
    uint32_t preferred, acronym; /* terms; 0: none */
    uint32_t name;               /* 0: none */
} tl_entry_row;

typedef struct tl_holder_row {
    uint32_t person; /* 0: none */
    uint32_t from, until;
    tl_place_row place;
} tl_holder_row;

typedef struct tl_example_row {
    tl_text_row text, expect;
    tl_place_row place;
} tl_example_row;

typedef struct tl_concept_row {
    tl_text_row id, definition, note, source, subject;
    tl_place_row place;
    uint32_t part_of; /* 0: none */
    tl_rows entries, distinct, holders, examples;
    uint8_t type, severity, is_imported;
    uint8_t unused;
} tl_concept_row;

typedef struct tl_termbase_row {
    tl_text_row name, romanization;
    tl_rows languages, files; /* texts */
    uint8_t lists_languages, yo_strict;
    uint8_t unused[2];
} tl_termbase_row;

/* The tables, each an array that its count follows. */
#define TL_STORE_TABLES(X)                  \
    X("ter.conc", tl_concept_row, concepts) \
    X("ter.entr", tl_entry_row, entries)    \
    X("ter.term", tl_term_row, terms)       \
    X("ter.orde", uint32_t, order)          \
    X("ter.name", tl_name_row, names)       \
    X("ter.hold", tl_holder_row, holders)   \
    X("ter.exam", tl_example_row, examples) \
    X("ter.list", tl_text_row, texts)       \
    X("ter.text", char, bytes)              \
    X("ter.base", tl_termbase_row, base)

#define TL_STORE_MEMBER(name, type, member) \
    type *member;                           \
    size_t member##_count;

typedef struct tl_store_tables {
    TL_STORE_TABLES(TL_STORE_MEMBER)
} tl_store_tables;

#define TL_STORE_PART(name, type, member) \
    TL_IMAGE_ARRAY(name, tl_store_tables, member, member##_count),

#endif
