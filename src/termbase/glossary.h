/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_TERMBASE_GLOSSARY_H
#define TL_TERMBASE_GLOSSARY_H

#include "termbase/load.h"
#include "termbase/table.h"

/* A glossary: a table with a concept a row and a column for each language, as OmegaT, DeepL,
 * Weblate and spreadsheets have them. */

/* Reads the table, whose first row stands in its cells, without white space around them. Its
 * languages are told by a header of language tags (en, ru), by columns for them in each row
 * (DeepL), or by the name of the file (terms.en-ru.tsv), where the header may be source and target
 * or may be missing. */
void tl_glossary_read(tl_load *load, tl_table *table);

#endif
