/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_BASE_XML_H
#define TL_BASE_XML_H

#include "base/error.h"

/* XML 1.0 as a stream of events, over expat. Elements and attributes go by their local names:
 * prefixes are not resolved, since files that are otherwise good often bind them wrongly. Nothing
 * outside the file is ever read; depth is bounded, and so is what entities grow to. UTF-8, UTF-16
 * and every encoding of one byte a character that iconv knows; what is handed on is UTF-8. What
 * documents are made of, with their places as ranges, is read in readers/xml.h. */

enum { TL_XML_MAX_DEPTH = 512 };

typedef struct tl_xml_place {
    size_t offset;         /* in bytes of the file */
    uint32_t line, column; /* from 1; columns in code points */
} tl_xml_place;

typedef struct tl_xml tl_xml;

/* Name, value, name, value, …, NULL; as expat gives them. */
typedef const char *const *tl_xml_attributes;

/* What to call; `name` is local. Everything is borrowed for the time of the call. Text comes in
 * pieces of any size; character data in CDATA sections is text. */
typedef struct tl_xml_events {
    void (*begin)(void *context, tl_str name, tl_xml_attributes attributes);
    void (*text)(void *context, tl_str text);
    void (*end)(void *context, tl_str name);

    /* A reference to an entity that is not declared in the file. NULL: it is a mistake, as is one
     * to an entity in another file, which else is passed over. */
    void (*entity)(void *context);

    /* Of comments nothing is told but that they are here, as is of a document type declaration;
     * NULL: they are passed over. */
    void (*comment)(void *context);
    void (*doctype)(void *context);

    bool is_utf8; /* whatever encoding the file declares */
} tl_xml_events;

tl_xml *tl_xml_new(const tl_xml_events *events, void *context);
void tl_xml_free(tl_xml *xml);

/* Reads the next piece of the file; `is_last`: there is no other. False after a mistake in the
 * file, which *error then says, at tl_xml_here(), and after tl_xml_stop(), where it says nothing.
 * Not to be called again after that. */
bool tl_xml_feed(tl_xml *xml, tl_str piece, bool is_last, tl_error *error);

/* Reads no further; to be called by an event. */
void tl_xml_stop(tl_xml *xml);

/* Where the event at hand begins, or the mistake is. */
tl_xml_place tl_xml_here(const tl_xml *xml);

/* True while the text at hand is that of a CDATA section. */
bool tl_xml_is_in_cdata(const tl_xml *xml);

/* The bytes of the event at hand: a tag, a run of characters, a reference. In the text of an
 * entity, those of the reference to it. The end of an empty element has none, and stands behind its
 * tag. */
typedef struct tl_xml_span {
    size_t begin, end;
} tl_xml_span;

tl_xml_span tl_xml_span_here(const tl_xml *xml);

/* The value of the attribute of a local name, or an empty string. */
tl_str tl_xml_attribute(tl_xml_attributes attributes, tl_str name);

#endif
