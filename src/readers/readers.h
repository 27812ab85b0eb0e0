/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_READERS_READERS_H
#define TL_READERS_READERS_H

#include "report/diag.h"
#include "source/document.h"

/* How an archive is written anew. */
typedef struct tl_rewrite {
    tl_str archive; /* as it is */
    tl_str tracked; /* empty: the edits are made. The date (yyyy-mm-ddThh:mm:ssZ) of changes to be
                     * tracked: each edit is the range of a text, markup within, and plain text */
    size_t refused; /* set to the number of changes that cannot be tracked and are not made */
} tl_rewrite;

/* The edits of one part of an archive. */
typedef struct tl_file_part_edits {
    tl_str entry;
    const tl_edit *edits; /* of the part's own bytes, in its encoding; in order, none overlapping */
    size_t count;
} tl_file_part_edits;

/* One input format: a const row in the file that implements it, its name in the X() list of
 * readers.c. */
typedef struct tl_reader {
    const char *id;
    const char *summary;
    const char *const *extensions; /* lower case, without the dot; ends with NULL */

    /* What a comment that may hold a suppression begins and ends with; NULL: the format has none.
     */
    struct {
        const char *open, *close;
        bool before_block; /* it may stand before a block of lines, but not within one */
    } comment;

    /* The name of the encoding that a file declares within (an XML declaration, a header), borrowed
     * from its bytes, or empty; NULL: the format has none. The bytes are those of the file, in an
     * encoding that has ASCII as one byte each. */
    tl_str (*declared_encoding)(tl_str bytes);

    /* Writes text as it has to stand in a segment of a file of this format: a character reference
     * for what would be markup. NULL: as it is. */
    void (*escape)(tl_str text, tl_buf *out);

    /* For an archive, whose segments are those of its parts, and whose source is not decoded:
     * writes it anew to `out`, with the edits made and all other parts as they were. Else NULL. */
    bool (*rewrite)(tl_rewrite *how, const tl_file_part_edits *parts, size_t count, tl_buf *out,
                    tl_error *error);

    /* Text may be taken from one run and put into another, leaving the first one empty. */
    bool moves_text;

    /* The source of a unit is what programs find the translation by, so it may not be edited. */
    bool source_is_key;

    /* Fills `document`, which is initialised with its source and has no segments yet; the source is
     * decoded: its text is well-formed UTF-8 without a NUL, whatever the file declares. On failure
     * the document may be filled in part. */
    bool (*read)(tl_document *document, tl_error *error);
} tl_reader;

/* Reads a document, its source decoded first, unless it is an archive; `asked` is the encoding that
 * was asked for, or NULL. */
bool tl_reader_run(const tl_reader *reader, tl_document *document, const tl_encoding *asked,
                   tl_error *error);

/* All readers, in the order of the list. */
const tl_reader *const *tl_readers(size_t *count);

const tl_reader *tl_reader_find(tl_str id);

/* The reader for a file of this name, by its extension in any letter case; plain text if no reader
 * claims it or there is none. Never NULL. */
const tl_reader *tl_reader_for(tl_str path);

/* True if some reader claims the extension of this file name. */
bool tl_reader_claims(tl_str path);

#endif
