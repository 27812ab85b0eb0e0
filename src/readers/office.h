/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_READERS_OFFICE_H
#define TL_READERS_OFFICE_H

#include "readers/archive.h"
#include "readers/xml.h"

/* What DOCX and ODT have in common: parts of XML in an archive. */

/* Reading one document; to be embedded as the first thing in what a reader knows of it, since the
 * listener's context is a pointer to this. */
typedef struct tl_office {
    tl_document *document;
    tl_archive *archive;
} tl_office;

/* Reads an entry of the archive as XML, its segments being of a part of the document. An entry that
 * is not there has none. */
bool tl_office_read_part(tl_office *office, tl_str entry, const tl_xml_listener *listener,
                         tl_error *error);

/* For tl_reader.rewrite of such archives. */
bool tl_office_rewrite(tl_rewrite *how, const tl_file_part_edits *parts, size_t count, tl_buf *out,
                       tl_error *error);

#endif
