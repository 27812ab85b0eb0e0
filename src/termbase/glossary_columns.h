/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_TERMBASE_GLOSSARY_COLUMNS_H
#define TL_TERMBASE_GLOSSARY_COLUMNS_H

#include "termbase/load.h"
#include "termbase/table.h"

/* What the columns of a glossary are. */

typedef enum tl_glossary_kind {
    TL_GLOSSARY_LOST, /* has no place in a termbase */
    TL_GLOSSARY_TERM,
    TL_GLOSSARY_FORMS,    /* further forms, or whether they are such, of the terms in column `of` */
    TL_GLOSSARY_LANGUAGE, /* of the terms in column `of` */
    TL_GLOSSARY_ID,
    TL_GLOSSARY_KEY,    /* of the concept */
    TL_GLOSSARY_STATUS, /* of the last term of the row */
} tl_glossary_kind;

typedef struct tl_glossary_column {
    tl_glossary_kind kind;
    tl_str name;     /* in the header, or a name for it */
    tl_str language; /* of a term, unless each row says it */
    size_t of;
    const char *key; /* of a concept; of forms: their status */
} tl_glossary_column;

typedef struct tl_glossary_columns {
    tl_glossary_column *items; /* owned array */
    size_t count;
    bool has_header; /* else the first row is a concept like all others */
    bool has_ids;
} tl_glossary_columns;

/* Tells the columns by the first row of a table, which stands in its cells; if that is none, by the
 * name of the file. False with the mistakes told. */
bool tl_glossary_columns_settle(tl_glossary_columns *columns, tl_load *load, const tl_table *table);
void tl_glossary_columns_clear(tl_glossary_columns *columns);

/* The two languages that a file name tells: "terms.en-ru.tsv", "en_US-ru_RU.csv". */
bool tl_glossary_name_languages(tl_str path, tl_str languages[2]);

#endif
