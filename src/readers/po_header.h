/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_READERS_PO_HEADER_H
#define TL_READERS_PO_HEADER_H

#include "base/arena.h"

/* What is known of a PO file as a whole. Languages are BCP 47 or nearly so ("ru_RU"); empty: not
 * known. */
typedef struct tl_po_header {
    tl_str source; /* "en" unless the header says otherwise (X-Source-Language) */
    tl_str target;
} tl_po_header;

/* What a file's name tells: the target language of ru.po, app.pt_BR.po, ru/LC_MESSAGES/app.po.
 * Borrows from the name. */
tl_po_header tl_po_header_of_file(tl_str path);

/* Reads the translation of the empty string: lines of "Name: value". The arena holds what is kept.
 */
void tl_po_header_read(tl_po_header *header, tl_str text, tl_arena *arena);

/* See tl_reader: the charset of the Content-Type. A template's "CHARSET" declares none. */
tl_str tl_po_declared_encoding(tl_str bytes);

#endif
