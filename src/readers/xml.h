/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_READERS_XML_H
#define TL_READERS_XML_H

#include "base/xml.h"
#include "source/builder.h"

/* What XML documents are made of, each with its place in the source: base/xml.h for readers. Names
 * are local, namespaces are not resolved. */

/* An element that begins or ends. What it borrows lasts for the event, unless said otherwise. */
typedef struct tl_element {
    tl_str name;      /* without its prefix */
    uint32_t depth;   /* from 1, the root, to TL_XML_MAX_DEPTH */
    tl_str language;  /* xml:lang in force, or empty; lasts as long as the document */
    bool keeps_space; /* xml:space="preserve" is in force */
    tl_range tag;     /* of the start-tag or end-tag; of an empty element the same tag for both */
    tl_xml_attributes attributes; /* NULL at the end */
} tl_element;

/* A run of characters, in content and in CDATA sections alike. */
typedef struct tl_run {
    tl_str text;
    tl_range source;
    bool verbatim; /* text and source bytes are the same, as they are for all but references: line
                    * ends are those of the file */
} tl_run;

/* What a reader does at each event; any may be NULL. */
typedef struct tl_xml_listener {
    void (*start)(void *context, const tl_element *element);
    void (*end)(void *context, const tl_element *element);
    void (*text)(void *context, const tl_run *run);

    /* The text between <!-- and -->; `source` is the whole comment. */
    void (*comment)(void *context, tl_str text, tl_range source);

    /* A document type declaration, which can declare entities, is a mistake. */
    bool refuses_doctype;
} tl_xml_listener;

/* Reads the text of the document's source, which is UTF-8 whatever it declares. Fails, with the
 * file's name and the place, on what is not well-formed, nests too deep, or has entities that stand
 * for far more than the file. An entity that is declared elsewhere gives U+FFFC. Memory grows with
 * the longest token, not with the file. */
bool tl_xml_read(tl_document *document, const tl_xml_listener *listener, void *context,
                 tl_error *error);

/* The value of the attribute with this name as it is written, with its prefix; empty if there is
 * none. */
tl_str tl_element_value(const tl_element *element, const char *name);

bool tl_element_is(const tl_element *element, const char *name);

/* Adds a run to the segment that is being built. */
void tl_run_add(const tl_run *run, tl_builder *builder);

#endif
